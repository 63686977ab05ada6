"""Subjects that count or order what was named before: "Both …", "All three committees …", "and the latter …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import Group, alternatives, is_sign, words


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject and how sure it is."""

    group: Group
    confidence: float
    supposed: bool = False  # not in the sentence: a heading's body or what a pronoun means
    spoken_of: bool = False  # a pronoun means it
    guessed: bool = False  # the pronoun may as well mean what has no name
    otherwise: tuple[Group, ...] = ()  # what else the pronoun can mean, the likeliest first

    def less(self, factor: float) -> Subject:
        """Return this subject, less sure by `factor`."""
        return replace(self, confidence=self.confidence * factor)


_BOTH = re.compile(r"\bboth (?:of (?:them|which|whom) )?(?:\w+ly )?(?:are |were )?$", re.IGNORECASE)


def two_before(frame: Frame, at: int) -> Subject | None:
    """Return the last two that stand side by side before "both" at character `at`: "① and ②, and both …"."""
    both = _BOTH.search(frame.text[:at])
    if both is None:
        return None
    at = both.start()
    groups = [frame.group(token) for token, position in frame.tokens if position < at and is_sign(token)]
    return Subject(groups[-1], 0.85) if groups and len(groups[-1]) == 2 else None


_LATTER = re.compile(
    r"\bthe (?:latter|last[- ](?:named|mentioned)),? (?:(?:is|are|in turn|\w+ly|which|who) )*$", re.IGNORECASE
)


def the_latter(frame: Frame, at: int) -> Subject | None:
    """Return what "the latter" directly before character `at` means: what was named last."""
    match = _LATTER.search(frame.text[:at])
    if match is None:
        return None
    earlier = [frame.group(token) for token, position in frame.tokens if position < match.start() and is_sign(token)]
    last = (earlier[-1] if earlier else frame.setting.named)[-1:]
    return Subject(last, 0.8, supposed=not earlier, spoken_of=True) if last else None


_THAT_OFFICER = re.compile(
    r"\b(?:th(?:is|at)|the (?:said|same)) (?:officer|role|post|position|executive|person|official|manager|director)"
    r"(?:,? (?:who|in turn|also|then|is|\w+ly))* $",
    re.IGNORECASE,
)


def that_officer(frame: Frame, at: int) -> Subject | None:
    """Return the post that "this officer" or "the role" directly before character `at` means."""
    match = _THAT_OFFICER.search(frame.text[:at])
    if match is None:
        return None
    earlier = [frame.group(token) for token, position in frame.tokens if position < match.start() and is_sign(token)]
    posts = [m for group in earlier for m in group if m.kind == "posts"]
    last = tuple(posts[-1:] or frame.setting.posts[-1:])
    return Subject(last, 0.8, supposed=not posts, spoken_of=True) if last else None


def all_of_them(frame: Frame, at: int) -> Subject | None:
    """Return what "Both …" or "All three committees …" at the sentence's start means: all that was named before."""
    opening = _counting().fullmatch(frame.text, 0, at)
    if opening is None:
        return None
    setting = frame.setting
    if opening["each"]:
        return Subject(setting.several, 0.85, supposed=True) if setting.several else None
    number = words()["clause"]["all_of_them"][opening["number"].lower()]
    groups = (setting.named,) if opening["unit"] else (setting.named, setting.several, setting.posts)
    meant = next((group for group in groups if len(group) == number), ())
    return Subject(meant, 0.85, supposed=True) if meant else None


@cache
def _counting() -> re.Pattern[str]:
    numbers, units = (alternatives(words()["clause"][key]) for key in ("all_of_them", "of_them"))
    return re.compile(
        rf"(?:(?P<each>each(?: of (?:them|these|the (?:\w+ )?{units}))?|they)"
        rf"|(?:all |the |these |all of the )?(?P<number>{numbers})(?: of them)?(?: (?:board )?(?P<unit>{units}))?) "
        r"(?:(?:is|are|was|were|has|have|been|also|each|\w+ly) )*",
        re.IGNORECASE,
    )
