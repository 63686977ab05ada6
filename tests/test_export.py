"""Exports to RDF: every form holds what it can, and rdflib reads it back to an isomorphic dataset."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from example_findings import holdings, works
from hypothesis import example, given
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

from esggraph.building import build
from esggraph.exports import rdf
from esggraph.exports.forms import Form
from esggraph.exports.jsonld import context, write_jsonld
from esggraph.exports.writing import export
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.graph.store import open_store, write_graph
from esggraph.resources import folder

RDFLIB = {Form.TRIG: "trig", Form.NQUADS: "nquads", Form.JSONLD: "json-ld"}
FILES = {Form.TURTLE: "graph.ttl", Form.TRIG: "graph.trig", Form.NQUADS: "graph.nq", Form.JSONLD: "graph.jsonld"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return out


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
    assert {NamedNode(f"{ESG}report/{name}") for name in ("example-2023", "works-2022")} <= {
        q.graph_name for q in expected
    }


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
@example(
    [
        Quad(
            BlankNode("a"),
            NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
            NamedNode("https://w3id.org/esggraph/label"),
            DefaultGraph(),
        )
    ]
)
def test_any_dataset_survives_json_ld(tmp_path_factory: pytest.TempPathFactory, quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    path = tmp_path_factory.mktemp("any") / "graph.jsonld"
    write_jsonld(store, path)
    assert canonical(parse(path=str(path), format=RdfFormat.JSON_LD)) == canonical(rdf.dataset(store))


# ------------------------------------------------------------------ real reports


@pytest.mark.reports
def test_the_graph_of_real_reports_survives_every_form_of_rdf(reports: Path, tmp_path: Path) -> None:
    built = build([reports / "netflix-sasb-2021.txt", reports / "ainnovation-2023.md"], tmp_path / "out")
    expected = canonical(parse(path=str(tmp_path / "out" / "graph.trig"), format=RdfFormat.TRIG))
    assert len(expected) == built.quads > 10_000
    for form, name in RDFLIB.items():
        export(tmp_path / "out", tmp_path / FILES[form])
        assert as_rdflib_reads(tmp_path / FILES[form], name) == expected
