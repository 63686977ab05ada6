"""The participants that the items of a list begin with, for the sentence above that ends in a colon.

"Four committees have been established under the Board:" says nothing without the items below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.document import Passage
from esggraph.extraction.mentions import Mention
from esggraph.report import BlockKind

_BULLET = re.compile(r"\s*(?:[•·∙●▪■◆►➢✓›»▸▶◦○–—*-]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+")
_LABEL = re.compile(r"(?P<label>(?:[\w/&-]+ ){0,4}[\w/&-]+)\s?[:：–—-]\s*(?:(?i:the|our|its|an?)\s+)?")
_ARTICLE = re.compile(r"(?:(?:(?i:the|our|its|an?|all|both|one|two|three|four|five|six|\w+ly)|\d\d? ?[%x×]?)\s+){0,2}")
_ROLE = re.compile(r"\b(?:tier|level|layer)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s?\([^()\n]{3,30}\)")
_TIERED = re.compile(r"\b(?:two|three|four|five|[2-5]|multi)[ -](?:tier|level|layer)", re.IGNORECASE)
_UNREAD = 2  # items in a row that hold nothing to find and so are no passages
_MOST = 30  # items; a longer list is no structure

Item = tuple[str, Mention, str]  # the label before the participant, the participant, what stands in brackets behind it


def announces_items(sentence: str) -> bool:
    """Return whether the items below `sentence` belong to what it says."""
    return sentence.rstrip().endswith((":", "：")) or bool(_TIERED.search(sentence))


def items_below(text: str, passages: tuple[Passage, ...], number: int, participants: list[Mention]) -> list[Item]:
    """Return the participants that begin the list items right behind `passages[number]`.

    `text` is the whole of `Doc.text`; `participants` are its mentions, sorted by start.
    """
    return list(_items(text, passages, number, participants))


def _items(text: str, passages: tuple[Passage, ...], number: int, participants: list[Mention]) -> Iterator[Item]:
    for above, item in zip(passages[number : number + _MOST], passages[number + 1 :], strict=False):
        bullet = _BULLET.match(item.text)
        if not (bullet or item.block.kind is BlockKind.ITEM) or not 0 < item.number - above.number <= 1 + _UNREAD:
            return
        at = item.start + (bullet.end() if bullet else 0)
        i = bisect_left(participants, at, key=lambda m: m.start)
        if i == len(participants) or participants[i].start >= item.end:
            continue
        first = max((m for m in participants[i : i + 3] if m.start == participants[i].start), key=lambda m: m.end)
        before = text[at : first.start]
        label = _LABEL.fullmatch(before)
        if label or _ARTICLE.fullmatch(before):
            role = f"{label['label']}: " if label and _ROLE.search(label["label"]) else ""
            brackets = _IN_BRACKETS.match(text, first.end)
            yield role, first, brackets.group() if brackets else ""
