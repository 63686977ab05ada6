"""The governance structure of a company: who stands above whom."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from esggraph.errors import NothingToShow
from esggraph.graph.answers import Company
from esggraph.graph.lookup import Graph
from esggraph.graph.network import POST, Branch, company_network, leaders, members, tree, unplaced
from esggraph.views.palette import EDGES
from esggraph.views.picture import Layout, Picture, Row
from esggraph.views.scenes.actors import Actors, arrows, file, title, topics, words

SEAT = "seat"
"""The kind of a post that stands nowhere but in the bodies that it leads or sits in; shown on demand."""


def structure(graph: Graph, company: Company) -> Picture:
    """Return the hierarchy of bodies, with the posts that stand in it; leaders and members come on demand."""
    network = company_network(graph, company)
    parents: dict[str, str | None] = {}
    _collect(tree(network), None, parents)
    if not parents:
        raise NothingToShow(f"the reports of {company.name} state no structure that was found: try 'bodies'")
    rest = unplaced(network)
    seats = _seats(network, parents)
    actors = Actors(graph, company, network)
    nodes = [actors.box(n, parent=parents.get(n)) for n in (*parents, *rest)]
    nodes += [actors.box(n, parent=body, kind=SEAT) for n, body in seats.items()]
    relations = graph.relations(company)
    alone = {node.id for node in nodes} - {end for r in relations for end in (r.subject_iri, r.object_iri)}
    return Picture(
        title=title(company, "governance structure"),
        note="Who stands above whom, from the general meeting and the boards down, as the report states it.",
        file=file(company, "structure"),
        layout=Layout.TREE,
        nodes=nodes,
        edges=arrows(relations, {node.id: [node.id] for node in nodes}),
        columns=("Body or post", "Statement", "Where", "Words of the report"),
        rows=[
            *(Row((r.subject, words(r), r.place, r.quote), r.subject_iri) for r in relations if r.predicate in EDGES),
            *(Row((n.name, "is named", n.quotes[0].place, n.quotes[0].text), n.id) for n in nodes if n.id in alone),
        ],
        sources=company.reports,
        facets={"topic": topics(nodes)},
        unticked=(SEAT,),
    )


def _collect(branches: Sequence[Branch], parent: str | None, parents: dict[str, str | None]) -> None:
    """Fill `parents` with the one above each actor of the tree, a parent before its children."""
    for branch in branches:
        parents[branch.iri] = parent
        _collect(branch.branches, branch.iri, parents)


def _seats(network: nx.MultiDiGraph, placed: dict[str, str | None]) -> dict[str, str]:
    """Return post -> body, of the posts outside the tree: the body that one leads, else the first that it sits in."""
    seats: dict[str, str] = {}
    for held in (leaders, members):
        for body in placed:
            for one in held(network, body):
                if network.nodes[one]["kind"] == POST and one not in placed:
                    seats.setdefault(one, body)
    return seats
