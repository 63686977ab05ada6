"""Who leads a body and who sits in it, where the sentence leaves the body out, puts it last or means it by a pronoun."""

from __future__ import annotations

import pytest
from marked import triples

LEADERS = [
    "The [Risk Council] meets monthly. The {CFO} chairs it.",
    "The [Risk Council] meets monthly. Its convener is the {CFO}.",
    "The [Risk Council] meets monthly. In the chair is the {CFO}.",
    "The [Risk Council] meets monthly. At its head stands the {CFO}.",
    "The [Risk Council] meets monthly. Its chairmanship lies with the {CFO}.",
    "The [Risk Council] meets monthly. Its meetings are presided over by the {CFO}.",
    "The [Risk Council] meets monthly. The {CFO} is its chairperson.",
    "The [Board] set up the [Risk Council]. It meets monthly under the chairmanship of the {CFO}.",
    "At the head of the [Risk Council] stands the {CFO}.",
    "The chair of the [Risk Council] is held by the {CFO}.",
    "The [Risk Council], which the {CFO} runs, meets monthly.",
    "The [Risk Council], where the {CFO} acts as convener, meets monthly.",
    "The [Risk Council] meets monthly, with the {CFO} in the chair.",
    "The [Risk Council] at Group level is chaired by the {CFO}.",
    "[Risk Council]: convened four times a year by the {CFO}.",
    "Convened by the {CFO}, the [Risk Council] meets monthly.",
    "The {CFO} presides over the meetings of the [Risk Council].",
    "Example Holdings puts the {CFO} at the head of the [Risk Council].",
    "The [Risk Council] is chaired jointly by the regional directors and the {CFO}.",
    "The [Risk Council] is sponsored by the {CFO}.",
    "The {CFO} was elected to chair the [Risk Council].",
]

MEMBERS = [
    "The [Risk Council] meets monthly. The {CFO} and the {CRO} belong to it.",
    "The [Risk Council] meets monthly. The {CFO} and the {CRO} make it up.",
    "The [Risk Council] meets monthly. Its members are the {CFO} and the {CRO}.",
    "The [Risk Council] meets monthly. Further permanent members are the {CFO} and the {CRO}.",
    "The [Risk Council] meets monthly. The {CFO} and the {CRO} are members.",
    "The [Risk Council] meets monthly. Only the {CFO} and the {CRO} serve on it.",
    "The [Risk Council] meets monthly. Its seats are held by the {CFO} and the {CRO}.",
    "The [Risk Council] meets monthly. Its membership includes the {CFO} and the {CRO}.",
    "Seats on the [Risk Council] are taken by the {CFO} and the {CRO}.",
    "Also seated on the [Risk Council] are the {CFO} and the {CRO}.",
    "On the [Risk Council] sit the {CFO} and the {CRO}.",
    "In the [Risk Council], the {CFO} and the {CRO} have a seat.",
    "The [Risk Council], to which the {CFO} and the {CRO} belong, meets monthly.",
    "The {CFO}, the heads of the business lines and the {CRO} sit on the [Risk Council].",
    "The {CFO}, the {CRO} and the heads of the business lines compose the [Risk Council].",
    "Two persons sit on the [Risk Council]: the {CFO} and the {CRO}.",
    "Five executives, among them the {CFO} and the {CRO}, form the [Risk Council].",
    "The [Risk Council] has five members:\n• the {CFO}\n• the {CRO}",
]


@pytest.mark.parametrize("text", LEADERS)
def test_who_leads(text: str) -> None:
    assert triples(text, "ledBy", "hasMember") == {"Risk Council ledBy CFO"}


@pytest.mark.parametrize("text", MEMBERS)
def test_who_sits_in_it(text: str) -> None:
    assert triples(text, "ledBy", "hasMember") == {"Risk Council hasMember CFO", "Risk Council hasMember CRO"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Its [Risk Council] and [Ethics Council] advise the [Board]. The {CFO} leads each of them.",
            {"Risk Council ledBy CFO", "Ethics Council ledBy CFO"},
        ),
        (
            "There are two bodies, the [Risk Council] and the [Ethics Council]. Each is chaired by the {CFO}.",
            {"Risk Council ledBy CFO", "Ethics Council ledBy CFO"},
        ),
        (
            "The {CFO} and the {CRO} report to the [Board]. Both belong to the [Risk Council].",
            {"Risk Council hasMember CFO", "Risk Council hasMember CRO"},
        ),
        (
            "The [Risk Council] meets monthly. Its convener is the {CFO}; the {CRO} and the {CISO} are members.",
            {"Risk Council ledBy CFO", "Risk Council hasMember CRO", "Risk Council hasMember CISO"},
        ),
        (
            "The [Risk Council] meets monthly. In its chair sits the {CFO}, and the {CRO} and the {CISO} are members.",
            {"Risk Council ledBy CFO", "Risk Council hasMember CRO", "Risk Council hasMember CISO"},
        ),
        (
            "The [Risk Council], where the {CFO} acts as committee chair and the {CRO} as vice-chair, meets monthly.",
            {"Risk Council ledBy CFO", "Risk Council hasMember CRO"},
        ),
        (
            "The [Risk Council] has five members; three of them should be {independent directors}.",
            {"Risk Council hasMember independent directors"},
        ),
        (
            "The [Risk Council], organised by the [Board], has five members; two of them, the chair included, should be {independent directors}.",
            {"Risk Council hasMember independent directors"},
        ),
        (
            "The [Risk Council] consists of two {executive directors} (one of whom is also the {CEO}) and the {CRO}.",
            {"Risk Council hasMember executive directors", "Risk Council hasMember CEO", "Risk Council hasMember CRO"},
        ),
        (
            "The [Risk Council] is composed of equal numbers of {employee representatives} and {directors}.",
            {"Risk Council hasMember employee representatives", "Risk Council hasMember directors"},
        ),
        (
            "The [Risk Council] (chaired by the {CEO}; members: {CFO}, {CRO}) meets monthly.",
            {"Risk Council ledBy CEO", "Risk Council hasMember CFO", "Risk Council hasMember CRO"},
        ),
        (
            "Members of the [Risk Council]: {CEO} (Chair), {CFO}, {CRO}.",
            {"Risk Council ledBy CEO", "Risk Council hasMember CFO", "Risk Council hasMember CRO"},
        ),
        (
            "The [Risk Council], whose membership spans the {CFO} and the {CRO}, reports to the [Board].",
            {"Risk Council hasMember CFO", "Risk Council hasMember CRO"},
        ),
        (
            "The [Board] meets often. The {Chairman of the Board} chairs the [Risk Council].",
            {"Board ledBy Chairman of the Board", "Risk Council ledBy Chairman of the Board"},
        ),
        (
            "Plans are drawn up by the [Risk Council] and put to the [Executive Committee]. Its members are the {CFO} and the {CRO}.",
            {"Risk Council hasMember CFO", "Risk Council hasMember CRO"},
        ),
        ("The {CRO} attends the [Risk Council] as a permanent member.", {"Risk Council hasMember CRO"}),
        ("Members of the [ESG Team] also sit in the [Risk Council].", {"Risk Council hasMember ESG Team"}),
        (
            "The [Risk Council] is overseen by the {COO}, who chairs its monthly meetings.",
            {"Risk Council ledBy COO"},
        ),
        (
            "The [Risk Council] meets monthly. Members come from the [Legal Department] and the [Safety Department].",
            {"Risk Council hasMember Legal Department", "Risk Council hasMember Safety Department"},
        ),
    ],
)
def test_what_stands_beside_each_other_is_kept_apart(text: str, expected: set[str]) -> None:
    assert triples(text, "ledBy", "hasMember") == expected


def test_people_of_a_body_sit_elsewhere_without_its_being_a_part() -> None:
    said = triples("The [Risk Council] consists of members of the [Pay Committee].", "hasMember", "subUnitOf")
    assert said == {"Risk Council hasMember Pay Committee"}


def test_a_field_belongs_to_the_body_of_its_own_sentence() -> None:
    text = (
        "[Ethics Council]\nMembers: {CEO} (Chair), {CFO}\nThe [Risk Council] has the following members: {CRO}, {CISO}."
    )
    assert triples(text, "ledBy", "hasMember") == {
        "Ethics Council ledBy CEO",
        "Ethics Council hasMember CFO",
        "Risk Council hasMember CRO",
        "Risk Council hasMember CISO",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The [Board] decides. The steering group was founded in 2020; the {CFO} leads it.",
        "The [Board] decides. Each such panel has the {CFO} in the chair.",
        "The [Risk Council] meets monthly. The {CFO} is not a member.",
        "The {CFO} briefs the members of the [Risk Council] on the report.",
    ],
)
def test_a_body_that_is_not_named_is_not_guessed(text: str) -> None:
    assert triples(text, "ledBy", "hasMember") == set()
