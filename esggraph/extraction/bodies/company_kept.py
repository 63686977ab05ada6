"""Names that count for the company they keep: a unit of which running text speaks among bodies that are certain.

Where a passage tells who governs what, the units in it are parts of that, though nothing beside their names says so:
"The Audit Committee and the Legal Team meet each month." Labels, tables and the careers of officers do not tell that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from esggraph.extraction.bodies.choice import excluded, foreign, named_for_a_subject, sounds_outside, trades
from esggraph.extraction.bodies.evidence import Candidate
from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.bodies.words import generic, words
from esggraph.extraction.cues import frames, load
from esggraph.extraction.mentions import Mention

_NEAR = 300  # characters between a name and the bodies in whose company it stands
_BEFORE = 90
_JOINT = re.compile(r"(?:, (?:and |& )?|; | (?:and|&|or|as well as) |/)(?:the |our )?")
_JOINT_BEFORE = re.compile(rf"{_JOINT.pattern}$")
_NEXT = re.compile(r" ([\w-]+)")


class Company:
    """The bodies that a text certainly has, by their places."""

    def __init__(self, found: Iterable[Mention], names: Iterable[BodyName]) -> None:
        found = list(found)
        self._places = sorted((m.start, m.key) for m in found)
        self._found = {m.start for m in found}
        spans = [*((n.start, n.end) for n in names), *((m.start, m.end) for m in found)]
        self._ends = dict(spans)
        self._starts = {end: start for start, end in spans}

    def keys_near(self, at: int) -> set[str]:
        """Return the keys of the bodies that stand near the character `at`."""
        first = bisect_left(self._places, (at - _NEAR, ""))
        last = bisect_left(self._places, (at + _NEAR, ""))
        return {key for _, key in self._places[first:last]}

    def listed_beside(self, text: str, start: int, end: int) -> int:
        """Return how many of the bodies stand in one list of names with the span from `start` to `end`."""
        count = 0
        while (m := _JOINT_BEFORE.search(text, max(0, start - 12), start)) and m.start() in self._starts:
            start = self._starts[m.start()]
            count += start in self._found
        while (m := _JOINT.match(text, end)) and m.end() in self._ends:
            count += m.end() in self._found
            end = self._ends[m.end()]
        return count


def confidence_among(c: Candidate, text: str, company: Company) -> float:
    """Return how sure it is that `c`, which says too little by itself, is a body of the company; 0 for one that is not.

    The figures are shares of right findings on annotated reports, rounded to 0.05.
    """
    places = [n for n in c.names if _in_running_text(n, text)]
    listed = c.says["organ_member"] and not c.plural  # "its members come from the social management team, …"
    if (
        c.cased
        and not (c.plural or c.full.organ or excluded(c) or sounds_outside(c) or c.says["elsewhere"])
        and any(company.listed_beside(text, n.start, n.end) > 1 for n in c.names)
    ):
        return 0.55  # "the Purchasing Department, the Legal Department and the Spare Parts Centre"
    if not places or excluded(c) or sounds_outside(c) or trades(c) or not (named_for_a_subject(c) or listed):
        return 0
    if generic(c.full.modifiers) and not (c.cased and c.full.complement and c.full.kind in ("department", "office")):
        return 0
    if c.says["elsewhere"] + c.says["listed_elsewhere"] or c.says["company"] * 2 > len(c.names):
        return 0
    near = max(len(company.keys_near(n.start) - {c.key}) for n in places)
    if c.plural:
        return 0.55 if c.full.organ and c.cased and near and not foreign(c) else 0
    sure_head = c.full.head in load("body_names.toml")["sure_units"]["words"]
    acts = c.says["duty"] or c.says["placed"] or c.says["having"]
    if near and not c.full.shared and ((c.cased and (sure_head or acts)) or (not c.full.organ and c.says["ours"])):
        return 0.6
    if near < 2 or foreign(c) or (c.full.shared and not c.full.organ) or (not c.cased and _is_a_doing(c.full)):
        return 0
    return 0.55


def _in_running_text(name: BodyName, text: str) -> bool:
    """Return whether a sentence speaks of the body at this place, and of nothing that is only named after it."""
    line_start = text.rfind("\n", 0, name.start) + 1
    before = text[max(line_start, name.start - _BEFORE) : name.start]
    frame = frames("body_evidence.toml")
    if not frame["spoken_of"].search(before) or frame["of_a_post"].search(before):
        return False
    following = _NEXT.match(text, name.end)
    return following is None or following[1].lower() not in words().behind


def _is_a_doing(name: BodyName) -> bool:
    """Return whether a name in lower case is what somebody does: "the Board's monitoring function"."""
    data = load("body_names.toml")
    last = name.modifiers.lower().split()[-1:]
    return name.head in data["unsure_units"]["words"] and not set(last).isdisjoint(data["doings"]["words"])
