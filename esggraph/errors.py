"""What can go wrong for a user, said in one line that names the thing and what to do."""

from __future__ import annotations


class EsggraphError(Exception):
    """An error that is the input's, not the program's: its text is one line, ready to be shown."""


class UnreadableReport(EsggraphError):
    """A file that cannot be read as a report: encrypted, scanned, empty, binary or too large."""
