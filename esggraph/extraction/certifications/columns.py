"""Certificates in tables whose cells are known: a row for each certificate, or a column for each standard.

Which column tells what is read from its title, else from its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import (
    announcing,
    certified_numbers,
    column_role,
    field,
    read_legend,
    said_status,
    status_in,
    status_of,
)
from esggraph.extraction.certifications.frames import announces, of_bought, of_others
from esggraph.extraction.certifications.holders import is_part
from esggraph.extraction.certifications.matrix import MatrixEntry
from esggraph.extraction.certifications.parts import Part, further, parts, told
from esggraph.extraction.certifications.table_rows import Row, tables
from esggraph.extraction.mentions import Mention
from esggraph.extraction.standards.known import levels_of, must_be_spoken_of
from esggraph.extraction.standards.numbers import NUMBER
from esggraph.names import normalise
from esggraph.report import Block, BlockKind, Report

_OVER = 2  # blocks above a table in which its heading stands
_HEADING = 90  # characters
_STANDARDS = 0.45  # the share of a cell's letters that standards fill, if it is one of standards
_NAME = 60  # characters of a certificate's name
_TOLD = re.compile(r" (?:[–—-] [^–—]+|\([^()]+\))$")
_SIGNED = re.compile(r"\d{1,3}(?:,\d{3})*")
_INDEX = re.compile(
    r"\b(?:index|GRI|ESRS|SASB|references?|pages?|memberships?|principles|guidelines|frameworks?)\b", re.I
)
_SAYS = re.compile(
    r"\b(?:follow(?:s|ed)?|based|align\w*|accord\w*|reference|consistent|compl(?:y|ies|iant)|page)\b", re.I
)


_CALLED = re.compile(r"(?=[^a-z]*[A-Z]{2}|[A-Z][a-z]+ [A-Z])[A-Z0-9]")  # an acronym or a name of two words
_TITLED = "titled "  # the beginning of the key of a certificate that only its name tells of
_SCHEME = re.compile(r"[A-Z][\w&+-]*(?: (?:[A-Z&][\w&+-]*|of|and|for))*(?: ?\([^()]*\))?")
_SIGN_LAST = re.compile(r"(?P<name>.*\w.*?) (?P<sign>[xX✓✔√●○◯◎–-])")
_GRADE = re.compile(r"(?:Gold|Silver|Platinum|Bronze|Diamond|Basic|Excellent|Outstanding|(?:Level|Tier|Grade) \S+)\+?")
_LEVEL = re.compile(r"(?:level|grade|rating|tier|class|result|score)s?", re.I)
_SHORT = 14  # characters of a sign or a word of status
_SITE = 40  # characters of a site's name
_PAIR = 2  # cells


def column_entries(doc: Doc, certifiable: Sequence[Mention]) -> Iterator[MatrixEntry]:
    """Yield what the tables of `doc` with known cells tell. `certifiable`: its standards, in order."""
    report = doc._.esg_report
    if report is None:
        return
    for table in tables(doc, report, certifiable):
        reader = _Table(report, table, certifiable)
        yield from reader.by_column()
        yield from reader.by_site()
        yield from reader.by_grade()
        yield from reader.by_row()


class _Table:
    """A run of rows."""

    def __init__(self, report: Report, rows: list[Row], certifiable: Sequence[Mention]) -> None:
        self._report = report
        self._rows = rows
        first, last = rows[0].number, rows[-1].number
        over = report.blocks[max(0, first - _OVER) : first]
        self._above = [report.block_text(block) for block in over if block.kind is not BlockKind.ROW]
        self._above += report.blocks[first].section[-1:]
        around: Sequence[Block] = report.blocks[max(0, first - _OVER) : last + 1 + _OVER]
        self._legend = read_legend(" ".join(report.block_text(block) for block in around))
        self._by_number = {m.key.rsplit(" ", 1)[-1]: m for m in reversed(certifiable) if m.key.startswith(NUMBER)}
        self._matrix: set[int] = set()  # the rows that stand under a column for each standard

    def _text(self, cell: tuple[int, int]) -> str:
        return self._report.text[slice(*cell)].strip(" |")

    def _middle(self, cell: tuple[int, int]) -> float:
        """Where the middle of a cell stands in its printed line."""
        first, last = self._report.origin[cell[0]], self._report.origin[cell[1] - 1]
        return (first + last) / 2 - self._report.source.rfind("\n", 0, first)

    # a column for each standard

    def by_column(self) -> Iterator[MatrixEntry]:
        """Yield what the rows under a head of standards tell."""
        head: dict[int, Mention] = {}
        columns: list[float] = []
        width = 0
        for row in self._rows:
            if found := self._head(row):
                head, columns, width = found, [self._middle(cell) for cell in row.cells], len(row.cells)
                self._matrix.add(row.number)
            elif head and not row.filled():
                self._matrix.add(row.number)
                yield from self._under(row, head, columns, width)
            else:
                head = {}

    def _head(self, row: Row) -> dict[int, Mention]:
        """Return the standard of each cell of a row that holds but one, of which there are two and more."""
        found = {}
        for i, (cell, standards) in enumerate(zip(row.cells, row.standards, strict=True)):
            text = self._text(cell)
            if len(standards) == 1 and self._is_filled(cell, standards):
                found[i] = standards[0]
            elif text in certified_numbers() and self._by_number:
                found[i] = self._by_number.get(text) or self._numbered(text)
        rest = [i for i in range(len(row.cells)) if i not in found]
        if len(found) > 1 and (further := [i for i in rest if i > min(found) and self._names_scheme(row.cells[i])]):
            found |= {i: self._called(self._text(row.cells[i]), found[min(found)]) for i in further}
            rest = [i for i in rest if i not in found]
        titled = all(i == 0 or column_role(self._text(row.cells[i])) or i == 1 for i in rest)
        return found if len(found) > 1 and titled and len(rest) <= len(found) else {}

    def _names_scheme(self, cell: tuple[int, int]) -> bool:
        """Whether a cell beside those of standards in a head may be the name of a certificate, too."""
        text = self._text(cell)
        return bool(_SCHEME.fullmatch(text)) and column_role(text) is None

    def _called(self, name: str, beside: Mention) -> Mention:
        """Return the certificate with this name, which is known from a head only, as a standard like `beside`."""
        name = re.sub(r" ?\([^()]*\)", "", name)
        return replace(beside, name=name, key=f"titled {normalise(name)}", aliases=(name,), instrument=None)

    def _numbered(self, number: str) -> Mention:
        """Return the standard of a bare number in a head, which the report does not name in full."""
        other = next(iter(self._by_number.values()))
        return replace(other, name=f"ISO {number}", key=f"{NUMBER}iso {number}", aliases=(f"ISO {number}",))

    def _under(self, row: Row, head: dict[int, Mention], columns: list[float], width: int) -> Iterator[MatrixEntry]:
        holder = self._text(row.cells[0])
        if len(row.cells) < 2 or not holder[:1].isalnum() or len(holder) > _HEADING:
            return
        # where the head has no title over the first column, it has one cell less
        untitled = 0 in head
        # the sign of the first column stands too near to the name
        near = _SIGN_LAST.fullmatch(holder) if untitled and len(row.cells) == width else None
        if near:
            holder = near["name"]
            if status := status_of(near["sign"], self._legend):
                yield self._entry(head[0], row, 0, Part(holder, status))
        for i, cell in enumerate(row.cells[1:], 1):
            if near:
                column = i
            elif len(row.cells) == width + untitled:
                column = i - untitled
            else:
                middle = self._middle(cell)
                column = min(range(width), key=lambda k: abs(columns[k] - middle))
            if column in head:
                text = self._text(cell)
                counted = _SIGNED.fullmatch(text) is not None and len(text) < 4
                status = ("held" if text.strip("0") else "") if counted else status_of(text, self._legend)
                named = not head[column].key.startswith(_TITLED)
                if status is None and named and re.search(r"\d", text):
                    status = "held"  # the certificate's number or its date
                graded = _GRADE.fullmatch(text) if status is None else None
                if status or graded:
                    entry = self._entry(head[column], row, 0, Part("company" if counted else holder, status or "held"))
                    yield replace(entry, name=f"{head[column].name} {text}") if graded else entry

    # a column for each site

    def by_site(self) -> Iterator[MatrixEntry]:
        """Yield what rows tell that begin with a standard and have a sign under each site that has it."""
        sites: list[tuple[float, str]] = []
        for row, below in pairwise([*self._rows, None]):
            if row is None:
                break
            if row.number in self._matrix:
                sites = []
            elif below is not None and self._is_signed(below) and self._heads_sites(row):
                cells = row.cells[len(row.cells) >= len(below.cells) and len(row.cells) > 2 :]
                cells = row.cells if len(row.cells) == len(below.cells) - 1 else cells
                sites = [(self._middle(cell), self._text(cell)) for cell in cells]
                self._matrix.add(row.number)
            elif sites and self._is_signed(row):
                self._matrix.add(row.number)
                yield from self._across(row, sites)
            else:
                sites = []

    def _is_signed(self, row: Row) -> bool:
        """Whether a row has a standard in its first cell and nothing but statuses in the others."""
        said = [status_of(self._text(cell), self._legend) for cell in row.cells[1:]]
        signs = all(len(self._text(cell)) <= _SHORT for cell in row.cells[1:])
        return row.filled() == [0] and bool(said) and None not in said and signs

    def _heads_sites(self, row: Row) -> bool:
        texts = [self._text(cell) for cell in row.cells]
        named = all(text[:1].isupper() and len(text) <= _SITE and column_role(text) is None for text in texts[1:])
        return not row.filled() and len(texts) > 1 and named and not any(status_of(t, self._legend) for t in texts)

    def _across(self, row: Row, sites: Sequence[tuple[float, str]]) -> Iterator[MatrixEntry]:
        exact = len(row.cells) - 1 == len(sites)
        for i, cell in enumerate(row.cells[1:]):
            site = sites[i][1] if exact else min(sites, key=lambda s: abs(s[0] - self._middle(cell)))[1]
            if status := status_of(self._text(cell), self._legend):
                for standard in row.standards[0]:
                    yield self._entry(standard, row, 0, Part(site, status))

    # a column for the grade of one scheme

    def by_grade(self) -> Iterator[MatrixEntry]:
        """Yield what the rows under a scheme and "Level" tell: who has it, and at which level."""
        scheme: Mention | None = None
        title = ""
        for row in self._rows:
            texts = [self._text(cell) for cell in row.cells]
            if row.number in self._matrix:
                scheme = None
            elif row.filled() == [0] and len(texts) == _PAIR and _LEVEL.fullmatch(texts[1]):
                scheme, title = row.standards[0][0], texts[1]
            elif scheme and not row.filled() and len(texts) == _PAIR and len(texts[1]) <= _SITE:
                self._matrix.add(row.number)
                level = f"{title} {texts[1]}" if texts[1][:1].isdigit() else texts[1]
                for part in parts(texts[0]):
                    if part.status:
                        yield replace(self._entry(scheme, row, 0, part), name=f"{scheme.aliases[0]} {level}")
            else:
                scheme = None

    # a row for each certificate

    def by_row(self) -> Iterator[MatrixEntry]:
        """Yield what the rows tell that name certificates and who holds them."""
        roles: list[str | None] = []
        found: list[tuple[Mention, Row, list[Part], bool]] = []
        for row in self._rows:
            if row.number in self._matrix:
                continue
            if not self._text(row.cells[0])[:1].isalnum():  # a legend
                continue
            titles = [column_role(self._text(cell)) for cell in row.cells]
            if len(titles) > 1 and all(titles) and "standard" in titles + ["standard"] * bool(row.filled()):
                roles = titles
                continue
            if called := self._certificate_by_title(row, roles):
                column, standard = called
                holders, said = self._holders(row, [column], roles)
                found.append((standard, row, holders, said))
                continue
            columns = [i for i in row.filled() if self._is_filled(row.cells[i], row.standards[i])]
            if any(of_bought(self._text(cell)) for cell in row.cells if len(row.cells) == 2):
                continue
            if not columns or _SAYS.search(" ".join(self._text(c) for c in row.cells)):
                continue
            holders, said = self._holders(row, columns, roles if len(roles) == len(row.cells) else [])
            for i in columns:
                for standard in row.standards[i]:
                    found.append((standard, row, holders, said))
        heads = " ".join(self._text(cell) for cell in self._rows[0].cells)
        if of_others(heads) or any(
            of_others(text) for text in self._above if len(text) < _HEADING or text.endswith(":")
        ):
            return
        announced = self._announced(roles)
        sure = [f for f in found if self._is_sure(*f)]
        if not announced and (not sure or any(_INDEX.search(text) for text in self._above if len(text) < _HEADING)):
            return
        for standard, row, holders, said in found:
            if announced or said or len(found) > 1 or not must_be_spoken_of(standard.key):
                for part in holders:
                    if part.status:
                        yield self._entry(standard, row, None, part)

    def _certificate_by_title(self, row: Row, roles: Sequence[str | None]) -> tuple[int, Mention] | None:
        """Return the column and the certificate of a row that names none known, under "Certification" and "Site"."""
        known = next((m for r in self._rows for cell in r.standards for m in cell), None)
        if row.filled() or known is None or len(roles) != len(row.cells) or not {"standard", "holder"} <= set(roles):
            return None
        column = roles.index("standard")
        heads = [self._text(r.cells[column]) for r in self._rows if len(r.cells) > column]
        name = self._text(row.cells[column])
        told = any(announces(text) for text in heads if column_role(text))
        return (column, self._called(name, known)) if told and _CALLED.match(name) and len(name) <= _NAME else None

    def _announced(self, roles: Sequence[str | None]) -> bool:
        heads = [text for text in self._above if len(text) < _HEADING or text.endswith(":")]
        return ("holder" in roles and "standard" in roles) or any(
            announces(text[-_HEADING:]) or announcing().fullmatch(text.strip(" .:")) for text in heads
        )

    def _is_sure(self, standard: Mention, row: Row, holders: list[Part], said: bool) -> bool:
        """Whether the row tells by itself that it is about a certificate."""
        if standard.key.startswith(NUMBER) and standard.key.rsplit(" ", 1)[-1] not in certified_numbers():
            return False
        return said or any(is_part(p.holder) or (p.holder != "company" and len(row.cells) == 2) for p in holders)

    def _is_filled(self, cell: tuple[int, int], standards: Sequence[Mention]) -> bool:
        """Whether a cell holds little besides names of standards, their grades and what they are about."""
        text = self._text(cell)
        name = re.sub(r" ?\([^()]*\)", "", text)
        if not standards[0].key.startswith(NUMBER) and name.startswith(standards[0].aliases) and len(name) <= _NAME:
            return ":" not in name
        rest = re.sub(r"\([^()]*\)|[®™]", "", text)
        for standard in standards:
            for form in sorted(standard.aliases, key=len, reverse=True):
                rest = rest.replace(form, "")
            if grade := levels_of(standard.key):
                rest = grade.sub("", rest)
        rest = " ".join(w for w in re.findall(r"[\w-]+", rest) if not field().fullmatch(w))
        return len(rest) <= (1 - _STANDARDS) * len(text)

    def _holders(self, row: Row, columns: list[int], roles: Sequence[str | None]) -> tuple[list[Part], bool]:
        """Return who holds the certificates of a row, and whether a cell tells their status."""
        best: tuple[int, list[Part]] = (0, [Part("company", "held")])
        more: list[Part] = []
        status: str | None = None
        for i, cell in enumerate(row.cells):
            text = self._text(cell)
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
            named = parts(text)
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

    def _entry(self, standard: Mention, row: Row, cell: int | None, part: Part) -> MatrixEntry:
        if cell is None or row.shift is None:
            start, end = standard.start, standard.end
        else:
            start, end = (offset + row.shift for offset in row.cells[cell])
        return MatrixEntry(standard, start, end, part.holder, part.status, self._printed(standard, row))

    def _printed(self, standard: Mention, row: Row) -> str:
        """Return the name of a scheme's certificate as its cell prints it; "" where that tells more."""
        if standard.key.startswith(NUMBER):
            return ""
        for cell, standards in zip(row.cells, row.standards, strict=True):
            if standards == (standard,):
                text = re.sub(r"[®™]", "", _TOLD.sub(lambda m: "" if said_status(m[0]) else m[0], self._text(cell)))
                return text if len(text) <= _NAME and ":" not in text else ""
        return ""
