"""Lines of defence of the participants that stand where a text lists who is on a line (`line_places`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.document import Passage
from esggraph.extraction.line_places import places_on_lines
from esggraph.extraction.mentions import Mention, Statement, weighed

_WHOSE = re.compile(r"(?:,? (?:both|all|each))? of (?:the |our )?")  # between a unit and the one that it is part of


def placed_on_lines(
    text: str, passages: tuple[Passage, ...], participants: list[Mention], lines_at: list[int]
) -> Iterator[Statement]:
    """Yield lineOfDefence statements. `text` has cells on lines of their own; `participants` are sorted by start."""
    starts = [m.start for m in participants]
    for place in places_on_lines(text, passages, lines_at):
        inside = participants[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
        last = -1
        found: list[Mention] = []
        for m in sorted((m for m in inside if not m.anaphor), key=lambda m: (m.start, -m.end)):
            if m.start >= last:
                if not _WHOSE.fullmatch(text, max(last, 0), m.start):
                    found.append(m)
                last = m.end
        if place.whole and last != place.end:
            continue
        for m in found:
            yield Statement(
                subject=m,
                predicate="lineOfDefence",
                object=f"line{place.line}",
                start=place.quote[0],
                end=place.quote[1],
                confidence=weighed(0.85, m),
            )
