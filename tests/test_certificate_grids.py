"""Tables of marks: sites against standards, either way round, with heads, legends and grades as reports print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from certified import Certificates, certificates


def each(standards: str, *holders: str, status: str = "held") -> Certificates:
    return {(standard, holder, status) for standard in standards.split("; ") for holder in holders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Management system certificates\n"
            "                     IATF    ISO     ISO\n"
            "Location             16949   14001   50001\n"
            "Sampleton, Japan       L       X       P\n"
            "Testville (Fab 10)     X       X\n"
            "X = certified    L = letter of conformance    P = planned for 2027\n",
            each("ISO 14001; IATF 16949", "Sampleton, Japan", "Testville (Fab 10)")
            | each("ISO 50001", "Sampleton, Japan", status="pursuing"),
            id="head over two lines, letters with a legend",
        ),
        pytest.param(
            "Certified systems\n"
            "                 Sampleton   Testville   Trialville\n"
            "ISO 14001:2015       ◎           ◎           ◎\n"
            "ISO 50001:2018       ◎                       ○\n"
            "◎ complete   ○ in progress\n",
            each("ISO 14001:2015", "Sampleton", "Testville", "Trialville")
            | each("ISO 50001:2018", "Sampleton")
            | each("ISO 50001:2018", "Trialville", status="pursuing"),
            id="a row for each standard, sites in the head",
        ),
        pytest.param(
            "Certificate          Example Plant   Sample Mill    Test Works\n"
            "ISO 13485                 Yes            Yes            No\n"
            "ISO 45001                 Yes        In progress        No\n",
            each("ISO 13485", "Example Plant", "Sample Mill")
            | each("ISO 45001", "Example Plant")
            | each("ISO 45001", "Sample Mill", status="pursuing"),
            id="words for marks",
        ),
        pytest.param(
            "Certificates by plant\n"
            "Plant                 ISO 14001   ISO 45001   Example Care\n"
            "Sampleton                ✓           ✓            ✓\n"
            "Testville                ✓           –            ✓\n",
            each("ISO 14001; Example Care", "Sampleton", "Testville") | each("ISO 45001", "Sampleton"),
            id="a column whose name nobody knows",
        ),
        pytest.param(
            "Green buildings\n"
            "Site                     LEED          BREEAM\n"
            "Example Tower            Gold          Excellent\n"
            "Sample House             Platinum      –\n",
            {
                ("LEED Gold", "Example Tower", "held"),
                ("BREEAM Excellent", "Example Tower", "held"),
                ("LEED Platinum", "Sample House", "held"),
            },
            id="grades",
        ),
        pytest.param(
            "Certified sites\n"
            "                 ISO 14001   ISO 45001\n"
            "Sampleton          yes         yes\n"
            "Testville          2027*       2027*\n"
            "* audit planned\n",
            each("ISO 14001; ISO 45001", "Sampleton") | each("ISO 14001; ISO 45001", "Testville", status="pursuing"),
            id="a footnote tells the status",
        ),
        pytest.param(
            "Site accreditation\n"
            "Site                     Regulators      ISO 14001   ISO 45001\n"
            "Sampleton                EXA, EXB            ✔           –\n"
            "Home of the Longest Name EXA, EXC           ✔           applied\n",
            each("ISO 14001", "Sampleton", "Home of the Longest Name")
            | each("ISO 45001", "Home of the Longest Name", status="pursuing"),
            id="a name that runs into the next column",
        ),
        pytest.param(
            "Certificate            Scope                         Body\n"
            "ISO 9001:2015          Example Plant                 EXA\n"
            "Responsible Safety     Sampleton; Testville Port     EXB\n",
            each("ISO 9001:2015", "Example Plant") | each("Responsible Safety", "Sampleton", "Testville Port"),
            id="a row whose certificate nobody knows",
        ),
    ],
)
def test_marks_belong_to_their_titles(text: str, expected: Certificates, tmp_path: Path) -> None:
    assert certificates(text, tmp_path) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Policy                     Owner            Scope\nExample Gift Rules         Legal            Group\n",
        "Standard       2025   2026\nISO 14001 sites   12   13\nISO 9001 sites    7    9\n",
        "Awards and ratings\nName           Scope          Year\nExample Prize  Sampleton      2026\n",
    ],
)
def test_other_tables_name_no_certificate(text: str, tmp_path: Path) -> None:
    assert not {name for name, holder, _ in certificates(text, tmp_path) if holder != "company"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sampleton and Testville: ISO 14001 and ISO 45001\nTrialville, Portugal: ISO 14001",
            each("ISO 14001; ISO 45001", "Sampleton", "Testville") | each("ISO 14001", "Trialville, Portugal"),
        ),
        ("EXO: EN 9100, Example Seal", each("EN 9100", "EXO")),
        ("The Sampleton and Testville sites are known.\n\nKilham also has LEED Gold.", each("LEED Gold", "Kilham")),
        (
            "Three offices have LEED Gold: Sampleton, Testville and Trialville.",
            each("LEED Gold", "Sampleton", "Testville", "Trialville"),
        ),
        (
            "Our certificates: ISO 14001 (Sampleton tower; Testville administrative center), ISO 50001 (Example Data Center).",
            each("ISO 14001", "Sampleton tower", "Testville administrative center")
            | each("ISO 50001", "Example Data Center"),
        ),
        ("LEED Platinum: Sample North, Testville", each("LEED Platinum", "Sample North, Testville")),
        ("ISO 9001: Exampleton, Singapore, Testville", each("ISO 9001", "Exampleton", "Singapore", "Testville")),
    ],
)
def test_lines_labels_and_brackets_tell_the_holders(text: str, expected: Certificates, tmp_path: Path) -> None:
    assert certificates(text, tmp_path) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Our Environmental Management System is shaped after ISO 14001, though not registered.",
        "We work by ISO 14001 and ISO 45001 but without certification.",
        "Our greenhouse gas inventory was verified to ISO 14064-1.",
    ],
)
def test_what_is_followed_or_verified_is_no_certificate(text: str, tmp_path: Path) -> None:
    assert certificates(text, tmp_path) == set()
