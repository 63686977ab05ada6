"""National and industry standards named by their titles alone, as the compliance tables of Chinese reports print them.

"Example Emission Standard of Pollutants for Foundries", "Evaluation Requirements for Example Factories". The heads are
data (`data/technical_titles.toml`). Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.standards.initiatives import NamedStandard
from esggraph.names import normalise
from esggraph.resources import load_data

_NEAR = 400  # characters around a title in which a list of laws names another
_BEFORE = r"(?:(?!(?:The|Our|Its|China)\b)[A-Z][\w-]*(?: (?:and|of|for|&))? ){0,6}"
_WORD = r"(?:[A-Z][\w’'-]*|\d(?:st|nd|rd|th)(?!\w))"
_AFTER = rf"(?:(?:,? (?:of|for|on|in|the|and|to|from|by|with|at|under|during|&)){{0,3}} {_WORD}){{0,16}}"
_OWN = re.compile(
    r"(?:(?:\b[Oo]ur|\b[Ii]ts)(?: own)?|[’']s|\binternal|\b(?:formulated|established|developed|compiled))"
    r" (?:the )?[“\"《]?$"
)
_SUBJECT = re.compile(r" (?:of|for|on|to|in) |Determining ")


@cache
def _pattern(group: str) -> re.Pattern[str]:
    heads = "|".join(load_data("technical_titles.toml")[group])
    return re.compile(rf"(?<![\w-]){_BEFORE}(?:{heads})(?![\w-]){_AFTER}")


@cache
def _laws() -> re.Pattern[str]:
    return re.compile("|".join(load_data("technical_titles.toml")["laws"]))


@cache
def _never() -> re.Pattern[str]:
    return re.compile("|".join(load_data("technical_titles.toml")["never"]))


def find_technical_titles(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the technical standards that the sentence `text[start:end]` names by titles without a number."""
    for group in ("sure", "beside_laws"):
        for m in _pattern(group).finditer(text, start, end):
            if m[0].count(" ") < 2 or _never().search(m[0]) or _OWN.search(text, max(start, m.start() - 30), m.start()):
                continue
            if group == "beside_laws" and not (_SUBJECT.search(m[0]) and _among_laws(text, m.start(), m.end())):
                continue
            yield NamedStandard(m.start(), m.end(), m[0], "technical_standard", normalise(m[0]))


def _among_laws(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return len(_laws().findall(before)) + len(_laws().findall(after)) > 1
