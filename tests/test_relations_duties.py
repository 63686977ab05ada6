"""What bodies are responsible for, and which committees are the board's by the words above a list."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Audit Committee] is responsible for risk management and internal control.",
            {"Audit Committee responsibleFor topic:risk management", "Audit Committee responsibleFor topic:internal control"},
        ),
        (
            "We set up an [Ethics Office] to prevent bribery and fraud.",
            {"Ethics Office responsibleFor topic:anti-corruption", "Ethics Office responsibleFor topic:anti-fraud"},
        ),
        ("Cybersecurity is overseen by the [Audit Committee].", {"Audit Committee responsibleFor topic:cybersecurity"}),
        (
            "We have a compliance framework, led by the [Board] and composed of the [Legal Department].",
            {"Board responsibleFor topic:compliance", "Legal Department responsibleFor topic:compliance"},
        ),
        (
            "The [Fraud Committee] is the highest body for anti-fraud work. The [Legal Department] is responsible for the specific "
            "work.",
            {"Fraud Committee responsibleFor topic:anti-fraud", "Legal Department responsibleFor topic:anti-fraud"},
        ),
        ("[ESG Council]\nPurpose: Oversee diversity and climate goals.", {
            "ESG Council responsibleFor topic:diversity",
            "ESG Council responsibleFor topic:climate change",
        }),
        ("The [Audit Committee] is not responsible for cybersecurity.", set()),
        ("The [Audit Committee] met in May to hear a talk on cybersecurity.", set()),
    ],
)  # fmt: skip
def test_duties(text: str, expected: set[str]) -> None:
    assert triples(text, "responsibleFor") == expected


def test_committees_listed_after_words_on_the_boards_committees_are_the_boards() -> None:
    text = "The [Board] has delegated duties to the committees of the board.\n[Audit Committee]\n[Pay Committee]"
    assert triples(text, "subUnitOf") == {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"}


def test_committees_listed_without_such_words_are_nobodys() -> None:
    assert triples("The [Board] met in May.\n[Audit Committee]\n[Pay Committee]", "subUnitOf") == set()


def test_the_boards_committees_report_together() -> None:
    text = "The [Audit Committee] and the [Pay Committee] met. Each committee reports regularly to the full [Board]."
    assert triples(text, "reportsTo", board_committees=("Audit Committee", "Pay Committee")) == {
        "Audit Committee reportsTo Board",
        "Pay Committee reportsTo Board",
    }
