"""Tiers and lines of defence behind ordinals, and fields that say who stands above a body."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "FIRST LINE OF DEFENCE\n[Business Units] own the risks.\n\nSECOND LINE OF DEFENCE\nThe [Risk Function] sets limits.\n\n"
            "THIRD LINE OF DEFENCE\nThe [Audit Department] checks.",
            {
                "Business Units lineOfDefence line1",
                "Risk Function lineOfDefence line2",
                "Audit Department lineOfDefence line3",
            },
            id="headings",
        ),
        pytest.param(
            "Assurance works in three lines. First: [management] tests its own controls. Second: [Compliance] and [Privacy] "
            "review. Third: the [Audit Department], on its own.",
            {
                "management lineOfDefence line1",
                "Compliance lineOfDefence line2",
                "Privacy lineOfDefence line2",
                "Audit Department lineOfDefence line3",
            },
            id="bare ordinals",
        ),
        pytest.param(
            "Three lines of defence\nFirst line – the [IT Teams] with the {Risk Officers}; they run controls.\n"
            "Second line – the [Privacy Office]; it advises.\nThird line – the [Assurance Division].",
            {
                "IT Teams lineOfDefence line1",
                "Risk Officers lineOfDefence line1",
                "Privacy Office lineOfDefence line2",
                "Assurance Division lineOfDefence line3",
            },
            id="labels with dashes",
        ),
        pytest.param(
            "Three lines of defence apply. [Global Audit], the third line, gives an independent view.",
            {"Global Audit lineOfDefence line3"},
            id="apposition",
        ),
        pytest.param(
            "First tier: the [Board]\nSecond tier: the [ESG Committee]\nThird tier: the [ESG Office]",
            {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Office inTier tier:3"},
            id="tiers",
        ),
        pytest.param(
            "First, the [Board] decides. Second, the [ESG Committee] acts. Third, the [ESG Office] collects data.",
            set(),
            id="steps of an argument",
        ),
        pytest.param(
            "[Shareholders' Meeting]\n\nReporting lines:\n\n• the {Risk Manager} reports to the [Risk Committee];",
            {"Risk Manager reportsTo Risk Committee"},
            id="a heading over sentences is no field",
        ),
        pytest.param(
            "[Ethics Office]\nReports to: {General Counsel}\nOverseen by: [Audit Committee]\nPart of: [Legal Department]",
            {
                "Ethics Office reportsTo General Counsel",
                "Audit Committee oversees Ethics Office",
                "Ethics Office subUnitOf Legal Department",
            },
            id="fields",
        ),
    ],
)
def test_labels(text: str, expected: set[str]) -> None:
    assert triples(text) == expected
