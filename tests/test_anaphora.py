"""Short forms resolved to the body they mean."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from esggraph.extraction import pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.mentions import mentions


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in ("esg_sentences", "esg_bodies"):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We set up an Audit Committee. The Committee meets monthly.", [("Committee", "audit committee")]),
        (
            "We set up an Audit Committee. We set up an Anti-Fraud Office. The Office reports to the Committee.",
            [("Office", "anti fraud office"), ("Committee", "audit committee")],
        ),
        ("The Example Leadership Committee (ELC) leads. The ELC meets.", [("ELC", "example leadership committee")] * 2),
        ("The Audit Committee reviews risks. It reports to the Board.", [("It", "audit committee")]),
        (
            "To the Board of Directors, the Audit Committee gives its opinion. It meets monthly.",
            [("It", "audit committee")],
        ),
        ("We set up an Audit Committee. Some committees met.", []),
        ("We set up a union of staff (Japan). Sales in Japan rose.", []),
    ],
)
def test_a_short_form_means_the_nearest_body_of_its_kind(
    nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    doc = nlp(text)
    short = [m for m in mentions(doc, "bodies") if m.anaphor]
    assert [(doc.text[m.start : m.end], m.key) for m in short] == expected
