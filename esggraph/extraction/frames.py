"""Sentences as frames: each group of bodies and posts is one sign, so that patterns see how they stand to each other.

"The Audit Committee and the Risk Committee of the Board report to the CEO." becomes "① report to ②.", where ① stands for
the two committees and ② for the post. What the noun phrase itself says (both committees are part of the Board) is kept as
pairs. Signs are single characters of a private-use area, so that they cannot occur in a report.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any


from esggraph.extraction.mentions import Mention
from esggraph.resources import PACKAGE

_SIZE = 0x600  # signs of a kind in a sentence; a sentence with more is a data table and is left alone
_BODY, _POST, _MIXED = 0xE000, 0xE000 + _SIZE, 0xE000 + 2 * _SIZE
BODY_SIGN = f"[{chr(_BODY)}-{chr(_POST - 1)}{chr(_MIXED)}-{chr(_MIXED + _SIZE - 1)}]"
POST_SIGN = f"[{chr(_POST)}-{chr(_MIXED + _SIZE - 1)}]"
SIGN = f"[{chr(_BODY)}-{chr(_MIXED + _SIZE - 1)}]"
NO_SIGN = f"{chr(_BODY)}-{chr(_MIXED + _SIZE - 1)}"  # for use inside a negated character class

Group = tuple[Mention, ...]


@cache
def words() -> dict[str, Any]:
    """Return the function words that frames and subjects are found by (`data/relation_words.toml`)."""
    return tomllib.loads((PACKAGE / "data" / "relation_words.toml").read_text(encoding="utf-8"))


def alternatives(terms: Iterable[str]) -> str:
    """Return a regular expression for any of `terms`, the longest first."""
    return "(?:" + "|".join(sorted((re.escape(t) for t in terms), key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a sentence and helps to read it."""

    topic: Group = ()  # what the sentence before, or the heading, is about: "it" and missing subjects mean this
    labelled: bool = False  # `topic` is a heading or label: the sentence may lack a subject
    heading: str = ""  # the nearest heading above
    before: str = ""  # the sentence before, in the same paragraph
    committees: Group = ()  # the committees of the board, which "the Board's committees" means
    heads: Mapping[str, Mention] = field(
        default_factory=dict
    )  # the body that a post leads by its name, by the post's key


@dataclass(frozen=True)
class Frame:
    """A sentence whose participants are signs. Positions are characters of `text`, 0-based."""

    text: str
    start: int  # of the sentence in Doc.text
    end: int
    groups: tuple[Group, ...]
    parts: tuple[tuple[Mention, Mention], ...]  # (part, whole): "the A Team of the B Department"
    setting: Setting = Setting()

    def group(self, sign: str) -> Group:
        """Return what the one character `sign` stands for."""
        return self.groups[number(sign)]

    @cached_property
    def tokens(self) -> list[tuple[str, int]]:
        """The words, signs and punctuation marks of `text`, lower-cased, each with its position."""
        return [(m.group().lower(), m.start()) for m in _TOKEN.finditer(self.text)]


_TOKEN = re.compile(rf"{SIGN}|[^\W\d_](?:[\w’'-]*\w)?|\d[\d.,]*|[^\s\w]")


def is_sign(token: str) -> bool:
    """Return whether `token` stands for a group."""
    return len(token) == 1 and _BODY <= ord(token) < _MIXED + _SIZE


def number(sign: str) -> int:
    """Return the number of the group that `sign` stands for."""
    return (ord(sign) - _BODY) % _SIZE


def _sign(group: Iterable[Mention], index: int) -> str:
    kinds = {m.kind for m in group}
    return chr((_MIXED if len(kinds) > 1 else _BODY if "bodies" in kinds else _POST) + index)


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Return `found` in the order of the text without those that lie inside, or overlap with, a longer one."""
    kept: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(m.end <= k.start or m.start >= k.end for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.start)


def make_frame(text: str, start: int, end: int, found: Iterable[Mention], setting: Setting = Setting()) -> Frame | None:
    """Return the frame of `text[start:end]` with the mentions `found` in it; None where there are too many."""
    inside = outermost(m for m in found if not _only_title(text, m))
    if len(inside) > _SIZE:
        return None
    pieces, at = [], start
    for i, m in enumerate(inside):
        pieces += [text[at : m.start], _sign((m,), i)]
        at = m.end
    signed = _tidy("".join((*pieces, text[at:end])), inside)
    groups: list[Group] = []
    parts: list[tuple[Mention, Mention]] = []

    def merge(match: re.Match[str]) -> str:
        out = []
        for stretch in _stretches(signed, match):
            if is_sign(stretch[0]):
                group, pairs = _coordination(stretch, inside)
                groups.append(group)
                parts.extend(pairs)
                out.append(_sign(group, len(groups) - 1))
            else:
                out.append(stretch)
        return "".join(out)

    framed = _GROUP.sub(merge, signed)
    return Frame(framed, start, end, tuple(groups), tuple(parts), setting)


def enumeration(frame: Frame, position: int) -> Group:
    """Return the group at `position` and those that begin the later parts of a list: "①, which …; ②, which …; and ③"."""
    group = frame.group(frame.text[position])
    for match in _LATER.finditer(frame.text, position + 1):
        group += frame.group(match.group(1))
    return group


_LATER = re.compile(rf";\s*(?:and\s+)?({SIGN})")


def _only_title(text: str, mention: Mention) -> bool:
    """Return whether `mention` is a bare word for a leader that says what somebody is: "serves as chair of ①"."""
    return (
        mention.kind == "posts"
        and bool(_chair_noun().fullmatch(text[mention.start : mention.end]))
        and bool(_AS.search(text[max(0, mention.start - 12) : mention.start]) or _OF.match(text, mention.end))
    )


_AS = re.compile(r"\bas (?:the |an? |its )?$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+|its\s+)?")


@cache
def _chair_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:co-?)?{alternatives(words()['nouns']['chairs'])}", re.IGNORECASE)


@cache
def _tidying() -> list[tuple[re.Pattern[str], str]]:
    w = words()["noun_phrase"]
    before = alternatives((*w["determiners"], *w["modifiers"], *w["numbers"]))
    owner = alternatives(w["owners"])
    return [
        (re.compile(r"[“”\"«»*_]"), ""),
        # "the Company's", "Example Holdings' own"
        (
            re.compile(rf"(?:\b(?i:the) )?\b(?:{owner}|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){{0,3}})[’']s?\s+(?={SIGN})"),
            "",
        ),
        # enumerators: "(1) ①, (2) ②"
        (re.compile(rf"\(?\b(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\)\s*(?={SIGN})|(?<=[,:;] )\(?\d\)?\.?\s+(?={SIGN})"), ""),
        (re.compile(rf"(?:\b(?i:{before})\s+)+(?={SIGN})"), ""),
        # "… of the Company", "… of Example Holdings"
        (
            re.compile(
                rf"(?<={SIGN}) of (?:(?i:the )?{owner}|(?:the )?[A-Z][\w&.-]*(?: (?:[A-Z][\w&.-]*|of)){{0,3}})\b"
            ),
            "",
        ),
        (re.compile(rf",\s+(?:{'|'.join(words()['clause']['asides'])}),", re.IGNORECASE), ""),
        (
            re.compile(
                rf"(?<={SIGN}),? (?:and|or|as well as) (?:any |all |its )?(?:other|relevant|related) (?:[\w-]+ )?{alternatives(w['others'])}\b"
            ),
            "",
        ),
        (
            re.compile(
                rf"(?<={SIGN})\s*[(\[](?!(?i:(?:the )?(?:(?:co-?)?chair|head|leader|conven|first|second|third|1st|2nd|3rd)))[^()\[\]{NO_SIGN}]{{0,160}}[)\]]"
            ),
            "",
        ),
    ]


def _tidy(text: str, mentions: list[Mention]) -> str:
    """Return `text` without what stands around signs and tells nothing: articles, owners, short forms in parentheses."""
    for pattern, replacement in _tidying():
        text = pattern.sub(replacement, text)

    def same(match: re.Match[str]) -> str:
        outer, inner = (mentions[number(s)] for s in match.groups())
        return match.group(1) if outer.key == inner.key else match.group()

    return _SHORT_FORM.sub(same, text)


_SHORT_FORM = re.compile(rf"({SIGN})\s*\((?:[^(){NO_SIGN}]{{0,30}})({SIGN})[^(){NO_SIGN}]{{0,30}}\)")
_WHOLE = r"\s*,?\s*(?:of|under|within|inside)\s+"
_OWNER = r"[’']s?\s+"
_ITEM = rf"{SIGN}(?:(?:{_WHOLE}|{_OWNER}){SIGN})*"
_CONJUNCTION = (
    r"\s*(?:[,;/、]?\s*(?:\band/or|\band|\bor|&|\bas well as|\balong with|\btogether with)|[,;/、])\s+"
    r"(?:(?:also|by|to|the|its|our|(?!namely)[a-z]+ly)\s+){0,3}|\s*[/&、]\s*|\s*[;,]?\s*[>•●▪■]\s*"
)
_GROUP = re.compile(rf"{_ITEM}(?:(?:{_CONJUNCTION}){_ITEM})*")
_ITEM_RE = re.compile(_ITEM)
_STEP = re.compile(rf"({_WHOLE}|{_OWNER})({SIGN})")


def _stretches(text: str, match: re.Match[str]) -> list[str]:
    """Cut a run of items where it is no coordination; the stretches alternate between groups and what stands between.

    "Under ①, ② and ③ …" and "Led by ①, ② …" end the fronted phrase at the comma; in "… reports to ①, and ② is …" a new
    clause begins.
    """
    items = list(_ITEM_RE.finditer(match.group()))
    if len(items) == 1:
        return [match.group()]
    run = match.group()
    cut = None
    first_gap = run[items[0].end() : items[1].start()].strip()
    if first_gap == "," and _fronted().search(text[max(0, match.start() - 90) : match.start()]):
        cut = 1
    elif _HEADED.search(text[max(0, match.start() - 30) : match.start()]) and _kind(items[0]) != _kind(items[1]):
        cut = 1  # "chairperson of the committee, and three independent directors"
    elif len(items) == 2 and match.start() and _new_clause().match(text, match.end()) and "and" in first_gap:
        if text[: match.start()].strip() and not _subject_before().search(
            text[max(0, match.start() - 60) : match.start()]
        ):
            cut = 1
    if cut is None:
        return [run]
    return [run[: items[0].end()], run[items[0].end() : items[1].start()], run[items[1].start() :]]


@cache
def _new_clause() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{alternatives(words()['clause']['finite_verbs'])}|\w+ly)\b")


def _kind(item: re.Match[str]) -> int:
    return (ord(item.group()[0]) - _BODY) // _SIZE


_HEADED = re.compile(r"\b(?:chair\w*|head|leader|secretary) of $", re.IGNORECASE)


def starts_clause(after: str) -> bool:
    """Return whether `after`, the text behind a sign, shows that the sign is the subject of a new clause."""
    return bool(_new_clause().match(after))


@cache
def _fronted() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[;:•]\s*|,\s+|\b(?:and|while)\s+)(?i:{alternatives(words()['clause']['fronted'])})[^,;{NO_SIGN}]*$"
    )


@cache
def _subject_before() -> re.Pattern[str]:
    # a clause opener directly before: the run is a subject
    return re.compile(r"(?:^|[,;:•–]|\b(?:while|and|that|where|when|whereas|both))\s*$")


def _coordination(run: str, mentions: list[Mention]) -> tuple[Group, list[tuple[Mention, Mention]]]:
    """Return the heads of the items of `run`, and the part-whole pairs between items' signs."""
    heads: list[Mention] = []
    wholes: list[Mention | None] = []
    pairs: list[tuple[Mention, Mention]] = []
    for item in _ITEM_RE.finditer(run):
        head = mentions[number(item.group()[0])]
        below = head
        whole: Mention | None = None
        for step in _STEP.finditer(item.group(), 1):
            other = mentions[number(step.group(2))]
            if re.fullmatch(_OWNER, step.group(1)):  # "the Board's Audit Committee": the head comes last
                pairs.append((other, head))
                whole, head = head, other
            else:
                pairs.append((below, other))
                whole = whole or other
            below = other
        heads.append(head)
        wholes.append(whole)
    pairs.extend(_shared_whole(heads, wholes))
    return tuple(heads), pairs


def _shared_whole(heads: list[Mention], wholes: list[Mention | None]) -> list[tuple[Mention, Mention]]:
    """Return the pairs that the last item's whole gives to items before it: "the A Team and the B Team of the C Office".

    Only neighbours with the same head noun share it, for "the Finance Department and the B Team of the C Office" does not
    put the department into the office.
    """
    last, whole = heads[-1], wholes[-1]
    if whole is None or any(wholes[:-1]):
        return []
    noun = _head_noun(last)
    shared = []
    for head in reversed(heads[:-1]):
        if _head_noun(head) != noun or _head_noun(whole) == noun:
            break
        shared.append((head, whole))
    return shared


def _head_noun(mention: Mention) -> str:
    return re.sub(r"\s+\(.*", "", mention.name).lower().split(" of ")[0].split()[-1].rstrip("s")
