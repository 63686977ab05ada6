"""Commands that read reports: extract shows what is in one, build makes the graph of many."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from esggraph.cli.app import OUT, app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError
from esggraph.findings import ENTITY_LISTS, Findings, Relation
from esggraph.resources import folder

if TYPE_CHECKING:
    from esggraph.building import Built

SOME_LEFT_OUT = 3  # the exit code of a build that named files it could not read

CompanyOption = Annotated[
    str | None, typer.Option("--company", help="The reporting company's name, where the text has it wrong.")
]
MaxSizeOption = Annotated[int, typer.Option("--max-mb", min=1, help="Leave out files larger than this.")]
MB = 1_000_000


@app.command()
def extract(
    report: Annotated[Path, typer.Argument(help="A report: .txt, .md, .html or .pdf.")],
    company: CompanyOption = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0, max=1, help="Only findings at least this sure.")
    ] = 0.0,
    max_mb: MaxSizeOption = 200,
    format: FormatOption = Format.TABLE,
) -> None:
    """Show what is found in one report; --format json is the form of the gold annotations."""
    from esggraph.extraction import extract as extract_findings
    from esggraph.reading import read
    from esggraph.reading.sources import overrides_of

    if report.is_dir():
        raise EsggraphError(f"{report}: is a folder; name one report, or run `esggraph build {report}`")
    read_report = read(report, overrides=overrides_of(report), company=company, max_bytes=max_mb * MB)
    findings = extract_findings(read_report).at_least(min_confidence)
    if format is Format.JSON:
        print(json.dumps(findings.to_json(), ensure_ascii=False, indent=1))
        return
    columns = ["what", "name", "kind", "line", "page", "confidence", "quote"]
    show(columns, _records(findings), format, f"{findings.company.name} · {findings.title} · {findings.period}")


@app.command()
def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="Files, folders or globs; default: corpus/.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write the graph into.")] = OUT,
    company: CompanyOption = None,
    max_mb: MaxSizeOption = 200,
    pages: Annotated[bool, typer.Option("--pages/--no-pages", help="Write the site of interactive pages too.")] = True,
) -> None:
    """Read reports and build their graph: graph.trig, an Oxigraph store, and a site of pages that opens offline.

    Exit code 3 says that the graph was built but some files could not be read; they are named.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from esggraph.building import build as build_graph

    said = Console(stderr=True)
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=said, transient=True, disable=not said.is_terminal) as bar:
        task = bar.add_task("", total=None)
        built = build_graph(
            paths or [folder("corpus")],
            out,
            company=company,
            max_bytes=max_mb * MB,
            workers=os.cpu_count() or 1,
            pages=pages,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    _summarise(built, out)
    for one in built.left_out:
        typer.echo(f"left out: {one.reason}", err=True)
    if built.left_out:
        raise typer.Exit(SOME_LEFT_OUT)


def _summarise(built: Built, out: Path) -> None:
    kinds = [*ENTITY_LISTS, "relations"]
    records = [
        {"report": f.report, "company": f.company.name, **{k: len(getattr(f, k)) for k in kinds}}
        for f in sorted(built.findings, key=lambda f: f.report)
    ]
    show(["report", "company", *kinds], records, Format.TABLE)
    companies = len({f.company.name for f in built.findings})
    counts = f"reports: {len(built.findings)}, companies: {companies}, RDF statements: {built.quads:,}"
    print(f"{counts}, in {out / 'graph.trig'}")
    if built.pages:
        print(f"pages: {built.pages}, open {out / 'index.html'}")
    print(
        "Ask it: esggraph companies · esggraph laws COMPANY · esggraph tree COMPANY · esggraph view COMPANY structure"
    )


def _records(findings: Findings) -> list[dict[str, Any]]:
    names = {e.id: e.name for e in findings.entities()}
    records = [
        {"what": kind, "name": e.name, "kind": getattr(e, "kind", None), "finding": e}
        for kind in ENTITY_LISTS
        for e in getattr(findings, kind)
    ]
    records += [
        {"what": "relations", "name": _statement(r, names), "kind": r.predicate, "finding": r}
        for r in findings.relations
    ]
    for record in records:
        finding = record.pop("finding")
        best = finding.evidence[0]
        record |= {"line": best.line, "page": best.page, "confidence": finding.confidence, "quote": best.quote}
    return records


def _statement(relation: Relation, names: dict[str, str]) -> str:
    object_ = names.get(relation.object, relation.object)
    return f"{names[relation.subject]} {relation.predicate} {object_}"
