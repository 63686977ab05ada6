"""Lines to blocks: what belongs together, what is a heading, an item, a row, and which section it stands in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import replace

from esggraph.reading.lines import Line
from esggraph.report import Block, BlockKind, Mark

_BULLET = re.compile(r"(?:[•●▪■◆►▶○◦‣⁃∙·✓✔➢➤]|[-–—](?= )|u(?= [A-Z]))\s*")
_HYPHENATED = re.compile(r"[A-Za-z]{2}-$")
_CONTENTS = re.compile(r".{3,120}?[\s.…·]*\s\d{1,3}$")


def lay_out(lines: Iterable[Line]) -> tuple[str, array[int], tuple[Block, ...], tuple[Mark, ...]]:
    """Return a report's text, origins, blocks and marks."""
    return assemble(join_wrapped(list(lines)))


def join_wrapped(lines: list[Line]) -> list[Line]:
    """Return the lines with those that one paragraph was broken into made one."""
    out: list[Line] = []
    for line in lines:
        if out and _continues(out[-1], line):
            before = out[-1]
            content = before.content
            if _HYPHENATED.search(before.text) and line.text[:1].islower():
                content = content.cut(0, len(content) - 1).join(line.content, "")
            elif before.text.endswith("-"):
                content = content.join(line.content, "")
            else:
                content = content.join(line.content)
            out[-1] = replace(before, content=content)
            continue
        bullet = _BULLET.match(line.text) if line.kind is None else None
        if bullet and bullet.end() < len(line.text):
            line = replace(line, content=line.content.cut(bullet.end()), kind=BlockKind.ITEM, level=1)
        out.append(line)
    return out


def _continues(before: Line, line: Line) -> bool:
    if line.gap or line.kind is not None or _BULLET.match(line.text):
        return False
    return before.kind in (None, BlockKind.ITEM)


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
