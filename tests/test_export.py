"""Exports: every form holds what it can, reads back, and is put in place whole or not at all."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
import rdflib
from example_findings import holdings, works
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    parse,
)

from esggraph.errors import ExportError, UnreadableGraph
from esggraph.exports import rdf
from esggraph.exports.forms import Form
from esggraph.exports.jsonld import context, write_jsonld
from esggraph.exports.networks import network, write_gexf, write_graphml
from esggraph.exports.property_graph import Edge, Node, PropertyGraph, property_graph
from esggraph.exports.writing import export
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.graph.store import open_store, write_graph
from esggraph.resources import folder

COMPANY = f"{ESG}company/example-holdings-co-ltd"
RDFLIB = {Form.TRIG: "trig", Form.NQUADS: "nquads", Form.JSONLD: "json-ld"}
FILES = {form: f"graph{ending}" for ending, form in {
    ".ttl": Form.TURTLE, ".trig": Form.TRIG, ".nq": Form.NQUADS, ".jsonld": Form.JSONLD,
    ".graphml": Form.GRAPHML, ".gexf": Form.GEXF, "-tables": Form.CSV, "-neo4j": Form.NEO4J,
}.items()}  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], folder)
    return folder


def canonical(quads: object) -> set[Quad]:
    """Return quads with their blank nodes named alike: equal sets are isomorphic datasets."""
    dataset = Dataset(quads)  # type: ignore[arg-type]
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return {*dataset}


def as_rdflib_reads(path: Path, form: str) -> set[Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(path, format=form)
    return canonical(parse(dataset.serialize(format="nquads").encode(), format=RdfFormat.N_QUADS))


# ------------------------------------------------------------------ RDF


@pytest.mark.parametrize("form", RDFLIB)
def test_rdflib_reads_an_isomorphic_dataset_with_its_named_graphs(form: Form, out: Path, tmp_path: Path) -> None:
    target = tmp_path / FILES[form]
    assert export(out, target) is form
    expected = canonical(parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG))
    assert as_rdflib_reads(target, RDFLIB[form]) == expected
    assert len({quad.graph_name for quad in expected}) == 5


def test_turtle_holds_every_triple_but_no_named_graph(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "graph.ttl")
    quads = [*parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG)]
    found = as_rdflib_reads(tmp_path / "graph.ttl", "turtle")
    assert {q.triple for q in found} == {q.triple for q in quads}
    assert {q.graph_name for q in found} == {DefaultGraph()}


def test_turtle_still_says_which_report_states_what(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "graph.ttl")
    (row,) = open_store(tmp_path / "graph.ttl").query(
        "SELECT (COUNT(DISTINCT ?report) AS ?n) { ?s rdf:predicate esg:cites ; prov:hadPrimarySource ?report }",
        prefixes=PREFIXES,
    )
    assert row["n"].value == "2"


@pytest.mark.parametrize("form", [Form.TURTLE, *RDFLIB])
def test_an_export_can_be_asked_as_a_graph(form: Form, out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / FILES[form])
    asked = open_store(tmp_path / FILES[form])
    assert {q.triple for q in asked} == {q.triple for q in open_store(out)}


def test_what_a_file_has_in_its_default_graph_stays_there(tmp_path: Path) -> None:
    (tmp_path / "mine.trig").write_text("@prefix e: <http://example.org/> .\ne:a e:b e:c .\ne:g { e:a e:b e:d }\n")
    export(tmp_path / "mine.trig", tmp_path / "copy.nq")
    assert (tmp_path / "copy.nq").read_text().splitlines() == [
        "<http://example.org/a> <http://example.org/b> <http://example.org/c> .",
        "<http://example.org/a> <http://example.org/b> <http://example.org/d> <http://example.org/g> .",
    ]


@pytest.mark.parametrize("form", FILES)
def test_the_same_graph_gives_the_same_bytes(form: Form, out: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(out, tmp_path / name, form)
    files = [
        sorted((tmp_path / name).iterdir()) if form in (Form.CSV, Form.NEO4J) else [tmp_path / name] for name in "ab"
    ]
    assert [p.read_bytes() for p in files[0]] == [p.read_bytes() for p in files[1]]


# ------------------------------------------------------------------ JSON-LD


@pytest.fixture(scope="module")
def document(out: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The things of one report in a JSON-LD export, by id."""
    target = tmp_path_factory.mktemp("jsonld") / "graph.jsonld"
    export(out, target)
    graphs = {graph["id"]: graph["@graph"] for graph in json.loads(target.read_text(encoding="utf-8"))["@graph"]}
    return {thing["id"]: thing for thing in graphs["report:example-2023"]}


def test_json_ld_reads_like_json(document: dict[str, dict[str, object]]) -> None:
    group = document["company:example-holdings-co-ltd/body/esg-working-group"]
    assert group == {
        "id": "company:example-holdings-co-ltd/body/esg-working-group",
        "type": ["Body", "org:OrganizationalUnit"],
        "label": "ESG Working Group",
        "altLabel": ["EWG"],
        "org:hasMember": ["company:example-holdings-co-ltd/body/legal-department"],
        "org:reportsTo": ["company:example-holdings-co-ltd/body/audit-committee"],
        "unitOf": "company:example-holdings-co-ltd",
        "bodyKind": "working_group",
        "hasMember": [
            "company:example-holdings-co-ltd/body/legal-department",
            "company:example-holdings-co-ltd/post/chief-compliance-officer",
        ],
        "inTier": ["company:example-holdings-co-ltd/structure/esg/tier-2"],
        "reportsTo": ["company:example-holdings-co-ltd/body/audit-committee"],
    }


def test_json_ld_has_the_parts_of_a_quote_in_it(document: dict[str, dict[str, object]]) -> None:
    evidence = document["report:example-2023/evidence/2010-2043"]
    assert evidence["target"] == {
        "id": "report:example-2023/evidence/2010-2043/target",
        "type": "oa:SpecificResource",
        "selector": [
            {
                "id": "report:example-2023/evidence/2010-2043/position",
                "type": "oa:TextPositionSelector",
                "end": 2043,
                "start": 2010,
            },
            {
                "id": "report:example-2023/evidence/2010-2043/quote",
                "type": "oa:TextQuoteSelector",
                "exact": "The Board has an Audit Committee.",
            },
        ],
        "source": "report:example-2023",
        "line": 20,
    }


def test_json_ld_carries_the_context_file(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "graph.jsonld")
    shipped = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    assert json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))["@context"] == shipped["@context"]


def test_the_context_has_the_prefixes_of_the_graph_and_a_key_for_each_relation() -> None:
    terms = context()
    assert {prefix: terms[prefix] for prefix in PREFIXES} == PREFIXES
    relations = (
        "reportsTo",
        "subUnitOf",
        "oversees",
        "hasMember",
        "ledBy",
        "lineOfDefence",
        "inTier",
        "responsibleFor",
    )
    assert {terms[name]["@id"] for name in relations} == {f"esg:{name}" for name in relations}


IRIS = st.sampled_from(
    [NamedNode(iri) for iri in (
        ESG, f"{ESG}cites", f"{ESG}company/a", f"{ESG}company/a/body/b", f"{ESG}company/a/body/c", f"{ESG}company//x",
        "http://example.org/a", "urn:a:b", PREFIXES["skos"] + "altLabel", PREFIXES["dcat"] + "endDate",
        PREFIXES["rdf"] + "type", f"{ESG}label", f"{ESG}confidence", f"{ESG}line", PREFIXES["org"] + "reportsTo",
    )]
)  # fmt: skip
NODES = st.one_of(IRIS, st.builds(BlankNode, st.sampled_from(["a", "b"])))
LITERALS = st.one_of(
    st.builds(Literal, st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))),
    st.builds(Literal, st.text("ab:/@_", max_size=5), language=st.sampled_from(["en", "zh-hant"])),
    st.builds(lambda n: Literal(str(n), datatype=term("xsd:integer")), st.integers()),
    st.builds(Literal, st.sampled_from(["01", "x", "-0"]), datatype=st.just(term("xsd:integer"))),
    st.builds(Literal, st.sampled_from(["0.5", "2023-01-01", ""]), datatype=st.sampled_from([term("xsd:decimal"), term("xsd:date")])),
)  # fmt: skip


@given(
    st.lists(
        st.builds(Quad, NODES, IRIS, st.one_of(NODES, LITERALS), st.one_of(IRIS, st.just(DefaultGraph()))), max_size=12
    )
)
def test_any_dataset_survives_json_ld(tmp_path_factory: pytest.TempPathFactory, quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    path = tmp_path_factory.mktemp("any") / "graph.jsonld"
    write_jsonld(store, path)
    assert canonical(parse(path=str(path), format=RdfFormat.JSON_LD)) == canonical(rdf.dataset(store))


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
    target = tmp_path / FILES[form]
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


# ------------------------------------------------------------------ targets


@pytest.mark.parametrize("form", FILES)
def test_an_existing_target_is_kept_without_force_and_replaced_with_it(form: Form, out: Path, tmp_path: Path) -> None:
    target = tmp_path / FILES[form]
    export(out, target, form)
    with pytest.raises(
        ExportError, match=rf"{FILES[form]} exists: add --force to overwrite it, or name another target"
    ):
        export(out, target, form)
    export(out, target, form, force=True)
    assert [path.name for path in tmp_path.iterdir()] == [FILES[form]]


@pytest.mark.parametrize("name", ["out", "out.ttl"])
def test_a_file_is_not_written_over_a_folder(name: str, out: Path, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(ExportError, match=rf"{name} is a folder: name a file in it"):
        export(out, tmp_path / name, Form.TURTLE, force=True)


def test_force_does_not_replace_a_folder_of_other_files(out: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter-1.txt").write_text("")
    with pytest.raises(ExportError, match=r"thesis holds files that are not of such an export \(chapter-1\.txt\)"):
        export(out, tmp_path / "thesis", Form.CSV, force=True)
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter-1.txt"]


def test_a_folder_is_not_written_over_a_file(out: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(ExportError, match="tables is a file, and this form is a folder of files"):
        export(out, tmp_path / "tables", Form.CSV, force=True)
    assert (tmp_path / "tables").read_text() == "mine"


@pytest.mark.parametrize("name", ["graph", "graph.xlsx"])
def test_a_target_whose_form_is_not_clear_is_refused(name: str, out: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=rf"{name}: its ending names no form: end it in \.ttl, .* --format"):
        export(out, tmp_path / name)


def test_a_target_in_no_folder_is_refused(out: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nowhere/graph\.ttl cannot be written: No such file or directory"):
        export(out, tmp_path / "nowhere" / "graph.ttl")


@pytest.mark.parametrize("form", FILES)
def test_a_graph_that_cannot_be_read_leaves_no_target(form: Form, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("@prefix e: <http://example.org/> .\ne:a e:b .\n")
    with pytest.raises(UnreadableGraph, match=r"bad\.ttl:2: "):
        export(tmp_path / "bad.ttl", tmp_path / "new", form)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.ttl"]


@pytest.mark.parametrize(("form", "step"), [(Form.TRIG, "file"), (Form.CSV, "folder")])
def test_an_export_that_fails_leaves_the_old_one_whole(
    form: Form, step: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, *_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "old"
    export(out, target, form)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    monkeypatch.setattr(Path, "replace" if step == "file" else "rename", fail)
    with pytest.raises(ExportError, match="old cannot be written: No space left on device"):
        export(out, target, form, force=True)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_an_interrupted_export_leaves_nothing(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object, path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(rdf, "write_turtle", interrupt)
    with pytest.raises(KeyboardInterrupt):
        export(out, tmp_path / "graph.ttl")
    assert [*tmp_path.iterdir()] == []


# ------------------------------------------------------------------ files that do not parse, and the command


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "@prefix e: <http://example.org/> .\n\ne:a e:b .\n", 3),
        ("a.trig", "@prefix e: <http://example.org/> .\ne:g { e:a e:b }\n", 2),
        ("a.nq", "<http://e/a> <http://e/b> <http://e/c> .\n<http://e/a> b\n", 2),
        ("a.nt", "<http://e/a> <http://e/b> <http://e/c> .\n\n\noops\n", 4),
        ("a.rdf", '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a></b>\n', 3),
        ("a.jsonld", '{\n "@id": "http://e/a",\n oops\n}\n', 3),
    ],
)  # fmt: skip
def test_a_graph_file_that_does_not_parse_is_named_with_its_line(
    name: str, text: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(UnreadableGraph, match=rf"^{re.escape(str(tmp_path / name))}:{line}: ") as error:
        open_store(tmp_path / name)
    assert "\n" not in str(error.value)


def test_the_command_prints_the_target(out: Path, tmp_path: Path, run_cli: Callable[..., tuple[int, str, str]]) -> None:
    target = tmp_path / "graph.gexf"
    assert run_cli("export", target, "-g", out) == (0, f"{target}\n", "")
    assert run_cli("export", target, "-g", out) == (
        1, "", f"esggraph: {target} exists: add --force to overwrite it, or name another target\n",
    )  # fmt: skip
    assert run_cli("export", target, "-g", out, "--force") == (0, f"{target}\n", "")


@pytest.fixture
def run_cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    from esggraph.cli import main

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["esggraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return int(stopped.value.code or 0), captured.out, captured.err

    return run
