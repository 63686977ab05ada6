"""SHACL's results in words: which node, what is wrong with it, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import rdflib
from rapidfuzz import fuzz, process
from rdflib import RDF, RDFS, SH, SKOS

from esggraph.graph.namespaces import ESG, local_name, term

_Kind = tuple[str, str, str]  # the class, what a member is called, what several are called
_KINDS: tuple[_Kind, ...] = (
    ("esg:Report", "report", "reports"),
    ("esg:Company", "company", "companies"),
    ("esg:Body", "body", "bodies"),
    ("esg:Post", "post", "posts"),
    ("foaf:Person", "person", "persons"),
    ("esg:Policy", "policy", "policies"),
    ("esg:Law", "law", "laws"),
    ("esg:Certification", "certificate", "certificates"),
    ("esg:Standard", "standard", "standards"),
    ("esg:CertifiedPart", "part with a certificate", "parts with certificates"),
    ("esg:Structure", "structure", "structures"),
    ("esg:Tier", "tier", "tiers"),
    ("esg:LineOfDefence", "line of defence", "lines of defence"),
    ("esg:Statement", "statement", "statements"),
    ("oa:Annotation", "quote", "quotes"),
    ("oa:SpecificResource", "quote", ""),
    ("oa:TextQuoteSelector", "quote", ""),
    ("oa:TextPositionSelector", "quote", ""),
    ("skos:Concept", "topic", ""),
)
COUNTED = {term(class_): several for class_, _, several in _KINDS if several}
"""Class -> what its members are called, in the order in which their numbers are given."""
_ONE = {several: one for _, one, several in _KINDS}

_NAMES = (
    SKOS.prefLabel,
    RDFS.label,
    rdflib.URIRef(term("foaf:name").value),
    rdflib.URIRef(term("dcterms:title").value),
)
_EXACT = rdflib.URIRef(term("oa:exact").value)
_LONGEST = 60  # characters of a name
_WORTH_SHOWING = 70  # of 100: a slip or two in a term


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """Something in a graph that is not as it should be."""

    columns: ClassVar[tuple[str, ...]] = ("graph", "kind", "name", "company", "problem", "advice")

    graph: str  # the report's slug or the vocabulary's name; "" for triples outside any named graph
    kind: str  # what the node is: "body", "certificate"; "node" where it does not say
    name: str  # its name; of a statement its sentence, of evidence its words; else the end of its IRI
    company: str  # the name of the company that it belongs to, or ""
    problem: str  # "has no standard"
    advice: str  # what to do
    iri: str


def counts_in_words(counts: dict[str, int]) -> str:
    """Return `counts`, without what there is none of, in words.

    >>> counts_in_words({"reports": 1, "companies": 0, "bodies": 1200})
    '1 report, 1,200 bodies'
    """
    return ", ".join(f"{number:,} {_ONE[name] if number == 1 else name}" for name, number in counts.items() if number)


def violations_of(results: rdflib.Graph, data: rdflib.Graph, shapes: rdflib.Graph, graph: str) -> list[Violation]:
    """Return the violations that pySHACL's `results` report of `data`, the graph with the IRI `graph`, in order."""
    rows = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, value, path = (results.value(result, p) for p in (SH.focusNode, SH.value, SH.resultPath))
        if node == rdflib.URIRef(ESG):  # a constraint on the graph as a whole: see the shapes
            node, value = value, path
        message = str(results.value(result, SH.resultMessage))
        general, _, advice = message.partition(". ")
        name = shapes.value(results.value(result, SH.sourceShape), SH.name)
        component = local_name(str(results.value(result, SH.sourceConstraintComponent)))
        problem = _problem(component, str(name)) if name else general.removesuffix(".")
        if near := path and _nearest(path, data):
            advice = f"{advice} The nearest is {near}."
        if value is not None and value != node:
            problem = f"{problem}: {_name(value, data)}"
        rows.append(
            Violation(
                graph=local_name(graph.rstrip("/")),
                kind=_kind(node, data),
                name=_name(node, data),
                company=_company(node, data),
                problem=problem,
                advice=advice,
                iri=str(node),
            )
        )
    return sorted(rows, key=lambda row: (row.kind, row.name, row.iri, row.problem))


def _problem(component: str, name: str) -> str:
    match component:
        case "MinCountConstraintComponent" | "QualifiedMinCountConstraintComponent":
            return f"has no {name}"
        case "MaxCountConstraintComponent" | "QualifiedMaxCountConstraintComponent":
            return f"has more than one {name}"
        case _:
            return f"has a {name} that does not fit"


def _nearest(path: rdflib.term.Node, data: rdflib.Graph) -> str | None:
    """Return the term of the ontology that is spelt most like `path`, if that is an unknown term of its namespace."""
    if not str(path).startswith(ESG) or (path, RDF.type, None) in data:
        return None
    known = [local_name(str(term)) for term in data.subjects(RDFS.isDefinedBy, rdflib.URIRef(ESG))]
    found = process.extractOne(local_name(str(path)), sorted(known), scorer=fuzz.ratio, score_cutoff=_WORTH_SHOWING)
    return f"esg:{found[0]}" if found else None


def _kind(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    types = {str(t) for t in data.objects(node, RDF.type)}
    return next((kind for class_, kind, _ in _KINDS if term(class_).value in types), "node")


def _name(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    if isinstance(node, rdflib.Literal):
        return f"“{_short(str(node))}”"
    return f"“{_short(next(_names(node, data)))}”"


def _names(node: rdflib.term.Node | None, data: rdflib.Graph) -> Iterator[str]:
    """Yield what `node` may be called, the best first."""
    for predicate in _NAMES:
        yield from sorted(map(str, data.objects(node, predicate)))[:1]
    parts = [data.value(node, p) for p in (RDF.subject, RDF.predicate, RDF.object)]
    if all(part is not None and part != node for part in parts):
        yield " ".join(next(_names(part, data)) for part in parts)
    iri = str(node)
    stem = iri.split("/evidence/")
    if len(stem) == 2:  # evidence and its parts: their words
        annotation = f"{stem[0]}/evidence/{stem[1].split('/')[0]}"
        yield from map(str, data.objects(rdflib.URIRef(f"{annotation}/quote"), _EXACT))
    yield local_name(iri) or iri


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _company(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    """Return the name of the company below whose IRI that of `node` stands."""
    path = str(node).removeprefix(f"{ESG}company/")
    if path == str(node) or "/" not in path:
        return ""
    return str(data.value(rdflib.URIRef(f"{ESG}company/{path.split('/')[0]}"), RDFS.label) or "")
