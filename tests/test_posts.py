"""Which titles are governance posts, and who holds them."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from esggraph.extraction import pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.mentions import Mention, mentions
from esggraph.extraction.posts.names import find_posts


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in ("esg_sentences", "esg_bodies", "esg_posts"):
        nlp.add_pipe(name)
    return nlp


def found(nlp: Language, text: str) -> list[Mention]:
    return mentions(nlp(text), "posts")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our Senior Vice President – Fleet, Controller", ["Senior Vice President – Fleet", "Controller"]),
        (
            "Senior Vice President – Sales, Care and Cargo, Vice President – Legal, and Vice President – Tax",
            ["Senior Vice President – Sales, Care and Cargo", "Vice President – Legal", "Vice President – Tax"],
        ),
        ("our Global Head of Climate Strategy", ["Global Head of Climate Strategy"]),
        ("General Executive, Legal Affairs Division", ["General Executive, Legal Affairs Division"]),
        ("the head of Corporate Audit & ERM", ["head of Corporate Audit & ERM"]),
        ("Chief Diversity, Equity and Inclusion Officer", ["Chief Diversity, Equity and Inclusion Officer"]),
        ("Head of Germany, Group Risk Officer", ["Head of Germany", "Group Risk Officer"]),
        ("the safety and health managers of each site", ["safety and health managers"]),
        ("the executive in charge of sustainability", ["executive in charge of sustainability"]),
        (
            "executive officers in charge of the business sectors",
            ["executive officers in charge of the business sectors"],
        ),
        (
            "Executive Vice President responsible for corporate affairs",
            ["Executive Vice President responsible for corporate affairs"],
        ),
        ("the Assistant General Manager of Human Resources", ["Assistant General Manager of Human Resources"]),
        ("the Senior Manager of the Compliance Division", ["Senior Manager of the Compliance Division"]),
        (
            "Executive Vice President, Head of Corporate Affairs",
            ["Executive Vice President, Head of Corporate Affairs"],
        ),
        ("the SVP, Administration and Chief Compliance Officer", ["SVP, Administration and Chief Compliance Officer"]),
        ("the Vice-chairman and Chief Executive", ["Vice-chairman and Chief Executive"]),
        ("the Divisional Chief Executives", ["Divisional Chief Executives"]),
        ("the Deputy CEO and the CEO", ["Deputy CEO", "CEO"]),
        ("the Vice President Director", ["Vice President Director"]),
        ("President and Representative Director", ["President and Representative Director"]),
        ("four Regional Representatives", ["Regional Representatives"]),
        ("It names department heads.", ["department heads"]),
        ("the Group Managing Director/CEO", ["Group Managing Director/CEO"]),
        ("led by the Group President & CEO", ["Group President & CEO"]),
        ("the Chairman, President and CEO", ["Chairman, President and CEO"]),
        ("the Co-Chairman & Managing Director, the CFO", ["Co-Chairman & Managing Director", "CFO"]),
        ("the Executive Director, Risk Management", ["Executive Director, Risk Management"]),
        ("the Managing Director Board Affairs", ["Managing Director Board Affairs"]),
        ("Managing Director, Retail; President Asia Pacific", ["Managing Director, Retail", "President Asia Pacific"]),
        ("the Managing Executive: Group Strategy", ["Managing Executive: Group Strategy"]),
        (
            "Executive vice presidents of Finance and Product Supply",
            ["Executive vice president of Finance", "Executive vice president of Product Supply"],
        ),
        ("the Executive Vice President: Energy Operations", ["Executive Vice President: Energy Operations"]),
        ("our Global Sustainability Vice President", ["Global Sustainability Vice President"]),
        ("VP-Legal; Head – Legal & Company Secretary", ["VP-Legal", "Head – Legal & Company Secretary"]),
        ("the Deputy CEO responsible for the Retail Division", ["Deputy CEO responsible for the Retail Division"]),
        (
            "the member of the Management Board for production and procurement",
            ["member of the Management Board for production and procurement"],
        ),
        ("Member of the Management Board, Production", ["Member of the Management Board, Production"]),
        ("the director of the Human Resources division", ["director of the Human Resources division"]),
        ("the Global Quality head and Human Rights officers", ["Global Quality head", "Human Rights officers"]),
        (
            "heads of Risk & Assurance, Legal and Finance",
            ["head of Risk & Assurance", "head of Legal", "head of Finance"],
        ),
        (
            "a designated non-executive director for workforce engagement",
            ["designated non-executive director for workforce engagement"],
        ),
        ("Sixteen Compliance Ambassadors", ["Compliance Ambassadors"]),
        ("Deputy Party Secretary", ["Deputy Party Secretary"]),
        ("the chairman, president and CEO", ["chairman, president and CEO"]),
        (
            "the senior vice president and chief risk officer",
            ["senior vice president and chief risk officer"],
        ),
        ("the group chief audit officer", ["group chief audit officer"]),
        ("the Chief Legal Officer and Secretary", ["Chief Legal Officer and Secretary"]),
        ("a lead and an independent director", ["independent director"]),
        ("The sites have compliance officers.", ["compliance officers"]),
        (
            "directors of sustainability, credit and investor relations",
            ["director of sustainability", "director of credit", "director of investor relations"],
        ),
    ],
)
def test_a_title_reaches_to_the_end_of_its_field(text: str, expected: list[str]) -> None:
    assert [p.name for p in sorted(find_posts(text), key=lambda p: p.start)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ESG Committee consists of the Chief Financial Officer, the Technical Director and the General Counsel.",
            ["Chief Financial Officer", "Technical Director", "General Counsel"],
        ),
        ("The council is chaired by the Head of Procurement.", ["Head of Procurement"]),
        ("The Chief Privacy Officer oversees data protection.", ["Chief Privacy Officer"]),
        ("The team reports to the Chief Operating Officer.", ["Chief Operating Officer"]),
        ("We appointed compliance officers in all regions.", ["compliance officers"]),
        ("A privacy officer, ultimately reporting to the Board, manages the programme.", ["privacy officer"]),
        ("Each market has a privacy officer tasked with implementing it.", ["privacy officer"]),
        (
            "Tax risk is the responsibility of the Chief Executive, the Chief Financial Officer and the President.",
            ["Chief Executive", "Chief Financial Officer", "President"],
        ),
        ("The plan is updated regularly by our General Counsel.", ["General Counsel"]),
        ("Compliance Ambassadors are responsible for local training.", ["Compliance Ambassadors"]),
        ("The five safety managers are responsible for audits.", ["safety managers"]),
        ("The Diversity Council brings together heads of business units.", ["heads of business units"]),
        ("The Board identified the Head of Conduct Risk as the contact.", ["Head of Conduct Risk"]),
        ("A message from the CEO", ["CEO"]),
        ("The Board consists of three executive directors.", ["executive directors"]),
        ("Accounts are confirmed each year by the Company Secretary.", ["Company Secretary"]),
        ("The plan is owned by the Board and the General Counsel.", ["General Counsel"]),
        ("Every plant has a Safety Manager.", ["Safety Manager"]),
        ("Compliance Manager: collects the reports of the sites.", ["Compliance Manager"]),
        (
            "Members: the CEO; Vice President, Fleet; the managers of the sites.",
            [
                "CEO",
                "Vice President, Fleet",
                "managers of the sites",
            ],
        ),
        (
            "The CFO, executive sponsors and the Head of Fleet make up the Climate Council.",
            [
                "CFO",
                "executive sponsors",
                "Head of Fleet",
            ],
        ),
        ("The convener of the Climate Council is the General Manager.", ["General Manager"]),
        ("The Climate Council is chaired by the Managing Director.", ["Managing Director"]),
        ("A member of the Board of Directors chairs the Climate Council.", ["member of the Board of Directors"]),
        ("The external auditor reports to the Audit Committee.", ["external auditor"]),
        ("Material Topic Owners are members of the Climate Council.", ["Material Topic Owners"]),
        ("Signed by Jane Roe, Managing Director", ["Managing Director"]),
        ("The Climate Council, with the CFO as its chairman, meets monthly.", ["CFO"]),
        ("A Climate Council of group heads meets.", ["group heads"]),
        ("The Climate Council, with the group heads as members, meets.", ["group heads"]),
        (
            "The Ethics Committee – President, Vice President of Legal – meets.",
            ["President", "Vice President of Legal"],
        ),
        ("Climate Council: CFO, heads of key departments", ["CFO", "heads of key departments"]),
        ("The Climate Council gathers the heads of the business units.", ["heads of the business units"]),
        ("The CFO and nine executive vice presidents form our Climate Council.", ["CFO", "executive vice presidents"]),
        ("It counts the Chief Operations Officer among its members.", ["Chief Operations Officer"]),
        (
            "The Vice President, Fleet, a member of the Climate Council, answers to the CEO.",
            ["Vice President, Fleet", "CEO"],
        ),
        ("Ethics Officers, steered by the Legal Office, take care of cases.", ["Ethics Officers"]),
        ("Compliance works with the Head of Fleet at its head.", ["Head of Fleet"]),
        ("Through its chair, the Human Resources VP, it reports.", ["Human Resources VP"]),
        ("Privacy: Data Protection Officer", ["Data Protection Officer"]),
        ("The Board's Chair presides.", ["Board's Chair"]),
        ("The chair of the board signs.", ["chair of the board"]),
        ("It has as chairman the Chief Operating Officer.", ["Chief Operating Officer"]),
        ("The Ethics Committee brings in the heads of function.", ["heads of function"]),
    ],
)
def test_a_title_that_takes_part_counts(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in found(nlp, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Technical Director likes tea.",
        "She was Chief Executive Officer of Sample Bank.",
        "The police officers helped.",
        "Chair of the highest governance body",
        "The project managers were trained.",
        "The general managers were trained.",
        "Regional Representatives were trained.",
        "The report was reviewed by external auditors.",
        "She is a member of the Executive Committee.",
        "The Sustainability Ambassador program, led by volunteers, is responsible for events.",
    ],
)
def test_a_title_without_a_part_or_of_another_company_does_not_count(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_a_rank_joined_to_a_post_and_its_acronym_are_one_post(nlp: Language) -> None:
    text = (
        "The Chief Compliance Officer (CCO) reports to the Board. The Senior Vice President and Chief Compliance Officer"
        " leads the team. The CCO signs the plan."
    )
    assert {m.key for m in found(nlp, text)} == {"chief compliance officer"}
    assert [m.name for m in found(nlp, text)][-1] == "CCO"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ms. Jane Roe, Senior Vice President and Chief Compliance Officer, opened the meeting.", "Jane Roe"),
        ("Chief Compliance Officer Jane Roe opened the meeting.", "Jane Roe"),
        ("Our Chief Compliance Officer, Jane Roe, opened the meeting.", "Jane Roe"),
    ],
)
def test_the_holder_is_the_person_beside_the_title(nlp: Language, text: str, holder: str) -> None:
    assert [m.holder for m in found(nlp, text)] == [holder]


def test_a_chair_marked_in_a_list_of_members_is_written_out_with_its_body(nlp: Language) -> None:
    text = "The Audit Committee reviews the accounts.\nJane Roe (Chairman), John Doe"
    assert [(m.name, m.holder) for m in found(nlp, text)] == [("Chairman of the Audit Committee", "Jane Roe")]


def test_a_number_of_holders_is_no_holder(nlp: Language) -> None:
    text = "A network of 160 Sustainability Champions is responsible for the plan."
    assert [(m.name, m.holder) for m in found(nlp, text)] == [("Sustainability Champions", None)]


def test_a_chair_in_a_table_of_directors_is_written_out(nlp: Language) -> None:
    text = "The Board set up a Strategy Committee.\nJane Roe\nChairperson, Strategy Committee"
    assert [m.name for m in found(nlp, text)] == ["Chairperson of the Strategy Committee"]


def test_the_chair_of_the_committee_is_written_out(nlp: Language) -> None:
    text = "We set up an Anti-Fraud Committee. The Chairman of the Committee is appointed for three years."
    assert [m.name for m in found(nlp, text)] == ["Chairman of the Anti-Fraud Committee"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ethics Council consists of leading experts and executives from our businesses.",
        "The Ethics Council includes the employee representative conference mechanism.",
        "Our founder received the honorary award of “Chief Climate Officer” from a newspaper.",
    ],
)
def test_people_who_hold_no_office(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_what_somebody_is_in_charge_of_ends_before_the_verb(nlp: Language) -> None:
    text = "We designated a person in charge of information security and are training staff."
    assert [m.name for m in found(nlp, text)] == ["person in charge of information security"]


def test_a_kind_of_director_defines_no_acronym(nlp: Language) -> None:
    text = "The Board consists of four external directors and one internal director (CEO)."
    assert len({m.key for m in found(nlp, text)}) == 3


def test_a_person_chairs_the_committee_and_not_the_board_whose_it_is(nlp: Language) -> None:
    posts = found(nlp, "The Risk Committee of the Board of Directors, chaired by Ms Jane Doe, meets monthly.")
    assert [(post.name, post.holder) for post in posts] == [("Chair of the Risk Committee", "Jane Doe")]


def test_the_chair_of_it_is_no_post_beside_the_one_who_takes_it(nlp: Language) -> None:
    posts = found(nlp, "The Risk Committee meets monthly. Its chairman is the Chief Risk Officer.")
    assert [post.name for post in posts] == ["Chief Risk Officer"]
