"""Where sentences end in text that comes out of PDF readers."""

from __future__ import annotations

import pytest

from esggraph.extraction.sentences import split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The Board met. It decided.", ["The Board met.", "It decided."]),
        ("Mr. Li of Example Co., Ltd. left. He returned.", ["Mr. Li of Example Co., Ltd. left.", "He returned."]),
        ("See Act No. 12 of 2010. It applies.", ["See Act No. 12 of 2010.", "It applies."]),
        ("We use version 2.1 of it, e.g. Here. Then more", ["We use version 2.1 of it, e.g. Here.", "Then more"]),
        ("Go to example.com/esg. Read it", ["Go to example.com/esg.", "Read it"]),
        ("It audits • reviews • reports", ["It audits • reviews • reports"]),
        ("“It is so.” The Board agrees.", ["“It is so.”", "The Board agrees."]),
        ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
        ("It was bought by Example Inc.", ["It was bought by Example Inc."]),
        ("   ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split(text)] == sentences
