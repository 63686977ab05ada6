"""A picture of part of the graph, and the one HTML page that shows it: no file beside it, no request to anywhere.

vis-network and its styles come from the installed pyvis; pyvis's own page template is not used, since even its in-line
mode points to content delivery networks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyvis.network import Network

import esggraph
from esggraph.views.palette import EDGES, NODES, EdgeStyle, NodeStyle


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report and where they stand ("report.txt, line 12" or "report.pdf, page 3")."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Node:
    """A box. `x` and `y` are its centre in the picture's own units (y grows downwards)."""

    id: str
    name: str
    kind: str  # a key of palette.NODES
    x: float
    y: float
    details: Sequence[tuple[str, str]] = ()
    quotes: Sequence[Quote] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from the box `source` to the box `target`, drawn downwards; `statement` says in words what it means."""

    source: str
    target: str
    predicate: str  # a key of palette.EDGES
    statement: str
    quotes: Sequence[Quote] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Band:
    """A labelled strip behind the boxes."""

    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table below the picture; `node` is the box that its first cell stands for."""

    cells: Sequence[str]
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page shows."""

    title: str
    note: str  # what one sees, in a sentence
    file: str  # the stem of the files that the page saves
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    columns: Sequence[str]
    rows: Sequence[Row]
    sources: Sequence[str]  # the reports' file names
    bands: Sequence[Band] = ()


BOX_WIDTH = 190.0  # picture units; the widest a box gets, so that labels wrap inside it
_LINE = 24  # characters of a label that fit on a line of a box


def render(picture: Picture) -> str:
    """Return the page of `picture` as one HTML document."""
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            picture=picture,
            kinds=_used(NODES, (n.kind for n in picture.nodes)),
            predicates=_used(EDGES, (e.predicate for e in picture.edges)),
            data=_script_safe(_data(picture)),
            version=esggraph.__version__,
            vis_js=_asset("vis-network.min.js"),
            vis_css=_asset("vis-network.css"),
            page_js=_own("page.js"),
            page_css=_own("page.css"),
        )
    )


def _data(picture: Picture) -> dict[str, Any]:
    """Return what the page's script reads: pyvis's nodes and edges, with our evidence on them."""
    network = Network(directed=True)
    for n in picture.nodes:
        style = NODES[n.kind]
        network.add_node(
            n.id, label=n.name, shape="box", x=n.x, y=n.y, name=n.name, kind=n.kind, search=n.name.lower(),
            title=f"{n.name} ({style.label})", details=[["Kind", style.label], *map(list, n.details)],
            quotes=[{"text": q.text, "place": q.place} for q in n.quotes],
            color={"background": style.fill, "border": style.line, "highlight": {"background": style.fill}},
        )  # fmt: skip
    for number, e in enumerate(picture.edges):
        drawn = EDGES[e.predicate]
        network.add_edge(
            e.source, e.target, id=f"e{number}", words=drawn.label, statement=e.statement, title=e.statement,
            details=[["Confidence", f"{e.confidence:.2f}"]], dashes=drawn.dashed, color=drawn.colour,
            quotes=[{"text": q.text, "place": q.place} for q in e.quotes],
        )  # fmt: skip
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "bands": [{"label": b.label, "x": b.x, "y": b.y, "width": b.width, "height": b.height} for b in picture.bands],
        "file": picture.file,
        "options": {
            "physics": {"enabled": False},
            "interaction": {
                "hover": True,
                "keyboard": {"enabled": True, "bindToWindow": False},
                "tooltipDelay": 150,
            },
            "nodes": {
                "borderWidth": 2,
                "margin": 8,
                "font": {"color": "#10161f", "size": 16, "face": "system-ui, sans-serif"},
                "widthConstraint": {"minimum": 90, "maximum": BOX_WIDTH},
            },
            "edges": {
                "arrows": {"to": {"enabled": True, "scaleFactor": 0.8}},
                "width": 2,
                "smooth": {
                    "enabled": True,
                    "type": "cubicBezier",
                    "forceDirection": "vertical",
                    "roundness": 0.45,
                },
            },
        },
    }


def box_height(name: str) -> float:
    """Return about how high the box of `name` is drawn, in picture units."""
    return 26.0 + 20.0 * max(1, -(-len(name) // _LINE))


def _used(styles: Mapping[str, NodeStyle | EdgeStyle], names: Iterable[str]) -> list[dict[str, Any]]:
    present = set(names)
    return [{"id": name, **style._asdict()} for name, style in styles.items() if name in present]


def _script_safe(data: dict[str, Any]) -> str:
    """Return `data` as JSON that cannot end the script element it stands in, whatever a report calls its bodies."""
    return (
        json.dumps(data, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("esggraph", "views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    text = (resources.files("pyvis") / "lib" / "vis-9.1.2" / name).read_text(encoding="utf-8")
    return text.replace("//# sourceMappingURL=", "// source map: ")  # else the browser's tools ask for it


@cache
def _own(name: str) -> str:
    return (resources.files("esggraph.views") / name).read_text(encoding="utf-8")
