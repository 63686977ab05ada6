"""`esggraph validate`: what a build writes is valid, and what a hand may break is named with what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from example_findings import holdings, works
from pyoxigraph import NamedNode, RdfFormat, parse, serialize
from typer.testing import CliRunner

from esggraph.cli import app
from esggraph.errors import UnreadableGraph
from esggraph.findings import Findings
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.graph.store import vocabulary_quads, write_graph
from esggraph.graph.validation import validate
from esggraph.resources import folder

COMPANY = f"{ESG}company/example-holdings-co-ltd"
REPORT = f"{ESG}report/example-2023"
NAME = "Example Holdings Co., Ltd."
COMMITTEE, GROUP = (f"{COMPANY}/body/{slug}" for slug in ("audit-committee", "esg-working-group"))


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The graph of one report in TriG, without the vocabularies, one triple a line."""
    out = tmp_path_factory.mktemp("out")
    write_graph([with_topics(holdings())], out)
    quads = (q for q in parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG) if q.graph_name == NamedNode(REPORT))
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()


def check(folder: Path, quads: str) -> list[tuple[str, str, str, str]]:
    """Return kind, name, problem and advice of what is wrong."""
    file = folder / "edited.nq"
    file.write_text(quads, encoding="utf-8")
    return [(v.kind, v.name, v.problem, v.advice) for v in validate(file).violations]


def line(subject: str, predicate: str, object_: str) -> str:
    return f"<{subject}> <{term(predicate).value}> <{object_}> <{REPORT}> .\n"


def with_relation(quads: str, subject: str, predicate: str, object_: str) -> str:
    """Return the graph with a relation added, and a statement of it that borrows the evidence of another."""
    evidence = next(row.split()[0].strip("<>") for row in quads.splitlines() if "oa#hasTarget" in row)
    statement = f"{REPORT}/statement/by-hand"
    return (
        quads
        + line(subject, predicate, object_)
        + line(statement, "rdf:type", term("esg:Statement").value)
        + line(statement, "rdf:type", term("rdf:Statement").value)
        + line(statement, "rdf:subject", subject)
        + line(statement, "rdf:predicate", term(predicate).value)
        + line(statement, "rdf:object", object_)
        + line(statement, "prov:hadPrimarySource", REPORT)
        + line(statement, "esg:bestEvidence", evidence)
        + line(evidence, "oa:hasBody", statement)
        + f'<{statement}> <{ESG}confidence> "1.0"^^<{PREFIXES["xsd"]}decimal> <{REPORT}> .\n'
    )


def with_topics(findings: Findings) -> Findings:
    """Return the findings with a topic for everything that extraction gives one."""
    lists = {
        kind: tuple(replace(e, topic=e.topic or "other") for e in getattr(findings, kind))
        for kind in ("policies", "laws", "standards", "certifications")
    }
    return replace(findings, **lists)  # type: ignore[arg-type]


def test_what_a_build_writes_is_valid_and_counted(tmp_path: Path) -> None:
    write_graph([with_topics(holdings()), with_topics(works())], tmp_path)
    outcome = validate(tmp_path)
    assert outcome.violations == ()
    wanted = {
        "reports": 2,
        "companies": 2,
        "bodies": 6,
        "posts": 2,
        "policies": 2,
        "laws": 3,
        "certificates": 2,
        "standards": 2,
    }
    assert {name: outcome.counts[name] for name in wanted} == wanted


def test_a_report_without_the_vocabularies_is_valid(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, quads) == []


def test_a_graph_without_named_graphs_is_checked_as_one(tmp_path: Path, quads: str) -> None:
    triples = "".join(row.replace(f" <{REPORT}> .", " .\n") for row in quads.splitlines())
    assert check(tmp_path, triples) == []
    broken = triples + f"<{COMMITTEE}> <{ESG}supervises> <{GROUP}> .\n"
    assert [name for _, name, *_ in check(tmp_path, broken)] == ["“Audit Committee”"]


def test_triples_outside_the_named_graphs_are_checked_too(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, quads + f"<{COMMITTEE}> <{ESG}lineOfDefence> <{ESG}line4> .\n") != []


def test_an_unknown_property_is_caught(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, quads + line(COMMITTEE, "esg:supervises", GROUP)) == [
        (
            "body",
            "“Audit Committee”",
            "has a property that the ontology does not know: “supervises”",
            "Use a term of ontology/esggraph.ttl.",
        )
    ]


def test_a_slip_in_a_term_is_told_with_the_nearest_term(tmp_path: Path, quads: str) -> None:
    slip = quads.replace("esggraph/subUnitOf> <", "esggraph/subUnitsOf> <")
    assert "Use a term of ontology/esggraph.ttl. The nearest is esg:subUnitOf." in [
        a for *_, a in check(tmp_path, slip)
    ]


def test_an_unknown_class_is_caught(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, quads + line(COMMITTEE, "rdf:type", f"{ESG}Comittee")) == [
        (
            "body",
            "“Audit Committee”",
            "is of a class that the ontology does not know: “Comittee”",
            "Use a class of ontology/esggraph.ttl.",
        )
    ]


def test_a_certificate_without_a_standard_is_caught(tmp_path: Path, quads: str) -> None:
    without = "".join(
        row
        for row in quads.splitlines(keepends=True)
        if not ("certifiedAgainst" in row and "northern-plant" not in row)
    )
    assert check(tmp_path, without) == [
        (
            "certificate",
            "“ISO 99001:2015”",
            "has no standard",
            "Name the esg:Standard that it attests with esg:certifiedAgainst.",
        )
    ]


def test_a_body_that_reports_to_itself_is_caught(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, with_relation(quads, COMMITTEE, "esg:reportsTo", COMMITTEE)) == [
        ("body", "“Audit Committee”", "reports to itself", "Take that esg:reportsTo out, or correct its object.")
    ]


def test_a_cycle_of_reporting_lines_is_caught_at_each_of_its_bodies(tmp_path: Path, quads: str) -> None:
    problem, advice = "stands in a cycle of reporting lines", "Take out the esg:reportsTo that points down."
    assert check(tmp_path, with_relation(quads, COMMITTEE, "esg:reportsTo", GROUP)) == [
        ("body", "“Audit Committee”", f"{problem}: “ESG Working Group”", advice),
        ("body", "“ESG Working Group”", f"{problem}: “Audit Committee”", advice),
    ]


def test_a_fourth_line_of_defence_is_caught(tmp_path: Path, quads: str) -> None:
    assert check(tmp_path, with_relation(quads, COMMITTEE, "esg:lineOfDefence", f"{ESG}line4")) == [
        (
            "body",
            "“Audit Committee”",
            "has a line of defence that does not fit: “line4”",
            "Name esg:line1, esg:line2 or esg:line3.",
        )
    ]


@pytest.mark.parametrize(
    ("remove", "add", "name", "problem"),
    [
        ("esggraph/bodyKind> \"board_committee\"", f'<{COMMITTEE}> <{ESG}bodyKind> "comittee" <{REPORT}> .\n', "“Audit Committee”", "has a kind that does not fit: “comittee”"),
        (f"<{COMMITTEE}> <{PREFIXES['rdfs']}label>", "", "“audit-committee”", "has no name"),
        ("", line(f"{COMPANY}/policy/code-of-conduct", "dcterms:subject", f"{ESG}topic/luck"), "“Code of Conduct”", "has a topic that is none of ontology/topics.ttl: “luck”"),
        ("", line(COMMITTEE, "esg:oversees", GROUP), "“Audit Committee”", "is in a relation that no statement gives: “oversees”"),
        (f"<{GROUP}> <{ESG}reportsTo> <{COMMITTEE}>", "", "“ESG Working Group reports to Audit Committee”", "gives a relation that the graph does not have"),
    ],
)  # fmt: skip
def test_other_slips_of_the_hand_are_caught(
    remove: str, add: str, name: str, problem: str, tmp_path: Path, quads: str
) -> None:
    kept = "".join(row for row in quads.splitlines(keepends=True) if not remove or remove not in row)
    assert (name, problem) in [(n, p) for _, n, p, _ in check(tmp_path, kept + add)]


def test_the_command_says_what_is_wrong_and_what_to_do(tmp_path: Path, quads: str) -> None:
    file = tmp_path / "edited.nq"
    file.write_text(with_relation(quads, COMMITTEE, "esg:reportsTo", COMMITTEE), encoding="utf-8")
    run = CliRunner().invoke(app, ["validate", str(file)])
    assert run.exit_code == 1
    assert run.stdout.startswith(
        f"body “Audit Committee” of {NAME} (example-2023)\n"
        "  reports to itself.\n"
        "  Take that esg:reportsTo out, or correct its object.\n"
        "\n"
        f"{file}: 1 violation (1 report, 1 company, 5 bodies, "
    )


def test_the_command_says_that_a_graph_is_valid_with_counts(tmp_path: Path) -> None:
    write_graph([with_topics(holdings())], tmp_path)
    run = CliRunner().invoke(app, ["validate", str(tmp_path)])
    assert run.exit_code == 0
    assert run.stdout.startswith(f"{tmp_path}: valid (1 report, 1 company, 5 bodies, 2 posts, 3 persons, 2 policies, ")


def test_violations_come_as_data_too(tmp_path: Path, quads: str) -> None:
    file = tmp_path / "edited.nq"
    file.write_text(quads + line(COMMITTEE, "esg:supervises", GROUP), encoding="utf-8")
    run = CliRunner().invoke(app, ["validate", str(file), "--format", "csv"])
    assert run.exit_code == 1
    assert run.stdout.splitlines()[0] == "graph,kind,name,company,problem,advice"
    assert run.stdout.splitlines()[1].startswith("example-2023,body,“Audit Committee”,")


def test_a_file_that_does_not_parse_is_named_with_its_line(tmp_path: Path, quads: str) -> None:
    file = tmp_path / "edited.nq"
    file.write_text(quads.splitlines()[0] + "\n<broken\n", encoding="utf-8")
    with pytest.raises(UnreadableGraph, match=r"edited\.nq:2: "):
        validate(file)


def test_a_missing_graph_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGraph, match=r"no graph in .*: run `esggraph build` first"):
        validate(tmp_path / "nothing")


def test_the_vocabularies_are_valid(tmp_path: Path) -> None:
    file = tmp_path / "vocabularies.ttl"  # without named graphs, so that they are checked, not compared with themselves
    file.write_bytes(serialize((q.triple for q in vocabulary_quads()), format=RdfFormat.TURTLE) or b"")
    assert validate(file).violations == ()


def test_a_vocabulary_changed_by_hand_is_checked(tmp_path: Path) -> None:
    write_graph([], tmp_path)
    trig = tmp_path / "graph.trig"
    line4 = f'<{ESG}line4> a <{ESG}LineOfDefence> ; <{PREFIXES["rdfs"]}label> "fourth line" ; <{ESG}lineNumber> 4 .'
    trig.write_text(trig.read_text(encoding="utf-8") + f"<{ESG}> {{ {line4} }}\n", encoding="utf-8")
    assert [(v.kind, v.name, v.problem) for v in validate(tmp_path).violations] == [
        ("line of defence", "“fourth line”", "has a number that does not fit: “4”"),
        ("line of defence", "“fourth line”", "is none of the three lines of defence"),
    ]


def test_every_class_of_the_ontology_has_a_shape() -> None:
    shapes = [*parse(path=str(folder("ontology") / "shapes.ttl"), format=RdfFormat.TURTLE)]
    shaped = {q.object for q in shapes if q.predicate.value == "http://www.w3.org/ns/shacl#targetClass"}
    ontology = [*parse(path=str(folder("ontology") / "esggraph.ttl"), format=RdfFormat.TURTLE)]
    classes = {q.subject for q in ontology if q.object == term("owl:Class") and str(q.subject).startswith(f"<{ESG}")}
    assert classes - shaped == {term("esg:Instrument")}  # which only laws and standards are


@pytest.mark.reports
def test_what_is_built_from_real_reports_is_valid(built: Path) -> None:
    outcome = validate(built, workers=2)
    assert outcome.violations == ()
    assert outcome.counts["reports"] > 30
