"""Levels printed as labels: "Board level. The ① …", "Site level: ②", and tables whose first column is "Level".

The order is that of the print, from the top down; a run that does not begin with the board or those who decide was
printed in another order and is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.chart_rows import rank
from esggraph.extraction.relations.tiers import structure_name
from esggraph.extraction.signs import Group
from esggraph.report import BlockKind, Report

_LABEL = re.compile(
    r"(?:At (?:the )?)?(?P<name>[A-Z][\w-]*(?: (?:(?:and|&) )?[\w-]+){0,2}) (?:level|tier|layer)s?"
    r"(?:\s?[:.|–—,-]\s*|\s+(?=[A-Z]))(?:(?:the|our|an?|all|every|each)\s+)?",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:[\w-]+ )?(?:level|tier|layer)s?(?: of \w+)?", re.IGNORECASE)
_TOP = re.compile(
    r"\b(?:board|decision|governance|strateg\w+|supervis\w+|oversight|top|highest|directors|shareholders)", re.I
)
_JOINT = re.compile(r"(?: \([^()\n]*\))?(?:,|;|/|,? and|,? &)? (?:(?:the|our) )?")
_APART = 8  # blocks between labels of one structure
_SLACK = 2  # characters by which cells of one column may be shifted
_LONGEST = 160  # characters of a row
_GAP = 3  # blocks from one row to the next that is read


@dataclass(frozen=True, slots=True)
class _Level:
    """A level, and who stands on it."""

    name: str
    passage: Passage
    group: Group


def levels(
    report: Report | None, text: str, passages: tuple[Passage, ...], participants: list[Mention]
) -> Iterator[Statement]:
    """Yield inTier statements of labelled levels. `participants` are sorted by start."""
    yield from _labelled(text, passages, participants)
    if report:
        yield from _tabulated(report, passages, participants)


def _labelled(text: str, passages: tuple[Passage, ...], participants: list[Mention]) -> Iterator[Statement]:
    run: list[_Level] = []
    for passage in passages:
        label = _LABEL.match(passage.text)
        group = _listed(text, passage.start + label.end(), participants) if label else ()
        if label is None or not group:
            continue
        if run and (passage.number - run[-1].passage.number > _APART or label["name"] in {x.name for x in run}):
            yield from _stated(run, "".join(run[0].passage.block.section[-1:]), fewest=3)
            run = []
        run.append(_Level(label["name"], passage, group))
    if run:
        yield from _stated(run, "".join(run[0].passage.block.section[-1:]), fewest=3)


def _listed(text: str, at: int, participants: list[Mention]) -> Group:
    """Return the participants that stand at character `at` and in a list behind."""
    found: list[Mention] = []
    while True:
        i = bisect_left(participants, at, key=lambda m: m.start)
        here = [m for m in participants[i : i + 3] if m.start == at and not m.anaphor]
        if not here:
            return tuple(found)
        found.append(max(here, key=lambda m: m.end))
        joint = _JOINT.match(text, found[-1].end)
        at = joint.end() if joint else -1


def _tabulated(report: Report, passages: tuple[Passage, ...], participants: list[Mention]) -> Iterator[Statement]:
    """Yield the tiers of tables whose first column names levels and whose second says who stands there."""
    for i, header in enumerate(passages):
        cells = header.block.cells
        if len(cells) < 2 or not _HEADER.fullmatch(report.text[slice(*cells[0])]):
            continue
        columns = [_column(report, start) for start, _ in cells]
        found: list[_Level] = []
        last = header.number
        for row in passages[i + 1 :]:
            if row.number - last > _GAP or len(row.text) > _LONGEST or row.block.kind is BlockKind.PARAGRAPH:
                break
            last = row.number
            here = row.block.cells or ((row.block.start, row.block.end),)
            begins = abs(_column(report, here[0][0]) - columns[0]) <= _SLACK
            wanted = [c for c in here if len(columns) < 3 or _column(report, c[0]) < columns[2] - _SLACK]
            group = tuple(m for cell in wanted for m in _in_cell(row, cell, participants))
            name = report.text[slice(*here[0])]
            if begins and not (found and found[-1].name == name):
                found.append(_Level(name, row, group))
            elif found:
                found[-1] = _Level(found[-1].name, found[-1].passage, (*found[-1].group, *group))
        if found and all(level.group for level in found):
            title = f"{report.text[slice(*cells[0])]} {' '.join(header.block.section[-1:])}"
            yield from _stated(found, title, fewest=3)


def _column(report: Report, at: int) -> int:
    """Return how far from the beginning of its line in the source character `at` of the report's text stands."""
    origin = report.origin[at]
    return origin - max(report.source.rfind("\n", 0, origin), report.source.rfind("\f", 0, origin))


def _in_cell(row: Passage, cell: tuple[int, int], participants: list[Mention]) -> Iterator[Mention]:
    shift = row.start - row.block.start
    low = bisect_left(participants, cell[0] + shift, key=lambda m: m.start)
    high = bisect_left(participants, cell[1] + shift, key=lambda m: m.start)
    text = row.text
    for m in participants[low:high]:
        before = text[cell[0] + shift - row.start : m.start - row.start]
        if not m.anaphor and before.count("(") == before.count(")"):
            yield m


def _stated(run: list[_Level], title: str, *, fewest: int) -> Iterator[Statement]:
    if len(run) < fewest:
        return
    ranks = [min(map(rank, level.group)) for level in run]
    if ranks[0] > ranks[-1] or not (_TOP.search(run[0].name) or ranks[0] == 1):
        return
    for tier, level in enumerate(run, 1):
        for m in level.group:
            yield Statement(
                subject=m,
                predicate="inTier",
                object=f"tier:{tier}",
                start=level.passage.start,
                end=level.passage.end,
                structure=structure_name(title),
                confidence=weighed(0.8, m),
            )
