"""Titles of documents in running text: where each begins and ends.

A title is a run of capitalised words, joined by prepositions, commas and "and", that has a head noun saying that it
names a document: "Law of the People's Republic of China on …", "Anti-Bribery and Anti-Corruption Policy". One run may
hold several titles ("the Patent Law, the Trademark Law and its …"); where it is cut follows from the places of the head
nouns, the articles and the commas. Italics, 《》 and quotation marks give the boundaries where they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from esggraph.extraction.instruments.title_edges import after_part, left_end, right_end, within_dashes
from esggraph.extraction.instruments.title_names import clean_name
from esggraph.extraction.instruments.title_segments import segments
from esggraph.extraction.instruments.title_shapes import Shape, shape_of
from esggraph.extraction.instruments.title_tokens import Sort, Token, is_number_sign, printed, runs, tokenise
from esggraph.extraction.instruments.title_words import Head, may_hold_title, title_words
from esggraph.jurisdictions import nation_words

_SHORTEST = 6  # characters of a name


class Style(StrEnum):
    """What shows that a phrase is a title."""

    MARKED = "marked"  # italics or 《》
    QUOTED = "quoted"
    CASED = "cased"  # capitals only


@dataclass(frozen=True, slots=True)
class Title:
    """A phrase that has the form of a document's name. Offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    head: Head
    style: Style
    owner: str = ""  # a possessor before it: "Example Group" of "Example Group's Privacy Policy", or "our"
    aliases: tuple[str, ...] = ()  # short names that parentheses give it


def titles_in(text: str, offset: int = 0, *, style: Style = Style.CASED) -> list[Title]:
    """Return the titles in `text`, one sentence or one marked stretch, in their order.

    `offset` is added to all offsets: that of `text` in the text which the caller speaks of.
    """
    if not may_hold_title(text):
        return []
    tokens = tokenise(text, offset)
    stretches = (stretch for run in runs(tokens) for stretch in segments(tokens, *run))
    titles = (_title(tokens, first, last, style) for first, last in stretches)
    return [title for title in titles if title]


def _title(tokens: Sequence[Token], first: int, last: int, style: Style) -> Title | None:
    words = title_words()
    while last > first and (tokens[last - 1].links or tokens[last - 1].text in words.starters):
        last -= 1
    first = after_part(tokens, first, last)
    shape = shape_of(tokens, first, last)
    if not shape:
        return None
    opens = _opens(tokens, first, style)
    first, last = within_dashes(tokens, first, last, shape, opens=opens)
    opens = _opens(tokens, first, style)
    left = left_end(tokens, first, last, shape, opens=opens)
    if left is None:
        return None
    first, owner = left
    last = right_end(tokens, first, shape, last)
    shape = shape_of(tokens, first, last)
    if not shape or not _distinct(tokens, first, last, shape):
        return None
    if style is Style.CASED and _shouted(tokens, first, last):
        return None
    name, aliases = clean_name(tokens, first, last, shape)
    core = printed(tokens, first, shape.after)
    if len(name) < _SHORTEST or words.never.search(name) or words.never.search(core):
        return None
    if not owner and first > 0 and tokens[first - 1].text in words.pronouns:
        owner = tokens[first - 1].text
    return Title(name, tokens[first].start, tokens[last - 1].end, shape.head, style, owner, aliases)


def _opens(tokens: Sequence[Token], first: int, style: Style) -> bool:
    """Return whether a sentence or a bullet begins with tokens[first], or a heading stands before it."""
    before = tokens[first - 1].text if first else ""
    return style is Style.CASED and (not before[-1:].isalnum() or (before.isupper() and len(before) > 3))


def _distinct(tokens: Sequence[Token], first: int, last: int, shape: Shape) -> bool:
    """Return whether the words besides the head noun make a name of it."""
    if shape.bare:
        return shape.head.alone
    numbered = tokens[last - 1].sort is Sort.NUMBER and shape.after == last - 1
    if shape.at == first and numbered:
        return shape.head.lean >= 0.4  # "Law 300", but not "Standard 403"
    if shape.after < last or shape.head.alone:
        return True
    before = [t.text for t in tokens[first : shape.at]]
    generic = sum(b in title_words().generic for b in before)
    nations = sum(b in nation_words() for b in before)
    # "Management Measures", "Italian Prime Ministerial Decree", but "Internal Control Manual"
    return not generic or generic + nations < len(before) or (generic > 1 and shape.head.lean < 2)


def _shouted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the title is a heading in capitals."""
    capitals = (t.text for t in tokens[first:last] if t.sort is Sort.CAPITAL and not is_number_sign(t.text))
    return all(text.isupper() for text in capitals)
