"""The four companies of our user: what their real reports say of their governance comes out, with evidence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from esggraph.extraction import extract
from esggraph.findings import Findings
from esggraph.reading import read

pytestmark = pytest.mark.reports

ALIBABA = "alibaba-pictures-2024.txt"
AINNOVATION = "ainnovation-2023.md"
SENSETIME = "sensetime-2023.md"
HIKVISION = "hikvision-2023.md"


@cache
def found_in(path: Path) -> Findings:
    return extract(read(path))


def triples(findings: Findings) -> set[tuple[str, str, str]]:
    """Relations by lower-case names; a body is found under each of its names."""
    names = {e.id: {n.lower() for n in (e.name, *e.aliases)} for e in findings.entities()}
    return {
        (s, r.predicate, o)
        for r in findings.relations
        for s in names[r.subject]
        for o in names.get(r.object, {r.object})
    }


def names(findings: Findings, kind: str) -> set[str]:
    return {form.lower() for e in getattr(findings, kind) for form in (e.name, *e.aliases)}


RELATIONS = [
    (ALIBABA, "ESG tiers", [
        ("board of directors", "inTier", "tier:1"),
        ("esg execution team", "inTier", "tier:2"),
        ("esg working group", "inTier", "tier:3"),
        ("esg execution team", "hasMember", "chief operating officer"),
        ("esg execution team", "hasMember", "chief financial officer"),
        ("esg execution team", "hasMember", "general counsel"),
    ]),
    (ALIBABA, "lines of defence", [
        ("operational teams of business units", "lineOfDefence", "line1"),
        ("financial centre", "lineOfDefence", "line2"),
        ("legal department", "lineOfDefence", "line2"),
        ("security department", "lineOfDefence", "line2"),
        ("internal control team", "lineOfDefence", "line2"),
        ("internal audit team", "lineOfDefence", "line3"),
        ("integrity team", "lineOfDefence", "line3"),
    ]),
    (ALIBABA, "data compliance and integrity", [
        ("data compliance committee", "subUnitOf", "board of directors"),
        ("data compliance decision-making subcommittee", "subUnitOf", "data compliance committee"),
        ("data compliance management execution subcommittee", "subUnitOf", "data compliance committee"),
        ("risk incident emergency response subcommittee", "subUnitOf", "data compliance committee"),
        ("integrity and compliance department", "reportsTo", "board of directors"),
    ]),
    (AINNOVATION, "board committees", [
        ("audit committee", "subUnitOf", "board of directors"),
        ("remuneration committee", "subUnitOf", "board of directors"),
        ("nomination committee", "subUnitOf", "board of directors"),
    ]),
    (AINNOVATION, "three tiers", [
        ("board of directors", "inTier", "tier:1"),
        ("senior management", "inTier", "tier:2"),
        ("esg working group", "inTier", "tier:3"),
    ]),
    (AINNOVATION, "AI ethics, information security, lines of defence", [
        ("governance committee", "subUnitOf", "ai ethics governance committee"),
        ("advisory committee", "subUnitOf", "ai ethics governance committee"),
        ("secretary office", "subUnitOf", "governance committee"),
        ("information security committee", "ledBy", "chief technology officer"),
        ("functional departments", "lineOfDefence", "line1"),
        ("business units", "lineOfDefence", "line1"),
    ]),
    (SENSETIME, "sustainability", [
        ("corporate governance committee", "subUnitOf", "board of directors"),
        ("sustainability committee", "subUnitOf", "corporate governance committee"),
        ("esg joint working group", "hasMember", "corporate social responsibility department"),
        ("esg joint working group", "hasMember", "office of the secretary general of the board of directors"),
        ("esg joint working group", "hasMember", "brand marketing and communications department"),
    ]),
    (SENSETIME, "anti-fraud", [
        ("anti-fraud committee", "oversees", "human resources department"),
        ("anti-fraud committee", "oversees", "legal department"),
        ("anti-fraud committee", "oversees", "internal control department"),
        ("anti-fraud committee", "oversees", "internal audit department"),
        ("anti-fraud committee", "oversees", "compliance supervision department"),
    ]),
    (HIKVISION, "board committees", [
        ("strategy committee", "subUnitOf", "board of directors"),
        ("audit committee", "subUnitOf", "board of directors"),
        ("nomination committee", "subUnitOf", "board of directors"),
        ("remuneration and appraisal committee", "subUnitOf", "board of directors"),
    ]),
    (HIKVISION, "security and carbon", [
        ("network and information security committee", "ledBy", "president"),
        ("network and information security committee", "oversees", "cybersecurity department"),
        ("board of directors", "oversees", "carbon neutrality committee"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [pytest.param(f, e, id=f"{f}: {t}") for f, t, e in RELATIONS])
def test_states_its_structure(reports: Path, file: str, expected: list[tuple[str, str, str]]) -> None:
    assert [t for t in expected if t not in triples(found_in(reports / file))] == []


BODIES = [
    (AINNOVATION, ["shareholders' general meeting", "board of directors", "supervisory committee", "senior management",
                   "anti-fraud management office"]),
    (SENSETIME, ["ai ethics and governance committee", "information security management committee"]),
    (HIKVISION, ["general meeting of shareholders", "board of supervisors", "management team",
                 "legal and compliance department", "compliance working group", "advisory committee",
                 "technical ethics committee", "integrity and ethics compliance committee", "quality management committee",
                 "procurement management committee"]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), BODIES)
def test_names_its_bodies(reports: Path, file: str, expected: list[str]) -> None:
    assert [name for name in expected if name not in names(found_in(reports / file), "bodies")] == []


def test_names_a_chief_compliance_officer_and_who_that_is(reports: Path) -> None:
    posts = {p.name: p.holder for p in found_in(reports / HIKVISION).posts}
    assert posts["Chief Compliance Officer"] == "Huang Fanghong"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "laws",
            [
                "anti-monopoly law of the people’s republic of china",
                "prevention of bribery ordinance (chapter 201 of the laws of hong kong)",
            ],
        ),
        ("policies", ["integrity pledge", "data security policy", "employee training management policy"]),
    ],
)
def test_names_laws_and_policies(reports: Path, kind: str, expected: list[str]) -> None:
    assert [name for name in expected if name not in names(found_in(reports / ALIBABA), kind)] == []


@pytest.mark.parametrize("file", [ALIBABA, AINNOVATION, SENSETIME, HIKVISION])
def test_every_finding_leads_back_to_its_words(reports: Path, file: str) -> None:
    report = read(reports / file)
    findings = found_in(reports / file)
    lines = report.source.split("\n")
    for finding in (*findings.entities(), *findings.relations):
        for evidence in finding.evidence:
            assert report.quote(evidence.start, evidence.end) == evidence.quote
            first = evidence.quote.split()[0].strip("“”\"'(•")[:4]
            assert first in lines[evidence.line - 1], (finding, evidence)
