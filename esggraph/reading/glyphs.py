"""The characters of a PDF page as printed: stretches of a line with their boxes and fonts."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from esggraph.report import MarkKind

_HYPHENS = "\ufffe\x02"  # PDFium's signs for a hyphen at which a word is broken over lines
_BREAKS = "\r\n"
_CELL_GAP = 1.5  # heights of a line between two characters from which they stand in different cells or columns
_RAISED = 0.8  # height, as a share of the line's, below which a figure is a footnote's
_ABOVE = 0.1  # heights by which it ends above the line
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd|[-,]blk", re.I)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-,]it\b|[a-z]It$", re.I)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6  # of a font's flags, ISO 32000-1, table 123

_Box = tuple[float, float, float, float]  # left, top, right, bottom


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
    numbers: list[int] = []  # of the characters of the fragment that is being read
    characters: list[str] = []
    boxes: list[_Box] = []

    def finish(hyphen: bool = False) -> None:
        fragment = _fragment(text.raw, numbers, characters, boxes, hyphen)
        if fragment and fragment.right > 0 and fragment.left < width and fragment.bottom > 0 and fragment.top < height:
            fragments.append(fragment)
        for collected in (numbers, characters, boxes):
            collected.clear()

    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, i)
        character = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
        if character in _BREAKS or character in _HYPHENS:
            finish(hyphen=character in _HYPHENS)
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, i, reference)
        place = shown(box.left, box.bottom, box.right, box.top)
        if not character.isspace():
            last = next((b for c, b in zip(reversed(characters), reversed(boxes), strict=True) if c != " "), None)
            if last and place[0] - last[2] > _CELL_GAP * max(last[3] - last[1], place[3] - place[1]):
                finish()
        elif not characters or characters[-1] == " ":
            continue
        numbers.append(i)
        characters.append(" " if character.isspace() else character)
        boxes.append(place)
    finish()
    return _once(fragments), height


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


def _fragment(page: Any, numbers: list[int], characters: list[str], boxes: list[_Box], hyphen: bool) -> Fragment | None:
    if characters and characters[-1] == " ":
        characters, boxes = characters[:-1], boxes[:-1]
    if not characters:
        return None
    heights = sorted(b[3] - b[1] for b in boxes)
    height = heights[len(heights) // 2]
    bottom = sorted(b[3] for b in boxes)[len(boxes) // 2]
    raised = [
        (i, i + 1)
        for i, (c, b) in enumerate(zip(characters, boxes, strict=True))
        if i and c.isdigit() and b[3] - b[1] < _RAISED * height and b[3] < bottom - _ABOVE * height
    ]
    return Fragment(
        text="".join(characters) + ("-" if hyphen else ""),
        left=boxes[0][0],
        top=min(b[1] for b in boxes),
        right=max(b[2] for b in boxes),
        bottom=max(b[3] for b in boxes),
        height=height,
        hyphen=hyphen,
        marks=list(_styles(page, numbers, characters)),
        raised=raised,
    )


def _styles(page: Any, numbers: list[int], characters: list[str]) -> Iterator[tuple[MarkKind, int, int]]:
    """Yield the bold and italic stretches, by the font at the start of each word."""
    starts = [i for i, c in enumerate(characters) if c != " " and (i == 0 or characters[i - 1] == " ")]
    styles = [_style(page, numbers[i]) for i in starts]
    ends = [*(start - 1 for start in starts[1:]), len(characters)]
    for kind in (MarkKind.BOLD, MarkKind.ITALIC):
        words = zip(starts, ends, styles, strict=True)
        for marked, run in groupby(words, key=lambda word: kind in word[2]):
            stretch = list(run)
            if marked:
                yield kind, stretch[0][0], stretch[-1][1]


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


def _once(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments without those printed twice in one place, as for a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for f in fragments:
        key = (f.text, round(f.left / 2), round(f.top / 2))
        if key not in seen:
            kept.append(f)
        seen.add(key)
    return kept
