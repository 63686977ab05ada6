"""Sentences as the words of which titles are made, and the runs of words that could be titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from esggraph.extraction.instruments.title_words import TitleWords, heads, long_heads, title_words


class Sort(Enum):
    """What part a token can play in a title."""

    CAPITAL = "a capitalised word"
    NUMBER = "number"
    PREPOSITION = "preposition"
    ARTICLE = "article"
    CONJUNCTION = "conjunction"
    COMMA = ","
    OPEN = "("
    CLOSE = ")"
    DASH = "-"
    STOP = "the full stop of an abbreviation"
    OTHER = "other"


SMALL = frozenset({Sort.PREPOSITION, Sort.ARTICLE})
_LINKS = SMALL | {Sort.CONJUNCTION, Sort.COMMA, Sort.DASH}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark; offsets are those the caller of `tokenise` speaks of."""

    text: str
    start: int
    end: int
    sort: Sort

    @property
    def links(self) -> bool:
        """Whether this joins words and so can neither begin nor end a title."""
        return self.sort in _LINKS


_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\b[Nn](?:os?|r)?(?:\.|[°º])(?=\s*\d)"
    r"|\bV\d+(?:\.\d+)*(?![^\W_])"  # an edition: "V2.0"
    r"|\d[\d.,/:\-–]*(?:\d(?:/[A-Z]{2,3})?|\d(?:st|nd|rd|th))(?![^\W_])"  # 2014/95/EU, 13,303/2016, 14th
    r"|\d(?:st|nd|rd|th)?(?![^\W_])"
    r"|[^\W_]+(?:[’'\-‑/&–][^\W_]+)*(?:[’'](?=\s))?"
    r"|\S"
)
_NUMBER = re.compile(r"V\d[\d.]*$|\d[\d.,/:\-–]*(?:/[A-Z]+)?$|\d+(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$|\d+(?:st|nd|rd|th)$")
_PUNCTUATION = {
    ",": Sort.COMMA,
    "(": Sort.OPEN,
    ")": Sort.CLOSE,
    "-": Sort.DASH,
    "–": Sort.DASH,
    "—": Sort.DASH,
}


def is_number_sign(text: str) -> bool:
    """Return whether `text` is "No.", "n." and the like before a number."""
    return text.lower() in ("no.", "nos.", "n.", "nr.", "n°", "no°", "nº")


def _sort(text: str, words: TitleWords) -> Sort:
    if text[0].isdigit() or (text[0] == "V" and text[1:2].isdigit()):
        return Sort.NUMBER if _NUMBER.match(text) else Sort.CAPITAL
    if text in ("O", "X"):
        return Sort.OTHER  # a tick in a table
    lost = text[0].islower() and text[1:2].isupper()  # "ePrivacy"; "uN": a capital that the file lost
    if text[0].isupper() or lost or is_number_sign(text):
        return Sort.CAPITAL
    if text in words.prepositions:
        return Sort.PREPOSITION
    if text in words.articles:
        return Sort.ARTICLE
    if text in words.conjunctions:
        return Sort.CONJUNCTION
    if len(text) > 2 and text[1] in "-‑" and text[2].isupper():
        return Sort.CAPITAL  # e-Commerce
    return _PUNCTUATION.get(text, Sort.OTHER)


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """Return the tokens of `text`; `offset` is added to their offsets."""
    words = title_words()
    tokens: list[Token] = []
    for m in _TOKEN.finditer(text):
        sort = _sort(m.group(), words)
        if m.group() == "." and tokens and tokens[-1].text in words.corporate:
            sort = Sort.STOP
        tokens.append(Token(m.group(), offset + m.start(), offset + m.end(), sort))
    _raise_heads(tokens)
    return tokens


def _raise_heads(tokens: list[Token]) -> None:
    """Let the words of "Code of conduct" count as capitalised ones: the first letter makes it a title."""
    forms = long_heads()
    for i, token in enumerate(tokens):
        if token.sort is not Sort.CAPITAL or token.text.lower() not in forms:
            continue
        for form in forms[token.text.lower()]:
            if tuple(t.text.lower() for t in tokens[i : i + len(form)]) == form:
                for k in range(i + 1, i + len(form)):
                    if tokens[k].sort is Sort.OTHER:
                        tokens[k] = replace(tokens[k], sort=Sort.CAPITAL)
                break


def printed(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return tokens[first:last] as printed, with single spaces."""
    out = ""
    for i in range(first, last):
        if i > first and tokens[i].start > tokens[i - 1].end:
            out += " "
        out += tokens[i].text
    return out


def closing(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Return the index of the parenthesis that closes the one at `i`, if it is within 24 tokens."""
    depth = 0
    for k in range(i, min(end, i + 24)):
        if tokens[k].sort is Sort.OPEN:
            depth += 1
        elif tokens[k].sort is Sort.CLOSE:
            depth -= 1
            if not depth:
                return k
    return None


def skip_parentheses(tokens: Sequence[Token], i: int, end: int) -> int:
    """Return the index after the parentheses, if any, that start at `i`."""
    while i < end and tokens[i].sort is Sort.OPEN:
        i = (closing(tokens, i, end) or i) + 1
    return i


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of tokens that could be one or more titles in a row, as index ranges."""
    i, n = 0, len(tokens)
    while i < n:
        if not _begins(tokens, i):
            i += 1
            continue
        k = i + 1
        while k < n and (step := _step(tokens, k)):
            k += step
        yield i, k
        i = k


def _begins(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.sort is Sort.NUMBER:
        return bool(_DATED.match(token.text)) and i + 1 < len(tokens) and tokens[i + 1].sort is Sort.CAPITAL
    return token.sort is Sort.CAPITAL


_LABEL = re.compile(r"[A-Z]{1,2}\d{1,2}")


def _labels(tokens: Sequence[Token], k: int) -> bool:
    """Return whether a label with a number and a colon stands at `k`: "P3:", "Principle 3:"."""
    rest = [t.text for t in tokens[k + 1 : k + 3]]
    if _LABEL.fullmatch(tokens[k].text):
        return rest[:1] == [":"]
    return rest[1:] == [":"] and rest[0].isdigit()


def numbered_after(tokens: Sequence[Token], k: int) -> int:
    """Return the tokens of the year or number that the comma at `k` sets off after an act's noun, 0 if there is none.

    "Companies Act, 2013", "Employment Equity Act, No. 55 of 1998".
    """
    dated = heads().get((tokens[k - 1].text.lower(),))
    signed = k + 2 < len(tokens) and is_number_sign(tokens[k + 1].text)
    at = k + 1 + signed
    if tokens[k].sort is not Sort.COMMA or not dated or not dated.law or at >= len(tokens):
        return 0
    of = tokens[at + 1 : at + 3]
    if tokens[at].sort is Sort.NUMBER and [t.text for t in of[:1]] == ["of"] and _YEAR.fullmatch(of[-1].text):
        return at + 3 - k
    return 2 if not signed and _YEAR.fullmatch(tokens[at].text) else 0


def legal_form_after(tokens: Sequence[Token], k: int) -> int:
    """Return the tokens of the legal form that the comma at `k` sets off, 0 if there is none: "Example Co., Ltd"."""
    legal = tokens[k].sort is Sort.COMMA and tokens[k - 1].sort is Sort.STOP and k + 1 < len(tokens)
    return 2 if legal and tokens[k + 1].text in title_words().legal_forms else 0


def _step(tokens: Sequence[Token], k: int) -> int:
    """Return by how many tokens a run that reaches `k` goes on, 0 if it ends there."""
    n = len(tokens)
    token, before = tokens[k], tokens[k - 1]
    words = title_words()
    match token.sort:
        case Sort.CAPITAL:
            if _labels(tokens, k):
                return 0
            # a heading that runs into a sentence: "Water Policy The policy …"
            if before.sort is Sort.NUMBER and any(
                c > 0 and c + numbered_after(tokens, c) == k for c in range(k - 5, k - 1)
            ):
                return 0  # "Lifts Act, 2013 Cranes Act": the next line of a list
            above = "".join(t.text for t in tokens[k - 2 : k] if t.sort is not Sort.DASH) if k > 1 else ""
            if above.isupper() and len(above) > 7 and not token.text.isupper() and len(token.text) > 1:
                return 0
            return 0 if token.text in words.starters and not before.links else 1
        case Sort.STOP:
            return 1
        case Sort.NUMBER:
            # "Part 830", "Model 231" end a title; a small number in the middle is of a table or a list of pages
            adjoins = before.sort in (Sort.CAPITAL, Sort.CLOSE) and token.start - before.end <= 1
            series = before.text.isupper() and tokens[k - 2].text in ("Standard", "Guide", "Guideline", "Rule")
            page = re.fullmatch(r"\d{1,3}", token.text) and not is_number_sign(before.text) and not series
            inside = k + 1 < n and tokens[k + 1].sort is Sort.CAPITAL
            disclosure = re.fullmatch(r"\d{3}-\d{1,2}", token.text)  # as GRI numbers them
            below = inside and before.sort is Sort.CLOSE  # "… Statement (page 3) 2021 Report": the next line
            return 1 if adjoins and not disclosure and not below and not (page and inside) else 0
        case Sort.OPEN:
            close = closing(tokens, k, n)
            paged = tokens[min(k + 1, n - 1)].text.lower() in ("p", "pp", "page", "pages")
            return close - k + 1 if close and not paged else 0
        case Sort.COMMA if size := numbered_after(tokens, k) or legal_form_after(tokens, k):
            return size
        case Sort.DASH:
            spaced = k + 1 < n and tokens[k + 1].start > token.end and token.start > before.end
            return 2 if spaced and tokens[k + 1].sort is Sort.CAPITAL else 0
    m = k
    if token.sort is Sort.COMMA:
        m += 1
    if m < n and tokens[m].sort is Sort.CONJUNCTION:
        m += 1
    joined = m > k
    if not joined and token.sort is Sort.ARTICLE:
        # "Rules Governing the Listing", "Opinions on Strengthening the Protection": no preposition is needed
        gerund = before.text.endswith("ing") and before.sort is Sort.CAPITAL
        governed = any(t.sort is Sort.PREPOSITION for t in tokens[max(0, k - 3) : k - 1])
        if before.text not in words.participles and not (gerund and governed):
            return 0
        joined = True
    if token.text == "under" and k + 1 < n and tokens[k + 1].sort is Sort.ARTICLE:
        return 0  # "Code of Conduct … under the … Rules"
    if not joined and token.sort is Sort.PREPOSITION and k + 1 < n and tokens[k + 1].sort is Sort.CONJUNCTION:
        m, joined = k + 2, True  # "Requirements for and Practices on"
    anew = joined and [t.sort for t in tokens[m : m + 2]] == [Sort.PREPOSITION, Sort.ARTICLE]
    if anew and tokens[m].text not in words.opening:
        return 0  # "complies with the Data Act and with the Lifts Act"
    small = m
    while m < n and tokens[m].sort in SMALL and m - small < 3:
        if tokens[m].text in words.pronouns and m > small:
            return 0  # "the Principles in our Code"
        m += 1
    if m >= n:
        return 0
    if tokens[m].sort is Sort.CAPITAL:
        return m - k + 1
    if tokens[m].sort is Sort.NUMBER and _DATED.match(tokens[m].text):
        if m + 1 < n and tokens[m + 1].sort is Sort.CAPITAL and tokens[m + 1].text not in words.months:
            return m - k + 1
        # "of 1934" belongs to the name, and so does a range of years; "in 2021" only dates the sentence
        of = token.text == "of" or (token.text == "to" and before.sort is Sort.NUMBER)
        if m - k == 1 and (of or (token.sort is Sort.PREPOSITION and len(tokens[m].text) > 4)):
            return m - k + 1
        if m - k == 1 and token.text == "from" and m + 1 < n and tokens[m + 1].text == "to":
            return m - k + 1
    return 0
