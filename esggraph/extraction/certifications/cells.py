"""What the cells of a table of certificates say: held, planned, no longer held, or nothing.

The words are data (`data/certificate_tables.toml`).
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.resources import load_data

_STATUSES = {"held": "held", "pursuing": "pursuing", "expired": "expired", "none": ""}
_TITLE = 5  # words of a column's title
# "x = certificate in place", "△: in progress", "L = letter of conformance"
_LEGEND = re.compile(
    r"(?:^|(?<=[\s(,;]))(?P<sign>\([xXvV]\)|[^\w\s(),;]|[xv]|[A-Z]{1,2}|(?:19|20)\d\d)\s?[=:]\s?"
    r"(?P<meaning>[A-Za-z][a-z -]{2,40})"
)
# a line of its own that explains signs: "● certified ○ expected in 2027", "* audit planned"
_EXPLAINED = re.compile(r"(?P<sign>[^\w\s(),;.:–—-]|[¹²³⁴⁵])[ =:]{0,3}(?P<meaning>[A-Za-z][a-z -]{2,40})")
_NOTED = re.compile(r".*\w.*? ?(?P<sign>[*†‡§#¹²³⁴⁵])")
_GRADE = re.compile(
    r"(?:Pre-?)?[Cc]ertified|Platinum|Gold|Silver|Bronze|Diamond|Titanium|Outstanding|Excellent|Very Good"
    r"|[1-7](?:\.5)?[ -][Ss]tars?|(?:Level|Tier|Grade|Type|Class) (?:[1-5]|I{1,3}|IV|A{1,2}|B)\+?"
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
    if phrased := next((s for s, phrase in _phrases().items() if phrase.search(text)), None):
        return phrased
    return next((_STATUSES[s] for s in _meanings() if re.search(_words(s) + r"(?!\w)", text)), None)


def said_status(said: str) -> str | None:
    """Return the status that `said` tells by its first words; None where it begins otherwise."""
    said = re.sub(r"^[–—-] (?=\w)", "", said.strip(" .,:;()"))
    if phrased := next((s for s, phrase in _phrases().items() if phrase.match(said)), None):
        return phrased
    return next((_STATUSES[s] for s, told in _meanings().items() if told.match(said)), None) if said else None


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """The statuses with the phrases in small letters that tell them: "first audit scheduled"."""
    return {
        s: re.compile(rf"(?:[A-Za-z]?[a-z0-9][\w-]* ){{0,6}}?(?:{'|'.join(_data()[f'{s}_phrases'])})(?!\w)")
        for s in ("expired", "pursuing")
    }


def read_legend(text: str) -> dict[str, str]:
    """Return the statuses of the signs that `text` explains: "x = certified (x) = certification under way"."""
    told = [(m["sign"], status_in(m["meaning"])) for m in _LEGEND.finditer(text)]
    for line in text.split("\n"):
        if _EXPLAINED.match(line):
            told += [(m["sign"], status_in(m["meaning"])) for m in _EXPLAINED.finditer(line)]
    return {sign: status for sign, status in reversed(told) if status is not None}


def noted(cell: str, legend: dict[str, str]) -> str | None:
    """Return the status that a footnote tells of what stands in `cell`: "2027*", "Pre-certified¹"."""
    m = _NOTED.fullmatch(cell)
    return legend.get(m["sign"]) if m else None


def grade_in(cell: str) -> str:
    """Return the grade that is all that stands in `cell`, footnotes aside; "" for none."""
    m = re.fullmatch(rf"({_GRADE.pattern})[*†‡¹²³⁴⁵]?", cell)
    return m[1] if m else ""


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


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    return {role: re.compile("|".join(_data()[f"{role}_columns"]), re.I) for role in ("other", "standard", "holder")}


def column_role(title: str) -> str | None:
    """Return what a column with this title tells: "holder", "standard", "other"; None: it is no title of a column."""
    title = title.strip(" .:*")
    if len(title.split()) > _TITLE:
        return None
    return next((role for role, titled in _columns().items() if titled.fullmatch(title)), None)


@cache
def announcing() -> re.Pattern[str]:
    """Return the pattern of the headings over certificates that have not the word."""
    return re.compile(rf"(?:our )?(?:{'|'.join(_data()['announcing'])})(?: .{{0,30}})?", re.I)


@cache
def certified_numbers() -> frozenset[str]:
    """Return the numbers of standards that nobody names beside a site but for its certificate."""
    return frozenset(_data()["certified_numbers"])
