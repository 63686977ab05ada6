"""Acts that share a noun with others: each is an act of its own."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.coordinated_acts import coordinated_acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We comply with the Companies and Labour Acts.", ["Companies Act", "Labour Act"]),
        ("the Water, Air and Noise Control Acts", ["Water Act", "Air Act", "Noise Control Act"]),
        (
            "the Lifts Acts, the Anti-Money Laundering and the Personal Data Protection Laws",
            ["Anti-Money Laundering Law", "Personal Data Protection Law"],
        ),
        (
            "the Health and Safety and the Environmental Protection Acts",
            ["Health and Safety Act", "Environmental Protection Act"],
        ),
        ("the Health and Safety Acts", []),
        (
            "the International Covenants on Civil and Political Rights and on Economic, Social and Cultural Rights",
            [
                "International Covenant on Civil and Political Rights",
                "International Covenant on Economic, Social and Cultural Rights",
            ],
        ),
        (
            "the ILO Conventions on Forced Labour, on Equal Pay and on Child Labour",
            [
                "ILO Convention on Forced Labour",
                "ILO Convention on Equal Pay",
                "ILO Convention on Child Labour",
            ],
        ),
        ("Federal and State Laws apply", []),
        ("Environmental and Labour Laws", []),
        ("the UK and US Acts", []),
        ("the Universal Declaration of Human Rights, the Paris Agreement and the Labour Conventions", []),
        ("the Convention on Climate and Water", []),
    ],
)
def test_each_act_of_a_common_noun(text: str, expected: list[str]) -> None:
    assert [act.name for act in coordinated_acts(text)] == expected
