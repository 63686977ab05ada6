"""The clauses of a sentence about certificates: each with its own holder, though the verb may stand in the first only.

"Example Mill is certified to ISO 9001; Sample Plant holds ISO 14001", "Example Tower has LEED Gold and Sample House
BREEAM Excellent". Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re

_STOP = re.compile(r"[;‖](?![^()]*\))\s*")  # not one in brackets
_WORD = r"[A-Z0-9][\w&'’.-]*"
# "and the Rome office ", ", while Example Plant holds ", " and Sampleton to "
_GAPPED = re.compile(
    rf"[^,;.()]{{0,25}}(?:\([^()]*\))?(?:,|;)?(?: |^)(?:and|while|whereas|but) (?:the |our |its )?"
    rf"(?P<name>(?:(?:plants?|sites?|offices?|factor(?:y|ies)) (?:in|at|of) )?{_WORD}"
    rf"(?: (?:(?:of|de|in|at|and|&) )?{_WORD}){{0,5}}"
    r"(?: (?:plants?|sites?|offices?|factor(?:y|ies)|buildings?|towers?|campus|mills?|mines?|headquarters|facility"
    r"|refiner(?:y|ies)|laborator(?:y|ies)|data cent(?:re|er)s?|warehouses?|hotels?|hospitals?))?)"
    r"(?: (?:to|with|for|under|against|by|has|have|holds?|held|is certified to|was certified to))? ?(?:the )?$"
)
_RESPECTIVELY = re.compile(r"[^.;]{0,60}?,? respectively\b")


def clause_at(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Return the span of the clause of text[start:end], a sentence, that holds `at`: semicolons part the clauses."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= at:
            return first, stop.start()
        first = stop.end()
    return first, end


def gapped_holder(between: str) -> str | None:
    """Return who holds the second of two certificates with `between` between them, if it has the verb of the first."""
    m = _GAPPED.fullmatch(between)
    return m["name"] if m else None


def each_its_own(right: str) -> bool:
    """Return whether `right`, behind several certificates, says that each is the one of the holders in their order."""
    return _RESPECTIVELY.match(right) is not None
