"""A company's own documents: whole titles, one key for each, and what others issue kept apart."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  registers the factories
from esggraph.extraction.mentions import mentions


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("esg_sentences")
    pipeline.add_pipe("esg_instruments")
    return pipeline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our Global EHS Policy and the Environmental, Health and Safety Policy were revised.", 1),
        ("The Group Code of Ethics was revised. Our Code of Ethics and Conduct was published.", 1),
        ("We published the Remuneration Policy and revised the Compensation Policy.", 1),
        ("We revised the Code of Conduct and published the Supplier Code of Conduct.", 2),
        ("We revised the Code of Conduct and published our Code of Ethics.", 2),
        ("Our Corporate Governance Policy was revised and our Governance Policy published.", 1),
    ],
)
def test_a_document_is_one_however_far_it_is_said_to_reach(nlp: Language, text: str, expected: int) -> None:
    doc = nlp(text)
    assert len({m.key for m in mentions(doc, "policies")}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Our Quality, Safety, and Environment (QSE) and Supply Responsibility (SR) Policy lays down the aims.",
            ["Quality, Safety, and Environment and Supply Responsibility Policy"],
        ),
        ("Our Business Principles and Code of Conduct were revised.", ["Business Principles", "Code of Conduct"]),
        (
            "We formulated the Evaluation Measures for Suppliers of Example Logistics Co., Ltd., with yearly reviews.",
            ["Evaluation Measures for Suppliers of Example Logistics Co., Ltd."],
        ),
        ("The targets of the Welfare Plan created in 2021 were met.", ["Welfare Plan"]),
        ("It also signed the Emergency Action Plan (EAP) in 2022.", ["Emergency Action Plan"]),
    ],
)
def test_titles_of_own_documents_are_whole(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "policies")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "We observe the Fair Trade Guidelines for large and small firms issued by the Fair Trade Commission.",
        "This follows the Guidance on Chemical Assessment of the Example Chemicals Agency.",
        "The Soil Framework that the 9th Conference of the Parties is to adopt is awaited.",
    ],
)
def test_what_authorities_issue_is_no_policy(nlp: Language, text: str) -> None:
    assert mentions(nlp(text), "policies") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We handed our revised Ethics Code to the Example Board in May.", ["Ethics Code"]),
        ("In 2021 it revised its By-Laws to Benefit Company standard.", ["By-Laws"]),
        (
            "In line with our Compliance Guidelines - Complaint Management, each complaint is registered.",
            ["Compliance Guidelines - Complaint Management"],
        ),
        ("We issued the “Five Rules, Five Bans” to all shops.", ["Five Rules, Five Bans"]),
        ("We adopted the Heat Policy (page 12) Cold Policy in 2021.", ["Heat Policy", "Cold Policy"]),
        ("The Board's Statement on ESG Governance stands on page 3.", []),
        ("The auditor confirms our Statement of Greenhouse Gas Emissions.", []),
    ],
)
def test_where_titles_of_own_documents_end(nlp: Language, text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(nlp(text), "policies")] == expected


def test_the_documents_of_an_assurer_are_not_the_company_s(nlp: Language) -> None:
    text = "The firm has implemented a Code of Ethics for its staff. No member of the assurance team works for the company."
    assert mentions(nlp(text), "policies") == []
