"""Cue words and the frames made of them, kept as data: what stands before or behind a name and says something of it.

A data file has a section `words` (named lists of regular expressions: words or stems) and a section `frames` (named
patterns, in any case, in which `%name%` stands for the words of that list). A list may name other lists likewise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from esggraph.resources import load_data

_PLACE = re.compile(r"%(\w+)%")
_APOSTROPHE = re.compile(r"\[[^\]]*’[^\]]*\]|’")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the data file `name` ("body_names.toml") of the package."""
    return load_data(name)


@cache
def frames(name: str) -> dict[str, re.Pattern[str]]:
    """Return the compiled frames of the data file `name`. Raises KeyError for a frame that names no list of words."""
    data = load(name)
    return {
        key: re.compile(with_any_apostrophe(with_words(pattern, data["words"])), re.I)
        for key, pattern in data["frames"].items()
    }


def with_words(pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    """Return `pattern` with the words of the list `name` for each `%name%`, in the words of a list too.

    Raises KeyError for a name that is none of `lists`, and RecursionError for a list that names itself.
    """

    def words(m: re.Match[str]) -> str:
        return f"(?:{_PLACE.sub(words, '|'.join(lists[m[1]]))})"

    return _PLACE.sub(words, pattern)


def with_any_apostrophe(pattern: str) -> str:
    """Return `pattern`, a regular expression, with each "’", alone or in a class, standing for both apostrophes."""
    return _APOSTROPHE.sub(_both, pattern)


def _both(m: re.Match[str]) -> str:
    return m.group().replace("’", "'’") if m.group().startswith("[") else "['’]"
