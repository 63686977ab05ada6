"""Labels of charts: blocks in which little but names stands, beside others of their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from esggraph.extraction.document import passage_at

_SHARE = 0.5  # of a block's characters


def label_blocks(doc: Doc, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the numbers of the blocks that `spans`, those of names, fill for the most part."""
    filled: dict[int, int] = defaultdict(int)
    lengths: dict[int, int] = {}
    for start, end in spans:
        passage = passage_at(doc, start)
        filled[passage.number] += end - start
        lengths[passage.number] = passage.end - passage.start
    return {number for number, length in filled.items() if length >= _SHARE * lengths[number]}


def beside(number: int, blocks: set[int], reach: int = 2) -> int:
    """Return how many of `blocks` stand at most `reach` blocks before or behind block `number`, itself not counted."""
    return sum(number - step in blocks for step in range(-reach, reach + 1) if step)


def stretches(blocks: Iterable[int], reach: int = 2) -> Iterator[list[int]]:
    """Yield the runs of `blocks` in which each stands at most `reach` blocks behind the one before it."""
    run: list[int] = []
    for number in sorted(blocks):
        if run and number - run[-1] > reach:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
