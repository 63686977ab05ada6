"""A graph in the standard forms of RDF, sorted, so that the same graph gives the same bytes.

TriG, N-Quads and JSON-LD keep the named graphs: which report says what. Turtle has no named graphs: it gets the merge
of all of them, and there the statements (`prov:hadPrimarySource`) still say which report a triple comes from.
"""

from __future__ import annotations

import os
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from esggraph.graph.namespaces import PREFIXES


def dataset(store: Store) -> list[Quad]:
    """Return the quads of an opened graph, sorted, without the copies that make up its merged default graph.

    What a file has in its default graph and in no named one stays there.
    """
    default = DefaultGraph()
    named = [quad for quad in store if quad.graph_name != default]
    triples = {quad.triple for quad in named}
    rest = [q for q in store.quads_for_pattern(None, None, None, default) if q.triple not in triples]
    return sorted((*rest, *named), key=_order)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    name = "" if quad.graph_name == DefaultGraph() else str(quad.graph_name)
    return name, str(quad.subject), str(quad.predicate), str(quad.object)


def merged(store: Store) -> list[Triple]:
    """Return the triples of all graphs of an opened graph, each once, sorted."""
    return [q.triple for q in sorted(store.quads_for_pattern(None, None, None, DefaultGraph()), key=_order)]


def write_turtle(store: Store, path: Path) -> None:
    """Write the merge of all graphs as Turtle."""
    serialize(merged(store), os.fspath(path), RdfFormat.TURTLE, prefixes=PREFIXES)


def write_trig(store: Store, path: Path) -> None:
    """Write all graphs as TriG."""
    serialize(dataset(store), os.fspath(path), RdfFormat.TRIG, prefixes=PREFIXES)


def write_nquads(store: Store, path: Path) -> None:
    """Write all graphs as N-Quads, a statement a line."""
    serialize(dataset(store), os.fspath(path), RdfFormat.N_QUADS)
