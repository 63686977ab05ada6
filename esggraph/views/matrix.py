"""The comparison matrix: a table with a column for each company, whose cells open the words behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from esggraph.errors import EsggraphError
from esggraph.graph.answers import Company, Sourced
from esggraph.graph.comparing import ComparedRow, compare
from esggraph.graph.lookup import Graph
from esggraph.views.page import Link, document, script_data
from esggraph.views.scenes.actors import quote

TITLE = "Companies side by side"
MATRIX = "matrix"
"""The kind of this page, and the stem of its file."""
_NOTE = (
    "What each company states of its structure, the laws and standards that it cites, its policies by topic and its "
    "certificates by standard; what most of them have comes first. Click a tick or a number to read "
    "the words behind it."
)


def matrix(graph: Graph, companies: Sequence[Company], links: Sequence[Link] = ()) -> str:
    """Return the page that lays `companies` side by side. Raises EsggraphError for fewer than two."""
    if len(companies) < 2:
        raise EsggraphError("a matrix compares two companies or more: build a graph of more reports")
    by_aspect: dict[str, list[ComparedRow]] = defaultdict(list)
    for row in compare(graph, companies):
        by_aspect[row.aspect].append(row)
    cells: list[dict[str, Any]] = []
    parts = []
    for aspect, rows in by_aspect.items():
        lines = []
        for row in rows:
            numbers: list[tuple[int, int] | None] = []
            for company, sources in zip(companies, row.sources, strict=True):
                numbers.append((len(cells), len(sources)) if sources else None)
                if sources:
                    cells.append({"title": f"{company.name}: {row.name}", "things": list(map(_thing, sources))})
            lines.append({"name": row.name, "cells": numbers, "shared": sum(map(bool, row.sources)) > 1})
        parts.append({"name": aspect, "lines": lines})
    return document(
        "matrix.html.j2",
        title=TITLE,
        note=_NOTE,
        sources=[report for company in companies for report in company.reports],
        links=links,
        companies=[company.name for company in companies],
        parts=parts,
        file=MATRIX,
        data=script_data(cells),
    )


def _thing(source: Sourced) -> dict[str, Any]:
    name = getattr(source, "name", "")
    wording = [form for form in getattr(source, "wording", ()) if form != name]
    return {"name": name, "wording": "; ".join(wording), "quote": asdict(quote(source))}
