"""The topic that the words of a name point to."""

from __future__ import annotations

import re
from functools import cache

from esggraph.vocabulary.terms import Topic, topics

_WORD = re.compile(r"(?!(?:of|and|the|in|for)\b)\w+")  # small words tell nothing
_Cues = tuple[dict[str, Topic], re.Pattern[str]]


@cache
def _cues(weak: bool) -> _Cues:
    cues = {
        cue if cue.isupper() else cue.lower(): topic
        for topic in topics()
        for cue in (topic.weak_cues if weak else topic.cues)
    }
    longest_first = sorted(cues, key=len, reverse=True)
    either = "|".join(re.escape(c) if c.isupper() else f"(?i:{re.escape(c)})" for c in longest_first)
    return cues, re.compile(rf"(?<!\w)({either})s?(?!\w)")


def topic_of(text: str) -> str | None:
    """Return the slug of the topic that the cue words of a name point to, or None.

    The topic with the most words wins, then a narrower one over a broader, then the one nearest to the end, where
    English names have their head. Weak cues ("product", "security") are asked where there is no other.

    >>> topic_of("Supplier Code of Conduct")
    'supply-chain'
    >>> topic_of("Employee Privacy Notice")
    'data-protection'
    >>> topic_of("Staff Rules on Safety"), topic_of("Supplier Safety Rules")
    ('health-and-safety', 'supply-chain')
    """
    text = text.replace("’", "'")
    return _best(text, _cues(weak=False)) or _best(text, _cues(weak=True))


def _best(text: str, known: _Cues) -> str | None:
    cues, pattern = known
    best: dict[str, tuple[int, bool, int]] = {}
    for match in pattern.finditer(text):
        topic = cues.get(match[1]) or cues[match[1].lower()]
        earlier = best[topic.slug][0] if topic.slug in best else 0
        words = earlier + len(_WORD.findall(match[1]))
        best[topic.slug] = (words, topic.broader is not None, match.start())
    return max(best, key=lambda slug: best[slug]) if best else None
