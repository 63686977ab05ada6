"""What is part of what, where a name stands before or behind the words that say so."""

from __future__ import annotations

import pytest
from marked import hierarchy

PARTS = [
    (
        "Since May the [Board] has had a [Climate Committee] of its own, in addition to the [Audit Committee].",
        {"Climate Committee subUnitOf Board", "Audit Committee subUnitOf Board"},
    ),
    ("Within the [Board] the [Risk Committee] follows risks.", {"Risk Committee subUnitOf Board"}),
    (
        "The [Climate Department] was founded in 2021 inside the [Strategy Division].",
        {"Climate Department subUnitOf Strategy Division"},
    ),
    (
        "Linked to the [Board], which ensures its independence, the [Ombuds Office] answers complaints.",
        {"Ombuds Office subUnitOf Board"},
    ),
    ("[Response Team] (affiliated with the [Strategy Department])", {"Response Team subUnitOf Strategy Department"}),
    (
        "We moved the [Security Centre] to the [Cyber Department], which answers to the Group.",
        {"Security Centre subUnitOf Cyber Department"},
    ),
    (
        "The [Security Centre] has been integrated into the [Cyber Department].",
        {"Security Centre subUnitOf Cyber Department"},
    ),
    (
        "The [Board] carries out its oversight through its committees, including the [Audit Committee].",
        {"Audit Committee subUnitOf Board"},
    ),
    (
        "A [Climate Group] has been put in place below the [ESG Committee].",
        {"Climate Group subUnitOf ESG Committee"},
    ),
    ("A [climate committee] in the [Board] was established in May.", {"climate committee subUnitOf Board"}),
    ("Under the [Board] the [Climate Committee] was set up in 2023.", {"Climate Committee subUnitOf Board"}),
    (
        "The [Legal Department], likewise within the [Governance Division], keeps the code.",
        {"Legal Department subUnitOf Governance Division"},
    ),
    (
        "Inside the [Retail Division] there are [dedicated teams] for this.",
        {"dedicated teams subUnitOf Retail Division"},
    ),
    (
        "The experts form the [Advisory Panel], a body that the [Compliance Committee] set up.",
        {"Advisory Panel subUnitOf Compliance Committee"},
    ),
    (
        "Besides it, three more committees have been established by the [Board]: the [Audit Committee], the [Risk Committee] and the [Pay Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [Security Committee] decides. Two units sit under it: the [Response Team], which answers events, and the [Audit Team], staffed by experts.",
        {"Audit Team subUnitOf Security Committee", "Response Team subUnitOf Security Committee"},
    ),
    (
        "The [ESG Committee] has under it the [Climate Working Group] and the [Social Working Group].",
        {"Climate Working Group subUnitOf ESG Committee", "Social Working Group subUnitOf ESG Committee"},
    ),
    (
        "The [Sustainability Department] is placed in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [Sustainability Department] sits in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [Sustainability Department] is housed in the [Finance Division].",
        {"Sustainability Department subUnitOf Finance Division"},
    ),
    (
        "The [Board]'s work is prepared by four committees: the [Audit Committee], the [Risk Committee], the [Pay Committee] and the [ESG Committee].",
        {
            "Audit Committee subUnitOf Board",
            "ESG Committee subUnitOf Board",
            "Pay Committee subUnitOf Board",
            "Risk Committee subUnitOf Board",
        },
    ),
    (
        "The [ESG Committee] is a committee at board level, established by the [Board] in 2021.",
        {"ESG Committee subUnitOf Board"},
    ),
    ("The [ESG Committee], a body of the [Board], meets twice a year.", {"ESG Committee subUnitOf Board"}),
    ("The [Climate Team] forms part of the [ESG Office].", {"Climate Team subUnitOf ESG Office"}),
    (
        "The [ESG Office] consists of two teams, the [Climate Team] and the [Social Team].",
        {"Climate Team subUnitOf ESG Office", "Social Team subUnitOf ESG Office"},
    ),
    (
        "The [ESG Office] comprises the [Climate Team] and the [Social Team].",
        {"Climate Team subUnitOf ESG Office", "Social Team subUnitOf ESG Office"},
    ),
    ("There is an [ESG Committee] at the level of the [Board].", {"ESG Committee subUnitOf Board"}),
    ("The [ESG Committee] of the [Board] oversees climate.", {"ESG Committee subUnitOf Board"}),
    ("The [Board] decided to set up an [ESG Committee].", {"ESG Committee subUnitOf Board"}),
    ("The [Board] resolved in May to create the [ESG Committee].", {"ESG Committee subUnitOf Board"}),
    ("An [ESG Committee] was established at the [Board] level.", {"ESG Committee subUnitOf Board"}),
    (
        "The [ESG Working Group] was launched under the leadership of the [ESG Committee].",
        {"ESG Committee oversees ESG Working Group"},
    ),
    ("The [Safety Committee] stands directly below the {President}.", {"Safety Committee subUnitOf President"}),
    ("The [Risk Office] hangs under the [Finance Division].", {"Risk Office subUnitOf Finance Division"}),
    ("The [Risk Committee] reports on the risks of the business to the [Board].", {"Risk Committee reportsTo Board"}),
    ("The [Board], through its [Audit Committee], monitors risk.", {"Audit Committee subUnitOf Board"}),
    (
        "The [Board] and its [Audit Committee], [Risk Committee] and [Pay Committee] meet often.",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [Board] leaves special fields to committees that meet quarterly: the [Audit Committee] and the [Risk Committee].",
        {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    ("On the [Board], oversight lies with the [Ethics Committee].", {"Ethics Committee subUnitOf Board"}),
    ("At [Board] level, the [Ethics Committee] watches over conduct.", {"Ethics Committee subUnitOf Board"}),
    (
        "The [Ethics Committee] is new. Its duty is to watch over conduct and to report on it to the [Board].",
        {"Ethics Committee reportsTo Board"},
    ),
    (
        "Reporting to the [Ethics Committee]: the {General Counsel}, who is a member; the {Quality Officer}; and the {Audit Director}.",
        {
            "Audit Director reportsTo Ethics Committee",
            "General Counsel reportsTo Ethics Committee",
            "Quality Officer reportsTo Ethics Committee",
        },
    ),
    (
        "The [Ethics Office], whose findings go straight to the [Audit Committee], hears complaints.",
        {"Ethics Office reportsTo Audit Committee"},
    ),
    (
        "The [Site Team] plans audits. Its work is directed by the [Audit Department].",
        {"Audit Department oversees Site Team"},
    ),
    (
        "The [Purchasing Department], under the {Operations Director}, runs the programme.",
        {"Purchasing Department subUnitOf Operations Director"},
    ),
    (
        "The [Ethics Department], which is attached to the {General Secretary}, runs the programme.",
        {"Ethics Department subUnitOf General Secretary"},
    ),
    (
        "The [Board] approves the plan. A second board committee, the [Risk Committee], watches over risk.",
        {"Risk Committee subUnitOf Board"},
    ),
    (
        "The [Board] meets often. The [Ethics Committee] is a board-level committee that watches over conduct.",
        {"Ethics Committee subUnitOf Board"},
    ),
    ("On the [Board]'s side the [Ethics Committee] watches over conduct.", {"Ethics Committee subUnitOf Board"}),
    (
        "Under the [Executive Team] sits a subcommittee, the [Policy Council].",
        {"Policy Council subUnitOf Executive Team"},
    ),
    (
        "The [Leadership Committee], steered by the [Group Directorate], meets monthly.",
        {"Group Directorate oversees Leadership Committee"},
    ),
    (
        "Two sub-committees belong to the [Board]: the [Risk Committee] and the [Audit Committee].",
        {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "There is a [Climate Committee], and in 2023 it became one of the functional committees of the [Board].",
        {"Climate Committee subUnitOf Board"},
    ),
    (
        "The policies of the [Executive Board] and the course of the company are supervised by the [Supervisory Board].",
        {"Supervisory Board oversees Executive Board"},
    ),
    ("The [Leadership Committee] was formed, coordinated by the [Risk Department].", set()),
    ("Tier 1: [ESG Committee]. Approves budgets and reports to the [Board].", {"ESG Committee reportsTo Board"}),
    (
        "In March the [Board] approved the rules of the [ESG Committee], and the [ESG Committee] was founded in July. It set up a [Stakeholder Office] for the projects.",
        {"Stakeholder Office subUnitOf ESG Committee"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PARTS])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


FULL_NAMES = "The [Board] met. The [Audit and Risk Committee] met. The [Pay Committee] met.\n"
OF_BOARD = {"Audit and Risk Committee subUnitOf Board", "Pay Committee subUnitOf Board"}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Board Committees\nAudit and Risk: Reviews the accounts\nPay: Sets salaries", OF_BOARD),
        ("Board Committees.\nExecutive Team.\nRisk: Watches cyber risks. \nPay: Looks at targets. ", OF_BOARD),
        # neither a single field, nor fields below another heading, are committees
        ("Board Committees\nPay: Sets salaries\nEnvironment: Saves water", set()),
        ("Our topics\nRisk: Watches cyber risks\nPay: Looks at targets", set()),
    ],
)
def test_committees_meant_by_their_fields(page: str, expected: set[str]) -> None:
    assert {found for found in hierarchy(FULL_NAMES + page) if "subUnitOf" in found} == expected
