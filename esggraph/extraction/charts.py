"""What a governance chart's labels say, where the conversion to text has kept it.

The conversion often scrambles a chart, so only what is safe is taken. Tiers: an unbroken run of labels, each a body
and nothing else, that begins with a board and goes down, beside a title that calls it a governance structure.
Subcommittees: they are those of the one committee among the labels around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from esggraph.extraction.clauses import weighed
from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.signs import Group
from esggraph.extraction.tiers import data, is_chart_title, structure_name
from esggraph.report import Report

_NEAR = 6  # blocks between a chart's title and its labels, and between labels of one chart


@dataclass(frozen=True, slots=True)
class Label:
    """A block that names a body, or all committees of the board, and nothing else."""

    passage: Passage
    bodies: Group

    @property
    def rank(self) -> int:
        """How far from the top such a body stands."""
        return int(data()["chart"]["rank"].get(self.bodies[0].subkind, 3))

    @property
    def noun(self) -> str:
        """The last word of the name, without a plural."""
        return self.bodies[0].name.lower().split()[-1].rstrip("s")


def charted(
    report: Report, passages: tuple[Passage, ...], bodies: list[Mention], committees: Group
) -> Iterator[Statement]:
    """Yield inTier and subUnitOf statements of the charts. `committees`: those of the board."""
    labels = list(_labels(passages, bodies, committees))
    yield from _subcommittees(labels)
    run: list[Label] = []
    for label in labels:
        if run and label.passage.number == run[-1].passage.number + 1 and _below(run[-1], label):
            run.append(label)
            continue
        yield from _tiers(run, report)
        run = [label] if label.rank <= 2 else []
    yield from _tiers(run, report)


def _labels(passages: tuple[Passage, ...], bodies: list[Mention], committees: Group) -> Iterator[Label]:
    starts = [m.start for m in bodies]
    for passage in passages:
        if len(passage.text) > 90:
            continue
        inside = bodies[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if passage.text.lower().strip(" .:•") in data()["chart"]["collectives"]:
            if committees:
                yield Label(passage, committees)
        elif len(inside) == 1 and not inside[0].anaphor:
            # "Departments / Subsidiaries" names the departments
            rest = passage.text[: inside[0].start - passage.start] + passage.text[inside[0].end - passage.start :]
            if not rest.split("/")[0].strip(" .:•()"):
                yield Label(passage, (inside[0],))


def _below(upper: Label, lower: Label) -> bool:
    """Return whether `lower` can stand a tier below `upper`; two committees beside each other are siblings."""
    return lower.rank > upper.rank or (lower.rank == upper.rank and lower.noun != upper.noun)


def _tiers(run: list[Label], report: Report) -> Iterator[Statement]:
    if len(run) < 3 or len({label.bodies[0].key for label in run}) < len(run):
        return
    first, last = run[0].passage.number, run[-1].passage.number
    around = range(max(0, first - _NEAR), min(len(report.blocks), last + _NEAR + 1))
    texts = [report.block_text(report.blocks[i]) for i in sorted(around, key=lambda i: abs(i - first))]
    title = next((t for t in (*texts, *report.blocks[first].section[-1:]) if is_chart_title(t)), None)
    if title is None:
        return
    for tier, label in enumerate(run, 1):
        for body in label.bodies:
            yield _stated(label, body, "inTier", f"tier:{tier}", structure_name(title, "ESG"))


def _subcommittees(labels: list[Label]) -> Iterator[Statement]:
    for label in labels:
        if label.bodies[0].subkind != "subcommittee":
            continue
        near = {
            other.bodies[0].key: other.bodies[0]
            for other in labels
            if abs(other.passage.number - label.passage.number) <= _NEAR
            and other.bodies[0].subkind in ("committee", "board_committee")
        }
        if len(near) == 1:
            yield _stated(label, label.bodies[0], "subUnitOf", next(iter(near.values())))


def _stated(
    label: Label, body: Mention, predicate: str, object_: Mention | str, structure: str | None = None
) -> Statement:
    return Statement(
        subject=body,
        predicate=predicate,
        object=object_,
        start=label.passage.start,
        end=label.passage.end,
        structure=structure,
        confidence=weighed(0.75, body, object_),
    )
