"""Running headers, footers, navigation bars and page numbers: what pages repeat at their edges, and nobody reads twice.

Text from a PDF has them on lines of their own or run together with the page's first or last words, so they are found as
word sequences that recur at page edges, whatever stands around them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import chain, groupby

from esggraph.reading.lines import Line
from esggraph.report import BlockKind

_WORD = re.compile(r"\S+")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W?\d{1,4}\W?$")
_LONE_NUMBER = re.compile(r"(?:page |p\. ?)?\W*(\d{1,4})\W*(?:(?:/|of) ?\d{1,4})?$", re.I)
_PAGE_NUMBER = re.compile(r"(?<![\w.,%])\d{1,3}(?![\w,%]|\.\d)")
_LEADING_CAPITAL = re.compile(r"\W*[A-Z0-9#]")
_EDGE = 12  # lines from the top and the bottom of a page among which its furniture is
_NEAR_EDGE = 3  # of these, the lines that may hold furniture beside text
_LONGEST = 250  # characters of a line of nothing but furniture, or from an end of a longer line
_MIN_PAGES = 4
_OFTEN = 0.15  # share of the pages on which a sequence of the whole report recurs
_THROUGHOUT = 0.6  # share of the pages from the first to the last place of what is no section's own
_IN_SECTION = 3  # pages on which the title of a section recurs ...
_SECTION_WINDOW = 5  # ... within so many: some stand on left-hand pages only

_Gram = tuple[str, str, str]


def drop_furniture(lines: list[Line]) -> list[Line]:
    """Return the lines without page furniture.

    The title of a section that runs along its pages stays where it first stands, as a heading.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    if len(pages) < _MIN_PAGES:
        return lines
    edges = [{i: _grams(page[i].text) for i in _edge_lines(page)} for page in pages]
    recurring = _recurring([set(chain.from_iterable(edge.values())) for edge in edges])
    numbers = _page_numbers(pages)
    out: list[Line] = []
    seen: set[str] = set()
    for page, edge, printed in zip(pages, edges, numbers, strict=True):
        for i, line in enumerate(page):
            if i in edge:
                out += _cleaned(line, edge[i], _near_edge(i, page), recurring, printed, seen)
            else:
                out.append(line)
    return out


def _near_edge(i: int, page: list[Line]) -> bool:
    return min(i, len(page) - 1 - i) < _NEAR_EDGE


def _edge_lines(page: list[Line]) -> list[int]:
    edge = {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
    return [i for i in edge if _near_edge(i, page) or len(page[i].text) <= _LONGEST]


def _words(text: str) -> list[str]:
    """Return the words as they compare: numbers are all alike, for page numbers and years change."""
    return [_DIGITS.sub("#", m.group()).strip(".,") or "." for m in _WORD.finditer(text.lower())]


def _grams(text: str) -> list[_Gram]:
    """Return the word triples of a line, its start and end counting as words."""
    if len(text) > 4 * _LONGEST:  # furniture beside text is at one of its ends
        left, right = ["^", *_words(text[:_LONGEST])], [*_words(text[-_LONGEST:]), "$"]
        middle = [""] * (len(_WORD.findall(text)) + 2 - len(left) - len(right))
        words = [*left[:-1], "", *middle, "", *right[1:]]
    else:
        words = ["^", *_words(text), "$"]
    return list(zip(words, words[1:], words[2:], strict=False))


def _recurring(pages: list[set[_Gram]]) -> dict[_Gram, bool]:
    """Return the triples that are furniture: True for those of the whole report, False for those of some section."""
    on: dict[_Gram, list[int]] = defaultdict(list)
    for number, grams in enumerate(pages):
        for gram in grams:
            on[gram].append(number)
    least = max(_MIN_PAGES, _OFTEN * len(pages))
    recurring = {}
    for gram, where in on.items():
        if _only_numbers(gram):
            continue
        if len(where) >= least:
            recurring[gram] = where[-1] - where[0] >= _THROUGHOUT * len(pages)
        elif any(c - a <= _SECTION_WINDOW for a, c in zip(where, where[_IN_SECTION - 1 :], strict=False)):
            recurring[gram] = False
    return recurring


def _only_numbers(gram: _Gram) -> bool:
    return not any(any(c.isalpha() for c in word) for word in gram)


def _page_numbers(pages: list[list[Line]]) -> list[set[str]]:
    """Return for each page the numbers at its edges that go on from the page before or lead to the page after."""
    found: list[set[int]] = []
    for page in pages:
        ends = (end for line in (*page[:_NEAR_EDGE], *page[-_NEAR_EDGE:]) for end in _ends(line.text))
        found.append({int(n) for end in ends for n in _PAGE_NUMBER.findall(end)})
    printed = []
    for i, here in enumerate(found):
        before = found[i - 1] if i else set()
        after = found[i + 1] if i + 1 < len(found) else set()
        # a page of the file may hold two printed pages
        printed.append({n for n in here if {n - 1, n - 2} & before or {n + 1, n + 2} & after})
    return [{str(n) for n in here} | {f"{n:02}" for n in here} for here in printed]


def _ends(text: str) -> tuple[str, ...]:
    return (text[:_LONGEST], text[-_LONGEST:]) if len(text) > 2 * _LONGEST else (text,)


def _cleaned(
    line: Line,
    grams: list[_Gram],
    near: bool,
    recurring: dict[_Gram, bool],
    printed: set[str],
    seen: set[str],
) -> list[Line]:
    """Return what is left of a line at a page's edge: itself, parts of it, or nothing."""
    text = line.text
    lone = _LONE_NUMBER.match(text)
    if lone and lone.group(1) in printed:
        return []
    if not any(gram in recurring for gram in grams):
        return [line]
    words = [m.span() for m in _WORD.finditer(text)]
    numbers = [_NUMBER.match(text, *w) is not None and text[slice(*w)].strip(".,|") in printed for w in words]
    furniture = [f or n for f, n in zip(_covered(grams, recurring), numbers, strict=True)]
    if not all(furniture):
        if not near:
            return [line]
        _keep_sentences(text, words, furniture, numbers)
    parts: list[Line] = []
    at = 0
    for flag, run in groupby(furniture):
        first, at = at, at + len(list(run))
        start, end = words[first][0], words[at - 1][1]
        part = line if (start, end) == (0, len(text)) else line.with_content(line.content.cut(start, end))
        if not flag:
            parts.append(part)
        elif not any(recurring.get(gram, False) for gram in grams[first:at]) and _once(part.text, seen):
            parts.append(replace(part, kind=part.kind or BlockKind.HEADING, level=1))
    return [part for part in parts if any(c.isalnum() for c in part.text)]


def _once(title: str, seen: set[str]) -> bool:
    """Return whether the title of a section stands here for the first time."""
    key = " ".join(w for w in _words(title) if w != "#")
    new = key not in seen
    seen.add(key)
    return new


def _covered(grams: list[_Gram], recurring: dict[_Gram, bool]) -> list[bool]:
    """Return for each word of a line whether it stands in one of the triples."""
    words = [False] * (len(grams) + 2)
    for i, gram in enumerate(grams):
        if gram in recurring:
            words[i] = words[i + 1] = words[i + 2] = True
    return words[1:-1]


def _keep_sentences(text: str, words: list[tuple[int, int]], furniture: list[bool], numbers: list[bool]) -> None:
    """Take back what only looks like furniture beside text: it begins with a capital letter or a number, has hardly a
    long word in small letters, and a page number stands by it."""
    at = 0
    for flag, run in groupby(list(furniture)):
        first, at = at, at + len(list(run))
        if not flag:
            continue
        title = [text[slice(*w)] for w in words[first:at]]
        capital = [_LEADING_CAPITAL.match(w) is not None for w in title if len(w) > 3]
        titled = _LEADING_CAPITAL.match(title[0]) is not None and sum(capital) > 0.7 * len(capital)
        if not (titled and any(numbers[first:at]) and len(title) > 2):
            furniture[first:at] = [False] * (at - first)
