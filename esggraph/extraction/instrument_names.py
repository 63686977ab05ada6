"""Short and other forms of the instruments of a report: one key for "Bribery Act" and "Bribery Act 2010"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Any

from esggraph.extraction.mentions import Mention
from esggraph.extraction.title_words import title_words
from esggraph.resources import load_data

_YEAR = re.compile(r"(?: of|,)? \(?(?:19|20)\d\d\)?$")
_YEAR_BEFORE = re.compile(r"^(?:19|20)\d\d ")
_COMPLEMENT = re.compile(r" (?:on|against|governing|concerning|regarding|relating|for Multinational|in|to) ", re.I)


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


def same_documents(found: Sequence[Mention]) -> list[Mention]:
    """Return `found`, mentions of a company's documents, where those have one key that differ by how far they reach.

    "Global EHS Policy" is the "Environmental, Health and Safety Policy", "Code of Ethics" the "Code of Ethics and Conduct".
    """
    keys: dict[str, str] = {}  # what a key comes down to -> the first key that does
    same: dict[str, str] = {}
    for m in found:
        same.setdefault(m.key, keys.setdefault(_plain_key(m), m.key))
    codes = {m.name: same[m.key] for m in found if m.name.startswith("Code")}
    for name, key in codes.items():
        short, joint, conduct = name.rpartition(" and ")
        if joint and codes.get(short, key) != key and set(conduct.split()) <= title_words().conduct | {"Business"}:
            same = {k: key if s == codes[short] else s for k, s in same.items()}
    return [replace(m, key=same[m.key]) for m in found]


@cache
def _names() -> dict[str, Any]:
    return load_data("policy_names.toml")


def _plain_key(mention: Mention) -> str:
    """Return what the key of `mention`, the words of its name, comes down to."""
    data = _names()
    reach = set(takewhile(data["scope"].__contains__, mention.name.lower().split()))
    words: list[str] = []
    for word in mention.key.split():
        words += data["acronyms"].get(word, [data["same"].get(word, word)])
    telling = [w for w in words if w and w not in reach]
    return " ".join(sorted(set(telling if len(telling) > 1 else words)))
