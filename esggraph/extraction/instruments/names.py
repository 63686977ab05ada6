"""Short and other forms of the instruments of a report: one key for "Bribery Act" and "Bribery Act 2010"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from esggraph.extraction.instruments.title_lookup import with_acronyms
from esggraph.extraction.instruments.title_words import heads, title_words
from esggraph.extraction.mentions import Mention
from esggraph.names import normalise
from esggraph.resources import load_data

_YEAR = re.compile(r"(?: of|,)? \(?(?:19|20)\d\d\)?$")
_YEAR_BEFORE = re.compile(r"^(?:19|20)\d\d ")
_COMPLEMENT = re.compile(r" (?:on|against|governing|concerning|regarding|relating|for Multinational|in|to) ", re.I)
_CALLED = 3  # words of a title that say what it is: "Group Compliance Policy on …"


def share_keys(found: Sequence[Mention]) -> list[Mention]:
    """Return `found`, mentions of one kind, where a short form has the key of the one longer name that it is short for.

    A short form is a name without its year ("Bribery Act" of "Bribery Act 2010", "Safety Plan" of "2030 Safety Plan")
    or without what follows its head noun ("OECD Guidelines").
    """
    names: dict[str, str] = {}  # name -> key; the first bearer of a name has it
    for m in found:
        names.setdefault(m.name, m.key)
    longer: dict[str, set[str]] = defaultdict(set)
    for name, key in names.items():
        for short in _shorter(name):
            if names.get(short, key) != key:
                longer[names[short]].add(key)
    only = {key: next(iter(keys)) for key, keys in longer.items() if len(keys) == 1}
    return [replace(m, key=_last(m.key, only)) for m in found]


def _shorter(name: str) -> list[str]:
    """Return the short forms that `name` may have."""
    forms = [name[: m.start()] for m in _COMPLEMENT.finditer(name)]
    without_year = _YEAR.sub("", name)
    return [f for f in (*forms, without_year, _YEAR_BEFORE.sub("", name)) if f != name and " " in f]


def _last(key: str, only: dict[str, str]) -> str:
    seen = {key}
    while key in only and only[key] not in seen:
        key = only[key]
        seen.add(key)
    return key


def called_in_full(item: Mention, titled: Collection[str]) -> Mention:
    """Return `item`, of a printed list, with the key of the one longer title among the keys `titled` that it is.

    "Living Wages" is the "Group Regulation on Living Wages" elsewhere.
    """
    words = set(item.key.split())
    longer = [key for key in titled if words < set(key.split()) and _only_called(set(key.split()) - words)]
    return replace(item, key=longer[0]) if len(longer) == 1 and item.key not in titled else item


def _only_called(words: set[str]) -> bool:
    """Return whether `words`, of a key, say little more than what sort of document it is."""
    nouns = [head for word in words if (head := heads().get((word,))) and head.policy]
    return bool(nouns) and len(words) <= _CALLED


def same_documents(found: Sequence[Mention], company: Collection[str] = ()) -> list[Mention]:
    """Return `found`, mentions of a company's documents, where those have one key that differ by how far they reach.

    "Global EHS Policy" is the "Environmental, Health and Safety Policy", "Code of Ethics" the "Code of Ethics and
    Conduct". `company`: the company's names, of which a name may have the first words in front.
    """
    keys: dict[str, str] = {}  # what a key comes down to -> the first key that does
    same: dict[str, str] = {}
    reach = frozenset(_names()["scope"]) | {first for name in company if len(first := name.lower().split()[0]) > 2}
    for m in found:
        same.setdefault(m.key, keys.setdefault(_plain_key(m, reach), m.key))
    codes = {plain: key for plain, key in keys.items() if "code" in plain.split()}
    conduct = {w.lower().rstrip("s") for w in title_words().conduct}
    for plain, key in codes.items():
        whole = set(plain.split())
        shorter = [k for p, k in codes.items() if set(p.split()) < whole and whole - set(p.split()) <= conduct]
        if len(shorter) == 1:
            same = {k: key if s == shorter[0] else s for k, s in same.items()}
    return [replace(m, key=same[m.key]) for m in found]


@cache
def _assurers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('policy_names.toml')['assurers'])})\b", re.I)


def is_assurers(paragraph: str) -> bool:
    """Return whether `paragraph` is one of an assurance statement, in which an assurer speaks of itself."""
    return _assurers().search(paragraph) is not None


@cache
def _names() -> dict[str, Any]:
    """The words as keys have them: without the plural's ending."""
    data = load_data("policy_names.toml")
    acronyms = {word.rstrip("s"): [w.rstrip("s") for w in words] for word, words in data["acronyms"].items()}
    return {"scope": data["scope"], "acronyms": acronyms, "same": {w.rstrip("s"): o for w, o in data["same"].items()}}


def _plain_key(mention: Mention, reach: Collection[str]) -> str:
    """Return what the key of `mention`, the words of its name, comes down to; `reach`: words that may lead it."""
    data = _names()
    leading = takewhile(reach.__contains__, mention.name.lower().split())
    left_out = {part.rstrip("s") for word in leading for part in (word, *word.split("-"))}
    words: list[str] = []
    for word in mention.key.split():
        words += data["acronyms"].get(word, [data["same"].get(word, word)])
    telling = [w for w in words if w and w not in left_out]
    return " ".join(sorted(set(telling if len(telling) > 1 else words)))


def with_short_forms(laws: list[Mention], text: str) -> list[Mention]:
    """Return `laws`, which `text` names, where an authority's guidance is the longer named one: "the OECD Guidance".

    What stands in parentheses is a short form of what stands before them.
    """
    names = {m.name: m for m in laws}
    defined = {m.name for m in laws if text.startswith("(", m.start - 1)}
    short = (m.subkind == "government_guideline" and m.name not in defined for m in laws)
    return [
        replace(m, key=short_for(m.name, names) or m.key) if told else m for m, told in zip(laws, short, strict=True)
    ]


def short_for(name: str, laws: dict[str, Mention]) -> str | None:
    """Return the key of the law in `laws`, by their names, that `name` says in fewer words: "the OECD guidance"."""
    words = _words(name)
    return next((law.key for full, law in laws.items() if words < _words(full)), None) if len(words) < 3 else None


@lru_cache(maxsize=5_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(with_acronyms(normalise(name)).lower().removesuffix("s").split())
