"""Tiers and lines of defence that stand in rows of labels or behind numbers."""

from __future__ import annotations

import pytest
from marked import triples

NUMBERED = [
    (
        "ESG structure. Level 1 [Board]. Level 2 [ESG Committee]. Level 3 [ESG Office].",
        {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Office inTier tier:3"},
    ),
    (
        "Tier 1: the [Board] decides. Tier 2: the [ESG Committee] guides the work. Tier 3: [ESG Office], [Legal Team].",
        {
            "Board inTier tier:1",
            "ESG Committee inTier tier:2",
            "ESG Office inTier tier:3",
            "Legal Team inTier tier:3",
        },
    ),
    (
        "We follow the three lines model. Line 1 [business units] that own the risk. Line 2 [Risk Office], which sets policy. Line 3 [Audit Office].",
        {
            "business units lineOfDefence line1",
            "Risk Office lineOfDefence line2",
            "Audit Office lineOfDefence line3",
        },
    ),
    ("Level 1 [Board]. Level 3 [ESG Committee]. Level 4 [ESG Office].", set()),
    ("Line 1 [Press Team]. Line 2 [Paint Team]. Line 3 [Body Team].", set()),
]

SHORT = [
    (
        "In our three lines model the [business units] form the first line; the [Legal Team] and the [Risk Office] make up the second; assurance is given by the [Audit Office] as the third.",
        {
            "business units lineOfDefence line1",
            "Legal Team lineOfDefence line2",
            "Risk Office lineOfDefence line2",
            "Audit Office lineOfDefence line3",
        },
    ),
    ("The company has a two-tier system: the [Executive Board] and the [Supervisory Board].", set()),
]


@pytest.mark.parametrize(("marked", "expected"), [*NUMBERED, *SHORT])
def test_place_in_a_structure(marked: str, expected: set[str]) -> None:
    found = {t for t in triples(marked) if "inTier" in t or "lineOfDefence" in t}
    assert found == expected
