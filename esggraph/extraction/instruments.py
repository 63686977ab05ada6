"""Laws, policies and titled standards: which of the titles in the text name what, and which name the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction import ownership
from esggraph.extraction.instrument_names import share_keys
from esggraph.extraction.jurisdiction import home, named_in
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.plain_titles import plain_titles
from esggraph.extraction.title_lists import TitleList, title_lists
from esggraph.extraction.title_words import Head
from esggraph.extraction.titles import Title
from esggraph.jurisdictions import split_nation
from esggraph.names import normalise
from esggraph.report import Report
from esggraph.resources import PACKAGE
from esggraph.vocabulary import Instrument, find_all, lookup

_SMALL = frozenset(
    ("of", "on", "for", "and", "in", "to", "by", "with", "or", "against", "from", "at", "under", "no")
)
# words that come and go between the forms of one title: "Waste Measures", "Waste Management Measures"
_FILLERS = frozenset(("management", "administration", "administrative"))
_EU_MEMBERS = frozenset(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK"))
_KNOWN_CONFIDENCE = 0.93
_PLAIN_CONFIDENCE = 0.75


@Language.factory("esg_instruments", assigns=["doc.spans"], requires=["doc._.esg_sentences"])
def create_instruments(nlp: Language, name: str) -> InstrumentFinder:
    """Make the component that finds laws, policies and titled standards."""
    return InstrumentFinder()


class InstrumentFinder:
    """Adds mentions of kind "laws", "policies" and "standards"."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the instruments that its sentences name."""
        text = doc.text  # spaCy joins it anew at each access
        setting = _Setting.of(doc, text)
        taken = [(m.start, m.end) for kind in ("standards", "certifications") for m in mentions(doc, kind)]
        found: dict[str, list[Mention]] = {"laws": [], "policies": [], "standards": []}
        for titles in title_lists(doc, text):
            titles.titles = [t for t in titles.titles if not _overlaps(t.start, t.end, taken)]
            if not titles.titles:
                continue
            taken += [(t.start, t.end) for t in titles.titles]
            for mention in _read(titles, setting):
                found[mention.kind].append(mention)
        found["laws"] += _known_laws(text, setting, taken)
        for kind, mention in _plain(doc, text, setting, taken, {m.key for m in found["policies"]}):
            found[kind].append(mention)
        found = {kind: share_keys(new) for kind, new in found.items()}
        for kind, new in found.items():
            add_mentions(doc, kind, new)
        return doc


@dataclass(frozen=True)
class _Setting:
    """What the whole report tells about its instruments."""

    company_names: tuple[str, ...]
    country: str | None

    @staticmethod
    def of(doc: Doc, text: str) -> _Setting:
        report: Report | None = doc._.esg_report
        names = (report.company.name, *report.company.aliases) if report else ()
        told = tuple(
            n
            for n in names
            if len(n) > 2 and not re.fullmatch(r"(?:the )?(?:company|group|corporation|bank)", n, re.I)
        )
        return _Setting(told, home(text))

    @cached_property
    def company(self) -> re.Pattern[str] | None:
        if not self.company_names:
            return None
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.company_names)) + r")\b", re.I)


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return sum(max(0, min(b, end) - max(a, start)) for a, b in taken) > 0.45 * (end - start)


def _read(titles: TitleList, setting: _Setting) -> Iterator[Mention]:
    owner = named_in(titles.titles[0].owner) or _owner_before(titles.left)
    known = [lookup(_with_acronyms(t.name), owner or setting.country) for t in titles.titles]
    readings = ownership.read(titles, known, setting.company)
    for title, instrument, reading in zip(titles.titles, known, readings, strict=True):
        mention = _mention(title, instrument, reading, setting, owner, titles.right)
        if mention:
            yield mention


def _mention(
    title: Title,
    known: Instrument | None,
    reading: ownership.Reading,
    setting: _Setting,
    owner: str | None,
    right: str,
) -> Mention | None:
    if reading.document < 3:
        return None
    head = title.head
    bare, nation = split_nation(title.name)
    confidence = round(min(0.97, 0.6 + abs(reading.lean) / 15 + (reading.document - 3) / 20), 2)

    def mention(kind: str, subkind: str, key: str, where: str | None = None) -> Mention:
        return Mention(
            kind=kind, name=title.name, key=key, start=title.start, end=title.end, subkind=subkind,
            aliases=title.aliases, confidence=confidence, jurisdiction=where, instrument=known.iri if known else None,
        )  # fmt: skip

    if known:
        kind = "laws" if known.is_law else "standards"
        return mention(kind, known.kind, known.iri, known.jurisdiction)
    outside = reading.lean > 0 or not head.policy
    if not outside:
        return mention("policies", head.policy, _key(title.name, setting))
    if head.law:
        if normalise(bare) == normalise(head.form) and not head.alone:
            return None  # "EU Directive"
        if head.national and (named_in(title.name) or "INT") == "INT":
            return None
        where = nation or named_in(title.name) or named_in(title.owner) or owner or _named_after(right)
        return mention("laws", head.law, _key(bare, setting), where or _default(head, setting.country))
    if head.policy == "standard":
        return mention("standards", "technical_standard", _key(title.name, setting))
    return None


def _default(head: Head, country: str | None) -> str | None:
    """Return whose law it most likely is when no word says so."""
    if head.law == "convention":
        return "INT"
    if head.form in ("Directive", "Regulation") and country in _EU_MEMBERS:
        return "EU"  # in the member states the names of acts of the Union
    return country


def _owner_before(left: str) -> str | None:
    """Return the jurisdiction in whose name a list begins: "the EU's new …"."""
    m = re.search(r"([A-Z][\w.]*(?: [A-Z][\w.]*)*)[’']s? (?:[a-z]+ ){0,2}$", left)
    return named_in(m[1]) if m else None


def _named_after(right: str) -> str | None:
    """Return the jurisdiction that the words right after a title name: "… of the United Kingdom", "… (Japan)"."""
    m = re.match(r"\s?(?:of|in|\()\s?(?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)*)", right)
    return named_in(m[1]) if m else None


def _known_laws(text: str, setting: _Setting, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the known laws that stand outside titles: acronyms, and names that no head noun gives away."""
    for start, end, instrument in find_all(text, setting.country):
        if instrument.is_law and not any(a < end and start < b for a, b in taken):
            yield Mention(
                kind="laws", name=text[start:end], key=instrument.iri, start=start, end=end, subkind=instrument.kind,
                confidence=_KNOWN_CONFIDENCE, jurisdiction=instrument.jurisdiction, instrument=instrument.iri,
            )  # fmt: skip


def _plain(
    doc: Doc, text: str, setting: _Setting, taken: list[tuple[int, int]], titled: set[str]
) -> Iterator[tuple[str, Mention]]:
    """Yield documents and laws that the text names in lower case, with their kind."""
    for start, end in doc._.esg_sentences:
        for plain in plain_titles(text, start, end):
            key = _key(plain.name, setting)
            # "our code of conduct" beside a titled "Example Code of Conduct" is the same
            if _overlaps(plain.start, plain.end, taken) or any(
                set(key.split()) < set(t.split()) for t in titled
            ):
                continue
            law = plain.kind == "law"
            yield "laws" if law else "policies", Mention(
                kind="laws" if law else "policies", name=plain.name, key=key, start=plain.start, end=plain.end,
                subkind=plain.kind, confidence=_PLAIN_CONFIDENCE, jurisdiction=setting.country if law else None,
            )  # fmt: skip


@cache
def _acronyms() -> tuple[dict[str, str], re.Pattern[str]]:
    data = tomllib.loads((PACKAGE / "data" / "issuer_acronyms.toml").read_text(encoding="utf-8"))
    table = {name: acronym for acronym, names in data.items() for name in names}
    forms = (
        re.escape(n).replace("\\ ", "[ -]").replace("isation", "i[sz]ation").replace("labour", "labou?r")
        for n in table
    )
    return table, re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.I)


def _with_acronyms(name: str) -> str:
    """Return `name` with the acronyms of the issuers that it names in full."""
    table, pattern = _acronyms()

    def acronym(m: re.Match[str]) -> str:
        plain = m[0].lower().replace("-", " ").replace("ization", "isation").replace("labor ", "labour ")
        return table[plain]

    return pattern.sub(acronym, name)


def _key(name: str, setting: _Setting) -> str:
    """Return the identity of a title: its words in alphabetical order, for "X Law" is the "Law on X"."""
    name = re.sub(r"(?<=\d)[.,](?=\d{3})", "", name)  # "Law 13,303" is "Law 13.303"
    name = re.sub(r"/((?:19|20)?)(\d\d)\b", lambda m: f"/{m[2]}", name)  # and "/2016" is "/16"
    plain = _with_acronyms(normalise(name, setting.company_names))
    words = [w.rstrip("s") for w in plain.lower().split() if w not in _SMALL]
    telling = [w for w in words if w not in _FILLERS]
    return " ".join(sorted(telling if len(telling) > 2 else words))
