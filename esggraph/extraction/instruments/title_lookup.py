"""Which known instrument a title is: by its name, its number, its acronym, words in lower case that belong to it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from esggraph.extraction.complements import COMPLEMENT
from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.titles import Title
from esggraph.resources import load_data
from esggraph.vocabulary import Instrument, lookup

_ABOUT = re.compile(rf" (?:on|concerning|against|governing) (?:the )?{COMPLEMENT}")
_JOINED = re.compile(r"([a-z])([A-Z])")  # "ConflictAffected": a hyphen that the end of a line took
_OPENERS = frozenset(("the", "of", "and", "with", "to", "by", "in", "under", "a", "an", "our", "its"))
ACT_NUMBER = re.compile(r"\d[\d.,]*/\d+")


def restored(title: Title, left: str, country: str | None) -> Title:
    """Return `title` with the word before it whose capital letter was lost: "the EU's general Data Act"."""
    small = re.search(r"\b([a-z]+) $", left)
    if not small or small[1] in _OPENERS:
        return title
    name = f"{small[1]} {title.name}"
    if lookup(title.name, country) or not lookup(name, country):
        return title
    return replace(title, name=name, start=title.start - len(small[0]))


def completed(title: Title, right: str, country: str | None) -> Title:
    """Return `title` with its complement where that stands in lower case: "Guiding Principles on business and …"."""
    complement = re.match(r" (?:on|for|of|concerning|against) [a-z]\w*(?:,? [a-z]\w*){0,8}", right)
    words = complement[0].split(" ") if complement else []
    for n in range(len(words), 2, -1):
        added = " ".join(words[:n])
        if lookup(title.name + added, country):
            return replace(title, name=title.name + added, end=title.end + len(added))
    about = _ABOUT.match(right) if named_in(title.name) else None
    return replace(title, aliases=(*title.aliases, title.name + about[0])) if about else title


def known_as(title: Title, country: str | None) -> Instrument | None:
    """Return the known instrument that a title is."""
    number = ACT_NUMBER.search(title.name)
    if number and title.head.form in ("Regulation", "Directive"):
        # "European Regulation 2020/852"
        names = (title.name, f"{title.head.form} (EU) {number[0]}", f"{title.head.form} {number[0]}/EU")
        return next((act for name in names if (act := lookup(name)) and act.is_law), None)
    forms = (title.name, with_acronyms(title.name), _JOINED.sub(r"\1-\2", title.name))
    known = next((known for form in forms if (known := lookup(form, country))), None)
    if known:
        return known
    acronym = next((a for a in title.aliases if a.isupper()), None)
    if acronym and (known := lookup(acronym, country)) and known.jurisdiction in (country, "EU", "INT"):
        return known
    return None


@cache
def _acronyms() -> tuple[dict[str, str], re.Pattern[str]]:
    data = load_data("issuer_acronyms.toml")
    table = {name: acronym for acronym, names in data.items() for name in names}
    forms = (
        re.escape(n).replace("\\ ", "[ -]").replace("isation", "i[sz]ation").replace("labour", "labou?r") for n in table
    )
    return table, re.compile(r"\b(?:" + "|".join(forms) + r")(?!\w)", re.I)


def with_acronyms(name: str) -> str:
    """Return `name` with the acronyms of the issuers that it names in full."""
    table, pattern = _acronyms()

    def acronym(m: re.Match[str]) -> str:
        plain = m[0].lower().replace("-", " ").replace("ization", "isation").replace("labor ", "labour ")
        return table[plain]

    return pattern.sub(acronym, name)
