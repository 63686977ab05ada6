"""Bodies that have no full name of their own where they stand.

Layers of the organisation that have a place ("business units" on a line of defence), lists that leave out the head
("departments, such as Human Resources and Legal") and counted lists ("three groups (finance, people and safety)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.extraction.bodies.choice import about_governance
from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.bodies.words import generic, is_head
from esggraph.extraction.bodies.words import words as body_words
from esggraph.extraction.cues import frames, load

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LISTED = 3  # elements that make a list of units, whatever their words
_LONGEST = 5  # words of an element of a counted list
_SPLIT = re.compile(r",[”\"]? (?:and )?(?:the )?")
_PARTING_SIGNS = ";·•|"
_PARTING = re.compile(f"[{_PARTING_SIGNS}]")
_THE_UNIT = re.compile(r"(?:the|our) ([a-z -]+?)(?=,? and (?:the|our) |, (?:the|our) |$)")
_QUOTES = '“”" '
_PHRASE = re.compile(r"[A-Z](?:[\w&/ -]|,(?! ?[■•●▪;]))*[\w)]")  # an element of a list with semicolons or bullets
_NO_UNIT = frozenset(
    {"The", "This", "That", "It", "He", "She", "Each", "Our", "Its", "Mr", "Ms", "Dr", "In", "At", "As", "A", "An"}
)
_BULLET = re.compile("[■•●▪]")
_KINDS = {
    "team": "team", "group": "working_group", "workgroup": "working_group", "workstream": "working_group",
    "force": "working_group", "taskforce": "working_group", "committee": "committee", "council": "committee",
    "panel": "committee", "board": "committee", "forum": "committee", "subcommittee": "subcommittee",
    "sub-committee": "subcommittee", "unit": "department", "commission": "committee", "sub-group": "working_group",
    "subgroup": "working_group",
}  # fmt: skip
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
        parts = list(_elements(text, *m.span("list")))
        if len(parts) < _LISTED and not all(about_governance(text[start:end]) for start, end in parts):
            continue
        for start, end in parts:
            part = text[start:end]
            if part[0].isupper() and part.split()[0] not in _NO_UNIT and not is_head(part.split()[-1]):
                yield _unit(f"{part} {head.title()}", part, start, end, head, cased=True)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the elements of a list, whose commas stand inside them where another sign parts them."""
    words = text[start:end]
    if not _PARTING.search(words) or any(piece.count(",") > 1 for piece in _PARTING.split(words)):
        yield from _elements(text, start, end)
        return
    for m in re.finditer(rf"[^{_PARTING_SIGNS}]+", words):
        part = m.group().strip().removeprefix("and ")
        if part:
            yield start + m.start() + m.group().index(part), start + m.start() + m.group().index(part) + len(part)


def find_counted(text: str) -> Iterator[BodyName]:
    """Yield the units of lists that have as many elements as the number before them says.

    "Four working groups (safety, people, climate and suppliers)"; elements with a head of their own keep their names.
    """
    for m in frames("unnamed_units.toml")["counted"].finditer(text):
        if m["apart"]:
            parts = [p.span() for p in _PHRASE.finditer(text, *m.span("apart"))]
        else:
            parts = list(_elements(text, *m.span("list" if m["list"] else "open" if m["open"] else "inner")))
        words = [text[start:end] for start, end in parts]
        if len(parts) != _NUMBERS.index(m["number"].lower()) + 2 or any(w.count(" ") >= _LONGEST for w in words):
            continue
        head = m["head"].removesuffix("s")
        named = [_has_head(w, head) for w in words]
        if any(named) != all(named):
            continue
        kind = "".join(f"{word} " for word in m["kind"].split() if not generic(word))  # "standing" tells nothing
        plain_groups = m["head"] == "groups" and not any(map(about_governance, words))  # a company's businesses
        sure = m["head"].endswith(("groups", "committees", "forces")) and not (named[0] or plain_groups)
        if not sure and 2 * sum(map(about_governance, words)) < len(words):
            continue  # "three business units: retail, wholesale and logistics"
        for (start, end), part in zip(parts, words, strict=True):
            name = part if named[0] else f"{part} {kind}{head}"
            yield _unit(name, part, start, end, head.split()[-1].lower(), cased=part[0].isupper())


def find_labelled(text: str) -> Iterator[BodyName]:
    """Yield the teams behind a label for several: "Focus teams: Water · Waste · Supply Chain"."""
    for m in frames("unnamed_units.toml")["labelled"].finditer(text):
        parts = [span for span in _parts(text, *m.span("list")) if not _has_head(text[slice(*span)], m["head"])]
        if 2 * sum(about_governance(text[start:end]) for start, end in parts) < len(parts):
            continue
        head = f"{m['kind']}{m['head']}".lower().removesuffix("s")
        for start, end in parts:
            part = text[start:end]
            yield _unit(f"{part} {head}", part, start, end, head.split()[-1], cased=part[0].isupper())


def find_represented(text: str) -> Iterator[BodyName]:
    """Yield the units of lists of those represented somewhere: "experts from Finance, Legal and Human Resources"."""
    for m in frames("unnamed_units.toml")["represented"].finditer(text):
        yield from _functions(text, [(s, e) for s, e in _elements(text, *m.span("list")) if text[s].isupper()])


def find_seated(text: str) -> Iterator[BodyName]:
    """Yield the functions that are said to have seats in a body, and those that a sentence calls units."""
    frame = frames("unnamed_units.toml")
    for form in ("seated", "sitting", "bracketed"):
        for m in frame[form].finditer(text):
            yield from _functions(text, list(_elements(text, *m.span("list"))))
    for m in frame["plain_seats"].finditer(text):
        for part in _THE_UNIT.finditer(text, *m.span("list")):
            yield _unit(part[1], part[1], *part.span(1), part[1].split()[-1].removesuffix("s"), cased=False)
    for m in frame["called"].finditer(text):
        if not (is_head(m["list"].split()[-1]) or m["list"].split()[0] in _NO_UNIT):
            yield _unit(m["list"], m["list"], *m.span("list"), "function", cased=True)


def find_areas(text: str) -> Iterator[BodyName]:
    """Yield the units of lists behind a colon: "five areas with duties for safety: Finance; Legal; Human Resources"."""
    for m in frames("unnamed_units.toml")["areas"].finditer(text):
        plain = ";" not in m["list"] and not _BULLET.search(m["list"])
        elements = (
            _elements(text, *m.span("list")) if plain else (p.span() for p in _PHRASE.finditer(text, *m.span("list")))
        )
        yield from _functions(text, list(elements))
    for m in frames("unnamed_units.toml")["sharing"].finditer(text):
        yield from _functions(text, list(_elements(text, *m.span("list"))))


def _functions(text: str, parts: list[tuple[int, int]]) -> Iterator[BodyName]:
    """Yield each of `parts` as a unit, unless most name no subject of governance."""
    elements = [text[start:end] for start, end in parts]
    if 2 * sum(map(about_governance, elements)) < len(parts) or any("Chief" in e for e in elements):
        return  # countries, companies, persons
    for start, end in parts:
        last = text[start:end].split()[-1]
        if not (is_head(last) or last in load("unnamed_units.toml")["others"]["last"]):
            yield _unit(text[start:end], text[start:end], start, end, "function", cased=True)


def _has_head(element: str, head: str) -> bool:
    """Return whether `element` of a list of bodies with that `head` has a head of its own."""
    last = element.split()[-1]
    if element.lower().endswith(head.lower()):
        return True
    return is_head(last) or (last[0].isupper() and body_words().heads.fullmatch(last) is not None)


def _elements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the elements of a printed list; an "and" inside an element stays where ", and" ends it."""
    start += 4 if text.startswith("the ", start) else 0
    words = text[start:end]
    pieces = _SPLIT.split(words)
    if ", and " not in words and (m := _AND.fullmatch(pieces[-1])):
        pieces[-1:] = [m[1], m[2].removeprefix("the ")]
    for piece in pieces:
        if piece := piece.strip(_QUOTES):
            start = text.index(piece, start)
            yield start, start + len(piece)
            start += len(piece)


def _unit(name: str, modifiers: str, start: int, end: int, head: str, *, cased: bool) -> BodyName:
    kind = _KINDS.get(head, "department")
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
