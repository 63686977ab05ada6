"""The lines of a page as printed, cut into cells, with the participants that each names: what charts are read from.

The blocks of a report join what stood on lines of its source; a chart is drawn in lines, so they are parted again by
`Report.origin`. Cells are parted by wide gaps, rules and arrows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention
from esggraph.extraction.relations.tiers import data
from esggraph.extraction.signs import Group
from esggraph.report import Block, BlockKind, Report

_LONGEST = 600  # characters of a block that can hold lines of a chart
_NOTE = 90  # characters of a note on a line
_WORDS = 8  # of a label
_RULES = "|¦│┃║├└┌┐┘┤┬┴┼╷╵╭╮╰╯─━═╌"
_ARROWS = "↓↑→←↔⇓⇑⇒⇐▼▲►◄▶◀△▽➔➜>"
_DOWN = "↓↑⇓⇑▼▲"
_BETWEEN = re.compile(rf"(?: ?[{_RULES}{_ARROWS}]+)+ ?|(?: ?[-–—]){{2,}} ?| [·•∙●] |\t")
_WIDE = 4  # … that parts even what was read as one name
_GAP = 2  # white space in the source that parts cells
_LEAD = re.compile(
    r"(?:[^\w(]+|\d{1,2}[.)]? |[a-h][.)] |[ivx]{1,4}[.)] )*"
    r"(?:(?!members|participants)[A-Za-z][\w -]{1,30}s: )?(?:(?:the|our|a|an) )?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?: ?\([^()]*\))*(?: and | & | ?/ ?|, |,? and |(?P<dash> [–—-] ))(?:the |our )?")
_BRACKETED = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_NOTED = re.compile(r"\s*[:：;,.–—-]|\s*\(")
_CAPITALS = re.compile(r"[A-Z&-]{2,}(?: [A-Z&-]+)*(?= [a-z]+s\b)")  # "BOARD approves the policy"
CAPTION = re.compile(r"(?:Figure|Fig\.|Chart|Diagram|Exhibit|Table|Graph)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"\s*(?:[:：]|[–—-]\s)")
_OFTEN = re.compile(
    r"(?:bi-?|semi-?)?(?:annual|year|quarter|month|week|dai|day)\w*\b"
    r"|(?:once|twice|every|at least|when|as) |ad hoc\b|regular",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\d.,/%\s()–-]+|\d+ ?(?:of|out of|/) ?\d+|[✓✔√x●○-]+", re.IGNORECASE)
# what those are called where a chart says no more
_OF_KIND = {"board": ("board", "board of directors"), "shareholders_meeting": ("shareholders", "stockholders")}
_SMALL = frozenset(("of", "and", "the", "for", "on", "in", "to", "&", "de", "at", "/", "-", "–"))


class Said(Enum):
    """What a cell or a line says."""

    LABEL = auto()  # who it is, and nothing else or a note behind
    GROUP = auto()  # a group that no participant was read from: "Working groups", "Shareholders"
    LEVEL = auto()  # the name of a level: "Board level", "Supervise"
    TITLED = auto()  # something else in title case, which may be a label
    NOTE = auto()  # what somebody does, how often, how many they are
    FIGURE = auto()
    SIGN = auto()  # arrows and rules
    OTHER = auto()


_SENTENCE = (Said.OTHER, Said.NOTE)  # what a paragraph that is no list of labels begins with


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a line."""

    said: Said
    group: Group  # who is named side by side, where it is a label
    text: str
    beside: bool = False  # an arrow leads to it from the cell before
    column: int = 0
    bare: bool = True  # nothing stands behind the label but what is in brackets


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the print."""

    start: int  # of the text; in characters of Report.text
    end: int
    block: int  # number in Report.blocks
    kind: BlockKind
    column: int  # of its first letter
    cells: tuple[Cell, ...]
    linked: bool  # arrows or rules stand between it and the line above, or before its first letter
    parted: bool  # a page or more than a few lines lie between it and the line above
    described: bool = False  # lines below it say what its body does

    @property
    def said(self) -> Said:
        """Return what the line says as a whole."""
        kinds = [cell.said for cell in self.cells]
        if not kinds:
            return Said.SIGN
        if CAPTION.match(self.cells[0].text):
            return Said.OTHER
        if Said.FIGURE in kinds or kinds[0] in (Said.NOTE, Said.FIGURE):
            return kinds[0] if kinds[0] is Said.NOTE else Said.FIGURE
        for kind in (Said.LABEL, Said.LEVEL, Said.GROUP, Said.TITLED):
            if kind in kinds:
                unread = kinds.count(Said.OTHER) + (kinds.count(Said.TITLED) if kind is not Said.TITLED else 0)
                return kind if unread <= kinds.count(kind) else Said.OTHER
        return Said.OTHER


class Printed:
    """The report's lines, and who is named on them."""

    def __init__(self, report: Report, passages: tuple[Passage, ...], participants: list[Mention]) -> None:
        """Take the Doc's passages and its bodies and posts, sorted by start."""
        self._report = report
        starts = [p.start for p in passages]
        self._at: list[int] = []  # where in Report.text each participant begins
        self._who: list[tuple[Mention, int]] = []  # with its end there
        self.blocks: set[int] = set()  # numbers of the blocks that name participants
        self._shifts = {p.number: p.start - p.block.start for p in passages}
        self._known: dict[str, Mention] = {}  # by what they are called in the report, in small letters
        kept = -1
        for m in sorted(participants, key=lambda m: (m.start, -m.end)):
            passage = passages[bisect_right(starts, m.start) - 1]
            shift = passage.block.start - passage.start
            called = report.text[m.start + shift : m.end + shift]
            if not m.anaphor or (called.isupper() and called.isalpha()):
                for name in (called, m.name, *_OF_KIND.get(m.subkind, ())):
                    self._known.setdefault(name.lower(), m)
            if m.anaphor or m.end <= kept:
                continue
            self._at.append(m.start + shift)
            self._who.append((m, m.end + shift))
            self.blocks.add(passage.number)
            kept = m.end

    def lines(self, number: int) -> Iterator[Line]:
        """Yield the lines of block `number`; a paragraph too long for a chart is one line."""
        block = self._report.blocks[number]
        if block.kind is BlockKind.CONTENTS or block.end - block.start > _LONGEST:
            yield Line(block.start, block.end, number, block.kind, 0, (Cell(Said.OTHER, (), ""),), False, True)
            return
        for start, end in self._cut(block):
            cells = tuple(self._cells(start, end, number, block.kind))
            if block.kind is BlockKind.PARAGRAPH and start == block.start and cells and cells[0].said in _SENTENCE:
                yield Line(start, block.end, number, block.kind, 0, cells[:1], linked=False, parted=False)
                return
            above, linked, parted = self._above(start, number)
            lead = self._report.text[start:end]
            first = start + next((i for i, c in enumerate(lead) if c.isalnum()), 0)
            linked = linked or any(c in _ARROWS + "|│┃" for c in lead[: first - start]) or any(c in _DOWN for c in lead)
            yield Line(start, end, number, block.kind, self._column(first), cells, linked, parted or above > 3)

    def _cut(self, block: Block) -> Iterator[tuple[int, int]]:
        """Yield where the lines of `block` begin and end."""
        origin, source = self._report.origin, self._report.source
        at, last = block.start, origin[block.end - 1]
        while at < block.end:
            newline = source.find("\n", origin[at], last)
            end = block.end if newline < 0 else max(at + 1, bisect_left(origin, newline, at, block.end))
            if self._report.text[at:end].strip():
                yield at, end
            at = end

    def _above(self, start: int, number: int) -> tuple[int, bool, bool]:
        """Return how many lines lie between the one at `start` and the text above, and whether arrows or pages do."""
        if not start:
            return 0, False, True
        origin = self._report.origin
        before = start - 1
        while before and self._report.text[before].isspace():
            before -= 1
        between = self._report.source[origin[before] + 1 : origin[start]] if origin[before] < origin[start] else ""
        return between.count("\n") - 1, any(c in between for c in _ARROWS + "|│┃"), "\f" in between

    def _column(self, at: int) -> int:
        origin = self._report.origin[at]
        return origin - self._report.source.rfind("\n", 0, origin) - 1

    def _cells(self, start: int, end: int, number: int, kind: BlockKind) -> Iterator[Cell]:
        text, origin = self._report.text, self._report.origin
        gaps = [
            (i, i + 1)
            for i in range(start + 1, end - 1)
            if text[i] == " " and origin[i + 1] - origin[i - 1] > (_WIDE if self._inside(i) else _GAP)
        ]
        signs = [
            (m.start(), m.end())
            for m in _BETWEEN.finditer(text, start, end)
            if not self._inside(m.start()) and text[m.start() : m.end()].strip()
        ]
        at, beside = start, False
        if (
            start not in self._at
            and self._inside(start)
            and (name := self._who[bisect_left(self._at, start) - 1][1]) < end
        ):
            if known := self._called(start, name, number):
                yield Cell(Said.LABEL, (known,), text[start:name])
            at = name  # of whom the line above names the first words of
        for low, high in [*sorted([*gaps, *signs]), (end, end)]:
            if text[at:low].strip(" ."):
                yield self._cell(at, low, number, kind, beside=beside, goes_on=low == end)
                beside = False
            sign = text[low:high]
            beside = beside or (any(c in "→►⇒▶➔➜" for c in sign) and not any(c in "◄←⇐◀" for c in sign))
            at = max(at, high)

    def _called(self, start: int, end: int, number: int) -> Mention | None:
        """Return who is known by what a cell says where nobody was read from it: "BOARD", "ARC", "Kerry Board"."""
        label = _BRACKETED.sub("", self._report.text[start:end])
        capitals = _CAPITALS.match(label)
        called = (capitals.group() if capitals else _DESCRIBED.split(label)[0]).strip(" .").lower()
        shift = self._shifts.get(number)
        if shift is None or not label[:1].isupper():
            return None
        if " " not in called and not label.strip(" .").isupper() and called != "board":
            return None
        known = self._known.get(called) or self._known.get(called.removeprefix("group "))
        if known is None and called.endswith(" board"):
            company = self._report.company
            names = {name.lower().split()[0] for name in (company.name, *company.aliases) if name}
            known = self._known.get("board") if called.split()[0] in names else None
        return replace(known, start=start + shift, end=end + shift, anaphor=False) if known else None

    def _inside(self, at: int) -> bool:
        """Return whether a participant's name goes on over character `at`."""
        i = bisect_left(self._at, at) - 1
        return i >= 0 and self._who[i][1] > at

    def _cell(self, start: int, end: int, number: int, kind: BlockKind, *, beside: bool, goes_on: bool) -> Cell:
        text = self._report.text[start:end].strip()
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        named = [(at, who, last) for at, (who, last) in zip(self._at[low:high], self._who[low:high], strict=True)]
        lead = _LEAD.match(self._report.text, start, end)
        begin = lead.end() if lead else start
        column = self._column(min(begin, end - 1))  # of a bare bullet the sign itself
        if _FIGURE.fullmatch(text):
            return Cell(Said.FIGURE, (), text, beside, column)
        said = _unnamed(text, named_last=bool(named) and named[-1][2] >= start + len(text))
        if said is Said.LEVEL:
            return Cell(said, (), text, beside, column)
        if not named or named[0][0] != begin or (named[0][2] > end and not goes_on):
            known = self._called(begin, end, number)
            return Cell(Said.LABEL if known else said, (known,) if known else (), text, beside, column)
        group, last = [named[0][1]], named[0][2]
        for at, who, until in named[1:]:
            joint = _BESIDE.fullmatch(self._report.text, last, at)
            if not joint or (joint["dash"] and (who.kind == "posts" or until < start + len(text))):
                break
            group.append(who)
            last = until
        rest = self._report.text[last:end].strip()
        if group[0].kind == "posts" and rest.startswith((":", "：")):
            return Cell(Said.NOTE, (), text, beside, column)  # "Chair: …"
        said = Said.LABEL if _is_note(rest, kind) else Said.OTHER
        return Cell(said, tuple(group), text, beside, column, bare=not _BRACKETED.sub("", rest).strip(" ."))


def _is_note(rest: str, kind: BlockKind) -> bool:
    """Return whether what stands behind a label leaves it one: nothing, whose unit it is, or a note."""
    bare = _BRACKETED.sub("", rest).strip(" .¹²³⁴*†")
    if not bare or re.fullmatch(r"of (?:the )?[A-Z][\w&., ]*|[A-Z][A-Z\d&-]{1,7}s?", bare):
        return True
    if len(rest) > _NOTE or kind is BlockKind.PARAGRAPH:
        return bool(_DESCRIBED.match(_BRACKETED.sub("", rest)))
    if _NOTED.match(rest):
        return True
    return bare[0].islower()


@cache
def _levels() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    chart = data()["chart"]
    return frozenset(data()["tiers"]), frozenset(chart["levels"]), frozenset((*chart["groups"], *chart["owners"]))


def _unnamed(text: str, *, named_last: bool) -> Said:
    """Return what a cell says that no participant begins."""
    words = re.findall(r"[\w&’'-]+", _BRACKETED.sub("", text))
    if not words or re.search(r"[:：].", text) or _OFTEN.match(text):
        return Said.NOTE
    if _CAPITALS.match(text) and len(text) <= _NOTE:
        return Said.GROUP
    tiers, levels, groups = _levels()
    last = words[-1].lower()
    titled = all(w[0].isupper() or w.lower() in _SMALL for w in words) or text.isupper()
    short = len(words) <= _WORDS
    if (
        short
        and (last in tiers or (last in levels and {w.lower() for w in words} <= levels | _SMALL))
        and words[0][0].isupper()
    ):
        return Said.LEVEL
    plural = len(words) > 1 or (last.endswith("s") and not text.endswith("."))
    if short and titled and plural and (named_last or last in groups or last == "board"):
        return Said.GROUP
    if (text[0].islower() or text[0] in "([" or text[0].isdigit()) and len(text) <= _NOTE:
        return Said.NOTE
    return Said.TITLED if short and titled and len(words) > 1 and not re.search(r"[.:;]", text) else Said.OTHER
