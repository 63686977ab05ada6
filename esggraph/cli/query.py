"""The command that asks the graph with SPARQL: queries of the user and of the library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from esggraph.cli.app import OUT, GraphOption, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from esggraph.graph.answers import Table


@app.command()
def query(
    sparql: Annotated[
        str | None, typer.Argument(help="A query, or a file that holds one; without it, standard input is read.")
    ] = None,
    named: Annotated[str | None, typer.Option("--named", "-n", help="Run this query of the library.")] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", "-s", metavar="NAME=VALUE", help="A parameter of --named.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the library's queries and their parameters.")] = False,
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Ask the graph with SPARQL: SELECT gives rows, ASK yes or no, CONSTRUCT and DESCRIBE Turtle.

    Or run a query of the library: --list shows them, --named runs one, --set company=NAME narrows it.
    """
    if sum((sparql is not None, named is not None, list_)) > 1:
        raise EsggraphError("give a query, --named or --list, not several")
    if set_ and named is None:
        raise EsggraphError("--set is for a query of the library: name it with --named")
    if list_:
        _list_library(format)
    elif named is not None:
        from esggraph.graph.library import run
        from esggraph.graph.lookup import open_graph

        _show_table(run(open_graph(graph), named, _settings(set_ or [])), format)
    else:
        _ask(_query_text(sparql), graph, format)


def _list_library(form: Format) -> None:
    from esggraph.graph.library import library

    columns = ("name", "title", "parameters")
    show(columns, [dict(zip(columns, (q.name, q.title, q.usage), strict=True)) for q in library()], form)


def _settings(given: list[str]) -> dict[str, str]:
    settings = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not value:
            raise EsggraphError(f"--set {one}: write NAME=VALUE, as in --set company=hikvision")
        settings[name.strip()] = value.strip()
    return settings


def _ask(sparql: str, graph: Path, form: Format) -> None:
    from esggraph.graph.lookup import open_graph

    answer = open_graph(graph).query(sparql)
    if isinstance(answer, bool):
        if form is Format.TABLE:
            print("yes" if answer else "no")
        else:
            show(["answer"], [{"answer": answer}], form)
    elif isinstance(answer, list):
        _show_triples(answer, form)
    else:
        _show_table(answer, form)


def _show_table(table: Table, form: Format) -> None:
    records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not records and form is Format.TABLE:
        print("The query has no solution in this graph.", file=sys.stderr)
    else:
        show(table.columns, records, form)


def _show_triples(triples: list[Triple], form: Format) -> None:
    from pyoxigraph import RdfFormat, serialize

    from esggraph.graph.namespaces import PREFIXES

    if form is Format.TABLE:
        turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
        print((turtle or b"").decode(), end="")
    else:
        columns = ("subject", "predicate", "object")
        show(columns, [dict(zip(columns, map(str, triple), strict=True)) for triple in triples], form)


def _query_text(given: str | None) -> str:
    if given is None or given == "-":
        return sys.stdin.read()
    if "{" in given:  # every query has braces; a path that has them can be given on standard input
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EsggraphError(f"{given}: is neither a SPARQL query nor a file that can be read ({error})") from None
