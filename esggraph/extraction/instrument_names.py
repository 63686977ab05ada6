"""Short forms of the instruments of a report: one key for "Bribery Act" and "Bribery Act 2010"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from esggraph.extraction.mentions import Mention

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
