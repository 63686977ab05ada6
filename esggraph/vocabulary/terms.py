"""The terms of `ontology/instruments.ttl` and `ontology/topics.ttl` as plain Python values."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from esggraph.resources import folder, load_data

_ESG = "https://w3id.org/esggraph/"
_TOPIC = _ESG + "topic/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A law, standard, framework, initiative or rating that reports all over the world cite."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()  # other names, in any language
    spellings: tuple[str, ...] = ()  # names for matching, not for showing
    acronyms: tuple[str, ...] = ()
    ambiguous_acronyms: tuple[str, ...] = ()  # those that mean other things too
    kind: str  # one of LAW_KINDS or STANDARD_KINDS of esggraph.findings
    is_law: bool
    jurisdiction: str | None = None  # an ISO country code, EU, HK or INT; standards of no country have None
    year: int | None = None  # of the first version
    identifiers: tuple[str, ...] = ()  # as the issuer numbers it: "CELEX:32016R0679", "Cap. 201", "ISO 14001"
    topic: str  # the slug of a topic

    @property
    def labels(self) -> tuple[str, ...]:
        """Every name that is not an acronym."""
        return (self.name, *self.aliases, *self.spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of policies, laws and duties."""

    slug: str  # the local name of its IRI
    name: str
    definition: str
    cues: tuple[str, ...]  # words that point to it; all-capital ones count with their case
    weak_cues: tuple[str, ...] = ()  # words that point to it where no cue of any topic stands
    broader: str | None = None  # a slug


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return every known instrument, in the order of the file: laws by jurisdiction, then standards."""
    return tuple(_instrument(iri, values) for iri, values in _subjects("instruments.ttl").items())


def _instrument(iri: str, values: dict[str, list[str]]) -> Instrument:
    def one(key: str) -> str | None:
        return values[key][0] if key in values else None

    year = one(_DCTERMS + "issued")
    return Instrument(
        iri=iri,
        name=values[_SKOS + "prefLabel"][0],
        aliases=tuple(values.get(_SKOS + "altLabel", ())),
        spellings=tuple(values.get(_SKOS + "hiddenLabel", ())),
        acronyms=tuple(values.get(_SKOS + "notation", ())),
        ambiguous_acronyms=tuple(values.get(_ESG + "ambiguousNotation", ())),
        kind=values[_ESG + "instrumentKind"][0],
        is_law=values[_TYPE][0] == _ESG + "Law",
        jurisdiction=one(_ESG + "jurisdiction"),
        year=int(year) if year else None,
        identifiers=tuple(values.get(_DCTERMS + "identifier", ())),
        topic=values[_DCTERMS + "subject"][0].removeprefix(_TOPIC),
    )


@cache
def topics() -> tuple[Topic, ...]:
    """Return every topic that names and headings can show, in the order of the file."""
    return tuple(
        Topic(
            slug=iri.removeprefix(_TOPIC),
            name=values[_SKOS + "prefLabel"][0],
            definition=values[_SKOS + "definition"][0],
            cues=(*values[_SKOS + "prefLabel"], *values[_SKOS + "altLabel"]),
            weak_cues=tuple(values.get(_SKOS + "hiddenLabel", ())),
            broader=next((b.removeprefix(_TOPIC) for b in values.get(_SKOS + "broader", ())), None),
        )
        for iri, values in _subjects("topics.ttl").items()
        if _SKOS + "altLabel" in values  # the finer topics of responsibilities have no cues
    )


def _subjects(file: str) -> dict[str, dict[str, list[str]]]:
    """Return the values of every property of every subject of an ontology file, in the order of the file."""
    data: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in parse(path=os.fspath(folder("ontology") / file), format=RdfFormat.TURTLE):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            data[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return data


@cache
def _word_lists() -> dict[str, list[Any]]:
    return load_data("vocabulary.toml")


@cache
def words(name: str) -> frozenset[str]:
    """Return the list of words `name` of `data/vocabulary.toml`."""
    return frozenset(_word_lists()[name])


@cache
def word_groups(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the list of groups of words `name` of `data/vocabulary.toml`."""
    return tuple(tuple(group) for group in _word_lists()[name])
