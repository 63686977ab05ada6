"""The holders in a cell or line beside a certificate's name, each with what is said of its certificate.

"Example Plant; Sample Mill: audit planned for 2027", "Certified: Exampleton, Sampleton. In preparation: Testville",
"all plants (in progress)". The words are data (`data/certificate_tables.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esggraph.extraction.certifications.cells import field, remark, said_status, status_in, table_head
from esggraph.extraction.certifications.frames import cues
from esggraph.extraction.certifications.holders import finite_verb, is_part
from esggraph.jurisdictions import nation_words

_SEGMENT = re.compile(r";|(?<=[^.\d][\w)])\. (?=[A-Z])(?<!Ltd\. )(?<!Co\. )(?<!Inc\. )(?<!No\. )(?<!St\. )(?<!Mt\. )")
_COMMA = re.compile(
    r",(?![^()]*\))(?! ?(?:Ltd|Inc|LLC|Limited|GmbH|S\.A|[A-Z]{2}(?![\w’']))\b) ?|(?<!\d)/(?!\d)| · "
    r"| & (?=[A-Z][\w’'-]+$)"
)
_BRACKET = re.compile(r" ?\((?P<said>[^()]{3,80})\)$")
_DASH = re.compile(r" [–—-] (?P<said>[^–—]{3,80})$")
_LEGAL = re.compile(r"\b(?:Ltd\.?|Limited|Inc\.?|GmbH|AG|SE|S\.p\.A\.|S\.A\.|LLC|B\.V\.|Corp\.?|Kft\.)$")
_COUNT = re.compile(r"(?P<count>\d[\d,]*)(?: ?/ ?\d[\d,]*| of \d[\d,]*)? (?P<what>[a-z][a-z -]{3,40})$")
_MODELS = re.compile(r"(?P<count>\d[\d,]*) (?P<what>(?:[\w-]+ ){0,3}(?:models?|products?|series|items|types))\b")
_PLAIN = re.compile(r"(?:all|every|each|head office|headquarters|the|our|both|entire|whole|group[- ]wide)\b", re.I)
_ALL = re.compile(r"(?:all|entire|whole|group[- ]wide|company[- ]wide|every)\b(?! \w+ (?:of|in|from) [A-Z])", re.I)
# "Implement an", "Build a management system": what is to be done
_TO_DO = re.compile(r"[A-Z][a-z]+(?: [a-z]+ly)? (?:an?|the|our|its)\b|.* (?:an?|the|our|its)$")
# a grade or a system is nobody
_NO_NAME = re.compile(r"^(?:Level|Grade|Class|Tier|Maturity) (?:\d|I)|(?i:\bmanagement systems?)$")
_LONGEST = 11  # words of a name
_PLACE = re.compile(
    r"[A-Z][\w’'.-]+(?: (?:(?:de|del|di|da|do|la|am|on|upon) )?[A-Z][\w’'.-]+){0,2}|[A-Z]{2}|[A-Z]\w+ [a-z]+"
)
_PLAIN_NAME = re.compile(r"[^,()]*[\w)]")  # without a bracket or status that closes it


@dataclass(frozen=True, slots=True)
class Part:
    """A holder, as printed or "company", and its certificate's status: one of CERTIFICATION_STATUSES, "" for none."""

    holder: str
    status: str


def parts(said: str, placed: bool = False) -> list[Part]:
    """Return the holders that `said` lists; what it says of all goes for all, and none are named in it: [].

    `placed`: they are buildings, whose names have their towns behind them.
    """
    found: list[Part] = []
    segments = [segment.strip(" .:,|–—-•·") for segment in _SEGMENT.split(said)]
    for segment in segments:
        found += _segment(segment, one=placed or (len(segments) > 1 and ";" in said))
    return [part for part in found if part.holder]


def told(said: str) -> str | None:
    """Return the status that `said` tells where it names nobody; None where it tells none."""
    first, *others = _SEGMENT.split(said)
    return said_status(first) if not any(map(parts, (first, *others))) else None


def further(said: str) -> list[Part]:
    """Return the holders that a cell names behind a status: "in place; Sampleton: audit planned for 2027"."""
    first, *others = _SEGMENT.split(said)
    return [part for other in others for part in parts(other)] if told(first) is not None else []


def _segment(said: str, one: bool = False) -> list[Part]:
    """Return the holders in a part of a list; `one`: semicolons part its members, so that a comma leads to a place."""
    left, colon, right = said.partition(": ")
    if colon:
        status = told(left)
        if status is not None:  # "In preparation: Exampleton"
            return [Part(p.holder, p.status if p.status != "held" else status) for p in _names(right)]
        if (status := said_status(right)) is not None and not _names(right):
            return [Part(p.holder, status) for p in _names(left)]
        if (
            _PLAIN.match(left) or left[:1].islower() or table_head().fullmatch(left) or field().fullmatch(left)
        ):  # "all mills: Exampleton, Sampleton"
            return _names(right)
        return [Part(f"{left} {p.holder}" if is_part(p.holder) else left, p.status) for p in _names(right)]
    return _names(said, one)


def _names(said: str, one: bool = False) -> list[Part]:
    status: str | None = None
    if (m := _DASH.search(said)) and (status := said_status(m["said"])) is not None:
        said = said[: m.start()]
    found: list[Part] = []
    pieces = [piece for piece in (p.strip(" .,|–—-") for p in _pieces(said)) if piece]
    for piece in with_places(pieces, alone=one and said.count(",") == 1):
        called, own = _without_status(piece)
        if not called:
            status = own if status is None else status
        elif found and _LEGAL.search(found[-1].holder) and " " not in called and not _LEGAL.search(called):
            continue  # "Example Steel GmbH, Exampleton": where it is
        elif found and called.islower() and own is None:
            continue  # "Example Power, generation and sales": what it does
        elif _is_name(called):
            found.append(Part(_holder(called), "held" if own is None else own))
        else:
            return []
    return [Part(p.holder, status) if status is not None and p.status == "held" else p for p in found]


def _pieces(said: str) -> list[str]:
    """Return the names of a list; "and" stands between two only where each side can be one by itself."""
    pieces: list[str] = []
    for piece in _COMMA.split(said):
        both = re.split(r" and (?:the |our )?(?=[A-Z])", piece)
        whole = [_DASH.sub("", _BRACKET.sub("", p)) for p in both]
        each = len(both) == 2 and (all(map(is_part, whole)) or all(len(p.split()) < 3 for p in whole))
        pieces += both if each or (both[0] == "" and len(both) == 2) else [piece]
    return [re.sub(r"^and (?:the |our )?", "", piece.strip()) for piece in pieces]


def with_places(pieces: Sequence[str], alone: bool = False) -> list[str]:
    """Return the names of a list with the places that stand behind them: "Sampleton, Italy", "Test Hall, Sampleton".

    Where each name has a country behind it, that belongs to it. A plain name behind a single site's is where that is;
    `alone`: one behind any single name of two words is.
    """
    if len(pieces) > 1 and len(pieces) % 2 == 0:
        names, places = pieces[::2], pieces[1::2]
        countries = all(place in nation_words() for place in places) and nation_words().keys().isdisjoint(names)
        first = names[0]
        placed = len(pieces) == 2 and _PLAIN_NAME.fullmatch(first) and _PLACE.fullmatch(places[0])
        site = is_part(first) and not is_part(places[0])
        silent = all(_without_status(piece)[1] is None for piece in pieces)
        if countries or (placed and silent and (site or (alone and " " in first and not is_part(places[0])))):
            return [f"{name}, {place}" for name, place in zip(names, places, strict=True)]
    return list(pieces)


def _without_status(piece: str) -> tuple[str, str | None]:
    """Return the name in `piece` and the status that stands behind it: ("Exampleton", "pursuing")."""
    for pattern in (_BRACKET, _DASH):
        if (m := pattern.search(piece)) and (status := status_in(m["said"])) is not None:
            return piece[: m.start()].strip(), status
    if piece[0].islower() and (status := said_status(piece)) is not None:
        return "", status
    if re.fullmatch("|".join(cues("certifiers")), piece):
        return "", None
    name = remark().sub("", f" {piece}").strip(" .:,")
    if name.count("(") > name.count(")"):
        name += ")"
    for first in _word_starts(name):
        if (status := said_status(name[first:])) is not None and said_status(name[:first]) is None:
            return name[:first].strip(" ,:–—-("), status
    return name, status_in(piece[len(name) :]) if len(name) < len(piece) else None


def _word_starts(text: str) -> Iterator[int]:
    yield 0
    yield from (m.end() for m in re.finditer(r" (?=[a-z✓✔√●△▲(])", text))


def _is_name(said: str) -> bool:
    words = said.split()
    if not words or said_status(said) is not None or _TO_DO.match(said) or said.endswith((" and", " of", " for")):
        return False
    if len(words) > _LONGEST or finite_verb().search(said) or not table_head().sub("", said).strip(" .:,"):
        return False
    if _NO_NAME.search(said):
        return False
    if field().fullmatch(said.lower()) or re.search(r"https?:|www\.|[=%€$£¥]|\bp{1,2}\. ?\d", said):
        return False
    if not re.search(r"[^\W\d_]", said):
        return False
    if said[0].isdigit():
        return (
            bool(_COUNT.match(said)) or any(w[:1].isupper() for w in words[1:]) or re.fullmatch(r"\d{4}", said) is None
        )
    return said[0].isupper() or bool(_PLAIN.match(said)) or is_part(said) or not said.islower()


def _holder(name: str) -> str:
    if m := _MODELS.match(name):
        return f"{m['count']} {m['what'].lower()}"
    if m := _COUNT.match(name):
        return f"{m['count']} {m['what']}"
    return "company" if _ALL.match(name) else re.sub(r"^(?:the|our) ", "", name)
