"""To be written."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("esg_posts")
def _component(doc: Doc) -> Doc:
    return doc
