"""Columns held apart by blanks or tabs, as readers of PDFs that keep the layout print a table.

A line with a wide gap is a row where the lines around it have such gaps too; what stands indented below a row's last
cell goes on in that cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from esggraph.reading.words import BULLET, NUMBERED

_GAP = re.compile(r"[ \xa0]{3,}|[ \xa0]*\t\s*")
_SIDE_BY_SIDE = 42  # characters of each half from which a line of two is prose printed in two columns
_PAGE = re.compile(r"\d{1,3}")
_LONGEST = 400  # characters: no row of a table is longer
_MARGIN = 4  # characters from which a line is indented
_SLACK = 2  # characters by which the lines of one cell may be shifted
_GOES_ON = re.compile(r"[,;/–-]$|\b(?:and|or|of|for|the|in|to|by|with|from|at|on)$|\([^()]*$")
_STARTS = re.compile(r"[a-z(]|(?:and|or|of)\b")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table: the spans of its cells in the source, each with its continuations, in order."""

    cells: tuple[tuple[tuple[int, int], ...], ...]


def find_rows(source: str, lines: Sequence[tuple[int, int]]) -> dict[int, PrintedRow]:
    """Return the rows among `lines`, the spans of the source's lines that are not empty.

    The key is the number of a row's first line; a line that goes on with the row above has an empty row.
    """
    printed = [_Printed(a, _pieces(source, a, b)) for a, b in lines]
    tabular = _tabular(source, printed)
    apart = ["\n\n" in source[a:b].replace(" ", "") for (_, a), (b, _) in pairwise(lines)]
    rows: dict[int, PrintedRow] = {}
    last = -1  # the line of the row that the next may go on with
    for i, line in enumerate(printed):
        below = last >= 0 and not apart[i - 1] and len(line.pieces) == 1
        if tabular[i]:
            rows[i] = PrintedRow(tuple((piece,) for piece in line.pieces))
            last = i
        elif below and _goes_on(source, rows[last], printed[last], line):
            above = rows[last].cells
            rows[last] = PrintedRow((*above[:-1], (*above[-1], line.pieces[0])))
            rows[i] = PrintedRow(())
        elif below and _is_below(printed[last], line):
            rows[i] = PrintedRow(((line.pieces[0],),))
        else:
            last = -1
    return rows


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line with its pieces between wide gaps, spans in the source."""

    start: int
    pieces: list[tuple[int, int]]

    @property
    def columns(self) -> list[int]:
        """Where the pieces begin, in characters from the line's start."""
        return [begin - self.start for begin, _ in self.pieces]


def _tabular(source: str, lines: Sequence[_Printed]) -> list[bool]:
    """Return for each line whether its gaps are those of a table."""
    gaps = [len(line.pieces) > 1 for line in lines]
    long = [len(line.pieces) == 2 and all(b - a >= _SIDE_BY_SIDE for a, b in line.pieces) for line in lines]
    numbered = [
        gap and len(line.pieces) == 2 and any(_PAGE.fullmatch(source, a, b) for a, b in line.pieces)
        for gap, line in zip(gaps, lines, strict=True)
    ]
    tabular = []
    for i, line in enumerate(lines):
        near = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(lines)]
        below = i + 1 < len(lines) and len(lines[i + 1].pieces) == 1 and _is_below(line, lines[i + 1])
        if long[i]:  # text in two columns is as long line after line
            tabular.append(any(gaps[j] and not long[j] for j in near) and not any(long[j] for j in near))
        else:  # a running head has its page number behind a gap
            tabular.append(gaps[i] and (below or any(gaps[j] and numbered[j] == numbered[i] for j in near)))
    return tabular


def _pieces(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the pieces of a line between its wide gaps."""
    if end - start > _LONGEST:
        return [(start, end)]
    text = source[start:end]
    begin = start + len(text) - len(text.lstrip())
    sign = BULLET.match(source, begin, end) or NUMBERED.match(source, begin, end)
    found = []
    for gap in _GAP.finditer(source, sign.end() if sign else begin, end):
        if source[gap.end() : end].strip():
            found.append((begin, gap.start()))
            begin = gap.end()
    return [*found, (begin, start + len(text.rstrip()))]


def _is_below(row: _Printed, line: _Printed) -> bool:
    """Return whether a line of one piece begins below the last cell of a row."""
    (begin,) = line.columns
    return begin > _MARGIN and abs(begin - row.columns[-1]) <= _SLACK


def _goes_on(source: str, row: PrintedRow, first: _Printed, line: _Printed) -> bool:
    """Return whether a line of one piece goes on with the last cell of the row that begins on the line `first`."""
    ((begin, end),) = line.pieces
    if BULLET.match(source, begin) or NUMBERED.match(source, begin):
        return False
    before = source[slice(*row.cells[-1][-1])]
    if not (_GOES_ON.search(before) or _STARTS.match(source, begin, end)):
        return False
    inside = source[begin].islower() or before.count("(") > before.count(")")
    return _is_below(first, line) or (begin - line.start <= _SLACK and inside)
