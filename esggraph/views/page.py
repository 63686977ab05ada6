"""Pages as HTML: each one document, with no file beside it and no request to anywhere.

vis-network comes from the installed pyvis; pyvis's own page template is not used, since even its in-line mode points
to content delivery networks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

import esggraph
from esggraph.reading.sources import GENERATOR
from esggraph.views.palette import EDGES, NODES, EdgeStyle, NodeStyle
from esggraph.views.picture import Picture

_LONG = 400  # rows, from which a table opens on demand


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page of a site; `here` marks the page that it stands on."""

    label: str
    href: str
    here: bool = False


def render(picture: Picture, links: Sequence[Link] = ()) -> str:
    """Return the page of `picture` as one HTML document, with `links` to other pages on top."""
    data = _data(picture)
    return document(
        "picture.html.j2",
        title=picture.title,
        note=picture.note,
        sources=picture.sources,
        links=links,
        picture=picture,
        names=sorted({node.name for node in picture.nodes}),
        nested=any(node.parent for node in picture.nodes),
        filters={f: values for f, values in picture.facets.items() if len(values) > 1},
        data=script_data(data),
        kinds=data["kinds"],
        predicates=data["predicates"],
        long=len(picture.rows) > _LONG,
        vis_js=_vis_network(),
    )


def document(
    template: str, *, title: str, note: str, sources: Sequence[str], links: Sequence[Link], **more: Any
) -> str:
    """Return the page of a `template` that extends base.html.j2."""
    return (
        _environment()
        .get_template(template)
        .render(title=title, note=note, sources=sources, links=links, version=esggraph.__version__, **more)
    )


def script_data(data: Any) -> Markup:
    """Return `data` as JSON that cannot end the script element it stands in, whatever a report calls its bodies."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _data(picture: Picture) -> dict[str, Any]:
    """Return what the page's script reads: pyvis's nodes and edges, with our evidence on them."""
    network = Network(directed=True)
    for n in picture.nodes:
        style = NODES[n.kind]
        network.add_node(
            n.id, label=n.label or n.name, shape="box", name=n.name, kind=n.kind, parent=n.parent, zone=n.zone,
            facets={facet: list(values) for facet, values in n.facets.items()}, title=f"{n.name} ({style.label})",
            details=[["Kind", style.label], *map(list, n.details)], quotes=[asdict(q) for q in n.quotes],
            color={"background": style.fill, "border": style.line, "highlight": {"background": style.fill}},
        )  # fmt: skip
    for e in picture.edges:
        network.add_edge(
            e.source, e.target, predicate=e.predicate,
            statements=[asdict(statement) for statement in e.statements],
        )  # fmt: skip
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "layout": picture.layout.value,
        "facets": picture.facets,
        "arranged_by": picture.arranged_by,
        "chosen": picture.chosen,
        "unticked": picture.unticked,
        "kinds": _used(NODES, (n.kind for n in picture.nodes)),
        "predicates": _used(EDGES, (e.predicate for e in picture.edges)),
        "sources": picture.sources,
        "file": picture.file,
        "options": {
            "physics": {"enabled": False},
            "autoResize": False,
            "interaction": {"hover": True, "tooltipDelay": 400, "dragNodes": False},
            "nodes": {
                "borderWidth": 2,
                "chosen": {"label": False},  # a bold label would not fit its box
                "margin": 1,  # of 0 vis-network draws no box
                "font": {"color": "#10161f", "size": 14, "face": _FACE},
            },
        },
    }


_FACE = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'  # as in layouts.js, which measures with it


def _used(styles: Mapping[str, NodeStyle | EdgeStyle], names: Iterable[str]) -> list[dict[str, Any]]:
    present = set(names)
    return [{"id": name, **style._asdict()} for name, style in styles.items() if name in present]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("esggraph", "views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.globals |= {"own": _own, "generator": GENERATOR}
    return environment


@cache
def _vis_network() -> Markup:
    text = (resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    return Markup(text.replace("//# sourceMappingURL=", "// source map: "))  # else the browser's tools ask for it


@cache
def _own(name: str) -> Markup:
    return Markup((resources.files("esggraph.views") / name).read_text(encoding="utf-8"))
