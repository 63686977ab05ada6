"""Certificates in tables whose cells are known: a row for each certificate, or a column for each standard.

Which column tells what is read from its title, else from its cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import (
    announcing,
    certified_numbers,
    column_role,
    read_legend,
    said_status,
    status_in,
)
from esggraph.extraction.certifications.frames import announces, of_bought, of_others
from esggraph.extraction.certifications.grid import Grid
from esggraph.extraction.certifications.holders import is_part
from esggraph.extraction.certifications.matrix import MatrixEntry
from esggraph.extraction.certifications.parts import Part, further, parts, told
from esggraph.extraction.certifications.table_rows import NAME, TableRow, is_filled, table_rows, titled_standard
from esggraph.extraction.mentions import Mention
from esggraph.extraction.standards.known import graded_building, must_be_spoken_of
from esggraph.extraction.standards.numbers import NUMBER
from esggraph.report import Block, BlockKind, Report

_Found = tuple[Mention, TableRow, list[Part], bool]  # a certificate, its row, its holders, whether a status is told
_OVER = 2  # blocks above a table in which its heading stands
_HEADING = 90  # characters
_TOLD = re.compile(r" (?:[–—-] [^–—]+|\([^()]+\))$")
_INDEX = re.compile(
    r"\b(?:index|GRI|ESRS|SASB|references?|pages?|memberships?|principles|guidelines|frameworks?)\b", re.I
)
# headings over lists in which not every entry is a certificate
_MIXED = re.compile(
    r"(?i)\b(?:awards?|honou?rs?|recognitions?|rankings?|ratings?|indices|member\w*|partner\w*|badges)\b"
)
_CERTIFICATES = re.compile(r"(?i)\b(?:certif\w+|accredit\w+|labels?|seals?|schemes?)\b")
_SAYS = re.compile(
    r"\b(?:follow(?:s|ed)?|based|align\w*|accord\w*|reference|consistent|compl(?:y|ies|iant)|page)\b", re.I
)


def column_entries(doc: Doc, certifiable: Sequence[Mention]) -> Iterator[MatrixEntry]:
    """Yield what the tables of `doc` with known cells tell. `certifiable`: its standards, in order."""
    report = doc._.esg_report
    if report is None:
        return
    for rows in table_rows(doc, report, certifiable):
        table = _Table(report, rows, certifiable)
        yield from table.grid.by_column()
        yield from table.grid.by_site()
        yield from table.grid.by_grade()
        yield from table.by_row()


class _Table:
    """A run of rows."""

    def __init__(self, report: Report, rows: list[TableRow], certifiable: Sequence[Mention]) -> None:
        self._report = report
        self._rows = rows
        first, last = rows[0].number, rows[-1].number
        over = report.blocks[max(0, first - _OVER) : first]
        self._above = [report.block_text(block) for block in over if block.kind is not BlockKind.ROW]
        self._above += report.blocks[first].section[-1:]
        around: Sequence[Block] = report.blocks[max(0, first - _OVER) : last + 1 + _OVER]
        legend = read_legend("\n".join(report.block_text(block) for block in around))
        self.grid = Grid(rows, legend, certifiable)

    # a row for each certificate

    def by_row(self) -> Iterator[MatrixEntry]:
        """Yield what the rows tell that name certificates and who holds them."""
        roles: list[str | None] = []
        found: list[_Found] = []
        unknown: list[tuple[TableRow, list[str | None]]] = []  # the rows without known standards
        for row in self._rows:
            if row.number in self.grid.read:
                continue
            if not row.text(0)[:1].isalnum():  # a legend
                continue
            titles = [column_role(text) for text in row.texts()]
            if len(titles) > 1 and all(titles) and "standard" in titles + ["standard"] * bool(row.filled()):
                roles = titles
                continue
            columns = [i for i in row.filled() if is_filled(row.text(i), row.standards[i])]
            if len(row.cells) == 2 and any(map(of_bought, row.texts())):
                continue
            if _SAYS.search(" ".join(row.texts())):
                continue
            if not columns:
                unknown.append((row, roles))
                continue
            holders, said = self._holders(row, columns, roles if len(roles) == len(row.cells) else [])
            for i in columns:
                for standard in row.standards[i]:
                    found.append((standard, row, holders, said))
        heads = " ".join(self._rows[0].texts())
        if of_others(heads) or any(
            of_others(text) for text in self._above if len(text) < _HEADING or text.endswith(":")
        ):
            return
        announced = self._announced(roles)
        sure = [f for f in found if self._is_sure(*f)]
        if not announced and (not sure or any(_INDEX.search(text) for text in self._above if len(text) < _HEADING)):
            return
        if announced:
            found += self._unknown(unknown, heads, found)
        for standard, row, holders, said in found:
            if announced or said or len(found) > 1 or not must_be_spoken_of(standard.key):
                for part in holders:
                    if part.status:
                        name = _printed(standard, row)
                        yield MatrixEntry(standard, standard.start, standard.end, part.holder, part.status, name)

    def _announced(self, roles: Sequence[str | None]) -> bool:
        heads = [text for text in self._above if len(text) < _HEADING or text.endswith(":")]
        return ("holder" in roles and "standard" in roles) or any(
            announces(text[-_HEADING:]) or announcing().fullmatch(text.strip(" .:")) for text in heads
        )

    def _unknown(
        self,
        rows: list[tuple[TableRow, list[str | None]]],
        heads: str,
        found: Sequence[_Found],
    ) -> Iterator[_Found]:
        """Yield the certificates that only their column shows to be some: that of the known, or titled so."""
        columns = Counter(i for _, row, _, _ in found for i in row.filled())
        mixed = any(_MIXED.search(text) for text in self._above if len(text) < _HEADING)
        for row, roles in rows:
            if any(column_role(text) for text in row.texts()):  # a head
                continue
            roles = roles if len(roles) == len(row.cells) else []
            titled = "standard" in roles and "holder" in roles and bool(columns or _CERTIFICATES.search(heads))
            if len(row.cells) < 2 or (mixed and not titled) or not (columns or titled):
                continue
            i = roles.index("standard") if titled else columns.most_common(1)[0][0]
            if i < len(row.cells) and (standard := titled_standard(row, i, found[0][0] if found else None)):
                holders, said = self._holders(row, [i], roles)
                yield standard, row, holders, said

    def _is_sure(self, standard: Mention, row: TableRow, holders: list[Part], said: bool) -> bool:
        """Whether the row tells by itself that it is about a certificate."""
        if standard.key.startswith(NUMBER) and standard.key.rsplit(" ", 1)[-1] not in certified_numbers():
            return False
        return said or any(is_part(p.holder) or (p.holder != "company" and len(row.cells) == 2) for p in holders)

    def _holders(self, row: TableRow, columns: list[int], roles: Sequence[str | None]) -> tuple[list[Part], bool]:
        """Return who holds the certificates of a row, and whether a cell tells their status."""
        best: tuple[int, list[Part]] = (0, [Part("company", "held")])
        placed = any(graded_building(m.key) for i in columns for m in row.standards[i])
        more: list[Part] = []
        status: str | None = None
        for i, text in enumerate(row.texts()):
            if i in columns:
                if m := _TOLD.search(text):
                    more += [p for p in parts(m[0]) if p.status != "held"]
                    status = said_status(m[0]) or status
                continue
            if not any(c.isalnum() for c in text) and said_status(text) == "":  # an empty cell
                continue
            role = roles[i] if roles else None
            if role != "holder" and (said := told(text)) is not None:
                status = said if status in (None, "held") else status
                continue
            if others := further(text):
                more += others
                status = status or "held"
                continue
            named = parts(text, placed)
            if named and role != "other":
                rank = 4 if role == "holder" else 3 if is_part(text) else 2 if text[0].isupper() else 1
                if status is None and ":" in text:
                    status = status_in(text.partition(":")[0]) and "held"
                best = max(best, (rank, named), key=lambda b: b[0])
            elif not named and (said := said_status(text)) is not None:
                status = said if status in (None, "held") else status
        if status is not None and status != "held":
            return [Part(p.holder, status if p.status == "held" else p.status) for p in best[1]] + more, True
        return best[1] + more, status is not None


def _printed(standard: Mention, row: TableRow) -> str:
    """Return the name of a scheme's certificate as its cell prints it; "" where that tells more."""
    if standard.key.startswith(NUMBER):
        return ""
    for i, standards in enumerate(row.standards):
        if standards == (standard,):
            text = re.sub(r"[®™]", "", _TOLD.sub(lambda m: "" if said_status(m[0]) else m[0], row.text(i)))
            return text if len(text) <= NAME and ":" not in text else ""
    return ""
