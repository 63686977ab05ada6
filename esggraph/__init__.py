"""esggraph: a knowledge graph of corporate governance from ESG reports, offline, with the evidence.

The stages, each usable alone: `read(path)` gives a Report, `extract(report)` its Findings, `describe(findings)` their
RDF quads, `build(paths, out)` the whole graph on disk, and `open_graph(out)` answers questions about it. They are
loaded when they are first used, so that a lookup loads neither spaCy nor rdflib.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from esggraph.building import build
    from esggraph.extraction import extract
    from esggraph.graph.describe import describe
    from esggraph.knowledge_graph import open_graph
    from esggraph.reading import read

__all__ = ["build", "describe", "extract", "open_graph", "read"]
__version__ = "0.1.0"

_HOME = {
    "build": "esggraph.building",
    "describe": "esggraph.graph.describe",
    "extract": "esggraph.extraction",
    "open_graph": "esggraph.knowledge_graph",
    "read": "esggraph.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
