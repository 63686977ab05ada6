"""Rules of authorities that are named in lower case: "the OECD's pricing guidelines", "guidelines of the WHO on …".

The authorities and the nouns of what they issue are data (`data/authority_rules.toml`). A noun that any document has
("guidance") needs what it is about, before it or behind it. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from esggraph.extraction.complements import ABOUT, ACRONYM, ISSUED, SMALL_TOPIC, TOPIC
from esggraph.extraction.word_search import any_name
from esggraph.jurisdictions import nation_words
from esggraph.resources import load_data

# no certain one
_ANY = re.compile(r"\b(?:an?|any|no|every|another|other|such|first|latest|most \w+|relevant|applicable) $")
_NATION = r"(?:(?:[A-Z][a-z]+|U\.?[SK]\.?) )?"


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """A rule of an authority where it is named."""

    name: str
    start: int
    end: int
    kind: str  # one of LAW_KINDS


@dataclass(frozen=True, slots=True)
class _Authority:
    named: re.Pattern[str]
    before: re.Pattern[str]  # the authority stands before the noun
    behind: re.Pattern[str]
    kind: str


@cache
def _data() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = load_data("authority_rules.toml")["authority"]
    return entries


@cache
def _authorities() -> tuple[_Authority, ...]:
    return tuple(_authority(entry) for entry in _data())


def _authority(entry: dict[str, Any]) -> _Authority:
    named = any_name(_names(entry), not_after=r"\w&/-")
    if "unit" in entry:
        named = rf"(?:{named}|(?<![\w&/-]){entry['unit']})"
    named += r"(?![\w&-])"
    nouns = _named_nouns(entry["bare"], entry)
    nouns_of = _named_nouns("|".join(filter(None, (entry["bare"], entry.get("behind")))), entry)
    before = (
        rf"{named}{ACRONYM}(?:[’']s?)? (?P<topic>{TOPIC}{{0,6}}?)(?i:{nouns})(?![\w-])"
        rf"(?P<about>{ABOUT})?(?P<years> 20\d\d ?[-–]? ?20\d\d)?"
    )
    behind = (
        rf"(?:\b[Tt]he (?P<topic>{SMALL_TOPIC}{{1,5}}?))?(?<![\w-])(?i:{nouns_of})"
        rf"(?P<first>{ABOUT})?{ISSUED} {_NATION}{named}{ACRONYM}(?![’']s)(?! [A-Z])(?P<about>{ABOUT})?"
    )
    return _Authority(re.compile(named), re.compile(before), re.compile(behind), entry["kind"])


def _names(entry: dict[str, Any]) -> list[str]:
    names = [*entry["names"], *(nation_words() if entry.get("nations") else ())]
    names += [n.replace("isation", "ization") for n in names]
    return names + [n.replace("Labour", "Labor") for n in names]


@cache
def _any_authority() -> re.Pattern[str]:
    """A word of the name of any authority, as it can be found quickly."""
    units = ("Ministry", "Department", "Agency", "Authority", "Bureau", "Inspectorate", "Office")
    return re.compile(any_name({name.split()[0] for entry in _data() for name in _names(entry)} | set(units)))


def _named_nouns(bare: str, entry: dict[str, Any]) -> str:
    return rf"(?:(?P<bare>{bare or '(?!)'})|(?P<noun>{_nouns_of(entry)}))"


def _nouns_of(entry: dict[str, Any]) -> str:
    return "|".join(filter(None, (entry["bare"], entry.get("behind"), entry["topical"])))


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(map(_nouns_of, _data()))})\b")


def authority_rules(text: str, start: int, end: int) -> Iterator[AuthorityRule]:
    """Yield the rules of authorities that the sentence `text[start:end]` names in lower case; they may overlap."""
    if not (_any_authority().search(text, start, end) and _nouns().search(text, start, end)):
        return
    for authority in _authorities():
        if not authority.named.search(text, start, end):
            continue
        for pattern in (authority.before, authority.behind):
            for m in pattern.finditer(text, start, end):
                told = m["bare"] or m["topic"] or m["about"] or m.groupdict().get("first")
                capital = (m["bare"] or m["noun"]).split()[-1][0].isupper()
                opens = pattern is authority.behind and m.start() == start
                title = capital and not opens and not (pattern is authority.before and m["about"])
                if told and not title and not _ANY.search(text, start, m.start()):
                    first = m.start() + len(re.match(r"(?:[Tt]he )?", m[0])[0])  # type: ignore[index]
                    yield AuthorityRule(text[first : m.end()], first, m.end(), authority.kind)
