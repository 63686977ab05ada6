"""Rules of authorities that reports name in lower case."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.plain_titles import longest, plain_titles


def laws(text: str) -> list[tuple[str, str]]:
    return [(t.name, t.kind) for t in longest(plain_titles(text, 0, len(text))) if t.outside]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prices follow the OECD’s transfer pricing guidelines.", "OECD’s transfer pricing guidelines"),
        ("We refer to the Organization for Economic Co-operation and Development (OECD)'s mineral guide.",
         "Organization for Economic Co-operation and Development (OECD)'s mineral guide"),
        ("Menus are based on World Health Organisation (WHO) guidelines.", "World Health Organisation (WHO) guidelines"),
        ("Labs keep to the guidelines of the World Health Organization (WHO) on water safety",
         "guidelines of the World Health Organization (WHO) on water safety"),
        ("The bank applies the EBA guidelines on outsourcing.", "EBA guidelines on outsourcing"),
        ("The plan heeds the ECB guide on climate-related risks.", "ECB guide on climate-related risks"),
        ("Factors come from guidance from the UK Department for Environment, Food and Rural Affairs on freight.",
         "guidance from the UK Department for Environment, Food and Rural Affairs on freight"),
        ("Guidelines issued by the Bank of Italy on anti-money laundering apply to all units.",
         "Guidelines issued by the Bank of Italy on anti-money laundering"),
        ("It follows the anti-corruption guidance issued by the U.S. Department of Justice.",
         "anti-corruption guidance issued by the U.S. Department of Justice"),
        ("We use the EU standard contractual clauses for transfers.", "EU standard contractual clauses for transfers"),
        ("Example supports the WHO malaria road map 2021-2030.", "WHO malaria road map 2021-2030"),
    ],
)  # fmt: skip
def test_guidance_of_authorities_counts_before_or_behind_their_names(text: str, name: str) -> None:
    assert laws(text) == [(name, "government_guideline")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Our suppliers accept the four core principles of the International Labour Organization.",
         "four core principles of the International Labour Organization", "convention"),
        ("We honour the ILO’s core labour standards.", "ILO’s core labour standards", "convention"),
        ("It complies with the EU regulation on clinical trials that entered into force.",
         "EU regulation on clinical trials", "regulation"),
        ("They commented on the draft European regulation on methane emissions.",
         "European regulation on methane emissions", "regulation"),
        ("The German law on supply chain due diligence applies.", "German law on supply chain due diligence", "law"),
        ("Doors are wide, to keep to the national law on equality for people with disabilities.",
         "national law on equality for people with disabilities", "law"),
        ("Servers meet the EU Lot 9 server regulation.", "EU Lot 9 server regulation", "regulation"),
        ("The board meets B3's Level 2 corporate governance regulation.",
         "B3's Level 2 corporate governance regulation", "listing_rule"),
    ],
)  # fmt: skip
def test_what_an_authority_issues_decides_its_kind(text: str, name: str, kind: str) -> None:
    assert laws(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "We comply with relevant EU regulations, SEC rules and the guidance of the Board.",
        "The WHO has published guidelines. The European Commission provides guidance to companies.",
        "This is the first German law on corporate duties, and any EU regulation on trade matters.",
        "Our guidelines for suppliers follow the principles of good governance.",
    ],
)
def test_what_names_no_certain_rule_is_none(text: str) -> None:
    assert laws(text) == []
