"""One table in the forms that users and programs read: a terminal table, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with named columns. A cell is a str, a number, None, or a list of str."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    title: str = ""


def render(table: Table, form: Format) -> str:
    """Return `table` in a form that is plain text: JSON (a list of objects), CSV with a header, or a Markdown table."""
    match form:
        case Format.JSON:
            records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            return json.dumps(records, ensure_ascii=False, indent=2)
        case Format.CSV:
            out = io.StringIO()
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(table.columns)
            writer.writerows([_plain(cell) for cell in row] for row in table.rows)
            return out.getvalue().rstrip("\n")
        case Format.MD:
            lines = [_markdown_row(table.columns), _markdown_row(["---"] * len(table.columns))]
            lines += [_markdown_row([_plain(cell) for cell in row]) for row in table.rows]
            return "\n".join(lines)
        case Format.TABLE:
            raise ValueError("a terminal table is drawn by show(), not rendered as text")


def show(table: Table, form: Format) -> None:
    """Print `table` on standard output."""
    if form is not Format.TABLE:
        print(render(table, form))
        return
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(title=table.title or None, title_justify="left", header_style="bold", show_lines=False)
    for column in table.columns:
        drawn.add_column(column, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(_plain(cell)) for cell in row))  # Text: a name with [brackets] is no markup
    Console().print(drawn)


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    return "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(c.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for c in cells) + " |"
