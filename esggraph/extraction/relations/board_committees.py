"""Which committees are the board's: those that the text calls so, and those in a list under or after such words.

"Board Committees" as a heading, or a sentence on "the Board's committees", makes the committees board committees that
follow as labels in the same section; labels alone would not say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.report import BlockKind

_BOARD = r"(?:supervisory )?board"
_SPECIAL = r"(?:(?:special\w*|standing|statutory|principal|main|advisory|and its) )*"
_NUMBER = "two|three|four|five|six|seven|eight|nine"
_SET_UP = r"(?:established|set up|appointed|formed|created)"
_SPOKEN_OF = re.compile(
    rf"\b{_BOARD}(?: of directors|-level)?(?:[’']s?)? {_SPECIAL}committees\b"
    rf"|\bcommittees (?:of|under|within|to|{_SET_UP} (?:under|within|by)) the {_BOARD}\b"
    # "the Board has six advisory committees", "established by the Board, the committees …"
    rf"|\b{_BOARD}(?: of directors)? (?:has|have|is|are|relies|avails)\b[^.;:\n]{{0,60}}\bcommittees\b"
    rf"|\b{_SET_UP} by the {_BOARD}(?: of directors)?, (?:the|these) committees\b"
    # "the Board carries out its work through standing committees"
    rf"|\b{_BOARD}(?: of directors)?\b[^.;:\n]{{0,90}} (?:through|by|via|with|from|to|on|among) (?:\w+ ){{0,3}}"
    r"committees\b"
    # "three committees assist it", the Board being spoken of
    rf"|\b{_BOARD}\b[^\n]{{0,250}}\b(?:{_NUMBER}|the following|several) (?:[\w-]+ ){{0,2}}committees,? "
    r"(?:which |that )?(?:help|assist|support|advise|aid|serve|relieve|work for|report to)s? (?:it|them|the|its)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"(?:^|(?<=\n)){_BOARD}(?: of directors|-level)?(?:[’']s?)? {_SPECIAL}committees[.:]?(?=\n)", re.I
)
_COUNTED = re.compile(
    rf"\b(?P<number>{_NUMBER}) (?:[\w-]+ ){{0,3}}committees\b(?=[^.;:\n]{{0,80}}[.:;])", re.IGNORECASE
)
_OPENS = re.compile(r"(?:^|[.;:!•]\s+|\n)(?:(?:The|Our|Its|An?)\s)?$")
_LABEL_ENDS = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[:：|\n]|[.](?=\s|$)|[–—-]\s|$)")
_FAR = 2500  # characters between the words and a label that they cover


def listed_committees(
    text: str, passages: tuple[Passage, ...], bodies: list[Mention], labelled: list[Mention]
) -> Iterator[Statement]:
    """Yield subUnitOf for the committees among `labelled` that a heading or sentence before them gives to the board.

    `text`, `passages` and `bodies` are the Doc's, the cells of rows on lines of their own; `labelled` are the bodies
    that stand as labels.
    """
    board, supervisory = _commonest(bodies, "board"), _commonest(bodies, "supervisory_board")
    starts = [p.start for p in passages]
    for label in {m.start: m for m in (*labelled, *_in_cells(text, passages, bodies))}.values():
        if label.subkind not in ("committee", "board_committee") or not re.search(
            r"(?<![\w-])committee", label.name.lower()
        ):
            continue
        i = bisect_right(starts, label.start) - 1
        spoken = _SPOKEN_OF.search(_words_before(text, passages, i, label.start))
        whole = supervisory if spoken and "supervisory" in spoken.group().lower() else board
        if spoken and whole:
            yield Statement(
                subject=label,
                predicate="subUnitOf",
                object=whole,
                start=label.start,
                end=min(passages[i].end, label.start + 300),
                confidence=weighed(0.75, label, whole),
            )


def _in_cells(text: str, passages: tuple[Passage, ...], bodies: list[Mention]) -> Iterator[Mention]:
    """Yield the bodies that begin an item or a cell of a row as its label."""
    for passage in passages:
        if passage.block.kind not in (BlockKind.ROW, BlockKind.ITEM):
            continue
        shift = passage.start - passage.block.start
        for cell in passage.block.cells or ((passage.block.start, passage.block.end),):
            at = cell[0] + shift
            i = bisect_left(bodies, at, key=lambda m: m.start)
            here = [m for m in bodies[i : i + 3] if m.start == at and not m.anaphor]
            if here and _LABEL_ENDS.match(text, (body := max(here, key=lambda m: m.end)).end, passage.end):
                yield body


def counted_committees(text: str, passages: tuple[Passage, ...], bodies: list[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf for the committees that open the sentences behind "the Board works through four committees".

    They must be as many as were said, one more or less.
    """
    boards = [m for m in bodies if m.subkind in ("board", "supervisory_board") and not m.anaphor]
    for i, passage in enumerate(passages):
        for spoken in _SPOKEN_OF.finditer(passage.text):
            counted = _COUNTED.search(
                passage.text, max(0, spoken.end() - 60), min(len(passage.text), spoken.end() + 90)
            )
            at = passage.start + spoken.start()
            whole = next((m for m in boards if at - 5 <= m.start < passage.start + spoken.end()), None)
            if counted is None or whole is None:
                continue
            number = _NUMBER.split("|").index(counted["number"].lower()) + 2
            found = {m.key: m for m in _openers(text, passages, i, passage.start + counted.end(), bodies)}
            if abs(len(found) - number) <= 1 < len(found):
                for committee in found.values():
                    yield Statement(
                        subject=committee,
                        predicate="subUnitOf",
                        object=whole,
                        start=at,
                        end=min(passage.end, passage.start + counted.end()),
                        confidence=weighed(0.75, committee, whole),
                    )


def _openers(text: str, passages: tuple[Passage, ...], i: int, at: int, bodies: list[Mention]) -> Iterator[Mention]:
    """Yield the committees behind character `at` of passage `i` that open a sentence of its section."""
    section = passages[i].block.section
    end = passages[i].end
    for passage in passages[i + 1 :]:
        if passage.block.section[: len(section)] != section or passage.start - at > _FAR:
            break
        end = passage.end
    for body in bodies[bisect_left(bodies, at, key=lambda m: m.start) :]:
        if body.end > end:
            return
        committee = body.subkind in ("committee", "board_committee") and body.name.lower().split()[-1] == "committee"
        if committee and not body.anaphor and _OPENS.search(text, max(at, body.start - 12), body.start):
            yield body


# "a second board committee, the …" and "…, a Board-level committee"
_CALLED_BEFORE = re.compile(
    rf"\b{_BOARD}(?:-level)? committee,? (?:called |named |namely |is |being )?(?:the )?$", re.I
)
_CALLED_BEHIND = re.compile(
    rf"(?:\s?\([^()\n]{{1,40}}\))?(?:,| is| as) (?:an?|the|one of the(?: \w+)?) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{_BOARD}(?:-level)? (?:sub-?)?committees?|committee at {_BOARD} level)\b",
    re.I,
)


def called_committees(text: str, bodies: list[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf for the committees that an apposition calls board committees: "a board committee, the …"."""
    board = _commonest(bodies, "board")
    if board is None:
        return
    for body in bodies:
        if body.subkind not in ("committee", "board_committee") or body.anaphor:
            continue
        before = _CALLED_BEFORE.search(text, max(0, body.start - 60), body.start)
        behind = _CALLED_BEHIND.match(text, body.end)
        if before or behind:
            yield Statement(
                subject=body,
                predicate="subUnitOf",
                object=board,
                start=before.start() if before else body.start,
                end=behind.end() if behind else body.end,
                confidence=weighed(0.82, body, board),
            )


_DUTY_OF = re.compile(r"(?:^|(?<=\n))(?:[•●■▪–-] ?)?(?P<field>[A-Z][\w&/-]*(?:,? (?:and )?[\w&/-]+){0,4}): (?=[A-Z])")
_FIELDS = 2  # committees meant by their fields alone: one line "Governance: …" may speak of anything


def committees_by_field(text: str, bodies: list[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf for the committees whose duties stand behind their fields alone: "Audit: oversees reporting".

    Lines or items do so below a heading or label "Board Committees"; each field is that of a committee which the report
    names in full.
    """
    board = _commonest(bodies, "board")
    full = {m.key: m for m in bodies if m.subkind in ("committee", "board_committee") and not m.anaphor}
    if board is None or len(full) < _FIELDS:
        return
    for spoken in _HEADING.finditer(text):
        found: dict[str, tuple[Mention, int, int]] = {}
        for duty in _DUTY_OF.finditer(text, spoken.end(), spoken.end() + _FAR):
            field = set(duty["field"].lower().replace(",", "").split()) - {"and", "&"}
            meant = [m for m in full.values() if field <= set(m.name.lower().replace(",", "").split())]
            if len(meant) == 1:
                found.setdefault(meant[0].key, (meant[0], duty.start(), text.find("\n", duty.end())))
        if len(found) >= _FIELDS:
            for committee, start, end in found.values():
                yield Statement(
                    subject=committee,
                    predicate="subUnitOf",
                    object=board,
                    start=start,
                    end=min(end if end > 0 else len(text), start + 300),
                    confidence=weighed(0.75, committee, board),
                )


def _commonest(bodies: list[Mention], kind: str) -> Mention | None:
    """Return the first mention of the body of this kind that the report names most often."""
    named = [m for m in bodies if m.subkind == kind and not m.anaphor]
    counts = Counter(m.key for m in named)
    return max(named, key=lambda m: (counts[m.key], -m.start), default=None)


def _words_before(text: str, passages: tuple[Passage, ...], i: int, at: int) -> str:
    """Return the heading of passage `i`, and what its section says in the last characters before `at`."""
    section = passages[i].block.section
    first = i
    while first and passages[first - 1].block.section == section and at - passages[first - 1].start < _FAR:
        first -= 1
    return "".join(section[-1:]) + "\n" + text[passages[first].start : at]
