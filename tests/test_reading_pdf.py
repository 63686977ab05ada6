"""PDFs: columns, headings, footnotes and what cannot be read. The PDFs are drawn here."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from esggraph.building import LeftOut, build
from esggraph.errors import UnreadableReport
from esggraph.reading import read
from esggraph.report import Report

WIDTH, HEIGHT = 600, 800
# by how much a page is turned when shown: where text stands that is shown upright, left and top
TURNED = {
    0: lambda left, top: (1, 0, 0, 1, left, HEIGHT - top),
    90: lambda left, top: (0, 1, -1, 0, top, left),
    180: lambda left, top: (-1, 0, 0, -1, WIDTH - left, top),
    270: lambda left, top: (0, -1, 1, 0, WIDTH - top, HEIGHT - left),
}
Word = tuple[str, float, float, float, str]  # text, left, distance from the top, size, font


def draw(path: Path, *pages: list[Word], rotation: int = 0) -> Path:
    """Write a PDF with these words on its pages."""
    document = pypdfium2.PdfDocument.new()
    for words in pages:
        page = document.new_page(WIDTH, HEIGHT)
        for text, left, top, size, font in words:
            item = pdfium.FPDFPageObj_NewTextObj(document.raw, font.encode(), size)
            encoded = text.encode("utf-16-le") + b"\0\0"
            pdfium.FPDFText_SetText(item, ctypes.cast(encoded, ctypes.POINTER(pdfium.FPDF_WCHAR)))
            pdfium.FPDFPageObj_Transform(item, *TURNED[rotation](left, top))
            pdfium.FPDFPage_InsertObject(page.raw, item)
        page.set_rotation(rotation)
        page.gen_content()
    document.save(path)
    return path


def lines(
    texts: list[str], left: float = 60, top: float = 120, size: float = 10, font: str = "Helvetica"
) -> list[Word]:
    """Return lines set one under the other."""
    return [(text, left, top + 1.3 * size * i, size, font) for i, text in enumerate(texts)]


def shown(report: Report) -> list[tuple[str, str]]:
    return [(b.kind.value, report.block_text(b)) for b in report.blocks]


LEFT = [
    "The Board of Example leads the company and",
    "oversees all of the risks. Its Audit Committee re-",
    "ports to it once each year.",
]
RIGHT = [
    "The Risk Council meets each month and sends",
    "its minutes to the Board and to the Audit",
    "Committee of Example in the country.",
]
LEFT_WHOLE = (
    "The Board of Example leads the company and oversees all of the risks. Its Audit Committee reports to it once each "
    "year."
)
RIGHT_WHOLE = (
    "The Risk Council meets each month and sends its minutes to the Board and to the Audit Committee of Example in the "
    "country."
)


def test_a_paragraph_is_one_block_and_leads_back_to_its_page(tmp_path):
    report = read(draw(tmp_path / "a.pdf", lines(LEFT), lines(RIGHT)))
    assert shown(report) == [("paragraph", LEFT_WHOLE), ("paragraph", RIGHT_WHOLE)]
    place = report.place(report.text.index("Risk Council"), report.text.index("Risk Council") + 12)
    assert place.page == 2
    assert report.source[place.start : place.end] == "Risk Council"


def test_columns_are_read_one_after_the_other(tmp_path):
    report = read(draw(tmp_path / "a.pdf", lines(LEFT) + lines(RIGHT, left=330)))
    assert [text for _, text in shown(report)] == [LEFT_WHOLE, RIGHT_WHOLE]


def test_columns_drawn_line_by_line_are_put_in_order(tmp_path):
    alternating = [word for pair in zip(lines(LEFT), lines(RIGHT, left=330), strict=True) for word in pair]
    more = [word for pair in zip(lines(LEFT, top=220), lines(RIGHT, 330, 220), strict=True) for word in pair]
    report = read(draw(tmp_path / "a.pdf", alternating + more))
    assert [text for _, text in shown(report)] == [LEFT_WHOLE, LEFT_WHOLE, RIGHT_WHOLE, RIGHT_WHOLE]


def test_large_print_makes_headings_of_levels(tmp_path):
    page = [
        *lines(["Governance"], top=60, size=24),
        *lines(["How We Govern"], top=90, size=16),
        *lines(LEFT),
        *lines(["Risk"], top=220, size=16),
        *lines(RIGHT, top=250),
    ]
    report = read(draw(tmp_path / "a.pdf", page))
    assert [(b.kind.value, b.level, b.section) for b in report.blocks] == [
        ("heading", 1, ()),
        ("heading", 2, ("Governance",)),
        ("paragraph", 0, ("Governance", "How We Govern")),
        ("heading", 2, ("Governance",)),
        ("paragraph", 0, ("Governance", "Risk")),
    ]


def test_bold_and_italic_become_marks(tmp_path):
    page = [
        *lines(LEFT),
        ("We keep to the ", 60, 220, 10, "Helvetica"),
        ("Code of Conduct ", 131, 220, 10, "Helvetica-Oblique"),
        ("in all units of the company.", 212, 220, 10, "Helvetica"),
        *lines(["Risk Management"], top=260, font="Helvetica-Bold"),
        *lines(RIGHT, top=273),
    ]
    report = read(draw(tmp_path / "a.pdf", page))
    assert [(m.kind.value, report.text[m.start : m.end]) for m in report.marks] == [
        ("italic", "Code of Conduct"),
        ("bold", "Risk Management"),
    ]
    assert ("heading", "Risk Management") in shown(report)


def test_numbers_of_footnotes_go_and_those_of_formulas_stay(tmp_path):
    page = [
        *lines(LEFT),
        ("The Board adopted the Privacy Policy", 60, 220, 10, "Helvetica"),
        ("12", 227, 216, 5, "Helvetica"),
        ("and saved CO", 236, 220, 10, "Helvetica"),
        ("2", 300, 222, 5, "Helvetica"),
        ("in 2021 as well.", 306, 220, 10, "Helvetica"),
    ]
    report = read(draw(tmp_path / "a.pdf", page))
    assert shown(report)[-1] == ("paragraph", "The Board adopted the Privacy Policy and saved CO2 in 2021 as well.")


def test_rows_of_tables_know_their_cells(tmp_path):
    page = lines(LEFT)
    for top, cells in ((220, ("Body", "Chair", "Meetings")), (233, ("Board", "A. N. Other", "4"))):
        page += [(cell, 60 + 150 * i, top, 10, "Helvetica") for i, cell in enumerate(cells)]
    report = read(draw(tmp_path / "a.pdf", page))
    rows = [[report.text[a:b] for a, b in block.cells] for block in report.blocks if block.kind == "row"]
    assert rows == [["Body", "Chair", "Meetings"], ["Board", "A. N. Other", "4"]]


def test_running_headers_and_page_numbers_go(tmp_path):
    texts = ["Water is saved.", "Waste is sorted.", "Roofs carry panels.", "People choose hours.", "Gifts are banned."]
    pages = [
        [
            ("Example Sustainability Report 2021", 60, 30, 8, "Helvetica"),
            *lines([text, "All sites report on this to the Board of Example."]),
            (str(number), 300, 780, 8, "Helvetica"),
        ]
        for number, text in enumerate(texts, 4)
    ]
    found = [text for _, text in shown(read(draw(tmp_path / "a.pdf", *pages)))]
    assert "Example Sustainability Report 2021" not in found
    assert not {"4", "5", "6", "7", "8"} & set(found)
    assert len(found) == len(texts)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(tmp_path, rotation):
    report = read(draw(tmp_path / "a.pdf", lines(LEFT) + lines(RIGHT, left=330), rotation=rotation))
    assert [text for _, text in shown(report)] == [LEFT_WHOLE, RIGHT_WHOLE]


def test_a_scan_is_unreadable(tmp_path):
    with pytest.raises(UnreadableReport, match=r"a\.pdf: scanned PDF without a text layer .* run OCR"):
        read(draw(tmp_path / "a.pdf", [], [], []))


def test_an_encrypted_pdf_is_unreadable(tmp_path):
    key = "00" * 32
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + key.encode() + b">/U<" + key.encode() + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF\n"
    )
    (tmp_path / "a.pdf").write_bytes(body)
    with pytest.raises(UnreadableReport, match=r"a\.pdf: encrypted PDF; save a copy without its password"):
        read(tmp_path / "a.pdf")


def test_a_pdf_with_a_damaged_page_is_left_out_and_the_others_are_built(tmp_path):
    good = draw(tmp_path / "good.pdf", lines(LEFT), lines(RIGHT))
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"  # the second page is missing
    )
    built = build([good, bad], tmp_path / "out")
    assert [one.report for one in built.findings] == ["good"]
    assert built.left_out == (LeftOut(bad, "bad.pdf: page 2 of the PDF is damaged; download it again"),)
