"""Tables of marks, sites against standards: "Site ISO 9001 ISO 14001", "Example Plant ✓ (✓)", and the other way round.

The head gives the standards and the first cells the sites, or the head the sites and the first cells the standards.
A mark belongs to the title it stands under: the one with the same number in a full row, else the nearest in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esggraph.extraction.certifications.cells import (
    certified_numbers,
    column_role,
    grade_in,
    noted,
    said_status,
    status_of,
    table_head,
)
from esggraph.extraction.certifications.holders import is_part
from esggraph.extraction.certifications.matrix import MatrixEntry, joined
from esggraph.extraction.certifications.parts import parts
from esggraph.extraction.certifications.table_rows import (
    NAME,
    TableRow,
    is_filled,
    is_title,
    standard_at,
    titled_standard,
    without_footnote,
)
from esggraph.extraction.mentions import Mention
from esggraph.extraction.standards.known import levels_of
from esggraph.extraction.standards.numbers import NUMBER, find_numbered

_HOLDER = 90  # characters
_SIGNED = re.compile(r"\d{1,3}(?:,\d{3})*")
_BARE = re.compile(r"\d{4,5}(?:-\d{1,2})?(?: ?: ?\d{4})?")
_LEGEND = re.compile(r"\S{1,3} ?=")
_MARK_LAST = re.compile(r"(?P<name>.*\w.*?) (?P<mark>[xX✓✔√●○◯◎–-])")
_LEVEL = re.compile(r"(?:level|grade|rating|tier|class|result|score)s?", re.I)
_PAIR = 2  # cells
_ISSUER = re.compile(r"[A-Z]{2,6}(?:[/ -][A-Z]{2,5}){0,2}")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column under its title."""

    middle: float  # of the title in its printed line
    standards: tuple[Mention, ...] = ()
    site: str = ""
    known: bool = True  # its standard is known by name or number


class Grid:
    """The marks of a table; `read` has the numbers of the blocks that were read so far."""

    def __init__(self, rows: list[TableRow], legend: dict[str, str], certifiable: Sequence[Mention]) -> None:
        self._rows = rows
        self._legend = legend
        self._by_number = {m.key.rsplit(" ", 1)[-1]: m for m in reversed(certifiable) if m.key.startswith(NUMBER)}
        self.read: set[int] = set()

    def by_column(self) -> Iterator[MatrixEntry]:
        """Yield what the rows under a head of standards tell."""
        head: list[_Column] = []
        for above, row in zip([None, *self._rows], self._rows, strict=False):
            if found := self._head(row, above):
                head, start = found, row.printed(1)[0]
                self.read.add(row.number)
            elif head and not row.filled():
                self.read.add(row.number)
                yield from self._under(row, head, start)
            else:
                head = []

    def by_site(self) -> Iterator[MatrixEntry]:
        """Yield what the rows with a standard tell that stand under a head of sites."""
        head: list[_Column] = []
        for row, below in zip(self._rows, [*self._rows[1:], None], strict=True):
            if row.number in self.read:
                head = []
            elif below and (found := self._sites(row, below)):
                head = found
                self.read.add(row.number)
            elif head and (standard := self._marked(row, len(head))):
                self.read.add(row.number)
                for i, column in self._columns(row, head):
                    if column.site and (status := self._status(row.text(i), standard)) is not None:
                        place = row.place(i) or (standard.start, standard.end)
                        for holder in joined(column.site):
                            yield MatrixEntry(standard, *place, holder, status)

    # a column for each standard

    def _head(self, row: TableRow, above: TableRow | None) -> list[_Column]:
        """Return the columns of a row of titles, of which two and more are standards; [] for another row."""
        columns = []
        for i, (text, standards) in enumerate(zip(row.texts(), row.standards, strict=True)):
            found: Mention | None = None
            if len(standards) == 1 and is_filled(text, standards):
                found = standards[0]
            elif _BARE.fullmatch(text):
                found = self._numbered(row, i, text, above)
            columns.append(_Column(row.middle(i), (found,) if found else ()))
        rest = [i for i, column in enumerate(columns) if not column.standards]
        if len(columns) - len(rest) < 2 or len(rest) > len(columns) - len(rest):
            return []
        for i in rest:
            text = row.text(i)
            if i and not column_role(text):
                if i > 1 and not is_title(text):
                    return []
                if is_title(text) and (named := titled_standard(row, i)):
                    columns[i] = _Column(row.middle(i), (named,), known=False)
        return columns

    def _numbered(self, row: TableRow, i: int, number: str, above: TableRow | None) -> Mention | None:
        """Return the standard of a bare number in a head: its issuer stands over it, or goes without saying."""
        issuer = place = None
        if above and row.number == above.number + 1:
            over = min(range(len(above.cells)), key=lambda k: abs(above.middle(k) - row.middle(i)))
            if _ISSUER.fullmatch(above.text(over)):
                issuer, place = above.text(over), row.place(i) or above.place(over)
        if not issuer:
            if number not in certified_numbers() or not self._by_number:
                return None
            if number in self._by_number:
                return self._by_number[number]
            other = next(iter(self._by_number.values()))
            issuer, place = "ISO", row.place(i) or (other.start, other.end)
        standard = next(find_numbered(f"{issuer} {number}"), None)
        if not standard or not place:
            return None
        return standard_at(standard.label, standard.key, place, standard.forms)

    def _under(self, row: TableRow, head: list[_Column], start: int) -> Iterator[MatrixEntry]:
        holder = row.text(0)
        untitled = bool(head[0].standards)  # the head has no title over the first column
        if len(row.cells) < len(head) + untitled and not untitled:
            # what runs on into the next column is not the holder's
            first, last = row.printed(0)
            if first < start < last and holder[start - first - 1 : start - first] == " ":
                holder = holder[: start - first].strip()
        # the mark of the first column stands too near to the name
        near = _MARK_LAST.fullmatch(holder) if untitled and len(row.cells) == len(head) else None
        if near:
            holder = near["name"]
            for standard in head[0].standards:
                if status := self._status(near["mark"], standard):
                    yield MatrixEntry(standard, *(row.place(0) or (standard.start, standard.end)), holder, status)
        if len(row.cells) < 2 or not holder[:1].isalnum() or len(holder) > _HOLDER or _LEGEND.match(holder):
            return
        for i, column in zip(range(1, len(head)), head[1:], strict=True) if near else self._columns(row, head):
            for standard in column.standards:
                text = row.text(i)
                counted = column.known and _SIGNED.fullmatch(text) is not None and len(text) < 4
                status = ("held" if text.strip("0") else "") if counted else self._status(text, standard)
                if status is None and column.known and re.search(r"\d", text):
                    status = "held"  # the certificate's number or its date
                if not status or (not column.known and text[0].isdigit()):
                    continue
                grade = _grade(text, standard) if column.known else grade_in(text)
                name = f"{standard.name} {grade}" if grade else ""
                for who in ["company"] if counted else joined(holder):
                    place = row.place(0) or (standard.start, standard.end)
                    yield MatrixEntry(standard, *place, who, status, name)

    # a column for each site

    def _sites(self, row: TableRow, below: TableRow) -> list[_Column]:
        """Return the columns of a row of sites over a row that has a mark for each; [] for another row."""
        texts = row.texts()
        if row.filled() or not below.standards[0] or len(below.cells) < 2:
            return []
        titled = column_role(texts[0]) is not None or (texts[0] == "" and len(texts) > 1)
        sites = ["" if i < titled or column_role(text) == "other" else text for i, text in enumerate(texts)]
        named = [site for site in sites if site]
        if not all(self._is_site(site) for site in named) or not self._marked(below, len(sites) - titled):
            return []
        if len(named) < 2 and not all(map(is_part, named)):
            return []
        columns = [_Column(row.middle(i), site=without_footnote(site)) for i, site in enumerate(sites)]
        return columns[1:] if titled else columns

    def _is_site(self, text: str) -> bool:
        if column_role(text) == "standard" or table_head().fullmatch(text) or status_of(text, self._legend) is not None:
            return False
        return text[:1].isupper() and len(text) <= NAME and said_status(text) is None and ":" not in text

    def _marked(self, row: TableRow, sites: int) -> Mention | None:
        """Return the standard of a row in which nothing but marks follows its name."""
        marks = [row.text(i) for i in range(1, len(row.cells))]
        if not marks or len(marks) > sites or (len(marks) == 1 and sites > 1 and not row.standards[0]):
            return None
        name = row.text(0)
        if len(row.standards[0]) == 1 and is_filled(name, row.standards[0]):
            standard: Mention | None = row.standards[0][0]
        else:
            standard = None if row.standards[0] or not is_title(name) else titled_standard(row, 0)
        if standard is None or any(self._status(mark, standard) is None for mark in marks):
            return None
        return standard

    # a column for the grades of one scheme

    def by_grade(self) -> Iterator[MatrixEntry]:
        """Yield what the rows under a scheme and "Level" tell: who has it, and at which level."""
        scheme: Mention | None = None
        title = ""
        for row in self._rows:
            texts = row.texts()
            if row.number in self.read:
                scheme = None
            elif row.filled() == [0] and len(texts) == _PAIR and _LEVEL.fullmatch(texts[1]):
                scheme, title = row.standards[0][0], texts[1]
            elif scheme and not row.filled() and len(texts) == _PAIR and len(texts[1]) <= NAME:
                self.read.add(row.number)
                level = f"{title} {texts[1]}" if texts[1][:1].isdigit() else texts[1]
                place = row.place(0) or (scheme.start, scheme.end)
                for part in parts(texts[0]):
                    if part.status:
                        name = f"{scheme.aliases[0]} {level}"
                        yield MatrixEntry(scheme, *place, part.holder, part.status, name)
            else:
                scheme = None

    # cells

    def _columns(self, row: TableRow, head: list[_Column]) -> Iterator[tuple[int, _Column]]:
        """Yield the cells behind the first of `row`, each with its column."""
        untitled = bool(head[0].standards or head[0].site)
        for i in range(1, len(row.cells)):
            if len(row.cells) == len(head) + untitled:
                yield i, head[i - untitled]
            else:
                yield i, min(head, key=lambda column: abs(column.middle - row.middle(i)))

    def _status(self, text: str, standard: Mention) -> str | None:
        """Return the status that a cell tells, as `status_of` does; a grade or a footnote tells one too."""
        if (status := noted(text, self._legend)) is not None:
            return status
        levels = levels_of(standard.key)
        if grade_in(text) or (levels and levels.fullmatch(text)):
            return "pursuing" if text.lower().startswith("pre") else "held"
        return status_of(text, self._legend)


def _grade(text: str, standard: Mention) -> str:
    """Return the grade in a cell; "certified" is one only of schemes with medals."""
    levels, grade = levels_of(standard.key), grade_in(text)
    return grade if levels and (levels.search("Gold") or "ertified" not in grade) else ""
