"""What the cells of a table of certificates say: held, planned, no longer held, or nothing.

The words are data (`data/certificate_tables.toml`).
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.resources import load_data

_STATUSES = {"held": "held", "pursuing": "pursuing", "expired": "expired", "none": ""}
# "x = certificate in place", "△: in progress"
_LEGEND = re.compile(
    r"(?:^|(?<=[\s(,;]))(?P<sign>\([xXvV]\)|[^\w\s(),;]|[xXvVoOYN])\s?[=:]\s?(?P<meaning>[A-Za-z][a-z -]{2,40})"
)


@cache
def _data() -> dict[str, list[str]]:
    return load_data("certificate_tables.toml")


@cache
def _meanings() -> dict[str, re.Pattern[str]]:
    """The statuses with the cells that tell them, in the order in which they are tried."""
    return {
        status: re.compile(rf"(?:{'|'.join([*_data().get(f'{status}_signs', ()), _words(status)])})(?!\w)")
        for status in ("expired", "none", "pursuing", "held")
    }


def _words(status: str) -> str:
    return rf"(?i:\b(?:{'|'.join(_data()[f'{status}_words'])}))"


@cache
def cell_pattern() -> str:
    """Return a regular expression, without groups of its own, for one cell of a table of certificates."""
    signs = "|".join(s for status in ("pursuing", "held", "none") for s in _data()[f"{status}_signs"])
    words = "|".join(sorted((w for status in _STATUSES for w in _data()[f"{status}_words"]), key=len, reverse=True))
    tail = r"(?:[,;] [^|●○✓✔√–—\n]{3,60}?)?"  # "lapsed, recertification audit in October"
    return rf"(?:{signs}|(?i:(?:{words})(?!\w)){tail})"


def status_of(cell: str, legend: dict[str, str]) -> str | None:
    """Return the status that a cell tells, one of CERTIFICATION_STATUSES, "" for none at all, None if it says nothing.

    `legend`: what the table itself says of its signs, as `read_legend` gives it.
    """
    if cell in legend:
        return legend[cell]
    return next((_STATUSES[status] for status, said in _meanings().items() if said.match(cell)), None)


def status_in(text: str) -> str | None:
    """Return the status that words in `text` tell, which may say more than that; None where there are none."""
    return next((_STATUSES[s] for s in _meanings() if re.search(_words(s) + r"(?!\w)", text)), None)


def read_legend(text: str) -> dict[str, str]:
    """Return the statuses of the signs that `text` explains: "x = certified (x) = certification under way"."""
    told = ((m["sign"], status_in(m["meaning"])) for m in _LEGEND.finditer(text))
    return {sign: status for sign, status in told if status is not None}


@cache
def table_head() -> re.Pattern[str]:
    """Return the pattern of the words with which tables of certificates begin: "Site", "Location"."""
    return re.compile(rf"(?i:(?:{'|'.join(_data()['heads'])})(?!\w))")


@cache
def field() -> re.Pattern[str]:
    """Return the pattern of a label that says what certificates are about: "Health and safety"."""
    word = rf"(?:{'|'.join(_data()['fields'])})"
    return re.compile(rf"{word}(?:[ ,/-]+{word})*", re.I)


@cache
def remark() -> re.Pattern[str]:
    """Return the pattern of what ends a holder's name in a row: dates and remarks."""
    return re.compile(rf"[ ,;(]+(?i:{'|'.join(_data()['remarks'])})$")
