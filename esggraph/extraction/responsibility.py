"""What a body or post is responsible for: the topics that its duties name.

Topics are a closed vocabulary (`data/relation_topics.toml`), so that the same duty has the same name in every report. A duty
that names no topic of its own ("the specific work") takes those of the words before it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from esggraph.extraction.clauses import statement
from esggraph.extraction.frames import Frame
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives
from esggraph.extraction.subjects import established, subject
from esggraph.resources import PACKAGE

_MOST = 3  # topics of one duty; what comes later in a long enumeration is detail


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / "relation_topics.toml").read_text(encoding="utf-8"))


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(sources), re.IGNORECASE)) for name, sources in _data()["topics"].items())


@cache
def _duties() -> dict[str, re.Pattern[str]]:
    duty = _data()["duty"]
    return {
        # "responsible for …": a long enumeration may follow; "reviews …": only the object counts
        "active": re.compile(
            rf"\b(?:{alternatives(duty['strong'])}(?P<long>[^.;]{{4,160}})|{alternatives(duty['weak'])}(?P<short>[^.;]{{4,70}}))",
            re.IGNORECASE,
        ),
        # "… is overseen by ①", "… is the responsibility of ①"
        "passive": re.compile(
            rf"(?P<duty>[^.;{NO_SIGN}]{{4,120}}?)\b(?:{alternatives(duty['passive'])} by|the responsibility of|responsibility rests with) "
            rf"(?:[^.;,{NO_SIGN}]{{0,30}} )?(?P<by>{SIGN})",
            re.IGNORECASE,
        ),
        # "a framework for …, led by ① and composed of ②"
        "framework": re.compile(
            rf"(?P<duty>[^.;{NO_SIGN}]{{4,90}}\b(?:framework|system|structure|organi[sz]ation|mechanism)),? (?:which is )?"
            rf"(?:led by (?P<led>{SIGN}),? and )?(?:composed of|comprising|consisting of) (?P<for>{SIGN})",
            re.IGNORECASE,
        ),
        # "① as the highest body for …"
        "role": re.compile(
            rf"(?P<for>{SIGN}),? (?:as|is|are) (?:the |an? |our )[^.;,{NO_SIGN}]{{0,60}}?"
            r"\b(?:body|organ|unit|department|organi[sz]ation|institution|function|forum|bodies) (?:for|of|in|on) (?P<duty>[^.;,]{4,80})",
            re.IGNORECASE,
        ),
        # "set up ① to …"
        "purpose": re.compile(
            rf"(?P<for>{SIGN}),? (?P<was>(?:is|was|were|has been|have been) \w+(?: up)? )?(?:in order )?to (?P<duty>[a-z]+\b[^.;]{{4,110}})"
        ),
        "unnamed": re.compile(rf"\b{alternatives(duty['unnamed'])}\b", re.IGNORECASE),
    }


def topics_in(text: str) -> list[str]:
    """Return the topics that `text` names, in the order of the text, at most three."""
    found = sorted((m.start(), name) for name, pattern in _topics() if (m := pattern.search(text)))
    names = [name for _, name in found]
    vague = _data()["duty"]["vague"]
    return [name for name in names if name not in vague or len(names) == 1][:_MOST]


def responsibilities(frame: Frame) -> Iterator[Statement]:
    """Yield responsibleFor statements of `frame`."""
    patterns = _duties()
    for match in patterns["active"].finditer(frame.text):
        found = subject(frame, match.start())
        if found:
            duty = match["long"] or match["short"]
            yield from _for(frame, found.group, duty, 0.8 * found.confidence, frame.text[: match.start()])
    for match in patterns["passive"].finditer(frame.text):
        yield from _for(frame, frame.group(match["by"]), match["duty"], 0.75)
    for match in (*patterns["framework"].finditer(frame.text), *patterns["role"].finditer(frame.text)):
        for sign in (match["for"], match.groupdict().get("led")):
            if sign:
                yield from _for(frame, frame.group(sign), match["duty"], 0.75)
    for match in patterns["purpose"].finditer(frame.text):
        if match["was"] or established(frame, match.start()):
            yield from _for(frame, frame.group(match["for"]), match["duty"], 0.75)


def _for(frame: Frame, group: Group, duty: str, confidence: float, before: str = "") -> Iterator[Statement]:
    topics = topics_in(duty)
    for mention in group:
        for topic in topics or _supposed(frame, mention, duty, before):
            sure = confidence if topics else 0.8 * confidence
            yield statement(frame, mention, "responsibleFor", f"topic:{topic}", sure)


def _supposed(frame: Frame, mention: Mention, duty: str, before: str) -> list[str]:
    """Return the topic of a duty that names none: the body's own name says it, or the words before."""
    context = [mention.name]
    if _duties()["unnamed"].search(duty):
        context += [before, frame.setting.before, frame.setting.heading]
    return next((named for words in context if (named := topics_in(words))), [])[:1]
