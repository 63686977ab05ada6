"""Interactive pages of the graph, drawn with pyvis on networkx graphs."""

from __future__ import annotations

from esggraph.graph.lookup import Graph
from esggraph.views.picture import Picture
from esggraph.views.scenes import SCENES

__all__ = ["draw"]


def draw(graph: Graph, company: str, kind: str) -> Picture:
    """Return the picture of `kind` (a key of SCENES) for `company`.

    Raises UnknownName for a company that the graph has not, EsggraphError where its reports say nothing of that kind,
    KeyError for another kind.
    """
    return SCENES[kind](graph, graph.find_company(company))
