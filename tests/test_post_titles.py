"""Titles of many countries, and the clauses that say that they take part."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from esggraph.extraction import pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.mentions import mentions


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in ("esg_sentences", "esg_bodies", "esg_posts"):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(
    "title",
    [
        "Group Company Secretary",
        "Secretary General",
        "Deputy Managing Director",
        "MD & CEO",
        "Managing Director and Country Head",
        "Spokesman of the Board of Management",
        "Member of the Board of Management responsible for Human Resources",
        "Labour Director",
        "Group Finance Director",
        "VP Sustainability",
        "Head, Group Sustainability",
        "GM – EHS",
        "Sr. VP – Human Resources",
        "President – Human Resources",
        "President of the Chemicals Division",
        "Executive Director (Finance)",
        "Senior Independent Director",
        "Secretary to the Board",
        "Deputy General Manager in charge of safety",
        "Money Laundering Reporting Officer",
        "Group Internal Audit Manager",
        "Executive Vice President and General Counsel",
        "Senior Managing Executive Officer",
        "Director and Managing Executive Officer",
        "Representative Director and Chairman",
        "Corporate Vice President",
        "Manager of the Safety Department",
        "Supervisory Board chairman",
        "Group Treasurer",
        "Executive Manager: Human Resources",
        "Vice President Director",
        "Co-CEO",
    ],
)
def test_a_title_of_any_country_is_read_whole(nlp: Language, title: str) -> None:
    text = f"The Climate Council is chaired by the {title}."
    assert [m.name for m in mentions(nlp(text), "posts")] == [title]


@pytest.mark.parametrize(
    "clause",
    [
        "The {} chairs the Climate Council.",
        "Under the chairmanship of the {}, the Climate Council meets monthly.",
        "With the {} in the chair, the Climate Council meets monthly.",
        "The Climate Council has the {} as its chair.",
        "The Climate Council, which the {} heads, meets monthly.",
        "The {} sits on the Climate Council.",
        "Participants of the Climate Council are the {} and two experts.",
        "The {} belongs to the Climate Council.",
        "The {} and two experts make up the Climate Council.",
        "Results are presented to the {} each quarter.",
        "The Board of Directors receives updates from the {}.",
        "The {} has a reporting line to the Board of Directors.",
        "The {} bears responsibility for sustainability.",
        "The {} was given responsibility for sustainability.",
        "Sustainability is assigned to the {}.",
        "The Board of Directors delegates sustainability to the {}.",
        "The policy is owned by the {}.",
        "The {} owns the policy.",
        "The Climate Council was set up by the {}.",
        "The Climate Council advises the {}.",
        "First line: the {}.",
        "The {} is invited to the meetings of the Climate Council.",
    ],
)
@pytest.mark.parametrize(
    "title", ["Head of Fleet", "Senior Vice President, Fleet", "Operations Director", "General Manager"]
)
def test_a_clause_shows_that_a_post_takes_part(nlp: Language, title: str, clause: str) -> None:
    assert [m.name for m in mentions(nlp(clause.format(title)), "posts")] == [title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Audit Committee, chaired by Ms. Jane Roe, meets monthly.",
            [("Chair of the Audit Committee", "Jane Roe")],
        ),
        (
            "There are an Audit Committee and a Safety Committee, which Dr. Jane Roe chairs.",
            [("Chair of the Safety Committee", "Jane Roe")],
        ),
        ("Safety Committee\nChairperson: Jane Örnek", [("Chairperson of the Safety Committee", "Jane Örnek")]),
        (
            "Safety Committee\n- Özge Örnek dos Santos (Chair)",
            [("Chair of the Safety Committee", "Özge Örnek dos Santos")],
        ),
        ("The Audit Committee is chaired by Jane Roe, Head of Fleet.", [("Head of Fleet", "Jane Roe")]),
    ],
)
def test_a_chair_that_is_only_named_is_written_out(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.name, m.holder) for m in mentions(nlp(text), "posts")] == expected


def test_the_items_below_members_are_members(nlp: Language) -> None:
    text = (
        "The members of the Climate Council are:\n- SVP, Region 12\n- SVP, Legal and General Counsel\n- Fleet Manager"
    )
    assert [m.name for m in mentions(nlp(text), "posts")] == [
        "SVP, Region 12",
        "SVP, Legal and General Counsel",
        "Fleet Manager",
    ]


def test_chairman_and_chairperson_of_a_body_are_one_post(nlp: Language) -> None:
    text = "The Chairman of the Audit Committee reports. The Chairperson of the Audit Committee signs."
    assert len({m.key for m in mentions(nlp(text), "posts")}) == 1
