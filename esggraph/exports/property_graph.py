"""The whole graph as nodes and edges with attributes: what Gephi, Neo4j, networkx and spreadsheets take.

Nodes are the things that reports name (companies, bodies, laws …), edges what the reports say of them, one for each
report that says it, with its confidence, its place and the best quote. Left out: all quotes but the best, and of the
vocabularies what no report names.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Store

from esggraph.graph.namespaces import ESG, PREFIXES, local_name
from esggraph.graph.sparql import select

_CLASSES = {
    f"{ESG}Company": ("Company",),
    f"{ESG}Body": ("Body", "Actor"),
    f"{ESG}Post": ("Post", "Actor"),
    f"{PREFIXES['foaf']}Person": ("Person",),
    f"{ESG}Policy": ("Policy",),
    f"{ESG}Law": ("Law", "Instrument"),
    f"{ESG}Standard": ("Standard", "Instrument"),
    f"{ESG}Certification": ("Certification",),
    f"{ESG}CertifiedPart": ("CertifiedPart",),
    f"{ESG}LineOfDefence": ("LineOfDefence",),
    f"{ESG}Tier": ("Tier",),
    f"{ESG}Structure": ("Structure",),
    f"{PREFIXES['skos']}Concept": ("Topic",),
}
"""Class -> the labels of its nodes, the most telling first; a thing of several classes has the labels of the first."""
_KINDS = ("bodyKind", "policyKind", "instrumentKind")
_NUMBERS = ("tierNumber", "lineNumber")
_HAS = ("hasUnit", "hasPost", "hasPolicy", "hasCertification")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing that a report names. `labels`: its class and wider ones ("Law", "Instrument")."""

    iri: str
    labels: tuple[str, ...]
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None  # the name of the company whose body, post, policy or certification it is
    kind: str | None = None
    status: str | None = None  # of a certification
    jurisdiction: str | None = None  # of a law
    stock_codes: tuple[str, ...] = ()  # of a company
    number: int | None = None  # of a tier or a line of defence


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What one report says of two nodes; a link that follows from a statement has no `statement` and no evidence."""

    source: str
    target: str
    predicate: str  # "cites", "reportsTo", …
    statement: str | None = None  # its IRI
    confidence: float | None = None
    report: str | None = None  # its IRI
    file: str | None = None
    line: int | None = None
    page: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes by class and name, and edges between them in the order of source, predicate and target."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def property_graph(store: Store) -> PropertyGraph:
    """Return the graph in `store` as nodes and edges."""
    edges = _stated(store)
    named = {iri for edge in edges for iri in (edge.source, edge.target)}
    edges += _links(store, named)
    named |= {iri for edge in edges for iri in (edge.source, edge.target)}
    nodes = _nodes(store, named, {edge.target: edge.source for edge in edges if edge.predicate in _HAS})
    return PropertyGraph(
        tuple(sorted(nodes, key=lambda n: (n.labels, n.name.casefold(), n.iri))),
        tuple(sorted(edges, key=lambda e: (e.source, e.predicate, e.target, e.statement or ""))),
    )


def _stated(store: Store) -> list[Edge]:
    """Return what the reports state, with the best quote of each statement."""
    quotes = {(s["thing"], s["annotation"]): s for s in select(store, "evidence")}
    best = {s["statement"]: quotes[s["statement"], s["best"]] for s in select(store, "best_evidence")}
    return [
        Edge(
            source=s["subject"],
            target=s["object"],
            predicate=local_name(s["predicate"]),
            **{field: s[field] for field in ("statement", "confidence", "report")},
            **{field: best[s["statement"]][field] for field in ("file", "line", "page", "quote")},
        )
        for s in select(store, "sources")
    ]


def _links(store: Store, named: set[str]) -> list[Edge]:
    """Return the links from the things in `named`, and from those that they lead to."""
    links = select(store, "links")
    found: list[Edge] = []
    reached = set(named)
    while new := [s for s in links if s["subject"] in reached]:
        found += [Edge(source=s["subject"], target=s["object"], predicate=local_name(s["predicate"])) for s in new]
        reached = {s["object"] for s in new} - named
        links = [s for s in links if s not in new]
    return found


def _nodes(store: Store, named: set[str], companies: dict[str, str]) -> list[Node]:
    attributes: dict[str, dict[str, list[str]]] = {iri: defaultdict(list) for iri in named}
    numbers: dict[str, int] = {}
    for s in select(store, "attributes"):
        if s["thing"] in attributes:
            key = local_name(s["property"])
            if key in _NUMBERS:
                numbers[s["thing"]] = s["value"]
            else:
                attributes[s["thing"]][key].append(s["value"])
    names = {
        iri: [name for key in ("prefLabel", "label", "name") for name in sorted(about[key])] or [local_name(iri)]
        for iri, about in attributes.items()
    }
    nodes = []
    for iri, about in attributes.items():
        labels = next((labels for class_, labels in _CLASSES.items() if class_ in about["type"]), ("Thing",))
        nodes.append(
            Node(
                iri=iri,
                labels=labels,
                name=names[iri][0],
                aliases=tuple(sorted({*about["altLabel"], *names[iri]} - {names[iri][0]})),
                company=names[companies[iri]][0] if iri in companies else None,
                kind=next((about[key][0] for key in _KINDS if about[key]), None),
                status=next(iter(about["certificationStatus"]), None),
                jurisdiction=next(iter(about["jurisdiction"]), None),
                stock_codes=tuple(sorted(about["stockCode"])),
                number=numbers.get(iri),
            )
        )
    return nodes
