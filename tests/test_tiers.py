"""Which tier of a structure a body stands on."""

from __future__ import annotations

from array import array

import pytest
from marked import marked, triples

from esggraph.extraction import build_pipeline, extract
from esggraph.extraction.mentions import statements
from esggraph.report import Block, BlockKind, Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We have a three-tier ESG governance structure, consisting of the [Board], the [ESG Committee] and the [ESG Working Group].",
            [("Board", 1), ("ESG Committee", 2), ("ESG Working Group", 3)],
        ),
        (
            "The ESG structure of Example Holdings has four tiers: the [Board], the [ESG Committee], the [ESG Office] and the [ESG Team].",
            [("Board", 1), ("ESG Committee", 2), ("ESG Office", 3), ("ESG Team", 4)],
        ),
        (
            "A three-level management system composed of the [Board], the [ESG Committee], the [ESG Office] and the [ESG Team] is in place.",
            [],  # three levels, four bodies
        ),
        (
            "The structure has a decision-making level (the [Board]), a management level (the [ESG Committee]) and an execution level "
            "(the [ESG Team]).",
            [("Board", 1), ("ESG Committee", 2), ("ESG Team", 3)],
        ),
        (
            "We keep a governance structure with the [Board] in charge, while the [Climate Team] and the [Climate Network] undertake "
            "coordination and execution, respectively.",
            [("Board", 1), ("Climate Team", 2), ("Climate Network", 3)],
        ),
        ("The [Board] is the highest decision-making body for ESG.", []),
        ("Our governance comprises the [General Meeting], the [Board] and the [Management Team].", []),
    ],
)
def test_tiers_in_sentences(text: str, expected: list[tuple[str, int]]) -> None:
    assert triples(text, "inTier") == {f"{name} inTier tier:{number}" for name, number in expected}


def test_a_structure_is_named_by_what_it_governs() -> None:
    doc = marked(
        "A three-tier ESG governance structure is composed of the [Board], the [ESG Committee] and the [ESG Team]."
    )
    assert {s.structure for s in statements(doc) if s.predicate == "inTier"} == {"ESG"}


def chart(*labels: str) -> Report:
    text = "\n".join(labels)
    blocks, at = [], 0
    for label in labels:
        blocks.append(Block(BlockKind.LABELS, at, at + len(label)))
        at += len(label) + 1
    return Report("chart", text, text, array("L", range(len(text))), tuple(blocks))


def tiers_of(report: Report) -> list[tuple[str, str]]:
    found = extract(report, build_pipeline())
    names = {e.id: e.name for e in found.entities()}
    return [(names[r.subject], r.object) for r in found.relations if r.predicate == "inTier"]


def test_a_chart_that_goes_down_under_its_title_has_tiers() -> None:
    report = chart("ESG Governance Structure", "Board of Directors", "Sustainability Committee", "ESG Working Group")
    assert tiers_of(report) == [
        ("Board of Directors", "tier:1"),
        ("Sustainability Committee", "tier:2"),
        ("ESG Working Group", "tier:3"),
    ]


def test_a_chart_in_scrambled_order_has_none() -> None:
    report = chart("ESG Governance Structure", "ESG Working Group", "Board of Directors", "Sustainability Committee")
    assert tiers_of(report) == []


def test_labels_without_a_title_have_none() -> None:
    assert tiers_of(chart("Board of Directors", "Sustainability Committee", "ESG Working Group")) == []


def test_a_chart_in_one_block_has_tiers_where_full_stops_part_its_labels() -> None:
    report = chart("ESG Governance Structure", "Board of Directors. ESG Committee. ESG Subcommittee. ESG Working Group")
    assert tiers_of(report) == [
        ("Board of Directors", "tier:1"),
        ("ESG Committee", "tier:2"),
        ("ESG Subcommittee", "tier:3"),
        ("ESG Working Group", "tier:4"),
    ]


def test_a_chart_in_one_block_may_begin_with_its_title() -> None:
    report = chart("Organization of Risk Management: Board of Directors. Risk Committee. Risk Working Group")
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2", "tier:3"]


def test_arrows_say_by_themselves_who_stands_below() -> None:
    report = chart("Board of Directors → Sustainability Committee → ESG Working Group")
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2", "tier:3"]


def test_names_of_tiers_before_the_labels_order_them() -> None:
    report = chart(
        "Decision-making level. Board of Directors. Supervision level. ESG Committee. Execution level. ESG Working Group"
    )
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2", "tier:3"]


def test_a_sentence_between_the_labels_makes_no_tiers() -> None:
    report = chart("ESG Governance Structure", "Board of Directors. ESG Committee. It met twice. ESG Working Group")
    assert tiers_of(report) == []


def test_blocks_that_tiers_names_open_are_a_structure() -> None:
    report = chart("Decision-making level Board of Directors", "Coordination level ESG Committee", "Execution level")
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2"]


def test_blocks_that_tiers_names_open_in_another_order_are_none() -> None:
    assert tiers_of(chart("Execution level ESG Committee", "Decision-making level Board of Directors")) == []


def test_arrows_may_lead_past_a_label_that_names_nobody_known() -> None:
    report = chart("Board of Directors → Plants and sites → Sustainability Committee → ESG Working Group")
    assert tiers_of(report) == [
        ("Board of Directors", "tier:1"),
        ("Sustainability Committee", "tier:3"),
        ("ESG Working Group", "tier:4"),
    ]


def test_arrows_that_lead_up_are_reporting_lines() -> None:
    found = extract(chart("Internal Audit Department → Audit Committee → Board of Directors"))
    name = {e.id: e.name for e in found.entities()}
    assert {(name[r.subject], r.predicate, name.get(r.object, r.object)) for r in found.relations} >= {
        ("Internal Audit Department", "reportsTo", "Audit Committee"),
        ("Audit Committee", "reportsTo", "Board of Directors"),
    }
    assert not [r for r in found.relations if r.predicate == "inTier"]


def test_a_label_for_a_group_without_a_name_keeps_its_tier() -> None:
    report = chart("ESG Governance Structure", "Board Committees", "Executive Sponsors", "ESG Council", "ESG Office")
    assert tiers_of(report) == [("ESG Council", "tier:3"), ("ESG Office", "tier:4")]


def test_the_label_of_who_heads_a_unit_is_no_tier() -> None:
    report = chart(
        "Security Organization Chart",
        "Chief Executive Officer (President)",
        "Administration Division",
        "General Manager",
        "Information Security Department",
        "Chief Information Security Officer",
        "Security Team Privacy Office",
    )
    assert tiers_of(report) == [
        ("Chief Executive Officer", "tier:1"),
        ("Administration Division", "tier:2"),
        ("Information Security Department", "tier:3"),
        ("Security Team", "tier:4"),
        ("Privacy Office", "tier:4"),
    ]


def test_labels_with_descriptions_behind_them_make_tiers_too() -> None:
    report = chart(
        "ESG Governance Structure",
        "Board of Directors: bears overall responsibility for sustainability.",
        "ESG Committee • sets targets and reviews progress",
        "ESG Working Group: carries out the plans.",
    )
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2", "tier:3"]


def test_a_long_run_of_labels_is_no_structure() -> None:
    names = ("Board of Directors", "Audit Committee", "ESG Office", "Legal Department", "Safety Team", "Tax Division")
    assert tiers_of(chart("Organization Chart", *names, "Risk Unit", "Internal Audit Function")) == []


@pytest.mark.parametrize(
    "title", ["2.3 Governance", "Governance of carbon neutrality", "Sustainability governance", "Organisation chart"]
)
def test_a_heading_that_says_only_governance_is_a_charts_title(title: str) -> None:
    report = chart(title, "Board of Directors", "Sustainability Committee", "ESG Working Group")
    assert [tier for _, tier in tiers_of(report)] == ["tier:1", "tier:2", "tier:3"]


def test_a_heading_about_something_else_is_no_charts_title() -> None:
    labels = ("Board of Directors", "Sustainability Committee", "ESG Working Group")
    assert tiers_of(chart("Contacts for the governance part of this report", *labels)) == []


def test_the_cells_of_one_row_stand_side_by_side() -> None:
    text = "Board of Directors\nClimate Council Legal Office\nESG Working Group"
    second = text.index("Climate")
    blocks = (
        Block(BlockKind.HEADING, 0, 18, section=("Climate governance",)),
        Block(
            BlockKind.ROW,
            second,
            second + 28,
            section=("Climate governance",),
            cells=((second, second + 15), (second + 16, second + 28)),
        ),
        Block(BlockKind.LABELS, text.index("ESG"), len(text), section=("Climate governance",)),
    )
    report = Report("chart", text, text, array("L", range(len(text))), blocks)
    assert set(tiers_of(report)) == {
        ("Board of Directors", "tier:1"),
        ("Climate Council", "tier:2"),
        ("Legal Office", "tier:2"),
        ("ESG Working Group", "tier:3"),
    }
