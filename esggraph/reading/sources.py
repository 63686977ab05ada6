"""Which files to read: files, folders and globs to a list, and what sidecars say about each.

A sidecar is `<stem>.toml` beside a report, or a table named after the report in a `manifest.toml` of its folder:

    company = "Example Holdings Limited"
    aliases = ["Example"]
    title = "Sustainability Report 2023"
    period = "2023-01-01/2023-12-31"
    stock_codes = ["0001"]

Every key may be left out; what is given stands in place of what the report's text says.
"""

from __future__ import annotations

import glob
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from esggraph.errors import EsggraphError

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")
MANIFEST = "manifest.toml"
GENERATOR = "esggraph"
"""What the pages that we write name as their generator."""
_OWN_PAGE = f'<meta name="generator" content="{GENERATOR}">'
_HEAD = 2_000  # characters of a page, within which its head names the generator
_NO_REPORTS = frozenset({"readme", "license", "licence", "changelog", "contributing"})  # stems of files about a folder
_INTERVAL = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What is known about a report apart from its text; None where the text shall tell."""

    company: str | None = None
    aliases: tuple[str, ...] | None = None
    title: str | None = None
    period: str | None = None  # "2023-01-01/2023-12-31"
    stock_codes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read as a report."""

    path: Path
    overrides: Overrides = Overrides()


def find_sources(paths: Iterable[Path | str]) -> list[Source]:
    """Return the reports among files, folders (with all below them) and globs; each once, a folder's in order of name.

    A file that is named itself is taken whatever its suffix. Raises EsggraphError for a path or glob that leads to no
    report or cannot be looked up, and for a sidecar that cannot be understood.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            reports = list(_reports(Path(path)))
        except OSError as error:
            raise _unreachable(path, error) from None
        if not reports:
            raise EsggraphError(f"{path}: no report there; give a {', '.join(SUFFIXES)} file, a folder or a glob")
        for report in reports:
            found.setdefault(report.resolve(), report)
    return [Source(path, overrides_of(path)) for path in found.values()]


def _unreachable(path: Path | str, error: OSError) -> EsggraphError:
    return EsggraphError(f"{path}: {error.strerror or error}; check the path and its permissions")


def _reports(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if _is_report(file, path))
    elif path.exists():
        yield path
    else:
        for match in sorted(glob.glob(str(path), recursive=True)):
            if Path(match).is_dir():
                yield from _reports(Path(match))
            elif _is_report(Path(match), Path()):
                yield Path(match)


def _is_report(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts) if folder.parts else False
    is_one = file.suffix.lower() in SUFFIXES and file.stem.lower() not in _NO_REPORTS
    return is_one and not hidden and file.is_file() and not is_own_page(file)


def is_own_page(file: Path) -> bool:
    """Return whether `file` is a page that esggraph wrote. Raises OSError where it cannot be read."""
    if file.suffix != ".html":
        return False
    with file.open(encoding="utf-8", errors="replace") as page:
        return _OWN_PAGE in page.read(_HEAD)


def overrides_of(path: Path) -> Overrides:
    """Return what the report's own sidecar says, else what the manifest of its folder says about it.

    Raises EsggraphError, naming the sidecar, where it cannot be understood, and for a path that cannot be looked up.
    """
    sidecar, manifest = path.with_suffix(".toml"), path.with_name(MANIFEST)
    try:
        if sidecar.name != MANIFEST and sidecar.is_file():
            return _overrides(_load(sidecar), sidecar)
        if manifest.is_file():
            tables = _load(manifest)
            table = tables.get(path.name, tables.get(path.stem, {}))
            return _overrides(table, manifest)
    except OSError as error:
        raise _unreachable(path, error) from None
    return Overrides()


def _load(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise EsggraphError(f"{file}: no TOML ({error}); correct it or take it away") from None


def _overrides(table: Any, file: Path) -> Overrides:
    known = {field.name for field in fields(Overrides)}
    if not isinstance(table, dict):
        raise EsggraphError(f"{file}: a report's entry is a table with {', '.join(sorted(known))}")
    values: dict[str, Any] = {}
    for key, value in table.items():
        listed = key in ("aliases", "stock_codes")
        if key not in known:
            raise EsggraphError(f"{file}: unknown key {key!r}; known are {', '.join(sorted(known))}")
        if listed and isinstance(value, list) and all(isinstance(v, str) for v in value):
            values[key] = tuple(value)
        elif not listed and isinstance(value, str):
            values[key] = value
        else:
            raise EsggraphError(f"{file}: {key} must be a {'list of strings' if listed else 'string'}")
    if "period" in values and not _is_interval(values["period"]):
        raise EsggraphError(f"{file}: period must be two days such as 2023-01-01/2023-12-31")
    return Overrides(**values)


def _is_interval(period: str) -> bool:
    days = _INTERVAL.fullmatch(period)
    try:
        return days is not None and date.fromisoformat(days[1]) <= date.fromisoformat(days[2])
    except ValueError:  # no day of the calendar
        return False
