"""Where a text says who stands on which line of defence: stretches that list units, each with the number of its line.

A line is named by an ordinal ("the second line", "2nd LoD", and "the second" behind such words) or a number ("line 2",
"line two"). Its units stand behind it as behind a label or after a verb, before a verb that leads to it, beside it in
brackets or between commas, or they are the items of a list under words for the model, whose numbers are the lines'.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.cues import load
from esggraph.extraction.defence_model import speaks_of_lines
from esggraph.extraction.document import Passage
from esggraph.extraction.signs import alternatives
from esggraph.extraction.steps import number, on_lines, runs
from esggraph.report import BlockKind

_REGION = 260  # characters behind a line in which its units stand
_CONTEXT = 1500  # characters behind words for the model in which a line is one of them
_BEFORE = 375  # … and before them
_TITLE = 90  # characters of words under the title that go before its list
_SENTENCE = 400  # characters from a line that is named as such to "the second"
_ORDINALS = {"front": 1, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
_NUMERALS = {"1": 1, "2": 2, "3": 3, "one": 1, "two": 2, "three": 3}
_MARK = re.compile(
    r"\b(?:(?P<ordinal>front(?= line)|first|second|third|1st|2nd|3rd)(?P<named>[ -](?:line|level|LoD))?"
    r"|line (?P<number>[1-3]|one|two|three))\b(?: of (?:defen[cs]e|control|assurance|responsibility))?",
    re.IGNORECASE,
)
# what ends a list of units
_STOP = re.compile(
    r"[.;:\n(]|,? \b(?:which|who|that|whose|where|whereby|with|through|to|in|at|as|by|under|across|for)\b"
    r"|,? \b(?:is|are|forms?|while|whereas)\b"
    r"| [–—-] |, (?:independent\w*|providing|responsible|headed|led|reporting)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:,? ?(?:and|while) )?|[.;:\n] ?(?:and )?|,? (?:while|whereas|where|such as|including) |\), (?:and )?",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(r"(?:by|with|through|to|in|at|as|under|across|for|from|is|are)\b", re.IGNORECASE)
_CLAUSE = re.compile(r",? (?:that|which|who)\b")
_TO = re.compile(r"(?:^|[.;,:\n] ?|\b(?:and|while) )(?:in|on|at|to|within|as|for) (?:the |our )?$", re.IGNORECASE)
_LIES = re.compile(
    r"\b(?:lies?|rests?|remains?|placed|vested|located) (?:in|on|at|within|with) (?:the |our )?$", re.IGNORECASE
)
_LABEL = re.compile(r"\s?[:–—|-]\s+(?:the |our |all )?", re.IGNORECASE)
_STANDS = re.compile(
    r"(?:,| (?:stands?|sits?|belongs?|are|is|works?|we (?:find|have|see|place)|comes?))(?: the| our| all)? ",
    re.IGNORECASE,
)
_WITH = re.compile(r",? (?:by|with|of)(?: the| our| all)? ", re.IGNORECASE)
_FIRST_VERB = re.compile(
    r"\b(?:own|owns|manage|manages|set|sets|check|checks|monitor|monitors|oversee|oversees|review|reviews|give|gives"
    r"|provide|provides|test|tests|challenge|challenges|carry|carries|conduct|conducts|run|runs|advise|advises|identify|assess|assure|assures)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text, in characters of the Doc's, that lists who stands on a line."""

    line: int
    start: int
    end: int
    whole: bool  # the list must reach to the end
    quote: tuple[int, int]


def places_on_lines(text: str, passages: tuple[Passage, ...], lines_at: list[int]) -> Iterator[Place]:
    """Yield the lists of units on lines of defence.

    `text`: that of the Doc, with the cells of rows on lines of their own; `lines_at`: where it speaks of the lines.
    """
    if not lines_at:
        return
    for run in runs(text):
        if on_lines(run, lines_at):
            for mark, following in zip(run[:3], [*run[1:], None], strict=False):
                until = following.start() if following else len(text)
                yield _behind(text, number(mark), mark.start(), mark.end(), until)
    yield from _in_items(passages)
    yield from _in_sentences(text, lines_at)


def _behind(text: str, line: int, begin: int, at: int, until: int = sys.maxsize) -> Place:
    end = min(len(text), at + _REGION, until)
    if _NO_UNIT.match(text, at):
        end = at
    elif stop := _STOP.search(text, at, end):
        end = stop.start()
    return Place(line, at, end, whole=False, quote=(begin, end))


def _in_items(passages: tuple[Passage, ...]) -> Iterator[Place]:
    """Yield the places of three items below a heading or sentence that speaks of the lines."""
    for i, passage in enumerate(passages):
        if passage.block.kind is not BlockKind.ITEM or (i and passages[i - 1].block.kind is BlockKind.ITEM):
            continue
        items = [p for p in passages[i : i + 5] if p.block.kind is BlockKind.ITEM]
        follow = [p.number for p in items] == list(range(passage.number, passage.number + len(items)))
        title = passages[i - 1].text if i and passages[i - 1].number == passage.number - 1 else ""
        last = title.rstrip(" .:").rpartition(". ")[2]
        heading = "".join(passage.block.section[-1:]) if len(title) < _TITLE else ""
        title = last if speaks_of_lines(last) else heading
        marked = any(_MARK.search(p.text[:40]) for p in items)
        if follow and len(items) == 3 and speaks_of_lines(title) and not marked:
            for line, item in enumerate(items, 1):
                stop = _STOP.search(item.text)
                end = item.start + (stop.start() if stop else len(item.text))
                yield Place(line, item.start, end, whole=False, quote=(item.start, item.end))


def _in_sentences(text: str, lines_at: list[int]) -> Iterator[Place]:
    last, at, verb = -_SENTENCE, 0, False
    for mark in _MARK.finditer(text):
        i = bisect_left(lines_at, mark.start())
        since = mark.start() - lines_at[i - 1] if i else _CONTEXT
        near = since < _CONTEXT or (i < len(lines_at) and lines_at[i] - mark.start() < _BEFORE)
        named = mark["named"] or mark["number"]
        if not near or not (named or min(since, mark.start() - last) < _SENTENCE):
            at = mark.end()
            continue
        last = mark.start() if named else last
        verb = verb and "." not in text[at : mark.start()]
        begin = max(at, mark.start() - _REGION)
        found = _place(text, mark, begin, told=verb or bool(mark["number"]))
        if found:
            verb = found.start > mark.start()
            yield found
        at = mark.end()


def _place(text: str, mark: re.Match[str], begin: int, *, told: bool) -> Place | None:
    """Return where the units of the line `mark` stand. `told`: the line before it has a verb that goes for it too."""
    line = _ORDINALS[mark["ordinal"].lower()] if mark["ordinal"] else _NUMERALS[mark["number"].lower()]
    before = text[begin : mark.start()]
    behind = text[mark.end() : mark.end() + 2]
    if before.rstrip().endswith("(") or before.endswith(("(the ", "(our ")):
        return _bracketed(text, line, mark, begin)
    if before.endswith((", the ", ", our ", ", its ")) and behind[:1] in ",.;":
        start = begin + max(m.end() for m in _OPENING.finditer(before[: before.rindex(",")]))
        return Place(line, start, begin + before.rindex(","), whole=True, quote=(start, mark.end()))
    fronted = _TO.search(before)
    stands = _STANDS.match(text, mark.end()) if fronted else None
    if not stands and (fronted or _LIES.search(before)):
        stands = _WITH.match(text, mark.end())
    if stands:
        return _behind(text, line, mark.start(), stands.end())
    if (verb := _leading_to().search(before)) or (verb := _labelled_after(text, mark, before)):
        start = begin + max(m.end() for m in _OPENING.finditer(before, 0, verb.start()))
        clause = _CLAUSE.search(text, start, begin + verb.start())
        end = clause.start() if clause else begin + verb.start()
        return Place(line, start, end, whole=verb.re is _leading_to(), quote=(start, mark.end()))
    stands = _verbs().match(text, mark.end()) or (_WITH.match(text, mark.end()) if told else None)
    if not stands and before[-1:] in ("\n", ""):
        stands = _LABEL.match(text, mark.end())
    return _behind(text, line, mark.start(), stands.end()) if stands else None


def _bracketed(text: str, line: int, mark: re.Match[str], begin: int) -> Place | None:
    """Return the units before "(second line)", or in the cell behind where words for its task stand before it."""
    if text[mark.end() : mark.end() + 1] != ")":
        return None
    close = mark.end() + 1
    if text[close : close + 1] == "\n":
        return _behind(text, line, mark.start(), close + 1)
    opening = text.rindex("(", begin, mark.end())
    start = begin + max(m.end() for m in _OPENING.finditer(text[begin:opening]))
    verb = _FIRST_VERB.search(text, start, opening)
    end = verb.start() if verb else opening
    return Place(line, start, len(text[:end].rstrip()), whole=verb is not None, quote=(start, close))


def _labelled_after(text: str, mark: re.Match[str], before: str) -> re.Match[str] | None:
    """Return the colon of "① and ②: second line"."""
    ends = mark.end() == len(text) or text[mark.end()] in ".;\n"
    return re.search(r"\s?[:–—] (?:the |our )?$", before) if ends else None


@cache
def _leading_to() -> re.Pattern[str]:
    """Return what stands between units and the line that they form."""
    verbs = alternatives(load("relation_defence.toml")["forms"]["left"])
    placed = r"(?:is |are )?(?:placed|located|positioned|found|situated|stands?|assigned|allocated) (?:on|in|at|to)|act"
    return re.compile(rf" (?:{placed}|{verbs})(?: the| our| its)? $", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    """Return what stands between a line and its units."""
    verbs = alternatives(load("relation_defence.toml")["forms"]["right"])
    return re.compile(rf",? (?:{verbs}|are made up of)(?: the| our| its| all)? ", re.IGNORECASE)
