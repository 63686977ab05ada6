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

_SPOKEN_OF = re.compile(
    r"\bboard(?: of directors|-level)?(?:[’']s)? (?:(?:special\w*|standing|statutory|principal|main) )?committees\b"
    r"|\bcommittees (?:of|under|within|(?:set up|established) (?:under|within)) the (?:supervisory )?board\b",
    re.IGNORECASE,
)
_FAR = 1500  # characters between the words and a label that they cover


def listed_committees(
    text: str, passages: tuple[Passage, ...], bodies: list[Mention], labelled: list[Mention]
) -> Iterator[Statement]:
    """Yield subUnitOf for the committees among `labelled` that a heading or sentence before them gives to the board.

    `text`, `passages` and `bodies` are the Doc's; `labelled` are the bodies that stand as labels.
    """
    boards = Counter(m.key for m in bodies if m.subkind == "board" and not m.anaphor)
    if not boards:
        return
    key = boards.most_common(1)[0][0]
    board = next(m for m in bodies if m.key == key and not m.anaphor)
    starts = [p.start for p in passages]
    for label in labelled:
        if label.subkind not in ("committee", "board_committee") or "committee" not in label.name.lower():
            continue
        i = bisect_right(starts, label.start) - 1
        if _SPOKEN_OF.search(_words_before(text, passages, i, label.start)):
            yield Statement(
                subject=label,
                predicate="subUnitOf",
                object=board,
                start=label.start,
                end=min(passages[i].end, label.start + 300),
                confidence=weighed(0.75, label, board),
            )


def _words_before(text: str, passages: tuple[Passage, ...], i: int, at: int) -> str:
    """Return the heading of passage `i`, and what its section says in the last characters before `at`."""
    section = passages[i].block.section
    first = i
    while first and passages[first - 1].block.section == section and at - passages[first - 1].start < _FAR:
        first -= 1
    return "".join(section[-1:]) + "\n" + text[passages[first].start : at]
