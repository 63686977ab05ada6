"""The title beside a standard's number: "GB/T 2589-2020 General Principles for …", "… Specification (GB/T 35273)".

The words that titles are made of are data (`data/standard_titles.toml`). Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.resources import load_data

_FEW = 3  # words; more are no motto
_REACH = 150  # characters: no title beside a number is longer
_BRACKETED = re.compile(r" ?([(（“\"‘]) ?([^()（）“”\"\n]{6,110}?) ?([)）”\"’])")
_CLOSING = {"(": ")", "（": "）", "“": "”", '"': '"', "‘": "’"}
_SEPARATOR = re.compile(r" ?[:–—,-]? ")
_WORD = re.compile(r" ?([A-Za-z][\w'’.-]*|[&,–—:-]|[^\s])")
_DATE = re.compile(r" (?:in|by|for|since|from|as of)(?: [A-Z][a-z]+)? (?:FY ?\d+|(?:19|20)\d\d).*$")
_SYSTEM = ("system", "systems")


@cache
def _words(name: str) -> frozenset[str]:
    data = load_data("standard_titles.toml")
    return frozenset(data[name])


def title_after(text: str, at: int, number: re.Pattern[str]) -> tuple[str, int] | None:
    """Return the title that starts at `at`, behind a number, and where it ends.

    `number`: the pattern of numbers, for a title ends before the next one.
    """
    bracketed = _BRACKETED.match(text, at)
    if bracketed and bracketed[3] == _CLOSING[bracketed[1]]:
        return (bracketed[2], bracketed.end()) if _is_title(bracketed[2]) else None
    separator = _SEPARATOR.match(text, at)
    if not separator:
        return None
    start = separator.end()
    end = _capitals_end(text, start, number) if text[start : start + 1].isupper() else _small_end(text, start)
    title = _DATE.sub("", text[start:end]).strip(" ,–—-:&.")
    return (title, start + text[start:end].index(title) + len(title)) if _is_title(title) else None


def _capitals_end(text: str, start: int, number: re.Pattern[str]) -> int:
    """Return where a title in capitals ends: before a word like "certification", a small word, or the next number."""
    end = start
    for m in _WORD.finditer(text, start, min(start + _REACH, _line_end(text, start))):
        word = m[1]
        plain = word.lower().rstrip(".")
        if plain in _words("ends") or number.match(text, m.start(1)):
            break
        after_system = text[start : m.start()].lower().endswith(_SYSTEM)
        if word == "," and after_system:
            break
        if after_system and word[0].isupper() and not _belongs(word):  # the site in the next cell of a table
            break
        if not (word[0].isupper() or any(plain in _words(kind) for kind in ("joiners", "small", "subjects"))):
            break
        if word[0].isalpha() and plain not in _words("joiners"):
            end = m.end()
        if word.endswith("."):
            break
    return end


def _belongs(word: str) -> bool:
    plain = word.lower().rstrip(".,")
    return any(plain in _words(kind) for kind in ("small", "subjects"))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _small_end(text: str, start: int) -> int:
    """Return where "environmental management system", in small letters, ends; `start` where there is none."""
    for m in _WORD.finditer(text, start, min(start + _REACH, _line_end(text, start))):
        if m[1].lower().rstrip(".,") in _SYSTEM:
            return m.end()
        if m[1].lower() not in _words("small"):
            break
    return start


def title_before(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the title before a number in brackets at `text[start:end]`, and where the title starts."""
    if not (start and text[start - 1] in "(（" and text[end : end + 1] in (")", "）")):
        return None
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    before = text[first : start - 1].rstrip()
    if before.endswith(("”", '"', "’", "》")):
        at = max(before[:-1].rfind(quote) for quote in '“"‘《') + 1
        title = before[at:-1] if at else ""
        if title[:1].isupper() and len(title.split()) > _FEW:
            return title, first + at  # what is quoted before a number needs no telling word
    else:
        at = _words_start(before)
        title = before[at:]
    return (title, first + at) if _is_title(title) else None


def _words_start(before: str) -> int:
    """Return where the title that ends `before` starts, by the case of its last word."""
    words = list(re.finditer(r"\S+", before))
    capitals = bool(words) and words[-1][0][0].isupper()
    first = len(before)
    following = ""
    for word in reversed(words):
        plain = word[0].lower().strip(",")
        of_subject = following in ("for", "of", "on")  # "Management Standard for Example Property"
        following = plain
        if word[0].endswith((".", ";", ":")) and word is not words[-1]:
            break
        if capitals and word[0][0].isupper() and (of_subject or plain not in _words("ends")):
            first = word.start()
        elif not capitals and (plain in _words("small") or plain in _SYSTEM):
            first = word.start() if plain not in _words("joiners") else first
        elif not (capitals and plain in _words("joiners") and plain not in ("to", "by", "with")):
            break
    return first


def _is_title(title: str) -> bool:
    words = [w.lower() for w in re.findall(r"[A-Za-z][\w'’-]*", title)]
    if len(words) < 2 or words[0] in _words("no_start"):
        return False
    if title[0].islower():
        return words[-1] in _SYSTEM or all(w in _words("small") for w in words)
    return any(w in _words("subjects") for w in words)
