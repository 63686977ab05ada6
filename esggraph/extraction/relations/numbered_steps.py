"""Tiers and lines of defence behind their numbers: "Level 1 ①. Level 2 ②.", "Second line: ①", "Third: ①".

The numbers must run from 1 on without a gap, and each must have a participant right behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.tiers import structure_name
from esggraph.extraction.signs import Group
from esggraph.extraction.steps import Mark, number, on_lines, runs, word

_JOINT = re.compile(r"(?: \([^()\n]*\))?(?:,|;|/| ?[·•|]|,? and|,? &|,? with)? (?:(?:the|our|all) )?")
_BEFORE = 120  # characters before the first number that may say what the tiers are of
_FEWEST = 3

Step = tuple[Mark, Group]


def numbered_steps(text: str, participants: list[Mention], lines_at: list[int]) -> Iterator[Statement]:
    """Yield inTier and lineOfDefence statements of numbered steps.

    `text`: that of the Doc, with the cells of rows on lines of their own; `participants`: its bodies and posts, sorted
    by start; `lines_at`: where it speaks of lines of defence.
    """
    starts = [m.start for m in participants]
    for run in runs(text):
        yield from _stated(text, [(mark, _behind(text, mark.end(), participants, starts)) for mark in run], lines_at)


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
    first = run[0][0]
    lines = on_lines([mark for mark, _ in run], lines_at)
    if len(run) < _FEWEST or len(named) < _FEWEST - 1 or (word(first) in ("line", "") and not lines):
        return
    name = None if lines else structure_name(text[max(0, first.start() - _BEFORE) : first.start()], "ESG")
    for mark, group in named:
        for m in group:
            yield Statement(
                subject=m,
                predicate="lineOfDefence" if lines else "inTier",
                object=f"line{number(mark)}" if lines else f"tier:{number(mark)}",
                start=mark.start(),
                end=group[-1].end,
                structure=name,
                confidence=weighed(0.85, m),
            )
