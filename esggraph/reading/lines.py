"""Lines: what every format's reader hands to the layout."""

from __future__ import annotations

from dataclasses import dataclass, replace

from esggraph.reading.traced import Traced
from esggraph.report import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report before it is known which lines make a block.

    A format that knows more than the look of a line says so: `kind` is then set, and the layout keeps it.
    """

    content: Traced  # squeezed, never empty
    page: int = 0  # 0-based; a guess in formats without pages
    gap: bool = False  # vertical white space stands before it
    kind: BlockKind | None = None
    level: int = 0  # of a heading or item
    cells: tuple[tuple[int, int], ...] = ()  # of a row: spans of `content`
    unfinished: bool = False  # the source shows that the line broke off
    last_length: int = 0  # characters of the last of the printed lines that are joined in it

    def __post_init__(self) -> None:
        if not self.last_length:
            object.__setattr__(self, "last_length", len(self.content))

    @property
    def text(self) -> str:
        """The line's text."""
        return self.content.text

    def with_content(self, content: Traced) -> Line:
        """Return the line with another text; its cells are kept only if the length is."""
        same = len(content) == len(self.content)
        return replace(self, content=content, cells=self.cells if same else (), last_length=0)
