"""HTML: what the tags say, and where each character stands."""

from __future__ import annotations

import pytest

from esggraph.reading.html import html_lines
from esggraph.reading.layout import lay_out
from esggraph.report import BlockKind

PAGE = """<!DOCTYPE html>
<html><head><title>Ignored</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav>
<h1>Governance</h1>
<p>The <b>Audit <i>Committee</i></b> of Example&nbsp;&amp; Sons
meets yearly.</p>
<ul><li>One task<li>Two tasks<ul><li>An inner task</ul></ul>
<table><tr><th>Body</th><th>Chair</th></tr><tr><td>Board<td><p>A. N. Other</p></table>
<div style="display:none">Hidden</div><script>var x = "<p>no</p>";</script>
</body></html>
"""


def test_blocks_follow_the_tags():
    text, _, found, _ = lay_out(html_lines(PAGE))
    assert [(b.kind.value, b.level, text[b.start : b.end]) for b in found] == [
        ("heading", 1, "Governance"),
        ("paragraph", 0, "The Audit Committee of Example & Sons meets yearly."),
        ("item", 1, "One task"),
        ("item", 1, "Two tasks"),
        ("item", 2, "An inner task"),
        ("row", 0, "Body Chair"),
        ("row", 0, "Board A. N. Other"),
    ]


def test_cells_and_marks():
    text, _, found, marks = lay_out(html_lines(PAGE))
    assert [[text[a:b] for a, b in block.cells] for block in found if block.kind is BlockKind.ROW] == [
        ["Body", "Chair"],
        ["Board", "A. N. Other"],
    ]
    assert [(m.kind.value, text[m.start : m.end]) for m in marks] == [
        ("bold", "Audit Committee"),
        ("italic", "Committee"),
    ]


def test_every_character_leads_to_its_place_in_the_file():
    text, origin, *_ = lay_out(html_lines(PAGE))
    at = text.index("Committee")
    assert PAGE[origin[at] :].startswith("Committee</i>")
    assert PAGE[origin[text.index("& Sons")] :].startswith("&amp; Sons")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("a &#8220;quoted&#x201d; word", "a “quoted” word"),
        ("&copy 2023 Example", "© 2023 Example"),
        ("R&D and Q&A; done", "R&D and Q&A; done"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("one<br>two", "one\ntwo"),
    ],
)
def test_references_and_loose_signs(printed, text):
    assert lay_out(html_lines(f"<p>{printed}</p>"))[0] == text


def test_a_table_inside_a_cell_does_not_swallow_the_text():
    page = "<table><tr><td><h2>Risk</h2><p>The Board of Example oversees risk.</p><table><tr><td>A<td>B</table></table>"
    text, _, found, _ = lay_out(html_lines(page))
    assert [(b.kind.value, text[b.start : b.end]) for b in found] == [
        ("heading", "Risk"),
        ("paragraph", "The Board of Example oversees risk."),
        ("row", "A B"),
    ]
