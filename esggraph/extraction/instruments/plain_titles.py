"""Documents and laws that are named in lower case, where an act or a list shows that a certain one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from esggraph.extraction.complements import COMPLEMENT
from esggraph.extraction.instruments.authority_rules import authority_rules
from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.subject_acts import subject_acts
from esggraph.extraction.instruments.title_words import title_words
from esggraph.extraction.word_search import any_name
from esggraph.resources import load_data


@dataclass(frozen=True, slots=True)
class PlainTitle:
    """A document named in lower case; offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    kind: str  # one of POLICY_KINDS, or of LAW_KINDS
    outside: bool = False  # a law
    alias: str = ""  # the name written out: "Equal Pay Policy"


@dataclass(frozen=True, slots=True)
class _Firm:
    """Policies that are hardly ever unwritten, and what is said of those in force."""

    names: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    strategies: re.Pattern[str]  # what a strategy has in its name that is a document


@dataclass(frozen=True, slots=True)
class _Patterns:
    names: re.Pattern[str]
    item: re.Pattern[str]  # of a list
    listed: re.Pattern[str]  # an item between semicolons, bars or bullets
    owned: re.Pattern[str]
    kinds: dict[str, str]
    outside_kinds: dict[str, str]
    topical: re.Pattern[str]
    capitalised: re.Pattern[str]
    intended: re.Pattern[str]
    headed: re.Pattern[str]
    quoted: re.Pattern[str]
    saying: re.Pattern[str]  # before quotation marks: what they hold is none
    outside: re.Pattern[str]
    nouns: re.Pattern[str]  # without one of these a sentence has no document in lower case
    before: re.Pattern[str]
    after: re.Pattern[str]
    firm: _Firm


# each an act of parliament named by its subject: "criminal law, tort liability law and patent law"
_LAW = r"(?:national |domestic )?((?!(?:and|or|other|relevant|applicable|local|the|by)\b)[a-z]+(?: [a-z]+)? law)"
_LAWS = re.compile(rf"\b{_LAW}(?:(?:,| and|, and) (?:the )?{_LAW})+")
_ONE_LAW = re.compile(_LAW)


@cache
def _patterns() -> _Patterns:
    data = load_data("plain_titles.toml")
    kinds = {name: entry["kind"] for part in ("whole", "owned") for entry in data[part] for name in entry["names"]}

    def either(part: str) -> str:
        names = (re.escape(name) for entry in data[part] for name in entry["names"])
        return "|".join(sorted(names, key=len, reverse=True))

    def nouns(part: str) -> str:
        return "|".join(sorted(data[part], key=len, reverse=True))

    generic = "|".join(data["generic"]["words"])
    acts = data["acts"]
    owner = r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Cc]ompany[’']s|[Gg]roup[’']s|[A-Z][\w.]*[’']s)"
    adjectives = r"(?: (?:new|own|revised|updated|renewed|comprehensive|ambitious|first|respective))*"
    other = r"(?:(?:and|&) (?!(?:the|our|its|implement\w*)\b)[A-Za-z][\w-]* )?"
    topic = rf"(?:(?!(?:{generic})\b)[A-Za-z0-9][\w&/’-]* {other}){{1,5}}"
    subject = r"(?: (?![a-z]+ed\b|and\b|all\b|to\b|in\b|the\b|our\b|an?\b)[a-z]+){1,3}"

    body = r"(?:[A-Z][a-z]+ (?:of )?){0,3}(?:Board|Directors|Committee|Management|Employees|Officers)(?!\w)"

    opener = "|".join(title_words().openers)  # "Formulate an ethics policy" is a deed
    item = rf"((?!(?:{opener}|(?i:{generic}))\b)[A-Z][\w&’-]*(?: [\w&’-]+){{0,6}} ({nouns('items')}))"

    def with_topic(part: str, begins: str = "") -> re.Pattern[str]:
        return re.compile(
            rf"({owner}|\b[Aa]n?){adjectives} ({begins}(?!internal (?:{nouns(part)})\b){topic}(?:\([A-Z&]{{2,8}}\) )?"
            rf"({nouns(part)})\b(?! makers?\b)(?: (?:for|on){subject}| for (?:the )?{body})?)"
        )

    return _Patterns(
        re.compile(rf"(?:{owner}|\b[Aa]n?) (?:new |own |revised )?({either('whole')})\b"),
        re.compile(item),
        re.compile(rf"[•●▪■◦;:|] ?{item}(?= ?(?:[;|.•●]|$))"),
        re.compile(rf"(?:\b[Oo]ur|\bits|\b[A-Z][\w-]+[’']s) ({either('owned')})\b"),
        kinds
        | data["topical"]
        | data["capitalised"]
        | data["intended"]
        | data["headed"]
        | data["quoted"]
        | data["items"],
        data["outside"],
        with_topic("topical"),
        with_topic("capitalised", "(?=[A-Z])"),
        with_topic("intended"),
        re.compile(
            rf"{owner}{adjectives} ((?:(?:(?:[Gg]roup|[Cc]orporate|[Cc]ompany) )?"
            rf"(?:{nouns('headed')}) (?:on|for|against|concerning|regarding)"
            rf"|(?:pledge|oath) (?:to|of)) (?:the )?{COMPLEMENT})"
        ),
        re.compile(
            rf"[“‘\"](?:the )?((?:(?!to |the |of )[\w&/’-]+,? ){{2,7}}({nouns('quoted')})"
            rf"|({nouns('headed')}) (?:on|for|against|between|to) [^“”\"‘]{{8,200}}?)[.,]?[”’\"]"
        ),
        re.compile(rf"\b(?:{'|'.join(data['sayings']['before'])}) of (?:the |a |an )?$"),
        re.compile(
            r"\b([A-Z][\w.-]*(?:[’']s)?(?: (?:[A-Z][\w-]*(?:[’']s)?|\d+)){0,6}"
            r"(?: (?!and |or |of |in |to |for |the |with |on )[a-z][a-z-]*)?"
            rf" ({'|'.join(data['outside'])}))\b"
        ),
        re.compile(any_name(_first_words(data))),
        _act(acts["before"], before=True),
        _act(acts["after"]),
        _firm(data["firm"]),
    )


def _firm(data: dict[str, Any]) -> _Firm:
    more = r"(?:,? (?:and|&) [a-z-]+){0,2}"
    names = rf"(?i:(?:group )?(?:{'|'.join(data['topics'])}){more} ?(?:{data['nouns']})|tax strategy|{data['always']})"
    before = re.compile(rf"\b(?:{data['before']})\b[^.;]{{0,60}}$", re.I)
    strategies = re.compile(rf"\b(?:{'|'.join(data['strategies'])})(?!\w)", re.I)
    return _Firm(re.compile(names), before, _act(data["after"]), strategies)


def _first_words(data: dict[str, Any]) -> set[str]:
    titles = [name for part in ("whole", "owned") for entry in data[part] for name in entry["names"]]
    nouns = (noun for part in ("topical", "capitalised", "intended", "headed") for noun in data[part])
    return {name.split()[0] for name in (*titles, *nouns)}


def _act(cue: str, *, before: bool = False) -> re.Pattern[str]:
    if before:
        return re.compile(rf"\b(?:{cue})\b(?:(?! and | or )[^.;,]){{0,30}}$", re.I)
    return re.compile(rf"^[^.;]{{0,30}}\b(?:{cue})\b")


def longest(titles: Iterable[PlainTitle]) -> Iterator[PlainTitle]:
    """Yield `titles` without those that stand inside another, of two in one place the first."""
    found = list({(title.start, title.end): title for title in reversed(list(titles))}.values())[::-1]
    for title in found:
        if not any(o is not title and o.start <= title.start and title.end <= o.end for o in found):
            yield title


def plain_titles(text: str, start: int, end: int) -> Iterator[PlainTitle]:
    """Yield the documents and laws that the sentence `text[start:end]` names in lower case; they may overlap."""
    p = _patterns()
    if p.nouns.search(text, start, end):
        yield from _documents(text, start, end)
    for m in p.quoted.finditer(text, start, end):
        if m[1].istitle() or not _SENTENCE_CASE.match(m[1]) or named_in(m[1]):
            continue
        if not p.saying.search(text, start, m.start()):
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[2] or m[3]])
    for rule in authority_rules(text, start, end):
        yield PlainTitle(rule.name, rule.start, rule.end, rule.kind, outside=True)
    for m in p.outside.finditer(text, start, end):
        nation = _nation_at(m[1])
        name = m[1][nation:] if nation is not None else ""
        if name and (m[2].count(" ") or len(_CAPITALS.findall(name)) > 1):
            yield PlainTitle(name, m.end(1) - len(name), m.end(1), p.outside_kinds[m[2]], outside=True)
    for first, last in subject_acts(text, start, end):
        yield PlainTitle(text[first:last], first, last, "law", outside=True)
    if text.find(" law", start, end) >= 0:
        for m in _LAWS.finditer(text, start, end):
            laws = list(_ONE_LAW.finditer(text, m.start(), m.end()))
            if len(laws) > 2:
                yield from (PlainTitle(law[1], law.start(1), law.end(1), "law", outside=True) for law in laws)


def item_title(text: str, start: int, end: int) -> PlainTitle | None:
    """Return the document that the item `text[start:end]` of a list is: "Human rights policy"."""
    m = _patterns().item.fullmatch(text, start, end)
    return PlainTitle(m[1], m.start(1), m.end(1), _patterns().kinds[m[2]]) if m and not named_in(m[1]) else None


def _documents(text: str, start: int, end: int) -> Iterator[PlainTitle]:
    """Yield the company's documents."""
    p = _patterns()
    for m in p.names.finditer(text, start, end):
        if _acted_on(text, start, end, m):
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[1]])
    for pattern in (p.topical, p.capitalised, p.intended):
        for m in pattern.finditer(text, start, end):
            words = m[2].split()
            if m[3] == "strategy" and not p.firm.strategies.search(m[2]):
                continue
            if named_in(m[2]) or (words[0] in _PROPER and not words[1][0].isupper()):
                continue
            written = pattern is p.topical and _CAPITALISED.match(m[2])
            if written or _acted_on(text, start, end, m) or _in_force(text, start, end, m):
                yield PlainTitle(m[2], m.start(2), m.end(2), p.kinds[m[3]])
    for m in p.headed.finditer(text, start, end):
        if _acted_on(text, start, end, m) and not named_in(m[1]):
            name = _LOOSE_END.sub("", m[1])
            yield PlainTitle(
                name, m.start(1), m.start(1) + len(name), p.kinds[_NOUN_FIRST.sub("", _OWNER_FIRST.sub("", name))]
            )
    for m in p.listed.finditer(text, start, end):
        if not named_in(m[1]):
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[2]])
    for m in p.owned.finditer(text, start, end):
        if _acted_on(text, start, end, m):
            yield PlainTitle(m[1], m.start(1), m.end(1), p.kinds[m[1]])


# a topic in title case shows a title, whatever the case of the noun: "the Enterprise Risk Management policy"
_CAPITALISED = re.compile(r"(?:[A-Z][\w’/-]*(?:,? (?:and|&|of|on|for))* ){2,}[a-z]+(?: of [a-z]+)?$")
_SENTENCE_CASE = re.compile(r"\w[\w&/’-]*,? [a-z]")
_CAPITALS = re.compile(r"\b[A-Z]")
_NOUN_FIRST = re.compile(r" (?:on|for|against|concerning|regarding|to|of(?! (?:conduct|practice|understanding))) .*")
_OWNER_FIRST = re.compile(r"^(?:group|corporate|company) ", re.I)
_LOOSE_END = re.compile(r"(?:,? (?:and|or|the|of|to|for|on|a|an))+$")
_PROPER = frozenset(("Company", "Board", "Bank", "Corporation", "Committee", "Government", "State"))


def _acted_on(text: str, start: int, end: int, m: re.Match[str]) -> bool:
    """Return whether the sentence says what is done to the document."""
    p = _patterns()
    before, after = text[max(start, m.start() - 80) : m.start()], text[m.end() : end][:60]
    return bool(p.before.search(before) or p.after.search(after))


def _in_force(text: str, start: int, end: int, m: re.Match[str]) -> bool:
    """Return whether it is a policy on a topic of compliance, and the sentence says that it is in force."""
    firm = _patterns().firm
    before, after = text[max(start, m.start() - 80) : m.start()], text[m.end() : end][:60]
    return bool(firm.names.fullmatch(m[2]) and (firm.before.search(before) or firm.after.search(after)))


def _nation_at(name: str) -> int | None:
    """Return where in `name` its nation or authority begins: behind "Section" in "Section EU Taxonomy regulation"."""
    starts = [0, *(m.end() for m in re.finditer(" ", name))]
    named = [at for at in starts if named_in(name[at:])]
    return named[-1] if named else None
