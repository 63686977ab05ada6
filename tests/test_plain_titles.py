"""Documents named in lower case."""

from __future__ import annotations

import pytest

from esggraph.extraction.plain_titles import plain_titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Board approved the charter of the Audit and Risk Committee.",
            ["charter of the Audit and Risk Committee"],
        ),
        (
            "The Board approved the charter of the Audit Committee and the Risk Committee.",
            ["charter of the Audit Committee", "charter of the Risk Committee"],
        ),
        ("The Board approved the charter of the REMUNERATIONANDNOMINATIONSUBCOMMITTEE.", []),
        (f"The Board approved the charter of the {'A' * 10_000}.", []),
    ],
)
def test_documents_of_bodies_have_the_body_in_their_names(text: str, expected: list[str]) -> None:
    assert [title.name for title in plain_titles(text, 0, len(text))] == expected
