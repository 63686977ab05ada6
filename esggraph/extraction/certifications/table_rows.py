"""The rows of tables whose cells are known, each cell with the standards that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import column_role, field, table_head
from esggraph.extraction.document import passages
from esggraph.extraction.mentions import Mention
from esggraph.extraction.standards.known import levels_of
from esggraph.extraction.standards.numbers import NUMBER
from esggraph.names import normalise
from esggraph.report import BlockKind, Report

NAME = 60  # characters of a certificate's name
_STANDARDS = 0.45  # the share of a cell's letters that standards fill, if it is one of standards

_FOOTNOTE = re.compile(r"(?<=\w)[¹²³⁴⁵⁶*†‡]+$")

Cell = tuple[int, int]  # in characters of Report.text, end exclusive


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table."""

    report: Report
    number: int  # of the block
    cells: tuple[Cell, ...]
    standards: tuple[tuple[Mention, ...], ...]  # of each cell
    shift: int | None  # from Report.text to the Doc; None: the row is not in it

    def filled(self) -> list[int]:
        """Return the numbers of the cells with standards."""
        return [i for i, found in enumerate(self.standards) if found]

    def text(self, i: int) -> str:
        """Return the text of cell `i`, without lines drawn beside it."""
        return self.report.text[slice(*self.cells[i])].strip(" |►▪•")

    def texts(self) -> list[str]:
        """Return the texts of all cells."""
        return [self.text(i) for i in range(len(self.cells))]

    def printed(self, i: int) -> tuple[int, int]:
        """Return the columns of the printed line in which cell `i` begins and ends."""
        first, last = self.report.origin[self.cells[i][0]], self.report.origin[self.cells[i][1] - 1]
        line = self.report.source.rfind("\n", 0, first)
        return first - line, last - line

    def middle(self, i: int) -> float:
        """Return where the middle of cell `i` stands in its printed line."""
        return sum(self.printed(i)) / 2

    def place(self, i: int) -> tuple[int, int] | None:
        """Return where cell `i` stands in the Doc."""
        if self.shift is None:
            return None
        start, end = self.cells[i]
        return start + self.shift, end + self.shift


def table_rows(doc: Doc, report: Report, certifiable: Sequence[Mention]) -> Iterator[list[TableRow]]:
    """Yield the tables of `doc`: their rows, without those in which no cells are known."""
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
            rows.append(TableRow(report, i, cells, found, shift))
        if rows:
            yield rows


def is_filled(text: str, standards: Sequence[Mention]) -> bool:
    """Return whether a cell holds little besides names of standards, their grades and what they are about."""
    name = re.sub(r" ?\([^()]*\)", "", text)
    if not standards[0].key.startswith(NUMBER) and name.startswith(standards[0].aliases) and len(name) <= NAME:
        return ":" not in name
    rest = re.sub(r"\([^()]*\)|[®™]", "", text)
    for standard in standards:
        for form in sorted(standard.aliases, key=len, reverse=True):
            rest = rest.replace(form, "")
        if grade := levels_of(standard.key):
            rest = grade.sub("", rest)
    rest = " ".join(w for w in re.findall(r"[\w-]+", rest) if not field().fullmatch(w))
    return len(rest) <= (1 - _STANDARDS) * len(text)


def without_footnote(text: str) -> str:
    """Return `text` without the sign of a footnote at its end."""
    return _FOOTNOTE.sub("", text)


def is_title(text: str) -> bool:
    """Return whether `text` may be the name of a certificate or of a column: short, capitalised, no label."""
    if not text[:1].isupper() or len(text) > NAME or ":" in text or column_role(text):
        return False
    return not field().fullmatch(text) and not table_head().fullmatch(text)


def titled_standard(row: TableRow, i: int, beside: Mention | None = None) -> Mention | None:
    """Return the certificate that only its place in a table shows to be one; None where cell `i` names none.

    `beside`: one of the same table, whose place it gets where the row itself is not in the Doc.
    """
    place = row.place(i) or ((beside.start, beside.end) if beside else None)
    name = without_footnote(row.text(i))
    if not place or not is_title(name):
        return None
    short = re.sub(r" ?\([^()]*\)|[®™]", "", name).strip()
    return standard_at(name, f"titled {normalise(short)}", place, (name, short))


def standard_at(name: str, key: str, place: tuple[int, int], forms: tuple[str, ...]) -> Mention:
    """Return the mention of a standard that a table names in a way of its own, at `place` in the Doc."""
    start, end = place
    return Mention(
        kind="standards", name=name, key=key, start=start, end=end, subkind="technical_standard", aliases=forms
    )
