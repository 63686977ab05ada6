"""Who stands on which of the three lines of defence.

A line is stated beside its number ("at the second line of defence, ①", "① forms the first line", "first line: ①") or by
its place in a list that names exactly three groups ("three lines of defence, namely ①, ② and ③").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from esggraph.extraction.defence_model import speaks_of_lines
from esggraph.extraction.mentions import Statement
from esggraph.extraction.relations.clauses import statement
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives, words
from esggraph.resources import load_data


@cache
def _data() -> dict[str, Any]:
    return load_data("relation_defence.toml")


@cache
def _line() -> re.Pattern[str]:
    ordinal, numeral = alternatives(_data()["ordinals"]), alternatives(_data()["numerals"])
    line = r"(?:line|level|layer|tier)s?(?:[ -]of[ -](?:defen[cs]e|control|protection))?|defen[cs]e(?: line)?"
    return re.compile(
        rf"\b(?:(?P<ordinal>{ordinal})[ -](?:{line})\b"
        rf"|(?:line|level)(?: of defen[cs]e)? (?P<numeral>{numeral})\b"
        rf"|(?:(?<=; )|(?<=, )|(?<=and )|(?<=\. ))the (?P<lone>{ordinal})(?= (?:is|are|consists|comprises|rests)\b)"
        rf"|(?:(?<=as )|(?<=on )|(?<=up )|(?<=form )|(?<=forms )|(?<=tute )|(?<=tutes )|(?<=are )|(?<=is ))"
        rf"(?:the )?(?P<short>{ordinal})(?=\s*(?:[,.;]|$|and\b)))",
        re.IGNORECASE,
    )


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    left, right = (alternatives(_data()["forms"][side]) for side in ("left", "right"))
    near = rf"[^.;{NO_SIGN}]"
    return (
        # "① forms the first line"
        re.compile(
            rf"({SIGN})(?:,? (?:who|which|that))?{near}{{0,50}}?[ ,(]{left}\b{near}{{0,25}}$"
            rf"|({SIGN}){near}{{0,60}} \((?:the )?$",
            re.I,
        ),
        # "first line: ①", "the first line, which consists of ①", "first line (①)"
        re.compile(
            rf"(?:[^.;:{NO_SIGN}]{{0,60}}?\b{right}\b{near}{{0,40}}?"
            rf"|\s*[:–(—-]\s*(?:[^.;:{NO_SIGN}]{{0,40}} )?)({SIGN})",
            re.I,
        ),
        # "At the first line, ①"
        re.compile(
            r"(?:^|[,;:•–.] ?|\b(?:and|while) )(?:at|as|in|on|within|for|under|from|with) (?:the |our |an? )?$",
            re.I,
        ),
        re.compile(rf"[^,;:.{NO_SIGN}]{{0,80}}[,:–] ?(?:[^,;:.{NO_SIGN}]{{0,40}} )?({SIGN})"),
    )


@cache
def _listing() -> re.Pattern[str]:
    listing = alternatives(words()["clause"]["listing"])
    return re.compile(
        rf"\b(?:three|3)[ -](?:lines?|levels?|layers?)(?:[ -]of[ -]defen[cs]e)?s?[^.;{NO_SIGN}]{{0,90}}?"
        rf"(?:\b{listing}|:)"
    )


def lines_of_defence(frame: Frame, *, in_context: bool = False) -> Iterator[Statement]:
    """Yield lineOfDefence statements of `frame`. `in_context`: the text just before spoke of lines of defence."""
    if not (in_context or speaks_of_lines(frame.text)):
        return
    marks = list(_line().finditer(frame.text))
    if not marks:
        yield from _listed(frame)
    left, right, fronted, after = _sides()
    for i, mark in enumerate(marks):
        before = frame.text[marks[i - 1].end() if i else 0 : mark.start()][-200:]
        behind = frame.text[mark.end() : marks[i + 1].start() if i + 1 < len(marks) else len(frame.text)][:300]
        if mark.group().isupper() and (found := _BEHIND_CAPITALS.match(behind)):
            sign, confidence = found.group(1), 0.85
        elif found := _APPOSED.search(before):
            sign, confidence = found.group(1) or found.group(2), 0.9
        elif fronted.search(before) and (found := after.match(behind)):
            sign, confidence = found.group(1), 0.92
        elif found := left.search(before):
            sign, confidence = found.group(1) or found.group(2), 0.9
        elif found := right.match(behind):
            sign, confidence = found.group(1), 0.9
        else:
            continue
        further = (
            _further(frame, frame.text.rindex(sign, 0, mark.end() + len(behind))) if behind[:1] in _LABELLED else ()
        )
        for mention in (*frame.group(sign), *further):
            yield statement(frame, mention, "lineOfDefence", f"line{_number(mark)}", confidence)


_LABELLED = frozenset(":–—")
# "THIRD LINE OF DEFENCE ① examines …"
_BEHIND_CAPITALS = re.compile(rf"\.?\s*(?:The |Our )?({SIGN})")
# "①, as the third line, reports to ②"
_APPOSED = re.compile(rf"({SIGN}),(?: as)? (?:the |our |its )$|({SIGN}), as $", re.IGNORECASE)
# "second line: ①, Legal and ② set limits": a member of the list that no participant was read from
_NEXT = re.compile(rf"(?:,? and|,)? (?:(?:the|our|and|[A-Z][\w&’-]*,?) ){{0,6}}({SIGN})|(?:,? and|,) ?({SIGN})")


def _further(frame: Frame, at: int) -> Group:
    """Return those that the list goes on with behind the sign at character `at`."""
    found: Group = ()
    while match := _NEXT.match(frame.text, at + 1):
        found += frame.group(match[1] or match[2])
        at = match.end() - 1
    return found


def _number(mark: re.Match[str]) -> int:
    word = mark["ordinal"] or mark["lone"] or mark["short"]
    return int(_data()["ordinals"][word.lower()] if word else _data()["numerals"][mark["numeral"].lower()])


def _listed(frame: Frame) -> Iterator[Statement]:
    """Yield the lines of a list of exactly three, in its order; a longer list does not say who stands where."""
    head = _listing().search(frame.text)
    if head is None:
        return
    groups = [frame.group(s) for s in re.findall(SIGN, frame.text[head.end() :])]
    if len(groups) == 1:
        groups = [(mention,) for mention in groups[0]]
    if len(groups) != 3:
        return
    for line, group in enumerate(groups, 1):
        for mention in group:
            yield statement(frame, mention, "lineOfDefence", f"line{line}", 0.85)
