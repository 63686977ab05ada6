"""The words and signs that tell a layout, from `data/layout.toml`."""

from __future__ import annotations

import re

from esggraph.resources import load_data

_DATA = load_data("layout.toml")

UNFINISHED: frozenset[str] = frozenset(_DATA["unfinished"])
CONTENTS: frozenset[str] = frozenset(title.replace(" ", "") for title in _DATA["contents"])
BULLET = re.compile(rf"[{re.escape(_DATA['bullets'])}]+\s*|[-–—]\s+|//\s+|[│┃]?[uo] (?=[A-Z])|[│┃]\s*[├└─]*\s*")
"""A bullet at the start of a line; "u" and "o" are what PDF readers make of a symbol font's."""
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)|\(\d{1,2}\)|[①-⑳]\s*")
"""The number of an item or heading."""
SECTION_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-Z“\"])")
"""The number of a section's heading."""
