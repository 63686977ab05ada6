"""Mentions of the laws that a report cites by number or day, with what their titles nearby tell of them."""

from __future__ import annotations

import re
from dataclasses import replace

from esggraph.extraction.instruments.citations import Citation
from esggraph.extraction.instruments.jurisdiction import named_after
from esggraph.extraction.instruments.title_lookup import ACT_NUMBER
from esggraph.extraction.mentions import Mention
from esggraph.vocabulary import Instrument, lookup

_CONFIDENCE = 0.93
_REACH = 70  # characters between a citation and the title that it is said to be called
_CALLED = re.compile(
    r" ?[(“\"]+(?:the |called |so-called |known as )*[“\"]?"
    r"|(?:[^.;()]{0,45})\b(?:called|known as|referred to as|named|dubbed) (?:the )?[“\"]?"
)


def cited_laws(cited: list[Citation], text: str, country: str | None, titled: list[Mention]) -> list[Mention]:
    """Return the mentions of instruments cited by number; `titled` are those of laws that are named by their titles.

    A number in a title, or in parentheses after it, is only another name of what the title names.
    """
    hosts = {m.end: m for m in titled}
    found: list[tuple[str, Mention]] = []
    for c in cited:
        host = next((m for m in titled if m.start <= c.start and c.end <= m.end), None)
        if not host and text[c.start - 1 : c.start] == "(":
            host = hosts.get(c.start - 2) or hosts.get(c.start - 1)
            host = None if host and _transposes(c, host) else host
        host = host or next(
            (m for m in titled if c.end < m.start < c.end + _REACH and _names(text, c.end, m.start)), None
        )
        where = host.jurisdiction if host else c.jurisdiction or named_after(text[c.end : c.end + 60])
        known = _known_act(c, where or country)
        mention = Mention(
            kind="laws", name=host.name if host else c.name, key=host.key if host else known.iri if known else c.key,
            start=c.start, end=c.end, subkind=known.kind if known else c.kind,
            aliases=(c.name, *c.aliases) if host else c.aliases,
            confidence=_CONFIDENCE, jurisdiction=known.jurisdiction if known else where,
            instrument=known.iri if known else None,
        )  # fmt: skip
        found.append((c.key, mention))
    # what one place tells of a number holds for it in the others: "Brazilian Law 12,846/13" is "law 12,846/2013"
    told = {number: m for number, m in reversed(found) if m.jurisdiction}
    told |= {number: m for number, m in reversed(found) if m.key != number}
    return [_as_told(m, told.get(number), country) for number, m in found]


def _names(text: str, end: int, start: int) -> bool:
    """Return whether what stands between a citation and a title says that both are one: "Law 1/20 (the New Gas Law"."""
    return _CALLED.fullmatch(text, end, start) is not None


def _transposes(cited: Citation, host: Mention) -> bool:
    """Return whether the act in parentheses only brings the act `host` into its country's law."""
    return host.jurisdiction in ("EU", "INT") and cited.kind == "law" and cited.jurisdiction not in ("EU", "INT")


def _as_told(mention: Mention, other: Mention | None, country: str | None) -> Mention:
    if other:
        return replace(mention, key=other.key, jurisdiction=other.jurisdiction, instrument=other.instrument)
    return replace(mention, jurisdiction=country)


def _known_act(cited: Citation, where: str | None) -> Instrument | None:
    number = ACT_NUMBER.search(cited.name)
    union = [f"{noun} (EU) {number[0]}" for noun in ("Regulation", "Directive")] if number else []
    forms = (cited.name, *cited.aliases, *(u for u in union if where == "EU" and u.split()[0].lower() in cited.key))
    return next((k for form in forms if (k := lookup(form, where)) and k.is_law), None)
