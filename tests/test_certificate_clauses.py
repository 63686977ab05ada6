"""Several certificates of several holders in one sentence or table: each holder has its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from certified import certificates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Example Tower has LEED Gold and Sample House BREEAM Excellent.",
            {("LEED Gold", "Example Tower", "held"), ("BREEAM Excellent", "Sample House", "held")},
        ),
        (
            "The Sampleton office earned LEED Platinum and the Testville office WELL Silver.",
            {("LEED Platinum", "Sampleton office", "held"), ("WELL Silver", "Testville office", "held")},
        ),
        (
            "The Sampleton plant is certified to ISO 14001, and Testville to ISO 45001.",
            {("ISO 14001", "Sampleton plant", "held"), ("ISO 45001", "Testville", "held")},
        ),
        (
            "Our factories in Sampleton and Testville are certified to ISO 9001 and ISO 14001 respectively.",
            {("ISO 9001", "Sampleton factory", "held"), ("ISO 14001", "Testville factory", "held")},
        ),
        (
            "The Sampleton and Testville plants hold ISO 50001.",
            {("ISO 50001", "Sampleton plant", "held"), ("ISO 50001", "Testville plant", "held")},
        ),
        (
            "The sites in Singapore, the UK and Vietnam keep ISO 14001.",
            {("ISO 14001", f"{place} site", "held") for place in ("Singapore", "UK", "Vietnam")},
        ),
        (
            "In 2022 ISO 37001 certificates were extended to Sample Gamma and Trial Grid.",
            {("ISO 37001", "Sample Gamma", "held"), ("ISO 37001", "Trial Grid", "held")},
        ),
        (
            "All sites work under ISO 14001 (Sampleton certified, Testville certified; Trialville to follow in 2027).",
            {
                ("ISO 14001", "Sampleton", "held"),
                ("ISO 14001", "Testville", "held"),
                ("ISO 14001", "Trialville", "pursuing"),
            },
        ),
        (
            "The Sampleton plant is preparing for ISO 50001.",
            {("ISO 50001", "Sampleton plant", "pursuing")},
        ),
        (
            "The policy is in line with ISO 37001 (the company is preparing for certification).",
            {("ISO 37001", "company", "pursuing")},
        ),
        ("ISO 27001 covers our managed services.", {("ISO 27001", "company", "held")}),
        ("ISO 27001 covers information security in general.", set()),
        (
            "ISO 14001 in the UK; ISO 50001 only in Germany and Spain",
            {("ISO 14001", "UK", "held"), ("ISO 50001", "Germany", "held"), ("ISO 50001", "Spain", "held")},
        ),
        (
            "OUR STANDARDS ISO 9001:2015 | ISO 22301 (first in the country) | ISO 27001",
            {("ISO 9001:2015", "company", "held"), ("ISO 22301", "company", "held"), ("ISO 27001", "company", "held")},
        ),
        ("Our standards: GRI, ISO 26000 and the UN Global Compact", set()),
    ],
)
def test_each_clause_has_its_own_holder(text: str, expected: set[tuple[str, str, str]], tmp_path: Path) -> None:
    assert certificates(text, tmp_path) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Management systems of our plants\n"
            "                 Sampleton   Testville   Trialville\n"
            "ISO 14001:2015   ◎           ◎           △\n"
            "ISO 50001:2018   ◎           –           –\n",
            {
                ("ISO 14001:2015", "Sampleton", "held"),
                ("ISO 14001:2015", "Testville", "held"),
                ("ISO 14001:2015", "Trialville", "pursuing"),
                ("ISO 50001:2018", "Sampleton", "held"),
            },
        ),
        (
            "Certificates\n"
            "                 ISO 14001   ISO 45001   Zero Spill\n"
            "Sampleton mill   ✓           –           Gold\n"
            "Testville mill   ✓           ✓           Silver\n",
            {
                ("ISO 14001", "Sampleton mill", "held"),
                ("Zero Spill Gold", "Sampleton mill", "held"),
                ("ISO 14001", "Testville mill", "held"),
                ("ISO 45001", "Testville mill", "held"),
                ("Zero Spill Silver", "Testville mill", "held"),
            },
        ),
        (
            "Airport Carbon Accreditation   Level\n"
            "Sampleton, Testville           3 Optimisation\n"
            "Trialville                     1 Mapping\n",
            {
                ("Airport Carbon Accreditation Level 3 Optimisation", "Sampleton", "held"),
                ("Airport Carbon Accreditation Level 3 Optimisation", "Testville", "held"),
                ("Airport Carbon Accreditation Level 1 Mapping", "Trialville", "held"),
            },
        ),
        (
            "Certification   Entities\n"
            "ISO 50001       Sampleton refinery\n"
            "EFR             Example Energia\n",
            {("ISO 50001", "Sampleton refinery", "held"), ("EFR", "Example Energia", "held")},
        ),
    ],
)  # fmt: skip
def test_tables_tell_who_holds_what(rows: str, expected: set[tuple[str, str, str]], tmp_path: Path) -> None:
    assert certificates(rows, tmp_path) == expected
