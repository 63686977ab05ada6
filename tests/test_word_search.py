"""Patterns of many words that begin with the set of their initials."""

import re

import pytest

from esggraph.extraction.word_search import any_name, any_word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the policy, the Policy and POLICIES", ["policy", "Policy", "POLICIES"]),
        ("Code of Conduct and code", ["Code of Conduct", "code"]),
        ("decode a metapolicy", []),
    ],
)
def test_any_word_finds_whole_beginnings_in_any_case_and_the_longest_first(text: str, found: list[str]) -> None:
    pattern = re.compile(any_word(["policy", "policies", "code", "code of conduct"]))
    assert [m[0] for m in pattern.finditer(text)] == found


def test_any_word_can_ask_for_a_capital_letter() -> None:
    assert re.findall(any_word(["act", "law"], capital=True), "Act, act, LAW, law, aLaw") == ["Act", "LAW"]


def test_nothing_of_what_is_ruled_out_stands_before_a_word() -> None:
    pattern = re.compile(any_word(["law"], not_after=r"\w/-"))
    assert [m.start() for m in pattern.finditer("law by-law and/law (law")] == [0, 20]


def test_any_name_keeps_its_capitals_and_takes_any_apostrophe() -> None:
    pattern = re.compile(any_name(["China", "People's Republic of China"]))
    assert [m[0] for m in pattern.finditer("China, china, People’s Republic of China")] == [
        "China",
        "People’s Republic of China",
    ]
