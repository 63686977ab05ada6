"""Markdown, as converters of reports write it."""

from __future__ import annotations

import pytest

from esggraph.reading.layout import lay_out
from esggraph.reading.markdown import markdown_lines


def read_blocks(source: str) -> list[tuple[str, int, str]]:
    text, _, found, _ = lay_out(markdown_lines(source))
    return [(b.kind.value, b.level, text[b.start : b.end]) for b in found]


def test_headings_items_and_paragraphs():
    source = (
        "# Governance\n\nThe Board of Example leads the company.\n\n- one\n  - inner one\n* two\n\n"
        "## Risk\n\nIt meets yearly.\n"
    )
    assert read_blocks(source) == [
        ("heading", 1, "Governance"),
        ("paragraph", 0, "The Board of Example leads the company."),
        ("item", 1, "one"),
        ("item", 2, "inner one"),
        ("item", 1, "two"),
        ("heading", 2, "Risk"),
        ("paragraph", 0, "It meets yearly."),
    ]


def test_sections_follow_the_headings():
    _, _, found, _ = lay_out(markdown_lines("# A\n\n## B\n\nOne sentence is here.\n\n# C\n\nAnother one is here.\n"))
    assert [b.section for b in found] == [(), ("A",), ("A", "B"), (), ("C",)]


@pytest.mark.parametrize(
    ("printed", "text", "marks"),
    [
        ("the *Code of Conduct* and", "the Code of Conduct and", [("italic", "Code of Conduct")]),
        ("the **Board** leads", "the Board leads", [("bold", "Board")]),
        ("the <i>Privacy Policy</i> and", "the Privacy Policy and", [("italic", "Privacy Policy")]),
        ("the 《Company Law》 and", "the Company Law and", [("book", "Company Law")]),
        ("our [Charter](https://example.com/a.pdf) of", "our Charter of", []),
        ("*A Policy*, *B Policy* and", "A Policy, B Policy and", [("italic", "A Policy"), ("italic", "B Policy")]),
        ("5 * 3 is not * italic", "5 * 3 is not * italic", []),
        ("a note* and another** here", "a note* and another** here", []),
    ],
)
def test_markup_becomes_marks(printed, text, marks):
    found, _, _, kept = lay_out(markdown_lines(f"We keep to {printed} so on in all places.\n"))
    assert found == f"We keep to {text} so on in all places."
    assert [(m.kind.value, found[m.start : m.end]) for m in kept] == marks


@pytest.mark.parametrize(
    "source",
    [
        "Body\tChair\tMeetings\n",
        "| Body | Chair | Meetings |\n|---|:--:|---|\n",
        "<p>Body</p>\tChair\t<i>Meetings</i>\n",
    ],
)
def test_rows_of_tables_know_their_cells(source):
    text, _, found, _ = lay_out(markdown_lines(source))
    assert [b.kind.value for b in found] == ["row"]
    assert [text[a:b] for a, b in found[0].cells] == ["Body", "Chair", "Meetings"]


def test_fragments_of_lists_in_cells_are_taken_off():
    source = 'Ecosystem\t<ul style="list-style-type: none"> Sharing with experts <li>Training the staff</li></ul>\n'
    text, _, found, _ = lay_out(markdown_lines(source))
    assert [text[a:b] for a, b in found[0].cells] == ["Ecosystem", "Sharing with experts Training the staff"]


def test_a_caption_between_bars_is_no_table():
    source = "| Case | A new way of saving water\n\nThe plant of Example saves water in all its processes.\n"
    assert read_blocks(source)[0][0] != "row"
    assert read_blocks(source)[0][2] == "Case A new way of saving water"


def test_bare_short_lines_are_headings_over_the_text_that_follows():
    source = "Anti-Fraud Management\n\nThe Group does not accept fraud in any of its forms.\n"
    assert read_blocks(source)[0] == ("heading", 3, "Anti-Fraud Management")


def test_a_paragraph_broken_by_a_blank_line_is_one():
    source = "The Company has set up an office that is in charge of the\n\nprevention of fraud in all its units.\n"
    assert [text for *_, text in read_blocks(source)] == [" ".join(source.split())]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("-" * 40, []),
        ("| :-- | --: |", []),
        ("-" * 5000 + " Water", ["-" * 40 + " Water"]),
    ],
)
def test_only_rules_are_left_out(line, shown):
    assert [text for *_, text in read_blocks(f"{line}\n")] == shown
