"""Who reports and oversees where the subject is a pronoun, stands far from its verb, or has company without a name."""

from __future__ import annotations

import pytest
from marked import hierarchy

ADVERBIALS = [
    (
        "Each quarter the [ESG Working Group] reviews progress and reports to the [ESG Council].",
        {"ESG Working Group reportsTo ESG Council"},
    ),
    (
        "At least twice a year the [Risk Committee] reviews the register and submits its findings to the [Board].",
        {"Risk Committee reportsTo Board"},
    ),
    (
        "On a regular basis the [Sustainability Office] and the execution teams report to the [Sustainability Committee].",
        {"Sustainability Office reportsTo Sustainability Committee"},
    ),
    (
        "In 2023 the [Ethics Office] assessed all sites and presented the results to the [Audit Committee].",
        {"Ethics Office reportsTo Audit Committee"},
    ),
    (
        "Within its field the [Safety Committee] sets targets and reports to the {CEO}.",
        {"Safety Committee reportsTo CEO"},
    ),
    (
        "In each country a {Compliance Officer} is named, who at regular intervals reports to the [Executive Board].",
        {"Compliance Officer reportsTo Executive Board"},
    ),
    (
        "The [Ethics Committee] meets monthly and every six months reports to the [Board].",
        {"Ethics Committee reportsTo Board"},
    ),
    (
        "The {Data Officer}, who twice a year gives an account to the [Risk Committee], trains staff.",
        {"Data Officer reportsTo Risk Committee"},
    ),
]

COMPANY = [
    (
        "The [Audit Department] and the external consultants report to the [Audit Committee].",
        {"Audit Department reportsTo Audit Committee"},
    ),
    (
        "The [Risk Office], together with the regional teams, reports to the [Risk Committee].",
        {"Risk Office reportsTo Risk Committee"},
    ),
    (
        "{Executive officers} and directors are under the oversight of the [Board].",
        {"Board oversees Executive officers"},
    ),
]

PRONOUNS = [
    (
        "The strategy is watched over by the [ESG Committee]. Twice a year or more it reports to the [Board] how far it has come.",
        {"ESG Committee reportsTo Board"},
    ),
    (
        "In 2020 the [Board] formed the [Climate Committee]. The {Vice-chairman} chairs it, it reports both to the [Executive Committee] and to the [Board].",
        {
            "Climate Committee reportsTo Board",
            "Climate Committee reportsTo Executive Committee",
            "Climate Committee subUnitOf Board",
        },
    ),
    (
        "The {General Manager} leads the [ESG Council], to which the heads of units belong. It reports to the [Board].",
        {"ESG Council reportsTo Board"},
    ),
    (
        "The {CFO} chairs the [Risk Committee]. It meets monthly and reports to the [Board].",
        {"Risk Committee reportsTo Board"},
    ),
    (
        "The [Safety Committee] is headed by the {CEO}. The committee meets monthly and it reports to the [Board].",
        {"Safety Committee reportsTo Board"},
    ),
    (
        "The [Ethics Office] is led by the {Ethics Officer}. She reports to the {CEO} and to the [Board].",
        {"Ethics Officer reportsTo Board", "Ethics Officer reportsTo CEO"},
    ),
    (
        "Responsibility for climate lies with the [Climate Council]. It is accountable to the [Board].",
        {"Climate Council reportsTo Board"},
    ),
    (
        "The [Board] has three bodies for this, the [Audit Committee], the [Risk Committee] and the [Pay Committee]. Each reports regularly to the [Board] on its work.",
        {"Audit Committee reportsTo Board", "Pay Committee reportsTo Board", "Risk Committee reportsTo Board"},
    ),
    (
        "The [Audit Committee] and the [Risk Committee] meet quarterly. They report to the [Board].",
        {"Audit Committee reportsTo Board", "Risk Committee reportsTo Board"},
    ),
    (
        "The [Risk Committee] was founded in 2019. It set up the [Risk Office].",
        {"Risk Office subUnitOf Risk Committee"},
    ),
    (
        "The [Board] approves strategy. The [Climate Committee] prepares it, and the [Climate Team] carries it out. The latter reports to the [Climate Committee].",
        {"Climate Team reportsTo Climate Committee"},
    ),
]

CLAUSES = [
    (
        "The division in charge is the [Planning Department], which collects policies and reports on them to the [Board].",
        {"Planning Department reportsTo Board"},
    ),
    (
        "The [Internal Audit Department] is a unit that reports directly to the {CEO}.",
        {"Internal Audit Department reportsTo CEO"},
    ),
    (
        "The {Sustainability Director}: the one who reports on sustainability to the [Board].",
        {"Sustainability Director reportsTo Board"},
    ),
    (
        "The work falls to the [Compliance Office], which is directly accountable to the [Management Committee] and trains staff.",
        {"Compliance Office reportsTo Management Committee"},
    ),
    (
        "Both belong to the [Risk Committee], which handles risk and is itself overseen by the [Audit Committee].",
        {"Audit Committee oversees Risk Committee"},
    ),
    (
        "The committee is headed by Jane Doe, {CSO} (Chief Sustainability Officer) of the Group, who is accountable to the {CEO}.",
        {"CSO reportsTo CEO"},
    ),
    ("The [ESG Office] is an independent function which answers to the [Board].", {"ESG Office reportsTo Board"}),
]


@pytest.mark.parametrize(("text", "expected"), [*ADVERBIALS, *COMPANY, *PRONOUNS, *CLAUSES])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
