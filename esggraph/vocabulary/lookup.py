"""From a name to the known instrument that it means."""

from __future__ import annotations

import re
from collections import defaultdict

from esggraph.jurisdictions import split_nation
from esggraph.names import normalise
from esggraph.vocabulary.forms import YEAR, Form, acronym_forms, code_of, codes, meant, title_forms
from esggraph.vocabulary.terms import Instrument, words


class Names:
    """The names of some instruments, in their normal form."""

    def __init__(self, known: tuple[Instrument, ...]) -> None:
        self._titles: dict[str, list[Form]] = defaultdict(list)
        self._acronyms: dict[str, list[Form]] = defaultdict(list)
        self._codes: dict[str, Instrument] = {}
        for instrument in known:
            for form in title_forms(instrument):
                self._titles[normalise(form.printed)].append(form)
            for form in acronym_forms(instrument):
                self._acronyms[form.printed].append(form)
            if code := code_of(instrument):
                self._codes[code] = instrument

    def lookup(self, name: str, jurisdiction: str | None) -> Instrument | None:
        """Return the instrument that `name` means; see `esggraph.vocabulary.lookup`."""
        name = name.strip().removeprefix("the ")
        return (
            self._by_acronym(name, jurisdiction)
            or self._by_title(name, jurisdiction)
            or self._by_code(name)
            or self._by_core(name, jurisdiction)
        )

    def _by_acronym(self, name: str, jurisdiction: str | None) -> Instrument | None:
        bare, nation = (name, None) if name in self._acronyms else split_nation(name)
        return meant(self._acronyms.get(bare, ()), jurisdiction, nation)

    def _by_title(self, name: str, jurisdiction: str | None) -> Instrument | None:
        bare, nation = split_nation(name)
        whole, short = normalise(name), normalise(bare)
        if whole != short and (found := meant(self._titles.get(whole, ()), jurisdiction)):
            return found
        if found := meant(self._titles.get(short, ()), jurisdiction, nation):
            return found
        year = YEAR.search(bare)
        if year is None:
            return None
        undated = normalise(bare[: year.start()])
        return meant(self._titles.get(undated, ()), jurisdiction, nation, int(year[1]))

    def _by_code(self, name: str) -> Instrument | None:
        """Return the standard whose number `name` has, if it has one and is not the name of a unit or document."""
        if not words("other_heads").isdisjoint(re.findall(r"\w+", name)):
            return None
        found = {self._codes.get(code) or self._codes.get(code.split("-")[0]) for code in codes(name)}
        return found.pop() if len(found) == 1 else None

    def _by_core(self, name: str, jurisdiction: str | None) -> Instrument | None:
        """Return the standard that `name` means but for a generic last word: "TCFD recommendations"."""
        core, _, last = name.rpartition(" ")
        if not core or last.lower() not in words("generic_endings"):
            return None
        found = self.lookup(core, jurisdiction)
        return found if found and not found.is_law else None
