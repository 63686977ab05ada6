"""Lines of ten thousand characters, as broken exports have them: what is in them is found, and found fast."""

from __future__ import annotations

import pytest

from esggraph.extraction.certifications.holders import holders
from esggraph.extraction.instruments.titles import titles_in
from esggraph.extraction.mentions import mentions
from esggraph.extraction.pipeline import build_pipeline
from esggraph.extraction.standards.initiatives import find_framed

LONG = 10_000
WORD = "A" * LONG


def test_head_nouns_without_end_are_no_title() -> None:
    assert titles_in("Policy " * (LONG // 7)) == []


def test_titles_without_a_sign_between_are_each_found() -> None:
    times = LONG // len("Water Policy ")
    assert [title.name for title in titles_in("Water Policy " * times)] == ["Water Policy"] * times


@pytest.mark.parametrize("junk", [WORD, "A&" * (LONG // 2), "AA/" * (LONG // 3), "AAA " * (LONG // 4)])
def test_a_method_is_found_behind_junk(junk: str) -> None:
    text = f"{junk}. Figures are calculated in accordance with the EXA 2020 guidance."
    assert [found.name for found in find_framed(text, 0, len(text))] == ["EXA 2020 guidance"]


@pytest.mark.parametrize("junk", [WORD, "A-" * (LONG // 2), "A." * (LONG // 2)])
def test_the_holder_is_found_behind_junk(junk: str) -> None:
    assert holders(f"{junk} and then the Example Plant has obtained ", " certification") == ("Example Plant",)


def test_a_chair_is_found_behind_junk() -> None:
    text = f"{WORD}\nThe Audit Committee reviews the accounts.\nJane Roe (Chairman), John Doe"
    posts = mentions(build_pipeline()(text), "posts")
    assert [(post.name, post.holder) for post in posts] == [("Chairman of the Audit Committee", "Jane Roe")]
