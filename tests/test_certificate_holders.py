"""Who holds a certificate, as a report's sentence says it: plants, places and buildings, each with its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from certified import certificates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ISO 50001 is held by Sampleton and Testville, while Trialville is working towards it.",
            {("ISO 50001", "Sampleton", "held"), ("ISO 50001", "Testville", "held")},
        ),
        (
            "Sampleton and Testville hold ISO 14001, and Trialville will follow in 2027.",
            {("ISO 14001", "Sampleton", "held"), ("ISO 14001", "Testville", "held")},
        ),
        (
            "The plants at Sampleton and Testville also keep BRCGS Food Safety AA+.",
            {
                ("BRCGS Food Safety AA+", "Sampleton plant", "held"),
                ("BRCGS Food Safety AA+", "Testville plant", "held"),
            },
        ),
        (
            "The certification under ISO 50001 extends to Sampleton, Testville and Trialville.",
            {("ISO 50001", place, "held") for place in ("Sampleton", "Testville", "Trialville")},
        ),
        (
            "The following sites are ISO 14001 certified: Sampleton, Testville, Trialville.",
            {("ISO 14001", place, "held") for place in ("Sampleton", "Testville", "Trialville")},
        ),
        (
            "In Testville, the Home of Samples reached LEED Platinum.",
            {("LEED Platinum", "Home of Samples", "held")},
        ),
        (
            "The data centre Sample Grove (LEED Platinum, v2009) and Test Hall (LEED Gold) lead the way.",
            {("LEED Platinum", "Sample Grove", "held"), ("LEED Gold", "Test Hall", "held")},
        ),
        (
            "Three premises carry LEED: Sample House (Gold), Test House (Silver), Trial House (registered, audit awaited).",
            {
                ("LEED Gold", "Sample House", "held"),
                ("LEED Silver", "Test House", "held"),
                ("LEED", "Trial House", "pursuing"),
            },
        ),
        ("Sample Tower is being registered for LEED.", {("LEED", "Sample Tower", "pursuing")}),
        ("The PCI DSS audit is in progress.", {("PCI DSS", "company", "pursuing")}),
        ("ISO 37001, obtained by Example Holdings in December, was kept.", {("ISO 37001", "company", "held")}),
    ],
)
def test_a_sentence_names_the_holders(text: str, expected: set[tuple[str, str, str]], tmp_path: Path) -> None:
    assert certificates(text, tmp_path) == expected
