"""The component that finds standards: by number, by known name, and by the frame they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.document import text_in_cells, text_of
from esggraph.extraction.mentions import Mention, add_mentions
from esggraph.extraction.sentences import sentence_at, sentences
from esggraph.extraction.standards.forms import find_formed
from esggraph.extraction.standards.initiatives import NamedStandard, find_framed, framing_words
from esggraph.extraction.standards.known import Hit, find_known, parts_beside, standard_called, standard_of
from esggraph.extraction.standards.numbers import NUMBER, NumberedStandard, find_numbered, without_footnotes
from esggraph.extraction.standards.rater_contacts import only_contacted
from esggraph.extraction.standards.technical_titles import find_technical_titles
from esggraph.names import normalise

# the shares of such findings that are right, measured on annotated reports
_NUMBERED = 0.95
_REPEATED = 0.97
_ONCE = {"rating": 0.8, "reporting_framework": 0.8, "initiative": 0.88, "technical_standard": 0.92}
_FRAMED = 0.8
_LISTED = ("reporting_framework", "rating")
_BESIDE = re.compile(
    r"(?:, | and |, and | & | / |/| or )(?:the )?(?P<acronym>[A-Z]{3,6})(?![\w’'&/-])(?! (?:[A-Z][a-z]|\d))"
)
_CALLED = re.compile(
    r"(?: \([A-Z]{2,6}\))? (?:Base Code|Code of (?:Conduct|Practice|Ethics)|[Rr]ecommendations|[Gg]uidelines"
    r"|[Ff]ramework|[Ss]tandards?|[Pp]rogram(?:me)?|[Ii]nitiative|[Mm]ethodology|[Ii]ndex|[Cc]oalition)(?![\w-])"
)
_PART = re.compile(r" \d{1,2}(?![\w%]|[.,]\d)|-[A-Z]{2,5}(?: framework| (?:19|20)\d\d)?(?!\w)")  # "EXRS 16", "EXA-ERM"
_COMPANY = 30  # an acronym printed more often is the company's own


@Language.factory("esg_standards", assigns=["doc._.esg_mentions", "doc.spans"])
def create_standards(nlp: Language, name: str) -> StandardFinder:
    """Make the component that finds external standards, frameworks, initiatives and ratings."""
    return StandardFinder()


class StandardFinder:
    """Adds the mentions of kind "standards"."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its standards."""
        text = text_of(doc)
        found = list(_numbered(without_footnotes(list(find_numbered(text_in_cells(doc))))))
        found += [m for m in _known(doc, text) if not _overlaps(m, found)]
        framed = list(_framed(doc, text, find_framed))
        # "Example MSCI Green Bond Index" is no rating by MSCI, "Example’s Disability Equality Index" is the known one
        indices = [m for m in framed if m.subkind == "rating" and not any(m.end == k.end for k in found)]
        found = [*indices, *(m for m in found if not _overlaps(m, indices))]
        found += [m for m in framed if not _overlaps(m, found)]
        found += [m for m in _framed(doc, text, find_formed) if not _overlaps(m, found)]
        found += [m for m in _framed(doc, text, find_technical_titles) if not _overlaps(m, found)]
        found = _under_one_key(found)
        found += [m for m in _listed_beside(text, found) if not _overlaps(m, found)]
        add_mentions(doc, "standards", found)
        return doc


def _overlaps(mention: Mention, others: list[Mention]) -> bool:
    return any(other.start < mention.end and mention.start < other.end for other in others)


def _under_one_key(found: list[Mention]) -> list[Mention]:
    """Return the mentions with an acronym under the key of the name that it was explained with."""
    explained = {alias: m.key for m in found for alias in m.aliases if alias.isupper() and alias != m.name}
    return [replace(m, key=explained.get(m.name, m.key)) if m.confidence == _FRAMED else m for m in found]


def _listed_beside(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the acronyms in a list with those of frameworks and ratings: "GRI, SASB and EXA"."""
    never = set(framing_words("not_issuers")) | set(framing_words("not_listed"))
    known = {m.end: m for m in found if m.subkind in _LISTED and text[m.start : m.end].isupper()}
    for at, mention in known.items():
        while more := _BESIDE.match(text, at):
            at, acronym = more.end(), more["acronym"]
            if acronym not in never and text.count(acronym) < _COMPANY:
                yield replace(
                    mention,
                    name=acronym,
                    key=normalise(acronym),
                    start=more.start("acronym"),
                    end=at,
                    aliases=(),
                    confidence=_FRAMED,
                    instrument=None,
                )


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
        known = standard_of(key)
        for s in group:
            yield Mention(
                kind="standards",
                name=name,
                key=key,
                start=s.start,
                end=s.end,
                subkind="technical_standard",
                aliases=s.forms,
                confidence=_NUMBERED,
                instrument=known.instrument if known else None,
            )


def _known(doc: Doc, text: str) -> Iterator[Mention]:
    hits = [hit for hit in find_known(text) if not _is_mere_rater(doc, text, hit)]
    places = Counter(hit.standard.key for hit in hits)
    wholes = {part: whole for part, whole in parts_beside().items() if whole.key in places}
    hits = [replace(hit, standard=wholes.get(hit.standard.key, hit.standard)) for hit in hits]
    for hit in hits:
        yield Mention(
            kind="standards",
            name=text[hit.start : hit.end] if hit.standard.key.startswith(NUMBER) else hit.standard.name,
            key=hit.standard.key,
            start=hit.start,
            end=hit.end,
            subkind=hit.standard.kind,
            aliases=_forms(text, hit),
            confidence=_REPEATED if places[hit.standard.key] > 1 else _ONCE[hit.standard.kind],
            instrument=hit.standard.instrument,
        )


def _forms(text: str, hit: Hit) -> tuple[str, ...]:
    """Return the name as printed, and with the noun or number behind it: "EXA", "EXA framework", "EXRS 16"."""
    printed = text[hit.start : hit.end]
    further = (_CALLED.match(text, hit.end), _PART.match(text, hit.end) if printed.isupper() else None)
    return (printed, *(printed + part[0] for part in further if part))


def _is_mere_rater(doc: Doc, text: str, hit: Hit) -> bool:
    if hit.standard.kind != "rating" or hit.standard.key.endswith("/cdp"):  # who answers CDP reports to it
        return False
    return only_contacted(text, hit.start, hit.end, sentence_at(doc, hit.start))


def _framed(doc: Doc, text: str, find: Callable[[str, int, int], Iterator[NamedStandard]]) -> Iterator[Mention]:
    company = company_names(doc)
    for start, end in sentences(doc):
        for named in find(text, start, end):
            if any(own in named.name for own in company):
                continue
            listed = next((known for name in (named.name, *named.aliases) if (known := standard_called(name))), None)
            yield Mention(
                kind="standards",
                name=named.name,
                key=listed.key if listed else named.key,
                start=named.start,
                end=named.end,
                subkind=named.kind,
                aliases=named.aliases,
                confidence=_FRAMED,
                instrument=listed.instrument if listed else None,
            )
