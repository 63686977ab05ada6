"""Tiers of a governance chart: labels that stand from the top down beside the chart's title.

The conversion to text often scrambles a chart, so only what is safe is taken: an unbroken run of labels, each a body and
nothing else, that begins with a board and goes down, beside a title that calls it a governance structure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.tiers import data, is_chart_title, structure_name
from esggraph.report import Block

_NEAR = 6  # blocks between a chart's title and its labels


def charted(
    passages: tuple[Passage, ...], blocks: tuple[Block, ...], texts: list[str], bodies: list[Mention]
) -> Iterator[Statement]:
    """Yield inTier statements of the charts. `texts` are the texts of `blocks`, all of the report's."""
    starts = [m.start for m in bodies]
    run: list[tuple[Passage, Mention]] = []
    for passage in passages:
        inside = bodies[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        label = inside[0] if inside and _alone(passage, inside) else None
        if label and run and passage.number == run[-1][0].number + 1 and _below(run[-1][1], label):
            run.append((passage, label))
            continue
        yield from _tiers(run, blocks, texts)
        run = [(passage, label)] if label and _rank(label) <= 1 else []
    yield from _tiers(run, blocks, texts)


def _alone(passage: Passage, inside: list[Mention]) -> bool:
    """Return whether the passage's first body is all that it says; "Departments / Subsidiaries" counts."""
    rest = passage.text[: inside[0].start - passage.start] + passage.text[inside[0].end - passage.start :]
    return not inside[0].anaphor and len(inside) == 1 and not rest.split("/")[0].strip(" .:•()")


def _rank(label: Mention) -> int:
    return int(data()["chart"]["rank"].get(label.subkind, 4))


def _below(upper: Mention, lower: Mention) -> bool:
    """Return whether `lower` can stand a tier below `upper`; two committees beside each other are siblings."""
    same_noun = upper.name.lower().split()[-1].rstrip("s") == lower.name.lower().split()[-1].rstrip("s")
    return _rank(lower) > _rank(upper) or (_rank(lower) == _rank(upper) and not same_noun)


def _tiers(
    run: list[tuple[Passage, Mention]], blocks: tuple[Block, ...], texts: list[str]
) -> Iterator[Statement]:
    if len(run) < 3 or len({m.key for _, m in run}) < len(run):
        return
    first, last = run[0][0].number, run[-1][0].number
    around = range(max(0, first - _NEAR), min(len(blocks), last + _NEAR + 1))
    title = next(
        (texts[i] for i in sorted(around, key=lambda i: abs(i - first)) if is_chart_title(texts[i])), None
    )
    title = title or next((h for h in blocks[first].section[-1:] if is_chart_title(h)), None)
    if title is None:
        return
    for tier, (passage, label) in enumerate(run, 1):
        yield Statement(
            subject=label,
            predicate="inTier",
            object=f"tier:{tier}",
            start=passage.start,
            end=passage.end,
            structure=structure_name(title, "ESG"),
            confidence=0.75,
        )
