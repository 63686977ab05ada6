"""Whose law an instrument is: by the words of its title, those around it, and the country the company reports from."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache, lru_cache

from esggraph.extraction.word_search import any_name
from esggraph.jurisdictions import nation_words
from esggraph.resources import PACKAGE


def _table(file: str) -> dict[str, str]:
    data = tomllib.loads((PACKAGE / "data" / file).read_text(encoding="utf-8"))
    return {name: code for code, names in data.items() for name in names}


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    codes = {**nation_words(), **_table("instrument_issuers.toml")}
    return codes, _pattern(codes)


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    codes = {**_names()[0], **_table("home_hints.toml")}
    return codes, _pattern(codes)


def _pattern(codes: dict[str, str]) -> re.Pattern[str]:
    return re.compile(any_name(codes, not_after=r"\w-") + r"(?!\w)")


@lru_cache(maxsize=20_000)
def named_in(text: str) -> str | None:
    """Return the jurisdiction whose nation or authority `text` names; the first one named, a nation before INT."""
    codes, pattern = _names()
    found = [codes[m.group().replace("’", "'")] for m in pattern.finditer(text)]
    return next((c for c in found if c != "INT"), found[0] if found else None)


def named_after(right: str) -> str | None:
    """Return the jurisdiction that the words right after a title name: "… of the United Kingdom", "… (Japan)"."""
    m = re.match(
        r"[^.;]{0,40}?\b(?:issued|promulgated|published) by (?:the )?([A-Z][\w.]*(?: (?:of )?[A-Z][\w.]*)*)",
        right,
    )
    m = m or re.match(r"\s?(?:of|in|\()\s?(?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)*)", right)
    return named_in(m[1]) if m else None


def home(text: str) -> str | None:
    """Return the country that a report speaks of most, which is where its company is at home; None if it is not clear.

    Its authorities and exchanges, its legal forms and currency count as well as its names. EU and INT are no home.
    """
    codes, pattern = _signs()
    counts = Counter(codes[m.group().replace("’", "'")] for m in pattern.finditer(text))
    del counts["EU"], counts["INT"]
    (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= _SEVERAL and most >= _CLEARLY * second else None


_SEVERAL = 3
_CLEARLY = 1.3
