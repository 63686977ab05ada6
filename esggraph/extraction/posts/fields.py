"""The fields behind titles in lower case: "head of corporate responsibility", "heads of legal, finance and IT".

The words that fields are made of are data (`data/post_fields.toml`). Offsets are characters of the text given, 0-based,
ends exclusive.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.cues import load

_LINK = re.compile(r" (?:of|for) (?:(?:the|our|its|their) )?(?:(?:company|group)[’']s )?")
_WORD = re.compile(r"[A-Za-z][\w&’-]*|[&,]")
_PLAIN = re.compile(r" ([a-z][\w&-]*)")
_WINDOW = 140  # characters in which a field stands
_JOINTS = frozenset(("and", "&", ","))
_AGAIN = frozenset(("of", "the"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("post_fields.toml")[name])


def words_of_fields() -> frozenset[str]:
    """Return the words that fields are made of, in lower case."""
    return _words("fields") | _words("modifiers") | _words("units")


def plain_fields(text: str, at: int, *, several: bool, behind: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the fields behind a head that ends at `at`; none where no field in lower case follows.

    `behind`: where the field ends by its capitals, None for one without any; it goes on in lower case only if all of
    its words merely modify: "Head of Group sustainability". `several`: the head stands in the plural, so that each part
    of a list is a field; else a list is one field, and its commas belong to it where it ends with "and".
    """
    link = _LINK.match(text, at)
    if link is None:
        return []
    if behind is not None and not all(w.lower() in _words("modifiers") for w in text[link.end() : behind].split()):
        return []
    run = _run(text, link.end())
    if not several and any(word.group() == "," for word in run):
        run = run if _closed(run) else run[: next(i for i, word in enumerate(run) if word.group() == ",")]
    listed = any(word.group() in (",", "and") for word in run)
    joints = _JOINTS - {"&"} if listed else _JOINTS  # "Risk & Assurance, Legal and HR" are three
    parts: list[list[re.Match[str]]] = [[]]
    for word in run:
        if several and word.group() in joints:
            parts.append([])
        else:
            parts[-1].append(word)
    while parts and not parts[-1]:
        parts.pop()
    fields = [(part[0].start(), part[-1].end()) for part in parts if _is_field(part)]
    return fields if len(fields) == sum(map(bool, parts)) else []


def plain_words(text: str, at: int) -> int:
    """Return where the words of fields in lower case end that go on a field right behind `at`: "CSV| strategy"."""
    known = words_of_fields() - _JOINTS
    while (m := _PLAIN.match(text, at)) and m.group(1) in known:
        at = m.end()
    return at


def _run(text: str, at: int) -> list[re.Match[str]]:
    """Return the words of fields and the joints between them from `at` on, without joints at the end."""
    found: list[re.Match[str]] = []
    end = at
    for word in _WORD.finditer(text, at, at + _WINDOW):
        plain = word.group().lower()
        gap = text[end : word.start()]
        known = plain in _words("fields") or plain in _words("modifiers") or plain in _JOINTS
        unit = plain in _words("units") and bool(found) and found[-1].group() not in _JOINTS
        if not gap.strip() and plain in _AGAIN and found and found[-1].group() in _JOINTS:
            end = word.end()  # "of the quality department and of the procurement department"
            continue
        if gap.strip() or not (known or unit):
            break
        found.append(word)
        end = word.end()
    while found and found[-1].group().lower() in _JOINTS:
        found.pop()
    return found


def _closed(run: list[re.Match[str]]) -> bool:
    """Return whether the list of `run` ends with "and" and a last part."""
    last = max(i for i, word in enumerate(run) if word.group() == ",")
    return any(word.group() in ("and", "&") for word in run[last:])


def _is_field(part: list[re.Match[str]]) -> bool:
    words = [word.group().lower() for word in part]
    if words and words[-1] in _words("units"):
        words.pop()
    return bool(words) and words[-1] in _words("fields")
