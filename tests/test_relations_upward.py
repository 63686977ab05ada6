"""What goes up to a board or committee is a report, whatever is handed over and however."""

from __future__ import annotations

import pytest
from marked import hierarchy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The {CSO} brings ESG results to the [Board] every year.", {"CSO reportsTo Board"}),
        (
            "The {Compliance Manager} submits them to the [Board] and the [Audit Committee].",
            {"Compliance Manager reportsTo Board", "Compliance Manager reportsTo Audit Committee"},
        ),
        (
            "The [Working Group] puts the yearly statement before the [ESG Committee].",
            {"Working Group reportsTo ESG Committee"},
        ),
        ("The {CCO} files a summary with the [Audit Committee].", {"CCO reportsTo Audit Committee"}),
        (
            "The {VP Legal} tells the [Audit Committee] twice a year about trends.",
            {"VP Legal reportsTo Audit Committee"},
        ),
        (
            "The {CCO} sees the [Audit Committee] in private session several times a year.",
            {"CCO reportsTo Audit Committee"},
        ),
        (
            "The {SVP} heads the programme, reports directly to the {CEO} and also appears before the full [Board].",
            {"SVP reportsTo CEO", "SVP reportsTo Board"},
        ),
        (
            "The [Board] obtains twice-yearly feedback from the [Ethics Office] on the framework.",
            {"Ethics Office reportsTo Board"},
        ),
        (
            "The [Executive Committee] receives monthly figures from the [Safety Team].",
            {"Safety Team reportsTo Executive Committee"},
        ),
        (
            "The [Audit Committee] is told by the [Rights Team] every quarter what it has seen.",
            {"Rights Team reportsTo Audit Committee"},
        ),
        (
            "The {CCO} is independent and has a line to the {CEO} as well as the [Audit Committee].",
            {"CCO reportsTo CEO", "CCO reportsTo Audit Committee"},
        ),
        ("[Internal Audit] is subordinate to the {CEO}.", {"Internal Audit reportsTo CEO"}),
        (
            "The [Compliance Unit] is independent. Its Annual Activities Report goes to the [Audit Committee].",
            {"Compliance Unit reportsTo Audit Committee"},
        ),
        (
            "Results of the quarter go from the [ESG Council] to the [Executive Committee].",
            {"ESG Council reportsTo Executive Committee"},
        ),
        (
            "The [Quality Committee] meets often. Reporting to it are the [Quality Department] and the [Test Team].",
            {"Quality Department reportsTo Quality Committee", "Test Team reportsTo Quality Committee"},
        ),
        ("The [Ethics Office] is run by the {CCO}. That officer reports to the {CEO}.", {"CCO reportsTo CEO"}),
        (
            "The [Risk Department]'s head, the {CRO}, has a direct functional link to the [Audit Committee].",
            {"CRO reportsTo Audit Committee"},
        ),
        ("The [Board] sends invitations to the [Audit Committee].", set()),
        ("The [ESG Team] provides training to the [Board].", set()),
        ("The {CFO} takes part with the [Audit Committee] in seminars.", set()),
    ],
)
def test_what_goes_up_is_a_report(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected


def test_an_eye_kept_on_a_unit_is_oversight() -> None:
    text = "The [Audit Committee] keeps an eye on the reporting, on risks and on the work of [Internal Audit]."
    assert hierarchy(text) == {"Audit Committee oversees Internal Audit"}
