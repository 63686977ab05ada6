"""The ontology: every term explained and tied to a standard one, all terms in use defined, nothing outside OWL 2 RL."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import owlrl
import pytest
import rdflib
from example_findings import holdings
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse, serialize

from esggraph import findings
from esggraph.graph.describe import describe
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.resources import PACKAGE, folder

COMPANY = f"{ESG}company/example-holdings-co-ltd"
ERRORS = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")  # where owlrl says that a rule finds a clash
ONTOLOGY = folder("ontology") / "esggraph.ttl"
TRIPLES = [q.triple for q in parse(path=str(ONTOLOGY), format=RdfFormat.TURTLE)]
ABOUT: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
for _s, _p, _o in TRIPLES:
    ABOUT[_s.value][_p.value].append(_o)  # type: ignore[arg-type,union-attr]
OWN = sorted(iri for iri in ABOUT if iri.startswith(ESG) and iri != ESG)
RDF, RDFS, OWL, SKOS = (PREFIXES[p] for p in ("rdf", "rdfs", "owl", "skos"))
PROPERTY_TYPES = {term(f"owl:{t}") for t in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}


@pytest.mark.parametrize("iri", OWN)
def test_every_term_is_explained(iri: str) -> None:
    about = ABOUT[iri]
    for predicate in (f"{RDFS}label", f"{SKOS}definition", f"{SKOS}example", f"{RDFS}isDefinedBy"):
        assert about[predicate], f"{iri} has no {predicate}"
    label = about[f"{RDFS}label"]
    assert len(label) == 1
    assert isinstance(label[0], Literal)
    assert label[0].language == "en"


@pytest.mark.parametrize("iri", OWN)
def test_every_term_is_tied_to_a_standard_term(iri: str) -> None:
    about = ABOUT[iri]
    if term("owl:NamedIndividual") in about[f"{RDF}type"]:
        return  # an individual is tied through its class
    tied = [*about[f"{RDFS}subClassOf"], *about[f"{RDFS}subPropertyOf"], *about[f"{RDFS}seeAlso"]]
    assert [t for t in tied if not t.value.startswith(ESG)], f"{iri} stands alone"


def test_labels_are_unique() -> None:
    labels = [ABOUT[iri][f"{RDFS}label"][0].value for iri in OWN if ABOUT[iri][f"{RDFS}domain"]]
    assert len(labels) == len(set(labels))


def test_the_version_has_an_iri_of_its_own() -> None:
    (version,) = ABOUT[ESG][f"{OWL}versionIRI"]
    (info,) = ABOUT[ESG][f"{OWL}versionInfo"]
    assert version.value == f"{ESG}{info.value}"


def test_only_axioms_of_owl_2_rl_between_named_terms_are_used() -> None:
    """Super-terms, domains, ranges and disjointness between named terms: a part of OWL 2 RL (W3C, 2012)."""
    axioms = {
        t.predicate.value.removeprefix(RDFS)
        for t in TRIPLES
        if t.predicate.value.startswith(RDFS) and not isinstance(t.object, Literal)
    }
    assert axioms == {"subClassOf", "subPropertyOf", "domain", "range", "seeAlso", "isDefinedBy"}
    owl = {t.predicate.value for t in TRIPLES if t.predicate.value.startswith(OWL)}
    assert owl == {f"{OWL}{name}" for name in ("versionIRI", "versionInfo", "disjointWith")}
    sorts = {t.object.value for t in TRIPLES if t.predicate == term("rdf:type") and t.object.value.startswith(OWL)}  # type: ignore[union-attr]
    assert sorts == {
        f"{OWL}{name}"
        for name in (
            "Ontology", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual",
            "FunctionalProperty", "IrreflexiveProperty",
        )
    }  # fmt: skip
    assert not [t for t in TRIPLES if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_every_term_that_an_axiom_names_is_declared_and_of_the_right_sort() -> None:
    for t in TRIPLES:
        match t.predicate.value.removeprefix(RDFS).removeprefix(OWL):
            case "subClassOf" | "domain" | "disjointWith":
                assert is_class(t.object), t
            case "subPropertyOf":
                assert types(t.subject) & PROPERTY_TYPES == types(t.object) & PROPERTY_TYPES != set(), t
            case "range":
                data = term("owl:DatatypeProperty") in types(t.subject)
                assert t.object.value.startswith(PREFIXES["xsd"]) if data else is_class(t.object), t  # type: ignore[union-attr]


def types(node: object) -> set[object]:
    return {*ABOUT[node.value][f"{RDF}type"]}  # type: ignore[attr-defined]


def is_class(node: object) -> bool:
    return term("owl:Class") in types(node)


def test_no_term_of_the_rdf_vocabulary_is_in_an_axiom() -> None:
    axioms = [t for t in TRIPLES if t.predicate.value in (f"{RDFS}subClassOf", f"{RDFS}subPropertyOf")]
    assert not [t for t in axioms if str(t.object).startswith(f"<{RDF}")]


def closure(*more: str) -> rdflib.Graph:
    """Return all that follows from the ontology and the example findings by the rules of OWL 2 RL, with `more` Turtle."""
    graph = rdflib.Graph().parse(str(ONTOLOGY))
    quads = serialize((q.triple for q in describe(holdings())), format=RdfFormat.N_TRIPLES)
    graph.parse(data=(quads or b"").decode(), format="nt")
    for turtle in more:
        graph.parse(data=f"@prefix esg: <{ESG}> . {turtle}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    return [str(message) for message in graph.objects(None, ERRORS.error)]


def test_the_ontology_with_a_report_is_consistent_by_the_rules_of_owl_2_rl() -> None:
    graph = closure()
    assert contradictions(graph) == []
    committee = rdflib.URIRef(f"{COMPANY}/body/audit-committee")
    assert (committee, rdflib.RDF.type, rdflib.URIRef(f"{ESG}Actor")) in graph
    board = rdflib.URIRef(f"{COMPANY}/body/board-of-directors")
    assert (committee, rdflib.URIRef(PREFIXES["org"] + "subOrganizationOf"), board) in graph


@pytest.mark.parametrize(
    "turtle",
    [
        f"<{COMPANY}/body/audit-committee> esg:reportsTo <{COMPANY}/body/audit-committee> .",
        f"<{COMPANY}/body/audit-committee> a esg:Post .",
        f"<{COMPANY}/policy/code-of-conduct> a esg:Law .",
    ],
)
def test_the_rules_of_owl_2_rl_find_what_contradicts_the_ontology(turtle: str) -> None:
    assert contradictions(closure(turtle)) != []


def test_the_graph_uses_no_undefined_term() -> None:
    used = {
        node.value
        for q in describe(holdings())
        for node in (q.predicate, q.object if q.predicate == term("rdf:type") else q.predicate)
        if isinstance(node, NamedNode) and node.value.startswith(ESG)
    }
    assert used <= {*OWN}


@pytest.mark.parametrize("name", ["instruments.ttl", "topics.ttl", "disclosures.ttl"])
def test_the_vocabularies_use_no_undefined_term(name: str) -> None:
    quads = parse(path=str(folder("ontology") / name), format=RdfFormat.TURTLE)
    used = {
        node.value
        for q in quads
        for node in (q.predicate, q.object if q.predicate == term("rdf:type") else q.predicate)
        if isinstance(node, NamedNode) and node.value.startswith(ESG)
    }
    assert used <= {*OWN}


def test_every_standard_term_in_use_is_declared() -> None:
    """Without its declaration OWL tools must guess what a property or class of another vocabulary is."""
    built_in = (RDF, RDFS, OWL)
    used = {
        node
        for q in describe(holdings())
        for node in (q.predicate, q.object if q.predicate == term("rdf:type") else q.predicate)
        if isinstance(node, NamedNode) and not node.value.startswith(built_in)
    }
    assert {node.value for node in used if not types(node)} == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "queries").glob("*.rq")), ids=lambda path: path.stem)
def test_the_queries_use_no_undefined_term(path: Path) -> None:
    used = {ESG + local for local in re.findall(r"\besg:(\w+)", path.read_text(encoding="utf-8"))}
    assert used <= {*OWN}


@pytest.mark.parametrize(
    ("property_", "kinds"),
    [
        ("bodyKind", findings.BODY_KINDS),
        ("policyKind", findings.POLICY_KINDS),
        ("instrumentKind", (*findings.LAW_KINDS, *findings.STANDARD_KINDS)),
        ("certificationStatus", findings.CERTIFICATION_STATUSES),
    ],
)
def test_the_definition_of_a_kind_lists_all_its_words(property_: str, kinds: tuple[str, ...]) -> None:
    words = re.findall(r"\b[a-z_]+\b", ABOUT[ESG + property_][f"{SKOS}definition"][0].value)
    assert [k for k in kinds if k not in words] == []


def test_every_predicate_of_findings_is_an_object_property() -> None:
    for predicate in findings.PREDICATES:
        assert term("owl:ObjectProperty") in types(term(f"esg:{predicate}"))
