"""Rosters: a body's name as a label and behind it, or in the next cell or line, nothing but those who sit in it.

"ESG Core Group – CEO (chair), CFO, heads of Quality and HR" says without a verb who the members are. A list counts as a
roster when at least two of its elements are found posts or units, and none says that anybody does something. Counted
kinds of people ("Audit Committee 3 independent directors") need no list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.clauses import is_part
from esggraph.extraction.relations.frames import outermost
from esggraph.extraction.relations.membership import forms, is_guest, says_chair
from esggraph.extraction.signs import alternatives, clause_words, words
from esggraph.report import BlockKind

_BOARDS = frozenset(("board", "supervisory_board"))
_OF_UNITS = frozenset(("committee", "subcommittee", "working_group", "team", "other"))  # in which units may sit
_SEATED = _BOARDS | _OF_UNITS | {"board_committee", "management"}
_UNITS = frozenset(("department", "office", "team", "management", "other"))
_MOST = 700  # characters of a list
_SHORT = 40  # characters of a block that may be a label too
_BESIDE = 12  # characters beside a name that fills its cell
_OPENS = re.compile(r"(?:^|[.;!?)\n|]|[•●▪■◆►➢✓·∙›»>–—-])\s*(?:(?:The|Our|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+)?$")
_SEPARATOR = re.compile(r"(?:\s?[(\[][^()\[\]\n]{1,80}[)\]])?(?:\s?[:：]\s*|\s+[–—-]\s+)")
_OPENS_LIST = re.compile(r"(?:consists of|comprises|members?:|with|the|our|its|all|both)\s+", re.IGNORECASE)
_ENDS = re.compile(r"(?<![A-Z])\.(?=\s+[A-Z(•]|\s*$)|\n|\s[–—]\s|\s[•●▪■]\s")
_LINK = re.compile(
    r"[,;·•、]|/| \+ |\b(?:and|as well as|plus|along with|together with)\b|&",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:led|chaired|headed|convened|presided over)(?: jointly)? by\b|chair\w*\s?[:–-]", re.IGNORECASE)
_UNREAD = 9  # words of an element of which nothing was read
_READ = 6  # words beside the name in an element that was read
_SIGN = "\ue000"


@dataclass(frozen=True, slots=True)
class _Seat:
    member: Mention
    leads: bool = False


def rosters(
    text: str, everything: tuple[Passage, ...], participants: Sequence[Mention], labelled: Sequence[Mention]
) -> Iterator[Statement]:
    """Yield hasMember, or ledBy where the list says "(Chair)", for the rosters of `text`, the Doc's.

    `participants` are its bodies and posts sorted by start, `labelled` the bodies that stand as labels.
    """
    starts = [m.start for m in participants]
    passage_starts = [p.start for p in everything]
    alone = {m.start for m in labelled}
    for body in participants:
        if body.kind != "bodies" or body.subkind not in _SEATED or body.anaphor:
            continue
        number = bisect_left(passage_starts, body.start + 1) - 1
        if number < 0 or body.end > everything[number].end or not _opens(text, everything[number], body):
            continue
        behind = participants[bisect_left(starts, body.end) : bisect_left(starts, everything[number].end)]
        seats = list(_counted(text, body, behind))
        for start, end in _values(text, everything, number, body, at_label=body.start in alone):
            inside = participants[bisect_left(starts, start) : bisect_left(starts, end)]
            seats += _listed(text, start, end, inside, body)
        for seat in seats:
            if (seat.member.kind, seat.member.key) != (body.kind, body.key):
                yield Statement(
                    subject=body,
                    predicate="ledBy" if seat.leads else "hasMember",
                    object=seat.member,
                    start=body.start,
                    end=min(everything[number].end, body.start + _MOST)
                    if seat.member.end <= everything[number].end
                    else seat.member.end,
                    confidence=weighed(0.8, body, seat.member),
                )


def _opens(text: str, passage: Passage, body: Mention) -> bool:
    """Return whether `body` stands first in its passage, sentence, item or cell."""
    return bool(_OPENS.search(text[passage.start : body.start])) or any(
        a + passage.start - passage.block.start == body.start for a, _ in passage.block.cells or ()
    )


def _values(
    text: str, everything: tuple[Passage, ...], number: int, body: Mention, *, at_label: bool
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` that may be the roster of `body`, which stands in passage `number`."""
    passage = everything[number]
    if separator := _SEPARATOR.match(text, body.end, passage.end):
        yield _to_its_end(text, separator.end(), passage.end)
    if passage.block.kind is BlockKind.ROW and passage.block.cells:
        shift = passage.start - passage.block.start
        for cell, following in pairwise((a + shift, b + shift) for a, b in passage.block.cells):
            if cell[0] == body.start and cell[1] - body.end <= _BESIDE:
                yield following
    elif at_label and not text[body.end : passage.end].strip(" .:()") and number + 1 < len(everything):
        below, above = everything[number + 1], everything[number - 1]
        if number and above.number == passage.number - 1 and above.end - above.start < _SHORT:
            return  # labels that stand in a column
        if below.number == passage.number + 1 and below.block.kind is not BlockKind.LABELS:
            yield _to_its_end(text, below.start, below.end)


def _to_its_end(text: str, start: int, end: int) -> tuple[int, int]:
    stop = _ENDS.search(text, start, end)
    return start, min(stop.start() if stop else end, start + _MOST)


def _counted(text: str, body: Mention, behind: Sequence[Mention]) -> Iterator[_Seat]:
    """Yield the counted posts right behind `body`: "Audit Committee 3 independent directors, 1 executive director"."""
    at, counted = body.end, _count_behind()
    for m in outermost(behind):
        if m.kind != "posts" or not counted.fullmatch(text, at, m.start):
            return
        yield _Seat(m)
        at, counted = m.end, _next_count()


@cache
def _count() -> str:
    return rf"(?:\d{{1,2}}|(?i:{alternatives((*words()['noun_phrase']['numbers'], 'all', 'only', 'exclusively'))}))"


@cache
def _count_behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s?[(\[][^()\[\]\n]{{1,40}}[)\]])?\s*[:：–—|.,(-]?\s*{_count()}\s(?:members?[,:]? )?(?:(?:are|all) )?"
    )


@cache
def _next_count() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[,;&+/]|[,;]? and)\s(?:{_count()}\s)?(?:other )?")


def _listed(text: str, start: int, end: int, inside: Sequence[Mention], body: Mention) -> list[_Seat]:
    """Return those who sit in `body` if `text[start:end]` is a roster of it, else nothing."""
    found = outermost(inside)
    pieces, at = [], start
    for m in found:
        pieces += [text[at : m.start], _SIGN]
        at = m.end
    value = "".join((*pieces, text[at:end])).strip(" .")
    value = value[opening.end() :] if (opening := _OPENS_LIST.match(value)) else value
    seats: list[_Seat] = []
    unread = people = n = 0
    for element in _LINK.split(value):
        signs, rest = element.count(_SIGN), element.replace(_SIGN, " ").split()
        leads, acts = _LED.search(element), _acts(element)
        if signs > 1 or (signs and not leads and (acts or len(rest) > _READ)):
            return []
        if signs:
            if not leads and not is_guest(text[found[n].end : end]):
                seats.append(_Seat(found[n], found[n].kind == "posts" and says_chair(element.split(_SIGN)[1])))
            n += 1
        elif acts or len(rest) > _UNREAD:
            break
        elif rest:
            unread += 1
            people += any(word in forms()["people"] for word in rest)
    all_may = bool(seats) and all(_may_sit(seat.member, body) for seat in seats)
    return seats if all_may and len(seats) + people > 1 and unread - people <= len(seats) else []


def _may_sit(member: Mention, body: Mention) -> bool:
    if member.kind == "posts":
        return True
    if body.subkind not in _OF_UNITS or is_part(member, body):
        return member.subkind in ("management", "board") and body.subkind not in _BOARDS
    return member.subkind in _UNITS


def _acts(element: str) -> bool:
    """Return whether `element` of a list says what somebody does."""
    finite = any(word.strip("().:").lower() in clause_words()["finite_verbs"] for word in element.split())
    return finite or bool(_doing().search(element))


@cache
def _doing() -> re.Pattern[str]:
    """What an element with a verb is: "meets monthly", "responsible for …", or a name and a word behind it."""
    behind = alternatives((*clause_words()["prepositions"], "as", "each", "both", "all", "only", "and", "or"))
    return re.compile(
        rf"^\s*(?:\w+ly )?(?:{alternatives(('responsible', 'in charge', 'tasked', 'to'))}\b"
        r"|[a-z]+s (?:the|our|all|its|on|to|for|over|at|with|\w+ly|once|twice|every|four|three|six)\b)"
        rf"|{_SIGN}\s+(?!{behind}\b)[a-z]"
    )
