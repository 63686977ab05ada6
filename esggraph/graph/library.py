"""The library of queries that analysts ask: `esggraph/queries/library/NAME.rq`, found by name and run with parameters.

A file starts with two comment lines, its title and its parameters. A parameter is a variable of the query that is set
before it runs; one with a question mark may be left out, and then stands for everything. The outermost group starts
with the line `WHERE {` and ends with the line `}`, so that the values can be put into it: a company at its beginning,
where it narrows the search, others at its end, where they join with what optional patterns have bound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from esggraph.errors import QueryError, UnknownName
from esggraph.findings import BODY_KINDS, CERTIFICATION_STATUSES, STANDARD_KINDS
from esggraph.graph import iris
from esggraph.graph.answers import Table
from esggraph.graph.lookup import Graph
from esggraph.graph.matching import match, nearest_names
from esggraph.resources import PACKAGE

_WHERE = re.compile(r"^WHERE \{\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"[A-Z]{2}|INT")  # ISO 3166-1 alpha-2, EU, or INT for what states agreed
_WORDS = {"kind": (*BODY_KINDS, *STANDARD_KINDS), "status": CERTIFICATION_STATUSES}
"""Parameter -> the words that it can be."""
_HEADER = re.compile(r"# title: (?P<title>\S.*)\n# parameters:(?P<parameters>(?: \w+\??)*)\n")


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """A named query. `parameters`: name -> whether it must be given."""

    name: str
    title: str
    parameters: Mapping[str, bool]
    text: str

    @property
    def usage(self) -> str:
        """The parameters as they are given on the command line: "company=… [topic=…]"."""
        return " ".join(f"{name}=…" if needed else f"[{name}=…]" for name, needed in self.parameters.items())


def parse_query(name: str, text: str) -> LibraryQuery:
    """Return the query that a file of the library holds. Raises ValueError for one of another form."""
    header = _HEADER.match(text)
    if not header:
        raise ValueError(f"{name}.rq does not start with “# title: …” and “# parameters: …”")
    if len(_WHERE.findall(text)) != 1:
        raise ValueError(
            f"{name}.rq has not just one group that starts with “WHERE {{” and ends with “}}” on lines of their own"
        )
    parameters = {p.removesuffix("?"): not p.endswith("?") for p in header["parameters"].split()}
    return LibraryQuery(name, header["title"], parameters, text)


@cache
def library() -> tuple[LibraryQuery, ...]:
    """Return all queries of the library, by name."""
    files = sorted(path for path in _folder().iterdir() if path.suffix == ".rq")
    return tuple(parse_query(path.stem, path.read_text(encoding="utf-8")) for path in files)


def _folder() -> Path:
    return PACKAGE / "queries" / "library"


def find_query(name: str) -> LibraryQuery:
    """Return the query called `name`, or nearly so. Raises UnknownName, with the nearest names, for another."""
    queries = {query.name: query for query in library()}
    result = match(name, zip(queries, queries, strict=True), iris.slug)
    if len(result.found) == 1:
        return queries[result.found[0]]
    near = nearest_names(result.found or result.near)
    raise UnknownName(f"no query “{name}” in the library{near} (`esggraph query --list` lists all)")


def run(graph: Graph, name: str, given: Mapping[str, str]) -> Table:
    """Return the rows of the library's query `name`, with its parameters set as `given`.

    A company may be named as `Graph.find_company` understands it, a topic by its name; other values are compared as
    they stand. Raises UnknownName for an unknown query, company or topic, and QueryError for a parameter that is
    missing or that the query does not have.
    """
    query = find_query(name)
    takes = f"{query.name} takes {query.usage}" if query.parameters else f"{query.name} takes no parameters"
    for unknown in given.keys() - query.parameters.keys():
        raise QueryError(f"the query has no parameter “{unknown}”: {takes}")
    for missing in [p for p, needed in query.parameters.items() if needed and p not in given]:
        raise QueryError(f"the query needs the parameter “{missing}”: {takes}")
    values = {p: f"  VALUES ?{p} {{ {_term(graph, p, value)} }}\n" for p, value in given.items()}
    first = values.pop("company", "")
    # a function: a literal may have backslashes, which a replacement text would read
    answer = graph.query(_WHERE.sub(lambda m: f"WHERE {{\n{first}{m[1]}{''.join(values.values())}}}", query.text))
    assert isinstance(answer, Table), f"{query.name} is no SELECT query"
    return answer


def _term(graph: Graph, parameter: str, value: str) -> NamedNode | Literal:
    match parameter:
        case "company":
            return NamedNode(graph.find_company(value).iri)
        case "topic":
            return NamedNode(graph.find_topic(value))
        case "jurisdiction":
            if not _CODE.fullmatch(value.upper()):
                raise QueryError(f"“{value}” is no jurisdiction: give a code, such as CN, HK, EU or INT")
            return Literal(value.upper())
        case _:
            if value not in (words := _WORDS[parameter]):
                raise QueryError(f"“{value}” is no {parameter}: it is one of {', '.join(words)}")
            return Literal(value)
