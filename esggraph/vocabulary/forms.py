"""The ways to print the name of a known instrument, and which instrument a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from esggraph.jurisdictions import split_nation
from esggraph.names import initials, normalise
from esggraph.vocabulary.numbers import code_of
from esggraph.vocabulary.terms import Instrument, words

YEAR = re.compile(r",?[ :]?(?:of )?\(?\b((?:19|20)\d\d)\)?$")  # the year or edition that ends a name
_ASIDE = re.compile(r"\s*\((?:[^()]*\)$|[\"“'‘]?[A-Z][A-Z\d&/-]{1,9}s?[\"”'’]?\))")
_SPELT_OUT = re.compile(r"\b([A-Z]{2,8}) \(([^()]+)\)")  # "OECD (Organisation for Economic …)"


class Script(StrEnum):
    """How a form is compared with a text."""

    TITLE = "title"
    ACRONYM = "acronym"  # with its case
    AMBIGUOUS = "ambiguous acronym"  # and only in a text that has another name of the instrument
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print an instrument's name."""

    instrument: Instrument
    printed: str
    script: Script = Script.TITLE
    complete: bool = True  # False: nation words or the year are left out


def forms_of(instrument: Instrument) -> Iterator[Form]:
    """Yield the ways to print the name of `instrument`: titles, also without nation words and years, and acronyms.

    Numbers come as the identifier has them: "ISO/IEC 27001".
    """
    for label in instrument.labels:
        bare, nation = split_nation(label)
        if nation is None or not label.endswith(")"):  # no text has "Companies Act (Japan)"
            yield Form(instrument, label)
        undated = YEAR.sub("", bare) if instrument.is_law else bare
        for short in {bare, undated} - {label}:
            if " " in short:  # the one word left of "UK GDPR" or "Made in China 2025" is no title
                yield Form(instrument, short, complete=False)
    for acronym in instrument.acronyms:
        yield Form(instrument, acronym, Script.ACRONYM)
    for acronym in instrument.ambiguous_acronyms:
        yield Form(instrument, acronym, Script.AMBIGUOUS)
    for identifier in instrument.identifiers:
        if code_of(identifier):
            yield Form(instrument, identifier, Script.NUMBER)


def title_key(title: str) -> str:
    """Return the form in which two ways to print one title are equal."""
    return normalise(re.sub(r"[()]", " ", without_asides(title)))


def without_asides(title: str) -> str:
    """Return `title` without the parentheses that are no part of it.

    These are one at the end, "(Cap. 486)", and one of an acronym or its words, "(GRI)"; "(Privacy)" in "Personal Data
    (Privacy) Ordinance" stays.
    """
    title = _SPELT_OUT.sub(lambda m: m[1] if initials(m[2]) == m[1] else m[0], title)
    while (shorter := _ASIDE.sub("", title).strip()) != title:
        title = shorter
    return title


def meant(
    forms: Iterable[Form], jurisdiction: str | None, nation: str | None = None, year: int | None = None
) -> Instrument | None:
    """Return the one instrument that a name means which has `forms`, or None.

    `nation` and `year` are those printed with the name, `jurisdiction` the one where it was used.
    """
    forms = [f for f in forms if nation in (None, f.instrument.jurisdiction)]
    if year:
        dated = [f for f in forms if f.instrument.is_law and f.instrument.year == year]
        if same := _only(dated):
            return same
        forms = dated or [f for f in forms if not _year_tells(f.instrument)]
    home = nation or jurisdiction
    at_home = _only(f for f in forms if home and f.instrument.jurisdiction == home)
    anywhere = _only(f for f in forms if f.complete)
    if at_home and anywhere and at_home != anywhere:
        return None  # "Cybersecurity Law" in a Vietnamese report: its own, or China's, which is best known by this name
    return at_home or anywhere


def _only(forms: Iterable[Form]) -> Instrument | None:
    bearers = {f.instrument.iri: f.instrument for f in forms}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _year_tells(instrument: Instrument) -> bool:
    """Tell whether another year than the instrument's means another act: the Data Protection Acts of 1998 and 2018."""
    return instrument.is_law and instrument.year is not None and instrument.jurisdiction in words("year_in_title")
