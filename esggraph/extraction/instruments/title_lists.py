"""The titles of a Doc in their place: list by list, with the words of the sentence around each list.

"the Patent Law, the Trademark Law and other laws" is one list of two titles. What stands before and after a list speaks
of all its members. A title that is all there is of a sentence is a heading, or an item of a printed list of documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from esggraph.extraction.document import Passage, passages
from esggraph.extraction.instruments.title_leads import Lead, Leads
from esggraph.extraction.instruments.title_names import alias_in
from esggraph.extraction.instruments.title_words import heads
from esggraph.extraction.instruments.titles import Style, Title, titles_in
from esggraph.extraction.sentences import sentences
from esggraph.report import BlockKind, MarkKind

# a quotation may hold apostrophes; some files mix the kinds of marks
_QUOTED = re.compile(
    r"[“”]([A-Z][^“”\"]{5,200})[”\"]|\"([A-Z][^“”\"]{5,200})[\"”]|‘([A-Z][^‘“”\"]{5,160}?)’(?!\w)|<([A-Z][^<>]{5,160})>"
    r"|(?<!\w)'([A-Z][^'“”\"]{5,120})'(?!\w)"
)
_DEFINING = re.compile(r"\w \((?:[a-z][\w.,]* ){0,4}$")
# only names that are no titles ("REACH", "the EU's RoHS") may stand between the members of a list
_PARENTHESIS = re.compile(r"[”\"’>]? ?\(([^()]{2,60})\)")
_BETWEEN = re.compile(
    r"(?:[\s,;“”\"'’‘*<>•()]|\([^()]*\)|\b[A-Z][\w’'/-]*"
    r"|\b(?:and|or|as well as|the|its|our|of|also|both|to|in addition to|along with|with|an?)\b)*"
)
_NOUNS = (
    "regulations?|polic(?:y|ies)|rules|guidelines?|procedures?|code|charter|statement|declaration|manual|handbook"
    "|standards?|measures|notice|directive|law|decree|act|convention|protocol"
)
_NOUN_BEFORE = re.compile(rf"\b({_NOUNS}) (?:(?:on|called|named|titled|entitled) )?(?:the )?[“\"‘<]?$", re.I)
_NOUN_AFTER = re.compile(rf"[”\"’>]? ({_NOUNS})\b")
_LOWER = re.compile(r" [a-z][\w’'-]*(?: [A-Za-z][\w’'-]*){0,14}(?P<note> \([^()]{5,90}\))?")
_TWIN = re.compile(r"(?:,| [-–—]|:) [A-Z0-9][\w’'/-]*(?: (?:[A-Z][\w’'/-]*|of|for|and|in|on|the|to|with)){0,6}")
_EDGES = re.compile(r"[\W\d_]+|\b(?:the|our|its)\b", re.I)
_NEIGHBOURS = 4  # sentences on each side that may hold the other items of a printed list
_LISTED = 2  # so many of them make a list
_HEADING_REST = 3  # words beside the title from which a heading says something of it
_REPEATS = 4  # a passage that comes so often is a running header


@dataclass(slots=True)
class TitleList:
    """Titles that only commas, "and" and articles separate. Offsets in the titles are characters of `Doc.text`."""

    titles: list[Title]
    left: str  # the sentence before the first
    right: str  # the sentence after the last
    alone: bool = False  # the sentence is nothing but one title
    listed: bool = False  # and so are sentences near it
    heading: bool = False  # the passage is a heading
    item: bool = False  # the passage is an item of a list or a row
    neighbours: list[Title] = field(default_factory=list)  # the other titles of a printed list
    lead: Lead | None = None  # what the line or the column head above says of them


def title_lists(doc: Doc, text: str) -> Iterator[TitleList]:
    """Yield the title lists of `doc`, whose text is `text`, in the order of the text."""
    everything = passages(doc)
    repeated = {t for t, n in Counter(p.text for p in everything).items() if n >= _REPEATS}
    found: list[tuple[int, TitleList]] = []
    leads = Leads()
    for number, (passage, start, end) in enumerate(_stretches_of(doc)):
        if passage.text not in repeated:
            lead = leads.at(passage, start, end, text)
            found += ((number, replace(t, lead=lead)) for t in _lists_of(text, start, end, passage))
    alone = {n: titles.titles[0] for n, titles in found if titles.alone}
    for n, titles in found:
        if titles.alone:
            near = [alone[k] for k in range(n - _NEIGHBOURS, n + _NEIGHBOURS + 1) if k in alone and k != n]
            titles.listed = len(near) >= _LISTED
            titles.neighbours = near
        yield titles


def _stretches_of(doc: Doc) -> Iterator[tuple[Passage, int, int]]:
    """Yield the sentences of `doc` with their passages; in rows of tables, no stretch crosses the cells."""
    ahead = iter(sentences(doc))
    sentence = next(ahead, None)
    for passage in passages(doc):
        shift = passage.start - passage.block.start
        cells = [(a + shift, b + shift) for a, b in passage.block.cells] or [(passage.start, passage.end)]
        while sentence and sentence[0] < passage.end:
            for a, b in cells:
                if max(a, sentence[0]) < min(b, sentence[1]):
                    yield passage, max(a, sentence[0]), min(b, sentence[1])
            sentence = next(ahead, None)


def _lists_of(text: str, start: int, end: int, passage: Passage) -> Iterator[TitleList]:
    titles = _titles(text, start, end, passage)
    groups: list[list[Title]] = []
    for title in titles:
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1].end, min(title.start, groups[-1][-1].end + 80)):
            groups[-1].append(title)
        else:
            groups.append([title])
    for group in groups:
        left, right = text[start : group[0].start], text[group[-1].end : end]
        alone = len(titles) == 1 and not _EDGES.sub("", left) and not _EDGES.sub("", right)
        heading = passage.block.kind is BlockKind.HEADING and len(f"{left} {right}".split()) < _HEADING_REST
        item = passage.block.kind in (BlockKind.ITEM, BlockKind.ROW)
        yield TitleList(group, left, right, alone=alone, heading=heading, item=item)


def _titles(text: str, start: int, end: int, passage: Passage) -> list[Title]:
    """Return the titles of a sentence: those in marks and quotation marks, and between them those in capitals."""
    found: list[Title] = []
    at = start
    for a, b, style in _stretches(text, start, end, passage):
        inside = titles_in(text[a:b], a, style=style)
        inside = [t for t in inside if text[t.start - 1] != "("] or inside  # a note: "(Notification No. 7 …)"
        if not inside or (len(inside) == 1 and inside[0].head.document < 2):
            inside = _called(text, start, end, a, b, style) or inside
        if len(inside) == 1 and style is not Style.CASED:
            inside = [_whole(inside[0], text, a, b)]
        if inside:
            found += titles_in(text[at:a], at)
            found += inside
            at = b
            after = _PARENTHESIS.match(text, b, end)
            alias = after and alias_in(after[1])
            if after and alias:
                found[-1] = replace(found[-1], aliases=(*found[-1].aliases, alias))
                at = after.end()
    return found + titles_in(text[at:end], at)


def _whole(title: Title, text: str, a: int, b: int) -> Title:
    """Return the only title of the set-off stretch text[a:b], to its end if it goes on in lower case or is double."""
    rest = text[title.end : b]
    if title.start == a and _TWIN.fullmatch(rest):
        return replace(title, name=text[a:b], end=b)
    if title.start == a and (m := _LOWER.fullmatch(rest)):
        rest = rest.removesuffix(m["note"] or "")
        return replace(title, name=title.name + rest, end=title.end + len(rest))
    return title


def _called(text: str, start: int, end: int, a: int, b: int, style: Style) -> list[Title]:
    """Return the set-off stretch text[a:b] as a title if a noun beside it says what it is: “Safe Work” regulation."""
    words = text[a:b].split()
    if not 3 <= len(words) <= 14 or text[b - 1] in ".!?," or sum(w[0].isupper() for w in words) < 2:
        return []
    noun = _NOUN_BEFORE.search(text, max(start, a - 40), a) or _NOUN_AFTER.match(text, b, end)
    head = noun and heads().get((noun[1].lower(),))
    return [Title(text[a:b], a, b, head, style)] if head else []


def _stretches(text: str, start: int, end: int, passage: Passage) -> Sequence[tuple[int, int, Style]]:
    """Return the italic, 《》 and quoted stretches of a sentence, in order, without overlaps."""
    stretches = [
        (m.start, min(m.end, end), Style.MARKED)
        for m in passage.marks
        if m.kind is not MarkKind.BOLD and start <= m.start < end
    ]
    for m in _QUOTED.finditer(text, start, end):
        defines = _DEFINING.search(text, max(start, m.start() - 60), m.start())  # "(the “Code”)" is an alias
        if not defines and not any(a < m.end() and m.start() < b for a, b, _ in stretches):
            stretches.append((*m.span(m.lastindex or 0), Style.QUOTED))
    return sorted(stretches)
