"""Lists whose items are numbered without a full stop."""

from __future__ import annotations

import pytest

from esggraph.reading.layout import lay_out
from esggraph.reading.plain import plain_lines
from esggraph.report import BlockKind


def _kinds(source: str) -> list[tuple[str, BlockKind]]:
    text, _, blocks, _ = lay_out(plain_lines(source))
    return [(text[b.start : b.end], b.kind) for b in blocks]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Our documents\n1 Gifts Policy\n2 Tax Policy\n3 Staff Charter\n4 Water Code\n5 Travel Rules\n", id="one blank"),
        pytest.param("Our documents\n  1   Gifts Policy\n  2   Tax Policy\n  3   Staff Charter\n  4   Water Code\n  5   Travel Rules\n", id="a column of numbers"),
    ],
)  # fmt: skip
def test_numbers_that_count_from_one_make_items_and_no_table_of_contents(source: str) -> None:
    items = [text for text, kind in _kinds(source) if kind is BlockKind.ITEM]
    assert items == ["Gifts Policy", "Tax Policy", "Staff Charter", "Water Code", "Travel Rules"]


def test_numbered_lines_that_stand_again_as_headings_are_contents() -> None:
    names = ["People", "Water", "Energy", "Waste", "Safety"]
    contents = "\n".join(f"{n} {name}" for n, name in enumerate(names, 1))
    chapters = "\n".join(
        f"{n} {name}\nWe tell here what was done in the year about it." for n, name in enumerate(names, 1)
    )
    kinds = _kinds(f"{contents}\n{chapters}\n")
    assert [kind for _, kind in kinds[:5]] == [BlockKind.CONTENTS] * 5
    assert BlockKind.ITEM not in {kind for _, kind in kinds}
