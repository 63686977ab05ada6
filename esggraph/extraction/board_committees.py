"""Which committees are the board's: those that the text calls so, and those in a list under or after such words.

"Board Committees" as a heading, or a sentence on "the Board's committees", makes the committees board committees that
follow as labels in the same section; labels alone would not say it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from esggraph.extraction.clauses import weighed
from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement

_BOARD = r"(?:supervisory )?board"
_SPECIAL = r"(?:(?:special\w*|standing|statutory|principal|main|advisory|and its) )*"
_SET_UP = r"(?:established|set up|appointed|formed|created)"
_SPOKEN_OF = re.compile(
    rf"\b{_BOARD}(?: of directors|-level)?(?:[’']s?)? {_SPECIAL}committees\b"
    rf"|\bcommittees (?:of|under|within|to|{_SET_UP} (?:under|within|by)) the {_BOARD}\b"
    # "the Board has six advisory committees", "established by the Board, the committees …"
    rf"|\b{_BOARD}(?: of directors)? (?:has|have|is|are|relies|avails)\b[^.;:\n]{{0,60}}\bcommittees\b"
    rf"|\b{_SET_UP} by the {_BOARD}(?: of directors)?, (?:the|these) committees\b",
    re.IGNORECASE,
)
_FAR = 2500  # characters between the words and a label that they cover


def listed_committees(
    text: str, passages: tuple[Passage, ...], bodies: list[Mention], labelled: list[Mention]
) -> Iterator[Statement]:
    """Yield subUnitOf for the committees among `labelled` that a heading or sentence before them gives to the board.

    `text`, `passages` and `bodies` are the Doc's; `labelled` are the bodies that stand as labels.
    """
    board, supervisory = _commonest(bodies, "board"), _commonest(bodies, "supervisory_board")
    starts = [p.start for p in passages]
    for label in labelled:
        if label.subkind not in ("committee", "board_committee") or "committee" not in label.name.lower():
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
