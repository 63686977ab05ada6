"""Relations in sentences where another clause, a participle or a list stands between those who are related."""

from __future__ import annotations

import pytest
from marked import triples

LEADERS = [
    (
        "The [Sourcing Committee] is co-led by the {Procurement Officer} and the {Nature Director}.",
        {"Sourcing Committee ledBy Procurement Officer", "Sourcing Committee ledBy Nature Director"},
    ),
    (
        "The {Managing Director} steers the business through the [Executive Committee], which she chairs.",
        {"Executive Committee ledBy Managing Director"},
    ),
    ("The {CEO} relies on the [Ethics Panel], of which he is the chair.", {"Ethics Panel ledBy CEO"}),
    (
        "The [Alert Committee], of which the {Secretary} is the chair, meets monthly.",
        {"Alert Committee ledBy Secretary"},
    ),
    ("Sessions of the [ESG Committee] are presided over by the {CEO}.", {"ESG Committee ledBy CEO"}),
    ("The [Ethics Office] and its head, the {Ethics Officer}, answer calls.", {"Ethics Office ledBy Ethics Officer"}),
    ("The [Supplier Panel] has the {Buying Director} as coordinator.", {"Supplier Panel ledBy Buying Director"}),
]

REPORTS = [
    (
        "The risk map is drawn up by the [Risk Department] and is shown each year to the [Audit Committee].",
        {"Risk Department reportsTo Audit Committee"},
    ),
    (
        "The {Secretary} tables a schedule of breaches at the [Audit Committee] twice a year.",
        {"Secretary reportsTo Audit Committee"},
    ),
    (
        "Twice yearly the {Compliance Officer} submits a review to the [Ethics Committee].",
        {"Compliance Officer reportsTo Ethics Committee"},
    ),
    (
        "Data is submitted by the [Steering Group] to the [Executive Committee] every second month and by the [Executive Committee] to the [ESG Committee] each quarter.",
        {"Steering Group reportsTo Executive Committee", "Executive Committee reportsTo ESG Committee"},
    ),
    (
        "The [Mission Committee], independent of management, watches progress; its annual report is presented to the [General Meeting].",
        {"Mission Committee reportsTo General Meeting"},
    ),
    (
        "The office is helped by {local officers}; these have a functional reporting line to the {Compliance Officer}.",
        {"local officers reportsTo Compliance Officer"},
    ),
    (
        "[Corporate Security] is led by the {Security Officer}, reporting to the {CIO}.",
        {"Corporate Security ledBy Security Officer", "Security Officer reportsTo CIO"},
    ),
    (
        "The [Growth Council], to which the [Climate Team] is accountable, updates the [Board] at each meeting.",
        {"Climate Team reportsTo Growth Council", "Growth Council reportsTo Board"},
    ),
    (
        "The [Ethics Committee], which in turn renders accounts to the [Audit Committee], hears appeals.",
        {"Ethics Committee reportsTo Audit Committee"},
    ),
    (
        "The {CISO} leads the [Cyber Department], which is part of the [IT Division] and gives a monthly report to the [Finance Committee].",
        {
            "Cyber Department ledBy CISO",
            "Cyber Department subUnitOf IT Division",
            "Cyber Department reportsTo Finance Committee",
        },
    ),
]

PARTS = [
    (
        "The [Steering Committee] plans. Placed under the authority of the [Executive Committee], it brings together the {CFO} and the {HR Director}.",
        {
            "Steering Committee subUnitOf Executive Committee",
            "Steering Committee hasMember CFO",
            "Steering Committee hasMember HR Director",
        },
    ),
    (
        "Our plan is run by the [Steering Committee], a sub-committee of the [Executive Committee], with representatives of [Group Finance].",
        {"Steering Committee subUnitOf Executive Committee", "Steering Committee hasMember Group Finance"},
    ),
    ("The [Sourcing Committee], which the [Board] set up in 2022, meets.", {"Sourcing Committee subUnitOf Board"}),
    (
        "The [ESG Committee] met twice; it is made up of Mr B. Example (Chair), Ms A. Example and the {CEO}.",
        {"ESG Committee hasMember CEO"},
    ),
    (
        "Alerts go to the [Alert Committee] ({Secretary}, {HR Director}).",
        {"Alert Committee hasMember Secretary", "Alert Committee hasMember HR Director"},
    ),
    (
        "The [Board] has seven members: the {Chair}, two {Executive Directors} – the {CEO} and the {CFO} – and four {Outside Directors}.",
        {"Board ledBy Chair"}
        | {f"Board hasMember {m}" for m in ("Executive Directors", "CEO", "CFO", "Outside Directors")},
    ),
]

LINES = [
    (
        "We rest on three lines. First line: [Plant Managers] own the risks. Second line: [Group Risk], Legal and the [Safety Department] set limits. Third line: [Internal Audit], whose head, the {Audit Director}, reports functionally to the [Audit Committee] and administratively to the {CFO}.",
        {
            "Plant Managers lineOfDefence line1",
            "Group Risk lineOfDefence line2",
            "Safety Department lineOfDefence line2",
            "Internal Audit lineOfDefence line3",
            "Internal Audit ledBy Audit Director",
            "Audit Director reportsTo Audit Committee",
            "Audit Director reportsTo CFO",
        },
    ),
    (
        "Legal and [Compliance] are the second line. [Internal Audit], as the third line, reports to the [Audit Committee].",
        {
            "Compliance lineOfDefence line2",
            "Internal Audit lineOfDefence line3",
            "Internal Audit reportsTo Audit Committee",
        },
    ),
    ("The [Paint Team] runs the second line. The [Body Team] cleans it.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*LEADERS, *REPORTS, *PARTS, *LINES])
def test_those_related_are_found_across_what_stands_between(text: str, expected: set[str]) -> None:
    assert {t for t in triples(text) if " responsibleFor " not in t} == expected
