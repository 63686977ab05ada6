"""Reporting lines that lead back to where they start: one statement of a circle is misread, so the least sure goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from esggraph.findings import Relation

_UPWARD = ("reportsTo", "subUnitOf")


def without_cycles(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return `relations`, in their order, without those that close a cycle of surer ones of the same predicate."""
    relations = tuple(relations)
    above: dict[str, dict[str, set[str]]] = {predicate: defaultdict(set) for predicate in _UPWARD}
    dropped: set[int] = set()
    for relation in sorted(relations, key=lambda r: -r.confidence):
        if relation.predicate in above:
            upward = above[relation.predicate]
            if relation.subject in _reached(upward, relation.object):
                dropped.add(id(relation))
            else:
                upward[relation.subject].add(relation.object)
    return tuple(relation for relation in relations if id(relation) not in dropped)


def _reached(upward: dict[str, set[str]], start: str) -> set[str]:
    """Return what stands above `start`, and `start`."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += upward.get(one, ())
    return reached
