"""Documents that their place shows to be documents: items of a printed list, titles above a description.

"Internal regulations" over "Living Wages" and "Travel & Expense", or "Whistleblowing" over "This policy sets out …",
name documents though no noun in the name says so; and where most items of a list are titles of documents, the items
with a noun that elsewhere may name something else ("Criminal Risk Prevention Model") are documents too. Works on blocks
of text in their order, so that `document.make_doc` can take up lines that hold no other cue. Offsets are 0-based in a
block's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from esggraph.extraction.instruments.list_units import Line, Series, Unit, columns, pieces
from esggraph.extraction.instruments.listed_names import (
    head_of,
    is_others,
    is_outside,
    is_strong,
    name_in,
    never_names,
    reads_as_title,
)
from esggraph.extraction.instruments.title_leads import Lead, lead_of
from esggraph.extraction.instruments.titles import titles_in
from esggraph.report import BlockKind
from esggraph.resources import load_data

_WORDS = 12  # of a line that announces a list without doubt
_LEAD = 240  # characters of a sentence that announces a list
_FEWEST = 3  # items of a list
_MOST = 40
_LONGEST = 160  # characters of an item
_SHARE = 0.6  # of the items that have a document's noun, from which all are documents though nothing announces them
_SURE = 2  # of them that a noun of nothing but documents has …
_NEARLY = 0.8  # … and the share with any document's noun, from which the same holds
_LIKELY = 0.5  # how surely a noun names a document at least for that
_LIKELIER = 1.0  # … below a line that announces documents
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_RUN_ON = re.compile(r"[a-z),.] ((?:[A-Z][\w-]* ){1,4}[A-Z]\w+)$")
_CELLS = re.compile(r" ?\|.*")
_COLUMN = re.compile(
    r"(?:(?:name|title)s? of (?:the )?)?(?:polic(?:y|ies)|documents?|codes?)"
    r"(?:(?: ?/ ?| and | & | or )[a-z]+)?(?: (?:names?|titles?))?",
    re.I,
)  # the head of a column of documents


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document named by the block with this number, `text[start:end]` of it."""

    block: int
    start: int
    end: int
    kind: str  # one of POLICY_KINDS


@dataclass(frozen=True, slots=True)
class _Announced:
    """What the line above a list says: the kind of its documents, and whether it leaves no doubt."""

    kind: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    nouns: re.Pattern[str]
    announced: tuple[tuple[re.Pattern[str], str], ...]
    owner: re.Pattern[str]
    outside: re.Pattern[str]
    described: re.Pattern[str]
    kinds: dict[str, str]
    after_title: re.Pattern[str]
    bare: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data: dict[str, Any] = load_data("document_lists.toml")
    words, described = data["words"], data["described"]
    this, the = "|".join(described["this"]), "|".join(described["the"])
    sentence = (
        rf"(?:(?:(?:This|The present) (?:[Gg]lobal |[Gg]roup )?(?i:(?P<this>{this}))|The (?P<the>{the})) "
        rf"(?:also )?(?:{described['verbs']})\b"
        rf"|The (?:purpose|aim|objective|scope) of this (?i:(?P<of>{this})) (?:is|are)\b)"
    )
    title = r"(?P<title>[A-Z(][\w&/()’-]*(?: (?:[A-Z(][\w&/()’-]*|and|of|for|on|the|with|to|in|&)){0,10}) "
    announced = tuple((re.compile(rf"\b(?:{noun})\b", re.I), kind) for noun, kind in data["announced"].items())
    return _Patterns(
        re.compile(r"polic|regulations|rules|directives|procedures|guidelines|codes|documents|handbooks|manuals", re.I),
        announced,
        re.compile(rf"\b(?:{'|'.join(words['owner'])})\b", re.I),
        re.compile(rf"\b(?:{'|'.join(words['outside'])})(?!\w)", re.I),
        re.compile(sentence),
        described["this"] | described["the"],
        re.compile(title + sentence),
        re.compile(rf"(?:{described['bare']}) "),
    )


def listed_documents(lines: Sequence[Line]) -> Iterator[ListedDocument]:
    """Yield the documents that the place of `lines`, in their order, shows to be documents; none twice."""
    seen: set[tuple[int, int]] = set()
    for document in chain(_below(lines), _in_series(lines), _in_descriptions(lines)):
        if (document.block, document.start) not in seen:
            seen.add((document.block, document.start))
            yield document


def _below(lines: Sequence[Line]) -> Iterator[ListedDocument]:
    """Yield the items of lists line below line, each below the line that announces it or among its like."""
    at = 0
    while at < len(lines):
        announced = _announced(lines[at])
        units = list(_units(lines, at + 1)) if announced else []
        found = list(_chosen(lines, units, announced))
        yield from found
        at = found[-1].block if found else at + 1
    at = 0
    while at < len(lines):
        units = [u for u in _units(lines, at) if lead_of(lines[at].text) is None]
        headed = next((n for n, u in enumerate(units) if not _named(lines, u)), len(units))
        found = list(_chosen(lines, units[:headed], None))
        yield from found
        at += headed if found else 1


def _units(lines: Sequence[Line], first: int) -> Iterator[Unit]:
    """Yield the names in the lines from `first` on, until a line that is no item of a list."""
    for number in range(first, min(first + _MOST, len(lines))):
        line = lines[number]
        short = line.kind not in (BlockKind.CONTENTS, BlockKind.ROW) and len(line.text) <= _LONGEST
        span = name_in(line.text, 0, len(line.text)) if short else None
        if span is None:
            break
        yield Unit(number, *span)


def _in_series(lines: Sequence[Line]) -> Iterator[ListedDocument]:
    """Yield the documents in columns of tables and between the signs of a line."""
    for series in chain(columns(lines), pieces(lines)):
        if len(series.units) < _FEWEST or (series.above and lead_of(series.above.text) is Lead.OUTSIDE):
            continue
        spans = ((u.block, name_in(lines[u.block].text, u.start, u.end)) for u in series.units)
        units = [Unit(block, *span) for block, span in spans if span]
        if 2 * len(units) > len(series.units):
            yield from _chosen(lines, units, _announced_by(series))


def _announced_by(series: Series) -> _Announced | None:
    if series.above is None:
        return None
    if _COLUMN.fullmatch(series.above.text):
        return _Announced("policy", sure=False)
    return _announced(series.above)


def _announced(line: Line) -> _Announced | None:
    """Return what `line` says of a list below it; None if it announces none."""
    p = _patterns()
    # the line may have run into the paragraph above it
    run_on = _RUN_ON.search(line.text) if line.kind is BlockKind.PARAGRAPH else None
    text = run_on[1] if run_on else line.text[line.text.rfind(". ") + 1 :].strip()
    if len(text) > _LEAD or not p.nouns.search(text) or line.kind is BlockKind.CONTENTS:
        return None
    head = _CELLS.sub("", text)
    if head != text and head.lower() == "policy":
        return _Announced("policy", sure=False)  # of a table
    colon = text.endswith((":", "："))
    if not colon and lead_of(head) is not Lead.OWN:
        return None
    noun = next((kind for pattern, kind in p.announced if pattern.search(head)), None)
    if noun is None or p.outside.search(head):
        return None
    return _Announced(noun, bool(p.owner.search(head)) and (not colon or len(head.split()) < _WORDS))


def _named(lines: Sequence[Line], unit: Unit) -> bool:
    """Return whether `unit` has a noun that likely names a document."""
    head = head_of(lines[unit.block].text[unit.start : unit.end])
    return head is not None and head.document >= _LIKELY


def _chosen(lines: Sequence[Line], units: Sequence[Unit], announced: _Announced | None) -> Iterator[ListedDocument]:
    """Yield those of `units`, the names in one list, that are documents."""
    names = [lines[u.block].text[u.start : u.end] for u in units]
    found = [head_of(name) for name in names]
    headed = sum(head is not None and head.document >= _LIKELIER for head in found)
    strong = sum(head is not None and is_strong(head) for head in found)
    likely = sum(head is not None and head.document >= _LIKELIER for head in found)
    alike = strong >= _FEWEST and strong >= _SHARE * len(units)
    # nearly all have a document's noun, though many of them one that names other things too: "Water Standard"
    alike = alike or (strong >= _SURE and likely >= _NEARLY * len(units) and len(units) > _FEWEST)
    if len(units) < _FEWEST or not (announced or alike):
        return
    for unit, name, head in zip(units, names, found, strict=True):
        if announced:
            fits = (head is not None and head.document >= _LIKELIER) or announced.sure or 4 * headed >= 3 * len(units)
        else:
            own = head is not None and head.document >= _LIKELY and head.lean < 0
            fits = own and reads_as_title(name) and not is_others(name, names)
        if fits and not is_outside(name) and len(titles_in(name)) < 2:
            kind = head.policy if head else announced.kind if announced else "policy"
            yield ListedDocument(unit.block, unit.start, unit.end, kind)


def _in_descriptions(lines: Sequence[Line]) -> Iterator[ListedDocument]:
    for number, line in enumerate(lines):
        yield from _described(lines, number, line)


def _described(lines: Sequence[Line], number: int, line: Line) -> Iterator[ListedDocument]:
    """Yield the documents whose descriptions `line` holds: at its beginning, or behind short sentences of it."""
    starts = [0, *(m.end() for m in _SENTENCE.finditer(line.text))] if " " in line.text else [0]
    p = _patterns()
    for i, start in enumerate(starts):
        within = p.after_title.match(line.text, start)
        if within:
            if _names(within["title"]):
                yield ListedDocument(number, within.start("title"), within.end("title"), _kind(within))
            continue
        m = p.described.match(line.text, start)
        if not (m or p.bare.match(line.text, start)):
            continue
        above = number if i else number - 1
        if i:
            span = name_in(line.text, starts[i - 1], start)
        else:
            span = next(((u.start, u.end) for u in _units(lines[:number], above)), None) if number else None
        if span and span[1] - span[0] < _LONGEST:
            name = lines[above].text[slice(*span)]
            head = head_of(name)
            if _names(name) and (m or head):
                yield ListedDocument(above, *span, head.policy if head else _kind(m) if m else "policy")


def _names(title: str) -> bool:
    return not never_names(title) and not title.isupper() and not is_outside(title)


def _kind(m: re.Match[str]) -> str:
    return _patterns().kinds[(m["this"] or m["the"] or m["of"]).lower()]
