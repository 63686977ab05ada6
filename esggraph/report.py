"""A report as read: clean text, what the layout tells, and the way back to the source.

All offsets are 0-based, ends exclusive. There is one coordinate system for everything that is found: offsets into
`Report.text`. `Report.place` turns them into lines, pages and source offsets.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

_SPACE = re.compile(r"\s+")


class BlockKind(StrEnum):
    """What a block of text is in the layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # an item of a bullet or numbered list
    ROW = "row"  # a row of a table; its cells are in Block.cells
    LABELS = "labels"  # labels of a chart or diagram: short lines whose order the conversion may have lost
    CONTENTS = "contents"  # a line of a table of contents: nothing is found in it


class MarkKind(StrEnum):
    """How a stretch of text is set off from the rest; each kind may show a title."""

    ITALIC = "italic"
    BOLD = "bold"
    BOOK = "book"  # 《…》


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit. `start` and `end` span `Report.text`."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # headings: 1 is the outermost; items: 1 is the outermost list; else 0
    section: tuple[str, ...] = ()  # the headings above, outermost first; a heading's own text is not in it
    cells: tuple[tuple[int, int], ...] = ()  # rows: the span of each cell, in order


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of `Report.text`; the marks' own characters are not part of the text."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of text stands in the source."""

    line: int  # 1-based line of the source on which it starts
    page: int | None  # 1-based page, where the source has pages
    start: int  # source offsets
    end: int


@dataclass(frozen=True, slots=True)
class Company:
    """The reporting company as its report names it."""

    name: str  # full legal name as printed
    aliases: tuple[str, ...] = ()  # short names, misspelt ones too
    stock_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report's text with its layout.

    `text` is the blocks' texts joined by newlines: words broken over lines are whole again, white space inside a block
    is single spaces, running headers and footers are gone. `origin[i]` is the offset in `source` of `text[i]`.
    """

    id: str  # the file's stem
    source: str  # the decoded file; of a PDF its text layer, pages separated by form feeds
    text: str
    origin: array[int]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    company: Company = field(default_factory=lambda: Company(""))
    title: str = ""
    period: str = ""  # "2023-01-01/2023-12-31", or "" where the report does not say
    language: str = "en"
    file: str = ""  # the file's name, as evidence shows it
    paged: bool = False  # form feeds in the source separate pages

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.source))]

    @cached_property
    def _page_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\f", self.source))] if self.paged else []

    def place(self, start: int, end: int) -> Place:
        """Return where `text[start:end]` stands in the source. Raises ValueError for an empty or outside span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at {start}:{end} of {self.id}")
        first, last = self.origin[start], self.origin[end - 1]
        page = bisect_right(self._page_starts, first) if self.paged else None
        return Place(bisect_right(self._line_starts, first), page, first, last + 1)

    def block_text(self, block: Block) -> str:
        """Return the text of `block`."""
        return self.text[block.start : block.end]

    def marks_in(self, block: Block) -> Iterator[Mark]:
        """Yield the marks that start inside `block`, in order."""
        i = bisect_right(self._mark_starts, block.start - 1)
        while i < len(self.marks) and self.marks[i].start < block.end:
            yield self.marks[i]
            i += 1

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [m.start for m in self.marks]

    def quote(self, start: int, end: int) -> str:
        """Return `text[start:end]` with white space normalised, as evidence quotes it."""
        return _SPACE.sub(" ", self.text[start:end]).strip()
