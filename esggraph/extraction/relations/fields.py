"""Descriptions of a body in fields: "Members: …", "Chair: …", "Reports to: …" under or beside its name, or in a table.

The body is the one whose name stands as a label before the field: alone in a block, at the start of a list item, or
directly before the first field ("Risk Council Purpose: … Members: …"). In a table it is the one that fills a cell
of the row, and the header row gives the fields.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.relations.clauses import statement
from esggraph.extraction.relations.frames import Frame, make_frame
from esggraph.extraction.relations.membership import as_member, forms, is_guest, says_chair
from esggraph.extraction.relations.responsibility import topics_in
from esggraph.extraction.signs import Group, alternatives, is_sign
from esggraph.report import BlockKind

_DUTY = 250  # characters of a duty's text in which its topics are named
_REACH = 3000  # characters between a label and its last field
_BULLETS = "•●▪■◆►➢✓·∙"
_FIELD_LABELS = {
    "member_labels": "hasMember",
    "chair_labels": "ledBy",
    "report_labels": "reportsTo",
    "overseer_labels": "oversees",
    "whole_labels": "subUnitOf",
    "duty_labels": "duty",
}
# the small words of a title
_SMALL = frozenset(("and", "of", "the", "for", "&", "on", "in", "to"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field's value: characters of `Doc.text`."""

    meaning: str  # a predicate, or "duty"
    start: int
    end: int
    at: int  # where its label starts
    bare: bool = False  # nothing but a space stands between its label and its value


# "Members – …" is a field, "Head – Internal Audit" a title
_DASH = r"(?:(?<=embers)|(?<=omposition)|(?<=hair)|(?<=hairman)|(?<=hairwoman)|(?<=hairperson)) [–—-]\s+"


@cache
def _label() -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{key}>{alternatives(forms()[key])})" for key in _FIELD_LABELS)
    return re.compile(
        rf"(?<![\w-])(?<!Deputy )(?<!Vice )(?<!deputy )(?<!vice )(?:{groups})s?(?: include)?(?:\s*[:：]\s*|{_DASH})",
        re.IGNORECASE,
    )


# where a field's value ends: the next field, a bullet, or the sentence
_END = re.compile(rf"\s[A-Z][\w&]+(?: [\w&]+){{0,3}}\s*[:：]|\s[u{_BULLETS}]\s+(?=[A-Z])|\.\s+(?=[A-Z])|\.$")
_SENTENCE_END = re.compile(r"[\n•●]|[.!?](?:\s|$)|:\s")
_REPORTING = re.compile(r"\breport(?:s|ing)?\b")
_DOES = re.compile(r"(?:^|[.)•●] )[A-Z][a-z]+(?:s|ing) (?:the|our|its) $")  # "2. Oversees the ①"
# behind a label's name: its short form, and how often it met
_SHORT_FORM = re.compile(
    r"^\s*\([A-Z][\w&-]{1,11}\)|\s*(?:[–—|-]\s*)?\(?\d+ (?:meetings|members|sessions|directors)(?: held| in \d+)?\)?$"
)
_PRESIDED = re.compile(r"\b(?:presided over|presided|chaired|led|headed) by:?$|\b[Cc]hairs of (?:the )?[\w ]+$")
_NAMED_FIELD = re.compile(rf"\s*[:：–—-]\s|\s*[:：]|\s+[{_BULLETS}]|\.?\s+[A-Z][a-z]+(?: [a-z]+){{0,2}}\s*[:：]")


@cache
def _bare_label() -> re.Pattern[str]:
    """A label that begins a block and has no colon: "Members Chief People Officer | Chief Legal Officer"."""
    groups = "|".join(rf"(?P<{key}>{alternatives(forms()[key])})" for key in ("member_labels", "chair_labels"))
    return re.compile(rf"(?:{groups})s? +(?=[A-Z])")


def labels(text: str, passages: tuple[Passage, ...], bodies: list[Mention]) -> list[Mention]:
    """Return those of `bodies` that stand as a label: alone in a block, or as a title before a field."""
    found = []
    starts = [p.start for p in passages]
    for m in bodies:
        if m.anaphor:
            continue
        passage = passages[bisect_right(starts, m.start) - 1]
        if m.end > passage.end:
            continue
        before, after = text[passage.start : m.start], text[m.end : passage.end]
        at_end = not _SHORT_FORM.sub("", after).strip(" .:")
        if not (at_end or _NAMED_FIELD.match(after)):
            continue
        opening = re.split(rf"(?:^|\s)[u{_BULLETS}]\s" if at_end else rf"(?:^|\s)[u{_BULLETS}]\s|\.\s", before)[
            -1
        ].split()
        if at_end and (any(w[-1] in ",:;" for w in opening) or _DOES.search(before)):
            continue
        if len(opening) <= 5 and all(
            w[0].isupper() or w[0].isdigit() or w in _SMALL or not w[0].isalnum() for w in opening
        ):
            found.append(m)
    return found


def fields(text: str, passages: tuple[Passage, ...]) -> Iterator[Field]:
    """Yield the fields of all `passages`; a label at the end of its block takes the list items that follow."""
    for i, passage in enumerate(passages):
        yield from _labelled_row(text, passage)
        if bare := _bare_label().match(passage.text):
            meaning = next(_FIELD_LABELS[key] for key, value in bare.groupdict().items() if value)
            yield Field(meaning, passage.start + bare.end(), passage.end, passage.start, bare=True)
        if not any(mark in passage.text for mark in (":", "：", "– ", "— ", "- ")):
            continue
        for match in _label().finditer(passage.text):
            start = passage.start + match.end()
            end = passage.end
            if stop := _END.search(passage.text, match.end()):
                end = passage.start + stop.start()
            if start >= passage.end:
                items = list(takewhile(lambda p: p.block.kind is BlockKind.ITEM, passages[i + 1 :]))
                if items:
                    start, end = items[0].start, items[-1].end
            if start < end:
                meaning = next(_FIELD_LABELS[key] for key, value in match.groupdict().items() if value)
                if meaning == "reportsTo" and _REPORTING.search(text, start, end):
                    continue  # sentences with subjects of their own
                yield Field(meaning, start, end, passage.start + match.start())


def _labelled_row(text: str, passage: Passage) -> Iterator[Field]:
    """Yield the field that a row of two cells is whose first one is a label: "Composition | CFO; Head of Legal"."""
    if passage.block.kind is BlockKind.ROW and len(passage.block.cells) == 2:
        shift = passage.start - passage.block.start
        (start, end), value = passage.block.cells
        if meaning := _column(text[start + shift : end + shift]):
            yield Field(meaning, value[0] + shift, value[1] + shift, start + shift)


def described(
    text: str, passages: tuple[Passage, ...], participants: list[Mention], labelled: list[Mention]
) -> Iterator[Statement]:
    """Yield what the fields under a body's label say of it. `participants` are sorted by start, as are `labelled`."""
    starts = [m.start for m in participants]
    label_starts = [m.start for m in labelled]
    for field in fields(text, passages):
        nearest = bisect_left(label_starts, field.at) - 1
        if nearest < 0 or field.at - labelled[nearest].end > _REACH:
            continue
        if nearest and _stacked(text, labelled[nearest - 1], labelled[nearest]):
            continue
        inside = participants[bisect_left(starts, field.start) : bisect_left(starts, field.end)]
        if field.bare and not (inside and inside[0].kind == "posts" and inside[0].start == field.start):
            continue
        owner = _in_sentence(
            text, participants[bisect_left(starts, labelled[nearest].start) : bisect_left(starts, field.at)], field
        )
        yield from _values(text, owner or labelled[nearest], field, inside)


def _in_sentence(text: str, before: list[Mention], field: Field) -> Mention | None:
    """Return the body that the field's own sentence names before it: "The ① has the following members: …"."""
    body = next((m for m in reversed(before) if m.kind == "bodies"), None)
    return body if body and not _SENTENCE_END.search(text, body.end, field.at) else None


def _stacked(text: str, upper: Mention, lower: Mention) -> bool:
    """Return whether nothing but line ends stands between two labels: a chart's, whose fields come in another order."""
    return upper.key != lower.key and not text[upper.end : lower.start].strip(" .\n•●▪")


def _values(text: str, owner: Mention, field: Field, inside: list[Mention]) -> Iterator[Statement]:
    frame = make_frame(text, field.start, field.end, inside)
    if frame is None:
        return
    if field.meaning == "duty":
        for topic in topics_in(text[field.start : min(field.end, field.start + _DUTY)]):
            yield statement(frame, owner, "responsibleFor", f"topic:{topic}", 0.75)
        return
    for group, chairs in _listed(frame):
        meaning = "ledBy" if chairs and field.meaning == "hasMember" else field.meaning
        for member in group:
            wanted = "posts" if meaning == "ledBy" else member.kind
            if (member.kind, member.key) != (owner.kind, owner.key) and member.kind == wanted:
                sides = (member, owner) if meaning == "oversees" else (owner, member)
                yield statement(frame, sides[0], meaning, sides[1], 0.85)


def _listed(frame: Frame) -> Iterator[tuple[Group, bool]]:
    """Yield the groups of a field's value, with whether the words behind say that they lead: "CFO (Chair)"."""
    for i, (token, position) in enumerate(frame.tokens):
        after = frame.text[position + 1 :]
        if is_sign(token) and as_member(frame.tokens, i, frame.group(token)) and not is_guest(after):
            yield frame.group(token), says_chair(after[:60])


def tabulated(text: str, passages: tuple[Passage, ...], participants: list[Mention]) -> Iterator[Statement]:
    """Yield what tables say whose header row names fields ("Body | Members | Chair") and whose rows name bodies."""
    starts = [m.start for m in participants]
    header: dict[int, str] = {}
    last = -9
    above: Passage | None = None
    for passage in passages:
        if passage.block.kind is not BlockKind.ROW:
            above = passage
            continue
        shift = passage.start - passage.block.start
        cells = [(a + shift, b + shift) for a, b in passage.block.cells]
        titles = {i: _column(text[a:b]) for i, (a, b) in enumerate(cells)}
        if passage.number != last + 1 or any(titles.values()):
            header = {i: meaning for i, meaning in titles.items() if meaning}
            if above and len(cells) == 2 and not header and _PRESIDED.search(above.text.rstrip()):
                header = {1: "ledBy"}  # "Committees presided by" above rows of committees and posts
            else:
                last = passage.number
                continue
        last = passage.number
        per_cell = [participants[bisect_left(starts, a) : bisect_left(starts, b)] for a, b in cells]
        owner = next(
            (found[0] for (a, b), found in zip(cells, per_cell, strict=True) if found and _fills(text[a:b], found[0])),
            None,
        )
        if owner is None or owner.kind != "bodies":
            continue
        for i, meaning in header.items():
            if i < len(cells) and owner not in per_cell[i]:
                yield from _values(text, owner, Field(meaning, *cells[i], cells[i][0]), per_cell[i])


def _column(title: str) -> str | None:
    match = _label().fullmatch(title.strip(" .:") + ":")
    return next((_FIELD_LABELS[key] for key, value in match.groupdict().items() if value), None) if match else None


def _fills(cell: str, mention: Mention) -> bool:
    return mention.kind == "bodies" and len(cell.strip()) <= (mention.end - mention.start) + 12
