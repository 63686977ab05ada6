"""Sentence boundaries, for text that comes out of PDF readers.

Sentences never cross passages. A full stop ends one unless it belongs to an abbreviation, an initial, a number or a
web address. Enumeration items that run on in one paragraph ("… audits • reviews …") stay together: relations need the
words before the bullets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.document import passages

Doc.set_extension("esg_sentences", default=None, force=True)

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|Nos|Art|Arts|Sec|Inc|Ltd|Co|Corp|Crop|Dept|Div|Gov|Vol|Fig|App|approx"
    r"|vs|etc|cf|al|incl|ca|U\.S|U\.K|E\.U|e\.g|i\.e|p|pp|para|paras|Leg|D\.Lgs|Lgs|Reg|cap|ch|Bros|Mt)|\b[A-Z])\.$"
)
_BEFORE_NUMBER = re.compile(r"\b(?:[Nn]os?|[Nn]r?|[Aa]rts?|[Pp]aras?|[Cc]ap)\.$")
_END = re.compile(r"[.!?。]+[”\"’')\]]*(?=\s+[“\"‘'(\[]?[A-Z0-9•●▪■◆►]|\s*$)")


def split(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph, without the white space between them."""
    spans: list[tuple[int, int]] = []
    last = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    for m in _END.finditer(text):
        if m.end() < last and _goes_on(text, m):
            continue
        spans.append((start, m.end()))
        start = _next_word(text, m.end())
    if start < last:
        spans.append((start, last))
    return spans


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Return whether the sentence goes on behind `stop`, since the full stop is an abbreviation's."""
    before = text[max(0, stop.start() - 12) : stop.start() + 1]
    numbered = _BEFORE_NUMBER.search(before) and text[_next_word(text, stop.end())].isdigit()
    return bool(numbered or (text[stop.start()] == "." and _ABBREVIATION.search(before)))


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@Language.factory("esg_sentences", assigns=["token.is_sent_start", "doc._.esg_sentences"])
def create_sentences(nlp: Language, name: str) -> SentenceSplitter:
    """Make the component that sets sentence boundaries inside passages."""
    return SentenceSplitter()


class SentenceSplitter:
    """Sets `Token.is_sent_start` and `Doc._.esg_sentences` (spans in characters of `Doc.text`)."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its sentences."""
        starts = {start for start, _ in sentences(doc)}
        # one array: setting Token.is_sent_start looks at the whole Doc each time
        flags: Any = numpy.array([1 if token.idx in starts else -1 for token in doc], dtype="int64").astype("uint64")
        doc.from_array(["SENT_START"], flags)
        return doc


def sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of `doc`, in the order of the text."""
    if doc._.esg_sentences is None:
        doc._.esg_sentences = tuple((p.start + a, p.start + b) for p in passages(doc) for a, b in split(p.text))
    return doc._.esg_sentences  # type: ignore[no-any-return]


def sentence_at(doc: Doc, offset: int) -> tuple[int, int]:
    """Return the span of the sentence around `doc.text[offset]`; between sentences, of the one before."""
    spans = sentences(doc)
    return spans[max(0, bisect_right(spans, offset, key=lambda s: s[0]) - 1)]
