"""The table of contents: found by its heading or by page numbers that rise from line to line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from esggraph.reading.lines import Line
from esggraph.reading.words import CONTENTS
from esggraph.report import BlockKind

_FRONT = 0.15  # share of the lines, from the start, in which a table of contents is
_FRONT_LEAST = 150  # lines
_LONGEST = 16  # words of an entry
_ENTRIES = 5  # numbered entries that make a table of contents without a heading
_BETWEEN = 4  # lines from one numbered entry to the next
# not the decimals of "Ethics Policy | 1.5"
_NUMBER_LAST = re.compile(r"(?<![\s.…·|\-–])(?!(?<=\d)\.\d)[\s.…·|\-–]+(\d{1,3})(?:\s*[-–]\s*\d{1,3})?$")
_NUMBER_FIRST = re.compile(r"(?:p\.? ?)?(\d{1,3})\s+\D")
_FIGURE = re.compile(r"(?<!\S)[.,–-]*\d[\d.,%–-]*(?!\S)")
_FIGURES = 2  # of an entry: its own number and its page; a table's row has more
_NUMBERS = re.compile(r"^[\d\s.…·|/-]+|(?<![\s\d.…·|/-])[\s\d.…·|/-]+$")


def mark_contents(lines: list[Line]) -> list[Line]:
    """Return the lines with those of the table of contents of kind CONTENTS."""
    front = lines[: max(_FRONT_LEAST, int(_FRONT * len(lines)))]
    chosen = _numbered(front) | _certain(_under_heading(front), lines)
    return [
        replace(line, kind=BlockKind.CONTENTS, level=0, cells=()) if i in chosen else line
        for i, line in enumerate(lines)
    ]


def _certain(entries: set[int], lines: list[Line]) -> set[int]:
    """Return those of the entries that have a page number, recur as lines of the report, or stand between such."""
    later = Counter(entry_key(line.text) for line in lines)
    sure = {
        i
        for i in entries
        if _entry_number(lines[i].text) is not None or later[entry_key(lines[i].text)] > 1 or _is_title(lines[i])
    }
    return {i for i in entries if i in sure or (i - 1 in sure and i + 1 in sure)}


def _is_title(line: Line) -> bool:
    return "%" not in line.text and re.sub(r"[\W\d_]", "", line.text).lower() in CONTENTS


def entry_key(text: str) -> str:
    """Return the form in which a heading and its entry in the table of contents are equal."""
    return re.sub(r"[^\w]+", " ", _NUMBERS.sub("", text)).strip().lower()


def _is_entry(line: Line) -> bool:
    text = line.text
    if len(text.split()) > _LONGEST or len(_FIGURE.findall(text)) > _FIGURES:
        return False
    return not re.search(r"[a-z]{2}[.;,:]$", text) and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and len(text.split()) > 6


def _under_heading(front: list[Line]) -> set[int]:
    """Return the lines from a heading such as "Contents" on, up to where the text begins."""
    chosen: set[int] = set()
    for i, line in enumerate(front):
        if not _is_title(line) or i in chosen:
            continue
        entries = _run(front, i + 1)
        if len(entries) < 3:  # it may end its page
            entries = {j for j in range(max(0, i - 60), i) if front[j].page == line.page and _is_entry(front[j])}
        if len(entries) >= 3:
            chosen |= {i, *entries}
    return chosen


def _run(front: list[Line], first: int) -> set[int]:
    run: set[int] = set()
    seen: set[str] = set()
    start = front[first - 1].page
    for j in range(first, len(front)):
        key = entry_key(front[j].text)
        numbered = _entry_number(front[j].text) is not None
        if front[j].page > start + 1 or not _is_entry(front[j]) or (key in seen and key and not numbered):
            break
        run.add(j)
        seen.add(key)
    else:
        return set()  # no text follows: this is no table of contents
    if front[j].page == start and key not in seen:  # the headings right before the text belong to it
        while run and _entry_number(front[max(run)].text) is None and front[max(run)].kind is not BlockKind.ITEM:
            run.remove(max(run))
    return run


def _entry_number(text: str) -> int | None:
    m = _NUMBER_LAST.search(text) or _NUMBER_FIRST.match(text)
    return int(m.group(1)) if m else None


def _numbered(front: list[Line]) -> set[int]:
    """Return the runs of entries whose page numbers rise, with the entries without a number around them."""
    keys = [entry_key(line.text) for line in front]
    chosen: set[int] = set()
    run: list[tuple[int, int]] = []
    for i, line in enumerate([*front, None]):
        number = _entry_number(line.text) if line and _is_entry(line) else None
        near = bool(run) and i - run[-1][0] <= _BETWEEN
        if number is not None and near and number < run[-1][1] and not _NUMBER_LAST.search(front[i].text):
            number = None  # the number of a chapter
        if number is None and near and line and _is_entry(line):
            continue
        if number is None or not near or number < run[-1][1]:
            chosen |= _whole(run, front, keys)
            run = []
        if number is not None:
            run.append((i, number))
    return chosen


def _whole(run: list[tuple[int, int]], front: list[Line], keys: list[str]) -> set[int]:
    if len({number for _, number in run}) < _ENTRIES or _counts(run, front, keys):
        return set()
    first, last = run[0][0], run[-1][0]
    while first > 0 and _is_entry(front[first - 1]) and _recurs(first - 1, last, front, keys):
        first -= 1
    while last + 1 < len(front) and _is_entry(front[last + 1]) and _recurs(last + 1, last + 1, front, keys):
        last += 1
    return set(range(first, last + 1))


def _counts(run: list[tuple[int, int]], front: list[Line], keys: list[str]) -> bool:
    """Return whether the numbers are those of the items of a list: 1, 2, 3 before lines that head nothing below."""
    if any(_NUMBER_LAST.search(front[i].text) for i, _ in run):
        return False
    below = set(keys[run[-1][0] + 1 :])
    return [n for _, n in run] == list(range(1, len(run) + 1)) and 2 * sum(keys[i] in below for i, _ in run) < len(run)


def _recurs(i: int, after: int, front: list[Line], keys: list[str]) -> bool:
    """Return whether an entry without a number stands again after the table of contents."""
    return keys[i] in keys[after + 1 :] and not any(c.isdigit() for c in front[i].text)
