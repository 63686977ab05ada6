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
        "Three lines of defence\n\n1st   Business units and enabling functions\n2nd   Group Risk, Group Compliance\n3rd   Group Auditing\n",
        "THE THREE LINES\n1. Business units and enabling functions: own the risks they take.\n2. Group Risk, Group Compliance.\n"
        "3. Group Auditing - independent, reporting to the Audit Committee.\n",
        "Risk management: the three lines. Line 1 is formed by the business units and enabling functions, line 2 by Group Risk and "
        "Group Compliance, line 3 by Group Auditing.\n",
        "Under the three lines model the first line is formed by the business units and enabling functions, the second by Group Risk "
        "and Group Compliance and the third by Group Auditing.\n",
        "Roles follow the three lines of COSO. Business units and enabling functions that meet risks day by day are the first. To the "
        "second line belong Group Risk and Group Compliance. Group Auditing, the third, is accountable to the Audit Committee.\n",
        "The framework lays down four lines of defence\nOwnership (1st line)   Business units and enabling functions\n"
        "Oversight (2nd line)   Group Risk, Group Compliance\nAssurance (3rd line)   Group Auditing\n"
        "Supervision (4th line)   Board of Directors\n",
        "Three lines of defence\n\nLine      Who                                       What they do\n"
        "First     Business units and enabling functions     Own the risks\n"
        "Second    Group Risk, Group Compliance              Set limits\nThird     Group Auditing                            Assures\n",
        "We work by the three lines model. The business units and enabling functions own the risks (first line). Group Risk and Group "
        "Compliance set limits and monitor them (second line). Group Auditing checks both (third line).\n",
        "We have three lines of defence. In the first line stand the business units and enabling functions; in the second line stand "
        "Group Risk and Group Compliance; in the third line stands Group Auditing.\n",
        "Under the three lines model, responsibility for risk lies in the first line with the business units and enabling functions, "
        "in the second with Group Risk and Group Compliance and in the third with Group Auditing.\n",
        "Three lines of defence\n\nLine one: business units and enabling functions\nLine two: Group Risk and Group Compliance\n"
        "Line three: Group Auditing\n",
        "Three lines of defence\n\n• Business units and enabling functions: 1st line\n• Group Risk, Group Compliance: 2nd line\n"
        "• Group Auditing: 3rd line\n",
    ],
    ids=[
        "labels",
        "numbers",
        "ordinals",
        "bullets",
        "abbreviations",
        "sentence",
        "bare ordinals",
        "cells",
        "items",
        "number and verb",
        "verb for all",
        "belong",
        "brackets and cells",
        "table",
        "brackets",
        "fronted",
        "lies with",
        "number in words",
        "behind colons",
    ],
)
def test_units_count_by_their_place(tmp_path: Path, text: str) -> None:
    assert (
        lines(
            tmp_path,
            f"Example Holdings\n\nThe Board of Directors oversees all risks.\n\n{text}".replace(
                "Business units", "business units"
            ),
        )
        == EVERY
    )


def test_what_a_line_does_is_no_unit(tmp_path: Path) -> None:
    text = "Three lines of defence\n\nFirst line: Risk ownership\nSecond line: Risk oversight\nThird line: Independent assurance\n"
    assert lines(tmp_path, text) == set()


def test_lines_of_a_factory_are_none(tmp_path: Path) -> None:
    text = "Production\n\nLine 1 – Paint Division\nLine 2 – Body Division\nLine 3 – Press Division\n"
    assert lines(tmp_path, text) == set()


def test_two_subjects_with_one_head_are_one_unit(tmp_path: Path) -> None:
    text = "Three lines of defence\n\nFirst line: branches\nSecond line: Risk Office\nThird line: Group Certification and Assessment Team\n"
    assert ("Group Certification and Assessment Team", 3) in lines(tmp_path, text)
