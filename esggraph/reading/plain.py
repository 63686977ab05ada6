"""Plain text to lines.

Text comes out of PDF readers in two ways: wrapped as printed, with blank lines between paragraphs; or a paragraph a line,
where a line that begins with a capital letter starts a paragraph, a full stop and a space are put where the print has no
stop, and pages are two blank lines apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.reading.lines import Line
from esggraph.reading.traced import Traced
from esggraph.report import Mark, MarkKind

_LINE = re.compile(r"[^\n\f]*[^\s][^\n\f]*")
_WRAP = re.compile(r"[a-z,][ \t]?\r?\n[a-z]")
_BOOK = re.compile(r"《([^《》\n]+)》")


def is_wrapped(source: str) -> bool:
    """Return whether the lines of the text are those of the printed page."""
    return len(_WRAP.findall(source)) > 0.2 * len(_LINE.findall(source))


def plain_lines(source: str) -> Iterator[Line]:
    """Yield the lines of a plain text."""
    wrapped = is_wrapped(source)
    page, last = 0, 0
    for m in _LINE.finditer(source):
        between = source[last : m.start()]
        newlines = between.count("\n")
        page += between.count("\f") or (
            not wrapped and newlines > 2 and "\n\n\n" in between.replace("\r", "")
        )
        gap = newlines > 1 or last == 0 or not wrapped
        last = m.end()
        raw = Traced.of(source, *m.span())
        unfinished = not wrapped and raw.text.endswith(". ")
        if unfinished:
            raw = raw.cut(0, len(raw.text.rstrip()) - 1)
        content = _titled(raw).squeezed()
        if content.text:
            yield Line(content, page, gap, unfinished=unfinished)


def _titled(piece: Traced) -> Traced:
    marks, gaps = [], []
    for m in _BOOK.finditer(piece.text):
        marks.append(Mark(MarkKind.BOOK, *m.span(1)))
        gaps += [(m.start(), m.start() + 1), (m.end() - 1, m.end())]
    return piece.marked(marks).without(gaps) if marks else piece
