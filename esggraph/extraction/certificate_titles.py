"""Certificates with a title of their own, found by how they are written (`data/certificate_titles.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.certification_frames import cues
from esggraph.resources import PACKAGE

_CONNECTORS = frozenset(("of", "for", "and", "in", "on", "the", "to", "&", "-", "–", "from", "by"))
_QUOTED = re.compile(r"[“\"‘「](?P<name>[^“”\"‘’\n]{3,90})[”\"’」](?: [a-z-]+){0,2} ?$")
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


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((PACKAGE / "data" / "certificate_titles.toml").read_text(encoding="utf-8"))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[ ”\"’®™)])(?:{'|'.join(_data()['nouns'])})(?![\w-])(?! (?:{'|'.join(_data()['not_after'])}))"
    )


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _data()['never']))})", re.I)


def find_titles(text: str, start: int, end: int) -> Iterator[CertificateTitle]:
    """Yield the certificates that `text[start:end]`, one sentence, calls by a title."""
    for noun in _noun().finditer(text, start, end):
        first = _title_start(text, start, noun.start())
        if first is None:
            continue
        bare = text[first : noun.start()].strip(' “”"‘’')
        if _names_something(bare):
            yield CertificateTitle(first, noun.end(), f"{bare} {noun[0]}", bare)
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
