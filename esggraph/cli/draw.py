"""Commands that draw a company's governance: in the terminal, or as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from esggraph.cli.app import OUT, CompanyArgument, GraphOption, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError

if TYPE_CHECKING:
    from rich.tree import Tree

    from esggraph.graph.answers import Defender, Relation, TierMember
    from esggraph.graph.network import Branch

LINES = {
    1: "First line: those who own the risk",
    2: "Second line: those who control it",
    3: "Third line: those who assure",
}
_LINK = {
    "subUnitOf": "set up under it",
    "reportsTo": "reports to it",
    "oversees": "overseen by it",
    "hasMember": "member of it",
}


@app.command()
def tree(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """Draw who reports to whom in COMPANY, from the general meeting and the boards down."""
    from esggraph.graph.lookup import open_graph
    from esggraph.graph.network import company_network
    from esggraph.graph.network import tree as branches_of

    network = company_network(open_graph(graph), company)
    branches = branches_of(network)
    name = network.graph["company"].name
    if format is Format.TABLE:
        if not branches:
            raise EsggraphError(f"the reports of {name} state no reporting line that was found: try 'bodies'")
        from rich.console import Console
        from rich.text import Text
        from rich.tree import Tree

        root = Tree(Text(name, style="bold"))
        for branch in branches:
            _grow(root, branch)
        Console().print(root)
    else:
        columns = ("name", "kind", "under", "link", "leaders", "members", "also_under")
        show(columns, list(_flat(branches, None)), format)


def _grow(parent: Tree, branch: Branch) -> None:
    from rich.text import Text

    label = Text(branch.name)
    notes = [_LINK[link] for link in branch.link]
    if branch.also_under:
        notes.append(f"also under {', '.join(branch.also_under)}")
    if notes:
        label.append(f"  ({'; '.join(notes)})", style="dim")
    node = parent.add(label)
    for role, names in (("led by", branch.leaders), ("members", branch.members)):
        if names:
            node.add(Text(f"{role}: {', '.join(names)}", style="italic"))
    for below in branch.branches:
        _grow(node, below)


def _flat(branches: Sequence[Branch], under: str | None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for b in branches:
        rows.append(
            {
                "name": b.name,
                "kind": b.kind,
                "under": under,
                "link": list(b.link),
                "leaders": list(b.leaders),
                "members": list(b.members),
                "also_under": list(b.also_under),
            }
        )
        rows += _flat(b.branches, b.name)
    return rows


@app.command()
def defence(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """Draw the three lines of defence of COMPANY; a line of which nothing was found is shown as open."""
    from esggraph.graph.answers import record
    from esggraph.graph.lookup import open_graph

    opened = open_graph(graph)
    found = opened.find_company(company)
    rows = opened.defence(found)
    if format is not Format.TABLE:
        records = [{**record(row), "place": row.place} for row in rows]
        show(("line_of_defence", "name", "place"), records, format)
        return
    if not rows:
        raise EsggraphError(f"the reports of {found.name} state no lines of defence that were found")
    levels = {label: [row for row in rows if row.line_of_defence == number] for number, label in LINES.items()}
    _draw_levels(f"{found.name}: three lines of defence", levels, opened.relations(found, "reportsTo"))


@app.command()
def tiers(company: CompanyArgument, graph: GraphOption = OUT, format: FormatOption = Format.TABLE) -> None:
    """Draw the tiers of COMPANY's ESG governance and of other tiered structures that its reports state."""
    from esggraph.graph.answers import record
    from esggraph.graph.lookup import open_graph

    opened = open_graph(graph)
    found = opened.find_company(company)
    rows = opened.tiers(found)
    if format is not Format.TABLE:
        records = [{**record(row), "place": row.place} for row in rows]
        show(("structure", "tier", "name", "place"), records, format)
        return
    if not rows:
        raise EsggraphError(f"the reports of {found.name} state no tiered structure that was found")
    levels: dict[str, list[TierMember]] = {}
    for row in rows:
        levels.setdefault(f"{row.structure}: tier {row.tier}", []).append(row)
    _draw_levels(f"{found.name}: tiers", levels, opened.relations(found, "reportsTo"))


def _draw_levels(
    title: str, levels: Mapping[str, Sequence[Defender | TierMember]], reports: Sequence[Relation]
) -> None:
    """Print a box for each level, from the top, with who stands on it, whom each reports to, and where that is said."""
    from rich.console import Console, Group
    from rich.panel import Panel
    from rich.text import Text

    console = Console()
    console.print(Text(title, style="bold"))
    for label, members in levels.items():
        lines = [Text("open: none found in the text", style="dim")] if not members else []
        for member in members:
            line = Text(member.name)
            above = dict.fromkeys(r.object for r in reports if r.subject_iri == member.iri)
            if above:
                line.append(f"  ↑ reports to {', '.join(above)}", style="cyan")
            lines.append(line.append(f"  {member.place}", style="dim"))
        console.print(Panel(Group(*lines), title=Text(label), title_align="left"))


@app.command()
def view(
    companies: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMPANY…]", help="One for a company's page; for citing, whole, matrix: default all."),
    ] = None,
    kind: Annotated[
        str,
        typer.Argument(
            help="structure, tiers, defence, laws, policies or certificates of a company; citing, matrix or whole."
        ),
    ] = "whole",
    graph: GraphOption = OUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The page to write; default: in this folder, named for what it shows."),
    ] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write one interactive page that opens offline: click a box to read the words behind it.

    `build` writes a site of all pages; this writes one, for instance of the companies that you choose.
    """
    from esggraph.knowledge_graph import open_graph

    page = open_graph(graph).view(*(companies or ()), kind)
    file = output or Path(f"{page.file}.html")
    try:
        file.write_text(page.html, encoding="utf-8")
    except OSError as error:
        raise EsggraphError(f"{file}: cannot be written ({error.strerror}): name another file with --output") from None
    print(file)
    if open_page:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
