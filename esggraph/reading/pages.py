"""The geometry of a page: which lines make a paragraph, and in which order they are read.

The order in which a PDF draws its text is mostly the reading order, and then better than any guess. Where it jumps
between columns line by line, the page is cut along its white gutters instead (a recursive XY cut).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from esggraph.reading.glyphs import Fragment

_SAME_LINE = 0.4  # heights by which the middles of two fragments on a line differ at most
_SAME_SIZE = 0.12  # share by which the heights of one paragraph's lines differ at most
_LEADING = 1.75  # heights from one line's top to the next in a paragraph, at most
_MARGIN = 0.07  # share of the page's height at its top and bottom where headers and footers stand
_BROKEN = 0.3  # share of lines not read after the line above, from which the file's order is no reading order
_CELL = 30  # characters: shorter pieces of a line are cells of a table, longer ones columns
_GUTTER = 0.8  # heights of the white space between columns, at least


@dataclass(slots=True)
class Group:
    """Lines that stand together as a paragraph, a label or a table. Each row is a line's fragments, left to right."""

    rows: list[list[Fragment]]

    @property
    def fragments(self) -> list[Fragment]:
        """All fragments in order."""
        return [fragment for row in self.rows for fragment in row]

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(f.text for f in self.fragments)

    @property
    def size(self) -> float:
        """The height of its lines."""
        return median(f.height for f in self.fragments)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(f.right for f in self.fragments)

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(f.left for f in self.fragments)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's groups: those in its top margin, the running text, those in its bottom margin."""

    top: list[Group]
    body: list[Group]
    bottom: list[Group]

    @property
    def groups(self) -> list[Group]:
        """All groups in reading order."""
        return [*self.top, *self.body, *self.bottom]


def lay_out_page(fragments: list[Fragment], height: float) -> Page:
    """Return the page with these fragments, given in the order of the file."""
    if _jumps(fragments) > _BROKEN:
        fragments = _cut(fragments)
    page = Page([], [], [])
    for group in _grouped(fragments):
        if max(f.bottom for f in group.fragments) < _MARGIN * height:
            page.top.append(group)
        elif min(f.top for f in group.fragments) > (1 - _MARGIN) * height:
            page.bottom.append(group)
        else:
            page.body.append(group)
    return page


def _same_line(a: Fragment, b: Fragment) -> bool:
    return abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < _SAME_LINE * min(a.height, b.height)


def _under(above: Fragment, below: Fragment) -> bool:
    """Return whether a line stands right under another, as in one paragraph."""
    step = below.top - above.top
    size = max(above.height, below.height)
    return (
        0.5 * size < step < _LEADING * size
        and abs(above.height - below.height) < _SAME_SIZE * size
        and below.left < above.right
        and above.left < below.right
    )


def _jumps(fragments: list[Fragment]) -> float:
    """Return the share of the lines with a line right above them that are not read right after it."""
    with_above = jumps = 0
    for i, fragment in enumerate(fragments):
        above = [j for j, other in enumerate(fragments) if _under(other, fragment)]
        if above:
            with_above += 1
            # the other cells of the line above, or of its own, may come between
            between = fragments[max(above) + 1 : i] if max(above) < i else [fragment]
            row = [f for f in between if _same_line(f, fragments[max(above)]) or _same_line(f, fragment)]
            long = [f for f in between if len(f.text) > _CELL]
            jumps += max(above) > i or len(row) < len(between) or bool(long)
    return jumps / with_above if with_above > 5 else 0.0


def _grouped(fragments: list[Fragment]) -> list[Group]:
    groups: list[Group] = []
    for fragment in fragments:
        group = groups[-1] if groups else None
        if group and _is_cell(group.rows[-1], fragment):
            group.rows[-1].append(fragment)
        elif group and any(_under(above, fragment) for above in group.rows[-1]):
            group.rows.append([fragment])
        else:
            groups.append(Group([[fragment]]))
    return groups


def _is_cell(row: list[Fragment], fragment: Fragment) -> bool:
    """Return whether a fragment is the next cell of a table's row."""
    last = row[-1]
    short = sum(len(f.text) for f in (*row, fragment)) / (len(row) + 1) <= _CELL
    return short and _same_line(last, fragment) and fragment.left > last.right


def _cut(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments in reading order: cut into columns, or into bands and these into columns, and so on."""
    columns = _columns(fragments)
    if len(columns) > 1:
        return [f for column in columns for f in _cut(column)]
    bands = _split(fragments, 0.0, lambda f: (f.top + 0.25 * f.height, f.bottom - 0.25 * f.height))
    parts = bands[:1]
    for band in bands[1:]:
        if len(_columns([*parts[-1], *band])) > 1:
            parts[-1] = [*parts[-1], *band]
        else:
            parts.append(band)
    return [
        f
        for part in parts
        for f in (_cut(part) if len(parts) > 1 and len(_columns(part)) > 1 else sorted(part, key=lambda f: f.left))
    ]


def _columns(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return the columns of running text that the fragments stand in, left to right; one where they are a table."""
    size = median(f.height for f in fragments)
    columns = _split(fragments, _GUTTER * size, lambda f: (f.left, f.right))
    prose = [c for c in columns if len(c) > 1 and sum(len(f.text) for f in c) > _CELL * len(c)]
    return columns if len(prose) > 1 else [fragments]


def _split(
    fragments: list[Fragment], white: float, extent: Callable[[Fragment], tuple[float, float]]
) -> list[list[Fragment]]:
    """Return the fragments in parts between which there is white space of at least this width."""
    parts: list[list[Fragment]] = []
    end = 0.0
    for fragment in sorted(fragments, key=extent):
        first, last = extent(fragment)
        if parts and first - end < white:
            parts[-1].append(fragment)
            end = max(end, last)
        else:
            parts.append([fragment])
            end = last
    return parts
