"""Whose a titled document is: an outside instrument, a document of the company's own, or no document at all.

The head noun leans one way ("Act", "Handbook") or neither ("Measures", "Guidelines"); the words in the title (a nation,
the company), the words around (abides by, formulated, issued by the Ministry) and the neighbours in a list decide. The
leans add up on one axis: above 0 outside, below 0 the company's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import exp

from esggraph.extraction.cues import with_words
from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.title_leads import Lead
from esggraph.extraction.instruments.title_lists import TitleList
from esggraph.extraction.instruments.title_words import title_words
from esggraph.extraction.instruments.titles import Style, Title
from esggraph.resources import load_data
from esggraph.vocabulary import Instrument, lookup

_LAW = 4  # the lean of nouns that name nothing but laws
_DEFINITE = re.compile(r"(?:[a-z]\w*|[a-z)][,;:]|[–—]) (?:the|an?|our)(?: new| renewed| effective)? $")
_SUBJECT = re.compile(r"(?:The|Our|Its) $")  # what a sentence begins with before the title that it tells of
_AT_WORK = re.compile(
    r"\b(?:EU|European (?:Union|Commission|Parliament|Council)|[Gg]overnments?"
    r"|[Mm]inist(?:ry|er|ries)|Parliament|Congress"
    r"|[Ll]egislat\w+|[Rr]egulators?|[Aa]uthorit(?:y|ies)|Exchange|Central Bank|Commission)\b[^.;]{0,60}$"
)  # who stands before "its" in the sentence, and may be meant by it
_LABEL = re.compile(r"^ ?(?::| [–—-]) ")
A_DOCUMENT = 3.0  # from here on a phrase names a document
_TELLING = 1.3  # from here on a head noun is a document's more often than not
_LED: dict[Lead | None, float] = {Lead.OUTSIDE: 3.0, Lead.OWN: -3.0}  # the lean of titles below a line that says whose
_SURE = 2.0  # from here on a head noun names a document unless the context speaks against it
_PAIRED = 0.5
_AMONG = 1.0  # one of three and more, two of which are surely documents
_PAIR = 2
_COMPANYS = -3.0  # the lean of nouns that name hardly any but companies' documents
_NEUTRAL = 1.0  # leans up to here say little
_SPEAKERS = frozenset(("Board", "Directors", "Chair", "Chairman", "CEO", "President", "Management"))
_SECTION = 6.0
_DEFINED = 0.8
_DEFINED_VAGUE = 0.5  # where the noun names other things as often
_BESIDE = 1.2  # documents in marks speak for what stands in marks beside them
_REACH = 220  # characters before a list in which its cue stands
_NEAR = 60  # beyond so many a cue counts half


@dataclass(frozen=True, slots=True)
class Reading:
    """How a title reads in its place."""

    lean: float  # above 0 an outside instrument, below 0 a document of the company's own
    document: float  # A_DOCUMENT and more: a document

    @property
    def sureness(self) -> float:
        """The share of such readings that are right, 0 to 1: fitted on annotated reports, for documents only."""
        document = 1 - 0.35 * exp(A_DOCUMENT - self.document)
        side = 1 - 0.3 * exp(-abs(self.lean) / 1.5)
        return round(document * side, 2)


@dataclass(frozen=True, slots=True)
class _Cue:
    pattern: re.Pattern[str]
    lean: float
    document: float


@cache
def _frames() -> dict[str, list[_Cue]]:
    data = load_data("instrument_frames.toml")
    starts = {"before": r"(?i)\b", "after": ""}
    return {
        side: [
            _Cue(re.compile(start + with_words(c["cue"], data["words"])), c["lean"], c["document"]) for c in data[side]
        ]
        for side, start in starts.items()
    }


@cache
def _features() -> list[_Cue]:
    data = load_data("instrument_title_cues.toml")
    return [_Cue(re.compile(c["cue"]), c["lean"], c.get("document", 0)) for c in data["cue"]]


def read(titles: TitleList, known: Sequence[Instrument | None], company: re.Pattern[str] | None) -> list[Reading]:
    """Return how the titles of one list read in their sentence.

    `known`: which known instrument each is; `company`: the company's own names.
    """
    frame = _frame(titles.left, titles.right)
    theirs = titles.titles[0].owner in ("its", "their") and _AT_WORK.search(titles.left)
    listed = titles.titles if not theirs else [replace(t, owner="") for t in titles.titles]
    own = [_by_itself(t, k, company) for t, k in zip(listed, known, strict=True)]
    place, sure = 0.0, 0
    if len(own) > 1:
        sure = sum(t.head.document >= _SURE for t in titles.titles)
        place = 1.0 if sure > 1 else 0.5
    elif titles.listed and not titles.heading:
        place = 1.2
    elif titles.titles[0].head.lean >= _LAW:
        place = 0.0  # no heading is called "… Act" but after the act
    elif titles.item and titles.alone and titles.titles[0].head.lean <= _COMPANYS:
        place = 0.0
    elif titles.alone or (titles.heading and not frame.document):
        named = company and company.search(titles.titles[0].name)
        place = -2.0 if titles.heading and not named else -1.2
    elif _DEFINITE.search(titles.left):
        # capitals in the middle of a sentence, which show more where the noun names hardly anything but documents
        head = titles.titles[0].head
        place = 1.0 if head.document >= _TELLING and head.lean < 0 else 0.4
    elif _SUBJECT.fullmatch(titles.left) and titles.right.strip():
        head = titles.titles[0].head
        place = 0.5 if head.document >= _TELLING and head.lean < 0 else 0.0
    # running text has cues of its own
    led = _LED.get(titles.lead, 0.0) if titles.alone or not frame.document else 0.0
    others = [_by_itself(t, None, company) for t in titles.neighbours] if titles.listed else []
    readings = []
    marked = len(own) > 1 and any(t.head.document >= 2 for t in titles.titles)
    for r, title in zip(own, titles.titles, strict=True):
        pull = _pull([o.lean for o in (*own, *others) if o is not r])
        held = _BESIDE if marked and title.style is not Style.CASED and title.head.document < 2 else 0.0
        companys = max(title.head.lean, r.lean + frame.lean + pull) < 0
        if len(own) > _PAIR and sure >= _PAIR and title.head.document < _SURE and companys:
            held += _AMONG  # "the Gifts Policy, the Tax Policy and the Ethics Line Protocol"
        # one of a pair whose other is surely a document
        paired = _PAIRED if len(own) > 1 and title.head.document < _SURE and sure == 1 else 0.0
        document = r.document + frame.document + place + held + paired
        readings.append(Reading(r.lean + frame.lean + led + pull, document))
    return readings


def _pull(beside: Sequence[float]) -> float:
    """Return how far the neighbours of a title draw it to their side.

    Where hardly one of them is of the other side, the surest speaks for all: in "the Code of Conduct, the Grievance
    Regulation and the Bonus Rules" the first is a company's, so the others are.
    """
    if not beside:
        return 0.0
    low, high = min(beside), max(beside)
    agreed = low if high <= _NEUTRAL else high if low >= -_NEUTRAL else sum(beside) / len(beside)
    return max(-3.0, min(3.0, agreed / 2))


@cache
def _standards() -> list[re.Pattern[str]]:
    return [re.compile(c["cue"]) for c in load_data("instrument_title_cues.toml")["cue"] if c.get("standard")]


def is_voluntary(name: str) -> bool:
    """Return whether an outside document called `name` is a market's, an industry's or experts', and so no law."""
    return any(cue.search(name) for cue in _standards())


def _by_itself(title: Title, known: Instrument | None, company: re.Pattern[str] | None) -> Reading:
    told = _told_by(title.name)
    lean, document = title.head.lean + told.lean, title.head.document + told.document
    if title.aliases and title.head.document >= 1:
        # what has a short form is a name
        document += _DEFINED if title.head.document >= _TELLING else _DEFINED_VAGUE
    place = named_in(title.name)
    if place:
        lean += 2.5 if title.head.law else 1.5
        if place == "INT" and title.head.law == "convention":
            document += 2
    if known:
        lean += 4 if title.head.lean >= 2 else 2.5  # companies write Measures of the same name
        document += 3
    if company and company.search(title.name):
        lean -= 5
        document += 0.8
    if title.owner:
        lean += _owned(title.owner, company)
        document += 1.5 if named_in(title.owner) else 0.5  # "Example Land's National Growth Plan"
        if title.owner.split()[-1] in _SPEAKERS and title.head.form == "Statement":
            document -= _SECTION  # "the Board's Statement on ESG Governance" is a part of the report
    if title.style is Style.MARKED:
        document += 2
    elif title.style is Style.QUOTED:
        # quotation marks show titles of documents, but also slogans and projects
        document += 1.5 if title.head.document >= 2 else 0.6
    return Reading(lean, document)


@lru_cache(maxsize=20_000)  # a title is weighed for itself and as a neighbour, and many come again
def _told_by(name: str) -> Reading:
    cues = [cue for cue in _features() if cue.pattern.search(name)]
    return Reading(sum(c.lean for c in cues), sum(c.document for c in cues))


def _owned(owner: str, company: re.Pattern[str] | None) -> float:
    """Return what the possessor of a title says of whose it is."""
    if owner in title_words().pronouns:
        return -4 if owner in ("our", "its", "their") else 0
    if company and company.search(owner):
        return -5
    if named_in(owner):
        return 3
    return 6 if lookup(owner) else 0  # "RBA's Code of Conduct"


def _frame(left: str, right: str) -> Reading:
    """Return what the nearest cue before a list and the cues after it say."""
    frames = _frames()
    lean = document = 0.0
    tail = left[-_REACH:]
    # of the cues that end nearest to the list, the longest
    nearest = (-1, 0)
    for cue in frames["before"]:
        for m in cue.pattern.finditer(tail):
            if (m.end(), -m.start()) > nearest:
                nearest = m.end(), -m.start()
                lean = cue.lean
            # "published our …": what one cue adds to the other
            document = max(document, cue.document if len(tail) - m.end() <= _NEAR else cue.document / 2)
    if len(tail) - nearest[0] > _NEAR:
        lean /= 2
    right = right[:120]
    if not re.search(r"\w", left):
        right = _LABEL.sub(" ", right)  # "Collective Agreement: renewed in May"
    for cue in frames["after"]:
        if cue.pattern.search(right):
            lean += cue.lean
            document = max(document, cue.document) if cue.document >= 0 else document + cue.document
    return Reading(lean, document)
