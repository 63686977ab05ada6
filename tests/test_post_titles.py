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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our head of corporate responsibility reviews the topics.", ["head of corporate responsibility"]),
        ("The programme is managed by the director of sustainability.", ["director of sustainability"]),
        (
            "In May the firm created a post, the role of head of diversity, inclusion, and belonging.",
            ["head of diversity, inclusion, and belonging"],
        ),
        (
            "The vice president of environment, health and safety reports to the CEO.",
            ["vice president of environment, health and safety", "CEO"],
        ),
        ("Our senior director of global ethics leads the programme.", ["senior director of global ethics"]),
        ("Responsibility lies with the Head of Group sustainability.", ["Head of Group sustainability"]),
        ("The manager of health and safety investigates each accident.", ["manager of health and safety"]),
        ("The deputy head of compliance reports to the CFO.", ["deputy head of compliance", "CFO"]),
        (
            "The council is composed of the heads of legal, finance, human resources and operations.",
            ["head of legal", "head of finance", "head of human resources", "head of operations"],
        ),
        (
            "The head of the internal audit department reports to the CEO.",
            ["head of the internal audit department", "CEO"],
        ),
        ("The head of a delegation spoke.", []),
        ("The director of the film visited our site.", []),
    ],
)
def test_a_field_may_stand_in_lower_case(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "posts")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have appointed 50 employees as Human Rights Champions.", ["Human Rights Champions"]),
        ("Staff of each unit are designated as Security Agents.", ["Security Agents"]),
        ("Integrity agents in every unit promote the code.", ["Integrity agents"]),
        ("Risk owners are responsible for the mitigation of their risks.", ["Risk owners"]),
        ("Each department appointed an ESG focal point who collects the data.", ["ESG focal point"]),
        ("Grievance officers handle the complaints.", ["Grievance officers"]),
        ("We appointed “compliance ambassadors” in 20 departments.", ["compliance ambassadors"]),
        ("Each site has an energy manager and a waste coordinator.", ["energy manager", "waste coordinator"]),
        ("A compliance liaison officer supports each site.", ["compliance liaison officer"]),
        ("The role of “Key Contact for Information Security” was created.", ["Key Contact for Information Security"]),
        ("We trained 120 safety representatives.", []),
        ("Employees were exposed to risk agents at work.", []),
    ],
)
def test_roles_of_a_programme_count_where_somebody_is_given_them(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "posts")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FIONA EXAMPLE HEAD OF GROUP STRATEGY & ESG", [("Head of Group Strategy & ESG", "Fiona Example")]),
        ("MESSAGE FROM THE CHIEF EXECUTIVE OFFICER", [("Chief Executive Officer", None)]),
        ("Please ask our Head of Sustainability, Jane Example.", [("Head of Sustainability", "Jane Example")]),
        ("The Secretary of the Party Committee heads the working group.", [("Secretary of the Party Committee", None)]),
        (
            "The council is led by our Chief Legal Officer and Corporate Secretary.",
            [("Chief Legal Officer", None), ("Corporate Secretary", None)],
        ),
    ],
)
def test_titles_in_capitals_of_unions_and_before_names(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(m.name, m.holder) for m in mentions(nlp(text), "posts")] == expected


def test_the_directors_of_a_table_are_one_post(nlp: Language) -> None:
    rows = "Jane Roe Director 2022\nJohn Roe Director 2019\nJim Poe Independent Director 2020"
    assert {(m.name, m.holder) for m in mentions(nlp(rows), "posts")} == {
        ("Director", "Jane Roe"),
        ("Director", "John Roe"),
        ("Independent Director", "Jim Poe"),
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Jane Roe Chairwoman Nomination and Remuneration Committee",
            "Chairwoman of the Nomination and Remuneration Committee",
        ),
        ("Jane Roe, Chair Audit Committee", "Chair of the Audit Committee"),
        (
            "The Audit and Risk Committee (ARC) met twice.\nJane Roe Chair ARC 2022",
            "Chair of the Audit and Risk Committee",
        ),
    ],
)
def test_a_chair_without_a_preposition_is_written_out(nlp: Language, row: str, expected: str) -> None:
    assert [m.name for m in mentions(nlp(row), "posts")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The principles apply to research institutes (clinical research organisations, CROs) and suppliers.",
        "ITA GER AUT CZE HUN SVK CRO BIH BUL SRB",
        "The forum brings together Chief Executives of leading European banks.",
        "April 2018 - May 2021: President and CEO of Other Energy Corporation",
    ],
)
def test_what_looks_like_a_title_and_is_none_of_the_company(nlp: Language, text: str) -> None:
    assert mentions(nlp(text), "posts") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ESG Committee reports to the Board through its chairperson.", ["chairperson of the ESG Committee"]),
        ("The ESG Committee meets monthly; its Chair is the CFO.", ["CFO"]),
        (
            "Chairperson: Social, Ethics and Transformation Committee",
            ["Chairperson of the Social, Ethics and Transformation Committee"],
        ),
        ("Jane Roe chairs the Audit Committee.", ["Chair of the Audit Committee"]),
        (
            "Board chairman is John Roe, who also chairs the Audit Committee.",
            ["Board chairman", "Chair of the Audit Committee"],
        ),
        ("The President of the Management Board answers for climate.", ["President of the Management Board"]),
        (
            "The chairman of Example Group’s Executive Board reports to the owners.",
            ["chairman of Example Group’s Executive Board"],
        ),
    ],
)
def test_chairs_of_bodies_that_stand_apart_from_the_word(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "posts")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The SVP, Fleet, approves it. The Senior Vice President, Fleet, reports to the board.",
        "The VP of Safety approves it. The Vice President of Safety reports to the board.",
        "The head of the company’s Audit Department approves it. The Head of the Audit Department reports to the board.",
        "The Chairperson of the Audit Committee approves it. The Audit Committee Chair reports to the board.",
        "The Chairman of the Board approves it. The Board Chair leads the sessions.",
    ],
)
def test_two_wordings_of_one_post_are_one(nlp: Language, text: str) -> None:
    assert len({m.key for m in mentions(nlp(text), "posts")}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Before joining the company she was Chief Compliance Officer of another firm.",
        "She previously served as Head of Internal Audit.",
        "March 2010: Executive Officer, Chief Executive Officer of Business Operations, Chief Group Strategy Officer",
        "Jane Roe, Director of the Other Institute for Climate Research, opened the day.",
    ],
)
def test_what_somebody_was_before_is_no_post_of_the_company(nlp: Language, text: str) -> None:
    assert mentions(nlp(text), "posts") == []


def test_the_vice_presidents_of_a_list_are_posts_of_their_own(nlp: Language) -> None:
    text = "The council consists of the vice presidents for Public Affairs, Policy and Worldwide Operations."
    assert [m.name for m in mentions(nlp(text), "posts")] == [
        "vice president for Public Affairs",
        "vice president for Policy",
        "vice president for Worldwide Operations",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Each facility has a Responsible Person and an Engineer of Record.",
            ["Responsible Person", "Engineer of Record"],
        ),
        ("Anyone may turn to the Ombudsman.", ["Ombudsman"]),
        ("An independent ombudsman receives the complaints.", ["independent ombudsman"]),
        ("Data protection officer: Example Group Data Protection", ["Data protection officer"]),
        (
            "The Director Sustainability chairs it; the Manager Human Rights is its secretary.",
            ["Director Sustainability", "Manager Human Rights"],
        ),
        ("The meeting is chaired by the officer in charge of CSV strategy.", ["officer in charge of CSV strategy"]),
        (
            "The council is headed by the Chief Executive Officer and Managing Director.",
            ["Chief Executive Officer and Managing Director"],
        ),
        ("It is complemented by a network of Integrity Ambassadors.", ["Integrity Ambassadors"]),
        (
            "The Compliance Manager, who is also the Crime Prevention Officer, reports monthly.",
            ["Compliance Manager", "Crime Prevention Officer"],
        ),
        (
            "The committee comprises the Chief - Sustainability & CSR and the CFO.",
            ["Chief - Sustainability & CSR", "CFO"],
        ),
        ("Executive responsibility sits with the Chief Strategy Officer.", ["Chief Strategy Officer"]),
        ("The works council chairman belongs to the committee.", ["works council chairman"]),
        ("The audit committee chair reports to the owners.", ["audit committee chair"]),
        ("Name: Jane Roe, Designation: Managing Director", ["Managing Director"]),
        (
            "Oversight belongs to a committee, to which the Chief Information Officer reports.",
            ["Chief Information Officer"],
        ),
        ("It also hears the Executive Director for Engagement.", ["Executive Director for Engagement"]),
        (
            "The CCO reports functionally to the owners and administratively to the Chief Administrative Officer.",
            ["CCO", "Chief Administrative Officer"],
        ),
        ("Its members are directors of the Company.", []),
        ("It is assisted by the Senior General Manager Social Affairs.", ["Senior General Manager Social Affairs"]),
        ("The council comprises the Presidents of the business clusters.", ["Presidents of the business clusters"]),
        (
            "The Group Human Rights Manager, who sits in the Sourcing team, prepares papers.",
            ["Group Human Rights Manager"],
        ),
    ],
)
def test_titles_and_parts_of_many_styles(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "posts")] == expected


def test_the_persons_in_charge_of_several_units_are_posts_of_their_own(nlp: Language) -> None:
    text = "It is composed of the persons in charge of the Human Resources Centre, the Tendering Centre and the Legal Department."
    assert [m.name for m in mentions(nlp(text), "posts")] == [
        "person in charge of the Human Resources Centre",
        "person in charge of the Tendering Centre",
        "person in charge of the Legal Department",
    ]
