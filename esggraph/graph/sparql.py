"""Running SPARQL on an Oxigraph store: named queries, plain Python values, and errors that say where.

Every query sees the merge of all graphs as its default graph, and may use the prefixes of PREFIXES undeclared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple, Variable

from esggraph.errors import QueryError, UnreadableGraph
from esggraph.graph.answers import Table
from esggraph.graph.namespaces import PREFIXES, term
from esggraph.resources import PACKAGE

Solution = dict[str, Any]
_Term = NamedNode | BlankNode | Literal | Triple
_PYTHON_TYPES: dict[NamedNode, Callable[[str], Any]] = {
    term("xsd:integer"): int,
    term("xsd:decimal"): float,
    term("xsd:double"): float,
    term("xsd:boolean"): lambda text: text in ("true", "1"),
}
_SYNTAX_ERROR = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
_SHORT = 60  # characters of a query, or of what was expected, that a message shows
_FIRST_WORD = re.compile(r"(?:\s|#[^\n]*|PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)*+(\w*)", re.IGNORECASE)
_QUERY_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATE_FORMS = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


@cache
def named_query(name: str) -> str:
    """Return the text of `esggraph/queries/<name>.rq`."""
    return (PACKAGE / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def select(store: Store, query: str, /, **parameters: str) -> list[Solution]:
    """Run a named SELECT query, with each of its parameters set to an IRI, and return its solutions.

    A solution has every variable: its value as plain data, or None. Raises UnreadableGraph when the store is damaged.
    """
    values: dict[Variable, _Term] = {Variable(name): NamedNode(iri) for name, iri in parameters.items()}
    try:
        table = _table(_run(store, named_query(query), values))
    except (OSError, RuntimeError) as error:
        raise UnreadableGraph(f"the store is damaged ({_one_line(error)}): run `esggraph build`") from error
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def answer(store: Store, query: str) -> Table | bool | list[Triple]:
    """Run a user's query: a Table for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE.

    Raises QueryError, in one line with the place, for a query that cannot be parsed or run, and for an update.
    """
    try:
        result = _run(store, query, {})
        match result:
            case QueryBoolean():
                return bool(result)
            case QuerySolutions():
                return _table(result)
            case _:
                return list(result)
    except SyntaxError as error:
        raise QueryError(_syntax_message(query, str(error))) from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query failed: {_one_line(error)}") from error


def _run(store: Store, query: str, values: dict[Variable, _Term]) -> Any:
    return store.query(query, prefixes=PREFIXES, substitutions=values)


def _table(solutions: QuerySolutions) -> Table:
    columns = tuple(variable.value for variable in solutions.variables)
    return Table(columns, tuple(tuple(_value(term) for term in solution) for solution in solutions))


def _value(value: Any) -> Any:
    """Return an RDF term as plain data: numbers and booleans as such, everything else as text, unbound as None."""
    if isinstance(value, Literal):
        convert = _PYTHON_TYPES.get(value.datatype)
        try:
            return convert(value.value) if convert else value.value
        except ValueError:  # "abc"^^xsd:integer is legal RDF
            return value.value
    return value.value if isinstance(value, NamedNode) else value and str(value)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _syntax_message(query: str, message: str) -> str:
    """Return Oxigraph's message without its list of every token that could follow, and with the text that it met."""
    start = _FIRST_WORD.match(query)
    word = start[1] if start else ""
    if word.upper() in _UPDATE_FORMS:
        return "the graph is read-only: use SELECT, ASK, CONSTRUCT or DESCRIBE"
    if word and word.upper() not in _QUERY_FORMS:
        return f"no SPARQL query: it starts with SELECT, ASK, CONSTRUCT or DESCRIBE, not with “{word[:_SHORT]}”"
    parts = _SYNTAX_ERROR.match(message)
    if not parts:
        return f"SPARQL syntax error: {' '.join(message.split())}"
    line, column, expected = int(parts[1]), int(parts[2]), parts[3]
    text = [*query.split("\n"), ""][line - 1]
    met, reason = text[column - 1 :].strip(), ""
    if "Prefix not found" in expected:
        name = re.search(r"[^\s:]*:\S*$", text[: column - 1])
        met, reason = (name[0] if name else met), ": its prefix is not declared"
    elif len(expected) <= _SHORT and "[" not in expected:
        reason = f": expected {expected}"
    where = f"at “{met[:_SHORT]}”" if met else "at the end of the line"
    return f"SPARQL syntax error in line {line}, column {column}, {where}{reason}"
