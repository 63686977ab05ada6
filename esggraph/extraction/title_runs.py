"""Runs of words in title case: how far a name goes on behind "Committee on", "Vice President –", "Head of"."""

from __future__ import annotations

import re

_WORD = r"[\w'’.&+-]"
TOKEN = re.compile(
    rf"(?!ㅣ)[^\W_](?:(?:(?!ㅣ){_WORD})*(?!ㅣ)[\w'’])?|[^\w\s]|ㅣ"
)  # ㅣ stands as a bar in Korean reports
_INSIDE = frozenset({"and", "&", "of", "for", "the", "/", "-"})


def title_run(tokens: list[re.Match[str]], ends: frozenset[str] = frozenset()) -> int:
    """Return where the title-case words at the beginning of `tokens` end.

    Lower-case joints and the commas of a list that ends with "and" stay inside. `ends`: words in lower case at which
    another name begins; in a list they show that its commas part names.
    """
    end = previous_end = tokens[0].start()
    listing = False
    for i, token in enumerate(tokens):
        word = token.group()
        gap = token.start() - previous_end
        previous_end = token.end()
        if word[0].isupper() and word.lower() not in ends:
            end = token.end()
            if word.endswith("."):
                break
        elif word == "," and _list_goes_on(tokens, i, ends, begun=listing):
            listing = True
        elif word not in _INSIDE or gap > 1:
            break
    return end


def _list_goes_on(tokens: list[re.Match[str]], at: int, ends: frozenset[str], *, begun: bool) -> bool:
    """Return whether the list that goes on behind the comma `tokens[at]` ends with "and" and a title-case word.

    `begun`: a comma stood in the list before; without one ", and" begins something else.
    """
    following = [t.group() for t in tokens[at + 1 : at + 12]]
    for i, word in enumerate(following):
        if word in ("and", "&"):
            if i == 0 and not begun:
                return False
            behind = following[i + 1 : i + 3]
            behind = behind[1:] if behind[:1] == ["the"] else behind
            return bool(behind) and behind[0][0].isupper() and behind[0].lower() not in ends
        if word.lower() in ends or not (word[0].isupper() or (word == "," and i > 0)):
            return False
    return False
