"""External standards, frameworks, initiatives and ratings: what is found in a text, under which name and kind."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.mentions import Mention, mentions
from esggraph.extraction.standards.known import standards as standards_by_iri
from esggraph.extraction.standards.numbers import find_numbered
from esggraph.vocabulary import hiding, instruments


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("esg_sentences")
    pipeline.add_pipe("esg_standards")
    return pipeline


def found(nlp: Language, text: str) -> list[Mention]:
    return mentions(nlp(text), "standards")


def names(nlp: Language, text: str) -> list[str]:
    return list(dict.fromkeys(m.name for m in found(nlp, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("certified to ISO 9001, 14001 and 45001 for all sites", ["ISO 9001", "ISO 14001", "ISO 45001"]),
        ("ISO 9001/ISO14001", ["ISO 9001", "ISO 14001"]),
        ("the stricter ECMA-328 standard and the draft standard TS 17999", ["ECMA 328", "TS 17999"]),
        ("EN 301 549, UNE 19601 and VDI 4600", ["EN 301 549", "UNE 19601", "VDI 4600"]),
        ("NIST SP 800-53 and NIST SP 800-171", ["NIST SP 800-53", "NIST SP 800-171"]),
        ("in room TS 17999, GRI 418 and AB 1234", []),
        ("OHSAS 18001/ISO 45001 certificates", ["OHSAS 18001", "ISO 45001"]),
        ("ISO/IEC 27001:2022 applies", ["ISO/IEC 27001:2022"]),
        ("ISO14064-1: 2018 standards", ["ISO 14064-1:2018"]),
        ("the UNI EN ISO 14001:2015 standard", ["UNI EN ISO 14001:2015"]),
        ("guided by SA8000 and AA1000AS v3", ["SA8000", "AA1000AS v3"]),
        ("ISAE 3000 (Revised)", ["ISAE 3000 (Revised)"]),
        ("meets IATF 16949 and QC080000", ["IATF 16949", "QC 080000"]),
        ("tested under UL 2580 and IEC 62443-4-1", ["UL 2580", "IEC 62443-4-1"]),
        ("T/CCSA 382.2-2023 and QC/T 1151-2021", ["T/CCSA 382.2-2023", "QC/T 1151-2021"]),
        ("AB/T 1234-2020 and EXA1001-2017", ["AB/T 1234-2020", "EXA1001-2017"]),
    ],
)
def test_numbers_are_read_by_the_grammar_of_their_issuer(text: str, expected: list[str]) -> None:
    assert [s.label for s in find_numbered(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "a drive of 512 GB 2020 model",
        "fiscal years FY2020-2021",
        "the COVID-19 2021 wave",
        "see https://example.org/ISO14001/page",
        "ISO and IEC work together",
    ],
)
def test_what_looks_like_a_number_but_is_none_is_left_alone(text: str) -> None:
    assert list(find_numbered(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "the ISO 27001 Information Security Management System certification",
            "ISO 27001 Information Security Management System",
        ),
        ("passed ISO 14001 (Environmental Management System)", "ISO 14001 Environmental Management System"),
        ("by ISO 37001 “Anti-bribery management systems”", "ISO 37001 Anti-bribery management systems"),
        ("the ISO 9000 quality management systems of", "ISO 9000 quality management systems"),
        (
            "ISO/SAE 21434 Road vehicles - Cybersecurity engineering certification",
            "ISO/SAE 21434 Road vehicles - Cybersecurity engineering",
        ),
        (
            "Personal Information Security Specification (GB/T 35273-2020)",
            "Personal Information Security Specification (GB/T 35273-2020)",
        ),
        ("an occupational health and safety management system (ISO 45001)",
         "occupational health and safety management system (ISO 45001)"),
        ("ISO 50001 Energy Management System in FY22", "ISO 50001 Energy Management System"),
        ("ISO 45001 Certificate of Registration", "ISO 45001"),
        ("ISO 14001: 85% of all sites", "ISO 14001"),
        (
            "the “Technical Specifications of Example Engines for Boats” (QC/T 9999-2021)",
            "Technical Specifications of Example Engines for Boats (QC/T 9999-2021)",
        ),
        (
            "the Management Standard for Enterprise Property (GB/T 99999-2013)",
            "Management Standard for Enterprise Property (GB/T 99999-2013)",
        ),
    ],
)  # fmt: skip
def test_the_printed_title_belongs_to_the_name(text: str, name: str) -> None:
    assert [s.name for s in find_numbered(text)] == [name]


def test_all_forms_of_a_number_are_one_standard(nlp: Language) -> None:
    text = "We follow ISO/IEC 27001:2022 Information Security Management System. Our ISO27001 scope grows."
    first, second = found(nlp, text)
    assert first.key == second.key
    assert first.name == second.name == "ISO/IEC 27001:2022 Information Security Management System"
    assert "ISO 27001" in first.aliases


def test_a_footnote_digit_is_no_part_of_the_number(nlp: Language) -> None:
    assert names(nlp, "We follow ISO 9001. The standard ISO 90011 is known.") == ["ISO 9001"]


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("in accordance with the GRI Standards: Core option", "reporting_framework", "GRI Standards"),
        (
            "the Task Force on Climaterelated Financial Disclosures",
            "reporting_framework",
            "Task Force on Climaterelated Financial Disclosures",
        ),
        ("the Ten Principles of the United Nations Global Compact", "initiative", "United Nations Global Compact"),
        ("emissions follow the Greenhouse Gas Protocol", "technical_standard", "Greenhouse Gas Protocol"),
        ("Example Holdings was rated AA by MSCI", "rating", "MSCI"),
        ("the ESG Reporting Guide of the exchange", "reporting_framework", "ESG Reporting Guide"),
    ],
)
def test_known_frameworks_are_found_in_every_spelling(nlp: Language, text: str, kind: str, form: str) -> None:
    [mention] = found(nlp, text)
    assert mention.subkind == kind
    assert form in mention.aliases[0] or form == mention.name


def test_topic_standards_and_index_lines_are_one_entry(nlp: Language) -> None:
    text = "GRI 305: Emissions 2016\nGRI 403 Occupational Health\nOur GRI content index follows the GRI Standards."
    assert names(nlp, text) == ["GRI Standards"]


def test_an_ambiguous_acronym_counts_only_beside_the_full_name(nlp: Language) -> None:
    assert names(nlp, "The PRI meets in June.") == []
    full = "We signed the Principles for Responsible Investment (PRI). The PRI meets in June."
    assert names(nlp, full) == ["Principles for Responsible Investment"]
    assert len(found(nlp, full)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "we obey fair trade laws",  # not Fairtrade
        "more than 25% by 2025",
        "see www.cdp.example/gri and gri@example.org",
        "the grid of the region",
    ],
)
def test_words_that_only_look_like_a_name_are_not_found(nlp: Language, text: str) -> None:
    assert names(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 Example Holdings joined the Example Ocean Initiative.", ["Example Ocean Initiative"]),
        (
            "We signed the Example Clean Seas Pledge and the Example Charter.",
            ["Example Clean Seas Pledge", "Example Charter"],
        ),
        ("As a member of the Coalition for Example Ports (CEP), we report yearly.", ["Coalition for Example Ports"]),
        ("Example Holdings adheres to the “Example Zero” initiative.", ["Example Zero"]),
        (
            "We take part in initiatives such as Reducing Transport of Example Species (RTES).",
            ["Reducing Transport of Example Species"],
        ),
        ("We became a member of the Example Plastics Alliance in 2020.", ["Example Plastics Alliance"]),
        (
            "Example Holdings signed the Declaration on Example Neutrality of the Chemical Industry.",
            ["Declaration on Example Neutrality of the Chemical Industry"],
        ),
    ],
)  # fmt: skip
def test_an_initiative_is_known_by_what_the_company_does_with_it(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected
    assert {m.subkind for m in found(nlp, text)} == {"initiative"}


@pytest.mark.parametrize(
    "text",
    [
        "All employees signed the Example Integrity Pledge.",
        "Suppliers are required to sign the Example Integrity Pact.",
        "We are a member of the Example Industry Association.",
        "Example Holdings joined the Example Games.",
        "The team was supported by the Example Growth Initiative.",
        "Our Example Ocean Initiative plants trees.",
        "We participate in three ESG initiatives.",
    ],
)
def test_what_others_sign_associations_and_own_programmes_are_no_initiatives(nlp: Language, text: str) -> None:
    assert names(nlp, text) == []


def test_an_index_counts_where_the_company_is_in_it(nlp: Language) -> None:
    text = "Example Holdings was included in the Example Gender Equality Index."
    assert [(m.name, m.subkind) for m in found(nlp, text)] == [("Example Gender Equality Index", "rating")]
    assert names(nlp, "The Example Gender Equality Index is published yearly.") == []


def test_a_method_is_known_by_its_issuer_and_by_being_followed(nlp: Language) -> None:
    text = "Spills are counted in line with the EXA guidelines on spills. EXA methodology is followed."
    assert names(nlp, text)[0] == "EXA guidelines"
    assert names(nlp, "We act in line with the ESG guidelines.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We drafted the industry standard Example Agent for Cracking Units.",
            ["Example Agent for Cracking Units"],
        ),
        (
            "We wrote group standards like the Artificial Examples - Requirements of Example Devices.",
            ["Artificial Examples - Requirements of Example Devices"],
        ),
        ("We meet every national standard.", []),
    ],
)
def test_a_standard_without_number_is_known_by_what_introduces_it(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We follow the Code of Ethics of the Exland Association of Brokers.",
            ["Code of Ethics of the Exland Association of Brokers"],
        ),
        ("It observes the Code of Advertising issued by the Exland Association of Agencies.", ["Code of Advertising"]),
        (
            "The Model considers the Exland Brokers Association (EBA) Guidelines.",
            ["Exland Brokers Association (EBA) Guidelines"],
        ),
        ("The Brokers Association's Code of Conduct applies.", ["Brokers Association's Code of Conduct"]),
        ("Our Code of Conduct is shared with the Exland Association of Brokers.", []),
        ("The Code of Conduct of Example Holdings. The Association agrees.", []),
        ("The auditor meets the Code of Ethics of the Exland Institute of Accountants.", []),
    ],
)
def test_the_code_of_a_trade_body_is_known_by_its_owner(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S&P Global 78/100", ["S&P Global Corporate Sustainability Assessment"]),
        ("FTSE Russell ESG rating: 4.1", ["FTSE Russell ESG Ratings"]),
        ("Refinitiv: 81 out of 100", ["Refinitiv ESG Scores"]),
        ("ISS-oekom: C+", ["ISS ESG Corporate Rating"]),
        ("S&P Global credit rating A-", []),
        ("Source: Refinitiv", []),
        ("the index provider FTSE Russell", []),
    ],
)
def test_a_rater_that_sells_more_than_ratings_counts_beside_its_score(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert names(nlp, text) == expected


def test_the_crash_tests_of_cars_are_ratings(nlp: Language) -> None:
    mentions_found = found(nlp, "Euro NCAP awarded the Model X five stars, the IIHS its best grade.")
    assert [(m.name, m.subkind) for m in mentions_found] == [
        ("Euro NCAP", "rating"),
        ("Insurance Institute for Highway Safety (IIHS)", "rating"),
    ]


def test_hiding_known_instruments_leaves_what_frames_show(nlp: Language) -> None:
    with hiding(frozenset(i.iri for i in instruments())):
        text = "We joined the Net-Zero Banking Alliance and follow ISO 14001 and the GRI Standards."
        assert names(nlp, text) == ["Net-Zero Banking Alliance", "ISO 14001", "GRI Standards"]


def test_the_data_files_name_only_known_instruments() -> None:
    known = standards_by_iri()  # raises KeyError for one that is not
    assert known["https://w3id.org/esggraph/instrument/leed"].certified


def test_a_mention_covers_its_name_in_the_text(nlp: Language) -> None:
    doc = nlp("We follow the Greenhouse Gas Protocol.")
    [mention] = mentions(doc, "standards")
    assert doc.text[mention.start : mention.end] == "Greenhouse Gas Protocol"
    assert [span.text for span in doc.spans["standards"]] == ["Greenhouse Gas Protocol"]


def test_a_small_standard_has_one_entry_for_its_acronym_and_its_name(nlp: Language) -> None:
    text = "Workplaces are checked by the Rapid Entire Body Assessment (REBA). The REBA score fell."
    assert {m.key for m in found(nlp, text)} == {"local:Rapid Entire Body Assessment"}
    assert found(nlp, "The REBA score fell.") == []


def test_the_number_behind_accounting_standards_is_part_of_another_name(nlp: Language) -> None:
    (mention,) = found(nlp, "The stake is held for sale in accordance with IFRS 5.")
    assert "IFRS 5" in mention.aliases
