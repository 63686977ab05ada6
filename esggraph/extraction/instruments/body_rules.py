"""The rules of a body, named in lower case: "charter of the Audit Committee", "the board's rules of procedure".

That a body's name stands beside the noun tells that a certain document is meant, so no act is needed. Terms of
reference are a body's by themselves. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.plain_titles import PlainTitle
from esggraph.extraction.word_search import any_word
from esggraph.resources import load_data

_WORD = r"[A-Z][\w&-]{0,40}"
_JOINT = r"(?:,? and |, | & |,? of (?:the )?| on | for | )"
_TERMS = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Tt]he|[Oo]ur|[Aa]|[Hh]as|[Hh]ave|[Ff]ormal|[Ww]ritten|[Oo]wn|[Cc]lear|[Ss]pecific|[Dd]efined|^)"
    r"(?:(?<!\w) ?|(?<=\w) )([Tt]erms of [Rr]eference)\b(?! (?:of|for) )"
)
_ARTICLE = re.compile(r"^(?:The|Each|Every|An?|Our|Its|This|In|By|At) ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    nouns: re.Pattern[str]  # without one of their first words a sentence names no rules
    after: re.Pattern[str]  # "charter of the Audit Committee"
    further: re.Pattern[str]  # "and the Risk Committee"
    before: re.Pattern[str]  # "the Audit Committee's charter"
    own: re.Pattern[str]  # "its charter"
    titled: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], str], ...]
    outside: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load_data("body_rules.toml")
    bodies = data["bodies"]
    noun = "|".join(sorted(data["nouns"], key=len, reverse=True))
    field = rf"(?:(?:on|for) {_WORD}(?:(?:,? and |, | & | ){_WORD}){{0,6}})"
    titled = (
        rf"(?:{_WORD}{_JOINT}){{0,8}}?(?:Board of (?:Directors|Management|Statutory Auditors|Supervisors|Auditors)"
        rf"|(?:{'|'.join(bodies['heads'])})(?: {field})?)(?!\w)"
    )
    word = rf"(?!(?:{'|'.join(bodies['generic'])})\b)[a-z][a-z-]*"
    of_topic = rf"(?:{word}(?:,? (?:and|&) {word})? ){{1,4}}(?:{'|'.join(bodies['plain_heads'])})"
    plain = rf"(?:board(?: of directors)?|BOD|{of_topic})\b"
    body = rf"(?:{titled}|{plain})"
    return _Patterns(
        re.compile(any_word(("charter", "terms of", "bylaw", "by-law", "statute", "articles of", "rule", "regulation",
                             "working proc", "operating proc", "standing order"))),
        re.compile(rf"\b(?P<noun>{noun}) of (?:the |its |our |an? )(?P<body>{body})"),
        re.compile(rf",? (?:and|as well as) (?:the |its |our )?(?P<body>{titled})"),
        re.compile(
            rf"\b(?:[Tt]he |[Oo]ur |[Ii]ts )?(?P<name>{body}[’']s? (?P<noun>{noun})"
            rf"|(?:{body}|[A-Z]{{3,7}}(?:[’']s)?) (?P<sure>charter|terms of reference|rules of procedure|by-?laws))\b"
        ),
        re.compile(rf"\b[Ii]ts (?:own |written |formal )?(?P<noun>[Cc]harter|{bodies['own']})\b(?! of )"),
        re.compile(rf"(?<!\w){titled}"),
        tuple((re.compile(form), kind) for form, kind in data["nouns"].items()),
        re.compile(rf"\b(?:{'|'.join(bodies['outside'])})\b"),
    )  # fmt: skip


def body_rules(text: str, start: int, end: int) -> Iterator[PlainTitle]:
    """Yield the rules of bodies that the sentence `text[start:end]` names in lower case."""
    p = _patterns()
    if not p.nouns.search(text, start, end):
        return
    at = start
    for m in p.after.finditer(text, start, end):
        body: re.Match[str] | None = m
        first = m.start()
        while body:
            if not _is_outside(body["body"]):
                yield PlainTitle(f"{m['noun']} of the {body['body']}", first, body.end(), _kind(m["noun"]))
            at = body.end()
            body = p.further.match(text, at, end)
            first = body.start("body") if body else at
    for m in p.before.finditer(text, start, end):
        if not _is_outside(m["name"]):
            yield PlainTitle(m["name"], m.start("name"), m.end("name"), _kind(m["noun"] or m["sure"]))
    for m in p.own.finditer(text, start, end):
        owner = _whose(p.titled, text, m, end)
        if owner and not _is_outside(owner):
            yield PlainTitle(f"{m['noun']} of the {owner}", m.start("noun"), m.end(), _kind(m["noun"].lower()))
    for m in _TERMS.finditer(text, start, end):
        yield PlainTitle(m[1], m.start(1), m.end(1), "charter")


def _whose(bodies: re.Pattern[str], text: str, rules: re.Match[str], end: int) -> str | None:
    """Return the body that "its" means: the last one named before it in the paragraph, else the next one behind it."""
    before = list(bodies.finditer(text, text.rfind("\n", 0, rules.start()) + 1, rules.start()))
    found = before[-1] if before else bodies.search(text, rules.end(), end)
    name = _ARTICLE.sub("", found[0]) if found else ""
    return name if " " in name or name == "Board" else None


def _is_outside(name: str) -> bool:
    return named_in(name) is not None or _patterns().outside.search(name) is not None


def _kind(noun: str) -> str:
    return next(kind for form, kind in _patterns().kinds if form.fullmatch(noun))
