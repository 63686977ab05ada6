"""Units that a sentence announces, by whatever verb, as those of a body."""

from __future__ import annotations

import pytest
from marked import hierarchy


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "The [Board] leans on four committees whose missions are laid down in its rules:\n\n• the [Pay Committee],\n\n"
            "• the [Audit Committee], in which the auditors take part,\n\n• the [ESG Committee]",
            "Board",
            ("Pay Committee", "Audit Committee", "ESG Committee"),
        ),
        (
            "Committees set up by the [Supervisory Board]:\n\n› [Audit Committee] also examines the report\n\n› [Pay Committee]",
            "Supervisory Board",
            ("Audit Committee", "Pay Committee"),
        ),
        (
            "Advisory committees linked to the [Board]\n\n1. [ESG Committee] – climate\n\n2. [Pay Committee] – most independent",
            "Board",
            ("ESG Committee", "Pay Committee"),
        ),
        (
            "[Board]\n\nSupports itself in:\n\n– [Audit Committee]: all independent.\n\n– [Finance Committee]: plans",
            "Board",
            ("Audit Committee", "Finance Committee"),
        ),
        (
            "Beneath the [Council], two working groups carry the work:\n\n• [Water Working Group]\n\n• [Climate Working Group]",
            "Council",
            ("Water Working Group", "Climate Working Group"),
        ),
        (
            "Two of the committees of our [Board] carry most of it: the [Policy Committee], which reviews practices, and the "
            "[Audit Committee], which reads the report.",
            "Board",
            ("Policy Committee", "Audit Committee"),
        ),
        (
            "In its work the [Board] can draw on two committees – the [Audit Committee] and the [Pay Committee].",
            "Board",
            ("Audit Committee", "Pay Committee"),
        ),
        (
            "The [ESG Council] meets often. It relies on two teams: the [Climate Team] and the [Water Team].",
            "ESG Council",
            ("Climate Team", "Water Team"),
        ),
        ("The [Audit Committee] meets with the following departments: [Legal Department], [Tax Department].", "", ()),
    ],
)
def test_announced_units_are_parts(text: str, whole: str, parts: tuple[str, ...]) -> None:
    assert hierarchy(text) == {f"{part} subUnitOf {whole}" for part in parts}
