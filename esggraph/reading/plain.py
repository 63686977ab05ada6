"""Plain text to lines.

Text comes out of PDF readers in two ways: wrapped as printed, with blank lines between paragraphs; or a paragraph a
line, where a line that begins with a capital letter starts a paragraph, a full stop and a space are put where the
print has no stop, and pages are two blank lines apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.reading.cleaning import clean
from esggraph.reading.columns import PrintedRow, find_rows
from esggraph.reading.lines import Line
from esggraph.reading.rows import row_line
from esggraph.reading.traced import Traced
from esggraph.report import Mark, MarkKind

_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_WRAP = re.compile(r"[a-z,][ \t]?\r?\n[a-z]")
_WRAPS = 0.03  # share of the lines that break in the middle of a sentence from which all are those of the page
_PAGE_START = re.compile(r" [^\sa-z]")  # what some converters make of a form feed
_INDENTED = 0.1  # share of indented lines from which an indentation tells nothing
_BOOK = re.compile(r"《([^《》\n]+)》")


def is_wrapped(source: str) -> bool:
    """Return whether the lines of the text are those of the printed page.

    Where a paragraph is a line, none begins with a small letter; tables and charts are no paragraphs in either case.
    """
    return len(_WRAP.findall(source)) > _WRAPS * len(_LINE.findall(source))


def plain_lines(source: str) -> Iterator[Line]:
    """Yield the lines of a plain text."""
    wrapped = is_wrapped(source)
    indented = len(re.findall(r"^[ \t]+\S", source, re.M)) > _INDENTED * source.count("\n")
    printed = list(_LINE.finditer(source))
    rows = find_rows(source, [m.span() for m in printed])
    page, last, unfinished = 0, 0, False
    for number, m in enumerate(printed):
        between = source[last : m.start()]
        newlines = between.count("\n")
        gap = newlines > 1 or last == 0 or not wrapped
        if "\f" in between:
            page += between.count("\f")
        elif not wrapped:
            page += "\n\n\n" in between
        elif not indented and not unfinished and _PAGE_START.match(m.group()):
            page, gap = page + 1, True
        last = m.end()
        if number in rows:
            cells = _cells(source, rows[number])
            unfinished = False
            if cells:
                yield row_line(cells, page, gap)
            continue
        raw = Traced.of(source, *m.span())
        # wrapped: the space between two words; else the full stop that was not printed
        unfinished = raw.text.endswith(" " if wrapped else ". ")
        if unfinished and not wrapped:
            raw = raw.cut(0, len(raw.text) - 2)
        content = clean(_titled(raw))
        if content.text:
            yield Line(content, page, gap, unfinished=unfinished)


def _cells(source: str, row: PrintedRow) -> list[Traced]:
    """Return the text of each cell that has any."""
    cells = []
    for first, *further in row.cells:
        content = _titled(Traced.of(source, *first))
        for span in further:
            content = content.join(_titled(Traced.of(source, *span)))
        cells.append(clean(content))
    return [cell for cell in cells if cell.text]


def _titled(piece: Traced) -> Traced:
    marks, gaps = [], []
    for m in _BOOK.finditer(piece.text):
        marks.append(Mark(MarkKind.BOOK, *m.span(1)))
        gaps += [(m.start(), m.start() + 1), (m.end() - 1, m.end())]
    return piece.marked(marks).without(gaps) if marks else piece
