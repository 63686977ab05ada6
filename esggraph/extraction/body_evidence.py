"""What a report says of the bodies it names: whose they are, whether they were set up, what they do.

A name says little by itself ("Quality Council" may be the company's or an association's), so the words around all the
places of a name are weighed together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from esggraph.extraction.body_names import BodyName, generic, load_words
from esggraph.resources import PACKAGE

_NEAR = 80  # characters beside a name in which the words of its frame stand
_BALANCED = r"(?:[^.;()]|\([^()]*\))*"
_ORGAN = r"\b(?:committee|council|working group|task force|steering group|leading group|team|governance structure|lines? of defen[cs]e|functional departments|relevant departments|related departments)\b"
_STRUCTURE = r"\b(?:committee|council|board|working group|task force|team|structure|framework|departments?|divisions|functions|governance|system|lines? of defen[cs]e|office|group|members)\b"
_SURE_HEADS = frozenset(
    {"department", "division", "team"}
)  # other heads name places, plants and institutes too
_MEMBER_HEADS = frozenset({"department", "division", "centre", "center"})
_BOARD_OFFICE = re.compile(r"\b(?:Board|B[Oo]D|board|Secretary)\b")
_OFTEN_OUTSIDE = frozenset({"commission", "panel", "action group", "expert group"})
_UNSURE_PLAIN = frozenset(
    {"organization", "organisation", "function", "center", "centre", "unit", "cell", "headquarters"}
)
_COLLECTIVE = frozenset(
    {
        "board",
        "special",
        "specialised",
        "specialized",
        "professional",
        "standing",
        "other",
        "various",
        "relevant",
        "respective",
    }
)
_MEMBERS = (
    r"[^.;]{0,80}\b(?:compris|consist|compos|made up|members?:|membership|includ|lines? of defen|such as|namely)"
    + _BALANCED
    + "$"
)
_MAIL = re.compile(r"^[^.;]{0,60}[\w.-]+@\w")
_OWN_WORDS = frozenset(
    {"company", "group", "corporation", "bank", "firm", "board", "our", "organisation", "organization"}
)
_OWNER = re.compile(
    r" (?:of|at|in|within|under) (?:the )?((?:[A-Z][\w&.’'-]*)(?: (?:of |and |& )?[A-Z][\w&.’'-]*)*)"
)
_POSSESSOR = re.compile(r"([\w&.-]+)(?:['’]s|s['’])\s+(?:own |new )?$")
_UNDER_BOARD = re.compile(
    r"^,?(?: \([^)]*\))?(?: (?:is|was|are|were|has been))?(?: also)?(?: (?:set up|established|formed|operat\w+))? (?:under|of|within|by|reporting to|reports? to) (?:the |our )?(?:[\w’']+ )?(?:Board|BOD|BoD)"
)
_BOARD_LIST = re.compile(
    r"(?:committees? (?:under|of|within) (?:the |our )?(?:\w+[’']s )?(?:Board|BOD|BoD)|(?:[Bb]oard|BOD|BoD)(?: of Directors)? (?:has|have|had|established|comprises|set up|is supported by|is assisted by)|[Bb]oard (?:level|committees))[^.]*$"
)


@dataclass(slots=True)
class Candidate:
    """All places of one name, and what they say together (numbers of places)."""

    key: str
    names: list[BodyName] = field(default_factory=list)
    ours: int = 0
    setup: int = 0
    having: int = 0
    duty: int = 0
    strong_duty: int = 0
    placed: int = 0
    member: int = 0  # stands in a list of members together with other bodies
    organ_member: int = 0  # the same, and the list is that of a committee, a group or a line of defence
    label: int = 0  # stands alone: a heading, a chart's label, a cell
    contact: int = 0
    chart: int = 0  # a label beside other labels
    subject: int = 0  # a subject of governance stands near
    elsewhere: int = 0
    listed_elsewhere: int = 0  # stands in a list of memberships, initiatives or authorities
    company: int = 0  # stands beside another's body
    board: int = 0  # a committee of the board

    def absorb(self, other: Candidate) -> None:
        """Take over the places of `other`, which is a shorter form of the same name."""
        self.names += other.names
        for count in (
            "ours",
            "setup",
            "having",
            "duty",
            "strong_duty",
            "placed",
            "member",
            "organ_member",
            "label",
            "contact",
            "chart",
            "subject",
            "elsewhere",
            "listed_elsewhere",
            "company",
            "board",
        ):
            setattr(self, count, getattr(self, count) + getattr(other, count))

    @property
    def cased(self) -> bool:
        """Whether it is printed in title case somewhere."""
        return any(n.cased for n in self.names)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads((PACKAGE / "data" / "body_evidence.toml").read_text(encoding="utf-8"))
    stems = {k: "|".join(v["stems"]) for k, v in data.items() if "stems" in v}
    phrases = {k: "|".join(v["phrases"]) for k, v in data.items() if "phrases" in v}
    subjects = "|".join(map(re.escape, load_words()["subjects"]["stems"]))
    made = rf"\b(?:{stems['setup']})\w*"
    return {
        "setup before": re.compile(rf"{made}(?: and \w+)?(?: of)?(?: [\w-]+,)?(?: (?:an?|the|our|its|this|\w+[’']s))?(?: (?!(?:for|to|in|of|on|by|with|and|or)\b)[\w-]+){{0,2}} ?[“\"]?$", re.I),
        "setup list": re.compile(rf"{made}[^.;]{{0,90}}(?:committees?|departments?|groups?|teams?|councils?|offices?|bodies)\b[^.;]{{0,120}}(?:,| and| namely| including) ?(?:an?|the)? ?$", re.I),
        "setup after": re.compile(rf"^(?: \([^)]*\))?,? (?:which |that )?(?:was|were|has been|have been|is|are)(?: \w+ly)? (?:{stems['setup']})", re.I),
        "having": re.compile(rf"\b(?:{stems['having']})\w*(?: (?:an?|the|our|its|also|[a-z-]+)){{0,3}} ?$", re.I),
        "duty": re.compile(rf"^[^.;]{{0,50}}\b(?:{stems['duty']})", re.I),
        "strong duty": re.compile(rf"^[^.;]{{0,45}}\b(?:{phrases['strong_duty']})\b", re.I),
        "placed": re.compile(rf"\b(?:{phrases['placed']}){_BALANCED}$", re.I),
        "members": re.compile(_STRUCTURE + _MEMBERS, re.I),
        "organ members": re.compile(_ORGAN + _MEMBERS, re.I),
        "memberships": re.compile(r"membership|association|affiliat|initiatives|awards?\b|honou?rs|recogni", re.I),
        "elsewhere far": re.compile(r"\b(?:participa(?:t\w+ in|nt)|members? of (?:the |an? )?(?:international|industry|external|various)|our role in|active in|agenc(?:y|ies)|authorities|associations|(?:industry|international|external|global) initiatives)\b[^.;•]*$", re.I),
        "elsewhere": re.compile(rf"\b(?:{phrases['elsewhere']})(?: (?:a|an|the|its|relevant|various|other|\w+))?,? ?$", re.I),
        "subject": re.compile(rf"\b(?:{subjects})", re.I),
    }  # fmt: skip


def about_governance(words: str) -> bool:
    """Return whether `words` name a subject of governance: risk, safety, ethics, people, …"""
    return _patterns()["subject"].search(words) is not None


def weigh(
    c: Candidate, name: BodyName, text: str, sentence: tuple[int, int], section: str, company: Iterable[str]
) -> None:
    """Add one place of a name to what its candidate `c` knows. `section`: the heading above."""
    p = _patterns()
    start, end = sentence
    before = text[max(start, name.start - _NEAR) : name.start]
    far = text[max(start, name.start - 300) : name.start]
    after = text[name.end : min(end, name.end + _NEAR)]
    c.names.append(name)
    owner = _owner(name, before, after, company)
    c.ours += owner is True
    c.elsewhere += owner is False or (owner is None and p["elsewhere"].search(before) is not None)
    c.listed_elsewhere += (
        owner is None and (p["elsewhere far"].search(far) or p["memberships"].search(section)) is not None
    )
    c.setup += (
        p["setup before"].search(before) is not None
        or p["setup after"].search(after) is not None
        or p["setup list"].search(far) is not None
    )
    c.having += p["having"].search(before) is not None
    c.duty += p["duty"].search(after) is not None
    c.strong_duty += p["strong duty"].search(after) is not None
    c.placed += p["placed"].search(far) is not None
    c.member += p["members"].search(far) is not None
    c.organ_member += p["organ members"].search(far) is not None
    c.contact += _MAIL.match(text[name.end : name.end + 120].split("\n")[0]) is not None
    c.subject += about_governance(after)
    c.board += _UNDER_BOARD.search(after) is not None or _BOARD_LIST.search(far) is not None


def _owner(name: BodyName, before: str, after: str, company: Iterable[str]) -> bool | None:
    """Return whether the words beside `name` call it the company's (True), another's (False) or nobody's (None)."""
    if name.determiner == "our" or any(name.name.lower().startswith(n.lower()) for n in company):
        return True
    if m := _POSSESSOR.search(before):
        return _own(m.group(1), company)
    if m := _OWNER.match(after):
        heads = load_words()
        last = m.group(1).split()[-1].lower()
        if (
            _own(m.group(1), company)
            or last in heads["organs"]
            or last in heads["units"]
            or last in ("directors", "management")
        ):
            return True if _own(m.group(1), company) else None
        return False if after.startswith(" of") else None
    return None


def _own(words: str, company: Iterable[str]) -> bool:
    lower = words.lower()
    return lower.split()[0] in _OWN_WORDS or any(
        lower.startswith(n.lower()) or n.lower().startswith(lower) for n in company
    )


@cache
def _outside_words() -> tuple[frozenset[str], re.Pattern[str]]:
    data = load_words()["outside"]
    return frozenset(data["words"]), re.compile(rf"\b(?:{'|'.join(map(re.escape, data['names']))})")


def sounds_outside(c: Candidate) -> bool:
    """Return whether the name itself, without the company's own name, is one that outside bodies have."""
    return any(w in _outside_words()[0] for w in re.findall(r"[\w.'-]+", c.key))


def known_outside(c: Candidate) -> bool:
    """Return whether the name is known to be no body of any company: "Financial Stability Board", "data centre"."""
    return _outside_words()[1].search(c.names[0].name.lower()) is not None


def confidence(c: Candidate) -> float:
    """Return how sure it is that the name is a body of the company that counts; 0 for one that does not."""
    first = c.names[0]
    if known_outside(c) or (c.key in (first.head, first.head + "s", first.head[:-1]) and not c.chart):
        return 0
    if generic(first.modifiers) and (
        not first.complement or (first.plural and _BOARD_OFFICE.search(first.complement))
    ):
        return _generic_confidence(c)
    if first.organ:
        return _organ_confidence(c)
    return _unit_confidence(c)


def _generic_confidence(c: Candidate) -> float:
    """Return the same for a name like "cross-functional working group": it counts only with a place of its own."""
    first = c.names[0]
    collective = set(re.findall(r"[\w-]+", first.modifiers.lower())) <= _COLLECTIVE
    if first.head == "secretariat":
        return 0.8
    if not first.organ or collective:
        return 0
    return 0.6 if c.chart else 0.55 if c.setup and c.strong_duty and not first.plural else 0


def _organ_confidence(c: Candidate) -> float:
    made = c.ours + c.setup + c.board
    first = c.names[0]
    named_outside = (
        sounds_outside(c)
        or (first.head in _OFTEN_OUTSIDE and not (c.chart or (first.head == "action group" and _about(c))))
        or (first.cased and not first.modifiers and not c.strong_duty)
    )
    foreign = named_outside or c.company * 2 > len(c.names) or (c.elsewhere + c.listed_elsewhere) * 2 > len(c.names)
    if foreign and not (c.ours or (c.board and not sounds_outside(c)) or (c.setup and not c.elsewhere and not named_outside)):
        return 0
    plural = all(n.plural for n in c.names)
    if c.cased:
        if plural and not (made or c.chart):
            return 0
        if made or c.strong_duty:
            return 0.95
        return 0.8 if c.duty or c.label else 0.7
    if plural:
        return 0.5 if c.setup and _about(c) else 0
    return (
        0.6 if c.setup or c.having or c.strong_duty or (c.duty and first.determiner in ("the", "our")) else 0
    )


def _unit_confidence(c: Candidate) -> float:
    about = _about(c)
    first = c.names[0]
    plural = all(n.plural for n in c.names)
    if sounds_outside(c) and not (c.ours and about):
        return 0
    if c.contact or (not first.modifiers and _BOARD_OFFICE.search(first.complement)):
        return 0.75
    if c.chart and (first.head == "headquarters" and c.ours):
        return 0.7
    if c.chart and not plural and (about or (first.head in _SURE_HEADS and not _trades(c) - {"business"})):
        return 0.75
    if (_trades(c) and not about) or _last_trades(c) or (
        not c.ours and (c.listed_elsewhere == len(c.names) or not (first.modifiers or c.setup))
    ):
        return 0
    if first.head == "headquarters" and not (about or c.strong_duty):
        return 0
    if first.head == "unit" and not (c.strong_duty or c.setup or c.organ_member):
        return 0
    if not c.cased:
        if about and c.setup and first.head not in _UNSURE_PLAIN:
            return 0.6
        return 0.55 if about and not plural and (c.strong_duty or (c.ours and c.duty)) else 0
    if plural and not c.member:
        return 0
    if about and (c.strong_duty or c.setup or c.member):
        return 0.85
    if about and (c.placed or (c.ours or c.having or first.head in _SURE_HEADS) and (c.duty or c.label)):
        return 0.7
    if (
        (c.organ_member and first.head in _MEMBER_HEADS)
        or (c.strong_duty and c.subject)
        or (c.ours and c.duty and c.subject)
    ):
        return 0.6
    return 0


def _about(c: Candidate) -> bool:
    return about_governance(f"{c.names[0].modifiers} {c.names[0].complement}")


def _trades(c: Candidate) -> set[str]:
    return set(re.findall(r"[\w&]+", c.names[0].modifiers.lower())) & set(load_words()["trade"]["words"])


def _last_trades(c: Candidate) -> bool:
    return c.names[0].modifiers.lower().split()[-1:] != [] and c.names[0].modifiers.lower().split()[-1] in load_words()["trade"]["words"]
