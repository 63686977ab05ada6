"""From a file to a report: what holds for every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esggraph.errors import UnreadableReport
from esggraph.reading import read
from esggraph.reading.html import html_lines
from esggraph.reading.layout import lay_out
from esggraph.reading.markdown import markdown_lines
from esggraph.reading.plain import plain_lines
from esggraph.reading.sources import Overrides
from esggraph.report import Report

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
PIECES = st.sampled_from(
    [
        "The Board", "audit committee", "Example Holdings Limited", "and", "of the", "govern-", "ance", "oﬃce",
        "Of\ufffdce", "2023", "12", ". ", ".", ",", ":", ";", " ", "  ", "\n", "\n", "\n\n", "\n\n\n", "\f", "\t",
        "• ", "- ", "1. ", "1.1 ", "# ", "## ", "*", "**", "|", "《", "》", "<i>", "</i>", "<p>", "</p>", "<li>", "<td>",
        "</table>", "<table>", "<tr>", "&amp;", "&nope;", "&", "[", "](x)", "(", ")", "“", "”", "\u00ad", "\u200b",
        "\x0b", "\u2028", "é", "中文", "🙂",
    ]
)  # fmt: skip
WILD = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=120).map("".join)


def write(folder: Path, text: str, name: str = "example-2023.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def assert_sound(report: Report) -> None:
    assert len(report.origin) == len(report.text)
    assert list(report.origin) == sorted(report.origin)
    for character, offset in zip(report.text, report.origin, strict=True):
        printed = report.source[offset] if offset < len(report.source) else "\n"
        same = character == printed or character in LIGATURES.get(printed, "") or printed in "\ufffd&"
        same = same or (character == "•" and "\uf020" <= printed <= "\uf0ff")  # a list sign of a symbol font
        assert same or (character.isspace() and (printed.isspace() or character == "\n" or character == " "))
    end = -1
    for block in report.blocks:
        assert block.start == end + 1
        assert block.end > block.start
        assert "\n" not in report.block_text(block)
        assert "  " not in report.block_text(block)
        assert report.block_text(block) == report.block_text(block).strip()
        assert all(block.start <= a < b <= block.end for a, b in block.cells)
        end = block.end
    assert end == (len(report.text) if report.blocks else -1)
    assert all(0 <= mark.start < mark.end <= len(report.text) for mark in report.marks)
    assert [m.start for m in report.marks] == sorted(m.start for m in report.marks)


@pytest.mark.parametrize("reader", [plain_lines, markdown_lines, html_lines])
@given(source=WILD)
@settings(max_examples=150, deadline=None)
def test_every_character_leads_back_to_its_own_place(reader, source):
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    text, origin, blocks, marks = lay_out(reader(source))
    assert_sound(Report("wild", source, text, origin, blocks, marks))


def test_place_gives_line_and_page(tmp_path):
    report = read(
        write(tmp_path, "About us\nThe Board of Example meets yearly.\n\fIts Audit Committee reports to it.\n")
    )
    start = report.text.index("Audit Committee")
    place = report.place(start, start + len("Audit Committee"))
    assert (place.line, place.page) == (3, 2)
    assert report.source[place.start : place.end] == "Audit Committee"


def test_a_text_without_form_feeds_has_no_pages(tmp_path):
    report = read(write(tmp_path, "The Board of Example meets yearly.\n"))
    assert report.place(4, 9).page is None


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Der Prüfungsausschuss überwacht die Rechnungslegung der Gesellschaft."),
        ("utf-8-sig", "The Board’s Audit Committee meets twice a year."),
        ("utf-16", "The Board’s Audit Committee meets twice a year."),
        ("utf-16-be", "\ufeffThe Board’s Audit Committee meets twice a year."),
        ("utf-32", "The Board’s Audit Committee meets twice a year."),
        ("cp1252", "The Board’s “Code of Conduct” applies to Société Exemple and its subsidiaries in Côte d’Ivoire."),
        ("gb18030", "董事会审计委员会负责监督公司的风险管理和内部控制制度，并每年向董事会报告其工作情况。"),
        ("shift_jis", "取締役会は、監査委員会の報告を受け、内部統制システムの整備と運用の状況を監督しています。"),
    ],
)
def test_encodings(tmp_path, encoding, text):
    path = tmp_path / "example.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path).text == text.lstrip("\ufeff")


def test_line_ends_of_other_systems(tmp_path):
    report = read(write(tmp_path, "Governance. \r\nThe Board of Example meets once a year.\r\n"))
    assert [report.block_text(b) for b in report.blocks] == ["Governance", "The Board of Example meets once a year."]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("figures.txt", b"1 2 3\n4 5 6\n", "no text"),
        ("page.pdf", b"<!DOCTYPE html><html><body>Error 500</body></html>", "a web page, not a PDF"),
        ("other.pdf", b"just some words", "no PDF"),
        ("broken.pdf", b"%PDF-1.7\nrubbish", "damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableReport) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(f"{name}: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableReport, match=r"nothing\.txt: No such file"):
        read(tmp_path / "nothing.txt")


def test_the_size_limit_is_settable(tmp_path):
    path = write(tmp_path, "The Board of Example meets yearly.\n")
    with pytest.raises(UnreadableReport, match=r"too large \(35 bytes, the limit is 10\)"):
        read(path, max_bytes=10)
    assert read(path, max_bytes=100).text == "The Board of Example meets yearly."


def test_a_given_company_stands_in_place_of_the_one_found(tmp_path):
    text = "Example Holdings Limited (“Example” or the “Company”) is a bank.\nExample has a Board.\n"
    report = read(write(tmp_path, text), company="Sample Bank plc")
    assert report.company.name == "Sample Bank plc"
    assert report.company.aliases[:2] == ("Example Holdings Limited", "Example")


def test_overrides_stand_in_place_of_what_the_text_says(tmp_path):
    overrides = Overrides(title="Report of Reports", period="2020-07-01/2021-06-30", stock_codes=("0001",))
    report = read(write(tmp_path, "Sustainability Report 2022\nExample Inc. reports.\n"), overrides=overrides)
    assert (report.title, report.period) == ("Report of Reports", "2020-07-01/2021-06-30")
    assert report.company.stock_codes == ("0001",)
    assert report.company.name == "Example Inc."


def test_files_without_a_known_suffix_are_read_by_what_they_hold(tmp_path):
    page = "<!doctype html><html><body><h1>Governance</h1><p>The Board of Example meets yearly.</p></body></html>"
    report = read(write(tmp_path, page, "report.txt"))
    assert report.text == "Governance\nThe Board of Example meets yearly."


@pytest.mark.reports
def test_real_reports_keep_their_places(reports):
    for path in sorted(reports.glob("*.txt"))[:5] + sorted(reports.glob("*.md"))[:3]:
        assert_sound(read(path))
