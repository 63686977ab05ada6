"""What changed between two reports of a company: what was added, is gone, has moved.

Things are the same in both when they have the same IRI or share a form of their names, so "Board" of one year is
"Board of Directors" of the next where either report uses both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from esggraph.graph.lookup import Graph
from esggraph.graph.namespaces import local_name
from esggraph.graph.sparql import Solution
from esggraph.names import normalise

_WHAT = ("body", "post", "policy", "law", "standard", "certification")
_ONE_PLACE = ("reportsTo", "subUnitOf", "ledBy", "inTier", "lineOfDefence")
"""Predicates by which an actor has a place: another object is a move. Of the others each object counts by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are what the old and the new report say, "" where that is nothing.

    `change` is "added", "gone", "moved" (an actor has another place), "changed" (another holder or status) or
    "renamed". `what` is "body", "post", "policy", "law", "standard", "certification" or a predicate; `place` is where
    the new report says so, or the old one of what is gone.
    """

    columns: ClassVar[tuple[str, ...]] = ("change", "what", "name", "before", "after", "place")

    change: str
    what: str
    name: str
    before: str
    after: str
    place: str


@dataclass(slots=True)
class _Thing:
    iri: str
    what: str
    name: str
    forms: frozenset[str]  # normalised
    state: str  # the holders of a post, the status of a certification
    place: str


@dataclass(slots=True)
class _Stated:
    """What one report states."""

    things: list[_Thing] = field(default_factory=list)
    relations: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)
    """Subject, its name, predicate, object, its name, place."""


def diff(old: tuple[Graph, str], new: tuple[Graph, str]) -> list[Change]:
    """Return what differs between two reports, each given as its graph and its IRI there.

    Things come first, by kind and name, then relations. A relation of a thing that only one report names is not listed.
    """
    before, after = _stated(*old), _stated(*new)
    same = dict(_pairs(before.things, after.things))
    return [*_changed_things(before, after, same), *_changed_relations(before, after, same)]


def _stated(graph: Graph, report: str) -> _Stated:
    own = [name for c in graph.companies() for name in (c.name, *c.aliases)]
    return _Stated(
        sorted(
            (_thing(s, own) for s in graph.select("report_entities", report=report)),
            key=lambda t: (_WHAT.index(t.what), t.name.casefold(), t.iri),
        ),
        sorted(
            (s["subject"], s["subject_name"], local_name(s["predicate"]), s["object"], _object_name(s), _place(s))
            for s in graph.select("report_relations", report=report)
        ),
    )


def _thing(s: Solution, company_names: list[str]) -> _Thing:
    forms = [form for form in (s["forms"] or "").split("\n") if form]
    name = s["name"] or forms[0]
    what = local_name(s["type"]).lower()
    part = ""
    state = "; ".join(sorted(filter(None, (s["holders"] or "").split("\n"))))
    if what == "certification":
        state = s["status"] or ""
        part = s["part_name"] if s["part_name"] and s["part_name"] not in company_names else ""
    keys = {f"{key} | {normalise(part)}" for form in (name, *forms) if (key := normalise(form, company_names))}
    return _Thing(s["entity"], what, f"{name} ({part})" if part else name, frozenset(keys), state, _place(s))


def _object_name(s: Solution) -> str:
    return f"{s['structure']}, {s['object_name']}" if s["structure"] else s["object_name"] or local_name(s["object"])


def _place(s: Solution) -> str:
    return f"{s['file']}:{s['line']}" if s["page"] is None else f"{s['file']}, page {s['page']}"


def _pairs(old: list[_Thing], new: list[_Thing]) -> Iterator[tuple[str, str]]:
    """Yield the IRIs, old and new, of things that are the same: by IRI first, then by the forms of their names."""
    by_iri = {thing.iri for thing in new}
    left = [thing for thing in new if thing.iri not in {one.iri for one in old}]
    for thing in old:
        if thing.iri in by_iri:
            yield thing.iri, thing.iri
        elif match := next((one for one in left if one.what == thing.what and one.forms & thing.forms), None):
            left.remove(match)
            yield thing.iri, match.iri


def _changed_things(before: _Stated, after: _Stated, same: dict[str, str]) -> Iterator[Change]:
    new = {thing.iri: thing for thing in after.things}
    for thing in after.things:
        if thing.iri not in same.values():
            yield Change("added", thing.what, thing.name, "", thing.state, thing.place)
    for thing in before.things:
        if thing.iri not in same:
            yield Change("gone", thing.what, thing.name, thing.state, "", thing.place)
    for thing in before.things:
        if not (now := new.get(same.get(thing.iri, ""))):
            continue
        if normalise(now.name) != normalise(thing.name):
            yield Change("renamed", thing.what, now.name, thing.name, now.name, now.place)
        if thing.state != now.state and (thing.state and now.state):
            yield Change("changed", thing.what, now.name, thing.state, now.state, now.place)


def _changed_relations(before: _Stated, after: _Stated, same: dict[str, str]) -> Iterator[Change]:
    """Yield the differences between what both reports say of actors that both name, in terms of the new report."""
    names = {thing.iri: thing.name for thing in after.things}

    def by_subject(
        relations: Iterable[tuple[str, str, str, str, str, str]], old: bool
    ) -> dict[tuple[str, str], dict[str, tuple[str, str]]]:
        found: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
        for subject, _, predicate, object_, object_name, place in relations:
            subject, object_ = (same.get(subject, ""), same.get(object_, object_)) if old else (subject, object_)
            found[subject, predicate][object_] = object_name, place
        return found

    old, new = by_subject(before.relations, old=True), by_subject(after.relations, old=False)
    for subject, predicate in sorted(old.keys() | new.keys(), key=lambda k: (k[1], names.get(k[0], ""))):
        if subject not in same.values():
            continue
        then, now = old.get((subject, predicate), {}), new.get((subject, predicate), {})
        gone = {o: then[o] for o in then.keys() - now.keys()}
        added = {o: now[o] for o in now.keys() - then.keys()}
        if predicate in _ONE_PLACE and gone and added:
            place = min(place for _, place in added.values())
            yield Change("moved", predicate, names[subject], _listed(gone), _listed(added), place)
            continue
        for object_name, place in sorted(gone.values()):
            yield Change("gone", predicate, names[subject], object_name, "", place)
        for object_name, place in sorted(added.values()):
            yield Change("added", predicate, names[subject], "", object_name, place)


def _listed(objects: dict[str, tuple[str, str]]) -> str:
    return "; ".join(sorted(name for name, _ in objects.values()))
