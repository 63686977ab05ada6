"""Findings of two invented companies, for tests of the graph."""

from __future__ import annotations

from esggraph.findings import Body, Certification, Evidence, Findings, Law, Policy, Post, Relation, Standard
from esggraph.report import Company

DATA_SECURITY_LAW = "https://w3id.org/esggraph/instrument/cn-data-security-law"


def quote(line: int, text: str = "", page: int | None = None) -> tuple[Evidence, ...]:
    """Return evidence that starts at a hundred times its line, in the report's text and ten later in its source."""
    text = text or f"What stands on line {line}."
    start = line * 100
    return (Evidence(text, line, page, start, start + len(text), start + 10, start + 10 + len(text)),)


def holdings(report: str = "example-2023", period: str = "2023-01-01/2023-12-31") -> Findings:
    """Return a whole report: every kind of finding and every predicate."""
    board = Body(id="b1", name="Board of Directors", aliases=("the Board",), kind="board", evidence=quote(1))
    audit = Body(id="b2", name="Audit Committee", kind="board_committee", evidence=quote(2) + quote(9), confidence=0.9)
    group = Body(id="b3", name="ESG Working Group", aliases=("EWG",), kind="working_group", evidence=quote(3))
    legal = Body(id="b4", name="Legal Department", kind="department", evidence=quote(4))
    union = Body(id="b5", name="Staff Union", kind="union", evidence=quote(5))
    officer = Post(id="p1", name="Chief Compliance Officer", aliases=("CCO",), holder="A. N. Other", evidence=quote(6))
    chair = Post(id="p2", name="Chairman", holder="First Holder; Second Holder", evidence=quote(7))
    return Findings(
        report=report,
        file=f"{report}.txt",
        company=Company("Example Holdings Co., Ltd.", ("Example", "the Company"), ("0020.HK",)),
        title="Sustainability Report",
        period=period,
        bodies=(board, audit, group, legal, union),
        posts=(officer, chair),
        policies=(
            Policy(
                id="d1",
                name="Code of Conduct",
                aliases=("the Code",),
                kind="code",
                topic="business-ethics",
                evidence=quote(10),
            ),
            Policy(id="d2", name="Gifts Policy", kind="policy", evidence=quote(11)),
        ),
        laws=(
            Law(
                id="l1",
                name="Data Security Law",
                aliases=("DSL",),
                kind="law",
                jurisdiction="CN",
                instrument=DATA_SECURITY_LAW,
                evidence=quote(12),
            ),
            Law(
                id="l2",
                name="Widget Safety Law of the People's Republic of China",
                kind="law",
                jurisdiction="CN",
                evidence=quote(13),
            ),
        ),
        standards=(
            Standard(id="s1", name="Example Reporting Standard", kind="reporting_framework", evidence=quote(14)),
        ),
        certifications=(
            Certification(id="c1", name="ISO 99001:2015", evidence=quote(15)),
            Certification(
                id="c2", name="ISO 99001:2015", holder="Northern Plant", status="pursuing", evidence=quote(16)
            ),
        ),
        relations=(
            Relation(
                subject="b2",
                predicate="subUnitOf",
                object="b1",
                confidence=0.8,
                evidence=quote(20, "The Board has an Audit Committee.") + quote(21),
            ),
            Relation(subject="b3", predicate="reportsTo", object="b2", evidence=quote(22)),
            Relation(subject="b1", predicate="oversees", object="b3", evidence=quote(23)),
            Relation(subject="b3", predicate="hasMember", object="b4", evidence=quote(24)),
            Relation(subject="b3", predicate="hasMember", object="p1", evidence=quote(24)),
            Relation(subject="b2", predicate="ledBy", object="p2", evidence=quote(25)),
            Relation(subject="b4", predicate="lineOfDefence", object="line2", evidence=quote(26)),
            Relation(subject="b1", predicate="inTier", object="tier:1", structure="ESG", evidence=quote(27)),
            Relation(subject="b3", predicate="inTier", object="tier:2", structure="ESG", evidence=quote(27)),
            Relation(subject="b4", predicate="responsibleFor", object="topic:tax", evidence=quote(28)),
        ),
    )


def works() -> Findings:
    """Return a small report of another company, paged, that cites the same laws under other names."""
    return Findings(
        report="works-2022",
        file="works-2022.pdf",
        company=Company("Sample Works Inc.", ("Sample Works", "the Company")),
        bodies=(Body(id="b1", name="Audit Committee", kind="board_committee", evidence=quote(1, page=1)),),
        laws=(
            Law(
                id="l1",
                name="China's Law on Data Security",
                kind="law",
                jurisdiction="CN",
                instrument=DATA_SECURITY_LAW,
                evidence=quote(2, page=2),
            ),
            Law(id="l2", name="the Widget Safety Law", kind="law", jurisdiction="CN", evidence=quote(3, page=3)),
            Law(id="l3", name="Widget Safety Law", kind="law", jurisdiction="KR", evidence=quote(4, page=4)),
        ),
    )
