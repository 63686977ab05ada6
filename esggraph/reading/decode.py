"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from esggraph.errors import UnreadableReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes from which an unnamed encoding is guessed


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`; every line ends with a newline character alone.

    A byte order mark decides, then UTF-8 if it fits, then the best guess. Raises UnreadableReport, naming the file
    `name`, for an empty or a binary one.
    """
    if not data.strip():
        raise UnreadableReport(f"{name}: the file is empty; export it again from its source")
    return _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise UnreadableReport(f"{name}: binary data, not text; give a .txt, .md, .html or .pdf file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    guess = from_bytes(data[:_SAMPLE]).best()
    encoding = guess.encoding if guess else "cp1252"
    return data.decode(encoding, errors="replace")
