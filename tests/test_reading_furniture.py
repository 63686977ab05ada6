"""What pages repeat, and the table of contents."""

from __future__ import annotations

from esggraph.reading.layout import lay_out
from esggraph.reading.plain import plain_lines

SENTENCES = (
    "The Board of Example leads the company.",
    "All sites measure how much water they use.",
    "Waste is sorted by whoever made it.",
    "Every new roof carries solar panels.",
    "People choose their own working hours.",
    "We visit our suppliers without notice.",
    "Nobody may accept a gift from a customer.",
    "Private data are deleted after one year.",
)


def read_blocks(source: str) -> list[tuple[str, str]]:
    text, _, found, _ = lay_out(plain_lines(source))
    return [(b.kind.value, text[b.start : b.end]) for b in found]


def pages(template: str) -> str:
    """Return pages made from a template with {n} for the page's number and {text} for its sentence."""
    return "\n\n\n".join(template.format(n=n, text=text) for n, text in enumerate(SENTENCES, 3))


PARAGRAPHS = [("paragraph", text) for text in SENTENCES]


def test_headers_on_lines_of_their_own_go():
    assert read_blocks(pages("EXAMPLE ESG REPORT 2021. \n{text}\n{n}. ")) == PARAGRAPHS


def test_headers_run_together_with_the_first_words_of_a_page_go():
    assert read_blocks(pages("Contents Letter Governance Safety Appendix {n} {text}")) == PARAGRAPHS


def test_footers_run_together_with_the_last_words_of_a_page_go():
    footer = "{n} 04 OTHER INFORMATION 03 PERFORMANCE 2021 Example ESG Report"
    assert read_blocks(pages("{text} " + footer)) == PARAGRAPHS


def test_the_words_of_sentences_stay_though_all_pages_begin_with_them():
    source = pages("In 2021, the Board of Example said: {text}")
    assert read_blocks(source) == [("paragraph", f"In 2021, the Board of Example said: {text}") for text in SENTENCES]


def test_the_running_title_of_a_section_stays_once_as_a_heading():
    titles = ["Our Way of Governance"] * 4 + ["How We Treat People"] * 4
    source = "\n\n\n".join(
        f"EXAMPLE REPORT. \n{title}. \n{text}\n{n}. "
        for n, (title, text) in enumerate(zip(titles, SENTENCES, strict=True), 3)
    )
    assert read_blocks(source) == [
        ("heading", "Our Way of Governance"),
        *PARAGRAPHS[:4],
        ("heading", "How We Treat People"),
        *PARAGRAPHS[4:],
    ]


def test_a_sentence_that_goes_on_after_a_page_break_is_one_block():
    source = pages("EXAMPLE ESG REPORT 2021. \n{text}\n{n}. ")
    source += "\n\n\nEXAMPLE ESG REPORT 2021. \nThe committee reports to the Board on all matters of the\n11. "
    source += "\n\n\nEXAMPLE ESG REPORT 2021. \ncompany and of its partners in the country.\n12. "
    assert read_blocks(source)[-1] == (
        "paragraph",
        "The committee reports to the Board on all matters of the company and of its partners in the country.",
    )


def test_contents_under_their_heading():
    source = (
        "Contents. \nAbout Us 3. \nGovernance 5. \nRisk Management 8. \n"
        "About Us. \nThe Board of Example leads it all.\n"
        "Governance. \nThe Board of Example has committees.\nRisk Management. \nThe Board of Example oversees risks.\n"
    )
    assert [kind for kind, _ in read_blocks(source)[:5]] == ["contents"] * 4 + ["heading"]


def test_contents_without_a_heading_are_known_by_rising_page_numbers():
    entries = ["About Us 3", "Our Board 5", "Risk 8", "People 12", "Supply Chain 20", "Appendix 31"]
    source = ". \n".join(entries) + ". \nThe Board of Example leads the company in all that it does.\n"
    assert read_blocks(source)[:6] == [("contents", entry) for entry in entries]


def test_facts_beside_the_contents_are_no_contents():
    source = (
        "About this report. \nContact Corporate Team of the Planning Division, Example. \nContents. \nGovernance 5. \n"
        "Risk Management 8. \nPeople 11. \nGovernance. \nThe Board of Example leads the company well.\n"
    )
    assert ("contents", "Contact Corporate Team of the Planning Division, Example") not in read_blocks(source)


def test_a_list_of_documents_with_decimal_numbers_is_no_contents():
    names = ("Ethics", "Gifts", "Privacy", "Safety", "Travel", "Water")
    source = "".join(f"{name} Policy | 1.{n}\n" for n, name in enumerate(names, 5))
    assert "contents" not in {kind for kind, _ in read_blocks(source)}


def test_a_table_is_no_contents():
    source = "".join(f"Employees at site {c} {n} {n + 7} {n + 90}. \n" for n, c in enumerate("ABCDEFGH", 10))
    assert "contents" not in {kind for kind, _ in read_blocks(source)}


def test_a_long_leader_without_a_page_is_no_entry():
    entries = [f"Chapter {n} {'.' * 5000} {n}" for n in "ABCDE"]
    assert "contents" not in {kind for kind, _ in read_blocks("\n".join(["Foreword", *entries, *SENTENCES]))}
