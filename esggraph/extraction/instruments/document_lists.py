"""Documents that their place shows to be documents: items of a printed list, titles above a description.

"Internal regulations" over "Living Wages" and "Travel & Expense", or "Whistleblowing" over "This policy sets out …",
name documents though no noun in the name says so. Works on blocks of text in their order, so that `document.make_doc`
can take up lines that hold no other cue. Offsets are 0-based in a block's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.title_leads import Lead, lead_of
from esggraph.extraction.instruments.title_words import heads
from esggraph.report import BlockKind
from esggraph.resources import load_data
from esggraph.vocabulary import lookup

_WORDS = 12  # of an item at most
_LEAD = 240  # characters of a sentence that announces a list
_FEWEST = 3  # items of a list
_MOST = 40
_LONGEST = 160  # characters of an item
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_BULLET = re.compile(r"(?:[•·∙●▪■◆►➢✓–—*>-]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|\d{1,2}(?= [A-Z]))\s*")
_END = re.compile(r"[ .;,]+$")
_NUMBERS = re.compile(r"\d[\d.,%]*")
_LOWER_TAIL = re.compile(r"(?:[a-z]+ (?:and|&) )?(?P<noun>[a-z]+)$")
_RUN_ON = re.compile(r"[a-z),.] ((?:[A-Z][\w-]* ){1,4}[A-Z]\w+)$")
_CELLS = re.compile(r" ?\|.*")


@dataclass(frozen=True, slots=True)
class Line:
    """A block of text."""

    text: str
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document named by the block with this number, `text[start:end]` of it."""

    block: int
    start: int
    end: int
    kind: str  # one of POLICY_KINDS


@dataclass(frozen=True, slots=True)
class _Patterns:
    nouns: re.Pattern[str]
    announced: tuple[tuple[re.Pattern[str], str], ...]
    owner: re.Pattern[str]
    outside: re.Pattern[str]
    never: re.Pattern[str]
    verbs: re.Pattern[str]
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
        re.compile(rf"(?:{'|'.join(words['never'])})", re.I),
        re.compile(rf"\b(?:{'|'.join(words['verbs'])})\b", re.I),
        re.compile(sentence),
        described["this"] | described["the"],
        re.compile(title + sentence),
        re.compile(rf"(?:{described['bare']}) "),
    )


def listed_documents(lines: Sequence[Line]) -> Iterator[ListedDocument]:
    """Yield the documents that the place of `lines`, in their order, shows to be documents."""
    at = 0
    while at < len(lines):
        announced = _announced(lines[at])
        items = list(_items(lines, at + 1, *announced)) if announced else []
        yield from items
        at = items[-1].block if items else at + 1
    for number, line in enumerate(lines):
        yield from _described(lines, number, line)


def _announced(line: Line) -> tuple[str, bool] | None:
    """Return the kind of the documents that `line` announces, and whether it leaves no doubt; None if it does not."""
    p = _patterns()
    # the line may have run into the paragraph above it
    run_on = _RUN_ON.search(line.text) if line.kind is BlockKind.PARAGRAPH else None
    text = run_on[1] if run_on else line.text[line.text.rfind(". ") + 1 :].strip()
    if len(text) > _LEAD or not p.nouns.search(text) or line.kind is BlockKind.CONTENTS:
        return None
    head = _CELLS.sub("", text)
    if head != text and head.lower() == "policy":
        return "policy", False  # of a table
    colon = text.endswith((":", "："))
    if not colon and lead_of(head) is not Lead.OWN:
        return None
    noun = next((kind for pattern, kind in p.announced if pattern.search(head)), None)
    if noun is None or p.outside.search(head):
        return None
    return noun, bool(p.owner.search(head)) and (not colon or len(head.split()) < _WORDS)


def _items(lines: Sequence[Line], first: int, kind: str, sure: bool) -> Iterator[ListedDocument]:
    """Yield the items of the list that begins with `lines[first]`; `sure`: those without a document's noun too."""
    found: list[tuple[ListedDocument, bool]] = []
    for number in range(first, min(first + _MOST, len(lines))):
        span = _item(lines[number])
        if span is None:
            break
        start, end = span
        head = _head_kind(lines[number].text[start:end])
        found.append((ListedDocument(number, start, end, head or kind), head is not None))
    headed = sum(with_noun for _, with_noun in found)
    if len(found) < _FEWEST:
        return
    for document, with_noun in found:
        name = lines[document.block].text[document.start : document.end]
        if (with_noun or sure or 4 * headed >= 3 * len(found)) and not _is_outside(name):
            yield document


def _item(line: Line) -> tuple[int, int] | None:
    """Return where in `line`, an item of a list, its name begins and ends; None if it is no item."""
    if line.kind in (BlockKind.CONTENTS, BlockKind.ROW) or len(line.text) > _LONGEST:
        return None  # which cell of a row names the document its column's head tells
    return _name_in(line.text, 0, len(line.text))


def _name_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where in text[start:end], a line or a short sentence, a name begins and ends; None if it holds none."""
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    name = _END.sub("", _CELLS.sub("", text[start:end]))
    if not name[:1].isupper() or len(name.split()) > _WORDS or len(name) < 4 or ":" in name or "www." in name:
        return None
    p = _patterns()
    if p.verbs.search(name) or p.never.fullmatch(name) or len(_NUMBERS.findall(name)) > 1 or lead_of(name):
        return None
    return start, start + len(name)


def _head_kind(name: str) -> str | None:
    """Return which of POLICY_KINDS the last noun of `name` tells, None if it tells none."""
    words = name.lower().split()
    for n in (4, 3, 2, 1):
        if len(words) > n and (head := heads().get(tuple(words[-n:]))) and head.policy and head.document >= 1:
            return head.policy
    for at in range(1, len(words)):
        head = heads().get((words[at],))
        if head and head.policy and head.document >= 2 and words[at + 1 : at + 2] and words[at + 1] in _AFTER:
            return head.policy
    return None


_AFTER = frozenset(("on", "for", "against", "of", "and", "&"))


def _is_outside(name: str) -> bool:
    return named_in(name) is not None or lookup(name) is not None


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
        span = _name_in(line.text, starts[i - 1], start) if i else (_item(lines[above]) if number else None)
        if span and span[1] - span[0] < _LONGEST:
            name = lines[above].text[slice(*span)]
            if _names(name) and (m or _head_kind(name)):
                yield ListedDocument(above, *span, _head_kind(name) or (_kind(m) if m else "policy"))


def _names(title: str) -> bool:
    return not _patterns().never.fullmatch(title) and not title.isupper() and not _is_outside(title)


def _kind(m: re.Match[str]) -> str:
    return _patterns().kinds[(m["this"] or m["the"] or m["of"]).lower()]
