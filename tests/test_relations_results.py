"""Relations that sentences state by what becomes of a unit's work: results are reported, reports are submitted."""

from __future__ import annotations

import pytest
from marked import hierarchy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Compliance Department] activities are reported quarterly to the [Audit Committee] and the [Fiscal Council] and annually to the [Executive Board].",
            {
                "Compliance Department reportsTo Audit Committee",
                "Compliance Department reportsTo Executive Board",
                "Compliance Department reportsTo Fiscal Council",
            },
        ),
        (
            "The activities of the [Compliance Department] are reported every quarter to the [Audit Committee] and once a year to the [Board].",
            {"Compliance Department reportsTo Audit Committee", "Compliance Department reportsTo Board"},
        ),
        (
            "The [Internal Audit Department]'s results are reported half-yearly to the [Audit Committee] and, where needed, to the [Board].",
            {"Internal Audit Department reportsTo Audit Committee", "Internal Audit Department reportsTo Board"},
        ),
        (
            "The work of the [Ethics Committee] is presented twice a year to the [Board].",
            {"Ethics Committee reportsTo Board"},
        ),
        (
            "[Internal Audit] reports its tests not only to the {CEO} and the {CFO} but also to the [Audit Committee].",
            {
                "Internal Audit reportsTo Audit Committee",
                "Internal Audit reportsTo CEO",
                "Internal Audit reportsTo CFO",
            },
        ),
        (
            "The [Corporate Audit Centre] audits all subsidiaries. Test results are reported not only to the {CEO}, but also to the [Supervisory Board].",
            {"Corporate Audit Centre reportsTo CEO", "Corporate Audit Centre reportsTo Supervisory Board"},
        ),
        (
            "The [Corporate Audit Centre] audits all subsidiaries. The findings are reported to the [Audit Committee].",
            {"Corporate Audit Centre reportsTo Audit Committee"},
        ),
        (
            "The [Safety Committee] meets every month. The results of its meetings are reported to the [Board].",
            {"Safety Committee reportsTo Board"},
        ),
        (
            "The [Safety Committee] meets every month. Reports are also regularly given to the [Board].",
            {"Safety Committee reportsTo Board"},
        ),
        (
            "[Internal Audit] hands branch heads a note on each visit, in addition to monthly reports of its tests to the [Audit Committee], the [Executive Board] and the [Board of Directors].",
            {
                "Internal Audit reportsTo Audit Committee",
                "Internal Audit reportsTo Board of Directors",
                "Internal Audit reportsTo Executive Board",
            },
        ),
        (
            "The [Compliance Office] provides the [Executive Committee] with detailed information on cases and submits semi-annually to the [Board] an overview.",
            {"Compliance Office reportsTo Board", "Compliance Office reportsTo Executive Committee"},
        ),
        (
            "The [Compliance Office] supplies the [Board] with monthly reports on incidents.",
            {"Compliance Office reportsTo Board"},
        ),
        (
            "The [Compliance Department] is led by a director, with direct reporting to the [Board].",
            {"Compliance Department reportsTo Board"},
        ),
        (
            "A [Compliance Department], headed by a lawyer, exists with the possibility of direct reporting to the [Board].",
            {"Compliance Department reportsTo Board"},
        ),
        (
            "The [Compliance Department] has the possibility of reporting directly to the [Audit Committee].",
            {"Compliance Department reportsTo Audit Committee"},
        ),
        (
            "The {Chief Compliance Officer} enjoys direct access to the [Board].",
            {"Chief Compliance Officer reportsTo Board"},
        ),
        (
            "The [ESG Working Group] writes the yearly water report, which was submitted to the [Board of Directors] and the [Executive Committee] for approval.",
            {"ESG Working Group reportsTo Board of Directors", "ESG Working Group reportsTo Executive Committee"},
        ),
        (
            "The [ESG Team] prepares an annual plan that is submitted to the [ESG Committee] for review.",
            {"ESG Team reportsTo ESG Committee"},
        ),
        (
            "The [Safety Department] holds spring meetings to inform the {CEO} of accidents.",
            {"Safety Department reportsTo CEO"},
        ),
        (
            "The [Sustainability Headquarters] reports on its targets for the approval of the {CEO} as well as the {Executive Vice President}.",
            {
                "Sustainability Headquarters reportsTo CEO",
                "Sustainability Headquarters reportsTo Executive Vice President",
            },
        ),
        (
            "The [Nomination Committee] examines whether the system is reasonable and reports to the [Board] to the effect that it is.",
            {"Nomination Committee reportsTo Board"},
        ),
        (
            "The [Sustainability Department] reports the progress to the [Executive Committee] every month and the annual review to the {CEO}.",
            {"Sustainability Department reportsTo CEO", "Sustainability Department reportsTo Executive Committee"},
        ),
        (
            "A summary of complaints is sent by the [Ethics Office] to the [Audit Committee] every quarter.",
            {"Ethics Office reportsTo Audit Committee"},
        ),
        (
            "The [Audit Committee] is informed every quarter of complaints by the [Ethics Office].",
            {"Ethics Office reportsTo Audit Committee"},
        ),
        (
            "The [Risk Department] forwards its quarterly report to the [Risk Committee].",
            {"Risk Department reportsTo Risk Committee"},
        ),
        (
            "The [Risk Department] shares its findings with the [Risk Committee] every quarter.",
            {"Risk Department reportsTo Risk Committee"},
        ),
        (
            "The [ESG Committee], reporting through the {CEO} to the [Board], meets monthly.",
            {"ESG Committee reportsTo Board", "ESG Committee reportsTo CEO"},
        ),
        (
            "The [Board] is kept abreast of ESG matters through quarterly reports by the [ESG Committee].",
            {"ESG Committee reportsTo Board"},
        ),
        (
            "The [CSR Committee] recommends the budget and places its report before the [Board].",
            {"CSR Committee reportsTo Board"},
        ),
        (
            "The {Vigilance Officer} reports to the {Chair of the Audit Committee}.",
            {"Vigilance Officer reportsTo Chair of the Audit Committee"},
        ),
        (
            "The [ESG Promotion Office] consults with and reports to the [ESG Committee].",
            {"ESG Promotion Office reportsTo ESG Committee"},
        ),
        (
            "Matters deliberated by the [Sustainability Committee] are submitted to the [Executive Board] and reported to the [Board of Directors].",
            {
                "Sustainability Committee reportsTo Board of Directors",
                "Sustainability Committee reportsTo Executive Board",
            },
        ),
        (
            "The content of discussions at the [ESG Committee] is reported to the [Board of Directors] as appropriate.",
            {"ESG Committee reportsTo Board of Directors"},
        ),
    ],
)
def test_results_are_handed_up(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We founded the [Corporate Audit Centre] as our [auditing division], which audits all units. "
            "Results are reported to the {CEO}.",
            {"Corporate Audit Centre reportsTo CEO"},
        ),
        (
            "The [Committee=Pay Committee], after examining the stock option plan, reports to the [Board] on it.",
            {"Pay Committee reportsTo Board"},
        ),
        (
            "• The [ESG Working Group] put the risks into the annual report, which was submitted to the [Board] for "
            "review; • The [Executive Board] set the targets.",
            {"ESG Working Group reportsTo Board"},
        ),
        ("The [Compliance Office] keeps a register. Reports to the [Board].", {"Compliance Office reportsTo Board"}),
    ],
)
def test_who_hands_them_up_stands_elsewhere(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The [ESG Team] wrote the plan. The plan was not submitted to the [Board].",
        "Reports of violations are submitted to the [Ethics Office].",
        "The [Audit Committee] supervises internal audit and the [Ethics Office]; ensures good practice, reporting to the "
        "{CEO} when needed.",
    ],
)
def test_a_stranger_to_the_verb_does_not_report(text: str) -> None:
    assert not any(t.startswith("Ethics Office reportsTo") or "ESG Team" in t for t in hierarchy(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Ethics Office] examines all cases. Investigation results are reported both to the [Audit Committee] and to the [Board].",
            {"Ethics Office reportsTo Audit Committee", "Ethics Office reportsTo Board"},
        ),
        ("Through the [ESG Committee], progress is reported to the [Board].", {"ESG Committee reportsTo Board"}),
        (
            "We discuss such issues through the [Safety Council] of each site and submit them to the [Board] where needed.",
            {"Safety Council reportsTo Board"},
        ),
        (
            "Issues deliberated by the [ESG Committee] are then reported to and approved by the [Board].",
            {"ESG Committee reportsTo Board"},
        ),
        ("Reporting to the {CEO}, the {CSO} takes part in all meetings.", {"CSO reportsTo CEO"}),
        ("The [Ethics Office] gives account of its activities to the [Board].", {"Ethics Office reportsTo Board"}),
        ("The [Ethics Office] reports to the Example [Board] every year.", {"Ethics Office reportsTo Board"}),
        (
            "The [ESG Team] reports on progress for the approval of the {CEO} of Example Inc. as well as the {CFO}.",
            {"ESG Team reportsTo CEO", "ESG Team reportsTo CFO"},
        ),
        (
            "The [Ethics Committee] (set up in 2019 and renewed every three years) reports to the [Board].",
            {"Ethics Committee reportsTo Board"},
        ),
        ("[Risk Committee]: led by the {CRO}; reports to the [Board].", {"Risk Committee reportsTo Board"}),
        (
            "The [Ethics Committee] watches over cases; reports on cases go to the [Board] and the [Audit Committee].",
            set(),
        ),
    ],
)
def test_more_ways_of_handing_up(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
