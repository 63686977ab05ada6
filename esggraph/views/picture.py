"""What a page shows, as data: boxes, arrows, the table below them. Where the boxes stand is the page's own work.

The page lays them out for the width it has and for what the reader has opened (`layouts.js`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Layout(StrEnum):
    """How a picture is laid out."""

    TREE = "tree"  # parents above their children; boxes without either in a strip below
    BANDS = "bands"  # strips below each other, one for each value of the facet that is arranged by
    FLANKS = "flanks"  # the boxes of the first kind on both sides, the others between them
    OUTLINE = "outline"  # indented below their parents, opened branch by branch


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report and where they stand ("report.txt:12" or "report.pdf, page 3")."""

    text: str
    place: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Node:
    """A box."""

    id: str
    name: str
    kind: str  # a key of palette.NODES
    parent: str | None = None  # the box that this one stands under; it hides with it
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)  # "topic" -> the topics: what filters ask for
    details: Sequence[tuple[str, str]] = ()
    quotes: Sequence[Quote] = ()
    label: str | None = None  # what stands in the box, where the name is long
    zone: int = 0  # boxes of another zone stand apart: beside, in an outline; in rows of their own, in a strip


@dataclass(frozen=True, slots=True)
class Statement:
    """What an arrow says, in words, with the words of the report behind it."""

    words: str
    quotes: Sequence[Quote] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from the box `source` down to the box `target`."""

    source: str
    target: str
    predicate: str  # a key of palette.EDGES
    statements: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table below the picture; `node` is the box that its first cell stands for."""

    cells: Sequence[str]
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page with a picture shows."""

    title: str
    note: str  # what one sees, in a sentence
    file: str  # the stem of the page's file and of the files that it saves
    layout: Layout
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    columns: Sequence[str]
    rows: Sequence[Row]
    sources: Sequence[str]  # the reports' file names
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)  # facet -> its values, in the order of bands
    arranged_by: Sequence[str] = ()  # the facets that bands can be made of, the first at the start
    chosen: Mapping[str, str] = field(default_factory=dict)  # facet -> the value that is filtered by at the start
    unticked: Sequence[str] = ()  # kinds that are shown only when the reader asks for them
