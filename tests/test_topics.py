"""The topic of every policy, law and certificate: from the known instrument, the name, the section, the words around."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from esggraph.extraction import extract
from esggraph.findings import Entity, Findings
from esggraph.graph.answers import Table
from esggraph.graph.iris import topic_iri
from esggraph.graph.lookup import open_graph
from esggraph.graph.namespaces import ESG, term
from esggraph.reading import read
from esggraph.resources import PACKAGE, folder
from esggraph.vocabulary import topics

TOPICS = [*parse(path=str(folder("ontology") / "topics.ttl"), format=RdfFormat.TURTLE)]
DISCLOSURES = [*parse(path=str(folder("ontology") / "disclosures.ttl"), format=RdfFormat.TURTLE)]


def found(folder: Path, text: str) -> Findings:
    path = folder / "example-2023.md"
    path.write_text(f"# Example Holdings Limited\n\nSustainability Report 2023\n\n{text}", encoding="utf-8")
    return extract(read(path))


def topic(entities: tuple[Entity, ...], name: str) -> str | None:
    (entity,) = [e for e in entities if e.name == name]
    return entity.topic


def test_a_known_law_has_the_topic_of_the_vocabulary_wherever_it_stands(tmp_path: Path) -> None:
    findings = found(
        tmp_path, "## Our suppliers\n\nWe abide by the Labor Contract Law of the People's Republic of China.\n"
    )
    assert [law.topic for law in findings.laws] == ["labour"]


def test_a_name_tells_the_topic_before_its_section(tmp_path: Path) -> None:
    findings = found(tmp_path, "## Environment\n\nWe have formulated the Anti-Bribery Policy.\n")
    assert topic(findings.policies, "Anti-Bribery Policy") == "anti-corruption"


def test_a_name_that_tells_nothing_has_the_topic_of_the_nearest_heading(tmp_path: Path) -> None:
    text = "## Our people\n\n### Occupational Health and Safety\n\nWe have formulated the Harbour Procedure.\n"
    assert topic(found(tmp_path, text).policies, "Harbour Procedure") == "health-and-safety"


def test_where_headings_tell_nothing_the_words_around_the_name_do(tmp_path: Path) -> None:
    text = "## In brief\n\nTo protect intellectual property, we have formulated the Harbour Procedure.\n"
    assert topic(found(tmp_path, text).policies, "Harbour Procedure") == "intellectual-property"


def test_what_nothing_shows_is_said_to_be_open(tmp_path: Path) -> None:
    text = "## In brief\n\nWe have formulated the Harbour Procedure.\n"
    assert topic(found(tmp_path, text).policies, "Harbour Procedure") == "other"


def test_a_certificate_has_the_topic_of_its_standard(tmp_path: Path) -> None:
    findings = found(tmp_path, "## Quality\n\nThe company has obtained ISO 45001:2018 certification.\n")
    assert [c.topic for c in findings.certifications] == ["health-and-safety"]


def test_every_duty_that_is_recognised_is_a_topic_of_the_scheme() -> None:
    names = tomllib.loads((PACKAGE / "data" / "relation_topics.toml").read_text(encoding="utf-8"))["topics"]
    known = {q.subject.value for q in TOPICS if q.predicate == term("skos:inScheme")}  # type: ignore[union-attr]
    assert [name for name in names if topic_iri(name) not in known] == []


def test_a_finer_topic_has_a_broader_one_that_policies_can_have() -> None:
    finer = {q.object for q in TOPICS if q.predicate == term("skos:member")}
    broader = {q.subject: q.object for q in TOPICS if q.predicate == term("skos:broader")}
    slugs = {NamedNode(f"{ESG}topic/{t.slug}") for t in topics()}
    assert len(finer) == 30
    assert {broader[one] for one in finer} <= slugs  # type: ignore[index]
    assert finer & slugs == set()


def test_a_topic_leads_to_the_aspects_and_disclosures_on_its_matter() -> None:
    notations = {
        q.subject: q.object.value
        for q in DISCLOSURES
        if isinstance(q.object, Literal) and q.predicate == term("skos:notation")
    }
    matches: dict[str, list[str]] = {}
    for q in TOPICS:
        if q.predicate == term("skos:closeMatch"):
            matches.setdefault(q.subject.value.removeprefix(f"{ESG}topic/"), []).append(notations[q.object])  # type: ignore[union-attr,index]
    assert matches["anti-corruption"] == ["Aspect B7", "205-1", "205-2", "205-3"]
    assert matches["data-protection"] == ["Aspect B6", "418-1"]
    assert matches["tax"] == ["207-1", "207-2", "207-3", "207-4"]
    said = {q.subject.value.removeprefix(f"{ESG}topic/") for q in TOPICS if q.predicate == term("skos:note")}  # type: ignore[union-attr]
    assert said | set(matches) == {t.slug for t in topics()} | {"other"}
    assert said & set(matches) == set()


@pytest.mark.reports
def test_nearly_everything_in_real_reports_has_a_topic_that_something_shows(built: Path) -> None:
    rows = open_graph(built).query(
        """SELECT ?thing (SAMPLE(?subject) AS ?topic) WHERE {
             ?company esg:hasPolicy|esg:hasCertification|esg:cites ?thing .
             OPTIONAL { ?thing dcterms:subject ?subject }
           } GROUP BY ?thing"""
    )
    assert isinstance(rows, Table)
    found = [topic for _, topic in rows.rows]
    assert len(found) > 1000
    assert None not in found
    assert found.count(topic_iri("other")) / len(found) < 0.02
