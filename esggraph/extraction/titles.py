"""Titles of documents in running text: where each begins and ends.

A title is a run of capitalised words, joined by prepositions, commas and "and", that has a head noun saying that it
names a document: "Law of the People's Republic of China on …", "Anti-Bribery and Anti-Corruption Policy". One run may
hold several titles ("the Patent Law, the Trademark Law and its …"); where it is cut follows from the places of the head
nouns, the articles and the commas. Italics, 《》 and quotation marks give the boundaries where they are printed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from esggraph.resources import PACKAGE


class Style(StrEnum):
    """What shows that a phrase is a title."""

    MARKED = "marked"  # italics or 《》
    QUOTED = "quoted"
    CASED = "cased"  # capitals only


@dataclass(frozen=True, slots=True)
class Head:
    """What a head noun says of the document: see data/title_heads.toml."""

    form: str
    law: str
    policy: str
    lean: float
    document: int


@dataclass(frozen=True, slots=True)
class Title:
    """A phrase that has the form of a document's name. Offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    head: Head
    style: Style
    owner: str = ""  # a possessor before it: "Example Group" of "Example Group's Privacy Policy"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    prepositions: frozenset[str]
    opening: frozenset[str]
    participles: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    openers: frozenset[str]
    nominal_openers: frozenset[str]
    parts: frozenset[str]
    possessors: frozenset[str]
    owners: frozenset[str]
    never: re.Pattern[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((PACKAGE / "data" / "title_words.toml").read_text(encoding="utf-8"))
    never = "|".join(sorted((re.escape(n) for n in data.pop("never")), key=len, reverse=True))
    return _Words(**{k: frozenset(v) for k, v in data.items()}, never=re.compile(rf"\b(?:{never})$", re.I))


@cache
def heads() -> dict[tuple[str, ...], Head]:
    """Return the head nouns by their words in lower case."""
    data = tomllib.loads((PACKAGE / "data" / "title_heads.toml").read_text(encoding="utf-8"))
    found = {}
    for form, entry in data.items():
        plural = entry.pop("plural", None)
        head = Head(form, **entry)
        for f in (form, plural):
            if f:
                found[tuple(f.lower().split())] = head
    return found


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    sort: str  # C capitalised, N number, o preposition, d article, a conjunction, or the punctuation character, x other


_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\bNos?\.(?=\s*\d)|\d[\d.,/:\-–]*(?:\d(?:/[A-Z]{2,3})?|\d(?:st|nd|rd|th)\b)(?![^\W_])|\d(?:st|nd|rd|th)\b"
    r"|[^\W_]+(?:[’'\-‑/&–][^\W_]+)*(?:[’'](?=\s))?|\S"
)
_NUMBER = re.compile(r"\d[\d.,/:\-–]*(?:/[A-Z]+)?$|\d+(?:st|nd|rd|th)$")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$|\d+(?:st|nd|rd|th)$")


def _sort(text: str, w: _Words) -> str:
    first = text[0]
    if first.isdigit():
        return "N" if _NUMBER.match(text) else "C"
    if first.isupper():
        return "C"
    if text in w.prepositions:
        return "o"
    if text in w.articles:
        return "d"
    if text in w.conjunctions:
        return "a"
    if text == ",":
        return ","
    if text in "()":
        return text
    if text in "-–—":
        return "-"
    if len(text) > 2 and text[1] == "-" and text[2].isupper():
        return "C"  # e-Commerce
    return "x"


def _tokens(text: str, offset: int) -> list[_Token]:
    w = _words()
    return [
        _Token(m.group(), offset + m.start(), offset + m.end(), _sort(m.group(), w))
        for m in _TOKEN.finditer(text)
    ]


def _head_at(tokens: list[_Token], i: int, end: int) -> tuple[Head, int] | None:
    """Return the head noun that starts at token `i` and how many tokens it has; the longest one."""
    table = heads()
    for n in (4, 3, 2, 1):
        if i + n <= end:
            head = table.get(tuple(t.text.lower() for t in tokens[i : i + n]))
            if head and tokens[i].sort == "C":
                return head, n
    return None


def _closing(tokens: list[_Token], i: int, end: int) -> int | None:
    """Return the index of the parenthesis that closes the one at `i`, if it is near."""
    depth = 0
    for k in range(i, min(end, i + 24)):
        if tokens[k].sort == "(":
            depth += 1
        elif tokens[k].sort == ")":
            depth -= 1
            if not depth:
                return k
    return None


def _runs(tokens: list[_Token]) -> Iterator[tuple[int, int]]:
    """Yield the maximal runs of tokens that could be one or more titles, as index ranges."""
    i, n = 0, len(tokens)
    while i < n:
        t = tokens[i]
        starts = t.sort == "C" or (
            t.sort == "N" and _YEARS.match(t.text) and i + 1 < n and tokens[i + 1].sort == "C"
        )
        if not starts:
            i += 1
            continue
        k = i + 1
        while k < n and (step := _step(tokens, k)):
            k += step
        yield i, k
        i = k


def _step(tokens: list[_Token], k: int) -> int:
    """Return by how many tokens a run that reaches `k` goes on, 0 if it ends there."""
    n = len(tokens)
    t, before = tokens[k], tokens[k - 1]
    if t.sort == "C":
        return 1
    if t.sort == "N":
        return 1 if before.sort in "C)" and t.start - before.end <= 1 else 0
    if t.sort == "(":
        close = _closing(tokens, k, n)
        return close - k + 1 if close else 0
    if t.sort == "-":
        follows = (
            k + 1 < n and tokens[k + 1].sort == "C" and tokens[k + 1].start > t.end and t.start > before.end
        )
        return 2 if follows else 0
    m = k
    if tokens[m].sort == ",":
        m += 1
    if m < n and tokens[m].sort == "a":
        m += 1
    joined = m > k
    if not joined and tokens[m].sort == "d" and before.text in _words().participles:
        m, joined = m + 1, True  # "Rules Governing the Listing"
    if not joined and tokens[m].sort == "o" and m + 1 < n and tokens[m + 1].sort == "a":
        m, joined = m + 2, True  # "Requirements for and Practices on"
    small = 0
    while m < n and tokens[m].sort in "od" and small < 3:
        if not joined and small == 0 and tokens[m].sort == "d":
            return 0
        small += 1
        m += 1
    if m < n and tokens[m].sort == "C":
        return m - k + 1
    if m < n and tokens[m].sort == "N":
        year = _YEARS.match(tokens[m].text)
        ahead = m + 1 < n and tokens[m + 1].sort == "C"
        if year and ahead:
            return m - k + 1
        # "of 1934"; a range of years ("in 2023–2025") names what is regulated, one year only dates the sentence
        if (
            year
            and not joined
            and small == 1
            and (tokens[k].text == "of" or (tokens[k].text != "to" and len(tokens[m].text) > 4))
        ):
            return m - k + 1
        if year and not joined and small == 1 and tokens[k].text == "to" and before.sort == "N":
            return m - k + 1
    return 0


@dataclass(slots=True)
class _Part:
    """A stretch of a run between separators, later a title made of several such stretches."""

    first: int
    last: int  # exclusive
    comma: bool  # what separates it from the one before
    conjunction: bool
    article: bool


def _parts(tokens: list[_Token], start: int, end: int) -> list[_Part]:
    parts: list[_Part] = []
    k, first = start, start
    sep = (False, False, False)
    while k < end:
        t = tokens[k]
        if t.sort == "(":
            k = (_closing(tokens, k, end) or k) + 1
            continue
        if t.sort in ",a":
            if k > first:
                parts.append(_Part(first, k, *sep))
            comma, conjunction = t.sort == ",", t.sort == "a"
            k += 1
            if comma and k < end and tokens[k].sort == "a":
                conjunction = True
                k += 1
            article = False
            if k < end and tokens[k].sort == "d":
                article = True
                k += 1
            sep, first = (comma, conjunction, article), k
            continue
        k += 1
    if end > first:
        parts.append(_Part(first, end, *sep))
    return parts


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a stretch of tokens reads as a title."""

    head: Head
    at: int  # index of the head's first token
    size: int
    open: bool  # a complement follows the head, so that further coordinated words may belong to it
    bare: bool  # nothing but the head


def _shape(tokens: list[_Token], first: int, last: int) -> _Shape | None:
    """Return how tokens[first:last] read as a title: by the first head noun that stands where heads stand."""
    w = _words()
    k = first
    while k < last:
        if tokens[k].sort == "(":
            k = (_closing(tokens, k, last) or k) + 1
            continue
        found = _head_at(tokens, k, last)
        if not found:
            k += 1
            continue
        head, size = found
        after = k + size
        while after < last and tokens[after].sort == "(":
            after = (_closing(tokens, after, last) or after) + 1
        if after >= last:
            return _Shape(head, k, size, False, k == first)
        nxt = tokens[after]
        if nxt.sort == "o" and nxt.text in w.opening:
            nation = _NATION.match(_text(tokens, after, last))
            if nation:
                rest = nation.end() >= len(_text(tokens, after, last))
                return _Shape(head, k, size, not rest, k == first and rest)
            return _Shape(head, k, size, True, False)
        if nxt.sort in "N-,a" or nxt.text in ("No.", "Nos.") or _NUMBER.match(nxt.text):
            return _Shape(head, k, size, nxt.sort in "-,a", False)
        if nxt.text in w.participles:
            return _Shape(head, k, size, True, False)
        k += size
    return None


_NATION = re.compile(
    r"of (?:the )?(?:People[’']?s[’']? Republic of China|PRC|China|Hong Kong|Korea|Republic of Korea|Japan|Germany|Italy|Brazil"
    r"|United States(?: of America)?|United Kingdom|European Union|EU)"
)


def _text(tokens: list[_Token], first: int, last: int) -> str:
    out = ""
    for i in range(first, last):
        if i > first and tokens[i].start > tokens[i - 1].end:
            out += " "
        out += tokens[i].text
    return out


def _segments(tokens: list[_Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run into stretches that are one title each (or none): index ranges."""
    parts = _parts(tokens, start, end)
    pending: list[_Part] = []  # joined so far

    def bounds(group: list[_Part]) -> tuple[int, int]:
        return group[0].first, group[-1].last

    for number, part in enumerate(parts):
        if not pending:
            pending = [part]
            continue
        whole = _shape(tokens, *bounds(pending))
        this = _shape(tokens, part.first, part.last)
        if _joins(tokens, pending, whole, part, this, parts[number + 1 :]):
            pending.append(part)
        else:
            yield bounds(pending)
            pending = [part]
    if pending:
        yield bounds(pending)


def _joins(
    tokens: list[_Token],
    pending: list[_Part],
    whole: _Shape | None,
    part: _Part,
    this: _Shape | None,
    later: list[_Part],
) -> bool:
    """Return whether `part` belongs to the title that `pending` begins."""
    if part.article:
        return bool(whole and whole.open and not this and part.conjunction and not part.comma)
    if whole and this:
        # "Rules and Regulations", "Management Requirements for and Operational Practices on …"
        if part.conjunction and not part.comma and this.bare and not this.open:
            return True
        return part.conjunction and not part.comma and tokens[part.first - 2].sort == "o"
    if whole and not this:
        if not whole.open:
            return False
        if part.conjunction:
            return True
        # an enumeration in the complement goes on only if an "and" ends it: "on Construction, Inspection, and Maintenance"
        for follower in later:
            if follower.article:
                return False
            if follower.conjunction:
                return _shape(tokens, follower.first, follower.last) is None
            if _shape(tokens, follower.first, follower.last):
                return False
        return False
    # nothing complete yet: modifiers of a head to come
    if part.conjunction:
        return _modifies(tokens, pending)
    for follower in later:
        if follower.article or len(pending) > 4:
            return False
        if follower.conjunction:
            return _modifies(tokens, pending) and _shape(tokens, follower.first, follower.last) is not None
    return False


def _modifies(tokens: list[_Token], pending: list[_Part]) -> bool:
    w = _words()
    words = [t for p in pending for t in tokens[p.first : p.last]]
    return len(words) <= 8 and not any(t.text in w.owners for t in words[-1:])


_FOOTNOTE = re.compile(r"(?<=[a-z)])\d{1,2}$")
_DEFINED = re.compile(r"[“\"‘']([^”\"’]+)[”\"’']|^((?:the )?[A-Z][\w&\-/]*(?: [A-Z][\w&\-/]*){0,5})$")
_KEPT = re.compile(
    r"^\(?(?:trial|interim|provisional|draft|framework|revised|amended|\d{4}|no\.|for trial|chapter|cap|eu\)|eec|ec\)|eu$|ec$|.*edition|.*version|.*revision)",
    re.I,
)


def _clean(text: str, tokens: list[_Token], first: int, last: int) -> tuple[str, int, int, tuple[str, ...]]:
    """Return the name that tokens[first:last] print, its first and last token, and the aliases defined in it."""
    aliases: list[str] = []
    pieces: list[str] = []
    k = first
    previous = None
    while k < last:
        t = tokens[k]
        if t.sort == "(":
            close = _closing(tokens, k, last)
            if close is None:
                break
            inside = _text(tokens, k + 1, close)
            if not _KEPT.match(inside):
                m = _DEFINED.search(inside)
                if m:
                    aliases.append((m.group(1) or m.group(2)).removeprefix("the ").strip(" ,."))
                if close + 1 < last:
                    previous = tokens[close]
                k = close + 1
                continue
            if pieces:
                pieces.append(" ")
            pieces.append(f"({inside})")
            previous = tokens[close]
            k = close + 1
            continue
        if pieces and t.sort != "," and (previous is None or t.start > previous.end or previous.sort == ")"):
            pieces.append(" ")
        pieces.append(t.text)
        previous = t
        k += 1
    name = _FOOTNOTE.sub("", "".join(pieces)).strip(" ,-–")
    return name, first, last, tuple(aliases)


def _trim_left(
    tokens: list[_Token], first: int, last: int, shape: _Shape, sentence_start: bool
) -> tuple[int, str]:
    """Return where the title begins, without openers, parts and possessors, and the possessor."""
    w = _words()
    owner = ""
    changed = True
    while changed and first < shape.at:
        changed = False
        t = tokens[first]
        if t.text in w.nominal_openers:
            if tokens[first + 1].sort == "o":
                first, changed = first + 1, True
        elif t.text in w.openers or t.sort in "oda,-":
            first, changed = first + 1, True
        elif t.text in w.parts and first + 1 < shape.at:
            k = first + 1
            while k < shape.at and tokens[k].sort in "NC-a," and tokens[k].sort != "o":
                k += 1
            if k < shape.at and tokens[k].text in ("of", "to") and k - first <= 4:
                first, changed = k + 1, True
        if first < shape.at and tokens[first].sort in "od":
            first, changed = first + 1, True
    # a possessor that is a name
    for k in range(shape.at - 1, first - 1, -1):
        text = tokens[k].text
        if re.search(r"[’']s$|s[’']$", text):
            base = re.sub(r"[’']s?$", "", text)
            if base.lower() not in w.possessors:
                owner = _text(tokens, first, k) + (" " if k > first else "") + base
                first = k + 1
                break
    # a unit or a person before a preposition is not part of the name
    for k in range(shape.at - 1, first, -1):
        if tokens[k].sort == "o" and tokens[k - 1].text in w.owners and tokens[k - 1].text != "Directors":
            first = k + 1
            while first < shape.at and tokens[first].sort in "od":
                first += 1
            break
    while first < shape.at and tokens[first].sort in "oda,-":
        first += 1
    return first, owner


def _trim_right(tokens: list[_Token], first: int, last: int) -> int:
    while last > first and tokens[last - 1].sort in "oda,-":
        last -= 1
    return last


def titles_in(text: str, offset: int = 0, *, style: Style = Style.CASED) -> list[Title]:
    """Return the titles in `text`, one sentence or one marked stretch, in their order.

    `offset` is added to all offsets: that of `text` in the text which the caller speaks of.
    """
    tokens = _tokens(text, offset)
    found = []
    for start, end in _runs(tokens):
        for first, last in _segments(tokens, start, end):
            title = _title(text, tokens, first, last, style)
            if title:
                found.append(title)
    return found


def _title(text: str, tokens: list[_Token], first: int, last: int, style: Style) -> Title | None:
    last = _trim_right(tokens, first, last)
    shape = _shape(tokens, first, last)
    if not shape:
        return None
    first, owner = _trim_left(tokens, first, last, shape, first == 0)
    last = _right_end(tokens, shape, last)
    shape = _shape(tokens, first, last)
    if not shape or (shape.bare and shape.size == 1 and shape.head.form not in _ALONE):
        return None
    name, first, last, aliases = _clean(text, tokens, first, last)
    if _words().never.search(name) or len(name) < 6:
        return None
    return Title(name, tokens[first].start, tokens[last - 1].end, shape.head, style, owner, aliases)


_ALONE = frozenset({"Bylaws", "By-Laws", "By-laws"})


def _right_end(tokens: list[_Token], shape: _Shape, last: int) -> int:
    """Return where the title ends: a head-final title ends with its head, its number, edition and nation."""
    w = _words()
    k = shape.at + shape.size
    if shape.open:
        # "by the Ministry of …", "of 2019 by …": who issued it is not part of the name
        for i in range(k, last - 1):
            if (
                tokens[i].text in ("by", "from")
                and i + 2 < last
                and tokens[i + 1].sort == "d"
                and any(t.text in w.owners for t in tokens[i + 2 : i + 6])
                and i > k
            ):
                return i
        return last
    return last
