"""What a company cites, publishes and holds: laws, policies and certificates in strips by topic or holder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from esggraph.errors import NothingToShow
from esggraph.graph.answers import Company, Law, Relation, Standard
from esggraph.graph.lookup import Graph
from esggraph.graph.network import company_network
from esggraph.jurisdictions import nation_name, split_nation
from esggraph.views.picture import Layout, Node, Picture, Row
from esggraph.views.scenes.actors import Actors, file, quote, title

NO_TOPIC = "(no topic)"
_STANDARDS = {
    "reporting_framework": "Reporting frameworks",
    "technical_standard": "Technical standards",
    "initiative": "Initiatives",
    "rating": "Ratings",
}
_OTHER_STANDARDS = "Other standards"
_RESPONSIBLE = "(bodies and posts responsible)"


def laws(graph: Graph, company: Company) -> Picture:
    """Return the laws and standards that a company cites, by topic or by jurisdiction."""
    cited: list[Law | Standard] = [*graph.laws(company), *graph.standards(company)]
    if not cited:
        raise NothingToShow(f"no law or standard was found in the reports of {company.name}")
    nodes = [
        Node(
            one.iri,
            one.name,
            "law" if isinstance(one, Law) else "standard",
            facets={"topic": (one.topic or NO_TOPIC,), "jurisdiction": (issuer(one),)},
            details=[("As worded", "; ".join(one.wording)), ("Topic", one.topic or ""), ("From", issuer(one))],
            quotes=[quote(one)],
            label=short_name(one),
        )
        for one in cited
    ]
    return Picture(
        title=title(company, "laws and standards cited"),
        note="Every law, listing rule, convention, standard and framework that the report names.",
        file=file(company, "laws"),
        layout=Layout.BANDS,
        nodes=nodes,
        edges=[],
        columns=("Law or standard", "Topic", "From", "As worded", "Where", "Words of the report"),
        rows=[
            Row((o.name, o.topic or "", issuer(o), "; ".join(o.wording), o.place, o.quote), o.iri)
            for o in sorted(cited, key=lambda o: (o.topic or "~", o.name.casefold()))
        ],
        sources=company.reports,
        facets={facet: _largest_first(nodes, facet) for facet in ("topic", "jurisdiction")},
        arranged_by=("topic", "jurisdiction"),
    )


def issuer(one: Law | Standard) -> str:
    """Return the name of a law's jurisdiction, or what sort of standard it is."""
    if isinstance(one, Standard):
        return _STANDARDS.get(one.kind or "", _OTHER_STANDARDS)
    return nation_name(one.jurisdiction) if one.jurisdiction else "Jurisdiction not known"


def short_name(one: Law | Standard) -> str:
    """Return what stands in the box of a law: its name without the nation, whose code follows.

    "Company Law of the People's Republic of China" is "Company Law (CN)".
    """
    name, nation = split_nation(one.name)
    return f"{name} ({nation})" if isinstance(one, Law) and nation else one.name


def policies(graph: Graph, company: Company) -> Picture:
    """Return the policies of a company by topic, with the bodies and posts that are said to be responsible for it."""
    rows = graph.policies(company)
    if not rows:
        raise NothingToShow(f"no policy was found in the reports of {company.name}")
    responsible = _responsible(graph, company)
    topics = dict.fromkeys(row.topic or NO_TOPIC for row in rows)
    actors = Actors(graph, company, company_network(graph, company))
    nodes = [
        actors.box(
            r.subject_iri,
            id=f"{topic}|{r.subject_iri}",
            facets={"topic": (topic,), "kind of document": (_RESPONSIBLE,)},
            label=f"Responsible: {r.subject}",
        )
        for topic in topics
        for r in {r.subject_iri: r for r in responsible[topic]}.values()
    ]
    nodes += [
        Node(
            row.iri,
            row.name,
            "policy",
            facets={"topic": (row.topic or NO_TOPIC,), "kind of document": (row.kind,)},
            details=[d for d in (("Also called", "; ".join(row.aliases)), ("Kind of document", row.kind)) if d[1]],
            quotes=[quote(row)],
            zone=1,
        )
        for row in rows
    ]
    names = {topic: "; ".join(dict.fromkeys(r.subject for r in responsible[topic])) for topic in topics}
    return Picture(
        title=title(company, "policies and who is responsible"),
        note="The policies, codes and other documents that the report names, by topic; "
        "in front of them the bodies and posts that it says are responsible for the topic.",
        file=file(company, "policies"),
        layout=Layout.BANDS,
        nodes=nodes,
        edges=[],
        columns=("Policy", "Topic", "Responsible", "Kind", "Where", "Words of the report"),
        rows=[
            Row((p.name, p.topic or "", names[p.topic or NO_TOPIC], p.kind, p.place, p.quote), p.iri)
            for p in sorted(rows, key=lambda p: (p.topic or "~", p.name.casefold()))
        ],
        sources=company.reports,
        facets={facet: _largest_first(nodes, facet) for facet in ("topic", "kind of document")},
        arranged_by=("topic", "kind of document"),
    )


def _responsible(graph: Graph, company: Company) -> defaultdict[str, list[Relation]]:
    """Return topic -> who is responsible for it or, where a policy's topic is the broader one, for a part of it."""
    label = {s["topic"]: s["name"] for s in graph.select("topics") if s["preferred"]}
    broader: dict[str, set[str]] = defaultdict(set)
    for s in graph.select("narrower_topics"):
        broader[label[s["narrow"]]].add(label[s["broad"]])
    result: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in graph.relations(company, "responsibleFor"):
        for topic in (relation.object, *sorted(broader[relation.object])):
            result[topic].append(relation)
    return result


def certificates(graph: Graph, company: Company) -> Picture:
    """Return the certificates of a company and its parts, by holder, standard or topic."""
    rows = graph.certifications(company)
    if not rows:
        raise NothingToShow(f"no certificate was found in the reports of {company.name}")
    nodes = [
        Node(
            row.iri,
            row.name,
            "certificate" if row.status == "held" else "pursued",
            facets={"holder": (row.holder,), "standard": (row.standard,), "topic": (row.topic or NO_TOPIC,)},
            details=[("Holder", row.holder), ("Standard", row.standard), ("Status", row.status)],
            quotes=[quote(row)],
        )
        for row in rows
    ]
    return Picture(
        title=title(company, "certificates and who holds them"),
        note="The certificates that the report says the company, its sites and subsidiaries hold or pursue.",
        file=file(company, "certificates"),
        layout=Layout.BANDS,
        nodes=nodes,
        edges=[],
        columns=("Certificate", "Standard", "Holder", "Status", "Where", "Words of the report"),
        rows=[Row((r.name, r.standard, r.holder, r.status, r.place, r.quote), r.iri) for r in rows],
        sources=company.reports,
        facets={facet: _largest_first(nodes, facet) for facet in ("holder", "standard", "topic")},
        arranged_by=("holder", "standard", "topic"),
    )


def _largest_first(nodes: Iterable[Node], facet: str) -> Sequence[str]:
    """Return the values of a facet, the one of most boxes first, what is in brackets last."""
    counts = Counter(value for node in nodes for value in node.facets[facet])
    return sorted(counts, key=lambda value: (value.startswith("("), -counts[value], value.casefold()))
