"""Commands that lay companies, and two reports of one company, side by side."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from esggraph.cli.app import OUT, GraphOption, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError

if TYPE_CHECKING:
    from esggraph.graph.lookup import Graph


class Aspect(StrEnum):
    """What companies are compared in."""

    STRUCTURE = "structure"
    LAWS = "laws"
    STANDARDS = "standards"
    POLICIES = "policies"
    CERTIFICATES = "certificates"


@app.command()
def compare(
    companies: Annotated[list[str], typer.Argument(metavar="COMPANY COMPANY…", help="Two companies or more.")],
    only: Annotated[list[Aspect] | None, typer.Option("--only", help="Only this; may be given again.")] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Only what all of them have.")] = False,
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Lay companies side by side: structure, laws, standards, policies by topic, certificates.

    The cell of a law or standard says where the report cites it.
    """
    from esggraph.graph.comparing import ASPECTS
    from esggraph.graph.comparing import compare as compare_companies
    from esggraph.graph.lookup import open_graph

    opened = open_graph(graph)
    found = list({c.iri: c for c in map(opened.find_company, companies)}.values())
    if len(found) < 2:
        raise EsggraphError(f"only one company is named, {found[0].name}: name two or more")
    rows = compare_companies(opened, found, [a for a in ASPECTS if not only or a in only])
    rows = [row for row in rows if row.shared or not shared]
    if not rows and format is Format.TABLE:
        raise EsggraphError(f"nothing in common: {', '.join(c.name for c in found)}")
    columns = ["aspect", "name", *(c.name for c in found)]
    show(columns, [dict(zip(columns, (r.aspect, r.name, *r.cells), strict=True)) for r in rows], format)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="The older report: one of the graph by its file name, or a file.")],
    new: Annotated[str, typer.Argument(help="The newer report, named likewise.")],
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Show what changed between two reports of a company: added, gone, moved, changed, renamed.

    A file is read and need not be in the graph.
    """
    from esggraph.graph.differing import Change
    from esggraph.graph.differing import diff as differences

    before, after = _report(old, graph), _report(new, graph)
    of_old, of_new = _company(*before), _company(*after)
    if of_old != of_new:
        typer.echo(f"note: two companies: {old} is of {of_old}, {new} of {of_new}", err=True)
    changes = differences(before, after)
    if not changes and format is Format.TABLE:
        print(f"{old} and {new} state the same.")
        return
    columns = Change.columns
    show(columns, [{c: getattr(change, c) for c in columns} for change in changes], format, f"From {old} to {new}")


def _report(named: str, graph: Path) -> tuple[Graph, str]:
    """Return a graph and the IRI of the report in it: of a file a graph of its own."""
    from esggraph.graph.lookup import Graph, open_graph
    from esggraph.graph.store import store_of

    path = Path(named)
    if not path.is_file():
        opened = open_graph(graph)
        return opened, opened.find_report(named)
    from esggraph.extraction import extract
    from esggraph.reading import read
    from esggraph.reading.sources import overrides_of

    alone = Graph(store_of([extract(read(path, overrides=overrides_of(path)))]))
    return alone, alone.find_report(path.name)


def _company(graph: Graph, report: str) -> str:
    """Return the name of the company whose report it is."""
    company = next(s["company"] for s in graph.select("reports") if s["report"] == report)
    return graph.find_company(company).name
