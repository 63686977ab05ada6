"""Findings as RDF: IRIs, triples, statements and their evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_findings import DATA_SECURITY_LAW, holdings, quote, works
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, parse, serialize

from esggraph.findings import Body, Certification, Findings, Law, Policy, Relation
from esggraph.graph import iris
from esggraph.graph.describe import describe
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.report import Company

COMPANY = f"{ESG}company/example-holdings-co-ltd"
REPORT = f"{ESG}report/example-2023"
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)  # a lone surrogate is no text


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Audit Committee", "audit-committee"),
        ("Audit & Risk Committee", "audit-and-risk-committee"),
        ("Employees’ Code", "employees-code"),
        ("Example S.p.A.", "example-spa"),
        ("Société Générale", "societe-generale"),
        ("ISO/IEC 27001:2022", "iso-iec-27001-2022"),
        ('the "Clean Hands" <policy>', "the-clean-hands-policy"),
        ("合规委员会", "合规委员会"),
        ("AA+ Rating", "aa-plus-rating"),
    ],
)
def test_a_slug_is_the_words_of_the_name(name: str, slug: str) -> None:
    assert iris.slug(name) == slug


@given(TEXT)
def test_any_name_gives_a_valid_iri_of_one_segment(name: str) -> None:
    iri = iris.company_iri(name)
    assert "/" not in iri.removeprefix(f"{ESG}company/")
    assert [*parse(f"<{iri}> <{iri}> <{iri}> .", format=RdfFormat.N_TRIPLES)]


@given(TEXT)
def test_a_slug_is_its_own_slug(name: str) -> None:
    assert iris.slug(iris.slug(name)) == iris.slug(name)


@given(st.lists(TEXT, max_size=8))
def test_bodies_of_one_report_never_share_an_iri(names: list[str]) -> None:
    bodies = tuple(Body(id=f"b{i}", name=n, kind="other", evidence=quote(i + 1)) for i, n in enumerate(names))
    quads = describe(Findings(report="r", file="r.txt", company=Company("Example"), bodies=bodies))
    assert len({q.object for q in quads if q.predicate == term("org:hasUnit")}) == len(names)


@given(TEXT, TEXT, TEXT)
def test_wild_names_survive_the_way_through_trig(name: str, alias: str, words: str) -> None:
    body = Body(id="b1", name=name, aliases=(alias,), kind="other", evidence=quote(1, words))
    quads = describe(Findings(report="r", file="r.txt", company=Company(name), bodies=(body,)))
    assert {*parse(serialize(quads, format=RdfFormat.TRIG, prefixes=PREFIXES), format=RdfFormat.TRIG)} == {*quads}


@pytest.mark.parametrize(
    ("title", "jurisdiction", "iri"),
    [
        ("Widget Safety Law of the People's Republic of China", "CN", "cn/widget-safety-law"),
        ("the PRC Widget Safety Law (2021 Revision)", "CN", "cn/widget-safety-law"),
        ("Widget Safety Law", "KR", "kr/widget-safety-law"),
        ("UK Widget Act 2015", None, "gb/widget-act-2015"),
        ("Widget (Winding Up) Ordinance", "HK", "hk/widget-winding-up-ordinance"),
        ("Widget Act", None, "unstated/widget-act"),
    ],
)
def test_an_unknown_law_has_one_iri_for_all_companies(title: str, jurisdiction: str | None, iri: str) -> None:
    assert iris.law_iri(title, jurisdiction) == f"{ESG}instrument/{iri}"


def test_editions_of_a_standard_have_one_iri() -> None:
    assert {iris.standard_iri(n) for n in ("ISO 99001", "ISO 99001:2015", "ISO 99001: 2018", "ISO 99001 (2015)")} == {
        f"{ESG}instrument/standard/iso-99001"
    }


def triples(findings: Findings) -> set[tuple[str, str, str]]:
    """Return the triples with the namespaces of terms, company and report cut off, and literals without their type."""

    def short(node: object) -> str:
        text = str(getattr(node, "value", node))
        for cut, mark in ((f"{COMPANY}/", "~"), (REPORT, "report"), (COMPANY, "company")):
            text = text.replace(cut, mark)
        for prefix, namespace in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
            if text.startswith(namespace):
                return f"{prefix}:{text.removeprefix(namespace)}"
        return text

    return {(short(q.subject), short(q.predicate), short(q.object)) for q in describe(findings)}


def test_company_and_report() -> None:
    assert triples(holdings()) >= {
        ("company", "rdf:type", "esg:Company"),
        ("company", "rdf:type", "org:FormalOrganization"),
        ("company", "rdfs:label", "Example Holdings Co., Ltd."),
        ("company", "skos:altLabel", "Example"),
        ("company", "esg:stockCode", "0020.HK"),
        ("report", "dcterms:publisher", "company"),
        ("report", "dcterms:title", "Sustainability Report"),
        ("report", "esg:fileName", "example-2023.txt"),
        ("report", "dcterms:temporal", "report/period"),
        ("report/period", "dcat:startDate", "2023-01-01"),
        ("report/period", "dcat:endDate", "2023-12-31"),
    }


def test_entities_of_every_kind() -> None:
    assert triples(holdings()) >= {
        ("company", "org:hasUnit", "~body/audit-committee"),
        ("~body/audit-committee", "rdf:type", "org:OrganizationalUnit"),
        ("~body/audit-committee", "org:unitOf", "company"),
        ("~body/audit-committee", "esg:bodyKind", "board_committee"),
        ("~body/esg-working-group", "skos:altLabel", "EWG"),
        ("company", "org:hasPost", "~post/chairman"),
        ("~post/chairman", "org:heldBy", "~person/first-holder"),
        ("~post/chairman", "org:heldBy", "~person/second-holder"),
        ("~person/second-holder", "foaf:name", "Second Holder"),
        ("company", "esg:hasPolicy", "~policy/code-of-conduct"),
        ("~policy/code-of-conduct", "esg:policyKind", "code"),
        ("~policy/code-of-conduct", "dcterms:subject", "topic:business-ethics"),
        ("company", "esg:cites", "instrument:cn-data-security-law"),
        ("company", "esg:cites", "instrument:cn/widget-safety-law"),
        ("instrument:cn/widget-safety-law", "esg:jurisdiction", "CN"),
        ("company", "esg:cites", "instrument:standard/example-reporting-standard"),
        ("company", "esg:hasCertification", "~certification/iso-99001-2015"),
        ("~certification/iso-99001-2015", "esg:certificationHolder", "company"),
        ("~certification/iso-99001-2015", "esg:certificationStatus", "held"),
        ("~certification/iso-99001-2015/northern-plant", "esg:certificationHolder", "~part/northern-plant"),
        ("~certification/iso-99001-2015/northern-plant", "esg:certificationStatus", "pursuing"),
        ("~certification/iso-99001-2015/northern-plant", "esg:certifiedAgainst", "instrument:standard/iso-99001"),
    }


def test_relations_are_stated_directly_and_in_the_terms_of_org_where_these_fit() -> None:
    found = triples(holdings())
    assert found >= {
        ("~body/audit-committee", "esg:subUnitOf", "~body/board-of-directors"),
        ("~body/audit-committee", "org:subOrganizationOf", "~body/board-of-directors"),
        ("~body/esg-working-group", "esg:reportsTo", "~body/audit-committee"),
        ("~body/esg-working-group", "org:reportsTo", "~body/audit-committee"),
        ("~body/board-of-directors", "esg:oversees", "~body/esg-working-group"),
        ("~body/esg-working-group", "esg:hasMember", "~body/legal-department"),
        ("~body/esg-working-group", "org:hasMember", "~body/legal-department"),
        ("~body/esg-working-group", "esg:hasMember", "~post/chief-compliance-officer"),
        ("~body/audit-committee", "esg:ledBy", "~post/chairman"),
        ("~body/legal-department", "esg:lineOfDefence", "esg:line2"),
        ("~body/board-of-directors", "esg:inTier", "~structure/esg/tier-1"),
        ("~structure/esg/tier-1", "esg:tierOf", "~structure/esg"),
        ("~structure/esg/tier-1", "esg:tierNumber", "1"),
        ("~structure/esg", "esg:structureOf", "company"),
        ("~body/legal-department", "esg:responsibleFor", "topic:tax"),
    }
    assert ("~body/esg-working-group", "org:hasMember", "~post/chief-compliance-officer") not in found


def test_a_known_law_keeps_the_names_and_kind_of_the_vocabulary() -> None:
    about = [q.predicate for q in describe(holdings()) if q.subject == NamedNode(DATA_SECURITY_LAW)]
    assert set(about) == {term("rdf:type")}


def test_every_entity_and_relation_has_a_statement_with_confidence_source_and_evidence() -> None:
    findings = holdings()
    store = Store()
    store.bulk_extend(describe(findings))
    solutions = store.query(
        """SELECT DISTINCT ?s ?p ?o ?confidence ?line WHERE { GRAPH ?report {
             ?s ?p ?o .
             ?statement rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; esg:confidence ?confidence ;
               prov:hadPrimarySource ?report ; esg:bestEvidence ?annotation .
             ?annotation oa:hasBody ?statement ; oa:hasTarget ?target .
             ?target oa:hasSource ?report ; esg:line ?line .
           } }""",
        prefixes=PREFIXES,
    )
    found = [(float(s["confidence"].value), int(s["line"].value)) for s in solutions]
    expected = [(f.confidence, f.evidence[0].line) for f in (*findings.entities(), *findings.relations)]
    assert sorted(found) == sorted(expected)


def test_evidence_has_the_words_and_the_offsets_in_the_source() -> None:
    assert triples(works()) >= {
        ("report:works-2022/evidence/210-232", "oa:hasTarget", "report:works-2022/evidence/210-232/target"),
        ("report:works-2022/evidence/210-232", "oa:hasBody", "instrument:cn-data-security-law"),
        ("report:works-2022/evidence/210-232/target", "oa:hasSource", "report:works-2022"),
        ("report:works-2022/evidence/210-232/target", "esg:page", "2"),
        ("report:works-2022/evidence/210-232/target", "esg:line", "2"),
        ("report:works-2022/evidence/210-232/quote", "oa:exact", "What stands on line 2."),
        ("report:works-2022/evidence/210-232/position", "oa:start", "210"),
        ("report:works-2022/evidence/210-232/position", "oa:end", "232"),
    }


def test_a_passage_that_shows_several_things_is_one_annotation() -> None:
    quads = describe(holdings())
    bodies = [q.object for q in quads if q.predicate == term("oa:hasBody") and "/2410-" in str(q.subject)]
    assert len(bodies) == 2  # both members of the working group


def test_two_findings_of_one_law_are_one_statement_with_the_higher_confidence() -> None:
    law = Law(
        id="l1", name="Widget Act", kind="law", jurisdiction="GB", evidence=quote(1, "first words"), confidence=0.4
    )
    other = replace(law, id="l2", name="UK Widget Act", evidence=quote(2), confidence=0.7)
    quads = describe(Findings(report="r", file="r.txt", company=Company("Example"), laws=(law, other)))
    assert [str(q.object) for q in quads if q.predicate == term("esg:confidence")] == [
        '"0.7"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]
    assert [q.object.value for q in quads if q.predicate == term("esg:wording")] == ["UK Widget Act", "Widget Act"]
    assert len([q for q in quads if q.predicate == term("esg:bestEvidence")]) == 1


def test_names_that_differ_in_punctuation_only_stay_two_policies() -> None:
    policies = tuple(Policy(id=f"d{i}", name=n, kind="policy", evidence=quote(i)) for i, n in enumerate(("A-B", "A B")))
    quads = describe(Findings(report="r", file="r.txt", company=Company("Example"), policies=policies))
    assert {q.object.value for q in quads if q.predicate == term("rdfs:label") and "/policy/" in str(q.subject)} == {
        "A-B",
        "A B",
    }
    assert len({q.subject for q in quads if q.predicate == term("esg:policyKind")}) == 2


def test_a_name_is_one_line() -> None:
    body = Body(id="b1", name="Audit\nCommittee", aliases=(" the  Committee ",), kind="committee", evidence=quote(1))
    found = triples(replace(holdings(), bodies=(body,), relations=()))
    assert {
        ("~body/audit-committee", "rdfs:label", "Audit Committee"),
        ("~body/audit-committee", "skos:altLabel", "the Committee"),
    } <= found


def test_a_report_without_a_company_is_named_for_itself() -> None:
    quads = describe(Findings(report="unsigned-2020", file="unsigned-2020.txt", company=Company("")))
    assert NamedNode(f"{ESG}company/unsigned-2020") in {q.subject for q in quads}


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        (Relation(subject="b9", predicate="reportsTo", object="b1", evidence=quote(1)), "names no finding: 'b9'"),
        (Relation(subject="b1", predicate="reportsTo", object="b9", evidence=quote(1)), "names no finding: 'b9'"),
        (Relation(subject="b1", predicate="lineOfDefence", object="line4", evidence=quote(1)), "no line of defence"),
        (Relation(subject="b1", predicate="subUnitOf", object="b2", evidence=()), "has no evidence"),
    ],
)
def test_a_finding_that_cannot_be_described_is_an_error(relation: Relation, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        describe(replace(holdings(), relations=(relation,)))


def test_quads_are_in_one_named_graph_sorted_unique_and_without_blank_nodes() -> None:
    quads = describe(holdings())
    assert {q.graph_name for q in quads} == {NamedNode(REPORT)}
    assert len({*quads}) == len(quads)
    assert quads == describe(holdings())
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_the_same_certificate_of_the_same_holder_in_two_states_stays_two() -> None:
    held = Certification(id="c1", name="ISO 99001", evidence=quote(1))
    quads = describe(
        Findings(
            report="r",
            file="r.txt",
            company=Company("Example"),
            certifications=(held, replace(held, id="c2", status="expired", evidence=quote(2))),
        )
    )
    states = {q.subject: q.object.value for q in quads if q.predicate == term("esg:certificationStatus")}
    assert sorted(states.values()) == ["expired", "held"]
