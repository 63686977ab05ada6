"""Parts that a possessive gives to a whole: "the Board and its Audit Committee", "the Board, with its committees"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.clauses import is_part

_ITS = re.compile(
    r"\b(?:its|their)\s+(?:own |new |relevant |standing |speciali[sz]ed |various |special )*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:\s?\([^()]{1,40}\))?(?:,|,? and|,? as well as| or)\s+(?:the |its )?", re.IGNORECASE)


def possessed(text: str, sentences: Sequence[tuple[int, int]], bodies: Sequence[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf for the bodies that a sentence calls those of the body named last before them.

    `text`, `sentences` and `bodies`, sorted by start, are the Doc's.
    """
    starts = [m.start for m in bodies]
    for start, end in sentences:
        inside = bodies[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(inside) < 2 or not any(word in text[start:end] for word in ("its ", "their ")):
            continue
        for i, part in enumerate(inside[1:], 1):
            whole = inside[i - 1]
            if not _ITS.search(text, max(start, part.start - 40), part.start) or whole.end > part.start:
                continue
            for one in _listed(text, inside[i:]):
                if one.key != whole.key and is_part(one, whole):
                    confidence = weighed(0.85, one, whole)
                    yield Statement(
                        subject=one, predicate="subUnitOf", object=whole, start=start, end=end, confidence=confidence
                    )


def _listed(text: str, bodies: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the first of `bodies` and those that its list goes on with."""
    last: Mention | None = None
    for body in bodies:
        if last is not None and not _GOES_ON.fullmatch(text, last.end, body.start):
            return
        yield body
        last = body
