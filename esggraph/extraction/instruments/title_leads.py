"""What the lines and column heads above printed lists say of the documents in them.

"List of laws and regulations" and "Internal policies" speak for all items below, however long the list is:
until another such line, another heading or running text follows.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from esggraph.report import BlockKind
from esggraph.resources import load_data

if TYPE_CHECKING:
    from esggraph.extraction.document import Passage  # which finds printed lists by these leads

_LONGEST = 14  # words of a lead
_PROSE = 30  # words of a stretch that is no item
_PROSE_RUN = 2  # so many of them end a list


class Lead(StrEnum):
    """Whose the documents below a line are."""

    OUTSIDE = "outside"
    OWN = "own"


@cache
def _patterns() -> list[tuple[Lead, re.Pattern[str]]]:
    data = load_data("title_leads.toml")
    return [(lead, re.compile(data[lead], re.I)) for lead in Lead]


def lead_of(text: str) -> Lead | None:
    """Return what `text`, a line or a cell, says of the documents below it."""
    text = " ".join(text.split())
    if not text or len(text.split()) > _LONGEST:
        return None
    return next((lead for lead, pattern in _patterns() if pattern.fullmatch(text)), None)


class Leads:
    """The leads in force while the stretches of a Doc are read in their order."""

    def __init__(self) -> None:
        self._line: Lead | None = None
        self._columns: dict[int, Lead] = {}
        self._width = 0
        self._prose = 0

    def at(self, passage: Passage, start: int, end: int, text: str) -> Lead | None:
        """Return the lead that the stretch text[start:end] of `passage` stands below, and take note of the stretch."""
        cells = passage.block.cells
        shift = passage.start - passage.block.start
        column = next((i for i, (a, b) in enumerate(cells) if a + shift <= start < b + shift), None)
        lead = lead_of(re.sub(r" \d+\.$", "", text[start:end]))
        if len(cells) > 1 and column is not None:
            return self._in_row(lead, column, len(cells))
        self._columns = {}
        if lead:
            self._line, self._prose = lead, 0
            return None
        if passage.block.kind is BlockKind.HEADING:
            self._line = None
        self._prose = self._prose + 1 if len(text[start:end].split()) > _PROSE else 0
        if self._prose >= _PROSE_RUN:
            self._line = None
        return self._line

    def _in_row(self, lead: Lead | None, column: int, width: int) -> Lead | None:
        if width != self._width:
            self._columns, self._width = {}, width
        if lead:
            self._columns[column] = lead
            return None
        return self._columns.get(column, self._line)
