"""Units on lines of defence that have no name which would show them elsewhere, in every layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from esggraph.extraction import extract
from esggraph.reading import read

EVERY = {
    ("business units", 1), ("enabling functions", 1), ("Group Risk", 2), ("Group Compliance", 2), ("Group Auditing", 3),
}  # fmt: skip


def lines(folder: Path, text: str) -> set[tuple[str, int]]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    found = extract(read(path))
    names = {entity.id: entity.name for entity in found.entities()}
    return {(names[r.subject], int(r.object[-1])) for r in found.relations if r.predicate == "lineOfDefence"}


@pytest.mark.parametrize(
    "text",
    [
        "Three lines of defence\n\nFirst line: business units and enabling functions.\nSecond line: Group Risk and Group Compliance.\n"
        "Third line: Group Auditing.\n",
        "Our three lines model\n\nLine 1 – our business units and enabling functions\nLine 2 – Group Risk, Group Compliance\nLine 3 – Group Auditing\n",
        "We work with the Three Lines of Accountability.\n\n1st   business units and enabling functions own the risks\n"
        "2nd   Group Risk and Group Compliance, which set limits\n3rd   Group Auditing, which gives independent assurance\n".replace(
            "1st   b", "1st line: b"
        )
        .replace("2nd   ", "2nd line: ")
        .replace("3rd   ", "3rd line: "),
        "Lines of defence\n\n• 1st line of defence – business units and enabling functions\n• 2nd line of defence – Group Risk and Group Compliance\n"
        "• 3rd line of defence – Group Auditing\n",
        "Three lines of defence guard us.\n\n1LoD: business units and enabling functions\n2LoD: Group Risk and Group Compliance\n3LoD: Group Auditing\n",
        "The company has three lines of defence. The business units and enabling functions form the first line, Group Risk and Group Compliance "
        "are placed on the second, and Group Auditing is the third line.\n",
        "Three lines\n\nFirst: business units and enabling functions, which own the risks. Second: Group Risk and Group Compliance, which set limits. "
        "Third: Group Auditing, which gives assurance.\n",
    ],
    ids=["labels", "numbers", "ordinals", "bullets", "abbreviations", "sentence", "bare ordinals"],
)
def test_units_count_by_their_place(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, f"Example Holdings\n\nThe Board of Directors oversees all risks.\n\n{text}") == EVERY


def test_what_a_line_does_is_no_unit(tmp_path: Path) -> None:
    text = "Three lines of defence\n\nFirst line: Risk ownership\nSecond line: Risk oversight\nThird line: Independent assurance\n"
    assert lines(tmp_path, text) == set()


def test_lines_of_a_factory_are_none(tmp_path: Path) -> None:
    text = "Production\n\nLine 1 – Paint Division\nLine 2 – Body Division\nLine 3 – Press Division\n"
    assert lines(tmp_path, text) == set()


def test_two_subjects_with_one_head_are_one_unit(tmp_path: Path) -> None:
    text = "Three lines of defence\n\nFirst line: branches\nSecond line: Risk Office\nThird line: Group Certification and Assessment Team\n"
    assert ("Group Certification and Assessment Team", 3) in lines(tmp_path, text)
