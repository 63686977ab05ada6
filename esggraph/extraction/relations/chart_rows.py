"""The steps of a governance chart that the conversion to text has kept in order: who stands beside and below whom.

A chart's labels are blocks that follow each other, or stand in one block, parted by full stops, arrows or bullets, or
by nothing but the next name. Words that name the tiers ("Execution level") part them best.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention
from esggraph.extraction.relations.tiers import data
from esggraph.extraction.signs import Group, alternatives
from esggraph.report import BlockKind

_LONGEST = 400  # characters of a block of labels
_WORDS = 6  # of a title before the first label
_UNKNOWN = 16  # of the lowest labels, where they name no participant known
_UNNAMED = 40  # characters of a label between arrows that no participant was read from
_STRONG = re.compile(r"\s*(?:[→➔➜➤⇒⇨⟶►▶▼↓»›]|[-=]*>)\s*")  # arrows, which say who stands below whom
_WEAK = re.compile(r"\.\s+|\.$|\s+[•·∙|]\s+")
_JOINTS = re.compile(r"\([^()]*\)|[][/,&|;:·∙•.\s-]+|\b(?:and|the|our)\b", re.IGNORECASE)
_OTHER_NAME = re.compile(r"\b[A-Z]{2,6} ?/")
_BESIDE = re.compile(r"(?: \([^()]*\))?(?: and | & | / |/|, )(?:the )?")
_DESCRIPTION = re.compile(r"(?: \([^()]{1,40}\))?\s*(?:[:：]|[•·∙●▪|]\s)")
_TITLE = re.compile(r"\b(?:governance|organi[sz]ation\w*|structure|system|framework|chart)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A block that names participants, one below the other, and nothing else."""

    passage: Passage
    steps: tuple[Group, ...]  # from the top
    title: str  # words before the first label that call the row a chart; "" where there are none
    ordered: bool  # arrows or the names of tiers say who stands below whom
    tier: int = 0  # where the name of a tier opens a row of one step: which it is, 1 being the top
    described: bool = False  # a description stands behind the label
    unread: str = ""  # of a label that no participant was read from: whether it names a "group" or a "leader"


def rank(mention: Mention) -> int:
    """Return how far from the top such a participant stands."""
    chart = data()["chart"]
    if mention.kind == "posts":
        if noun(mention) + "s" in chart["groups"] and mention.name.endswith("s"):
            return int(chart["rank"]["management"])  # "Executive Sponsors"
        leads = any(word in mention.name.lower() for word in chart["leaders"])
        return int(chart["rank"]["management" if leads else "officer"])
    if mention.subkind == "committee" and any(mention.name.lower().startswith(w) for w in chart["of_board"]):
        return int(chart["rank"]["board_committee"])
    return int(chart["rank"].get(mention.subkind, 3))


def leads(mention: Mention) -> bool:
    """Return whether `mention` is the committee of executives that stands above the others."""
    return mention.kind == "bodies" and bool(_leading().search(mention.name))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile("|".join(data()["chart"]["leading"]), re.IGNORECASE)


def noun(mention: Mention) -> str:
    """Return the last word of the name, without a plural: those of one step share it."""
    return mention.name.lower().split()[-1].rstrip("s")


def rows(passages: tuple[Passage, ...], participants: list[Mention], committees: Group) -> Iterator[Row]:
    """Yield the rows of labels among `passages`. `committees`: those of the board, which "Board Committees" means."""
    starts = [m.start for m in participants]
    for passage in passages:
        if len(passage.text) > _LONGEST and passage.block.kind is not BlockKind.ROW:
            continue
        inside = participants[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        outer = _outermost(inside, passage)
        if row := _row(passage, outer, committees) or _described(passage, outer):
            yield row
        elif not inside and (unread := _unread(passage.text)):
            yield Row(passage, ((),), "", ordered=False, unread=unread)


def _described(passage: Passage, inside: list[Mention]) -> Row | None:
    """Return the row of a label with a description behind it: "Board: …", "Board • …", or a table's first cell."""
    if not inside or passage.text[: inside[0].start - passage.start].strip() not in ("", "The"):
        return None
    label = next((m for m in inside if m.start == inside[0].start), inside[0])
    step = [label]
    for m in inside[1:]:
        if not _BESIDE.fullmatch(passage.text, step[-1].end - passage.start, m.start - passage.start):
            break
        step.append(m)
    end = step[-1].end
    if passage.block.kind is BlockKind.ROW and passage.block.cells:
        first = passage.block.cells[0][1] + passage.start - passage.block.start
        described = not passage.text[end - passage.start : first - passage.start].strip(" .")
    else:
        described = _DESCRIPTION.match(passage.text, end - passage.start) is not None
    return Row(passage, (tuple(step),), "", ordered=False, described=True) if described else None


def _unread(label: str) -> str:
    """Return whether `label`, in title case, names a "group" or a "leader"; "" for neither."""
    words = label.strip(" .").split()
    if not words or len(words) > _WORDS or not all(w[0].isupper() or w in ("and", "of", "&") for w in words):
        return ""
    last = words[-1].lower()
    return "group" if last in data()["chart"]["groups"] else "leader" if last in data()["chart"]["heads"] else ""


def is_collective(label: str) -> bool:
    """Return whether `label` means all committees of the board."""
    return label.strip(" .").lower() in data()["chart"]["collectives"]


def _outermost(found: list[Mention], passage: Passage) -> list[Mention]:
    kept: list[Mention] = []
    for m in sorted((m for m in found if not m.anaphor), key=lambda m: (m.start, -m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    # "CEO (President)" is one label of one post
    return [
        m
        for above, m in zip([None, *kept], kept, strict=False)
        if not (
            above
            and above.kind == m.kind == "posts"
            and passage.text[above.end - passage.start : m.start - passage.start].strip() == "("
        )
    ]


def _row(passage: Passage, inside: list[Mention], committees: Group) -> Row | None:
    arrows = bool(_STRONG.search(passage.text))
    parts = list(_parts(passage, _STRONG if arrows else _WEAK, inside))
    title, parts = _titled(parts)
    if marks := sum(map(_is_mark, parts)):
        tier = _tier(parts[0]) if marks == 1 else 0
        return Row(passage, tuple(_marked(parts)), title, ordered=True, tier=tier) if marks > 1 or tier else None
    steps: list[Group] = []
    for number, (text, named) in enumerate(parts, 1):
        if not named and is_collective(text):
            steps.append(committees)
        elif arrows and text.lstrip("[(")[:1].isupper() and len(_rest(text, named)) <= _UNNAMED:
            steps.append(tuple(m for m, _ in named))
        elif _rest(text, named):
            lowest = number == len(parts) > 2 and not named and len(text.split()) <= _UNKNOWN
            if not (lowest and text[:1].isupper()):
                return None
        elif len(parts) == 1 and not passage.block.cells:
            steps += _by_noun(named)
        else:
            steps.append(tuple(m for m, _ in named))
    if 2 * sum(map(bool, steps)) <= len(steps):
        return None
    return Row(passage, tuple(steps if arrows else _siblings(steps)), title, ordered=arrows and len(steps) > 2)


Part = tuple[str, list[tuple[Mention, str]]]  # the words of a label, and who it names, each with the words it stands as


def _parts(passage: Passage, between: re.Pattern[str], inside: list[Mention]) -> Iterator[Part]:
    at = 0
    ends = [m.span() for m in between.finditer(passage.text) if not _within(m.start() + passage.start, inside)]
    for start, end in [*ends, (len(passage.text), len(passage.text))]:
        text = passage.text[at:start].strip()
        if text:
            low, high = passage.start + at, passage.start + start
            yield (
                text,
                [
                    (m, passage.text[m.start - passage.start : m.end - passage.start])
                    for m in inside
                    if low <= m.start < high
                ],
            )
        at = end


def _within(at: int, inside: list[Mention]) -> bool:
    return any(m.start < at < m.end - 1 for m in inside)


def _titled(parts: list[Part]) -> tuple[str, list[Part]]:
    """Return the title that the row opens with, and its parts without it."""
    if len(parts) > 1 and not parts[0][1] and _TITLE.search(parts[0][0]) and not _is_mark(parts[0]):
        return parts[0][0], parts[1:]
    if parts and parts[0][1]:
        text, named = parts[0]
        before = text[: text.find(named[0][1])]
        if _TITLE.search(before) and len(before.split()) <= _WORDS + 2 and not _is_mark(parts[0]):
            return before.strip(" :–-"), [(text[len(before) :], named), *parts[1:]]
    return "", parts


@cache
def _mark() -> re.Pattern[str]:
    tiers, roles = alternatives(data()["tiers"]), alternatives(data()["roles"])
    return re.compile(rf"(?P<role>{roles})(?: and \w+)?[ -]{tiers}\b[\s:–-]*", re.IGNORECASE)


def _is_mark(part: Part) -> bool:
    """Return whether words for a tier open the part: not the "Executive-level" of a council's name."""
    text, named = part
    return _mark().match(text) is not None and not (named and text.startswith(named[0][1]))


def _tier(part: Part) -> int:
    """Return which tier's name opens the part, 0 where it says more than the name and who stands there."""
    text, named = part
    mark = _mark().match(text)
    if mark is None or not _is_mark(part) or _rest(text[mark.end() :], named):
        return 0
    return int(data()["roles"][mark["role"].lower()])


def _marked(parts: list[Part]) -> Iterator[Group]:
    """Yield the steps of parts that words for tiers lead: what follows such a word stands on its tier."""
    step: list[Mention] | None = None
    for part in parts:
        if _is_mark(part):
            if step is not None:
                yield tuple(step)
            step = []
        if step is not None:
            step += [m for m, _ in part[1]]
    yield tuple(step or ())


def _rest(text: str, named: list[tuple[Mention, str]]) -> str:
    """Return what a label says beside the names; what follows a slash is another name for the same."""
    for _, printed in named:
        text = text.replace(printed, "", 1)
    if not named:
        return text
    return _JOINTS.sub("", _OTHER_NAME.sub("", text).split("/")[0])


def _by_noun(named: list[tuple[Mention, str]]) -> Iterator[Group]:
    """Yield the steps of labels that nothing parts: units, and those whose names end alike, stand side by side."""
    lowest = data()["chart"]["rank"]["team"]
    step: list[Mention] = []
    for m, _ in named:
        if step and noun(step[-1]) != noun(m) and not rank(step[-1]) == rank(m) == lowest:
            yield tuple(step)
            step = []
        step.append(m)
    yield tuple(step)


def _siblings(steps: list[Group]) -> Iterator[Group]:
    """Yield `steps`, those of one rank and noun behind each other put together."""
    step: Group = ()
    for following in steps:
        if step and len({(rank(m), noun(m), leads(m)) for m in (*step, *following)}) == 1:
            step += following
            continue
        if step:
            yield step
        step = following
    if step:
        yield step
