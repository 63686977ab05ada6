"""Lines to blocks: what belongs together, what is a heading, an item, a row, and which section it stands in."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from esggraph.reading.cleaning import mend
from esggraph.reading.contents import mark_contents
from esggraph.reading.furniture import drop_furniture
from esggraph.reading.lines import Line
from esggraph.reading.numbered import mark_numbered
from esggraph.reading.paragraphs import join_broken, name_pairs
from esggraph.reading.roles import assign_roles
from esggraph.report import Block, BlockKind, Mark


def lay_out(lines: Iterable[Line]) -> tuple[str, array[int], tuple[Block, ...], tuple[Mark, ...]]:
    """Return a report's text, origins, blocks and marks."""
    printed = list(mend(lines))
    kept = mark_numbered(mark_contents(drop_furniture(printed)))
    return assemble(assign_roles(join_broken(kept, name_pairs(printed))))


def assemble(lines: list[Line]) -> tuple[str, array[int], tuple[Block, ...], tuple[Mark, ...]]:
    """Return the lines as a report's text with its blocks, each in its section."""
    texts: list[str] = []
    origin = array("L")
    blocks: list[Block] = []
    marks: list[Mark] = []
    section: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        kind = line.kind or BlockKind.PARAGRAPH
        if kind is BlockKind.HEADING:
            section = [(level, text) for level, text in section if level < line.level]
        above = tuple(text for _, text in section)
        if kind is BlockKind.HEADING:
            section.append((line.level, line.text))
        cells = tuple((a + at, b + at) for a, b in line.cells)
        blocks.append(Block(kind, at, at + len(line.text), line.level, above, cells))
        marks += (Mark(m.kind, m.start + at, m.end + at) for m in line.content.marks)
        texts.append(line.text)
        origin += line.content.origin
        origin.append(origin[-1] + 1)
        at += len(line.text) + 1
    if not texts:
        return "", origin, (), ()
    return "\n".join(texts), origin[:-1], tuple(blocks), tuple(marks)
