"""Who has a place in a body that stands before them, and lists of members that no verb introduces."""

from __future__ import annotations

import pytest
from marked import triples


def members(body: str, *names: str) -> set[str]:
    return {f"{body} hasMember {name}" for name in names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Executive Board] runs the company with the [Management Board], to which the {CEO}, the {CFO}, the {CRO} and the {CTO} belong.",
            members("Management Board", "CEO", "CFO", "CRO", "CTO"),
        ),
        (
            "Complaints go to the [Ethics Committee], which the {GC} chairs and in which the {Secretary} and the {Head of Audit} sit.",
            members("Ethics Committee", "Secretary", "Head of Audit"),
        ),
        (
            "A [Core Team] was formed in 2020, where specialists of [Group Sustainability], [Credit Risk] and [Finance] work together.",
            members("Core Team", "Group Sustainability", "Credit Risk", "Finance"),
        ),
        (
            "The [Rules Committee], in which the [CSR Department], the [Quality Department] and the buyers sit, decides.",
            members("Rules Committee", "CSR Department", "Quality Department"),
        ),
        (
            "Cases go to the [Slavery Committee]: [Internal Audit], [Legal] and [Loss Prevention] are on it.",
            members("Slavery Committee", "Internal Audit", "Legal", "Loss Prevention"),
        ),
        (
            "Any finding goes to the [Compliance Committee]; [Procurement], [Legal] and [Security] have a seat.",
            members("Compliance Committee", "Procurement", "Legal", "Security"),
        ),
        (
            "The [ESG Council] meets often; among its members are the {CFO}, the {COO} and the {CSO}.",
            members("ESG Council", "CFO", "COO", "CSO"),
        ),
        (
            "The [ESG Council] meets quarterly. Its participants: the {CRO}; the {CLO}; the {Head of HR}.",
            members("ESG Council", "CRO", "CLO", "Head of HR"),
        ),
        (
            "The {CEO} chairs a managerial [ESG Committee] with the business unit heads, the {CFO} and the {Strategy Director}.",
            members("ESG Committee", "CFO", "Strategy Director"),
        ),
        (
            "[Steering Committee]: headed by the {CEO}; with the regional presidents, the {CFO} and the {Head of Cocoa}",
            members("Steering Committee", "CFO", "Head of Cocoa"),
        ),
        (
            "The {CCO} sits on the [Apex Committee] together with the {CFO} and the {Head of HR}.",
            members("Apex Committee", "CCO", "CFO", "Head of HR"),
        ),
        (
            "The [Risk Council], with the {group heads} and the {CFO} as members, meets monthly.",
            members("Risk Council", "group heads", "CFO"),
        ),
        (
            "The [ESG Committee] meets twice a year. The heads of [HR], [Legal] and [Audit] take part.",
            members("ESG Committee", "HR", "Legal", "Audit"),
        ),
        (
            "The [ESG Working Committee], convened by the {Director}, has delegates of [Risk], [Credit] and [Legal].",
            members("ESG Working Committee", "Risk", "Credit", "Legal"),
        ),
        (
            "Our [Slavery Working Group] draws people from [Supply], [Legal] and [Marketing].",
            members("Slavery Working Group", "Supply", "Legal", "Marketing"),
        ),
        ("The {CEO} leads the [Crisis Team] with the {CFO} as deputy.", set()),
        ("The {CFO} and the {COO} take part in the meetings of the [Board].", set()),
        ("The [Risk Committee], in which the {Auditor} takes part as guest, meets.", set()),
        (
            "The [Risk Committee] consists of the {CFO} and the {COO}; the {Head of Risk} attends as a guest.",
            members("Risk Committee", "CFO", "COO"),
        ),
    ],
)
def test_places(text: str, expected: set[str]) -> None:
    assert triples(text, "hasMember") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[ESG Core Group] – {CEO} (chair), {CFO}, {Head of Quality}, {Head of HR}",
            {"ESG Core Group ledBy CEO"} | members("ESG Core Group", "CFO", "Head of Quality", "Head of HR"),
        ),
        (
            "[ESG working group]: [Brand Division], [HR Department], [Legal Department], business divisions",
            members("ESG working group", "Brand Division", "HR Department", "Legal Department"),
        ),
        (
            "[Ethics Committee]\n\n{CEO} (Chairman); {CFO}; {Head of Legal}",
            {"Ethics Committee ledBy CEO"} | members("Ethics Committee", "CFO", "Head of Legal"),
        ),
        (
            "[ESG Committee]: {CEO}, {CFO} and {CSO}; meets four times a year",
            members("ESG Committee", "CEO", "CFO", "CSO"),
        ),
        (
            "[Audit Committee] 3 {independent directors}, 1 {executive director} reviews the accounts",
            members("Audit Committee", "independent directors", "executive director"),
        ),
        (
            "[Nomination Committee] All {non-executive directors}. Succession",
            members("Nomination Committee", "non-executive directors"),
        ),
        ("[Risk Committee]\n\nComposition: three directors; the {CFO} and the {CRO} are guests", set()),
        ("[Board]: [Audit Committee], [Risk Committee]", set()),
        ("[Legal Department]: [Compliance Team], [Ethics Team]", set()),
    ],
)
def test_rosters(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ethics Committee]\n\nA management body of eight, comprising amongst others the {CFO} and the {CHRO}.",
            members("Ethics Committee", "CFO", "CHRO"),
        ),
        ("[Ethics Committee]. A collegiate body set up by the [Board].", {"Ethics Committee subUnitOf Board"}),
        (
            "[Ethics Committee]\n\nPermanent organ of the [Board], chaired by the {CEO}.",
            {"Ethics Committee subUnitOf Board", "Ethics Committee ledBy CEO"},
        ),
        ("[Ethics Committee]\n\nThe committee of the [Board] met twice.", set()),
        ("[Ethics Committee]\n\nA working group led by the {CFO} reports to the [Board].", set()),
    ],
)
def test_fragments_under_a_heading_go_on_about_its_body(text: str, expected: set[str]) -> None:
    assert triples(text) == expected
