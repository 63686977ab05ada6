"""The topics of policies, laws, standards and certificates.

A known instrument has its topic in `ontology/instruments.ttl`. Else the words of the name tell it, then the headings
above the places that name it, the nearest heading first, then the words around the name. What nothing shows is `OTHER`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from esggraph.findings import Entity, Findings
from esggraph.report import Report
from esggraph.vocabulary import hidden, instruments, topic_of

OTHER = "other"
_WITH_TOPIC = ("policies", "laws", "standards", "certifications")
_NEAR = 2  # headings that a place stands under for certain; those further up a converter often has wrong
_PART = re.compile(r"[;•·■]|\.\s")  # parts of a quote: its sentences and items

_topic_of = lru_cache(maxsize=4096)(topic_of)  # a heading stands above many names


@cache
def _topics() -> dict[str, str]:
    return {instrument.iri: instrument.topic for instrument in instruments()}


def with_topics(findings: Findings, report: Report) -> Findings:
    """Return `findings` of `report` with a topic for every policy, law, standard and certification."""
    starts = [block.start for block in report.blocks]

    def headings(entity: Entity) -> list[tuple[str, ...]]:
        """Return for each place that shows `entity` the headings above it, the nearest first."""
        blocks = (report.blocks[bisect_right(starts, one.start) - 1] for one in entity.evidence)
        return [block.section[::-1] for block in blocks]

    lists: dict[str, Any] = {
        kind: tuple(
            replace(entity, topic=next(_shown(entity, headings(entity)), OTHER)) for entity in getattr(findings, kind)
        )
        for kind in _WITH_TOPIC
    }
    return replace(findings, **lists)


def _shown(entity: Entity, headings: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the topics that are shown for `entity`, the surest first."""
    instrument = getattr(entity, "instrument", None)
    if instrument in _topics() and instrument not in hidden():
        yield _topics()[instrument]
    near = (above[level] for level in range(_NEAR) for above in headings if level < len(above))
    around = (part for one in entity.evidence for part in _around(entity.name, one.quote))
    far = (heading for above in headings for heading in above[_NEAR:])
    for words in chain((entity.name, *entity.aliases), near, around, far):
        if topic := _topic_of(words):
            yield topic


def _around(name: str, quote: str) -> list[str]:
    """Return the part of `quote` that has `name`, then the whole."""
    return [*(part for part in _PART.split(quote) if name in part), quote]
