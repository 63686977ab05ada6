"""Reporting lines in the many verbs and nouns by which something is handed up."""

from __future__ import annotations

import pytest
from marked import hierarchy

HANDED_UP = [
    ("The [Risk Office] hands a quarterly report to the [Risk Committee].", {"Risk Office reportsTo Risk Committee"}),
    ("The [Steering Committee] puts topics before the [Board].", {"Steering Committee reportsTo Board"}),
    ("The [Board] is kept informed of risks by the [Risk Committee].", {"Risk Committee reportsTo Board"}),
    ("The [Risk Office] is answerable to the [Board].", {"Risk Office reportsTo Board"}),
    ("The [ESG Team] escalates critical cases directly to the [Board].", {"ESG Team reportsTo Board"}),
    ("Critical cases are escalated by the [ESG Team] to the [Board].", {"ESG Team reportsTo Board"}),
    ("Critical cases are escalated from the [ESG Team] to the [Board].", {"ESG Team reportsTo Board"}),
    (
        "The [Risk Committee] makes recommendations and reports to the [Board] on its work.",
        {"Risk Committee reportsTo Board"},
    ),
    (
        "The {Chief Risk Officer} reports functionally to the [Risk Committee] and administratively to the {CEO}.",
        {"Chief Risk Officer reportsTo CEO", "Chief Risk Officer reportsTo Risk Committee"},
    ),
    ("The {Head of Audit} reports straight to the [Audit Committee].", {"Head of Audit reportsTo Audit Committee"}),
    ("The [Climate Team] informs the [Board] quarterly of its progress.", {"Climate Team reportsTo Board"}),
    ("The [Board] reviews reports submitted by the [Risk Committee].", {"Risk Committee reportsTo Board"}),
    (
        "The [Board] was briefed three times by the {Chief Information Security Officer}.",
        {"Chief Information Security Officer reportsTo Board"},
    ),
    (
        "At each meeting the {CFO} gives the [Audit Committee] an account of open cases.",
        {"CFO reportsTo Audit Committee"},
    ),
    ("Through the [Risk Committee], the [Risk Office] reports to the [Board].", {"Risk Office reportsTo Board"}),
    ("The [Risk Committee] is obliged to report to the [Board].", {"Risk Committee reportsTo Board"}),
]


@pytest.mark.parametrize(("text", "expected"), [*HANDED_UP])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
