"""Reporting lines never run in a circle."""

from __future__ import annotations

from example_findings import quote

from esggraph.extraction.acyclic import without_cycles
from esggraph.findings import Relation


def relation(subject: str, predicate: str, object_: str, confidence: float = 0.8) -> Relation:
    return Relation(subject=subject, predicate=predicate, object=object_, confidence=confidence, evidence=quote(1))


def test_the_least_sure_line_of_a_cycle_goes() -> None:
    up, on, back = (
        relation("b1", "reportsTo", "b2", 0.7),
        relation("b2", "reportsTo", "b3", 0.9),
        relation("b3", "reportsTo", "b1", 0.6),
    )
    assert without_cycles([back, up, on]) == (up, on)


def test_of_two_that_report_to_each_other_the_surer_stays() -> None:
    down, up = relation("b1", "subUnitOf", "b2", 0.5), relation("b2", "subUnitOf", "b1", 0.9)
    assert without_cycles([down, up]) == (up,)


def test_what_is_no_cycle_stays_in_its_order() -> None:
    relations = (
        relation("b1", "reportsTo", "b2"),
        relation("b1", "reportsTo", "b3"),
        relation("b2", "reportsTo", "b3"),
        relation("b3", "oversees", "b1"),
        relation("b1", "oversees", "b3"),
        relation("b3", "subUnitOf", "b1"),
    )
    assert without_cycles(relations) == relations
