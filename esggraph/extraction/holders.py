"""Who holds a post: names of persons beside its title."""

from __future__ import annotations

import re

from esggraph.extraction.post_names import load_words

_NAME = r"[A-Z][\w’'-]+(?:(?: [A-Z]\.)| (?:de|van|von|der|di|da|del|bin|al)){0,2}(?: [A-Z][\w’'-]+){1,3}"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dato)\.?"
_LINK = r",? ?(?:[–(-] ?)?(?:(?:is|as|was|became|the|our|current|Male|Female|who is|has been|[\w.]+[’']s) )*"
_POLITE_BEFORE = re.compile(rf"{_TITLE} ((?:[A-Z][\w’'.-]* ?){{1,4}}?){_LINK}$")
_BEFORE = re.compile(
    rf"(?:^|[.;:,“•(–-] ?|\b(?:by|from|to|and|hired|appointed|with|of|as|under) )({_NAME}){_LINK}(?:[A-Z][\w]+ ){{0,3}}?$"
)
_POLITE_AFTER = re.compile(rf"^,? ?\(?{_TITLE} ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})")
_AFTER = re.compile(rf"^,? ?\(?({_NAME})(?=[,.;)]|\s|$)")


class Persons:
    """Tells persons' names from other words in title case, by the words that the report has in lower case too."""

    def __init__(self, text: str, company: tuple[str, ...]) -> None:
        self._common = set(re.findall(r"\b[a-z]{2,}\b", text))
        self._common |= {w.lower() for name in company for w in name.split()}
        self._common |= {*load_words()["ends"]["words"], *load_words()["not_persons"]["words"]}

    def is_person(self, name: str) -> bool:
        """Return whether `name`, words in title case, can be a person's: none of its words is a common one."""
        if re.search(r"[^\w .'’-]", name) or not re.search(r"[a-z]", name):
            return False
        words = [w for w in re.split(r"[ .]+", name) if w]
        long = [w for w in words if len(w) > 2]
        return (
            len(words) > 1
            and bool(long)
            and not any(self._is_common(w) for w in long)
            and not name.endswith(("’s", "'s"))
        )

    def _is_common(self, word: str) -> bool:
        lower = word.lower()
        return lower in self._common or all(part in self._common for part in re.split(r"['’-]", lower))

    def beside(self, before: str, after: str) -> str | None:
        """Return the person named right before or right behind a title; `before` and `after`: the words there."""
        for pattern, words, polite in (
            (_POLITE_BEFORE, before, True), (_BEFORE, before, False), (_POLITE_AFTER, after, True), (_AFTER, after, False),
        ):  # fmt: skip
            if (m := pattern.search(words)) and (polite or self.is_person(m.group(1))):
                return m.group(1).strip(" ,")
        return None
