"""The pipeline's components as spaCy users meet them."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from esggraph.extraction.pipeline import COMPONENTS, build_pipeline

TEXT = "The Board has established the Audit Committee. We comply with ISO 9001 and the Labour Law of the PRC."


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_works_alone_in_a_pipeline_of_ones_own(component: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(component)
    assert nlp(TEXT).text == TEXT
    assert nlp("").text == ""


def test_components_are_known_to_spacy_without_an_import() -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('esg_bodies'); " + (
        f"doc = nlp({TEXT!r}); print([span.text for span in doc.spans['bodies']])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['Board', 'Audit Committee']\n"


def test_the_pipeline_is_added_behind_what_a_users_pipeline_has() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    assert build_pipeline(nlp).pipe_names == ["sentencizer", *COMPONENTS]
