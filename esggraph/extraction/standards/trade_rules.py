"""Rules of trade and professional bodies that are named in lower case: "the guidelines of the Toy Makers Association".

The module standard_codes reads their capitalised titles. The bodies and the nouns of what they issue are data
(`data/trade_rules.toml`). Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.complements import ABOUT, ISSUED, SMALL_TOPIC
from esggraph.resources import load_data

_WORD = r"(?!(?:The|This|Our|Its|Their|An?|In|We)\b)[A-Z][\w’&-]*"
_PHRASE = rf"{_WORD}(?:,? (?:(?:of|for|in|and|on|the|&) ){{0,2}}{_WORD}){{0,9}}"
_BRACKET = r"(?: \([^()\n]{2,90}\))?"
_ANY = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Nn]o|[Ee]very|[Oo]ther|[Oo]ur|[Ii]ts|[Tt]heir) (?:[a-z-]+ )?$")


@dataclass(frozen=True, slots=True)
class TradeRule:
    """A rule of a trade or professional body where it is named."""

    name: str
    start: int
    end: int
    owner: str  # its acronym where that is told; "" where the rule is one of several, about something
    aliases: tuple[str, ...]  # the body and its acronym with the noun: "EXA guidelines"


def _data(name: str) -> str:
    values: list[str] = load_data("trade_rules.toml")[name]
    return "|".join(values)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The body before what it issues, and behind it."""
    named = rf"(?=[^\n.;:()]{{0,90}}?\b(?:{_data('bodies')})(?!\w)){_PHRASE}"
    owner = rf"(?P<owner>(?:{_data('known')})(?![\w-])|{named})(?P<bracket>{_BRACKET})"
    noun = rf"(?P<noun>{_data('nouns')})(?![\w-])"
    before = re.compile(rf"(?<![\w-]){owner}(?:[’']s?)? (?P<topic>{SMALL_TOPIC}{{0,4}}?){noun}(?P<about>{ABOUT})?")
    called = rf"(?:(?:[a-z-]+ ){{0,4}}(?:{_data('kinds')}) )?"
    behind = re.compile(
        rf"(?:\b[Tt]he (?P<topic>{SMALL_TOPIC}{{1,5}}?))?(?<![\w-]){noun}(?P<first>{ABOUT})?{ISSUED}"
        rf" {called}{owner}(?P<about>{ABOUT})?"
    )
    return before, behind


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_data(name)})(?!\w)")


def find_trade_rules(text: str, start: int, end: int) -> Iterator[TradeRule]:
    """Yield what the sentence `text[start:end]` names of the rules of trade and professional bodies."""
    if not _any("nouns").search(text, start, end) or not any(
        _any(name).search(text, start, end) for name in ("bodies", "known")
    ):
        return
    for pattern in _patterns():
        for m in pattern.finditer(text, start, end):
            first = m.start() + (4 if m[0].lower().startswith("the ") else 0)
            if _is_outsiders(m) and not _ANY.search(text, start, m.start()):
                acronym = re.fullmatch(r" \(([A-Z][\w&-]{1,9})\)", m["bracket"])
                called = (m["owner"], acronym[1] if acronym else "")
                aliases = tuple(f"{name} {m['noun']}" for name in called if name)
                owner = "" if m["topic"] or m["about"] or m.groupdict().get("first") else called[1] or called[0]
                yield TradeRule(text[first : m.end()], first, m.end(), owner, aliases)


def _is_outsiders(m: re.Match[str]) -> bool:
    owner = m["owner"]
    if _any("never").search(owner):
        return _any("assurance").search(m[0]) is not None
    return _any("known").match(owner) is not None or _any("bodies").search(owner) is not None
