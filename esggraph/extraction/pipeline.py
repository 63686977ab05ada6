"""The extraction pipeline: a blank spaCy pipeline with our components, and the way from a report to its findings."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

# importing the modules registers their factories
import esggraph.extraction.bodies.component
import esggraph.extraction.certifications.component
import esggraph.extraction.instruments.component
import esggraph.extraction.posts.component
import esggraph.extraction.relations.component
import esggraph.extraction.sentences
import esggraph.extraction.standards.component  # noqa: F401
from esggraph.errors import ExtractionFault
from esggraph.extraction.calibration import calibrate
from esggraph.extraction.document import make_doc
from esggraph.extraction.resolve import resolve
from esggraph.findings import Findings
from esggraph.report import Report

COMPONENTS = (
    "esg_sentences",
    "esg_standards",  # known and numbered standards, frameworks, initiatives, ratings
    "esg_certifications",  # which of the standards are certified, and other certificates
    "esg_instruments",  # titles: laws, policies and standards
    "esg_bodies",
    "esg_posts",
    "esg_relations",
)


def build_pipeline(nlp: Language | None = None) -> Language:
    """Return `nlp` (default: a blank English pipeline) with the components that it lacks added at its end."""
    nlp = nlp or spacy.blank("en")
    nlp.max_length = 50_000_000  # characters; our components need no memory per token that would forbid it
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


@cache
def _default_pipeline() -> Language:
    return build_pipeline()


def extract(report: Report, nlp: Language | None = None) -> Findings:
    """Return the findings of `report`. `nlp`: a pipeline from `build_pipeline`, for one with a statistical model.

    Raises ExtractionFault where a rule fails at the report.
    """
    return calibrate(extract_raw(report, nlp))


def extract_raw(report: Report, nlp: Language | None = None) -> Findings:
    """Return the same with the confidences that the rules give, before they are calibrated."""
    nlp = nlp or _default_pipeline()
    try:
        doc = make_doc(nlp, report)
        for _, component in nlp.pipeline:
            doc = component(doc)
        return resolve(doc)
    except Exception as error:  # so that no report of many stops the others
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ExtractionFault(
            f"{report.id}: a fault of esggraph's own ({what}); leave this report out and tell the authors"
        ) from error
