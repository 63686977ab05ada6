"""Exports to network tools and tables: GraphML, GEXF and Neo4j as their specifications say."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from example_findings import holdings, works
from hypothesis import given
from hypothesis import strategies as st

from esggraph.exports.forms import Form
from esggraph.exports.networks import network, write_gexf, write_graphml
from esggraph.exports.property_graph import Edge, Node, PropertyGraph, property_graph
from esggraph.exports.writing import export
from esggraph.graph.namespaces import ESG
from esggraph.graph.store import open_store, write_graph

COMPANY = f"{ESG}company/example-holdings-co-ltd"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return out


# ------------------------------------------------------------------ networks


def things(path: Path, kind: str) -> list[ElementTree.Element]:
    return [element for element in ElementTree.parse(path).iter() if element.tag.rpartition("}")[2] == kind]


def test_the_network_has_every_thing_and_every_statement(out: Path) -> None:
    whole = network(property_graph(open_store(out)))
    assert whole.nodes[f"{COMPANY}/body/audit-committee"] == {
        "iri": f"{COMPANY}/body/audit-committee",
        "label": "Audit Committee",
        "type": "Body",
        "company": "Example Holdings Co., Ltd.",
        "kind": "board_committee",
    }
    stated = [d for *_, d in whole.edges(data=True) if "statement" in d]
    assert len(stated) == 28  # 14 things and 10 relations of Example Holdings, a body and 3 laws of Sample Works
    (edge,) = whole.get_edge_data(f"{COMPANY}/body/audit-committee", f"{COMPANY}/body/board-of-directors").values()
    assert edge == {
        "label": "subUnitOf",
        "statement": edge["statement"],
        "confidence": 0.8,
        "report": f"{ESG}report/example-2023",
        "file": "example-2023.txt",
        "line": 20,
        "quote": "The Board has an Audit Committee.",
    }


def test_graphml_is_as_its_specification_says(out: Path, tmp_path: Path) -> None:
    """Of http://graphml.graphdrawing.org/specification.html: keys, then the graph; NMTOKEN identifiers; six types."""
    target = tmp_path / "graph.graphml"
    export(out, target)
    root = ElementTree.parse(target).getroot()
    assert root.tag == "{http://graphml.graphdrawing.org/xmlns}graphml"
    assert [child.tag.rpartition("}")[2] for child in root] == ["key"] * len(things(target, "key")) + ["graph"]
    keys = {key.get("id"): key for key in things(target, "key")}
    assert {key.get("for") for key in keys.values()} == {"node", "edge"}
    assert {key.get("attr.type") for key in keys.values()} <= {"boolean", "int", "long", "float", "double", "string"}
    assert root[-1].attrib == {"edgedefault": "directed"}
    nodes, edges = things(target, "node"), things(target, "edge")
    identifiers = [element.get("id") for element in (*nodes, *edges)]
    assert len({*identifiers}) == len(identifiers)
    assert all(re.fullmatch(r"[\w.:-]+", identifier) for identifier in (*identifiers, *keys))  # type: ignore[arg-type]
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= {node.get("id") for node in nodes}
    for element in (*nodes, *edges):
        used = [data.get("key") for data in element]
        assert len({*used}) == len(used)
        assert {keys[key].get("for") for key in used} == {element.tag.rpartition("}")[2]}


def test_gexf_is_as_its_schema_says(out: Path, tmp_path: Path) -> None:
    """Of gexf.xsd 1.3: the children in their order, no attribute that it does not know, and its types."""
    target = tmp_path / "graph.gexf"
    export(out, target)
    root = ElementTree.parse(target).getroot()
    space = "{http://gexf.net/1.3}"
    assert root.tag == f"{space}gexf"
    schema = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    assert root.attrib == {"version": "1.3", schema: "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"}
    assert [child.tag for child in root] == [f"{space}meta", f"{space}graph"]
    graph = root[1]
    assert graph.attrib == {"defaultedgetype": "directed", "mode": "static"}
    assert [child.tag.removeprefix(space) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    declared = {a.get("id"): (a.get("type"), attributes.get("class")) for attributes in graph[:2] for a in attributes}
    assert {type_ for type_, _ in declared.values()} == {"string", "double", "long"}
    nodes, edges = [*graph[2]], [*graph[3]]
    assert {frozenset(node.attrib) for node in nodes} == {frozenset({"id", "label"})}
    assert {frozenset(edge.attrib) for edge in edges} == {frozenset({"id", "source", "target", "label", "kind"})}
    for elements, kind in ((nodes, "node"), (edges, "edge")):
        assert len({element.get("id") for element in elements}) == len(elements)
        for element in elements:
            assert [child.tag for child in element] == [f"{space}attvalues"] if len(element) else True
            for value in element.iter(f"{space}attvalue"):
                assert {*value.attrib} == {"for", "value"}
                assert declared[value.get("for")][1] == kind
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= {node.get("id") for node in nodes}


@pytest.mark.parametrize("form", [Form.GRAPHML, Form.GEXF])
def test_networkx_reads_the_same_network(form: Form, out: Path, tmp_path: Path) -> None:
    target = tmp_path / f"graph.{form.value}"
    export(out, target)
    expected = network(property_graph(open_store(out)))
    read = (
        nx.read_graphml(target, force_multigraph=True) if form is Form.GRAPHML else nx.read_gexf(target, version="1.3")
    )
    names = {node: data["iri"] for node, data in read.nodes(data=True)}
    assert {names[node]: data["label"] for node, data in read.nodes(data=True)} == dict(expected.nodes(data="label"))
    statements = sorted(
        (names[a], names[b], d.get("statement", ""), d.get("line", 0)) for a, b, d in read.edges(data=True)
    )
    assert statements == sorted(
        (a, b, d.get("statement", ""), d.get("line", 0)) for a, b, d in expected.edges(data=True)
    )


@given(st.text())
def test_any_name_gives_xml_that_parses(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    name = name.encode("utf-8", "ignore").decode()
    nodes = (
        Node(iri="a:a", labels=("Body",), name=name, aliases=(name, "b")),
        Node(iri="a:b", labels=("Law",), name="b"),
    )
    graph = PropertyGraph(nodes, (Edge(source="a:a", target="a:b", predicate="cites", quote=name),))
    path = tmp_path_factory.mktemp("xml") / "graph"
    for write in (write_graphml, write_gexf):
        write(graph, path)
        assert len(things(path, "node")) == 2


# ------------------------------------------------------------------ tables


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_tables_have_a_row_a_thing_with_quote_and_place(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "tables", Form.CSV)
    assert {p.name for p in (tmp_path / "tables").iterdir()} == {
        f"{name}.csv"
        for name in ("companies", "reports", "bodies", "posts", "policies", "laws", "standards", "certifications",
                     "relations", "evidence")
    }  # fmt: skip
    (code, gifts) = rows(tmp_path / "tables/policies.csv")
    assert (code["name"], code["aliases"], code["topic"], code["file"], code["line"], code["page"]) == (
        "Code of Conduct", "the Code", "business ethics", "example-2023.txt", "10", "",
    )  # fmt: skip
    assert (code["company"], gifts["topic"]) == (COMPANY, "")
    assert [r["name"] for r in rows(tmp_path / "tables/companies.csv")] == [
        "Example Holdings Co., Ltd.",
        "Sample Works Inc.",
    ]


def test_tables_join_by_statement_to_all_quotes(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "tables", Form.CSV)
    quotes = rows(tmp_path / "tables/evidence.csv")
    (relation,) = [r for r in rows(tmp_path / "tables/relations.csv") if r["predicate"] == "subUnitOf"]
    assert [
        (q["quote"], q["line"], q["start"], q["end"]) for q in quotes if q["statement"] == relation["statement"]
    ] == [
        ("The Board has an Audit Committee.", "20", "2010", "2043"),
        ("What stands on line 21.", "21", "2110", "2133"),
    ]
    stated = {q["statement"] for q in quotes}
    for kind in ("bodies", "posts", "policies", "laws", "standards", "certifications", "relations"):
        assert {r["statement"] for r in rows(tmp_path / f"tables/{kind}.csv")} <= stated


def test_neo4j_headers_are_as_its_manual_says(out: Path, tmp_path: Path) -> None:
    """Of “CSV header format”: one :ID and a :LABEL a node file; :START_ID, :END_ID, :TYPE a relationship file."""
    export(out, tmp_path / "neo4j", Form.NEO4J)
    nodes, relationships = (
        (tmp_path / "neo4j" / name).read_text(encoding="utf-8").splitlines()
        for name in ("nodes.csv", "relationships.csv")
    )
    assert (
        nodes[0]
        == "iri:ID,:LABEL,name,aliases:string[],company,kind,status,jurisdiction,stock_codes:string[],number:int"
    )
    assert relationships[0] == (
        ":START_ID,:END_ID,:TYPE,statement,confidence:double,report,file,line:int,page:int,quote"
    )


def test_neo4j_relationships_join_unique_nodes(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "neo4j", Form.NEO4J)
    nodes = {row["iri:ID"]: row for row in rows(tmp_path / "neo4j/nodes.csv")}
    assert len(nodes) == len(rows(tmp_path / "neo4j/nodes.csv"))
    relationships = rows(tmp_path / "neo4j/relationships.csv")
    assert {r[end] for r in relationships for end in (":START_ID", ":END_ID")} <= {*nodes}
    assert nodes[f"{COMPANY}/body/esg-working-group"][":LABEL"] == "Body;Actor"
    reports = [r for r in relationships if r[":TYPE"] == "REPORTS_TO"]
    assert [(r[":START_ID"], r[":END_ID"], r["line:int"], r["page:int"]) for r in reports] == [
        (f"{COMPANY}/body/esg-working-group", f"{COMPANY}/body/audit-committee", "22", "")
    ]
    assert all(re.fullmatch(r"[A-Z_]+", r[":TYPE"]) for r in relationships)


def test_a_semicolon_or_a_line_break_does_not_break_a_list_for_neo4j(tmp_path: Path) -> None:
    body = replace(holdings().bodies[0], aliases=("Board; the", "The\nBoard"))
    write_graph([replace(holdings(), bodies=(body, *holdings().bodies[1:]))], tmp_path / "out")
    export(tmp_path / "out", tmp_path / "neo4j", Form.NEO4J)
    (board,) = [r for r in rows(tmp_path / "neo4j/nodes.csv") if r["name"] == "Board of Directors"]
    assert board["aliases:string[]"].split(";") == ["Board, the", "The Board"]
