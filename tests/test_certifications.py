"""Certificates: certified or only referred to, of which grade, held by whom, and with what status."""

from __future__ import annotations

import pytest
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.certifications.holders import holders
from esggraph.extraction.mentions import mentions


def certificates(nlp: Language, text: str) -> list[tuple[str, str | None, str | None]]:
    """The certificates of `text` as (name, holder, status), each once."""
    found = mentions(nlp(text), "certifications")
    return list({m.key: (m.name, m.holder, m.status) for m in found}.values())


def certificate_names(nlp: Language, text: str) -> list[str]:
    return [name for name, _, _ in certificates(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Example Holdings obtained ISO 14001 certification.",
        "We have been certified to ISO 14001 since 2010.",
        "Our environmental management system is certified by a third party according to ISO 14001.",
        "All sites hold an ISO 14001 certificate.",
        "We run ISO 14001-certified plants.",
        "All sites have acquired ISO 14001.",
        "ISO 14001 certifications 22 31",
        "The principles of ISO 14001 are applied, to which our plants are certified.",
        "ISO 14001 Certificate of Registration",
        "Certificates: ISO 14001",
        "ISO 14001 certification acquired in 2020",
    ],
)
def test_a_certificate_is_known_by_the_words_around_the_standard(nlp: Language, text: str) -> None:
    assert certificates(nlp, text) == [("ISO 14001", "company", "held")]


@pytest.mark.parametrize(
    "text",
    [
        "Our system is aligned with ISO 14001.",
        "The manual was revised with reference to ISO 14001.",
        "Our processes are modelled after the ISO 14001 framework.",
        "We implemented ISO 14001 at all sites.",
        "We require suppliers to obtain ISO 14001 certification.",
        "98% of our suppliers are ISO 14001 certified.",
        "Employees passed the ISO 14001 lead auditor course.",
        "We do not hold an ISO 14001 certificate.",
        "The certificate would be based on ISO 14001 requirements.",
        "an ISO 14001-based label programme",
    ],
)
def test_a_mere_reference_stays_a_standard(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert mentions(doc, "certifications") == []
    assert [m.key for m in mentions(doc, "standards")] == ["number iso 14001"]


@pytest.mark.parametrize(
    "text",
    [
        "We plan to obtain ISO 37001 certification in 2025.",
        "We are preparing for ISO 37001 certification.",
        "The plant is undergoing ISO 37001 certification.",
        "We are in the process of obtaining ISO 37001 certification.",
        "ISO 37001 certification is planned for next year.",
    ],
)
def test_a_certificate_not_yet_had_is_pursued(nlp: Language, text: str) -> None:
    assert certificates(nlp, text) == [("ISO 37001", "company", "pursuing")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tower aims to have an ENERGY STAR score of 89.", ["ENERGY STAR"]),
        (
            "The Exampleton plant had a Voluntary Protection Program (VPP) application accepted.",
            ["Voluntary Protection Program"],
        ),
        ("We follow the Voluntary Protection Program.", []),
    ],
)
def test_a_score_or_an_accepted_application_speaks_of_a_certificate(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert certificate_names(nlp, text) == expected


def test_a_certificate_that_gave_way_to_its_successor_is_expired(nlp: Language) -> None:
    text = "In 2020 we switched from OHSAS 18001 and acquired ISO 45001 certification."
    assert certificates(nlp, text) == [("OHSAS 18001", "company", "expired"), ("ISO 45001", "company", "held")]


def test_it_is_the_part_that_the_sentence_before_names(nlp: Language) -> None:
    text = "The Exampleton plant obtained ISO 9001 certification. It also obtained ISO 50001 certification."
    assert {holder for _, holder, _ in certificates(nlp, text)} == {"Exampleton plant"}


def test_what_is_also_certified_is_no_standard_any_more(nlp: Language) -> None:
    doc = nlp("Our policy follows ISO 27001. In 2022 we obtained ISO 27001 certification.")
    assert mentions(doc, "standards") == []
    assert {m.name for m in mentions(doc, "certifications")} == {"ISO 27001"}


def test_a_list_shares_one_statement(nlp: Language) -> None:
    text = "We obtained ISO 9001 (quality management system), the ISO 14001 and our ISO 45001 certifications."
    assert certificate_names(nlp, text) == ["ISO 9001 quality management system", "ISO 14001", "ISO 45001"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We passed the CMMI Level 5 appraisal certification.", ["CMMI Level 5"]),
        ("Our cloud holds SOC 2 Type II and PCI DSS attestations.", ["SOC 2 Type II", "PCI DSS"]),
        ("The tower was awarded LEED Gold certification.", ["LEED Gold"]),
        ("The tower holds LEED and WELL gold certifications.", ["LEED gold", "WELL gold"]),
        ("We earned TISAX (Trusted Information Security Assessment Exchange) AL3 certification.", ["TISAX AL3"]),
        ("The camera was certified under the Common Criteria (EAL3+).", ["Common Criteria EAL3+"]),
        (
            "The system passed the Level 3 certification of information system security protection.",
            ["certification of information system security protection Level 3"],
        ),
        (
            "We obtained ISO 26262 ASIL D certification and ISO 26262 ASIL B certification.",
            ["ISO 26262 ASIL D", "ISO 26262 ASIL B"],
        ),
    ],
)  # fmt: skip
def test_the_grade_belongs_to_the_name(nlp: Language, text: str, expected: list[str]) -> None:
    assert certificate_names(nlp, text) == expected


def test_a_mention_without_grade_is_of_the_graded_certificate(nlp: Language) -> None:
    text = "We obtained TISAX AL3 certification.\nTISAX certificate"
    assert certificate_names(nlp, text) == ["TISAX AL3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We earned the Example Gold Seal certification in 2021.", ["Example Gold Seal certification"]),
        ("The platform obtained the “Trusted Example Data” certification.", ["Trusted Example Data certification"]),
        ("Two lamps were certified by the Example Energy Label.", ["Example Energy Label"]),
        ("Our laundry received the Example Pro certification.", ["Example Pro certification"]),
    ],
)
def test_a_certificate_with_a_title_of_its_own_is_named_by_it(nlp: Language, text: str, expected: list[str]) -> None:
    assert certificate_names(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We obtained system certification for all plants.",
        "We bought Renewable Energy Certificates.",
        "He is a Certified Public Accountant.",
        "The company received an Honorary Certificate of Donation from the Example District.",
        "We hold a Land Use Certificate.",
        "Products passed SGS certification.",
        "We passed the review of the Example Quality Certification Centre.",
        "The Example Ratings Group named us to its honour roll.",
        "We use FSC-certified paper.",
    ],
)
def test_permits_papers_of_people_honours_and_goods_bought_are_no_certificates(nlp: Language, text: str) -> None:
    assert certificate_names(nlp, text) == []


def test_bought_goods_leave_their_scheme_a_standard(nlp: Language) -> None:
    doc = nlp("We use FSC-certified paper.")
    assert [m.name for m in mentions(doc, "standards")] == ["Forest Stewardship Council"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Exampleton plant holds ISO 9001 certification.", ["Exampleton plant"]),
        ("Example Steel Co., Ltd. and Example Wire Co., Ltd. obtained ISO 9001 certification.",
         ["Example Steel Co., Ltd.", "Example Wire Co., Ltd."]),
        ("with EMAS registration of the Exampleton Refinery", ["Exampleton Refinery"]),
        ("ISO 9001 certification was granted to our Exampleton plant.", ["Exampleton plant"]),
        ("In 2021, a total of 25 subsidiaries had passed ISO 9001 certification.", ["25 subsidiaries"]),
        ("As of 2021, all of our sites have attained ISO 9001 certification.", ["company"]),
        ("This project obtained LEED Gold certification.", ["company"]),
        (
            "It achieved ISO 9001 certification for the plants in Exampleton, Sampleton and Testville.",
            ["Exampleton plant", "Sampleton plant", "Testville plant"],
        ),
        ("Our Exampleton and Sampleton plants hold ISO 9001 certification.", ["Exampleton plant", "Sampleton plant"]),
        ("Our systems are certified to ISO 9001 in Germany, Greece and the UK.", ["Germany", "Greece", "UK"]),
        ("In two local markets – Germany and Greece – we have achieved ISO 9001 certification.", ["Germany", "Greece"]),
        ("For the medical business, we obtained ISO 9001 certification.", ["medical business"]),
        ("An auditor certified the systems of Example Steel Ltd., of Example Wire Ltd. and of Example AG to ISO 9001.",
         ["Example Steel Ltd.", "Example Wire Ltd.", "Example AG"]),
    ],
)  # fmt: skip
def test_the_holder_is_the_part_that_the_sentence_names(nlp: Language, text: str, expected: list[str]) -> None:
    assert [holder for _, holder, _ in certificates(nlp, text)] == expected


def test_the_reporting_company_is_no_part_of_itself() -> None:
    company = ("Example Group Holdings Limited", "Example")
    assert holders("Example has obtained ", " certification.", company=company) == ()
    assert holders("Example Property has obtained ", " certification.", company=company) == ("Example Property",)
    assert holders("Example Property has obtained ", " certification.") == ()


def test_parts_hold_certificates_of_their_own_beside_the_company(nlp: Language) -> None:
    text = "We are certified to ISO 50001. The Exampleton plant obtained ISO 50001 certification."
    assert certificates(nlp, text) == [
        ("ISO 50001", "company", "held"),
        ("ISO 50001", "Exampleton plant", "held"),
    ]


def test_systems_listed_by_grade_each_hold_the_certificate(nlp: Language) -> None:
    text = (
        "Registration for cyber security protection level of the Ministry of Examples\n"
        "Level-3 systems: Alpha ticketing system, Beta platform\n"
        "Level-2 systems: Gamma app of Example Media Co., Ltd."
    )
    name = "Registration for cyber security protection level of the Ministry of Examples"
    assert certificates(nlp, text) == [
        (f"{name} Level-3", "Alpha ticketing system", "held"),
        (f"{name} Level-3", "Beta platform", "held"),
        (f"{name} Level-2", "Example Media Co., Ltd. (Gamma app)", "held"),
    ]


def test_a_common_phrase_needs_the_word_certificate(nlp: Language) -> None:
    assert certificate_names(nlp, "We achieved zero waste to landfill at ten sites.") == []
    named = certificate_names(nlp, "We obtained Zero Waste to Landfill certification.")
    assert named == ["Zero Waste to Landfill"]


def test_assurance_standards_are_never_certificates(nlp: Language) -> None:
    assert certificate_names(nlp, "The certificate was issued after assurance under ISAE 3000 and AA1000AS.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We have been issued a “letter of conformance” to the IATF 16949 standard.", "held"),
        ("Our module was assessed to meet ISO 26262 standard requirements.", "held"),
        ("The data centre was independently audited against ISO/IEC 27001.", "held"),
        ("We are preparing for compliance with ISO 26262.", "pursuing"),
    ],
)
def test_letters_and_examinations_by_outsiders_are_certificates(nlp: Language, text: str, status: str) -> None:
    assert [s for _, _, s in certificates(nlp, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The ratio of the Example Maintenance Technology Certification reached 76%.",
        "Plant certifications\nImplement an ISO 50001 Energy Management System in 2022.",
    ],
)
def test_shares_of_trained_people_and_tasks_are_no_certificates(nlp: Language, text: str) -> None:
    assert certificates(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We hold ISO 50001 certification for the sites in Exampleton, the Sample Data Centres 1, 2 and 3 and Testville.",
            ["Exampleton", "Sample Data Centres 1, 2 and 3", "Testville"],
        ),
        (
            "Example Steel Ltd, Example Wire GmbH and Example Tube Inc. hold ISO 45001 certificates.",
            ["Example Steel Ltd", "Example Wire GmbH", "Example Tube Inc."],
        ),
        (
            "Our mills in Exampleton, Sampleton and Testville are certified to ISO 14001.",
            ["Exampleton mill", "Sampleton mill", "Testville mill"],
        ),
        (
            "ISO 9001 certificates are held by the plants in Exampleton and Sampleton.",
            ["Exampleton plant", "Sampleton plant"],
        ),
        (
            "In 2022, Example Co., Ltd., Sample Logistics Co., Ltd. and the Test Plant passed ISO 45001 certification.",
            ["Example Co., Ltd.", "Sample Logistics Co., Ltd.", "Test Plant"],
        ),
        (
            "The ISO 27001 certification of Example Cloud and Sample Data Centre was renewed.",
            ["Example Cloud", "Sample Data Centre"],
        ),
    ],
)
def test_each_of_a_list_of_holders_has_its_certificate(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.holder for m in mentions(nlp(text), "certifications")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company was certified as a family-friendly company by the Ministry.", ["family-friendly company"]),
        ("Our laboratory is accredited by the National Agency of Testing.", ["National Agency of Testing"]),
        ("We achieved the 'Carbon Measurement' label for two products.", ["Carbon Measurement label"]),
        ("The family-friendly certification of the Ministry was renewed.", ["family-friendly certification"]),
        ("The firm was certified as a company.", []),
        ("It was certified by the Example Institute under ISO 14001.", ["ISO 14001"]),
    ],
)
def test_certificates_named_by_what_is_certified_or_by_who_gave_them(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert [m.name for m in mentions(nlp(text), "certifications")] == expected
