"""The ways to print the name of a known instrument, and which instrument a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from esggraph.jurisdictions import split_nation
from esggraph.vocabulary.terms import Instrument, words

YEAR = re.compile(r",?[ :]?(?:of )?\(?\b((?:19|20)\d\d)\)?$")  # the year or edition that ends a name
CODE = re.compile(
    r"\b([A-Z]{2,5})((?: ?/ ?[A-Z]+)*)[ -]?(\d{3,6})(?:-(\d{1,2})(?!\d))?(?!\d)"
)  # "ISO/IEC 27001"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print an instrument's name."""

    instrument: Instrument
    printed: str
    complete: bool = True  # False: nation words or the year are left out
    acronym: bool = False
    ambiguous: bool = False


def title_forms(instrument: Instrument) -> Iterator[Form]:
    """Yield the names of `instrument`, and what is left of them without nation words and years."""
    for label in instrument.labels:
        bare, nation = split_nation(label)
        told_apart = nation is not None and label.endswith(
            ")"
        )  # "Companies Act (Japan)" is not how a text has it
        if not told_apart:
            yield Form(instrument, label)
        if nation:
            yield Form(instrument, bare, complete=False)
        if instrument.is_law and (undated := YEAR.sub("", bare)) != bare:
            yield Form(instrument, undated, complete=False)


def acronym_forms(instrument: Instrument) -> Iterator[Form]:
    """Yield the acronyms of `instrument`."""
    for acronym in instrument.acronyms:
        yield Form(instrument, acronym, acronym=True)
    for acronym in instrument.ambiguous_acronyms:
        yield Form(instrument, acronym, acronym=True, ambiguous=True)


def codes(text: str) -> Iterator[str]:
    """Yield the numbers of standards in `text`, without joint publishers: "ISO 27001" for "ISO/IEC 27001:2013"."""
    for publisher, _, number, part in CODE.findall(text):
        yield f"{publisher} {number}-{part}" if part else f"{publisher} {number}"


def code_of(instrument: Instrument) -> str | None:
    """Return the number of a numbered standard as `codes` gives it."""
    if instrument.is_law or not instrument.identifier or not CODE.fullmatch(instrument.identifier):
        return None
    return next(codes(instrument.identifier))


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
    return _only(f for f in forms if f.complete) or _only(
        f for f in forms if home and f.instrument.jurisdiction == home
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
