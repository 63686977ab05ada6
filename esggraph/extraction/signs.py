"""The signs that stand for groups of bodies and posts in a frame, and the words that frames are read by.

A sign is one character of a private-use plane of Unicode, so that it cannot occur in a report: patterns match it like a
word. Its value tells whether the group is of bodies, of posts or of both, and which of the frame's groups it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from esggraph.extraction.mentions import Mention
from esggraph.resources import load_data

Group = tuple[Mention, ...]  # mentions that a coordination puts side by side

SIZE = 0x600  # signs of a kind; a sentence with more mentions is a data table and no sentence
# Plane 15: for ranges of the basic plane `re` compiles tables of all its 65,536 characters, which took most of the time
_BODY, _POST, _MIXED = 0xF0000, 0xF0000 + SIZE, 0xF0000 + 2 * SIZE
NO_SIGN = f"{chr(_BODY)}-{chr(_MIXED + SIZE - 1)}"  # all signs, for use inside a negated character class
SIGN = f"[{NO_SIGN}]"
NO_BODY = f"{chr(_BODY)}-{chr(_POST - 1)}"  # the signs of bodies alone, likewise
POST_SIGN = f"[{chr(_POST)}-{chr(_MIXED + SIZE - 1)}]"


def sign(group: Iterable[Mention], number: int) -> str:
    """Return the sign of the group with this number."""
    kinds = {m.kind for m in group}
    return chr((_MIXED if len(kinds) > 1 else _BODY if "bodies" in kinds else _POST) + number)


def is_sign(token: str) -> bool:
    """Return whether `token` is a sign."""
    return len(token) == 1 and _BODY <= ord(token) < _MIXED + SIZE


def number(sign: str) -> int:
    """Return the number of the group that `sign` stands for."""
    return (ord(sign) - _BODY) % SIZE


def same_kind(first: str, second: str) -> bool:
    """Return whether two signs both stand for bodies, both for posts, or both for a mixture."""
    return (ord(first) - _BODY) // SIZE == (ord(second) - _BODY) // SIZE


@cache
def words() -> dict[str, Any]:
    """Return the small words that relations are read by (`data/relation_words.toml`)."""
    return load_data("relation_words.toml")


@cache
def clause_words() -> dict[str, frozenset[str]]:
    """Return the words of the file's part on clauses, as sets."""
    return {key: frozenset(value) for key, value in words()["clause"].items()}


def alternatives(terms: Iterable[str]) -> str:
    """Return a regular expression for any of `terms`, the longest first."""
    return "(?:" + "|".join(sorted((re.escape(t) for t in terms), key=len, reverse=True)) + ")"
