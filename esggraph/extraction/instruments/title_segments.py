"""Where a run of capitalised words is cut into titles: by commas, conjunctions, articles and the heads' places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esggraph.extraction.instruments.title_shapes import Shape, head_at, shape_of
from esggraph.extraction.instruments.title_tokens import Sort, Token, legal_form_after, numbered_after, skip_parentheses
from esggraph.extraction.instruments.title_words import title_words

_YEAR = re.compile(r"(?:19|20)\d\d")
_MODIFIERS = 14  # so many words at most stand before "and" and the rest of the title
_OWN = -3.0  # the lean of nouns that name hardly any but companies' documents
_REACH = 60  # tokens in which a second title has its head, so that long runs take no time square in their length


@dataclass(slots=True)
class _Part:
    """A stretch of a run between commas and conjunctions; index range, and what separates it from the one before."""

    first: int
    last: int
    comma: bool = False
    conjunction: bool = False
    article: bool = False


def segments(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the run tokens[start:end] into stretches that are one title each, or none: index ranges."""
    for first, last in _joined(tokens, start, end):
        while cut := _run_on(tokens, first, last):
            yield first, cut
            first = cut
        yield first, last


def _joined(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    parts = _parts(tokens, start, end)
    pending: list[_Part] = []  # joined so far
    for number, part in enumerate(parts):
        if pending and not _joins(tokens, pending, part, parts[number + 1 :]):
            yield pending[0].first, pending[-1].last
            pending = []
        pending.append(part)
    if pending:
        yield pending[0].first, pending[-1].last


def _parts(tokens: Sequence[Token], start: int, end: int) -> list[_Part]:
    parts = [_Part(start, start)]
    k = start
    while k < end:
        if tokens[k].sort is Sort.OPEN:
            k = skip_parentheses(tokens, k, end)
            continue
        if k > start and (size := numbered_after(tokens, k) or legal_form_after(tokens, k)):
            k += size
            continue
        comma = tokens[k].sort is Sort.COMMA
        if not comma and tokens[k].sort is not Sort.CONJUNCTION:
            k += 1
            continue
        parts[-1].last = k
        k += comma
        conjunction = k < end and tokens[k].sort is Sort.CONJUNCTION
        k += conjunction
        article = k < end and tokens[k].sort is Sort.ARTICLE
        k += article
        parts.append(_Part(k, k, comma, conjunction, article))
    parts[-1].last = end
    return [p for p in parts if p.last > p.first]


def _joins(tokens: Sequence[Token], pending: list[_Part], part: _Part, later: list[_Part]) -> bool:
    """Return whether `part` belongs to the title that `pending` begins."""
    if tokens[part.first - 1].text in title_words().pronouns:
        return False
    before = pending[-1]
    heads = ((k, head_at(tokens, k, part.last)) for k in range(before.first, before.last))
    if any(found and k + found[1] > part.first for k, found in heads):
        return True  # one noun: "Code of Practices and Procedures"
    whole = shape_of(tokens, pending[0].first, pending[-1].last)
    this = shape_of(tokens, part.first, part.last)
    close = part.conjunction and not part.comma
    if part.article:
        acronym = tokens[part.first].text.isupper() and part.last == part.first + 1  # "… Act of 1933 and the EXA"
        goes_on = whole and whole.open and not this and close and not acronym
        return bool(goes_on) and not _enumerates(tokens, later, complete=True)
    if whole and this:
        return close and _two_heads(tokens, pending, whole, part, this)
    if whole:
        return _continues(tokens, pending, whole, part, later)
    # nothing complete yet: modifiers of a head to come
    if part.conjunction:
        separate = this and this.bare and this.head.alone  # "our Values and Code of Conduct"
        return not separate and _modifies(tokens, pending)
    return len(pending) <= 4 and _modifies(tokens, pending) and _enumerates(tokens, later, complete=True)


def _two_heads(tokens: Sequence[Token], pending: list[_Part], whole: Shape, part: _Part, this: Shape) -> bool:
    """Return whether two stretches that "and" joins are one title though each has a head noun."""
    first = pending[0].first
    if tokens[first].text == tokens[part.first].text:
        return False  # "Good Storage Practice and Good Transport Practice"
    head_first = this.at == part.first
    return (
        (this.bare and not this.open and not this.head.alone)  # "Rules and Regulations"
        or (whole.head.document < 1 and not whole.open)  # "Climate Position and Disclosure Statement"
        or (whole.open and this.head.document <= 1 and part.last - part.first <= 2)  # "… and Control System"
        or (whole.bare and not (whole.head.alone or this.head.alone) and pending[-1].last == first + whole.size)
        or tokens[part.first - 2].sort is Sort.PREPOSITION  # "Requirements for and Practices on …"
        # "Library for Guidelines and Rules on …"
        or (head_first and whole.at > first and tokens[whole.at - 1].sort is Sort.PREPOSITION)
        # "Act on … and Regulation of Their …"
        or (head_first and whole.open and this.size == 1 and tokens[this.after].text == "of")
    )


def _continues(tokens: Sequence[Token], pending: list[_Part], whole: Shape, part: _Part, later: list[_Part]) -> bool:
    """Return whether a stretch without a head belongs to the title before it."""
    if not whole.open:
        # "Code of Ethics and Business Conduct"
        code = whole.size > 1 and whole.head.form.startswith("Code")
        close = part.conjunction and not part.comma
        return close and code and tokens[_before_note(tokens, part) - 1].text in title_words().conduct
    if tokens[pending[-1].last - 1].sort is Sort.CLOSE:
        return False  # "(CITES)" ends the name
    if tokens[pending[-1].last - 1].text in ("Nations", "ILO", "UN", "OECD", "Union") and part.conjunction:
        return False  # "Convention of the United Nations and Communication …"
    if all(t.text.isupper() or t.sort is Sort.NUMBER for t in tokens[part.first : part.last]):
        return False  # "… Guidelines for Enterprises and ISO 26000"
    if part.conjunction:
        return not (part.comma and _enumerates(tokens, later, complete=True))
    return _enumerates(tokens, later, complete=False)


def _before_note(tokens: Sequence[Token], part: _Part) -> int:
    """Return the index after the words of `part`, before what stands in parentheses at its end."""
    opened = next((k for k in range(part.first + 1, part.last) if tokens[k].sort is Sort.OPEN), part.last)
    return opened if tokens[part.last - 1].sort is Sort.CLOSE else part.last


def _enumerates(tokens: Sequence[Token], later: list[_Part], *, complete: bool) -> bool:
    """Return whether the parts to come end an enumeration by "and" and a part that is, or is not, a complete title.

    "on Construction, Inspection, and Maintenance" goes on with a part without a head; "Environmental, Social and
    Governance Guide" ends with one that has a head.
    """
    for number, part in enumerate(later):
        if part.article:
            return False
        shape = shape_of(tokens, part.first, part.last)
        following = later[number + 1 : number + 2]
        if part.conjunction and complete and not shape and following and _ends(tokens, following[0]):
            return True  # "Health, Safety, and Environment and Social Responsibility Policy"
        if part.conjunction:
            return (shape is not None) is complete
        if shape:
            return False
    return False


def _ends(tokens: Sequence[Token], part: _Part) -> bool:
    """Return whether `part` is what "and" adds at the end of an enumeration, with the head noun of all."""
    bare = part.conjunction and not part.comma and not part.article
    return bare and shape_of(tokens, part.first, part.last) is not None


def _modifies(tokens: Sequence[Token], pending: list[_Part]) -> bool:
    words = [t for p in pending for t in tokens[p.first : p.last]]
    unit = words[-1].text in title_words().owners and words[-2:-1] and words[-2].text != "of"
    return len(words) <= _MODIFIERS and not unit


def _run_on(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where a second title begins in tokens[first:last] though nothing separates it from the first.

    After an act of parliament no noun goes on with the name ("Safety Law Interim Measures for …"), and a head noun does
    not come twice ("Example Privacy Policy Other Privacy Policy").
    """
    opening = tokens[first].text
    complete = False
    opened = 0
    for k in range(first, last - 1):
        opened += (tokens[k].sort is Sort.OPEN) - (tokens[k].sort is Sort.CLOSE)
        if opened > 0:
            continue
        if complete and k > first and tokens[k].text == opening and tokens[k - 1].sort is Sort.CAPITAL:
            again = shape_of(tokens, k, min(last, k + _REACH))
            if again and again.head.document >= 1:
                return k  # "Example Code of Conduct Example Procurement Standards"
        found = head_at(tokens, k, last)
        complete = complete or (bool(found) and k > first)
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
        again = shape_of(tokens, after, min(last, after + _REACH))
        if not again or again.bare or again.head.document < 2:
            continue
        if again.head is head or (head.lean >= 4 and again.open and again.at <= after + 1):
            return after
        if head.lean <= _OWN and again.head.lean <= _OWN and again.at - after >= (1 if head.alone else 2):
            return after  # "Fraud Policy Human Rights Position Statement"
    return None
