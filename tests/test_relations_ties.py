"""Relations that sentences state with a participle, an apposition, a parenthesis or an act of the one above."""

from __future__ import annotations

import pytest
from marked import hierarchy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Branches are visited by [Internal Audit], a body directly subordinated to the [Board of Directors].",
            {"Internal Audit subUnitOf Board of Directors"},
        ),
        (
            "The [Ombudsman's Office] is directly linked to the [Board of Directors].",
            {"Ombudsman's Office subUnitOf Board of Directors"},
        ),
        (
            "Linked to our [Board of Directors], the [Ombudsman's Office] answers every caller.",
            {"Ombudsman's Office subUnitOf Board of Directors"},
        ),
        (
            "Linked directly to the [Board], [Internal Audit] assesses controls.",
            {"Internal Audit subUnitOf Board"},
        ),
        (
            "The [Ethics Office], linked directly to the [Board], handles complaints.",
            {"Ethics Office subUnitOf Board"},
        ),
        (
            "The [Board] has three advisory committees linked to it: the [Audit Committee], the [People Committee] and the [Safety Committee].",
            {"Audit Committee subUnitOf Board", "People Committee subUnitOf Board", "Safety Committee subUnitOf Board"},
        ),
        (
            "The [HSE Commissions] ([Safety Commission], [Environment Commission] and [Health Commission], among others) advise the management.",
            {
                "Environment Commission subUnitOf HSE Commissions",
                "Health Commission subUnitOf HSE Commissions",
                "Safety Commission subUnitOf HSE Commissions",
            },
        ),
        (
            "Our structure has a [Board of Directors] and its committees ([Audit Committee], [People Committee]), and an internal auditor.",
            {"Audit Committee subUnitOf Board of Directors", "People Committee subUnitOf Board of Directors"},
        ),
        (
            "The [Board of Directors] and its committees, the [Audit Committee] and the [Risk Committee], meet quarterly.",
            {"Audit Committee subUnitOf Board of Directors", "Risk Committee subUnitOf Board of Directors"},
        ),
        (
            "The [Board of Directors] is supported by its advisory committees ([Audit Committee], [People Committee] and [Risk Committee]).",
            {
                "Audit Committee subUnitOf Board of Directors",
                "People Committee subUnitOf Board of Directors",
                "Risk Committee subUnitOf Board of Directors",
            },
        ),
        (
            "The [Risk Management Committee], established by resolution of the [Board of Directors], discusses risks.",
            {"Risk Management Committee subUnitOf Board of Directors"},
        ),
        (
            "The [Risk Management Committee] was set up pursuant to a decision of the [Executive Board].",
            {"Risk Management Committee subUnitOf Executive Board"},
        ),
        (
            "The [Ethics Committee] was created by decree of the [Board].",
            {"Ethics Committee subUnitOf Board"},
        ),
        (
            "The [CSIRT], a dedicated team for incidents, was created within the [Information Headquarters].",
            {"CSIRT subUnitOf Information Headquarters"},
        ),
        (
            "The [CSIRT], a small team for alarms, was created within Example Inc.'s [Information Headquarters].",
            {"CSIRT subUnitOf Information Headquarters"},
        ),
        (
            "The [HSE Committee], one of the committees that advise our [Executive Board] on safety, meets weekly.",
            {"HSE Committee subUnitOf Executive Board"},
        ),
        (
            "The [Audit Committee] of the [Supervisory Board] reviews the accounts.",
            {"Audit Committee subUnitOf Supervisory Board"},
        ),
        (
            "The [Supervisory Board]'s [Audit Committee] reviews the accounts.",
            {"Audit Committee subUnitOf Supervisory Board"},
        ),
        (
            "The [Supervisory Board] has formed an [Audit Committee] and a [Nomination Committee].",
            {"Audit Committee subUnitOf Supervisory Board", "Nomination Committee subUnitOf Supervisory Board"},
        ),
        (
            "The [Ethics Committee] is a permanent advisory body bound to the [Board of Directors].",
            {"Ethics Committee subUnitOf Board of Directors"},
        ),
        (
            "The [Ethics Committee] is hierarchically subordinate to the [Board of Directors].",
            {"Ethics Committee subUnitOf Board of Directors"},
        ),
        (
            "The [Audit Department] is functionally linked to the [Audit Committee] and administratively to the [Executive Board].",
            {"Audit Department subUnitOf Audit Committee", "Audit Department subUnitOf Executive Board"},
        ),
        (
            "The [Data Office] is under the responsibility of the [Legal Department].",
            {"Data Office subUnitOf Legal Department"},
        ),
        (
            "The [Data Office] sits within the remit of the [Legal Department].",
            {"Data Office subUnitOf Legal Department"},
        ),
        (
            "The [ESG Committee] functions as a sub-committee of the [Board].",
            {"ESG Committee subUnitOf Board"},
        ),
    ],
)
def test_units_are_tied_to_those_above(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Supervisory Board] plays a key role in monitoring the [Executive Board].",
            {"Supervisory Board oversees Executive Board"},
        ),
        (
            "The [Audit Committee] has a central part in overseeing the work of the [Internal Audit Department].",
            {"Audit Committee oversees Internal Audit Department"},
        ),
        (
            "The [Audit Committee] supervises the activities of the areas responsible for tax, [Internal Audit] and the [Ombudsman's Office].",
            {"Audit Committee oversees Internal Audit", "Audit Committee oversees Ombudsman's Office"},
        ),
        (
            "The [Board] follows the guidelines of nobody; the [Executive Board] follows the guidelines of the [Board of Directors].",
            {"Board of Directors oversees Executive Board"},
        ),
        (
            "The [Operating Committee] acts under the guidelines of the [Board].",
            {"Board oversees Operating Committee"},
        ),
        (
            "The [Whistleblower Unit] functions under the supervision of the [Audit Committee].",
            {"Audit Committee oversees Whistleblower Unit"},
        ),
    ],
)
def test_one_watches_over_another(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


def test_a_list_before_its_committees_does_not_own_them() -> None:
    text = (
        "We have a [General Meeting], a [Board of Directors] and its committees ([Audit Committee], [Risk Committee])."
    )
    assert hierarchy(text) == {
        "Audit Committee subUnitOf Board of Directors",
        "Risk Committee subUnitOf Board of Directors",
    }
