"""Bodies that every company has one of: the general meeting, the boards, the management, with all their wordings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from esggraph.extraction.mentions import Mention
from esggraph.extraction.spans import Spans
from esggraph.resources import PACKAGE

_ARTICLE = re.compile(r"(?:the|our) ", re.I)
_NAMED = re.compile(
    r"\b(?!(?:The|Our|Group|Company)\b)[A-Z][\w&]* $"
)  # "EMF Leadership Team": a team with a name
_PART_BEFORE = re.compile(
    r"\b(?:report\w*|present\w*|submit\w*|escalat\w*|communicat\w*|updat\w*|brief\w*|accountab\w*|inform\w*)\b[^.;]{0,80}\b(?:to|by)\b[^.;]{0,40}$"
    r"|\b(?:compris|compos|consist)\w*[^.;]{0,120}$|lines? of defen|\btiers?\b|supervis\w+[^.;]{0,30}$|Board of Directors[,/ ]", re.I,
)  # fmt: skip
_PART_AFTER = re.compile(
    r"^[^.;]{0,40}\b(?:is|are) (?:responsible|accountable|in charge)|^[^.;]{0,30}\b(?:oversee|supervis|approves?|reviews?|reports? to|report regularly)\w*",
    re.I,
)


@cache
def _wordings() -> list[tuple[str, str, re.Pattern[str]]]:
    data = tomllib.loads((PACKAGE / "data" / "body_standing.toml").read_text(encoding="utf-8"))
    return [
        (
            key,
            entry["kind"],
            re.compile(rf"(?<![\w-])(?:{'|'.join(entry['wordings'])})(?![\w-])".replace("’", "[’']"), re.I),
        )
        for key, entry in data.items()
    ]


def find_standing(doc: Doc, text: str) -> list[Mention]:
    """Return the mentions of standing bodies in `text`, the text of `doc`.

    The management counts only if some place gives it a part: a duty, a report, a line of defence.
    """
    found = [
        m
        for m in _mentions(text)
        if m.key != "management" or not _NAMED.search(text, max(0, m.start - 24), m.start)
    ]
    managed = any(m.key == "management" and _takes_part(text, m) for m in found)
    return [m for m in found if m.key != "management" or managed]


def _mentions(text: str) -> Iterator[Mention]:
    taken = Spans()
    for key, kind, pattern in _wordings():
        for m in pattern.finditer(text):
            article = _ARTICLE.match(m.group())
            start = m.start() + (article.end() if article else 0)
            if taken.touches(start, m.end()):
                continue
            taken.add(start, m.end())
            yield Mention(
                kind="bodies", name=text[start : m.end()], key=key, start=start, end=m.end(), subkind=kind,
                # "Board of Directors" names the body better than "Board"
                confidence=0.8 if key == "management" else 0.95 if " " in text[start : m.end()] else 0.94,
            )  # fmt: skip


def _takes_part(text: str, m: Mention) -> bool:
    alone = text[m.start - 1 : m.start] in ("", "\n") and text[m.end : m.end + 1] in ("", "\n")
    return (
        alone
        or _PART_BEFORE.search(text[max(0, m.start - 160, text.rfind("\n", 0, m.start)) : m.start])
        is not None
        or _PART_AFTER.search(text[m.end : m.end + 80].split("\n")[0]) is not None
    )
