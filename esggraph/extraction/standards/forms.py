"""Standards that no list knows and that need no frame: their own form shows them (`data/standard_forms.toml`).

"Task Force on Example-related Financial Disclosures (TEFD)", "EXA Content Index", "Examplelytics ESG rating of AA".
Works on one sentence at a time; offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.standards.initiatives import NamedStandard, framing, framing_words, never_initiative
from esggraph.names import normalise
from esggraph.resources import load_data

_ACRONYM = re.compile(r" ?\((?:the |hereinafter )?[“\"‘']?(?P<acronym>[A-Z][A-Za-z&-]{1,9})[”\"’']?\)")
_SMALL = frozenset(("of", "for", "on", "the", "and", "to", "in", "&", "initiative", "with", "by"))
_NEAR = 150  # characters: the words that tell a rating stand so near it
_REACH = 130  # characters: no name before its acronym is longer
_CODED = re.compile(
    r"(?:The )?[A-Z][A-Za-z]{0,11} ?(?:100\+?|200|250|300|360|500|1000|2030|2040|2050)(?![\w%-]|[.,:]\d)"
)
_CODED_MEMBER = re.compile(
    rf"(?<![\w-])(?P<name>{_CODED.pattern}) (?:member|signatory|participant|initiative|campaign|commitment)"
)
_ROUND = re.compile(r"[1235]\d{0,2}0")  # every number that such names have
_PLUS = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+ ){1,3}(?:50|100|200)\+(?!\w)")
_COUNTED = re.compile(r"\b(?:FY|ISO|Fortune|Top|CSI|FTSE|COP|G|Vision|Agenda|Covid|In|By|The)[ -]?\d", re.I)
_AND = re.compile(r"(?:, and|,| and| &) (?:the )?")
_NAME = r"(?P<name>[A-Z][\w&.-]*(?:’s|'s)?(?: (?:[A-Z][\w&.-]*|for|of)){0,3}?)"


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return load_data("standard_forms.toml")


@cache
def _heads() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"(?<![\w-])(?:{'|'.join(heads)})$") for kind, heads in _data()["heads"].items()}


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['field']['topics'])})\b")


def _of_the_field(kind: str, name: str) -> bool:
    if kind == "rating":
        return framing("index_topics").search(name) is not None
    return framing("topics").search(name) is not None or _topics().search(name) is not None


@cache
def _any(group: str, name: str, after: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()[group][name])}){after}")


def find_formed(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the standards that the sentence `text[start:end]` names in a form that shows them."""
    yield from _with_acronym(text, start, end)
    yield from _explained(text, start, end)
    yield from _of_the_world(text, start, end)
    yield from _spoken(text, start, end)
    yield from _coded(text, start, end)
    yield from _rated(text, start, end)
    yield from _of_debt(text, start, end)
    yield from _adopted(text, start, end)


def _with_acronym(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in _ACRONYM.finditer(text, start, end):
        first = _named_by(text, max(start, m.start() - _REACH), m.start(), m["acronym"])
        if first is None or _is_own(text, start, first):
            continue
        name = text[first : m.start()]
        if kind := _kind(name):
            yield NamedStandard(first, m.start(), name, kind, normalise(_UNITED.sub("", name)), (m["acronym"],))


def _kind(name: str) -> str | None:
    """Return the kind of standard that the words of `name` tell, one of STANDARD_KINDS; None where they tell none."""
    kind = next((k for k, head in _heads().items() if head.search(name)), None)
    if kind is None or not _of_the_field(kind, name):
        return None
    return None if never_initiative(re.sub(r"\bStandards? Board\b|^Task ?[Ff]orce on\b", "", name)) else kind


_UNITED = re.compile(r"^(?:UN|U\.N\.|United Nations)(?: \([A-Z]+\))?(?:[’']s?)? ")
_EXPLAINED = re.compile(r"(?<![\w-])(?P<acronym>[A-Z][A-Za-z]{1,7}) ?\((?:the )?(?P<name>[A-Z][^()\n]{8,90}?)\)")


def _explained(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the names behind their acronyms: "EXRA (Example Responsible Assurance Process)"."""
    for m in _EXPLAINED.finditer(text, start, end):
        named = _named_by(text, m.start("name"), m.end("name"), m["acronym"]) == m.start("name")
        if named and (kind := _kind(m["name"])) and not _is_own(text, start, m.start()):
            yield NamedStandard(m.start(), m.end(), m["name"], kind, normalise(m["name"]), (m["acronym"],))


@cache
def _world_pattern() -> re.Pattern[str]:
    heads = "|".join((*_data()["heads"]["reporting_framework"], *_data()["field"]["world_heads"]))
    opener = "|".join(_data()["field"]["openers"])
    word = r"(?:[A-Z][\w’'-]*|<IR>|\([A-Z]{2,5}\)|of|for|on|and|to|in|&)"
    return re.compile(rf"(?<![\w-])(?:{opener}) (?:{word} ){{0,9}}?(?:{heads})(?![\w-])")


def _of_the_world(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield the names that begin as only an outside one does: "United Nations Example Compact"."""
    for m in _world_pattern().finditer(text, start, end):
        if m[0].count(" ") > 1 and (kind := _kind(m[0])) and not _is_own(text, start, m.start()):
            yield NamedStandard(m.start(), m.end(), m[0], kind, normalise(_UNITED.sub("", m[0])))


def _named_by(text: str, start: int, end: int, acronym: str) -> int | None:
    """Return where the name begins that ends at `end` and has the letters of `acronym` as initials."""
    letters = re.sub(r"[^a-z]", "", acronym.removesuffix("s").lower())
    best = None
    initials = ""
    for word in reversed(list(re.finditer(r"\S+", text[start:end]))):
        plain = word[0].strip('“"‘”’(')
        if not plain or word[0][-1] in ",.;:)" or not (plain[0].isupper() or plain in _SMALL or "-" in plain):
            break
        initials = _initials(plain) + initials
        if plain[0].isupper() and plain[0].lower() == letters[0] and _subsequence(letters, initials):
            best = start + word.start() + word[0].index(plain)
            if len(initials.replace("o", "")) > len(letters) + 4:
                break
    return best


def _initials(word: str) -> str:
    """Return the letters that `word` gives to an acronym; one in capitals gives all of them."""
    parts = [part for part in word.split("-") if part]
    return "".join(part.lower() if part.isupper() and part.isalpha() else part[0].lower() for part in parts)


def _subsequence(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _is_own(text: str, start: int, first: int) -> bool:
    before = text[max(start, first - 90) : first]
    return bool(
        _any("own", "before", r"(?: [a-z-]+)? ?[“\"‘]?$").search(before) or _any("own", "founding").search(before)
    )


def _of_debt(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in _any("debt", "names", r"(?![\w-])").finditer(text, start, end):
        if not _is_own(text, start, m.start()):
            yield NamedStandard(m.start(), m.end(), m[0], "technical_standard", normalise(m[0]))


@cache
def _adopted_pattern() -> re.Pattern[str]:
    """A frame, and a name with its head: "is aligned with the Example Principles"."""
    frames, heads = "|".join(_data()["adopted"]["frames"]), "|".join(_data()["adopted"]["heads"])
    word = r"[A-Z][\w’'.-]{1,40}"
    name = rf"(?P<name>{word}(?: (?:(?:of|for|on|and|in|the|&) )?{word}){{0,6}}?"
    return re.compile(
        rf"\b(?:{frames}) (?:the )?{name} (?:{heads}))(?![\w-])(?P<scope> (?:for|on|of) {word}(?: {word})*)?"
    )


def _adopted(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield what the company adopts, follows or reports against and has a head that tells an outsider's rules."""
    for m in _adopted_pattern().finditer(text, start, end):
        name, last = m["name"], m.end("name")
        if never_initiative(name):  # "the Example Foundation's Sample Framework"
            name = re.split(r"[’']s ", name)[-1]
        first = last - len(name)
        if m["scope"] and name.endswith("Principles"):
            name, last = name + m["scope"], m.end("scope")
        words = name.split()[:-1]
        if all(_any("adopted", "own_words", "$").match(word) for word in words) or never_initiative(name):
            continue
        kind = "initiative" if re.search(r"Initiative|Compact|Accord|Mandate", name) else ""
        kind = kind or ("reporting_framework" if "Report" in name or "Disclos" in name else "technical_standard")
        yield NamedStandard(first, last, name, kind, normalise(name))


def _spoken(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    for m in _spoken_pattern().finditer(text, start, end):
        acronym = m["acronym"]
        if acronym.upper() not in framing_words("not_issuers") and acronym.rstrip("s").upper() not in framing_words(
            "not_issuers"
        ):
            yield NamedStandard(m.start(), m.end("acronym"), acronym, "reporting_framework", normalise(acronym))


@cache
def _spoken_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/&-])(?P<acronym>[A-Z]{{3,6}}) (?:{'|'.join(_data()['spoken']['nouns'])})(?![\w-])")


@cache
def _coded_pattern() -> re.Pattern[str]:
    frames = "|".join(f for f in framing_words("joining") if "upport" not in f and "articipat" not in f)
    return re.compile(
        rf"(?<![\w-])(?:{frames}) (?:the |global |campaign |initiative |[“\"‘])*(?P<name>{_CODED.pattern})"
    )


def _coded(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    """Yield names with a round number that the company has joined: "member of EX100 and EY100", "an EX100 member"."""
    if not _ROUND.search(text, start, end):
        return
    for m in _PLUS.finditer(text, start, end):
        yield NamedStandard(m.start(), m.end(), m[0], "initiative", normalise(m[0]))
    for m in (*_coded_pattern().finditer(text, start, end), *_CODED_MEMBER.finditer(text, start, end)):
        at = m.start("name")
        while name := _CODED.match(text, at, end):
            if not _COUNTED.search(name[0]):
                yield NamedStandard(at, name.end(), name[0], "initiative", normalise(name[0]))
            joint = _AND.match(text, name.end(), end)
            at = joint.end() if joint else end


@cache
def _near_ratings() -> re.Pattern[str]:
    """What is said near a rating, as it can be found quickly."""
    return re.compile("|".join(_data()["ratings"]["around"]))


@cache
def _rating_patterns() -> tuple[re.Pattern[str], ...]:
    """A rater beside what is rated and the grade, in the orders in which they stand."""
    grade = rf"[“\"‘]?(?:{'|'.join(_data()['ratings']['grades'])})(?![\w%])"
    said = "|".join(_data()["ratings"]["said"])
    rater = _NAME.replace("(?P<name>", "(?:(?<=[^\\w-])|^)(?P<name>")
    pair = "|".join(_data()["ratings"]["telling_grades"])
    return (
        # "EXA: BBB", in a line of its own or beside others
        re.compile(
            rf"(?:^|(?<=[.;,|•:] )|(?<=and )){_NAME}(?: {said})?(?: \(?20\d\d\)?)? ?[:|–-]? ?(?:{pair})(?![\w%])", re.M
        ),
        # "Examplelytics ESG Risk Rating: 18.2", "EXA ESG rating of AA"
        re.compile(rf"{rater} (?:{said})(?:[^.;\n]{{0,30}}?[ :(–-]){grade}"),
        # "rated AA by Examplelytics", "a score of 71 from Examplelytics"
        re.compile(
            rf"\b(?:[Rr]ated|[Ss]cored?|[Rr]ating of|[Ss]core of|[Gg]rade of|(?:received|awarded|achieved) an?) {grade}"
            rf"(?: (?:{said}|rating|score|grade|medal|status))?(?: in [^.;,\n]{{3,40}}?)?"
            rf" (?:by|from) (?:the )?{_NAME}(?=[ ,.;)]|$)"
        ),
    )


def _rated(text: str, start: int, end: int) -> Iterator[NamedStandard]:
    if not _near_ratings().search(text, max(0, start - _NEAR), end + _NEAR):
        return
    for pattern in _rating_patterns():
        for m in pattern.finditer(text, start, end):
            around = text[max(0, m.start() - _NEAR) : m.end() + _NEAR]
            if not _any("ratings", "around").search(around) or _any("ratings", "never").search(around):
                continue
            name = re.sub(r"(?:’s|'s|\.)$", "", m["name"])
            if _any("ratings", "no_rater", r"\b").match(name) or len(name) < 3 or never_initiative(name):
                continue
            if name.upper() not in framing_words("not_issuers"):
                yield NamedStandard(m.start("name"), m.start("name") + len(name), name, "rating", normalise(name))
