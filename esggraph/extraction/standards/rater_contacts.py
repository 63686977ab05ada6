"""Raters that a report only talks with: "we engage with Examplelytics" is no rating of the company.

The words are data (`data/rater_contacts.toml`). Works on one sentence at a time; offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.resources import load_data

_REACH = 260  # characters: a list of raters is not longer


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load_data('rater_contacts.toml')[name])})", re.I)


def only_contacted(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Return whether the rater at `text[start:end]` in `sentence` is only talked with, and no result of it is told."""
    first, last = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    said = _any("contact").search(text, first, start) or _any("behind").search(text, end, min(last, end + 60))
    return bool(said) and not _any("result").search(text, first, last)
