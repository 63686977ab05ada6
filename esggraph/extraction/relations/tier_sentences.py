"""Tiers that a run of sentences states one by one: "At the top is ①. The second tier is ②. At the third level, ③ …".

The sentences must count from 1 on without a gap, by ordinals or by the parts that tiers play ("the decision-making
level"), and each must name who stands there, right behind the tier's name or as what is it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.tiers import data, structure_name
from esggraph.extraction.signs import Group, alternatives

_FAR = 700  # characters from one tier to the next
_BEFORE = 160  # characters before the first tier that may say what the tiers are of
_BEHIND = 60  # characters between a tier's name and who stands there
_FEWEST = 3
_JOINT = re.compile(r"(?: \([^()]*\))?(?:,|/|,? and|,? &|,? together with) (?:the |our )?")
_IS = re.compile(
    r"(?: \([^()]{1,60}\))?,? (?:which |who )?(?:is|are|forms?|constitutes?|represents?|makes? up|(?:acts?|serves?) as"
    r"|as|(?:is |are )?(?:at|on|in)|(?:sits?|stands?|works?|operates?) (?:at|on|in)) (?:the |our )?$"
)
# between a tier's name and a participant that does not stand on it
_ELSEWHERE = re.compile(r"[.;\n•]|\b(?:by|to|under|reports?|(?<!consists )(?<!consist )(?<!composed )(?<!up )of)\b")

Step = tuple[int, re.Match[str], Group]


@cache
def _mark() -> re.Pattern[str]:
    d = data()
    tier, ordinal, role = alternatives(d["tiers"]), alternatives(d["ordinals"]), alternatives(d["roles"])
    return re.compile(
        rf"\b(?:(?P<ordinal>{ordinal})(?: (?:\w+ )?{tier}| is| stands?| sits?)"
        rf"|(?P<role>{role})(?: and \w+)?[ -]{tier})\b"
        r"(?! of (?:defen[cs]e|control|assurance))",
        re.IGNORECASE,
    )


def tier_sentences(text: str, participants: list[Mention]) -> Iterator[Statement]:
    """Yield inTier statements of sentences that go through the tiers of a structure.

    `text`: that of the Doc; `participants`: its bodies and posts, sorted by start.
    """
    starts = [m.start for m in participants]
    run: list[Step] = []
    for mark in _mark().finditer(text):
        number = _number(mark)
        if run and mark.start() - run[-1][1].end() >= _FAR:
            yield from _stated(text, run)
            run = []
        if number != len(run) + 1 or not (group := _who(text, mark, participants, starts)):
            continue
        run.append((number, mark, group))
    yield from _stated(text, run)


def _number(mark: re.Match[str]) -> int:
    if mark["ordinal"]:
        return int(data()["ordinals"][mark["ordinal"].lower()])
    return int(data()["roles"][mark["role"].lower()])


def _who(text: str, mark: re.Match[str], participants: list[Mention], starts: list[int]) -> Group:
    """Return who stands on the tier: what the sentence names first behind its name, or calls by it."""
    last = bisect_right(starts, mark.start()) - 1
    if last >= 0 and _IS.fullmatch(text, participants[last].end, mark.start()):
        return (participants[last],)
    at = mark.end()
    found: list[Mention] = []
    while True:
        i = bisect_left(starts, at)
        first = participants[i] if i < len(participants) else None
        if first is None or first.anaphor:
            return tuple(found)
        gap = text[at : first.start]
        if found and not _JOINT.fullmatch(gap):
            return tuple(found)
        if not found and (len(gap) > _BEHIND or _ELSEWHERE.search(gap)):
            return ()
        found.append(max((m for m in participants[i : i + 3] if m.start == first.start), key=lambda m: m.end))
        at = found[-1].end


def _stated(text: str, run: list[Step]) -> Iterator[Statement]:
    if len(run) < _FEWEST or len({m.key for *_, group in run for m in group}) < _FEWEST:
        return
    first = run[0][1]
    name = structure_name(text[max(0, first.start() - _BEFORE) : first.start()], "ESG")
    for number, mark, group in run:
        for m in group:
            yield Statement(
                subject=m,
                predicate="inTier",
                object=f"tier:{number}",
                start=min(mark.start(), m.start),
                end=max(mark.end(), group[-1].end),
                structure=name,
                confidence=weighed(0.85, m),
            )
