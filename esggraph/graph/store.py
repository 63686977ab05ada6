"""The graph on disk: `graph.trig` (sorted: the same input, the same bytes) and an embedded Oxigraph store beside it.

Both are built in a temporary folder and then put in place, so a build that fails leaves the old graph whole. Opening is
read-only, so that several processes can ask at the same time.

The file has the named graphs only. A store has their merge as its default graph, too: Oxigraph up to 0.5 can query
the union of all graphs, but gives a triple once for every graph that has it, so that counts are wrong (oxigraph issue
1919).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from esggraph.errors import UnreadableGraph
from esggraph.findings import Findings
from esggraph.graph import iris
from esggraph.graph.describe import describe
from esggraph.graph.namespaces import ESG, PREFIXES
from esggraph.resources import folder as resource_folder

if TYPE_CHECKING:
    import rdflib

TRIG = "graph.trig"
STORE = "store"
VOCABULARIES = {
    "esggraph.ttl": ESG,
    "instruments.ttl": f"{ESG}instrument/",
    "topics.ttl": f"{ESG}topic/",
    "disclosures.ttl": f"{ESG}disclosure/",
}
"""File of `ontology/` -> the named graph that has it in a built store."""
_REBUILD = "run `esggraph build`"


def write_graph(findings: Iterable[Findings], folder: Path) -> int:
    """Write the graph of all `findings` into `folder` and return how many quads it has.

    `folder` then holds `graph.trig` and `store/`, with a named graph each for the ontology, the known instruments and
    the topics, then one for each report. Raises UnreadableGraph when `folder` cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
        try:
            written = count()
            quads = chain(vocabulary_quads(), report_quads(findings))
            serialize(
                (quad for quad, _ in zip(quads, written, strict=False)),
                os.fspath(building / TRIG),
                RdfFormat.TRIG,
                prefixes=PREFIXES,
            )
            _write_store(building / TRIG, building / STORE)
            _put_in_place(building, folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    except OSError as error:
        raise UnreadableGraph(f"cannot write the graph to {folder}: {error.strerror or error}") from error
    return next(written)


def report_quads(findings: Iterable[Findings]) -> Iterator[Quad]:
    """Yield the quads of all reports, in an order that does not depend on the order of `findings`.

    A report's graph is named for its id; reports with equal ids (`report.pdf` in two folders) take the company's name
    too, and then a number.
    """
    ordered = sorted(findings, key=lambda f: (f.report, f.company.name, f.period, f.title, f.file))
    ids = Counter(iris.slug(f.report) for f in ordered)
    taken: set[str] = set()
    for one in ordered:
        slug = plain = iris.slug(one.report)
        if ids[slug] > 1:
            slug = plain = f"{iris.slug(one.company.name)}-{slug}"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{plain}-{number}"
        taken.add(slug)
        yield from describe(one, slug)


@cache
def vocabulary_quads() -> tuple[Quad, ...]:
    """Return the ontology, the known instruments and the topics, each as a named graph, sorted."""
    return tuple(
        Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))
        for name, graph in VOCABULARIES.items()
        for triple in sorted(
            parse(path=os.fspath(resource_folder("ontology") / name), format=RdfFormat.TURTLE),
            key=lambda q: (str(q.subject), q.predicate.value, str(q.object)),
        )
    )


def store_of(findings: Iterable[Findings]) -> Store:
    """Return a store in memory with the graph of `findings`, as `open_store` returns one from a folder."""
    store = Store()
    store.bulk_extend(_with_merge(chain(vocabulary_quads(), report_quads(findings))))
    return store


def _write_store(trig: Path, path: Path) -> None:
    store = Store(os.fspath(path))
    store.bulk_extend(_with_merge(parse(path=os.fspath(trig), format=RdfFormat.TRIG)))
    store.optimize()
    store.flush()


def _with_merge(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield every quad, and its triple in the default graph."""
    for quad in quads:
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object)


def _put_in_place(building: Path, folder: Path) -> None:
    """Replace the old store and file by the new; whoever has the old store open keeps reading it until it is closed.

    The file comes last: should the store be missing for a moment, or for good, `open_store` still has a whole graph.
    """
    old = building / "old"
    if (folder / STORE).exists():
        (folder / STORE).rename(old)
    (building / STORE).rename(folder / STORE)
    (building / TRIG).replace(folder / TRIG)


def open_store(path: Path) -> Store:
    """Open a graph for reading, with the merge of its graphs as the default graph.

    `path` is a folder that `write_graph` wrote, a store folder, or an RDF file (TriG, N-Quads, …). Raises
    UnreadableGraph, with what to do, for one that is missing or damaged.
    """
    if path.is_file():
        return _load(path)
    for candidate in (path / STORE, path):
        if (candidate / "CURRENT").exists():
            return _open(candidate)
    if (path / TRIG).is_file():
        return _load(path / TRIG)
    if (path / STORE).exists():
        raise UnreadableGraph(f"{path / STORE} is damaged: {_REBUILD} to make it anew")
    raise UnreadableGraph(f"no graph in {path}: {_REBUILD} first, or name the folder that holds one")


def _open(path: Path) -> Store:
    try:
        return Store.read_only(os.fspath(path))
    except PermissionError as error:
        raise UnreadableGraph(f"no permission to read {path}: change its access rights") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise UnreadableGraph(f"{path} is damaged: {_REBUILD} to make it anew") from error


def _load(path: Path) -> Store:
    store = Store()
    store.bulk_extend(_with_merge(_parsed(path)))
    return store


def _parsed(path: Path) -> Iterator[Quad]:
    """Yield the quads of an RDF file; an error in it is named with its line."""
    format_ = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise UnreadableGraph(
            f"{path} is no RDF file by its ending: name a .trig, .nq, .ttl, .nt, .jsonld or .rdf file"
        )
    try:
        yield from parse(path=os.fspath(path), format=format_)
    except SyntaxError as error:
        line = error.lineno or (_line_of_xml_error(path) if format_ == RdfFormat.RDF_XML else None)
        place = path if line is None else f"{path}:{line}"
        raise UnreadableGraph(f"{place}: {' '.join(error.msg.split())}: correct it, or {_REBUILD}") from error
    except OSError as error:
        raise UnreadableGraph(f"cannot read {path}: {error.strerror or error}") from error


def graph_quads(path: Path) -> Iterator[Quad]:
    """Yield the quads of a graph as its file has them, without the merge that a store adds to its default graph.

    `path` is as for `open_store`; of a folder that `write_graph` wrote it is `graph.trig`. Raises as `open_store` does.
    """
    file = path / TRIG if path.is_dir() else path
    if file.is_file():
        yield from _parsed(file)
        return
    store = open_store(path)
    for graph in store.named_graphs():
        yield from store.quads_for_pattern(None, None, None, graph)


def _line_of_xml_error(path: Path) -> int | None:
    """Return the line where a file stops to be XML, which Oxigraph does not say, or None where it is XML throughout."""
    try:
        expat.ParserCreate().Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        return error.lineno
    return None


def open_dataset(path: Path | str) -> rdflib.Dataset:
    """Open a graph as `open_store` does, for rdflib, through oxrdflib: SPARQL runs in Oxigraph, nothing is copied."""
    import rdflib
    from oxrdflib import OxigraphStore

    return rdflib.Dataset(store=OxigraphStore(store=open_store(Path(path))))
