"""Where the titles of documents begin and end in running text."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.titles import Style, titles_in


def names(text: str) -> list[str]:
    return [title.name for title in titles_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We abide by the Labour Law of the People's Republic of China, the Employment Promotion Law and its"
            " Implementing Measures.",
            ["Labour Law of the People's Republic of China", "Employment Promotion Law"],
            id="list of laws",
        ),
        pytest.param(
            "in line with the Patent Law, Trademark Law, and Copyright Law",
            ["Patent Law", "Trademark Law", "Copyright Law"],
            id="list without articles",
        ),
        pytest.param(
            "We abide by the Lifts Act, 2013, the Cranes Act, No. 55 of 1998 and the Ropes Act, 4 of 2013.",
            ["Lifts Act, 2013", "Cranes Act, No. 55 of 1998", "Ropes Act, 4 of 2013"],
            id="year or number after a comma",
        ),
        pytest.param(
            "Lifts Act, 29 of 1996 Cranes Act, 2013 Ropes Act, 2019",
            ["Lifts Act, 29 of 1996", "Cranes Act, 2013", "Ropes Act, 2019"],
            id="lines of a list without marks",
        ),
        pytest.param(
            "Example Code of Conduct Example Green Procurement Standards",
            ["Example Code of Conduct", "Example Green Procurement Standards"],
            id="second title with the same first word",
        ),
        pytest.param(
            "Training Policy for Directors and Auditors For Directors and Auditors",
            ["Training Policy for Directors and Auditors"],
            id="heading after a title",
        ),
        pytest.param("Ethical Conduct Guide for Suppliers Created", ["Ethical Conduct Guide for Suppliers"], id="what was done"),
        pytest.param(
            "Implementing Regulations of the Example Insurance Law",
            ["Implementing Regulations of the Example Insurance Law"],
            id="implementing act",
        ),
        pytest.param(
            "under the Save, Store and Sell (SSS) Scheme of the Government of India",
            ["Save, Store and Sell Scheme"],
            id="without the government after it",
        ),
        pytest.param(
            "under Regulation 34(2)(f) of the SEBI (Sale and Storage of Example Bonds) Regulations, 2015",
            ["SEBI (Sale and Storage of Example Bonds) Regulations, 2015"],
            id="subject in parentheses, after a part",
        ),
        pytest.param(
            "the Waste Example Equipment (WEE) Directive",
            ["Waste Example Equipment Directive"],
            id="initials in parentheses",
        ),
        pytest.param(
            "the Rights of Persons with Example Needs Act",
            ["Rights of Persons with Example Needs Act"],
            id="with inside a name",
        ),
        pytest.param(
            "the Clean Rivers Operation Guidelines of the Water Administration",
            ["Clean Rivers Operation Guidelines"],
            id="without the authority after it",
        ),
        pytest.param(
            "APRA Prudential Standard CPS 999 Example Risk Management",
            ["APRA Prudential Standard CPS 999 Example Risk Management"],
            id="series and number after the noun",
        ),
        pytest.param(
            "according to Good Storage Practice and Good Transport Practice",
            ["Good Storage Practice", "Good Transport Practice"],
            id="two names that begin alike",
        ),
        pytest.param(
            "It issued the Anti-Bribery and Anti-Corruption Policy.",
            ["Anti-Bribery and Anti-Corruption Policy"],
            id="coordinated modifiers",
        ),
        pytest.param(
            "the Environmental, Social and Governance Reporting Guide applies",
            ["Environmental, Social and Governance Reporting Guide"],
            id="enumerated modifiers",
        ),
        pytest.param(
            "Rules on Design, Testing, and Release, Rules on Storage",
            ["Rules on Design, Testing, and Release", "Rules on Storage"],
            id="enumerated complement before the next title",
        ),
        pytest.param(
            "the Law of the People's Republic of China on the Prevention and Control of Occupational Diseases,"
            " the Work Safety Law",
            [
                "Law of the People's Republic of China on the Prevention and Control of Occupational Diseases",
                "Work Safety Law",
            ],
            id="complement after the nation",
        ),
        pytest.param(
            "the Rules Governing the Listing of Securities on The Stock Exchange of Hong Kong Limited and others",
            ["Rules Governing the Listing of Securities on The Stock Exchange of Hong Kong Limited"],
            id="participle as preposition",
        ),
        pytest.param(
            "Opinions on Further Strengthening the Protection of Wetlands",
            ["Opinions on Further Strengthening the Protection of Wetlands"],
            id="gerund with an object",
        ),
        pytest.param(
            "Requirements for and Practices on Data Retention",
            ["Requirements for and Practices on Data Retention"],
            id="two heads with one complement",
        ),
        pytest.param(
            "the Tendering and Bidding Rules and Regulations",
            ["Tendering and Bidding Rules and Regulations"],
            id="two heads with one modifier",
        ),
        pytest.param(
            "the Code of Ethics and Business Conduct and the Supplier Code of Conduct",
            ["Code of Ethics and Business Conduct", "Supplier Code of Conduct"],
            id="code of two things",
        ),
        pytest.param(
            "Regulation (EU) 2016/679, Directive 2014/95/EU of the Council, Legislative Decree no. 231 of 2001",
            ["Regulation (EU) 2016/679", "Directive 2014/95/EU", "Legislative Decree no. 231 of 2001"],
            id="numbered acts",
        ),
        pytest.param(
            "the Securities Act of 1933 and the Example Act 2015 in force in 2020",
            ["Securities Act of 1933", "Example Act 2015"],
            id="years that belong to the name, and one that does not",
        ),
        pytest.param(
            "Notice on Reporting in the Power Industry from 2023 to 2025 was issued",
            ["Notice on Reporting in the Power Industry from 2023 to 2025"],
            id="range of years",
        ),
        pytest.param(
            "the Interim Measures for Water Use (Trial) and the Waste List (2021 Edition)",
            ["Interim Measures for Water Use (Trial)", "Waste List (2021 Edition)"],
            id="editions stay",
        ),
        pytest.param(
            "Article 9 of the Data Security Law and Appendix C1 to the Listing Rules",
            ["Data Security Law", "Listing Rules"],
            id="parts of documents are not names",
        ),
        pytest.param("Revised the Supplier Code and updated it", ["Supplier Code"], id="verb before the article"),
        pytest.param(
            "Issued Travel Safety Rules for Drivers", ["Travel Safety Rules for Drivers"], id="verb as first word"
        ),
        pytest.param(
            "Water Policy The policy covers all sites", ["Water Policy"], id="heading that runs into a sentence"
        ),
        pytest.param("the Privacy Policy2 of the group", ["Privacy Policy"], id="footnote"),
        pytest.param(
            "Safety Management Manual 102-26 Conflicts", ["Safety Management Manual"], id="disclosure number"
        ),
        pytest.param("the Ramsar Convention in 1971", ["Ramsar Convention"], id="preposition that opens no complement"),
        pytest.param("the Whistleblowing Policy's scope", ["Whistleblowing Policy"], id="possessive"),
        pytest.param(
            "Measures of Example Corp. for the Control of Dust", ["Measures of Example Corp. for the Control of Dust"],
            id="full stop of an abbreviation",
        ),
    ],
)  # fmt: skip
def test_boundaries(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Policy and the Code are binding", id="bare head nouns"),
        pytest.param("various Management Measures and Internal Regulations", id="generic words"),
        pytest.param("see our Annual Report and the Proxy Statement", id="reports"),
        pytest.param("a professor at the School of Law", id="institution"),
        pytest.param("ANTI-CORRUPTION POLICY", id="heading in capitals"),
        pytest.param("see Standard 403 and Standard 207", id="number instead of a name"),
        pytest.param("she acts as an Attorney at Law", id="profession"),
        pytest.param("we follow many laws, policies and rules", id="lower case"),
    ],
)
def test_no_title(text: str) -> None:
    assert names(text) == []


def test_alias_in_parentheses() -> None:
    (title,) = titles_in("the Foreign Corrupt Practices Act (FCPA) of the United States")
    assert (title.name, title.aliases) == ("Foreign Corrupt Practices Act of the United States", ("FCPA",))


def test_acronym_of_the_issuer_is_no_alias() -> None:
    (title,) = titles_in("the Organisation for Example Matters (OEM) Guidelines for Small Firms")
    assert title.aliases == ()


def test_possessor_is_kept_apart() -> None:
    (title,) = titles_in("It complies with Example Group's Data Security Policy.")
    assert (title.name, title.owner) == ("Data Security Policy", "Example Group")


def test_common_possessor_belongs_to_the_name() -> None:
    assert names("the Employees' Compensation Ordinance") == ["Employees' Compensation Ordinance"]


def test_offsets_are_those_of_the_caller() -> None:
    text = "We signed the Water Charter."
    (title,) = titles_in(text, 100)
    assert text[title.start - 100 : title.end - 100] == "Water Charter"


def test_marked_stretch_keeps_words_that_open_sentences() -> None:
    (title,) = titles_in("Implementing Rules for Site Safety", style=Style.MARKED)
    assert title.name == "Implementing Rules for Site Safety"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "P1: Code of Conduct, Whistle Blower Policy P2: Sustainable Procurement Policy P3: Equal Opportunity Policy",
            ["Code of Conduct", "Whistle Blower Policy", "Sustainable Procurement Policy", "Equal Opportunity Policy"],
        ),
        ("Principle 2: Water Policy Principle 3: Human Rights Policy", ["Water Policy", "Human Rights Policy"]),
        (
            "dealing follows our Code of Conduct to Regulate, Monitor and Report Trading by Insiders under the SEBI Rules.",
            ["Code of Conduct to Regulate, Monitor and Report Trading by Insiders", "SEBI Rules"],
        ),
        ("they submitted the Climate Transition Plan to the Board in May", ["Climate Transition Plan"]),
        (
            "adopted the Procedures for Ethical Management and Guidelines for Conduct",
            ["Procedures for Ethical Management and Guidelines for Conduct"],
        ),
    ],
)
def test_labels_receivers_and_long_nouns(text: str, expected: list[str]) -> None:
    assert [title.name for title in titles_in(text)] == expected
