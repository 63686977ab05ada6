"""Rows of tables: cells to one line that knows them."""

from __future__ import annotations

from esggraph.reading.lines import Line
from esggraph.reading.traced import Traced
from esggraph.report import BlockKind


def row_line(cells: list[Traced], page: int = 0, gap: bool = True) -> Line:
    """Return the line of a row with these cells, of which there is at least one and none is empty."""
    content, spans = cells[0], [(0, len(cells[0]))]
    for cell in cells[1:]:
        spans.append((len(content) + 1, len(content) + 1 + len(cell)))
        content = content.join(cell)
    return Line(content, page, gap, BlockKind.ROW, cells=tuple(spans))
