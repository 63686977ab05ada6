"""The component that finds standards: by number, by known name, and by the frame they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.initiatives import find_framed
from esggraph.extraction.known_standards import SHORT, Hit, find_known
from esggraph.extraction.mentions import Mention, add_mentions
from esggraph.extraction.standard_numbers import NumberedStandard, find_numbered, without_footnotes


@Language.factory("esg_standards", assigns=["doc.spans"], requires=["doc._.esg_sentences"])
def create_standards(nlp: Language, name: str) -> StandardFinder:
    """Make the component that finds external standards, frameworks, initiatives and ratings."""
    return StandardFinder()


class StandardFinder:
    """Adds the mentions of kind "standards"."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its standards."""
        text = doc.text
        found = [*_numbered(without_footnotes(list(find_numbered(text)))), *_known(text)]
        add_mentions(doc, "standards", [*found, *_framed(doc, text, found)])
        return doc


def company_names(doc: Doc) -> tuple[str, ...]:
    """Return the names of the reporting company, where the report tells them."""
    report = doc._.esg_report
    return tuple(filter(None, (report.company.name, *report.company.aliases))) if report else ()


def _numbered(found: list[NumberedStandard]) -> Iterator[Mention]:
    groups: dict[str, list[NumberedStandard]] = defaultdict(list)
    for standard in found:
        groups[standard.key].append(standard)
    for key, group in groups.items():
        name = max((s.name for s in group), key=len)
        for s in group:
            yield Mention(
                kind="standards",
                name=name,
                key=key,
                start=s.start,
                end=s.end,
                subkind="technical_standard",
                aliases=s.forms,
                confidence=0.9,
            )


def _known(text: str) -> Iterator[Mention]:
    groups: dict[str, list[Hit]] = defaultdict(list)
    for hit in find_known(text):
        groups[hit.family.key].append(hit)
    for key, group in groups.items():
        if all(hit.role == SHORT for hit in group):
            continue
        for hit in group:
            yield Mention(
                kind="standards",
                name=hit.family.name,
                key=key,
                start=hit.start,
                end=hit.end,
                subkind=hit.family.kind,
                aliases=(text[hit.start : hit.end],),
                confidence=0.9,
            )


def _framed(doc: Doc, text: str, found: list[Mention]) -> Iterator[Mention]:
    taken = sorted((m.start, m.end) for m in found)
    company = company_names(doc)
    for start, end in doc._.esg_sentences:
        for named in find_framed(text, start, end):
            at = bisect_right(taken, (named.end, 0))
            if any(a < named.end and named.start < b for a, b in taken[max(0, at - 3) : at + 1]):
                continue
            if any(own in named.name for own in company):
                continue
            yield Mention(
                kind="standards",
                name=named.name,
                key=named.key,
                start=named.start,
                end=named.end,
                subkind=named.kind,
                aliases=(named.acronym,) if named.acronym else (),
                confidence=0.7,
            )
