"""Who stands on which line of defence."""

from __future__ import annotations

import pytest
from marked import triples


def lines(*placed: tuple[str, int]) -> set[str]:
    return {f"{name} lineOfDefence line{number}" for name, number in placed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "• At the first line of defense, [sales teams of business units] check their own orders.\n"
            "• At the second line of defense, the [Legal Department] and the [Control Team] of the [Audit Department] coordinate.\n"
            "• At the third line of defense, the [Audit Team] is responsible for independent review.",
            lines(
                ("sales teams of business units", 1),
                ("Legal Department", 2),
                ("Control Team", 2),
                ("Audit Team", 3),
            ),
        ),
        (
            "We have three lines of defence, namely the [Operations Department], the [Risk Department] and the [Audit Department].",
            lines(("Operations Department", 1), ("Risk Department", 2), ("Audit Department", 3)),
        ),
        (
            "We have three lines of defence: routine checks of [business departments], expert checks of "
            "[control departments], and checks of [audit departments] and [inspection departments].",
            lines(
                ("business departments", 1),
                ("control departments", 2),
                ("audit departments", 3),
                ("inspection departments", 3),
            ),
        ),
        (
            "We have three lines of defence, consisting of the [Operations Department], the [Risk Department], the [Audit Department] "
            "and the [Audit Committee].",
            set(),  # four groups on three lines: the text does not say who stands where
        ),
        (
            "As the first line of defence against errors, all [business units] count their stock weekly.",
            lines(("business units", 1)),
        ),
        (
            "We have three lines of defense, with the [business divisions] as the front line, the [Legal Department] as the second, "
            "and the [Audit Department] as the third.",
            lines(("business divisions", 1), ("Legal Department", 2), ("Audit Department", 3)),
        ),
        (
            "The [Compliance Department] acts as the second line of defence.",
            lines(("Compliance Department", 2)),
        ),
        (
            "The third line of defence is the [Internal Audit Department].",
            lines(("Internal Audit Department", 3)),
        ),
        (
            "Our model has three lines of defence. The first line consists of the [Sales Department]. The second line, which comprises "
            "the [Risk Department], sets standards. The [Audit Department] (third line) reviews both.",
            lines(("Sales Department", 1), ("Risk Department", 2), ("Audit Department", 3)),
        ),
        (
            "First line of defence: [Sales Department]\nSecond line of defence: [Risk Department] and [Legal Department]",
            lines(("Sales Department", 1), ("Risk Department", 2), ("Legal Department", 2)),
        ),
        (
            "Our [business units], [departments] and agents are responsible for the first defense against fraud.",
            lines(("business units", 1), ("departments", 1)),
        ),
        ("The [Sales Department] is our first line of contact.", set()),
        ("The [Risk Department] explained the three lines of defence model to the [Board].", set()),
    ],
)
def test_lines_of_defence(text: str, expected: set[str]) -> None:
    assert triples(text, "lineOfDefence") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are first-level controls carried out by the [Business Units], second-level controls by the [Risk Department] "
            "and third-level controls entrusted to the [Audit Department].",
            lines(("Business Units", 1), ("Risk Department", 2), ("Audit Department", 3)),
        ),
        (
            "The [Risk Department] performs second-level controls, while the [Audit Department] performs third-level controls.",
            lines(("Risk Department", 2), ("Audit Department", 3)),
        ),
        (
            "As a second-line function, the [Risk Department] is part of our three lines of defence.",
            lines(("Risk Department", 2)),
        ),
        ("First-level support is given by the [Help Team], second-level support by the [Expert Team].", set()),
    ],
)
def test_levels_of_control_are_lines(text: str, expected: set[str]) -> None:
    assert triples(text, "lineOfDefence") == expected
