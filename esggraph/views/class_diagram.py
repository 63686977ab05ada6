"""A picture of classes as SVG: a box a class with its properties, lines to what the properties lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

_COLUMNS = (
    ("Actor", "Body", "Post"),
    ("LineOfDefence", "Tier", "Structure"),
    ("Company", "Report", "Statement"),
    ("Policy", "Certification", "CertifiedPart", "Instrument", "Law", "Standard"),
)
"""Where the classes stand, from left to right and from top to bottom; a class that is not listed comes last."""
_WIDTH, _GAP_X, _GAP_Y, _MARGIN = 262, 70, 26, 30
_HEAD, _ROW = 24, 17
_STANDARD = 15  # the line with the standard's classes


@dataclass(frozen=True, slots=True)
class ClassBox:
    """A class to draw. `properties` are pairs of a label and what it leads to: "esg:Tier", "xsd:string"."""

    name: str
    label: str
    standards: tuple[str, ...]
    parents: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]

    @property
    def height(self) -> int:
        """The box's height in pixels."""
        return _HEAD + _STANDARD * bool(self.standards) + _ROW * len(self.properties) + 8


_Places = dict[str, tuple[int, int]]


def diagram(boxes: Iterable[ClassBox]) -> str:
    """Return an SVG picture of `boxes`: a click on a box leads to the class's explanation, the anchor of its name."""
    by_name = {box.name: box for box in boxes}
    places, height = _placed(by_name)
    width = len(_COLUMNS) * (_WIDTH + _GAP_X) - _GAP_X + 2 * _MARGIN
    drawn = [*_lines(by_name, places), *(_box(box, *places[box.name]) for box in by_name.values())]
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="The classes and their properties" '
        f'xmlns="http://www.w3.org/2000/svg">\n{"".join(drawn)}</svg>'
    )


def _placed(boxes: dict[str, ClassBox]) -> tuple[_Places, int]:
    listed = {name for column in _COLUMNS for name in column}
    last = (*_COLUMNS[-1], *(name for name in boxes if name not in listed))
    places: _Places = {}
    lowest = 0
    for i, column in enumerate((*_COLUMNS[:-1], last)):
        y = _MARGIN
        for name in column:
            if name in boxes:
                places[name] = (_MARGIN + i * (_WIDTH + _GAP_X), y)
                y += boxes[name].height + _GAP_Y
        lowest = max(lowest, y)
    return places, lowest - _GAP_Y + _MARGIN


def _lines(boxes: dict[str, ClassBox], places: _Places) -> Iterator[str]:
    for box in boxes.values():
        for parent in box.parents:
            yield _line(boxes, places, box.name, parent, "parent")
        targets = dict.fromkeys(target.removeprefix("esg:") for _, target in box.properties)
        for target in targets:
            if target in boxes and target != box.name:
                yield _line(boxes, places, box.name, target, "leads")


def _line(boxes: dict[str, ClassBox], places: _Places, start: str, end: str, kind: str) -> str:
    (x1, y1), (x2, y2) = places[start], places[end]
    if x1 == x2:  # one above the other: down the left side
        a, b = y1 + _HEAD // 2, y2 + _HEAD // 2
        return f'<path class="{kind}" d="M{x1} {a} C{x1 - 28} {a} {x1 - 28} {b} {x1} {b}"/>\n'
    right = x2 > x1
    a, b = y1 + boxes[start].height // 2, y2 + boxes[end].height // 2
    from_x, to_x = (x1 + _WIDTH, x2) if right else (x1, x2 + _WIDTH)
    bend = (to_x - from_x) // 2
    return f'<path class="{kind}" d="M{from_x} {a} C{from_x + bend} {a} {to_x - bend} {b} {to_x} {b}"/>\n'


def _box(box: ClassBox, x: int, y: int) -> str:
    rows = [
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{box.height}" rx="6"/>',
        f'<text class="class" x="{x + 10}" y="{y + 17}">{escape(box.label)}</text>',
    ]
    line = y + _HEAD
    if box.standards:
        rows.append(f'<text class="standard" x="{x + 10}" y="{line + 9}">{escape(", ".join(box.standards))}</text>')
        line += _STANDARD
    for label, target in box.properties:
        leads = f" → {target}" if target else ""
        rows.append(f'<text x="{x + 10}" y="{line + 12}">{escape(label + leads)}</text>')
        line += _ROW
    return f'<a href="#{box.name}">' + "".join(rows) + "</a>\n"
