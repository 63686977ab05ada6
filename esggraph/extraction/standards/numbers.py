"""Numbered standards: "ISO/IEC 27001:2013", "ISO 9001, 14001 and 45001", "GB/T 2589-2020 General Principles for …".

The issuers and their ways of numbering are data (`data/standard_issuers.toml`). Works on plain text; offsets are
0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from esggraph.extraction.standards.titles import title_after, title_before
from esggraph.resources import load_data

NUMBER = "number "  # begins the keys of numbered standards
_YEAR = r"(?:19[89]|20[0-4])\d(?!\d)"
# a year is set off from the number by a colon or a dash, often with stray blanks, or bracketed
_EDITION = re.compile(
    rf"(?: ?[:：·–—-] ?(?P<year>{_YEAR})(?:/A\w+:\d{{4}})?(?: ?\(E\))?| ?[(（](?P<bracketed>{_YEAR})[)）])"
)
# "9001, 14001 and 45001", "9001/14001", "9001 & 14001"
_NEXT = re.compile(
    r" ?(?:,|/|\+|&|·|;|,? and|,? or) ?(?P<number>(?!(?:19|20)\d\d\b)\d{4,5}(?:-\d{1,2})?)(?![\d%,]|\.\d)"
)
# "AA1000AS v3" is what "AA1000" means by itself
_VERSION = re.compile(r"(?: ?AS)?(?: ?[vV] ?\d)?$")
# "the stricter EXA-328 standard", "draft standard EX 17874"
_WORD_AFTER = re.compile(r"\*?\d? (?:[a-z]+ )?(?:standards?|norms?|specifications?)\b")
_WORD_BEFORE = re.compile(r"\b(?:[Ss]tandards?|[Nn]orms?) $")
_ADDRESS = re.compile(r"(?://|www\.|\.[a-z]+/)\S*$")


@dataclass(frozen=True, slots=True)
class NumberedStandard:
    """One numbered standard in a text."""

    start: int  # of the whole printed form, title included
    end: int
    key: str  # "number iso 14064": equal for all printed forms of one standard
    printed: str  # as it stands in the text, without its title
    label: str  # issuer, number and year, blanks put right: "ISO/IEC 27001:2022"
    bare: str  # the same without year: "ISO/IEC 27001"
    short: str  # "ISO 14064-1"
    family: str  # "ISO 14064"
    title: str = ""  # as printed beside the number: "Information Security Management System"
    title_first: bool = False  # the title stands before the number: "Personal … Specification (GB/T 35273)"

    @property
    def name(self) -> str:
        """The number with its title, in the printed order."""
        if not self.title:
            return self.label
        return f"{self.title} ({self.label})" if self.title_first else f"{self.label} {self.title}"

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name that this place gives, the fullest first."""
        forms = [self.name, self.label, self.bare, self.short, self.family]
        if not self.printed[0].isdigit():  # not the "14001" of "ISO 9001 and 14001"
            forms.append(self.printed)
        if self.title:
            forms.append(f"{self.short} {self.title}")
        if self.title_first:
            forms.append(self.title)
        return tuple(dict.fromkeys(forms))


@dataclass(frozen=True, slots=True)
class _Issuer:
    id: str
    short: str | None  # the issuer in short forms; None: as printed
    strict: bool  # a year must follow, or the word standard stand beside it
    whole: bool  # each part is a standard of its own
    listed: bool  # further numbers may follow: "ISO 9001, 14001"
    glued: bool  # printed without a blank: "SA8000"
    dash: bool  # the year follows a dash


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[_Issuer, ...]]:
    data = load_data("standard_issuers.toml")
    issuers, parts = [], []
    for i, entry in enumerate(data["issuer"]):
        flags = {flag: entry.get(flag, False) for flag in ("strict", "whole", "listed", "glued", "dash")}
        issuers.append(_Issuer(entry["id"], entry.get("short"), **flags))
        parts.append(
            rf"(?P<p{i}>{entry['prefix']})(?: [Ss]tandards?)?[ \u00a0]?[-–:]?[ \u00a0]?(?P<n{i}>{entry['number']})"
        )
    # the look-ahead spares the alternatives almost everywhere: a prefix starts with two capitals or is spelt out
    return re.compile(rf"(?<!\w)(?=[A-Z][A-Z/ ]|(?:International|Canadian) S)(?:{'|'.join(parts)})(?![\d%])"), tuple(
        issuers
    )


def find_numbered(text: str) -> Iterator[NumberedStandard]:
    """Yield the numbered standards of `text` in order; coordinated numbers are standards of their own."""
    pattern, issuers = _grammar()
    at = 0
    while m := pattern.search(text, at):
        at = m.end()
        if text[m.start() - 1 : m.start()] == "/" and _ADDRESS.search(text, max(0, m.start() - 60), m.start()):
            continue
        i = next(i for i in range(len(issuers)) if m[f"n{i}"])
        first = _standard(text, m.start(), m.end(), issuers[i], m[f"p{i}"], m[f"n{i}"])
        if first is None:
            continue
        found = _with_title(text, first)
        at = found.end
        yield found
        if issuers[i].listed and not found.title:
            for other in _coordinated(text, found, issuers[i], m[f"p{i}"]):
                at = other.end
                yield other


def _coordinated(text: str, first: NumberedStandard, issuer: _Issuer, prefix: str) -> Iterator[NumberedStandard]:
    at = first.end
    while m := _NEXT.match(text, at):
        other = _standard(text, m.start("number"), m.end(), issuer, prefix, m["number"])
        if other is None:
            return
        other = _with_title(text, other)
        yield other
        at = other.end


def _standard(text: str, start: int, end: int, issuer: _Issuer, prefix: str, number: str) -> NumberedStandard | None:
    edition = _EDITION.match(text, end)
    if (
        issuer.strict
        and not edition
        and not _WORD_AFTER.match(text, end)
        and not _WORD_BEFORE.search(text, max(0, start - 12), start)
    ):
        return None
    year = (edition["year"] or edition["bracketed"]) if edition else ""
    end = edition.end() if edition else end
    printed = text[start:end]
    prefix = re.sub(r"\s+", " ", prefix).strip()
    blank = "" if issuer.glued and not re.search(r"\s\d", printed) else " "
    bare = f"{prefix}{blank}{number}"
    label = bare + (f"{'-' if issuer.dash else ':'}{year}" if year else "")
    identity = prefix.lower() if issuer.strict else issuer.id
    main = (
        _VERSION.sub("", number).replace(" ", "") if issuer.whole else re.split(r"[- ]|(?<=\d)(?=[A-Za-z])", number)[0]
    )
    issued = f"{issuer.short or prefix}{blank}"
    return NumberedStandard(
        start,
        end,
        key=f"{NUMBER}{identity} {main}".lower(),
        printed=printed,
        label=label,
        bare=bare,
        short=f"{issued}{number}",
        family=f"{issued}{main}",
    )


def _with_title(text: str, standard: NumberedStandard) -> NumberedStandard:
    if found := title_after(text, standard.end, _grammar()[0]):
        return replace(standard, title=found[0], end=found[1])
    if before := title_before(text, standard.start, standard.end):
        return replace(standard, title=before[0], start=before[1], end=standard.end + 1, title_first=True)
    return standard


def without_footnotes(found: list[NumberedStandard]) -> list[NumberedStandard]:
    """Return the standards with footnote digits taken off: "ISO 90011" in a text that also has "ISO 9001"."""
    keys = {standard.key for standard in found}
    return [
        replace(
            s, key=s.key[:-1], label=s.bare[:-1], bare=s.bare[:-1], short=s.short[:-1], family=s.family[:-1], title=""
        )
        if s.key[:-1] in keys and s.key[-1].isdigit()
        else s
        for s in found
    ]
