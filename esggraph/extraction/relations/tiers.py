"""Which body stands on which tier of a structure that the report says has tiers.

Tiers are stated in a sentence ("a three-tier structure consisting of ①, ② and ③"; "① as the decision-making level"), or
by a chart's labels that stand in order under its title. "The highest body" alone is no tier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from esggraph.extraction.mentions import Statement
from esggraph.extraction.relations.clauses import statement
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives, words
from esggraph.resources import load_data

_BOARDS = ("board", "supervisory_board", "management")


@cache
def data() -> dict[str, Any]:
    """Return the wordings of tiers (`data/relation_tiers.toml`)."""
    return load_data("relation_tiers.toml")


@cache
def _numbered() -> re.Pattern[str]:
    d = data()
    number, tier = alternatives(d["numbers"]), alternatives(d["tiers"])
    listing = alternatives(words()["clause"]["listing"])
    return re.compile(
        rf"\b(?P<number>{number})[ -]{tier}\b[^.;{NO_SIGN}]{{0,140}}?"
        rf"(?:\b{listing}|:|–|\b(?:of|with|from)\b)[^.;,]{{0,60}}?(?={SIGN})",
        re.IGNORECASE,
    )


@cache
def _roles() -> re.Pattern[str]:
    role = alternatives(data()["roles"])
    tier = alternatives(data()["tiers"])
    return re.compile(rf"\b(?P<role>{role})(?: and \w+)?[ -]{tier}\b", re.IGNORECASE)


@cache
def _played() -> re.Pattern[str]:
    structure = alternatives(data()["structures"])
    top, below = alternatives(data()["order"]["top"]), alternatives(data()["order"]["below"])
    return re.compile(
        rf"\b{structure}\b[^.;{NO_SIGN}]{{0,40}}({SIGN}) (?:is |are )?{top}\b[^.;]{{0,200}}?({SIGN})"
        rf"[^.;]{{0,200}}?\b{below}\b",
        re.IGNORECASE,
    )


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(data()['subjects'])})\b", re.IGNORECASE)


def structure_name(text: str, default: str = "governance") -> str:
    """Return what the structure that `text` speaks of governs: "ESG" for "three-tier ESG governance structure"."""
    found = _subject().search(text)
    if not found:
        return default
    return found.group() if found.group().isupper() else found.group().lower()


def tiers(frame: Frame) -> Iterator[Statement]:
    """Yield inTier statements of `frame`."""
    found = list(_by_number(frame)) or list(_by_role(frame)) or list(_by_part(frame))
    yield from found


def _by_number(frame: Frame) -> Iterator[Statement]:
    """Yield the tiers of "a three-tier structure consisting of ①, ② and ③", where the counts agree."""
    for match in _numbered().finditer(frame.text):
        wanted = data()["numbers"][match["number"].lower()]
        rest = frame.text[match.end() :]
        clause = re.split(r"[.;]", rest, maxsplit=1)[0]
        signs = re.findall(SIGN, clause)
        groups: list[Group] = [frame.group(s) for s in signs]
        if groups and len(groups[0]) >= 2 and (wanted in (0, len(groups[0]))):
            groups = [(m,) for m in groups[0]]
        if len(groups) < 2 or wanted not in (0, len(groups)):
            continue
        if all(m.subkind in _BOARDS for group in groups for m in group):
            continue  # a two-tier board system: one body for the business, one for its supervision
        name = structure_name(match.group() + frame.text[max(0, match.start() - 60) : match.start()])
        yield from _ordered(frame, groups, name, 0.92)


def _by_role(frame: Frame) -> Iterator[Statement]:
    """Yield the tiers that are named by what they do: "the decision-making level (①), the execution level (②)"."""
    marks = list(_roles().finditer(frame.text))
    if len(marks) < 2:
        return
    placed: list[tuple[int, Group]] = []
    for i, mark in enumerate(marks):
        behind = frame.text[mark.end() : marks[i + 1].start() if i + 1 < len(marks) else len(frame.text)]
        before = frame.text[marks[i - 1].end() if i else 0 : mark.start()]
        found = re.match(
            rf"[^.;{NO_SIGN}]{{0,40}}?(?:[:(–,-]|\bis|\bare|\bconsists? of|\bcomprises|\bcomposed of)\s*({SIGN})",
            behind,
        )
        found = found or re.search(
            rf"({SIGN})[^.;,{NO_SIGN}]{{0,30}} (?:as|at|is|being|forms?|serv\w+ as|acts? as) (?:the )?$",
            before,
        )
        if found:
            placed.append((data()["roles"][mark["role"].lower()], frame.group(found.group(1))))
    steps = [step for step, _ in placed]
    if len(placed) == len(marks) and steps == sorted(set(steps)):
        yield from _ordered(frame, [group for _, group in placed], structure_name(frame.text), 0.85)


def _by_part(frame: Frame) -> Iterator[Statement]:
    """Yield the tiers of "a structure with ① taking charge, while ② and ③ undertake coordination and execution"."""
    if match := _played().search(frame.text):
        below = frame.group(match.group(2))
        name = structure_name(frame.text[max(0, match.start() - 60) : match.end()] + frame.setting.heading)
        yield from _ordered(frame, [frame.group(match.group(1)), *((m,) for m in below)], name, 0.85)


def _ordered(frame: Frame, groups: list[Group], name: str, confidence: float) -> Iterator[Statement]:
    for tier, group in enumerate(groups, 1):
        for mention in group:
            yield statement(frame, mention, "inTier", f"tier:{tier}", confidence, name)


# a heading that says nothing but what the chart below it is of: "2.3 Governance", "Governance of carbon neutrality"
_HEADING = re.compile(
    r"(?:[\d.]+\s+)?(?!the |our )(?:[\w&-]+ ){0,4}(?:governance|organi[sz]ation)"
    r"(?: of [\w ]{3,40}| chart| bodies| overview)?",
    re.IGNORECASE,
)


def is_chart_title(text: str) -> bool:
    """Return whether `text` is the heading or caption of a governance chart."""
    named = any(title in text.lower() for title in data()["chart"]["titles"])
    return len(text) < 90 and (named or _HEADING.fullmatch(text.strip()) is not None)
