"""Tiers and lines of defence behind their numbers: "Level 1 ①. Level 2 ②.", "Second line: ①", "Third: ①".

The numbers must run from 1 on without a gap, and each must have a participant right behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.clauses import weighed
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.signs import Group
from esggraph.extraction.tiers import structure_name

_WORD = r"(?:tier|level|layer|line)"
_DEFENCE = r"(?: of (?:defen[cs]e|control|responsibility))?"
_MARK = re.compile(
    rf"(?<![\w-])(?:(?P<word>{_WORD}){_DEFENCE} (?P<number>[1-6])\b(?: \([^()]{{3,40}}\))?[\s:.–—-]*"
    # as a label: "First line of defence: …", "First: …"
    rf"|(?:^|(?<=[.;:•●▪■] )|(?<=\n))(?:the )?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
    rf"(?:[ -](?P<named>{_WORD}){_DEFENCE})?(?: \([^()]{{3,40}}\))?(?:\s?[:–—]\s+|\s-\s+|(?<=[a-z])\n\s*))"
    r"(?:the |our )?",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_JOINT = re.compile(r"(?: \([^()]*\))?(?:,|;|/|,? and|,? &|,? with)? (?:the )?")
_FAR = 700  # characters from one number to the next
_BEFORE = 120  # characters before the first number that may say what the tiers are of
_FEWEST = 3

Step = tuple[re.Match[str], Group]


def numbered_steps(text: str, participants: list[Mention], lines_at: list[int]) -> Iterator[Statement]:
    """Yield inTier and lineOfDefence statements of numbered steps.

    `text`: that of the Doc; `participants`: its bodies and posts, sorted by start; `lines_at`: where it speaks of lines
    of defence.
    """
    starts = [m.start for m in participants]
    run: list[Step] = []
    for mark in _MARK.finditer(text):
        step = (mark, _behind(text, mark.end(), participants, starts))
        follows = run and _number(mark) == len(run) + 1 and _same_sort(run[-1][0], mark)
        if follows and mark.start() - run[-1][0].end() < _FAR:
            run.append(step)
            continue
        yield from _stated(text, run, lines_at)
        run = [step] if _number(mark) == 1 else []
    yield from _stated(text, run, lines_at)


def _number(mark: re.Match[str]) -> int:
    return int(mark["number"]) if mark["number"] else _ORDINALS[mark["ordinal"].lower()]


def _same_sort(first: re.Match[str], second: re.Match[str]) -> bool:
    return _word(first) == _word(second)


def _word(mark: re.Match[str]) -> str:
    """Return what is numbered; a bare "First:" numbers a line."""
    return str(mark["word"] or mark["named"] or "line").lower()


def _behind(text: str, at: int, participants: list[Mention], starts: list[int]) -> Group:
    """Return the participants that stand at character `at` and in a list behind."""
    found: list[Mention] = []
    while True:
        i = bisect_left(starts, at)
        here = [m for m in participants[i : i + 3] if m.start == at and not m.anaphor]
        if not here:
            return tuple(found)
        found.append(max(here, key=lambda m: m.end))
        joint = _JOINT.match(text, found[-1].end)
        at = joint.end() if joint else -1


def _stated(text: str, run: list[Step], lines_at: list[int]) -> Iterator[Statement]:
    named = [step for step in run if step[1]]
    if len(run) < _FEWEST or len(named) < _FEWEST - 1:
        return
    first = run[0][0]
    on_lines = _word(first) == "line"
    if on_lines and (len(run) != _FEWEST or not any(-_FAR < first.start() - at < _FAR for at in lines_at)):
        return
    name = None if on_lines else structure_name(text[max(0, first.start() - _BEFORE) : first.start()], "ESG")
    for mark, group in named:
        for m in group:
            yield Statement(
                subject=m,
                predicate="lineOfDefence" if on_lines else "inTier",
                object=f"line{_number(mark)}" if on_lines else f"tier:{_number(mark)}",
                start=mark.start(),
                end=group[-1].end,
                structure=name,
                confidence=weighed(0.85, m),
            )
