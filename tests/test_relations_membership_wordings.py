"""Who sits in a body, in the wordings of reports of many companies."""

from __future__ import annotations

import pytest
from marked import triples

MEMBERS = [
    (
        "The [Sustainability Committee], which meets at least twice a year and is chaired by the {CEO}, includes all members of the [Executive Committee].",
        {"Sustainability Committee ledBy CEO", "Sustainability Committee hasMember Executive Committee"},
    ),
    (
        "Membership of the [Risk Committee] comprises the {CEO}, the {CFO} and the {CRO}.",
        {"Risk Committee hasMember CEO", "Risk Committee hasMember CFO", "Risk Committee hasMember CRO"},
    ),
    (
        "Our [Climate Council], co-chaired by the {CFO} and the {CSO}, brings together leaders from the [Finance Department] and the [Strategy Department].",
        {
            "Climate Council ledBy CFO",
            "Climate Council ledBy CSO",
            "Climate Council hasMember Finance Department",
            "Climate Council hasMember Strategy Department",
        },
    ),
    (
        "Each of our [Audit Committee], [Pay Committee] and [Nomination Committee] is comprised solely of {independent directors}.",
        {
            "Audit Committee hasMember independent directors",
            "Pay Committee hasMember independent directors",
            "Nomination Committee hasMember independent directors",
        },
    ),
    (
        "All of the members of the [Audit Committee] and the [Pay Committee] are {independent directors}.",
        {"Audit Committee hasMember independent directors", "Pay Committee hasMember independent directors"},
    ),
    (
        "With the exception of the {CEO}, all directors on the [Board] are {independent directors}.",
        {"Board hasMember CEO", "Board hasMember independent directors"},
    ),
    (
        "The [Supervisory Board] has 12 members, six {shareholder representatives} and six {employee representatives}.",
        {
            "Supervisory Board hasMember shareholder representatives",
            "Supervisory Board hasMember employee representatives",
        },
    ),
    (
        "The [Supervisory Board] is composed in equal parts of {shareholder representatives} and {employee representatives}.",
        {
            "Supervisory Board hasMember shareholder representatives",
            "Supervisory Board hasMember employee representatives",
        },
    ),
    (
        "Representatives of the [IT Department], [Legal Department] and [HR Department] sit on the [Privacy Council].",
        {
            "Privacy Council hasMember IT Department",
            "Privacy Council hasMember Legal Department",
            "Privacy Council hasMember HR Department",
        },
    ),
    (
        "The {CFO}, {COO} and {General Counsel} are standing members of the [Risk Committee].",
        {"Risk Committee hasMember CFO", "Risk Committee hasMember COO", "Risk Committee hasMember General Counsel"},
    ),
    (
        "The [Risk Committee], whose members include the {CFO} and the {COO}, is chaired by the {CRO}.",
        {"Risk Committee hasMember CFO", "Risk Committee hasMember COO", "Risk Committee ledBy CRO"},
    ),
    (
        "The [ESG Working Group] was formed with members drawn from the [Legal Department], [Finance Department] and [HR Department].",
        {
            "ESG Working Group hasMember Legal Department",
            "ESG Working Group hasMember Finance Department",
            "ESG Working Group hasMember HR Department",
        },
    ),
    (
        "In 2022 we created the [ESG Council], a cross-functional group that includes the {CFO}, the {CPO} and the {CIO}.",
        {"ESG Council hasMember CFO", "ESG Council hasMember CPO", "ESG Council hasMember CIO"},
    ),
    (
        "The [ESG Council] – the {CEO}, the {CFO} and the {COO} – meets monthly.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember COO"},
    ),
    (
        "The [Executive Committee] consists of the {CEO} and eight other executives, among them the {CFO} and the {CSO}.",
        {"Executive Committee hasMember CEO", "Executive Committee hasMember CFO", "Executive Committee hasMember CSO"},
    ),
    (
        "The {Head of Sustainability} has been a member of the [Executive Committee] since 2021.",
        {"Executive Committee hasMember Head of Sustainability"},
    ),
    (
        "The {CPO} represents the [HR Department] on the [Human Rights Committee].",
        {"Human Rights Committee hasMember CPO"},
    ),
    (
        "The [Sustainability Board] is a committee of the [Executive Board] comprising the {CEO}, the {CFO} and the {CHRO}.",
        {
            "Sustainability Board hasMember CEO",
            "Sustainability Board hasMember CFO",
            "Sustainability Board hasMember CHRO",
            "Sustainability Board subUnitOf Executive Board",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members(text: str, expected: set[str]) -> None:
    assert triples(text) == expected
