"""Seats listed right behind a body's name: "Climate Council – CEO (chair), CFO, heads of Legal and HR".

Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.relations.clauses import heads_board, weighed
from esggraph.extraction.relations.membership import says_chair

_SEATED = frozenset(
    ("board", "supervisory_board", "board_committee", "committee", "subcommittee", "working_group", "management")
)
_NOTE = r"(?: ?\([^()\n]{1,60}\))?"
_OPENS = re.compile(
    rf"{_NOTE} ?(?::|[–—-]|\() ?(?:(?:members?|membership|composition|participants) ?:? )?(?:the |our |all )?", re.I
)
_LINK = re.compile(
    rf"{_NOTE} ?(?:[,;/•·|]|,? and|,? &|,? plus|,? as well as)(?: and)? ?(?:the |our |its |an? |one |two |three )?"
)
_CLOSES = re.compile(rf"{_NOTE}\s*(?:[.;)\n]|[–—-]\s|$)")
_CONFIDENCE = 0.82


def listed_seats(text: str, participants: list[Mention]) -> Iterator[Statement]:
    """Yield hasMember and ledBy for two or more posts listed behind the name of a body that people sit in.

    `text`: the Doc's text, cut into cells; `participants`: its bodies and posts, sorted by start.
    """
    posts = [m for m in participants if m.kind == "posts"]
    starts = [m.start for m in posts]
    for body in participants:
        if body.subkind not in _SEATED or body.anaphor:
            continue
        opening = _OPENS.match(text, body.end)
        at = bisect_left(starts, opening.end()) if opening else len(posts)
        run = _run(text, posts, at) if opening and at < len(posts) and starts[at] == opening.end() else []
        if len(run) < 2 or not _CLOSES.match(text, run[-1].end):
            continue
        for seat in run:
            leads = says_chair(text[seat.end : seat.end + 60]) or heads_board(body, seat)
            yield Statement(
                subject=body,
                predicate="ledBy" if leads else "hasMember",
                object=seat,
                start=body.start,
                end=run[-1].end,
                confidence=weighed(_CONFIDENCE, body, seat),
            )


def _run(text: str, posts: list[Mention], at: int) -> list[Mention]:
    """Return the posts from number `at` on that one list holds."""
    run = [posts[at]]
    for post in posts[at + 1 :]:
        if not _LINK.fullmatch(text, run[-1].end, post.start):
            break
        run.append(post)
    return run
