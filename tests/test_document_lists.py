"""Documents that their place shows to be documents: items of printed lists, titles above descriptions."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.document_lists import listed_documents
from esggraph.extraction.instruments.list_units import Line
from esggraph.extraction.mentions import mentions
from esggraph.extraction.pipeline import build_pipeline
from esggraph.report import BlockKind


def _listed(*texts: str, kind: BlockKind = BlockKind.LABELS) -> list[str]:
    lines = [Line(text, kind) for text in texts]
    return [lines[d.block].text[d.start : d.end] for d in listed_documents(lines)]


def _in_table(*rows: tuple[str, ...]) -> list[str]:
    lines = []
    for row in rows:
        spans, at = [], 0
        for cell in row:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        lines.append(Line(" ".join(row), BlockKind.ROW, tuple(spans)))
    return [lines[d.block].text[d.start : d.end] for d in listed_documents(lines)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            (("Policies", "Owner"), ("Palm oil policy", "Trade"), ("Dignity at work policy", "HR"), ("Water charter", "Sites")),
            ["Palm oil policy", "Dignity at work policy", "Water charter"],
            id="a column's head",
        ),
        pytest.param(
            (("Gifts Policy", "2020"), ("Crime Prevention Model", "2021"), ("Staff Charter", "2021"), ("Tax Policy", "2022")),
            ["Gifts Policy", "Crime Prevention Model", "Staff Charter", "Tax Policy"],
            id="a column of documents without a head",
        ),
        pytest.param(
            (("Site", "Standard"), ("Lyon", "Quality Policy"), ("Turin", "Noise"), ("Graz", "Dust"), ("Linz", "Odour")),
            [],
            id="one document among other things",
        ),
    ],
)  # fmt: skip
def test_columns_of_documents(rows: tuple[tuple[str, ...], ...], expected: list[str]) -> None:
    assert _in_table(*rows) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ("Binding Group Regulations", "Living Wages", "Travel & Expense.", "Talent Acquisition", "In 2023 we hired 40 people."),
            ["Living Wages", "Travel & Expense", "Talent Acquisition"],
            id="a line that says whose they are",
        ),
        pytest.param(
            ("The following internal documents deal with labour:", "1. Staff Charter", "2. Bribery policy and procedure", "3. Fair Work"),
            ["Staff Charter", "Bribery policy and procedure", "Fair Work"],
            id="a sentence with a colon above numbered items",
        ),
        pytest.param(
            ("POLICY | REF", "Gifts Policy | 1.5", "Dignity at work Policy | 1.7", "Grievance Policy and Procedure | 1.8"),
            ["Gifts Policy", "Dignity at work Policy", "Grievance Policy and Procedure"],
            id="a table with a column of policies",
        ),
        pytest.param(
            ("Policies", "Whistleblowing policy", "Employee code of conduct", "We train everybody."),
            [],
            id="two items are no list",
        ),
        pytest.param(
            ("Our policies", "Whistleblowing policy", "Gifts policy", "Audit Committee", "Employee handbook"),
            [],
            id="a body among them ends the list",
        ),
        pytest.param(
            ("National policies", "Climate Change", "Energy Security", "Fair Trade"),
            [],
            id="what states pursue",
        ),
        pytest.param(
            ("Our policies and people", "Health", "Pay", "Growth", "Skills"),
            [],
            id="no document's noun and no word that they are documents",
        ),
        pytest.param(
            ("Whistleblowing", "This policy sets out how concerns are reported."),
            ["Whistleblowing"],
            id="a title above its description",
        ),
        pytest.param(
            ("Market Abuse", "The purpose of this rule is to prevent insider dealing."),
            ["Market Abuse"],
            id="a title above its purpose",
        ),
        pytest.param(
            ("Antitrust Handbook This document defines what is forbidden.",),
            ["Antitrust Handbook"],
            id="a title in the line of its description",
        ),
        pytest.param(
            ("Related Party Policy", "Establishes how such transactions are approved."),
            ["Related Party Policy"],
            id="a description without subject",
        ),
        pytest.param(
            ("Supplier Code of Conduct", "Anti-Corruption Policy – in eight languages", "Position on Animal Testing",
             "Tax Policy: what we pay where", "Crime Prevention Model", "In 2023 we hired 40 people."),
            ["Supplier Code of Conduct", "Anti-Corruption Policy", "Position on Animal Testing", "Tax Policy",
             "Crime Prevention Model"],
            id="most items are documents, so all with a document's noun are",
        ),
        pytest.param(
            ("Human Rights Policy; Staff Charter; Rules for accepting gifts; Dividend Policy",),
            ["Human Rights Policy", "Staff Charter", "Rules for accepting gifts", "Dividend Policy"],
            id="between the signs of a line",
        ),
        pytest.param(
            ("In force: Gifts Policy | Staff Charter | Tax Policy (approved 2021) | Head Office",),
            ["Gifts Policy", "Staff Charter", "Tax Policy"],
            id="an item without a noun among the pieces of a line",
        ),
        pytest.param(
            ("Gifts Policy, Tax Policy", "Staff Charter", "Dividend Policy", "Purchasing Manual"),
            ["Staff Charter", "Dividend Policy", "Purchasing Manual"],
            id="several in one item are for the titles' reader",
        ),
        pytest.param(
            ("Gifts Policy", "Water", "Tax Policy", "Energy", "Staff Charter", "Waste"),
            [],
            id="headings that name anything",
        ),
        pytest.param(
            ("EXA Charter of Banks", "Gifts Policy", "Tax Policy", "Staff Charter"),
            ["Gifts Policy", "Tax Policy", "Staff Charter"],
            id="an organisation's acronym that no other item has",
        ),
        pytest.param(("Scope", "This policy applies to all employees."), [], id="a section of the policy itself"),
        pytest.param(("Water", "Defines the limits for plants."), [], id="no noun and no word of a document"),
        pytest.param(("EU Taxonomy", "This regulation defines green activities."), [], id="an outside instrument"),
    ],
)  # fmt: skip
def test_documents_by_their_place(texts: tuple[str, ...], expected: list[str]) -> None:
    assert _listed(*texts) == expected


def test_a_line_that_ran_into_the_paragraph_above_announces_a_list() -> None:
    lines = [
        Line("The plan takes account of the certificates, and Internal Group Regulations", BlockKind.PARAGRAPH),
        *(Line(text, BlockKind.LABELS) for text in ("Plant Safety", "Warehousing", "Soil Protection")),
    ]
    assert [d.block for d in listed_documents(lines)] == [1, 2, 3]


def test_an_item_is_the_policy_that_the_text_names_in_full() -> None:
    doc = build_pipeline()(
        "Internal regulations\nFair Pay\nTravel Costs\nHeat at Work\nOur Group Regulation on Fair Pay was revised in 2023."
    )
    keys = {m.name: m.key for m in mentions(doc, "policies")}
    assert keys["Fair Pay"] == keys["Group Regulation on Fair Pay"]
    assert keys["Travel Costs"] != keys["Heat at Work"]


def test_titles_above_descriptions_are_known_in_a_paragraph_of_joined_lines_too() -> None:
    text = "Global policies. Market Abuse. This rule defines insiders. No. Equal Pay This policy sets out scales. It is new."
    assert _listed(text, kind=BlockKind.PARAGRAPH) == ["Market Abuse", "Equal Pay"]
