"""Whether a graph is as it should be: SHACL (pySHACL) over each report's graph, and each violation in words.

The shapes are `ontology/shapes.ttl`. A report's graph is checked by itself, with what the vocabularies say of what it
names: two reports of one company may contradict each other, but one that contradicts itself was misread or changed by
hand. Triples outside the named graphs are checked together with everything there is.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from esggraph.graph.namespaces import term
from esggraph.graph.store import VOCABULARIES, graph_quads, vocabulary_quads
from esggraph.graph.violation_words import COUNTED, Violation, violations_of
from esggraph.resources import folder

PARALLEL_FROM = 4  # graphs; starting a process costs as long as checking two of them
_TYPE = term("rdf:type")
_ALWAYS = {NamedNode(VOCABULARIES[file]) for file in ("esggraph.ttl", "topics.ttl")}  # what the shapes ask of any graph
_Node = rdflib.URIRef | rdflib.BNode | rdflib.Literal
_RdflibTriple = tuple[_Node, _Node, _Node]


@dataclass(frozen=True, slots=True)
class Validation:
    """The outcome: what is wrong, and of what there was how much."""

    violations: tuple[Violation, ...]
    counts: dict[str, int]  # "reports", "bodies" … -> how many the reports' graphs have


def validate(
    path: Path, *, workers: int = 1, progress: Callable[[int, int], None] = lambda done, total: None
) -> Validation:
    """Check the graph in `path`: a folder that a build wrote (its `graph.trig`), a store folder or an RDF file.

    `workers` processes share the work (a script that asks for more than one needs the usual `if __name__ ==
    "__main__"`); `progress` is called with the number of graphs done and their total. Raises UnreadableGraph for a
    graph that is missing or damaged.
    """
    graphs: dict[NamedNode | BlankNode | DefaultGraph, list[Triple]] = defaultdict(list)
    members: dict[object, set[object]] = {class_: set() for class_ in COUNTED}
    vocabularies = {NamedNode(graph) for graph in VOCABULARIES.values()}
    for quad in graph_quads(path):
        graphs[quad.graph_name].append(quad.triple)
        if quad.predicate == _TYPE and quad.graph_name not in vocabularies and quad.object in members:
            members[quad.object].add(quad.subject)
    unnamed = graphs.pop(DefaultGraph(), [])
    shipped = _shipped()
    parts = [
        (str(getattr(name, "value", name)), triples)
        for name, triples in graphs.items()
        if name not in shipped or {*triples} != shipped[name]  # what travels with the package is valid: a test says so
    ]
    if unnamed:
        parts = [*parts, ("", [*unnamed, *(t for triples in graphs.values() for t in triples)])]
    found: list[Violation] = []
    for done, violations in enumerate(_check_all(parts, workers), 1):
        found += violations
        progress(done, len(parts))
    return Validation(tuple(dict.fromkeys(found)), {name: len(members[class_]) for class_, name in COUNTED.items()})


def _shipped() -> dict[object, set[Triple]]:
    """Return the vocabularies of this version, by the name of their graph."""
    vocabularies: dict[object, set[Triple]] = defaultdict(set)
    for quad in vocabulary_quads():
        vocabularies[quad.graph_name].add(quad.triple)
    return vocabularies


def _check_all(parts: list[tuple[str, list[Triple]]], workers: int) -> Iterable[list[Violation]]:
    workers = min(workers, len(parts) // 2)
    jobs = ((name, serialize(triples, format=RdfFormat.N_TRIPLES) or b"") for name, triples in parts)
    if len(parts) < PARALLEL_FROM or workers < 2:
        yield from map(_check, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_check, jobs)


def _check(job: tuple[str, bytes]) -> list[Violation]:
    """Return what is wrong in one graph, given its IRI ("" for none) and its triples."""
    name, triples = job
    data = rdflib.Graph()
    for quad in parse(triples, format=RdfFormat.N_TRIPLES):
        data.add(_rdflib_triple(quad))
    for triple in [*_context(data)]:
        data.add(triple)
    _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    assert isinstance(results, rdflib.Graph), results  # pySHACL gives a failure only for shapes that are wrong
    return violations_of(results, data, _shapes(), name)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(os.fspath(folder("ontology") / "shapes.ttl"))


@cache
def _vocabulary() -> tuple[tuple[_RdflibTriple, ...], dict[_Node, list[_RdflibTriple]]]:
    """Return the triples of the ontology and the topics, and for each known instrument its triples."""
    always: list[_RdflibTriple] = []
    instruments: dict[_Node, list[_RdflibTriple]] = defaultdict(list)
    for quad in vocabulary_quads():
        triple = _rdflib_triple(quad)
        if quad.graph_name in _ALWAYS:
            always.append(triple)
        elif quad.graph_name.value == VOCABULARIES["instruments.ttl"]:  # type: ignore[union-attr]
            instruments[triple[0]].append(triple)
    return tuple(always), dict(instruments)


def _context(data: rdflib.Graph) -> Iterator[_RdflibTriple]:
    """Yield what the vocabularies say of the terms and the things that `data` names."""
    always, instruments = _vocabulary()
    yield from always
    for node in {*data.subjects(), *data.objects()} & instruments.keys():
        yield from instruments[node]  # type: ignore[index]


def _rdflib_triple(of: Quad) -> _RdflibTriple:
    return _rdflib_node(of.subject), _rdflib_node(of.predicate), _rdflib_node(of.object)


def _rdflib_node(node: object) -> _Node:
    match node:
        case NamedNode():
            return rdflib.URIRef(node.value)
        case BlankNode():
            return rdflib.BNode(node.value)
        case Literal(language=str(language)):
            return rdflib.Literal(node.value, lang=language)
        case Literal():
            plain = node.datatype == term("xsd:string")
            return rdflib.Literal(node.value, datatype=None if plain else rdflib.URIRef(node.datatype.value))
        case _:
            raise TypeError(f"no RDF 1.1 term: {node}")
