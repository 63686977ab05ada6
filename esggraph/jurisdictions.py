"""The jurisdiction that a title names in its own words, and the title without them."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from esggraph.resources import PACKAGE


@cache
def nation_words() -> dict[str, str]:
    """Return every name and adjective of a jurisdiction, as printed, with its ISO 3166-1 code or EU."""
    table = tomllib.loads((PACKAGE / "data" / "jurisdictions.toml").read_text(encoding="utf-8"))
    return {word: code for code, words in table.items() for word in words}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = sorted(nation_words(), key=len, reverse=True)
    nation = "(?:[Tt]he )?(" + "|".join(re.escape(w).replace("'", "['’]") for w in words) + ")"
    return (
        re.compile(rf"^{nation}(?:['’]s?)? (?=\S)"),  # "the US …", "China's …"
        re.compile(rf" (?:of|in|for) {nation}(?![\w'’])"),  # "… of the People's Republic of China on …"
        re.compile(rf",? ?\({nation}\)|, {nation}$"),  # "… (Hong Kong)", "…, Japan"
    )


def split_nation(title: str) -> tuple[str, str | None]:
    """Return `title` without its nation words, and the code of the jurisdiction they name.

    >>> split_nation("Company Law of the People's Republic of China")
    ('Company Law', 'CN')
    >>> split_nation("the UK Bribery Act")
    ('Bribery Act', 'GB')
    >>> split_nation("Data Security Law")
    ('Data Security Law', None)
    """
    code = None
    for pattern in _patterns():
        match = pattern.search(title)
        if match and len(match[0]) < len(title):
            word = next(group for group in match.groups() if group)
            code = code or nation_words()[word.replace("’", "'")]
            title = (title[: match.start()] + title[match.end() :]).strip()
    return title, code
