"""HTML to lines, each character with its place in the file.

The standard library's parser is used because it tells where every piece of text stands, which tree builders forget.
"""

from __future__ import annotations

import html
import re
from array import array
from html.parser import HTMLParser
from itertools import accumulate

from esggraph.reading.cleaning import clean
from esggraph.reading.lines import Line
from esggraph.reading.rows import row_line
from esggraph.reading.traced import Traced
from esggraph.report import BlockKind, Mark, MarkKind

_SKIPPED = frozenset(
    {"script", "style", "head", "nav", "footer", "noscript", "template", "svg", "button", "select", "form", "iframe"}
)
_BREAKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
        "dt", "figcaption", "figure", "header", "hr", "html", "main", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "ul",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "embed", "source", "track"}
)
_MARKS = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "cite": MarkKind.ITALIC,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def html_lines(source: str) -> list[Line]:
    """Return the lines of an HTML text: headings, items and rows by their tags, navigation left out."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    reader.end_line()
    return reader.lines


class _Reader(HTMLParser):
    """Collects lines while the parser walks through the file."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[Line] = []
        self._source = source
        self._line_starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self._skipping: list[str] = []  # tags open since one whose content is not read
        self._kind: BlockKind | None = None
        self._level = 0
        self._lists = 0
        self._row: list[Traced] | None = None  # the cells so far of the row that is open
        self._open_marks: list[tuple[str, MarkKind, int]] = []
        self._clear()

    def _clear(self) -> None:
        self._text: list[str] = []
        self._origin = array("L")
        self._marks: list[Mark] = []
        self._open_marks = [(tag, kind, 0) for tag, kind, _ in self._open_marks]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start a line, a cell or a mark."""
        if self._skipping or tag in _SKIPPED or _is_hidden(dict(attrs)):
            if tag not in _VOID:
                self._skipping.append(tag)
        elif tag in _MARKS:
            self._open_marks.append((tag, _MARKS[tag], len(self._origin)))
        elif tag == "tr":
            self._end_row()
            self._row = []
        elif tag in _CELLS:
            self._end_cell()
        elif tag in _HEADINGS or tag == "li":
            if tag in _HEADINGS or self._row is None:
                self._end_row()
                self._kind = BlockKind.ITEM if tag == "li" else BlockKind.HEADING
                self._level = max(1, self._lists) if tag == "li" else _HEADINGS[tag]
        elif tag in _BREAKS:
            if tag == "table":
                self._end_row()
            self.end_line()
        self._lists += not self._skipping and tag in _LISTS

    def handle_endtag(self, tag: str) -> None:
        """End a line, a cell or a mark."""
        if self._skipping:
            if tag in self._skipping:
                del self._skipping[len(self._skipping) - 1 - self._skipping[::-1].index(tag) :]
            return
        if tag in _MARKS:
            self._end_mark(tag)
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in _CELLS:
            self._end_cell()
        elif tag in _HEADINGS or tag == "li" or tag in _BREAKS:
            self.end_line()
        self._lists -= tag in _LISTS and self._lists > 0

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._skipping:
            start = self._offset()
            self._text.append(data)
            self._origin.extend(range(start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        """Take a character that has a name."""
        self._take_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take a character that has a number."""
        self._take_reference(f"&#{name};")

    def _take_reference(self, reference: str) -> None:
        characters = html.unescape(reference)
        if characters == reference:  # it names no character
            start = self._offset()
            closed = self._source.startswith(reference, start)
            self.handle_data(reference if closed else reference[:-1])
        elif not self._skipping:
            self._text.append(characters)
            self._origin.extend([self._offset()] * len(characters))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _end_mark(self, tag: str) -> None:
        for i in range(len(self._open_marks) - 1, -1, -1):
            name, kind, start = self._open_marks[i]
            if name == tag:
                del self._open_marks[i]
                if start < len(self._origin):
                    self._marks.append(Mark(kind, start, len(self._origin)))
                return

    def _taken(self) -> Traced:
        """Return the text taken since the last call."""
        marks = [*self._marks, *(Mark(k, start, len(self._origin)) for _, k, start in self._open_marks)]
        text = Traced("".join(self._text), self._origin).marked(m for m in marks if m.start < m.end)
        self._clear()
        return clean(text)

    def end_line(self) -> None:
        """End the line that is open; inside a table's cell this only parts words."""
        if self._row is not None:
            if self._text:
                self._text.append(" ")
                self._origin.append(self._origin[-1])
            return
        content = self._taken()
        if content.text:
            self.lines.append(Line(content, gap=True, kind=self._kind, level=self._level))
        self._kind, self._level = None, 0

    def _end_cell(self) -> None:
        if self._row is not None:
            cell = self._taken()
            if cell.text:
                self._row.append(cell)
        else:
            self.end_line()

    def _end_row(self) -> None:
        self._end_cell()
        cells, self._row = self._row, None
        if cells and len(cells) == 1:
            self.lines.append(Line(cells[0], gap=True))
        elif cells:
            self.lines.append(row_line(cells))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None
