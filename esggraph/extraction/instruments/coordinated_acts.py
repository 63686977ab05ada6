"""Acts whose names share a noun: "the Companies and Labour Acts", "the International Covenants on A and on B".

Each is an act of its own, with its name written out. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from esggraph.extraction.instruments.plain_titles import PlainTitle
from esggraph.extraction.instruments.title_words import heads, title_words
from esggraph.jurisdictions import nation_words
from esggraph.resources import load_data
from esggraph.vocabulary import lookup

_DOCUMENT = 2.0  # how surely a noun names a document by itself
_REACH = 170  # characters before the noun
_WORD = r"(?!(?:Acts|Laws|Ordinances|Conventions|Directives|Regulations)\b)[A-Z][\w’'&/-]{1,30}"
_UNIT = rf"{_WORD}(?: (?:(?:of|for|in|to|at) (?:the )?)?{_WORD}){{0,4}}"
_SPLIT = re.compile(r",? and (?:the )?|, (?:the )?")
_SUBJECT = rf"{_WORD}(?:(?:,? (?:and|of|for|in|the|to))* {_WORD}){{0,6}}?"
_BEHIND = re.compile(rf" on (?:the )?(?P<first>{_SUBJECT})(?:, on (?:the )?(?P<more>{_SUBJECT}))?,? and on (?:the )?")
_LAST = re.compile(
    rf"{_WORD}(?:, {_WORD}){{1,3}},? and {_WORD}(?: {_WORD}){{0,3}}"  # "Economic, Social and Cultural Rights"
    rf"|{_WORD}(?:(?: (?:and|of|for|in|the|to))* {_WORD}){{0,6}}"
)
_FRONT = re.compile(r"(?:International|European|Federal|National|ILO|UN) $")


@cache
def _data() -> dict[str, Any]:
    return load_data("coordinated_acts.toml")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<noun>{'|'.join(_data()['nouns'])})\b")


@cache
def _listed() -> re.Pattern[str]:
    """The names before their common noun; "and" may stand in the first if it joins what always goes together."""
    pairs = "|".join(name.title().replace(" And ", " and ") for name in _data()["pairs"]["names"])
    first = rf"(?:(?P<pair>{pairs})(?: {_WORD}){{0,3}}|{_UNIT})"
    return re.compile(
        rf"(?<!\w)(?P<all>(?P<the>[Tt]he )?{first}(?:, (?:the )?{_UNIT}){{0,4}},? and (?:the )?{_UNIT}) $"
    )


def coordinated_acts(text: str) -> Iterator[PlainTitle]:
    """Yield the acts in `text` that share their noun with others."""
    for m in _noun().finditer(text):
        entry = _data()["nouns"][m["noun"]]
        if found := list(_behind(text, m, entry)) or list(_before(text, m, entry)):
            yield from found


def _behind(text: str, m: re.Match[str], entry: dict[str, Any]) -> Iterator[PlainTitle]:
    """Yield the acts that subjects behind the noun `m` tell apart, each with "on" before it."""
    subjects = _BEHIND.match(text, m.end())
    last = _LAST.match(text, subjects.end()) if subjects else None
    if not subjects or not last:
        return
    front = _FRONT.search(text, max(0, m.start() - 20), m.start())
    start = front.start() if front else m.start()
    noun = f"{front[0] if front else ''}{entry['one']} on"
    spans = [(start, subjects.end("first"), subjects["first"])]
    if subjects["more"]:
        spans.append((*subjects.span("more"), subjects["more"]))
    spans.append((last.start(), last.end(), last[0]))
    for a, b, subject in spans:
        yield PlainTitle(f"{noun} {subject}", a, b, entry["kind"], outside=True)


def _before(text: str, m: re.Match[str], entry: dict[str, Any]) -> Iterator[PlainTitle]:
    """Yield the acts that are named before their common noun `m`."""
    before = _listed().search(text, max(0, m.start() - _REACH), m.start())
    if not before or text[: before.start()].endswith((" and ", " & ") if before["the"] else (" and ", " & ", ", ")):
        return
    start = before.end("the") if before["the"] else before.start("all")
    named: list[tuple[int, int]] = []
    at, articles = start, [bool(before["the"])]
    first = before.end("pair") if before["pair"] else start
    for joint in _SPLIT.finditer(text, first, before.end("all")):
        named.append((at, joint.start()))
        articles.append(joint[0].endswith("the "))
        at = joint.end()
    named.append((at, before.end("all")))
    if entry.get("articles") and not all(articles):
        return
    names = [text[a:b] for a, b in named]
    pair = " and ".join(names[-2:])
    if pair.lower() in _data()["pairs"]["names"] or lookup(f"{pair} {entry['one']}") or not all(map(_names, names)):
        return
    for (a, b), name in zip(named, names, strict=True):
        end = m.end() if b == named[-1][1] else b
        yield PlainTitle(f"{name} {entry['one']}", a, end, entry["kind"], outside=True)


def _names(words: str) -> bool:
    """Return whether `words` are more than a nation's name and words that tell no act apart."""
    plain = title_words().generic | title_words().starters
    if lookup(words) or any((head := heads().get((w.lower(),))) and head.document >= _DOCUMENT for w in words.split()):
        return False  # it has a noun of its own: "the Universal Declaration of Human Rights and the … Conventions"
    return any(w not in plain and w not in nation_words() for w in words.split())
