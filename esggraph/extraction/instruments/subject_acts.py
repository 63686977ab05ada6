"""Acts named in lower case by their subject, where one is kept, broken or made: "under the statutory audit act".

The words are data (`data/subject_acts.toml`). Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.resources import load_data


def _any(name: str) -> str:
    words: list[str] = load_data("subject_acts.toml")[name]
    return "|".join(words)


@cache
def _pattern() -> re.Pattern[str]:
    small = rf"(?!(?:{_any('never')}|\w+ed)\b)[a-z][\w-]*"
    first = rf"(?!(?:{_any('general')}|{_any('never')}|\w+ed)\b)[A-Za-z][\w-]*"
    topic = rf"{first}(?: (?:(?:and|&) )?{small}){{0,3}}"
    return re.compile(
        rf"\b(?i:{_any('before')})(?: \w+)? the (?P<name>{topic} (?:{_any('nouns')}))(?![\w-]| (?:{_any('behind')})\b)"
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf" (?:{_any('nouns')})\b")


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('paid')}) bill$")


def subject_acts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentence `text[start:end]` names an act by its subject."""
    if not _noun().search(text, start, end):
        return
    for m in _pattern().finditer(text, start, end):
        if not _paid().search(m["name"]):
            yield m.start("name"), m.end("name")
