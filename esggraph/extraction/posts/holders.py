"""Who holds a post: names of persons beside its title."""

from __future__ import annotations

import re

from esggraph.extraction.posts.fields import words_of_fields
from esggraph.extraction.posts.names import words

# the capitals that names of persons begin with
CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ]"
_NAME = (
    rf"{CAPITAL}[\w’'-]+(?:(?: [A-Z]\.)| (?:de|van|von|der|di|da|do|dos|das|del|bin|al)){{0,2}}"
    rf"(?: {CAPITAL}[\w’'-]+){{1,3}}"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dato)\.?"
_LINK = (
    r",? ?(?:(?:[Dd]esignation|[Pp]osition|[Tt]itle) ?[:–-] ?)?"
    r"(?:[–(-] ?)?(?:(?:is|as|was|became|the|our|current|Male|Female|who is|has been|[\w.]+[’']s) )*"
)
_POLITE_BEFORE = re.compile(rf"{_TITLE} ((?:[A-Z][\w’'.-]* ?){{1,4}}?){_LINK}$")
_BEFORE = re.compile(
    rf"(?:^|[.;:,“•(–-] ?|\b(?:by|from|to|and|hired|appointed|with|of|as|under) )"
    rf"({_NAME}){_LINK}(?:[A-Z][\w]+ ){{0,3}}?$"
)
_POLITE_AFTER = re.compile(rf"^,? ?\(?{_TITLE} ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})")
_AFTER = re.compile(rf"^,? ?\(?({_NAME})(?=[,.;)]|\s|$)")
_NO_PERSON = re.compile(r"[^\w .'’-]|\d|\b(?:EU|UK|US|HR|IT|VP|GM|MD)\b|^[a-z]| (?:of|and|the) ")


class Persons:
    """Tells persons' names from other words in title case, by the words that the report has in lower case too."""

    def __init__(self, text: str, company: tuple[str, ...]) -> None:
        self._common = set(re.findall(r"(?<![\w@.-])[a-z]{2,}(?![\w@-]|\.\w)", text))
        self._company = {w.lower() for name in company for w in name.split()}
        self._common |= self._company
        self._common |= words("ends") | words("not_persons") | words_of_fields()

    def is_person(self, name: str) -> bool:
        """Return whether `name`, words in title case, can be a person's: none of its words is a common one."""
        if _NO_PERSON.search(name) or not re.search(r"[a-z]", name):
            return False
        parts = [w for w in re.split(r"[ .]+", name) if w]
        long = [w for w in parts if len(w) > 2 and not w[0].islower()]
        return (
            len(parts) > 1
            and parts[-1][0].isupper()
            and bool(long)
            and not any(map(self._is_common, long))
            and self._company.isdisjoint(w.lower() for w in parts)
            and not name.endswith(("’s", "'s"))
        )

    def _is_common(self, word: str) -> bool:
        lower = word.lower()
        return lower in self._common or all(part in self._common for part in re.split(r"['’-]", lower))

    def beside(self, before: str, after: str) -> str | None:
        """Return the person named right before or right behind a title; `before` and `after`: the words there."""
        for polite, plain, beside in ((_POLITE_BEFORE, _BEFORE, before), (_POLITE_AFTER, _AFTER, after)):
            if m := polite.search(beside):
                return m.group(1).strip(" ,")
            if (m := plain.search(beside)) and self.is_person(m.group(1)):
                return m.group(1).strip(" ,")
        last = before.split()[-2:]
        return " ".join(last) if self.is_person(" ".join(last)) else None
