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

from esggraph.extraction.complements import COMPLEMENT
from esggraph.extraction.word_search import any_name
from esggraph.jurisdictions import nation_words
from esggraph.resources import load_data

_ACRONYM = r"(?: \([^()\n]{2,60}\))?"
# between the authority and the noun: what the rules are about
_TOPIC = (
    r"(?:(?!(?:and|or|the|a|an|of|in|on|for|to|with|by|from|as|at|its|their|our|all|other|any|relevant|applicable"
    r"|such|these|this|those|that|which|who|has|have|had|is|are|was|were|will|new|existing|current|latest|following"
    r"|provides?|sets?|issues?|gives?|offers?|recommends?|launch(?:es)?|adopts?|local|various|several|own"
    r"|also|under|not)\b|\w+ed\b(?<!based)(?<!related))[A-Za-z0-9][\w’'&/-]*(?: (?:and|&)(?= [a-z]))? )"
)
_SMALL_TOPIC = _TOPIC.replace("[A-Za-z0-9]", "[a-z0-9]")
_ABOUT = (
    r"(?: (?:(?:directed|aimed) at|addressed to|on|for|regarding|concerning|about|relating to|related to|regulating"
    rf"|governing|against) (?:the )?{COMPLEMENT})"
)
_ISSUED = (
    r"(?: (?:of|from)|,? (?:as )?(?:issued|published|released|drawn up|laid down|set(?: out| forth)?|established"
    r"|developed|provided|given|defined|adopted|recommended|promulgated|formulated) (?:by|in \d{4} by))(?: the)?"
)

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
    names = [*entry["names"], *(nation_words() if entry.get("nations") else ())]
    names += [n.replace("isation", "ization") for n in names]
    names += [n.replace("Labour", "Labor") for n in names]
    named = any_name(names, not_after=r"\w&/-")
    if "unit" in entry:
        named = rf"(?:{named}|(?<![\w&/-]){entry['unit']})"
    named += r"(?![\w&-])"
    bare = entry["bare"] or r"(?!)"
    nouns = rf"(?:(?P<bare>{bare})|(?P<noun>{_nouns_of(entry)}))"
    before = (
        rf"{named}{_ACRONYM}(?:[’']s?)? (?P<topic>{_TOPIC}{{0,6}}?)(?i:{nouns})(?![\w-])"
        rf"(?P<about>{_ABOUT})?(?P<years> 20\d\d ?[-–]? ?20\d\d)?"
    )
    behind = (
        rf"(?:\b[Tt]he (?P<topic>{_SMALL_TOPIC}{{1,5}}?))?(?<![\w-])(?i:{nouns})"
        rf"(?P<first>{_ABOUT})?{_ISSUED} {_NATION}{named}{_ACRONYM}(?![’']s)(?! [A-Z])(?P<about>{_ABOUT})?"
    )
    return _Authority(re.compile(named), re.compile(before), re.compile(behind), entry["kind"])


def _nouns_of(entry: dict[str, Any]) -> str:
    return "|".join(filter(None, (entry["bare"], entry["topical"])))


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(map(_nouns_of, _data()))})\b")


def authority_rules(text: str, start: int, end: int) -> Iterator[AuthorityRule]:
    """Yield the rules of authorities that the sentence `text[start:end]` names in lower case; they may overlap."""
    if not _nouns().search(text, start, end):
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
