"""The clean name of a title, and the short names that parentheses give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from esggraph.extraction.instruments.title_shapes import TAIL, Shape
from esggraph.extraction.instruments.title_tokens import Sort, Token, closing, printed
from esggraph.jurisdictions import nation_words

_FOOTNOTE = re.compile(r"(?<=[a-z)])\d{1,2}$")
_DEFINED = re.compile(r"[“\"‘']([^”\"’]+)[”\"’']|^((?:the )?[A-Z][\w&\-/]*(?: [A-Z][\w&\-/]*){0,5})$")
_EDITION = re.compile(
    r"(?:for )?(?:trial|interim|provisional|draft|framework|revised|amended)\b|\d{4}|no\.|chapter|cap|e[ue]?c?$"
    r"|.*(?:edition|version|revision)",
    re.I,
)


def alias_in(parenthesis: str) -> str | None:
    """Return the short name that the inside of a parenthesis gives to the title before it."""
    defined = None if re.match(r"(?:see|e\.g|i\.e)\b", parenthesis) else _DEFINED.search(parenthesis)
    alias = (defined[1] or defined[2]).removeprefix("the ").strip(" ,.") if defined else None
    return None if alias == "Cth" or alias in nation_words() else alias


def clean_name(tokens: Sequence[Token], first: int, last: int, shape: Shape) -> tuple[str, tuple[str, ...]]:
    """Return the name that tokens[first:last] print, and the short names that parentheses in it define.

    Parentheses that tell editions and chapters stay in the name, others leave it. A short name of the whole is one that
    stands after the head or at the end.
    """
    name, aliases = "", []
    end = tokens[first].start  # of what was printed last
    k = first
    while k < last:
        token = tokens[k]
        piece, size = _FOOTNOTE.sub("", token.text) if len(token.text) > 5 else token.text, 1
        if token.sort is Sort.OPEN and (close := closing(tokens, k, last)):
            inside = printed(tokens, k + 1, close)
            piece, size = f"({inside})", close + 1 - k
            if not _EDITION.match(inside):
                alias = alias_in(inside)
                if alias and (k == shape.after or close + 1 == last):
                    aliases.append(alias)
                if k >= shape.at or not shape.head.law or _abbreviates(inside, printed(tokens, first, k)):
                    piece = ""  # but "SEBI (Prohibition of Insider Trading) Regulations"
        if piece:
            spaced = token.start > end and token.sort is not Sort.COMMA
            name += (" " if name and spaced else "") + piece
        k += size
        end = tokens[k - 1].end if piece else end - 1
    return TAIL.sub("", _FOOTNOTE.sub("", name)).strip(" ,-–"), tuple(aliases)


def _abbreviates(inside: str, words: str) -> bool:
    """Return whether the inside of a parenthesis is made of the initials of the words before it."""
    capitals = "".join(c for c in inside if c.isupper())
    rest = iter("".join(w[0].upper() for w in re.findall(r"[^\W\d_]+", words)))
    return " " not in inside and all(c in rest for c in capitals)
