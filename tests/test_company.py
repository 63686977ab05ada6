"""Who reports, what the report is called and which period it covers: from its text alone."""

from __future__ import annotations

import pytest

from esggraph.reading.company import find_company
from esggraph.reading.masthead import find_period, find_title
from esggraph.report import Company


def company(text: str) -> Company:
    return find_company(text.split("\n"), text)


BODY = "\nSamplia is a bank. Samplia has a Board. At Samplia, we save water. Samplia’s staff of Samplia do."


@pytest.mark.parametrize(
    "name",
    [
        "Samplia Holdings Limited", "Samplia, Inc.", "Samplia Corporation", "Samplia Co., Ltd.", "Samplia AG", "Samplia SE",
        "Samplia S.p.A.", "Samplia SpA", "Samplia S.A.", "Samplia N.V.", "Samplia plc", "Samplia Group Plc", "Samplia A/S",
        "Samplia Oyj", "Samplia Company Limited", "Samplia Berhad", "Samplia Pharmaceuticals Incorporated", "Samplia & Sons LLC",
        "Bank of Samplia", "The Samplia Group, Inc.",
    ],
)  # fmt: skip
def test_full_names_with_their_legal_form(name):
    assert company(f"This report is issued by {name} for its owners.{BODY}").name == name


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (
            "Samplia Pictures Limited (“Samplia Pictures” or the “Company”) reports.",
            {"Samplia Pictures", "the Company"},
        ),
        ('Samplia Limited (hereinafter referred to as the "Company") reports.', {"the Company", "Samplia"}),
        (
            'Samplia Ltd. (the "Company") and its subsidiaries (the "Group" or “Samplia Auto”) report.',
            {"the Company", "the Group", "Samplia Auto"},
        ),
        ("Samplia Limited is also referred to as “Samplia”, the “Company” or “we” here.", {"Samplia", "the Company"}),
        ("Samplia Brasileira S.A. – Sambras reports for 2021.", {"Sambras"}),
        ("Bank of Samplia and its subsidiaries (BOS, we, us or our) report.", {"BOS"}),
    ],
)
def test_names_that_the_text_defines(text, aliases):
    assert aliases <= set(company(text + BODY).aliases)


def test_pronouns_are_no_names():
    found = company("Samplia Limited (“Samplia”, “we” or “us”) reports." + BODY)
    assert not {"we", "us", "“we”"} & {alias.lower() for alias in found.aliases}


def test_the_reporter_is_spoken_of_more_than_its_assurer_and_its_partners():
    text = (
        "To the directors of Samplia Corporation: we, Verify Assurance LLP, have checked the figures.\n"
        "Verify Assurance LLP is independent. Partner Foods, Inc. bought a plant. The shares trade on The Stock Exchange of "
        "Hong Kong Limited.\n"
    )
    assert company(text + BODY).name == "Samplia Corporation"


def test_the_parent_is_told_from_subsidiaries_that_carry_its_name():
    text = "Samplia AG leads the group. Samplia Rail Gas AG, Samplia Rail Gas AG and Samplia Water GmbH belong to it.\n"
    assert company(text + BODY).name == "Samplia AG"


def test_a_group_gives_way_to_the_legal_form_beside_it():
    found = company("The Samplia Group grows. The Samplia Group saves water. Samplia S.p.A. is its parent.\n" + BODY)
    assert found.name == "Samplia S.p.A."
    assert "Samplia Group" in found.aliases


def test_the_legal_name_that_a_short_one_is_defined_for():
    text = (
        "National Petroleum & Chemical Corporation (“Samplia Corp.” or the “Company”) reports.\nSamplia Corp. grows.\n"
    )
    found = company(text + BODY)
    assert found.name == "National Petroleum & Chemical Corporation"
    assert "Samplia Corp." in found.aliases


def test_capitals_of_a_cover_give_way_to_the_usual_spelling():
    found = company("SAMPLIA DIGITAL CO., LTD.\nThis report of Samplia Digital Co., Ltd. covers all sites." + BODY)
    assert found.name == "Samplia Digital Co., Ltd."
    assert "SAMPLIA DIGITAL CO., LTD." in found.aliases


def test_titles_of_officers_before_the_name_are_not_part_of_it():
    assert company("A. N. Other, President and CEO Samplia Corporation\n" + BODY).name == "Samplia Corporation"


def test_a_small_l_read_for_a_capital_i_is_put_right():
    text = (
        "North Alnvention Technology Co., Ltd. (the “Company”) is strong in invention.\nAlnvention has a Board. "
        "Alnvention is a company. Alnvention will grow. Our invention is Alnvention’s."
    )
    found = company(text)
    assert found.name == "North AInvention Technology Co., Ltd."
    assert {"AInvention", "Alnvention"} <= set(found.aliases)


def test_a_report_without_a_legal_name_has_the_name_it_uses_most():
    assert (
        company("Samplia’s report. Samplia has a Board. Samplia will grow. Other Corp. is a partner.").name == "Samplia"
    )


@pytest.mark.parametrize("body", ["Climate Steering Group", "Safety Working Group", "Head of Legal, Group"])
def test_a_body_of_the_company_is_not_the_company(body):
    text = f"Samplia plc\nReport 2024\nThe {body} is new. The {body} has met. The {body} plans. {body} meets."
    assert company(text).name == "Samplia plc"


def test_who_is_spoken_of_most_is_no_body():
    text = (
        "Samplia has a board. The team works. Annual Meeting is in May. Annual Meeting has passed. Annual Meeting was."
    )
    assert company(text).name == "Samplia"


def test_a_text_without_a_company():
    assert company("nothing is said of anyone here") == Company("")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Samplia Limited\nStock Code: 1060", ("1060",)),
        ("Samplia Limited\nStock Code:1060", ("1060",)),
        ("Samplia Inc. (NYSE: SMPL) reports.", ("SMPL",)),
        ("Samplia Limited\nHKEX: 0020 (HKD Counter) 80020 (RMB Counter)", ("0020", "80020")),
        ("Samplia Inc. reports. Its partner Other Corp. (NYSE: OTH) bought a large plant in the north.", ()),
    ],
)
def test_stock_codes_of_the_company_only(text, codes):
    assert company(text + BODY).stock_codes == codes


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2021 ESG Report", "2021 ESG Report"),
        ("Sustainability Report 2023", "Sustainability Report 2023"),
        ("Samplia Sustainability Report 2021", "Samplia Sustainability Report 2021"),
        (
            "This is the 2022/23 Environmental, Social and Governance (ESG) Report of Samplia.",
            "2022/23 Environmental, Social and Governance (ESG) Report",
        ),
        ("SAMPLIA SUSTAINABILITY REPORT | 2021 24 Governance", "SAMPLIA SUSTAINABILITY REPORT 2021"),
        ("Samplia for 2021 - Sustainability performance", "Samplia for 2021 - Sustainability performance"),
        ("In 2019 we issued our first sustainability report on it.", ""),
    ],
)
def test_titles(line, title):
    assert find_title([line]) == title


def test_the_title_on_the_cover_and_in_the_headers_wins_over_others_that_are_named():
    lines = ["2021 ESG Report", *["The Board leads."] * 80, "See our 2019 Sustainability Report for more."]
    assert find_title(lines) == "2021 ESG Report"


@pytest.mark.parametrize(
    ("text", "title", "period"),
    [
        ("It covers the period from March 1, 2021 to February 28, 2022.", "", "2021-03-01/2022-02-28"),
        ("The reporting period is 1 April 2023 to 31 March 2024.", "", "2023-04-01/2024-03-31"),
        ("This report covers 1 January to 31 December 2020.", "", "2020-01-01/2020-12-31"),
        ("Reporting period: 2021.01.01 - 2021.12.31", "", "2021-01-01/2021-12-31"),
        ("Data are for the fiscal year ended September 30, 2021.", "2021 ESG Report", "2020-10-01/2021-09-30"),
        ("Our fiscal year 2022 ran from January 30, 2021 to January 28, 2022 (the reporting period).", "ESG Report 2022",
         "2021-01-30/2022-01-28"),
        ("fiscal year ended January 30, 2022; fiscal year ended January 31, 2021; this report", "2022 Report on ESG",
         "2021-02-01/2022-01-30"),
        ("The Board met.", "Sustainability Report 2023", "2023-01-01/2023-12-31"),
        ("In 2021 it met. In 2021 we grew. In 2022 we will go on.", "2022 Samplia ESG Report", "2021-01-01/2021-12-31"),
        ("The Board met.", "", ""),
    ],
)  # fmt: skip
def test_periods(text, title, period):
    assert find_period(text, title) == period


def test_a_partner_year_does_not_beat_the_title():
    text = "Spending in the U.S. federal year (Oct. 1, 2020-Sep. 30, 2021) rose. In 2021 we grew."
    assert find_period(text, "2021 Corporate Responsibility Report") == "2021-01-01/2021-12-31"
