"""Broken lines made whole: the lines of one paragraph, item or label become one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from esggraph.reading.lines import Line
from esggraph.reading.words import BULLET, NUMBERED, UNFINISHED
from esggraph.report import BlockKind

_SENTENCE_END = re.compile(r"[.!?。…][”\"’')\]*]*$")
_LAST_WORD = re.compile(r"([\w’'-]+)$")
_FIRST_WORD = re.compile(r"[“\"‘'(]?([\w’'-]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad‐]$")
_NAME = re.compile(r"(?=(?<![\w’'-])([A-Z][\w’'-]*|\d{4}) ([A-Z][\w’'-]*))")  # two words of a name
_OPEN = re.compile(r"\([^()]{0,80}$|[“《][^”》]{0,80}$")
_ACRONYM = re.compile(r"((?:[\w’',&-]+ ){1,6})\(([A-Z][A-Za-z]{1,8})\)")
# a sentence, then a part of one: "… surveys. More than 34,000"
_BROKEN_OFF = re.compile(r"[a-z)]\. [A-Z][\w’'-]*(?: [\w’'$%.,-]+)* [a-z][^.]*$")
_BROKEN_WORD = re.compile(r"(?<![\w-])([^\W\d_]{2,})(?P<break>[-\u00ad‐] )([^\W\d_]{2,})")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:No|Art|Inc|Ltd|Co|Corp|vs|e\.g|i\.e|incl|approx)\.)$")
_SMALL = re.compile(r"[a-zà-ÿ]")
_CAPTION = re.compile(r"(?:Chart|Figure|Fig\.|Table|Case|Note|Source)s?\b[ \d.]*:")
# "Second line – …", "Level 2: …": the label of a step
_STEP = re.compile(
    r"(?:(?:First|Second|Third|Fourth|1st|2nd|3rd|4th|Next|Top)(?: (?:line|level|tier|layer)(?: of \w+)?)?"
    r"|(?:Line|Level|Tier|Layer|Stage|Step) \d)(?: ?\([^()]{3,40}\))?(?: ?[:–—─]| -) "
)
_PROSE = 8  # words from which a line without a full stop can be part of a sentence
_FILLS = 0.6  # share of the column's width that a line fills at least if its paragraph goes on
_NARROW = 0.7  # the same of the longest line in a narrow column
_PROSE_RUN = 0.25  # share of the lines in a run that begin with a small letter if they are those of paragraphs
_LEAST = 20  # characters of a line that fills the narrowest column
_FULL = 1.4  # of that length: a shorter line that ends a sentence ends its paragraph
_END = 160  # characters at the end of a line that tell whether it broke off
_SHORT = 40  # characters up to which two lines in a box of a chart can be one label


def ends_sentence(text: str) -> bool:
    """Return whether a full stop, question or exclamation mark ends the text."""
    return _SENTENCE_END.search(text) is not None


def name_pairs(lines: Iterable[Line]) -> set[tuple[str, str]]:
    """Return the pairs of words, or of a year and a word, that stand side by side in names."""
    return {pair for line in lines for pair in _NAME.findall(line.text)}


def join_broken(lines: list[Line], names: set[tuple[str, str]]) -> list[Line]:
    """Return the lines with those that belong together made one, and the signs of list items taken off.

    `names` are the pairs of words at which a name can be broken (`name_pairs` of all lines as printed).
    """
    widths = _widths(lines)
    known = _whole_words(lines)
    out: list[Line] = []
    for line, width in zip((_without_breaks(line, known) for line in lines), widths, strict=True):
        if out and _continues(out[-1], line, width, names):
            out[-1] = _joined(out[-1], line, known)
        else:
            out.append(_item(line))
    return [line for line in out if any(c.isalnum() for c in line.text)]


def _width(lines: list[Line]) -> int:
    """Return the length from which a line fills the printed column; 0 where a line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines if not line.gap)
    return int(_FILLS * lengths[int(0.9 * len(lengths))]) if len(lengths) > 0.2 * len(lines) else 0


def _widths(lines: list[Line]) -> list[int]:
    """Return `_width` for each line, less in a run of lines that are set in a narrow column."""
    width = _width(lines)
    widths = [width] * len(lines)
    starts = [i for i, line in enumerate(lines) if line.gap or i == 0] + [len(lines)]
    for start, end in pairwise(starts):
        run = lines[start:end]
        wraps = sum(_SMALL.match(line.text) is not None for line in run[1:])
        local = int(_NARROW * max(len(line.text) for line in run))
        if wraps >= max(2, _PROSE_RUN * len(run)) and _LEAST <= local < width:
            widths[start:end] = [local] * len(run)
    return widths


def _whole_words(lines: list[Line]) -> set[str]:
    """Return the words of the lines but those broken at a line's end."""
    known: set[str] = set()
    broken = False
    for line in lines:
        words = [word.lower() for word in _WORD.findall(line.text)]
        known.update(words[1 if broken else 0 : -1 if line.text.endswith("-") else None])
        broken = line.text.endswith("-")
    return known


def _without_breaks(line: Line, known: set[str]) -> Line:
    """Return the line with words put together that it breaks in its middle: "environmen- tal"."""
    gaps = []
    for m in _BROKEN_WORD.finditer(line.text):
        first, second = m.group(1).lower(), m.group(3).lower()
        if first + second in known:
            gaps.append(m.span("break"))
        elif f"{first}-{second}" in known:
            gaps.append((m.end("break") - 1, m.end("break")))
    return line.with_content(line.content.without(gaps)) if gaps else line


def _item(line: Line) -> Line:
    sign = BULLET.match(line.text) if line.kind is None else None
    if sign is None or sign.end() == len(line.text):
        return line
    content = line.content.cut(sign.end())
    return replace(line, content=content, kind=BlockKind.ITEM, level=1)


def _continues(before: Line, line: Line, width: int, names: set[tuple[str, str]]) -> bool:
    if line.kind is not None or before.kind not in (None, BlockKind.ITEM) or not any(c.isalnum() for c in line.text):
        return False
    if any(sign.match(line.text) for sign in (BULLET, NUMBERED, _CAPTION, _STEP)):
        return False
    if before.text.endswith((":", ";")) and not line.text[0].islower():
        return False
    if not line.gap:
        return _same_paragraph(before, line, width)
    return _same_sentence(before, line, width > 0, names)


def _same_paragraph(before: Line, line: Line, width: int) -> bool:
    """Return whether a line follows another without space between as part of the same paragraph or label."""
    if before.unfinished or line.text[0] == "(" or _SMALL.match(line.text):
        return True
    if ends_sentence(before.text) and before.last_length < _FULL * width:
        return False  # the short last line of a paragraph
    if before.last_length >= width > 0:
        return True
    one_word = " " not in before.text or " " not in line.text
    return one_word and width > 0 and len(before.text) + len(line.text) < _SHORT and not ends_sentence(before.text)


def _same_sentence(before: Line, line: Line, wrapped: bool, names: set[tuple[str, str]]) -> bool:
    """Return whether a line goes on with the sentence of a line that stands apart from it."""
    if ends_sentence(before.text) and not (_SMALL.match(line.text) and _ABBREVIATED.search(before.text)):
        return False
    words = before.text.split()
    if _SMALL.match(line.text):
        return before.unfinished or len(words) >= _PROSE or before.text.endswith((",", "-"))
    last, first = _LAST_WORD.search(before.text), _FIRST_WORD.match(line.text)
    if last is None or first is None or len(words) < 2:
        return False
    if last.group().lower() in UNFINISHED and last.group() not in ("A", "I"):
        return before.unfinished or len(words) >= _PROSE
    if not before.unfinished:
        return False
    if _spans_acronym(before.text, line.text):
        return True
    name_goes_on = (last.group(), first.group(1)) in names
    if wrapped and name_goes_on:
        return True
    if len(words) < _PROSE or sum(w[0].islower() for w in words) < 0.4 * len(words):
        return False
    end = before.text[-_END:]
    return name_goes_on or _OPEN.search(end) is not None or _BROKEN_OFF.search(end) is not None


def _spans_acronym(before: str, after: str) -> bool:
    """Return whether an acronym in brackets stands for words on both sides of the break."""
    m = _ACRONYM.match(after)
    if m is None:
        return False
    here = "".join(w[0] for w in re.findall(r"[A-Z][\w’'-]*", m.group(1)))
    missing = len(m.group(2)) - len(here)
    there = re.findall(r"[A-Z](?=[\w’']*)", re.sub(r"(?<=\w)[A-Z]", "", before))[-missing:] if missing > 0 else []
    return bool(there) and "".join(there) + here == m.group(2).upper()


def _joined(before: Line, line: Line, known: set[str]) -> Line:
    content = before.content
    if before.text[-1] not in "-\u00ad‐" or before.text[-2:-1] == " ":
        content = content.join(line.content)
    elif _drops_hyphen(before.text, line.text, known):
        content = content.cut(0, len(content) - 1).join(line.content, "")
    else:
        content = content.join(line.content, "")
    return replace(before, content=content, unfinished=line.unfinished, last_length=line.last_length)


def _drops_hyphen(before: str, after: str, known: set[str]) -> bool:
    """Return whether the hyphen at the end of a line only breaks a word, as the report's other words tell."""
    left, right = _HYPHEN.search(before), _WORD.match(after)
    if left is None or right is None:
        return False
    if not _SMALL.match(after) and not (left.group(1).isupper() and right.group().isupper()):
        return False
    first, second = left.group(1).lower(), right.group().lower()
    if first + second in known or f"{first}-{second}" in known:
        return first + second in known
    return not (first in known and second in known)
