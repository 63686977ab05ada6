"""Sentences that end in a colon, with the items of their lists in blocks of their own."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four specialised committees have been established under the [Board of Directors]:\n• [Audit Committee]: oversees the accounts.\n• The [Risk Committee] watches over risks.\n• [Pay Committee]",
            {
                "Audit Committee subUnitOf Board of Directors",
                "Pay Committee subUnitOf Board of Directors",
                "Risk Committee subUnitOf Board of Directors",
            },
        ),
        (
            "The [ESG Council] consists of the following members:\n• {CEO} (Chair)\n• {CFO}\n• {General Counsel}",
            {"ESG Council hasMember CFO", "ESG Council hasMember General Counsel", "ESG Council ledBy CEO"},
        ),
        (
            "We have built a three-tier ESG governance structure:\n1. Decision level: the [Board] sets the strategy.\n2. Management level: the [ESG Committee] steers.\n3. Execution level: the [ESG Office] collects data.",
            {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Office inTier tier:3"},
        ),
        (
            "Our ESG governance structure has three levels.\n1. Level 1: the [Board]\n2. Level 2: the [ESG Committee]\n3. Level 3: the [ESG Office]",
            {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Office inTier tier:3"},
        ),
        (
            "The company has a three-level governance structure for ESG:\n- [Board]\n- [ESG Committee]\n- [ESG Office]",
            {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Office inTier tier:3"},
        ),
        (
            "The [Board] has four committees:\n- [Audit Committee]\n- [Risk Committee]",
            {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
        ),
        (
            "The following committees report to the [Board]:\n- [Audit Committee]\n- [Risk Committee]",
            {"Audit Committee reportsTo Board", "Risk Committee reportsTo Board"},
        ),
        (
            "Members of the [ESG Council] are:\n- {CEO}\n- {CFO}",
            {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
        ),
        ("The [ESG Council] includes:\n- {CEO}\n- {CFO}", {"ESG Council hasMember CEO", "ESG Council hasMember CFO"}),
    ],
)
def test_items_go_on_with_the_sentence_above(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The [ESG Committee] meets monthly. Its tasks are:\n- [Board] reporting\n- {CFO} training",
        "The [Board] approved the following policies:\n- Code of conduct of the [Legal Department]\n- [Audit Committee] charter",
        "The [Board] is responsible for:\n- [Audit Committee] appointments\n- {CEO} remuneration",
    ],
)
def test_items_that_are_no_bodies_of_the_list_state_nothing(text: str) -> None:
    assert triples(text) == set()
