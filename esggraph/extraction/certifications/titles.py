"""Certificates with a title of their own, found by how they are written (`data/certificate_titles.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.certifications.frames import cues
from esggraph.resources import load_data

_CONNECTORS = frozenset(("of", "for", "and", "in", "on", "the", "to", "&", "-", "–", "from", "by"))
_QUOTED = re.compile(r"(?:[“\"‘「]|(?<!\w)')(?P<name>[^“”\"‘’'\n]{3,90})[”\"’'」](?: [a-z-]+){0,2} ?$")
_QUOTES = re.compile(r"[“”\"‘]|[’'](?!s\b)")
_ISSUED = re.compile(r"^(?:[A-Z][\w.-]*(?: of)? ){1,5}?[A-Z]\w*[’']s (?=[A-Z])")
# a grade is a certificate's name only with what is graded: "Tier-3 certification for the trading platform"
_GRADE = re.compile(r"(?:L|Level|Grade|Tier|Class|AL|ML|EAL)[ -]?(?:\d\+?|I{1,3}|IV|V)(?: \w+)?", re.I)
_GRADED = re.compile(
    r" (?:for|of) (?:the |our )?(?:[\w-]+ ){0,6}?(?:platform|system|network|centre|center|database|service)s?(?!\w)"
)
# "… Certification for Vehicles": what such things are called, not one of them
_SCOPE = re.compile(r" (?:for|of|on|in) [A-Z][a-z]+s(?: (?:and )?[A-Z][a-z]+){0,4}(?![\w-]| [A-Z])")
_WORD = r"(?:[A-Z][\w&®™'’-]*|\([^()\n]{2,60}\)|of|for|in|and|the|under|\d(?!\w))"
_CERTIFIED = re.compile(
    r"\b[Cc]ertified (?:by|as|under|with|to|against|in accordance with) (?:the |an? )?"
    rf"(?P<name>{_WORD}(?: {_WORD}){{1,16}})"
)


@dataclass(frozen=True, slots=True)
class CertificateTitle:
    """A certificate's title in a text: 0-based offsets, end exclusive."""

    start: int
    end: int
    name: str  # with the noun, as printed: "Example Seal certification"
    bare: str  # without it: "Example Seal"
    scope: str = ""  # what follows and may belong to it: " for Vehicles"
    by_issuer: bool = False  # the name is only that of who gave it

    @property
    def forms(self) -> tuple[str, ...]:
        """Other names: without noun, and without the issuer before it ("Example Agency’s …")."""
        forms = (self.bare, _ISSUED.sub("", self.name), f"{self.name}{self.scope}")
        return tuple(form for form in forms if form != self.name)


@cache
def _data() -> dict[str, list[str]]:
    return load_data("certificate_titles.toml")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[ ”\"’®™)])(?:{'|'.join(_data()['nouns'])})(?![\w-])(?! (?:{'|'.join(_data()['not_after'])}))"
    )


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _data()['never']))})", re.I)


@cache
def _certified_as() -> re.Pattern[str]:
    status = rf"(?:[\w’'-]+ ){{1,5}}?(?:{'|'.join(_data()['statuses'])})"
    return re.compile(rf"\b(?:re-?)?[Cc]ertified as (?:an? |the )?(?P<name>{status})(?!\w)")


@cache
def _accredited() -> re.Pattern[str]:
    """The name in "accredited by the Example Agency" and in "certified by the Institute of Example"."""
    issuer = rf"{_WORD}(?: {_WORD}){{1,12}}"
    heads = "|".join(_data()["issuers"])
    return re.compile(
        rf"\b[Aa]ccredited by (?:the |an? )?(?P<name>{issuer})"
        rf"|\b[Cc]ertified by (?:the )?(?=(?:[\w’'&-]+ ){{0,6}}(?:{heads})\b)(?P<by>{issuer})"
    )


def _says_more(status: str) -> bool:
    """Return whether what somebody is certified as is told by more than common words: "certified as a company"."""
    generic = _data()["generic"]
    return any(word.lower() not in generic for word in status.split()[:-1])


def may_name(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of `text` in whose sentences a certificate may be called by a title."""
    return re.compile(rf"ertified|ccredited|{'|'.join(_data()['nouns'])}").finditer(text)


def find_titles(text: str, start: int, end: int) -> Iterator[CertificateTitle]:
    """Yield the certificates that the sentence `text[start:end]` calls by a title; of overlapping ones the longest."""
    free = start
    for title in sorted(_titles(text, start, end), key=lambda t: (t.start, -t.end)):
        if title.start >= free:
            free = title.end
            yield title


def _titles(text: str, start: int, end: int) -> Iterator[CertificateTitle]:
    for noun in _noun().finditer(text, start, end):
        first = _title_start(text, start, noun.start())
        if first is None:
            continue
        bare = _QUOTES.sub("", text[first : noun.start()]).strip()
        named = f"{bare} {noun[0]}"
        if not _GRADE.fullmatch(bare):
            if _names_something(bare):
                scope = _SCOPE.match(text, noun.end(), end)
                yield CertificateTitle(first, noun.end(), named, bare, scope[0] if scope else "")
        elif graded := _GRADED.match(text, noun.end(), end):
            yield CertificateTitle(first, graded.end(), named + graded[0], named)
    for m in _certified_as().finditer(text, start, end):
        if _says_more(m["name"]):
            yield CertificateTitle(m.start("name"), m.end("name"), m["name"], m["name"])
    for m in _accredited().finditer(text, start, end):
        group = "name" if m["name"] else "by"
        bare = re.sub(r"(?: (?:of|for|in|and|the|under|&))+$", "", m[group].strip())
        if _names_something(bare):
            yield CertificateTitle(m.start(group), m.start(group) + len(bare), bare, bare, by_issuer=True)
    heads = re.compile(rf"\b(?:{'|'.join(_data()['scheme_heads'])})\b")
    for m in _CERTIFIED.finditer(text, start, end):
        bare = re.sub(r"(?: (?:of|for|in|and|the|under|&))+$", "", m["name"].strip())
        if heads.search(bare) and _names_something(bare):
            yield CertificateTitle(m.start("name"), m.start("name") + len(bare), bare, bare)


def _title_start(text: str, start: int, noun: int) -> int | None:
    quoted = _QUOTED.search(text, max(start, noun - 95), noun)
    if quoted:
        return quoted.start("name")
    first = None
    for word in reversed(list(re.finditer(r"\S+", text[max(start, noun - 130) : noun]))):
        at = max(start, noun - 130) + word.start()
        printed = word[0].strip('“”"‘’')
        if word[0].endswith((",", ".", ";", ":", ")")) and not (word[0].endswith(")") and "(" in word[0]):
            break
        if printed[:1].isupper() or printed[:1].isdigit():
            first = at
        elif printed.lower() not in _CONNECTORS:
            break
    return first


def _names_something(title: str) -> bool:
    generic = _data()["generic"]
    words = re.findall(r"[\w®™'’-]+", title)
    if re.fullmatch("|".join(cues("certifiers")), title):
        return False
    if re.search(r"(?<![\w-])\d{1,3}(?![\w-]).*(?<![\w-])\d{1,3}(?![\w-])", title):
        return False  # labels and figures of a chart
    if len(title) < 3 or _never().search(title) or len(words) > 18:
        return False
    return any(w[:1].isupper() and w.lower().removesuffix("’s").removesuffix("'s") not in generic for w in words)
