"""Rows in the forms that users and programs read: a terminal table, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


_LONGEST_WORD = 18  # characters; longer words may break over lines in a terminal
_PIPED_WIDTH = 200  # columns of a table that goes to a file or another program

FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print the rows.")]


def show(columns: Sequence[str], records: Sequence[Mapping[str, Any]], form: Format, title: str = "") -> None:
    """Print `records` on standard output: JSON has all their fields, the other forms the `columns`."""
    match form:
        case Format.TABLE:
            _show_table(columns, records, title)
        case Format.JSON:
            print(json.dumps([dict(r) for r in records], ensure_ascii=False, indent=2))
        case Format.CSV:
            print(_csv(columns, records), end="")
        case Format.MD:
            print(_markdown(columns, records))


def plain(cell: Any) -> str:
    """Return a cell as text: a list joined by "; ", None as nothing, a share with two digits."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _show_table(columns: Sequence[str], records: Sequence[Mapping[str, Any]], title: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
    cells = [[plain(record[c]) for c in columns] for record in records]
    for column, *values in zip([c.replace("_", " ") for c in columns], *cells, strict=True):
        longest_word = max(len(word) for value in (column, *values) for word in value.split() or [""])
        table.add_column(column, overflow="fold", min_width=min(longest_word, _LONGEST_WORD))
    for row in cells:
        table.add_row(*map(Text, row))  # Text: a name with [brackets] is no markup
    sized = Console().is_terminal or "COLUMNS" in os.environ
    Console(width=None if sized else _PIPED_WIDTH).print(table)


def _csv(columns: Sequence[str], records: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(record[c]) for c in columns] for record in records)
    return out.getvalue()


def _markdown(columns: Sequence[str], records: Sequence[Mapping[str, Any]]) -> str:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(c.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for c in cells) + " |"

    return "\n".join(
        [line(columns), line(["---"] * len(columns)), *(line([plain(r[c]) for c in columns]) for r in records)]
    )
