"""The command that writes the graph for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from esggraph.cli.app import OUT, GraphOption, app
from esggraph.exports.forms import Form


@app.command("export")
def export_command(
    target: Annotated[Path, typer.Argument(help="The file to write, or for csv and neo4j the folder.")],
    format: Annotated[
        Form | None, typer.Option("--format", "-f", help="What to write; default: what the ending of TARGET says.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an older export.")] = False,
    graph: GraphOption = OUT,
) -> None:
    """Write the graph for other tools: RDF (.ttl .trig .nq .jsonld), Gephi (.gexf .graphml), CSV tables, Neo4j."""
    from esggraph.exports.writing import export

    export(graph, target, format, force=force)
    print(target)
