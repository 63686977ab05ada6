"""Units that a sentence or title announces and that stand below it as labels."""

from __future__ import annotations

import pytest
from marked import hierarchy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Three committees of the [Board] share the subject:\n\n[ESG Committee]. Climate and safety.\n\n"
            "[Audit Committee]. Risk and conduct.\n\n[Pay Committee]. Pay.",
            {"ESG Committee subUnitOf Board", "Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
            id="paragraphs that begin with a name",
        ),
        pytest.param(
            "Two committees support the [Board].\n\n[Audit Committee]\n\nIt reviews the accounts.\n\n[Pay Committee]\n\nIt sets pay.",
            {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
            id="as many headings as were counted",
        ),
        pytest.param(
            "Four committees support the [Board].\n\n[Audit Committee]\n\nIt reviews the accounts.\n\n[Pay Committee]\n\nIt sets pay.",
            set(),
            id="fewer headings than were counted",
        ),
        pytest.param(
            "Working groups set up under the [ESG Council]\n\n[Climate Working Group] - climate\n\n[Social Working Group] - people",
            {"Climate Working Group subUnitOf ESG Council", "Social Working Group subUnitOf ESG Council"},
            id="lines under a title",
        ),
    ],
)
def test_labels_below(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
