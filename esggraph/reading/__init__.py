"""From a file to a `Report`: `read(path)` is the whole interface.

The way through: bytes -> text (`decode`), text -> lines (`plain`, `markdown`, `html`, `pdf`), lines -> blocks
(`layout`), and what the text says about the company (`company`) and the report (`masthead`).
"""

from __future__ import annotations

import re
from pathlib import Path

from esggraph.errors import UnreadableReport
from esggraph.reading.company import find_company
from esggraph.reading.decode import decode
from esggraph.reading.html import html_lines
from esggraph.reading.layout import lay_out
from esggraph.reading.lines import Line
from esggraph.reading.markdown import markdown_lines
from esggraph.reading.masthead import find_period, find_title
from esggraph.reading.pdf import pdf_lines
from esggraph.reading.plain import plain_lines
from esggraph.reading.sources import Overrides
from esggraph.report import Company, Report

__all__ = ["DEFAULT_MAX_BYTES", "read"]

DEFAULT_MAX_BYTES = 200_000_000  # larger files are not opened unless the caller says so
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)", re.I)


def read(
    path: str | Path,
    *,
    overrides: Overrides | None = None,
    company: str | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> Report:
    """Return the report in the file at `path`.

    `overrides` (from a sidecar, see `sources`) and `company` (its name) stand in place of what the text says. Raises
    UnreadableReport for a file that is missing, larger than `max_bytes`, empty, binary, damaged, encrypted or without
    text.
    """
    path = Path(path)
    data = _bytes(path, max_bytes)
    source, lines = _lines(data, path)
    text, origin, blocks, marks = lay_out(lines)
    if not any(character.isalpha() for character in text):
        raise UnreadableReport(f"{path.name}: no text in it; export it again from its source")
    printed = [line.text for line in lines]
    known = overrides or Overrides()
    title = known.title or find_title(printed)
    return Report(
        path.stem,
        source,
        text,
        origin,
        blocks,
        marks,
        company=_company(find_company(printed, text), known, company),
        title=title,
        period=known.period or find_period(text, title),
        file=path.name,
        paged="\f" in source,
    )


def _company(found: Company, known: Overrides, name: str | None) -> Company:
    """Return the company that the text names, with what is known better; the name found stays as an alias."""
    name = name or known.company
    aliases = [*(known.aliases or ()), *([found.name] if name and found.name else []), *found.aliases]
    other = dict.fromkeys(alias for alias in aliases if alias != (name or found.name))
    return Company(
        name or found.name, tuple(other), found.stock_codes if known.stock_codes is None else known.stock_codes
    )


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise UnreadableReport(
                f"{path.name}: too large ({size:,} bytes, the limit is {max_bytes:,}); split it or raise the limit"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableReport(f"{path.name}: {error.strerror or error}; check the path and its permissions") from None


def _lines(data: bytes, path: Path) -> tuple[str, list[Line]]:
    """Return the text that a file holds and its lines, by what it is rather than by what its name says."""
    if b"%PDF-" in data[:1024]:
        return pdf_lines(data, path.name)
    suffix = path.suffix.lower()
    page = _HTML.match(data) is not None
    if suffix == ".pdf":
        what = "a web page, not a PDF" if page else "no PDF"
        raise UnreadableReport(f"{path.name}: {what}; download it again")
    source = decode(data, path.name)
    if page or suffix in (".html", ".htm", ".xhtml"):
        return source, html_lines(source)
    return source, list(markdown_lines(source) if suffix in (".md", ".markdown") else plain_lines(source))
