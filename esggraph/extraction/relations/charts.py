"""What a governance chart's labels say, where the conversion to text has kept it.

The conversion often scrambles a chart, so only what is safe is taken. Tiers: an unbroken run of labels (`chart_rows`)
that begins at the top and goes down, beside a title that calls it a governance structure, or with arrows or numbers.
Subcommittees: they are those of the one committee among the labels around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.chart_rows import Row, is_collective, noun, rank, rows
from esggraph.extraction.relations.tiers import is_chart_title, structure_name
from esggraph.extraction.signs import Group
from esggraph.report import Report

_NEAR = 6  # blocks between a chart's title and its labels, and between labels of one chart
_FEWEST = 3  # steps of a chart
_UNITS = frozenset(("department", "office", "team", "other"))
_MOST = 7  # steps
_BOARD = 1  # the rank of boards
_TOP = 3  # the lowest rank at which a chart begins: that of the management


def charted(
    report: Report, passages: tuple[Passage, ...], participants: list[Mention], committees: Group
) -> Iterator[Statement]:
    """Yield inTier and subUnitOf statements of the charts. `committees`: those of the board."""
    found = list(rows(passages, participants, committees))
    yield from _subcommittees([row for row in found if len(row.steps) == 1 and len(row.steps[0]) == 1])
    boards = {row.passage.number for row in found if any(m.subkind == "board" for m in _named(row))}
    run: list[Row] = []
    last = -9
    scrambled = False
    for row in found:
        follows = row.passage.number == last + 1 and not row.title
        last = row.passage.number
        scrambled = follows and (scrambled or _comes_late(row, run))
        if scrambled:
            run = []
            continue
        adjacent = run and follows
        if adjacent and _heads_step(row, run[-1]):
            continue
        if adjacent and (
            row.tier > run[-1].tier > 0
            or not (row.ordered or run[-1].tier or not _descends([*_steps(run), *row.steps]))
        ):
            run.append(row)
            continue
        yield from _tiers(run, report, boards)
        run = [] if row.unread and not is_collective(row.passage.text) else [row]
    yield from _tiers(run, report, boards)


def _comes_late(row: Row, run: list[Row]) -> bool:
    """Return whether `row` names a board below labels that do not begin with it: the conversion lost their order."""
    boards = {m.key for m in _named(row) if m.subkind == "board"}
    above = [m for other in run for m in _named(other)]
    lower = bool(above) and max(map(rank, above)) > _BOARD
    return bool(boards) and lower and not row.ordered and above[0].key not in boards


def _heads_step(row: Row, above: Row) -> bool:
    """Return whether `row` is but the label of who heads the unit `above` it: "Safety Division", "General Manager"."""
    unit = above.steps[-1]
    if is_collective(above.passage.text) or any(m.subkind not in _UNITS for m in unit):
        return False
    return row.unread == "leader" or (not row.unread and all(m.kind == "posts" for step in row.steps for m in step))


def _named(row: Row) -> list[Mention]:
    return [m for step in row.steps for m in step]


def _steps(run: list[Row]) -> list[Group]:
    return [step for row in run for step in row.steps]


def _descends(steps: list[Group]) -> bool:
    """Return whether each of `steps` can stand a tier below the one before; like bodies behind each other cannot."""
    steps = [step for step in steps if step]
    keys = [m.key for step in steps for m in step]
    if len(set(keys)) < len(keys):
        return False
    return all(
        min(map(rank, lower)) > max(map(rank, upper))
        or (min(map(rank, lower)) >= min(map(rank, upper)) and noun(lower[0]) != noun(upper[0]))
        for upper, lower in pairwise(steps)
    )


def _tiers(run: list[Row], report: Report, boards: set[int]) -> Iterator[Statement]:
    """Yield who stands on which tier of the chart `run`, if it is one. `boards`: blocks that are labels of boards."""
    steps = _steps(run)
    if len(list(filter(None, steps))) < _FEWEST - 1 or len(steps) > _MOST:
        return
    if len(steps) < _FEWEST - (1 if run and run[0].tier else 0):
        return
    ordered = all(row.ordered for row in run)
    if not ordered and steps[0] and min(map(rank, steps[0])) > _BOARD and _beside(run, boards):
        return  # the top of this chart stands elsewhere
    if not (ordered or (_descends(steps) and _begins_high(steps))):
        return
    title = run[0].title or _title(run, report)
    if title is None and not ordered:
        return
    if ordered and steps[0] and steps[-1] and min(map(rank, steps[-1])) < min(map(rank, steps[0])):
        yield from _upward(run)  # the arrows lead from below to the top
        return
    at = ((row, step) for row in run for step in row.steps)
    for tier, (row, step) in enumerate(at, 1):
        for m in step:
            yield _stated(row, m, "inTier", f"tier:{tier}", structure_name(title or "", "ESG"))


def _beside(run: list[Row], boards: set[int]) -> bool:
    """Return whether one of the blocks `boards` stands near `run` and is no part of it."""
    first, last = run[0].passage.number, run[-1].passage.number
    return any(first - _NEAR <= number < first or last < number <= last + _NEAR for number in boards)


def _begins_high(steps: list[Group]) -> bool:
    """Return whether the first of `steps` can be a top; one that names nobody is that of all committees of a board."""
    return not steps[0] or min(map(rank, steps[0])) <= _TOP


def _upward(run: list[Row]) -> Iterator[Statement]:
    """Yield that each step of "① → ② → ③" reports to the next, where ③ stands above ①."""
    for row in run:
        for lower, upper in pairwise(row.steps):
            for below in lower:
                for above in upper:
                    yield _stated(row, below, "reportsTo", above)


def _title(run: list[Row], report: Report) -> str | None:
    """Return the words near `run` that call it a chart."""
    first, last = run[0].passage.number, run[-1].passage.number
    around = range(max(0, first - _NEAR), min(len(report.blocks), last + _NEAR + 1))
    if any(row.described for row in run):  # rows of a table or list are a structure only right below its title
        around = range(max(0, first - 2), first)
    texts = [report.block_text(report.blocks[i]) for i in sorted(around, key=lambda i: abs(i - first))]
    return next((t for t in (*texts, *report.blocks[first].section[-1:]) if is_chart_title(t)), None)


def _subcommittees(labels: list[Row]) -> Iterator[Statement]:
    for label in labels:
        body = label.steps[0][0]
        if body.subkind != "subcommittee":
            continue
        near = {
            m.key: m
            for other in labels
            for m in other.steps[0]
            if abs(other.passage.number - label.passage.number) <= _NEAR
            and m.subkind in ("committee", "board_committee")
        }
        if len(near) == 1:
            yield _stated(label, body, "subUnitOf", next(iter(near.values())))


def _stated(
    label: Row, body: Mention, predicate: str, object_: Mention | str, structure: str | None = None
) -> Statement:
    return Statement(
        subject=body,
        predicate=predicate,
        object=object_,
        start=label.passage.start,
        end=label.passage.end,
        structure=structure,
        confidence=weighed(0.75, body, object_),
    )
