"""The words of bodies' names: heads, words that are part of a name and words at which a name ends.

The words are data (`data/body_names.toml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.cues import load

_NO_ADVERBS = frozenset({"supply", "family", "assembly", "monthly", "quarterly"})
_ACRONYMS = frozenset({"IT", "SHE"})  # information technology; safety, health and environment
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, each in lower case."""

    heads: re.Pattern[str]  # group 1: the head in the singular, group 2: "s" of the plural
    organs: dict[str, str]  # heads of bodies that count by their name -> kind
    units: dict[str, str]  # heads of bodies that count by what they do -> kind
    generic: frozenset[str]
    adjectives: frozenset[str]
    kept_adjectives: dict[str, frozenset[str]]  # adjective -> words right behind it that make it part of a name
    stop: frozenset[str]  # no part of a name
    verbs: frozenset[str]  # no part of a name in lower case, or at the beginning of a sentence
    verbs_kept: frozenset[str]  # words before which one of the verbs is part of a name all the same
    deeds: frozenset[str]  # verbs in the third person that follow a name
    compounds: dict[str, frozenset[str]]  # verb -> words right before it that make it part of a name; none: any
    possessive: frozenset[str]
    needs: dict[str, frozenset[str]]  # head -> one of these must stand right before it
    behind: frozenset[str]
    weak_heads: frozenset[str]  # heads only with one of their `needs` before them
    cased_heads: frozenset[str]  # heads only where they have a capital
    single_heads: frozenset[str]  # heads only in the singular
    inner: dict[str, frozenset[str]]  # preposition inside names -> one of these must stand right before or behind it
    inner_heads: frozenset[str]  # heads that stand inside names too: "Board Secretariat"


@cache
def words() -> Words:
    """Return the word lists."""
    data = load("body_names.toml")
    heads = sorted({**data["organs"], **data["units"]}, key=len, reverse=True)
    pattern = "|".join(re.escape(h).replace(r"\ ", r"[ -]") for h in heads)
    return Words(
        heads=re.compile(rf"(?<![\w-])({pattern})(s?)(?![^\W\d¹²³⁴-⁹ㅣ]|-)", re.I),
        organs=data["organs"],
        units=data["units"],
        generic=frozenset(data["generic"]["words"]),
        adjectives=frozenset(data["adjectives"]["words"]),
        kept_adjectives={word: frozenset(behind) for word, behind in data["adjectives"]["kept"].items()},
        stop=frozenset(data["stop"]["words"]),
        verbs=frozenset(data["verbs"]["words"]),
        verbs_kept=frozenset(data["verbs_kept"]["before"]),
        deeds=frozenset(load("body_evidence.toml")["words"]["do"]),
        compounds={word: frozenset(before) for word, before in data["compounds"].items()},
        possessive=frozenset(data["possessive"]["words"]),
        needs={head: frozenset(needed) for head, needed in data["needs"].items()},
        behind=frozenset(data["behind"]["words"]),
        weak_heads=frozenset(data["weak_heads"]["words"]),
        cased_heads=frozenset(data["cased_heads"]["words"]),
        single_heads=frozenset(data["single_heads"]["words"]),
        inner={preposition: frozenset(beside) for preposition, beside in data["inner"].items()},
        inner_heads=frozenset(data["inner_heads"]["words"]),
    )


def is_head(word: str) -> bool:
    """Return whether `word` is the head of a body's name: "Committee", "departments"."""
    m = words().heads.fullmatch(word)
    return m is not None and m[1].lower() not in words().weak_heads


def generic(modifiers: str) -> bool:
    """Return whether `modifiers` distinguish no body: "Special", "various functional"."""
    known = words().generic | words().stop
    return all(
        (w.lower() in known and w not in _ACRONYMS) or w.isdigit() or w.lower().endswith("-related")
        for w in re.findall(r"[\w'’-]+", modifiers)
    )


def _is_stop(word: str) -> bool:
    return word.lower() in words().stop and word not in _ACRONYMS


def is_title_word(word: str) -> bool:
    """Return whether `word` can be part of a name in title case."""
    lower = word.lower()
    if not (word[0].isupper() or (word[0].isdigit() and word[-1].isalpha())) or _ORDINAL.fullmatch(lower):
        return False
    if (
        _is_stop(word)
        or word.endswith(".")
        or lower.endswith(("-led", "-chaired"))
        or (is_head(word) and lower not in words().inner_heads)
    ):
        return False
    return not _foreign_possessive(lower)


def is_upper_word(word: str) -> bool:
    """Return whether `word` can be part of a name in capitals."""
    return word.upper() == word and is_title_word(word)


def is_plain_word(word: str) -> bool:
    """Return whether `word` can be part of a name in lower case; acronyms can."""
    lower = word.lower()
    if len(word) < 2 or not (word[0].islower() or word[:2].isupper()) or word.endswith(".") or is_head(word):
        return False
    if _is_stop(word) or lower in words().verbs or (lower.endswith("ly") and lower not in _NO_ADVERBS):
        return False
    return not _foreign_possessive(lower)


def is_compounded(word: str, before: str) -> bool:
    """Return whether `word`, by itself no part of a name, is one behind `before`: "corporate responsibility"."""
    needed = words().compounds.get(word)
    return needed is not None and (not needed or before.lower() in needed)


def stands_inside(preposition: str, before: str, behind: str) -> bool:
    """Return whether a name goes on to the left over `preposition`: "Conflict of Interest" before "Committee"."""
    return not {before.lower(), behind.lower()}.isdisjoint(words().inner.get(preposition, ()))


def _foreign_possessive(lower: str) -> bool:
    """Return whether `lower` is a possessive that names an owner, not a member ("Workers' Congress")."""
    m = _POSSESSIVE.fullmatch(lower)
    return m is not None and not {m.group(1), m.group(1) + "s"} & words().possessive
