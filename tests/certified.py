"""The certificates that a whole report of a few lines gives, as tests of certificates compare them."""

from __future__ import annotations

from pathlib import Path

from esggraph.extraction import extract
from esggraph.reading import read

Certificates = set[tuple[str, str | None, str | None]]


def certificates(text: str, folder: Path) -> Certificates:
    """Return name, holder and status of each certificate in `text`, written as a report into `folder`."""
    path = folder / "example.txt"
    path.write_text(f"Example Holdings Limited\n\n{text}\n", encoding="utf-8")
    return {(c.name, c.holder, c.status) for c in extract(read(path)).certifications}
