"""The topic that the words of a name point to."""

from __future__ import annotations

import re
from functools import cache

from esggraph.vocabulary.terms import Topic, topics


@cache
def _cues() -> tuple[dict[str, Topic], re.Pattern[str]]:
    cues = {cue if cue.isupper() else cue.lower(): topic for topic in topics() for cue in topic.cues}
    longest_first = sorted(cues, key=len, reverse=True)
    either = "|".join(re.escape(c) if c.isupper() else f"(?i:{re.escape(c)})" for c in longest_first)
    return cues, re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def topic_of(text: str) -> str | None:
    """Return the slug of the topic that the cue words of a name point to, or None.

    The topic with the most words wins, then a narrower one over a broader, then the one nearest to the end, where
    English names have their head.

    >>> topic_of("Supplier Code of Conduct")
    'supply-chain'
    >>> topic_of("Employee Privacy Notice")
    'data-protection'
    """
    cues, pattern = _cues()
    best: dict[str, tuple[int, bool, int]] = {}
    for match in pattern.finditer(text.replace("’", "'")):
        topic = cues.get(match[0]) or cues[match[0].lower()]
        earlier = best[topic.slug][0] if topic.slug in best else 0
        words = earlier + len(re.findall(r"\w+", match[0]))
        best[topic.slug] = (words, topic.broader is not None, match.start())
    return max(best, key=lambda slug: best[slug]) if best else None
