"""Finds the governance bodies of the reporting company: which of the names in a report are its own bodies.

A name says little by itself ("Quality Council" may be the company's or an association's), so the evidence of all the
places where it stands is put together first: whose it is, whether it was set up, what it does.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.body_names import BodyName, find_names, generic, load_words, shared_modifiers
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.names import normalise
from esggraph.resources import PACKAGE

_INSTRUMENTS = ("policies", "laws", "standards", "certifications")
_NEAR = 70  # characters beside a name in which its frame stands


@dataclass(slots=True)
class _Candidate:
    """All places of one name, and what they say together."""

    names: list[BodyName] = field(default_factory=list)
    ours: int = 0  # "our", "the Company's", "has established a"
    setup: int = 0
    duty: int = 0
    placed: int = 0  # member of a structure, a line of defence, a chart, a contact
    elsewhere: int = 0  # "a member of the"


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


def find_bodies(doc: Doc) -> list[Mention]:
    """Return the mentions of bodies in `doc`, in the order of the text."""
    text = doc.text  # once: spaCy joins it anew at each access
    company = company_names(doc)
    closed = [(m.start, m.end) for kind in _INSTRUMENTS for m in mentions(doc, kind)]
    inside = Spans(closed)
    found = [m for m in _standing(doc) if not inside.covers(m.start, m.end)]
    taken = Spans([(m.start, m.end) for m in found])
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    keys: dict[str, str] = {}
    for name in find_names(text, shared_modifiers(text)):
        if taken.touches(name.start, name.end) or inside.covers(name.start, name.end) or not (name.modifiers or name.complement):
            continue
        key = keys.setdefault(name.name, normalise(name.name, company))
        candidate = candidates[key]
        candidate.names.append(name)
        _weigh(doc, text, name, candidate)
    for key, candidate in candidates.items():
        confidence = _confidence(key, candidate)
        if confidence > 0:
            found += [_mention(key, name, candidate, confidence) for name in candidate.names]
    return sorted(found, key=lambda m: (m.start, m.end))


def company_names(doc: Doc) -> tuple[str, ...]:
    """Return the company's names in the report of `doc`; none for a Doc without a report."""
    report = doc._.esg_report
    if report is None:
        return ()
    own = ("the company", "the group", "company", "group", "we", "our", "us")
    return tuple(n for n in (report.company.name, *report.company.aliases) if n and n.lower() not in own)


class Spans:
    """Spans that can be asked whether they hold another; built once, asked often."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._at: dict[int, tuple[int, int]] = {}
        for start, end in spans:
            for block in range(start >> 6, (end >> 6) + 1):
                self._at.setdefault(block, (start, end))
        self._all: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end in spans:
            for block in range(start >> 6, (end >> 6) + 1):
                self._all[block].append((start, end))

    def covers(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in self._all.get(start >> 6, ()))

    def touches(self, start: int, end: int) -> bool:
        return any(
            a < end and start < b
            for block in range(start >> 6, (end >> 6) + 1)
            for a, b in self._all.get(block, ())
        )


@cache
def _standing_wordings() -> list[tuple[str, str, re.Pattern[str]]]:
    data = tomllib.loads((PACKAGE / "data" / "body_standing.toml").read_text(encoding="utf-8"))
    return [
        (key, entry["kind"], re.compile(rf"(?<![\w-])(?:{'|'.join(entry['wordings'])})(?![\w-])".replace("’", "[’']"), re.I))
        for key, entry in data.items()
    ]


def _standing(doc: Doc) -> Iterator[Mention]:
    text = doc.text
    taken: set[int] = set()
    for key, kind, pattern in _standing_wordings():
        for m in pattern.finditer(text):
            if m.start() in taken or not m.group().strip():
                continue
            start = m.start() + (4 if m.group().lower().startswith(("the ", "our ")) else 0)
            taken.update(range(start, m.end()))
            yield Mention(kind="bodies", name=text[start : m.end()], key=key, start=start, end=m.end(), subkind=kind, confidence=0.9)


@cache
def _evidence() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads((PACKAGE / "data" / "body_evidence.toml").read_text(encoding="utf-8"))
    setup = "|".join(data["setup"]["stems"])
    duty = "|".join(data["duty"]["stems"])
    member = "|".join(data["member_elsewhere"]["phrases"])
    subjects = "|".join(map(re.escape, load_words()["subjects"]["stems"]))
    return (
        re.compile(rf"\b(?:{setup})\w*\b[^.;]{{0,60}}$", re.I),
        re.compile(rf"^[^.;]{{0,50}}\b(?:{duty})", re.I),
        re.compile(rf"\b(?:{member})\s*(?:the )?$", re.I),
        re.compile(rf"\b(?:{subjects})", re.I),
    )


def _weigh(doc: Doc, text: str, name: BodyName, candidate: _Candidate) -> None:
    setup, duty, member, _ = _evidence()
    start, end = sentence_at(doc, name.start)
    before = text[max(start, name.start - _NEAR) : name.start]
    after = text[name.end : min(end, name.end + _NEAR)]
    candidate.ours += name.determiner in ("our", "'s")
    candidate.setup += setup.search(before) is not None
    candidate.duty += duty.search(after) is not None
    candidate.elsewhere += member.search(before) is not None
    sentence = text[start:end]
    candidate.placed += re.search(r"lines? of defen|three[- ](?:tier|level)|compris|consist|compos|includ|such as|members?:|tier|contact", sentence, re.I) is not None


@cache
def _outside() -> tuple[frozenset[str], re.Pattern[str]]:
    data = load_words()["outside"]
    return frozenset(data["words"]), re.compile("|".join(map(re.escape, data["names"])))


def _confidence(key: str, c: _Candidate) -> float:
    first = c.names[0]
    words, outside_names = _outside()
    lower = first.name.lower()
    subject = _evidence()[3].search(first.modifiers + " " + first.complement) is not None
    outside = any(w in words for w in re.findall(r"[\w.'-]+", key)) or outside_names.search(lower) is not None or c.elsewhere
    cased = any(n.cased for n in c.names)
    if outside and not (c.ours or c.setup) or outside_names.search(lower):
        return 0
    if generic(first.modifiers) and not first.complement:
        return 0
    if all(n.plural for n in c.names):
        return 0
    if first.organ:
        if cased:
            return 0.9 if c.ours or c.setup or c.duty else 0.7
        return 0.6 if (c.setup or c.duty) and first.determiner else 0
    if cased:
        return 0.7 if (c.duty or c.placed) and subject else 0
    return 0.5 if (c.setup and c.duty) and subject else 0


def _mention(key: str, name: BodyName, candidate: _Candidate, confidence: float) -> Mention:
    return Mention(
        kind="bodies", name=name.name, key=key, start=name.start, end=name.end, subkind=_kind(name), confidence=confidence,
        aliases=(name.acronym,) if name.acronym else (),
    )  # fmt: skip


def _kind(name: BodyName) -> str:
    if name.kind == "committee":
        stems = load_words()["board_committees"]["stems"]
        if any(s in name.name.lower() for s in stems):
            return "board_committee"
    return name.kind
