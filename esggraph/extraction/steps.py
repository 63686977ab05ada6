"""Marks that number the steps of a structure: "Level 1", "Second line:", "1LoD", "1st" at the beginning of a cell.

The numbers of a run go from 1 on without a gap; what stands behind its marks is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WORD = r"(?:tier|level|layer|line|circle)"
_DEFENCE = r"(?:[ -]of[ -](?:defen[cs]e|control|responsibility|accountability|assurance|protection))?"
_BRACKETS = r"(?: ?\([^()\n]{3,60}\))?"
_ORDINAL = r"first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th"
_MARK = re.compile(
    rf"(?<![\w-])(?:(?P<word>{_WORD}){_DEFENCE} (?P<number>[1-6])\b{_BRACKETS}[\s:.,|–—─−-]*"
    # as a label: "First line of defence: …", "First: …"
    rf"|(?:^|(?<=[.;:•●▪■] )|(?<=\n))(?:the )?(?P<ordinal>{_ORDINAL})"
    rf"(?:[ -](?P<named>{_WORD}){_DEFENCE})?{_BRACKETS}(?:\s?[:–—─−|]\s+|\s?[-]\s+|(?<=[a-z])\n\s*)"
    # at the beginning of a cell or line: "1st line Business units", "1st Business units", "1LoD Business units"
    rf"|(?:^|(?<=\n))(?:(?P<plain>{_ORDINAL})[ -](?P<of>{_WORD}){_DEFENCE}{_BRACKETS}|(?P<short>1st|2nd|3rd)(?! LoD))"
    r"(?:\n\s*| )(?=(?-i:[A-Z]))"
    r"|(?:^|(?<=[\n.;:•●▪■] )|(?<=\n))(?P<lod>[1-3](?:st|nd|rd)?|first|second|third)[ -]?LoD\b[\s:.,|–—─−-]*"
    # "1 Business units", which counts below a title only
    r"|(?:^|(?<=[\n ]))(?P<bare>[1-6])[.)]?[ \n](?=(?-i:[A-Z][a-z]|(?:[a-z]+ ){1,3}[a-z]{4})))"
    r"(?:(?:the|our|all|every|each|its) )?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_FAR = 700  # characters from one mark to the next

Mark = re.Match[str]


def runs(text: str) -> Iterator[list[Mark]]:
    """Yield the runs of marks in `text`, in which the cells of rows stand on lines of their own."""
    run: list[Mark] = []
    for mark in _MARK.finditer(text):
        begins = text[mark.start() - 1 : mark.start()] in ("", "\n")
        if mark["bare"] and (
            not begins if not run else not run[-1]["bare"] or (number(mark) != len(run) + 1 and not begins)
        ):
            continue  # a figure in a sentence
        follows = run and number(mark) == len(run) + 1 and word(run[-1]) == word(mark)
        if follows and mark.start() - run[-1].end() < _FAR:
            run.append(mark)
            continue
        if run:
            yield run
        run = [mark] if number(mark) == 1 else []
    if run:
        yield run


def number(mark: Mark) -> int:
    """Return the number of the step."""
    printed = next(mark[g] for g in ("number", "ordinal", "plain", "short", "lod", "bare") if mark[g]).lower()
    digit = _NUMBER.search(printed)
    return int(digit.group()) if digit else _ORDINALS.index(printed) + 1


def word(mark: Mark) -> str:
    """Return what is numbered; a bare "First:" numbers a line, a bare "1" anything ("")."""
    if mark["bare"]:
        return ""
    return str(mark["word"] or mark["named"] or mark["of"] or "line").lower().replace("circle", "line")


def on_lines(run: Sequence[Mark], lines_at: Sequence[int]) -> bool:
    """Return whether the steps are lines of defence, of which the text speaks at `lines_at`."""
    if word(run[0]) not in ("line", "") or len(run) not in (3, 4):
        return False
    first = run[0].start()
    reach = _BELOW_TITLE if run[0]["bare"] else _FAR
    return any((0 if run[0]["bare"] else -_FAR) <= first - at < reach for at in lines_at)


_BELOW_TITLE = 200  # characters between a title and the bare numbers that it is about
