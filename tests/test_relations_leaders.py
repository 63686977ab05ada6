"""Who leads a body and who sits in it, in the wordings of reports of several countries, from plain text to relation."""

from __future__ import annotations

import pytest

from esggraph.extraction.mentions import Mention, mentions
from esggraph.extraction.pipeline import build_pipeline

_NLP = build_pipeline()


def triples(text: str) -> set[str]:
    return {
        f"{s.subject.name} {s.predicate} {s.object.name if isinstance(s.object, Mention) else s.object}"
        for s in _NLP(text)._.esg_statements
        if s.predicate in ("ledBy", "hasMember")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ethics Committee, whose chair is the head of Legal, meets monthly.",
            {"Ethics Committee ledBy head of Legal"},
        ),
        (
            "Signals go to the Drug Safety Committee, over which the Chief Medical Officer, Jane Doe, presides.",
            {"Drug Safety Committee ledBy Chief Medical Officer"},
        ),
        (
            "The Cyber Risk Committee meets twice a year with the CEO in the chair and the CISO and CTO attending as members.",
            {
                "Cyber Risk Committee ledBy CEO",
                "Cyber Risk Committee hasMember CISO",
                "Cyber Risk Committee hasMember CTO",
            },
        ),
        (
            "The board is assisted by the Sustainability Council, headed by the Managing Director and comprising "
            "the Chief Financial Officer and the CHRO.",
            {
                "Sustainability Council ledBy Managing Director",
                "Sustainability Council hasMember Chief Financial Officer",
                "Sustainability Council hasMember CHRO",
            },
        ),
        (
            "The Risk Committee, comprising the CFO (Chair), the Head of Group Controlling and the CCO, is informed quarterly.",
            {
                "Risk Committee ledBy CFO",
                "Risk Committee hasMember Head of Group Controlling",
                "Risk Committee hasMember CCO",
            },
        ),
        (
            "The Ethics Committee, in which the CCO, HR and Legal are represented, decides.",
            {"Ethics Committee hasMember CCO", "Ethics Committee hasMember Legal"},
        ),
        (
            "The Risk Committee consisting of the CFO and the General Counsel reviews risks.",
            {"Risk Committee hasMember CFO", "Risk Committee hasMember General Counsel"},
        ),
        (
            "The Supervisory Board must be composed only of external members, except for our CEO.",
            {"Supervisory Board hasMember external members", "Supervisory Board hasMember CEO"},
        ),
        (
            "Jane Doe and Richard Roe were appointed to the Board of Management as CEO and CFO.",
            {"Board of Management hasMember CEO", "Board of Management hasMember CFO"},
        ),
        (
            "Chaired by the Executive Vice President of Example Inc., the Safety Committee establishes policies.",
            {"Safety Committee ledBy Executive Vice President of Example Inc"},
        ),
        (
            "The Managing Executive Officer in charge of compliance chairs the Compliance Committee.",
            {"Compliance Committee ledBy Managing Executive Officer in charge of compliance"},
        ),
        (
            "The Risk Committee is chaired by the Executive Director (Legal and Compliance).",
            {"Risk Committee ledBy Executive Director (Legal and Compliance)"},
        ),
        (
            "We set up the “Pay Advisory Committee,” a non-statutory committee, which consists of the CEO and the CFO.",
            {"Pay Advisory Committee hasMember CEO", "Pay Advisory Committee hasMember CFO"},
        ),
        (
            "The Executive Board (CEO and executive officers) approves the plan.",
            {"Executive Board hasMember CEO", "Executive Board hasMember executive officers"},
        ),
        (
            "The Risk Committee – CEO (chair), CFO, heads of Legal and Quality – meets monthly.",
            {
                "Risk Committee ledBy CEO",
                "Risk Committee hasMember CFO",
                "Risk Committee hasMember head of Legal",
                "Risk Committee hasMember head of Quality",
            },
        ),
        (
            "Risk Committee: CEO (chair); CFO; General Counsel",
            {
                "Risk Committee ledBy CEO",
                "Risk Committee hasMember CFO",
                "Risk Committee hasMember General Counsel",
            },
        ),
        (
            "Risk Committee: headed by the CEO; with the CFO and the General Counsel; meets monthly.",
            {
                "Risk Committee ledBy CEO",
                "Risk Committee hasMember CFO",
                "Risk Committee hasMember General Counsel",
            },
        ),
        ("No executive director is a member of the Audit Committee.", set()),
        ("The CFO sits on the Risk Committee as a permanent guest.", set()),
        (
            "Risk Committee\n\nChair General Counsel\n\nMembers Chief Financial Officer | VP Legal",
            {
                "Risk Committee ledBy General Counsel",
                "Risk Committee hasMember Chief Financial Officer",
                "Risk Committee hasMember VP Legal",
            },
        ),
        (
            "Audit Committee 5 meetings\n\nMembers: CFO, General Counsel",
            {"Audit Committee hasMember CFO", "Audit Committee hasMember General Counsel"},
        ),
        ("A Risk Committee of group heads meets monthly.", {"Risk Committee hasMember group heads"}),
        ("The General Counsel was added to the Risk Committee.", {"Risk Committee hasMember General Counsel"}),
        (
            "The CFO sits on the Risk Committee together with the General Counsel.",
            {"Risk Committee hasMember CFO", "Risk Committee hasMember General Counsel"},
        ),
        (
            "The Ethics Committee (five members, two of whom union representatives) meets.",
            {"Ethics Committee hasMember union representatives"},
        ),
        (
            "The Legal Department is responsible for compliance.\n\nJane Doe, General Manager, Legal Department",
            {"Legal Department ledBy General Manager, Legal Department"},
        ),
    ],
)
def test_leaders_and_members_of_a_sentence(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The Supervisory Board has ten members, half of whom are employee representatives.",
            {"employee representatives"},
        ),
        ("The Supervisory Board has nine directors, six of them independent directors.", {"independent directors"}),
        (
            "The Supervisory Board has 3 executive directors, 1 other non-executive director and 5 outside directors.",
            {"executive directors", "non-executive director", "outside directors"},
        ),
        (
            "The Supervisory Board consists of two executive and three non-executive directors.",
            {"executive directors", "non-executive directors"},
        ),
    ],
)
def test_kinds_of_director_compose_a_board(text: str, kinds: set[str]) -> None:
    assert triples(text) == {f"Supervisory Board hasMember {kind}" for kind in kinds}


def test_a_board_counted_in_the_sentence_behind() -> None:
    text = (
        "The Supervisory Board decides on strategy. A total of seven board members, consisting of 2 executive directors, "
        "1 non-executive director and 5 outside directors, supervise the management."
    )
    assert triples(text) == {
        "Supervisory Board hasMember executive directors",
        "Supervisory Board hasMember non-executive director",
        "Supervisory Board hasMember outside directors",
    }


def test_members_that_are_described_and_not_titled() -> None:
    text = (
        "The Safety Committee meets quarterly; its members include the plant manager, the company doctor "
        "and senior managers of the relevant departments."
    )
    assert triples(text) == {
        "Safety Committee hasMember plant manager",
        "Safety Committee hasMember company doctor",
        "Safety Committee hasMember senior managers of the relevant departments",
    }


def test_heads_of_several_departments_are_each_a_member() -> None:
    text = "The Risk Committee is composed of the heads of Operations, Finance, Legal and Information Technology."
    assert triples(text) == {
        f"Risk Committee hasMember head of {field}"
        for field in ("Operations", "Finance", "Legal", "Information Technology")
    }


def test_a_chair_behind_the_name_of_the_committee() -> None:
    assert triples("The Audit Committee Chairman reports to the Board.") == {
        "Audit Committee ledBy Audit Committee Chairman"
    }


def test_a_column_of_chairs() -> None:
    text = (
        "Name of the Committee Chairperson Meetings held\n"
        "Audit Committee Ms C. Doe 6\n"
        "Nomination and Remuneration Committee (NRC) Mr D. Roe 3\n"
    )
    assert {m.name for m in mentions(_NLP(text), "posts")} == {
        "Chairperson of the Audit Committee",
        "Chairperson of the Nomination and Remuneration Committee",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Risk Committee, headed jointly by the CEO and the CRO, approves the limits.", {"CEO", "CRO"}),
        ("The Risk Committee, co-chaired by the CFO and the head of audit, meets monthly.", {"CFO", "head of audit"}),
        ("Management of the Risk Committee is entrusted to the CRO.", {"CRO"}),
        ("The Risk Committee works under the responsibility of the CRO.", {"CRO"}),
        ("The Risk Committee, assigned to the CRO, checks the limits.", {"CRO"}),
        ("The Risk Committee has been headed since May by a member of the Executive Committee, the CRO.", {"CRO"}),
        ("The Risk Committee appointed the CRO as its chairperson.", {"CRO"}),
        ("An independent director serves as the Risk Committee’s chairperson.", {"independent director"}),
        ("A body headed by the CRO, known as the Risk Committee, was set up.", {"CRO"}),
        ("The chairman and the members of the Risk Committee are outside directors.", {"outside directors"}),
        ("The CRO convenes the Risk Committee.", {"CRO"}),
        ("The CRO is the executive sponsor of the Risk Committee.", {"CRO"}),
        ("The CRO, who is also the chair of the Risk Committee, reports monthly.", {"CRO"}),
        ("As chair of the Risk Committee, the CRO reports monthly.", {"CRO"}),
        ("The chair of the Risk Committee is held by the CRO.", {"CRO"}),
        ("We set up a Risk Committee, the chairman of which is the CRO.", {"CRO"}),
        ("The Risk Committee, whose chairman is an independent director, meets monthly.", {"independent director"}),
        ("The Risk Committee has two co-chairs, the CEO and the CRO.", {"CEO", "CRO"}),
        ("The CEO and the CRO serve as co-chairs of the Risk Committee.", {"CEO", "CRO"}),
        ("The Audit Committee is chaired by the CEO, the Risk Committee by the CRO.", {"CRO"}),
        ("The Board set up the Risk Committee with the CRO as its head.", {"CRO"}),
        ("The Risk Committee is the responsibility of the CRO.", {"CRO"}),
        ("The Risk Committee recommends limits to the Board of Management; the CRO leads it.", {"CRO"}),
        ("The Risk Committee meets monthly and its chair, the CRO, submits the register.", {"CRO"}),
        ("Risk Committee: the CRO chairs; limits and models.", {"CRO"}),
        ("In the Group the CRO runs the Risk Committee and reports to the Board.", {"CRO"}),
        ("The Risk Committee is a company-wide body chaired by the CRO.", {"CRO"}),
        ("The owners hear of it through the Risk Committee, whose chairman is the CRO, and in reports.", {"CRO"}),
        ("The Risk Committee (chair: CFO; vice chair: CRO) meets monthly.", {"CFO"}),
    ],
)
def test_who_leads_a_committee(text: str, expected: set[str]) -> None:
    assert {t.split(" ledBy ")[1] for t in triples(text) if t.startswith("Risk Committee ledBy")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Board set up the Risk Committee with the CRO as its head.",
        "The Board set up the Risk Committee under the chairmanship of the CRO.",
        "The Risk Committee\nDeputy chair: CRO",
    ],
)
def test_who_leads_a_committee_leads_no_body_beside_it(text: str) -> None:
    assert {t for t in triples(text) if " ledBy " in t} <= {"Risk Committee ledBy CRO"}
    assert "Deputy" not in text or not any(" ledBy " in t for t in triples(text))
