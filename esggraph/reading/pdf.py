"""PDF to lines: the text layer with its geometry, pages in reading order.

The source of a PDF report is the text written here: one printed line a line, pages separated by form feeds.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from esggraph.errors import UnreadableReport
from esggraph.reading.cleaning import clean
from esggraph.reading.glyphs import Fragment, page_fragments
from esggraph.reading.lines import Line
from esggraph.reading.pages import Group, Page, lay_out_page
from esggraph.reading.paragraphs import ends_sentence
from esggraph.reading.rows import row_line
from esggraph.reading.traced import Traced
from esggraph.report import BlockKind, Mark

_LEAST_TEXT = 20  # characters a page, on average, below which the pages are pictures
_LARGE = 1.15  # how much larger than the running text a heading is printed
_HEADING_WORDS = 16
_HEADING_LINES = 4
_RAGGED = 0.75  # share of the width that a line of a paragraph fills at least
_SPACE = 0.35  # width of the space between two words, in heights of the line


def pdf_lines(data: bytes, name: str) -> tuple[str, list[Line]]:
    """Return the text that stands for the PDF, and its lines.

    Raises UnreadableReport, naming the file `name`, for one that is damaged, encrypted or has no text layer.
    """
    pages = _read_pages(data, name)
    pages = _without_running_titles(pages)
    sizes = Counter[float]()
    for page in pages:
        for group in page.groups:
            sizes[round(group.size, 1)] += sum(len(f.text) for f in group.fragments)
    body = sizes.most_common(1)[0][0]
    larger = sorted((size for size in sizes if size > _LARGE * body), reverse=True)
    source: list[str] = []
    lines: list[Line] = []
    at = 0
    for number, page in enumerate(pages):
        if number:
            source.append("\f")
            at += 1
        for group in page.groups:
            text = "\n".join(f.text for row in group.rows for f in row) + "\n"
            lines += _group_lines(group, at, number, _heading_level(group, body, larger))
            source.append(text)
            at += len(text)
    return "".join(source), lines


def _read_pages(data: bytes, name: str) -> list[Page]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableReport(f"{name}: encrypted PDF; save a copy without its password") from None
        raise UnreadableReport(f"{name}: damaged PDF, or no PDF at all; download it again") from None
    with document:
        pages = [_read_page(document, i, name) for i in range(len(document))]
    text = sum(len(f.text) for page in pages for group in page.groups for f in group.fragments)
    if text < _LEAST_TEXT * max(1, len(pages)):
        raise UnreadableReport(
            f"{name}: scanned PDF without a text layer ({text} characters on {len(pages)} pages); run OCR on it first"
        )
    return pages


def _read_page(document: pypdfium2.PdfDocument, i: int, name: str) -> Page:
    try:
        return lay_out_page(*page_fragments(document[i]))
    except pypdfium2.PdfiumError:
        raise UnreadableReport(f"{name}: page {i + 1} of the PDF is damaged; download it again") from None


def _without_running_titles(pages: list[Page]) -> list[Page]:
    """Return the pages without the lines in their margins that repeat a heading of the text."""
    body = {group.text for page in pages for group in page.body}
    return [
        Page(
            [group for group in page.top if group.text not in body],
            page.body,
            [group for group in page.bottom if group.text not in body],
        )
        for page in pages
    ]


def _heading_level(group: Group, body: float, larger: list[float]) -> int:
    """Return the level of the heading that a group is; 0 for other text."""
    text = group.text
    words = text.split()
    letters = sum(c.isalpha() for c in text)
    if (
        len(group.rows) > _HEADING_LINES
        or len(words) > _HEADING_WORDS
        or any(len(row) > 1 for row in group.rows)
        or letters < max(3, 0.6 * len(text.replace(" ", "")))
        or not (text[0].isupper() or text[0].isdigit() or text[0] in '“"‘')
        or text.endswith((".", ",", ";", ":"))
    ):
        return 0
    if group.size > _LARGE * body:
        return min(6, 1 + sum(size > 1.1 * group.size for size in _distinct(larger)))
    bold = all(f.bold for f in group.fragments)
    return min(6, 1 + len(_distinct(larger))) if bold and group.size > 0.9 * body else 0


def _distinct(sizes: list[float]) -> list[float]:
    """Return the sizes without those that differ by a hair from a larger one."""
    kept: list[float] = []
    for size in sizes:
        if not kept or size < 0.9 * kept[-1]:
            kept.append(size)
    return kept[:5]


def _group_lines(group: Group, at: int, page: int, level: int) -> Iterator[Line]:
    """Yield the lines of a group whose text starts at `at` of the source."""
    placed: list[tuple[list[Traced], list[Fragment]]] = []
    for row in group.rows:
        pieces = []
        for fragment in row:
            pieces.append(_traced(fragment, at))
            at += len(fragment.text) + 1
        placed.append((pieces, row))
    if level:
        content = placed[0][0][0]
        for pieces, _ in placed[1:]:
            content = content.join(pieces[0])
        content = clean(content)
        if content.text:
            yield Line(content, page, True, BlockKind.HEADING, level)
        return
    goes_on = False
    for i, (pieces, row) in enumerate(placed):
        cells = [cell for piece in pieces if (cell := clean(piece)).text]
        if not cells:
            continue
        if len(cells) > 1:
            yield row_line(cells, page)
            continue
        following = placed[i + 1][1][0] if i + 1 < len(placed) else None
        wrapped = following is not None and _goes_on(row[-1], following, group)
        yield Line(cells[0], page, gap=not goes_on, unfinished=wrapped)
        goes_on = wrapped


def _goes_on(line: Fragment, following: Fragment, group: Group) -> bool:
    """Return whether the next line's first word had no room at the end of this line, so that the line broke there."""
    if line.hyphen or following.text[0].islower():
        return True
    if line.bold != following.bold:
        return False
    first = len(following.text.split(None, 1)[0])
    width = first / len(following.text) * (following.right - following.left)
    if line.right + _SPACE * line.height + width > group.right:
        return True
    return not ends_sentence(line.text) and line.right > group.left + _RAGGED * (group.right - group.left)


def _traced(fragment: Fragment, at: int) -> Traced:
    """Return the fragment's text, which starts at `at` of the source, without the numbers of footnotes."""
    origin = array("L", range(at, at + len(fragment.text)))
    marks = tuple(Mark(kind, a, b) for kind, a, b in fragment.marks)
    return Traced(fragment.text, origin, marks).without(fragment.raised)
