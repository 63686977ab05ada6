"""Looking for a rule's patterns in what the graph has of one company."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter

import networkx as nx

from esggraph.checks.rules import Pattern, subjects
from esggraph.graph.answers import Company, Relation, Sourced, Table
from esggraph.graph.iris import slug
from esggraph.graph.lookup import Graph, in_words
from esggraph.graph.namespaces import local_name
from esggraph.graph.network import POST, company_network, hierarchy
from esggraph.graph.sparql import named_query

_BY_TOPIC, _BY_DUTY = 100, 200  # ranks after those of all words of a name


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows an element: a thing or relations, in words, and the rows that say it, with their quotes and places."""

    what: str
    by: tuple[Sourced, ...]


class Findings:
    """What the graph has of a company, ready to be looked through."""

    def __init__(self, graph: Graph, company: Company) -> None:
        self._things: dict[str, Sequence[Sourced]] = {
            "policy": graph.policies(company),
            "law": graph.laws(company),
            "standard": graph.standards(company),
            "certification": graph.certifications(company),
            "body": graph.bodies(company),
            "post": graph.posts(company),
        }
        self._relations = graph.relations(company)
        self._actors: dict[str, Sourced] = {row.iri: row for kind in ("body", "post") for row in self._things[kind]}
        self._above = _without_membership(hierarchy(company_network(graph, company)))
        self._narrower = _narrower_topics(graph)

    def look_for(self, pattern: Pattern) -> list[Shown]:
        """Return all that shows `pattern`, the most telling first, of these the surest."""
        find: Callable[[Pattern], Iterator[tuple[int, Shown]]]
        match pattern.thing:
            case "line":
                find = self._lines
            case "tier":
                find = self._tiers
            case "line_of_defence":
                find = self._lines_of_defence
            case "body" | "post":
                find = self._found_actors
            case _:
                find = self._found_things
        ranked = sorted(find(pattern), key=lambda pair: (pair[0], -pair[1].by[0].confidence, pair[1].what))
        return [shown for _, shown in ranked]

    def _found_things(self, pattern: Pattern) -> Iterator[tuple[int, Shown]]:
        for row in self._things[pattern.thing]:
            rank = self._rank(pattern.about, _names(row), getattr(row, "topic", None))
            held = getattr(row, "status", "held") == "held"
            if rank is not None and held and _is_of(pattern, getattr(row, "kind", None)):
                yield rank, Shown(_name(row), (row,))

    def _found_actors(self, pattern: Pattern) -> Iterator[tuple[int, Shown]]:
        for row in self._things[pattern.thing]:
            holder = getattr(row, "holder", None)
            if not _is_of(pattern, getattr(row, "kind", POST)) or (pattern.held and not holder):
                continue
            rank = None if pattern.responsible else self._rank(pattern.about, _names(row))
            if rank is not None:
                yield rank, Shown(f"{_name(row)}, held by {holder}" if pattern.held else _name(row), (row,))
            elif duty := self._duty(row.iri, pattern.responsible or pattern.about):
                yield _BY_DUTY, _said(duty)

    def _duty(self, actor: str, subject: str | None) -> Relation | None:
        """Return the statement that an actor is responsible for `subject`, or None where the graph has none."""
        duties = (r for r in self._relations if r.subject_iri == actor and r.predicate == "responsibleFor")
        return next((r for r in duties if self._rank(subject, (r.object,), r.object) is not None), None)

    def _lines(self, pattern: Pattern) -> Iterator[tuple[int, Shown]]:
        """Yield the way up from each fitting actor to the nearest of the kinds above, the shortest first."""
        kinds = nx.get_node_attributes(self._above, "kind")
        tops = {node for node, kind in kinds.items() if kind in pattern.above_kinds}
        for iri in sorted({*kinds} - tops):
            rank, duty = self._rank(pattern.about, _names(self._actors[iri])), None
            if rank is None:
                rank, duty = _BY_DUTY, self._duty(iri, pattern.about)
            if not _is_of(pattern, kinds[iri]) or (rank == _BY_DUTY and duty is None):
                continue
            ways = nx.single_source_shortest_path(self._above, iri)
            reached = [ways[top] for top in tops if top in ways]
            for way in sorted(reached, key=lambda way: (len(way), way))[:1]:
                steps = [self._step(below, above) for below, above in pairwise(way)]
                if not pattern.predicates or steps[0].predicate in pattern.predicates:
                    yield rank + len(steps), _said(*steps, *([duty] if duty else []))

    def _step(self, below: str, above: str) -> Relation:
        """Return the statement that places one actor below another: the most telling, and of these the surest."""
        predicates = self._above.edges[below, above]["predicates"]
        between = [r for r in self._relations if {r.subject_iri, r.object_iri} == {below, above}]
        telling = [r for r in between if r.predicate in predicates]
        return min(telling, key=lambda r: (predicates.index(r.predicate), -r.confidence))

    def _tiers(self, pattern: Pattern) -> Iterator[tuple[int, Shown]]:
        for r in self._relations:
            kind = getattr(self._actors[r.subject_iri], "kind", POST)
            if r.predicate == "inTier" and _is_of(pattern, kind):
                rank = self._rank(pattern.about, (r.structure or "",))
                if rank is not None:
                    yield rank, Shown(f"{_said(r).what} of {r.structure}", (r,))

    def _lines_of_defence(self, pattern: Pattern) -> Iterator[tuple[int, Shown]]:
        yield from ((r.number or 0, _said(r)) for r in self._relations if r.predicate == "lineOfDefence")

    def _rank(self, subject: str | None, names: Sequence[str], topic: str | None = None) -> int | None:
        """Return how telling names and a topic are for `subject` (0: most), or None where they are not about it."""
        if subject is None:
            return 0
        words, without = _words(subject)
        plain = [slug(name).replace("-", " ") for name in names]
        if any(word.search(name) for word in without for name in plain):
            return None
        for rank, word in enumerate(words):
            if any(word.search(name) for name in plain):
                return rank
        wanted = {narrow for name in subjects()[subject].topics for narrow in (name, *self._narrower.get(name, ()))}
        return _BY_TOPIC if topic is not None and slug(topic) in wanted else None


def _without_membership(structure: nx.DiGraph) -> nx.DiGraph:
    """Return a hierarchy of lines alone: a department that sits in a working group does not report through it."""
    seats = [(below, above) for below, above, by in structure.edges(data="predicates") if by == ("hasMember",)]
    structure.remove_edges_from(seats)
    return structure


def _is_of(pattern: Pattern, kind: str | None) -> bool:
    return kind not in pattern.not_kinds and (not pattern.kinds or kind in pattern.kinds)


def _name(row: Sourced) -> str:
    name: str = attrgetter("name")(row)
    return name


def _names(row: Sourced) -> tuple[str, ...]:
    """Return the names of a thing; of a law or standard with those that the reports use."""
    return (_name(row), *getattr(row, "aliases", getattr(row, "wording", ())))


def _said(*relations: Relation) -> Shown:
    """Return what relations say, in words."""
    return Shown("; ".join(f"{r.subject} {in_words(r.predicate, r.object)}" for r in relations), relations)


@cache
def _words(subject: str) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    """Return the words that names about a subject have, the most telling first, and those that they do not have."""
    of = subjects()[subject]
    has, without = ((word.replace("*", r"\w*") for word in words) for words in (of.words, of.without))
    return [re.compile(rf"\b{form}\b") for form in has], [re.compile(rf"\b{form}\b") for form in without]


def _narrower_topics(graph: Graph) -> dict[str, set[str]]:
    """Return for each topic those narrower than it, by local name."""
    table = graph.query(named_query("narrower_topics"))
    narrower: dict[str, set[str]] = defaultdict(set)
    for broad, narrow in table.rows if isinstance(table, Table) else ():
        narrower[local_name(broad)].add(local_name(narrow))
    return narrower
