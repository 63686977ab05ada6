"""Who sits in a body: "consists of", "comprises", "is a member of", and the fields of a body's description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.relations.clauses import heads_board, is_part, leads_by_name, plausible, statement
from esggraph.extraction.relations.frames import Frame, enumeration
from esggraph.extraction.relations.noun_phrases import starts_clause
from esggraph.extraction.relations.references import referent
from esggraph.extraction.relations.subjects import subject
from esggraph.extraction.signs import SIGN, Group, alternatives, is_sign, words
from esggraph.resources import load_data

# "directors of ①" are the people of a department, but the members of one of these are not those of the list
_COMMITTEES = frozenset(("board", "supervisory_board", "board_committee", "committee", "subcommittee"))
_BRACKETS = re.compile(r"\([^()]*\)")
_FAR = 120  # characters between the verb and the first member


@cache
def forms() -> dict[str, Any]:
    """Return the wordings of membership (`data/relation_membership.toml`)."""
    return load_data("relation_membership.toml")


@cache
def _verb() -> re.Pattern[str]:
    f = forms()
    are, members = "|".join(f["of_members"]), r"(?:members|participants|membership|composition)"
    named = rf"(?:,? (?:{are})\b| ?[:–—])"
    return re.compile(
        rf"\b(?:(?P<participle>{'|'.join(f['participles'])})|(?P<verb>{'|'.join(f['verbs'])}))\b"
        rf"|\b{members} (?:of|in|on) (?P<body>{SIGN}){named}"
        rf"|(?P<owner>{SIGN})(?:[’']s?)? (?:\w+ )?{members}{named}"
        rf"|^(?P<its>(?:{'|'.join(f['its_members'])}) (?:{are}))\b",
        re.IGNORECASE,
    )


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(
        rf"(?-i:(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\.(?!,? (?:[a-z(]|& )))|;"
        rf"|\bto (?!the\b|our\b|its\b|{SIGN})|(?<!of )\b{alternatives(forms()['stops'])}\b",
        re.IGNORECASE,
    )


@cache
def _chair() -> re.Pattern[str]:
    chair = rf"(?:co-?)?{alternatives(words()['nouns']['chairs'])}"
    return re.compile(
        rf",? ?(?:\((?:as )?(?:the |its )?{chair}\)"
        rf"|(?:as|acting as|serving as|being) (?:the |its )?{chair}\b(?! and (?:\w+ )?members))",
        re.IGNORECASE,
    )


def says_chair(after: str) -> bool:
    """Return whether `after`, the text behind a member, says that it leads: "(Chair)", "as chairperson"."""
    return bool(_chair().match(after))


# "the CFO and the CRO are guests"; "the CRO as permanent invitee", said of the last only
_GUEST = re.compile(
    r"(?:[^;.,:]*?\b(?:as|is)|[^;.:]*?\b(?:are|attends?(?: as)?|participates? as|takes? part as)) (?:[\w-]+ ){0,2}?"
    r"(?:guests?|invit\w+|observers?|non-voting)\b",
    re.IGNORECASE,
)


def is_guest(after: str) -> bool:
    """Return whether `after`, the text behind a name, says that those named are no members but guests."""
    return bool(_GUEST.match(after))


def memberships(frame: Frame) -> Iterator[Statement]:
    """Yield hasMember, and ledBy and subUnitOf where the members' list says so, for the verbs of `frame`."""
    for match in _verb().finditer(frame.text):
        if sign := match["body"] or match["owner"]:
            whole, sure = frame.group(sign), 0.9
        elif match["its"]:
            whole, sure = referent(frame, "its", match.start()), 0.85
        else:
            found = subject(frame, match.start(), adjacent=bool(match["participle"]))
            if found is None or found.guessed:
                continue
            whole, sure = found.group, found.confidence
        bodies: Group = tuple(m for m in whole if m.kind == "bodies") or _body_before(frame, match.start())
        if not bodies:
            continue
        for listed in _members(frame, match.end(), attached=bool(match["participle"])):
            for body in bodies:
                for member in listed.group:
                    if (member.kind, member.key) != (body.kind, body.key):
                        yield from _membership(frame, body, member, sure * listed.confidence, listed)


def _body_before(frame: Frame, at: int) -> Group:
    """Return the bodies of the last sign before character `at` that has any: "①, chaired by ②, with members …"."""
    for sign in re.findall(SIGN, frame.text[:at])[::-1]:
        if bodies := tuple(m for m in frame.group(sign) if m.kind == "bodies"):
            return bodies
    return ()


class _Listed(NamedTuple):
    """A group in a list of members."""

    group: Group
    confidence: float
    leads: bool = False
    itself: bool = True  # not only people of it: "members of the Executive Committee"


def _members(frame: Frame, at: int, *, attached: bool) -> Iterator[_Listed]:
    """Yield the groups of members listed from character `at` on.

    `attached`: the list hangs on a noun ("consisting of"), so that a verb behind it is that noun's.
    """
    # what stands in brackets ends no list: "two directors (one of whom is ①) and ②"
    stop = _stop().search(_BRACKETS.sub(lambda m: "(" + "x" * (len(m.group()) - 2) + ")", frame.text), at)
    end = stop.start() if stop else len(frame.text)
    tokens = frame.tokens
    first = True
    for i, (token, position) in enumerate(tokens):
        if position < at or not is_sign(token):
            continue
        if position >= end or (first and position - at > _FAR):
            return
        after = frame.text[position + 1 : position + 60]
        if (
            not attached
            and not after.startswith(",")
            and starts_clause(after)
            and tokens[i - 1][0] in (",", "and")
            and frame.text[at:position].strip(" ,")
        ):
            return
        if (
            first
            and ":" in frame.text[at:position]
            and len(listed := enumeration(frame, position)) > len(frame.group(token))
        ):
            # "three entities: ①, which …; ②, which …"
            yield _Listed(listed, 0.92)
            return
        if is_guest(frame.text[position + 1 :]):
            first = False
            continue
        confidence = 0.92 if first and not frame.text[at:position].strip() else as_member(tokens, i, frame.group(token))
        first = False
        if confidence:
            itself = tokens[i - 1][0] not in ("of", "from") or not frame.text[at:position].strip()
            yield _Listed(frame.group(token), confidence, says_chair(after), itself)


def as_member(tokens: list[tuple[str, int]], i: int, group: Group) -> float:
    """Return how sure it is that `group`, whose sign is token `i` of a list of members, is a member; 0 for no."""
    before = tokens[i - 1][0] if i else ""
    if before == "as" and i > 1 and tokens[i - 2][0] == "such":
        return 0.88
    if before == "for" and i > 1 and tokens[i - 2][0] == "except":
        return 0.88
    if before in ("of", "from"):
        nouns = {word for word, _ in tokens[max(0, i - 4) : i - 1]}
        if "whom" in nouns or (before == "of" and tokens[i - 2][0] in _QUANTITIES):
            return 0.9
        if "members" in nouns and not any(m.subkind in _BOARDS for m in group):
            return 0.75
        if nouns & set(forms()["people"]) and not any(m.subkind in _COMMITTEES for m in group):
            return 0.75
        return 0.0 if before == "of" else 0.75
    if before == "with":
        return 0.0 if any(m.kind == "bodies" for m in group) else 0.85
    return 0.0 if before in _ELSEWHERE else 0.92


_BOARDS = frozenset(("board", "supervisory_board", "shareholders_meeting"))
_QUANTITIES = frozenset(
    ("number", "numbers", "mix", "combination", "majority", "total", "selection", "mixture", "range", "pair", "half")
)
_ELSEWHERE = frozenset(("as", "by", "to", "under", "within", "in", "on", "at", "through", "for"))


def _membership(
    frame: Frame, body: Mention, member: Mention, confidence: float, listed: _Listed
) -> Iterator[Statement]:
    if listed.leads or heads_board(body, member):
        yield statement(frame, body, "ledBy", member, confidence)
        return
    if not plausible(body, "hasMember", member) or leads_by_name(frame, member, body):
        return
    yield statement(frame, body, "hasMember", member, confidence)
    if listed.itself and is_part(member, body):
        yield statement(frame, member, "subUnitOf", body, confidence * 0.95)
