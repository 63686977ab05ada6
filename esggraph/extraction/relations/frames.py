"""Sentences as frames: each group of bodies and posts is one sign, so that patterns see how they stand to each other.

"The Audit Committee and the Risk Committee of the Board report to the CEO." becomes "① report to ②.", where ① stands
for the two committees and ② for the post. That both committees are part of the Board is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from esggraph.extraction.mentions import Mention
from esggraph.extraction.relations.fragments import goes_on_about
from esggraph.extraction.relations.items_below import Item
from esggraph.extraction.relations.noun_phrases import Pair, coordinate, tidy
from esggraph.extraction.signs import NO_SIGN, SIGN, SIZE, Group, alternatives, number, sign, words

_TOKEN = re.compile(rf"{SIGN}|[^\W\d_](?:[\w’'-]*\w)?|\d[\d.,]*|[^\s\w]")
_LATER = re.compile(
    rf";\s*(?:and\s+)?({SIGN})"
    # "①, which does this, and ②, charged with that"
    rf"|(?<=[{NO_SIGN}]), (?:which|who|responsible|charged|tasked|in charge|for)\b[^.;:{NO_SIGN}]{{3,140}}"
    rf"(?:,| and|, and) ({SIGN})"
)
_MARK = re.compile(r"\)| ?:(?= )| [–—-] ")  # "CFO (Chair)", "Chair: CFO"
_AS = re.compile(r"\bas (?:the |an? |its )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a sentence and helps to read it."""

    topic: Group = ()  # what the sentence before, or the heading, is about: "it" and missing subjects mean this
    labelled: bool = False  # `topic` is a heading or label: the sentence may lack a subject
    heading: str = ""  # the nearest heading above
    before: str = ""  # the sentence before, in the same paragraph
    named: Group = ()  # the bodies that the sentence before names
    posts: Group = ()  # the posts that it names
    several: Group = ()  # those of its bodies that stood side by side: "each", "both" and "they" mean these
    spoken: Group = ()  # the body that the text named last as one that people sit in: "its members" are this one's
    deciding: Group = ()  # what the paragraph called the highest body of its matter
    committees: Group = ()  # the committees of the board, which "the Board's committees" means
    heads: Mapping[str, Mention] = field(default_factory=dict)  # by a post's key, the body that its name says it leads


@dataclass(frozen=True)
class Frame:
    """A sentence whose participants are signs. Positions are characters of `text`, 0-based."""

    text: str
    start: int  # of the sentence in Doc.text
    end: int
    groups: tuple[Group, ...]
    parts: tuple[Pair, ...]  # part and whole: "the A Team of the B Department"
    setting: Setting = Setting()

    def group(self, sign: str) -> Group:
        """Return what the one character `sign` stands for."""
        return self.groups[number(sign)]

    @cached_property
    def bodies(self) -> Group:
        """The bodies that the sentence names, each once."""
        return tuple({m.key: m for group in self.groups for m in group if m.kind == "bodies"}.values())

    @cached_property
    def posts(self) -> Group:
        """The posts that the sentence names, each once."""
        return tuple({m.key: m for group in self.groups for m in group if m.kind == "posts"}.values())

    @cached_property
    def several(self) -> Group:
        """The last bodies that the sentence puts side by side, none where it does not."""
        sides = (tuple(m for m in group if m.kind == "bodies") for group in reversed(self.groups))
        return next((group for group in sides if len(group) > 1), ())

    @cached_property
    def tokens(self) -> list[tuple[str, int]]:
        """The words, signs and punctuation marks of `text`, lower-cased, each with its position."""
        return [(m.group().lower(), m.start()) for m in _TOKEN.finditer(self.text)]


def make_frame(
    text: str,
    start: int,
    end: int,
    found: Iterable[Mention],
    setting: Setting = Setting(),
    items: Sequence[Item] = (),
) -> Frame | None:
    """Return the frame of `text[start:end]` with the mentions `found` in it; None where there are too many.

    `text` is the whole of `Doc.text`; `items` are those of the list that the sentence announces.
    """
    inside = outermost(m for m in found if not _only_title(text, m))
    if len(inside) + len(items) >= SIZE:
        return None
    pieces, at = [], start
    for i, m in enumerate(inside):
        pieces += [text[at : m.start], sign((m,), i)]
        at = m.end
    whole = "".join((*pieces, text[at:end]))
    if items:
        listed = [f"{label}{sign((m,), len(inside) + i)}{behind}" for i, (label, m, behind) in enumerate(items)]
        whole = f"{whole.rstrip(' .:')}: {('; ' if items[0][0] else ', ').join(listed)}"
        inside += [m for _, m, _ in items]
    if about := goes_on_about(whole, setting.topic):
        opening = whole.lstrip()
        whole = f"{sign((about,), len(inside))}, {opening[0].lower()}{opening[1:]}"
        inside.append(about)
    signed = tidy(whole, inside)
    framed, groups, pairs = coordinate(signed, inside)
    return Frame(framed, start, end, tuple(groups), tuple(pairs), setting)


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Return `found` in the order of the text without those that lie inside, or overlap with, a longer one."""
    kept: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(m.end <= k.start or m.start >= k.end for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.start)


def enumeration(frame: Frame, position: int) -> Group:
    """Return the group at `position` and those that begin later parts of its list: "①, which …; ②, which …; and ③"."""
    group = frame.group(frame.text[position])
    for match in _LATER.finditer(frame.text, position):
        group += frame.group(match.group(1) or match.group(2))
    return group


def _only_title(text: str, mention: Mention) -> bool:
    """Return whether `mention` is a bare word for a leader that says what somebody is: "serves as chair of ①"."""
    return (
        mention.kind == "posts"
        and bool(_chair().fullmatch(text[mention.start : mention.end]))
        and bool(
            _AS.search(text[max(0, mention.start - 12) : mention.start])
            or _of_unit().match(text, mention.end)
            or _MARK.match(text, mention.end)
        )
    )


@cache
def _of_unit() -> re.Pattern[str]:
    """What makes a word for a leader mean that of a unit: "chair of ①", but not "President of the Company"."""
    owner = alternatives(words()["noun_phrase"]["owners"])
    members = r"(?:(?:and|as well as) (?:(?:the|all|its) )?(?:other )?members )?"
    return re.compile(rf"\s+{members}(?:of|for)\s(?!(?:the |our |its )?{owner}\b(?! [A-Z]))")


@cache
def _chair() -> re.Pattern[str]:
    return re.compile(rf"(?:co-?)?{alternatives(words()['nouns']['chairs'])}", re.IGNORECASE)
