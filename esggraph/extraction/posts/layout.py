"""Titles whose place in the layout gives them a part: bullets, items, cells, lists right behind a body's name.

Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc

from esggraph.extraction.document import passage_at, passages
from esggraph.extraction.mentions import Mention
from esggraph.extraction.posts.evidence import LIST_LINK, Place, announces_members
from esggraph.extraction.posts.names import governance_field
from esggraph.report import BlockKind

_ITEMS = 20  # items of a list of members at most
_LONG = 200  # characters of an item at most
_BULLET = re.compile(r"[●•▪■◆►∙] ?$")
_ARROW = re.compile(r"(?:^|\n|[●•▪■◆►∙➜→▸»] ?|[├└]─+ ?)$")
_DUTY = re.compile(r"(?: ?[–—:|]| -) ?[A-Za-z]|\s*$")  # behind a title that an item begins with: its duty, or nothing
# between a body's name and the list of its members: "ESG Committee: CEO, CFO", "ESG Committee (CEO, CFO)"
_BEHIND_BODY = re.compile(r" ?(?:\([^()]{2,40}\) ?)?(?::|[(–—-]) ?(?:the |our )?")
_TOPIC = re.compile(r"(?:^|[\n.;→•●▪■–-] ?)(?P<topic>[A-Z][^.;:\n]{2,50}):\s$")  # "Privacy: Data Protection Officer"
_CLOSED = re.compile(r" ?(?:[.;,)]|and |\n|$)")
_CELL_EDGE = re.compile(r"[ .;,]*(?:\n|$)")


def mark_members(doc: Doc, text: str, places: list[Place], bodies: list[Mention]) -> None:
    """Note in `places` which titles the layout makes members, or gives a part. `text`: the Doc's text, cut into cells.

    `bodies`: the mentions of bodies in it.
    """
    _mark_bullets(text, places)
    _mark_items(doc, places)
    _mark_behind_bodies(text, sorted(places, key=lambda p: p.post.start), bodies)
    for place in places:
        if _tells_governance(place) and (_owns_row(doc, text, place) or _named_for_topic(text, place)):
            place.part = True


def _mark_bullets(text: str, places: Iterable[Place]) -> None:
    """Let titles that open three or more bullets of one line count as members of what the line describes."""
    lines: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if _BULLET.search(text, max(0, place.post.start - 3), place.post.start):
            lines[text.rfind("\n", 0, place.post.start)].append(place)
    for opening in lines.values():
        for place in opening if len(opening) > 2 else ():
            place.member = True


def _mark_items(doc: Doc, places: Iterable[Place]) -> None:
    """Let titles that open the items below "Its members are:" count as members."""
    opening: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        passage = passage_at(doc, place.post.start)
        if place.post.start - passage.start <= len("(iii) the "):
            opening[passage.number].append(place)
    everything = passages(doc)
    for i, above in enumerate(everything):
        if not announces_members(above.text):
            continue
        for before, item in pairwise(everything[i : i + _ITEMS]):
            if item.number != before.number + 1 or item.end - item.start > _LONG:
                break
            for place in opening[item.number]:
                place.member = place.composes = place.seated = True


def _mark_behind_bodies(text: str, in_order: list[Place], bodies: list[Mention]) -> None:
    """Let two or more titles that are listed right behind a body's name count as its members."""
    starts = [place.post.start for place in in_order]
    for body in bodies:
        link = _BEHIND_BODY.match(text, body.end)
        at = bisect_left(starts, link.end()) if link else len(starts)
        if link is None or at == len(starts) or starts[at] != link.end():
            continue
        run = [in_order[at]]
        for place in in_order[at + 1 :]:
            if not LIST_LINK.fullmatch(text, run[-1].post.end, place.post.start):
                break
            run.append(place)
        for place in run if len(run) > 1 else ():
            place.member = place.composes = place.seated = True


def _tells_governance(place: Place) -> bool:
    titled = (
        place.post.name[0].isupper()
        and not place.post.name.isupper()
        and place.post.kind in ("chief", "officer", "head", "rank", "charge")
    )
    return titled and (place.post.kind == "chief" or governance_field().search(place.post.core) is not None)


def _owns_row(doc: Doc, text: str, place: Place) -> bool:
    """Return whether a title fills a cell of a row, or begins an item that says its duty: "➜ VP, Legal – ethics"."""
    passage = passage_at(doc, place.post.start)
    start, end = place.post.start, place.post.end
    if passage.block.kind is BlockKind.ROW and len(passage.block.cells) > 1:
        before = start == passage.start or text[start - 1] == "\n"
        return before and _CELL_EDGE.match(text, end, passage.end) is not None
    opens = _ARROW.search(text[passage.start : start][-4:])
    return bool(passage.block.kind is BlockKind.ITEM and opens and _DUTY.match(text, end, passage.end))


def _named_for_topic(text: str, place: Place) -> bool:
    """Return whether a title is all that stands behind a topic: "Privacy: Data Protection Officer"."""
    alone = _CLOSED.match(text, place.post.end)
    return bool(alone and _TOPIC.search(text, max(0, place.post.start - 60), place.post.start))
