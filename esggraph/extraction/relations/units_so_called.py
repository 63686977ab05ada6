"""Units named side by side and then called by what they are: "①. The working groups report to ②"."""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import Group, alternatives, is_sign, words

_REACH = 80  # characters before a verb in which its subject and adverbs stand


def units_so_called(frame: Frame, at: int) -> Group:
    """Return those that "the working groups" directly before character `at` of `frame.text` means, empty for none.

    They stood side by side, earlier in the sentence or before it, and all their names end in that noun.
    """
    match = _units().search(frame.text, max(0, at - _REACH), at)
    if match is None:
        return _one_so_called(frame, at)
    earlier = [frame.group(token) for token, position in frame.tokens if position < match.start() and is_sign(token)]
    several = next((group for group in reversed(earlier) if len(group) > 1), frame.setting.several)
    head = match["unit"].lower().removesuffix("s")
    return several if all(m.kind == "bodies" and m.name.lower().endswith(head) for m in several) else ()


def _one_so_called(frame: Frame, at: int) -> Group:
    """Return the body that the text is about where "The team" or "The same structure" begins the sentence."""
    topic = frame.setting.topic
    return topic if len(topic) == 1 and topic[0].kind == "bodies" and _ONE.fullmatch(frame.text, 0, at) else ()


# a word for a body that its name need not end in
_ONE = re.compile(
    r"(?:the|this) (?:same |said |latter )?"
    r"(?:body|organ|unit|function|structure|forum|panel|team|group|organi[sz]ation) "
    r"(?:(?:also|each|then|in turn|is|has|\w+ly) )*",
    re.IGNORECASE,
)


@cache
def _units() -> re.Pattern[str]:
    units = alternatives(words()["clause"]["of_them"])
    return re.compile(
        rf"\b(?:the|these|those|all(?: of the)?) (?:[\w-]+ )?(?P<unit>{units}) "
        r"(?:(?:also|each|then|in turn|have|\w+ly) )*$",
        re.IGNORECASE,
    )
