"""What each line is: a heading, a paragraph, an item, a row of a table or a label of a chart."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from esggraph.reading.contents import entry_key
from esggraph.reading.lines import Line
from esggraph.reading.paragraphs import ends_sentence
from esggraph.reading.words import NUMBERED, SECTION_NUMBER
from esggraph.report import BlockKind

_NUMERIC = re.compile(r"[(~<>≈±+–-]?[$€£¥]?\d[\d.,:/%]*[)%]?[*†]?$|[-–—]$|N/?A$", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_CAPTION = re.compile(r"(?:chart|figure|fig\.|table|case|note|source|photo|image)s?\b[ \d.]*[:：]", re.I)
_WEB = re.compile(r"https?://|www\.|@\w")
_PROSE = 15  # words from which a line is a paragraph whatever its end
_SENTENCE = 5  # words from which a line that ends with a full stop is one
_TITLE = 14  # words up to which a line can be a heading
_PHRASE = 9  # words up to which it can be written like a sentence
_LONGEST = 110  # characters of a heading
_HEADINGS = 3  # short lines that can stand over a paragraph as headings; more are a chart
_CELLS = 3  # numbers that make a line a row


def assign_roles(lines: list[Line]) -> list[Line]:
    """Return the lines with the kind of each that had none."""
    titles = {entry_key(line.text) for line in lines if line.kind is BlockKind.CONTENTS} - {""}
    out: list[Line] = []
    runs = [(short, list(run)) for short, run in groupby(lines, key=_is_short)]
    for i, (short, run) in enumerate(runs):
        if not short:
            out += (_long(line) for line in run)
        else:
            before_text = i + 1 < len(runs) and runs[i + 1][1][0].kind in (None, BlockKind.ITEM, BlockKind.ROW)
            out += _short(run, before_text, titles)
    return out


def _is_short(line: Line) -> bool:
    return line.kind is None and not is_prose(line.text) and _row_cells(line.text) is None


def is_prose(text: str) -> bool:
    """Return whether the text reads as a sentence or more."""
    words = text.split()
    if len(words) >= _PROSE or len(text) > _LONGEST:
        return True
    if text.endswith(":") and len(words) > _PHRASE:
        return True
    return len(words) >= _SENTENCE and text.endswith((".", "!", "?", ".”", '."', ";")) and _small(words) >= 2


def _small(words: list[str]) -> int:
    return sum(word[0].islower() for word in words)


def _long(line: Line) -> Line:
    if line.kind is not None:
        return line
    cells = _row_cells(line.text)
    if cells:
        return replace(line, kind=BlockKind.ROW, cells=cells)
    if number := NUMBERED.match(line.text):
        return replace(line, content=line.content.cut(number.end()), kind=BlockKind.ITEM, level=1)
    return replace(line, kind=BlockKind.PARAGRAPH)


def _row_cells(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return the cells of a row of figures: words that stand together, and each figure; None for other text."""
    words = [(m.start(), m.end(), _NUMERIC.match(m.group()) is not None) for m in re.finditer(r"\S+", text)]
    figures = sum(numeric for *_, numeric in words)
    ends = len(words) >= _CELLS and words[-1][2] and words[-2][2] and len(words) < _PROSE and not ends_sentence(text)
    if not ends and (figures < _CELLS or figures < 0.4 * len(words)):
        return None
    cells: list[tuple[int, int]] = []
    in_words = False
    for start, end, numeric in words:
        if in_words and not numeric:
            cells[-1] = (cells[-1][0], end)
        else:
            cells.append((start, end))
        in_words = not numeric
    return tuple(cells)


def _short(run: list[Line], before_text: bool, titles: set[str]) -> list[Line]:
    """Return a run of short lines as headings and labels: the last ones stand over the text that follows."""
    out: list[Line] = []
    for i, line in enumerate(run):
        left = len(run) - 1 - i
        over_text = before_text and (left == 0 or len(run) <= _HEADINGS)
        if _is_heading(line, over_text, titles):
            out.append(replace(line, kind=BlockKind.HEADING, level=_heading_level(line.text)))
        elif number := NUMBERED.match(line.text):
            out.append(replace(line, content=line.content.cut(number.end()), kind=BlockKind.ITEM, level=1))
        else:
            sole = len(run) == 1 and (ends_sentence(line.text) or line.text.endswith((":", ",")))
            kind = BlockKind.PARAGRAPH if sole or _CAPTION.match(line.text) else BlockKind.LABELS
            out.append(replace(line, kind=kind))
    return out


def _is_heading(line: Line, over_text: bool, titles: set[str]) -> bool:
    text = line.text
    if not text[0].isupper() and not text[0].isdigit() and text[0] not in "“\"‘'":
        return False
    number = SECTION_NUMBER.match(text)
    if (not over_text and not (number and "." in number.group(1))) or (number and ends_sentence(text)):
        return False
    if entry_key(text) in titles:
        return True
    if _CAPTION.match(text) or _WEB.search(text) or text.endswith((":", ",", ";", ".”")):
        return False
    words = text.split()
    if len(words) > _TITLE or (len(words) > _PHRASE and (":" in text or 2 * _small(words) > len(words))):
        return False
    title = text[number.end() :] if number else text
    letters = sum(1 for _ in _LETTER.finditer(title))
    return letters > 0.6 * len(title) and (letters > 3 or title.isupper())


def _heading_level(text: str) -> int:
    """Return the level that the look of a heading tells: numbers by their depth, then capitals, then the rest."""
    if number := SECTION_NUMBER.match(text):
        return number.group(1).count(".") + 1
    return 2 if text.isupper() else 3
