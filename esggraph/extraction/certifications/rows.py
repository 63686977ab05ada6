"""Lists of certificates with their holders, which only a head tells to be one.

"Plant certifications": "Example Plant ISO 9001, ISO 14001 (in progress)", "ISO 45001 Example Plant, Sample Plant".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import (
    announcing,
    certified_numbers,
    field,
    said_status,
    status_in,
    table_head,
)
from esggraph.extraction.certifications.frames import announces, of_bought, of_others
from esggraph.extraction.certifications.holders import finite_verb, is_part
from esggraph.extraction.certifications.parts import Part, parts
from esggraph.extraction.document import Passage, passages, text_of
from esggraph.extraction.mentions import Mention
from esggraph.extraction.standards.known import graded_building, levels_of, must_be_spoken_of, standard_of
from esggraph.extraction.standards.numbers import NUMBER
from esggraph.jurisdictions import nation_words
from esggraph.report import Report

_STRAY = 2  # rows of a list that name no known standard
_ROW = 260  # characters: longer lines are text
_HEAD = 130
_TAIL = 70  # what follows the last standard behind its holder: dates and remarks
_END = re.compile(
    r"(?:(?<=[^.\d][\w)●✓–-])|(?<=\d%))\. (?=[A-Z0-9])(?<!Ltd\. )(?<!Co\. )(?<!Inc\. )(?<!No\. )"
    r"(?<!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\. )|\n"
)
# what a head has not, though it may say "certifications obtained"
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|we|requires?|whether|how)\b", re.I)
# what a row has not, nor what stands before the first standard of one
_SAYS = re.compile(
    r"\b(?:stands? for|means|refers?|aims?|plans?|will|shall|supports?|helps?"
    r"|provides?|includes?|specif(?:y|ies)|requires?|we)\b"
)
_RUNNING = re.compile(r"\b(?:to|with|against|under|by|as|per|our)\b")
_AROUND = " .,:;|–—-•·●▪()"
_NOUN = re.compile(
    r"^ ?(?:certifi\w+|accredited|registered)?"
    r"(?: (?:sites?|plants|companies|units|facilities|entities|buildings))?(?=[ :])|^ (?:for|at|(?:only )?in(?: the)?) "
)
# what stands between a standard and the names of those who have it, where nothing announces a list
_BEHIND = re.compile(
    r"\)? ?(?:\([^()\n]{2,40}\) ?)?(?:(?:(?:certified )?(?:sites|plants|companies|units|facilities|entities)"
    r"|labels?|certificat\w+|seals?|registrations?)?(?::| [–—-])|(?:for|at)) "
)
_IN = re.compile(r"\)? ?(?:only )?in (?:the )?")  # and the names of countries
_BEFORE = re.compile(r"(?:[:,]| [–—-]) $")
_SEMICOLON = re.compile(r";(?![^()]*\))")  # not one in brackets
_NAMED_SO = re.compile(r" (?:labels?|certificat\w+|seals?|accreditations?)\b")
_PLAIN_NAME = re.compile(r"[a-z][\w-]{3,}")  # a name in small letters: "examplecloud"
_CARRY = re.compile(r"(?:[A-Z0-9][\w-]* )(?:[\w-]+ ){0,4}(?:carry|carries|hold|holds|bear|bears|keep|keeps|with)")
# what a standard is about, not who has it
_ABOUT = re.compile(
    r"(?i)\b(?:standards?|requirements?|guidelines?|specifications?|certificat\w+|assessment|international|principles|framework)\b|\b(?:systems?|management|assurance)$"
)
# a label that says no more than that the standards are the company's
_OURS = re.compile(
    r"(?:(?:our|iso|management|quality|system|international|the) )*(?:standards|systems)"
    r"(?: (?:held|met|in place|in use))?",
    re.I,
)
_SEVERAL = 3  # standards behind such a label that are certified, for who follows them only names fewer
_REMARK = re.compile(r"^[ ,;]*\([a-z][^()]*\)")  # on the standard before it
_APART = re.compile(r"[ ,;/&+·|]*(?:\([^()]*\))?[ ,;/&+·|]*(?:and|&)?[ ,;/&+·|]*")
# a printed line of a list: "Example Plant: ISO 9001", "ISO 14001: Exampleton"
_BRACKETED = re.compile(r" ?(?:certifi\w+ )?\((?P<names>[^()]{3,160}(?:\([^()]*\)[^()]*)?)\)")
# other certificates in the list of one holder: "ISO 9001, Example Seal"
_FURTHER = re.compile(r"(?:[,;] ?(?:and )?[A-Z][\w®™+&/’.-]*(?: [\w®™+&/’.-]+){0,3})+\.?")
_ENTRY = re.compile(r"(?:\d|[^\W\d_])[^:;]{1,80}(?:\([^()]*\))?[^:;]{0,20}: \S")
_JOINT = re.compile(r"[ ,;/&+·|]*(?:and|&)?[ ,;/&+·|]*")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """A certificate that a row of a list gives to a holder ("company" where it names none)."""

    standard: Mention
    holder: str
    status: str
    level: str | None = None  # where the holder's bracket tells it: "LEED: Example Tower (Gold)"


def row_entries(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[RowEntry]:
    """Yield what the lists of `doc` tell. `text`: the text of `doc`. `certifiable`: its standards, in order."""
    listed, named_so, stray = False, False, 0  # named_so: the head speaks of certificates, not of standards alone
    # certificates named as printed are listed in a way of their own
    named = [m for m in certifiable if not ((known := standard_of(m.key)) and known.printed)]
    for row in _rows(doc, text, named):
        said = text[row.start : row.end].strip(" .")
        if row.first:
            listed = False
        telling = _telling(text, row)
        if not telling and not (listed and row.standards) and _is_head(said):
            listed, named_so, stray = True, announces(said) or bool(announcing().fullmatch(said)), 0
        elif not row.standards:
            stray += 1
            listed = listed and stray <= _STRAY and len(said) <= _ROW
        else:
            whole = listed and not _is_statement(said, text[row.start : row.standards[0].start])
            listed = whole or bool(telling)
            stray = 0
            for piece in _pieces(text, row) if whole else telling:
                if named_so or telling or all(map(_is_of_system, piece.standards)):
                    yield from _in_piece(text, piece)


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
        stops = {m.end() for m in _END.finditer(text, passage.start, passage.end)}
        for stop in sorted({*stops, *_printed_lines(doc, passage, inside), passage.end}):
            row = tuple(m for m in inside if at <= m.start < stop)
            yield _Row(at, stop, row, first=at == passage.start and i - 1 not in wanted)
            at = stop


def _printed_lines(doc: Doc, passage: Passage, inside: Sequence[Mention]) -> list[int]:
    """Return where the printed lines of a paragraph begin that is a list of names and standards with colons."""
    report: Report | None = doc._.esg_report
    if report is None or not inside:
        return []
    shift, block = passage.start - passage.block.start, passage.block
    begins = [
        i + 1 + shift
        for i in range(block.start, block.end)
        if report.text[i] == " " and "\n" in report.source[report.origin[i] : report.origin[i + 1]]
    ]
    bounds = [passage.start, *begins, passage.end]
    text = text_of(doc)
    return [a for a, b in pairwise(bounds) if _ENTRY.match(text, a, b) and any(a <= m.start < b for m in inside)]


def _is_head(said: str) -> bool:
    """Whether `said` announces certificates: "ISO certifications obtained", "Certificate Site Valid until"."""
    if said.endswith((":", "：")):
        return announces(said[-_HEAD:])
    if len(said) > _HEAD or _SENTENCE.search(said):
        return False
    if announcing().fullmatch(said):
        return True
    words = re.sub(r"[,.|/()]", " ", said)
    telling = re.search(r"(?i)\b(?:standards?|certifi\w+)\b", words)
    return announces(said) or bool(telling and len(words.split()) > 1 and not table_head().sub("", words).split())


def _is_statement(said: str, before: str) -> bool:
    if carry := _CARRY.fullmatch(before.strip(_AROUND)):
        said = said[carry.end() :]
    return bool(finite_verb().search(said or before) or _SAYS.search(said) or _RUNNING.search(before))


def _telling(text: str, row: _Row) -> list[_Row]:
    """Return the pieces of a row that tell by themselves of certificates."""
    return [p for p in _pieces(text, row) if _is_list(text, p) and not _is_statement("", _begin(text, p))]


def _pieces(text: str, row: _Row) -> Iterator[_Row]:
    """Yield the parts of a row between semicolons, each with the standards that it tells of.

    What has none belongs to the part before, unless it is a field of its own: "; awards: Example Prize".
    """
    at, inside = row.start, 0
    stops = [*(m.start() for m in _SEMICOLON.finditer(text, row.start, row.end)), row.end]
    for stop, following in zip(stops, [*stops[1:], row.end], strict=True):
        named = sum(m.start < stop for m in row.standards)
        further = any(stop <= m.start < following for m in row.standards) or ": " in text[stop:following]
        if named > inside and (further or stop == row.end):
            yield _Row(at, stop, row.standards[inside:named], first=False)
            inside = named
        if named == inside and (further or stop == row.end):
            at = min(stop + 1, row.end)


def bracketed(text: str, end: int) -> tuple[str, ...]:
    """Return the sites in brackets behind a standard's name that ends at `end`: "ISO 14001 (Example Plant)"."""
    m = _BRACKETED.match(text, end)
    named = parts(m["names"]) if m else []
    return tuple(p.holder for p in named) if any(is_part(p.holder) for p in named) else ()


def _in_piece(text: str, row: _Row) -> Iterator[RowEntry]:
    begin = _begin(text, row)
    placed = any(graded_building(m.key) for m in row.standards)
    ends = [_graded_end(text, m, stop) for m, stop in _pairs(row)]
    behind = [text[end:stop] for end, (_, stop) in zip(ends, _pairs(row), strict=True)]
    if begin:
        holders = parts(begin, placed)
        if not holders or len(behind[-1]) > _TAIL:
            return
        for standard, said in zip(row.standards, behind, strict=True):
            yield from _each(standard, holders, said, status_in(said))
            # "Example Plant ISO 9001, Sample Mill ISO 14001"
            if not _JOINT.fullmatch(said) and standard is not row.standards[-1]:
                holders = parts(_trimmed(said), placed) or holders
        return
    same: list[Mention] = []
    for (standard, stop), said in zip(_pairs(row), behind, strict=True):
        same.append(standard)
        if _JOINT.fullmatch(said) and stop != row.end:
            continue
        said = _NOUN.sub("", said)
        for one in same:
            named = parts(_trimmed(_REMARK.sub("", said)), placed) or [Part("company", "held")]
            yield from _each(one, named, said, status_in(said))
        same = []


def _trimmed(said: str) -> str:
    """Return `said` without the signs around it; a bracket in it stays whole."""
    said = said.strip(_AROUND)
    return f"{said})" if said.count("(") > said.count(")") else said


def _begin(text: str, row: _Row) -> str:
    """Return what stands before the first standard of a row and may name its holders; "" for a mere label."""
    begin = _trimmed(text[row.start : row.standards[0].start])
    label = any(p.fullmatch(begin) for p in (field(), table_head(), _CARRY, _OURS))
    return "" if label or re.search(r"(?i)\bmanagement systems?$", begin) else begin


def _graded_end(text: str, standard: Mention, stop: int) -> int:
    """Return where the name of a standard ends with the grade behind it."""
    grade = levels_of(standard.key)
    graded = rf" ?(?:[A-Z]\w+ )?\(?(?:{grade.pattern})\)?(?: level| rating)?" if grade else ""
    found = re.compile(graded).match(text, standard.end, stop)
    return found.end() if found else standard.end


def _pairs(row: _Row) -> Iterator[tuple[Mention, int]]:
    """Yield the standards of a row with where the next of them begins, or the row ends."""
    for i, standard in enumerate(row.standards):
        yield standard, row.standards[i + 1].start if i + 1 < len(row.standards) else row.end


def _each(standard: Mention, holders: Sequence[Part], said: str, status: str | None) -> Iterator[RowEntry]:
    if said.startswith("-"):  # "ISO 14024-based"
        return
    one = len(holders) == 1
    grade = levels_of(standard.key)
    brackets = [re.search(r" ?\(([^()]+)\)$", part.holder) for part in holders]
    graded = [bool(grade and m and grade.fullmatch(m[1])) for m in brackets]
    for part, bracket, has_grade in zip(holders, brackets, graded, strict=True):
        if grade and grade.fullmatch(part.holder):  # "Example House, Excellent BREEAM rating"
            continue
        told = status if status is not None and one and part.status == "held" else part.status
        if told and bracket and has_grade:
            yield RowEntry(standard, part.holder[: bracket.start()], told, bracket[1])
        elif told:
            yield RowEntry(standard, part.holder, told, "" if any(graded) else None)


def _is_list(text: str, row: _Row) -> bool:
    """Whether a row tells of certificates though nothing announces it: "ISO 14001: Exampleton, Sampleton"."""
    if not row.standards or row.end - row.start > _ROW:
        return False
    spoken = _NAMED_SO.match(text, row.standards[-1].end)
    if not all(_is_of_system(m) and (spoken or not must_be_spoken_of(m.key)) for m in row.standards):
        return False
    first, last = row.standards[0], row.standards[-1]
    gaps = (text[a.end : b.start] for a, b in pairwise(row.standards))
    if _OURS.fullmatch(_trimmed(text[row.start : first.start])) and all(map(_APART.fullmatch, gaps)):
        return len(row.standards) >= _SEVERAL
    begin, behind = text[row.start : first.start], text[_graded_end(text, last, row.end) : row.end]
    if any(map(of_others, (begin, behind))) or of_bought(begin + behind):
        return False
    if not _begin(text, row):
        listed = _BEHIND.match(behind)
        called = _trimmed(behind[listed.end() :]) if listed else ""
        if not called and (m := _IN.match(behind)):
            countries = parts(_trimmed(behind[m.end() :]))
            return bool(countries) and all(part.holder in nation_words() for part in countries)
        named = parts(called) or ([Part("company", "held")] if _PLAIN_NAME.fullmatch(called) else [])
    else:
        further = begin.endswith(": ") and _FURTHER.fullmatch(behind)
        if behind.strip(_AROUND) and said_status(behind) is None and not further:
            return False
        named = parts(_trimmed(begin))
        graded = any(levels_of(m.key) for m in row.standards)
        places = all(is_part(part.holder) for part in named)
        if not (_BEFORE.search(begin) or ((graded or places) and len(begin) < _TAIL)):
            return False
    return bool(named) and all(_names_part(part) for part in named)


def _is_of_system(standard: Mention) -> bool:
    """Whether nobody names the standard beside a site but for a certificate."""
    return not standard.key.startswith(NUMBER) or standard.key.rsplit(" ", 1)[-1] in certified_numbers()


def _names_part(part: Part) -> bool:
    return part.holder == "company" or not _ABOUT.search(part.holder)
