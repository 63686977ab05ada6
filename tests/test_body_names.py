"""Where the names of governance bodies begin and end."""

from __future__ import annotations

import pytest

from esggraph.extraction.bodies.names import find_names, shared_modifiers, split_modifiers


def names(text: str) -> list[str]:
    return [n.name for n in find_names(text, shared_modifiers(text)) if n.modifiers or n.complement]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Audit Committee met.", ["Audit Committee"]),
        ("our Safety, Environment, & Facility Management Team", ["Safety, Environment, & Facility Management Team"]),
        ("a Committee on Corporate Governance was formed", ["Committee on Corporate Governance"]),
        ("an Advisory Board on Disability, which meets", ["Advisory Board on Disability"]),
        ("the CEO’s Office decides", ["CEO’s Office"]),
        ("the Information Technology (IT) Risk team", ["Information Technology (IT) Risk team"]),
        ("WELLBEING COUNCIL. Purpose: health.", ["WELLBEING COUNCIL"]),
        ("our plant now has a technical review committee", ["technical review committee"]),
        ("the Corporate Social Responsibility Department", ["Corporate Social Responsibility Department"]),
        ("the Independent Director Nomination Committee", ["Independent Director Nomination Committee"]),
        ("the Committee for Ethics, Safety and Climate of the Board of Directors",
         ["Committee for Ethics, Safety and Climate"]),
        ("the Corporate Management Team of the Strategy & Planning Division",
         ["Corporate Management Team", "Strategy & Planning Division"]),
        ("the Executive Officers’ Meeting and management meetings", ["Executive Officers’ Meeting"]),
        ("the Ethics area and other areas", ["Ethics area"]),
        ("the Quality Assurance Section, in the Risk Management section", ["Quality Assurance Section"]),
        ("the Early Detection of Risk Committee presents", ["Early Detection of Risk Committee"]),
        ("The Prevention of Sexual Harassment Committee meets.", ["Prevention of Sexual Harassment Committee"]),
        ("the Composition of Audit Committee", ["Audit Committee"]),
        ("the Health and Safety at Work Council", ["Health and Safety at Work Council"]),
        ("the Board of Directors Office supports it", ["Board of Directors Office"]),
        ("the Global Legal HQ and the Water WG", ["Global Legal HQ", "Water WG"]),
        ("the Supervision and Control Body is collegiate", ["Supervision and Control Body"]),
        ("the Environmental Protection Service", ["Environmental Protection Service"]),
        ("the Organisation and Talent Department", ["Organisation and Talent Department"]),
        ("the Vice Presidency of Risk, Tax Department", ["Vice Presidency of Risk", "Tax Department"]),
        ("Local ethics and compliance committees were founded", ["Local ethics and compliance committees"]),
        ("the Council for Health and Safety at Work", ["Council for Health and Safety at Work"]),
        ("the legal, tax and HR teams", ["legal team", "tax team", "HR team"]),
        ("our Law & Policy teams", ["Law & Policy teams"]),
        ("steering committees for Carbon, for Water and for Ethics",
         ["steering committee for Carbon", "steering committee for Water", "steering committee for Ethics"]),
        ("steering groups for plastics, deforestation and food waste, each with a chair",
         ["steering group for plastics", "steering group for deforestation", "steering group for food waste"]),
        ("Site Risk Committees at Northtown, Eastham and Westford report",
         ["Site Risk Committee at Northtown", "Site Risk Committee at Eastham", "Site Risk Committee at Westford"]),
        ("committees for health and safety", ["committees for health and safety"]),
        ("the Nominating and Corporate governance Committee", ["Nominating and Corporate governance Committee"]),
    ],
)  # fmt: skip
def test_a_name_is_its_modifiers_head_and_complement(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chaired by the CEO, Audit Committee members meet", ["Audit Committee"]),
        ("Under Audit Committee rules", ["Audit Committee"]),
        ("the Board and Audit Committee", ["Audit Committee"]),
        ("Example’s Quality Council", ["Quality Council"]),
        ("the ESG Committee on ESG matters", ["ESG Committee"]),
        ("the Outstanding Board Secretary award", []),
        ("a supply chain working group headed by", ["supply chain working group"]),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Audit, Nomination and Remuneration Committees",
            ["Audit Committee", "Nomination Committee", "Remuneration Committee"],
        ),
        (
            "Human Resources, Legal and Finance departments",
            ["Human Resources department", "Legal department", "Finance department"],
        ),
        (
            "the Strategy Committee, Audit Committee, and Remuneration and Appraisal Committee",
            ["Strategy Committee", "Audit Committee", "Remuneration and Appraisal Committee"],
        ),
        (
            "the steering group and the working group for saving water",
            ["steering group for saving water", "working group for saving water"],
        ),
    ],
)
def test_names_written_together_are_written_out(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_pair_of_modifiers_stays_together_where_the_report_shows_that_it_is_one_name() -> None:
    text = "The Remuneration and Appraisal Committee met.\nthe Audit and Remuneration and Appraisal Committees"
    assert names(text)[1:] == ["Audit Committee", "Remuneration and Appraisal Committee"]
    assert split_modifiers("Audit and Risk") == ["Audit", "Risk"]


def test_offsets_are_those_of_each_name_in_the_text() -> None:
    text = "the Audit and Risk Committees"
    assert [text[n.start : n.end] for n in find_names(text)] == ["Audit", "Risk Committees"]
