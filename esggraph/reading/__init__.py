"""From a file to a Report. (First cut: plain text only.)"""

from __future__ import annotations

import re
from array import array
from pathlib import Path

from esggraph.report import Block, BlockKind, Company, Mark, MarkKind, Report


def read(path: str | Path) -> Report:
    path = Path(path)
    source = path.read_text(encoding="utf-8")
    wrapped = len(re.findall(r"[a-z,] ?\n[a-z]", source)) > 300
    pattern = r"(?:[^\n]+\n?)+?(?=\n|$)" if wrapped else r"[^\n]+"
    out: list[str] = []
    origin: list[int] = []
    blocks, marks = [], []
    for m in re.finditer(pattern, source):
        start = len(out)
        italic = None
        space = True
        for i in range(m.start(), m.end()):
            c = source[i]
            if c == "*":
                if italic is None:
                    italic = len(out)
                else:
                    if len(out) > italic:
                        marks.append(Mark(MarkKind.ITALIC, italic, len(out)))
                    italic = None
                continue
            if c.isspace():
                if space:
                    continue
                c, space = " ", True
            else:
                space = False
            out.append(c)
            origin.append(i)
        if len(out) > start:
            blocks.append(Block(BlockKind.PARAGRAPH, start, len(out)))
            out.append("\n")
            origin.append(m.end() - 1)
    return Report(path.stem, source, "".join(out), array("L", origin), tuple(blocks), tuple(marks), Company(""), file=path.name)
