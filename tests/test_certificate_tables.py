"""Certificates in tables and lists: which site holds which, as far as cells, signs and remarks tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from esggraph.extraction import certifications, sentences, standards  # noqa: F401  (registers the factories)
from esggraph.extraction.certificate_cells import read_legend, status_of
from esggraph.extraction.mentions import mentions


def certificates(nlp: Language, text: str) -> set[tuple[str, str | None, str | None]]:
    found = mentions(nlp(text), "certifications")
    return {(m.name, m.holder, m.status) for m in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Site ISO 9001 ISO 14001 ISO 45001\nExample Plant ✓ ✓ –\nSampleton ✓ – –",
            {
                ("ISO 9001", "Example Plant", "held"),
                ("ISO 14001", "Example Plant", "held"),
                ("ISO 9001", "Sampleton", "held"),
            },
        ),
        (
            "Plant | ISO 14001:2015 | ISO 50001:2018\nNorth Mill, Exampleshire | Certified | In progress",
            {("ISO 14001:2015", "North Mill", "held"), ("ISO 50001:2018", "North Mill", "pursuing")},
        ),
        (
            "Location ISO 14001 ISO 45001\nExampleton x (x)\nSampleton – x\nx = certificate in place (x) = under way",
            {
                ("ISO 14001", "Exampleton", "held"),
                ("ISO 45001", "Exampleton", "pursuing"),
                ("ISO 45001", "Sampleton", "held"),
            },
        ),
        (
            "Company IATF 16949 ISO 14001\nExample Parts Co., Ltd. 2019 2021\nSample Parts Co., Ltd. lapsed 2020",
            {
                ("IATF 16949", "Example Parts Co., Ltd.", "held"),
                ("ISO 14001", "Example Parts Co., Ltd.", "held"),
                ("IATF 16949", "Sample Parts Co., Ltd.", "expired"),
                ("ISO 14001", "Sample Parts Co., Ltd.", "held"),
            },
        ),
    ],
)
def test_a_row_of_cells_tells_what_each_site_holds(
    nlp: Language, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert certificates(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Plant certifications\nExampleton ISO 9001, ISO 14001\nSampleton ISO 9001, ISO 45001 (audit planned for 2025)",
            {
                ("ISO 9001", "Exampleton", "held"),
                ("ISO 14001", "Exampleton", "held"),
                ("ISO 9001", "Sampleton", "held"),
                ("ISO 45001", "Sampleton", "pursuing"),
            },
        ),
        (
            "ISO certifications obtained (as of March)\nISO 9001 Head Office, Example Plant; ISO 45001 Example Plant",
            {
                ("ISO 9001", "Head Office", "held"),
                ("ISO 9001", "Example Plant", "held"),
                ("ISO 45001", "Example Plant", "held"),
            },
        ),
        (
            "Certificate Site Valid until\n"
            "ISO 14001:2015 Environmental Management System Example Plant, Sample Plant 2026.03",
            {
                ("ISO 14001:2015 Environmental Management System", "Example Plant", "held"),
                ("ISO 14001:2015 Environmental Management System", "Sample Plant", "held"),
            },
        ),
    ],
)
def test_a_head_tells_that_the_lines_below_are_certificates(
    nlp: Language, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert certificates(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Standards that we follow\nISO 26000, ISO 31000",
        "Topic ISO 26000 ISO 31000\nHuman rights 12 14\nRisk 20 22",
        "Certifications\nExample Plant intends to work by ISO 9001 and ISO 14001.",
    ],
)
def test_references_in_tables_are_no_certificates(nlp: Language, text: str) -> None:
    assert certificates(nlp, text) == set()


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("✓", "held"),
        ("Certified", "held"),
        ("2021", "held"),
        ("△", "pursuing"),
        ("Planned for 2025", "pursuing"),
        ("Expired", "expired"),
        ("Not certified", ""),
        ("–", ""),
        ("N/A", ""),
        ("sunny", None),
    ],
)
def test_a_cell_tells_a_status(cell: str, status: str | None) -> None:
    assert status_of(cell, {}) == status


def test_a_legend_overrules_the_usual_meaning_of_a_sign() -> None:
    assert read_legend("●: certified, ○: in progress") == {"●": "held", "○": "pursuing"}


@pytest.mark.parametrize(
    "text",
    [
        "Field | Standard\nEnvironment | ISO 14001:2015\nHealth and safety | ISO 45001:2018",
        "The firm has kept its two certificates:\nEnvironment: ISO 14001:2015\nHealth and safety: ISO 45001:2018",
    ],
)
def test_labels_that_say_what_a_certificate_is_about_are_no_holders(nlp: Language, text: str) -> None:
    found = mentions(nlp(text), "certifications")
    assert [(m.name, m.holder) for m in found] == [("ISO 14001:2015", "company"), ("ISO 45001:2018", "company")]
