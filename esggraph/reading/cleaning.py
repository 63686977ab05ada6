"""What a converter leaves inside lines and a reader does not see: ligatures, invisible characters, lost glyphs."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from esggraph.reading.lines import Line
from esggraph.reading.traced import Traced
from esggraph.report import Mark

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
# soft hyphens (but not at the end, where a word goes on in the next line), zero-width marks, private glyphs, controls
_INVISIBLE = re.compile(
    "\u00ad(?!$)|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0e-\x1b\x7f]+"
)
# how some converters print a soft hyphen inside a word
_PRINTED_SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])¬(?=[^\W\d_])")
# by itself, a glyph of a symbol font (which converters put at U+F020 and up) is the sign of a list item
_SYMBOL = re.compile("(?<!\\S)[\uf020-\uf0ff](?=\\s)")
# of a sign printed more often in a row than this, the tokenizer needs time that grows with the square of their number
_LONGEST_RUN = 40
_SIGNS = re.compile(rf"([^\w\s]|_)\1{{{_LONGEST_RUN - 1}}}(?P<more>\1+)")
_LOST = re.compile(r"\w*\ufffd[\w\ufffd]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOST_LETTERS = (
    "fi",
    "fl",
    "ff",
    "ffi",
    "ffl",
    "ti",
    "tt",
)  # the glyphs that fonts draw as one, the commonest first


def clean(piece: Traced) -> Traced:
    """Return the text with ligatures spelt out, what is invisible gone, runs of one sign cut, and single spaces."""
    if _SYMBOL.search(piece.text):
        piece = _spelt(piece, _SYMBOL, lambda _: "•")
    if "¬" in piece.text:
        piece = piece.without(m.span() for m in _PRINTED_SOFT_HYPHEN.finditer(piece.text))
    if _INVISIBLE.search(piece.text):
        piece = piece.without(m.span() for m in _INVISIBLE.finditer(piece.text))
    if _LIGATURE.search(piece.text):
        piece = _spelt(piece, _LIGATURE, lambda found: _LIGATURES[found])
    if _SIGNS.search(piece.text):
        piece = piece.without(m.span("more") for m in _SIGNS.finditer(piece.text))
    return piece.squeezed()


def mend(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with glyphs lost inside words ("bene\ufffdts") put back as the report spells them elsewhere."""
    lines = list(lines)
    if not any("\ufffd" in line.text for line in lines):
        yield from lines
        return
    known = Counter(word.lower() for line in lines for word in _LETTERS.findall(line.text))

    for line in lines:
        content = line.content
        for m in reversed(list(_LOST.finditer(content.text))):
            content = _spelt(content, re.compile("\ufffd"), partial(_lost_letters, known, m.group()), m.span())
        yield replace(line, content=content, last_length=0) if content is not line.content else line


def _lost_letters(known: Counter[str], word: str, _: str) -> str:
    """Return the letters that stand for the lost glyph of a word; in a word of capitals the loss stays to be seen."""
    if not re.search("[a-z]", word):
        return "\ufffd"
    return max(_LOST_LETTERS, key=lambda letters: known[word.replace("\ufffd", letters).lower()])


def _spelt(
    piece: Traced, pattern: re.Pattern[str], spelling: Callable[[str], str], span: tuple[int, int] = (0, -1)
) -> Traced:
    """Return the text with each match spelt by several characters, which all stand where it stood."""
    text: list[str] = []
    origin = array("L")
    moves: list[tuple[int, int]] = []  # after this offset, so many characters more
    at = more = 0
    for m in pattern.finditer(piece.text, span[0], span[1] if span[1] >= 0 else len(piece.text)):
        letters = spelling(m.group())
        text += [piece.text[at : m.start()], letters]
        origin += piece.origin[at : m.start()]
        origin.extend([piece.origin[m.start()]] * len(letters))
        at, more = m.end(), more + len(letters) - 1
        moves.append((m.start(), more))
    text.append(piece.text[at:])
    origin += piece.origin[at:]

    def moved(offset: int) -> int:
        return offset + max((by for start, by in moves if start < offset), default=0)

    marks = tuple(Mark(m.kind, moved(m.start), moved(m.end)) for m in piece.marks)
    return Traced("".join(text), origin, marks)
