"""Where boxes go: below their parent, never over each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esggraph.views.layout import place
from esggraph.views.picture import BOX_WIDTH, box_height


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[str], dict[str, list[str]], dict[str, str]]:
    """Up to 40 boxes; each but the first may stand under one of those before it."""
    names = draw(st.lists(st.text("ABC of", min_size=1, max_size=90), min_size=1, max_size=40))
    children: dict[str, list[str]] = {}
    roots = []
    for i in range(len(names)):
        parent = draw(st.integers(-1, i - 1))
        (children.setdefault(str(parent), []) if parent >= 0 else roots).append(str(i))
    return roots, children, {str(i): name for i, name in enumerate(names)}


@given(forests())
def test_children_stand_below_their_parent_and_no_two_boxes_touch(
    forest: tuple[list[str], dict[str, list[str]], dict[str, str]],
) -> None:
    roots, children, names = forest
    centres = place(roots, children, names)
    assert set(centres) == set(names)
    for parent, below in children.items():
        assert all(centres[child][1] > centres[parent][1] for child in below)
    for a, b in combinations(names, 2):
        apart_x = abs(centres[a][0] - centres[b][0]) >= BOX_WIDTH
        apart_y = abs(centres[a][1] - centres[b][1]) >= (box_height(names[a]) + box_height(names[b])) / 2
        assert apart_x or apart_y, (a, b)


def test_a_board_with_a_few_committees_has_them_in_one_row() -> None:
    committees = ["audit", "risk", "pay"]
    centres = place(["board"], {"board": committees}, {n: n for n in ["board", *committees]})
    assert len({centres[c][1] for c in committees}) == 1
    assert centres["board"][0] == centres["risk"][0]


def test_a_body_below_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="Board stands below itself"):
        place(["b"], {"b": ["c"], "c": ["b"]}, {"b": "Board", "c": "Committee"})
