"""Instruments named by number: "ISO/IEC 27001:2013", "Regulation (EU) 2016/679"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STANDARD = re.compile(r"\b([A-Z]{2,5})((?: ?/ ?[A-Z]+)*)[ -]?(\d{3,6})(?:-(\d{1,2})(?!\d))?(?!\d)")
_ACT = re.compile(
    r"\b(Regulation|Directive|Decision)[ \n](?:\(?(?:EU|EC|EEC)\)?[ \n])?([Nn]o\.? ?)?(\d{1,4})/(\d{1,4})\b"
    r"(?:/(?:EU|EC|EEC)\b)?"
)
_LETTER = {"Regulation": "R", "Directive": "L", "Decision": "D"}
_CELEX = re.compile(r"CELEX:3(\d{4})([RLD])0*(\d+)")


def standard_codes(text: str) -> Iterator[str]:
    """Yield the numbers of standards in `text`, without joint publishers and editions: "ISO 27001", "ISO 14064-1"."""
    for publisher, _, number, part in _STANDARD.findall(text):
        yield f"{publisher} {number}-{part}" if part else f"{publisher} {number}"


def eu_acts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the acts of the EU that `text` names by number: where, and the code that `code_of` gives the identifier.

    The year stands first ("2016/679", "95/46/EC"), in regulations before 2015 last ("No 1907/2006").
    """
    for match in _ACT.finditer(text):
        kind, no, first, second = match.groups()
        year, number = first, second
        if no or not (len(first) == 2 or 1950 <= int(first) < 2100):
            year, number = second, first
        if len(year) == 2:
            year = "19" + year
        yield match.start(), match.end(), f"{year} {_LETTER[kind]} {number}"


def code_of(identifier: str) -> str | None:
    """Return what `standard_codes` or `eu_acts` finds where a text has the number `identifier`; None for other numbers.

    >>> code_of("ISO/IEC 27001"), code_of("CELEX:32016R0679"), code_of("Cap. 622")
    ('ISO 27001', '2016 R 679', None)
    """
    if act := _CELEX.fullmatch(identifier):
        return " ".join(act.groups())
    return next(standard_codes(identifier)) if _STANDARD.fullmatch(identifier) else None
