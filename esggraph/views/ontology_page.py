"""The documentation page of the ontology, `ontology/index.html`: every term, the topics, and a picture of the classes.

    python -m esggraph.views.ontology_page

writes it anew from `esggraph.ttl`, `topics.ttl` and `disclosures.ttl`. The page is one file, works offline and has the
same bytes for the same ontology.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from jinja2 import Environment
from pyoxigraph import Literal, NamedNode, Quad

from esggraph.graph.namespaces import ESG, PREFIXES, local_name, term
from esggraph.graph.store import VOCABULARIES, vocabulary_quads
from esggraph.resources import folder
from esggraph.views.class_diagram import ClassBox, diagram

PAGE = "index.html"
_MORE_PREFIXES = {"schema": "https://schema.org/", "dqv": "http://www.w3.org/ns/dqv#"}
_SECTIONS = {
    "Classes": "owl:Class",
    "Object properties": "owl:ObjectProperty",
    "Datatype properties": "owl:DatatypeProperty",
    "Individuals": "owl:NamedIndividual",
}
_RELATIONS = {
    "rdfs:subClassOf": "sub-class of",
    "rdfs:subPropertyOf": "sub-property of",
    "rdfs:domain": "from",
    "rdfs:range": "to",
    "owl:disjointWith": "never also a",
    "rdfs:seeAlso": "compare",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A term that another refers to: its short name, and where it is explained."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the page shows it."""

    name: str  # "reportsTo"
    iri: str
    label: str
    definition: str
    example: str
    note: str
    relations: tuple[tuple[str, tuple[Link, ...]], ...]  # "sub-class of" -> the terms


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, what it is, and what the frameworks call its matter."""

    name: str
    iri: str
    definition: str
    finer: tuple[str, ...]
    hkex: tuple[str, ...]
    gri: tuple[str, ...]


class _Vocabulary:
    """The triples of one vocabulary, by subject and predicate."""

    def __init__(self, quads: list[Quad], file: str) -> None:
        graph = NamedNode(VOCABULARIES[file])
        self.about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if quad.graph_name == graph and isinstance(quad.object, NamedNode | Literal):
                self.about[str(quad.subject)[1:-1]][quad.predicate.value].append(quad.object.value)

    def all(self, iri: str, name: str) -> list[str]:
        return self.about[iri][term(name).value] if iri in self.about else []

    def one(self, iri: str, name: str) -> str:
        return next(iter(self.all(iri, name)), "")

    def of_type(self, name: str) -> list[str]:
        return sorted(iri for iri in [*self.about] if term(name).value in self.all(iri, "rdf:type"))


def ontology_page() -> str:
    """Return the documentation page of the ontology as HTML."""
    quads = [*vocabulary_quads()]
    ontology, topics, disclosures = (
        _Vocabulary(quads, name) for name in ("esggraph.ttl", "topics.ttl", "disclosures.ttl")
    )
    sections = {
        title: [_term(ontology, iri) for iri in ontology.of_type(type_) if iri.startswith(ESG)]
        for title, type_ in _SECTIONS.items()
    }
    template = (resources.files("esggraph.views") / "ontology.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(template).render(
        title=ontology.one(ESG, "dcterms:title"),
        description=ontology.one(ESG, "dcterms:description"),
        version=ontology.one(ESG, "owl:versionInfo"),
        version_iri=ontology.one(ESG, "owl:versionIRI"),
        license=ontology.one(ESG, "dcterms:license"),
        namespace=ESG,
        picture=diagram(_boxes(ontology)),
        sections=sections,
        topics=_topics(topics, disclosures),
        evidence=(resources.files("esggraph.queries") / "evidence.rq").read_text(encoding="utf-8"),
        prefixes=sorted(PREFIXES.items()),
    )


def _term(ontology: _Vocabulary, iri: str) -> Term:
    relations = {words: tuple(map(_link, ontology.all(iri, predicate))) for predicate, words in _RELATIONS.items()}
    return Term(
        name=local_name(iri),
        iri=iri,
        label=ontology.one(iri, "rdfs:label"),
        definition=ontology.one(iri, "skos:definition"),
        example=ontology.one(iri, "skos:example"),
        note=ontology.one(iri, "skos:scopeNote"),
        relations=tuple((words, links) for words, links in relations.items() if links),
    )


def _link(iri: str) -> Link:
    return Link(_short(iri), f"#{local_name(iri)}" if iri.startswith(ESG) else iri)


def _short(iri: str) -> str:
    """Return `iri` with a prefix for its namespace."""
    for prefix, namespace in {**PREFIXES, **_MORE_PREFIXES}.items():
        if iri.startswith(namespace) and local_name(iri) == iri.removeprefix(namespace):
            return f"{prefix}:{local_name(iri)}"
    return iri


def _boxes(ontology: _Vocabulary) -> list[ClassBox]:
    boxes = []
    for iri in ontology.of_type("owl:Class"):
        if not iri.startswith(ESG):
            continue
        above = ontology.all(iri, "rdfs:subClassOf")
        properties = sorted(
            p
            for type_ in ("owl:ObjectProperty", "owl:DatatypeProperty")
            for p in ontology.of_type(type_)
            if iri in ontology.all(p, "rdfs:domain")
        )
        boxes.append(
            ClassBox(
                name=local_name(iri),
                label=ontology.one(iri, "rdfs:label"),
                standards=tuple(_short(one) for one in above if not one.startswith(ESG)),
                parents=tuple(local_name(one) for one in above if one.startswith(ESG)),
                properties=tuple(
                    (ontology.one(p, "rdfs:label"), _short(ontology.one(p, "rdfs:range"))) for p in properties
                ),
            )
        )
    return boxes


def _topics(topics: _Vocabulary, disclosures: _Vocabulary) -> list[TopicRow]:
    finer = {one for iri in topics.of_type("skos:Collection") for one in topics.all(iri, "skos:member")}
    below = defaultdict(list)
    for iri in sorted(finer):
        below[topics.one(iri, "skos:broader")].append(topics.one(iri, "skos:prefLabel"))

    def matches(iri: str, framework: str) -> tuple[str, ...]:
        near = [m for m in topics.all(iri, "skos:closeMatch") if f"/{framework}/" in m]
        return tuple(f"{disclosures.one(m, 'skos:notation')} {disclosures.one(m, 'skos:prefLabel')}" for m in near)

    return [
        TopicRow(
            name=topics.one(iri, "skos:prefLabel"),
            iri=iri,
            definition=topics.one(iri, "skos:definition"),
            finer=tuple(below[iri]),
            hkex=matches(iri, "hkex"),
            gri=matches(iri, "gri"),
        )
        for iri in topics.of_type("skos:Concept")
        if iri not in finer
    ]


def write_page(path: Path | None = None) -> Path:
    """Write the page (default: into `ontology/`) and return its path."""
    path = path or folder("ontology") / PAGE
    path.write_text(ontology_page(), encoding="utf-8")
    return path


if __name__ == "__main__":
    print(os.fspath(write_page()))
