"""Who sits in a body: in sentences, in the fields of its description, and in tables."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [ESG Team], consisting of the {Chief Operating Officer}, the {CFO} (“CFO”) and the {General Counsel}, meets weekly.",
            {
                "ESG Team hasMember Chief Operating Officer",
                "ESG Team hasMember CFO",
                "ESG Team hasMember General Counsel",
            },
        ),
        (
            "The [ESG Working Group], which comprises several units (including the [Audit Department] and the "
            "[Legal Department]), reports each quarter to the [ESG Team].",
            {
                "ESG Working Group hasMember Audit Department",
                "ESG Working Group hasMember Legal Department",
                "ESG Working Group reportsTo ESG Team",
            },
        ),
        (
            "The [Board] consists of eleven people, six of whom are {independent directors}.",
            {"Board hasMember independent directors"},
        ),
        (
            "The [Board] is composed of three {executive directors} with long experience and nine {independent directors} "
            "from different fields.",
            {"Board hasMember executive directors", "Board hasMember independent directors"},
        ),
        (
            "The [Council] is led by the {CEO} and includes, among other leaders, our {President} and {Chief People Officer}.",
            {"Council ledBy CEO", "Council hasMember President", "Council hasMember Chief People Officer"},
        ),
        (
            "Members of the [Ethics Committee] include the {General Counsel} and the {CFO}.",
            {"Ethics Committee hasMember General Counsel", "Ethics Committee hasMember CFO"},
        ),
        ("The {CFO} is also a member of the [ESG Committee].", {"ESG Committee hasMember CFO"}),
        ("The {CFO} sits on the [Risk Committee].", {"Risk Committee hasMember CFO"}),
        ("There are two {independent directors} on the [Board].", {"Board hasMember independent directors"}),
        (
            "The [Audit Committee] (all {independent directors}) met four times.",
            {"Audit Committee hasMember independent directors"},
        ),
        (
            "The strategy is overseen by the following [ESG Sponsors]: {CEO}, {CFO} and {General Counsel}.",
            {"ESG Sponsors hasMember CEO", "ESG Sponsors hasMember CFO", "ESG Sponsors hasMember General Counsel"},
        ),
        (
            "The [General Meeting] comprises both the [Board] and the [Board of Supervisors].",
            {
                "General Meeting hasMember Board",
                "General Meeting hasMember Board of Supervisors",
                "Board subUnitOf General Meeting",
                "Board of Supervisors subUnitOf General Meeting",
            },
        ),
        (
            "The [Strategy Committee] consists of the {CEO} (Chairman), the {CFO} and the {COO}.",
            {"Strategy Committee ledBy CEO", "Strategy Committee hasMember CFO", "Strategy Committee hasMember COO"},
        ),
        (
            "The [Risk Committee] consists of three groups: the [Finance Subcommittee], which looks after reporting; the "
            "[Compliance Subcommittee], which promotes ethics; and the [Business Subcommittee].",
            {
                f"{name} Subcommittee {relation} Risk Committee"
                if relation == "subUnitOf"
                else f"Risk Committee hasMember {name} Subcommittee"
                for name in ("Finance", "Compliance", "Business")
                for relation in ("subUnitOf", "hasMember")
            },
        ),
        (
            "The [Safety Team] consists of safety experts, and the [ESG Team] consists of lawyers.",
            set(),
        ),
        ("The duties of the [Board] include oversight of the [Risk Committee].", set()),
    ],
)
def test_members_in_sentences(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


def test_fields_under_a_heading() -> None:
    text = "[ESG Council]\nChair: {CEO}\nMembers: {CFO}, {General Counsel} and [Legal Department]\nReports to: [Board]"
    assert triples(text) == {
        "ESG Council ledBy CEO",
        "ESG Council hasMember CFO",
        "ESG Council hasMember General Counsel",
        "ESG Council hasMember Legal Department",
        "ESG Council reportsTo Board",
    }


def test_fields_that_run_on_in_one_paragraph() -> None:
    text = (
        "• [Risk Council] Purpose: Oversee risks.\nRepresentative Membership: {CFO}, {CEO} and the {COO} • [ESG Council] Purpose: "
        "Oversee ESG goals.\nRepresentative Membership: {General Counsel} and leaders from all divisions"
    )
    assert triples(text) == {
        "Risk Council hasMember CFO",
        "Risk Council hasMember CEO",
        "Risk Council hasMember COO",
        "ESG Council hasMember General Counsel",
    }


def test_a_chart_that_lists_its_labels_before_its_fields_is_left_alone() -> None:
    assert triples("[Board]\n[ESG Team]\n[ESG Working Group]\nMembers: {CEO} and {CFO}\nMembers: {COO}") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Board] consists of five members, two {Inside Directors} from Example Inc. and three {Outside Directors}.",
            {"Board hasMember Inside Directors", "Board hasMember Outside Directors"},
        ),
        (
            "The [Board] in office (appointed by the [General Meeting] for three years) consists of 15 members, including 12 {Independent Directors}.",
            {"Board hasMember Independent Directors"},
        ),
        (
            "[Board]\nThere are eight {Proprietary Directors} and four {Independent Directors}.",
            {"Board hasMember Proprietary Directors", "Board hasMember Independent Directors"},
        ),
        (
            "{Independent Directors} form the majority of the [Audit Committee].",
            {"Audit Committee hasMember Independent Directors"},
        ),
        ("{Outside Directors} account for two thirds of the [Board].", {"Board hasMember Outside Directors"}),
        (
            "In addition to the {CEO}, the [Executive Committee] includes the {CFO}.",
            {"Executive Committee hasMember CEO", "Executive Committee hasMember CFO"},
        ),
        (
            "The [Climate Council] is a cross-functional body with members from the [Tax Department] and the [Legal Department].",
            {"Climate Council hasMember Tax Department", "Climate Council hasMember Legal Department"},
        ),
        (
            "The departments that form the [Privacy Committee] are the [Legal Department] and the [Tax Department].",
            {"Privacy Committee hasMember Legal Department", "Privacy Committee hasMember Tax Department"},
        ),
        (
            "The [Privacy Committee] meets monthly. The officers who sit on it include the {CIO}.",
            {"Privacy Committee hasMember CIO"},
        ),
        (
            "The {Diversity Officer} reports to the {People Officer}, a member of the [Executive Committee].",
            {"Diversity Officer reportsTo People Officer", "Executive Committee hasMember People Officer"},
        ),
        ("The [Board] is composed of the {Chairman} and the {CEO}.", {"Board ledBy Chairman", "Board hasMember CEO"}),
        (
            "[ESG Committee]. Chairman: {CEO}. Members: {CFO}; {COO}. Meets twice a year.",
            {"ESG Committee ledBy CEO", "ESG Committee hasMember CFO", "ESG Committee hasMember COO"},
        ),
    ],
)
def test_more_ways_of_naming_members(text: str, expected: set[str]) -> None:
    assert triples(text) == expected
