"""The command line's frame: the app, its errors, and the options that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import esggraph
from esggraph.errors import EsggraphError

app = typer.Typer(
    name="esggraph",
    help="A knowledge graph of corporate governance, built from ESG reports, offline, with the quoted evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

OUT = Path("out")
GraphOption = Annotated[
    Path,
    typer.Option("--graph", "-g", envvar="ESGGRAPH_GRAPH", help="The folder that build wrote, or an RDF file."),
]
CompanyArgument = Annotated[str, typer.Argument(help="A name, short name or stock code; near spellings do.")]


def _version(asked: bool) -> None:
    if asked:
        print(f"esggraph {esggraph.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; an error that is the input's is one line on standard error and exit code 1."""
    try:
        app()
    except EsggraphError as error:
        print(f"esggraph: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output went away, as in "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
