"""Bodies and posts as boxes, and the relations between them as arrows: what several scenes share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from esggraph.graph.answers import Company, Relation, Sourced
from esggraph.graph.iris import slug
from esggraph.graph.lookup import Graph, in_words
from esggraph.graph.network import leaders, members
from esggraph.views.palette import EDGES
from esggraph.views.picture import Edge, Node, Quote, Statement

_STYLE = {
    "shareholders_meeting": "board",
    "board": "board",
    "supervisory_board": "board",
    "board_committee": "committee",
    "committee": "committee",
    "subcommittee": "committee",
    "working_group": "group",
    "team": "group",
    "office": "department",
    "department": "department",
    "management": "management",
    "post": "post",
}
_UPWARD = ("reportsTo", "subUnitOf")  # their arrow runs from the object down to the subject


class Actors:
    """The bodies and posts of a company, ready to be drawn."""

    def __init__(self, graph: Graph, company: Company, network: nx.MultiDiGraph) -> None:
        self._network = network
        self._sources: dict[str, Sourced] = {row.iri: row for row in (*graph.bodies(company), *graph.posts(company))}

    def box(
        self,
        iri: str,
        *,
        id: str | None = None,
        kind: str | None = None,
        parent: str | None = None,
        facets: Mapping[str, Sequence[str]] | None = None,
        label: str | None = None,
    ) -> Node:
        """Return the box of a body or post, with the topics it is responsible for as a facet beside `facets`.

        `kind`: a key of palette.NODES, where it is not to follow its own kind.
        """
        attributes = self._network.nodes[iri]
        topics = attributes["topics"]
        details = [
            ("Also called", "; ".join(attributes["aliases"])),
            ("Held by", attributes["holder"] or ""),
            ("Led by", ", ".join(self._network.nodes[n]["label"] for n in leaders(self._network, iri))),
            ("Members", ", ".join(self._network.nodes[n]["label"] for n in members(self._network, iri))),
            ("Responsible for", ", ".join(topics)),
        ]
        return Node(
            id or iri,
            attributes["label"],
            kind or _STYLE.get(attributes["kind"], "other"),
            parent,
            {"topic": topics, **(facets or {})},
            [detail for detail in details if detail[1]],
            [quote(self._sources[iri])],
            label,
        )


def topics(nodes: Iterable[Node]) -> list[str]:
    """Return the topics of `nodes`, by name: what a filter offers."""
    return sorted({topic for node in nodes for topic in node.facets.get("topic", ())})


def quote(source: Sourced) -> Quote:
    """Return the words behind `source`."""
    return Quote(source.quote, source.place, source.confidence)


def arrows(relations: Iterable[Relation], boxes: Mapping[str, Sequence[str]]) -> list[Edge]:
    """Return the relations between shown actors as arrows from the upper to the lower, one a pair.

    `boxes` gives the boxes of each actor that is shown. Of several relations of a pair, the one that comes first in
    the palette gives the arrow its colour and direction, and all are told.
    """
    stated: dict[frozenset[str], list[Relation]] = defaultdict(list)
    for r in relations:
        if r.predicate in EDGES and r.subject_iri != r.object_iri:
            stated[frozenset((r.subject_iri, r.object_iri))].append(r)
    order = list(EDGES)
    edges = []
    for pair in stated.values():
        first = min(pair, key=lambda r: order.index(r.predicate))
        upper, lower = first.subject_iri, first.object_iri
        if first.predicate in _UPWARD:
            upper, lower = lower, upper
        said = [Statement(words(r), [quote(r)]) for r in pair]
        edges += [
            Edge(source, target, first.predicate, said)
            for source in boxes.get(upper, ())
            for target in boxes.get(lower, ())
        ]
    return edges


def words(relation: Relation) -> str:
    """Return a relation as a sentence: "Audit Committee reports to Board of Directors"."""
    return f"{relation.subject} {in_words(relation.predicate, relation.object)}"


def title(company: Company, what: str) -> str:
    """Return the title of a company's page."""
    return f"{company.name}: {what}"


def file(company: Company, kind: str) -> str:
    """Return the stem of the file of a company's page."""
    return f"{slug(company.name)}-{kind}"
