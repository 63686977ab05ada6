"""Where a sign stands in its clause: whether a subject stands there, or what hangs on another word.

Token indices are those of `frame.tokens`.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from esggraph.extraction.relations.adverbials import after_adverbial
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import Group, clause_words, is_sign

BULLETS = frozenset("•·∙●▪■◆►➢✓")
_PHRASE = 5  # words of a phrase behind a subject
_ITEM_NUMBER = re.compile(r"\d{1,2}|[ivx]{1,4}|[a-h]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def token_at(frame: Frame, at: int) -> int:
    """Return the index of the first token at or behind character `at` of `frame.text`."""
    return bisect_left(frame.tokens, at, key=lambda token: token[1])


def governed(frame: Frame, i: int) -> bool:
    """Return whether the sign at token `i` hangs on a preposition and so is no subject."""
    return i > 0 and frame.tokens[i - 1][0] in clause_words()["prepositions"]


def members_of(frame: Frame, i: int) -> bool:
    """Return whether "members of", "structure of" or the like stands before the sign at token `i`."""
    return i >= 2 and frame.tokens[i - 1][0] == "of" and frame.tokens[i - 2][0] in clause_words()["standing_for"]


def opens(frame: Frame, i: int) -> bool:
    """Return whether the sign at token `i` stands where a subject stands: at the start of a clause."""
    if i == 0:
        return True
    before = frame.tokens[i - 1][0]
    if before == "as" and i >= 2 and is_sign(frame.tokens[i - 2][0]):
        return False  # "① as our ②": the first is the subject
    if before in clause_words()["openers"] or before in BULLETS or _YEAR.fullmatch(before):
        return True
    return after_adverbial(frame.tokens, i)


def established(frame: Frame, i: int) -> bool:
    """Return whether the sign at token `i` is what somebody set up."""
    for word, _ in reversed(frame.tokens[max(0, i - 6) : i]):
        if word in clause_words()["establishing"]:
            return True
        if is_sign(word) or word in clause_words()["prepositions"] or word in (",", ";", "."):
            return False
    return False


def enumerated(frame: Frame, j: int) -> bool:
    """Return whether the sign at token `j` belongs to a list and is no subject: "②, ①" where ② is no fronted phrase."""
    if j == 0 or frame.tokens[j - 1][0] not in (",", "("):
        return False
    if frame.tokens[j - 1][0] == "(":
        return True
    return j >= 2 and is_sign(frame.tokens[j - 2][0]) and not fronted(frame, j - 2)


def fronted(frame: Frame, j: int) -> bool:
    """Return whether a preposition stands before the sign at token `j`: "Under ①, …"."""
    return any(
        frame.tokens[k][0] in clause_words()["prepositions"] and (k == 0 or not is_sign(frame.tokens[k - 1][0]))
        for k in range(max(0, j - 9), j)
    )


def with_phrase(frame: Frame, i: int, *, labelled: bool) -> Group:
    """Return the subject that a short phrase stands behind, of which token `i` is the last: "① at Group level".

    `labelled`: a colon too: "①: chaired by ②".
    """
    tokens = frame.tokens
    if labelled and i == 1 and tokens[1][0] in (":", "–", "—", "-") and is_sign(tokens[0][0]):
        return frame.group(tokens[0][0])
    for j in range(i, max(0, i - _PHRASE), -1):
        word = tokens[j][0]
        if is_sign(word) or not word[0].isalpha() or word in clause_words()["finite_verbs"]:
            return ()
        if word in clause_words()["prepositions"] and is_sign(tokens[j - 1][0]):
            return frame.group(tokens[j - 1][0]) if opens(frame, j - 1) else ()
    return ()


def bracket(frame: Frame, i: int) -> int:
    """Return the index of the bracket that the one at token `i` closes, 0 where only a name stands between them."""
    opening = next((j for j in range(i - 1, 0, -1) if frame.tokens[j][0] == "("), 0)
    return opening if i - opening > 2 else 0


def with_another(frame: Frame, i: int) -> Group:
    """Return the subject of which the sign at token `i` is the second: "① with ②"; empty where it is none."""
    tokens = frame.tokens
    if i < 2 or tokens[i - 1][0] != "with" or not is_sign(tokens[i - 2][0]) or not opens(frame, i - 2):
        return ()
    return frame.group(tokens[i - 2][0]) + frame.group(tokens[i][0])


def item_number(frame: Frame, i: int) -> int:
    """Return the index before the number of an item, "(2)" or "2.", that ends at token `i`; `i` where none does."""
    tokens = frame.tokens
    if i < 1 or not _ITEM_NUMBER.fullmatch(tokens[i - 1][0]):
        return i
    opening = i - 2 if i >= 2 and tokens[i - 2][0] == "(" else i - 1
    return opening - 1 if tokens[i][0] == ")" or (opening > 0 and tokens[opening - 1][0] in (";", ":", ",")) else i
