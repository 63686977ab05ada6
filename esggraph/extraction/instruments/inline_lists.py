"""Documents that a sentence lists by their subjects: "policies such as Equal Pay, Dignity at Work and Speaking Up".

The noun before the list says what all of its members are. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.listed_names import head_of
from esggraph.extraction.instruments.plain_titles import PlainTitle
from esggraph.resources import load_data
from esggraph.vocabulary import lookup

_WORD = r"[A-Z][\w&/’'-]*"
_SMALL = r"(?:of|for|on|at|in|to|the|with|and|&)"
_MEMBER = re.compile(rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,7}}")
_LIST = re.compile(r"[^.:!?“”\"()|•]{6,400}")
_COMMA = re.compile(r"\s*[,;]\s*(?:(?:and|as well as)\s+)?(?:(?:the|our|its)\s+)?")
_AND = re.compile(r"\s+(?:and|as well as)\s+(?:(?:the|our|its)\s+)?")
_FEWEST = 2
_IN_BRACKETS = 3


@cache
def _announced() -> tuple[re.Pattern[str], dict[str, str]]:
    data = load_data("document_lists.toml")["inline"]
    nouns = "|".join(data["nouns"])
    pattern = re.compile(
        rf"\b(?P<noun>{nouns})(?: (?:in use|in force|in place|on [a-z ]{{3,40}}|for [a-z ]{{3,40}}))?,?"
        r"(?:(?: (?:such as|including|include|namely|comprise|are|like)|:"
        r"|,? (?:each|all|which|that|adopted|approved|published|issued|binding|with|of which)\b[^.:;()]{3,80}:)"
        r" (?:the |our |its )?|(?P<bracket> \())(?=[A-Za-z])"
    )
    return pattern, data["nouns"]


def inline_documents(text: str, start: int, end: int) -> Iterator[PlainTitle]:
    """Yield the documents that the sentence `text[start:end]` lists by their subjects."""
    pattern, kinds = _announced()
    for m in pattern.finditer(text, start, end):
        if _OUTSIDE.search(text[max(start, m.start() - 40) : m.start()]):
            continue
        listed = _LIST.match(text, m.end(), end)
        members = list(_members(text, m.end(), listed.end(), m[0].rstrip().endswith(":"))) if listed else []
        fewest = _FEWEST if m["bracket"] is None else _IN_BRACKETS
        if len(members) >= fewest and not any(_is_outside(text[a:b]) for a, b in members):
            kind = next(kind for noun, kind in kinds.items() if re.fullmatch(noun, m["noun"]))
            for a, b in members:
                # "Equal Pay" of "policies such as Equal Pay" is the Equal Pay Policy
                whole = kind == "policy" and head_of(text[a:b]) is None
                yield PlainTitle(text[a:b], a, b, kind, alias=f"{text[a:b]} Policy" if whole else "")


_OUTSIDE = re.compile(
    r"\b(?:government|public|national|state|international|industry|their|suppliers?[’']?)(?: \w+)? $", re.I
)


def _members(text: str, start: int, end: int, colon: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the members in title case; nothing if one has another form, but for lists behind a colon."""
    spans = list(_split(text, start, end, _COMMA))
    if len(spans) > 1 or not colon:
        last = spans.pop()
        joined = list(_split(text, *last, _AND))
        spans += joined if len(joined) == 2 else [last]  # more would not tell where a member ends
    for a, b in spans:
        if _MEMBER.fullmatch(text, a, b):
            yield a, b
        elif not colon:
            return


def _split(text: str, start: int, end: int, joint: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for m in joint.finditer(text, start, end):
        yield at, m.start()
        at = m.end()
    yield at, len(text[:end].rstrip(" ,;"))


def _is_outside(name: str) -> bool:
    return name.isupper() or named_in(name) is not None or lookup(name) is not None
