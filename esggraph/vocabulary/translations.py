"""Titles of laws that were not written in English: translators differ in order, articles and endings."""

from __future__ import annotations

import re
from functools import cache

from esggraph.names import normalise
from esggraph.vocabulary.terms import word_groups

_STEM = 6  # letters that "prohibiting", "prohibition" and "prohibited" share


@cache
def _synonyms() -> dict[str, str]:
    return {word: group[0] for group in word_groups("synonyms") for word in group}


@cache
def _heads() -> dict[str, str]:
    return {word: group[0] for group in word_groups("heads") for word in group}


def translation_key(title: str) -> frozenset[str] | None:
    """Return what the translations of one title share: its kind and the stems of its words, in no order.

    None for a title without a word for its kind (law, measures, guidelines …) or with less than two other words.

    >>> translation_key("Law on the Prevention and Control of Water Pollution") == translation_key(
    ...     "Water Pollution Prevention and Control Law"
    ... )
    True
    """
    words = normalise(re.sub(r"[()]", " ", title)).split()
    places = [*range(min(3, len(words))), len(words) - 1]
    head = next((i for i in places if i >= 0 and words[i].removesuffix("s") in _heads()), None)
    if head is None:
        return None
    kind = _heads()[words.pop(head).removesuffix("s")]
    small = {"and", "by", "for", "from", "in", "of", "on", "to"}
    stems = {_synonyms().get(w.removesuffix("s"), w.removesuffix("s"))[:_STEM] for w in words if w not in small}
    return frozenset({f"kind: {kind}", *stems}) if len(stems) > 1 else None
