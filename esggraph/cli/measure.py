"""The command that measures extraction against annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from esggraph.cli.app import app
from esggraph.cli.output import Format, FormatOption, show
from esggraph.errors import EsggraphError


@app.command("score")
def score_command(
    gold: Annotated[Path, typer.Argument(help="An annotation file, or a folder of them (NAME.json).")],
    reports: Annotated[
        list[Path], typer.Option("--reports", "-r", help="Where the annotated reports lie: files or folders.")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="Also list what was missed and what was too much.")] = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Extract the reports that GOLD annotates and print precision, recall and F1 per kind of finding."""
    from esggraph.extraction import extract
    from esggraph.reading import read
    from esggraph.reading.sources import find_sources
    from esggraph.scoring import Counts, load, score

    files = sorted(gold.glob("*.json")) if gold.is_dir() else [gold]
    if not files:
        raise EsggraphError(f"{gold}: holds no annotation (NAME.json)")
    paths: dict[str, Path] = {}
    for source in find_sources(reports):
        paths.setdefault(source.path.stem, source.path)
    totals: dict[str, Counts] = {}
    means: dict[str, list[float]] = {}
    for file in files:
        annotation = load(file)
        if file.stem not in paths:
            raise EsggraphError(f"{file}: no report {file.stem}.txt, .md, .html or .pdf among the given reports")
        result = score(annotation, extract(read(paths[file.stem])).to_json())
        for kind, counts in result.counts.items():
            totals[kind] = totals.get(kind, Counts()) + counts
            if counts.gold:
                means.setdefault(kind, []).append(counts.f1)
        if misses:
            _print_misses(file.stem, result.missed, result.extra)
    records = [
        {
            "kind": kind,
            "precision": counts.precision,
            "recall": counts.recall,
            "F1": counts.f1,
            "mean F1": sum(means.get(kind, [1.0])) / len(means.get(kind, [1.0])),
            "matched": counts.matched,
            "found": counts.found,
            "gold": counts.gold,
        }
        for kind, counts in totals.items()
    ]
    show(list(records[0]), records, format, f"micro figures over {len(files)} reports; mean F1 per report")


def _print_misses(name: str, missed: dict[str, list[str]], extra: dict[str, list[str]]) -> None:
    for kind in missed:
        for words in missed[kind]:
            print(f"{name}  {kind}  missed  {words}")
        for words in extra[kind]:
            print(f"{name}  {kind}  extra   {words}")
