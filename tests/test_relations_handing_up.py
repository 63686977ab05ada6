"""Reporting lines in the many verbs and nouns by which something is handed up."""

from __future__ import annotations

import pytest
from marked import hierarchy

HANDED_UP = [
    ("The [Risk Office] hands a quarterly report to the [Risk Committee].", {"Risk Office reportsTo Risk Committee"}),
    ("The [Steering Committee] puts topics before the [Board].", {"Steering Committee reportsTo Board"}),
    (
        "The {local officers} pass the report to the {Compliance Officer}.",
        {"local officers reportsTo Compliance Officer"},
    ),
    ("Minutes of the [Ethics Committee] go to the [Board].", {"Ethics Committee reportsTo Board"}),
    (
        "A consolidated report goes from the [Steering Committee] to the [Board].",
        {"Steering Committee reportsTo Board"},
    ),
    (
        "Findings of the [Compliance Office] flow into a quarterly update for the [Management Board] and a yearly report for the [Audit Committee].",
        {"Compliance Office reportsTo Audit Committee", "Compliance Office reportsTo Management Board"},
    ),
    ("Incidents reach the [Board] through the {CEO}'s reports.", {"CEO reportsTo Board"}),
    (
        "The [Board] wants an update from the [Management Committee] twice a year.",
        {"Management Committee reportsTo Board"},
    ),
    ("The [Board] requires quarterly reports from the [Risk Committee].", {"Risk Committee reportsTo Board"}),
    ("The [Board] is kept informed of risks by the [Risk Committee].", {"Risk Committee reportsTo Board"}),
    (
        "The [Management Board] decides on the basis of reports by the {ESG Manager}.",
        {"ESG Manager reportsTo Management Board"},
    ),
    (
        "The [Management Board] assesses this on the basis of information from the {ESG Manager}.",
        {"ESG Manager reportsTo Management Board"},
    ),
    (
        "Two bodies report into the [CR Committee]: the [Diversity Committee] and the [Climate Group].",
        {"Climate Group reportsTo CR Committee", "Diversity Committee reportsTo CR Committee"},
    ),
    ("The [Risk Office] is answerable to the [Board].", {"Risk Office reportsTo Board"}),
    ("The [ESG Team] owes the [Board] an account of its work.", {"ESG Team reportsTo Board"}),
    ("The [ESG Team] raises issues with the [Risk Committee].", {"ESG Team reportsTo Risk Committee"}),
    ("The [ESG Team] refers material matters to the [Board] for decision.", {"ESG Team reportsTo Board"}),
    ("The [ESG Team] escalates critical cases directly to the [Board].", {"ESG Team reportsTo Board"}),
    ("Critical cases are escalated by the [ESG Team] to the [Board].", {"ESG Team reportsTo Board"}),
    ("Critical cases are escalated from the [ESG Team] to the [Board].", {"ESG Team reportsTo Board"}),
    (
        "The [Risk Committee] makes recommendations and reports to the [Board] on its work.",
        {"Risk Committee reportsTo Board"},
    ),
    (
        "The {Chief Risk Officer} reports functionally to the [Risk Committee] and administratively to the {CEO}.",
        {"Chief Risk Officer reportsTo CEO", "Chief Risk Officer reportsTo Risk Committee"},
    ),
    (
        "The {Chief Risk Officer} has a dual reporting line, to the {CEO} and to the [Risk Committee].",
        {"Chief Risk Officer reportsTo CEO", "Chief Risk Officer reportsTo Risk Committee"},
    ),
    (
        "The {Head of Audit}, whose reporting line is to the [Audit Committee], attends all meetings.",
        {"Head of Audit reportsTo Audit Committee"},
    ),
    ("The {Head of Audit} reports straight to the [Audit Committee].", {"Head of Audit reportsTo Audit Committee"}),
    (
        "Direct reports of the {CEO} include the {CFO} and the {General Counsel}.",
        {"CFO reportsTo CEO", "General Counsel reportsTo CEO"},
    ),
    ("The [Climate Team] informs the [Board] quarterly of its progress.", {"Climate Team reportsTo Board"}),
    ("The [Board] receives from the [Risk Committee] a report each quarter.", {"Risk Committee reportsTo Board"}),
    (
        "Every quarter, a report is received from the [Risk Committee] by the [Board].",
        {"Risk Committee reportsTo Board"},
    ),
    ("The [Board] reviews reports submitted by the [Risk Committee].", {"Risk Committee reportsTo Board"}),
    (
        "The [Board] was briefed three times by the {Chief Information Security Officer}.",
        {"Chief Information Security Officer reportsTo Board"},
    ),
    (
        "At each meeting the {CFO} gives the [Audit Committee] an account of open cases.",
        {"CFO reportsTo Audit Committee"},
    ),
    ("Through the [Risk Committee], the [Risk Office] reports to the [Board].", {"Risk Office reportsTo Board"}),
    ("The [Risk Committee]'s report to the [Board] covers climate.", {"Risk Committee reportsTo Board"}),
    ("The [ESG Office] prepares quarterly updates for the [Board].", {"ESG Office reportsTo Board"}),
    ("The [Risk Committee] is obliged to report to the [Board].", {"Risk Committee reportsTo Board"}),
    ("The task of the [ESG Office] is to report progress to the [Board].", {"ESG Office reportsTo Board"}),
    ("It is the duty of the [ESG Office] to report progress to the [Board].", {"ESG Office reportsTo Board"}),
    (
        "Several bodies report to the [Board], among them the [Risk Committee] and the [Audit Committee].",
        {"Audit Committee reportsTo Board", "Risk Committee reportsTo Board"},
    ),
    (
        "Several committees report to the [Board], including the [Risk Committee] and the [Audit Committee].",
        {"Audit Committee reportsTo Board", "Risk Committee reportsTo Board"},
    ),
    (
        "The {ESG Director}, a position at Group level that reports to the {General Counsel}, shapes the agenda.",
        {"ESG Director reportsTo General Counsel"},
    ),
    (
        "The [Safety Office] is a staff unit which reports directly to the {CEO}.",
        {"Safety Office reportsTo CEO"},
    ),
    ("Decisions of the [Risk Office] are passed on to the [Board] for review.", {"Risk Office reportsTo Board"}),
    (
        "The [Audit Group] and the [Risk Group] began in 2020. The working groups present progress reports to the [Board].",
        {"Audit Group reportsTo Board", "Risk Group reportsTo Board"},
    ),
    (
        "There are two, the [Audit Group] and the [Risk Group]. Managers convene them, and these groups report to the [Board].",
        {"Audit Group reportsTo Board", "Risk Group reportsTo Board"},
    ),
    ("The [Audit Group] and the [Risk Team] began in 2020. The working groups report to the [Board].", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*HANDED_UP])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
