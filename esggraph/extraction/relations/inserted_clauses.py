"""Clauses and participles that stand between a subject and its verb and name somebody else.

"①, to which ② is accountable, updates ③": it is ① that updates.
"""

from __future__ import annotations

import re

from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import NO_SIGN, POST_SIGN, SIGN, Group

# "①, headed by ② and comprising ③"
_SECOND_PARTICIPLE = re.compile(
    rf"({SIGN})(?: \([^)]*\))?,? (?:(?:\w+ly )?"
    r"(?:(?:head|establish|constitut|form|creat|manag|support|assist|advis)ed|chaired|led|set up|overseen|run) "
    rf"[^.;{NO_SIGN}]{{0,30}}?(?:by|under|within)|consisting of|comprising|composed of|made up of|reporting to) "
    rf"[^.;{NO_SIGN}]{{0,30}}{SIGN}[^.;{NO_SIGN}]{{0,30}}?,? and (?:\w+ly )?$",
    re.IGNORECASE,
)
# "① is a committee of ② (comprising …)"
_PART_OF_ANOTHER = re.compile(
    rf"({SIGN})(?: \([^)]*\))?,? (?:(?:is |was |forms |as )?an? |(?<=, ))(?:[\w-]+ ){{0,4}}?"
    rf"(?:(?:sub-?)?committee|body|organ|unit|team|group|council|forum"
    rf"|department|function) (?:of|under|within) {SIGN},? (?:and )?(?:\w+ly )?$",
    re.IGNORECASE,
)
# the clauses that may stand between a subject and its verb and name somebody else
_CLAUSES = (
    # "①, to which ② is accountable, updates …"
    rf"({SIGN}),? (?:to|of|on|in|over|for|by) wh(?:ich|om) [^.;,]{{0,100}}, (?:\w+ly |also |then )?$",
    # "①, which is part of ② and gives a report …"
    rf"({SIGN}),? which (?:is|was|forms|sits|belongs|stands|comes)\b[^.;,{NO_SIGN}]{{0,60}}"
    rf"{SIGN} and (?:\w+ly |also )?$",
    # "①, a sub-committee of ②, reviews …", "①, herself a member of ②, reports …"
    rf"({SIGN}), (?:(?:him|her|it)self |also )?(?:an?|the|one of the) [^.;:,{NO_SIGN}]{{3,50}} of {SIGN},"
    r" (?:\w+ly |also )?$",
    # "① is the member of ② who does this and reports …"
    rf"({SIGN}),? (?:is|was) (?:an?|the|one of the) [^.;:,{NO_SIGN}]{{0,20}}members? of {SIGN} who"
    rf" [^.;{NO_SIGN}]{{0,120}}(?:,|\band) (?:\w+ly |also )?$",
    # "The task of ① is to report …", "It is the duty of ① to …"
    rf"\b(?:tasks?|dut(?:y|ies)|roles?|jobs?|mission|purpose|responsibilit(?:y|ies)|functions?|mandate) of ({SIGN})"
    rf"(?: (?:is|are|includes?|comprises?))?(?: also)?:? to (?:[^.;:]{{0,200}}(?:,|\band) (?:to )?)?(?:\w+ly )?$",
    # "The duties of ① include reviewing the plan and supervising …"
    rf"\b(?:tasks?|dut(?:y|ies)|roles?|responsibilit(?:y|ies)|functions?|mandate|remit) of ({SIGN})"
    r" (?:is|are|includes?|comprises?)(?: also)?:? (?:[^.;:]{0,200}(?:,|\band) )?(?:\w+ly )?$",
    # "①, whose members include ②, is chaired …"
    rf"({SIGN}),? whose members [^.;:{NO_SIGN}]{{0,40}}{SIGN}, (?:is |are )?(?:\w+ly |also )?$",
    # "①, whose head, ②, reports …": the head does
    rf"(?:\b(?:whose|its|their)|[’']s?) (?:head|chair\w*|leader|director|chief|lead),? [^.;,{NO_SIGN}]{{0,40}}"
    rf"({SIGN})\)?,? (?:\w+ly |also )?$",
)
# "① is led by ②, reporting …": the leader does
_LEADER = rf"\b(?:is|are) (?:\w+ly )?(?:co-)?(?:led|headed|run|managed|directed) by ({POST_SIGN}), (?:\w+ly )?$"
_BEHIND_CLAUSE = re.compile("|".join(_CLAUSES), re.IGNORECASE)
_BEHIND_LEADER = re.compile(_LEADER, re.IGNORECASE)
_REPORTING = re.compile(r"(?:reporting|answering)\b", re.IGNORECASE)


def before_clause(frame: Frame, at: int) -> Group:
    """Return the subject of a verb at character `at` that stands right behind a clause about somebody else."""
    before = frame.text[:at]
    match = _BEHIND_CLAUSE.search(before)
    if match is None and _REPORTING.match(frame.text, at):
        match = _BEHIND_LEADER.search(before)
    return frame.group(match[match.lastindex or 0]) if match else ()


def before_participle(frame: Frame, at: int) -> Group:
    """Return the noun of a participle at character `at` that follows another: "①, headed by ② and comprising ③"."""
    match = _SECOND_PARTICIPLE.search(frame.text[:at]) or _PART_OF_ANOTHER.search(frame.text[:at])
    return frame.group(match.group(1)) if match else ()
