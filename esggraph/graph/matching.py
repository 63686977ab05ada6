"""Names as users type them: the exact name, else one spelt nearly so, else those that contain its words, or nearly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

T = TypeVar("T")
_NEARLY = 88  # of 100: a slip or two in a name of a few words stays above, another word in the place of one falls below
_AS_NEAR = 2  # candidates within this distance of the best match as well
_NEAREST_SHOWN = 3
_A_SLIP = 80  # of 100: "exmaple" for "example" scores 86
_LONG_ENOUGH = 5  # letters of a word in which a slip is allowed for
_WORTH_SHOWING = 50  # of 100


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """What a typed name may mean. `found`: each thing once, the best first; if it is empty, `near`: thing -> name."""

    found: tuple[T, ...]
    near: dict[T, str] = field(default_factory=dict)


def match(typed: str, names: Iterable[tuple[str, T]], key: Callable[[str], str]) -> Match[T]:
    """Return which of the things in `names`, pairs of a name and its thing, are meant by `typed`.

    `key` gives the form in which spellings are compared: words separated by single spaces or hyphens.
    """
    forms: dict[str, dict[T, str]] = {}
    for name, thing in names:
        forms.setdefault(key(name).replace("-", " "), {}).setdefault(thing, name)
    wanted = key(typed).replace("-", " ")
    if not typed.strip():
        return Match(())
    if wanted in forms:
        return Match(tuple(forms[wanted]))
    close = process.extract(wanted, list(forms), scorer=fuzz.token_sort_ratio, limit=None, score_cutoff=_NEARLY)
    if close:
        best = close[0][1]
        return Match(_things(forms, [form for form, score, _ in close if score >= best - _AS_NEAR]))
    for like in (str.startswith, _begins_nearly):
        if containing := [form for form in forms if _contains(form, wanted, like)]:
            return Match(_things(forms, containing))
    near = process.extract(wanted, list(forms), scorer=fuzz.token_set_ratio, limit=None, score_cutoff=_WORTH_SHOWING)
    nearest: dict[T, str] = {}
    for form, _, _ in near:
        for thing, name in forms[form].items():
            nearest.setdefault(thing, name)
        if len(nearest) >= _NEAREST_SHOWN:
            break
    return Match((), nearest)


def _things(forms: dict[str, dict[T, str]], chosen: list[str]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(thing for form in chosen for thing in forms[form]))


def _contains(form: str, wanted: str, like: Callable[[str, str], bool]) -> bool:
    """Whether for every word of `wanted` there is one of `form` that is `like` it."""
    words = form.split()
    return all(any(like(word, start) for word in words) for start in wanted.split())


def _begins_nearly(word: str, start: str) -> bool:
    return word.startswith(start) or (len(start) >= _LONG_ENOUGH and fuzz.ratio(word, start) >= _A_SLIP)


def nearest_names(names: Iterable[str]) -> str:
    """Return the end of an error message that gives the nearest names, or an empty string where there are none.

    >>> nearest_names(["Board", "Audit Committee"])
    '; nearest: Board, Audit Committee'
    """
    listed = ", ".join(dict.fromkeys(names))
    return f"; nearest: {listed}" if listed else ""
