"""Documents and laws that are named in lower case, where an act or a list shows that a certain one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.jurisdiction import named_in
from esggraph.resources import load_data


@dataclass(frozen=True, slots=True)
class PlainTitle:
    """A document named in lower case; offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    kind: str  # one of POLICY_KINDS, or of LAW_KINDS
    outside: bool = False  # a law


@dataclass(frozen=True, slots=True)
class _Patterns:
    names: re.Pattern[str]
    owned: re.Pattern[str]
    kinds: dict[str, str]
    sentence_case: re.Pattern[str]
    topical: re.Pattern[str]
    outside: re.Pattern[str]
    after_capitals: re.Pattern[str]
    rules_of: list[tuple[re.Pattern[str], str]]  # and which of LAW_KINDS they are
    before: re.Pattern[str]
    after: re.Pattern[str]


_BODY = r"(?: of (?:the |its |our )?((?:[A-Z][\w-]*(?:,? and |, | & | )){1,8}(?:Committee|Board|Board of Directors)))"
_OF_BODY = r"(?:,? (?:and|as well as) (?:the )?((?:[A-Z][\w-]*(?: and | & | )){1,8}(?:Committee|Board)))?"
# each an act of parliament named by its subject: "criminal law, tort liability law and patent law"
_LAW = r"(?:national |domestic )?((?!(?:and|or|other|relevant|applicable|local|the|by)\b)[a-z]+(?: [a-z]+)? law)"
_LAWS = re.compile(rf"\b{_LAW}(?:(?:,| and|, and) (?:the )?{_LAW})+")
_ONE_LAW = re.compile(_LAW)


@cache
def _patterns() -> _Patterns:
    data = load_data("plain_titles.toml")
    kinds = {
        name: entry["kind"] for part in ("whole", "owned", "of_body") for entry in data[part] for name in entry["names"]
    }

    def either(part: str) -> str:
        names = (re.escape(name) for entry in data[part] for name in entry["names"])
        return "|".join(sorted(names, key=len, reverse=True))

    generic = "|".join(data["generic"]["words"])
    owner = r"\b(?:the|our|its|their|[Cc]ompany[’']s|[Gg]roup[’']s)"
    return _Patterns(
        re.compile(rf"{owner} (?:new |own |revised )?(?:({either('of_body')}){_BODY}{_OF_BODY}|({either('whole')})\b)"),
        re.compile(rf"(?:\b[Oo]ur|\bits|\b[A-Z][\w-]+[’']s) ({either('owned')})\b"),
        kinds | data["sentence_case"] | data["topical"] | data["outside"] | data["after_capitals"],
        re.compile(rf"{owner} ([A-Z][a-z]+(?:-[a-z]+)?(?: [a-z]+){{0,3}} ({'|'.join(data['sentence_case'])}))\b"),
        re.compile(
            rf"(?:{owner}|\b[Aa]n?)(?: (?:new|own|revised|updated|renewed|comprehensive|ambitious))*"
            rf" ((?:(?!(?:{generic})\b)[a-z][a-z-]+ (?:and (?!the\b)[a-z-]+ )?){{1,4}}({'|'.join(data['topical'])})"
            r"(?: (?:for|on)(?: (?![a-z]+ed\b|and\b|all\b|to\b|in\b|the\b|our\b)[a-z]+){1,3})?)"
        ),
        re.compile(
            r"\b([A-Z][\w.-]*(?:[’']s)?(?: [A-Z][\w-]*(?:[’']s)?){0,6}"
            r"(?: (?!and |or |of |in |to |for |the |with |on )[a-z][a-z-]*)?"
            rf" ({'|'.join(data['outside'])}))\b"
        ),
        re.compile(
            rf"{owner}(?: (?:new|own|revised|updated))* ((?:[A-Z][\w-]*(?: and| &| of)? ){{2,6}}"
            rf"({'|'.join(data['after_capitals'])}))\b"
        ),
        [(_rules_of(e["authority"], e["nouns"]), e["kind"]) for e in data["rules_of"]],
        re.compile(rf"\b(?:{data['acts']['before']})\b(?:(?! and | or )[^.;,]){{0,30}}$", re.I),
        re.compile(rf"^[^.;]{{0,30}}\b(?:{data['acts']['after']})\b"),
    )


def _rules_of(authority: str, nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{authority})(?:[’']s?)? (?i:{nouns})\b|\b(?i:{nouns}) (?:of|from) (?:the )?(?:{authority})(?!\w)"
    )


def plain_titles(text: str, start: int, end: int) -> Iterator[PlainTitle]:
    """Yield the documents that the sentence `text[start:end]` names in lower case."""
    p = _patterns()
    for m in p.names.finditer(text, start, end):
        if not (
            p.before.search(text[max(start, m.start() - 80) : m.start()]) or p.after.search(text[m.end() : end][:60])
        ):
            continue
        noun = m[1] or m[4]
        bodies = [m[2], m[3]] if m[1] else [None]
        for number, body in enumerate(bodies):
            if number and not body:
                continue
            group = number + 2 if body else 4
            at = m.start(1) if body and not number else m.start(group)
            yield PlainTitle(f"{noun} of the {body}" if body else noun, at, m.end(group), p.kinds[noun])
    for m in p.topical.finditer(text, start, end):
        if _acted_on(text, start, end, m):
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[2]])
    for m in p.sentence_case.finditer(text, start, end):
        if _acted_on(text, start, end, m) and named_in(m[1]) is None and m[1].split()[0] not in _PROPER:
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[2]])
    for m in p.outside.finditer(text, start, end):
        nation = _nation_at(m[1])
        name = m[1][nation:] if nation is not None else ""
        if name and (m[2].count(" ") or len(_CAPITALS.findall(name)) > 1):
            yield PlainTitle(name, m.end(1) - len(name), m.end(1), p.kinds[m[2]], outside=True)
    for pattern, kind in p.rules_of:
        for m in pattern.finditer(text, start, end):
            yield PlainTitle(m[0], m.start(), m.end(), kind, outside=True)
    for pattern in (p.owned, p.after_capitals):
        for m in pattern.finditer(text, start, end):
            if (_acted_on(text, start, end, m) or _followed(text, start, m)) and not named_in(m[1]):
                yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[pattern.groups]])
    for m in _LAWS.finditer(text, start, end):
        laws = list(_ONE_LAW.finditer(text, m.start(), m.end()))
        if len(laws) > 2:
            yield from (PlainTitle(law[1], law.start(1), law.end(1), "law", outside=True) for law in laws)


_CAPITALS = re.compile(r"\b[A-Z]")
_PROPER = frozenset(("Company", "Group", "Board", "Bank", "Corporation", "Committee", "Government", "State"))


def _acted_on(text: str, start: int, end: int, m: re.Match[str]) -> bool:
    """Return whether the sentence says that something is done to the document, or that it rules."""
    before, after = text[max(start, m.start() - 80) : m.start()], text[m.end() : end][:60]
    return bool(_patterns().before.search(before) or _patterns().after.search(after))


def _followed(text: str, start: int, m: re.Match[str]) -> bool:
    """Return whether somebody follows the document: too weak a sign for names without any capital letter."""
    return bool(_FOLLOWED.search(text[max(start, m.start() - 20) : m.start()]))


_FOLLOWED = re.compile(r"\bfollow(?:s|ed|ing)? $")


def _nation_at(name: str) -> int | None:
    """Return where in `name` its nation or authority begins: behind "Section" in "Section EU Taxonomy regulation"."""
    starts = [0, *(m.end() for m in re.finditer(" ", name))]
    named = [at for at in starts if named_in(name[at:])]
    return named[-1] if named else None
