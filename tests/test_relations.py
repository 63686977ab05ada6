"""Relations that sentences state with verbs, participles, relative clauses, pronouns and noun phrases."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Audit Committee] reports to the [Board].", {"Audit Committee reportsTo Board"}),
        ("The [Audit Committee] reports regularly to the full [Board].", {"Audit Committee reportsTo Board"}),
        (
            "The [ESG Office] prepares the data and regularly reports the results of its work to the [ESG Committee].",
            {"ESG Office reportsTo ESG Committee"},
        ),
        (
            "The [ESG Office], which reports directly to the {CEO}, prepares the report.",
            {"ESG Office reportsTo CEO"},
        ),
        (
            "The [Risk Committee], reporting to the [Board], meets four times a year.",
            {"Risk Committee reportsTo Board"},
        ),
        (
            "The {Chief Risk Officer} reports to the {CEO} and the [Risk Committee].",
            {"Chief Risk Officer reportsTo CEO", "Chief Risk Officer reportsTo Risk Committee"},
        ),
        (
            "The [Compliance Department] and the [Legal Department] report to the {General Counsel}.",
            {"Compliance Department reportsTo General Counsel", "Legal Department reportsTo General Counsel"},
        ),
        (
            "The [Ethics Office] is responsible for training, handles complaints, and reports annually to the [Board].",
            {"Ethics Office reportsTo Board"},
        ),
        (
            "The [Sustainability Council] provides the [Board] with regular updates on climate risks.",
            {"Sustainability Council reportsTo Board"},
        ),
        (
            "The [Sustainability Council] provides quarterly progress reports on climate risks to the [Board].",
            {"Sustainability Council reportsTo Board"},
        ),
        ("The [Board] receives quarterly reports from the [Audit Committee].", {"Audit Committee reportsTo Board"}),
        ("The [Board] is regularly informed by the [Risk Committee] about risks.", {"Risk Committee reportsTo Board"}),
        (
            "The {Chief Compliance Officer} has a direct reporting line to the [Audit Committee].",
            {"Chief Compliance Officer reportsTo Audit Committee"},
        ),
        ("The [ESG Office] is accountable to the [Board].", {"ESG Office reportsTo Board"}),
        (
            "Results of the checks by the [Quality Team] are reported to the [Management Committee].",
            {"Quality Team reportsTo Management Committee"},
        ),
        (
            "The [Safety Team] updates the [Safety Committee] every month.",
            {"Safety Team reportsTo Safety Committee"},
        ),
        (
            "The [Data Office] was founded in 2020. It reports to the [Audit Committee].",
            {"Data Office reportsTo Audit Committee"},
        ),
        (
            "We have set up an [Ethics Office] to handle complaints, which reports to the [Audit Committee].",
            {"Ethics Office reportsTo Audit Committee"},
        ),
        (
            "The {Compliance Officer}, who, in that role, reports every month to the {CFO}, heads the unit.",
            {"Compliance Officer reportsTo CFO"},
        ),
        (
            "Our {Head of Internal Audit} functionally reports to the [Audit Committee] and administratively to the {CFO}.",
            {"Head of Internal Audit reportsTo Audit Committee", "Head of Internal Audit reportsTo CFO"},
        ),
        (
            "The [ESG Working Group] reports to the [ESG Committee], which in turn reports to the [Board].",
            {"ESG Working Group reportsTo ESG Committee", "ESG Committee reportsTo Board"},
        ),
        (
            "The [Steering Committee] meets monthly and keeps the [Executive Board] informed of progress.",
            {"Steering Committee reportsTo Executive Board"},
        ),
        (
            "Material incidents are escalated by the [Security Team] to the [Risk Committee].",
            {"Security Team reportsTo Risk Committee"},
        ),
        (
            "The {CISO} briefs the [Audit Committee] on cyber threats at least twice a year.",
            {"CISO reportsTo Audit Committee"},
        ),
        (
            "The [Internal Audit Department] presents its findings to the [Audit Committee].",
            {"Internal Audit Department reportsTo Audit Committee"},
        ),
        (
            "The [Audit Committee] and the [Risk Committee] of the [Board] report to the full [Board].",
            {
                "Audit Committee reportsTo Board",
                "Risk Committee reportsTo Board",
                "Audit Committee subUnitOf Board",
                "Risk Committee subUnitOf Board",
            },
        ),
    ],
)
def test_reporting_lines(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Audit Committee] of the [Board] met twice.", {"Audit Committee subUnitOf Board"}),
        ("The [Board] has an [Audit Committee].", {"Audit Committee subUnitOf Board"}),
        ("The [Board]'s [Audit Committee] met twice.", {"Audit Committee subUnitOf Board"}),
        (
            "In 2020, the [Board] established the [Sustainability Committee].",
            {"Sustainability Committee subUnitOf Board"},
        ),
        (
            "We established a [Sustainability Committee] under the [Board] in 2020.",
            {"Sustainability Committee subUnitOf Board"},
        ),
        (
            "The [Sustainability Committee] was set up by the [Board] in 2020.",
            {"Sustainability Committee subUnitOf Board"},
        ),
        (
            "An [Audit Committee], set up under the [Board], checks the books.",
            {"Audit Committee subUnitOf Board"},
        ),
        (
            "Under the [Board], we have established the [Audit Committee], the [Risk Committee] and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
        (
            "There are two committees under the [Board], namely the [Audit Committee] and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
        (
            "The [Board] has four committees: the [Audit Committee], the [Risk Committee], and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
        (
            "The [Board] is supported by three standing committees: the [Audit Committee] and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
        (
            "The [Board]'s committees are the [Audit Committee] and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
        (
            "Under the [ESG Committee], we set up two groups, namely the [Climate Working Group], which sets targets; and the "
            "[Social Working Group], which cares for people.",
            {"Climate Working Group subUnitOf ESG Committee", "Social Working Group subUnitOf ESG Committee"},
        ),
        ("The [Ethics Committee] is a committee of the [Board].", {"Ethics Committee subUnitOf Board"}),
        ("The [Privacy Office] is part of the [Legal Department].", {"Privacy Office subUnitOf Legal Department"}),
        (
            "The [ESG Committee], one of the [Board]'s five committees, met in May.",
            {"ESG Committee subUnitOf Board"},
        ),
        (
            "The [Finance Department], the [Legal Department] and the [Control Team] of the [Audit Department] work together.",
            {"Control Team subUnitOf Audit Department"},
        ),
        (
            "The [Fraud Team] and the [Hotline Team] of the [Audit Department] work together.",
            {"Fraud Team subUnitOf Audit Department", "Hotline Team subUnitOf Audit Department"},
        ),
        (
            "The [Ethics Committee] consists of a [Policy Committee] and a [Complaints Committee], with a [Support Office] "
            "under the [Policy Committee].",
            {
                "Ethics Committee hasMember Policy Committee",
                "Ethics Committee hasMember Complaints Committee",
                "Policy Committee subUnitOf Ethics Committee",
                "Complaints Committee subUnitOf Ethics Committee",
                "Support Office subUnitOf Policy Committee",
            },
        ),
        (
            "The [Board] approved the establishment of an [ESG Committee] under the [Governance Committee].",
            {"ESG Committee subUnitOf Governance Committee"},
        ),
        (
            "The [Board] delegates certain duties to five committees: the [Audit Committee] and the [Pay Committee].",
            {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board"},
        ),
    ],
)
def test_units_and_their_parts(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Board] oversees the [Management Team].", {"Board oversees Management Team"}),
        (
            "The [Board of Supervisors] has responsibility for overseeing the [Board].",
            {"Board of Supervisors oversees Board"},
        ),
        ("The [ESG Office] is overseen by the [ESG Committee].", {"ESG Committee oversees ESG Office"}),
        (
            "The [ESG Office], under the oversight of the [Board], prepares the report.",
            {"Board oversees ESG Office"},
        ),
        (
            "Under the leadership of the [Board], our [Management Team] and the [Climate Committee] jointly set targets.",
            {"Board oversees Management Team", "Board oversees Climate Committee"},
        ),
        (
            "The [Climate Committee] guides and supervises the [Climate Working Group].",
            {"Climate Committee oversees Climate Working Group"},
        ),
        (
            "We set up a [Safety Team], acting under the direction of a {Plant Manager}.",
            {"Plant Manager oversees Safety Team"},
        ),
    ],
)
def test_oversight(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


def test_a_highest_body_oversees_those_who_do_its_work() -> None:
    text = (
        "We set up the [Ethics Committee] as our highest decision-making body on ethics. Its chair is appointed by the board. "
        "The [Legal Department] and the [Audit Department] bear responsibility for the daily tasks. The [Sales "
        "Department] is trained."
    )
    assert triples(text) == {"Ethics Committee oversees Legal Department", "Ethics Committee oversees Audit Department"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [ESG Committee] is chaired by the {CEO}.", {"ESG Committee ledBy CEO"}),
        ("The [ESG Committee], chaired by the {CEO}, meets monthly.", {"ESG Committee ledBy CEO"}),
        ("Chaired by the {CEO}, the [ESG Committee] meets monthly.", {"ESG Committee ledBy CEO"}),
        ("The {CEO} chairs the [ESG Committee].", {"ESG Committee ledBy CEO"}),
        ("The {CEO} serves as the chairman of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
        ("We formed a [Crisis Team] headed by our {Chief Safety Officer}.", {"Crisis Team ledBy Chief Safety Officer"}),
        (
            "The [Health Division] is led by Dr. Ann Example, our {Chief Health Officer}.",
            {"Health Division ledBy Chief Health Officer"},
        ),
        ("With the {Chairman} in charge, the [Ethics Committee] was set up.", {"Ethics Committee ledBy Chairman"}),
        (
            "The [ESG Committee] meets twice a year under the leadership of the {CEO}.",
            {"ESG Committee ledBy CEO"},
        ),
        (
            "The {head of the Legal Department} reviews contracts of the [Legal Department].",
            {"Legal Department ledBy head of the Legal Department"},
        ),
        (
            "The [ESG Committee] is co-chaired by the {CFO} and the {General Counsel}.",
            {"ESG Committee ledBy CFO", "ESG Committee ledBy General Counsel"},
        ),
        ("The [Council], led by the {COO}, reports to the [Board].", {"Council ledBy COO", "Council reportsTo Board"}),
    ],
)
def test_leaders(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The [Audit Committee] does not report to the [Management Team].",
        "We plan to establish an [ESG Committee] under the leadership of others.",
        "The [ESG Office] will report to the [Board].",
        "Employees report concerns to the [Ethics Office].",
        "Employees are encouraged to report concerns to the [Ethics Office] or the [Legal Department].",
        "The [Audit Committee] and the [Board] met in May.",
        "The [Legal Department] advises the [Board] on compliance.",
        "The [Council], previously led by the {COO}, met in May.",
        "The [ESG Committee] acts on behalf of the [Board].",
        "Members are elected by the [General Meeting], and the [Board] appoints its chair.",
        "The framework, which is overseen by the [Board], was revised by the [Legal Department].",
        "The accounts of the [Pension Committee] were reported to the [General Meeting].",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert triples(text) == set()
