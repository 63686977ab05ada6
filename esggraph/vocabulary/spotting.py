"""Known instruments in running text, all in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import ahocorasick

from esggraph.jurisdictions import nation_after, nation_before
from esggraph.vocabulary.forms import Form, Script, meant
from esggraph.vocabulary.numbers import code_of, eu_acts
from esggraph.vocabulary.terms import Instrument, words

_PART_OR_EDITION = re.compile(r"(?:-\d{1,2}(?!\d))?(?: ?[:-] ?(?:19|20)\d\d(?!\d))?")
_YEAR_AFTER = re.compile(r",?[ \n](?:of[ \n])?\(?((?:19|20)\d\d)\b\)?")
_GLOSS = re.compile(r"[^.;()]{0,30}[(:–—=/-][^.;()]{0,30}")  # what parts a name and its acronym
_LISTED = re.compile(r",? ?(?:and|or|&|as well as|/)? ?(?:the )?")
_WORD_FOR_LAW = re.compile(r"[* ]{1,3}(?:[Rr]egulations?|[Dd]irectives?|[Ll]aws?|[Ll]egislation|Act|compliance)\b")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]*) $")
_HEAD_BEFORE = re.compile(
    r"(?<!\w)(?:Decree|Guide|Guidelines?|Implementation|Interpretations?|Measures|Opinions?|Regulations?|Rules)"
    r" (?:for|of|on|to)(?: (?:the )?[Ii]mplementation of)?(?: the)? $"
)
_WORDS_AFTER = re.compile(r"(?:[ \n][A-Z][\w’'-]*){1,4}")
_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PLAIN = tuple(zip("’‘–—\u00a0\n", "''--  ", strict=True))
_VARIANTS = (("labor", "labour"), ("organization", "organisation"), ("defense", "defence"), (" and ", " & "))


class Found(NamedTuple):
    """A known instrument in a text, at `text[start:end]`."""

    start: int
    end: int
    instrument: Instrument


class Spotter:
    """An Aho-Corasick automaton over every way to print the names of known instruments."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        spelt: dict[str, list[Form]] = defaultdict(list)
        self._acts: dict[str, list[Form]] = {}
        for form in forms:
            for spelling in _spellings(form):
                spelt[spelling].append(form)
            if form.script is Script.NUMBER and (code := code_of(form.printed)):
                self._acts[code] = [form]
        self._automaton = ahocorasick.Automaton()
        for spelling, same in spelt.items():
            self._automaton.add_word(spelling, (len(spelling), same))
        self._automaton.make_automaton()

    def find_all(self, text: str, jurisdiction: str | None) -> Iterator[Found]:
        """Yield the instruments that `text` names; see `esggraph.vocabulary.find_all`."""
        if not len(self._automaton):
            return  # nothing is known
        places = [(start, end, self._acts[code]) for start, end, code in eu_acts(text) if code in self._acts]
        for last, (length, forms) in self._automaton.iter(_fold(text)):
            start, end = last + 1 - length, last + 1
            if standing := [f for f in forms if _stands(text, start, end, f)]:
                places.append((start, end, standing))
        places.sort(key=lambda place: (place[0], -place[1]))
        hits: list[tuple[Found, bool]] = []
        free = 0  # a longer name keeps its words even when it turns out to mean nothing known
        for start, end, forms in places:
            if start >= free:
                free = end
                if hit := _read(text, start, end, forms, jurisdiction):
                    hits.append(hit)
                    free = hit[0].end
        explained = _explained(text, hits) | _among_laws(text, hits)
        yield from (found for found, ambiguous in hits if not ambiguous or found.instrument.iri in explained)


def _explained(text: str, hits: list[tuple[Found, bool]]) -> set[str]:
    """Return the IRIs of the instruments whose ambiguous acronym `text` sets beside the name, in either order."""
    pairs = ((a, b) for (a, x), (b, y) in pairwise(hits) if x != y and a.instrument is b.instrument)
    return {a.instrument.iri for a, b in pairs if _GLOSS.fullmatch(text, a.end, b.start)}


def _among_laws(text: str, hits: list[tuple[Found, bool]]) -> set[str]:
    """Return the IRIs of the laws whose ambiguous acronym stands in a list of laws, or before a word for laws."""
    found = {a.instrument.iri for a, _ in hits if a.instrument.is_law and _WORD_FOR_LAW.match(text, a.end)}
    for (a, x), (b, y) in pairwise(hits):
        if x != y and a.instrument.is_law and b.instrument.is_law and _LISTED.fullmatch(text, a.end, b.start):
            found |= {a.instrument.iri, b.instrument.iri}
    return found


def _fold(text: str) -> str:
    """Return `text` in lower case and with plain punctuation, at the same offsets."""
    for printed, plain in _PLAIN:  # on a whole report a few replacements take far less time than one translation
        text = text.replace(printed, plain)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _spellings(form: Form) -> Iterable[str]:
    """Return the folded spellings of `form`: British and American, with "and" and "&", with and without "/IEC".

    A hyphen may be missing, since conversion drops it at the end of a line, or a blank in its place.
    """
    if form.script is Script.NUMBER:
        return _numbers(form.printed)
    folded = _fold(form.printed)
    if form.script is not Script.TITLE:
        return (folded,)
    spellings = {folded}
    for a, b in _VARIANTS:
        if a in folded or b in folded:
            spellings |= {s.replace(b, a) for s in spellings} | {s.replace(b, a).replace(a, b) for s in spellings}
    return spellings | {s.replace("-", "") for s in spellings} | {s.replace("-", " ") for s in spellings}


def _numbers(identifier: str) -> Iterator[str]:
    """Yield the ways to print a standard's number: "ISO/IEC 27001", "ISO 27001", "ISO27001", "ISO-27001"."""
    joint, _, number = _fold(identifier).rpartition(" ")
    for publisher in {joint, joint.split("/")[0], joint.replace("/", " / ")}:
        for gap in (" ", "", "-"):
            yield publisher + gap + number


def _stands(text: str, start: int, end: int, form: Form) -> bool:
    """Tell whether `text[start:end]` is `form` as a whole name, by the letters around it and its capitals."""
    if _CJK.search(form.printed):
        return True
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or before in ("-", "_") or after.isalnum() or after == "_":
        return False
    printed = text[start:end]
    if form.script in (Script.ACRONYM, Script.AMBIGUOUS):
        return printed == form.printed
    if form.script is Script.NUMBER:
        return printed[0].isupper()
    here, usual = _WORD.findall(printed), _WORD.findall(form.printed)
    if (
        len(usual) in (3, 4)
        and usual[-1] in ("Act", "Law")
        and text[max(0, start - 4) : start] == "the "
        and printed.islower()
    ):
        return True  # "the foreign corrupt practices act"
    if len(usual) > 4:
        return usual[0][0].islower() or not here[0][0].islower()
    return all(
        h.isupper() if u.isupper() else h[0] == u[0] or h[0].isupper() for h, u in zip(here, usual, strict=False)
    )


def _read(text: str, start: int, end: int, forms: list[Form], jurisdiction: str | None) -> tuple[Found, bool] | None:
    """Return the instrument that the name at `text[start:end]` means there, and whether by an ambiguous acronym."""
    if _names_something_else(text, start, end):
        return None
    if text[end - 1].isdigit() and (edition := _PART_OR_EDITION.match(text, end)):
        end = edition.end()
    after, stop = nation_after(text, end)
    nation = after or nation_before(text, start)
    if nation is None and not any(f.complete for f in forms) and _goes_on_before(text, start):
        return None
    if nation and all(f.instrument.jurisdiction != nation for f in forms):
        forms = [f for f in forms if f.complete and f.instrument.jurisdiction in (None, "INT", "EU")]
        nation, stop = None, end
    year = _YEAR_AFTER.match(text, stop) if all(f.script is Script.TITLE for f in forms) else None
    instrument = meant(forms, jurisdiction, nation, int(year[1]) if year else None)
    if instrument is None:
        return None
    ambiguous = all(f.script is Script.AMBIGUOUS for f in forms if f.instrument is instrument)
    return Found(start, stop, instrument), ambiguous


def _names_something_else(text: str, start: int, end: int) -> bool:
    """Tell whether the name is only part of that of a unit or document.

    "GDPR Committee", "Regulations on the Implementation of the Labor Contract Law".
    """
    after = _WORDS_AFTER.match(text, end)
    if after and not words("other_heads").isdisjoint(after[0].split()):
        return True
    return _HEAD_BEFORE.search(text[max(0, start - 60) : start]) is not None


def _goes_on_before(text: str, start: int) -> bool:
    """Tell whether a capitalised word before `text[start]` makes a longer title: "Maritime Labour Law"."""
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return before is not None and before[1].lower() not in words("openers")
