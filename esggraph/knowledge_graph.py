"""A built graph as a user holds it in Python or in a notebook: its lookups, and its pages in place.

kg = esggraph.open_graph("out")
kg.laws("hikvision")
kg.view("hikvision", "tiers")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from esggraph.graph.lookup import Graph
from esggraph.graph.store import open_store

if TYPE_CHECKING:
    from esggraph.views import Page


class KnowledgeGraph(Graph):
    """A built graph, open for reading, that shows its pages."""

    def view(self, *what: str) -> Page:
        """Return a page, which Jupyter shows in place: companies as `find_company` understands them, then the kind.

        The kind is one of `esggraph.views.KINDS`. Those of one company want one; the others show the companies that
        are named, or all. Raises UnknownName for a company or a kind that is not there, EsggraphError where the reports
        say nothing of that kind.
        """
        from esggraph.views import view  # here, since who only looks things up needs no page

        return view(self, *what)


def open_graph(path: Path | str) -> KnowledgeGraph:
    """Open the graph in `path`: a folder that a build wrote, a store folder or an RDF file.

    Raises UnreadableGraph, with what to do, for one that is missing or damaged.
    """
    return KnowledgeGraph(open_store(Path(path)))
