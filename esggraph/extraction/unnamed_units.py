"""Bodies that have no full name of their own where they stand.

Layers of the organisation that have a place ("business units" on a line of defence), lists that leave out the head
("departments, such as Human Resources and Legal") and counted lists ("three groups (finance, people and safety)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.extraction.body_choice import about_governance
from esggraph.extraction.body_names import BodyName
from esggraph.extraction.body_words import is_head
from esggraph.extraction.cues import frames, load

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST = 4  # words of an element of a counted list
_SPLIT = re.compile(r", (?:and )?(?:the )?")
_PHRASE = re.compile(r"[A-Z](?:[\w&/ -]|,(?! ?[■•●▪;]))*[\w)]")  # an element of a list with semicolons or bullets
_AND = re.compile(r"(.+) and (.+)")


def may_be_unnamed(name: BodyName) -> bool:
    """Return whether `name` is a plural that can stand for a layer of the organisation: "business units"."""
    words = load("unnamed_units.toml")["layers"]
    modifiers = set(name.modifiers.lower().split())
    vague = modifiers != set() and modifiers <= set(words["vague"])
    return (name.plural or name.shared) and name.head in words["heads"] and not vague


def placed(sentence: str) -> bool:
    """Return whether `sentence` places bodies on lines of defence or on tiers, so that unnamed ones count too."""
    return frames("unnamed_units.toml")["place"].search(sentence) is not None


def find_headless(text: str) -> Iterator[BodyName]:
    """Yield the units of lists that leave out their head: "departments, such as Human Resources, Safety and Legal"."""
    for m in frames("unnamed_units.toml")["headless"].finditer(text):
        head = m["head"].lower().removesuffix("s")
        for start, end in _elements(text, *m.span("list")):
            part = text[start:end]
            if part[0].isupper() and not is_head(part.split()[-1]):
                yield _unit(f"{part} {head.capitalize()}", part, start, end, head, cased=True)


def find_counted(text: str) -> Iterator[BodyName]:
    """Yield the units of lists in parentheses that have as many elements as the number before them says."""
    for m in frames("unnamed_units.toml")["counted"].finditer(text):
        parts = list(_elements(text, *m.span("list" if m["list"] else "open")))
        wordy = any(text[start:end].count(" ") >= _LONGEST for start, end in parts)
        if wordy or len(parts) != _NUMBERS.index(m["number"].lower()) + 2:
            continue
        head = m["head"].removesuffix("s")
        for start, end in parts:
            part = text[start:end]
            if not is_head(part.split()[-1]):
                yield _unit(f"{part} {m['kind'] or ''}{head}", part, start, end, head.lower(), cased=False)


def find_represented(text: str) -> Iterator[BodyName]:
    """Yield the units of lists of those represented somewhere: "experts from Finance, Legal and Human Resources"."""
    for m in frames("unnamed_units.toml")["represented"].finditer(text):
        yield from _functions(text, [(s, e) for s, e in _elements(text, *m.span("list")) if text[s].isupper()])


def find_areas(text: str) -> Iterator[BodyName]:
    """Yield the units of lists behind a colon: "five areas with duties for safety: Finance; Legal; Human Resources"."""
    for m in frames("unnamed_units.toml")["areas"].finditer(text):
        yield from _functions(text, [p.span() for p in _PHRASE.finditer(text, *m.span("list"))])
    for m in frames("unnamed_units.toml")["sharing"].finditer(text):
        yield from _functions(text, list(_elements(text, *m.span("list"))))


def _functions(text: str, parts: list[tuple[int, int]]) -> Iterator[BodyName]:
    """Yield each of `parts` as a unit, unless most name no subject of governance."""
    if 2 * sum(about_governance(text[start:end]) for start, end in parts) < len(parts):
        return  # countries, companies, persons
    for start, end in parts:
        last = text[start:end].split()[-1]
        if not (is_head(last) or last in load("unnamed_units.toml")["others"]["last"]):
            yield _unit(text[start:end], text[start:end], start, end, "function", cased=True)


def _elements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the elements of a printed list; an "and" inside an element stays where ", and" ends it."""
    words = text[start:end]
    pieces = _SPLIT.split(words)
    if ", and " not in words and (m := _AND.fullmatch(pieces[-1])):
        pieces[-1:] = [m[1], m[2].removeprefix("the ")]
    for piece in pieces:
        start = text.index(piece, start)
        yield start, start + len(piece)
        start += len(piece)


def _unit(name: str, modifiers: str, start: int, end: int, head: str, *, cased: bool) -> BodyName:
    kind = {"team": "team", "group": "working_group", "committee": "committee"}.get(head, "department")
    return BodyName(
        name=name,
        start=start,
        end=end,
        head=head,
        kind=kind,
        organ=False,
        modifiers=modifiers,
        cased=cased,
        shared=True,
    )
