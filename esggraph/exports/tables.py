"""The graph as CSV: a table for each kind of thing, or the two files that Neo4j's bulk import takes.

Neo4j: https://neo4j.com/docs/operations-manual/current/import/ (section "CSV header format"). A column's type is in its
header (`aliases:string[]`, `line:int`); elements of a list are divided by ";", its default, for which a ";" inside an
element becomes a ","; a field is on one line; an empty field is no value.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from esggraph.exports.property_graph import Edge, Node, PropertyGraph
from esggraph.graph import answers
from esggraph.graph.answers import record
from esggraph.graph.lookup import Graph
from esggraph.graph.sparql import select

_THINGS: dict[str, type[answers.Sourced]] = {
    "bodies": answers.Body,
    "posts": answers.Post,
    "policies": answers.Policy,
    "laws": answers.Law,
    "standards": answers.Standard,
    "certifications": answers.Certification,
    "relations": answers.Relation,
}
"""Table -> its rows; also the method of Graph that gives them."""
_REPORT = ("report", "company", "title", "file", "start", "end")
_QUOTE = ("statement", "file", "line", "page", "start", "end", "quote")
_NODES, _RELATIONSHIPS = "nodes.csv", "relationships.csv"
TABLE_FILES = frozenset(f"{name}.csv" for name in ("companies", "reports", "evidence", *_THINGS))
NEO4J_FILES = frozenset((_NODES, _RELATIONSHIPS))

_HEADER = {
    "iri": "iri:ID",
    "labels": ":LABEL",
    "aliases": "aliases:string[]",
    "stock_codes": "stock_codes:string[]",
    "number": "number:int",
    "source": ":START_ID",
    "target": ":END_ID",
    "predicate": ":TYPE",
    "confidence": "confidence:double",
    "line": "line:int",
    "page": "page:int",
}
"""Field of a node or edge -> its column in the header of Neo4j; every other field is a string under its own name."""
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")


def write_tables(store: Store, folder: Path) -> None:
    """Write a table for each kind of thing, a row for each company that has it, with the best quote and its place.

    `evidence.csv` has all quotes; its column `statement` is that of the other tables.
    """
    graph = Graph(store)
    companies = graph.companies()
    sources = select(store, "sources")
    statements = {
        (s["subject"], s["object"]): s["statement"] for s in reversed(sources)
    }  # the newest report comes last
    _write_records(folder / "companies.csv", _names(answers.Company), (record(company) for company in companies))
    for kind, row_type in _THINGS.items():
        rows = []
        for company in companies:
            for thing in getattr(graph, kind)(company):
                data = record(thing)
                if kind == "relations":
                    data["statement"] = data.pop("iri")
                else:
                    data["statement"] = statements[company.iri, thing.iri]
                rows.append({"company": company.iri, **data})
        columns = ["company", *_names(row_type), "statement"]
        if kind == "relations":
            columns.remove("iri")
        _write_records(folder / f"{kind}.csv", columns, rows)
    _write_records(folder / "reports.csv", _REPORT, select(store, "reports"))
    stated = {s["statement"] for s in sources}
    quotes = ({**s, "statement": s["thing"]} for s in select(store, "evidence") if s["thing"] in stated)
    _write_records(folder / "evidence.csv", _QUOTE, quotes)


def write_neo4j(graph: PropertyGraph, folder: Path) -> None:
    """Write nodes and relationships for `neo4j-admin database import full`."""
    for name, row_type, rows in ((_NODES, Node, graph.nodes), (_RELATIONSHIPS, Edge, graph.edges)):
        columns = _names(row_type)
        header = [_HEADER.get(column, column) for column in columns]
        _write(
            folder / name, header, ([_neo4j_cell(column, getattr(row, column)) for column in columns] for row in rows)
        )


def _neo4j_cell(column: str, value: Any) -> Any:
    if column == "predicate":
        return _HUMP.sub("_", value).upper()
    if isinstance(value, tuple):
        return ";".join(_line(element).replace(";", ",") for element in value)
    return _line(value) if isinstance(value, str) else value


def _line(text: str) -> str:
    return " ".join(text.split())


def _names(row_type: type) -> list[str]:
    return [field.name for field in fields(row_type)]


def _write_records(path: Path, columns: Sequence[str], records: Iterable[dict[str, Any]]) -> None:
    _write(path, columns, ([_cell(data[column]) for column in columns] for data in records))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _cell(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value
