"""The graph of the default corpus: what it says (against `golden/`), that it says it twice alike, and where from.

After a change of extraction that is meant, write the golden files anew and read their difference before committing it:

    ESGGRAPH_WRITE_GOLDEN=1 python -m pytest tests/test_golden_graph.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from esggraph.building import build
from esggraph.graph.lookup import Graph, open_graph
from esggraph.resources import folder

CORPUS = folder("corpus")
GOLDEN = Path(__file__).parent / "golden"
REPORTS = sorted(path.stem for path in CORPUS.glob("*.md") if path.name != "README.md")
BUILD = """
import sys; from pathlib import Path; from esggraph.building import build
build([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    build([CORPUS], out)
    return out


@pytest.fixture(scope="module")
def graph(out: Path) -> Graph:
    return open_graph(out)


def facts(graph: Graph, report: str) -> Iterator[str]:
    """Yield what the graph says of a report's company, a fact a line, with the line of the report that shows it."""
    company = graph.find_company(report)
    yield f"company: {company.name} | {', '.join(company.stock_codes)} | {company.period}"
    for body in graph.bodies(company):
        yield f"body: {body.name} | {body.kind} | {body.line}"
    for post in graph.posts(company):
        yield f"post: {post.name} | {post.holder or '-'} | {post.line}"
    for policy in graph.policies(company):
        yield f"policy: {policy.name} | {policy.kind} | {policy.topic or '-'} | {policy.line}"
    for law in graph.laws(company):
        yield f"law: {law.name} | {law.jurisdiction or '-'} | {law.kind} | {law.topic or '-'} | {law.line}"
    for standard in graph.standards(company):
        yield f"standard: {standard.name} | {standard.kind} | {standard.line}"
    for certificate in graph.certifications(company):
        yield f"certification: {certificate.name} | {certificate.holder} | {certificate.status} | {certificate.line}"
    for relation in sorted(graph.relations(company), key=lambda r: (r.subject.casefold(), r.predicate, r.object)):
        structure = f" ({relation.structure})" if relation.structure else ""
        yield f"relation: {relation.subject} {relation.predicate} {relation.object}{structure} | {relation.line}"


@pytest.mark.parametrize("report", REPORTS)
def test_the_graph_says_what_it_said_before(report: str, graph: Graph) -> None:
    path = GOLDEN / f"{report}.txt"
    found = [*facts(graph, report)]
    if os.environ.get("ESGGRAPH_WRITE_GOLDEN"):
        path.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == path.read_text(encoding="utf-8").splitlines(), __doc__


def test_another_order_of_hashes_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", BUILD, str(CORPUS), str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "graph.trig").read_bytes() == (out / "graph.trig").read_bytes()


@pytest.mark.parametrize("report", REPORTS)
def test_every_quote_stands_where_its_offsets_say(report: str, graph: Graph) -> None:
    source = (CORPUS / f"{report}.md").read_text(encoding="utf-8")
    quotes = graph.query(
        f"""SELECT DISTINCT ?quote ?start ?end ?line WHERE {{
          ?target oa:hasSource report:{report} ; esg:line ?line ; oa:hasSelector [ oa:exact ?quote ] ,
            [ oa:start ?start ; oa:end ?end ] .
        }}"""
    ).rows  # type: ignore[union-attr]
    assert len(quotes) > 50
    for quote, start, end, line in quotes:
        assert words(source[start:end]) == words(quote)
        assert source.count("\n", 0, start) + 1 == line


def words(text: str) -> str:
    """Return `text` without white space and without the marks of Markdown, which a quote leaves out."""
    return re.sub(r"[\s*_|#《》>-]|^\d+\.|\n\s*\d+\.", "", text)
