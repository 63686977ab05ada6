"""The characters of a PDF page as printed: stretches of a line with their boxes and fonts."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from esggraph.report import MarkKind

_HYPHENS = "\ufffe\x02"  # PDFium's signs for a hyphen at which a word is broken over lines
_BREAKS = "\r\n"
_CELL_GAP = 1.5  # heights of a line between two characters from which they stand in different cells or columns
_CELL_GAPS = 2.2  # and so many times the line's usual space, for justified lines have wide ones
_WIDEST_SPACE = 4.0  # heights: no space between words is wider
_BACK = 2.0  # heights by which a line goes back to the left where the file runs two lines together
_TOUCHING = 0.6  # heights between two pieces of a line up to which they belong together
_WORD_GAP = 0.12  # heights from which white space is a space
_SAME_LINE = 0.5  # heights by which the middles of two pieces of a line differ at most
_RAISED = 0.8  # height, as a share of the line's, below which a figure is a footnote's
_ABOVE = 0.1  # heights by which it ends above the line
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd|[-,]blk", re.I)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-,]it\b|[a-z]It$", re.I)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6  # of a font's flags, ISO 32000-1, table 123

_Box = tuple[float, float, float, float]  # left, top, right, bottom
_Glyph = tuple[int, str, _Box]  # its number on the page, its character, its box


@dataclass(slots=True)
class Fragment:
    """Characters side by side on a line. Lengths are points from the page's top left corner, as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float  # of its characters; `bottom` and `top` may lie further apart
    hyphen: bool = False  # a word goes on in the next line
    marks: list[tuple[MarkKind, int, int]] = field(default_factory=list)  # bold and italic, spans of `text`
    raised: list[tuple[int, int]] = field(default_factory=list)  # numbers of footnotes, spans of `text`

    @property
    def bold(self) -> bool:
        """Whether the whole fragment is bold."""
        return sum(b - a for kind, a, b in self.marks if kind is MarkKind.BOLD) >= len(self.text)


def page_fragments(page: pypdfium2.PdfPage) -> tuple[list[Fragment], float]:
    """Return the fragments of a page in the order of the file, and the page's height."""
    width, height = page.get_size()
    text = page.get_textpage()
    shown = _rotation(page)
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    fragments: list[Fragment] = []
    line: list[_Glyph] = []
    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, i)
        character = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
        if character in _BREAKS or character in _HYPHENS:
            fragments += _fragments(text.raw, line, hyphen=character in _HYPHENS)
            line = []
        else:
            pdfium.FPDFText_GetLooseCharBox(text.raw, i, reference)
            line.append((i, character, shown(box.left, box.bottom, box.right, box.top)))
    fragments += _fragments(text.raw, line)
    on_page = (f for f in fragments if f.right > 0 and f.left < width and f.bottom > 0 and f.top < height)
    return _joined(_once(on_page)), height


def _rotation(page: pypdfium2.PdfPage) -> Callable[[float, float, float, float], _Box]:
    """Return what turns a box in the page's own coordinates (left, bottom, right, top) into one as shown."""
    left, bottom, right, top = page.get_cropbox()
    match page.get_rotation():
        case 90:
            return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        case 180:
            return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
        case 270:
            return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
        case _:
            return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)


def _fragments(page: Any, line: list[_Glyph], hyphen: bool = False) -> Iterator[Fragment]:
    """Yield the fragments of a line of the file, parted where the white space between two words is a gutter."""
    words = _words(line)
    if not words:
        return
    gaps = [b[0][2][0] - a[-1][2][2] for a, b in pairwise(words)]
    height = median(g[2][3] - g[2][1] for word in words for g in word)
    written = sum(word[0][1].isalpha() for word in words) > len(words) / 2  # and no row of figures
    usual = _CELL_GAPS * min(gaps) if written and gaps else 0.0
    wide = min(max(_CELL_GAP * height, usual), _WIDEST_SPACE * height)
    start = 0
    for i, gap in enumerate(gaps, 1):
        if gap > wide or gap < -_BACK * height:
            yield _fragment(page, words[start:i], False)
            start = i
    yield _fragment(page, words[start:], hyphen)


def _words(line: list[_Glyph]) -> list[list[_Glyph]]:
    return [list(run) for space, run in groupby(line, key=lambda glyph: glyph[1].isspace()) if not space]


def _fragment(page: Any, words: list[list[_Glyph]], hyphen: bool) -> Fragment:
    boxes = [box for word in words for _, _, box in word]
    height = median(box[3] - box[1] for box in boxes)
    bottom = median(box[3] for box in boxes)
    text = ""
    raised: list[tuple[int, int]] = []
    starts: list[tuple[int, int]] = []
    for word in words:
        text += " " if text else ""
        starts.append((len(text), word[0][0]))
        for _, character, box in word:
            small = box[3] - box[1] < _RAISED * height and box[3] < bottom - _ABOVE * height
            if text and character.isdigit() and small:
                start = raised.pop()[0] if raised and raised[-1][1] == len(text) else len(text)
                raised.append((start, len(text) + 1))
            text += character
    return Fragment(
        text=text + ("-" if hyphen else ""),
        left=min(box[0] for box in boxes),
        top=min(box[1] for box in boxes),
        right=max(box[2] for box in boxes),
        bottom=max(box[3] for box in boxes),
        height=height,
        hyphen=hyphen,
        marks=list(_styles(page, starts, len(text))),
        raised=[(a - 1, b + 1) if text[a - 1] + text[b : b + 1] == "()" else (a, b) for a, b in raised],
    )


def _styles(page: Any, starts: list[tuple[int, int]], length: int) -> Iterator[tuple[MarkKind, int, int]]:
    """Yield the bold and italic stretches, by the font at the start of each word: its place, and its first glyph."""
    styles = [_style(page, number) for _, number in starts]
    ends = [*(start - 1 for start, _ in starts[1:]), length]
    for kind in (MarkKind.BOLD, MarkKind.ITALIC):
        words = zip(starts, ends, styles, strict=True)
        for marked, run in groupby(words, key=lambda word: kind in word[2]):
            stretch = list(run)
            if marked:
                yield kind, stretch[0][0][0], stretch[-1][1]


def _style(page: Any, number: int) -> frozenset[MarkKind]:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, number, name, len(name), ctypes.byref(flags))
    font = name.value.decode("utf-8", "replace")
    found = set()
    if _BOLD.search(font) or pdfium.FPDFText_GetFontWeight(page, number) >= _BOLD_WEIGHT:
        found.add(MarkKind.BOLD)
    if _ITALIC.search(font) or flags.value & _ITALIC_FLAG:
        found.add(MarkKind.ITALIC)
    return frozenset(found)


def _joined(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments with those made one that only a raised or lowered character parts."""
    whole: list[Fragment] = []
    for f in fragments:
        before = whole[-1] if whole else None
        if before is None or before.hyphen or not _touches(before, f):
            whole.append(f)
            continue
        glue = " " if f.left - before.right > _WORD_GAP * f.height else ""
        shift = len(before.text) + len(glue)
        whole[-1] = replace(
            before,
            text=f"{before.text}{glue}{f.text}",
            top=min(before.top, f.top),
            right=f.right,
            bottom=max(before.bottom, f.bottom),
            height=max(before.height, f.height),
            hyphen=f.hyphen,
            marks=[*before.marks, *((kind, a + shift, b + shift) for kind, a, b in f.marks)],
            raised=[*before.raised, *((a + shift, b + shift) for a, b in f.raised)],
        )
    return whole


def _touches(before: Fragment, after: Fragment) -> bool:
    height = max(before.height, after.height)
    level = abs((before.top + before.bottom) - (after.top + after.bottom)) / 2
    return level < _SAME_LINE * height and -_WORD_GAP * height < after.left - before.right < _TOUCHING * height


def _once(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return the fragments without those printed twice in one place, as for a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for f in fragments:
        key = (f.text, round(f.left / 2), round(f.top / 2))
        if key not in seen:
            kept.append(f)
        seen.add(key)
    return kept
