"""Members of a body that sentences describe and do not title: "senior managers of the relevant departments".

Such a description is a post where it stands in a list of members only; that is decided in `post_evidence`. Here stands
where it begins and ends. Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.cues import load

_OF_COMPANY = re.compile(r" of (?:the |our )?(?:[Cc]ompany|[Gg]roup)")  # which all are
_WORD = re.compile(r"[\w&’'/-]+|[^\w\s]")
_BEFORE = 60  # characters before the noun in which its modifiers stand
_BEHIND = 110  # characters behind it in which "of …" stands
_MODIFIERS = 4
_SHARED = frozenset(("Group", "Company", "C-level", "ESG", "EHS", "HSE", "HR", "IT"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("post_people.toml")[name])


@cache
def _complement() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(load('post_people.toml')['links'])}) ")


def description(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the description whose noun is `text[start:end]`, None for a noun that says nothing more."""
    first = _first_modifier(text, start)
    last = _complement_end(text, end)
    if (first, last) == (start, end) or (first == start and _OF_COMPANY.fullmatch(text, end, last)):
        return None
    return first, last


def _first_modifier(text: str, noun: int) -> int:
    words = list(_WORD.finditer(text, max(text.rfind("\n", 0, noun) + 1, noun - _BEFORE), noun))
    first = noun
    for word in words[: -_MODIFIERS - 1 : -1]:
        plain = word.group()
        if not plain[0].islower() and plain not in _SHARED:
            if plain.lower() in _words("first_words") and re.search(
                r"(?:^|[.:;\n•●▪■–-]) ?$", text[: word.start()][-2:]
            ):
                first = word.start()
            break
        if plain in _words("no_modifiers") or plain.endswith(("ly", "’s", "'s")) or plain in _words("verbs"):
            break
        first = word.start()
    # a word cut by the window is no word
    return noun if words and first == words[0].start() and text[first - 1 : first].isalnum() else first


def _complement_end(text: str, at: int) -> int:
    link = _complement().match(text, at)
    if link is None:
        return at
    end = at
    words = list(_WORD.finditer(text, link.end(), link.end() + _BEHIND))
    for i, word in enumerate(words):
        plain = word.group()
        if not plain[0].isalnum() or plain in _words("ends"):
            break
        if plain in ("and", "or", "&"):
            following = [w.group() for w in words[i + 1 : i + 5]]
            if not following or following[0] in _words("articles") or not _words("nouns").isdisjoint(following):
                break
            continue
        if plain[0].isupper() and plain not in _SHARED:
            return at  # a unit of its own name
        if plain not in _words("articles"):
            end = word.end()
    return end
