"""Finds the governance bodies of the reporting company: which of the names in a report are its own bodies."""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.body_evidence import Candidate, confidence, sounds_outside, weigh
from esggraph.extraction.body_names import BodyName, find_names, shared_modifiers
from esggraph.extraction.document import passage_at
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.short_forms import find_short_forms
from esggraph.extraction.spans import Spans
from esggraph.extraction.standing_bodies import find_standing
from esggraph.names import normalise

_INSTRUMENTS = ("policies", "laws", "standards", "certifications")


@Language.factory("esg_bodies", assigns=["doc.spans"], requires=["doc._.esg_sentences"])
def create_bodies(nlp: Language, name: str) -> BodyFinder:
    """Make the component that finds bodies."""
    return BodyFinder()


class BodyFinder:
    """Adds the mentions of bodies to `doc.spans["bodies"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its bodies."""
        add_mentions(doc, "bodies", find_bodies(doc))
        return doc


def company_names(doc: Doc) -> tuple[str, ...]:
    """Return the company's names in the report of `doc`; none for a Doc without a report."""
    if doc._.esg_report is None:
        return ()
    company = doc._.esg_report.company
    own = ("the company", "the group", "company", "group", "we", "our", "us")
    return tuple(n for n in (company.name, *company.aliases) if n and n.lower() not in own)


def find_bodies(doc: Doc) -> list[Mention]:
    """Return the mentions of bodies in `doc`, in the order of the text."""
    text = doc.text  # once: spaCy joins it anew at each access
    inside = Spans((m.start, m.end) for kind in _INSTRUMENTS for m in mentions(doc, kind))
    standing = [m for m in find_standing(doc, text) if not inside.covers(m.start, m.end)]
    taken = Spans((m.start, m.end) for m in standing)
    bare: list[BodyName] = []
    names: list[BodyName] = []
    for name in find_names(text, shared_modifiers(text)):
        if not (taken.touches(name.start, name.end) or inside.covers(name.start, name.end)):
            (names if name.modifiers or name.complement else bare).append(name)
    found = standing + _own_bodies(doc, text, names)
    return sorted([*found, *find_short_forms(doc, text, found, bare)], key=lambda m: (m.start, m.end))


def _own_bodies(doc: Doc, text: str, names: list[BodyName]) -> list[Mention]:
    company = company_names(doc)
    candidates: dict[str, Candidate] = {}
    keys: dict[str, str] = {}
    sentences: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name in names:
        key = keys.setdefault(name.name, normalise(name.name, company))
        candidate = candidates.setdefault(key, Candidate(key))
        sentence = sentence_at(doc, name.start)
        sentences[sentence].append(key)
        weigh(candidate, name, text, sentence, company, alone=_alone(doc, name))
    for together in sentences.values():
        if any(sounds_outside(candidates[key]) for key in together):
            for key in together:
                candidates[key].company += 1
    return [
        _mention(candidate, name, sure)
        for candidate in candidates.values()
        if (sure := confidence(candidate)) > 0
        for name in candidate.names
    ]


def _alone(doc: Doc, name: BodyName) -> bool:
    """Return whether `name` fills most of its block."""
    passage = passage_at(doc, name.start)
    return name.end - name.start >= 0.6 * (passage.end - passage.start)


def _mention(candidate: Candidate, name: BodyName, sure: float) -> Mention:
    return Mention(
        kind="bodies", name=name.name, key=candidate.key, start=name.start, end=name.end, subkind=_kind(candidate),
        confidence=sure, aliases=(name.acronym,) if name.acronym else (),
    )  # fmt: skip


def _kind(c: Candidate) -> str:
    kind = c.names[0].kind
    return "board_committee" if kind == "committee" and c.board else kind
