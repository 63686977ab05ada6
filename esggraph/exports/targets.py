"""Putting an export in its place: whole or not at all, and never over something that was not meant."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from esggraph.errors import ExportError

_NEW = "new"


@contextmanager
def new_file(target: Path, *, force: bool) -> Iterator[Path]:
    """Give a path to write a file to; afterwards it is `target`, or, after an error, gone.

    Raises ExportError for a target that exists, except with `force`, and for one that cannot be written.
    """
    if target.is_dir():
        raise ExportError(f"{target} is a folder: name a file in it")
    _refuse_existing(target, force)
    with _beside(target) as path:
        yield path
        path.replace(target)


@contextmanager
def new_folder(target: Path, *, force: bool, files: Collection[str]) -> Iterator[Path]:
    """Give an empty folder to write into; afterwards it is `target`, or, after an error, gone.

    With `force` it may replace an older export, which is known by having no other than `files`. Raises
    ExportError for any other target that exists, and for one that cannot be written.
    """
    _refuse_existing(target, force)
    if target.exists():
        if not target.is_dir():
            raise ExportError(f"{target} is a file, and this form is a folder of files: name another target")
        if others := sorted({path.name for path in target.iterdir()} - {*files}):
            raise ExportError(f"{target} holds files that are not of such an export ({others[0]}): name another folder")
    with _beside(target) as path:
        path.mkdir()
        yield path
        if target.exists():
            target.rename(path.with_name("old"))
        path.rename(target)


def _refuse_existing(target: Path, force: bool) -> None:
    if target.exists() and not force:
        raise ExportError(f"{target} exists: add --force to overwrite it, or name another target")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a path in a temporary folder on the same disk as `target`, and clear the folder away afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix=".exporting-", dir=target.parent, ignore_cleanup_errors=True) as folder:
            yield Path(folder) / _NEW
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}") from error
