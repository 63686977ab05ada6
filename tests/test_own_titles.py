"""The title of a text that is a policy, a statement or a code itself."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.own_titles import own_title


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("SLAVERY AND HUMAN TRAFFICKING STATEMENT\nWe act.", "SLAVERY AND HUMAN TRAFFICKING STATEMENT", "statement"),
        ("Example Holdings (UK) – Modern Slavery Statement for 2019", "Modern Slavery Statement", "statement"),
        ("Human rights policy 2016", "Human rights policy 2016", "policy"),
        (
            "Example plc\nInformation security policy of Example plc (July 2023)",
            "Information security policy",
            "policy",
        ),
        ("Example Ltd: Supplier Code of Conduct (2nd edition)", "Supplier Code of Conduct", "code"),
    ],
)
def test_one_of_the_first_lines_names_the_document(text: str, name: str, kind: str) -> None:
    found = own_title(text)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)
    assert text[found.start :].startswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "Sustainability Report 2023\nHuman rights policy\nWe respect them.",
        "Independent assurance statement on environmental data",
        "Message of the chair\nWho we are\nOur people\nHuman rights policy",
        "Our statement",
    ],
)
def test_a_reports_headings_are_no_titles_of_documents(text: str) -> None:
    assert own_title(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Example Group plc. Slavery and human trafficking statement 2016.\nIt follows.", "Slavery and human trafficking statement 2016"),
        ("Example Group plc. Modern Slavery Statement FY 2018.\nIt follows.", "Modern Slavery Statement"),
    ],
)  # fmt: skip
def test_a_title_behind_a_company_s_name_that_ends_in_a_full_stop(text: str, name: str) -> None:
    title = own_title(text)
    assert title is not None
    assert title.name == name


def test_a_sentence_is_no_title() -> None:
    assert own_title("A policy on remuneration has been drawn up against the code of conduct.") is None
