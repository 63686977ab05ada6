"""What the whole report tells about its instruments, and what makes two titles in it the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from spacy.tokens import Doc

from esggraph.extraction.instruments.jurisdiction import home
from esggraph.extraction.instruments.title_lookup import with_acronyms
from esggraph.names import normalise
from esggraph.report import Report

_PREFIX = re.compile(r"\b(anti|non|cyber) (?=\w)", re.I)  # "Anti-corruption" is "Anticorruption"
_SMALL = frozenset(("of", "on", "for", "and", "in", "to", "by", "with", "or", "against", "from", "at", "under", "no"))
# words that come and go between the forms of one title: "Waste Measures", "Waste Management Measures"
_FILLERS = frozenset(("management", "administration", "administrative"))
_ALIKE = 85  # percent


@dataclass(frozen=True)
class Setting:
    """What the whole report tells about its instruments."""

    company_names: tuple[str, ...]
    country: str | None
    exchange: str | None  # the jurisdiction of the stock exchange, for listing rules

    @staticmethod
    def of(doc: Doc, text: str) -> Setting:
        """Return the setting of `doc`, whose text is `text`."""
        report: Report | None = doc._.esg_report
        names = (report.company.name, *report.company.aliases) if report else ()
        told = tuple(
            n for n in names if len(n) > 2 and not re.fullmatch(r"(?:the )?(?:company|group|corporation|bank)", n, re.I)
        )
        country = home(text)
        return Setting(told, country, "HK" if "Stock Exchange of Hong Kong" in text else country)

    @cached_property
    def company(self) -> re.Pattern[str] | None:
        """The company's own names; None where none is known."""
        if not self.company_names:
            return None
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.company_names)) + r")\b", re.I)

    @cached_property
    def _long_words(self) -> frozenset[str]:
        words = (w.lower() for name in self.company_names for w in name.split())
        return frozenset(w for w in words if len(w) > 6)

    def misspells(self, word: str) -> bool:
        """Return whether `word`, in lower case, is the company's name with a slip in it."""
        return len(word) > 6 and any(n[0] == word[0] and fuzz.ratio(n, word) >= _ALIKE for n in self._long_words)


def title_key(name: str, setting: Setting) -> str:
    """Return the identity of a title: its words in alphabetical order, for "X Law" is the "Law on X"."""
    plain = _PREFIX.sub(r"\1", with_acronyms(normalise(name, setting.company_names)))
    words = [w.rstrip("s") for w in plain.lower().split() if w not in _SMALL and not setting.misspells(w)]
    telling = [w for w in words if w not in _FILLERS]
    return " ".join(sorted(telling if len(telling) > 2 else words))
