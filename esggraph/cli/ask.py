"""Commands that ask the graph and print rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from esggraph.cli.app import OUT, CompanyArgument, GraphOption, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError


@app.command()
def companies(graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the companies of the graph and how much it has of each."""
    from esggraph.graph.lookup import open_graph

    _show(open_graph(graph).companies(), format, "no company in the graph: build it from a folder that holds reports")


@app.command()
def laws(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the laws, regulations, listing rules and conventions that COMPANY cites."""
    _of_company("laws", "laws", company, graph, format)


@app.command()
def policies(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the policies, codes and other named documents of COMPANY."""
    _of_company("policies", "policies", company, graph, format)


@app.command()
def certifications(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the certificates that COMPANY and its parts hold or pursue."""
    _of_company("certifications", "certificates", company, graph, format)


@app.command()
def standards(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the standards, frameworks and initiatives that COMPANY refers to."""
    _of_company("standards", "standards", company, graph, format)


@app.command()
def bodies(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the boards, committees, working groups and departments of COMPANY."""
    _of_company("bodies", "bodies", company, graph, format)


@app.command()
def posts(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """List the governance posts of COMPANY and who holds them."""
    _of_company("posts", "posts", company, graph, format)


@app.command("who-cites")
def who_cites(
    law: Annotated[str, typer.Argument(help="A law or standard, in any spelling: “GDPR”, “Labor Law of the PRC”.")],
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """List the companies that cite LAW, however they spell it."""
    from esggraph.graph.lookup import open_graph

    _show(open_graph(graph).who_cites(law), format, f"no company cites “{law}”")


@app.command()
def evidence(
    name: Annotated[str, typer.Argument(help="A body, post, policy, law, standard or certificate.")],
    company: Annotated[str | None, typer.Option("--company", "-c", help="Only of this company.")] = None,
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Show the quotes behind NAME and behind the statements about it, with file and line or page."""
    from esggraph.graph.lookup import open_graph

    _show(open_graph(graph).evidence(name, company), format, f"no evidence for “{name}”")


def _of_company(kind: str, words: str, company: str, graph: Path, form: Format) -> None:
    from esggraph.graph.lookup import open_graph

    opened = open_graph(graph)
    found = opened.find_company(company)
    rows = getattr(opened, kind)(found)
    _show(rows, form, f"no {words} of {found.name} were found in its reports", f"{found.name}: {words}")


def _show(rows: Sequence[Any], form: Format, nothing: str, title: str = "") -> None:
    """Print rows of the graph; an empty answer is an error that says so, except where a program reads it."""
    from esggraph.graph.answers import cell, record

    if not rows:
        if form is Format.TABLE:
            raise EsggraphError(nothing)
        show([], [], form)
        return
    columns = rows[0].columns
    records = [{**record(row), **{c: cell(row, c) for c in columns}} for row in rows]
    show(columns, records, form, title)
