"""Units that stand on a line of defence, whatever they are called: "First line: business units and branches".

The place shows that they are units of the company, so no name is asked for: a phrase that ends in a word for a part of
an organisation, or the capitalised name of a function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.cues import load
from esggraph.extraction.document import Passage
from esggraph.extraction.line_places import places_on_lines

_MOST = 6  # words of a unit's name
_CIRCUMSTANCE = re.compile(r"(?:at|in|on|by|as|for|from|with|under|after|since) ", re.IGNORECASE)
_APART = re.compile(r",? (?:and|&) (?=(?:the|our|all|other)\b)|, (?:and |& )?|;| ?[·•|] ?| and | as well as |/")
_DETERMINER = re.compile(r"(?:the|our|all|its|each|every|both|relevant|respective|individual)\s+", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'&-]*(?: (?:(?:of|for|&) )?[A-Z][\w’'&-]*)*")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("relation_defence.toml")["units"].items()}


def find_on_lines(text: str, passages: tuple[Passage, ...], lines_at: list[int]) -> Iterator[BodyName]:
    """Yield the units that `text` places on lines of defence, of which it speaks at `lines_at`.

    The cells of its rows stand on lines of their own.
    """
    for place in places_on_lines(text, passages, lines_at):
        found = list(_units(text, place.start, place.end))
        if found and (found[-1].end == place.end or not place.whole):
            yield from found


def _units(text: str, start: int, end: int) -> Iterator[BodyName]:
    """Yield the units of the list that begins at `start`."""
    pieces = list(_pieces(text, start, end))
    shared = _shared(text[slice(*pieces[-1])]) if len(pieces) > 1 else ""
    for number, (a, b) in enumerate(_whole(text, pieces)):
        name = _unit(text[a:b])
        if _CIRCUMSTANCE.match(text, a):
            continue
        if name is None and shared and len(text[a:b].split()) < _MOST:
            yield _named(f"{text[a:b]} {shared}", a, b)
        elif name is None:
            if not number or text[a].islower():
                return  # no list of units
        else:
            yield _named(name, a, a + len(name))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [*((m.start(), m.end()) for m in _APART.finditer(text, start, end)), (end, end)]:
        determiner = _DETERMINER.match(text, at, cut[0])
        at = determiner.end() if determiner else at
        if text[at : cut[0]].strip():
            yield at, cut[0]
        at = cut[1]


def _whole(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield `pieces`, two of them as one where the first of "① and ② Team" has no head of its own."""
    last: tuple[int, int] | None = None
    for piece in pieces:
        words = text[slice(*piece)].split()
        joint = text[last[1] : piece[0]] if last else ""
        if (
            last
            and joint == " and "
            and words[-1] in _words()["singular"]
            and _unit(text[slice(*last)], headed=True) is None
        ):
            last = (last[0], piece[1])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _unit(piece: str, *, headed: bool = False) -> str | None:
    """Return the name of the unit that `piece` begins with; None where it is no unit. `headed`: only with a head."""
    parts = piece.split(" ")
    if parts[0].lower() in _words()["no_units"] and parts[1:2] == ["of"]:
        return None  # "Execution of risk management"
    for count, part in enumerate(parts[:_MOST], 1):
        further = parts[count].lower() if count < len(parts) else ""
        ends = part.lower() in _words()["heads" if count > 1 else "alone"]
        goes_on = count == 1 and part[0].isupper() and count < len(parts) and parts[count][0].isupper()
        if ends and not goes_on and further not in _words()["heads"] and further not in ("of", "&"):
            return " ".join(parts[:count])
    if headed:
        return None
    name = _NAME.match(piece)
    if name is None or name.group().split()[-1].lower() in _words()["no_units"]:
        return None
    behind = piece[name.end() :].split()
    known = name.group() in _words()["functions"] and not (behind and behind[0].lower() in _words()["no_units"])
    return name.group() if known or (" " in name.group() and name.end() == len(piece)) else None


def _shared(piece: str) -> str:
    """Return the head that the units before share with the last: "function" of "compliance functions"."""
    head = piece.split(" ")[-1].lower()
    return head.removesuffix("s") if head in _words()["shared"] else ""


def _named(name: str, start: int, end: int) -> BodyName:
    last = name.split()[-1].lower()
    return BodyName(
        name=name,
        start=start,
        end=end,
        head=last,
        kind="management" if last in ("management", "managers") else "department",
        organ=False,
        modifiers=name,
        plural=name.endswith("s"),
        cased=name[0].isupper(),
        shared=True,
    )
