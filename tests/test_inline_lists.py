"""Documents that a sentence lists by their subjects."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.inline_lists import inline_documents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our HR policies are Equal Pay, Dignity at Work and Speaking Up.", ["Equal Pay", "Dignity at Work", "Speaking Up"]),
        ("Policies in use: hiring; Equality and Diversity; Fair Work; pay.", ["Equality and Diversity", "Fair Work"]),
        ("We have internal regulations including Travel Costs, and Use of Cars.", ["Travel Costs", "Use of Cars"]),
        ("Technical specifications such as Access Control and Data Backup and Network Zones.", []),
        ("We know national policies such as Digital Growth and Clean Air.", []),
        ("Our policies include respect for people and Human Rights.", []),
        ("It has global policies (Business Ethics, Tax, Fair Work ...) and a code.", ["Business Ethics", "Tax", "Fair Work"]),
        ("Group Policies, each with a sponsor: Fair Work, Delegated Authority.", ["Fair Work", "Delegated Authority"]),
        ("Our policies (see page 12 and Annex A) apply.", []),
        ("Our policies such as EU Taxonomy and Fair Work apply.", []),
    ],
)  # fmt: skip
def test_members_of_a_list_of_policies_need_no_noun(text: str, expected: list[str]) -> None:
    assert [title.name for title in inline_documents(text, 0, len(text))] == expected
