"""Spans that can be asked quickly what they hold or touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_BIN = 6  # spans are filed by blocks of 64 characters


class Spans:
    """A set of character spans, ends exclusive."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._filed: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Add a span."""
        for number in range(start >> _BIN, (end >> _BIN) + 1):
            self._filed[number].append((start, end))

    def covers(self, start: int, end: int) -> bool:
        """Return whether a longer span holds all of `start:end`."""
        near = self._filed.get(start >> _BIN, ())
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in near)

    def touches(self, start: int, end: int) -> bool:
        """Return whether a span shares a character with `start:end`."""
        numbers = range(start >> _BIN, (end >> _BIN) + 1)
        return any(a < end and start < b for number in numbers for a, b in self._filed.get(number, ()))
