"""Tiers of governance charts that are printed line below line."""

from __future__ import annotations

from pathlib import Path

import pytest

from esggraph.extraction import extract
from esggraph.reading import read

SENTENCE = "The Climate Council met four times in the year and reported on its work to the Board of Directors."
CHAIN = {
    ("Board of Directors", 1),
    ("Sustainability Committee", 2),
    ("Executive Committee", 3),
    ("Climate Council", 4),
}
COMMITTEES = {
    ("Board of Directors", 1),
    ("Audit Committee", 2),
    ("Nomination Committee", 2),
    ("Chief Executive Officer", 3),
    ("Climate Council", 4),
}


def tiers(folder: Path, text: str) -> set[tuple[str, int]]:
    path = folder / "report.txt"
    path.write_text(f"Example Holdings\n\n{text}\n\n{SENTENCE}\n", encoding="utf-8")
    found = extract(read(path))
    names = {entity.id: entity.name for entity in found.entities()}
    return {(names[r.subject], int(r.object.split(":")[1])) for r in found.relations if r.predicate == "inTier"}


@pytest.mark.parametrize(
    "text",
    [
        "Climate governance\n\n    Board of Directors\n    Sustainability Committee\n    Executive Committee\n    Climate Council",
        "How we work\n\nBoard of Directors\n     ↓\nSustainability Committee\n     ↓\nExecutive Committee\n     ↓\nClimate Council",
        "How we work\n\nBoard of Directors\n   |\nSustainability Committee\n   |\nExecutive Committee\n   |\nClimate Council",
        "Climate governance\n\nBoard of Directors (9 members)\nSustainability Committee (quarterly)\n"
        "Executive Committee (monthly)\nClimate Council (monthly)",
        "Climate governance\n\nBoard of Directors – approves the targets\nSustainability Committee – follows the targets\n"
        "Executive Committee – decides on plans\nClimate Council – collects the data",
        "Figure 3: Climate governance\n\nBOARD OF DIRECTORS approves the targets\nSUSTAINABILITY COMMITTEE follows the work\n"
        "EXECUTIVE COMMITTEE decides on plans\nCLIMATE COUNCIL collects the data",
        "Climate governance structure\n\nBoard of Directors\nApproves the targets of the group\n\nSustainability Committee\n"
        "Follows the targets\nand the plans\n\nExecutive Committee\nDecides on plans\n\nClimate Council\nCollects the data",
        "Climate governance\n\nBoard of Directors\n- Approves the targets\n- Signs off this report\nSustainability Committee\n"
        "- Follows the targets\nExecutive Committee\n- Decides on plans\nClimate Council\n- Collects the data",
        "Governance of the group: figures of the year in short.\n\nOversee\nBoard of Directors\nAdvise the board\n"
        "Sustainability Committee\nDecide\nExecutive Committee\nImplement\nClimate Council".replace(
            "Advise the board", "Monitor"
        ),
        "How we work\n\nBoard of Directors › Sustainability Committee › Executive Committee › Climate Council",
        "How we work\n\nBoard of Directors -> Sustainability Committee -> Executive Committee -> Climate Council",
        "Climate governance structure\n\nBoard of Directors\n└─ Sustainability Committee\n   └─ Executive Committee\n"
        "      └─ Climate Council",
        "Climate governance\n\n┌────────────────────┐\n│ Board of Directors │\n└─────────┬──────────┘\n"
        "┌─────────┴────────────────┐\n│ Sustainability Committee │\n└─────────┬────────────────┘\n"
        "┌─────────┴───────────┐\n│ Executive Committee │\n└─────────┬───────────┘\n"
        "┌─────────┴───────┐\n│ Climate Council │\n└─────────────────┘",
        "Climate governance structure\n\nI. Board of Directors\nII. Sustainability Committee\nIII. Executive Committee\n"
        "IV. Climate Council",
        "Climate governance\n\nBoard of Directors          Quarterly\nSustainability Committee    Quarterly\n"
        "Executive Committee         Monthly\nClimate Council             Monthly",
        "Climate governance\n\nBody                        Frequency     Chair\n"
        "Board of Directors          4 a year      Chairman\nSustainability Committee    4 a year      Independent director\n"
        "Executive Committee         monthly       CEO\nClimate Council             monthly       Head of Climate",
    ],
    ids=[
        *("bare", "arrows", "rules", "notes", "duties", "verbs", "words below", "items below", "levels", "one line"),
        *("letters for arrows", "tree", "boxes", "numerals", "how often", "columns"),
    ],
)
def test_a_chain_of_labels(tmp_path: Path, text: str) -> None:
    found = tiers(tmp_path, text)
    assert {(name.title().replace(" Of ", " of "), tier) for name, tier in found} == CHAIN


@pytest.mark.parametrize(
    "text",
    [
        "Governance framework\n\nBoard of Directors\nAudit Committee          Nomination Committee\n"
        "Chief Executive Officer\nClimate Council",
        "Governance framework\n\nBoard of Directors\nAudit Committee | Nomination Committee\nChief Executive Officer\nClimate Council",
        "Governance framework\n\nBoard of Directors\nAudit Committee\nNomination Committee\nChief Executive Officer\nClimate Council",
        "Governance framework\n\nBoard of Directors\n▼\nBOARD COMMITTEES\nAudit Committee\nNomination Committee\n▼\n"
        "Chief Executive Officer\n▼\nClimate Council",
        "Governance framework\n\n               Board of Directors\n                       ▲\n"
        "   Audit Committee  ◄────┴────►  Nomination Committee\n                       ▲\n"
        "            Chief Executive Officer\n                       ▲\n               Climate Council",
    ],
    ids=["cells", "bars", "one below the other", "under words for all", "drawn"],
)
def test_committees_of_the_board_share_a_tier(tmp_path: Path, text: str) -> None:
    assert tiers(tmp_path, text) == COMMITTEES


def test_a_chain_in_one_line(tmp_path: Path) -> None:
    text = "How we work\n\n[Board of Directors] > [Sustainability Committee | Audit Committee] > [Executive Committee] > [Climate Council]"
    assert tiers(tmp_path, text) == {*CHAIN, ("Audit Committee", 2)}


def test_what_stands_between_owners_and_board_has_no_tier(tmp_path: Path) -> None:
    text = (
        "Governance model\n\n        General Shareholders Meeting\n  Remuneration Committee     Company Secretary\n"
        "             Board of Directors\n             Executive Committee\n             Climate Council"
    )
    assert tiers(tmp_path, text) == {
        ("General Shareholders Meeting", 1),
        ("Board of Directors", 2),
        ("Executive Committee", 3),
        ("Climate Council", 4),
    }


def test_committees_under_words_for_them_are_the_boards(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "Example Holdings\n\nGovernance structure\n\nBoard of Directors\n▼\nBOARD COMMITTEES\nAudit Committee\n"
        "Nomination Committee\n▼\nExecutive Committee\n▼\nClimate Council\n",
        encoding="utf-8",
    )
    found = extract(read(path))
    names = {entity.id: entity.name for entity in found.entities()}
    parts = {names[r.subject] for r in found.relations if r.predicate == "subUnitOf"}
    assert {"Audit Committee", "Nomination Committee"} <= parts


def test_shareholders_who_elect_the_board_stand_above_it(tmp_path: Path) -> None:
    text = "Governance structure\n\nShareholders\nelects ↓\nBoard of Directors\nappoints ↓\nExecutive Committee\n↓\nClimate Council"
    assert tiers(tmp_path, text) == {("Board of Directors", 2), ("Executive Committee", 3), ("Climate Council", 4)}


def test_who_an_arrow_leads_to_stands_beside(tmp_path: Path) -> None:
    text = "Governance structure\n\nBoard of Directors   →   Audit Committee\nExecutive Committee\nClimate Council\nClimate Working Group"
    assert tiers(tmp_path, text) == {
        ("Board of Directors", 1),
        ("Executive Committee", 2),
        ("Climate Council", 3),
        ("Climate Working Group", 4),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Governance structure\n\nClimate Council          Climate Office\nBoard of Directors\nExecutive Committee",
        "Governance structure\n\nGeneral Meeting\nExecutive Committee\nClimate Office\nBoard of Directors\nChief Executive Officer\n"
        "Climate Council",
        "Governance structure\n\nAudit Committee\nChief Executive Officer\nExecutive Committee\nClimate Office\n"
        "Board of Directors\nClimate Council\nClimate Working Group",
        "Contacts\n\nBoard of Directors\nSustainability Committee\nClimate Council",
        "Attendance\n\nBoard of Directors          8/8\nAudit Committee             4/4\nExecutive Committee         12/12",
        "Who does what\n\n• Board of Directors – approves the report\n• Sustainability Committee – watches over health and safety\n"
        "• Climate Council – relations with farmers",
        "Governance structure\n\nAudit Committee\nNomination Committee\nRemuneration Committee",
    ],
    ids=["scrambled", "board below management", "board in the middle", "untitled", "figures", "duties", "one rank"],
)
def test_other_lists_have_none(tmp_path: Path, text: str) -> None:
    assert tiers(tmp_path, text) == set()


def test_a_chart_may_end_the_report_with_a_bare_sign(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    lines = ["Board of Directors", "Sustainability Committee", "Executive Committee", "Climate Council          –"]
    path.write_text("Example Holdings\n\nClimate governance structure\n\n" + "\n".join(lines), encoding="utf-8")
    assert "Climate Council" in {body.name for body in extract(read(path)).bodies}
