"""The jurisdiction that a title names in its own words, and the title without them."""

from __future__ import annotations

import re
from functools import cache

from esggraph.resources import load_data


@cache
def _names() -> dict[str, list[str]]:
    return load_data("jurisdictions.toml")


@cache
def nation_words() -> dict[str, str]:
    """Return every name and adjective of a jurisdiction, as printed, with its ISO 3166-1 code or EU."""
    return {word: code for code, words in _names().items() for word in words}


def nation_name(code: str) -> str:
    """Return the first name of the jurisdiction `code`, or `code` itself where it is not known.

    >>> nation_name("EU"), nation_name("INT")
    ('European Union', 'International')
    """
    return "International" if code == "INT" else _names().get(code, [code])[0]


@cache
def _nation() -> str:
    words = sorted(nation_words(), key=len, reverse=True)
    return "(?:[Tt]he )?(" + "|".join(re.escape(w).replace("'", "['’]") for w in words) + ")"


@cache
def _inside() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"^{_nation()}(?:['’]s?)? (?=\S)"),  # "the US …", "China's …"
        re.compile(rf" (?:of|in|for) {_nation()}(?![\w'’])"),  # "… of the People's Republic of China on …"
        re.compile(rf",? ?\({_nation()}\)|, {_nation()}$"),  # "… (Hong Kong)", "…, Japan"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_nation()}(?:['’]s?)?[ \n]$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:of|in)[ \n]{_nation()}(?![\w'’])|[ \n]?\({_nation()}\)")


def _code(match: re.Match[str]) -> str:
    word = next(group for group in match.groups() if group)
    return nation_words()[word.replace("’", "'")]


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
    for pattern in _inside():
        match = pattern.search(title)
        if match and len(match[0]) < len(title):
            code = code or _code(match)
            title = (title[: match.start()] + title[match.end() :]).strip()
    return title, code


def nation_before(text: str, start: int) -> str | None:
    """Return the code of the jurisdiction named right before `text[start]`: "the US", "China's"."""
    match = _before().search(text[max(0, start - 40) : start])
    return _code(match) if match else None


def nation_after(text: str, end: int) -> tuple[str | None, int]:
    """Return the code of the jurisdiction named right after `text[:end]`, and where its words end.

    "… of the People's Republic of China" and "… (Hong Kong)" are read; without them the answer is (None, `end`).
    """
    match = _after().match(text, end)
    return (_code(match), match.end()) if match else (None, end)
