"""Standards that no list knows, shown by their own form: acronym, head, number or grade."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.mentions import mentions
from esggraph.vocabulary import hiding, instruments


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    for name in ("esg_sentences", "esg_standards"):
        pipeline.add_pipe(name)
    return pipeline


def found(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(m.name, m.subkind) for m in mentions(nlp(text), "standards")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Risks are described as the Task Force on Water-related Example Disclosures (TWED) suggests.",
            ("Task Force on Water-related Example Disclosures", "reporting_framework"),
        ),
        (
            "Smelters are audited by the Responsible Example Minerals Initiative (REMI).",
            ("Responsible Example Minerals Initiative", "initiative"),
        ),
        (
            "ERAP (Example Responsible Assurance Process)",
            ("Example Responsible Assurance Process", "technical_standard"),
        ),
        ("Sampleton is a member of EX100 and reports yearly.", ("EX100", "initiative")),
        ("We are an EX100 member.", ("EX100", "initiative")),
        ("EXRB Content Index", ("EXRB", "reporting_framework")),
        ("Examplelytics ESG Risk Rating: 18.2", ("Examplelytics", "rating")),
        ("In the ESG rating we were rated AA by Examplelytics.", ("Examplelytics", "rating")),
        ("ESG ratings: Examplelytics BBB; Samplevadis 64/100", ("Samplevadis", "rating")),
    ],
)
def test_the_form_of_a_name_shows_a_standard(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    assert expected in found(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "We established the Example Responsible Initiative (ERI).",
        "Our Responsible Example Sourcing Initiative (RESI) trains buyers.",
        "The Example Ocean Institute (EOI) gave a talk.",
        "Its credit rating is BBB by Example Ratings.",
        "The Customer Satisfaction Index (CSI) rose.",
        "Score: AAA in ESG matters",
        "We ranked in the Fortune 500 as a member of Fortune 500.",
    ],
)
def test_own_programmes_bodies_and_credit_grades_are_no_standards(nlp: Language, text: str) -> None:
    assert found(nlp, text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Sustainability Accounting Standards Board (SASB) sets them.",
            "Sustainability Accounting Standards Board",
        ),
        ("Our climate report takes up the TCFD recommendations.", "TCFD"),
        ("The table serves the United Nations Global Compact.", "United Nations Global Compact"),
        ("We joined RE100 and EP100.", "EP100"),
        ("MSCI ESG rating: AA", "MSCI"),
    ],
)
def test_names_of_the_vocabulary_are_found_without_it(nlp: Language, text: str, name: str) -> None:
    with hiding(frozenset(i.iri for i in instruments())):
        assert name in {n for n, _ in found(nlp, text)}


def test_an_acronym_is_the_name_that_it_was_explained_with(nlp: Language) -> None:
    text = "The Responsible Example Minerals Initiative (REMI) audits. Listed in the REMI Content Index."
    assert len({m.key for m in mentions(nlp(text), "standards")}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We meet the Emission Standard of Pollutants for Example Foundries.",
         "Emission Standard of Pollutants for Example Foundries"),
        ("Plants observe the Integrated Example Wastewater Discharge Standard.",
         "Integrated Example Wastewater Discharge Standard"),
        ("1. Law of the PRC on Examples 2. Example Law of the PRC 3. Evaluation Requirements for Example Factory 4. Other",
         "Evaluation Requirements for Example Factory"),
        ("Our framework follows the “Social Loan Principles 2021”.", "Social Loan Principles 2021"),
        ("Example Bank reports against the Samplehagen Principles.", "Samplehagen Principles"),
        ("A constituent of the Sample ESG 50 Index and the Sample Climate Leaders Index.",
         "Sample Climate Leaders Index"),
        ("We support Example Action 100+.", "Example Action 100+"),
    ],
)  # fmt: skip
def test_titles_and_heads_show_a_standard_without_number_or_acronym(nlp: Language, text: str, name: str) -> None:
    assert name in {n for n, _ in found(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "We follow the Responsible AI Principles.",
        "Our own Emission Standard of Pollutants is stricter.",
        "We use the Montreal Protocol.",
        "We engaged with MSCI, Sustainalytics and FTSE Russell.",
        "Sustainalytics has given a second-party opinion.",
        "The department responds to rating agencies such as MSCI and Sustainalytics.",
    ],
)
def test_own_principles_treaties_and_raters_that_are_talked_with_are_no_standards(nlp: Language, text: str) -> None:
    assert found(nlp, text) == set()


def test_a_rater_counts_with_the_companys_own_result(nlp: Language) -> None:
    assert {n for n, _ in found(nlp, "We engage with MSCI, which rated us AA.")} == {"MSCI ESG Ratings"}
