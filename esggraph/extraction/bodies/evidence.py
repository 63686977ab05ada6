"""What a report says of the bodies it names: whose they are, whether they were set up, what they do.

A name says little by itself ("Quality Council" may be the company's or an association's), so what the words around all
the places of a name say is counted together. The words are data (`data/body_evidence.toml`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.bodies.words import is_head
from esggraph.extraction.cues import frames

_NEAR = 80  # characters beside a name in which the words of its frame stand
_FAR = 300  # characters before a name in which the beginning of its list stands
_OWN_WORDS = frozenset(
    {"company", "group", "corporation", "bank", "firm", "board", "our", "organisation", "organization"}
)
_TITLE = r"[A-Z][\w&.’'-]*(?: (?:of |and |& )?[A-Z][\w&.’'-]*)*"
_OWNER = re.compile(rf" (of|at|in|within|under) (?:the )?({_TITLE})")
_INSTITUTE = re.compile(
    r"\b(?:University|Institute|College|School|Academy|Association|Foundation|Ministry|[A-Z]{4,})\b"
)
_POSSESSOR = re.compile(r"([\w&.-]+)(?:['’]s|s['’])\s+(?:own |new )?$")


@dataclass(slots=True)
class Candidate:
    """All places of one name, and how many of them say each of these things.

    ours: the company's ("our", "the Company's") · setup: the company made it · having: the company has it ·
    duty, strong_duty: it governs · acts: it is the subject of a verb · entry: what it is stands behind it in its line ·
    placed: it takes part in something · member, organ_member: it stands in a list of members · reported_to: somebody
    reports to it · related: it stands in a line of reporting or oversight · contact: it can be written to · label: it
    stands alone in its block · chart: beside other labels · subject: a subject of governance stands near · board: the
    board set it up · elsewhere, listed_elsewhere: it is somebody else's · company: it stands in one sentence with
    somebody else's · part: it is a unit's part or parent · parent: it stands behind a unit that belongs to
    it · roster: its people are listed behind it · aside: it stands in a glossary, a career or as a unit of measure ·
    run: among many labels of units, some of which govern.
    """

    key: str
    names: list[BodyName] = field(default_factory=list)
    says: Counter[str] = field(default_factory=Counter)

    @property
    def full(self) -> BodyName:
        """The first place of the full name."""
        return self.names[0]

    @property
    def cased(self) -> bool:
        """Whether it is printed in title case somewhere."""
        return any(n.cased for n in self.names)

    @property
    def plural(self) -> bool:
        """Whether it stands in the plural only."""
        return all(n.plural for n in self.names)

    def add(self, name: BodyName, said: Iterable[str]) -> None:
        """Add a place and what it says."""
        self.names.append(name)
        self.says.update(said)

    def absorb(self, other: Candidate) -> None:
        """Take over the places of `other`, which has a shorter form of the same name."""
        self.names += other.names
        self.says += other.says


def said_of(
    name: BodyName, text: str, sentence: tuple[int, int], section: str, company: Collection[str]
) -> Iterable[str]:
    """Yield what one place of a name says, as `Candidate` names it.

    `sentence`: the span of the sentence in `text`; `section`: the heading above; `company`: the company's names.
    """
    frame = frames("body_evidence.toml")
    start, end = sentence
    at = name.start if name.lead < 0 else name.lead
    before = text[max(start, at - _NEAR) : at]
    far = text[max(start, at - _FAR) : at]
    after = text[name.end : min(end, name.end + _NEAR)]
    line = text[name.end : name.end + _NEAR + 40].split("\n")[0]

    owner = _owner(name, before, after, company)
    if owner is not None:
        yield "ours" if owner else "elsewhere"
    else:
        seat = frame["seat"].search(before) if name.organ and name.determiner == "the" else None
        if frame["elsewhere"].search(before) and not (seat and frame["home"].search(name.modifiers)):
            yield "elsewhere"
        if frame["elsewhere_list"].search(far) or frame["elsewhere_section"].search(section):
            yield "listed_elsewhere"
    acts = "any_act_of_several" if name.plural else "any_act"
    made = frame["setup_before"].search(before) or frame["setup_after"].search(after)
    for what, found in (
        ("setup", made or frame["setup_list"].search(far)),
        ("having", frame["having"].search(before)),
        ("duty", frame["duty"].search(after)),
        ("strong_duty", frame["strong_duty"].search(after)),
        ("acts", frame["subject_before"].search(before) and frame[acts].search(after)),
        ("entry", (name.start == 0 or text[name.start - 1] == "\n") and frame["entry_after"].search(line)),
        ("parent", frame["parent"].search(before)),
        ("part", frame["part"].search(before) or frame["part_after"].search(after)),
        ("placed", frame["placed"].search(far) or frame["on_a_line"].search(after)),
        ("member", frame["members"].search(far)),
        ("organ_member", frame["organ_members"].search(far)),
        ("reported_to", frame["reported_to"].search(before)),
        ("related", frame["related_after"].search(after) or frame["related_before"].search(before)),
        ("contact", frame["contact"].search(line)),
        ("roster", frame["roster"].search(line)),
        ("aside", _aside(name, before, far, line)),
        ("board", frame["under_board"].search(after) or frame["board_list"].search(far)),
    ):  # fmt: skip
        if found:
            yield what


def _aside(name: BodyName, before: str, far: str, line: str) -> bool:
    """Return whether the name stands where nothing is said of the company's bodies."""
    frame = frames("body_evidence.toml")
    measured = name.head == "unit" and frame["measured"].search(line)
    return bool(measured or frame["glossary"].search(before) or frame["career"].search(far))


def _owner(name: BodyName, before: str, after: str, company: Collection[str]) -> bool | None:
    """Return whether the words beside `name` call it the company's (True), another's (False) or nobody's (None).

    Without names of the company nobody can be told from it.
    """
    if name.determiner == "our" or any(name.name.lower().startswith(n.lower()) for n in company):
        return True
    if m := _POSSESSOR.search(before):
        return _own(m.group(1), company) or (False if company else None)
    if m := _OWNER.match(after):
        owner = m.group(2).rstrip(".")
        if _own(owner, company):
            return True
        if company and not is_head(owner.split()[-1]):
            return False if m.group(1) == "of" or (m.group(1) == "at" and _INSTITUTE.search(owner)) else None
    return None


def _own(words: str, company: Iterable[str]) -> bool:
    lower = words.lower()
    return lower.split()[0].removesuffix("’s").removesuffix("'s") in _OWN_WORDS or any(
        lower.startswith(n.lower()) or n.lower().startswith(lower) for n in company
    )
