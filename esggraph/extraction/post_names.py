"""The grammar of the titles of governance posts: where a title begins and ends, and which titles are one post.

The words are data (`data/post_names.toml`). Whether a post takes part in governance is not decided here.
Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.resources import PACKAGE

_CAP = r"(?:[A-Z][\w’'&/-]*)"
_FIELD = rf"{_CAP}(?:(?:,? (?:and|&) (?:the )?|, (?={_CAP}(?:, {_CAP})*,? (?:and|&) )| of (?:the )?|/| ){_CAP})*"
_NOT_TITLE = r"(?!(?:Chief|Senior|Executive|Vice|President|Chair|Director|Head|General|SVP|EVP|VP|CEO|CFO|Delta Air Lines)\b)"
_FIELD_RUN = (
    rf"{_NOT_TITLE}{_CAP}(?:(?: |,? (?:and|&) |/){_NOT_TITLE}{_CAP}|, (?={_CAP}(?: {_CAP})*(?:, {_CAP}(?: {_CAP})*)*,? (?:and|&) (?!the\b|{_CAP} President)){_NOT_TITLE}{_CAP}| of {_NOT_TITLE}{_CAP})*"
)
_RANK = r"(?:(?:Executive|Senior|Corporate|Group|First|Deputy|Global|Assistant|Associate) )*(?:Vice[- ]President|VP|EVP|SVP)"


@dataclass(frozen=True, slots=True)
class PostName:
    """One place where a post's title stands."""

    name: str
    start: int
    end: int
    core: str  # the part that tells the post: "Chief Compliance Officer" of "Senior Vice President and Chief Compliance Officer"
    kind: str  # chief, chair, rank, director, head, officer, charge
    plural: bool


@cache
def load_words() -> dict[str, dict[str, list[str]]]:
    """Return the words of `data/post_names.toml`, section by section."""
    return tomllib.loads((PACKAGE / "data" / "post_names.toml").read_text(encoding="utf-8"))


@cache
def acronyms() -> dict[str, str]:
    """Return the acronyms that mean the same post everywhere."""
    return dict(load_words()["acronyms"])  # type: ignore[arg-type]


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    fields = "|".join(re.escape(s) for s in load_words()["fields"]["stems"])
    acronym = "|".join(acronyms())
    return [
        ("chief", re.compile(
            rf"\b(?:(?:{_RANK}|President|Chairman|Chairperson|Chair|Managing Director|General Manager),?(?: and | & | – | - |, | )|Group |Deputy |Global |Acting |Interim )?"
            r"(?:Chief(?: of (?:Operations|Staff|Sustainability)| (?:[A-Z][\w’'&/-]*,? |and |& ){0,7}?(?:Officers?|Counsel|Executive(?! Officer)|Scientist|Technologist|Economist|Actuary|Auditor|Accountant|Ethicist|Architect|Engineer))"
            r"|chief (?:[a-z&/-]+ ){1,4}?officers?|chief executive(?! officer))"
        )),
        ("chief", re.compile(rf"(?<![\w/-])(?:(?:Chairman|Chair|President)(?: and | & |/))?(?:Group )?(?:{acronym})(?:/(?:COO|GM|President))?(?![\w-])(?! of [A-Z])")),
        ("chair", re.compile(
            r"\b(?:[Vv]ice |[Dd]eputy |[Hh]onorary |[Cc]o-|[Ll]ead |[Ii]ndependent |[Nn]on-[Ee]xecutive |[Ee]xecutive )*(?:[Cc]hair(?:man|woman|person|men|persons)|Chair)\b"
            r"(?: of (?:the |our )?(?:Company[’']s )?(?:Board of (?:Directors|Statutory Auditors|Supervisors|Management)|Supervisory Board|(?:[A-Z][\w&-]*,? |and |& ){0,8}(?:Committee|Subcommittee|Council|Board|BOD|BoD)))?"
        )),
        ("chair", re.compile(r"\b(?:Board|BOD|BoD) [Cc]hair(?:man|woman|person)?\b")),
        ("rank", re.compile(rf"\b{_RANK}s?(?: of (?:the )?|, | – | - | for | — ){_FIELD_RUN}")),
        ("rank", re.compile(r"\b(?:(?:[Ee]xecutive|[Ss]enior|[Dd]eputy) )?[Vv]ice[- ][Pp]residents?\b|(?<![Vv]ice )\b[Pp]resident(?!s|ial)\b(?! (?:Biden|Trump|Obama|Xi))")),
        ("director", re.compile(
            r"\b(?:(?:[Ii]ndependent|[Nn]on-?[Ee]xecutive|[Ee]xecutive|[Oo]utside|[Ee]xternal|[Ii]nternal|[Ll]ead|[Nn]on-independent|[Ii]nside|[Ee]mployee|[Ss]hareholder)[,]? ){1,4}[Dd]irectors?\b"
        )),
        ("head", re.compile(rf"\b(?:[Hh]ead|[Gg]eneral [Mm]anager|[Gg]eneral [Ee]xecutive [Dd]irector|[Mm]anaging [Dd]irector|[Dd]irector|VP)s?,? of (?:the |our )?{_FIELD_RUN}")),
        ("charge", re.compile(r"\b(?:executives?|persons?|managers?|leaders?|directors?|officers?)(?: responsible| in charge) (?:of|for) (?:the )?(?:[A-Z][\w&-]*(?: [A-Z][\w&-]*)*|[a-z-]+(?: and [a-z-]+)?)")),
        ("officer", re.compile(r"\b(?:General Counsel|general counsel|(?:Board|Company|Corporate|Joint Company|General) Secretary|[Ss]ecretary (?:General )?(?:of|to) the Board(?: of Directors)?|board secretary|company secretary|Controller|Treasurer|Ombuds(?:man|person))\b")),
        ("officer", re.compile(
            rf"\b(?:(?:[A-Z][\w&/-]* |and |& ){{0,4}}?(?:(?i:{fields})[\w&-]*) (?:[A-Z][\w&/-]* |(?:and|&) |[a-z]+ ){{0,2}}?)(?:[Oo]fficer|[Mm]anager|[Dd]irector|[Ss]pecialist|[Ss]ecretary)s?\b"
        )),
    ]  # fmt: skip


def find_posts(text: str) -> Iterator[PostName]:
    """Yield the titles of posts in `text`; where titles overlap, the one that was found by the more telling pattern."""
    taken: dict[int, None] = {}
    for kind, pattern in _patterns():
        for m in pattern.finditer(text):
            start, end = m.span()
            words = load_words()["stop"]["words"]
            while kind in ("officer",) and (first := re.match(r"[^\s]+\s", text[start:end])) and first.group().strip().lower() in words:
                start += first.end()
            if any(i in taken for i in range(start, end)) or "\n" in text[start:end]:
                continue
            taken.update(dict.fromkeys(range(start, end)))
            name = text[start:end]
            yield PostName(name, start, end, _core(name, kind), kind, bool(re.search(r"[a-z]s$", name)) and not name.endswith("ss"))


def _core(name: str, kind: str) -> str:
    if kind == "chief":
        if m := re.search(r"[Cc]hief.*", name):
            return m.group()
        for short, full in acronyms().items():
            if re.search(rf"\b{short}\b", name):
                return full
    return name
