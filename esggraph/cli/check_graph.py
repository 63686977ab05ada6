"""The command that validates a graph against the ontology's shapes."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from esggraph.cli.app import OUT, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError

if TYPE_CHECKING:
    from esggraph.graph.violation_words import Violation


@app.command()
def validate(
    graph: Annotated[
        Path, typer.Argument(envvar="ESGGRAPH_GRAPH", help="The folder that build wrote, or an RDF file.")
    ] = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Check GRAPH against the ontology's shapes: each violation with the node's name and what to do.

    Exit code 1 says that there are violations.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from esggraph.graph.validation import validate as validate_graph
    from esggraph.graph.violation_words import Violation, counts_in_words

    said = Console(stderr=True)
    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=said, transient=True, disable=not said.is_terminal) as bar:
        task = bar.add_task("", total=None)
        outcome = validate_graph(
            graph,
            workers=os.cpu_count() or 1,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    if not outcome.counts["reports"] and not outcome.violations:
        raise EsggraphError(f"{graph}: has no report in it, so there is nothing to validate: name what build wrote")
    if format is not Format.TABLE:
        show(Violation.columns, [asdict(violation) for violation in outcome.violations], format)
    else:
        for violation in outcome.violations:
            print(_in_words(violation))
        counts = counts_in_words(outcome.counts)
        wrong = len(outcome.violations)
        verdict = "valid" if not wrong else "1 violation" if wrong == 1 else f"{wrong:,} violations"
        print(f"{graph}: {verdict} ({counts})")
    if outcome.violations:
        raise typer.Exit(1)


def _in_words(violation: Violation) -> str:
    of = f" of {violation.company}" if violation.company else ""
    where = f" ({violation.graph})" if violation.graph else ""
    return f"{violation.kind} {violation.name}{of}{where}\n  {violation.problem}.\n  {violation.advice}\n"
