"""The known instruments (laws, standards, frameworks, ratings) and topics of `ontology/`, and how to find them by name.

    from esggraph.vocabulary import find_all, lookup

    lookup("Company Law", jurisdiction="CN").name
    for found in find_all(report.text): print(found.start, found.instrument.name)

A name that lacks the nation words or the year of the canonical one ("Company Law", "Modern Slavery Act") is the title
of several laws; it stands for one only where the jurisdiction is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from esggraph.vocabulary.forms import Form, Script, forms_of
from esggraph.vocabulary.names import Names
from esggraph.vocabulary.spotting import Found, Spotter
from esggraph.vocabulary.terms import Instrument, Topic, instruments, topics
from esggraph.vocabulary.topic_cues import topic_of

__all__ = [
    "Form",
    "Found",
    "Instrument",
    "Script",
    "Spotter",
    "Topic",
    "find_all",
    "hidden",
    "hiding",
    "instruments",
    "lookup",
    "topic_of",
    "topics",
]

_hidden: ContextVar[frozenset[str]] = ContextVar("hidden", default=frozenset())


@contextmanager
def hiding(iris: frozenset[str]) -> Iterator[None]:
    """Work as if the instruments `iris` were unknown, to measure what a list of known ones is worth."""
    token = _hidden.set(iris)
    try:
        yield
    finally:
        _hidden.reset(token)


def hidden() -> frozenset[str]:
    """Return the IRIs of the instruments that are to be taken as unknown."""
    return _hidden.get()


@lru_cache(maxsize=4)
def _forms(hidden: frozenset[str]) -> tuple[Form, ...]:
    return tuple(form for i in instruments() if i.iri not in hidden for form in forms_of(i))


@lru_cache(maxsize=4)
def _names(hidden: frozenset[str]) -> Names:
    return Names(_forms(hidden))


@lru_cache(maxsize=4)
def _spotter(hidden: frozenset[str]) -> Spotter:
    return Spotter(_forms(hidden))


def lookup(name: str, jurisdiction: str | None = None) -> Instrument | None:
    """Return the known instrument that `name` means, or None.

    Case, articles, nation words, editions and British or American spelling make no difference. `jurisdiction` (an ISO
    country code, EU or HK) says where the name was used; it decides between laws of one title, and a title without
    nation words or year that several jurisdictions may bear matches only with it. Nation words in `name` outweigh it.

    >>> lookup("the PRC Company Law").iri
    'https://w3id.org/esggraph/instrument/cn-company-law'
    >>> lookup("Company Law") is None
    True
    >>> lookup("ISO 14001:2015").name
    'ISO 14001'
    """
    return _names(_hidden.get()).lookup(name, jurisdiction)


def find_all(text: str, jurisdiction: str | None = None) -> Iterator[Found]:
    """Yield the known instruments that `text` names, in its order; offsets are 0-based, ends exclusive.

    The longest name wins; nation words and an edition after a name belong to it. Acronyms count with their case, and
    ambiguous ones only in a text that also has another name of the instrument. `jurisdiction` is as for `lookup`.
    """
    return _spotter(_hidden.get()).find_all(text, jurisdiction)
