"""Lists of certificates with their holders, which only a head tells to be one.

"Plant certifications": "Example Plant ISO 9001, ISO 14001 (in progress)", "ISO 45001 Example Plant, Sample Plant".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from esggraph.extraction.certificate_cells import field, remark, status_in, table_head
from esggraph.extraction.certification_frames import announces
from esggraph.extraction.certification_holders import finite_verb
from esggraph.extraction.document import passages
from esggraph.extraction.known_standards import levels_of, standard_of
from esggraph.extraction.mentions import Mention

_STRAY = 2  # rows of a list that name no known standard
_ROW = 260  # characters: longer lines are text
_HEAD = 130
_TAIL = 70  # what follows the last standard behind its holder: dates and remarks
_END = re.compile(r"(?<=[^.\d][\w)●✓–-])\. (?=[A-Z0-9])(?<!Ltd\. )(?<!Co\. )(?<!Inc\. )(?<!No\. )|\n")
# what a head has not, though it may say "certifications obtained"
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|we|requires?|whether|how)\b", re.I)
# what a row has not, nor what stands before the first standard of one
_SAYS = re.compile(
    r"\b(?:stands? for|means|refers?|aims?|plans?|will|shall|supports?|helps?"
    r"|provides?|includes?|specif(?:y|ies)|requires?|we)\b"
)
_RUNNING = re.compile(r"\b(?:to|with|against|under|by|as|per|our)\b")
_NAMED = re.compile(r"[A-Z0-9][^;:*]{1,90}")
# "Implement an", "Build a management system": what is to be done
_TO_DO = re.compile(r"[A-Z][a-z]+(?: [a-z]+ly)? (?:an?|the|our|its)\b|.* (?:an?|the|our|its)$")
_COMMA = re.compile(r",(?! (?:Ltd|Inc|LLC|Limited|[A-Z]{2}(?!\w))\b)|/| and (?=[A-Z])")
_JOINT = re.compile(r"[ ,;/&+·|]*(?:and|&)?[ ,;/&+·|]*")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """A certificate that a row of a list gives to a holder ("company" where it names none)."""

    standard: Mention
    holder: str
    status: str


def row_entries(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[RowEntry]:
    """Yield what the lists of `doc` tell. `text`: the text of `doc`. `certifiable`: its standards, in order."""
    listed, stray = False, 0
    # certificates named as printed are listed in a way of their own
    named = [m for m in certifiable if not ((known := standard_of(m.key)) and known.printed)]
    for row in _rows(doc, text, named):
        said = text[row.start : row.end].strip(" .")
        if row.first:
            listed = False
        if not (listed and row.standards) and _is_head(said):
            listed, stray = True, 0
        elif not row.standards:
            stray += 1
            listed = listed and stray <= _STRAY and len(said) <= _ROW
        elif not listed or _is_statement(said, text[row.start : row.standards[0].start]):
            listed = False
        else:
            stray = 0
            yield from _entries(text, row)


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    standards: tuple[Mention, ...]
    first: bool  # nothing that was looked at stands above it


def _rows(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[_Row]:
    """Yield the lines and sentences of the blocks with standards and of the blocks just above such."""
    everything = passages(doc)
    starts = [p.start for p in everything]
    with_standards = {bisect_right(starts, m.start) - 1 for m in certifiable}
    wanted = sorted({i for last in with_standards for i in range(max(0, last - _STRAY), last + 1)})
    for i in wanted:
        passage, at = everything[i], everything[i].start
        inside = [m for m in certifiable if passage.start <= m.start < passage.end] if i in with_standards else []
        for stop in (*(m.end() for m in _END.finditer(text, passage.start, passage.end)), passage.end):
            row = tuple(m for m in inside if at <= m.start < stop)
            yield _Row(at, stop, row, first=at == passage.start and i - 1 not in wanted)
            at = stop


def _is_head(said: str) -> bool:
    """Whether `said` announces certificates: "ISO certifications obtained", "Certificate Site Valid until"."""
    if said.endswith((":", "：")):
        return announces(said[-_HEAD:])
    if len(said) > _HEAD or _SENTENCE.search(said):
        return False
    words = re.sub(r"[,.|/()]", " ", said)
    telling = re.search(r"(?i)\b(?:standards?|certifi\w+)\b", words)
    return announces(said) or bool(telling and len(words.split()) > 1 and not table_head().sub("", words).split())


def _is_statement(said: str, before: str) -> bool:
    return bool(finite_verb().search(said) or _SAYS.search(said) or _RUNNING.search(before))


def _entries(text: str, row: _Row) -> Iterator[RowEntry]:
    begin = text[row.start : row.standards[0].start].strip(" .,:|–-•·")
    if begin and not field().fullmatch(begin):
        holders = _holders(begin, row.standards[0])
        told = holders and len(text[row.standards[-1].end : row.end]) <= _TAIL
        for standard, following in _pairs(row):
            if told:
                yield from _each(standard, holders, text[standard.end : following])
        return
    same: list[Mention] = []
    for standard, following in _pairs(row):
        same.append(standard)
        behind = text[standard.end : following]
        if _JOINT.fullmatch(behind) and following != row.end:
            continue
        for one in same:
            yield from _each(one, _holders(behind.strip(" .,;:|()"), one) or ("company",), behind)
        same = []


def _pairs(row: _Row) -> Iterator[tuple[Mention, int]]:
    """Yield the standards of a row with where the next of them begins, or the row ends."""
    for i, standard in enumerate(row.standards):
        yield standard, row.standards[i + 1].start if i + 1 < len(row.standards) else row.end


def _each(standard: Mention, holders: Sequence[str], said: str) -> Iterator[RowEntry]:
    status = status_in(said)
    if status != "" and not said.startswith("-"):  # "ISO 14024-based"
        for holder in holders:
            yield RowEntry(standard, holder, status or "held")


def _holders(said: str, standard: Mention) -> tuple[str, ...]:
    """Return the names in "Example Plant, Sample Plant 2026.03"; () where `said` is no list of names."""
    grade = levels_of(standard.key)
    said = grade.sub("", said) if grade else said
    pieces = [remark().sub("", f" {piece}").strip(" .:()") for piece in _COMMA.split(said.split(";")[0])]
    pieces = [f"{piece})" if piece.count("(") > piece.count(")") else piece for piece in pieces]
    names = [piece for piece in pieces if table_head().sub("", piece).strip()]
    if not all(_is_name(name) for name in names):
        names = [name for name in names[:1] if _is_name(name)]
    return tuple(names)


def _is_name(said: str) -> bool:
    return (
        _NAMED.fullmatch(said) is not None
        and not _TO_DO.match(said)
        and not said.endswith((" and", " of", " for"))
        and status_in(said) is None
    )
