"""Who does it: the group that a verb's subject names, found by walking back from the verb.

English puts the subject in one of a few places, and each has its sign directly before the verb: the group itself
("① reports to ②"), a relative pronoun ("①, which reports to ②"), a participle ("①, reporting to ②"), a pronoun ("it
reports to ②"), or a conjunction of verbs ("① does this and reports to ②"). Everything else is somebody else's doing, and
the answer is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.frames import Frame, Group, is_sign, words


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject and how sure it is."""

    group: Group
    confidence: float
    supposed: bool = False  # not in the sentence: a heading's body or a pronoun's


@cache
def _clause() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in words()["clause"].items()}


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['clause']['duties'])})\s+(?:the\s+)?$", re.IGNORECASE)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _clause()["adverbs_not"]


def subject(frame: Frame, at: int, *, adjacent: bool = False) -> Subject | None:
    """Return the subject of the verb at character `at` of `frame.text`, None where it is none of the frame's groups.

    `adjacent`: the verb form attaches to the noun before it ("consisting of", "chaired by"), also when that noun is an
    object.
    """
    tokens, w = frame.tokens, _clause()
    while duty := _duty().search(frame.text[max(0, at - 60) : at]):
        at -= len(duty.group())  # "is responsible for overseeing": whoever is responsible oversees
    i = _token_before(frame, at)
    coordinated = comma = relative = planned = habit = infinitive = False
    finite = False
    while i >= 0:
        word = tokens[i][0]
        if word in w["negations"]:
            return None
        if word in w["planned"]:
            planned = True
        elif word in ("is", "are", "was", "were", "has", "have", "had", "shall", "must"):
            finite = True
        elif word == "to":
            infinitive = True
        elif word in w["conjunctions"] or word in _BULLETS:
            coordinated = True
        elif word == ",":
            comma = True
        elif word in w["relatives"]:
            relative = True
            i -= 1
            break
        elif word in w["auxiliaries"] or _adverb(word):
            habit = habit or word in w["habits"]
        else:
            break
        i -= 1
    if planned and not (habit or _habit_after(frame, at)):
        return None
    doubt = 0.85 if planned else 1.0
    if i < 0:
        return _topic(frame, doubt) if frame.setting.labelled else None
    word = tokens[i][0]
    if relative:
        return _antecedent(frame, i, doubt)
    if is_sign(word) and not coordinated:
        if not _governed(frame, i) or (adjacent and not finite):
            if comma and not adjacent and not finite and (first := _main_subject(frame, i - 1)):
                return Subject(first.group, first.confidence * doubt)
            return Subject(frame.group(word), 0.95 * doubt)
        if _members_of(frame, i):
            return Subject(frame.group(word), 0.8 * doubt)
        if not (comma or infinitive):
            return None
    if word in w["pronouns"] and word != "the" and (finite or not coordinated):
        found = _pronoun(frame, i, word)
        return found and Subject(found.group, found.confidence * doubt)
    if coordinated or comma or infinitive:
        found = _main_subject(frame, i, purpose=infinitive and not coordinated)
        if found is None and frame.setting.labelled and not _has_subject(frame, i):
            found = _topic(frame, 1.0)
        return found and Subject(found.group, found.confidence * doubt * (0.9 if coordinated else 0.8))
    return None


def main_subject(frame: Frame) -> Group:
    """Return the group that the sentence is about, empty where it is about none."""
    found = _main_subject(frame, len(frame.tokens) - 1)
    return found.group if found else ()


def _token_before(frame: Frame, at: int) -> int:
    low, high = 0, len(frame.tokens)
    while low < high:
        middle = (low + high) // 2
        if frame.tokens[middle][1] < at:
            low = middle + 1
        else:
            high = middle
    return low - 1


def _habit_after(frame: Frame, at: int) -> bool:
    i = _token_before(frame, at) + 1
    return any(word in _clause()["habits"] for word, _ in frame.tokens[i : i + 25])


def _topic(frame: Frame, doubt: float) -> Subject | None:
    return Subject(frame.setting.topic, 0.75 * doubt, True) if frame.setting.topic else None


def _antecedent(frame: Frame, i: int, doubt: float) -> Subject | None:
    tokens = frame.tokens
    while i >= 0 and tokens[i][0] in (",", ")", "–", "-", "“", "”"):
        i -= 1
    if i < 0:
        return None
    if is_sign(tokens[i][0]):
        return Subject(frame.group(tokens[i][0]), 0.93 * doubt)
    # "we have set up ① to handle complaints, which reports to ②"
    signs = [j for j in range(i, -1, -1) if is_sign(tokens[j][0])]
    if signs and tokens[signs[0] + 1][0] == "to" and _established(frame, signs[0]):
        return Subject(frame.group(tokens[signs[0]][0]), 0.75 * doubt)
    return None


def _governed(frame: Frame, i: int) -> bool:
    """Return whether the sign at token `i` hangs on a noun or preposition before it and so is no subject."""
    before = frame.tokens[i - 1][0] if i else ""
    return before in _PREPOSITIONS


_PREPOSITIONS = frozenset(
    ("of", "by", "with", "to", "for", "from", "on", "at", "in", "under", "within", "between", "through", "via", "among",
     "against", "including", "into", "upon", "over", "like", "than", "towards", "across")
)  # fmt: skip


def _members_of(frame: Frame, i: int) -> bool:
    return i >= 2 and frame.tokens[i - 1][0] == "of" and frame.tokens[i - 2][0] in ("members", "member")


def _opens(frame: Frame, i: int) -> bool:
    """Return whether the sign at token `i` stands where a subject stands: at the start of a clause."""
    before = frame.tokens[i - 1][0] if i else ","
    return before in _clause()["openers"] or bool(_YEAR.fullmatch(before))


def established(frame: Frame, at: int) -> bool:
    """Return whether the sign at character `at` of `frame.text` is what somebody set up."""
    return _established(frame, _token_before(frame, at) + 1)


def _established(frame: Frame, i: int) -> bool:
    for j in range(i - 1, max(-1, i - 7), -1):
        word = frame.tokens[j][0]
        if word in _clause()["establishing"]:
            return True
        if is_sign(word) or word in _STOPS:
            return False
    return False


_BULLETS = frozenset("•·∙●▪■◆►➢✓")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOPS = frozenset((",", ";", ".", "by", "for", "to", "with", "from", "under"))


def _main_subject(frame: Frame, i: int, *, purpose: bool = False) -> Subject | None:
    """Return the subject of the clause that reaches up to token `i`.

    A group that somebody set up is what the rest of the sentence goes on about when the one who set it up is no group
    ("we have set up ① to …"), or when its purpose is given.
    """
    opening: int | None = None
    established: int | None = None
    for j in range(i, -1, -1):
        word = frame.tokens[j][0]
        if (word == ";" or word in _BULLETS) and (opening is not None or established is not None):
            break
        if is_sign(word):
            if established is None and _established(frame, j):
                established = j
            elif _opens(frame, j) and not _enumerated(frame, j):
                opening = j
                break
        elif word in ("it", "they", "she", "he") and j + 1 <= i and _opens(frame, j):
            return _pronoun(frame, j, word)
    if established is not None and (opening is None or purpose):
        return Subject(frame.group(frame.tokens[established][0]), 0.85)
    if opening is not None:
        return Subject(frame.group(frame.tokens[opening][0]), 0.95 if established is None else 0.75)
    return None


def _enumerated(frame: Frame, j: int) -> bool:
    """Return whether the sign at token `j` is a member of a list rather than a subject: "…, namely ①", "(①)"."""
    before = frame.tokens[j - 1][0] if j else ""
    if before == "(":
        return True
    if before == ",":
        # "Under ①, ②", "In 2021, ②": the comma closes a fronted phrase; "x, y, ①" is a list
        return any(is_sign(word) for word, _ in frame.tokens[max(0, j - 2) : j - 1]) and not _fronted_start(
            frame, j - 2
        )
    return False


def _fronted_start(frame: Frame, j: int) -> bool:
    return any(
        frame.tokens[k][0] in _PREPOSITIONS and (k == 0 or not is_sign(frame.tokens[k - 1][0]))
        for k in range(max(0, j - 9), j)
    )


def _has_subject(frame: Frame, i: int) -> bool:
    """Return whether words before token `i` look like a subject of their own ("we", "the company", "employees")."""
    return bool(i > 0 and frame.tokens[0][0] in _OTHER_SUBJECTS)


_OTHER_SUBJECTS = frozenset(
    ("we", "the", "our", "all", "a", "an", "in", "this", "these", "each", "every", "any", "employees")
)


def _pronoun(frame: Frame, i: int, word: str) -> Subject | None:
    """Return what a pronoun at token `i` means: a person for "she" and "he", else the last subject."""
    if word in ("she", "he"):
        for j in range(i - 1, -1, -1):
            token = frame.tokens[j][0]
            if is_sign(token) and any(m.kind == "posts" for m in frame.group(token)):
                return Subject(frame.group(token), 0.8)
        return None
    if word in ("this", "these"):
        return None
    if found := _main_subject(frame, i - 1):
        return Subject(found.group, found.confidence * 0.9)
    return Subject(frame.setting.topic, 0.8, True) if frame.setting.topic else None
