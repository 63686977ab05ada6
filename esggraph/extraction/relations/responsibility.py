"""What a body or post is responsible for: the topics that its duties name.

Topics are a closed vocabulary (`data/relation_topics.toml`), so that the same duty has the same name in every report. A
duty that names no topic of its own ("the specific work") takes those of the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.relations.clauses import statement
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.relations.positions import established, token_at
from esggraph.extraction.relations.subjects import subject
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives
from esggraph.resources import load_data

_MOST = 3  # topics of one duty; what comes later in a long enumeration is detail


@cache
def _data() -> dict[str, Any]:
    return load_data("relation_topics.toml")


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(sources), re.IGNORECASE)) for name, sources in _data()["topics"].items())


@cache
def _duties() -> dict[str, re.Pattern[str]]:
    duty = _data()["duty"]
    few = rf"[^.;,{NO_SIGN}]{{0,60}}?"
    return {
        # "responsible for …": a long enumeration may follow; "reviews …": only the object counts
        "strong": re.compile(rf"\b{alternatives(duty['strong'])}(?P<duty>[^.;]{{4,160}})", re.IGNORECASE),
        "weak": re.compile(rf"\b{alternatives(duty['weak'])}(?P<duty>[^.;]{{4,70}})", re.IGNORECASE),
        # "① as the highest body for …"
        "role": re.compile(
            rf"(?P<who>{SIGN}),? (?:as|is|are) (?:the |an? |our )?{few}\b{alternatives(duty['roles'])} "
            r"(?:for|of|in|on) (?P<duty>[^.;,]{4,80})",
            re.IGNORECASE,
        ),
        # "set up ① to …", "① was set up to …"
        "purpose": re.compile(
            rf"(?P<who>{SIGN}),? (?P<was>(?:is|was|were|has been|have been) \w+(?: up)? )?(?:in order )?to "
            r"(?P<duty>[a-z]+\b[^.;]{4,110})"
        ),
        # behind the duty: "… is overseen by ①", "… is the responsibility of ①"
        "passive": re.compile(
            rf"\b(?:{alternatives(duty['passive'])} by|the responsibility of) "
            rf"(?:[^.;,{NO_SIGN}]{{0,30}} )?(?P<who>{SIGN})",
            re.IGNORECASE,
        ),
        # "a framework for …, led by ① and composed of ②"
        "framework": re.compile(
            rf"\b{alternatives(duty['frameworks'])},? (?:which is )?(?:led by (?P<lead>{SIGN}),? and )?"
            rf"(?:composed of|comprising|consisting of) (?P<who>{SIGN})",
            re.IGNORECASE,
        ),
        "unnamed": re.compile(rf"\b{alternatives(duty['unnamed'])}\b", re.IGNORECASE),
    }


_CLAUSE = re.compile(rf"[^.;{NO_SIGN}]*$")


def topics_in(text: str) -> list[str]:
    """Return the topics that `text` names, in the order of the text, at most three."""
    found = sorted((m.start(), name) for name, pattern in _topics() if (m := pattern.search(text)))
    names = [name for _, name in found]
    vague = _data()["duty"]["vague"]
    return [name for name in names if name not in vague or len(names) == 1][:_MOST]


def responsibilities(frame: Frame) -> Iterator[Statement]:
    """Yield responsibleFor statements of `frame`."""
    patterns = _duties()
    for name in ("strong", "weak"):
        for match in patterns[name].finditer(frame.text):
            if found := subject(frame, match.start()):
                before = frame.text[: match.start()]
                yield from _for(frame, found.group, match["duty"], 0.8 * found.confidence, before)
    for match in patterns["role"].finditer(frame.text):
        yield from _for(frame, frame.group(match["who"]), match["duty"], 0.75)
    for match in patterns["purpose"].finditer(frame.text):
        if match["was"] or established(frame, token_at(frame, match.start())):
            yield from _for(frame, frame.group(match["who"]), match["duty"], 0.75)
    for name in ("passive", "framework"):
        for match in patterns[name].finditer(frame.text):
            duty = _CLAUSE.search(frame.text[max(0, match.start() - 120) : match.start()])
            for sign in filter(None, (match["who"], match.groupdict().get("lead"))):
                yield from _for(frame, frame.group(sign), duty.group() if duty else "", 0.75)


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
