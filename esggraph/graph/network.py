"""A company's governance as a networkx graph, and what follows from it: who stands below whom, and how far down.

Nodes are IRIs of bodies and posts, with attributes. What a report states is kept apart from what is
concluded: `company_network` has only stated relations, `hierarchy` reads them all as "stands below".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import networkx as nx

from esggraph.graph.answers import Company, Law, Relation, Standard
from esggraph.graph.lookup import Graph

POST = "post"
"""The `kind` of a node that is a post; the kind of a body is one of BODY_KINDS."""
_UPWARD = {"subUnitOf": True, "reportsTo": True, "oversees": False, "hasMember": False}
"""Predicates that place one actor above another, the most telling first: whether the object is the one above."""
_STRUCTURAL = 2  # how many of them are about structure, rather than about supervision
_RANK = ("shareholders_meeting", "board", "supervisory_board", "management", "board_committee")
_FAR = 10_000  # the distance of a body that nothing links to the board, where distances are compared


def company_network(graph: Graph, company: Company | str) -> nx.MultiDiGraph:
    """Return the bodies and posts of `company` and the relations stated between them.

    Node attributes: `label`, `kind` (a body's, or "post"), `aliases`, `holder` (of a post, or None), `lines` (of
    defence, ascending), `tiers` ((structure, number) pairs, ascending), `topics` (labels). Edges have the predicate as
    key and attribute `predicate`, and `evidence` (IRI of the statement), `confidence`, `quote`, `place`. Graph
    attribute: `company`, the row.
    """
    company = company if isinstance(company, Company) else graph.find_company(company)
    network = nx.MultiDiGraph(company=company)
    for body in graph.bodies(company):
        network.add_node(body.iri, label=body.name, kind=body.kind, aliases=body.aliases, holder=None)
    for post in graph.posts(company):
        network.add_node(post.iri, label=post.name, kind=POST, aliases=post.aliases, holder=post.holder)
    relations = graph.relations(company)
    for node, attributes in network.nodes.items():
        attributes["lines"] = tuple(sorted(r.number or 0 for r in _of(relations, node, "lineOfDefence")))
        attributes["tiers"] = tuple(sorted((r.structure or "", r.number or 0) for r in _of(relations, node, "inTier")))
        attributes["topics"] = tuple(sorted(r.object for r in _of(relations, node, "responsibleFor")))
    for relation in relations:
        if relation.object_iri in network:
            network.add_edge(
                relation.subject_iri,
                relation.object_iri,
                key=relation.predicate,
                predicate=relation.predicate,
                evidence=relation.iri,
                confidence=relation.confidence,
                quote=relation.quote,
                place=relation.place,
            )
    return network


def _of(relations: list[Relation], subject: str, predicate: str) -> list[Relation]:
    return [r for r in relations if r.subject_iri == subject and r.predicate == predicate]


def hierarchy(network: nx.MultiDiGraph) -> nx.DiGraph:
    """Return who stands below whom: an edge from each actor to every one above it.

    Merged from reportsTo and subUnitOf, and from oversees and hasMember turned round; a post that is only a member of a
    body is not below it. Edge attributes: `predicates`, the most telling first, and the highest `confidence`. Only
    actors with such an edge are nodes. May have cycles, as reports may state them.
    """
    result = nx.DiGraph(company=network.graph["company"])
    for predicate, object_above in _UPWARD.items():
        for subject, object_, attributes in network.edges(data=True):
            below, above = (subject, object_) if object_above else (object_, subject)
            seat = predicate == "hasMember" and network.nodes[object_]["kind"] == POST
            if attributes["predicate"] != predicate or seat or below == above:
                continue
            stated = result.edges.get((below, above), {"predicates": (), "confidence": 0.0})
            result.add_nodes_from((node, network.nodes[node]) for node in (below, above))
            result.add_edge(
                below,
                above,
                predicates=(*stated["predicates"], predicate),
                confidence=max(stated["confidence"], attributes["confidence"]),
            )
    return result


def roots(structure: nx.DiGraph) -> list[str]:
    """Return the actors of a `hierarchy` with nobody above them, the general meeting and the boards first.

    Where all actors of a group stand above each other in a cycle, the highest of them by kind is its root.
    """
    groups = nx.condensation(structure) if structure else structure
    tops = (groups.nodes[group]["members"] for group in groups if groups.out_degree(group) == 0)
    return sorted((min(top, key=_order(structure)) for top in tops), key=_order(structure))


def _order(structure: nx.DiGraph) -> Callable[[str], tuple[int, str, str]]:
    """Return a sort key for nodes: by rank of kind, then by label."""

    def key(node: str) -> tuple[int, str, str]:
        kind, label = structure.nodes[node]["kind"], structure.nodes[node]["label"]
        return (_RANK.index(kind) if kind in _RANK else len(_RANK), label.casefold(), node)

    return key


def distance_from_board(structure: nx.DiGraph) -> dict[str, int]:
    """Return for each actor of a `hierarchy` below a board how many steps it is away; 0 is a board itself.

    Boards are bodies of kind "board" or "supervisory_board". What is linked to none of them is left out.
    """
    boards = [n for n, kind in structure.nodes(data="kind") if kind in ("board", "supervisory_board")]
    downward = structure.reverse(copy=False)
    return dict(nx.multi_source_dijkstra_path_length(downward, boards, weight=None)) if boards else {}


def tiers(network: nx.MultiDiGraph) -> dict[str, dict[int, list[str]]]:
    """Return structure -> tier, from the top -> its actors."""
    places = sorted(
        (structure, number, node) for node, tiers in network.nodes(data="tiers") for structure, number in tiers
    )
    return {
        structure: {number: [p[2] for p in tier] for number, tier in groupby(of_one, key=itemgetter(1))}
        for structure, of_one in groupby(places, key=itemgetter(0))
    }


def lines_of_defence(network: nx.MultiDiGraph) -> dict[int, list[str]]:
    """Return line of defence, ascending -> the actors on it; lines without any are left out."""
    places = sorted((line, node) for node, lines in network.nodes(data="lines") for line in lines)
    return {line: [p[1] for p in group] for line, group in groupby(places, key=itemgetter(0))}


def members(network: nx.MultiDiGraph, body: str) -> list[str]:
    """Return the members of `body` that its report states, posts and bodies, by label."""
    return _objects(network, body, "hasMember")


def leaders(network: nx.MultiDiGraph, body: str) -> list[str]:
    """Return who chairs or leads `body`, by label."""
    return _objects(network, body, "ledBy")


def _objects(network: nx.MultiDiGraph, subject: str, predicate: str) -> list[str]:
    found = [o for _, o, key in network.out_edges(subject, keys=True) if key == predicate]
    return sorted(found, key=lambda node: network.nodes[node]["label"].casefold())


@dataclass(frozen=True, slots=True)
class Branch:
    """An actor with all that is drawn below it."""

    iri: str
    name: str
    kind: str
    link: tuple[str, ...]  # the predicates that place it under the branch above; empty for a root
    leaders: tuple[str, ...]  # names
    members: tuple[str, ...]  # names of posts; bodies that are members are branches
    also_under: tuple[str, ...]  # names of further actors above it
    branches: tuple[Branch, ...]


def tree(network: nx.MultiDiGraph) -> list[Branch]:
    """Return the hierarchy for drawing: each actor once, under the one above it that says most; cycles are cut.

    Of several above, a parent unit counts for more than a reporting line, that for more than oversight and membership;
    of equal parents and reporting lines the one farther from the board (the direct superior), of equal overseers the
    nearer. Bodies with only leaders or members are roots of their own; those without
    any relation are left out (`unplaced` has them).
    """
    structure = hierarchy(network)
    above = _spanning_forest(structure)
    below: dict[str | None, list[str]] = defaultdict(list)
    for node in sorted({*structure, *_staffed(network)}, key=_order(network)):
        below[above.get(node)].append(node)
    return [_branch(network, structure, above, below, root) for root in below[None]]


def unplaced(network: nx.MultiDiGraph) -> list[str]:
    """Return the bodies that `tree` leaves out, by label."""
    placed = {*hierarchy(network), *_staffed(network)}
    left = [n for n, kind in network.nodes(data="kind") if kind != POST and n not in placed]
    return sorted(left, key=lambda node: network.nodes[node]["label"].casefold())


def _staffed(network: nx.MultiDiGraph) -> Iterable[str]:
    return {subject for subject, _, key in network.edges(keys=True) if key in ("hasMember", "ledBy")}


def _spanning_forest(structure: nx.DiGraph) -> dict[str, str]:
    """Return actor -> the one above it under which it is drawn; without cycles."""
    distance = distance_from_board(structure)
    order = _order(structure)

    def weakness(edge: tuple[str, str]) -> tuple[object, ...]:
        below, above = edge
        far = distance.get(above, _FAR)
        first = next(i for i, p in enumerate(_UPWARD) if p in structure.edges[edge]["predicates"])
        nearness = -far if first < _STRUCTURAL else far
        sure = structure.edges[edge]["confidence"]
        return (far > distance.get(below, _FAR), first, nearness, -sure, order(above), below)

    chosen: dict[str, str] = {}
    for below, above in sorted(structure.edges, key=weakness):
        if below not in chosen and below not in _chain(chosen, above):
            chosen[below] = above
    return chosen


def _chain(above: dict[str, str], node: str) -> list[str]:
    """Return `node` and all above it."""
    chain = [node]
    while (up := above.get(chain[-1])) is not None:
        chain.append(up)
    return chain


def _branch(
    network: nx.MultiDiGraph,
    structure: nx.DiGraph,
    above: dict[str, str],
    below: dict[str | None, list[str]],
    node: str,
) -> Branch:
    names = network.nodes(data="label")
    parent = above.get(node)
    others = [other for other in structure.successors(node) if other != parent] if node in structure else []
    return Branch(
        iri=node,
        name=names[node],
        kind=network.nodes[node]["kind"],
        link=structure.edges[node, parent]["predicates"] if parent else (),
        leaders=tuple(names[n] for n in leaders(network, node)),
        members=tuple(names[n] for n in members(network, node) if network.nodes[n]["kind"] == POST),
        also_under=tuple(sorted(names[n] for n in others)),
        branches=tuple(_branch(network, structure, above, below, child) for child in below[node]),
    )


def citation_network(graph: Graph, companies: Iterable[Company | str] | None = None) -> nx.DiGraph:
    """Return who cites what: an edge from each of `companies` (default: all) to every law and standard it cites.

    Node attributes: `label`, `kind` ("company", or the instrument's own kind), `jurisdiction` (of a law, or None). Edge
    attributes: `wording`, `confidence`, `quote`, `place`.
    """
    network = nx.DiGraph()
    for named in graph.companies() if companies is None else companies:
        company = named if isinstance(named, Company) else graph.find_company(named)
        network.add_node(company.iri, label=company.name, kind="company", jurisdiction=None)
        cited: list[Law | Standard] = [*graph.laws(company), *graph.standards(company)]
        for one in cited:
            jurisdiction = one.jurisdiction if isinstance(one, Law) else None
            network.add_node(one.iri, label=one.name, kind=one.kind, jurisdiction=jurisdiction)
            network.add_edge(
                company.iri,
                one.iri,
                wording=one.wording,
                confidence=one.confidence,
                quote=one.quote,
                place=one.place,
            )
    return network
