"""The command line as a user meets it: what is printed, where errors go, and the exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from spacy.tokens import Doc

from esggraph.cli import app
from esggraph.extraction import pipeline
from esggraph.extraction.resolve import resolve
from esggraph.findings import Findings

REPORT = """# Example Holdings Limited: ESG Report 2023

This report covers the period from January 1, 2023 to December 31, 2023.

## Governance

The Board of Directors of Example Holdings Limited has established the Audit Committee and the Risk Committee. \
The Audit Committee reports to the Board of Directors.

We abide by the *Labour Law of the People's Republic of China*. The Company has formulated the *Anti-Corruption Policy*.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of one small report."""
    from esggraph.building import build

    folder = tmp_path_factory.mktemp("graph")
    (folder / "example-2023.md").write_text(REPORT, encoding="utf-8")
    build([folder / "example-2023.md"], folder / "out")
    return folder / "out"


def test_laws_as_a_table(esggraph: Callable[..., Ran], graph: Path) -> None:
    ran = esggraph("laws", "example", "-g", graph)
    assert ran.code == 0
    assert "Labor Law of the People's Republic of China" in ran.out
    assert "example-2023.md:9" in ran.out


def test_laws_as_json_have_the_quote(esggraph: Callable[..., Ran], graph: Path) -> None:
    rows = json.loads(esggraph("laws", "Example Holdings", "-g", graph, "--format", "json").out)
    assert [(r["wording"], r["jurisdiction"], r["line"], r["quote"]) for r in rows] == [
        (
            ["Labour Law", "Labour Law of the People's Republic of China"],
            "CN",
            9,
            "We abide by the Labour Law of the People's Republic of China.",
        )
    ]


def test_policies_as_csv(esggraph: Callable[..., Ran], graph: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(esggraph("policies", "example", "-g", graph, "-f", "csv").out)))
    assert [(r["name"], r["kind"], r["place"]) for r in rows] == [
        ("Anti-Corruption Policy", "policy", "example-2023.md:9")
    ]


def test_bodies_as_markdown(esggraph: Callable[..., Ran], graph: Path) -> None:
    lines = esggraph("bodies", "example", "-g", graph, "-f", "md").out.splitlines()
    assert lines[:2] == ["| name | kind | aliases | place |", "| --- | --- | --- | --- |"]
    assert [line.split(" | ")[0] for line in lines[2:]] == [
        "| Audit Committee",
        "| Board of Directors",
        "| Risk Committee",
    ]


def test_tree_runs_from_the_board_down(esggraph: Callable[..., Ran], graph: Path) -> None:
    assert esggraph("tree", "example", "-g", graph).out.splitlines() == [
        "Example Holdings Limited",
        "└── Board of Directors",
        "    ├── Audit Committee  (set up under it; reports to it)",
        "    └── Risk Committee  (set up under it)",
    ]


def test_who_cites_finds_a_law_in_another_spelling(esggraph: Callable[..., Ran], graph: Path) -> None:
    rows = json.loads(esggraph("who-cites", "PRC labor law", "-g", graph, "-f", "json").out)
    assert [r["company"] for r in rows] == ["Example Holdings Limited"]


def test_evidence_gives_words_and_place(esggraph: Callable[..., Ran], graph: Path) -> None:
    rows = json.loads(esggraph("evidence", "Risk Committee", "-g", graph, "-f", "json").out)
    quote = (
        "The Board of Directors of Example Holdings Limited has established the Audit Committee and the Risk Committee."
    )
    assert {(r["says"], r["place"], r["quote"]) for r in rows} == {
        ("named", "example-2023.md:7", quote),
        ("is a sub-unit of Board of Directors", "example-2023.md:7", quote),
    }


def test_query_takes_a_file_an_argument_and_standard_input(
    esggraph: Callable[..., Ran], graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = "ASK { ?body esg:reportsTo ?board }"
    file = tmp_path / "question.rq"
    file.write_text(ask, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(ask))
    assert [esggraph("query", given, "-g", graph).out for given in (ask, file, "-")] == ["yes\n"] * 3


def test_query_constructs_turtle(esggraph: Callable[..., Ran], graph: Path) -> None:
    ran = esggraph("query", "CONSTRUCT { ?a esg:reportsTo ?b } WHERE { ?a esg:reportsTo ?b }", "-g", graph)
    assert len(re.findall(r"esg:reportsTo", ran.out)) == 1


def test_a_query_with_an_error_says_where(esggraph: Callable[..., Ran], graph: Path) -> None:
    ran = esggraph("query", "SELECT ?x WHERE { ?x }", "-g", graph)
    assert ran.code == 1
    assert re.fullmatch(r"esggraph: .*line 1.*\n", ran.err)


def test_the_library_is_listed_with_parameters(esggraph: Callable[..., Ran]) -> None:
    listed = json.loads(esggraph("query", "--list", "-f", "json").out)
    assert {
        "name": "tiers",
        "title": "Who stands on which tier of which governance structure",
        "parameters": "[company=…]",
    } in listed


def test_a_named_query_takes_its_parameters(esggraph: Callable[..., Ran], graph: Path) -> None:
    ran = esggraph("query", "-n", "laws-by-jurisdiction", "-s", "company=example", "-g", graph, "-f", "csv")
    assert ran.out.splitlines()[0] == "company_name,jurisdiction,laws,names"
    assert ran.out.splitlines()[1].startswith("Example Holdings Limited,CN,1,")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "ASK { ?a ?b ?c }", "--list"), "give a query, --named or --list, not several"),
        (("query", "ASK { ?a ?b ?c }", "-s", "a=b"), "--set is for a query of the library: name it with --named"),
        (("query", "-n", "tiers", "-s", "a"), "--set a: write NAME=VALUE, as in --set company=hikvision"),
        (("compare", "example", "example"), "only one company is named, Example Holdings Limited: name two or more"),
        (("diff", "example-2023", "xyzzy"), "no file and no report of the graph is called “xyzzy”"),
    ],
)
def test_what_cannot_be_asked_is_said(
    esggraph: Callable[..., Ran], graph: Path, arguments: tuple[str, ...], message: str
) -> None:
    options = () if "--list" in arguments else ("-g", graph)
    ran = esggraph(*arguments, *options)
    assert (ran.code, ran.out, ran.err) == (1, "", f"esggraph: {message}\n")


def test_diff_reads_files_that_are_not_in_the_graph(esggraph: Callable[..., Ran], graph: Path, tmp_path: Path) -> None:
    newer = tmp_path / "example-2024.md"
    newer.write_text(REPORT.replace("Audit Committee", "Safety Committee"), encoding="utf-8")
    ran = esggraph("diff", "example-2023", newer, "-g", graph, "-f", "csv")
    assert ran.code == 0
    assert "added,body,Safety Committee,,,example-2024.md:7" in ran.out.splitlines()


def test_an_unknown_company_names_the_nearest(esggraph: Callable[..., Ran], graph: Path) -> None:
    ran = esggraph("laws", "Sample Holdings", "-g", graph)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "esggraph: no company “Sample Holdings” in the graph; nearest: Example Holdings Limited "
        "(`esggraph companies` lists all)\n"
    )


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("certifications", "example"), "no certificates of Example Holdings Limited were found in its reports"),
        (("tiers", "example"), "the reports of Example Holdings Limited state no tiered structure that was found"),
        (("defence", "example"), "the reports of Example Holdings Limited state no lines of defence that were found"),
    ],
)
def test_an_empty_answer_is_said_in_a_line(
    esggraph: Callable[..., Ran], graph: Path, command: tuple[str, ...], message: str
) -> None:
    ran = esggraph(*command, "-g", graph)
    assert (ran.code, ran.out, ran.err) == (1, "", f"esggraph: {message}\n")


def test_a_missing_graph_says_what_to_do(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    ran = esggraph("companies", "-g", tmp_path / "nowhere")
    assert ran.code == 1
    assert "run `esggraph build`" in ran.err


def test_extract_prints_the_form_of_the_gold(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    report = tmp_path / "example-2023.md"
    report.write_text(REPORT, encoding="utf-8")
    data = json.loads(esggraph("extract", report, "--format", "json").out)
    assert data["company"]["name"] == "Example Holdings Limited"
    assert data["company"]["period"] == "2023-01-01/2023-12-31"
    assert [b["name"] for b in data["bodies"]] == ["Board of Directors", "Audit Committee", "Risk Committee"]
    assert [(law["name"], law["line"]) for law in data["laws"]] == [("Labour Law of the People's Republic of China", 9)]


def test_extract_of_a_folder_says_what_to_do(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    ran = esggraph("extract", tmp_path)
    message = f"esggraph: {tmp_path}: is a folder; name one report, or run `esggraph build {tmp_path}`\n"
    assert (ran.code, ran.out, ran.err) == (1, "", message)


def test_an_interrupted_build_stops_and_leaves_the_old_graph(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "out"
    for number in range(40):
        (tmp_path / f"report-{number}.md").write_text(REPORT * 40, encoding="utf-8")
    assert esggraph("build", tmp_path / "report-0.md", "-o", out).code == 0
    before = (out / "graph.trig").read_bytes()
    building = subprocess.Popen(
        [sys.executable, "-m", "esggraph", "build", tmp_path, "-o", out], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        building.wait(4)  # it is at work
    building.send_signal(signal.SIGINT)
    _, err = building.communicate(timeout=60)
    assert building.returncode != 0
    assert b"Traceback" not in err
    assert (out / "graph.trig").read_bytes() == before


def test_build_names_what_it_leaves_out_and_builds_the_rest(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    ran = esggraph("build", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 3
    left_out = [line for line in ran.err.splitlines() if line.startswith("left out: ")]
    assert [line.split(":")[1].strip() for line in left_out] == ["binary.txt", "empty.txt"]
    assert "reports: 1, companies: 1," in ran.out
    assert (tmp_path / "out" / "graph.trig").exists()


def test_a_fault_of_the_rules_at_one_report_stops_no_other(
    esggraph: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(doc: Doc) -> Findings:
        if doc._.esg_report.id == "bad":
            raise IndexError("tuple index out of range\nand more")
        return resolve(doc)

    monkeypatch.setattr(pipeline, "resolve", failing)
    for name in ("good", "bad"):
        (tmp_path / f"{name}.md").write_text(REPORT, encoding="utf-8")
    fault = "bad: a fault of esggraph's own (IndexError: tuple index out of range); leave this report out"
    ran = esggraph("build", tmp_path, "-o", tmp_path / "out")
    assert (ran.code, f"left out: {fault}" in ran.err, "Traceback" in ran.err) == (3, True, False)
    assert "reports: 1, companies: 1," in ran.out
    alone = esggraph("extract", tmp_path / "bad.md")
    assert (alone.code, fault in alone.err, "Traceback" in alone.err) == (1, True, False)


def test_a_build_of_nothing_readable_leaves_the_old_graph(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(REPORT, encoding="utf-8")
    out = tmp_path / "out"
    assert esggraph("build", tmp_path / "good.md", "-o", out).code == 0
    before = (out / "graph.trig").read_bytes()
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ran = esggraph("build", tmp_path / "empty.txt", "-o", out)
    assert ran.code == 1
    assert ran.err.startswith("esggraph: no report could be read, so nothing was built: empty.txt: ")
    assert (out / "graph.trig").read_bytes() == before


def test_the_same_input_gives_the_same_bytes(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(REPORT, encoding="utf-8")
    for out in ("a", "b"):
        assert esggraph("build", tmp_path / "good.md", "-o", tmp_path / out).code == 0
    assert (tmp_path / "a/graph.trig").read_bytes() == (tmp_path / "b/graph.trig").read_bytes()


def test_view_writes_one_page_without_remote_references(
    esggraph: Callable[..., Ran], graph: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    ran = esggraph("view", "example", "structure", "-g", graph, "-o", page)
    assert (ran.code, ran.out) == (0, f"{page}\n")
    html = page.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", html)
    assert "Example Holdings Limited: governance structure" in html


def test_score_measures_against_annotations(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    report = tmp_path / "example-2023.md"
    report.write_text(REPORT, encoding="utf-8")
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "example-2023.json").write_text(esggraph("extract", report, "-f", "json").out, encoding="utf-8")
    rows = json.loads(esggraph("score", gold, "--reports", report, "-f", "json").out)
    assert {r["kind"]: (r["F1"], r["gold"]) for r in rows}["bodies"] == (1.0, 3)


def test_every_command_and_option_has_a_help_text() -> None:
    from typer.main import get_command

    commands = get_command(app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_a_file_without_reports_is_not_called_valid(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "other.ttl"
    file.write_text('<http://a.example/b> <http://a.example/c> "d" .', encoding="utf-8")
    ran = esggraph("validate", file)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.strip() == (
        f"esggraph: {file}: has no report in it, so there is nothing to validate: name what build wrote"
    )


def test_a_difference_of_two_companies_says_so(esggraph: Callable[..., Ran], tmp_path: Path) -> None:
    for name in ("Example", "Sample"):
        (tmp_path / f"{name}.md").write_text(REPORT.replace("Example", name), encoding="utf-8")
    ran = esggraph("diff", tmp_path / "Example.md", tmp_path / "Sample.md")
    assert ran.code == 0
    assert "note: two companies: " in ran.err
    assert ran.err.strip().endswith(
        "is of Example Holdings Limited, " + f"{tmp_path / 'Sample.md'} of Sample Holdings Limited"
    )
    assert esggraph("diff", tmp_path / "Example.md", tmp_path / "Example.md").err == ""
