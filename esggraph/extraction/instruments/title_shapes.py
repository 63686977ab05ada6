"""How a stretch of words reads as a title: its head noun, and what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from esggraph.extraction.instruments.title_tokens import (
    Sort,
    Token,
    is_number_sign,
    numbered_after,
    printed,
    skip_parentheses,
)
from esggraph.extraction.instruments.title_words import Head, heads_from, title_words
from esggraph.jurisdictions import nation_words

POSSESSIVE = re.compile(r"[’']s$")
TAIL = re.compile(r"(?<=[a-z])(?:\d{1,2}|[’']s)$")  # a footnote's number or a possessive ending


@dataclass(frozen=True, slots=True)
class Shape:
    """How a stretch of tokens reads as a title."""

    head: Head
    at: int  # index of the head's first token
    size: int  # tokens of the head
    open: bool  # a complement follows the head, so that further coordinated words may belong to it
    bare: bool  # nothing but the head

    @property
    def after(self) -> int:
        """The index after the head."""
        return self.at + self.size


def shape_of(tokens: Sequence[Token], first: int, last: int) -> Shape | None:
    """Return how tokens[first:last] read as a title: by the first head noun that stands where heads stand."""
    k = first
    while k < last:
        k = skip_parentheses(tokens, k, last)
        found = head_at(tokens, k, last) if k < last else None
        if not found:
            k += 1
            continue
        head, size = found
        shape = _standing(tokens, Shape(head, k, size, open=False, bare=k == first), last)
        if shape:
            return shape
        k += size
    return None


def head_at(tokens: Sequence[Token], i: int, end: int) -> tuple[Head, int] | None:
    """Return the longest head noun that starts at token `i`, and how many tokens it has."""
    if tokens[i].sort is not Sort.CAPITAL:
        return None
    for words, head in heads_from().get(_word(tokens[i].text), ()):
        n = len(words)
        if n <= end - i and all(_word(tokens[i + k].text) == words[k] for k in range(1, n)):
            return head, n
    return None


@lru_cache(maxsize=10_000)
def _word(text: str) -> str:
    """Return a token as the head nouns' table has it."""
    return TAIL.sub("", text).lower()


def _standing(tokens: Sequence[Token], shape: Shape, last: int) -> Shape | None:
    """Return `shape` as what follows its head tells it, None if the noun only modifies another: "Policy Framework"."""
    words = title_words()
    after = skip_parentheses(tokens, shape.after, last)
    if after >= last or POSSESSIVE.search(tokens[shape.after - 1].text):
        return shape
    if nation_after(tokens, after, last) == last:
        return shape
    if numbered_after(tokens, after):
        return Shape(shape.head, shape.at, shape.size, open=False, bare=False)
    following = tokens[after]
    if following.sort is Sort.PREPOSITION:
        # "the Ramsar Convention in 1971", but "Plan in the 14th Five-Year Period"
        period = after + 2 < last and tokens[after + 2].sort is Sort.NUMBER
        complement = (following.text in words.opening and not leads_on(tokens, shape, after)) or period
        return Shape(shape.head, shape.at, shape.size, complement, shape.bare and not complement)
    if following.sort is Sort.NUMBER or is_number_sign(following.text):
        return Shape(shape.head, shape.at, shape.size, open=False, bare=False)
    if following.sort in (Sort.DASH, Sort.COMMA, Sort.CONJUNCTION):
        complement = any(t.sort is Sort.PREPOSITION for t in tokens[after:last])
        return Shape(shape.head, shape.at, shape.size, open=True, bare=shape.bare and not complement)
    if following.text.isupper() and after + 1 < last and tokens[after + 1].sort is Sort.NUMBER:
        return Shape(shape.head, shape.at, shape.size, open=True, bare=False)  # "Prudential Standard CPS 999 …"
    if following.text in words.participles:
        return Shape(shape.head, shape.at, shape.size, open=True, bare=False)
    return None


def leads_on(tokens: Sequence[Token], shape: Shape, at: int) -> bool:
    """Return whether "to" at index `at` is no part of the title: "from the Ethics Code to the Human Rights Policy"."""
    article = at + 1 < len(tokens) and tokens[at + 1].sort is Sort.ARTICLE
    kind = shape.head.policy
    return tokens[at].text == "to" and (kind == "charter" or (article and kind in ("code", "policy")))


def nation_after(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Return the index after "of the People's Republic of China" or "in Italy" if such words start at `i`."""
    if tokens[i].text not in ("of", "in"):
        return None
    i += 1
    if i < end and tokens[i].sort is Sort.ARTICLE:
        i += 1
    for n in range(min(7, end - i), 0, -1):
        if printed(tokens, i, i + n).replace("’", "'") in nation_words():
            return i + n
    return None


def number_at(tokens: Sequence[Token], shape: Shape, last: int) -> int | None:
    """Return the index of the number that follows the head noun, as in "Regulation (EU) 2016/679", if one does."""
    k = skip_parentheses(tokens, shape.after, last)
    if k < last and is_number_sign(tokens[k].text):
        k += 1
    return k if k < last and tokens[k].sort is Sort.NUMBER else None
