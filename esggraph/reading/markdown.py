"""Markdown to lines: markup becomes marks, headings, items and rows.

Converters write their own Markdown: tables as tab-separated lines or with bars, HTML fragments inside cells,
headings as # lines or as bare short lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.reading.cleaning import clean
from esggraph.reading.lines import Line
from esggraph.reading.rows import row_line
from esggraph.reading.traced import Traced
from esggraph.report import BlockKind, Mark, MarkKind

_LINE = re.compile(r"[^\n\f]+")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_ITEM = re.compile(r"(\s*)[-*+•]\s+")
_RULE = re.compile(r"[\s:|]*+(?:-{2,}+[\s:|]*+)++$|\s*[*_=]{3,}\s*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|!\[[^\]]{0,200}\]\([^)]{0,500}\)")
_SPAN = re.compile(
    r"(?P<bold>\*\*(?=\S)(?P<b>[^*\n]+?)(?<=\S)\*\*)|(?P<italic>\*(?=[^\s*])(?P<i>[^*\n]+?)(?<=\S)\*(?!\*))"
    r"|(?P<tag><(?P<name>i|em|b|strong)>(?P<t>[^<\n]+?)</(?P=name)>)|(?P<book>《(?P<k>[^《》\n]+)》)"
    r"|(?P<link>\[(?P<l>[^\[\]\n]+)\]\([^()\s]*\))"
)
_KINDS = {"b": MarkKind.BOLD, "strong": MarkKind.BOLD, "i": MarkKind.ITALIC, "em": MarkKind.ITALIC}


def markdown_lines(source: str) -> Iterator[Line]:
    """Yield the lines of a Markdown text."""
    page, last = 0, 0
    for m in _LINE.finditer(source):
        between = source[last : m.start()]
        page += between.count("\f")
        gap = between.count("\n") > 1 or last == 0
        last = m.end()
        if _RULE.match(m.group()):
            continue
        yield from _line(Traced.of(source, *m.span()), page, gap)


def _line(raw: Traced, page: int, gap: bool) -> Iterator[Line]:
    if heading := _HEADING.match(raw.text):
        content = clean(unmarked(raw.cut(heading.end())))
        if content.text:
            yield Line(content, page, gap, BlockKind.HEADING, len(heading.group(1)))
        return
    if "\t" in raw.text.strip():
        yield from _row([raw.cut(a, b) for a, b in _pieces(raw.text, "\t")], page, gap)
        return
    if raw.text.strip().startswith("|"):
        cells = [raw.cut(a, b) for a, b in _pieces(raw.text, "|") if raw.text[a:b].strip()]
        if len(cells) > 1 and raw.text.rstrip().endswith("|"):
            yield from _row(cells, page, gap)
            return
        raw = raw.without(m.span() for m in re.finditer(r"\|", raw.text))
    item = _ITEM.match(raw.text)
    content = clean(unmarked(raw.cut(item.end() if item else 0)))
    if content.text:
        kind = BlockKind.ITEM if item else None
        yield Line(content, page, gap, kind, 1 + len(item.group(1)) // 2 if item else 0)


def _pieces(text: str, separator: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split(separator):
        yield start, start + len(part)
        start += len(part) + 1


def _row(raw: list[Traced], page: int, gap: bool) -> Iterator[Line]:
    cells = [cell for piece in raw if (cell := clean(unmarked(piece))).text]
    if cells:
        yield row_line(cells, page, gap)


def unmarked(piece: Traced) -> Traced:
    """Return the text without its markup, which becomes marks."""
    if not any(c in piece.text for c in "*<[《"):
        return piece
    gaps: list[tuple[int, int]] = []
    marks: list[Mark] = []
    for m in _SPAN.finditer(piece.text):
        for group, kind in (
            ("b", MarkKind.BOLD),
            ("i", MarkKind.ITALIC),
            ("t", None),
            ("k", MarkKind.BOOK),
            ("l", ""),
        ):
            if m.group(group) is None:
                continue
            a, b = m.span(group)
            gaps += [(m.start(), a), (b, m.end())]
            if group == "t":
                marks.append(Mark(_KINDS[m.group("name")], a, b))
            elif isinstance(kind, MarkKind):
                marks.append(Mark(kind, a, b))
    covered = {i for a, b in gaps for i in range(a, b)}
    gaps += [m.span() for m in _TAG.finditer(piece.text) if m.start() not in covered]
    return piece.marked(marks).without(sorted(gaps))
