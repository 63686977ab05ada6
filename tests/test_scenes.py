"""What each kind of picture shows, before any browser lays it out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_findings import holdings, quote, works

from esggraph.errors import EsggraphError
from esggraph.findings import Relation
from esggraph.graph.lookup import Graph
from esggraph.graph.store import store_of
from esggraph.views.picture import Layout, Picture
from esggraph.views.scenes import ACROSS, OF_A_COMPANY


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(store_of([holdings(), works()]))


def picture(graph: Graph, kind: str, company: str = "example holdings") -> Picture:
    return OF_A_COMPANY[kind](graph, graph.find_company(company))


def names(picture: Picture) -> dict[str, str]:
    return {node.id: node.name for node in picture.nodes}


def arrows(picture: Picture) -> list[tuple[str, str, str]]:
    called = names(picture)
    return [(called[e.source], e.predicate, called[e.target]) for e in picture.edges]


def test_a_structure_puts_each_body_under_one_and_keeps_posts_for_those_who_ask(graph: Graph) -> None:
    shown = picture(graph, "structure")
    called = names(shown)
    assert {(n.name, called.get(n.parent or ""), n.kind) for n in shown.nodes} == {
        ("Board of Directors", None, "board"),
        ("Audit Committee", "Board of Directors", "committee"),
        ("ESG Working Group", "Audit Committee", "group"),
        ("Legal Department", "ESG Working Group", "department"),
        ("Chairman", "Audit Committee", "seat"),
        ("Chief Compliance Officer", "ESG Working Group", "seat"),
        ("Staff Union", None, "other"),
    }
    assert shown.unticked == ("seat",)


def test_arrows_run_from_the_upper_to_the_lower_and_tell_all_that_is_said_of_a_pair() -> None:
    twice = Relation(subject="b2", predicate="reportsTo", object="b1", evidence=quote(40, "It reports to the Board."))
    findings = holdings()
    graph = Graph(store_of([replace(findings, relations=(*findings.relations, twice))]))
    edge = next(e for e in picture(graph, "structure").edges if e.predicate == "reportsTo" and "audit" in e.target)
    assert [s.words for s in edge.statements] == [
        "Audit Committee is a sub-unit of Board of Directors",
        "Audit Committee reports to Board of Directors",
    ]


def test_a_line_of_defence_that_the_report_leaves_open_is_shown_as_open(graph: Graph) -> None:
    shown = picture(graph, "defence")
    assert shown.layout is Layout.BANDS
    assert [(n.facets["line"][0], n.name) for n in shown.nodes if n.kind != "committee"] == [
        ("Second line of defence", "Legal Department"),
        ("First line of defence", "open: none found in the text"),
        ("Third line of defence", "open: none found in the text"),
    ]


def test_policies_stand_beside_those_responsible_for_their_topic() -> None:
    findings = holdings()
    duty = Relation(subject="b4", predicate="responsibleFor", object="business ethics", evidence=quote(41))
    graph = Graph(store_of([replace(findings, relations=(*findings.relations, duty))]))
    shown = picture(graph, "policies")
    assert [(n.facets["topic"][0], n.name, n.kind) for n in shown.nodes] == [
        ("business ethics", "Legal Department", "department"),
        ("business ethics", "Code of Conduct", "policy"),
        ("(no topic)", "Gifts Policy", "policy"),
    ]
    assert [row.cells[:3] for row in shown.rows] == [
        ("Code of Conduct", "business ethics", "Legal Department"),
        ("Gifts Policy", "", ""),
    ]


def test_laws_have_a_topic_and_a_jurisdiction_and_short_names(graph: Graph) -> None:
    shown = picture(graph, "laws")
    law = next(n for n in shown.nodes if n.name.startswith("Data Security"))
    assert (law.label, law.facets["jurisdiction"]) == ("Data Security Law (CN)", ("People's Republic of China",))
    assert shown.arranged_by == ("topic", "jurisdiction")


def test_certificates_are_arranged_by_holder(graph: Graph) -> None:
    shown = picture(graph, "certificates")
    assert {(n.facets["holder"][0], n.name, n.kind) for n in shown.nodes} == {
        ("Example Holdings Co., Ltd.", "ISO 99001:2015", "certificate"),
        ("Northern Plant", "ISO 99001:2015", "pursued"),
    }


def test_a_company_whose_reports_say_nothing_of_a_kind_has_no_such_picture(graph: Graph) -> None:
    with pytest.raises(EsggraphError, match=r"the reports of Sample Works Inc\. state no tiered structure"):
        picture(graph, "tiers", "sample works")


def test_who_cites_what_has_the_shared_laws_in_the_middle(graph: Graph) -> None:
    shown = ACROSS["citing"](graph, graph.companies())
    shared = [
        "Data Security Law of the People's Republic of China",
        "Widget Safety Law of the People's Republic of China",
    ]
    assert [(n.name, n.kind) for n in shown.nodes] == [
        ("Example Holdings Co., Ltd.", "company"),
        ("Sample Works Inc.", "company"),
        *((law, "law") for law in shared),
    ]
    assert arrows(shown) == [
        (company, "cites", law) for law in shared for company in ("Example Holdings Co., Ltd.", "Sample Works Inc.")
    ]


def test_one_company_shares_nothing(graph: Graph) -> None:
    with pytest.raises(EsggraphError, match="who cites what needs the reports of two companies"):
        ACROSS["citing"](graph, graph.companies()[:1])


def test_the_whole_graph_has_every_thing_in_a_group(graph: Graph) -> None:
    shown = ACROSS["whole"](graph, graph.companies())
    called = names(shown)
    groups = {(called.get(n.parent or ""), n.name) for n in shown.nodes if n.kind in ("company", "group_of")}
    assert {(None, "Example Holdings Co., Ltd."), ("Example Holdings Co., Ltd.", "Bodies (5)")} <= groups
    assert {("Example Holdings Co., Ltd.", "cites", "Data Security Law of the People's Republic of China")} <= set(
        arrows(shown)
    )
    assert all(n.parent for n in shown.nodes if n.kind not in ("company", "group_of"))
