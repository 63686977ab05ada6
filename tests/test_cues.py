"""Patterns kept as data: lists of words in their places."""

import pytest

from esggraph.extraction.cues import with_words

LISTS = {"acts": ["reviews?", "%rare% often"], "rare": ["sits", "meets"], "round": ["a %round%"]}


def test_the_words_of_a_list_stand_in_its_place_also_within_another_list() -> None:
    assert with_words("the %rare%$", LISTS) == "the (?:sits|meets)$"
    assert with_words(r"\b%acts%\b", LISTS) == r"\b(?:reviews?|(?:sits|meets) often)\b"


@pytest.mark.parametrize(("pattern", "error"), [("%none%", KeyError), ("%round%", RecursionError)])
def test_a_list_that_is_missing_or_names_itself_is_an_error(pattern: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        with_words(pattern, LISTS)
