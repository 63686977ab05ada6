"""Lines in capitals, as signatures and headings print titles: "JANE DOE, HEAD OF GROUP STRATEGY & ESG"."""

from __future__ import annotations

import re

_LINE = re.compile(r"^(?=[^a-zà-ÿ\n]{8,160}$)(?=.*[A-Z]{4}.* .*[A-Z]{2}).*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = frozenset(("of", "the", "and", "for", "to", "in", "on", "by", "from", "with", "a", "an"))
_ACRONYM = 3  # letters of a word that is taken for an acronym
_VOWEL = re.compile(r"[AEIOUY]")


def in_title_case(text: str) -> str:
    """Return `text` with its lines in capitals in title case; every character stays at its place."""
    return _LINE.sub(lambda line: _WORD.sub(_titled, line.group()), text)


def _titled(m: re.Match[str]) -> str:
    word = m.group()
    if word.lower() in _SMALL:
        return word.lower()
    if len(word) <= _ACRONYM:
        return word
    titled = word[0] + word[1:].lower()
    return titled if len(titled) == len(word) and _VOWEL.search(word) else word
