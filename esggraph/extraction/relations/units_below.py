"""The units that a sentence or title announces and that stand below it as labels: "Three committees of the Board:".

"Four committees support the Board." is followed by four headings, "Working groups under the Council" by lines that each
begin with a working group's name. They are read like the items of a list (`items_below`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention
from esggraph.extraction.relations.items_below import Item
from esggraph.extraction.signs import alternatives, words
from esggraph.report import BlockKind

_FAR = 6000  # characters between the words and the last label
_ANY = 99  # units, where their number is not said
_UNKNOWN = 1  # of those announced, which no body was read from
_SENTENCE = 220  # characters of a sentence or title that announces without a colon or a number
_UNITS = (
    r"(?P<units>(?:sub-?)?committees|commissions|councils|working groups|(?:sub-?)?groups|task forces|teams|units"
    r"|departments|divisions|offices|bodies|forums|forces|panels|boards|workstreams|sections|centres|centers)"
)
_SHORT = r"(?:[\w’&-]+ ){0,3}?"
_ANY_UNITS = re.compile(rf"\b{_UNITS}\b", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:[•·∙●▪■◆►➢✓›»▸▶◦○–—*-]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])?\s*(?:(?i:the|our|its)\s+)?")
_LABEL = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[:：|\n]|[.](?=\s|$)|[–—-]\s|$)")
_BULLETS = frozenset("•·∙●▪■◆►➢✓›»▸▶◦○")
_ANY_NAME = frozenset(("units", "bodies"))


@dataclass(frozen=True, slots=True)
class _Announced:
    """What is to come: units of a kind, and how many where that is said."""

    noun: str | None  # the last word of their names; None for any
    count: int | None
    directly: bool  # the first stands right below


def units_below(
    text: str, passages: tuple[Passage, ...], number: int, sentence: str, bodies: list[Mention]
) -> list[Item]:
    """Return the bodies whose labels `sentence`, the last of `passages[number]`, announces; empty where it does not.

    `text` is the whole of the Doc's, the cells of rows on lines of their own; `bodies` are its bodies, sorted by start.
    """
    announced = _announced(sentence)
    if announced is None:
        return []
    found = {m.key: m for m in _labels(text, passages, number, announced, bodies)}
    if len(found) < max(2, (announced.count or 0) - _UNKNOWN):
        return []
    return [("", m, "") for m in found.values()]


def _announced(sentence: str) -> _Announced | None:
    colon = sentence.rstrip().endswith((":", "："))
    counted = _counted().search(sentence)
    if counted:
        count = words()["clause"]["counts"][counted["number"].lower()]
        return _Announced(_noun(counted["units"]), count, directly=colon)
    units = list(_ANY_UNITS.finditer(sentence))
    if not units or not (colon or len(sentence) <= _SENTENCE):
        return None
    return _Announced(_noun(units[-1]["units"]), None, directly=colon)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<number>{alternatives(words()['clause']['counts'])}) {_SHORT}{_UNITS}\b",
        re.IGNORECASE,
    )


def _noun(units: str) -> str | None:
    noun = units.lower().replace("-", "").split()[-1]
    return None if noun in _ANY_NAME else noun.removesuffix("s").removeprefix("sub")


def _labels(
    text: str, passages: tuple[Passage, ...], number: int, announced: _Announced, bodies: list[Mention]
) -> Iterator[Mention]:
    """Yield the bodies that begin the blocks behind `passages[number]` as labels, up to where the list ends."""
    left = announced.count or _ANY
    section = passages[number].block.section
    at = passages[number].end
    for passage in passages[number + 1 :]:
        if not left or passage.start - at > _FAR:
            return
        found = [label for begin in _cells(passage) if (label := _label(text, begin, passage, announced, bodies))]
        if found:
            left -= len(found)
            at = passage.end
            yield from found
            continue
        if announced.directly and passage.block.kind is not BlockKind.ITEM:
            return
        apart = passage.block.kind is BlockKind.HEADING and passage.block.section == section
        if announced.count is None and (apart or (left < _ANY and passage.block.kind is BlockKind.LABELS)):
            return


def _cells(passage: Passage) -> Iterator[int]:
    """Yield where the cells of `passage` begin."""
    shift = passage.start - passage.block.start
    yield from (start + shift for start, _ in passage.block.cells or ((passage.block.start, 0),))


def _label(text: str, at: int, passage: Passage, announced: _Announced, bodies: list[Mention]) -> Mention | None:
    opening = _OPENING.match(text, at, passage.end)
    start = opening.end() if opening else at
    i = bisect_left(bodies, start, key=lambda m: m.start)
    here = [m for m in bodies[i : i + 3] if m.start == start and m.end <= passage.end and not m.anaphor]
    if not here:
        return None
    body = max(here, key=lambda m: m.end)
    noun = announced.noun
    named = noun is None or noun in body.name.lower().split(" of ")[0].split(" on ")[0].split(" for ")[0]
    bulleted = passage.block.kind is BlockKind.ITEM or text[at:start].strip()[:1] in _BULLETS
    as_item = announced.directly and bulleted
    return body if named and (as_item or _LABEL.match(text, body.end, passage.end)) else None
