"""Names in the cells of rows."""

from __future__ import annotations

from pathlib import Path

from esggraph.extraction import extract
from esggraph.reading import read
from esggraph.report import Report


def report(folder: Path, text: str) -> Report:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_no_name_goes_on_over_the_end_of_a_cell(tmp_path: Path) -> None:
    text = (
        "The Board of Directors leads.\n\nInternal Climate Board      Green Bond Steering Committee\n"
        "Internal Risk Board         Water Steering Committee\n"
    )
    names = {body.name for body in extract(report(tmp_path, text)).bodies}
    assert names == {
        "Board of Directors",
        "Internal Climate Board",
        "Green Bond Steering Committee",
        "Internal Risk Board",
        "Water Steering Committee",
    }
