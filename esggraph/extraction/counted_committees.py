"""The committees of a board that a text counts and then speaks of one by one.

"The Board works through four committees. The Audit Committee reviews … The Risk Committee oversees …": the next four
committees that are named are those.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.clauses import weighed
from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.signs import alternatives, words

_FAR = 1500  # characters from the words to the last of the committees
_BOARD = r"(?P<supervisory>supervisory )?board(?: of (?:directors|commissioners|management))?"
_KIND = r"(?:(?:standing|permanent|main|principal|special\w*|statutory|advisory|independent) )*"
_NO_BOARD_COMMITTEE = re.compile(
    r"^(?:executive|management|steering|operating|working|group executive) committee$", re.I
)


def counted_committees(text: str, passages: tuple[Passage, ...], bodies: list[Mention]) -> Iterator[Statement]:
    """Yield subUnitOf for the committees that follow where `text` says how many the board has.

    `bodies` are sorted by start. Where fewer follow than are counted nothing is yielded.
    """
    starts = [p.start for p in passages]
    for m in _counted().finditer(text):
        whole = _board(bodies, m.start(), m["supervisory"] is not None)
        number = words()["clause"]["counts"][m["number"].lower()]
        if whole is None or number < 2:
            continue
        section = passages[max(0, bisect_right(starts, m.start()) - 1)].block.section
        following: dict[str, Mention] = {}
        for body in bodies[bisect_left(bodies, m.end(), key=lambda b: b.start) :]:
            passage = passages[bisect_right(starts, body.start) - 1]
            if len(following) == number or body.start > m.end() + _FAR or passage.block.section != section:
                break
            if body.subkind in ("committee", "board_committee") and not body.anaphor and _of_a_board(body):
                following.setdefault(body.key, body)
        if len(following) == number:
            for body in following.values():
                yield Statement(
                    subject=body,
                    predicate="subUnitOf",
                    object=whole,
                    start=m.start(),
                    end=m.end(),
                    confidence=weighed(0.8, body, whole),
                )


def _of_a_board(body: Mention) -> bool:
    return "committee" in body.name.lower() and _NO_BOARD_COMMITTEE.match(body.name) is None


def _board(bodies: list[Mention], at: int, supervisory: bool) -> Mention | None:
    """Return the board named last before or at character `at`, or first behind it."""
    kind = "supervisory_board" if supervisory else "board"
    named = [b for b in bodies if b.subkind == kind and not b.anaphor]
    before = [b for b in named if b.start <= at + 40]
    return before[-1] if before else next(iter(named), None)


@cache
def _counted() -> re.Pattern[str]:
    count = rf"(?P<number>{alternatives(words()['clause']['counts'])})"
    return re.compile(
        rf"(?:\b{_BOARD}\b[^.;:\n]{{0,60}}\b(?:through|has|have|by|into|with|of its|to) (?:[\w-]+ of its )?"
        rf"|\b(?:there are|of its) (?=\w+ {_KIND}board)){count} {_KIND}(?:board(?:-level)? )?committees\b",
        re.IGNORECASE,
    )
