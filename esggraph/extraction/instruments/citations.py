"""Instruments cited by their number or their day: "Law 6,404/76", "resolutions no. 21 and 22", "Decree of 5 May 2020".

Such citations need no capital letter, and one noun may have several numbers. What a name in capitals has before the
noun is a title's matter: the module titles reads "Companies Act 71 of 2008".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from esggraph.extraction.complements import COMPLEMENT
from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.title_names import alias_in
from esggraph.extraction.instruments.title_words import title_words
from esggraph.extraction.word_search import any_word
from esggraph.jurisdictions import nation_words
from esggraph.resources import load_data

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,? (?:of |de )?(?:{_MONTHS})(?:,? (?:de )?(?:19|20)\d\d)?"
    rf"|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:, ?(?:19|20)\d\d| (?:19|20)\d\d)?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_DATE = rf"(?:,? (?:of|dated|du|de|del)(?: the)? (?:{_DAY}|(?:19|20)\d\d\b))"
_SIGN = r"(?:(?:[Nn](?:[or]|os|úm|um)?\.? ?[°º]|[Nn](?:[or]|os|rs|úm)?\.|[Nn]os?|[Nn]umber|№) ?)"
# 18/CONS, 249/2012/R/gas, 3.233/12-DG/DPF, 96/2020/TT-BTC, 51/POJK.03/2017
_SUFFIX = r"(?:/ ?[A-Z][A-Za-z]{1,5}(?:-[A-Z]{2,5}|\.\d{2}/\d{4})?\b|/[A-Z]/[a-z]{2,6}\b|-[A-Z]{2,4}(?:/[A-Z]{2,4})?\b)"
_NUMBER = rf"\d[\d.,]*(?:(?<=\d)[/-]\d+)?(?:/\d+)?{_SUFFIX}?(?<=[\w])"
_LETTERED = r"[A-Z]{2,}[\w-]*(?:/[\w().-]+){2,}"  # "SEBI/HO/2021/56"
_ITEM = rf"(?:{_SIGN})?(?:{_NUMBER})(?:{_DATE})?"
_FURTHER = re.compile(rf"(?:,? (?:and|or|&|e|y|et) |, )(?:the )?(?={_SIGN}|\d[\d.,]*[/-]\d|\d{{4,}})(?P<item>{_ITEM})")
_ACRONYM = r"(?!(?:OF|TO|BY|THE|AND|WITH|IN|FOR|ON|UNDER)\b)[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]*) $")
_YEAR = re.compile(r"(?:19\d|20[0-3])\d")
_SUBJECT = re.compile(rf" (?:on|for|concerning|regarding|relating to) (?:the )?{COMPLEMENT}")
_FURTHER_DAY = re.compile(rf"(?:,? (?:and|or|&) |, )(?:of )?(?P<day>{_DAY})")
_DATED_KINDS = {
    "Circular": "government_guideline",
    "Recommendation": "government_guideline",
    "Law": "law",
    "Act": "law",
}
_BESIDE = r"\w/-"  # none of these stands before a citation
_MEETING = re.compile(
    r"(?:,? \w+)? (?:of|by) (?:the |our |its )?(?:Board|Annual|General|Extraordinary|Shareholders|AGM|board|meeting)"
)
_AUTHORITY = re.compile(
    r" (?:of|by|issued by) (?:the )?[^.;,]{0,50}?\b"
    r"(?:[Aa]gency|[Aa]uthority|[Mm]inistry|[Cc]ommission|Council of Ministers|Central Bank|Parliament|Secretariat)\b"
)
_PARENTHESIS = re.compile(r" ?\(([^()]{2,60})\)")
# codes that need no noun, and whose they are
_CODED = (
    (re.compile(r"\b\d{1,2} (?:CFR|C\.F\.R\.)(?: (?:[Pp]arts?|§+))? ?\d+(?:\.\d+)?"), "US"),
    (re.compile(r"(?<![\w-])NOM-\d{2,3}(?:-[A-Z]\d?)?-[A-Z]{3,9}\d?(?:/[A-Z]+)?-\d{4}"), "MX"),
    (re.compile(r"(?<![\w-])(?:UN(?:ECE)?|ECE)(?: WP\.29)?(?: Regulation)?[ -](?:No\. ?)?R ?\d{2,3}(?!\w)"), "INT"),
    (re.compile(r"(?<![\w-])(?:NCG|General Standard)(?: No\.?| N[°º])? ?\d{3}(?!\d)"), "CL"),
    (re.compile(r"\b(?:National|Multilateral) (?:Instrument|Policy) \d{2}-\d{3}"), "CA"),
    (re.compile(r"(?<![\w.])(?:S\.?I\.?|Statutory Instrument)(?: No\.?)? (?:19|20)\d\d/\d{1,4}\b"), None),
    (re.compile(r"\b(?:SEC |Exchange Act )?Rule \d{1,2}[a-z]\d?-\d{1,2}\b"), "US"),
    (
        re.compile(
            rf"(?<![\w-])(?!GRI|ISO|SASB){_ACRONYM} (?:Guideline|Notice|Instruction|Guidance Note|Practice Note|Rule)"
            r" (?:No\.? ?)?(?:[A-Z]{1,3}-\d{1,3}|\d{3,4})(?![\w-]|[.,]\d|/)"
        ),
        None,
    ),
    (re.compile(r"(?<![\w-])NR[- ]\d{1,2}(?![\w-]|[.,]\d|%)"), "BR"),
)
# "Act LIII of 2017", as Hungary numbers its acts
_ROMAN = re.compile(r"(?<![\w-])Act [CDILVX]+ of (?:19|20)\d\d")
# what an act is about, behind its number: "Act No. 90/2012 Coll., on Business Corporations"
_ABOUT = re.compile(
    r"(?: Coll\.| Sb\.)?,? (?:on|regarding|concerning) (?:the )?[A-Z][\w’-]*"
    r"(?:(?:,? (?:and|of|the|in|for|to|with|from|by|against))* [A-Z][\w’-]*){0,9}"
)
_EU_NUMBER = re.compile(r"\(?(?:EU|EC|EEC|CE|UE)\b|/ ?E[UE]?C?$|\b(?:Delegated|Council|Commission)\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument cited by number or day; offsets are those of the text it was found in."""

    name: str
    start: int
    end: int
    kind: str  # one of LAW_KINDS
    key: str  # identity: the noun and the number, with the year where one is printed
    jurisdiction: str | None  # that its issuer or its language tells
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    key: str
    sure: bool
    home: str | None


@dataclass(frozen=True, slots=True)
class _Patterns:
    issuer: re.Pattern[str]  # at the end of what stands before the noun
    numbered: re.Pattern[str]
    dated: re.Pattern[str]


@cache
def _heads() -> dict[str, _Head]:
    return {
        form: _Head(entry["kind"], entry.get("key", form), entry.get("sure", False), entry.get("home"))
        for entry in load_data("citations.toml")["head"]
        for form in entry["forms"]
    }


@cache
def _patterns() -> _Patterns:
    nations = "|".join(re.escape(n) for n in sorted({*nation_words(), "European"}, key=len, reverse=True))
    unit = r"(?:Ministry|Minister|Ministers|President|Council|Government|Secretariat|Department|Bank)"
    words = r"(?:(?: (?:of|and|for|the|,))* [A-Z][\w’'-]*){0,9}?"
    issuers = "|".join(load_data("citations.toml")["issuers"])
    before = re.compile(rf"(?<![\w/-])(?P<issuer>(?:(?:{nations}|{issuers}|{_ACRONYM}) ){{1,2}})$")
    numbered = re.compile(
        rf"(?P<noun>{any_word(_heads(), not_after=_BESIDE)})(?P<s>s?)"
        rf"(?P<after> (?:[A-Z]\w*[A-Z]\w*|of the {unit}{words})(?= [Nn]))?"
        rf"(?P<union> ?\((?:[A-Z]\.?){{2,8}}(?:[ ,]+[A-Z]+)?\))?[.,]? (?P<item>(?:{_SIGN})?{_LETTERED}|{_ITEM})"
    )
    dated = re.compile(
        rf"(?P<issuer>(?<![\w/-]){unit}{words} )?"
        r"(?<![\w/-])(?P<noun>"
        r"(?:[Pp]rime [Mm]inisterial |Ministerial |Directorial |Royal |Presidential |Legislative )?"
        rf"(?:Decree|Circular|Order|Resolution|Ordinance|Decree[ -]Law|Law[ -]Decree|Law|Act|Recommendation)s?"
        rf"(?: of the {unit}{words})?)(?: of|,? dated) (?P<day>{_DAY})"
    )
    return _Patterns(before, numbered, dated)


def citations(text: str) -> list[Citation]:
    """Return the instruments that `text` cites by number or by day, in its order."""
    patterns = _patterns()
    found: list[Citation] = []
    for m in patterns.numbered.finditer(text):
        found += _numbered(text, m)
    for m in patterns.dated.finditer(text):
        if not m["issuer"] and _goes_on_before(text, m.start()):
            continue  # "Example Law of May 5, 2020"
        if _YEAR.search(m["day"]) and not any(c.start < m.end() and m.start() < c.end for c in found):
            found += _dated(text, m)
    for pattern, home in _CODED:
        for m in pattern.finditer(text):
            found.append(Citation(m[0], m.start(), m.end(), "regulation", re.sub(r"[ -]+", " ", m[0]).lower(), home))
    found += (Citation(m[0], m.start(), m.end(), "law", m[0].lower(), "HU") for m in _ROMAN.finditer(text))
    return sorted((_in_full(c, text) for c in _complete(found)), key=lambda c: c.start)


def _in_full(citation: Citation, text: str) -> Citation:
    """Return `citation` with the subject that `text` tells behind its number as one of its forms."""
    about = _ABOUT.match(text, citation.end) if citation.kind == "law" else None
    if not about:
        return citation
    return replace(citation, aliases=(*citation.aliases, f"{citation.name}{about[0]}"))


def identity(noun: str, number: str) -> str:
    """Return what is equal for all ways to cite the instrument `number` of the kind `noun`: "Law", "6,404/76"."""
    head = _heads().get(noun.lower())
    return _key(head.key if head else noun.lower(), number, "")


def _dated(text: str, m: re.Match[str]) -> Iterator[Citation]:
    """Yield the citations by day from `m` on: "Directorial Decrees of 1.2.2007 and 29.5.2007" are two."""
    issuer = m["issuer"] or _issuer(text, m.start())
    noun = m["noun"].split(" of ")[0]
    kind = next((kind for end, kind in _DATED_KINDS.items() if noun.removesuffix("s").endswith(end)), "regulation")
    first = re.sub(r"\s+", " ", f"{issuer}{text[m.start('noun') : m.end()]}")
    days = [(m.end() - len(first), m.start("day"), m.end())]
    while further := _FURTHER_DAY.match(text, days[-1][2]) if noun.endswith("s") else None:
        days.append((further.start("day"), further.start("day"), further.end()))
    for start, at, end in days:
        name = f"{first[: -len(m['day'])]}{text[at:end]}"
        name = name.replace(noun, noun.removesuffix("s"), 1)
        about = _SUBJECT.match(text, end)  # "Law of 5 May 2020 on the right to repair"
        aliases = (f"{name}{about[0]}",) if about else ()
        yield Citation(name, start, end, kind, name.lower(), named_in(issuer or m["noun"]), aliases)


def _goes_on_before(text: str, start: int) -> bool:
    """Return whether a capitalised word before `text[start]` belongs to the name: "Companies Act 71 of 2008"."""
    before = None if _issuer(text, start) else _WORD_BEFORE.search(text, max(0, start - 30), start)
    words = title_words()
    return before is not None and before[1] not in words.openers | words.starters | _ARTICLES


def _issuer(text: str, end: int) -> str:
    """Return the acronym or the nation before a noun that starts at `end`, with the blank: "AGCom ", "Italian "."""
    before = _patterns().issuer.search(text, max(0, end - 40), end)
    of = re.search(r"\b[A-Z]\w+ of $", text[max(0, end - 60) : before.start()]) if before else None
    if not before or (of and before["issuer"].strip() in nation_words()):
        return ""  # "Bank of Italy Circular"
    return before["issuer"]


def _numbered(text: str, m: re.Match[str]) -> Iterator[Citation]:
    """Yield the citations that the noun and the numbers from `m` on make."""
    head = _heads()[m["noun"].lower()]
    front = _issuer(text, m.start())
    issuer = (front or m["after"] or "").strip()
    if not front and _goes_on_before(text, m.start()):
        return  # "Companies Act 71 of 2008"
    items = [(m["item"], m.start() - len(front), m.end())]
    while further := _FURTHER.match(text, items[-1][2]):
        items.append((further["item"], further.start("item"), further.end()))
    named = named_in(issuer) if issuer else None
    after = _PARENTHESIS.match(text, items[-1][2])
    alias = after and alias_in(after[1])
    signed = bool(re.match(_SIGN, m["item"]))
    for number, (item, start, end) in enumerate(items):
        figure, date = _split(item)
        union = bool(_EU_NUMBER.search(m["union"] or "") or _EU_NUMBER.search(figure)) or (
            named == "EU" and "/" in figure
        )
        made = _AUTHORITY.match(text, end)
        ruled = bool(date and _YEAR.search(date)) or made
        told = head.sure or union or issuer or "/" in figure or (signed and ruled) or made
        high = head.sure and re.fullmatch(r"\d{4,5}|\d{1,3}[.,]\d{3}", figure) and not _YEAR.fullmatch(figure)
        shown = signed or not figure[0].isdigit() or re.search(r"[/-]\d", figure) or date or high or made or named
        if re.fullmatch(r"(?:19|20)\d\d[-/](?:19|20)?\d\d", figure) and not union and head.kind != "regulation":
            return  # "ACT 2020-2022": a period
        if not told or not shown or not re.search(r"\d", figure) or _MEETING.match(text, end):
            return
        noun = m["noun"] if len(items) == 1 or not m["s"] else m["noun"].rstrip("s")
        bare = " ".join(filter(None, (noun, (m["after"] or "").strip(), (m["union"] or "").strip(), figure)))
        if number and signed and figure[0].isdigit():
            bare = f"{noun} {re.match(_SIGN, m['item'])[0].strip()} {figure}"  # type: ignore[index]
        whole = f"{bare}{date}"
        name = whole if date and _year(figure) is None else bare
        forms = [bare, whole]
        if front:
            forms += [f"{issuer} {bare}", f"{issuer} {whole}"]
            name = name if issuer in nation_words() or issuer == "European" else f"{issuer} {name}"
        where = "EU" if union else named or head.home
        aliases = [f for f in dict.fromkeys(forms) if f != name]
        if alias and number == len(items) - 1:
            aliases.append(alias)
        if re.search(r"\d/ ?[A-Z]{3,}$", figure):
            aliases.append(re.sub(rf"^{_SIGN}", "", figure))  # "348/18/CONS" is enough
        yield Citation(name, start, end, head.kind, _key(head.key, figure, date), where, tuple(aliases))


_ARTICLES = frozenset(("The", "An", "Article", "Art", "Section"))


def _split(item: str) -> tuple[str, str]:
    """Return the number of a citation and the words of its date."""
    date = re.search(rf"{_DATE}$", item)
    return (item[: date.start()], date[0]) if date else (item, "")


def _year(figure: str) -> str | None:
    """Return the year, two digits, in the number of an instrument: 6,404/76, 2016/679, 2021-278."""
    parts = _parts(figure)
    if len(parts) < 2:
        return None
    long = [p for p in parts if _YEAR.fullmatch(p)]
    if len(long) == 1:
        return long[0][2:]
    if _EU_NUMBER.search(figure) and len(parts[0]) == 2:
        return parts[0]  # "79/409/EEC"
    if len(long) > 1:
        # "2019/2088", but "No 1907/2006"
        return long[-1 if re.match(_SIGN, figure) or parts[0] < "1950" else 0][2:]
    short = next((p for p in parts[1:] if len(p) == 2), None)
    return short


def _parts(figure: str) -> list[str]:
    return re.findall(r"\d+", re.sub(r"[.,](?=\d{3})", "", figure))


def _key(noun: str, figure: str, date: str) -> str:
    if lettered := re.search(_LETTERED, figure):
        return lettered[0].lower()
    year = _year(figure)
    rest = list(_parts(figure))
    for printed in (f"20{year}", f"19{year}", year):
        if printed in rest and len(rest) > 1:
            rest.remove(printed)
            break
    in_date = _YEAR.search(date)
    year = year or (in_date[0][2:] if in_date else None)
    return " ".join((noun, *rest)) + (f"/{year}" if year else "")


def _complete(found: list[Citation]) -> list[Citation]:
    """Return `found` where a number without its year is the one number that has a year elsewhere."""
    dated: dict[str, set[str]] = defaultdict(set)
    for c in found:
        bare, stroke, _ = c.key.rpartition("/")
        if stroke:
            dated[bare].add(c.key)
    return [replace(c, key=next(iter(keys))) if len(keys := dated.get(c.key, set())) == 1 else c for c in found]
