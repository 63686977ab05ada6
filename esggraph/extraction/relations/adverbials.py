"""When and where something is done: what may stand between a subject and its verb, or before it without a comma.

"① twice a year reports to ②"; "On a regular basis ① reviews the register and reports to ②". Tokens are those of a
frame: lower-case words, signs and marks, each with its position.
"""

from __future__ import annotations

from collections.abc import Sequence

from esggraph.extraction.signs import clause_words, is_sign

Token = tuple[str, int]

_LONGEST = 9  # words of an adverbial before a subject
_MARKS = frozenset((",", ";", ":", ".", "•", "●", "▪", "■", "–", "—", "|", ">"))


def before_time(tokens: Sequence[Token], i: int) -> int:
    """Return the index before the time or frequency that ends at token `i`; `i` where none ends there."""
    words = clause_words()
    j = i
    while j >= 0 and tokens[j][0] in words["time_words"]:
        j -= 1
    return j if any(word in words["time_nouns"] for word, _ in tokens[j + 1 : i + 1]) else i


def after_adverbial(tokens: Sequence[Token], i: int) -> bool:
    """Return whether an adverbial without a comma, "In each country" or "Every year", ends right before token `i`."""
    words = clause_words()
    j = i - 1
    if j < 0 or tokens[j][0] in words["prepositions"] or not tokens[j][0][0].isalnum():
        return False
    while j >= 0 and i - j <= _LONGEST and not is_sign(tokens[j][0]) and tokens[j][0] not in _MARKS:
        if tokens[j][0] in words["finite_verbs"]:
            return False
        j -= 1
    if j >= 0 and tokens[j][0] not in _MARKS:
        return False
    first = tokens[j + 1][0]
    return first in words["prepositions"] or first in words["time_words"]
