"""Is a standard certified here, or only referred to: decided by the words around its name (`data/certification_cues.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from esggraph.resources import PACKAGE


@dataclass(frozen=True, slots=True)
class Judgement:
    """A certificate's status, one of CERTIFICATION_STATUSES, and how sure its frame is."""

    status: str
    confidence: float


@cache
def cues(name: str) -> tuple[str, ...]:
    """Return the list `name` of the cue file."""
    data = tomllib.loads((PACKAGE / "data" / "certification_cues.toml").read_text(encoding="utf-8"))
    return tuple(data[name])


@cache
def _pattern(name: str, before: str = r"\b", after: str = r"\b", limit: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(cues(name))}){after}{limit}", re.I)


# words that start a statement of their own: what stands behind them is said of something else
_BREAK = r"(?!(?:is|are|was|were|which|that|who|has|have|had|we|it|requires?|provides?|to|by|but|while|where|through)\b)"


@cache
def _noun_right() -> re.Pattern[str]:
    nouns, not_after = "|".join(cues("nouns")), "|".join(cues("not_after_noun"))
    return re.compile(
        rf"\W{{0,4}}(?:{_BREAK}[\w'’&/®+.-]+[ ,)]+){{0,6}}?[(“\"]?(?:{nouns})\b(?!\s+(?:{not_after})\b)", re.I
    )


@cache
def _noun_left() -> re.Pattern[str]:
    verbs = r"is|are|was|were|which|who|has|have|follows?|compl(?:y|ies)|refers?|adopt\w*|based"
    return re.compile(
        rf"\b(?:{'|'.join(cues('nouns'))})\b(?!\s+(?:bod|public))(?:(?!\b(?:{verbs})\b|[.;] )[^\n]){{0,110}}$",
        re.I,
    )


@cache
def _getting_left() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cues('getting'))})\b(?:\W+[\w'’&/®+-]+){{0,9}}\W*$", re.I)


def judge(left: str, right: str) -> Judgement | None:
    """Return the judgement on a standard's name between `left` and `right`, the rest of its sentence; None: no certificate."""
    near_left, near_right = left[-200:], right[:120]
    if _pattern("people").search(left[-90:]) or _pattern("people").match(right[:60].lstrip()):
        return None
    if _pattern("others").search(near_left) or _pattern("others").search(right[:60]):
        return None
    noun_right = _noun_right().match(right)
    noun_left = _noun_left().search(near_left)
    getting = _getting_left().search(left[-140:])
    if not (noun_right or noun_left or getting):
        return None
    referring = _pattern("referring", limit=r"[^.;,]{0,45}$").search(near_left)
    if referring and not noun_left and not (noun_right and getting):
        stated = noun_right and re.search(r"certif|accredit", noun_right[0], re.I)
        if not stated or re.match(r"\W*(?:certification )?(?:requirements|standards)", right, re.I):
            return None
    if _pattern("expired").search(near_right):
        return Judgement("expired", 0.8)
    if _planned(near_left, near_right):
        return Judgement("pursuing", 0.7)
    sure = bool(noun_right or noun_left) and bool(
        getting or re.search(r"certified", left[-110:] + right[:50], re.I)
    )
    return Judgement("held", 0.95 if sure else 0.85 if noun_right or noun_left else 0.75)


def _planned(left: str, right: str) -> bool:
    cue = None
    for cue in _pattern("pursuing").finditer(left[-130:]):
        pass
    if cue and not re.search(
        r"\b(?:obtained|acquired|achieved|received|passed|earned|attained|gained|held|maintained|was|were|been|awarded|has|have)\b",
        left[-130:][cue.end() :],
        re.I,
    ):
        return True
    return bool(
        re.search(
            r"^[^.;]{0,60}\b(?:is|are|being) (?:planned|under way|underway|in progress|expected|scheduled)\b",
            right,
            re.I,
        )
    )
