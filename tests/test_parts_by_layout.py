"""What is part of what by the layout: lists below a name, rows under a title, committees counted before they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from esggraph.extraction import extract
from esggraph.reading import read

COMMITTEES = {("Audit Committee", "Board of Directors"), ("Risk Committee", "Board of Directors")}


def parts(folder: Path, text: str) -> set[tuple[str, str]]:
    path = folder / "report.txt"
    path.write_text(f"Example Holdings\n\n{text}", encoding="utf-8")
    found = extract(read(path))
    names = {entity.id: entity.name for entity in found.entities()}
    return {(names[r.subject], names[r.object]) for r in found.relations if r.predicate == "subUnitOf"}


@pytest.mark.parametrize(
    "text",
    [
        "The Board of Directors leads the company. Two committees help it:\n\n> Audit Committee. Only independent directors.\n"
        "> Risk Committee. It meets four times a year.\n",
        "The Board of Directors leads the company.\n\nCommittees of the Board     Composition                Meetings\n"
        "Audit Committee             3 independent directors    5\nRisk Committee              4 independent directors    4\n",
        "The Board of Directors leads the company.\n\nOther Board committees\n\no Audit Committee\no Risk Committee\n",
        "The Board of Directors is involved through two committees. The Audit Committee watches over the accounts of the company. "
        "The Risk Committee follows its risks.\n",
        "The Board of Directors carries out its work through standing committees:\n\n• Audit Committee\n• Risk Committee\n",
        "Board of Directors\n├ Audit Committee\n└ Risk Committee\n\nThey meet four times a year at the head office.\n",
    ],
    ids=["sentence and items", "rows", "heading", "counted sentences", "standing", "tree"],
)
def test_committees_of_the_board(tmp_path: Path, text: str) -> None:
    assert parts(tmp_path, text) == COMMITTEES


def test_as_many_committees_must_follow_as_were_said(tmp_path: Path) -> None:
    text = (
        "The Board of Directors is involved through five committees. The Audit Committee watches over the accounts of the company. "
        "The Risk Committee follows its risks.\n"
    )
    assert parts(tmp_path, text) == set()


def test_a_list_of_topics_below_a_name_has_no_parts(tmp_path: Path) -> None:
    text = "Sustainability Committee\n\n• Climate change\n• Water use\n• Board of Directors\n\nIt met twice in the year 2022.\n"
    assert parts(tmp_path, text) == set()
