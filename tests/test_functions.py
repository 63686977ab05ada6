"""Units that go by their function alone, and the places where the same words name a subject."""

from __future__ import annotations

import pytest

from esggraph.extraction.bodies.functions import find_functions


def names(text: str) -> list[str]:
    return [unit.name for unit in find_functions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan is reviewed by Group Legal each year.", ["Group Legal"]),
        ("Internal Audit, whose head is independent, reports to the Audit Committee.", ["Internal Audit"]),
        ("Corporate Safety audits all units.", ["Corporate Safety"]),
        ("Health, Safety and Wellbeing, a team inside People & Culture, runs the clinic.",
         ["Health, Safety and Wellbeing", "People & Culture"]),
        ("The privacy desk sits within Legal & Secretariat.", ["Legal & Secretariat"]),
        ("The tasks are performed by Legal, Procurement and Internal Audit.", ["Legal", "Procurement", "Internal Audit"]),
        ("Line 2: Risk and Compliance, which sets policy.", ["Risk and Compliance"]),
        ("Legal and Compliance review all contracts.", ["Legal", "Compliance"]),
        ("Group Stakeholder Engagement coordinates the dialogue.", ["Group Stakeholder Engagement"]),
        ("Employees may report concerns to any supervisor, Human Resources or Employee Relations.",
         ["Human Resources", "Employee Relations"]),
        ("The second line is made up of Group Controlling and EHS.", ["Group Controlling", "EHS"]),
        ("Group Internal Audit answers to the Audit Committee.", ["Group Internal Audit"]),
        ("Group Internal Audit, the third, is accountable to it.", ["Group Internal Audit"]),
        ("3 Group Audit\nGroup Tax; external auditor", ["Group Tax"]),
        ("Group Internal Audit (GIA), reporting functionally to the chair", ["Group Internal Audit"]),
        ("The heads of Group Sustainability, Group Legal and Group Strategy are members.",
         ["Group Sustainability", "Group Legal", "Group Strategy"]),
        ("It is part of the department Group Strategy, which plans.", ["Group Strategy"]),
        ("Chief Executive\nGroup Sustainability\nGroup Compliance\nStores", ["Group Sustainability", "Group Compliance"]),
        ("Third: Internal Audit, whose Vice President reports to the Board.", ["Internal Audit"]),
        ("Sites are audited against them by Internal Audit (report goes on).", ["Internal Audit"]),
        ("Third: Corporate Audit Services (CAS), providing independent assurance.", ["Corporate Audit Services"]),
        ("It meets; internal audit and the ethics team report functionally to it.", ["internal audit"]),
        ("Internal Audit is functionally subordinated to the Audit Committee.", ["Internal Audit"]),
    ],
)  # fmt: skip
def test_a_function_stands_where_a_unit_does(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sustainability checks are made at every site.",
        "The Head of Internal Audit reports to the Board.",
        "Sustainability is part of our strategy.",
        "Security issues are reported at once.",
        "We follow the Privacy Act of our country.",
        "It is overseen by the Human Resources and Remuneration Committee.",
        "The Business Policy Compliance sets rules.",
        "Our Corporate Strategy",
        "ESG matters to us.",
        "The Head of Group Sustainability presents it.",
        "Group Compliance Policy, Code of Ethics",
        "Human Resources policies for all are new.",
    ],
)
def test_the_same_words_name_a_subject(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Sustainability Team meets quarterly: coordinators from Human Resources, Investments, Legal Affairs and the plants.",
            ["Human Resources", "Investments", "Legal Affairs"],
        ),
        (
            "The ESG Committee has delegates of Risk, Credit, Legal and Human Resources.",
            ["Risk", "Credit", "Legal", "Human Resources"],
        ),
        (
            "The ESG Council brings together Supply Chain, Privacy and Procurement.",
            ["Supply Chain", "Privacy", "Procurement"],
        ),
        ("Training for employees from Risk, Legal and Finance was held.", []),
        ("The committee discussed Risk, Credit and Legal.", []),
    ],
)
def test_functions_that_send_members(text: str, expected: list[str]) -> None:
    assert [found.name for found in find_functions(text)] == expected
