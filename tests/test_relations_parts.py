"""What is part of what, where a name stands before or behind the words that say so."""

from __future__ import annotations

import pytest
from marked import hierarchy

PARTS = [
    (
        "Besides it, three more committees have been established by the [Board]: the [Audit Committee], the [Risk Committee] and the [Pay Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [Sustainability Department] is placed in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [Sustainability Department] sits in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [Sustainability Department] is housed in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [ESG Committee] is a committee at board level, established by the [Board] in 2021.",
        {"ESG Committee subUnitOf Board"},
    ),
    ("The [ESG Committee], a body of the [Board], meets twice a year.", {"ESG Committee subUnitOf Board"}),
    ("The [Climate Team] forms part of the [ESG Office].", {"Climate Team subUnitOf ESG Office"}),
    (
        "The [ESG Office] consists of two teams, the [Climate Team] and the [Social Team].",
        {"Climate Team subUnitOf ESG Office", "Social Team subUnitOf ESG Office"},
    ),
    (
        "The [ESG Office] comprises the [Climate Team] and the [Social Team].",
        {"Climate Team subUnitOf ESG Office", "Social Team subUnitOf ESG Office"},
    ),
    ("The [ESG Committee] of the [Board] oversees climate.", {"ESG Committee subUnitOf Board"}),
    ("The [Board] decided to set up an [ESG Committee].", {"ESG Committee subUnitOf Board"}),
]


@pytest.mark.parametrize(("text", "expected"), [*PARTS])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
