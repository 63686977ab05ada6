"""Standards, frameworks, initiatives, ratings and certification schemes known by name.

The ontology's known instruments are the list; `data/standard_usage.toml` and `data/certification_schemes.toml` add what
reports make of them: further names, names that mean something else, and schemes with grades. `data/standard_names.toml`
has what is too small for the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from esggraph.extraction.standards.numbers import NUMBER, find_numbered
from esggraph.names import normalise
from esggraph.resources import load_data
from esggraph.vocabulary import Form, Instrument, Script, Spotter, find_all, hidden, instruments, lookup

_LOCAL = "local:"  # begins the IRIs of what is in our data files only
# sets of principles that are issued anew are cited with their year: "Green Bond Principles 2021"
_ISSUED_ANEW = re.compile(r"(?:Bond|Loan|Lending|Linked|Finance)[ -](?:\w+ )?(?:Principles|Guidelines)$")
_EDITION = re.compile(r" (?:20[12]\d|\(20[12]\d\))(?=[”\"’,.;:) ])(?! (?:and|to|-) \d)")
_AFTER, _BEFORE = 40, 45  # characters around a name in which its grade stands


@dataclass(frozen=True, slots=True)
class Standard:
    """What one entry of a report's standards or certificates stands for."""

    key: str  # identity within a report; of a numbered standard the same as its number's
    name: str
    kind: str  # one of STANDARD_KINDS
    instrument: str | None = None  # IRI of the known instrument
    when: re.Pattern[str] | None = None  # what must follow the names that our data files add
    unless: re.Pattern[str] | None = None  # what follows a name when something else is meant
    certified: bool = False  # it is a scheme under which companies are certified
    referred: bool = True  # it is a standard also where it is only mentioned
    spoken: bool = False  # a certificate only where one is spoken of
    printed: bool = False  # a certificate is named as the report prints it
    levels: re.Pattern[str] | None = None  # the grades of a certificate
    building: bool = False  # what it grades are buildings


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text: 0-based offsets, end exclusive."""

    start: int
    end: int
    standard: Standard


@cache
def _load(name: str) -> dict[str, Any]:
    return load_data(name)


@cache
def _known() -> dict[str, Instrument]:
    """The known instruments that are no laws, by the last part of their IRI."""
    return {i.iri.rsplit("/", 1)[1]: i for i in instruments() if not i.is_law}


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    """What the data files say about standards, schemes among them."""
    schemes = [
        {"kind": "technical_standard", "certified": True, **e} for e in _load("certification_schemes.toml")["scheme"]
    ]
    return (*_load("standard_usage.toml")["standard"], *_small(), *schemes)


def _small() -> Iterator[dict[str, Any]]:
    """Yield the entries of `data/standard_names.toml` in the form of the others."""
    for kind, names in _load("standard_names.toml").items():
        for name, further in names.items():
            acronyms = [form for form in further if form.isupper() and " " not in form]
            forms = [name, *(form for form in further if form not in acronyms)]
            yield {"name": name, "kind": kind, "forms": forms, "short": acronyms}


def _iri(entry: dict[str, Any]) -> str:
    return _known()[entry["known"]].iri if "known" in entry else _LOCAL + entry["name"]


@cache
def standards() -> dict[str, Standard]:
    """Return every known standard by IRI; raises KeyError where a data file names an instrument that is not known."""
    parts = _load("standard_usage.toml")["part_of"]
    left_out = {slug for slugs in _load("standard_usage.toml")["left_out"].values() for slug in slugs}
    usage: dict[str, dict[str, Any]] = {}
    for entry in _entries():
        usage[_iri(entry)] = {**usage.get(_iri(entry), {}), **entry}
    found = {
        i.iri: _standard(i.name, i.kind, i.iri, _number_key(i) or i.iri, usage.get(i.iri, {}))
        for slug, i in _known().items()
        if slug not in left_out
    }
    for iri, entry in usage.items():
        if iri not in found:
            found[iri] = _standard(entry["name"], entry["kind"], None, iri, entry)
    for part, whole in parts.items():
        found[_known()[part].iri] = found[_known()[whole].iri]
    return found


def _standard(name: str, kind: str, iri: str | None, key: str, entry: dict[str, Any]) -> Standard:
    return Standard(
        key=key,
        name=name,
        kind=kind,
        instrument=iri,
        when=re.compile(entry["when"]) if "when" in entry else None,
        unless=re.compile(rf"[ -]*(?:{entry['unless']})") if "unless" in entry else None,
        certified=entry.get("certified", False),
        referred=entry.get("referred", True),
        spoken=entry.get("spoken", False),
        printed=entry.get("printed", False),
        building=entry.get("building", False),
        levels=re.compile(entry["levels"]) if "levels" in entry else None,
    )


def _number_key(instrument: Instrument) -> str | None:
    return next((s.key for identifier in instrument.identifiers for s in find_numbered(identifier)), None)


@cache
def parts_beside() -> dict[str, Standard]:
    """Return the standards of which others are part in a report that names both, by the keys of those parts."""
    found = standards()
    parts = _load("standard_usage.toml")["part_beside"]
    return {found[_known()[part].iri].key: found[_known()[whole].iri] for part, whole in parts.items()}


@cache
def _by_key() -> dict[str, Standard]:
    return {standard.key: standard for standard in standards().values()}


def standard_of(key: str) -> Standard | None:
    """Return the known standard with this key."""
    return _by_key().get(key)


@cache
def _called() -> dict[str, Standard]:
    found = standards()
    forms = ((form, entry) for entry in _entries() for form in (entry.get("name", ""), *entry.get("forms", ())))
    return {normalise(form): found[_iri(entry)] for form, entry in forms if " " in form}


def standard_called(name: str) -> Standard | None:
    """Return the known standard of which `name` is a name."""
    known = lookup(name)
    return (standards().get(known.iri) if known else None) or _called().get(normalise(name))


@cache
def _numbered(key: str) -> dict[str, Any]:
    entries = _load("certification_schemes.toml")["numbered"]
    return next((e for e in entries if key == NUMBER + e["key"]), {})


def levels_of(key: str) -> re.Pattern[str] | None:
    """Return the pattern of the grades of the scheme or numbered standard with this key."""
    standard, pattern = standard_of(key), _numbered(key).get("levels")
    return re.compile(pattern) if pattern else standard.levels if standard else None


def graded_building(key: str) -> bool:
    """Return whether the scheme with this key grades buildings."""
    standard = standard_of(key)
    return bool(standard and standard.building)


def must_be_spoken_of(key: str) -> bool:
    """Return whether the name alone, without the word certificate, is no certificate even where it is obtained."""
    standard = standard_of(key)
    return bool(_numbered(key).get("spoken") or (standard and standard.spoken))


@lru_cache(maxsize=4)
def _further(unknown: frozenset[str]) -> Spotter:
    """The names that our data files add, without those of the instruments `unknown`."""
    forms: list[Form] = []
    for entry in _entries():
        if _iri(entry) in unknown:
            continue
        bearer = Instrument(iri=_iri(entry), name="", kind=entry.get("kind", ""), is_law=False, topic="")
        graded = replace(bearer, iri=bearer.iri + _GRADED)
        forms += (Form(bearer, name, _script(name)) for name in entry.get("forms", ()))
        forms += (Form(bearer, name, Script.AMBIGUOUS) for name in entry.get("short", ()))
        forms += (Form(graded, name, _script(name)) for name in entry.get("graded", ()))
    return Spotter(tuple(forms))


_GRADED = "#graded"  # ends the IRI of a name that counts only beside a grade


def _script(name: str) -> Script:
    return Script.ACRONYM if " " not in name and (name.isupper() or name[-1].isdigit()) else Script.TITLE


def find_known(text: str) -> Iterator[Hit]:
    """Yield the known standards that `text` names, the longest name where two overlap, in the order of the text."""
    hits: list[Hit] = []
    for start, end, instrument in find_all(text):
        if standard := standards().get(instrument.iri):
            hits.append(Hit(start, end, standard))
    for start, end, bearer in _further(hidden()).find_all(text, None):
        standard = standards()[bearer.iri.removesuffix(_GRADED)]
        if standard.when and not standard.when.match(text, end):
            continue
        if not bearer.iri.endswith(_GRADED) or grade_beside(standard.levels, text, start, end):
            hits.append(Hit(start, end, standard))
    hits = [hit for hit in hits if not (hit.standard.unless and hit.standard.unless.match(text, hit.end))]
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    free = 0
    for hit in hits:
        if hit.start >= free:
            edition = _EDITION.match(text, hit.end) if _ISSUED_ANEW.search(text[hit.start : hit.end]) else None
            free = edition.end() if edition else hit.end
            yield replace(hit, end=free)


def grade_beside(levels: re.Pattern[str] | None, text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the grade that stands beside `text[start:end]`: after it, else before it."""
    if levels is None:
        return None
    line_end = text.find("\n", end)
    last = min(end + _AFTER, line_end if line_end >= 0 else len(text))
    first = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    after = levels.search(text, end, last)
    if after and not re.search(r"[.;]|\band\b", text[end : after.start()]):
        return after
    before = list(levels.finditer(text, first, start))
    return before[-1] if before and not re.search(r"[.;,]", text[before[-1].end() : start]) else None
