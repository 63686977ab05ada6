"""From mentions to findings: one entry a thing, with every form of its name and every place it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

from esggraph.extraction.acyclic import without_cycles
from esggraph.extraction.document import to_report
from esggraph.extraction.mentions import Mention, Statement, mentions, statements
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.topics import with_topics
from esggraph.findings import (
    ENTITY_LISTS,
    Body,
    Certification,
    Entity,
    Evidence,
    Findings,
    Law,
    Policy,
    Post,
    Relation,
    Standard,
)
from esggraph.report import Report

_LETTER = {"bodies": "b", "posts": "p", "policies": "d", "laws": "l", "standards": "s", "certifications": "c"}


def resolve(doc: Doc) -> Findings:
    """Return the findings that the mentions and statements of `doc` amount to. The Doc must come from `make_doc`."""
    report: Report = doc._.esg_report
    lists: dict[str, tuple[Entity, ...]] = {}
    ids: dict[tuple[str, str], str] = {}
    for kind in ENTITY_LISTS:
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions(doc, kind):
            groups[mention.key].append(mention)
        named = [(key, group) for key, group in groups.items() if not all(m.anaphor for m in group)]
        entities = []
        for number, (key, group) in enumerate(named, 1):
            ids[kind, key] = f"{_LETTER[kind]}{number}"
            entities.append(_entity(doc, report, kind, ids[kind, key], group))
        lists[kind] = tuple(entities)
    findings = Findings(
        report=report.id,
        file=report.file,
        company=report.company,
        title=report.title,
        period=report.period,
        relations=without_cycles(_relations(doc, report, ids)),
        **lists,  # type: ignore[arg-type]
    )
    return with_topics(findings, report)


def _evidence(doc: Doc, report: Report, start: int, end: int) -> Evidence:
    start, end = _without_edges(report.text, *to_report(doc, start, end))
    place = report.place(start, end)
    return Evidence(report.quote(start, end), place.line, place.page, start, end, place.start, place.end)


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space at its ends, which no quote has."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _entity(doc: Doc, report: Report, kind: str, id_: str, group: list[Mention]) -> Entity:
    full = [m for m in group if not m.anaphor]
    best = max(full, key=lambda m: (m.confidence, not (m.name.islower() or m.name.isupper())))  # first, in title case
    spans = {m.evidence or sentence_at(doc, m.start): None for m in (best, *group)}
    evidence = tuple(_evidence(doc, report, *span) for span in spans)
    common: dict[str, Any] = {
        "id": id_,
        "name": (name := _best_printed(best.name, full)),
        "aliases": _other_forms(name, full),
        "evidence": evidence,
        "confidence": max(m.confidence for m in full),
    }
    instrument = next((m.instrument for m in full if m.instrument), None)
    match kind:
        case "bodies":
            return Body(**common, kind=best.subkind)
        case "posts":
            holders = dict.fromkeys(m.holder for m in full if m.holder)
            return Post(**common, holder="; ".join(holders) or None)
        case "policies":
            return Policy(**common, kind=best.subkind)
        case "laws":
            jurisdiction = next((m.jurisdiction for m in (best, *full) if m.jurisdiction), None)
            return Law(**common, kind=best.subkind, jurisdiction=jurisdiction, instrument=instrument)
        case "standards":
            return Standard(**common, kind=best.subkind, instrument=instrument)
        case _:
            return Certification(
                **common, holder=best.holder or "company", status=best.status or "held", instrument=instrument
            )


def _best_printed(name: str, group: list[Mention]) -> str:
    """Return `name` in title case where some mention prints it so: not in a heading's capitals, nor in lower case."""
    forms = (m.name for m in group if m.name.casefold() == name.casefold())
    return max(forms, key=lambda form: (not form.isupper(), sum(word[0].isupper() for word in form.split())))


def _other_forms(name: str, group: list[Mention]) -> tuple[str, ...]:
    forms = dict.fromkeys(form for m in group for form in (m.name, *m.aliases))
    return tuple(form for form in forms if form != name)


def _relations(doc: Doc, report: Report, ids: dict[tuple[str, str], str]) -> Iterator[Relation]:
    groups: dict[tuple[str, str, str, str | None], list[Statement]] = defaultdict(list)
    for s in statements(doc):
        subject = ids.get((s.subject.kind, s.subject.key))
        object_ = s.object if isinstance(s.object, str) else ids.get((s.object.kind, s.object.key))
        if subject and object_ and subject != object_:
            groups[subject, s.predicate, object_, s.structure].append(s)
    for (subject, predicate, object_, structure), group in groups.items():
        yield Relation(
            subject=subject,
            predicate=predicate,
            object=object_,
            structure=structure,
            confidence=max(s.confidence for s in group),
            evidence=_distinct(_evidence(doc, report, s.start, s.end) for s in _surest_first(group)),
        )


def _surest_first(group: list[Statement]) -> list[Statement]:
    return sorted(group, key=lambda s: (-s.confidence, s.start))


def _distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))
