"""The library of queries: each runs, with and without its parameters, and answers what its title says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from example_findings import holdings, quote, works

from esggraph.errors import QueryError, UnknownName
from esggraph.findings import Body, Policy, Relation
from esggraph.graph.library import LibraryQuery, find_query, library, parse_query, run
from esggraph.graph.lookup import Graph, open_graph
from esggraph.graph.store import store_of, write_graph

COMPANY = "Example Holdings Co., Ltd."
OTHER = "Sample Works Inc."


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Two companies; the first has a report of the year before, with another committee in place of a group."""
    this_year = holdings()
    audit = Body(id="b9", name="Internal Audit Department", kind="department", evidence=this_year.bodies[0].evidence)
    line = Relation(subject="b9", predicate="reportsTo", object="b2", evidence=audit.evidence)
    tax = Policy(id="d9", name="Tax Policy", kind="policy", topic="tax", evidence=audit.evidence)
    this_year = replace(
        this_year,
        bodies=(*this_year.bodies, audit),
        relations=(*this_year.relations, line),
        policies=(*this_year.policies, tax),
    )
    last_year = holdings("example-2022", "2022-01-01/2022-12-31")
    old = Body(id="b9", name="Gifts Committee", kind="committee", evidence=audit.evidence)
    out = tmp_path_factory.mktemp("out")
    write_graph([this_year, replace(last_year, bodies=(*last_year.bodies, old)), works()], out)
    return open_graph(out)


def rows(graph: Graph, query: str, **given: str) -> list[tuple[Any, ...]]:
    return list(run(graph, query, given).rows)


def test_the_library_has_what_analysts_ask() -> None:
    assert len(library()) >= 20
    assert all(query.title[0].isupper() and not query.title.endswith(".") for query in library())


@pytest.mark.parametrize("query", library(), ids=lambda query: query.name)
def test_every_query_runs_with_and_without_what_may_be_left_out(query: LibraryQuery, graph: Graph) -> None:
    values = {"company": "example", "topic": "tax", "jurisdiction": "cn", "kind": "committee", "status": "held"}
    needed = {name: values[name] for name, must in query.parameters.items() if must}
    every = run(graph, query.name, needed)
    narrowed = run(graph, query.name, {name: values[name] for name in query.parameters})
    assert narrowed.columns == every.columns
    counts = {"laws", "policies", "committees", "companies"} & set(every.columns)
    assert counts or set(narrowed.rows) <= set(every.rows)


def test_laws_by_jurisdiction_of_one_company(graph: Graph) -> None:
    found = rows(graph, "laws-by-jurisdiction", company="sample works")
    assert [row[:3] for row in found] == [(OTHER, "CN", 2), (OTHER, "KR", 1)]


def test_laws_that_only_one_company_cites(graph: Graph) -> None:
    assert rows(graph, "laws-cited-by-one") == [(OTHER, "Widget Safety Law", "KR")]


def test_laws_that_all_cite(graph: Graph) -> None:
    assert [row[0] for row in rows(graph, "laws-cited-by-all")] == [
        "Data Security Law of the People's Republic of China",
        "Widget Safety Law of the People's Republic of China",
    ]


def test_a_policy_has_an_owner_where_somebody_is_responsible_for_its_topic(graph: Graph) -> None:
    unowned = [row[1] for row in rows(graph, "policies-without-owner", company="example")]
    assert unowned == ["Gifts Policy", "Code of Conduct"]  # Tax Policy: the Legal Department is responsible for tax


def test_who_is_responsible_for_a_part_of_a_topic_is_so_for_the_topic(graph: Graph) -> None:
    climate = Relation(subject="b3", predicate="responsibleFor", object="topic:climate-change", evidence=quote(30))
    report = holdings()
    wider = Graph(store_of([replace(report, relations=(*report.relations, climate))]))
    assert rows(wider, "responsible-for", topic="climate") == [(COMPANY, "ESG Working Group")]
    assert rows(wider, "responsible-for", topic="climate change") == [(COMPANY, "ESG Working Group")]
    assert rows(wider, "responsible-for", topic="energy") == []


def test_distances_run_along_every_relation_that_places_a_body(graph: Graph) -> None:
    assert rows(graph, "distance-from-board", company="example") == [
        (COMPANY, "Audit Committee", 1),
        (COMPANY, "ESG Working Group", 1),
        (COMPANY, "Internal Audit Department", 2),
        (COMPANY, "Legal Department", 2),
    ]


def test_internal_audit_that_reports_to_the_audit_committee(graph: Graph) -> None:
    assert rows(graph, "internal-audit-to-audit-committee") == [
        (COMPANY, "Internal Audit Department", "Audit Committee")
    ]


def test_lines_of_defence_that_a_report_leaves_open_have_no_value(graph: Graph) -> None:
    assert rows(graph, "lines-of-defence") == [(COMPANY, None, "Legal Department", None)]


def test_certificates_by_standard_and_holder(graph: Graph) -> None:
    assert rows(graph, "certificates-by-standard", status="pursuing") == [
        ("ISO 99001", COMPANY, "Northern Plant", "ISO 99001:2015", "pursuing")
    ]


def test_changes_between_two_reports(graph: Graph) -> None:
    found = rows(graph, "changes-between-reports", company="example")
    assert ("example-2022.txt", "example-2023.txt", COMPANY, "hasUnit", "Gifts Committee") in found
    assert ("example-2023.txt", "example-2022.txt", COMPANY, "hasPolicy", "Tax Policy") in found
    assert not [row for row in found if "Board" in row[4]]  # both have it


def test_members_and_chairs_of_a_body(graph: Graph) -> None:
    assert rows(graph, "members-of-bodies") == [
        (COMPANY, "Audit Committee", "Chairman", None),
        (COMPANY, "ESG Working Group", None, "Chief Compliance Officer; Legal Department"),
    ]


def test_a_query_is_found_by_a_name_with_a_slip() -> None:
    assert find_query("distance from bord").name == "distance-from-board"


@pytest.mark.parametrize(
    ("query", "given", "message"),
    [
        ("laws-by", {}, "no query “laws-by” in the library; nearest: laws-by-jurisdiction, laws-by-topic"),
        ("tiers", {"topic": "tax"}, "the query has no parameter “topic”: tiers takes [company=…]"),
        ("responsible-for", {}, "the query needs the parameter “topic”: responsible-for takes topic=… [company=…]"),
        ("responsible-for", {"topic": "xyzzy"}, "no topic “xyzzy” in the graph"),
        (
            "laws-by-jurisdiction",
            {"jurisdiction": "China"},
            "“China” is no jurisdiction: give a code, such as CN, HK, EU or",
        ),
        ("certificates-by-standard", {"status": "lost"}, "“lost” is no status: it is one of held, pursuing, expired"),
        (
            "most-cited-standards",
            {"kind": 'x" } ASK {'},
            '“x" } ASK {” is no kind: it is one of shareholders_meeting, ',
        ),
        ("tiers", {"company": "Nobody"}, "no company “Nobody” in the graph"),
    ],
)
def test_what_cannot_be_run_is_said_with_what_can(
    query: str, given: dict[str, str], message: str, graph: Graph
) -> None:
    with pytest.raises((QueryError, UnknownName)) as error:
        run(graph, query, given)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    "text", ["SELECT * WHERE {}", "# title: x\nSELECT *", "# title: x\n# parameters:\nSELECT * { ?s ?p ?o }"]
)
def test_a_file_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^odd\.rq "):
        parse_query("odd", text)


def test_the_queries_are_part_of_the_package() -> None:
    import esggraph

    assert (Path(esggraph.__file__).parent / "queries" / "library" / "tiers.rq").is_file()
