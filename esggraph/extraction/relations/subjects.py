"""Who does it: the group that a verb's subject names, found by walking back from the verb.

English puts the subject in one of a few places, and each shows directly before the verb: the group itself ("①
reports to ②"), a relative pronoun ("①, which reports to ②"), a participle's noun ("①, reporting to ②"), a pronoun
("it reports to ②"), or a conjunction of verbs ("① does this and reports to ②"). Everything else is somebody else's
doing: None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from esggraph.extraction.relations.adverbials import before_time
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.relations.inserted_clauses import before_clause, before_participle
from esggraph.extraction.relations.named_before import Subject, all_of_them, that_officer, the_latter, two_before
from esggraph.extraction.relations.positions import (
    BULLETS,
    bracket,
    enumerated,
    established,
    governed,
    item_number,
    members_of,
    opens,
    token_at,
    with_another,
    with_phrase,
)
from esggraph.extraction.relations.pronouns import SEVERAL, agreeing
from esggraph.extraction.relations.units_so_called import units_so_called
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, clause_words, is_sign, words

_REACH = 25  # words behind a verb in which a habit may show: "will report … every quarter"


_CLAUSE_BEFORE = frozenset((",", ";", "and", "but"))


@dataclass(slots=True)
class _Before:
    """What stands between a verb and the token `i` before it that is no auxiliary, adverb or conjunction."""

    i: int
    negated: bool = False
    planned: bool = False
    habit: bool = False
    finite: bool = False
    infinitive: bool = False
    coordinated: bool = False
    comma: bool = False
    relative: bool = False


# "One tier below stands ①.", "The highest body is ①.", "Decisions are taken by ①."
_COMES_LAST = re.compile(
    rf"[^.;{NO_SIGN}]{{3,120}}\b(?:is|sits|stands|comes|follows|(?:is|are) (?:taken|made|performed|carried out|handled)"
    rf"(?:, [^,.;{NO_SIGN}]{{0,40}},)? by) (?P<body>{SIGN})\.?$",
    re.IGNORECASE,
)


def subject(frame: Frame, at: int, *, adjacent: bool = False) -> Subject | None:
    """Return the subject of the verb at character `at` of `frame.text`, None where it is none of the frame's groups.

    `adjacent`: the verb form attaches to the noun before it ("consisting of", "chaired by"), also when that noun is
    an object. A negated verb has no subject here, nor one that is planned, unless the plan is a habit ("will report
    annually").
    """
    while duty := _duty().search(frame.text[max(0, at - 60) : at]):
        at -= len(duty.group())  # "is responsible for overseeing": whoever is responsible oversees
    if counted := two_before(frame, at) or all_of_them(frame, at):
        return counted
    if adjacent and (joined := before_participle(frame, at)):
        return Subject(joined, 0.95)
    if named := before_clause(frame, at) or units_so_called(frame, at):
        return Subject(named, 0.88)
    if named_before := the_latter(frame, at) or that_officer(frame, at):
        return named_before
    before = _before(frame, at, adjacent)
    if before.negated or (before.planned and not (before.habit or _habit_after(frame, at))):
        return None
    if before.i < 0 and frame.tokens and frame.tokens[0][0] in SEVERAL:
        found = _pronoun(frame, 0, frame.tokens[0][0])
    else:
        found = _topic(frame) or _gone_on(frame, before) if before.i < 0 else _found(frame, before, adjacent, at)
    return found and found.less(0.85 if before.planned else 1.0)


def main_subject(frame: Frame, before: int | None = None) -> Group:
    """Return the group that the sentence is about, empty where it is about none.

    `before`: what the clauses that end before this character are about, where they are about a group.
    """
    found = _main_subject(frame, token_at(frame, before) - 1) if before is not None else None
    found = found or _main_subject(frame, len(frame.tokens) - 1, topic=True)
    if found:
        return found.group
    last = _COMES_LAST.match(frame.text)
    return tuple(m for m in frame.group(last["body"]) if m.kind == "bodies") if last else ()


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['clause']['duties'])})\s+(?:the\s+)?$", re.IGNORECASE)


def _before(frame: Frame, at: int, adjacent: bool) -> _Before:
    w = clause_words()
    found = _Before(token_at(frame, at) - 1)
    while found.i >= 0:
        word = frame.tokens[found.i][0]
        if word in w["negations"]:
            found.negated = True
            break
        if word in SEVERAL and found.i and frame.tokens[found.i - 1][0] in _CLAUSE_BEFORE:
            break  # "their duties are laid down, and each reports"
        if word in w["planned"] and not found.comma:  # "…, including the stock plan, reports"
            found.planned = True
        elif word in w["finite_auxiliaries"]:
            found.finite = True
        elif word == "to":
            found.infinitive = True
        elif word in w["conjunctions"] or word in BULLETS:
            found.coordinated = True
        elif word in (",", "–", "—"):
            found.comma = True
        elif word in w["relatives"]:
            found.relative = True
            found.i -= 1
            break
        elif word in w["auxiliaries"] or (word.endswith("ly") and word not in w["adverbs_not"]):
            found.habit = found.habit or word in w["habits"]
        elif word in (")", ".") and (number := item_number(frame, found.i)) < found.i:
            found.coordinated = True
            found.i = number
            continue
        elif word == ")" and not adjacent and (opening := bracket(frame, found.i)):
            found.i = opening
        elif not adjacent and (earlier := before_time(frame.tokens, found.i)) < found.i:
            found.habit = True
            found.i = earlier
            continue
        else:
            break
        found.i -= 1
    return found


# "; reports to ②", but not "; reports on cases go to ②"
_THIRD_PERSON = re.compile(r"(?:is|has|[a-z]+[^s\W]s)\b(?![^.;]*\b(?:go|goes|are|were)\b)")


def _found(frame: Frame, before: _Before, adjacent: bool, at: int) -> Subject | None:
    word = frame.tokens[before.i][0]
    if before.relative:
        return _antecedent(frame, before.i, singular=_singular(frame, at))
    if is_sign(word) and not before.coordinated:
        if not governed(frame, before.i) or (adjacent and not before.finite):
            # "① oversees ②, reporting to ③": the participle goes with the sentence's subject
            participle = before.comma and not adjacent and not before.finite
            main = _main_subject(frame, before.i - 1) if participle else None
            return main or Subject(frame.group(word), 0.95)
        if members_of(frame, before.i):
            return Subject(frame.group(word), 0.8)
        if accompanied := with_another(frame, before.i):
            return Subject(accompanied, 0.85)
        if (
            frame.tokens[before.i - 1][0] == "including"
            and before.comma
            and (main := _main_subject(frame, before.i - 1))
        ):
            return Subject(main.group + frame.group(word), main.confidence)  # "①, including ②, reports": both do
        if not (before.comma or before.infinitive):
            return None
    if (word in clause_words()["pronouns"] and (before.finite or not before.coordinated)) or word in SEVERAL:
        return _pronoun(frame, before.i, word)
    if joined := _with_others(frame, before.i):
        return joined
    if adjacent and (described := _DESCRIBED.search(frame.text[: frame.tokens[before.i][1] + len(word)])):
        return Subject(frame.group(described.group(1)), 0.88)  # "① is an advisory body chaired by ②"
    if before.coordinated and not before.comma and (relative := _in_relative_clause(frame, before.i)):
        return relative
    if noun := with_phrase(frame, before.i, labelled=adjacent):
        return Subject(noun, 0.85)
    if word in (";", "|") and not adjacent and _THIRD_PERSON.match(frame.text, at):
        main = _main_subject(frame, before.i - 1)  # "①: chaired by ②; reports to ③"
        return main and main.less(0.85)
    if before.coordinated or before.comma or before.infinitive:
        purpose = before.infinitive and not before.coordinated
        found = _main_subject(frame, before.i, purpose=purpose) or _its_duty(frame)
        if found is None and frame.tokens[0][0] not in clause_words()["other_subjects"]:
            found = _topic(frame) or _gone_on(frame, before)
        return found and found.less(0.9 if before.coordinated else 0.8)
    return None


def _with_others(frame: Frame, i: int) -> Subject | None:
    """Return the subject that goes on, up to token `i`, with others who have no name: "① and the regional teams"."""
    word, at = frame.tokens[i]
    match = _OTHERS.search(frame.text[: at + len(word)])
    if match is None or not clause_words()["finite_verbs"].isdisjoint(match["others"].lower().split()):
        return None
    return Subject(frame.group(match["named"]), 0.88)


# "① and the regional teams", "①, together with its advisers,"
_OTHERS = re.compile(
    rf"(?P<named>{SIGN}),? (?:and|as well as|together with|along with|&) "
    r"(?P<others>(?:the |all |its |our |other |every )?(?:[\w’-]+ ){0,3}?[a-z-]{3,}s)$"
)


def _in_relative_clause(frame: Frame, i: int) -> Subject | None:
    """Return what the relative clause that token `i` stands in goes on about: "①, which does this and reports"."""
    for j in range(i, -1, -1):
        word = frame.tokens[j][0]
        if word in (";", ":") or word in BULLETS:
            return None
        if word in ("which", "who"):
            found = _antecedent(frame, j - 1)
            return found and replace(found.less(0.93), group=found.group[-1:] if len(found.group) > 1 else found.group)
        if is_sign(word) and (opens(frame, j) or j == 0):
            return None
    return None


def _habit_after(frame: Frame, at: int) -> bool:
    i = token_at(frame, at)
    return any(word in clause_words()["habits"] for word, _ in frame.tokens[i : i + _REACH])


def _topic(frame: Frame) -> Subject | None:
    """Return the heading's body as the subject of a sentence that has none of its own."""
    setting = frame.setting
    return Subject(setting.topic, 0.75, supposed=True) if setting.labelled and setting.topic else None


_DUTIES = r"(?:dut(?:y|ies)|tasks?|roles?|jobs?|mission|purpose|responsibilit(?:y|ies)|functions?|mandate|remit)"
_ITS_DUTY = re.compile(
    rf"(?:(?:its|their) (?:[\w-]+ ){{0,2}}?{_DUTIES}\b|(?:the )?(?:[\w-]+ ){{0,2}}?{_DUTIES} of (?P<whose>{SIGN}))"
    r"[^.;:]{0,30}?(?::| (?:is|are|includes?|comprises?)\b)",
    re.IGNORECASE,
)


def _its_duty(frame: Frame) -> Subject | None:
    """Return whose duty it is for the verbs of "Its duty is to …", "The duties of ① are: …"."""
    match = _ITS_DUTY.match(frame.text)
    if match and match["whose"]:
        return Subject(frame.group(match["whose"]), 0.85)
    topic = frame.setting.topic
    return Subject(topic, 0.8, supposed=True) if topic and match else None


def _gone_on(frame: Frame, before: _Before) -> Subject | None:
    """Return what the sentence before is about, for notes that begin with a verb: "Reports to ① every quarter."."""
    bare = not (before.infinitive or before.relative or before.finite)
    verb = frame.tokens[0][0] if frame.tokens else ""
    going_on = bare and (verb.endswith(("s", "ing")) or bool(_PARTICIPLE.match(frame.text)))
    return Subject(frame.setting.topic, 0.65, supposed=True) if going_on and frame.setting.topic else None


# "Chaired by ①; meets …", but not "Chaired by ①, ② meets …"
_PARTICIPLE = re.compile(
    r"(?:\w+ly )?(?:(?:\w+ed|led|run)(?: [\w-]+){0,4} by|(?:made up|composed|comprised) of)\b"
    rf"(?![^;.]*, (?:{SIGN}|(?:it|they|we|the)\b))",
    re.IGNORECASE,
)


def _antecedent(frame: Frame, i: int, *, singular: bool = False) -> Subject | None:
    """Return what a relative pronoun behind token `i` means; `singular`: its verb is."""
    tokens = frame.tokens
    while i >= 0 and tokens[i][0] in (",", ")", "–", "-"):
        i -= 1
    if i < 0:
        return None
    if is_sign(tokens[i][0]):
        if i >= 2 and tokens[i - 1][0] == "as" and is_sign(tokens[i - 2][0]):
            i -= 2  # "① as our ②, which …"
        if one := _ONE_OF.search(frame.text, 0, tokens[i][1] + 1):
            return Subject(frame.group(one[1]) + frame.group(one[2]), 0.88)
        group = frame.group(tokens[i][0])
        return Subject(group[-1:] if singular else group, 0.93)  # "the A and the B, which reports": the B does
    word, at = tokens[i]
    if described := _DESCRIBED.search(frame.text[: at + len(word)]):
        return Subject(frame.group(described.group(1)), 0.9)
    # "we have set up ① to handle complaints, which reports to ②"
    j = next((j for j in range(i, -1, -1) if is_sign(tokens[j][0])), None)
    if j is not None and tokens[j + 1][0] == "to" and established(frame, j):
        return Subject(frame.group(tokens[j][0]), 0.75)
    return None


# "① is the only ② (who …)"
_ONE_OF = re.compile(rf"({SIGN})(?: \([^)]*\))? (?:is|are|was|were) (?:also )?(?:the only |one of )?({SIGN})$")
# "① is an independent unit (that …)", "①: the one (who …)"
_DESCRIBED = re.compile(
    rf"({SIGN})(?:,? (?:is|are|was|were|acts as|serves as|forms)|:|,| [–—|]) (?:an? |the |one of the )?"
    r"(?:(?!(?:of|by|with|to|for|from|on|at|in|under|and|which|that|who)\b)[\w’-]+ ){0,4}?[\w’-]+$"
)


def _singular(frame: Frame, at: int) -> bool:
    """Return whether the verb at character `at`, or the auxiliary before it, is singular."""
    i = token_at(frame, at)
    verbs = [frame.tokens[j][0] for j in (i - 1, i) if 0 <= j < len(frame.tokens)]
    return any(verb in ("is", "was", "has") for verb in verbs) or verbs[-1].endswith("s")


def _main_subject(frame: Frame, i: int, *, purpose: bool = False, topic: bool = False) -> Subject | None:
    """Return the subject of the clause that reaches up to token `i`; with `topic` none of a relative clause's own.

    A group that somebody set up is what the rest of the sentence goes on about when the one who set it up is no group
    ("we have set up ① to …"), or when its purpose is given.
    """
    set_up: int | None = None
    item_before = False
    for j in range(i, -1, -1):
        word = frame.tokens[j][0]
        item_before = item_before or word == ";"
        if set_up is not None and (word == ";" or word in BULLETS):
            break
        if is_sign(word):
            if set_up is None and established(frame, j):
                set_up = j
            elif item_before and frame.tokens[j - 1][0] == "and":
                continue  # an object in an item before
            elif topic and j and frame.tokens[j - 1][0] in ("which", "whom"):
                continue  # "①, to which ② belongs"
            elif opens(frame, j) and not enumerated(frame, j):
                if set_up is not None and purpose:
                    break
                return Subject(frame.group(word), 0.95 if set_up is None else 0.75)
        elif word in ("it", "they", "she", "he") and j < i and opens(frame, j):
            return _pronoun(frame, j, word)
    return None if set_up is None else Subject(frame.group(frame.tokens[set_up][0]), 0.85)


def _pronoun(frame: Frame, i: int, word: str) -> Subject | None:
    """Return what a pronoun at token `i` means: a person for "she" and "he", else what was last spoken of."""
    setting = frame.setting
    if word in ("she", "he"):
        for token, _ in reversed(frame.tokens[:i]):
            if is_sign(token) and any(m.kind == "posts" for m in frame.group(token)):
                return Subject(frame.group(token), 0.8)
        persons = tuple(m for m in setting.posts if m.kind == "posts")
        return Subject(persons[-1:], 0.75, supposed=True, spoken_of=True) if persons else None
    main = _main_subject(frame, i - 1)
    earlier = [frame.group(t) for t, _ in frame.tokens[:i] if is_sign(t)]
    spoken_of = [*([main.group] if main else []), setting.topic]
    meant = [*agreeing(word, spoken_of, setting.named), *agreeing(word, earlier, ())]
    if not meant:
        return None
    if main and meant[0] == main.group:
        return Subject(main.group, main.confidence * 0.9, spoken_of=True, otherwise=tuple(meant[1:]))
    # a sentence about a post ("The CFO chairs ①.") goes on about its body, one about no participant need not
    told = meant[0] == setting.topic or bool(earlier) or any(m in setting.posts for m in setting.topic)
    return Subject(
        meant[0],
        0.8 if told else 0.7,
        supposed=True,
        spoken_of=True,
        guessed=not told,
        otherwise=tuple(meant[1:]),
    )
