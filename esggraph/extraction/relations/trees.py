"""Parts of a body that a list below its name shows: the name stands alone, each item below is the name of a unit.

So trees are printed ("├ Climate Group") and charts whose lowest boxes are lists.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.relations.chart_rows import rank
from esggraph.report import BlockKind

_FEWEST = 2  # units below a name
_MOST = 20
_ENDS = re.compile(r"(?: \([^()]{1,60}\)|, (?:led|chaired|headed) by .{3,60})?[ .:;,]*$")


def parts_in_trees(passages: tuple[Passage, ...], bodies: list[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf statements of the lists below a body's name. `bodies` are sorted by start."""
    for number, passage in enumerate(passages):
        if passage.block.kind is BlockKind.ITEM or (whole := _alone(passage, bodies)) is None:
            continue
        items = list(takewhile(lambda p: p.block.kind is BlockKind.ITEM, passages[number + 1 :]))[:_MOST]
        if not items or items[0].number != passage.number + 1:
            continue
        parts = [(item, part) for item in items if (part := _alone(item, bodies)) and part.key != whole.key]
        if len(parts) < max(_FEWEST, len(items) / 2) or any(rank(part) < rank(whole) for _, part in parts):
            continue
        for item, part in parts:
            yield Statement(
                subject=part,
                predicate="subUnitOf",
                object=whole,
                start=passage.start,
                end=item.end,
                confidence=weighed(0.8, part, whole),
            )


def _alone(passage: Passage, bodies: list[Mention]) -> Mention | None:
    """Return the body whose name is all that `passage` says; who leads it may follow."""
    i = bisect_left(bodies, passage.start, key=lambda m: m.start)
    here = [m for m in bodies[i : i + 3] if m.start == passage.start and m.end <= passage.end and not m.anaphor]
    if not here:
        return None
    body = max(here, key=lambda m: m.end)
    return body if _ENDS.match(passage.text, body.end - passage.start) else None
