"""The graph in the forms that other tools take: RDF, network tools, spreadsheets, Neo4j.

export("out", Path("graph.jsonld"))
export("out", Path("tables"), Form.CSV)
"""

from __future__ import annotations

from pathlib import Path

from esggraph.errors import ExportError
from esggraph.exports.forms import ENDINGS, Form
from esggraph.exports.targets import new_file, new_folder
from esggraph.graph.store import open_store


def export(graph: Path | str, target: Path, form: Form | None = None, *, force: bool = False) -> Form:
    """Write the graph in `graph` (as `open_store` takes it) to `target`, and return the form it has there.

    Without `form` the ending of `target` says it. CSV and NEO4J make a folder, the others a file. Raises
    UnreadableGraph for a graph that cannot be opened, and ExportError for a target whose form is not clear, that exists
    (except an older export, with `force`), or that cannot be written; then nothing of it is left.
    """
    form = form or ENDINGS.get(target.suffix.lower())
    if form is None:
        endings = ", ".join(ENDINGS)
        raise ExportError(f"{target}: its ending names no form: end it in {endings}, or choose one with --format")
    match form:
        case Form.CSV:
            from esggraph.exports.tables import TABLE_FILES, write_tables

            with new_folder(target, force=force, files=TABLE_FILES) as path:
                write_tables(open_store(Path(graph)), path)
        case Form.NEO4J:
            from esggraph.exports.property_graph import property_graph
            from esggraph.exports.tables import NEO4J_FILES, write_neo4j

            with new_folder(target, force=force, files=NEO4J_FILES) as path:
                write_neo4j(property_graph(open_store(Path(graph))), path)
        case Form.GRAPHML | Form.GEXF:
            from esggraph.exports.networks import write_gexf, write_graphml
            from esggraph.exports.property_graph import property_graph

            write_network = write_graphml if form is Form.GRAPHML else write_gexf
            with new_file(target, force=force) as path:
                write_network(property_graph(open_store(Path(graph))), path)
        case _:
            from esggraph.exports.jsonld import write_jsonld
            from esggraph.exports.rdf import write_nquads, write_trig, write_turtle

            write = {
                Form.TURTLE: write_turtle,
                Form.TRIG: write_trig,
                Form.NQUADS: write_nquads,
                Form.JSONLD: write_jsonld,
            }[form]
            with new_file(target, force=force) as path:
                write(open_store(Path(graph)), path)
    return form
