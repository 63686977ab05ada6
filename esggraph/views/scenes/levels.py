"""The tiers of governance and the three lines of defence: strips below each other, with arrows between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from esggraph.errors import NothingToShow
from esggraph.graph.answers import Company
from esggraph.graph.lookup import Graph
from esggraph.graph.network import company_network
from esggraph.views.picture import Layout, Node, Picture, Row
from esggraph.views.scenes.actors import Actors, arrows, file, title, topics

_LINES = {1: "First line of defence", 2: "Second line of defence", 3: "Third line of defence"}
_ABOVE = "Governing bodies"
_OPEN = "open: none found in the text"


def tiers(graph: Graph, company: Company) -> Picture:
    """Return the tiers of each tiered structure, the top one first."""
    rows = graph.tiers(company)
    if not rows:
        raise NothingToShow(f"the reports of {company.name} state no tiered structure that was found")
    levels = [(f"{row.structure}: tier {row.tier}", row.iri) for row in rows]
    table = [(row.name, level, row.place, row.quote) for (level, _), row in zip(levels, rows, strict=True)]
    return _picture(
        graph, company, "tier", levels, list(dict.fromkeys(level for level, _ in levels)), table,
        title=title(company, "tiers of governance"), file=file(company, "tiers"),
        note="The tiers that the report states, the top one first.",
    )  # fmt: skip


def defence(graph: Graph, company: Company) -> Picture:
    """Return the three lines of defence, with the bodies that they report to above; open lines are shown as open."""
    rows = graph.defence(company)
    if not rows:
        raise NothingToShow(f"the reports of {company.name} state no lines of defence that were found")
    defenders = {row.iri for row in rows}
    above = [
        upper
        for r in graph.relations(company)
        for upper, lower in [
            (r.object_iri, r.subject_iri) if r.predicate == "reportsTo" else (r.subject_iri, r.object_iri)
        ]
        if r.predicate in ("reportsTo", "oversees") and lower in defenders and upper not in defenders
    ]
    levels = [(_ABOVE, iri) for iri in dict.fromkeys(above)]
    levels += [(_LINES[row.line_of_defence], row.iri) for row in rows]
    table = [(row.name, _LINES[row.line_of_defence], row.place, row.quote) for row in rows]
    bands = [*([_ABOVE] if above else []), *_LINES.values()]
    return _picture(
        graph, company, "line", levels, bands, table,
        title=title(company, "three lines of defence"), file=file(company, "defence"),
        note="Who stands on which line, and whom they report to; a line of which the text says nothing is open.",
    )  # fmt: skip


def _picture(
    graph: Graph, company: Company, facet: str, levels: Iterable[tuple[str, str]], bands: Sequence[str],
    table: Iterable[tuple[str, ...]], *, title: str, file: str, note: str,
) -> Picture:  # fmt: skip
    """Return the picture of `levels`, pairs of a strip and the IRI of an actor; `table` has the names of both first."""
    actors = Actors(graph, company, company_network(graph, company))
    boxes: dict[str, list[str]] = defaultdict(list)
    nodes: dict[str, Node] = {}
    for level, iri in levels:
        id = f"{level}|{iri}"  # who stands on two levels has a box on each
        if id not in nodes:
            boxes[iri].append(id)
            nodes[id] = actors.box(iri, id=id, facets={facet: (level,)})
    filled = {level for node in nodes.values() for level in node.facets[facet]}
    left_open = [Node(f"open|{band}", _OPEN, "open", facets={facet: (band,)}) for band in bands if band not in filled]
    by_name = {(node.name, level): id for id, node in nodes.items() for level in node.facets[facet]}
    return Picture(
        title=title,
        note=note,
        file=file,
        layout=Layout.BANDS,
        nodes=[*nodes.values(), *left_open],
        edges=arrows(graph.relations(company), boxes),
        columns=("Body or post", facet.capitalize(), "Where", "Words of the report"),
        rows=[Row(cells, by_name[cells[0], cells[1]]) for cells in table],
        sources=company.reports,
        facets={facet: bands, "topic": topics(nodes.values())},
        arranged_by=(facet,),
    )
