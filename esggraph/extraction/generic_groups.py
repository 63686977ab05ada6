"""Groups without a name of their own ("business units", "audit and compliance departments") that a structure places.

They are bodies only where the report gives them a place, so they are looked for in sentences that speak of lines of
defence or tiers only, and become mentions only when a statement places them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.extraction.mentions import Mention
from esggraph.extraction.signs import alternatives, words
from esggraph.names import normalise

_WORD = r"[a-z][\w’'-]*"


def generic_groups(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield the lower-case groups in `text[start:end]`; coordinated modifiers give a group each.

    "audit, inspection and compliance departments" names three kinds of departments; after ", and" the last kind may
    have an "and" of its own.
    """
    nouns = words()["generic_groups"]
    head = re.compile(rf"\b{alternatives(nouns['heads'])}\b(?: of (?:[a-z-]+ )?{alternatives(nouns['heads'])}\b)?")
    not_modifier = frozenset(nouns["not_modifiers"])
    for match in head.finditer(text, start, end):
        first = _first_modifier(text, start, match.start(), not_modifier)
        modifiers = text[first : match.start()].strip()
        subkind = nouns["kinds"].get(match.group().split()[0].rstrip("s"), "other")
        for modifier, a in _split(modifiers, first):
            name = f"{modifier} {match.group()}".strip()
            b = match.end() if a + len(modifier) + 1 >= match.start() else a + len(modifier)
            yield Mention(
                kind="bodies",
                name=name,
                key=normalise(name),
                start=min(a, match.start()),
                end=b,
                subkind=subkind,
                confidence=0.8,
            )


def _first_modifier(text: str, start: int, at: int, not_modifier: frozenset[str]) -> int:
    """Return where the modifiers before the head noun at `at` begin."""
    first = at
    for word in reversed(list(re.finditer(rf"{_WORD}|[^\s\w]|\S+", text[max(start, at - 90) : at]))):
        token = word.group()
        if token in not_modifier or not re.fullmatch(rf"{_WORD}|,", token) or (token == "," and first == at):
            break
        first = max(start, at - 90) + word.start()
    return first + len(re.match(r"(?:(?:,|and|or)\s+)*", text[first:at])[0])  # type: ignore[index]


def _split(modifiers: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the coordinated `modifiers` and where each starts; `at` is where they all start."""
    if not modifiers:
        yield "", at
        return
    separator = r",\s+and\s+|,\s+or\s+|,\s+" if re.search(r",\s+and\s", modifiers) else r",\s+|\s+and\s+|\s+or\s+"
    position = 0
    for gap in [*re.finditer(separator, modifiers), None]:
        stop = gap.start() if gap else len(modifiers)
        if modifiers[position:stop].strip():
            yield modifiers[position:stop], at + position
        position = gap.end() if gap else stop
