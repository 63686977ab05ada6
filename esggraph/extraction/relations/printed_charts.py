"""Tiers of governance charts that are printed line below line: labels of bodies and posts, and little else.

A chart is a run of lines that each name who stands there; notes, level names, arrows and rules may lie between. It
is taken only where nobody stands below one who cannot stand above him: a general meeting above a board, a board above
its committees, these above management, management above departments. That leaves out charts that the conversion to
text has scrambled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from esggraph.extraction.chart_labels import stretches
from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.chart_rows import is_collective, leads, noun
from esggraph.extraction.relations.print_lines import CAPTION, Line, Printed, Said
from esggraph.extraction.relations.tiers import data, is_chart_title, structure_name
from esggraph.extraction.signs import Group
from esggraph.report import BlockKind, Report

_NEAR = 3  # blocks between labels, or between a chart and its title
_NOTES = 4  # lines of notes in a row
_FEWEST, _MOST = 3, 7  # steps
_UNTITLED = 4  # the fewest steps of a chart that nothing calls one and no arrow runs through
_SENTENCE = 130  # characters of a paragraph that describes a label
_QUOTED = 500  # characters of a quote
_ASIDE = 5  # columns by which a line is indented that only adds to the one above it
_UNITS = ("department", "office", "team", "working_group")
_OWNERS, _BOARD, _COMMITTEE, _MANAGEMENT, _UNIT = range(5)


@dataclass(frozen=True, slots=True)
class _Row:
    """A step of a chart: who stands there, and how high they may stand."""

    group: Group
    line: Line
    low: int
    high: int
    linked: bool
    level: int = 0  # number of the level's name that it stands under
    headed: bool = False  # words for all who stand there stand above them: "Specialised committees"
    of_board: bool = False  # … which say that they are the board's


def printed_charts(
    report: Report, passages: tuple[Passage, ...], participants: list[Mention]
) -> tuple[list[Statement], set[int]]:
    """Return what charts that stand in lines state, and the numbers of the blocks they are made of."""
    printed = Printed(report, passages, participants)
    found: list[Statement] = []
    used: set[int] = set()
    for stretch in stretches(printed.blocks, reach=_NEAR + 1):
        around = range(max(0, stretch[0] - _NEAR), min(len(report.blocks), stretch[-1] + _NEAR + 1))
        lines = [line for number in around for line in printed.lines(number)]
        for run in (*_runs(lines), *_runs(lines, described=True)):
            if any(line.block in used for line in run):
                continue
            if len(run) >= _FEWEST and any(len(line.cells) > 1 for line in run) and not run[0].described:
                used |= {line.block for line in run}  # what is drawn side by side is not read as a list
            for chart in _charts(_rows(run)):
                title = _title(report, chart)
                if _is_chart(chart, title):
                    found += [*_tiers(chart, title), *_committees(chart)]
                    used |= {row.line.block for row in chart}
    return found, used


def _runs(lines: list[Line], *, described: bool = False) -> Iterator[list[Line]]:
    """Yield the unbroken runs of labels, with the names of levels among them.

    `described`: a few words below a label may say what its body does.
    """
    run: list[Line] = []
    notes, linked = 0, False
    for i, line in enumerate(lines):
        said = line.said
        if said is Said.TITLED:
            said = Said.GROUP if run and i + 1 < len(lines) and lines[i + 1].said is Said.LABEL else Said.OTHER
        if said is Said.OTHER and line.kind is BlockKind.ITEM and run and run[-1].kind is not BlockKind.ITEM:
            said = Said.NOTE  # a duty of whom the label names
        if line.parted:
            yield run
            run, notes = [], 0
        if said in (Said.LABEL, Said.GROUP, Said.LEVEL):
            run.append(replace(line, linked=line.linked or linked))
            notes, linked = 0, False
        elif said is Said.SIGN:
            linked = True
        elif run and notes < _NOTES and (said is Said.NOTE or (described and _describes(line))):
            notes += 1
            linked = linked or line.linked
            run[-1] = replace(run[-1], described=run[-1].described or said is not Said.NOTE)
        else:
            yield run
            run, notes, linked = [], 0, False
    yield run


def _describes(line: Line) -> bool:
    """Return whether `line` can be part of a few words below a label that say what its body does."""
    return line.said in (Said.OTHER, Said.TITLED) and (
        line.kind is not BlockKind.PARAGRAPH or line.end - line.start <= _SENTENCE
    )


def _rows(run: list[Line]) -> list[_Row]:
    rows: list[_Row] = []
    at_levels = {run[i].column for i in range(len(run)) if _is_level(run, i)}
    levels = sum(_is_level(run, i) for i in range(len(run)))
    level, beside = 0, False
    for i, line in enumerate(run):
        if _is_level(run, i):
            level += levels > 1
            beside = line.cells[0].text.lower().split()[0] in data()["chart"]["beside"]
        if beside or _is_level(run, i):
            continue
        group = _who(line)
        low, high = _reach(line, group)
        if level and line.column in at_levels and i + 1 < len(run) and run[i + 1].column > line.column + 1:
            level += 1  # a label on a level of its own, as the names of the others are
        row = _Row(group, line, low, high, line.linked, level)
        if rows and _belong_together(rows[-1], row, listed=run[0].kind is not BlockKind.ITEM):
            rows[-1] = _joined(rows[-1], row)
        elif not (rows and _aside(rows[-1], row, run)):
            rows.append(row)
    if levels > 1 and not rows[0].level:
        rows = [rows[0], *(row for row in rows[1:] if row.level)]  # the board, its committees indented below
    while len(rows) > 1 and not rows[-1].group and not rows[-2].group:
        rows.pop()
    while rows and not rows[0].group and rows[0].high > _MANAGEMENT:
        rows.pop(0)
    if len(rows) >= _FEWEST and rows[0].high == _OWNERS and rows[1].low > _BOARD == rows[2].low:
        del rows[1]  # elected by the owners too, beside the board
    return _without_short_forms(rows)


def _without_short_forms(rows: list[_Row]) -> list[_Row]:
    """Return `rows` without the shorter of two labels that were read as one body's: they are two bodies here."""
    longest: dict[str, int] = {}
    for m in (m for row in rows for m in row.group):
        longest[m.key] = max(longest.get(m.key, 0), m.end - m.start)
    return [
        replace(row, group=kept) if (kept := tuple(m for m in row.group if m.end - m.start == longest[m.key])) else row
        for row in rows
    ]


def _is_level(run: list[Line], i: int) -> bool:
    """Return whether line `i` of `run` is the name of a level, or of a group under which its members are indented."""
    line = run[i]
    if line.said is Said.LEVEL:
        return True
    below = run[i + 1] if i + 1 < len(run) else None
    return bool(
        line.said is Said.GROUP
        and len(line.cells) == 1
        and below
        and below.said is Said.LABEL
        and below.column > line.column + 1
        and not (below.linked or is_collective(line.cells[0].text))
    )


def _joined(above: _Row, row: _Row) -> _Row:
    return replace(
        above,
        group=(*above.group, *row.group),
        low=min(above.low, row.low) if above.group else row.low,
        high=max(above.high, row.high),
        line=row.line,
        headed=above.headed or not above.group,
        of_board=above.of_board or (not above.group and is_collective(above.line.cells[0].text)),
    )


def _who(line: Line) -> Group:
    """Return who stands on the line: officers beside a body, and who an arrow leads to, only serve or help it."""
    found: list[Mention] = []
    first: Mention | None = None
    for number, cell in enumerate(cell for cell in line.cells if cell.said is not Said.LEVEL):
        if cell.beside:
            break
        if number == 0 and cell.group:
            first = cell.group[0]
        if cell.said is Said.LABEL and not (cell.group[0].kind == "posts" and (not first or first.kind == "bodies")):
            found += [m for m in cell.group if not (m.kind == "posts" and "auditor" in m.name.lower())]
    return tuple({m.key: m for m in found}.values())


def _belong_together(above: _Row, row: _Row, *, listed: bool) -> bool:
    """Return whether `row` stands on the step of the row `above`: under one level's name, or as one more of its kind.

    `listed`: items of a list stand below a label of the chart.
    """
    if row.level or above.level:
        return row.level == above.level
    if row.linked or not row.group:
        return False
    if listed and row.line.kind is above.line.kind is BlockKind.ITEM and row.line.column == above.line.column:
        return True
    if (
        above.group
        and len(above.line.cells) > 1 == len(row.line.cells)
        and row.line.column > above.line.column + _ASIDE
    ):
        kinds = {m.subkind for m in above.group}
        return row.low >= _COMMITTEE and any(m.subkind in kinds and m.subkind in _UNITS for m in row.group)
    if not above.group:
        text = above.line.cells[0].text.lower().rstrip(":")
        return is_collective(text) or all(noun(m) == text.split()[-1].rstrip("s") for m in row.group)
    nouns = {noun(m) for m in (*above.group, *row.group)}
    if ("of the board" in above.line.cells[0].text.lower()) != ("of the board" in row.line.cells[0].text.lower()):
        return False
    many = above.headed or (_labels(above.line) > 1 and _labels(row.line) > 1)
    return (
        min(above.low, row.low) > _BOARD
        and len(nouns) == 1
        and (many or not any(map(leads, (*above.group, *row.group))))
    )


def _labels(line: Line) -> int:
    """Return how many bodies stand side by side on `line`."""
    return sum(
        cell.said is Said.GROUP or (cell.said is Said.LABEL and cell.group[0].kind == "bodies") for cell in line.cells
    )


def _aside(above: _Row, row: _Row, run: list[Line]) -> bool:
    """Return whether `row` is indented between two lines that stand above each other: it adds to the first."""
    at = run.index(row.line) if row.line in run else -1
    if at <= 0 or at + 1 == len(run) or not row.group or row.level:
        return False
    if any(map(leads, row.group)) or above.line is not run[at - 1]:
        return False
    if any(cell.beside for cell in above.line.cells):
        return row.line.column >= above.line.column + 2 * _ASIDE
    deeper = row.line.column >= above.line.column + _ASIDE
    if len(above.line.cells) > 1 == len(row.line.cells):
        return deeper and row.line.column + 2 >= above.line.cells[-1].column
    return deeper and run[at + 1].column <= above.line.column == run[0].column


def _reach(line: Line, group: Group) -> tuple[int, int]:
    """Return the highest and the lowest place at which those on a line may stand."""
    if not group:
        last = line.cells[0].text.lower().split()[-1] if line.cells else ""
        if last in data()["chart"]["owners"]:
            return _OWNERS, _OWNERS
        if last in data()["chart"]["groups"] and not last.startswith(("committee", "group", "council", "executive")):
            return _MANAGEMENT, _UNIT
        return (_BOARD, _MANAGEMENT) if last in ("board", "directors") else (_COMMITTEE, _UNIT)
    places = [_place(m) for m in group]
    low = min(low for low, _ in places)
    return low, max(high for at, high in places if at == low or low > _BOARD)


def _place(m: Mention) -> tuple[int, int]:
    chart = data()["chart"]
    name = m.name.lower()
    if m.kind == "posts":
        if "chair" in name:
            return _BOARD, _MANAGEMENT
        chief = any(re.search(rf"\b{word}\b", name) for word in chart["leaders"])
        return _MANAGEMENT, _MANAGEMENT if chief else _UNIT
    if m.subkind in ("board", "supervisory_board", "board_committee", "committee", "team") and leads(m):
        return (_BOARD if "board" in name else _COMMITTEE), _MANAGEMENT
    low, high = chart["place"].get(m.subkind, (_BOARD, _UNIT))
    return (_COMMITTEE if "audit" in name and low > _COMMITTEE else low), high


def _charts(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Yield the parts of `rows` that begin at a top and go down.

    The same top again begins another chart; labels in single file that go up again are what the conversion put behind.
    """
    chart: list[_Row] = []
    for row in rows:
        if chart and row.high <= _BOARD and any(other.low > row.high for other in chart):
            if not _keys(row) & _keys(chart[0]):
                return  # scrambled: who now comes stands above some of them
            yield chart
            chart = []
        if len(chart) >= _FEWEST and row.group and row.high < max(other.low for other in chart) > _COMMITTEE:
            if any(len(other.line.cells) > 1 for other in (*chart, row)):
                return
            yield chart
            return
        chart.append(row)
    if chart:
        yield chart


def _keys(row: _Row) -> set[str]:
    return {m.key for m in row.group}


def _is_chart(rows: list[_Row], title: str | None) -> bool:
    """Return whether `rows` go down from a top without a break, and say enough to be a structure."""
    named = [row for row in rows if row.group]
    keys = [key for row in rows for key in _keys(row)]
    if not _FEWEST <= len(rows) <= _MOST or 2 * len(named) <= len(rows) or len(set(keys)) < len(keys):
        return False
    if sum(cell.said in (Said.OTHER, Said.TITLED) for row in rows for cell in row.line.cells) > len(rows) / 2:
        return False
    top = lowest = rows[0].low
    for row in rows:
        lowest = max(lowest, row.low)
        if row.high < lowest:
            return False
    if rows[0].group and all(m.subkind in _UNITS for m in rows[0].group):
        return False
    if lowest <= max(top, _BOARD) or top > (_BOARD if title is None else _COMMITTEE):
        return False
    bare = all(cell.bare for row in named for cell in row.line.cells[:1])
    if described := sum(row.line.described for row in rows):
        return 2 * described >= len(rows) and title is not None and top == _BOARD and len(named) >= _UNTITLED
    if not bare and all(row.line.kind is BlockKind.ITEM for row in named):
        return False  # a list of duties
    linked = sum(row.linked for row in rows[1:])
    levels = any(row.level for row in rows)
    if title is not None or levels or 2 * linked >= len(rows):
        return True
    return bare and len(rows) >= _UNTITLED and rows[0].high <= _BOARD


def _title(report: Report, rows: list[_Row]) -> str | None:
    """Return the words around the chart that call it one."""
    first, last = rows[0].line.block, rows[-1].line.block
    around = [*range(first - 1, first - _NEAR - 1, -1), last + 1, last + 2]
    texts = [report.block_text(report.blocks[i]) for i in around if 0 <= i < len(report.blocks)]
    section = report.blocks[first].section[-1:]
    captions = [t for t in texts if CAPTION.match(t) and len(t) <= _SENTENCE]
    return next((t for t in (*section, *texts) if is_chart_title(t)), next(iter(captions), None))


def _committees(rows: list[_Row]) -> Iterator[Statement]:
    """Yield that those who stand under "Board committees" are the board's."""
    boards = [m for row in rows for m in row.group if m.subkind == "board"]
    for row in rows:
        for m in row.group if row.of_board and len(boards) == 1 else ():
            yield Statement(
                subject=m,
                predicate="subUnitOf",
                object=boards[0],
                start=boards[0].start if boards[0].start < m.end <= boards[0].start + _QUOTED else m.start,
                end=m.end,
                confidence=weighed(0.8, m, boards[0]),
            )


def _tiers(rows: list[_Row], title: str | None) -> Iterator[Statement]:
    top = min(m.start for row in rows for m in row.group)
    for tier, row in enumerate(rows, 1):
        for m in row.group:
            yield Statement(
                subject=m,
                predicate="inTier",
                object=f"tier:{tier}",
                start=top if m.end - top <= _QUOTED else m.start,
                end=m.end,
                structure=structure_name(title or "", "ESG"),
                confidence=weighed(0.8, m),
            )
