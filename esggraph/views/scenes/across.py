"""Pictures of several companies: who cites what, and the whole graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

import networkx as nx

from esggraph.errors import NothingToShow
from esggraph.graph.answers import Company, Law, Standard
from esggraph.graph.lookup import Graph
from esggraph.graph.network import company_network
from esggraph.views.picture import Edge, Layout, Node, Picture, Quote, Row, Statement
from esggraph.views.scenes.actors import Actors, arrows, quote, topics
from esggraph.views.scenes.documents import NO_TOPIC, issuer, short_name

_CITED_BY = "cited by"
_CITED = "Laws and standards"
_SHARED = 2  # companies that cite a law or standard, from which it is shared
_AT_FIRST = 24  # laws and standards that a reader sees before asking for more: what a screen holds legibly


def citing(graph: Graph, companies: Sequence[Company]) -> Picture:
    """Return which laws and standards several of `companies` cite, those of most companies first."""
    if len(companies) < _SHARED:
        raise NothingToShow("who cites what needs the reports of two companies: build a graph of more reports")
    cited: dict[str, Law | Standard] = {}
    by: dict[str, dict[str, Law | Standard]] = defaultdict(dict)
    for company in companies:
        for one in chain[Law | Standard](graph.laws(company), graph.standards(company)):
            cited.setdefault(one.iri, one)
            by[one.iri][company.iri] = one
    shared = sorted(
        (iri for iri in by if len(by[iri]) >= _SHARED), key=lambda iri: (-len(by[iri]), cited[iri].name.casefold())
    )
    if not shared:
        raise NothingToShow("no law and no standard is cited by two of the companies")
    names = {company.iri: company for company in companies}
    nodes = [Node(c.iri, c.name, "company", details=[("Reports", "; ".join(c.reports))]) for c in companies]
    nodes += [
        Node(
            iri,
            cited[iri].name,
            "law" if isinstance(cited[iri], Law) else "standard",
            facets={
                _CITED_BY: [_at_least(number) for number in range(_SHARED, len(by[iri]) + 1)],
                "topic": (cited[iri].topic or NO_TOPIC,),
                "from": (issuer(cited[iri]),),
            },
            details=[
                ("Cited by", f"{len(by[iri])} companies"),
                ("Topic", cited[iri].topic or ""),
                ("From", issuer(cited[iri])),
            ],
            label=short_name(cited[iri]),
        )
        for iri in shared
    ]
    edges = [
        Edge(company, iri, "cites", [Statement(_citation(names[company], cited[iri], one), [quote(one)])])
        for iri in shared
        for company, one in by[iri].items()
    ]
    counts = [len(by[iri]) for iri in shared]
    levels = sorted(set(counts))
    fitting = next((n for n in levels if sum(c >= n for c in counts) <= _AT_FIRST), levels[-1])
    return Picture(
        title="Who cites what: the laws and standards that companies share",
        note="Companies on both sides, between them what two or more of them cite; the most cited come first.",
        file="who-cites-what",
        layout=Layout.FLANKS,
        nodes=nodes,
        edges=edges,
        columns=("Law or standard", "From", "Topic", "Cited by", "Companies"),
        rows=[
            Row(
                (
                    cited[iri].name,
                    issuer(cited[iri]),
                    cited[iri].topic or "",
                    str(len(by[iri])),
                    "; ".join(sorted(names[c].name for c in by[iri])),
                ),
                iri,
            )
            for iri in shared
        ],
        sources=_reports(companies),
        facets={
            _CITED_BY: [_at_least(n) for n in levels],
            **{f: sorted({v for n in nodes for v in n.facets.get(f, ())}) for f in ("topic", "from")},
        },
        chosen={_CITED_BY: _at_least(fitting)} if fitting > _SHARED else {},
    )


def _citation(company: Company, instrument: Law | Standard, as_cited: Law | Standard) -> str:
    wording = [form for form in as_cited.wording if form != instrument.name]
    return f"{company.name} cites {instrument.name}" + (f", also as “{'”, “'.join(wording)}”" if wording else "")


def _at_least(number: int) -> str:
    return f"{number} companies or more"


def whole(graph: Graph, companies: Sequence[Company]) -> Picture:
    """Return everything that the graph says of `companies`, in groups that are opened one by one."""
    nodes: list[Node] = []
    boxes: dict[str, list[str]] = {}
    cites: list[Edge] = []
    rows: list[Row] = []
    instruments: dict[str, Law | Standard] = {}
    for company in companies:
        nodes.append(Node(company.iri, company.name, "company", details=[("Reports", "; ".join(company.reports))]))
        network = company_network(graph, company)
        for group, things in _groups(graph, company, network):
            nodes.append(_group(f"{company.iri}|{group}", group, len(things), company.iri))
            nodes += things
            boxes |= {thing.id: [thing.id] for thing in things}
            rows += [Row((n.name, group, company.name, _place(n.quotes)), n.id) for n in things]
        for one in chain[Law | Standard](graph.laws(company), graph.standards(company)):
            instruments.setdefault(one.iri, one)
            says = _citation(company, instruments[one.iri], one)
            cites.append(Edge(company.iri, one.iri, "cites", [Statement(says, [quote(one)])]))
    by_topic: dict[str, list[Law | Standard]] = defaultdict(list)
    for one in instruments.values():
        by_topic[one.topic or NO_TOPIC].append(one)
    if instruments:
        nodes.append(_group(_CITED, _CITED, len(instruments), None, zone=1))
    for topic, cited in sorted(by_topic.items()):
        group = f"{_CITED}|{topic}"
        nodes.append(_group(group, topic, len(cited), _CITED, zone=1))
        for one in sorted(cited, key=lambda one: one.name.casefold()):
            kind = "law" if isinstance(one, Law) else "standard"
            nodes.append(
                Node(
                    one.iri, one.name, kind, group, {"topic": (topic,)}, [("From", issuer(one))],
                    label=short_name(one), zone=1,
                )
            )  # fmt: skip
            rows.append(Row((one.name, kind, issuer(one), one.place), one.iri))
    relations = [r for company in companies for r in graph.relations(company)]
    return Picture(
        title="The whole graph",
        note="Companies with all they say of their governance, and the laws and standards they cite. "
        "Open a group with a double click, or with the key Enter.",
        file="whole-graph",
        layout=Layout.OUTLINE,
        nodes=nodes,
        edges=[*arrows(relations, boxes), *cites],
        columns=("Name", "What", "Of", "Where"),
        rows=rows,
        sources=_reports(companies),
        facets={"topic": topics(nodes)},
    )


def _groups(graph: Graph, company: Company, network: nx.MultiDiGraph) -> list[tuple[str, list[Node]]]:
    """Return the groups of a company's boxes that have any, with their boxes."""
    actors = Actors(graph, company, network)
    groups = {
        "Bodies": [actors.box(b.iri, parent=f"{company.iri}|Bodies") for b in graph.bodies(company)],
        "Posts": [actors.box(p.iri, parent=f"{company.iri}|Posts") for p in graph.posts(company)],
        "Policies": [
            Node(p.iri, p.name, "policy", f"{company.iri}|Policies", _topic(p.topic), quotes=[quote(p)])
            for p in graph.policies(company)
        ],
        "Certificates": [
            Node(
                c.iri, c.name, "certificate" if c.status == "held" else "pursued", f"{company.iri}|Certificates",
                _topic(c.topic), [("Holder", c.holder), ("Status", c.status)], [quote(c)],
            )
            for c in graph.certifications(company)
        ],
    }  # fmt: skip
    return [(name, things) for name, things in groups.items() if things]


def _group(id: str, name: str, size: int, parent: str | None, zone: int = 0) -> Node:
    return Node(id, f"{name} ({size})", "group_of", parent, zone=zone)


def _topic(topic: str | None) -> dict[str, Sequence[str]]:
    return {"topic": (topic or NO_TOPIC,)}


def _place(quotes: Sequence[Quote]) -> str:
    return quotes[0].place if quotes else ""


def _reports(companies: Sequence[Company]) -> list[str]:
    return [report for company in companies for report in company.reports]
