"""Findings and their JSON form, which is the contract of the gold annotations."""

from __future__ import annotations

import json

from esggraph.findings import Body, Certification, Evidence, Findings, Relation
from esggraph.report import Company

QUOTE = Evidence("The Board set up the Audit Committee.", 3, None, 10, 47, 12, 49)
BOARD = Body(id="b1", name="Board", aliases=("the Board",), evidence=(QUOTE,), kind="board", confidence=0.97)
AUDIT = Body(id="b2", name="Audit Committee", evidence=(QUOTE,), kind="board_committee", confidence=0.6)
UNDER = Relation(subject="b2", predicate="subUnitOf", object="b1", evidence=(QUOTE,), confidence=0.9)
FINDINGS = Findings(
    report="example-2023",
    file="example-2023.txt",
    company=Company("Example Holdings Limited", ("Example",), ("0001",)),
    title="ESG Report 2023",
    period="2023-01-01/2023-12-31",
    bodies=(BOARD, AUDIT),
    certifications=(Certification(id="c1", name="ISO 9001", evidence=(QUOTE,), holder="Example Cloud"),),
    relations=(UNDER,),
)


def test_json_has_the_keys_of_the_gold_form() -> None:
    data = FINDINGS.to_json()
    assert list(data) == [
        "report", "file", "company", "bodies", "posts", "policies", "laws", "standards", "certifications", "relations",
    ]  # fmt: skip
    assert data["company"]["report_title"] == "ESG Report 2023"
    board = data["bodies"][0]
    assert {k: board[k] for k in ("id", "name", "aliases", "kind", "line", "quote")} == {
        "id": "b1",
        "name": "Board",
        "aliases": ["the Board"],
        "kind": "board",
        "line": 3,
        "quote": "The Board set up the Audit Committee.",
    }
    assert data["certifications"][0]["holder"] == "Example Cloud"


def test_json_leads_back_to_the_same_findings() -> None:
    assert Findings.from_json(json.loads(json.dumps(FINDINGS.to_json()))) == FINDINGS


def test_a_least_confidence_drops_the_unsure_and_what_hangs_on_it() -> None:
    kept = FINDINGS.at_least(0.8)
    assert [b.name for b in kept.bodies] == ["Board"]
    assert kept.relations == ()
