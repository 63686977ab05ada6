"""The network of a company: what is stated, what stands below what, and a tree that survives contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from example_findings import holdings, works
from hypothesis import given
from hypothesis import strategies as st

from esggraph.graph.lookup import Graph, open_graph
from esggraph.graph.network import (
    Branch,
    citation_network,
    company_network,
    distance_from_board,
    hierarchy,
    leaders,
    lines_of_defence,
    members,
    roots,
    tiers,
    tree,
    unplaced,
)
from esggraph.graph.store import write_graph

Stated = tuple[str, str, str]  # subject, predicate, object


def network(stated: list[Stated], **kinds: str) -> nx.MultiDiGraph:
    """Return a network of bodies that are called by their nodes; kind "committee" where `kinds` has no other."""
    result = nx.MultiDiGraph(company=None)
    for node in {*kinds, *(n for s, _, o in stated for n in (s, o))}:
        result.add_node(node, label=node, kind=kinds.get(node, "committee"), lines=(), tiers=(), topics=())
    for subject, predicate, object_ in stated:
        result.add_edge(subject, object_, key=predicate, predicate=predicate, confidence=1.0)
    return result


def drawn(branches: list[Branch] | tuple[Branch, ...]) -> dict[str, object]:
    """Return a tree as nested dictionaries of names."""
    return {branch.name: drawn(branch.branches) for branch in branches}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    out: Path = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return open_graph(out)


@pytest.fixture(scope="module")
def example(graph: Graph) -> nx.MultiDiGraph:
    return company_network(graph, "example")


def names(network: nx.Graph, nodes: list[str]) -> list[str]:
    return [network.nodes[node]["label"] for node in nodes]


def test_a_company_s_network_has_its_bodies_and_posts_with_what_is_said_of_them(example: nx.MultiDiGraph) -> None:
    nodes = {
        a["label"]: (a["kind"], a["holder"], a["lines"], a["tiers"], a["topics"]) for _, a in example.nodes.items()
    }
    assert nodes == {
        "Board of Directors": ("board", None, (), (("ESG", 1),), ()),
        "Audit Committee": ("board_committee", None, (), (), ()),
        "ESG Working Group": ("working_group", None, (), (("ESG", 2),), ()),
        "Legal Department": ("department", None, (2,), (), ("tax",)),
        "Staff Union": ("union", None, (), (), ()),
        "Chief Compliance Officer": ("post", "A. N. Other", (), (), ()),
        "Chairman": ("post", "First Holder; Second Holder", (), (), ()),
    }
    assert example.graph["company"].name == "Example Holdings Co., Ltd."


def test_edges_are_the_stated_relations_with_their_evidence(example: nx.MultiDiGraph) -> None:
    labels = example.nodes(data="label")
    edges = {(labels[s], a["predicate"], labels[o]): a for s, o, a in example.edges(data=True)}
    assert {*edges} == {
        ("Audit Committee", "subUnitOf", "Board of Directors"),
        ("ESG Working Group", "reportsTo", "Audit Committee"),
        ("Board of Directors", "oversees", "ESG Working Group"),
        ("ESG Working Group", "hasMember", "Legal Department"),
        ("ESG Working Group", "hasMember", "Chief Compliance Officer"),
        ("Audit Committee", "ledBy", "Chairman"),
    }
    under = edges["Audit Committee", "subUnitOf", "Board of Directors"]
    assert (under["confidence"], under["place"], under["quote"]) == (
        0.8,
        "example-2023.txt:20",
        "The Board has an Audit Committee.",
    )
    assert under["evidence"].startswith("https://w3id.org/esggraph/report/example-2023/statement/")


def test_the_hierarchy_reads_every_relation_as_standing_below(example: nx.MultiDiGraph) -> None:
    structure = hierarchy(example)
    labels = structure.nodes(data="label")
    assert {(labels[b], labels[a]): p for b, a, p in structure.edges(data="predicates")} == {
        ("Audit Committee", "Board of Directors"): ("subUnitOf",),
        ("ESG Working Group", "Audit Committee"): ("reportsTo",),
        ("ESG Working Group", "Board of Directors"): ("oversees",),
        ("Legal Department", "ESG Working Group"): ("hasMember",),
    }
    assert names(structure, roots(structure)) == ["Board of Directors"]
    assert {labels[n]: d for n, d in distance_from_board(structure).items()} == {
        "Board of Directors": 0,
        "Audit Committee": 1,
        "ESG Working Group": 1,
        "Legal Department": 2,
    }


def test_the_tree_shows_leaders_members_and_who_else_stands_above(example: nx.MultiDiGraph) -> None:
    (board,) = tree(example)
    assert drawn([board]) == {
        "Board of Directors": {"Audit Committee": {"ESG Working Group": {"Legal Department": {}}}}
    }
    (audit,) = board.branches
    (group,) = audit.branches
    assert (board.link, audit.link, group.link) == ((), ("subUnitOf",), ("reportsTo",))
    assert audit.leaders == ("Chairman",)
    assert group.members == ("Chief Compliance Officer",)
    assert group.also_under == ("Board of Directors",)
    assert names(example, unplaced(example)) == ["Staff Union"]


def test_tiers_lines_members_and_leaders(example: nx.MultiDiGraph) -> None:
    by_label = {label: node for node, label in example.nodes(data="label")}
    assert tiers(example) == {"ESG": {1: [by_label["Board of Directors"]], 2: [by_label["ESG Working Group"]]}}
    assert lines_of_defence(example) == {2: [by_label["Legal Department"]]}
    assert names(example, members(example, by_label["ESG Working Group"])) == [
        "Chief Compliance Officer",
        "Legal Department",
    ]
    assert names(example, leaders(example, by_label["Audit Committee"])) == ["Chairman"]


def test_relations_between_the_same_two_are_one_step() -> None:
    stated = [("b", "oversees", "g"), ("g", "reportsTo", "b"), ("g", "subUnitOf", "b")]
    structure = hierarchy(network(stated, b="board"))
    assert [*structure.edges(data="predicates")] == [("g", "b", ("subUnitOf", "reportsTo", "oversees"))]


@pytest.mark.parametrize(
    ("stated", "kinds", "expected"),
    [
        ([("a", "reportsTo", "b"), ("b", "reportsTo", "a")], {"a": "board"}, {"a": {"b": {}}}),
        ([("a", "reportsTo", "b"), ("b", "reportsTo", "a")], {"b": "board"}, {"b": {"a": {}}}),
        ([("a", "reportsTo", "a")], {}, {}),
        (
            [("a", "subUnitOf", "b"), ("b", "subUnitOf", "c"), ("c", "subUnitOf", "a")],
            {"c": "board"},
            {"c": {"b": {"a": {}}}},
        ),
        (
            [("b", "reportsTo", "m"), ("c", "subUnitOf", "b")],
            {"b": "board", "m": "shareholders_meeting"},
            {"m": {"b": {"c": {}}}},
        ),
        (
            [("c", "subUnitOf", "b"), ("g", "reportsTo", "b"), ("g", "reportsTo", "c")],
            {"b": "board"},
            {"b": {"c": {"g": {}}}},
        ),
        (
            [("c", "subUnitOf", "b"), ("b", "oversees", "m"), ("c", "oversees", "m")],
            {"b": "board"},
            {"b": {"c": {}, "m": {}}},
        ),
    ],
    ids=[
        "two that report to each other: the board is above",
        "the board is above, whatever it is called",
        "itself",
        "a cycle of three",
        "the general meeting is above the board",
        "the direct superior wins",
        "the nearer overseer wins",
    ],
)
def test_a_tree_of(stated: list[Stated], kinds: dict[str, str], expected: dict[str, object]) -> None:
    assert drawn(tree(network(stated, **kinds))) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdefg"),
            st.sampled_from(["reportsTo", "subUnitOf", "oversees", "hasMember", "ledBy"]),
            st.sampled_from("abcdefg"),
        ),
        max_size=25,
    ),
    st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from(["board", "post", "department", "management"])),
)
def test_whatever_a_report_states_each_actor_is_drawn_once(stated: list[Stated], kinds: dict[str, str]) -> None:
    whole = network(stated, **kinds)
    placed = [branch.name for branch in walk(tree(whole))]
    assert len(placed) == len({*placed})
    assert {*hierarchy(whole)} <= {*placed}
    assert not {*placed} & {*unplaced(whole)}
    assert all(roots(hierarchy(whole)).count(root) == 1 for root in roots(hierarchy(whole)))


def walk(branches: list[Branch] | tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walk(branch.branches)


def test_an_empty_network_has_no_tree() -> None:
    empty = network([])
    assert tree(empty) == roots(hierarchy(empty)) == unplaced(empty) == []
    assert distance_from_board(hierarchy(empty)) == tiers(empty) == lines_of_defence(empty) == {}


def test_citations_link_companies_through_the_laws_they_share(graph: Graph) -> None:
    citations = citation_network(graph)
    labels = citations.nodes(data="label")
    shared = {labels[n] for n in citations if citations.in_degree(n) == 2}
    assert shared == {
        "Data Security Law of the People's Republic of China",
        "Widget Safety Law of the People's Republic of China",
    }
    assert {a["kind"] for _, a in citations.nodes.items()} == {"company", "law", "reporting_framework"}
    assert len(citation_network(graph, ["sample"])) == 4
