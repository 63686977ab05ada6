"""Runs of a report's rows whose cells are known, with the standards that stand in each cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from esggraph.extraction.document import passages
from esggraph.extraction.mentions import Mention
from esggraph.report import BlockKind, Report


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    number: int  # of the block
    cells: tuple[tuple[int, int], ...]  # in Report.text
    standards: tuple[tuple[Mention, ...], ...]  # of each cell
    shift: int | None  # from Report.text to the Doc; None: the row is not in it

    def filled(self) -> list[int]:
        """The numbers of the cells with standards."""
        return [i for i, found in enumerate(self.standards) if found]


def tables(doc: Doc, report: Report, certifiable: Sequence[Mention]) -> Iterator[list[Row]]:
    """Yield the runs of rows in which standards stand, without the rows in which no cells are known."""
    shifts = {p.number: p.start - p.block.start for p in passages(doc) if p.block.kind is BlockKind.ROW}
    starts = [m.start for m in certifiable]
    done = -1
    for number in shifts:
        if number <= done:
            continue
        first = done = number
        while first > 0 and report.blocks[first - 1].kind is BlockKind.ROW:
            first -= 1
        while done + 1 < len(report.blocks) and report.blocks[done + 1].kind is BlockKind.ROW:
            done += 1
        rows = []
        for i in range(first, done + 1):
            cells, shift = report.blocks[i].cells, shifts.get(i)
            if not cells:
                continue
            found = tuple(
                tuple(certifiable[bisect_left(starts, a + shift) : bisect_left(starts, b + shift)])
                if shift is not None
                else ()
                for a, b in cells
            )
            rows.append(Row(i, cells, found, shift))
        if rows:
            yield rows
