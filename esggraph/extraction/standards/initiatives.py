"""Initiatives, indices and methods that no list knows, found by the frames they stand in (`data/standard_frames.toml`).

"joined the Example Coalition", "included in the Example Sustainability Index", "in line with the EXA guidelines".
Works on one sentence at a time; offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.standards.codes import find_codes
from esggraph.extraction.standards.trade_rules import find_trade_rules
from esggraph.names import normalise
from esggraph.resources import load_data

_WORD = r"[A-Z0-9][\w’'°.%+&/-]*"
_SMALL = r"(?:of|for|on|the|to|and|&|in|against|with|from|by|towards?|at|a)"
_SHORT = r"(?: \([A-Z][\w&-]{1,9}\)(?= [A-Z]))?"  # "Example Association (EA) Investor Statement"
_PHRASE = re.compile(rf"(?:{_WORD})(?:{_SHORT}(?: {_SMALL}){{0,3}} (?:{_WORD}))*")
_QUOTED = re.compile(r"[“\"‘「](?P<name>[A-Z0-9][^“”\"‘\n]{3,90}?)[,.]?[”\"’」]")
# small words, bullets and an owner ("Example’s") between frame and name; after these the name is not what is joined
_LEAD_BREAK = r"(?!(?:who|which|that|a|an|our|its|their|his)\b)"
_LEAD = re.compile(rf"[ :]?(?:(?:{_LEAD_BREAK}[a-z][\w’'-]*|UN|[A-Z]\w+[’']s(?= [“‘])|[•▪■●✓·–-])[ ,]+){{0,9}}")
# what may stand between two names of a list
_MORE = re.compile(r"(?: ?\([^()\n]{1,40}\))?(?: [a-z]+)?(?:, | and | as well as |[,;]? ?[•▪■●✓·] ?| {2,})(?:and )?")
_ACRONYM = re.compile(r" ?\((?:the )?[“\"]?(?P<acronym>[A-Z][\w&-]{1,12})[”\"]?\)")
_DATE = re.compile(r"(?: (?:in|on|from|by|since|at))? (?:19|20)\d\d$")
# an organ of an initiative is named for the initiative: "the Example Alliance Steering Committee"
_ORGAN = re.compile(r"(?: (?:Advisory|Steering|Executive))? (?:Board|Committee|Council|Work(?:ing)? Group)$")
# what stands before the name proper: "Example Association (EA) …", "Example’s …"
_OWNER = re.compile(r"\([^()]*\) |[’']s ")
_INTO = re.compile(r"[^\n]*\b(?:(?:in|on)(?: the)?|(?:of|to|by|for) the) ")
_HEAD_END = r"(?=$| (?:of|for|on|to|against|by|in|towards?|at|\d))"
_SAID = 160  # characters behind a label in which it is said that the company takes part
# an acronym printed more often than this is the company's own
_OWN_ACRONYM = 30
_JOINT = re.compile(r"(?: Series)?(?: ?\([^()\n]{1,40}\))?[”\"]?(?:,| and|, and| &|;)(?: in)?(?: the)?[ “\"]+(?:the )?")
_TELLING = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class NamedStandard:
    """A name that its frame shows to be a standard's."""

    start: int
    end: int
    name: str
    kind: str  # one of STANDARD_KINDS
    key: str  # equal for all that name one thing
    aliases: tuple[str, ...] = ()


@cache
def _data() -> dict[str, list[str]]:
    return load_data("standard_frames.toml")


@cache
def _any(name: str, before: str = r"(?<![\w-])", after: str = r"(?![\w-])") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(_data()[name])}){after}")


def framing(name: str) -> re.Pattern[str]:
    """Return the pattern of the list `name` of the file of frames."""
    return _any(name)


def framing_words(name: str) -> list[str]:
    """Return the list `name` of the file of frames."""
    return _data()[name]


def never_initiative(name: str) -> bool:
    """Return whether `name` is an organisation's or an event's, or the law's."""
    return _any("never").search(name) is not None


def find_framed(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the unknown initiatives, indices and methods that the sentence `text[start:end]` names in a frame."""
    seen: set[tuple[int, int]] = set()
    for find in (_joined, _labelled, _indices, _methods, _titles, _codes, _trade_rules):
        for found in find(text, start, end):
            if not any(a < found.end and found.start < b for a, b in seen):
                seen.add((found.start, found.end))
                yield found


_LABEL = re.compile(rf"[•▪■●✓·>–— -]*(?P<name>{_PHRASE.pattern})(?: \([^()\n]{{1,40}}\))?: ")


def _labelled(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the initiative that a line begins with: "Example Film Alliance: we joined the alliance in 2019"."""
    m = _LABEL.match(text, start, end)
    if m is None or _any("never").search(m["name"]) or not _tells(m["name"]):
        return
    said = text[m.end() : min(end, m.end() + _SAID)]
    if _any("label_joining", "").search(said) and (_head(m["name"], False) or _any("label_classes").search(said)):
        name = m["name"]
        yield NamedStandard(m.start("name"), m.end("name"), name, "initiative", normalise(name))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands before a name."""

    listed: bool  # "initiatives such as"
    signed: bool  # "signatory to"
    near: bool  # hardly a word stands between


def _joined(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in (*_any("joining").finditer(text, start, end), *_any("such").finditer(text, start, end)):
        if _any("not_company").search(text, max(start, m.start() - 70), min(end, m.end() + 15)):
            continue
        listed, signed = m.re is _any("such"), _any("signing").fullmatch(m[0]) is not None
        at = m.end()
        for _ in range(8):  # names: no list of initiatives in a sentence is longer
            lead = _LEAD.match(text, at, end)
            at = lead.end() if lead else at
            frame = _Frame(listed, signed, near=lead is None or lead[0].count(" ") <= 4)
            found = _initiative(text, at, end, frame)
            phrase = found or _PHRASE.match(text, at, end) or _QUOTED.match(text, at, end)
            if phrase is None:
                break
            at = found.end if found else phrase.end()  # type: ignore[operator]
            if found and not _any("signers").match(text, at, end):
                yield found
            more = _MORE.match(text, at, end)
            if more is None:
                break
            at = more.end()


def _initiative(text: str, at: int, end: int, frame: _Frame) -> NamedStandard | None:
    """Return the initiative whose name starts at `at`; `frame` is what stands before it."""
    quoted = _QUOTED.match(text, at, end)
    phrase = quoted or _PHRASE.match(text, at, end)
    if phrase is None:
        return None
    name = quoted["name"] if quoted else _cut(phrase[0])
    first = quoted.start("name") if quoted else at
    last = first + len(name)
    acronym = _ACRONYM.match(text, last + (1 if quoted else 0), end)
    head = _head(name, frame.signed)
    if head:
        core = _OWNER.split(name[: head.end()])[-1]
        shown = " in the " not in name and not _any("never").search(core)
    elif frame.listed:
        shown = bool(acronym or quoted) and not any(_any(kind).search(name) for kind in ("organisations", "never"))
    else:
        # the words "initiative", "pledge" behind a name show little
        whole = quoted or re.search(r"[ \d-]|[a-z][A-Z]", name)  # not "the nationwide Advance initiative"
        shown = bool(frame.near and whole and _class().match(text, last, end)) and not _any("never").search(name)
    if not shown or name.endswith(("’s", "'s")) or not _tells(name):
        return None
    called = _class().match(text, last, end)
    aliases: tuple[str, ...] = (
        acronym["acronym"] if acronym else "",
        f"{name}{called[0].lstrip('”’')}" if called else "",
    )
    if owned := re.match(r"(?:[A-Z][\w.]* )*(?:(?:in|of|the) )*(?:[A-Z][\w.]* )*[A-Z]\w*[’']s (?=[A-Z])", name):
        aliases = (*aliases, *(alias[owned.end() :] for alias in (name, *aliases[1:])))
    return NamedStandard(first, last, name, "initiative", normalise(name), tuple(filter(None, aliases)))


def _head(name: str, signed: bool) -> re.Match[str] | None:
    """Return the head noun of `name`, at the end or before "of", "for", "to", as English has it."""
    if " " not in name:
        return None
    topical = _any("topical_heads", after=_HEAD_END).search(name) if _any("topics").search(name) else None
    return (
        _any("heads", after=_HEAD_END).search(name)
        or topical
        or _any("open_heads").search(name)
        or (_any("signed_heads", after=_HEAD_END).search(name) if signed else None)
    )


def _tells(name: str) -> bool:
    """Whether a name has words besides its head and words that any name could have."""
    return _TELLING.search(_any("generic").sub("", _any("heads").sub("", name))) is not None


@cache
def _class() -> re.Pattern[str]:
    return re.compile(rf"[”\"’]?(?: \([^()\n]{{1,30}}\))?(?: [a-z]+)? (?:{'|'.join(_data()['classes'])})(?!\w)")


def _cut(phrase: str) -> str:
    """Cut "Civic Alliance and the Business Pledge" behind its first name, and a date or organ at the end."""
    for joint in re.finditer(r" and (?:the )?", phrase):
        left, right = phrase[: joint.start()], phrase[joint.end() :]
        if _ends_with_head(left) or (joint[0] == " and the " and (_head(right, False) or _ends_with_head(right))):
            return left
    return _ORGAN.sub("", _DATE.sub("", phrase.rstrip(" ,.&")))


def _ends_with_head(name: str) -> bool:
    last = name.split()[-1].rstrip(".,")
    return bool(_any("heads").fullmatch(last) or _any("topical_heads").fullmatch(last))


def _indices(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    told = -1  # where the last index ends that the company is said to be in
    if not _any("index_heads").search(text, start, end):
        return
    for phrase in _PHRASE.finditer(text, start, end):
        for first, last in _parts(phrase):
            head = _any("index_heads").search(text, first, last) or _small_index().match(text, last, end)
            name = re.sub(r"^Top \d+ of the ", "", text[first : head.end()]) if head else ""
            if not head or _any("never_index", "", "").search(name):
                continue
            before = text[max(start, first - 90) : first]
            listed = told > 0 and _JOINT.fullmatch(text, told, first)
            topical = _any("index_topics").search(name) and not _any("bare_index", "", "").fullmatch(name)
            rated = topical and _said("rated").search(before)
            contained = _said("contained").search(before) and not _any("markets", after="").match(name)
            if (listed and topical) or rated or (contained and name.count(" ")):
                told = head.end()
                yield NamedStandard(told - len(name), told, name, "rating", normalise(name))


@cache
def _said(name: str) -> re.Pattern[str]:
    """One of the list `name` of the file of frames, and small words up to the end."""
    return re.compile(rf"(?:{'|'.join(_data()[name])})(?: (?:the|a|an|[a-z]+|(?:19|20)\d\d|[“\"]))*[ “\"]*$")


@cache
def _small_index() -> re.Pattern[str]:
    return re.compile(r" (?:index(?:es)?|indices)\b")


def _parts(phrase: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of "Example ESG Index and Sample Climate Index", each an index."""
    at = phrase.start()
    for joint in re.finditer(r"(?<=Index) and (?:the )?|$", phrase[0]):
        last = phrase.start() + joint.start()
        into = _INTO.match(phrase.string, at, last)  # "Included in the Example ESG Index"
        yield into.end() if into else at, last
        at = phrase.start() + joint.end()


@cache
def _method() -> re.Pattern[str]:
    """A method with its issuer's acronym: "EXA/EXB 2020 guidance", "EXA's Project Footprint Methodologies"."""
    issuer = r"(?<![\w/])(?P<issuer>[A-Z][A-Z&]{2,20}+[\w-]{0,20}(?:/ ?[A-Z]{2,20}+\w{0,20}){0,9})(?:’s|'s)?"
    rest = r"(?P<rest>(?! and )(?: (?:[A-Z\d][\w-]{0,40}|on|of|for|and)){0,12}?)"
    heads = "|".join(_data()["method_heads"])
    return re.compile(rf"{issuer}{rest} (?:{heads})(?![\w-])")


@cache
def _following() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['following'])})(?: [\w,-]+){{0,9}} ?[“\"]?$")


def _methods(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in _method().finditer(text, start, end):
        issuer = m["issuer"]
        if issuer.upper() in _data()["not_issuers"] or re.search(r"\d{4,}", issuer):
            continue
        if text.count(issuer) > _OWN_ACRONYM:
            continue
        if _following().search(text, max(start, m.start() - 90), m.start()):
            yield NamedStandard(m.start(), m.end(), m[0], "technical_standard", normalise(issuer + m["rest"]))


@cache
def _introduced() -> re.Pattern[str]:
    """A title with the words that say it is a standard's: "the national standard Example Rules for Examples"."""
    title = rf"{_WORD}(?:(?:,| [–-]|:)?(?: {_SMALL}){{0,3}} {_WORD}){{2,}}"
    quoted = r"[“\"‘](?P<quoted>[A-Z][^“”\"‘\n]{8,120}?)[”\"’]"
    return re.compile(rf"(?:{'|'.join(_data()['introducing'])}),?:? (?:the )?(?:{quoted}|(?P<title>{title}))")


def _titles(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in _introduced().finditer(text, start, end):
        group = "quoted" if m["quoted"] else "title"
        name = _DATE.sub("", m[group].rstrip(" ,.&"))
        first = m.start(group)
        yield NamedStandard(first, first + len(name), name, "technical_standard", normalise(name))


def _codes(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for first, last in find_codes(text, start, end):
        name = text[first:last]
        kind = "technical_standard" if name.endswith("Guidelines") else "initiative"
        yield NamedStandard(first, last, name, kind, normalise(name))


def _trade_rules(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for rule in find_trade_rules(text, start, end):
        key = normalise(rule.owner or rule.name)
        yield NamedStandard(rule.start, rule.end, rule.name, "technical_standard", key, rule.aliases)
