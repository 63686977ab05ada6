"""The units of which printed lists are made: lines, the cells of a table's column, the pieces of a line between signs.

Offsets are 0-based in a block's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esggraph.report import BlockKind

_SIGN = re.compile(r"\s*(?:[·•●▪■◆◦∙|;]|\s[/*>→](?=\s))\s*")
_COLON = re.compile(r"[:：]\s+")
_LEAD = 60  # characters of a line before the colon that announces the pieces of the line
_FEWEST = 3  # pieces
_LONGEST = 600  # characters of a line that is cut into pieces


@dataclass(frozen=True, slots=True)
class Line:
    """A block of text; of a row also the spans of its cells."""

    text: str
    kind: BlockKind
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What may be an item of a list: `text[start:end]` of the block with this number."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Series:
    """Units of one form, and the line or cell above them, if one may speak of them all."""

    above: Line | None
    units: tuple[Unit, ...]


def columns(lines: Sequence[Line]) -> Iterator[Series]:
    """Yield the columns of each table, below their heads and as a whole."""
    at = 0
    while at < len(lines):
        rows = []
        while at < len(lines) and len(lines[at].cells) > 1:
            rows.append(at)
            at += 1
        if len(rows) > _FEWEST - 1:
            yield from _columns(lines, rows)
        at += not rows


def _columns(lines: Sequence[Line], rows: Sequence[int]) -> Iterator[Series]:
    for column in range(max(len(lines[i].cells) for i in rows)):
        units = [Unit(i, *lines[i].cells[column]) for i in rows if column < len(lines[i].cells)]
        head = lines[units[0].block].text[units[0].start : units[0].end]
        yield Series(Line(head, BlockKind.LABELS), tuple(units[1:]))
        yield Series(None, tuple(units))


def pieces(lines: Sequence[Line]) -> Iterator[Series]:
    """Yield the pieces of each line that signs cut, with what stands before a colon at its beginning, or above it."""
    for number, line in enumerate(lines):
        if line.kind in (BlockKind.CONTENTS, BlockKind.ROW) or len(line.text) > _LONGEST:
            continue
        signs = list(_SIGN.finditer(line.text))
        if len(signs) < _FEWEST - 1:
            continue
        colon = _COLON.search(line.text, 0, min(_LEAD, signs[0].start() + 1))
        above = (
            Line(line.text[: colon.start() + 1], BlockKind.LABELS) if colon else lines[number - 1] if number else None
        )
        cuts = [colon.end() if colon else 0, *(x for m in signs for x in m.span()), len(line.text)]
        units = (Unit(number, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a)
        yield Series(above, tuple(units))
