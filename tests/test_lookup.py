"""Questions to a graph: rows, forgiving names, SPARQL, and what is said where there is no answer."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from example_findings import holdings, quote, works
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Triple

from esggraph.errors import QueryError, UnknownName, UnreadableGraph
from esggraph.findings import Law
from esggraph.graph.answers import Table, cell, record
from esggraph.graph.lookup import Graph, open_graph
from esggraph.graph.matching import match
from esggraph.graph.namespaces import ESG
from esggraph.graph.store import write_graph
from esggraph.report import Company
from esggraph.resources import folder

COMPANY = "Example Holdings Co., Ltd."


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    out = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return open_graph(out)


def test_a_lookup_loads_neither_spacy_nor_rdflib_nor_networkx() -> None:
    code = "import sys, esggraph.graph.lookup; print([m for m in ('spacy', 'rdflib', 'networkx') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


# ------------------------------------------------------------------ companies


def test_companies_with_counts(graph: Graph) -> None:
    example, sample = graph.companies()
    assert example.name == COMPANY
    assert example.aliases == ("Example", "the Company")
    assert example.stock_codes == ("0020.HK",)
    assert example.period == "2023-01-01/2023-12-31"
    assert example.reports == ("example-2023.txt",)
    counts = ("bodies", "posts", "policies", "laws", "standards", "certifications")
    assert [cell(example, c) for c in counts] == [5, 2, 2, 2, 1, 2]
    assert [cell(sample, c) for c in counts] == [1, 0, 0, 3, 0, 0]
    assert sample.period == ""


@pytest.mark.parametrize(
    "text",
    [
        COMPANY,
        "example holdings",
        "EXAMPLE",
        "Exmaple Holdings",
        "holdings",
        "0020.HK",
        "0020",
        "20",
        "HKEX: 20",
        "example-2023",
        "example-holdings-co-ltd",
        f"{ESG}company/example-holdings-co-ltd",
    ],
)
def test_a_company_is_found_by(text: str, graph: Graph) -> None:
    assert graph.find_company(text).name == COMPANY


def test_a_name_of_several_companies_is_refused_with_the_candidates(graph: Graph) -> None:
    with pytest.raises(
        UnknownName, match=r"“the company” fits several companies: Example Holdings.*, Sample Works Inc\."
    ):
        graph.find_company("the company")


def test_an_unknown_company_is_refused_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(UnknownName, match=r"no company “sample wharfs” in the graph; nearest: Sample Works Inc\."):
        graph.find_company("sample wharfs")


@pytest.mark.parametrize("text", ["", "   ", "zzz", "'\"<>{}", "９９"])
def test_text_that_means_no_company_is_refused(text: str, graph: Graph) -> None:
    with pytest.raises(UnknownName, match="no company"):
        graph.find_company(text)


# ------------------------------------------------------------------ what a company has and cites


def test_laws_have_their_official_name_and_the_wording_of_the_report(graph: Graph) -> None:
    rows = [(r.name, r.jurisdiction, r.kind, r.topic, r.wording, r.place) for r in graph.laws("example")]
    assert rows == [
        (
            "Data Security Law of the People's Republic of China",
            "CN",
            "law",
            "information security",
            ("Data Security Law", "DSL"),
            "example-2023.txt:12",
        ),
        (
            "Widget Safety Law of the People's Republic of China",
            "CN",
            "law",
            None,
            ("Widget Safety Law of the People's Republic of China",),
            "example-2023.txt:13",
        ),
    ]


def test_the_place_of_a_paged_report_is_its_page(graph: Graph) -> None:
    assert [law.place for law in graph.laws("sample")] == [f"works-2022.pdf, page {n}" for n in (2, 4, 3)]


def test_policies(graph: Graph) -> None:
    assert [(r.name, r.aliases, r.kind, r.topic, r.line) for r in graph.policies("example")] == [
        ("Code of Conduct", ("the Code",), "code", "business ethics", 10),
        ("Gifts Policy", (), "policy", None, 11),
    ]


def test_standards(graph: Graph) -> None:
    assert [(r.name, r.kind) for r in graph.standards("example")] == [
        ("Example Reporting Standard", "reporting_framework")
    ]


def test_certifications_have_holder_status_and_standard(graph: Graph) -> None:
    rows = {(r.name, r.standard, r.holder, r.status) for r in graph.certifications("example")}
    assert rows == {
        ("ISO 99001:2015", "ISO 99001", COMPANY, "held"),
        ("ISO 99001:2015", "ISO 99001", "Northern Plant", "pursuing"),
    }


def test_bodies_and_posts(graph: Graph) -> None:
    assert [(r.name, r.kind, r.aliases, r.confidence) for r in graph.bodies("example")] == [
        ("Audit Committee", "board_committee", (), 0.9),
        ("Board of Directors", "board", ("the Board",), 1.0),
        ("ESG Working Group", "working_group", ("EWG",), 1.0),
        ("Legal Department", "department", (), 1.0),
        ("Staff Union", "union", (), 1.0),
    ]
    assert [(r.name, r.holder) for r in graph.posts("example")] == [
        ("Chairman", "First Holder; Second Holder"),
        ("Chief Compliance Officer", "A. N. Other"),
    ]


def test_a_company_without_any_gives_no_rows(graph: Graph) -> None:
    sample = graph.find_company("sample")
    assert graph.policies(sample) == graph.posts(sample) == graph.relations(sample) == graph.tiers(sample) == []


def test_relations_in_the_order_of_the_report(graph: Graph) -> None:
    rows = [(r.subject, r.predicate, r.object, r.structure, r.number, r.line) for r in graph.relations("example")]
    assert [row[-1] for row in rows] == [20, 22, 23, 24, 24, 25, 26, 27, 27, 28]
    assert {*rows} == {
        ("Audit Committee", "subUnitOf", "Board of Directors", None, None, 20),
        ("ESG Working Group", "reportsTo", "Audit Committee", None, None, 22),
        ("Board of Directors", "oversees", "ESG Working Group", None, None, 23),
        ("ESG Working Group", "hasMember", "Legal Department", None, None, 24),
        ("ESG Working Group", "hasMember", "Chief Compliance Officer", None, None, 24),
        ("Audit Committee", "ledBy", "Chairman", None, None, 25),
        ("Legal Department", "lineOfDefence", "second line of defence", None, 2, 26),
        ("Board of Directors", "inTier", "tier 1", "ESG", 1, 27),
        ("ESG Working Group", "inTier", "tier 2", "ESG", 2, 27),
        ("Legal Department", "responsibleFor", "tax", None, None, 28),
    }
    assert [r.object for r in graph.relations("example", "reportsTo")] == ["Audit Committee"]


def test_tiers_and_lines_of_defence(graph: Graph) -> None:
    assert [(r.structure, r.tier, r.name) for r in graph.tiers("example")] == [
        ("ESG", 1, "Board of Directors"),
        ("ESG", 2, "ESG Working Group"),
    ]
    assert [(r.line_of_defence, r.name, r.place) for r in graph.defence("example")] == [
        (2, "Legal Department", "example-2023.txt:26")
    ]


def test_of_two_reports_a_thing_is_one_row_with_the_newest_evidence(tmp_path: Path) -> None:
    older = replace(
        holdings("example-2022", "2022-01-01/2022-12-31"),
        laws=(Law(id="l1", name="Old Act", kind="law", jurisdiction="CN", evidence=quote(50)),),
        relations=(),
        policies=tuple(replace(p, aliases=("Staff Code",)) for p in holdings().policies[:1]),
    )
    write_graph([older, holdings()], tmp_path)
    graph = open_graph(tmp_path)
    (company,) = graph.companies()
    assert company.reports == ("example-2023.txt", "example-2022.txt")
    assert [(p.name, p.aliases, p.place) for p in graph.policies(company)] == [
        ("Code of Conduct", ("Staff Code", "the Code"), "example-2023.txt:10"),
        ("Gifts Policy", (), "example-2023.txt:11"),
    ]
    assert [law.place for law in graph.laws(company)] == [
        "example-2023.txt:12",
        "example-2022.txt:50",
        "example-2023.txt:13",
    ]


def test_every_row_has_its_columns_and_is_plain_data(graph: Graph) -> None:
    rows = [
        *graph.companies(),
        *(
            row
            for rows in (graph.laws, graph.policies, graph.certifications, graph.standards)
            for row in rows("example")
        ),
        *graph.laws("example"),
        *graph.policies("example"),
        *graph.certifications("example"),
        *graph.standards("example"),
        *graph.bodies("example"),
        *graph.posts("example"),
        *graph.tiers("example"),
        *graph.defence("example"),
        *graph.relations("example"),
        *graph.who_cites("data security law"),
        *graph.evidence("audit committee"),
    ]
    assert {type(row).__name__ for row in rows} == {
        "Company", "Law", "Policy", "Certification", "Standard", "Body", "Post", "TierMember", "Defender", "Relation",
        "Citation", "Quote",
    }  # fmt: skip
    for row in rows:
        assert all(cell(row, column) is not ... for column in row.columns)
        assert {type(value) for value in record(row).values()} <= {str, int, float, bool, list, type(None)}


def test_an_instrument_that_the_vocabulary_lost_is_called_as_the_report_does(tmp_path: Path) -> None:
    law = Law(id="l1", name="Gone Act", kind="law", instrument=f"{ESG}instrument/xx-gone-act", evidence=quote(1))
    write_graph([replace(works(), laws=(law,))], tmp_path)
    graph = open_graph(tmp_path)
    assert [(r.name, r.kind) for r in graph.laws("sample")] == [("Gone Act", None)]
    assert [r.name for r in graph.who_cites("gone act")] == ["xx-gone-act"]


# ------------------------------------------------------------------ across companies


@pytest.mark.parametrize(
    "spelling",
    [
        "Data Security Law of the People's Republic of China",
        "data security law",
        "China's Data Security Law",
        "Law on Data Security",
        "DSL",
        "Data Secruity Law",
        "中华人民共和国数据安全法",
    ],
)
def test_who_cites_finds_all_companies_however_the_law_is_spelt(spelling: str, graph: Graph) -> None:
    assert [(r.company, r.wording) for r in graph.who_cites(spelling)] == [
        (COMPANY, ("Data Security Law", "DSL")),
        ("Sample Works Inc.", ("China's Law on Data Security",)),
    ]


def test_who_cites_finds_a_law_that_nobody_listed(graph: Graph) -> None:
    rows = graph.who_cites("widget safety law")
    assert [(r.company, r.jurisdiction, r.wording) for r in rows] == [
        (COMPANY, "CN", ("Widget Safety Law of the People's Republic of China",)),
        ("Sample Works Inc.", "KR", ("Widget Safety Law",)),
        ("Sample Works Inc.", "CN", ("the Widget Safety Law",)),
    ]


def test_who_cites_takes_a_part_of_the_name_and_a_standard(graph: Graph) -> None:
    assert {r.iri for r in graph.who_cites("widget")} == {
        f"{ESG}instrument/cn/widget-safety-law",
        f"{ESG}instrument/kr/widget-safety-law",
    }
    assert [r.company for r in graph.who_cites("example reporting standards")] == [COMPANY]


def test_a_law_that_nobody_cites_is_said_to_be_known_or_not(graph: Graph) -> None:
    with pytest.raises(UnknownName, match="no report in the graph cites “company law”, a known instrument"):
        graph.who_cites("company law")
    with pytest.raises(UnknownName, match=r"cites “widget secrecy law”; nearest: .*Widget Safety Law"):
        graph.who_cites("widget secrecy law")


# ------------------------------------------------------------------ evidence


def test_evidence_for_a_body_and_for_the_statements_about_it(graph: Graph) -> None:
    rows = [(r.says, r.best, r.place, r.quote) for r in graph.evidence("audit comittee", "example")]
    assert rows == [
        ("named", True, "example-2023.txt:2", "What stands on line 2."),
        ("named", False, "example-2023.txt:9", "What stands on line 9."),
        ("is a sub-unit of Board of Directors", True, "example-2023.txt:20", "The Board has an Audit Committee."),
        ("is a sub-unit of Board of Directors", False, "example-2023.txt:21", "What stands on line 21."),
        ("is led by Chairman", True, "example-2023.txt:25", "What stands on line 25."),
        ("is reported to by ESG Working Group", True, "example-2023.txt:22", "What stands on line 22."),
    ]


def test_evidence_of_all_companies_and_with_offsets(graph: Graph) -> None:
    rows = graph.evidence("Audit Committee")
    assert [(r.company, r.start, r.end) for r in rows if r.says == "named" and r.best] == [
        (COMPANY, 210, 232),
        ("Sample Works Inc.", 110, 132),
    ]


def test_evidence_of_a_law_is_found_by_the_wording_of_the_report(graph: Graph) -> None:
    (row,) = graph.evidence("law on data security")[1:]
    assert (row.company, row.name, row.says) == (
        "Sample Works Inc.",
        "Data Security Law of the People's Republic of China",
        "named",
    )


def test_evidence_for_an_unknown_name_has_the_nearest(graph: Graph) -> None:
    with pytest.raises(UnknownName, match=r"nothing called “legal divison” in the graph; nearest: Legal Department"):
        graph.evidence("legal divison")


# ------------------------------------------------------------------ SPARQL


def test_select_gives_a_table_of_plain_values(graph: Graph) -> None:
    answer = graph.query(
        "SELECT ?name ?page (COUNT(?law) AS ?n) "
        "WHERE { ?c esg:cites ?law ; rdfs:label ?name . OPTIONAL { ?c esg:page ?page } } "
        "GROUP BY ?name ?page ORDER BY ?name"
    )
    assert answer == Table(("name", "page", "n"), ((COMPANY, None, 3), ("Sample Works Inc.", None, 3)))


def test_ask_and_construct(graph: Graph) -> None:
    assert graph.query("ASK { ?x a esg:Company }") is True
    assert graph.query("ASK { ?x a esg:Nothing }") is False
    triples = graph.query("CONSTRUCT { ?x esg:hasPolicy ?y } WHERE { ?x esg:hasPolicy ?y }")
    assert isinstance(triples, list)
    assert [type(t) for t in triples] == [Triple, Triple]


def test_a_report_can_be_asked_alone(graph: Graph) -> None:
    answer = graph.query("SELECT (COUNT(?l) AS ?n) { GRAPH report:works-2022 { ?c esg:cites ?l } }")
    assert answer == Table(("n",), ((3,),))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {\n  ?x a", "SPARQL syntax error in line 2, column 7, at the end of the line"),
        ("SELECT ?x { ?x foo:bar ?y }", "in line 1, column 23, at “foo:bar”: its prefix is not declared"),
        ("SELEC ?x { ?x a ?y }", "it starts with SELECT, ASK, CONSTRUCT or DESCRIBE, not with “SELEC”"),
        ("", "SPARQL syntax error in line 1, column 1"),
        ("INSERT DATA { <a:a> <b:b> <c:c> }", "the graph is read-only: use SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("# a comment\nPREFIX a: <http://a/>\nDELETE WHERE { ?s ?p ?o }", "the graph is read-only"),
    ],
)
def test_a_query_that_cannot_be_parsed_says_where_in_one_line(query: str, message: str, graph: Graph) -> None:
    with pytest.raises(QueryError) as error:
        graph.query(query)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(max_size=60))
def test_text_that_is_no_query_is_a_query_error_of_one_line(graph: Graph, text: str) -> None:
    with pytest.raises(QueryError, match=r"\A[^\n]+\Z"):
        graph.query(f"SELECT ?x {{ }} }} {text}")


def test_a_graph_edited_by_hand_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "edited.ttl"
    path.write_text(
        "@prefix esg: <https://w3id.org/esggraph/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'esg:a a esg:Company ; rdfs:label "Ayco" ; esg:hasPolicy esg:p .\n'
        'esg:p rdfs:label "Code" ; esg:policyKind "code" .\n'
    )
    with pytest.raises(UnreadableGraph, match=r"no evidence for <https://w3id\.org/esggraph/p>"):
        open_graph(path).policies("Ayco")


# ------------------------------------------------------------------ matching


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("securities law", ["Securities Law"]),
        ("Securities Laws", ["Securities Law"]),
        ("investment fund", ["Securities Investment Fund Law"]),
        ("law", ["Securities Law", "Securities Investment Fund Law", "Company Law"]),
        ("competition law", []),
    ],
)
def test_the_exact_name_wins_over_a_near_one_and_that_over_a_part(typed: str, found: list[str]) -> None:
    names = ["Securities Law", "Securities Investment Fund Law", "Company Law"]
    assert list(match(typed, [(n, n) for n in names], str.lower).found) == found


def test_a_company_whose_name_is_another_company_s_beginning_is_found_by_it(tmp_path: Path) -> None:
    write_graph(
        [
            replace(works(), report="a", company=Company("Sample Works")),
            replace(works(), report="b", company=Company("Sample Works Asia")),
        ],
        tmp_path,
    )
    assert open_graph(tmp_path).find_company("sample works").name == "Sample Works"


README = (folder("ontology") / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("query", re.findall(r"```sparql\n(.*?)```", README, re.DOTALL))
def test_the_queries_that_the_ontology_s_readme_shows_have_answers(query: str, graph: Graph) -> None:
    answer = graph.query(query)
    assert isinstance(answer, Table)
    assert answer.rows
