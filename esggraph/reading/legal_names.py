"""Full names of companies: capitalised words before a legal form ("Co., Ltd.", "S.p.A.", "Inc.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.resources import load_data

_MOST_WORDS = 8  # of a name before its legal form
_LOOK_BACK = 110  # characters before a legal form that can hold a name
_CONNECTORS = frozenset({"of", "and", "&", "de", "do", "da", "du", "des", "y", "e"})
_TOKEN = re.compile(r"\S+")
_NAME_TOKEN = re.compile(r"[^\W\d_a-z][\w’'&.+-]*$|&$", re.U)
_SEPARATED = re.compile(r"[.,;:!?)\]”\"]$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$|St\.$")
_OF_PLACE = re.compile(r" of [A-Z]\w+(?: [A-Z]\w+)?")
_ARTICLES = frozenset({"the", "a", "an", "at", "in", "by", "to", "with", "from", "on", "as", "our", "about", "since"})
_SAME = (
    ("public company limited", "ltd"), ("company limited", "ltd"), ("co ltd", "ltd"), ("limited", "ltd"),
    ("incorporated", "inc"), ("corporation", "corp"), ("crop", "corp"),
)  # fmt: skip
_MISREAD = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})

_AND_ITS = r"(?:,? (?:together with|and) its (?:[\w-]+ ){0,3}(?:subsidiaries|affiliates|companies|entities))?"
_BRACKET = r"\s*\([^()\n]{2,220}\)"
DEFINITION = re.compile(
    rf"(?:{_AND_ITS}{_BRACKET})+{_AND_ITS}(?:{_BRACKET})?|[^.\n]{{0,60}}\b(?:referred to as|known as)\s[^.\n]{{3,160}}"
)
"""Words after a full name that define short ones: (“Example” or the “Company”); is also referred to as “Example”."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A place where a company is named in full."""

    core: str  # the words before the legal form
    form: str  # the whole name
    end: int  # where it ends in the text
    weak: bool  # it ends with a word such as Group, not with a legal form

    @property
    def key(self) -> str:
        """The form in which two spellings of the name are equal, also with letters misread."""
        plain = re.sub(r"[^\w ]", "", self.form.lower().replace("&", " and ").replace(",", " "))
        plain = " ".join(plain.split())
        for long, short in _SAME:
            plain = re.sub(rf"\b{long}$", short, plain)
        return misread(plain)


def misread(name: str) -> str:
    """Return the name with the letters that readers of scans mix up made one: I and l and 1, O and 0."""
    return name.lower().translate(_MISREAD)


@cache
def company_words() -> dict[str, list[str]]:
    """Return the word lists of `data/company.toml`."""
    return load_data("company.toml")


@cache
def _form() -> re.Pattern[str]:
    legal, weak = company_words()["legal_forms"], company_words()["weak_forms"]

    def any_of(forms: list[str]) -> str:
        return "|".join(re.escape(f) for f in sorted({*forms, *(f.upper() for f in forms)}, key=len, reverse=True))

    with_form = rf",? (?P<legal>{any_of(legal)})"
    without = rf"\b(?P<weak>{any_of(weak)})(?!,? (?:{any_of(legal)}))"
    return re.compile(rf"(?:(?<=[\w.)]){with_form}|{without})(?![\w’'])")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(word.lower() for word in company_words()["not_names"])


def full_names(text: str) -> Iterator[FullName]:
    """Yield the full names of companies in `text`, in order."""
    for m in _form().finditer(text):
        start = _start(text, m.start())
        end = m.end()
        if m.group("weak") and (place := _OF_PLACE.match(text, end)):
            end = place.end()
            start = m.start("weak") if start is None else start  # "Bank of …"
        if start is None:
            continue
        core = text[start : end if end > m.end() else m.start()].rstrip()
        yield FullName(core, text[start:end], end, m.group("weak") is not None)


def _start(text: str, end: int) -> int | None:
    """Return where the capitalised words that end at `end` start; None where there are none."""
    low = max(0, end - _LOOK_BACK, text.rfind("\n", 0, end) + 1)
    start: int | None = None
    words = list(_TOKEN.finditer(text, low, end))
    for count, m in enumerate(reversed(words)):
        word = m.group()
        bare = word.lstrip("(“\"‘'©")
        if count >= _MOST_WORDS or (count and _SEPARATED.search(word) and not _INITIALS.match(word)):
            break
        if not _NAME_TOKEN.match(bare.rstrip(",")):
            if start is None or word.lower() not in _CONNECTORS:
                break
        elif bare.lower() in _not_names() and count:
            break
        else:
            start = m.end() - len(bare)
            if bare != word:
                break
    if start is None:
        return None
    for m in _TOKEN.finditer(text, start, end):
        if m.group().lower() not in _ARTICLES and m.group().lower() not in _CONNECTORS:
            return m.start()
    return None
