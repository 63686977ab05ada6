"""Codes and guidelines of trade and professional bodies, known by their owner: "Code of Ethics of the Example Society".

A body of a trade has no authority over the company, which follows such a code by its own choice. The nouns are data
(`data/standard_frames.toml`). Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.resources import load_data

_WORD = r"(?!(?:The|This|Our|Its|Their|An?|Code)\b)[A-Z][\w’'&-]*"
_PHRASE = rf"{_WORD}(?:(?: (?:of|for|in|and|on|&))?(?: the)? {_WORD}){{0,7}}"
_BRACKET = r"(?: \([^()\n]{1,40}\))?"
_ISSUED = (
    r",? (?:(?:as )?(?:issued|published|drafted|drawn up|developed|adopted|promoted|disseminated|established)"
    r" (?:by|from)|of|by) (?:the )?"
)
# the names of any company's own code
_BARE = re.compile(r"Code of (?:Business )?(?:Conduct|Ethics|Practice)|Guidelines")


@cache
def _data() -> dict[str, list[str]]:
    return load_data("standard_frames.toml")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The code before its owner, and behind it; group "name" is the code, "owner" the body."""
    body = "|".join(_data()["code_owners"])
    head = "|".join(_data()["code_heads"])
    owner = rf"(?P<owner>(?=[^\n.;:()]{{0,90}}?\b(?:{body})\b){_PHRASE})"
    before = re.compile(rf"(?<![\w-])(?P<name>(?:[A-Z]{{3,7}} )?(?:{head}))(?P<link>{_BRACKET}{_ISSUED}){owner}")
    behind = re.compile(
        rf"(?<![\w-])(?P<owner>(?:(?!(?:{body})\b){_WORD} ){{0,4}}(?:{body})){_BRACKET}(?:[’']s?)? (?:{head})(?![\w-])"
    )
    return before, behind


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['code_owners'])})\b")


@cache
def _never() -> re.Pattern[str]:
    return re.compile("|".join(_data()["code_never"]))


def find_codes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentence `text[start:end]` names the code or the guidelines of a trade or professional body."""
    before, behind = _patterns()
    for m in before.finditer(text, start, end):
        if not _body().search(m["owner"]) or _never().search(m["owner"]):
            continue
        belongs = m["link"].lstrip().startswith("of ") or _BARE.fullmatch(m["name"])
        yield m.start("name"), m.end("owner") if belongs else m.end("name")
    for m in behind.finditer(text, start, end):
        yield m.start(), m.end()
