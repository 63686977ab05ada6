"""Sentences without a subject and a verb that go on about the body of the heading or sentence before.

"A permanent body of six, set up by the Board." under "Ethics Committee" is an apposition to that name, printed as a
sentence of its own.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.mentions import Mention
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives, clause_words, words

_PARTICIPLES = frozenset(("established", "set", "report", "work", "act", "lead"))  # finite verbs by their form only
_DESCRIBED = 90  # characters up to the end of what describes the body


def goes_on_about(sentence: str, topic: Group) -> Mention | None:
    """Return the one body of `topic` that `sentence`, whose participants are signs, is an apposition to."""
    body = topic[0] if len(topic) == 1 and topic[0].kind == "bodies" else None
    return body if body is not None and _apposition().match(sentence) and not _verb(sentence) else None


def _verb(sentence: str) -> bool:
    """Return whether a finite verb stands in the sentence's first clause, so that the sentence has a subject."""
    first = re.split(r"[;:.]", sentence, maxsplit=1)[0]
    finite = clause_words()["finite_verbs"] - _PARTICIPLES
    return any(word in finite for word in re.findall(r"[a-z]+", first)) or bool(_CLAUSE.search(first))


_CLAUSE = re.compile(rf", (?:{SIGN}|(?:it|they|we|the) )(?![^;.]*\band\b)|\b(?:it|we|they)\b")


@cache
def _apposition() -> re.Pattern[str]:
    fragment = words()["fragments"]
    return re.compile(
        rf"\s*(?:(?:An?|One of (?:the|our)) )?(?!(?:The|Our|Th[ie]se?|All|Each|Every|Its|Their|No|Any)\b)"
        rf"(?:[\w-]+ ){{0,4}}?(?i:{alternatives(fragment['bodies'])})\b"
        rf"(?=[^{NO_SIGN}]{{0,{_DESCRIBED}}}{SIGN})(?!\s?[:：])"
        rf"|\s*(?:\w+ly )?(?i:{alternatives(fragment['participles'])})\b",
    )
