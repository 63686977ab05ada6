"""Lists of participants in a frame of which some elements are no participants: "①, heads of business lines and ②"."""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.relations.noun_phrases import starts_clause
from esggraph.extraction.signs import Group, alternatives, clause_words, is_sign, words

_FAR = 90  # characters between two elements that were read
_LINK = re.compile(r",|\band\b|&|\bas well as\b|\bplus\b|\btogether with\b|\balong with\b", re.IGNORECASE)


def listed_with(frame: Frame, group: Group) -> Group:
    """Return `group`, one of the frame's, with what stands in one list with it."""
    if group not in frame.groups:
        return group
    runs: list[list[Group]] = []
    begin = end = 0
    for token, position in frame.tokens:
        if not is_sign(token):
            continue
        own_clause = starts_clause(frame.text[position + 1 : position + 60]) and _breaks().search(frame.text, 0, begin)
        if runs and _goes_on(frame.text[end:position]) and not own_clause:
            runs[-1].append(frame.group(token))
        else:
            runs.append([frame.group(token)])
            begin = position
        end = position + 1
    run = next((run for run in runs if group in run), [group])
    return tuple({(m.kind, m.key): m for part in run for m in part}.values())


def _goes_on(gap: str) -> bool:
    """Return whether `gap`, between two signs, is part of a list and no new clause."""
    if len(gap) > _FAR or _breaks().search(gap) or not _LINK.search(gap):
        return False
    last = gap.split()[-1:]
    return not last or last[0].lower() not in clause_words()["prepositions"]


@cache
def _breaks() -> re.Pattern[str]:
    """What a list has not: the end of a clause, or a clause of its own."""
    verbs = alternatives((*words()["clause"]["finite_verbs"], *words()["clause"]["relatives"]))
    return re.compile(
        rf"[.;:()]|\b(?:{verbs}|(?:sit|stand|belong|come|preside|chair)s?)\b|\b\w+(?:ed|ing) (?:by|to|under|with)\b",
        re.IGNORECASE,
    )
