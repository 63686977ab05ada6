"""Regular expressions that find any of many words fast.

`re` tries an alternation, or what stands behind a look-behind, at each character of the text. It skips fast to the
characters of a set with which a pattern begins, so these patterns begin with the initials of their words: some forty
times faster on a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_word(words: Iterable[str], *, capital: bool = False, not_after: str = r"\w") -> str:
    """Return a pattern of any of `words` in any case, the longest first.

    `capital`: the first letter must be a capital one. `not_after`: the inside of a character class, none of which may
    stand before the word.
    """
    by_initial: dict[str, set[str]] = {}
    for word in words:
        by_initial.setdefault(word[0].upper(), set()).add(word[1:])
    forms = {upper: upper if capital else f"{upper}{upper.lower()}" for upper in sorted(by_initial)}
    rests = (
        f"(?<=[{forms[upper]}])(?i:{'|'.join(map(re.escape, sorted(by_initial[upper], key=lambda r: (-len(r), r))))})"
        for upper in forms
    )
    return rf"[{''.join(forms.values())}](?<![{not_after}].)(?:{'|'.join(rests)})"


def any_name(names: Iterable[str], *, not_after: str = r"\w") -> str:
    """Return a pattern of any of `names` as they are spelt, with any apostrophe, the longest first."""
    by_initial: dict[str, set[str]] = {}
    for name in names:
        by_initial.setdefault(name[0], set()).add(re.escape(name[1:]).replace("'", "['’]"))
    rests = (
        f"(?<={re.escape(initial)})(?:{'|'.join(sorted(by_initial[initial], key=lambda r: (-len(r), r)))})"
        for initial in sorted(by_initial)
    )
    initials = "".join(map(re.escape, sorted(by_initial)))
    return rf"[{initials}](?<![{not_after}].)(?:{'|'.join(rests)})"
