"""Companies side by side, and what changed between two reports of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from example_findings import holdings, works
from hypothesis import given, settings
from hypothesis import strategies as st

from esggraph.findings import Findings, Policy, Relation
from esggraph.graph.comparing import ComparedRow, compare
from esggraph.graph.differing import Change, diff
from esggraph.graph.lookup import Graph
from esggraph.graph.store import store_of


def alone(findings: Findings) -> tuple[Graph, str]:
    graph = Graph(store_of([findings]))
    return graph, graph.find_report(findings.file)


def changes(old: Findings, new: Findings) -> list[tuple[str, str, str, str, str]]:
    found = diff(alone(old), alone(new))
    return [(c.change, c.what, c.name, c.before, c.after) for c in found]


@pytest.fixture(scope="module")
def rows() -> list[ComparedRow]:
    graph = Graph(store_of([holdings(), works()]))
    return compare(graph, graph.companies())


def test_shared_laws_come_first_with_the_place_of_each(rows: list[ComparedRow]) -> None:
    assert [row for row in rows if row.aspect == "laws"] == [
        ComparedRow(
            "laws",
            "Data Security Law of the People's Republic of China",
            ("example-2023.txt:12", "works-2022.pdf, page 2"),
        ),
        ComparedRow(
            "laws",
            "Widget Safety Law of the People's Republic of China",
            ("example-2023.txt:13", "works-2022.pdf, page 3"),
        ),
        ComparedRow("laws", "Widget Safety Law", ("", "works-2022.pdf, page 4")),
    ]


def test_policies_stand_under_their_topics(rows: list[ComparedRow]) -> None:
    assert {row.name: row.cells for row in rows if row.aspect == "policies"} == {
        "business ethics": ("Code of Conduct", ""),
        "(no topic)": ("Gifts Policy", ""),
    }


def test_certificates_name_their_holders(rows: list[ComparedRow]) -> None:
    assert [row for row in rows if row.aspect == "certificates"] == [
        ComparedRow("certificates", "ISO 99001", ("the company; Northern Plant (pursuing)", ""))
    ]


def test_structures_in_words(rows: list[ComparedRow]) -> None:
    structure = {row.name: row.cells for row in rows if row.aspect == "structure"}
    assert structure["board committees"] == ("1: Audit Committee", "1: Audit Committee")
    assert structure["tiers"] == ("ESG: Board of Directors > ESG Working Group", "")
    assert structure["line of defence 2"] == ("Legal Department", "")
    assert structure["line of defence 3"] == ("", "")


def test_a_report_does_not_differ_from_itself() -> None:
    assert changes(holdings(), holdings("example-2024")) == []


def test_added_and_gone() -> None:
    new = holdings("example-2024")
    tax = Policy(id="d9", name="Tax Policy", kind="policy", evidence=new.policies[0].evidence)
    new = replace(new, policies=(new.policies[0], tax), bodies=new.bodies[:4])
    assert changes(holdings(), new) == [
        ("added", "policy", "Tax Policy", "", ""),
        ("gone", "body", "Staff Union", "", ""),
        ("gone", "policy", "Gifts Policy", "", ""),
    ]


def test_a_body_under_another_of_its_names_is_the_same() -> None:
    new = holdings("example-2024")
    board = replace(new.bodies[0], name="Board", aliases=())
    new = replace(new, bodies=(board, *new.bodies[1:]))
    assert changes(holdings(), new) == [("renamed", "body", "Board", "Board of Directors", "Board")]


def test_another_place_is_a_move() -> None:
    new = holdings("example-2024")
    moved = tuple(
        replace(r, object="b1") if r.predicate == "reportsTo" else r
        for r in new.relations
        if r.predicate not in ("inTier", "oversees")
    )
    lower = Relation(subject="b3", predicate="inTier", object="tier:3", structure="ESG", evidence=moved[0].evidence)
    assert changes(holdings(), replace(new, relations=(*moved, lower))) == [
        ("gone", "inTier", "Board of Directors", "ESG, tier 1", ""),
        ("moved", "inTier", "ESG Working Group", "ESG, tier 2", "ESG, tier 3"),
        ("gone", "oversees", "Board of Directors", "ESG Working Group", ""),
        ("moved", "reportsTo", "ESG Working Group", "Audit Committee", "Board of Directors"),
    ]


def test_another_holder_and_another_status_are_changes() -> None:
    new = holdings("example-2024")
    officer = replace(new.posts[0], holder="Second Officer")
    held = replace(new.certifications[1], status="held")
    new = replace(new, posts=(officer, new.posts[1]), certifications=(new.certifications[0], held))
    assert changes(holdings(), new) == [
        ("changed", "post", "Chief Compliance Officer", "A. N. Other", "Second Officer"),
        ("changed", "certification", "ISO 99001:2015 (Northern Plant)", "pursuing", "held"),
    ]


def test_a_change_says_where_it_stands() -> None:
    new = replace(holdings("example-2024"), bodies=holdings().bodies[:4])
    assert diff(alone(holdings()), alone(new)) == [Change("gone", "body", "Staff Union", "", "", "example-2023.txt:5")]


@settings(max_examples=12, deadline=None)  # each example builds two stores
@given(st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4)))
def test_what_is_added_one_way_is_gone_the_other(left: set[int], right: set[int]) -> None:
    def some(kept: set[int], report: str) -> Findings:
        whole = holdings(report)
        return replace(whole, bodies=tuple(b for i, b in enumerate(whole.bodies) if i in kept), relations=())

    there = changes(some(left, "a"), some(right, "b"))
    back = changes(some(right, "b"), some(left, "a"))
    swapped = {"added": "gone", "gone": "added"}
    assert sorted((swapped[change], *rest) for change, *rest in there) == sorted(map(tuple, back))
    assert len(there) == len(left ^ right)


def test_a_report_is_named_by_its_file(tmp_path: Path) -> None:
    graph, report = alone(holdings())
    assert graph.find_report("example-2023") == report
    assert graph.find_report("EXAMPLE-2023.txt") == report
