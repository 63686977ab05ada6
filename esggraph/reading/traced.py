"""Text that knows where each of its characters stands in the source, however it is cut, joined and cleaned."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from esggraph.report import Mark

_SPACES = re.compile(r"[^\S ]|  +|^ | $")
_RUN = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Traced:
    """A piece of text; `origin[i]` is the source offset of `text[i]`. Marks are in offsets of `text`, in order."""

    text: str
    origin: array[int]
    marks: tuple[Mark, ...] = ()

    @staticmethod
    def of(source: str, start: int, end: int) -> Traced:
        """Return `source[start:end]`, each character standing for itself."""
        return Traced(source[start:end], array("L", range(start, end)))

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Traced:
        """Return the part from `start` up to `end`; marks are cut at its edges."""
        end = len(self.text) if end is None else min(end, len(self.text))
        marks = tuple(
            Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start)
            for m in self.marks
            if m.start < end and m.end > start
        )
        return Traced(self.text[start:end], self.origin[start:end], marks)

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Return the text without the given stretches, which are in order and do not overlap."""
        gaps = [(a, b) for a, b in spans if a < b]
        if not gaps:
            return self
        edges = [0, *(edge for gap in gaps for edge in gap), len(self.text)]
        kept = list(zip(edges[::2], edges[1::2], strict=True))
        origin = array("L")
        for a, b in kept:
            origin += self.origin[a:b]
        marks = []
        for m in self.marks:
            start, end = _moved(m.start, gaps), _moved(m.end, gaps)
            if start < end:
                marks.append(Mark(m.kind, start, end))
        return Traced("".join(self.text[a:b] for a, b in kept), origin, tuple(marks))

    def squeezed(self) -> Traced:
        """Return the text with single spaces for white space, and none at its ends."""
        if not _SPACES.search(self.text):
            return self
        length = len(self.text)
        gaps, blanks = [], []
        for m in _RUN.finditer(self.text):
            if m.start() == 0 or m.end() == length:
                gaps.append(m.span())
            else:
                gaps.append((m.start() + 1, m.end()))
                blanks.append(m.start())
        plain = list(self.text)
        for i in blanks:
            plain[i] = " "
        return Traced("".join(plain), self.origin, self.marks).without(gaps)

    def marked(self, marks: Iterable[Mark]) -> Traced:
        """Return the text with these marks added."""
        return Traced(self.text, self.origin, tuple(sorted((*self.marks, *marks), key=lambda m: (m.start, m.end))))

    def join(self, other: Traced, glue: str = " ") -> Traced:
        """Return this text and `other` with `glue` (one character or none) between; it stands where this one ends."""
        shift = len(self.text) + len(glue)
        origin = self.origin[:]
        if glue:
            origin.append(self.origin[-1] + 1)
        origin += other.origin
        marks = (*self.marks, *(Mark(m.kind, m.start + shift, m.end + shift) for m in other.marks))
        return Traced(f"{self.text}{glue}{other.text}", origin, marks)


def _moved(offset: int, gaps: list[tuple[int, int]]) -> int:
    """Return where `offset` lies once the gaps are taken out."""
    return offset - sum(min(b, offset) - a for a, b in gaps if a < offset)
