"""Frameworks, initiatives, ratings and unnumbered standards known by name (`data/standard_families.toml`).

Names are looked for by one automaton over the letters and digits of the text alone, so that "Climate-related",
"Climaterelated" and "Task Force", "Taskforce" are one form; word boundaries and the case of short names are looked at
in the text itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from esggraph.findings import STANDARD_KINDS
from esggraph.resources import PACKAGE

FULL, SHORT, GRADED = "full", "short", "graded"

_ADDRESS = re.compile(r"(?://|www\.|\.\w+/)\S*$")
# what no name holds, and what ends one
_STOP = re.compile(r"[^\w .,:/&'’®™()‐‑–+°<>-]|[.;:] |\) ?\(")


@dataclass(frozen=True, slots=True)
class Family:
    """A framework with all that belongs to it: one entry of a report's standards."""

    name: str
    kind: str  # one of STANDARD_KINDS
    forms: tuple[str, ...]
    short: tuple[str, ...] = ()  # acronyms that count only beside one of `forms`
    unless: re.Pattern[str] | None = None  # what follows the name when something else is meant
    certified: bool = False  # it is a scheme under which companies are certified
    referred: bool = True  # it is a standard also where it is only mentioned
    spoken: bool = False  # counts only where a certificate is spoken of
    printed: bool = False  # a certificate is named as the report prints it
    levels: re.Pattern[str] | None = None  # the grades of a certificate
    graded: tuple[str, ...] = ()  # forms that count only beside a grade

    @property
    def key(self) -> str:
        """Identity among the standards of a report."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Hit:
    """A family's name in a text: 0-based offsets, end exclusive."""

    family: Family
    start: int
    end: int
    role: str  # FULL, SHORT (needs a full form in the report) or GRADED (needs a grade beside it)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


@cache
def families() -> tuple[Family, ...]:
    """Return the known families, certification schemes among them."""
    standards = _load("standard_families.toml")
    schemes = _load("certification_schemes.toml")["scheme"]
    return (
        *(_family(entry, kind) for kind in STANDARD_KINDS for entry in standards[kind]),
        *(_family(entry, "technical_standard", certified=True) for entry in schemes),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / name).read_text(encoding="utf-8"))


def _family(entry: dict[str, Any], kind: str, certified: bool = False) -> Family:
    return Family(
        entry["name"],
        kind,
        tuple(entry["forms"]),
        tuple(entry.get("short", ())),
        re.compile(rf"[ -]*(?:{entry['unless']})") if "unless" in entry else None,
        certified,
        entry.get("referred", True),
        entry.get("spoken", False),
        entry.get("printed", False),
        re.compile(entry["levels"]) if "levels" in entry else None,
        tuple(entry.get("graded", ())),
    )


@cache
def family_of(key: str) -> Family | None:
    """Return the family with this key."""
    return next((family for family in families() if family.key == key), None)


def levels_of(key: str) -> re.Pattern[str] | None:
    """Return the pattern of the grades of the scheme or numbered standard with this key."""
    family = family_of(key)
    pattern = _numbered(key).get("levels")
    return family.levels if family else re.compile(pattern) if pattern else None


def must_be_spoken_of(key: str) -> bool:
    """Return whether the name alone, without the word certificate, is no certificate even where it is obtained."""
    family = family_of(key)
    return family.spoken if family else _numbered(key).get("spoken", False)


@cache
def _numbered(key: str) -> dict[str, Any]:
    entries = _load("certification_schemes.toml")["numbered"]
    return next((entry for entry in entries if entry["key"] == key), {})


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    entries: dict[str, list[tuple[Family, str, str]]] = {}
    for family in families():
        for role, forms in ((FULL, family.forms), (SHORT, family.short), (GRADED, family.graded)):
            for form in forms:
                entries.setdefault(_letters(form), []).append((family, form, role))
    for letters, meanings in entries.items():
        automaton.add_word(letters, (len(letters), tuple(meanings)))
    automaton.make_automaton()
    return automaton


def find_known(text: str) -> Iterator[Hit]:
    """Yield the known names in `text`, the longest where they overlap, in the order of their ends."""
    at = [i for i, c in enumerate(text) if c.isalnum()]
    letters = "".join(text[i] for i in at).lower()
    if len(letters) != len(at):  # a few letters of other scripts change their length in lower case
        letters = "".join(c if len(c) == 1 else c[0] for c in (text[i].lower() for i in at))
    hits: list[Hit] = []
    for last, (length, meanings) in _automaton().iter(letters):
        start, end = at[last - length + 1], at[last] + 1
        for family, form, role in meanings:
            if not _fits(text, start, end, form) or (family.unless and family.unless.match(text, end)):
                continue
            if role != GRADED or grade_beside(family.levels, text, start, end):
                hits.append(Hit(family, start, end, role))
    hits.sort(key=lambda h: (h.start, -h.end))
    covered = -1
    for hit in hits:
        if hit.end > covered:
            covered = hit.end
            yield hit


def grade_beside(levels: re.Pattern[str] | None, text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the grade that stands beside `text[start:end]`: after it, else before it."""
    if levels is None:
        return None
    line_end = text.find("\n", end)
    last = min(end + 40, line_end if line_end >= 0 else len(text))
    first = max(text.rfind("\n", 0, start) + 1, start - 45)
    after = levels.search(text, end, last)
    if after and not re.search(r"[.;]|\band\b", text[end : after.start()]):
        return after
    before = list(levels.finditer(text, first, start))
    return before[-1] if before and not re.search(r"[.;,]", text[before[-1].end() : start]) else None


def _fits(text: str, start: int, end: int, form: str) -> bool:
    if start and (text[start - 1].isalnum() or text[start - 1] == "@"):
        return False
    if start and text[start - 1] in "/." and _ADDRESS.search(text, max(0, start - 60), start):
        return False
    after = text[end : end + 2]
    if after[:1].isalnum() and not (after[:1] in "s1234567890¹²³" and form[-1:].islower() and len(form) > 8):
        return False
    printed = text[start:end]
    if " " in printed and " " not in form:
        return False
    if _STOP.search(printed):
        return False
    words = len(re.findall(r"[\w’']+", form))
    if words >= 3:
        return True
    plain = re.sub(r"[^A-Za-z0-9]", "", printed)
    wanted = re.sub(r"[^A-Za-z0-9]", "", form)
    return (
        plain == wanted
        or (printed.isupper() and len(wanted) > 6)
        or (len(wanted) > 6 and plain.istitle() and " " not in form)
    )
