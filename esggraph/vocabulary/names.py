"""From a name to the known instrument that it means."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from itertools import chain

from esggraph.jurisdictions import split_nation
from esggraph.vocabulary.forms import YEAR, Form, Script, meant, title_key, without_asides
from esggraph.vocabulary.numbers import code_of, eu_acts, standard_codes
from esggraph.vocabulary.terms import Instrument, words
from esggraph.vocabulary.translations import translation_key


class Names:
    """The names of known instruments, arranged for looking one up."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        self._titles: dict[str, list[Form]] = defaultdict(list)
        self._acronyms: dict[str, list[Form]] = defaultdict(list)
        self._codes: dict[str, Instrument] = {}
        for form in forms:
            if form.script is Script.TITLE:
                for printed in {form.printed, form.printed.replace("-", "")}:  # hyphens are lost at a line's end
                    self._titles[title_key(printed)].append(form)
            elif form.script is Script.NUMBER and (code := code_of(form.printed)):
                self._codes[code] = form.instrument
            else:
                self._acronyms[form.printed].append(form)
                if form.script is Script.ACRONYM and form.printed not in words("plain_words"):
                    self._titles[title_key(form.printed)].append(form)

    def lookup(self, name: str, jurisdiction: str | None) -> Instrument | None:
        """Return the instrument that `name` means; see `esggraph.vocabulary.lookup`."""
        name = name.strip().removeprefix("the ")
        return (
            self._by_acronym(name, jurisdiction)
            or self._by_title(name, jurisdiction)
            or self._by_code(name)
            or self._by_translation(name, jurisdiction)
            or self._by_core(name, jurisdiction)
        )

    def _by_acronym(self, name: str, jurisdiction: str | None) -> Instrument | None:
        bare, nation = (name, None) if name in self._acronyms else split_nation(name)
        return meant(self._acronyms.get(bare, ()), jurisdiction, nation)

    def _by_title(self, name: str, jurisdiction: str | None) -> Instrument | None:
        bare, nation = split_nation(name)
        whole, short = title_key(name), title_key(bare)
        if whole != short and (found := meant(self._titles.get(whole, ()), jurisdiction)):
            return found
        if found := meant(self._titles.get(short, ()), jurisdiction, nation):
            return found
        year = YEAR.search(bare)
        if year is None:
            return None
        undated = title_key(bare[: year.start()])
        return meant(self._titles.get(undated, ()), jurisdiction, nation, int(year[1]))

    @cached_property
    def _translations(self) -> dict[frozenset[str], list[Form]]:
        translations: dict[frozenset[str], list[Form]] = defaultdict(list)
        for form in chain.from_iterable(self._titles.values()):
            if _is_translated(form.instrument) and (key := translation_key(form.printed)):
                translations[key].append(form)
        return translations

    def _by_translation(self, name: str, jurisdiction: str | None) -> Instrument | None:
        """Return the law of which `name` is another translation; only its own nation's word or report is believed."""
        bare, nation = split_nation(name)
        home = nation or jurisdiction
        key = translation_key(YEAR.sub("", without_asides(bare)))
        return meant(self._translations.get(key, ()), home, home) if key and home else None

    def _by_code(self, name: str) -> Instrument | None:
        """Return the instrument whose number `name` has, if it has one and is not the name of a unit or document."""
        if not words("other_heads").isdisjoint(re.findall(r"\w+", name)):
            return None
        codes = [*standard_codes(name), *(code for _, _, code in eu_acts(name))]
        found = {self._codes.get(code) or self._codes.get(code.split("-")[0]) for code in codes}
        return found.pop() if len(found) == 1 else None

    def _by_core(self, name: str, jurisdiction: str | None) -> Instrument | None:
        """Return the standard that `name` means but for a generic last word: "TCFD recommendations"."""
        core, _, last = name.rpartition(" ")
        if not core or last.lower() not in words("generic_endings"):
            return None
        found = self.lookup(core, jurisdiction)
        return found if found and not found.is_law else None


def _is_translated(instrument: Instrument) -> bool:
    return instrument.is_law and instrument.jurisdiction not in words("english_titles")
