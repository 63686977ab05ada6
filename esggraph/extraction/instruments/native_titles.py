"""Laws that a report names in their own language: "Hinweisgeberschutzgesetz", "Ley Federal del Trabajo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.resources import load_data

_WORDS = 9  # after the noun, so many at most
_ENGLISH = re.compile(r"\b(?:of|the|and|for|on|law|act)\b")


@dataclass(frozen=True, slots=True)
class NativeTitle:
    """A law named in its own language; offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    kind: str  # one of LAW_KINDS
    home: str | None  # the jurisdiction that its language tells, where it tells one


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str | None], ...]:
    data = load_data("native_titles.toml")
    found = [(re.compile(rf"(?<![\w-]){e['title']}(?![\w-])"), e["kind"], e.get("home")) for e in data["word"]]
    for e in data["headed"]:
        nouns = "|".join(sorted(map(re.escape, e["nouns"]), key=len, reverse=True))
        small = "|".join(map(re.escape, e["small"]))
        after = rf"(?: (?:{small})\b[’']?)"
        word = r"[A-ZÁÉÍÓÚÂÊÔÃÕÇÀÈÉ][\w’'-]+"
        lower = r"[a-zàâãáçéèêíóôõúñ]{4,}(?=[ .,;:)])"
        tail = rf"(?:{after}{{1,3}} ?(?:{word}|{lower})|(?<=Le[yi]) {word}|(?<=Loi) {word}|(?<=d[eu]) {lower})"
        more = rf"(?:{after}{{0,3}} ?{word})"
        found.append((re.compile(rf"(?<![\w-])(?:{nouns}){tail}{more}{{0,{_WORDS}}}"), e["kind"], e.get("home")))
    return tuple(found)


def native_titles(text: str) -> Iterator[NativeTitle]:
    """Yield the laws that `text` names in their own language, language by language."""
    for pattern, kind, home in _patterns():
        for m in pattern.finditer(text):
            if not _ENGLISH.search(m[0]):
                yield NativeTitle(m[0], m.start(), m.end(), kind, home)
