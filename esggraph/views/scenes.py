"""What each kind of page shows: from the networkx view of a company to a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import networkx as nx

from esggraph.errors import EsggraphError
from esggraph.graph.answers import Company, Relation, Sourced
from esggraph.graph.iris import slug
from esggraph.graph.lookup import Graph
from esggraph.graph.network import Branch, citation_network, company_network, leaders, members, tree, unplaced
from esggraph.views.layout import GAP_X, GAP_Y, place
from esggraph.views.palette import EDGES
from esggraph.views.picture import BOX_WIDTH, Band, Edge, Node, Picture, Quote, Row, box_height

_GROUP = {
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
_GRID_WIDTH = 8  # boxes beside each other where bodies without a place are listed
_WIDEST_ROW = 16  # boxes beside each other in a band
_SCREEN = (1400, 650)  # pixels that a picture has on a usual screen
_UPWARD = ("reportsTo", "subUnitOf")  # drawn from the object down to the subject
_LINES = {1: "First line of defence", 2: "Second line of defence", 3: "Third line of defence"}


def structure(graph: Graph, company: Company) -> Picture:
    """Return the governance structure: the hierarchy; who leads and who sits in a body is told when it is clicked."""
    network = company_network(graph, company)
    branches = tree(network)
    if not branches:
        raise EsggraphError(f"the reports of {company.name} state no structure that was found: try 'bodies'")
    children: dict[str, list[str]] = {}
    _collect(branches, children)
    names = dict(network.nodes(data="label"))
    positions = place([b.iri for b in branches], children, names)
    rest = unplaced(network)
    lowest = max(y for _, y in positions.values()) + 160
    positions |= _grid(rest, names, 0, lowest)
    sources = _sources(graph, company)
    nodes = [_body_node(network, sources, n, positions[n]) for n in [*children, *rest]]
    edges = list(_edges(graph.relations(company), set(children)))
    bands = _rest_band(rest, names, lowest)
    return _picture(
        company,
        "structure",
        "Governance structure",
        "Who stands above whom, from the general meeting and the boards down, as the report states it.",
        nodes,
        edges,
        bands,
        [
            Row(
                (
                    r.subject,
                    EDGES[r.predicate].label if r.predicate not in _UPWARD else _IN_TABLE[r.predicate],
                    r.object,
                    r.place,
                    r.quote,
                ),
                r.subject_iri,
            )
            for r in graph.relations(company)
            if r.predicate in EDGES
        ],
        ("Body or post", "Relation", "To", "Where", "Words of the report"),
    )


_IN_TABLE = {"reportsTo": "reports to", "subUnitOf": "is part of"}


def _collect(branches: Sequence[Branch], children: dict[str, list[str]]) -> None:
    """Fill `children` with the tree below `branches`."""
    for branch in branches:
        children[branch.iri] = [b.iri for b in branch.branches]
        _collect(branch.branches, children)


def tiers(graph: Graph, company: Company) -> Picture:
    """Return the tiers of each tiered structure, as bands from the top."""
    rows = graph.tiers(company)
    if not rows:
        raise EsggraphError(f"the reports of {company.name} state no tiered structure that was found")
    by_band: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_band[f"{row.structure}: tier {row.tier}"].append(row.iri)
    return _banded(
        graph, company, "tiers", "Tiers of governance", "The tiers that the report states, the top one first.",
        by_band, [Row((f"{r.structure}: tier {r.tier}", r.name, r.place, r.quote), r.iri) for r in rows],
        ("Tier", "Body or post", "Where", "Words of the report"), open_bands=(),
    )  # fmt: skip


def defence(graph: Graph, company: Company) -> Picture:
    """Return the three lines of defence as bands, with the bodies that they report to above."""
    rows = graph.defence(company)
    if not rows:
        raise EsggraphError(f"the reports of {company.name} state no lines of defence that were found")
    defenders = {row.iri for row in rows}
    above = [
        r.object_iri
        for r in graph.relations(company)
        if r.predicate == "reportsTo" and r.subject_iri in defenders and r.object_iri not in defenders
    ]
    above += [
        r.subject_iri
        for r in graph.relations(company)
        if r.predicate == "oversees" and r.object_iri in defenders and r.subject_iri not in defenders
    ]
    by_band: dict[str, list[str]] = {}
    if above:
        by_band["Governing bodies"] = list(dict.fromkeys(above))
    for number, label in _LINES.items():
        by_band[label] = [row.iri for row in rows if row.line_of_defence == number]
    return _banded(
        graph, company, "defence", "Three lines of defence",
        "Who stands on which line, and whom they report to; a line that the report leaves open is shown as open.",
        by_band, [Row((_LINES[r.line_of_defence], r.name, r.place, r.quote), r.iri) for r in rows],
        ("Line", "Body or post", "Where", "Words of the report"), open_bands=tuple(_LINES.values()),
    )  # fmt: skip


def citations(graph: Graph, company: Company) -> Picture:
    """Return the laws and standards that a company cites, in bands by jurisdiction and kind."""
    network = citation_network(graph, [company])
    cited = list(network.successors(company.iri))
    if not cited:
        raise EsggraphError(f"no law or standard was found in the reports of {company.name}")
    names = dict(network.nodes(data="label"))
    by_band: dict[str, list[str]] = defaultdict(list)
    for n in sorted(cited, key=lambda n: names[n].casefold()):
        jurisdiction = network.nodes[n]["jurisdiction"]
        by_band[f"Laws: {jurisdiction}" if jurisdiction else _instrument_band(network.nodes[n]["kind"])].append(n)
    bands, positions = _bands(dict(sorted(by_band.items())), names)
    nodes = []
    for n in cited:
        edge = network.edges[company.iri, n]
        wording = "; ".join(edge["wording"])
        kind = "law" if network.nodes[n]["jurisdiction"] else "standard"
        nodes.append(
            Node(n, names[n], kind, *positions[n], [("As worded", wording)], [Quote(edge["quote"], edge["place"])])
        )
    rows = [
        Row(
            (
                names[n],
                band,
                "; ".join(network.edges[company.iri, n]["wording"]),
                network.edges[company.iri, n]["place"],
            ),
            n,
        )
        for band, members in sorted(by_band.items())
        for n in members
    ]
    return _picture(
        company, "citations", "Laws and standards cited",
        "Every law, listing rule, convention, standard and framework that the report names.",
        nodes, [], bands, rows, ("Instrument", "Group", "As worded", "Where"),
    )  # fmt: skip


def _instrument_band(kind: str | None) -> str:
    return {
        "reporting_framework": "Reporting frameworks",
        "technical_standard": "Technical standards",
        "initiative": "Initiatives",
        "rating": "Ratings",
    }.get(kind or "", "Laws")


def _banded(
    graph: Graph, company: Company, kind: str, title: str, note: str, by_band: dict[str, list[str]],
    rows: list[Row], columns: tuple[str, ...], open_bands: Iterable[str],
) -> Picture:  # fmt: skip
    network = company_network(graph, company)
    names = dict(network.nodes(data="label"))
    left_open = {f"open:{band}": band for band in open_bands if not by_band.get(band)}
    names |= dict.fromkeys(left_open, "left open by the report")
    filled = {band: members or [f"open:{band}"] for band, members in by_band.items()}
    bands, positions = _bands(filled, names)
    shown = dict.fromkeys(n for members in filled.values() for n in members)
    sources = _sources(graph, company)
    nodes = [
        Node(n, names[n], "open", *positions[n]) if n in left_open else _body_node(network, sources, n, positions[n])
        for n in shown
    ]
    edges = list(_edges(graph.relations(company), set(shown)))
    return _picture(company, kind, title, note, nodes, edges, bands, rows, columns)


def _bands(by_band: dict[str, list[str]], names: dict[str, str]) -> tuple[list[Band], dict[str, tuple[float, float]]]:
    """Return the bands below each other, and the boxes in rows of the width that shows the whole picture largest."""

    def shrunk(bands: list[Band]) -> float:
        return max(bands[-1].width / _SCREEN[0], (bands[-1].y + bands[-1].height) / _SCREEN[1])

    widest = max(len(band) for band in by_band.values())
    drafts = (_bands_of_width(by_band, names, columns) for columns in range(1, min(widest, _WIDEST_ROW) + 1))
    return min(drafts, key=lambda draft: shrunk(draft[0]))


def _bands_of_width(
    by_band: dict[str, list[str]], names: dict[str, str], columns: int
) -> tuple[list[Band], dict[str, tuple[float, float]]]:
    bands: list[Band] = []
    positions: dict[str, tuple[float, float]] = {}
    width = columns * (BOX_WIDTH + GAP_X) + GAP_X
    y = 0.0
    for label, band in by_band.items():
        placed = _grid(band, names, GAP_X, y + 44, columns, width)
        height = max(p[1] + box_height(names[n]) / 2 for n, p in placed.items()) - y + GAP_Y
        bands.append(Band(label, 0, y, width, height))
        positions |= placed
        y += height + 24
    return bands, positions


def _grid(
    members: Sequence[str], names: dict[str, str], left: float, top: float, columns: int = _GRID_WIDTH, width: float = 0
) -> dict[str, tuple[float, float]]:
    """Return the centres of `members` in rows of `columns`; a short row is centred when the `width` is given."""
    positions: dict[str, tuple[float, float]] = {}
    y = top
    for i in range(0, len(members), columns):
        row = members[i : i + columns]
        height = max(box_height(names[n]) for n in row)
        x = (width - len(row) * (BOX_WIDTH + GAP_X) + GAP_X) / 2 if width else left
        for j, n in enumerate(row):
            positions[n] = (x + j * (BOX_WIDTH + GAP_X) + BOX_WIDTH / 2, y + height / 2)
        y += height + GAP_Y
    return positions


def _rest_band(rest: Sequence[str], names: dict[str, str], top: float) -> list[Band]:
    if not rest:
        return []
    placed = _grid(rest, names, 0, top)
    right = max(x for x, _ in placed.values()) + BOX_WIDTH / 2
    bottom = max(y + box_height(names[n]) / 2 for n, (_, y) in placed.items())
    return [Band("Named, without a stated place", -GAP_X, top - 48, right + 2 * GAP_X, bottom - top + 48 + GAP_Y)]


def _sources(graph: Graph, company: Company) -> dict[str, Sourced]:
    return {row.iri: row for row in (*graph.bodies(company), *graph.posts(company))}


def _body_node(network: nx.MultiDiGraph, sources: dict[str, Sourced], iri: str, position: tuple[float, float]) -> Node:
    attributes = network.nodes[iri]
    source = sources[iri]
    details = [
        ("Also called", "; ".join(attributes["aliases"])),
        ("Held by", attributes["holder"] or ""),
        ("Led by", ", ".join(network.nodes[n]["label"] for n in leaders(network, iri))),
        ("Members", ", ".join(network.nodes[n]["label"] for n in members(network, iri))),
        ("Responsible for", ", ".join(attributes["topics"])),
        ("Confidence", f"{source.confidence:.2f}"),
    ]
    return Node(
        iri,
        attributes["label"],
        _GROUP.get(attributes["kind"], "other"),
        *position,
        [d for d in details if d[1]],
        [Quote(source.quote, source.place)],
    )


def _edges(relations: Iterable[Relation], shown: set[str]) -> Iterable[Edge]:
    """Yield the relations between shown boxes as arrows from the upper to the lower; one arrow a pair and predicate."""
    for r in relations:
        if r.predicate not in EDGES or r.subject_iri not in shown or r.object_iri not in shown:
            continue
        upper, lower = (r.object_iri, r.subject_iri) if r.predicate in _UPWARD else (r.subject_iri, r.object_iri)
        words = _IN_TABLE.get(r.predicate, EDGES[r.predicate].label)
        quotes = [Quote(r.quote, r.place)]
        yield Edge(upper, lower, r.predicate, f"{r.subject} {words} {r.object}", quotes, r.confidence)


def _picture(
    company: Company, kind: str, title: str, note: str, nodes: Sequence[Node], edges: Sequence[Edge],
    bands: Sequence[Band], rows: Sequence[Row], columns: tuple[str, ...],
) -> Picture:  # fmt: skip
    return Picture(
        title=f"{company.name}: {title[0].lower()}{title[1:]}",
        note=note,
        file=f"{slug(company.name)}-{kind}",
        nodes=nodes,
        edges=edges,
        columns=columns,
        rows=rows,
        sources=company.reports,
        bands=bands,
    )


SCENES: dict[str, Callable[[Graph, Company], Picture]] = {
    "structure": structure,
    "tiers": tiers,
    "defence": defence,
    "citations": citations,
}
