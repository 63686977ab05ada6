"""The words that make a phrase the title of a document: head nouns, and the small words around and inside titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.word_search import any_word
from esggraph.resources import load_data


@dataclass(frozen=True, slots=True)
class Head:
    """What a head noun says of the document: see data/title_heads.toml."""

    form: str
    law: str
    policy: str
    lean: float
    document: float
    alone: bool = False  # the noun by itself is a title
    national: bool = False  # an outside instrument only with a nation's name


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The small words of titles: see data/title_words.toml."""

    prepositions: frozenset[str]
    opening: frozenset[str]
    inner: frozenset[str]
    deeds: frozenset[str]
    participles: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    starters: frozenset[str]
    conjunctions: frozenset[str]
    openers: frozenset[str]
    nominal_openers: frozenset[str]
    done: frozenset[str]
    statements: frozenset[str]
    parts: frozenset[str]
    numbered_parts: frozenset[str]
    persons: frozenset[str]
    authorities: frozenset[str]
    possessors: frozenset[str]
    owners: frozenset[str]
    institutions: frozenset[str]
    conduct: frozenset[str]
    generic: frozenset[str]
    months: frozenset[str]
    corporate: frozenset[str]
    legal_forms: frozenset[str]
    never: re.Pattern[str]


@cache
def title_words() -> TitleWords:
    """Return the small words."""
    data = load_data("title_words.toml")
    never = "|".join(sorted((re.escape(n) for n in data.pop("never")), key=len, reverse=True))
    not_first = "|".join(map(re.escape, data.pop("never_first")))
    return TitleWords(
        **{k: frozenset(v) for k, v in data.items()},
        never=re.compile(rf"^(?:{not_first})\b|\b(?:{never})$", re.I),
    )


@cache
def heads() -> dict[tuple[str, ...], Head]:
    """Return the head nouns by their words in lower case."""
    data = load_data("title_heads.toml")
    found: dict[tuple[str, ...], Head] = {}
    for form, entry in data.items():
        forms = [form, *entry.pop("also", ())]
        head = Head(form, **entry)
        found.update((tuple(f.lower().split()), head) for f in forms)
    return found


@cache
def long_heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the head nouns of the form "Code of Conduct" by their first word, all in lower case."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in heads():
        if "of" in words[1:]:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


@cache
def heads_from() -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """Return the head nouns, words and what they say, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for words, head in heads().items():
        found.setdefault(words[0], []).append((words, head))
    return {first: tuple(sorted(forms, key=lambda f: len(f[0]), reverse=True)) for first, forms in found.items()}


@cache
def _head_pattern() -> re.Pattern[str]:
    firsts = (words[0] for words in heads() if words[0][0].isalpha())
    return re.compile(rf"{any_word(firsts, capital=True)}(?:\d{{1,2}})?\b")


def may_hold_title(text: str) -> bool:
    """Return whether `text` has any head noun: without one it has no title."""
    return _head_pattern().search(text) is not None
