"""What the pipeline's components pass to each other: mentions of things and statements, kept in the spaCy Doc.

A mention is one place where a thing is named; the resolver later makes one entity of all mentions with the same key.
Offsets here are characters of `Doc.text`, 0-based, ends exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import sqrt

from spacy.tokens import Doc

from esggraph.findings import PREDICATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in the text where a thing is named."""

    kind: str  # one of ENTITY_LISTS
    name: str  # the clean name, written out: "Audit Committee" for the first part of "Audit and Risk Committees"
    key: str  # identity within the report: mentions of a kind with equal keys are one thing
    start: int
    end: int
    subkind: str  # BODY_KINDS, POLICY_KINDS, LAW_KINDS, STANDARD_KINDS; "" for posts and certifications
    aliases: tuple[str, ...] = ()  # other forms that this very place gives: "(the “Committee”)", "(SASB)"
    anaphor: bool = False  # a short form ("the Committee", "it") resolved to `key`; names nothing by itself
    confidence: float = 1.0
    evidence: tuple[int, int] | None = None  # the span to quote; None: the sentence around
    holder: str | None = None  # posts: the person; certifications: "company" or the part that holds it
    status: str | None = None  # certifications
    jurisdiction: str | None = None  # laws
    instrument: str | None = None  # laws, standards, certifications: IRI of the known instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One place in the text that states a relation."""

    subject: Mention
    predicate: str  # one of PREDICATES
    object: Mention | str  # a str for "line1".."line3", "tier:N", "topic:…"
    start: int  # the span to quote
    end: int
    structure: str | None = None  # inTier
    confidence: float = 1.0


Doc.set_extension("esg_mentions", default=None, force=True)
Doc.set_extension("esg_statements", default=None, force=True)


def mentions(doc: Doc, kind: str) -> list[Mention]:
    """Return the mentions of `kind` (one of ENTITY_LISTS) in `doc`, in the order of the text."""
    return sorted((doc._.esg_mentions or {}).get(kind, ()), key=lambda m: (m.start, m.end))


def add_mentions(doc: Doc, kind: str, found: Iterable[Mention]) -> None:
    """Add mentions of `kind` to `doc`, and to `doc.spans[kind]` the spans of the tokens that they touch.

    Raises ValueError for a mention that stands nowhere in `doc`.
    """
    # a span's own extensions are shared by all spans of the same characters, so mentions cannot be kept there
    _set_mentions(doc, kind, [*mentions(doc, kind), *found])


def drop_mentions(doc: Doc, kind: str, unwanted: Callable[[Mention], bool]) -> None:
    """Remove the mentions of `kind` for which `unwanted` holds: a later component knows better what they are."""
    _set_mentions(doc, kind, [m for m in mentions(doc, kind) if not unwanted(m)])


def _set_mentions(doc: Doc, kind: str, found: list[Mention]) -> None:
    spans = []
    for m in found:
        span = doc.char_span(m.start, m.end, label=m.subkind or kind, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no text at {m.start}:{m.end} for {m.name!r}")
        spans.append(span)
    doc._.esg_mentions = {**(doc._.esg_mentions or {}), kind: found}
    doc.spans[kind] = spans


def statements(doc: Doc) -> list[Statement]:
    """Return the statements found in `doc` so far."""
    return list(doc._.esg_statements or ())


def add_statements(doc: Doc, found: Iterable[Statement]) -> None:
    """Add statements to `doc`. Raises ValueError for a predicate that is not one of PREDICATES."""
    new = list(found)
    for s in new:
        if s.predicate not in PREDICATES:
            raise ValueError(f"unknown predicate {s.predicate!r}")
    doc._.esg_statements = [*statements(doc), *new]


def weighed(confidence: float, *ends: Mention | str) -> float:
    """Return how sure a statement is whose rule is right in `confidence` of its cases and whose ends may be misread.

    The geometric mean, not the product: that a sentence puts two names into a relation speaks for both being bodies.
    """
    return round(sqrt(confidence * min(m.confidence for m in ends if isinstance(m, Mention))), 2)
