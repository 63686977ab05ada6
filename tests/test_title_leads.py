"""What the lines and column heads above printed lists say of the documents in them."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  registers the factories
from esggraph.extraction.instruments.title_leads import Lead, lead_of
from esggraph.extraction.mentions import mentions

ITEMS = ("Catalogue of Example Goods", "Management Measures for Example Grids", "Action Plan for Example Air")


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("esg_sentences")
    pipeline.add_pipe("esg_instruments")
    return pipeline


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("II. List of laws, regulations and related standards applicable to occupational health", Lead.OUTSIDE),
        ("Relevant laws and regulations", Lead.OUTSIDE),
        ("Legal requirements:", Lead.OUTSIDE),
        ("Internal policies", Lead.OWN),
        ("Binding Group Regulations", Lead.OWN),
        ("Our key policies and guidelines:", Lead.OWN),
        ("Public policy", None),
        ("We comply with the laws of each country and train our people on them every year.", None),
        ("Climate", None),
    ],
)
def test_which_lines_say_whose_the_documents_below_are(line: str, lead: Lead | None) -> None:
    assert lead_of(line) == lead


@pytest.mark.parametrize(
    ("lead", "kind"),
    [("List of laws and regulations that apply to energy", "laws"), ("Internal policies", "policies")],
)
def test_a_lead_speaks_for_the_items_below_it(nlp: Language, lead: str, kind: str) -> None:
    doc = nlp("\n".join((lead, *ITEMS)))
    found = [(m.name, m.kind) for k in ("laws", "policies") for m in mentions(doc, k)]
    assert ("Management Measures for Example Grids", kind) in found
    assert ("Action Plan for Example Air", kind) in found
