"""Numbered standards: "ISO/IEC 27001:2013", "ISO 9001, 14001 and 45001", "GB/T 2589-2020 General Principles for …".

The issuers and their ways of numbering are data (`data/standard_issuers.toml`), as are the words by which a title beside
a number is known (`data/standard_titles.toml`). Works on plain text; all offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from esggraph.resources import PACKAGE

_YEAR = r"(?:19[89]|20[0-4])\d(?!\d)"
# a year is set off from the number by a colon or a dash, often with stray spaces
_EDITION = re.compile(
    rf"(?:(?: ?[:：·] ?| ?[-–—] ?)(?P<year>{_YEAR})(?:/A\w+:\d{{4}})?(?: ?\(E\))?| ?[(（](?P<bracketed>{_YEAR})[)）])"
)
# "9001, 14001 and 45001", "9001/14001", "9001 & 14001", "14064-1, -2 and -3"
_NEXT = re.compile(
    r"(?P<join> ?(?:,|/|\+|&|·|;|,? and|,? or) ?)(?P<number>(?!(?:19|20)\d\d\b)\d{4,5}(?:-\d{1,2})?)(?![\d%,]|\.\d)"
)
_OPEN = "(（"
_CLOSE = {"(": ")", "（": "）", "“": "”", '"': '"', "‘": "’", "[": "]"}
_WORD = re.compile(r"[A-Za-z][\w'’./-]*|[&,–—:-]|\S")
_JOINERS = frozenset("and of for the in to on with & , – — - : or by at from other than".split())


@dataclass(frozen=True, slots=True)
class NumberedStandard:
    """One numbered standard in a text."""

    start: int  # of the whole printed form, title included
    end: int
    issuer: str  # the id of the issuer: "iso" for ISO, EN ISO, ISO/IEC …
    number: str  # "27001", "14064-1"
    key: str  # "iso 14064": equal for all printed forms of one standard
    printed: str  # as it stands in the text, without its title
    label: str  # issuer, number and year as printed, blanks put right: "ISO/IEC 27001:2022"
    short: str  # "ISO 27001"
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
        bare = re.sub(rf"[:·-]{_YEAR}$", "", self.label)
        titles = (f"{self.short} {self.title}", self.title if self.title_first else "") if self.title else ()
        return tuple(
            dict.fromkeys(form for form in (self.name, self.label, self.printed, bare, self.short, *titles) if form)
        )


@dataclass(frozen=True, slots=True)
class _Issuer:
    id: str
    strict: bool
    whole: bool


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[_Issuer, ...]]:
    data = tomllib.loads((PACKAGE / "data" / "standard_issuers.toml").read_text(encoding="utf-8"))
    issuers, parts = [], []
    for i, entry in enumerate(data["issuer"]):
        issuers.append(_Issuer(entry["id"], entry.get("strict", False), entry.get("whole", False)))
        parts.append(rf"(?P<p{i}>{entry['prefix']})[ \u00a0]?[-–:]?[ \u00a0]?(?P<n{i}>{entry['number']})")
    # the look-ahead spares the alternatives almost everywhere: every prefix starts with two capitals or a spelt-out name
    return re.compile(rf"(?<![\w/])(?=[A-Z][A-Z/ ]|International S|ISAE)(?:{'|'.join(parts)})(?![\d%])"), tuple(issuers)


@cache
def _words(name: str) -> frozenset[str]:
    data = tomllib.loads((PACKAGE / "data" / "standard_titles.toml").read_text(encoding="utf-8"))
    return frozenset(data[name])


def find_numbered(text: str) -> Iterator[NumberedStandard]:
    """Yield the numbered standards of `text` in order; coordinated numbers are standards of their own."""
    pattern, issuers = _grammar()
    at = 0
    while m := pattern.search(text, at):
        i = next(i for i in range(len(issuers)) if m[f"n{i}"])
        at = m.end()
        first = _standard(text, m.start(), m.end(), issuers[i], m[f"p{i}"], m[f"n{i}"])
        if first is None:
            continue
        at = first.end
        yield _with_title(text, first)
        if issuers[i].id in ("iso", "iec", "gb", "nsf", "ul") and not first.title:
            for other in _coordinated(text, first, issuers[i], m[f"p{i}"]):
                at = other.end
                yield _with_title(text, other)


def _coordinated(text: str, first: NumberedStandard, issuer: _Issuer, prefix: str) -> Iterator[NumberedStandard]:
    at = first.end
    while m := _NEXT.match(text, at):
        other = _standard(text, m.start("number"), m.end(), issuer, prefix, m["number"])
        if other is None:
            return
        yield other
        at = other.end


def _standard(text: str, start: int, end: int, issuer: _Issuer, prefix: str, number: str) -> NumberedStandard | None:
    edition = _EDITION.match(text, end)
    if issuer.strict and not edition:
        return None
    year = (edition["year"] or edition["bracketed"]) if edition else None
    if edition:
        end = edition.end()
    prefix = re.sub(r"\s+", " ", prefix).strip()
    glue = "" if issuer.id in ("sa", "aa", "ul") and not re.search(r"\s\d", text[start:end]) else " "
    spelt = prefix if len(prefix) > 30 or issuer.id == "other" else prefix.replace("：", ":")
    mark = ":" if issuer.id not in ("gb", "cn-sector", "other", "nmx") else "-"
    label = f"{spelt}{glue if issuer.id != 'other' else ''}{number}" + (f"{mark}{year}" if year else "")
    main = number if issuer.whole else number.split("-")[0]
    family = {"iso": "ISO", "ohsas": "OHSAS", "isae": "ISAE", "sa": "SA", "aa": "AA"}.get(issuer.id, spelt)
    short = f"{family}{glue if issuer.id != 'other' else ''}{number if issuer.id != 'aa' else number.split()[0]}"
    if issuer.id == "aa":
        main = "1000"
    identity = issuer.id if issuer.id not in ("cn-sector", "other") else prefix.lower()
    return NumberedStandard(start, end, issuer.id, number, f"{identity} {main}".lower(), text[start:end], label, short)


def _with_title(text: str, standard: NumberedStandard) -> NumberedStandard:
    found = _title_after(text, standard.end)
    if found:
        title, end = found
        return replace(standard, title=title, end=end)
    found = _title_before(text, standard.start, standard.end)
    if found:
        title, start = found
        return replace(standard, title=title, start=start, end=standard.end + 1, title_first=True)
    return standard


def _title_after(text: str, at: int) -> tuple[str, int] | None:
    m = re.compile(r" ?([(（“\"‘])\s?([^()（）“”\"]{6,110}?)\s?([)）”\"’])").match(text, at)
    if m and m[3] == _CLOSE[m[1]]:
        return (m[2], m.end()) if _is_title(m[2]) else None
    m = re.compile(r" ?[:–—,-]? ").match(text, at)
    if not m:
        return None
    end = _phrase_end(text, m.end())
    title = text[m.end() : end].strip(" ,–—-:&")
    if end and _is_title(title):
        return title, text.index(title, m.end()) + len(title)
    return None


def _phrase_end(text: str, at: int) -> int:
    """Return where the title that starts at `at` ends; `at` itself where none does."""
    capitals = text[at : at + 1].isupper()
    small, ends = _words("small"), _words("ends")
    end = at
    for m in re.compile(r" ?([A-Za-z][\w'’.-]*|[&,–—:-]|\S)").finditer(text, at, min(len(text), at + 140)):
        word = m[1]
        plain = word.lower().rstrip(".")
        if plain in ends or (m.start() > at and not m[0][0].isspace() and word not in ",:"):
            break
        if capitals:
            if word[0].isupper() and _grammar()[0].match(text, m.start(1)):
                break
            if not (word[0].isupper() or plain in _JOINERS or plain in small or plain in _words("subjects")):
                break
            if word == "," and text[at : m.start()].lower().endswith(("system", "systems")):
                break
        elif plain not in small and plain not in ("system", "systems"):
            break
        if word[0].isalpha() and plain not in _JOINERS:
            end = m.end()
        if word.endswith(".") or (not capitals and plain in ("system", "systems")):
            break
    return end - 1 if text[at:end].endswith(".") else end


def _is_title(title: str) -> bool:
    words = [w.lower() for w in re.findall(r"[A-Za-z][\w'’-]*", title)]
    if len(words) < 2 or words[0] in ("see", "the", "hereinafter", "which", "formerly", "e.g", "including"):
        return False
    if title[0].islower():
        return words[-1] in ("system", "systems") or all(w in _words("small") for w in words)
    return any(w in _words("subjects") for w in words)


def _title_before(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The title of "… Specification (GB/T 35273-2020)"."""
    if not (start and text[start - 1] in _OPEN and text[end : end + 1] in (")", "）")):
        return None
    before = text[max(0, start - 150) : start - 1].rstrip()
    offset = max(0, start - 150)
    if before.endswith(("”", '"', "’", "》")):
        opening = max(before[:-1].rfind(q) for q in '“"‘《')
        title = before[opening + 1 : -1] if opening >= 0 else ""
        return (title, offset + opening + 1) if title and _is_title(title) else None
    words = list(re.finditer(r"\S+", before))
    first = len(words)
    capitals = bool(words) and words[-1][0][:1].isupper()
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        plain = word.lower().strip(",")
        if word.endswith((".", ";", ":")) and i < len(words) - 1:
            break
        if capitals and (word[0].isupper() or (plain in _JOINERS and plain not in ("to", "by", "with"))):
            first = i if word[0].isupper() else first
        elif not capitals and (plain in _words("small") or plain in ("system", "systems")):
            first = i
        else:
            break
    while first < len(words) and words[first][0].lower() in (*_JOINERS, "certification", "certified"):
        first += 1
    if first >= len(words):
        return None
    title = before[words[first].start() :]
    return (title, offset + words[first].start()) if _is_title(title) else None
