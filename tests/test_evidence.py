"""Every annotation leads back to the words of its source: the offsets are exact, and nothing is added to a quote."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esggraph.building import build
from esggraph.extraction import extract
from esggraph.graph import sparql
from esggraph.graph.lookup import open_graph
from esggraph.graph.sparql import named_query
from esggraph.graph.store import open_store
from esggraph.reading import read
from esggraph.reading.sources import find_sources
from esggraph.resources import folder

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|^/?[a-zA-Z]+>|<[^>]*$")  # a quote may begin or end inside a tag
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Annotation:
    """A quote and where it claims to stand."""

    file: str
    start: int
    end: int
    quote: str


def annotations(graph: Path) -> list[Annotation]:
    """Return all annotations of a graph, by the documented pattern."""
    solutions = sparql.select(open_store(graph), "evidence")
    return [*dict.fromkeys(Annotation(s["file"], s["start"], s["end"], s["quote"]) for s in solutions)]


def letters(text: str) -> str:
    """Return the letters and digits of `text`: what is left of words when hyphens, marks and spaces are gone."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def same_words(quote: str, printed: str) -> bool:
    return _SPACE.sub(" ", printed).strip() == quote or letters(html.unescape(_TAG.sub("", printed))) == letters(quote)


def stands_in(quote: str, printed: str) -> bool:
    """Tell whether the letters of `quote` stand in `printed` in this order, from its first to its last.

    Behind the last may be the number of a footnote.
    """
    wanted, there = letters(quote), letters(html.unescape(printed))
    ends = re.search(rf"{wanted[-1]}\d{{0,3}}$", there) is not None
    rest = iter(there)
    return there.startswith(wanted[0]) and ends and all(c in rest for c in wanted)


def check(graph: Path, reports: list[Path]) -> tuple[int, int]:
    """Check all annotations of a graph against their files; return how many there are and in how many something is left out."""
    files = {source.path.name: source.path for source in find_sources(reports)}
    sources: dict[str, str] = {}
    left_out = 0
    found = annotations(graph)
    for one in found:
        if one.file not in sources:
            sources[one.file] = read(files[one.file]).source
        printed = sources[one.file][one.start : one.end]
        assert printed == printed.strip(), one
        if not same_words(one.quote, printed):
            left_out += 1
            assert stands_in(one.quote, printed), one
    return len(found), left_out


def test_every_annotation_of_the_corpus_has_the_very_words_of_its_file(tmp_path: Path) -> None:
    build([folder("corpus")], tmp_path)
    number, left_out = check(tmp_path, [folder("corpus")])
    assert number > 300
    assert left_out == 0


@pytest.mark.reports
def test_every_annotation_of_real_reports_has_the_words_of_its_source(reports: Path, built: Path) -> None:
    """What is left out of a quote is a page's header or footer, or a footnote's number, in less than one of a hundred."""
    number, left_out = check(built, [reports])
    assert number > 5000
    assert left_out / number < 0.01


SENTENCES = st.sampled_from(
    [
        "The Audit Committee reports to the Board of Directors.",
        "We have formulated the Anti-Bribery Policy.",
        "We comply with the Data Security Law of the People's Republic of China.",
        "The company has obtained ISO 14001 certi\ufb01cation.",
        "The ESG Working\nGroup reports to the Audit Com-\nmittee.",
        "\u200bThe Board oversees *the* Risk Manage\u00adment Department.",
        "Nothing else is said here 🙂 — in any sentence of it.",
    ]
)  # fmt: skip


@given(
    st.lists(SENTENCES, min_size=1, max_size=12), st.sampled_from(["\n\n", "\n\n## Governance\n\n", " ", "\r\n\r\n"])
)
@settings(max_examples=40, deadline=None)
def test_the_quotes_of_broken_texts_stand_where_they_say(tmp_path_factory, sentences, glue) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("wild") / "example-2023.md"
    path.write_text("# Example Holdings Limited\n\n" + glue.join(sentences), encoding="utf-8", newline="")
    report = read(path)
    findings = extract(report)
    for finding in [*findings.entities(), *findings.relations]:
        for one in finding.evidence:
            assert same_words(one.quote, report.source[one.source_start : one.source_end])


FRAGMENTS = st.sampled_from(
    [
        "GOVERNANCE",
        "Board of Directors",
        "Audit Committee | Risk Committee",
        "Members:",
        "Chair: Chief Executive Officer",
        "Reporting lines:",
        "Reports to:",
        "  – the Risk Manager reports to the Risk Committee;",
        "  – the Compliance Officer",
        "  • Chief Financial Officer (Chair)",
        "1. ESG Committee",
        "2.",
        "First line: business units",
        "Tier 2",
        "Example Code of Conduct    Human Rights Policy",
        "ISO 14001    Example Plant, Sample Works",
        "The Sustainability Manager is its secretary. It meets",
        "every two months; it informs the full Board.",
        "Certificates",
        "31",
    ]
)


@given(st.lists(FRAGMENTS, min_size=1, max_size=16), st.sampled_from(["\n", "\n\n", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_pages_in_any_order_of_their_lines_are_read_and_quoted(tmp_path_factory, lines, glue) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("pages") / "example-2023.txt"
    path.write_text(glue.join(["Example Holdings", *lines]), encoding="utf-8", newline="")
    report = read(path)
    findings = extract(report)
    for finding in [*findings.entities(), *findings.relations]:
        assert finding.evidence
        for one in finding.evidence:
            assert one.quote
            assert same_words(one.quote, report.source[one.source_start : one.source_end])


def test_the_ontology_s_readme_gives_the_pattern_that_the_program_uses() -> None:
    pattern = named_query("evidence").split("\n", 2)[2]
    assert f"```sparql\n{pattern}```" in (folder("ontology") / "README.md").read_text(encoding="utf-8")


def test_the_pattern_gives_the_quotes_of_a_name_that_the_command_shows(tmp_path: Path) -> None:
    build([folder("corpus")], tmp_path)
    shown = open_graph(tmp_path).evidence("Audit Committee")
    assert shown
    for quote in shown:
        rows = sparql.select(open_store(tmp_path), "evidence", thing=quote.iri)
        assert (quote.file, quote.start, quote.end, quote.quote) in [
            (r["file"], r["start"], r["end"], r["quote"]) for r in rows
        ]
