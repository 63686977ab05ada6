"""Disclosure checks: what shows a disclosure wholly, what in part, and what is said where nothing does."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from example_findings import holdings, quote, works
from pyoxigraph import RdfFormat, parse

from esggraph import findings
from esggraph.checks.disclosures import Disclosure, Result, check
from esggraph.checks.rules import Framework, Pattern, rules_of, subjects
from esggraph.errors import UnknownName
from esggraph.findings import Body, Certification, Findings, Law, Policy, Post, Relation
from esggraph.graph.lookup import Graph, open_graph
from esggraph.graph.store import write_graph
from esggraph.report import Company
from esggraph.resources import folder

Run = Callable[..., tuple[int, str, str]]
ANTI_CORRUPTION_LAW = "https://w3id.org/esggraph/instrument/cn-anti-money-laundering-law"


def graph_of(tmp_path: Path, **found: Any) -> Graph:
    """Return the graph of one report of Example Holdings that has `found`."""
    report = Findings(report="example-2023", file="example-2023.txt", company=Company("Example Holdings"), **found)
    write_graph([report], tmp_path)
    return open_graph(tmp_path)


def of(graph: Graph, framework: Framework, paragraph: str) -> Disclosure:
    (disclosure,) = [d for d in check(graph, "Example Holdings", framework) if d.paragraph == paragraph]
    return disclosure


def shown(disclosure: Disclosure) -> list[list[str]]:
    return [[one.what for one in looked.shown] for looked in disclosure.looked]


BOARD = Body(id="b1", name="Board of Directors", kind="board", evidence=quote(1))
AUDIT = Body(id="b2", name="Audit Committee", kind="board_committee", evidence=quote(2))
GROUP = Body(id="b3", name="ESG Working Group", kind="working_group", evidence=quote(3))
POLICY = Policy(
    id="d1", name="Anti-Bribery Policy", kind="policy", evidence=quote(4, "We have an Anti-Bribery Policy.")
)
LAW = Law(id="l1", name="Anti-Money Laundering Law", kind="law", instrument=ANTI_CORRUPTION_LAW, evidence=quote(5))


def relation(subject: str, predicate: str, object_: str, line: int = 9, **more: Any) -> Relation:
    return Relation(subject=subject, predicate=predicate, object=object_, evidence=quote(line), **more)


# ------------------------------------------------------------------ disclosed, partly, not found


def test_all_elements_found_is_disclosed_with_quote_and_place(tmp_path: Path) -> None:
    disclosure = of(graph_of(tmp_path, policies=(POLICY,), laws=(LAW,)), Framework.HKEX, "C.B7")
    assert disclosure.result is Result.DISCLOSED
    assert shown(disclosure) == [
        ["Anti-Bribery Policy"],
        ["Anti-Money Laundering Law of the People's Republic of China"],
    ]
    (by,) = disclosure.looked[0].shown[0].by
    assert (by.place, by.quote) == ("example-2023.txt:4", "We have an Anti-Bribery Policy.")
    assert disclosure.not_found == ()


def test_one_element_of_two_is_partly_and_says_what_else_was_looked_for(tmp_path: Path) -> None:
    disclosure = of(graph_of(tmp_path, policies=(POLICY,)), Framework.HKEX, "C.B7")
    assert disclosure.result is Result.PARTLY
    assert [looked.looked_for for looked in disclosure.found] == ["a policy against corruption"]
    assert disclosure.not_found == ("a law against corruption", "an anti-bribery certificate")


def test_nothing_found_says_what_was_looked_for(tmp_path: Path) -> None:
    disclosure = of(graph_of(tmp_path, bodies=(BOARD,)), Framework.GRI, "2-26-a")
    assert disclosure.result is Result.NOT_FOUND
    assert disclosure.found == ()
    assert disclosure.not_found == (
        "a whistle-blowing policy",
        "a code of conduct or ethics",
        "a body for integrity, compliance or audit",
    )


def test_a_hint_alone_shows_in_part_only(tmp_path: Path) -> None:
    code = Policy(id="d1", name="Code of Conduct", kind="code", evidence=quote(4))
    graph = graph_of(tmp_path, policies=(code,))
    assert of(graph, Framework.GRI, "2-26-a").result is Result.PARTLY
    whistle = Policy(id="d2", name="Whistle-blowing Policy", kind="policy", evidence=quote(5))
    graph = graph_of(tmp_path, policies=(code, whistle))
    assert of(graph, Framework.GRI, "2-26-a").result is Result.DISCLOSED


def test_what_a_graph_cannot_show_wholly_is_never_more_than_partly(tmp_path: Path) -> None:
    bodies = (BOARD, Body(id="b2", name="Climate Committee", kind="board_committee", evidence=quote(2)))
    policies = (Policy(id="d1", name="Climate Risk Management Policy", kind="policy", evidence=quote(4)),)
    graph = graph_of(tmp_path, bodies=bodies, policies=policies)
    assert {d.result for d in check(graph, "example", Framework.TCFD) if d.paragraph.startswith("Risk")} == {
        Result.PARTLY
    }


def test_an_unknown_company_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="no company “zzz”"):
        check(graph_of(tmp_path), "zzz", Framework.HKEX)


# ------------------------------------------------------------------ patterns


@pytest.mark.parametrize(
    ("relations", "result", "what"),
    [
        ((relation("b3", "reportsTo", "b1"),), Result.DISCLOSED, "ESG Working Group reports to Board of Directors"),
        ((relation("b1", "oversees", "b3"),), Result.DISCLOSED, "Board of Directors oversees ESG Working Group"),
        ((relation("b3", "reportsTo", "b2"), relation("b2", "subUnitOf", "b1")), Result.DISCLOSED,
         "ESG Working Group reports to Audit Committee; Audit Committee is a sub-unit of Board of Directors"),
        ((relation("b1", "responsibleFor", "topic:sustainability-reporting"),), Result.DISCLOSED,
         "Board of Directors is responsible for sustainability reporting"),
        ((relation("b1", "inTier", "tier:1", structure="ESG"),), Result.DISCLOSED, "Board of Directors stands in tier 1 of ESG"),
        ((relation("b1", "inTier", "tier:1", structure="Safety"),), Result.PARTLY, "ESG Working Group"),
        ((relation("b3", "reportsTo", "b2"),), Result.PARTLY, "ESG Working Group"),
        ((relation("b1", "reportsTo", "b3"),), Result.PARTLY, "ESG Working Group"),
        ((relation("b2", "hasMember", "b3"), relation("b2", "reportsTo", "b1")), Result.PARTLY, "ESG Working Group"),
    ],
)  # fmt: skip
def test_board_oversight_of_esg(relations: tuple[Relation, ...], result: Result, what: str, tmp_path: Path) -> None:
    graph = graph_of(tmp_path, bodies=(BOARD, AUDIT, GROUP), relations=relations)
    disclosure = of(graph, Framework.HKEX, "B.13(i)")
    assert disclosure.result is result
    assert disclosure.found[0].shown[0].what == what


def test_a_reporting_line_needs_reporting(tmp_path: Path) -> None:
    for predicate, result in (("subUnitOf", Result.NOT_FOUND), ("reportsTo", Result.PARTLY)):
        graph = graph_of(tmp_path, bodies=(BOARD, GROUP), relations=(relation("b3", predicate, "b1"),))
        assert of(graph, Framework.HKEX, "B.13(iii)").result is result


def test_a_cycle_of_reporting_lines_does_not_hang(tmp_path: Path) -> None:
    relations = (relation("b3", "reportsTo", "b2"), relation("b2", "reportsTo", "b3"))
    graph = graph_of(
        tmp_path,
        bodies=(BOARD, Body(id="b2", name="Office", kind="office", evidence=quote(2)), GROUP),
        relations=relations,
    )
    assert of(graph, Framework.HKEX, "B.13(i)").result is Result.PARTLY


def test_a_body_is_found_by_what_it_is_responsible_for(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, bodies=(AUDIT,), relations=(relation("b2", "responsibleFor", "topic:climate", 7),))
    disclosure = of(graph, Framework.TCFD, "Governance a)")
    assert disclosure.result is Result.DISCLOSED
    (one,) = disclosure.found[0].shown
    assert (one.what, [row.place for row in one.by]) == (
        "Audit Committee is responsible for climate",
        ["example-2023.txt:7"],
    )


def test_a_line_of_a_body_that_is_responsible_for_it_has_the_evidence_of_both(tmp_path: Path) -> None:
    bodies = (BOARD, replace(AUDIT, kind="committee"))
    relations = (relation("b2", "reportsTo", "b1", 8), relation("b2", "responsibleFor", "topic:climate", 7))
    disclosure = of(graph_of(tmp_path, bodies=bodies, relations=relations), Framework.TCFD, "Governance a)")
    (line,) = disclosure.found[0].shown
    assert line.what == "Audit Committee reports to Board of Directors; Audit Committee is responsible for climate"
    assert [row.line for row in line.by] == [8, 7]


def test_a_narrower_topic_counts_for_the_wider(tmp_path: Path) -> None:
    law = Law(id="l1", name="Widget Act", kind="law", topic="water", evidence=quote(5))
    disclosure = of(graph_of(tmp_path, laws=(law,)), Framework.HKEX, "C.A1")
    assert disclosure.found[0].looked_for == "a law on them"


def test_a_name_that_says_it_comes_before_a_topic_and_a_surer_finding_first(tmp_path: Path) -> None:
    names = {"Red Lines": 1.0, "Anti-Fraud Rules": 1.0, "Anti-Corruption Rules": 0.6, "Anti-Corruption Code": 0.9}
    policies = tuple(
        Policy(id=f"d{n}", name=name, kind="rules", topic="anti-corruption", confidence=sure, evidence=quote(n))
        for n, (name, sure) in enumerate(names.items(), 1)
    )
    assert shown(of(graph_of(tmp_path, policies=policies), Framework.GRI, "205 (3-3-c)"))[0] == [
        "Anti-Corruption Code", "Anti-Corruption Rules", "Anti-Fraud Rules", "Red Lines",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "paragraph"),
    [
        ("Patent Remuneration Rules", "2-19-a"),
        ("Supplier Diversity Policy", "405 (3-3-c)"),
        ("Supplier Code of Conduct", "2-23-a"),
        ("Rules of the Vocational Skills Competition", "206 (3-3-c)"),
        ("Production Taxonomy", "207-1-a"),
        ("Biodiversity Policy", "405 (3-3-c)"),
    ],
)
def test_names_that_only_sound_like_it_do_not_count(name: str, paragraph: str, tmp_path: Path) -> None:
    policy = Policy(id="d1", name=name, kind="policy", evidence=quote(4))
    assert of(graph_of(tmp_path, policies=(policy,)), Framework.GRI, paragraph).result is Result.NOT_FOUND


@pytest.mark.parametrize(
    ("status", "result"), [("held", Result.DISCLOSED), ("pursuing", Result.NOT_FOUND), ("expired", Result.NOT_FOUND)]
)
def test_only_a_certificate_that_is_held_counts(status: str, result: Result, tmp_path: Path) -> None:
    certificate = Certification(id="c1", name="ISO 45001:2018", status=status, evidence=quote(4))
    assert of(graph_of(tmp_path, certifications=(certificate,)), Framework.GRI, "403-1-a").result is result


@pytest.mark.parametrize(("holder", "result"), [("A. N. Other", Result.DISCLOSED), (None, Result.PARTLY)])
def test_the_chair_and_who_it_is(holder: str | None, result: Result, tmp_path: Path) -> None:
    posts = (
        Post(id="p1", name="Chairman of the Board", holder=holder, evidence=quote(4)),
        Post(id="p2", name="Chairman of the Audit Committee", holder="First Holder", evidence=quote(5)),
    )
    disclosure = of(graph_of(tmp_path, posts=posts), Framework.GRI, "2-11-a")
    assert disclosure.result is result
    assert shown(disclosure)[1] == (["Chairman of the Board, held by A. N. Other"] if holder else [])


def test_lines_of_defence_count_for_risk_management(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, bodies=(AUDIT,), relations=(relation("b2", "lineOfDefence", "line3"),))
    disclosure = of(graph, Framework.TCFD, "Risk management c)")
    assert [one.shown[0].what for one in disclosure.found] == ["Audit Committee stands on the third line of defence"]


# ------------------------------------------------------------------ the rules as data

RULES = [(framework, rule) for framework in Framework for rule in rules_of(framework).rules]
PATTERNS = [p for _, rule in RULES for element in (*rule.elements, *rule.hints) for p in element.any]
HKEX = re.compile(r"B\.13\((?:i|ii|iii)\)|C\.(?:A[1-4]|B[1-8]|B2\.3|B5\.2|B6\.[3-5]|B7\.2)|D\.(?:19\([ab]\)|27)")
TCFD = re.compile(r"Governance [ab]\)|Risk management [abc]\)")
GRI_2 = {f"2-{number}" for number in range(9, 30)}
GRI_TOPICS = {"205", "206", "302", "303", "305", "306", "308", "403", "404", "405", "406", "408", "409", "413", "414",
              "415", "416", "417", "418"}  # fmt: skip


@pytest.mark.parametrize("framework", Framework)
def test_paragraphs_are_those_of_the_framework_each_once(framework: Framework) -> None:
    paragraphs = [rule.paragraph for rule in rules_of(framework).rules]
    assert len({*paragraphs}) == len(paragraphs)
    for paragraph in paragraphs:
        match framework:
            case Framework.HKEX:
                assert HKEX.fullmatch(paragraph), paragraph
            case Framework.TCFD:
                assert TCFD.fullmatch(paragraph), paragraph
            case Framework.GRI if "(3-3-c)" in paragraph:
                assert {*paragraph.removesuffix(" (3-3-c)").split(", ")} <= GRI_TOPICS, paragraph
            case Framework.GRI:
                disclosure, letter = paragraph.rsplit("-", 1)
                assert disclosure in GRI_2 | {"207-1", "207-2", "403-1", "403-4"}, paragraph
                assert letter in "ab"


def test_every_aspect_of_hkex_and_every_governance_disclosure_of_tcfd_has_a_rule() -> None:
    hkex = {rule.paragraph for rule in rules_of(Framework.HKEX).rules}
    assert {f"C.A{n}" for n in range(1, 5)} | {f"C.B{n}" for n in range(1, 9)} | {"D.19(a)", "D.19(b)"} <= hkex
    assert [rule.paragraph for rule in rules_of(Framework.TCFD).rules] == [
        "Governance a)", "Governance b)", "Risk management a)", "Risk management b)", "Risk management c)",
    ]  # fmt: skip


@pytest.mark.parametrize(("framework", "rule"), RULES, ids=lambda one: getattr(one, "paragraph", one))
def test_every_rule_says_what_it_looks_for(framework: Framework, rule: Any) -> None:
    looked = (*rule.elements, *rule.hints)
    assert looked
    assert rule.title
    assert all(element.looked_for and element.any for element in looked)


@pytest.mark.parametrize("pattern", {*PATTERNS}, ids=str)
def test_every_pattern_uses_known_words(pattern: Pattern) -> None:
    kinds = {"body": findings.BODY_KINDS, "line": findings.BODY_KINDS, "tier": findings.BODY_KINDS,
             "standard": findings.STANDARD_KINDS}  # fmt: skip
    things = {"policy", "law", "standard", "certification", "body", "post", "line", "tier", "line_of_defence"}
    assert pattern.thing in things
    assert {pattern.about, pattern.responsible} - {None} <= {*subjects()}
    assert {*pattern.kinds, *pattern.not_kinds} <= {*kinds.get(pattern.thing, ())}
    assert {*pattern.above_kinds} <= {*findings.BODY_KINDS}
    assert bool(pattern.above_kinds) == (pattern.thing == "line")
    assert {*pattern.predicates} <= {"reportsTo", "subUnitOf", "oversees", "hasMember"}


def test_every_subject_is_used_and_its_topics_exist() -> None:
    used = {name for pattern in PATTERNS for name in (pattern.about, pattern.responsible)}
    assert {*subjects()} <= used
    text = (folder("ontology") / "topics.ttl").read_bytes()
    topics = {q.subject.value.rpartition("/")[2] for q in parse(text, format=RdfFormat.TURTLE)}  # type: ignore[union-attr]
    assert {topic for subject in subjects().values() for topic in subject.topics} <= topics


def test_no_rule_speaks_of_compliance_with_the_framework() -> None:
    said = [r.title for _, r in RULES] + [e.looked_for for _, r in RULES for e in (*r.elements, *r.hints)]
    assert not [text for text in said if re.search(r"compl(?:y|ied|iant)|violat|breach", text)]


# ------------------------------------------------------------------ the command


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return out


def test_the_table_has_results_evidence_and_what_was_looked_for(out: Path, esggraph: Run) -> None:
    code, printed, said = esggraph("check", "example", "--framework", "tcfd", "-g", out)
    assert (code, said) == (0, "")
    assert printed.startswith("Example Holdings Co., Ltd.: TCFD recommendations: 3 partly, 2 not found in the text")
    words = " ".join(re.sub("[│┃─━┏┓└┘├┤┼┡┩╇┳┴]", " ", printed).split())
    assert "ESG Working Group reports to Audit Committee: example-2023.txt:22: “What stands on line 22.”" in words
    assert "Looked for: a policy on climate" in words
    assert "this says nothing about compliance" in words


def test_json_has_every_quote_in_full(out: Path, esggraph: Run) -> None:
    records = json.loads(esggraph("check", "example", "--framework", "gri", "-g", out, "-f", "json")[1])
    (record,) = [r for r in records if r["paragraph"] == "2-13-b"]
    assert {key: record[key] for key in ("framework", "result")} == {"framework": "gri", "result": "partly"}
    (looked,) = record["looked_for"]
    assert looked["element"] == "a body or post for ESG or climate that reports to the board or a committee of it"
    (found,) = looked["found"]
    assert found["what"] == "ESG Working Group reports to Audit Committee"
    assert [(e["place"], e["quote"], e["confidence"], e["line"]) for e in found["evidence"]] == [
        ("example-2023.txt:22", "What stands on line 22.", 1.0, 22)
    ]


def test_csv_has_a_row_a_disclosure_of_all_frameworks(out: Path, esggraph: Run) -> None:
    rows = [*csv.DictReader(io.StringIO(esggraph("check", "example", "-g", out, "-f", "csv")[1]))]
    assert [*rows[0]] == ["framework", "paragraph", "disclosure", "result", "evidence", "not_found"]
    assert len(rows) == len(RULES)
    assert {row["result"] for row in rows} == {"disclosed", "partly", "not found in the text"}
    assert all(row["not_found"] for row in rows if row["result"] == "not found in the text")
    assert all(row["evidence"] for row in rows if row["result"] != "not found in the text")


def test_markdown_is_one_table(out: Path, esggraph: Run) -> None:
    lines = esggraph("check", "example", "--framework", "hkex", "-g", out, "-f", "md")[1].splitlines()
    assert lines[0] == "| framework | paragraph | disclosure | result | evidence | not_found |"
    assert len(lines) == 2 + len(rules_of(Framework.HKEX).rules)


def test_a_company_of_which_little_is_known_gets_an_answer(out: Path, esggraph: Run) -> None:
    code, printed, _ = esggraph("check", "sample", "--framework", "hkex", "-g", out)
    assert code == 0
    assert "not found in the text" in printed


def test_an_unknown_framework_is_refused(out: Path, esggraph: Run) -> None:
    code, _, said = esggraph("check", "example", "--framework", "sasb", "-g", out)
    assert code == 2
    assert "sasb" in said


def test_the_command_line_starts_without_the_libraries_of_graphs() -> None:
    code = "import sys, esggraph.cli; print([m for m in ('networkx', 'rdflib', 'pyoxigraph', 'spacy') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
