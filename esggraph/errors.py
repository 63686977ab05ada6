"""What can go wrong for a user, said in one line that names the thing and what to do."""

from __future__ import annotations


class EsggraphError(Exception):
    """An error that a user can do something about: its text is one line, ready to be shown."""


class UnreadableReport(EsggraphError):
    """A file that cannot be read as a report: encrypted, scanned, empty, binary or too large."""


class ExtractionFault(EsggraphError):
    """A fault of the rules' own at one report, which is named; `__cause__` is the exception."""


class UnreadableGraph(EsggraphError):
    """A graph that is missing, damaged, or cannot be opened or written."""


class UnknownName(EsggraphError):
    """A company, law or other name that the graph does not have, or that fits several: the text names the nearest."""


class QueryError(EsggraphError):
    """A SPARQL query that cannot be parsed or run: the text says where and why."""


class ExportError(EsggraphError):
    """An export target that exists, is of the wrong sort, or cannot be written."""


class NothingToShow(EsggraphError):
    """The reports say nothing of what a picture is to show."""
