"""Relations that a sentence states with a verb: patterns over frames, and the subject before the verb.

The patterns are data (`data/relation_patterns.toml`). One that names its left argument is complete; for the others the
left argument is the grammatical subject.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import ahocorasick

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.frames import Frame, enumeration
from esggraph.extraction.relations.lists import listed_with
from esggraph.extraction.relations.named_before import Subject
from esggraph.extraction.relations.references import POSSESSIVE, PRONOUN, left_out, referent
from esggraph.extraction.relations.subjects import main_subject, subject
from esggraph.extraction.signs import NO_BODY, NO_SIGN, POST_SIGN, SIGN, Group, alternatives, is_sign, words
from esggraph.resources import PACKAGE

_QUOTED = 700  # characters; a longer sentence is quoted around the arguments only
_KINDS = {"body": "bodies", "post": "posts"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of stating a relation; `data/relation_patterns.toml` explains the fields."""

    predicate: str
    regex: re.Pattern[str]
    swap: bool
    noun: bool
    about: str | None  # the left argument is what the "sentence" or that "before" is about, or it is "left out"
    left: str | None  # the kind that the left argument must be: "bodies" or "posts"
    right: str | None
    least: int  # the right argument names at least so many
    left_kinds: frozenset[str]  # the argument is of one of these subkinds; empty: of any
    right_kinds: frozenset[str]
    last: bool  # of the right argument's group only the last one is meant: "① and its committees"
    enumerated: str | None  # the argument, "left" or "right", that goes on after semicolons
    listed: bool  # the members' argument goes on with what stands in one list with it
    confidence: float


@cache
def macros() -> dict[str, str]:
    """Return the regular expressions that the names in angle brackets of the pattern files stand for."""
    nouns, clause = words()["nouns"], words()["clause"]
    right = rf"(?P<right>{SIGN})"
    return {
        "L": rf"(?P<left>{SIGN})(?![’']s\b|-\w)",
        "R": rf"{right}(?![’']s\b|-\w)",
        "Owner": rf"{right}(?!-\w)",
        "It": rf"(?P<right>{SIGN}|{PRONOUN})(?![’']s\b|-\w)",
        "Its": rf"(?P<left>{SIGN}(?=[’'])|{POSSESSIVE})(?:[’']s?)?",
        "G": SIGN,
        "Head": rf"(?P<head>{POST_SIGN})",
        "nosign": NO_SIGN,
        "nobody": NO_BODY,
        # "each committee", "the Board's committees", and the latter's last word
        "committees": rf"(?P<committees>\b(?:each|all|both|every|these|our|board|its|the)(?: of (?:these|the|our|its))?"
        rf"(?: board| standing| special\w*| independent)* committees?\b"
        rf"|{SIGN}[’']s?(?: standing| special\w*| various)* committees\b"
        r"|(?<=[’']s )committees\b)",
        "gap": rf"[^.;:{NO_SIGN}]{{0,60}}?",
        # what may stand between a verb and its object: no preposition that would make the sign another's
        "object": r"(?: (?:the establishment of|(?!(?:by|under|within|in|to|for|as|at|with|through|of)\b)"
        rf"[^\s.;,:{NO_SIGN}]+)){{0,6}}(?::|,? (?:namely|including|i\.e\.|which are)[,:]?)? ",
        "verb": alternatives(clause["finite_verbs"]),
        "stretch": rf"[^.;{NO_SIGN}]{{0,150}}?",
        "adv": r"(?:(?:[\w-]+ly|also|then|jointly|first|in turn|at least \w+ \w+|once \w+ \w+|back|up) ){0,3}",
        # when something is done: "quarterly", "every quarter", "at least once a year", "for approval"
        "when": r"(?:(?:[\w-]+ly|also|then|jointly|first|back|up|directly|on|an?|at|least|once|twice|each|every"
        r"|per|in|this|the|straight|regular|quarter|year|month|week|half-year|basis|annual|periodic|ongoing|meetings?"
        r"|times|three|four|two|as|when|necessary|appropriate|required|form|writing|turn|for|both|either|or|more|often"
        r"|needed|(?:review|approval|discussion)),? ){0,7}",
        # "(reported) to ②", "to and approved by ②"
        "to": r"to(?:,? and (?:\w+ly |then )?\w+ed by)?",
        # "a resolution of", after which the one who passed it is named
        "act": r" (?:an? |the )?(?:\w+ )?(?:resolution|decision|decree|mandate|order|approval|deliberation|authority)"
        r" (?:of|by|from)",
        "number": alternatives(words()["noun_phrase"]["numbers"]),
        "be": r"(?:is|are|was|were|be|been|being)",
        "chair": rf"(?:co-?)?{alternatives(nouns['chairs'])}",
        # a word or two of a title that the post's name leaves out
        "title": r"(?:(?!(?:of|by|and|from|in|with|to|for|on)\b)[\w’-]+ ){0,2}?",
        "dutynoun": rf"(?:[\w-]+ ){{0,3}}?{alternatives(nouns['duties'])}",
        # what is handed up, and what is raised with those above
        "paper": rf"\b(?:{'|'.join(nouns['papers'])})\b",
        "matter": rf"\b(?:{'|'.join(nouns['matters'])})\b",
        # objects before the one that is meant: "(monitors) internal control, the reporting process (and ①)"
        "nouns": rf"(?:(?!\b(?:{'|'.join(clause['no_object'])})\b)[^.;:{NO_SIGN}]){{3,140}}?",
        # what leaders do, after which the body follows; who is in the chair; what members do, before the body
        "leads": rf"(?:co-?)?{alternatives(nouns['leading'])}",
        "led": rf"(?:co-?)?{alternatives(nouns['led'])}",
        "inchair": rf"(?:co-?|interim |acting )?{alternatives(nouns['in_chair'])}",
        "sits": rf"(?:(?:must|shall|should|will|can|may) )?(?:{'|'.join(nouns['sitting'])})",
        # what members do where the body is "in which" or left out
        "seated": rf"(?:(?:also|all|both|each|regularly|together|currently|likewise) )*(?:{'|'.join(nouns['seated'])})",
        "person": r"(?-i:(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?(?:[A-Z][\w’.-]+,? ){1,5}(?:the |our |its )?)",
    }


def compiled(source: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern file's `source`, its macros written out, ignoring case."""
    named = macros()
    return re.compile(re.sub(r"<(\w+)>", lambda m: named.get(m[1], m[0]), source), re.IGNORECASE)


def _data(file: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / file).read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[Pattern, ...], ahocorasick.Automaton]:
    files = _data("relation_patterns.toml")["files"]
    patterns: list[Pattern] = []
    cues: dict[str, list[int]] = {}
    for entry in (entry for file in files for entry in _data(file)["pattern"]):
        for cue in entry["cues"]:
            cues.setdefault(cue.lower(), []).append(len(patterns))
        patterns.append(
            Pattern(
                entry["predicate"],
                compiled(entry["regex"]),
                entry.get("swap", False),
                entry.get("noun", False),
                entry.get("subject"),
                _KINDS.get(entry.get("left", "")),
                _KINDS.get(entry.get("right", "")),
                entry.get("least", 1),
                frozenset(entry.get("left_kinds", ())),
                frozenset(entry.get("right_kinds", ())),
                entry.get("last", False),
                entry.get("enumerated"),
                entry.get("listed", False),
                entry["confidence"],
            )
        )
    automaton = ahocorasick.Automaton()
    for cue, numbers in cues.items():
        automaton.add_word(cue, tuple(numbers))
    automaton.make_automaton()
    return tuple(patterns), automaton


def stated(frame: Frame) -> Iterator[Statement]:
    """Yield the relations that the verbs of `frame` state, and those that its noun phrases state."""
    for part, whole in frame.parts:
        yield from _between(frame, "subUnitOf", (part,), (whole,), 0.9, "bodies", "bodies")
        if part.subkind in _OF_PEOPLE and whole.kind == "posts" and whole.name.endswith("s"):
            yield statement(frame, part, "hasMember", whole, 0.8)  # "a committee of division heads"
    patterns, automaton = _patterns()
    for index in sorted({i for _, numbers in automaton.iter(frame.text.lower()) for i in numbers}):
        pattern = patterns[index]
        for match in pattern.regex.finditer(frame.text):
            yield from _matched(frame, pattern, match)


def _matched(frame: Frame, pattern: Pattern, match: re.Match[str]) -> Iterator[Statement]:
    named = match.groupdict()
    if _taken_back(match.group()) or (pattern.predicate == "hasMember" and _no_seat(frame.text, match.end())):
        return
    if named.get("left"):
        left: Subject | None = Subject(_argument(frame, pattern, match, "left"), 1.0)
    elif named.get("head"):
        left = Subject(_led(frame, frame.group(match["head"])), 1.0)
    elif named.get("committees"):
        left = Subject(frame.setting.committees, 0.9)
    elif pattern.about == "sentence":
        left = Subject(main_subject(frame, match.start()), 0.9)
    elif pattern.about == "left out":
        left = Subject(left_out(frame, match.start()), 0.9)
    elif pattern.about == "before":
        left = Subject(frame.setting.topic, 0.9)
    else:
        left = subject(frame, match.start(), adjacent=pattern.noun)
    if left is None or (left.guessed and pattern.predicate not in _DONE):
        return
    right = _right(frame, pattern, match, left.group)
    if pattern.listed and pattern.swap:
        left = replace(left, group=listed_with(frame, left.group))
    elif pattern.listed:
        right = listed_with(frame, right)
    if pattern.predicate == "reportsTo" and not pattern.swap:
        right += _further(frame, match.end("right"))
    left = _other_than(left, right)
    right = _of_kinds(right[-1:] if pattern.last else right, pattern.right_kinds)
    if len(right) < pattern.least:
        return
    left = replace(left, group=_of_kinds(left.group, pattern.left_kinds))
    if pattern.swap and pattern.predicate == "subUnitOf":
        parts = {part.start for part, _ in frame.parts}  # "② set up ① under ③" makes it the latter's
        right = tuple(m for m in right if m.start not in parts)
    if pattern.swap and pattern.predicate == "subUnitOf" and left.supposed and not left.spoken_of:
        return  # a list under a heading sets up what the company has, not what the heading's body has
    sides = (right, left.group) if pattern.swap else (left.group, right)
    kinds = (pattern.right, pattern.left) if pattern.swap else (pattern.left, pattern.right)
    for found in _between(frame, pattern.predicate, *sides, pattern.confidence * left.confidence, *kinds):
        yield found
        if (
            found.predicate == "hasMember"
            and isinstance(found.object, Mention)
            and is_part(found.object, found.subject)
        ):
            yield replace(found, subject=found.object, predicate="subUnitOf", object=found.subject)


def _other_than(left: Subject, right: Group) -> Subject:
    """Return `left`, or what else the pronoun can mean where it would mean the same as `right`."""
    keys = {m.key for m in right}
    for group in (left.group, *left.otherwise):
        if any(m.key not in keys for m in group):
            return replace(left, group=group, confidence=left.confidence * (1 if group is left.group else 0.9))
    return left


def _led(frame: Frame, posts: Group) -> Group:
    """Return the bodies that `posts` lead by their names: of "head of the Audit Committee", the committee."""
    by_phrase = {post.start: whole for post, whole in frame.parts if post.kind == "posts"}
    led = (by_phrase.get(m.start) or frame.setting.heads.get(m.key) for m in posts)
    return tuple(body for body in led if body)


def _of_kinds(group: Group, kinds: frozenset[str]) -> Group:
    return tuple(m for m in group if m.subkind in kinds) if kinds else group


def _further(frame: Frame, at: int) -> Group:
    """Return whom the verb also names behind character `at`: "(quarterly to ①) and annually to ②"."""
    found: Group = ()
    while match := _and_to().match(frame.text, at):
        found += frame.group(match["right"])
        at = match.end()
    return found


@cache
def _and_to() -> re.Pattern[str]:
    return compiled(
        r"[^.;<nosign>]{0,60}?(?:,|,? and|,? as well as|,? or)(?: <when>)?(?<= )"
        r"(?:(?:the |an? |its )?(?:\w+ly |annual |final |key |major |significant |regular |urgent |own )*"
        r"(?:reports?|reviews?|results?|updates?|summary|findings|cases?|matters) (?:for |(?=(?:in)?to )))?"
        r"(?:(?:in)?to )?"
        r"(?<=(?:to|or) )<R>"
    )


def _right(frame: Frame, pattern: Pattern, match: re.Match[str], left: Group) -> Group:
    """Return the right argument; of a pattern that names none it is the grammatical subject."""
    if "right" not in match.groupdict():
        found = subject(frame, match.start())
        return found.group if found else ()
    return _argument(frame, pattern, match, "right", left)


def _argument(frame: Frame, pattern: Pattern, match: re.Match[str], side: str, other: Group = ()) -> Group:
    if not is_sign(match[side]):
        seats = pattern.predicate in ("hasMember", "ledBy")
        return referent(frame, match[side], match.start(side), other, seats=seats)
    if pattern.enumerated == side:
        return enumeration(frame, match.start(side))
    return frame.group(match[side])


def _taken_back(text: str) -> bool:
    return not _negations().isdisjoint(text.lower().split())


def _no_seat(text: str, at: int) -> bool:
    """Return whether `text` denies a seat: "no ① is a member", or, behind character `at`, that it is a guest's."""
    return _NOBODY.search(text) is not None or _GUEST.match(text, at) is not None


@cache
def _negations() -> frozenset[str]:
    return frozenset(words()["clause"]["negations"])


def _between(
    frame: Frame,
    predicate: str,
    subjects: Group,
    objects: Group,
    confidence: float,
    subject_kind: str | None,
    object_kind: str | None,
) -> Iterator[Statement]:
    for s in subjects:
        for o in objects:
            leads = predicate == "hasMember" and heads_board(s, o)
            if (
                (s.kind, s.key) != (o.kind, o.key)
                and subject_kind in (None, s.kind)
                and object_kind in (None, o.kind)
                and plausible(s, predicate, o)
                and not (predicate == "hasMember" and leads_by_name(frame, o, s))
            ):
                yield statement(frame, s, "ledBy" if leads else predicate, o, confidence)


def leads_by_name(frame: Frame, post: Mention, body: Mention) -> bool:
    """Return whether `post` leads `body` by its name and so is no mere member: "Chairman of the Audit Committee"."""
    led = frame.setting.heads.get(post.key) if post.kind == "posts" else None
    return led is not None and led.key == body.key


def heads_board(body: Mention, member: Mention) -> bool:
    """Return whether `member`, listed as one of the board `body`, is the bare "Chairman", who leads it."""
    return body.subkind in _TOP and member.kind == "posts" and bool(_BARE_CHAIR.fullmatch(member.name))


def plausible(subject: Mention, predicate: str, object_: Mention) -> bool:
    """Return whether bodies of these kinds can stand so to each other.

    Nothing but the owners is above a board, and no one whom the board directs watches over its committees.
    """
    if predicate == "oversees" and object_.subkind == "board_committee" and subject.subkind in _DIRECTED:
        return False
    below = {"subUnitOf": subject, "reportsTo": subject, "oversees": object_, "hasMember": object_}.get(predicate)
    if below is None or below.subkind not in _TOP:
        return True
    above = object_ if below is subject else subject
    return above.subkind in _TOP and (below.subkind != "shareholders_meeting")


def is_part(member: Mention, body: Mention) -> bool:
    """Return whether `member` of `body` is a part of it, as a committee of a board is, and not a member only."""
    return member.subkind in _PARTS.get(body.subkind, ())


_NOBODY = re.compile(r"(?:^|[.:;] )(?:No|None|Neither)\b")
_GUEST = re.compile(r"[^.;]{0,40}\b(?:as (?:\w+ ){0,2}(?:guests?|observers?)|without (?:a )?vote)\b")
_BARE_CHAIR = re.compile(r"(?:(?:non-)?executive )?chair(?:man|woman|person)?(?: of the board.*)?", re.IGNORECASE)
_DONE = frozenset(("reportsTo", "oversees"))  # what only a participant does, and no "framework" or "process"
_TOP = frozenset(("shareholders_meeting", "supervisory_board", "board"))
_COMMITTEES = frozenset((*_TOP, "board_committee", "committee", "subcommittee"))
_OF_PEOPLE = frozenset(("committee", "subcommittee", "working_group"))
_UNITS = frozenset(("department", "office", "team"))
_DIRECTED = frozenset((*_UNITS, "management", "working_group"))
_PARTS = {
    **dict.fromkeys(("shareholders_meeting", "board", "board_committee", "committee"), _COMMITTEES),
    **dict.fromkeys(("department", "office"), _UNITS),
}


def statement(
    frame: Frame,
    subject: Mention,
    predicate: str,
    object_: Mention | str,
    confidence: float,
    structure: str | None = None,
) -> Statement:
    """Return the statement with its quote: the sentence, or of a very long one the stretch around the arguments."""
    start, end = frame.start, frame.end
    if end - start > _QUOTED:
        inside = [m for m in (subject, object_) if isinstance(m, Mention) and frame.start <= m.start < frame.end]
        start = max(frame.start, min((m.start for m in inside), default=frame.start) - 40)
        end = min(frame.end, max(start + _QUOTED // 2, max((m.end for m in inside), default=start) + 40))
    return Statement(
        subject=subject,
        predicate=predicate,
        object=object_,
        start=start,
        end=end,
        structure=structure,
        confidence=weighed(confidence, subject, object_),
    )
