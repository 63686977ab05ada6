"""Where the boxes of a hierarchy go: the board on top, children below their parent, leaves stacked in short columns.

vis-network's own hierarchical layout gives a level one row, so that a board with twenty bodies under it is wider than
any screen. Here leaves hang below each other under their parent, and wide families break into several rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from esggraph.views.picture import BOX_WIDTH, box_height

GAP_X = 34.0  # picture units between boxes beside each other
GAP_Y = 26.0  # between stacked leaves
LEVEL_Y = 74.0  # between a parent and the first row of its children
SIDE_BY_SIDE = 8  # leaves of a family that stand beside each other, each with an arrow that crosses no other box
STACK = 4  # leaves in a column, where a family has more
WIDEST = 2400.0  # a family wider than this breaks into rows

Position = tuple[float, float]


@dataclass(slots=True)
class _Block:
    """A laid-out subtree; positions are box centres relative to the block's upper left corner."""

    width: float
    height: float
    positions: dict[str, Position]


def place(roots: Sequence[str], children: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> dict[str, Position]:
    """Return the centre of each box of the forest, y growing downwards; each box has one parent at most.

    `roots` stand on top, side by side; `children` maps a box to those below it; `names` gives the labels, whose length
    decides the height of a box. Raises ValueError if `children` has a cycle.
    """
    blocks = [_subtree(root, children, names, ()) for root in roots]
    return _rows(_with_leaf_columns(blocks)).positions


def _subtree(
    node: str, children: Mapping[str, Sequence[str]], names: Mapping[str, str], above: tuple[str, ...]
) -> _Block:
    if node in above:
        raise ValueError(f"{names[node]} stands below itself")
    height = box_height(names[node])
    below = [_subtree(child, children, names, (*above, node)) for child in children.get(node, ())]
    if not below:
        return _Block(BOX_WIDTH, height, {node: (BOX_WIDTH / 2, height / 2)})
    family = _rows(_with_leaf_columns(below))
    top = height + LEVEL_Y
    positions = {n: (x, y + top) for n, (x, y) in family.positions.items()}
    positions[node] = (family.width / 2, height / 2)
    return _Block(family.width, top + family.height, positions)


def _with_leaf_columns(blocks: Iterable[_Block]) -> list[_Block]:
    """Return `blocks` with the single boxes among them stacked into columns, after the larger families."""
    blocks = list(blocks)
    leaves = [b for b in blocks if len(b.positions) == 1]
    families = [b for b in blocks if len(b.positions) > 1]
    if len(leaves) <= SIDE_BY_SIDE:
        return blocks
    stack = max(STACK, -(-len(leaves) // 6))
    return families + [_column(leaves[i : i + stack]) for i in range(0, len(leaves), stack)]


def _column(blocks: Sequence[_Block]) -> _Block:
    positions: dict[str, Position] = {}
    y = 0.0
    for block in blocks:
        positions |= {n: (x, y + dy) for n, (x, dy) in block.positions.items()}
        y += block.height + GAP_Y
    return _Block(BOX_WIDTH, y - GAP_Y, positions)


def _rows(blocks: Sequence[_Block]) -> _Block:
    """Return `blocks` side by side, broken into centred rows where they would get too wide."""
    rows: list[list[_Block]] = [[]]
    width = 0.0
    for block in blocks:
        if rows[-1] and width + block.width > WIDEST:
            rows.append([])
            width = 0.0
        rows[-1].append(block)
        width += block.width + GAP_X
    total = max(sum(b.width + GAP_X for b in row) - GAP_X for row in rows)
    positions: dict[str, Position] = {}
    y = 0.0
    for row in rows:
        x = (total - (sum(b.width + GAP_X for b in row) - GAP_X)) / 2
        for block in row:
            positions |= {n: (x + dx, y + dy) for n, (dx, dy) in block.positions.items()}
            x += block.width + GAP_X
        y += max(b.height for b in row) + LEVEL_Y
    return _Block(total, y - LEVEL_Y, positions)
