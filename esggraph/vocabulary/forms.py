"""The ways to print the name of a known instrument, and which instrument a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from esggraph.jurisdictions import split_nation
from esggraph.names import normalise
from esggraph.vocabulary.numbers import code_of
from esggraph.vocabulary.terms import Instrument, words

YEAR = re.compile(r",?[ :]?(?:of )?\(?\b((?:19|20)\d\d)\)?$")  # the year or edition that ends a name
_ASIDE = re.compile(r"\s*\((?:[^()]*\)$|[\"“'‘]?[A-Z][A-Z\d&/-]{1,9}s?[\"”'’]?\))")


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
    """Return the form in which two ways to print one title are equal.

    A parenthesis at the end, or with an acronym, is no part of the title: "(Cap. 486)", "(GRI)"; "(Privacy)" is.
    """
    while (shorter := _ASIDE.sub("", title).strip()) != title:
        title = shorter
    return normalise(title.replace("(", " ").replace(")", " "))


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
    return _only(f for f in forms if home and f.instrument.jurisdiction == home) or _only(
        f for f in forms if f.complete
    )


def _only(forms: Iterable[Form]) -> Instrument | None:
    bearers = {f.instrument.iri: f.instrument for f in forms}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _year_tells(instrument: Instrument) -> bool:
    """Tell whether another year than the instrument's means another act: the Data Protection Acts of 1998 and 2018."""
    return (
        instrument.is_law
        and instrument.year is not None
        and instrument.jurisdiction in words("year_in_title")
    )
