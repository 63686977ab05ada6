"""Tables with a column for each standard and a row for each site: "Site ISO 9001 ISO 14001", "Example Plant ✓ –".

Conversion has often lost the columns, so a row is known by ending with as many cells as the head names standards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import cell_pattern, read_legend, status_of, table_head
from esggraph.extraction.certifications.holders import business_word, is_part
from esggraph.extraction.document import Passage, passage_at, passages
from esggraph.extraction.mentions import Mention
from esggraph.jurisdictions import nation_words

_ROWS = 60  # blocks: no table of certificates is longer
_COLUMN_GAP = re.compile(r"[ |/,·]{1,4}(?:\([^()\n]{1,40}\)[ |]{0,3})?")
_LEGEND_REACH = 2  # blocks above a table's head and below its last row in which its signs are explained


@dataclass(frozen=True, slots=True)
class MatrixEntry:
    """A certificate that a table gives to a holder; offsets of the row in characters of the Doc, end exclusive."""

    standard: Mention  # in the head
    start: int
    end: int
    holder: str
    status: str
    name: str = ""  # of a scheme's certificate as its cell prints it: "LEED Interior Design Gold"


def joined(holder: str) -> list[str]:
    """Return the two sites of "Exampleton and Sampleton" in a row's first cell, else the one that it names."""
    both = re.split(r" and (?=[A-Z])", holder)
    places = len(both) == 2 and all(len(p.split()) < 3 and not business_word().search(p) for p in both)
    return both if places and holder not in nation_words() else [holder]


def matrix_entries(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[MatrixEntry]:
    """Yield what the tables of `doc` tell. `text`: the text of `doc`. `certifiable`: its standards, in order."""
    everything = passages(doc)
    for columns in _heads(doc, text, certifiable):
        at = everything.index(passage_at(doc, columns[0].start))
        rows = _rows(text, columns[-1].end, len(columns), everything[at : at + _ROWS])
        found = list(rows)
        if not found:
            continue
        last = passage_at(doc, found[-1].start())
        until = everything.index(last) + _LEGEND_REACH
        legend = read_legend(" ".join(p.text for p in everything[max(0, at - _LEGEND_REACH) : until]))
        for row in found:
            holder = row["name"].strip(" |,:")
            if table_head().fullmatch(holder):
                continue
            site = holder.split(",")[0]  # "Example Plant, Exampleshire"
            holder = site if is_part(site) else holder
            for standard, cell in zip(columns, _cells(row["cells"]), strict=True):
                if status := status_of(cell, legend):
                    yield MatrixEntry(standard, row.start("name"), row.end("name"), holder, status)


def _heads(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the runs of two and more standards that have nothing but blanks between them."""
    run: list[Mention] = []
    for mention in (*certifiable, None):
        if run and mention and mention.start < run[-1].end + 4 and text[run[-1].end : mention.start].strip() == "(":
            continue  # "CNS 45001 (TOSHMS)" is one column
        if run and mention and _COLUMN_GAP.fullmatch(text[_closed(text, run[-1].end) : mention.start] or "\n"):
            run.append(mention)
            continue
        if len(run) > 1:
            yield run
        run = [mention] if mention else []


def _closed(text: str, at: int) -> int:
    """Return where the bracket behind a standard's name ends, else `at`."""
    bracket = re.compile(r" ?\([^()\n]{1,40}\)").match(text, at)
    return bracket.end() if bracket else at


def _rows(text: str, at: int, columns: int, blocks: Sequence[Passage]) -> Iterator[re.Match[str]]:
    cells = rf"{cell_pattern()}(?:[ |]+{cell_pattern()}){{{columns - 1}}}"
    row = re.compile(rf"[ .|]*(?P<name>[A-Z0-9][^\n|]{{1,79}}?)[ |:]+(?P<cells>{cells})(?=$|[ .|\n])", re.M)
    at = _closed(text, at)
    for number, block in enumerate(blocks):
        begin = at if number == 0 else block.start
        found = False
        while begin < block.end and (m := row.match(text, begin, block.end)):
            yield m
            begin, found = m.end(), True
        if not found and text[begin : block.end].strip(" .|"):
            return


def _cells(cells: str) -> list[str]:
    return [m[0] for m in re.finditer(rf"{cell_pattern()}(?=$|[ |])", cells)]
