"""Certificates in tables and lists: which site holds which, as far as cells, signs and remarks tell."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from spacy.language import Language

from esggraph.extraction import extract
from esggraph.extraction.certifications.cells import read_legend, status_of
from esggraph.extraction.certifications.parts import parts
from esggraph.extraction.mentions import mentions
from esggraph.reading import read
from esggraph.report import Block, BlockKind, Report


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


def tabled(text: str, tmp_path: Path) -> set[tuple[str, str | None, str | None]]:
    """Return the certificates of a report whose columns are held apart by blanks."""
    path = tmp_path / "example.txt"
    path.write_text(text, encoding="utf-8")
    found = extract(read(path)).certifications
    return {(c.name, c.holder, c.status) for c in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Management systems\n"
            "ISO 14001      Exampleton, Sample Mill; Testville: audit planned for 2027\n"
            "ISO 45001      Exampleton           in place\n",
            {
                ("ISO 14001", "Exampleton", "held"),
                ("ISO 14001", "Sample Mill", "held"),
                ("ISO 14001", "Testville", "pursuing"),
                ("ISO 45001", "Exampleton", "held"),
            },
            id="holders behind the standard",
        ),
        pytest.param(
            "Certificates\n"
            "Type               Site                  Certifier     First obtained\n"
            "ISO 9001           Example Works         DNV           1998\n"
            "ISO 37301          Sample Works          BSI           under audit\n",
            {("ISO 9001", "Example Works", "held"), ("ISO 37301", "Sample Works", "pursuing")},
            id="columns that name others",
        ),
        pytest.param(
            "GREEN BUILDINGS\n"
            "BUILDING            CITY          RATING                     YEAR\n"
            "Example Tower       Exampleton    LEED Platinum              2019\n"
            "Sample House        Sampleton     Fitwel Viral Response      2021\n"
            "Testville Gateway   Testville     LEED Gold – targeted       2027\n",
            {
                ("LEED Platinum", "Example Tower", "held"),
                ("Fitwel Viral Response", "Sample House", "held"),
                ("LEED Gold", "Testville Gateway", "pursuing"),
            },
            id="the building first",
        ),
        pytest.param(
            "Certificates of the bases\n"
            "              ISO 9001   ISO 14001   ISO 50001\n"
            "Exampleton    √          √\n"
            "Sampleton     √                      √\n",
            {
                ("ISO 9001", "Exampleton", "held"),
                ("ISO 14001", "Exampleton", "held"),
                ("ISO 9001", "Sampleton", "held"),
                ("ISO 50001", "Sampleton", "held"),
            },
            id="empty cells",
        ),
        pytest.param(
            "Certified centres\n"
            "Country       Plants   ISO 9001   ISO 45001\n"
            "Exampleland     12        12          3\n"
            "Sampleland       4         4          0\n",
            {("ISO 9001", "company", "held"), ("ISO 45001", "company", "held")},
            id="counts",
        ),
    ],
)
def test_columns_tell_who_holds_what(text: str, expected: set[tuple[str, str, str]], tmp_path: Path) -> None:
    assert tabled(text, tmp_path) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Content index\nISO 9001       Page 12\nISO 14001      Page 14\n",
        "Certified suppliers\nSystem         Number of suppliers\nISO 9001       40\nISO 14001      12\n",
        "Standard       Topic\nISO 26000      Social responsibility\nISO 31000      Risk management\n",
    ],
)
def test_columns_that_refer_or_tell_of_suppliers_are_no_certificates(text: str, tmp_path: Path) -> None:
    assert tabled(text, tmp_path) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ISO 14001: Exampleton, Sampleton and Testville",
            {("ISO 14001", s, "held") for s in ("Exampleton", "Sampleton", "Testville")},
        ),
        (
            "Example Plant – ISO 9001, ISO 14001",
            {("ISO 9001", "Example Plant", "held"), ("ISO 14001", "Example Plant", "held")},
        ),
        ("ISO 27001: Example Cloud in progress.", {("ISO 27001", "Example Cloud", "pursuing")}),
        (
            "Card Centre: PCI DSS; Sample Division: ISO 13485",
            {("PCI DSS", "Card Centre", "held"), ("ISO 13485", "Sample Division", "held")},
        ),
        ("Sampleton depot ISO 45001.", {("ISO 45001", "Sampleton depot", "held")}),
        (
            "ISO 14001 certified sites: Exampleton, Sampleton; Example Parts, Inc.; Example Wire Kft.",
            {("ISO 14001", s, "held") for s in ("Exampleton", "Sampleton", "Example Parts, Inc", "Example Wire Kft")},
        ),
        (
            "OHSAS 18001: Sample Plant (Jan. 2009), Test Plant (scheduled for Mar. 2027)",
            {("OHSAS 18001", "Sample Plant", "held"), ("OHSAS 18001", "Test Plant", "pursuing")},
        ),
        (
            "ISO 45001: Example Infra (recertification pending since the certificate ended in May)",
            {("ISO 45001", "Example Infra", "expired")},
        ),
    ],
)
def test_a_line_tells_by_itself_who_holds_what(nlp: Language, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert certificates(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ISO 14001: Environmental management systems",
        "ISO 27001: International standard for information security",
        "Copy paper: FSC, Blue Angel",
        "Suppliers: ISO 9001, ISO 14001",
    ],
)
def test_what_a_standard_is_about_is_no_holder(nlp: Language, text: str) -> None:
    assert certificates(nlp, text) == set()


def test_counted_models_are_one_holder_and_parts_of_a_row_stand_for_themselves(nlp: Language) -> None:
    text = (
        "The codes adopted by the entity are below. ISO 50001 – Exampleton and Sampleton; "
        "SA 8000 – Testville (lapsed in January; re-audit due)"
    )
    assert certificates(nlp, text) >= {
        ("ISO 50001", "Exampleton", "held"),
        ("ISO 50001", "Sampleton", "held"),
        ("SA 8000", "Testville", "expired"),
    }
    assert {part.holder for part in parts("6 TV models including EX75, 14 Monitor models including EX43")} == {
        "6 tv models",
        "14 monitor models",
    }


def test_a_row_whose_cells_were_lost_is_read_past() -> None:
    rows = ("ISO 14001 Example Works", "continued from page 41", "ISO 45001 Sample Works")
    text = "Certificates\n" + "\n".join(rows)
    blocks = [Block(BlockKind.HEADING, 0, 12, level=1)]
    for row in rows:
        at = text.index(row)
        cells = ((at, at + 9), (at + 10, at + len(row))) if row.startswith("ISO") else ()
        blocks.append(Block(BlockKind.ROW, at, at + len(row), section=("Certificates",), cells=cells))
    report = Report("example", text, text, array("L", range(len(text))), tuple(blocks))
    assert {(c.name, c.holder) for c in extract(report).certifications} == {
        ("ISO 14001", "Example Works"),
        ("ISO 45001", "Sample Works"),
    }
