"""Lists whose items are numbered without a full stop: "1 Code of Conduct", "2 Tax Policy", "3 …" line below line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from esggraph.reading.contents import entry_key
from esggraph.reading.lines import Line
from esggraph.report import BlockKind

_NUMBER = re.compile(r"(\d{1,2})\s+(?=[A-Z“\"‘'])")
_FEWEST = 3  # items of a list
_LONGEST = 160  # characters of an item
_COLUMNS = 2  # cells of a row that is an item: its number and its text


def mark_numbered(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the items of numbered lists as such, their numbers cut off.

    Lines that stand again further down are headings or a table of contents, whatever their numbers.
    """
    out = list(lines)
    last = {entry_key(line.text): i for i, line in enumerate(lines)}
    at = 0
    while at < len(lines):
        run = _run(lines, at)
        again = sum(last[entry_key(lines[i].text)] > run[-1] for i in run)
        if len(run) >= _FEWEST and 2 * again < len(run):
            for i in run:
                out[i] = _item(lines[i])
            at = run[-1]
        at += 1
    return out


def _run(lines: Sequence[Line], first: int) -> list[int]:
    """Return the lines from `first` on that are numbered 1, 2, 3 …; between them only what goes on with an item."""
    run: list[int] = []
    for i in range(first, len(lines)):
        number = _number(lines[i])
        if number == len(run) + 1:
            run.append(i)
        elif number is not None or not run or not lines[i].text[0].islower():
            break
    return run


def _number(line: Line) -> int | None:
    m = _NUMBER.match(line.text)
    plain = line.kind is None or (line.kind is BlockKind.ROW and len(line.cells) == _COLUMNS)
    if not m or not plain or len(line.text) > _LONGEST:
        return None
    # of a row the number has a cell to itself
    return int(m[1]) if line.kind is None or line.cells[0][1] == m.end(1) else None


def _item(line: Line) -> Line:
    m = _NUMBER.match(line.text)
    content = line.content.cut(m.end() if m else 0)
    return replace(line, content=content, kind=BlockKind.ITEM, level=1, cells=(), last_length=len(content))
