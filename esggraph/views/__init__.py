"""Interactive pages of the graph, drawn with pyvis's vis-network."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from esggraph.errors import EsggraphError, UnknownName
from esggraph.graph.lookup import Graph
from esggraph.views.matrix import MATRIX, matrix
from esggraph.views.page import render
from esggraph.views.scenes import ACROSS, OF_A_COMPANY

KINDS = (*OF_A_COMPANY, *ACROSS, MATRIX)
"""The kinds of pages: six of one company, then those of several."""
_FRAME_HEIGHT = 760  # pixels of a page in a notebook


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the stem of its file, and the whole document. A notebook shows it in place."""

    file: str
    html: str

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html)}" title="{escape(self.file)}" '
            f'style="width: 100%; height: {_FRAME_HEIGHT}px; border: 0"></iframe>'
        )


def view(graph: Graph, *what: str) -> Page:
    """Return a page: `what` names companies, as `Graph.find_company` understands them, and ends with one of KINDS.

    The kinds of one company want one; the others show the companies that are named, or all. Raises UnknownName for a
    company or kind that is not there, NothingToShow where the reports say nothing of that kind.
    """
    *names, kind = what or ("whole",)
    if kind not in KINDS:
        raise UnknownName(f"no page of the kind “{kind}”: name companies, then one of {', '.join(KINDS)}")
    companies = list({c.iri: c for c in map(graph.find_company, names)}.values())
    if kind in OF_A_COMPANY:
        if len(companies) != 1:
            raise EsggraphError(
                f"a page of the kind {kind} shows one company, and {len(companies)} are named: name one before it"
            )
        picture = OF_A_COMPANY[kind](graph, companies[0])
        return Page(picture.file, render(picture))
    companies = companies or graph.companies()
    if kind == MATRIX:
        return Page(MATRIX, matrix(graph, companies))
    picture = ACROSS[kind](graph, companies)
    return Page(picture.file, render(picture))
