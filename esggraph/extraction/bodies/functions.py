"""Units that go by their function alone: "Internal Audit reports to …", "led by Group Procurement".

Such a name has no head, so it needs a place that only a unit can have: it acts, something is done by it or told to it,
another unit is within it, it stands on a line of defence. A function with a prefix ("Group Risk") or of words that are
hardly used otherwise ("Internal Audit") is taken in more places than one that is also a subject ("Sustainability"). The
words are data (`data/functions.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.bodies.words import words
from esggraph.extraction.cues import frames, load

_BEFORE = 120  # characters before a name in which its frame stands
_AFTER = 90
_CELLS = 4  # characters between the cells of a row, each with a line end behind it
_SUBJECT = re.compile(r"(?:^|[.!?] [“\"]?|[,;:] |\b(?:and|while|whereas|where|which|that|when|The|the|our|Our) )$")
_LINE_START = re.compile(r"^[•●■▪–-]? ?$")
_STATE = re.compile(r" (?:is|are|was|has)\b")  # subjects are and have too
_LONGER_BEFORE = re.compile(r"\b([A-Z][\w-]+)(?: &)? $")  # it goes on to the left: "Business Policy Compliance"
_LONGER_AFTER = re.compile(r" \(?[A-Z]\w*\b(?! ?\))")  # to the right: "Privacy Act", not "Human Resources (HR)"
_JOINT = r"(?: & |/)"


@dataclass(frozen=True, slots=True)
class _Function:
    """A place where the name of a function stands, and whether it is a unit's by its words."""

    start: int
    end: int
    named: bool  # by a prefix, by several words joined, by words that name a unit
    unit: bool  # by words that name a unit
    vague: bool  # by words that alone name a subject
    opens: bool  # a single word at the beginning of a sentence, where a capital says nothing
    group: bool  # by the prefix of a group's own functions: "Group Sustainability"
    several: bool = False  # by several words that name a unit: "Internal Audit"
    post: bool = False  # part of a post's name: "Head of Compliance"
    sends: bool = False  # in a list of those who send members: "delegates of Risk, Credit and Legal"
    other: bool = False  # by a word that is a unit's only in such a list: "Credit"


@cache
def _names() -> re.Pattern[str]:
    data = load("functions.toml")

    def any_of(*lists: str) -> str:
        return "|".join(
            re.escape(w) for w in sorted((w for name in lists for w in data[name]["words"]), key=len, reverse=True)
        )

    known = f"(?:{any_of('units', 'subjects', 'vague', 'senders')})"
    prefix = f"(?:{any_of('prefixes')})"
    open_ = rf"(?:[A-Z][\w-]+ ){{1,2}}(?:{any_of('tails')})"
    return re.compile(
        rf"(?<![\w&/-])(?<![A-Z]\. )(?:(?P<prefix>{prefix}) (?:{known}|{open_})|(?P<unit>{any_of('units')})|{known})"
        rf"(?![\w-])(?P<joined>(?:{_JOINT}(?:{prefix} )?{known}(?![\w-]))+)?"
    )


def find_functions(text: str) -> Iterator[BodyName]:
    """Yield the functions in `text` that stand where a unit stands, in the order of the text."""
    frame = frames("functions.toml")
    last: _Function | None = None
    counts = False  # whether the last one does: those listed with it do too
    for f in _pairs(text):
        before = text[max(0, f.start - _BEFORE, text.rfind("\n", 0, f.start) + 1) : f.start]
        after = text[f.end : f.end + _AFTER].split("\n")[0]
        if last is not None and f.start > last.end and frame["also"].search(text[last.end : f.start]):
            f = replace(f, post=last.post, sends=last.sends)
            goes_on = counts and (last.sends or not f.other)
            counts = _ends(after) and (goes_on or (not last.post and _placed(text, f, before, after)))
        else:
            heads_of = f.group and frame["heads_before"].search(before)  # "the heads of Group Legal and Group Tax"
            f = replace(f, post=frame["post_before"].search(before) is not None and not heads_of)
            f = replace(f, sends=_sends_members(before, after))
            counts = not f.post and _placed(text, f, before, after)
        later = last is not None and f.sends and last.sends
        last = f
        if counts:
            yield from _split(text, f, after, two=later)
    yield from _side_by_side(text)
    for m in frame["reporting"].finditer(text):
        before = text[max(0, m.start() - _BEFORE, text.rfind("\n", 0, m.start()) + 1) : m.start()]
        if m.group().islower() and _SUBJECT.search(before):
            yield _unit(text, *m.span())


def _side_by_side(text: str) -> Iterator[BodyName]:
    """Yield the functions of a group that stand one beside the other and have their lines, or rows, to themselves."""
    run: list[_Function] = []
    for f in [*(f for f in _pairs(text) if f.group), None]:
        if run and (f is None or text[run[-1].end : f.start].strip() or f.start - run[-1].end > _CELLS):
            alone = text[run[0].start - 1 : run[0].start] in "\n" and text[run[-1].end : run[-1].end + 1] in "\n"
            if len(run) > 1 and alone:
                yield from (_unit(text, one.start, one.end) for one in run)
            run = []
        if f is not None:
            run.append(f)


def _pairs(text: str) -> Iterator[_Function]:
    """Yield the functions; two single words joined by "and" ("Risk and Compliance") as one."""
    vague = load("functions.toml")["vague"]["words"]
    found = list(_names().finditer(text))
    i = 0
    while i < len(found):
        m = found[i]
        end = m.end()
        joined = m["joined"] is not None
        both = i + 1 < len(found) and text[end : found[i + 1].start()] == " and "
        if both and _single(m) and _single(found[i + 1]) and not found[i + 1]["prefix"]:
            i += 1
            end = found[i].end()
        i += 1
        stop = text[m.start() - 2 : m.start()]
        first = m.start() == 0 or stop[-1:] in '\n•●■“"' or stop[:1] in ".!?:"
        yield _Function(
            m.start(),
            end,
            named=bool(m["prefix"] or m["unit"] or joined),
            unit=bool(m["unit"]),
            vague=text[m.start() : end] in vague,
            other=text[m.start() : end] in load("functions.toml")["senders"]["words"],
            opens=first and " " not in text[m.start() : end],
            group=m["prefix"] is not None and _names_a_unit(m),
            several=bool(m["unit"]) and " " in m["unit"],
        )


def _names_a_unit(m: re.Match[str]) -> bool:
    """Return whether a name with a prefix is hardly ever that of a subject: "Group Compliance", "Corporate Audit"."""
    behind = m.group().removeprefix(f"{m['prefix']} ")
    data = load("functions.toml")
    if behind in data["units"]["words"]:
        return True
    of_groups = {*data["subjects"]["words"], *data["of_groups"]["words"]}
    return m["prefix"] == "Group" and (m["joined"] is not None or behind in of_groups)


def _single(m: re.Match[str]) -> bool:
    name = m.group().removeprefix(f"{m['prefix']} ")
    return " " not in name and not name.isupper()


def _ends(after: str) -> bool:
    """Return whether the name ends where it seems to: no noun or capitalised word goes on with it."""
    return frames("functions.toml")["ends"].search(after) is not None


def _placed(text: str, f: _Function, before: str, after: str) -> bool:
    """Return whether `f` stands where a unit does."""
    frame = frames("functions.toml")
    if f.sends or f.other:
        return f.sends
    if _LONGER_AFTER.match(after) or ((m := _LONGER_BEFORE.search(before)) and m[1].lower() not in words().stop):
        return False
    sure = f.named or (frame["sure_acts"].search(after) and not (f.opens and _STATE.match(after)))
    if sure and frame["acts"].search(after) and _SUBJECT.search(before):
        return True
    if f.named and frame["unit_acts"].search(after) and _SUBJECT.search(before):
        return True
    if (f.group or f.several) and frame["any_act"].search(after) and _SUBJECT.search(before):
        return True
    if f.group and frame["listed_after"].search(after) and _LINE_START.search(before):
        return True
    if (f.named or not (f.opens or f.vague)) and frame["apposed"].search(after):
        return True
    if not _ends(after):
        return False
    if f.group and frame["in_text_before"].search(before):
        return True
    if not f.vague and (frame["done_before"].search(before) or frame["told_before"].search(before)):
        return True
    if frame["within_before"].search(before) or frame["member_before"].search(before):
        return f.named and after != ""
    if f.unit and after and (frame["own_before"].search(before) or frame["concern_before"].search(before)):
        return True
    return not f.opens and frame["line"].search(_sentence(text, f)) is not None


def _sends_members(before: str, after: str) -> bool:
    """Return whether a list of those who send members to a body begins here: "(a council with) delegates of …"."""
    frame = frames("functions.toml")
    return bool(frame["senders_before"].search(before) and frame["goes_on"].search(after))


def _sentence(text: str, f: _Function) -> str:
    start = max(text.rfind("\n", 0, f.start), text.rfind(". ", 0, f.start), f.start - 3 * _BEFORE) + 1
    return text[start : f.end] + re.split(r"[.;\n]", text[f.end : f.end + 3 * _BEFORE], maxsplit=1)[0]


def _split(text: str, f: _Function, after: str, *, two: bool) -> Iterator[BodyName]:
    """Yield `f`, or each of the two that its plural verb shows it to be, or its place at the end of a list (`two`)."""
    spans = [(f.start, f.end)]
    name = text[f.start : f.end]
    if " and " in name and (two or frames("functions.toml")["plural_verb"].search(after)):
        cut = f.start + name.index(" and ")
        spans = [(f.start, cut), (cut + len(" and "), f.end)]
    for start, end in spans:
        yield _unit(text, start, end)


def _unit(text: str, start: int, end: int) -> BodyName:
    return BodyName(
        name=text[start:end],
        start=start,
        end=end,
        head="function",
        kind="department",
        organ=False,
        modifiers=text[start:end],
        cased=True,
        shared=True,
    )
