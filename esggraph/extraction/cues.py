"""Cue words and the frames made of them, kept as data: what stands before or behind a name and says something of it.

A data file has a section `words` (named lists of regular expressions: words or stems) and a section `frames` (named
patterns, in any case, in which `%name%` stands for the words of that list).
"""

from __future__ import annotations

import re
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

    def words(m: re.Match[str]) -> str:
        return f"(?:{'|'.join(data['words'][m[1]])})"

    return {
        key: re.compile(with_any_apostrophe(_PLACE.sub(words, pattern)), re.I)
        for key, pattern in data["frames"].items()
    }


def with_any_apostrophe(pattern: str) -> str:
    """Return `pattern`, a regular expression, with each "’", alone or in a class, standing for both apostrophes."""
    return _APOSTROPHE.sub(_both, pattern)


def _both(m: re.Match[str]) -> str:
    return m.group().replace("’", "'’") if m.group().startswith("[") else "['’]"
