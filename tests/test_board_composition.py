"""Kinds of directors that a report counts sit on its board."""

from __future__ import annotations

import pytest
from marked import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Board] met.\nThe percentage of {independent directors} rose.",
            {"Board hasMember independent directors"},
        ),
        ("The [Board] met.\n{Executive Directors}: 7.", {"Board hasMember Executive Directors"}),
        ("The [Board] met.\nFour {independent directors} took office.", {"Board hasMember independent directors"}),
        ("The [Board] met.\n{Outside Directors} (5 persons) were trained.", {"Board hasMember Outside Directors"}),
        ("The [Board] met.\nThe council is new. Two {independent directors} advise them.", set()),
        ("The [Board] met.\nTwo {independent directors} joined the Audit Committee.", set()),
        ("The [Board] met.\nThe {independent directors} met without the {CEO}.", set()),
        ("No board is named.\nFour {independent directors} took office.", set()),
    ],
)
def test_counted_directors(text: str, expected: set[str]) -> None:
    assert {t for t in triples(text) if "irectors" in t} == expected
