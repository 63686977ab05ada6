"""Kinds of directors that a report counts: "Independent Directors: 6", "the percentage of independent directors".

Who is counted so sits on the company's board, where it has one board only or one that is named far more than others,
and where the sentence and its headings speak of no committee.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.signs import alternatives, words

_KIND = re.compile(
    r"(?:(?:independent|outside|external|internal|inside|non-?\s?executive|executive|proprietary|representative) )+"
    r"(?:member of the board|directors?)",
    re.IGNORECASE,
)
_FAR = 40  # characters before a kind in which it may be counted
_COUNTED_BEHIND = re.compile(
    r"(?: \([^()]{1,30}\))?\s?(?:[:：]\s?\d{1,2}\b|[,;]? (?:on|in|sit(?:ting)? on) (?:the|our) board\b"
    r"|(?: number| ratio| proportion| percentage| share)\b|\s?\(\d{1,2}(?: persons?| people| members?)?\))",
    re.IGNORECASE,
)
_COMMITTEES = frozenset(("board_committee", "committee", "subcommittee", "working_group"))
_ELSEWHERE = re.compile(
    r"ommittee|\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]hese|[Tt]hem|there|here)\b"
)  # of what was named before
_OFTEN = 3  # times as often as any other board is the company's own named


def counted_directors(
    text: str, sentences: Sequence[tuple[int, int]], participants: Sequence[Mention]
) -> Iterator[Statement]:
    """Yield hasMember for the company's board and the kinds of directors that `text`, the Doc's, counts.

    `sentences` are its spans, `participants` its bodies and posts, both sorted by start.
    """
    board = _own_board(participants)
    if board is None:
        return
    starts = [start for start, _ in sentences]
    mention_starts = [m.start for m in participants]
    for post in participants:
        if post.kind != "posts" or not _KIND.fullmatch(post.name):
            continue
        start, end = sentences[max(0, bisect_left(starts, post.start + 1) - 1)]
        inside = participants[bisect_left(mention_starts, start) : bisect_left(mention_starts, end)]
        if any(m.subkind in _COMMITTEES for m in inside) or _ELSEWHERE.search(text, start, end):
            continue
        before = text[max(start, post.start - _FAR) : post.start]
        if _counted().search(before) or _COUNTED_BEHIND.match(text, post.end):
            yield Statement(
                subject=board,
                predicate="hasMember",
                object=post,
                start=start,
                end=end,
                confidence=weighed(0.7, board, post),
            )


def _own_board(participants: Sequence[Mention]) -> Mention | None:
    boards = [m for m in participants if m.subkind == "board" and not m.anaphor]
    ranked = Counter(m.key for m in boards).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _OFTEN * ranked[1][1]):
        return None
    return next(m for m in boards if m.key == ranked[0][0])


@cache
def _counted() -> re.Pattern[str]:
    numbers = alternatives(chain(words()["noun_phrase"]["numbers"], ("majority", "third", "half", "thirds")))
    return re.compile(
        rf"(?:\b(?:{numbers}|\d{{1,2}}(?:\.\d+)? ?%?|(?:number|percentage|proportion|ratio|share|presence|majority) of)"
        r"(?: (?:the|our|its|of|new|other|are|were|additional|all|female|women)){0,3} )$",
        re.IGNORECASE,
    )
