"""Finds the governance bodies of the reporting company: which of the names in a report are its own bodies."""

from __future__ import annotations

import re
from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.anaphora import find_short_forms
from esggraph.extraction.body_evidence import Candidate, confidence, sounds_outside, weigh
from esggraph.extraction.body_identity import merge
from esggraph.extraction.body_names import BodyName, find_names, plain_name, shared_modifiers
from esggraph.extraction.document import passage_at
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.spans import Spans
from esggraph.extraction.standing_bodies import find_standing
from esggraph.extraction.unnamed_units import find_headless, may_be_unnamed, placed
from esggraph.names import normalise

_WORD_BEFORE = re.compile(r"\b([a-z-]+) $")
_LABEL = 0.5  # the share of a block that names must fill to make it a label
_NEAR_LABELS = 6  # blocks: a chart's labels stand no farther apart
_OFFICER = re.compile(r"^.{0,40}\b(?:[Oo]fficer|[Pp]resident|[Mm]anager|[Dd]irector|[Cc]hair\w*|CEO)\b.{0,40}$", re.M)
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
    names, bare = _names(text, inside, Spans((m.start, m.end) for m in standing))
    company = company_names(doc)
    candidates = merge(_candidates(doc, text, names, standing, company), text)
    found = list(standing)
    for c in candidates.values():
        if sure := confidence(c):
            found += [_mention(c, name, sure) for name in c.names]
    found += _unnamed(doc, text, [*names, *bare], Spans((m.start, m.end) for m in found))
    return sorted([*found, *find_short_forms(doc, text, found, bare)], key=lambda m: (m.start, m.end))


def _names(text: str, inside: Spans, standing: Spans) -> tuple[list[BodyName], list[BodyName]]:
    """Return the names in `text` that are more than a head, and the bare heads."""
    names: list[BodyName] = []
    bare: list[BodyName] = []
    taken = Spans()
    for name in [*find_names(text, shared_modifiers(text)), *find_headless(text)]:
        if inside.covers(name.start, name.end) or taken.touches(name.start, name.end):
            continue
        whole = name.complement and not standing.touches(name.start, name.end - len(name.complement))
        if not whole and standing.touches(name.start, name.end):
            continue
        if name.modifiers or name.complement:
            names.append(name)
            taken.add(name.start, name.end)
        else:
            bare.append(name)
    return names, bare


def _candidates(
    doc: Doc, text: str, names: list[BodyName], standing: list[Mention], company: tuple[str, ...]
) -> dict[str, Candidate]:
    candidates: dict[str, Candidate] = {}
    keys: dict[str, str] = {}
    sentences: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    labels = _labels(doc, [(n.start, n.end) for n in names] + [(m.start, m.end) for m in standing])
    charts = _charts(doc, text, labels, [n for n in names if n.organ], standing)
    known = {normalise(plain_name(n), company) for n in names}
    for name in names:
        key = keys.setdefault(name.name, normalise(plain_name(name), company))
        if (
            word := _WORD_BEFORE.search(text, max(0, name.start - 24), name.start)
        ) and f"{word.group(1)} {key}" in known:
            key = f"{word.group(1)} {key}"  # "internal Audit Department"
        c = candidates.setdefault(key, Candidate(key))
        sentence = sentence_at(doc, name.start)
        sentences[sentence].append(c)
        passage = passage_at(doc, name.start)
        weigh(c, name, text, sentence, passage.block.section[-1] if passage.block.section else "", company)
        c.label += passage.number in labels
        c.chart += passage.number in labels and passage.number in charts
    for together in sentences.values():
        if any(sounds_outside(c) for c in together):
            for c in together:
                c.company += 1
    return candidates


def _labels(doc: Doc, spans: list[tuple[int, int]]) -> set[int]:
    """Return the numbers of the blocks in which little but names of bodies stands."""
    filled: dict[int, int] = defaultdict(int)
    lengths: dict[int, int] = {}
    for start, end in spans:
        passage = passage_at(doc, start)
        filled[passage.number] += end - start
        lengths[passage.number] = passage.end - passage.start
    return {number for number, length in filled.items() if length >= _LABEL * lengths[number]}


def _charts(doc: Doc, text: str, labels: set[int], organs: list[BodyName], standing: list[Mention]) -> set[int]:
    """Return the numbers of the labels near which other labels and a committee, a board or an officer stand."""
    governing = {passage_at(doc, n.start).number for n in [*organs, *standing]} & labels
    governing |= {passage_at(doc, m.start()).number for m in _OFFICER.finditer(text)}
    return {
        number for number in labels
        if labels & {number - 2, number - 1, number + 1, number + 2}
        and any(number + step in governing for step in range(-_NEAR_LABELS, _NEAR_LABELS + 1))
    }  # fmt: skip


def _unnamed(doc: Doc, text: str, names: list[BodyName], found: Spans) -> list[Mention]:
    """Return the units without a name of their own that a sentence puts on a line of defence or a tier."""
    return [
        Mention(
            kind="bodies",
            name=n.name,
            key=normalise(n.name),
            start=n.start,
            end=n.end,
            subkind=n.kind,
            confidence=0.6,
        )
        for n in names
        if may_be_unnamed(n)
        and not found.touches(n.start, n.end)
        and placed(text[slice(*sentence_at(doc, n.start))])
    ]


def _mention(c: Candidate, name: BodyName, sure: float) -> Mention:
    return Mention(
        kind="bodies", name=name.name, key=c.key, start=name.start, end=name.end, subkind=_kind(c), confidence=sure,
        aliases=tuple(form for form in (name.acronym, plain_name(name)) if form and form != name.name),
    )  # fmt: skip


def _kind(c: Candidate) -> str:
    kind = c.names[0].kind
    if kind == "committee" and c.names[0].modifiers.lower().endswith("works"):
        return "union"
    return "board_committee" if kind == "committee" and c.board else kind
