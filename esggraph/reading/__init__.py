"""From a file to a `Report`: `read(path)` is the whole interface.

The way through: bytes -> text (`decode`), text -> lines (`plain`, `markdown`), lines -> blocks (`layout`).
"""

from __future__ import annotations

from pathlib import Path

from esggraph.reading.decode import decode
from esggraph.reading.layout import lay_out
from esggraph.reading.markdown import markdown_lines
from esggraph.reading.plain import plain_lines
from esggraph.report import Company, Report

__all__ = ["read"]


def read(path: str | Path) -> Report:
    """Return the report in the file at `path`. Raises UnreadableReport for a file that holds no readable text."""
    path = Path(path)
    source = decode(path.read_bytes(), path.name)
    lines = markdown_lines(source) if path.suffix.lower() in (".md", ".markdown") else plain_lines(source)
    text, origin, blocks, marks = lay_out(lines)
    return Report(path.stem, source, text, origin, blocks, marks, Company(""), file=path.name)
