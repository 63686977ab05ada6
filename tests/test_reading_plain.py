"""Plain text: wrapped as printed, or a paragraph a line, as readers of PDFs write it."""

from __future__ import annotations

import pytest

from esggraph.reading.layout import lay_out
from esggraph.reading.plain import is_wrapped, plain_lines
from esggraph.report import BlockKind, MarkKind


def blocks(source: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    text, _, found, _ = lay_out(plain_lines(source))
    return [(block.kind.value, text[block.start : block.end]) for block in found]


def texts(source: str) -> list[str]:
    return [text for _, text in blocks(source)]


def test_a_heading_ends_with_a_stop_that_was_not_printed():
    source = "Risk Governance. \nThe Board of Example oversees all risks of the company.\n"
    assert blocks(source) == [
        ("heading", "Risk Governance"),
        ("paragraph", "The Board of Example oversees all risks of the company."),
    ]


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        pytest.param(
            "The committee leads the work of the corporate and. \nPAC political programme of Example.\n",
            "The committee leads the work of the corporate and PAC political programme of Example.",
            id="after a word that ends no sentence",
        ),
        pytest.param(
            "Our factories use the Sample Ground. \nSupport Plan (SGSP), which the Board approved in 2021.\n",
            "Our factories use the Sample Ground Support Plan (SGSP), which the Board approved in 2021.",
            id="inside a name, as its acronym tells",
        ),
        pytest.param(
            "Our partner Royal Sample Bank is large.\nIn that year the council held its talks with the Royal. \n"
            "Sample Bank and with other banks.\n",
            "In that year the council held its talks with the Royal Sample Bank and with other banks.",
            id="inside a name, as another place tells",
        ),
        pytest.param(
            "The Board is responsible for the data of this report of the year (see the. \nAnnex for the figures).\n",
            "The Board is responsible for the data of this report of the year (see the Annex for the figures).",
            id="inside brackets",
        ),
        pytest.param(
            "It is accepted for the trips of civil servants and soldiers of the U.S.\nnationals and others.\n",
            "It is accepted for the trips of civil servants and soldiers of the U.S. nationals and others.",
            id="after an abbreviation, before a small letter",
        ),
        pytest.param(
            "We asked all of them in three surveys. More than 34,000. \nExample employees gave an answer to it.\n",
            "We asked all of them in three surveys. More than 34,000 Example employees gave an answer to it.",
            id="after a whole sentence and a part of one",
        ),
    ],
)
def test_a_sentence_broken_over_two_lines_is_one_block(source, whole):
    assert whole in texts(source)


@pytest.mark.parametrize(
    "source",
    [
        "Audit Committee. \nRemuneration Committee. \n",
        "Enhance oversight of the supply chain by all departments. \nLaunched a programme for all suppliers. \n",
        "The Board of Example meets once a year.\nThe committees meet every month.\n",
    ],
)
def test_lines_that_stand_for_themselves_stay_apart(source):
    assert len(texts(source)) == 2


def test_many_short_lines_are_labels_and_the_last_one_heads_the_text_after_them():
    source = "Board. \nRisk Council. \nSafety Council. \nHow We Govern. \nThe Board of Example oversees the councils.\n"
    assert blocks(source) == [
        ("labels", "Board"),
        ("labels", "Risk Council"),
        ("labels", "Safety Council"),
        ("heading", "How We Govern"),
        ("paragraph", "The Board of Example oversees the councils."),
    ]


def test_a_row_of_figures_knows_its_cells():
    source = "Employees in training 1,203 1,345 98%\nThe Board of Example oversees the training of all.\n"
    text, _, found, _ = lay_out(plain_lines(source))
    assert found[0].kind == "row"
    assert [text[a:b] for a, b in found[0].cells] == ["Employees in training", "1,203", "1,345", "98%"]


@pytest.mark.parametrize("sign", ["•", "●", "-", "–", "■", "u", "//", "(1)", "a)", "2."])
def test_signs_before_items_are_taken_off(sign):
    source = f"The council has two tasks, which the Board has given to it:\n{sign} Oversee the risks of all units.\n"
    assert blocks(source)[1] == ("item", "Oversee the risks of all units.")


def test_bullets_that_run_on_in_a_line_stay_in_their_paragraph():
    source = "Audit Committee • oversees the accounts • reviews the audits • reports to the Board of Example.\n"
    assert blocks(source) == [("paragraph", source.strip())]


def test_a_word_broken_inside_a_line_is_put_together_if_the_report_has_it_elsewhere():
    source = (
        "The environmental policy covers low- and high-risk sites.\n"
        "Its environ- mental targets are long- term; long-term plans follow from them.\n"
    )
    assert texts(source)[1] == "Its environmental targets are long-term; long-term plans follow from them."
    assert "low- and high-risk" in texts(source)[0]


def test_ligatures_are_spelt_out_and_lost_ones_guessed_from_the_report():
    source = (
        "The Chief Compliance Oﬃcer has an office.\nTheir of\ufffdce gives bene\ufffdts to the sta\ufffd of Example.\n"
    )
    assert texts(source) == [
        "The Chief Compliance Officer has an office.",
        "Their office gives benefits to the stafi of Example.",
    ]


def test_glyphs_of_symbol_fonts_part_the_items_of_a_list():
    assert texts("See our \uf0a1 Privacy Policy \uf0a1 Tax Strategy, with a\uf0a1 sign inside.\n") == [
        "See our • Privacy Policy • Tax Strategy, with a sign inside."
    ]


def test_book_quotes_become_marks():
    text, _, _, marks = lay_out(plain_lines("The Board adopted the 《Code of Conduct》 for all employees.\n"))
    assert text == "The Board adopted the Code of Conduct for all employees."
    assert [(m.kind, text[m.start : m.end]) for m in marks] == [(MarkKind.BOOK, "Code of Conduct")]


WRAPPED = """\
1 RESPONSIBLE GOVERNANCE

The Board of Example is the highest body for the govern-
ance of risks. It meets three times a year and follows a three-
step plan, which has a step for each of the long-term goals
of the company and a step-by-step guide, on which
the departments report.

\x0c• Members: Board members
• Responsibilities:
1. Review the strategies and the objectives of the
company for a whole year;
2. Approve the public disclosure of information.

Supervision\x20
of decision\x20

making

Financial
Centre

Chart: the structure of the governance
"""


def test_wrapped_lines_are_joined_and_hyphens_kept_where_the_word_has_one():
    assert is_wrapped(WRAPPED)
    assert blocks(WRAPPED) == [
        ("heading", "1 RESPONSIBLE GOVERNANCE"),
        (
            "paragraph",
            "The Board of Example is the highest body for the governance of risks. It meets three times a year and "
            "follows a three-step plan, which has a step for each of the long-term goals of the company and a "
            "step-by-step guide, on which the departments report.",
        ),
        ("item", "Members: Board members"),
        ("item", "Responsibilities:"),
        ("item", "Review the strategies and the objectives of the company for a whole year;"),
        ("item", "Approve the public disclosure of information."),
        ("labels", "Supervision of decision making"),
        ("labels", "Financial Centre"),
        ("paragraph", "Chart: the structure of the governance"),
    ]


def test_sections_nest_by_the_numbers_of_their_headings():
    source = (
        "1 GOVERNANCE\n\nThe Board of Example leads the company in all\nthat it does and\nthat it plans.\n\n"
        "1.1 Risk\n\nThe Board of Example also oversees all of\nthe risks and\nthe controls.\n\n2 PEOPLE\n\nWe train all of our\n"
        "employees and\nall of our managers.\n"
    )
    _, _, found, _ = lay_out(plain_lines(source))
    assert [b.section for b in found if b.kind == "paragraph"] == [
        ("1 GOVERNANCE",),
        ("1 GOVERNANCE", "1.1 Risk"),
        ("2 PEOPLE",),
    ]


def test_wrapped_text_without_blank_lines_has_paragraphs_where_a_line_stops_short():
    paragraph = (
        "The Board of Example leads the company in\nall that it does and it\noversees the risks and the\ncontrols.\n"
    )
    assert texts(paragraph * 3) == [" ".join(paragraph.split())] * 3


@pytest.mark.parametrize("sign", ["#", "_", "*", "《", "."])
def test_long_runs_of_one_sign_are_cut_and_what_follows_keeps_its_place(sign):
    source = f"We read the Water Policy {sign * 5000} and the Waste Policy.\n"
    text, origin, _, _ = lay_out(plain_lines(source))
    assert text == f"We read the Water Policy {sign * 40} and the Waste Policy."
    assert origin[text.index("Waste")] == source.index("Waste")


def test_soft_hyphens_printed_as_signs_are_dropped_and_what_follows_keeps_its_place():
    source = "The chair of the Super¬visory Board of Example met the works council in the year.\n"
    text, origin, _, _ = lay_out(plain_lines(source))
    assert text == "The chair of the Supervisory Board of Example met the works council in the year."
    assert [origin[text.index(word)] for word in ("visory", "Board")] == [source.index("visory"), source.index("Board")]


def test_private_characters_of_all_planes_are_dropped_since_relations_use_some_as_signs() -> None:
    assert texts("Our \U000f0001Privacy\ue123 Policy\U00100005 binds all.\n") == ["Our Privacy Policy binds all."]


def rows(source: str) -> list[list[str]]:
    """Return the cells of each row."""
    text, _, found, _ = lay_out(plain_lines(source))
    return [[text[a:b] for a, b in block.cells] for block in found if block.kind is BlockKind.ROW]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "Standard         Site                  Status\nISO 9001         Example Plant         held\n"
            "ISO 14001        Sample Mill           planned\n",
            [
                ["Standard", "Site", "Status"],
                ["ISO 9001", "Example Plant", "held"],
                ["ISO 14001", "Sample Mill", "planned"],
            ],
            id="blanks",
        ),
        pytest.param(
            "Policy\tOwner\nCode of Conduct\tLegal Department\n",
            [["Policy", "Owner"], ["Code of Conduct", "Legal Department"]],
            id="tabs",
        ),
        pytest.param(
            "Chair         Chief Executive\nMembers       Chief Financial Officer, General Counsel,\n"
            "              Chief Risk Officer\nMeetings      six a year\n",
            [
                ["Chair", "Chief Executive"],
                ["Members", "Chief Financial Officer, General Counsel, Chief Risk Officer"],
                ["Meetings", "six a year"],
            ],
            id="a cell that goes on in the next line",
        ),
        pytest.param(
            "Documents      Code of Conduct: all staff\n               Tax Policy: finance\n",
            [["Documents", "Code of Conduct: all staff"], ["Tax Policy: finance"]],
            id="a label beside several lines",
        ),
    ],
)
def test_wide_gaps_are_the_columns_of_a_table(source: str, expected: list[list[str]]) -> None:
    assert rows(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "EXAMPLE HOLDINGS  |  REPORT                                        97\n"
            "The Board of Example oversees the risks of the company.\n",
            id="a running head with its page number",
        ),
        pytest.param(
            "The Board of Example Holdings oversees all the       The company has a code of conduct for its staff and\n"
            "risks of the company and is told of them four        for suppliers, who sign it before they are given a\n",
            id="prose in two columns",
        ),
        pytest.param("The Board oversees risks.    It meets often.\nIt has members.\n", id="one gap alone"),
    ],
)
def test_other_gaps_are_none(source: str) -> None:
    assert rows(source) == []


MIXED = """Structure of the year
Code     Metric
A-1      Water used
A-2      Waste left
A-3      Energy bought

Scope 1   12 t
Scope 2   15 t
Scope 3   90 t
Targets
Document   Issued
Code       2007
Policy     2010

The Board reviews the plan once a year; between those dates it is the Nominating and Corporate
Governance Committee that handles it, with advice from those who work at our sites, and it is
informed of all that has come to light at any of them in the course of a quarter by the Chief
Executive Officer, who reports to it.
"""


def test_wrapped_paragraphs_among_tables_are_made_whole() -> None:
    assert texts(MIXED)[-1] == (
        "The Board reviews the plan once a year; between those dates it is the Nominating and Corporate Governance "
        "Committee that handles it, with advice from those who work at our sites, and it is informed of all that has "
        "come to light at any of them in the course of a quarter by the Chief Executive Officer, who reports to it."
    )


def test_a_narrow_column_beside_a_wide_one_is_made_whole() -> None:
    wide = "This line is set over the whole width of the printed page, from the left edge to the right one, as all\n"
    narrow = (
        "The Safety, Environmental and Operations\nCommittee takes the lead on climate and\nwater quality and is told "
        "once a quarter\nby the officer.\n"
    )
    assert texts(f"{wide * 8}\n{narrow}")[-1] == (
        "The Safety, Environmental and Operations Committee takes the lead on climate and water quality and is told "
        "once a quarter by the officer."
    )
