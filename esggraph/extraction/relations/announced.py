"""Units that a sentence announces as those of a body: "The Board leans on four committees: ①, ② and ③".

Whichever verb ties the body to its units, the list that follows is a list of its parts when the sentence names one body
and units in the plural and the list names units of just that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.relations.clauses import plausible, statement
from esggraph.extraction.relations.frames import Frame, enumeration
from esggraph.extraction.relations.lists import listed_with
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives, words

_LIST = re.compile(
    r"(?:[:：]|[–—]|,? (?:namely|viz\.?|i\.e\.),?|,? (?:these|they|which|who|that) (?:are|being):?)"
    rf"[^{NO_SIGN};.]{{0,30}}?(?={SIGN})"
)
_BOARDS = frozenset(("board", "supervisory_board"))
_COMMITTEES = frozenset(("committee", "board_committee", "subcommittee"))


def announced_parts(frame: Frame) -> Iterator[Statement]:
    """Yield subUnitOf for the units that `frame` lists behind words that announce them as units of one body."""
    for opening in _LIST.finditer(frame.text):
        head = re.split(r"[.;]\s", frame.text[: opening.start()])[-1]
        if _elsewhere().search(head):
            continue
        listed = listed_with(frame, frame.group(frame.text[opening.end()]))
        listed = tuple({m.key: m for m in (*listed, *enumeration(frame, opening.end())) if m.kind == "bodies"}.values())
        whole = _whole(frame, head)
        if len(whole) != 1 or len(listed) < 2:
            continue
        parts = _of_their_kind(head, tuple(m for m in listed if _may_be_part(m, whole[0])), whole)
        for part in parts if len(parts) > 1 else ():
            yield statement(frame, part, "subUnitOf", whole[0], 0.82)
        return


def _may_be_part(unit: Mention, whole: Mention) -> bool:
    return unit.key != whole.key and unit.subkind not in _BOARDS and plausible(unit, "subUnitOf", whole)


def _whole(frame: Frame, head: str) -> Group:
    """Return the bodies that `head` names; where it names none, what it goes on about."""
    named = {m.key: m for sign in re.findall(SIGN, head) for m in frame.group(sign)}
    if named:
        return tuple(named.values()) if all(m.kind == "bodies" for m in named.values()) else ()
    setting = frame.setting
    if setting.labelled:
        return tuple(m for m in setting.topic if m.kind == "bodies")
    return (setting.spoken or setting.topic) if _OWN.search(head) else ()


_OWN = re.compile(r"\b(?:it|its|itself|their|them)\b", re.IGNORECASE)


def _of_their_kind(head: str, listed: Group, whole: Group) -> Group:
    """Return those of `listed` that are of the kind which `head` announces."""
    nouns = [m["unit"].lower().replace("-", "") for m in _units().finditer(head)]
    if not nouns:
        to_committees = (
            len(head.split()) > 1 and whole[0].subkind in _BOARDS and all(m.subkind in _COMMITTEES for m in listed)
        )
        return listed if to_committees else ()
    kind = nouns[-1].removeprefix("sub").split()[-1]
    return tuple(m for m in listed if kind in ("unit", "bodie", "organ") or _noun(m.name) == kind)


def _noun(name: str) -> str:
    """Return the noun of `name` that says what kind of unit it is."""
    return re.split(r" (?:of|on|for|in) | \(", name.lower())[0].split()[-1].removesuffix("s").removeprefix("sub")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<unit>{alternatives(words()['announced']['units'])})s\b", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    """What makes the list another's: those that report, that somebody works with, that are outside."""
    return re.compile(rf"\b{alternatives(words()['announced']['not'])}\b", re.IGNORECASE)
