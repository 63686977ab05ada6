"""Who watches over, directs or instructs whom, in verbs and nouns."""

from __future__ import annotations

import pytest
from marked import hierarchy

OVERSIGHT = [
    ("The [Board] has oversight of the work of the [Risk Committee].", {"Board oversees Risk Committee"}),
    (
        "The [Audit Committee] monitors financial reporting, internal control and the [Internal Audit Department].",
        {"Audit Committee oversees Internal Audit Department"},
    ),
    (
        "The [Audit Committee] monitors the reporting process, the effectiveness of [Group Audit] and the independence of auditors.",
        {"Audit Committee oversees Group Audit"},
    ),
    (
        "The [ESG Committee] sets targets and supervises ESG management in the [ESG Working Group].",
        {"ESG Committee oversees ESG Working Group"},
    ),
    (
        "The [ESG Office] coordinates the [Climate Team] and the [Social Team].",
        {"ESG Office oversees Climate Team", "ESG Office oversees Social Team"},
    ),
    (
        "The [ESG Council] reports to the [Board] and leads the [ESG Execution Group].",
        {"ESG Council oversees ESG Execution Group", "ESG Council reportsTo Board"},
    ),
    ("The {CEO} manages the company as instructed by the [Board].", {"Board oversees CEO"}),
    ("The {local heads} follow the instructions and guidance of the {CCO}.", {"CCO oversees local heads"}),
    (
        "The [Sustainability Committee] gives the [Site Committees] guidance and advice.",
        {"Sustainability Committee oversees Site Committees"},
    ),
    ("The [Board] obliges the {Managing Directors} to respect human rights.", {"Board oversees Managing Directors"}),
    (
        "Four teams are overseen by the [Stakeholder Office]: the [Climate Team], the [Care Team] and the [Safety Team].",
        {
            "Stakeholder Office oversees Care Team",
            "Stakeholder Office oversees Climate Team",
            "Stakeholder Office oversees Safety Team",
        },
    ),
    (
        "With the [Board] overseeing them, risks are handled by the [Management Committee].",
        {"Board oversees Management Committee"},
    ),
    (
        "Regional officers are appointed; the {regional officers} stand under the authority of the {CISO}.",
        {"CISO oversees regional officers"},
    ),
    ("Its performance is appraised by the [Nomination Committee].", set()),
    ("The [Board] is in charge of supervising the [Executive Committee].", {"Board oversees Executive Committee"}),
    (
        "The performance of the [Executive Committee] is evaluated each year by the [Board].",
        {"Board oversees Executive Committee"},
    ),
    ("The [Executive Committee] works under the supervision of the [Board].", {"Board oversees Executive Committee"}),
    ("Supervision of the [Executive Committee] is the task of the [Board].", {"Board oversees Executive Committee"}),
    ("The [Board] directs and controls the [Executive Committee].", {"Board oversees Executive Committee"}),
    (
        "The [Supervisory Board] advises and monitors the [Management Board].",
        {"Supervisory Board oversees Management Board"},
    ),
    (
        "The [Management Board] is advised and supervised by the [Supervisory Board].",
        {"Supervisory Board oversees Management Board"},
    ),
    ("The {Compliance Officer} supervises the [Compliance Office].", {"Compliance Officer oversees Compliance Office"}),
    ("The [Risk Committee] is subject to the supervision of the [Board].", {"Board oversees Risk Committee"}),
    ("The [Board] keeps watch over the [Executive Committee].", {"Board oversees Executive Committee"}),
    ("The [Board] exercises control over the [Executive Committee].", {"Board oversees Executive Committee"}),
    ("The [ESG Committee], which oversees the [ESG Team], meets monthly.", {"ESG Committee oversees ESG Team"}),
    (
        "The [Climate Team], whose work is overseen by the [ESG Committee], meets monthly.",
        {"ESG Committee oversees Climate Team"},
    ),
    ("The [Climate Team] takes its instructions from the [ESG Committee].", {"ESG Committee oversees Climate Team"}),
    (
        "The {CFO} is responsible for the supervision of the [Tax Department] and plays a key role in monitoring the [Audit Office].",
        {"CFO oversees Tax Department", "CFO oversees Audit Office"},
    ),
    ("The [Board] has delegated the daily running to the [Executive Committee].", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*OVERSIGHT])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
