"""Which names of bodies are one body: defined short forms, names cut short, names cut in two by a line end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.extraction.body_evidence import Candidate
from esggraph.extraction.body_names import BodyName, generic

_FILLERS = frozenset(
    {
        "management",
        "working",
        "steering",
        "leading",
        "corporate",
        "global",
        "company",
        "group",
        "board",
        "executive",
        "joint",
    }
)  # words that a short form leaves out: "HSE Committee" is the "HSE Management Committee"
_NEAR = 3000  # characters
_DEFINED = re.compile(
    r"\s?\(\s?(?:hereinafter |hereafter |referred to as |collectively |the |“|\"|‘|')*([^()“”\"]{3,60}?)(?:”|\"|’|')?\s?\)"
)

_INNER = re.compile(r"\(([A-Z][\w&-]+)\) ?(.*)$")  # "Environmental Management System (EMS) Team"


def merge(candidates: dict[str, Candidate], text: str) -> dict[str, Candidate]:
    """Return the candidates by key with every short form put into the one full name that it can stand for."""
    into = dict(_same(candidates, text))
    for short, full in into.items():
        while full in into:
            full = into[full]
        candidates[full].absorb(candidates[short])
    return {key: c for key, c in candidates.items() if key not in into}


def _same(candidates: dict[str, Candidate], text: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys: a short form and the full name that it stands for."""
    by_head: dict[str, list[Candidate]] = {}
    for c in candidates.values():
        by_head.setdefault(c.names[0].head, []).append(c)
    defined = dict(_definitions(candidates, text))
    for c in candidates.values():
        if (full := defined.get(c.key)) and full != c.key:
            yield c.key, full
            continue
        longer = [other for other in by_head[c.names[0].head] if other is not c and _shortens(c, other, text)]
        if len(longer) == 1:
            yield c.key, longer[0].key


def _definitions(candidates: dict[str, Candidate], text: str) -> Iterator[tuple[str, str]]:
    for c in candidates.values():
        for name in c.names:
            if (inner := _INNER.search(name.modifiers)) and (
                short := f"{inner[1]} {inner[2]} {name.head}".lower().replace("  ", " ")
            ) in candidates:
                yield short, c.key
            if (m := _DEFINED.match(text, name.end)) and (short := m.group(1).strip().lower()) in candidates:
                yield short, c.key


def _shortens(short: Candidate, full: Candidate, text: str) -> bool:
    """Return whether the name of `short` is that of `full` with words left out that do not matter."""
    if generic(short.names[0].modifiers):
        return False
    a, b = _words(short.names[0]), _words(full.names[0])
    if not a or len(a) >= len(b) or not set(a) <= set(b):
        return False
    rest = [w for w in b if w not in a]
    if all(w in _FILLERS or (w == "internal" and not short.names[0].organ) for w in rest):
        return True
    parts = re.split(r",? (?:and|&) |, ", full.names[0].modifiers.lower())
    if short.names[0].modifiers.lower() in parts and (len(parts) > 2 if short.names[0].organ else _follows(short, full)):
        return True
    cut = " ".join(b[: -len(a)])
    return b[-len(a) :] == a and all(_line_above(text, name.start).endswith(cut) for name in short.names)


def _follows(short: Candidate, full: Candidate) -> bool:
    """Return whether the name of `short` stands only where that of `full` stood shortly before."""
    return all(any(0 < s.start - f.start < _NEAR for f in full.names) for s in short.names)


def _line_above(text: str, at: int) -> str:
    """Return the end of the line above the one that begins at `at`, in lower case; "" inside a line."""
    return text[max(0, at - 60) : at - 1].lower() if text[at - 1 : at] == "\n" else ""


def _words(name: BodyName) -> list[str]:
    return re.findall(r"[\w'’-]+", re.sub(r"\([^)]*\)| and | & ", " ", name.modifiers.lower()))
