"""Which names are variants of one another: other word order, other translation, acronym written out, lost hyphen.

The wordings are data (`data/body_variants.toml`). Names are given as `names.normalise` leaves them.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.cues import load


@cache
def _wordings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all wordings, the longest first, and what stands for each."""
    canonical = {w: one for one, others in load("body_variants.toml")["wordings"].items() for w in others}
    longest = sorted(canonical, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), canonical


@cache
def variant_key(key: str) -> frozenset[str]:
    """Return the words that all variants of the name `key` share; an empty set for one that has no word of its own.

    >>> variant_key("statutory committee on hse") == variant_key("safety health and environment committee")
    True
    """
    data = load("body_variants.toml")
    pattern, canonical = _wordings()
    heads = {w: head for head, others in data["heads"].items() for w in others}
    idle = data["idle"]["words"]
    words = " ".join(w for w in key.split() if w not in idle)
    for _ in range(2):  # "outside director candidate recommendation": two wordings overlap
        words = pattern.sub(lambda m: canonical[m.group()], words)
    *modifiers, head = words.split() or [""]
    return frozenset((*modifiers, heads.get(head, head))) if modifiers else frozenset()


@cache
def unit_words(key: str) -> frozenset[str]:
    """Return the words that tell the unit `key` from others, whatever its head: {"legal"} of "group legal team"."""
    data = load("body_variants.toml")["units"]
    *modifiers, head = key.split() or [""]
    words = modifiers if head in data["heads"] else [*modifiers, head]
    # a head must follow, or the last word would be taken for it
    return variant_key(" ".join([*(w for w in words if w not in data["prefixes"]), "unit"])) - {"unit"}


def compact(key: str) -> str:
    """Return `key` without the spaces that a PDF reader loses and puts in: "labourmanagement council"."""
    return key.replace(" ", "")
