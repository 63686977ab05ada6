"""Fits what a confidence means (`extraction/calibration.py`) to annotated reports. Needs the `dev` extra.

    python -m esggraph.calibrating sample GOLD_DIR… --reports DIR    # annotations and reports -> the sample
    python -m esggraph.calibrating fit                               # the sample -> the weights

The sample has numbers only, no words of a report: for each finding its signs and whether the annotation has it, too. So
the weights can be fitted again by anyone; `fit` prints the share of right findings at 0.9 and above, before and after,
where each report is judged by weights that were fitted without it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Annotated

import typer

from esggraph.extraction import extract_raw
from esggraph.extraction.calibration import Signs, signs
from esggraph.findings import ENTITY_LISTS, Findings
from esggraph.reading import read
from esggraph.reading.sources import find_sources
from esggraph.resources import PACKAGE
from esggraph.scoring import Json, load, score

KINDS = (*ENTITY_LISTS, "relations")
SAMPLE = PACKAGE.parent / "tests" / "calibration_sample.csv"
WEIGHTS = PACKAGE / "data" / "calibration.toml"
SURE = 0.9
_REGULARISATION = 1.0  # scikit-learn's default C: the sample is small for some kinds
_HEADER = """\
# Weights of a logistic regression per kind: intercept, then the features of esggraph/extraction/calibration.py in order
# (log odds of the raw confidence, log of places, one word, 7 words or more, 10 or more, known, other names).
# Written by `python -m esggraph.calibrating fit` from tests/calibration_sample.csv; do not change by hand.
"""

app = typer.Typer(help="Fit what a confidence means.", no_args_is_help=True, pretty_exceptions_enable=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding of a report, its signs, and whether the annotation has it."""

    report: str
    kind: str
    right: bool
    signs: Signs


def judge(annotation: Json, findings: Findings) -> Iterator[Judged]:
    """Yield the findings, which have their raw confidences, as `annotation` judges them; topics are not judged."""
    result = score(annotation, findings.to_json())
    for kind in ENTITY_LISTS:
        for entity in getattr(findings, kind):
            yield Judged(findings.report, kind, entity.id in result.right, signs(entity))
    for number, relation in enumerate(findings.relations):
        if relation.predicate != "responsibleFor":
            yield Judged(findings.report, "relations", number in result.right_relations, signs(relation))


def fit(sample: Iterable[Judged]) -> dict[str, list[float]]:
    """Return kind -> intercept and weights, rounded to three digits."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    weights = {}
    rows = list(sample)
    for kind in KINDS:
        of_kind = [row for row in rows if row.kind == kind]
        model = LogisticRegression(C=_REGULARISATION, max_iter=1000)
        model.fit([row.signs.features() for row in of_kind], [row.right for row in of_kind])
        weights[kind] = [round(float(w), 3) for w in (model.intercept_[0], *model.coef_[0])]
    return weights


def read_sample(path: Path = SAMPLE) -> list[Judged]:
    """Return the sample that `write_sample` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [
        Judged(report, kind, right == "1", Signs(float(raw), int(places), int(words), known == "1", other == "1"))
        for report, kind, right, raw, places, words, known, other in rows
    ]


def write_sample(sample: Iterable[Judged], path: Path = SAMPLE) -> None:
    """Write the sample as CSV, one finding a row, truth as 0 or 1."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["report", "kind", "right", *(field.name for field in fields(Signs))])
        for row in sample:
            values = (int(v) if isinstance(v, bool) else v for v in astuple(row.signs))
            writer.writerow([row.report, row.kind, int(row.right), *values])


def write_weights(weights: dict[str, list[float]], path: Path = WEIGHTS) -> None:
    """Write the weights as the data file that the extraction loads."""
    lines = (f"{kind} = {numbers}" for kind, numbers in weights.items())
    path.write_text("\n".join([_HEADER, "[weights]", *lines, ""]), encoding="utf-8")


@app.command("sample")
def sample_command(
    gold: Annotated[list[Path], typer.Argument(help="Folders of annotations (NAME.json).")],
    reports: Annotated[list[Path], typer.Option("--reports", "-r", help="Where the annotated reports lie.")],
) -> None:
    """Extract the annotated reports and write which findings are right."""
    paths: dict[str, Path] = {}
    for source in find_sources(reports):
        paths.setdefault(source.path.stem, source.path)
    annotations = sorted((file for folder in gold for file in folder.glob("*.json")), key=lambda file: file.name)
    judged = (row for file in annotations for row in judge(load(file), extract_raw(read(paths[file.stem]))))
    write_sample(judged)


@app.command("fit")
def fit_command() -> None:
    """Fit the weights to the sample and print what they are worth."""
    sample = read_sample()
    write_weights(fit(sample))
    print(f"{'':15}{'raw':>20}{'calibrated':>20}   of findings")
    left_out = list(_left_one_out(sample))
    for kind in (*KINDS, "all"):
        rows = [(row, sureness) for row, sureness in left_out if kind in (row.kind, "all")]
        raw = [row.right for row, _ in rows if row.signs.raw >= SURE]
        calibrated = [row.right for row, sureness in rows if sureness >= SURE]
        print(f"{kind:15}{_share(raw):>20}{_share(calibrated):>20}   {len(rows):6}")


def _left_one_out(sample: list[Judged]) -> Iterator[tuple[Judged, float]]:
    """Yield each finding with the confidence by weights that were fitted without its report."""
    from esggraph.extraction.calibration import sureness

    for report in sorted({row.report for row in sample}):
        weights = fit(row for row in sample if row.report != report)
        yield from ((row, sureness(weights[row.kind], row.signs)) for row in sample if row.report == report)


def _share(right: list[bool]) -> str:
    return f"{sum(right)}/{len(right)} = {sum(right) / len(right):.3f}" if right else "-"


if __name__ == "__main__":
    app()
