"""What a pronoun means: of the groups that were spoken of, those that agree with it, the likeliest first.

"It" is one body and never a person; "they" and "each" are several, or one body taken as its members; "the latter" is
what was named last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from esggraph.extraction.signs import Group

SEVERAL = frozenset(("they", "these", "each", "all"))


def agreeing(word: str, spoken_of: Iterable[Group], named: Group) -> Iterator[Group]:
    """Yield the groups that the pronoun `word` can mean, each once.

    `spoken_of`: the groups that sentence and context are about, the nearest first; `named`: the bodies that the
    sentence before names, in its order.
    """
    found: list[frozenset[str]] = []
    for group in _candidates(word, tuple(spoken_of), named):
        keys = frozenset(m.key for m in group)
        if group and keys not in found:
            found.append(keys)
            yield group


def _candidates(word: str, spoken_of: tuple[Group, ...], named: Group) -> Iterator[Group]:
    if word in SEVERAL:
        yield from (group for group in spoken_of if len(group) > 1)
        if len(named) > 1:
            yield named
        if word == "they":
            yield from spoken_of
        return
    yield from (group for group in spoken_of if len(group) == 1 and group[0].kind == "bodies")
    yield from ((body,) for body in named)
