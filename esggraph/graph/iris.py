"""IRIs minted from names alone, so that two builds, on two machines, name the same thing alike.

A known law or standard brings its IRI with it; what is minted here is for the rest.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from esggraph.graph.namespaces import ESG
from esggraph.jurisdictions import split_nation

_WORDS_FOR_SIGNS = {"&": " and ", "+": " plus ", "%": " percent "}
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")  # "S.p.A." and "SpA" are one name
_VERSION = re.compile(r"\s*[:-]\s*(?:19|20)\d\d\b|\s*\((?:19|20)\d\d\)")
_REVISION = re.compile(r"\s*\([^()]*(?:\b(?:19|20)\d\d\b|[Aa]mend|[Rr]evis|[Tt]rial|[Dd]raft)[^()]*\)")
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # invisible; not all are allowed in IRIs
_ARTICLES = frozenset(("the", "a", "an"))


def slug(name: str) -> str:
    """Return `name` as an IRI segment: its words, lower-case, joined by hyphens.

    Letters and digits of every script stay; accents on Latin letters go, and "&", "+", "%" become words. Names that
    differ in nothing but case, accents and punctuation have one slug. A name without a letter or digit is hashed.

    >>> slug("Audit & Risk Committee"), slug("Société d'Exemple S.p.A."), slug("合规委员会")
    ('audit-and-risk-committee', 'societe-dexemple-spa', '合规委员会')
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    for sign, word in _WORDS_FOR_SIGNS.items():
        text = text.replace(sign, word)
    text = _INITIALS.sub("", re.sub("['’‘`]", "", _VARIATION_SELECTORS.sub("", text)))
    words = "".join(map(_segment_character, text)).split()
    return "-".join(words) or f"name-{digest(name)}"


def _segment_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii():
        character = base
    return character if unicodedata.category(character)[0] in "LMN" else " "


def digest(text: str) -> str:
    """Return 12 hexadecimal digits that stand for `text`, the same everywhere."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def company_iri(name: str) -> str:
    """Return the IRI of the company with this legal name."""
    return f"{ESG}company/{slug(name)}"


def report_iri(report_slug: str) -> str:
    """Return the IRI of a report, which names its graph too."""
    return f"{ESG}report/{report_slug}"


def topic_iri(topic: str) -> str:
    """Return the IRI of a topic, given with or without the prefix "topic:"."""
    return f"{ESG}topic/{slug(topic.removeprefix('topic:'))}"


def law_name(title: str) -> str:
    """Return the title of a law without what its citations add and drop at will: its nation, a revision, articles.

    >>> law_name("the Data Security Law of the People's Republic of China (2021 Revision)")
    'Data Security Law'
    """
    plain = _REVISION.sub("", split_nation(title)[0])
    return " ".join(word for word in plain.split() if word.lower() not in _ARTICLES) or title


def law_iri(title: str, jurisdiction: str | None) -> str:
    """Return the IRI, the same for all companies, of a law that is not among the known instruments.

    `jurisdiction` is an ISO code, EU, HK, INT or None; where it is None the title's own nation words stand in.
    """
    place = jurisdiction or split_nation(title)[1] or "unstated"
    return f"{ESG}instrument/{slug(place)}/{slug(law_name(title))}"


def standard_iri(name: str) -> str:
    """Return the IRI, the same for all companies, of a standard that is not among the known instruments.

    Editions of a standard are one: "ISO 45001:2018" and "ISO 45001" have the same IRI.
    """
    return f"{ESG}instrument/standard/{slug(standard_name(name))}"


def standard_name(name: str) -> str:
    """Return the name of a standard without the year of its edition.

    >>> standard_name("ISO/IEC 27001:2022")
    'ISO/IEC 27001'
    """
    return _VERSION.sub("", name).strip() or name


class Minter:
    """Mints IRIs under one base, never the same for two things.

    Two names of one report that come to the same slug are two things all the same (the resolver kept them apart), so
    the second gets a suffix made from its exact name.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._taken: set[str] = set()

    def mint(self, *names: str) -> str:
        """Return the base, then the slug of each of `names`, as a path that was not returned before."""
        iri = plain = "/".join((self._base, *map(slug, names)))
        attempt = 0
        while iri in self._taken:
            iri = f"{plain}-{digest('/'.join((*names, str(attempt))))}"
            attempt += 1
        self._taken.add(iri)
        return iri
