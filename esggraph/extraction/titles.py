"""Titles of documents in running text: where each begins and ends.

A title is a run of capitalised words, joined by prepositions, commas and "and", that has a head noun saying that it
names a document: "Law of the People's Republic of China on …", "Anti-Bribery and Anti-Corruption Policy". One run may
hold several titles ("the Patent Law, the Trademark Law and its …"); where it is cut follows from the places of the head
nouns, the articles and the commas. Italics, 《》 and quotation marks give the boundaries where they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from esggraph.extraction.title_tokens import (
    SMALL,
    Sort,
    Token,
    closing,
    is_number_sign,
    printed,
    runs,
    skip_parentheses,
    tokenise,
)
from esggraph.extraction.title_words import Head, heads, longest_head, may_hold_title, title_words
from esggraph.jurisdictions import nation_words


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


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a stretch of tokens reads as a title."""

    head: Head
    at: int  # index of the head's first token
    size: int
    open: bool  # a complement follows the head, so that further coordinated words may belong to it
    bare: bool  # nothing but the head


@dataclass(slots=True)
class _Part:
    """A stretch of a run between commas and conjunctions; index range, and what separates it from the one before."""

    first: int
    last: int
    comma: bool = False
    conjunction: bool = False
    article: bool = False


def titles_in(text: str, offset: int = 0, *, style: Style = Style.CASED) -> list[Title]:
    """Return the titles in `text`, one sentence or one marked stretch, in their order.

    `offset` is added to all offsets: that of `text` in the text which the caller speaks of.
    """
    if not may_hold_title(text):
        return []
    tokens = tokenise(text, offset)
    found = []
    for start, end in runs(tokens):
        for first, last in _segments(tokens, start, end):
            while cut := _run_on(tokens, first, last):
                found.append(_title(tokens, first, cut, style))
                first = cut
            found.append(_title(tokens, first, last, style))
    return [title for title in found if title]


def _head_at(tokens: Sequence[Token], i: int, end: int) -> tuple[Head, int] | None:
    """Return the longest head noun that starts at token `i`, and how many tokens it has."""
    if tokens[i].sort is not Sort.CAPITAL:
        return None
    table = heads()
    for n in range(min(longest_head(), end - i), 0, -1):
        head = table.get(tuple(_TAIL.sub("", t.text).lower() for t in tokens[i : i + n]))
        if head:
            return head, n
    return None


def _nation_after(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Return the index after "of the People's Republic of China" or "in Italy" if such words start at `i`."""
    if tokens[i].text not in ("of", "in"):
        return None
    i += 1
    if i < end and tokens[i].sort is Sort.ARTICLE:
        i += 1
    for n in range(min(7, end - i), 0, -1):
        if printed(tokens, i, i + n).replace("’", "'") in nation_words():
            return i + n
    return None


def _shape(tokens: Sequence[Token], first: int, last: int) -> _Shape | None:
    """Return how tokens[first:last] read as a title: by the first head noun that stands where heads stand."""
    words = title_words()
    k = first
    while k < last:
        k = skip_parentheses(tokens, k, last)
        found = _head_at(tokens, k, last) if k < last else None
        if not found:
            k += 1
            continue
        head, size = found
        after = skip_parentheses(tokens, k + size, last)
        nation = _nation_after(tokens, after, last) if after < last else None
        if after >= last or nation == last or _POSSESSIVE.search(tokens[k + size - 1].text):
            return _Shape(head, k, size, open=False, bare=k == first)
        following = tokens[after]
        period = (
            after + 2 < last and tokens[after + 2].sort is Sort.NUMBER
        )  # "Plan in the 14th Five-Year Period"
        if following.sort is Sort.PREPOSITION and following.text not in words.opening and not period:
            return _Shape(head, k, size, open=False, bare=k == first)  # "the Ramsar Convention in 1971"
        if following.sort is Sort.PREPOSITION:
            return _Shape(head, k, size, open=True, bare=False)
        if following.sort is Sort.NUMBER or is_number_sign(following.text):
            return _Shape(head, k, size, open=False, bare=False)
        if following.sort in (Sort.DASH, Sort.COMMA, Sort.CONJUNCTION):
            complement = any(t.sort is Sort.PREPOSITION for t in tokens[after:last])
            return _Shape(head, k, size, open=True, bare=k == first and not complement)
        if following.text in words.participles:
            return _Shape(head, k, size, open=True, bare=False)
        k += size
    return None


def _parts(tokens: Sequence[Token], start: int, end: int) -> list[_Part]:
    parts = [_Part(start, start)]
    k = start
    while k < end:
        if tokens[k].sort is Sort.OPEN:
            k = skip_parentheses(tokens, k, end)
            continue
        comma = tokens[k].sort is Sort.COMMA
        if comma or tokens[k].sort is Sort.CONJUNCTION:
            parts[-1].last = k
            k += comma
            conjunction = k < end and tokens[k].sort is Sort.CONJUNCTION
            k += conjunction
            article = k < end and tokens[k].sort is Sort.ARTICLE
            k += article
            parts.append(_Part(k, k, comma, conjunction, article))
            continue
        k += 1
    parts[-1].last = end
    return [p for p in parts if p.last > p.first]


def _segments(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run into stretches that are one title each (or none): index ranges."""
    parts = _parts(tokens, start, end)
    pending: list[_Part] = []  # joined so far
    for number, part in enumerate(parts):
        if pending and not _joins(tokens, pending, part, parts[number + 1 :]):
            yield pending[0].first, pending[-1].last
            pending = []
        pending.append(part)
    if pending:
        yield pending[0].first, pending[-1].last


def _run_on(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where a second title begins in tokens[first:last] though nothing separates it from the first.

    After an act of parliament no noun goes on with the name ("Safety Law Interim Measures for …"), and a head noun does
    not come twice ("Example Privacy Policy Other Privacy Policy").
    """
    for k in range(first + 1, last - 1):
        found = _head_at(tokens, k, last)
        if not found:
            continue
        head, size = found
        after = k + size
        if after >= last:
            break
        year = tokens[after].sort is Sort.NUMBER and _YEAR.fullmatch(tokens[after].text)
        if year and head.lean < 3 and after + 1 < last and tokens[after + 1].sort is Sort.CAPITAL:
            return after  # "Supplier Code 2021 Annual …": the next title, or the line after
        if tokens[after].sort is not Sort.CAPITAL or head.document < 3:
            continue
        if tokens[after - 1].text.islower():
            return after  # "Code of conduct The code …"
        again = _shape(tokens, after, last)
        if not again or again.bare or again.head.document < 2:
            continue
        if again.head is head or (head.lean >= 4 and again.open and again.at <= after + 1):
            return after
    return None


def _joins(tokens: Sequence[Token], pending: list[_Part], part: _Part, later: list[_Part]) -> bool:
    """Return whether `part` belongs to the title that `pending` begins."""
    whole = _shape(tokens, pending[0].first, pending[-1].last)
    this = _shape(tokens, part.first, part.last)
    close = part.conjunction and not part.comma
    if tokens[part.first - 1].text in title_words().pronouns:
        return False
    if part.article:
        return bool(whole and whole.open and not this and close) and not _enumerates(
            tokens, later, complete=True
        )
    if whole and this:
        # "Rules and Regulations"; "Requirements for and Practices on …"; "Act on … and Regulation of Their …"
        return close and (
            (this.bare and not this.open)
            or (whole.open and this.head.document <= 1 and part.last - part.first <= 2)
            or (whole.bare and not whole.head.alone and pending[-1].last - pending[0].first == whole.size)
            or tokens[part.first - 2].sort is Sort.PREPOSITION
            or (
                this.at == part.first
                and tokens[whole.at - 1].sort is Sort.PREPOSITION
                and whole.at > pending[0].first
            )
            or (
                whole.open
                and this.at == part.first
                and tokens[this.at + this.size].text == "of"
                and this.size == 1
            )
        )
    if whole:
        if not whole.open:
            # "Code of Ethics and Business Conduct"
            code = whole.size > 1 and whole.head.form.startswith("Code")
            return close and code and tokens[part.last - 1].text in title_words().conduct
        if tokens[pending[-1].last - 1].sort is Sort.CLOSE:
            return False  # "(CITES)" ends the name
        if all(t.text.isupper() or t.sort is Sort.NUMBER for t in tokens[part.first : part.last]):
            return False  # "… Guidelines for Enterprises and ISO 26000"
        if part.conjunction:
            return not (part.comma and _enumerates(tokens, later, complete=True))
        return _enumerates(tokens, later, complete=False)
    # nothing complete yet: modifiers of a head to come
    if part.conjunction:
        separate = this and this.bare and this.head.alone  # "our Values and Code of Conduct"
        return not separate and _modifies(tokens, pending)
    return len(pending) <= 4 and _modifies(tokens, pending) and _enumerates(tokens, later, complete=True)


def _enumerates(tokens: Sequence[Token], later: list[_Part], *, complete: bool) -> bool:
    """Return whether the parts to come end an enumeration by "and" and a part that is, or is not, a complete title.

    "on Construction, Inspection, and Maintenance" goes on with a part without a head; "Environmental, Social and
    Governance Guide" ends with one that has a head.
    """
    for part in later:
        if part.article:
            return False
        shape = _shape(tokens, part.first, part.last)
        if part.conjunction:
            return (shape is not None) is complete
        if shape:
            return False
    return False


def _modifies(tokens: Sequence[Token], pending: list[_Part]) -> bool:
    words = [t for p in pending for t in tokens[p.first : p.last]]
    return len(words) <= 14 and words[-1].text not in title_words().owners


def _title(tokens: Sequence[Token], first: int, last: int, style: Style) -> Title | None:
    while last > first and (tokens[last - 1].links or tokens[last - 1].text in title_words().starters):
        last -= 1
    shape = _shape(tokens, first, last)
    if not shape:
        return None
    first, last = _within_dashes(tokens, first, last, shape)
    before = tokens[first - 1].text if first else ""  # a bullet, or the last word of a heading
    opens = style is Style.CASED and (not before[-1:].isalnum() or (before.isupper() and len(before) > 3))
    numbered = _number_at(tokens, shape, last) is not None
    left = _left_end(tokens, first, shape, numbered=numbered, opens=opens)
    if left is None:
        return None
    first, owner = left
    last = _right_end(tokens, shape, last)
    shape = _shape(tokens, first, last)
    if not shape or (shape.bare and not shape.head.alone) or _numbered_only(tokens, first, last, shape):
        return None
    if style is Style.CASED and all(
        t.text.isupper() or t.sort is not Sort.CAPITAL for t in tokens[first:last]
    ):
        return None  # a heading in capitals
    name, aliases = _clean(tokens, first, last, shape)
    core = printed(tokens, first, shape.at + shape.size)
    if (
        title_words().never.search(name)
        or title_words().never.search(core)
        or len(name) < 6
        or _generic(tokens, first, last, shape)
    ):
        return None
    if not owner and first > 0 and tokens[first - 1].text in title_words().pronouns:
        owner = tokens[first - 1].text
    return Title(name, tokens[first].start, tokens[last - 1].end, shape.head, style, owner, aliases)


def _numbered_only(tokens: Sequence[Token], first: int, last: int, shape: _Shape) -> bool:
    """Return whether a head noun and a number are all there is, for a noun that needs more: "Standard 403"."""
    return (
        shape.at == first
        and shape.size == last - first - 1
        and tokens[last - 1].sort is Sort.NUMBER
        and (shape.head.lean < 0.4)
    )


def _generic(tokens: Sequence[Token], first: int, last: int, shape: _Shape) -> bool:
    """Return whether only words that fit any document stand before the head: "Italian Legislative Decree"."""
    return (
        shape.at + shape.size == last
        and shape.at - first == 1
        and tokens[first].text in title_words().generic
    )


def _within_dashes(tokens: Sequence[Token], first: int, last: int, shape: _Shape) -> tuple[int, int]:
    """Return tokens[first:last] cut at dashes that do not belong to a title.

    They do after a number ("No. 1 - Standardised Operation") and before the noun of a standard, whose title begins with
    its field ("Information Security Technology – Specification for …").
    """
    dashes, k = [], first
    while k < last:
        k = skip_parentheses(tokens, k, last)
        if k < last and tokens[k].sort is Sort.DASH:
            dashes.append(k)
        k += 1
    for k in dashes:
        if k < shape.at and shape.head.policy not in ("standard", "other"):
            first = k + 1
        elif k > shape.at and tokens[k - 1].sort is not Sort.NUMBER:
            return first, k if shape.head.policy != "standard" else last
    return first, last


def _left_end(
    tokens: Sequence[Token], first: int, shape: _Shape, *, numbered: bool, opens: bool
) -> tuple[int, str] | None:
    """Return where the title begins, without openers, parts of documents and possessors; and the possessor.

    `opens`: a sentence or a bullet begins with it; `numbered`: its head noun has a number. None if the words before
    the head noun make it the name of an institution.
    """
    words = title_words()
    while first < shape.at:
        token = tokens[first]
        if (
            (token.text in words.nominal_openers and tokens[first + 1].sort is Sort.PREPOSITION)
            or token.links
            or (token.text in words.openers and token.text not in words.nominal_openers and opens)
            or token.text in words.starters
        ):
            first += 1
        elif (
            token.text.endswith("ing")
            and tokens[first + 1].text in ("to", "with", "by")
            and first + 2 <= shape.at
        ):
            first += 2  # "Responding to", "Complying with"
        elif after := _document_part(tokens, first, shape.at):
            first = after
        else:
            break
    owner = ""
    for k in range(shape.at - 1, first - 1, -1):
        base = re.sub(r"[’']s?$", "", tokens[k].text)
        if re.search(r"(?:[’']s|s[’'])$", tokens[k].text) and base.lower() not in words.possessors:
            owner = printed(tokens, first, k + 1).removesuffix(tokens[k].text) + base
            first = k + 1
            break
    # a unit or a person before a preposition is not part of the name
    depth = 0
    for k in range(shape.at - 1, first, -1):
        depth += (tokens[k].sort is Sort.CLOSE) - (tokens[k].sort is Sort.OPEN)
        if depth or tokens[k].sort is not Sort.PREPOSITION:
            continue
        enough = numbered or tokens[k + 1].sort is Sort.ARTICLE or tokens[k].text not in words.inner
        before = tokens[k - 1].text
        if (
            before in words.institutions
            and tokens[k].text in ("of", "for")
            and tokens[k + 1].sort is Sort.CAPITAL
        ):
            return None  # "School of Law"
        unit = before in words.owners and tokens[k + 1].text not in ("Directors", "Supervisors")
        if enough or unit:
            first = k + 1
            break
    while first < shape.at and tokens[first].links:
        first += 1
    return first, owner


def _document_part(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the index after "Article 9 of", "Appendix C2 to", "Chapter 7" if such words start at `first`."""
    if tokens[first].text not in title_words().parts:
        return None
    for k in range(first + 1, min(first + 5, end)):
        if tokens[k].text in ("of", "to"):
            return k + 1
        if tokens[k].sort in SMALL:
            return None
    return first + 2 if tokens[first + 1].sort is Sort.NUMBER and first + 2 < end else None  # "Chapter 7"


def _number_at(tokens: Sequence[Token], shape: _Shape, last: int) -> int | None:
    """Return the index of the number that follows the head noun, as in "Regulation (EU) 2016/679", if one does."""
    k = skip_parentheses(tokens, shape.at + shape.size, last)
    if k < last and is_number_sign(tokens[k].text):
        k += 1
    return k if k < last and tokens[k].sort is Sort.NUMBER else None


def _right_end(tokens: Sequence[Token], shape: _Shape, last: int) -> int:
    """Return where the title ends: before who issued it, and before the day of its date."""
    words = title_words()
    k = shape.at + shape.size
    if _POSSESSIVE.search(tokens[k - 1].text):
        return k  # "the Code's requirements"
    after = skip_parentheses(tokens, k, last)
    if (
        not shape.open
        and after < last
        and tokens[after].sort is Sort.PREPOSITION
        and tokens[after].text not in words.opening
    ):
        return after
    number = _number_at(tokens, shape, last)
    act = shape.head.law != "convention"  # "Convention No. 190 of the International Labour Organization"
    if act and number and number < last - 1 and tokens[number + 1].text in ("of", "in"):
        year = tokens[min(number + 2, last - 1)].sort is Sort.NUMBER
        return (
            number + 3 if year else number + 1
        )  # "Decree 231 of 2001", but "Directive 2014/95/EU of the Council"
    for i in range(k, last - 1):
        dated = tokens[i].text == "of" and tokens[i + 1].text in words.months
        agent = i > k and tokens[i].text in ("by", "from") and tokens[i + 1].sort is Sort.ARTICLE
        place = tokens[i].text == "in" and _nation_after(tokens, i, last) == last
        if (
            place
            or dated
            or (agent and any(t.text in words.owners for t in tokens[i + 2 : min(i + 6, last)]))
        ):
            return i
    pattern = _FIGURE if shape.head.lean < 0.4 else _SMALL_FIGURE
    figure = tokens[last - 1].sort is Sort.NUMBER and pattern.fullmatch(tokens[last - 1].text)
    if figure and last - 1 >= k and not is_number_sign(tokens[last - 2].text):
        return last - 1
    return last


# footnotes, pages and amounts; a number of three digits may be that of a law
_SMALL_FIGURE = re.compile(r"\d{1,2}|\d+\.\d+|\d[\d,]*,\d{3}")
_FIGURE = re.compile(r"\d{1,3}|\d+\.\d+|\d[\d,]*,\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSSESSIVE = re.compile(r"[’']s$")
_TAIL = re.compile(r"(?<=[a-z])(?:\d{1,2}|[’']s)$")
_FOOTNOTE = re.compile(r"(?<=[a-z)])\d{1,2}$")
_DEFINED = re.compile(r"[“\"‘']([^”\"’]+)[”\"’']|^((?:the )?[A-Z][\w&\-/]*(?: [A-Z][\w&\-/]*){0,5})$")
_EDITION = re.compile(
    r"(?:for )?(?:trial|interim|provisional|draft|framework|revised|amended)\b|\d{4}|no\.|chapter|cap|e[ue]?c?$"
    r"|.*(?:edition|version|revision)",
    re.I,
)


def alias_in(parenthesis: str) -> str | None:
    """Return the short name that the inside of a parenthesis gives to the title before it."""
    defined = None if re.match(r"(?:see|e\.g|i\.e)\b", parenthesis) else _DEFINED.search(parenthesis)
    return (defined[1] or defined[2]).removeprefix("the ").strip(" ,.") if defined else None


def _clean(tokens: Sequence[Token], first: int, last: int, shape: _Shape) -> tuple[str, tuple[str, ...]]:
    """Return the name that tokens[first:last] print, and the short names that parentheses in it define.

    Parentheses that tell editions and chapters stay in the name, others leave it. A short name of the whole is one that
    stands after the head or at the end.
    """
    name, aliases = "", []
    end = tokens[first].start  # of what was printed last
    k = first
    while k < last:
        token = tokens[k]
        piece, size = _FOOTNOTE.sub("", token.text) if len(token.text) > 5 else token.text, 1
        if token.sort is Sort.OPEN and (close := closing(tokens, k, last)):
            inside = printed(tokens, k + 1, close)
            piece, size = f"({inside})", close + 1 - k
            if not _EDITION.match(inside):
                alias = alias_in(inside)
                if alias and (k == shape.at + shape.size or close + 1 == last):
                    aliases.append(alias)
                piece = ""
        if piece:
            spaced = token.start > end and token.sort is not Sort.COMMA
            name += (" " if name and spaced else "") + piece
        k += size
        end = tokens[k - 1].end if piece else end - 1
    return _TAIL.sub("", _FOOTNOTE.sub("", name)).strip(" ,-–"), tuple(aliases)
