"""The rules of bodies, named in lower case."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.body_rules import body_rules


def names(text: str) -> list[str]:
    return [title.name for title in body_rules(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Board approved the charter of the Audit and Risk Committee.",
            ["charter of the Audit and Risk Committee"],
        ),
        (
            "The Board approved the charter of the Audit Committee and the Risk Committee.",
            ["charter of the Audit Committee", "charter of the Risk Committee"],
        ),
        (
            "It adopted the organisational rules of a Sustainability Committee.",
            ["organisational rules of the Sustainability Committee"],
        ),
        (
            "By the internal regulations of the Committee on Ethics and Conduct it has five members.",
            ["internal regulations of the Committee on Ethics and Conduct"],
        ),
        ("The risk committee’s terms of reference were renewed.", ["risk committee’s terms of reference"]),
        ("The Board of Directors' rules of procedure say so.", ["Board of Directors' rules of procedure"]),
        ("Its mandate is fixed in the XYZC charter.", ["XYZC charter"]),
        ("It follows the charter of the internal audit department.", ["charter of the internal audit department"]),
        ("The charter of the REMUNERATIONANDNOMINATIONSUBCOMMITTEE.", []),
        (f"The charter of the {'A' * 10_000}.", []),
    ],
)
def test_a_body_beside_the_noun_makes_a_name_of_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "All have formal terms of reference.",
        "It has an Ethics Committee, whose terms of reference are published.",
        "The panel has its own terms of reference.",
    ],
)
def test_terms_of_reference_are_a_bodys_by_themselves(text: str) -> None:
    assert names(text) == ["terms of reference"]


@pytest.mark.parametrize(
    "text",
    [
        "We keep to the rules of the National Securities Council.",
        "Each committee's charter is reviewed.",
        "ESG regulations are coming.",
        "The UN charter was signed in 1945.",
    ],
)
def test_rules_of_authorities_and_of_no_certain_body_are_no_documents_of_the_company(text: str) -> None:
    assert names(text) == []


def test_a_verb_behind_a_body_is_no_noun() -> None:
    assert names("The Ethics Office rules on gifts; the Ethics Office's rules are strict.") == ["Ethics Office's rules"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Audit Committee meets often. Its duties are set out in its charter.", ["charter of the Audit Committee"]),
        ("By its internal regulations the Audit Committee has four members.", ["internal regulations of the Audit Committee"]),
        ("Every Risk Council has its own rules of procedure.", ["rules of procedure of the Risk Council"]),
        ("The Board keeps to its own Charter.", ["Charter of the Board"]),
        ("The firm keeps to its charter.", []),
        ("The Audit Committee has its rules.", []),
        ("The work follows the BOD's regulations.", ["BOD's regulations"]),
    ],
)  # fmt: skip
def test_its_rules_are_those_of_the_body_just_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected
