"""Levels printed as labels or in the first column of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from esggraph.extraction import extract
from esggraph.reading import read

TIERS = {("Board of Directors", 1), ("Climate Committee", 2), ("Water Committee", 2), ("Climate Working Group", 3)}


def tiers(folder: Path, text: str) -> set[tuple[str, int]]:
    path = folder / "report.txt"
    path.write_text(f"Example Holdings\n\n{text}", encoding="utf-8")
    found = extract(read(path))
    names = {entity.id: entity.name for entity in found.entities()}
    return {(names[r.subject], int(r.object[-1])) for r in found.relations if r.predicate == "inTier"}


@pytest.mark.parametrize(
    "text",
    [
        "Climate governance\n\nBoard level. The Board of Directors approves the targets of the company.\n\n"
        "Executive level. The Climate Committee and the Water Committee steer the work of all plants.\n\n"
        "Site level. The Climate Working Group collects the data of the plants every month.\n",
        "Climate governance\n\nLevel           Body                       Meetings\n"
        "Board           Board of Directors         4 a year\n"
        "Executive       Climate Committee          monthly\n"
        "                Water Committee            monthly\n"
        "Sites           Climate Working Group      weekly\n",
    ],
    ids=["labels", "table"],
)
def test_levels_are_tiers_in_the_order_of_the_print(tmp_path: Path, text: str) -> None:
    assert tiers(tmp_path, text) == TIERS


def test_levels_printed_from_the_bottom_up_are_left(tmp_path: Path) -> None:
    text = (
        "Climate governance\n\nSite level. The Climate Working Group collects the data of the plants every month.\n\n"
        "Executive level. The Climate Committee steers the work of all plants in the group.\n\n"
        "Board level. The Board of Directors approves the targets of the company.\n"
    )
    assert tiers(tmp_path, text) == set()
