"""Laws, policies and titled standards: which of the titles in the text name what, and which name the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.document import documents_listed, passage_at, text_of
from esggraph.extraction.instruments import ownership
from esggraph.extraction.instruments.body_rules import body_rules
from esggraph.extraction.instruments.citations import Citation, citations, identity
from esggraph.extraction.instruments.cited_laws import cited_laws
from esggraph.extraction.instruments.coordinated_acts import coordinated_acts
from esggraph.extraction.instruments.inline_lists import inline_documents
from esggraph.extraction.instruments.jurisdiction import named_after, named_in
from esggraph.extraction.instruments.names import (
    called_in_full,
    is_assurers,
    same_documents,
    share_keys,
    short_for,
    with_short_forms,
)
from esggraph.extraction.instruments.native_titles import NativeTitle, native_titles
from esggraph.extraction.instruments.own_titles import own_title
from esggraph.extraction.instruments.plain_titles import PlainTitle, item_title, longest, plain_titles
from esggraph.extraction.instruments.setting import Setting, title_key
from esggraph.extraction.instruments.title_lists import TitleList, title_lists
from esggraph.extraction.instruments.title_lookup import ACT_NUMBER, completed, known_as, restored
from esggraph.extraction.instruments.title_names import alias_in
from esggraph.extraction.instruments.title_words import Head
from esggraph.extraction.instruments.titles import Title
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.sentences import sentences
from esggraph.jurisdictions import split_nation
from esggraph.names import normalise
from esggraph.report import BlockKind
from esggraph.vocabulary import Found, Instrument, find_all, lookup

_PRIVATE = re.compile(r"[A-Z]{4,}\b")  # an acronym in front that is no authority's
_CONVENTION_NUMBER = re.compile(r"\b[Nn]o\.? ?(\d+)")
_EXCHANGE = re.compile(
    r"(?:.{0,3}(?:(?:issued|promulgated|published|released|set|required) by|of|by|from) (?:the )?(?:[A-Z]\w+ ){0,4}?)?"
    r"(?:HKE[Xx]|SEHK|SGX|Bursa Malaysia|Stock Exchange|Singapore Exchange|NYSE|Nasdaq|TWSE|KRX|JSE|ASX|B3)(?!\w)"
)
# how an exchange wants issuers to report is a standard
_REPORTING = re.compile(
    r"^(?=.*\b(?:Reporting|Disclosures?|KPIs)\b)(?=.*\b(?:ESG|Environment\w*|Climate|Social|Sustainability)\b)"
    r".*\b(?:Guid\w+|Code|Recommendations)\b"
)
_INSIDE = re.compile(r"\(([^()]+)\)(?= [A-Z])")  # "Water (Prevention and Control of Pollution) Act"
_SHORT_FORM = re.compile(r" \(([^()]{2,60})\)")
_ACT_FIRST = re.compile(r"(?:[Tt]he )?(.+? (?:Act|Law|Ordinance)(?: (?:of )?(?:19|20)\d\d)?) [A-Z]")
_LONGER = re.compile(r"^(?:European|EU|UK) |(?: of (?:the EU|(?:19|20)\d\d))?(?:,? \((?:19|20)\d\d\))?$")
_NUMBERED_PART = re.compile(r" ?(?:No\. ?)?\d{3}(?!\w)|,? Annex [IVX]+(?!\w)")  # "FMVSS 305", "REACH Annex XVII"
_EU_MEMBERS = frozenset(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK"))
_NEXT = 60  # characters of the next paragraph that tell who speaks
_AGAIN = 0.35  # what each further place adds
_KNOWN_CONFIDENCE = 0.93
_NATIVE_CONFIDENCE = 0.93
_PLAIN_CONFIDENCE = 0.75


@Language.factory("esg_instruments", assigns=["doc._.esg_mentions", "doc.spans"])
def create_instruments(nlp: Language, name: str) -> InstrumentFinder:
    """Make the component that finds laws, policies and titled standards."""
    return InstrumentFinder()


class InstrumentFinder:
    """Adds mentions of kind "laws", "policies" and "standards"."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the instruments that its sentences name."""
        text = text_of(doc)
        setting = Setting.of(doc, text)
        taken = [(m.start, m.end) for kind in ("standards", "certifications") for m in mentions(doc, kind)]
        cited = [c for c in citations(text) if not _overlaps(c.start, c.end, taken)]
        taken += [(c.start, c.end) for c in cited]
        joined = [act for act in coordinated_acts(text) if not _overlaps(act.start, act.end, taken)]
        taken += [(act.start, act.end) for act in joined]
        known = [hit for hit in find_all(text, setting.country) if hit.instrument.is_law]
        listed = [PlainTitle(text[a:b], a, b, kind) for a, b, kind in documents_listed(doc)]
        listed = [title for title in listed if not _overlaps(title.start, title.end, taken)]
        items = [(title.start, title.end) for title in listed]
        places: list[_Place] = []
        for titles in title_lists(doc, text):
            titles.titles = [
                _behind(t, text, taken)
                for t in titles.titles
                if not _overlaps(t.start, t.end, taken) and not _is_part(t, text, known, cited)
            ]
            if titles.titles:
                taken += [(t.start, t.end) for t in titles.titles]
                # what the list names already still speaks for its neighbours
                read = _read(titles, setting)
                places += (p for p in read if not _overlaps(p.title.start, p.title.end, items))
        taken += items
        found: dict[str, list[Mention]] = {
            "laws": [],
            "policies": [],
            "standards": [],
        }
        verdicts = list(_verdicts(places, setting))
        own = [(m.start, m.end) for m in verdicts if m.kind == "policies"]
        for mention in chain(verdicts, _known_laws(text, known, [span for span in taken if span not in own], own)):
            found[mention.kind].append(mention)
        titled = {m.key for m in found["policies"]}
        found["policies"] += (called_in_full(_document(title, setting, text), titled) for title in listed)
        found["laws"] += cited_laws(cited, text, setting.country, found["laws"])
        found["laws"] += (_outside(act, setting) for act in joined)
        taken += [(m.start, m.end) for m in found["laws"]]
        for native in native_titles(text):
            if not _overlaps(native.start, native.end, taken):
                bracketed = text.startswith("(", native.start - 1)
                found["laws"].append(_native(native, setting, found["laws"], bracketed))
        itself = own_title(text)
        if itself and not _overlaps(itself.start, itself.end, [(m.start, m.end) for m in found["policies"]]):
            found["policies"].append(_document(itself, setting, text))
        for mention in _plain(doc, text, setting, taken, found):
            found[mention.kind].append(mention)
        found["laws"] += _asked_for(found["policies"], setting.country)
        found["policies"] = [m for m in found["policies"] if not is_assurers(_paragraph(doc, text, m.start))]
        found["laws"] = with_short_forms(found["laws"], text)
        for kind, new in found.items():
            shared = share_keys(new)
            add_mentions(doc, kind, same_documents(shared, setting.company_names) if kind == "policies" else shared)
        return doc


def _behind(title: Title, text: str, taken: list[tuple[int, int]]) -> Title:
    """Return `title` without a standard that another name begins with: "EXA and Example Disclosure Guidance"."""
    last = next((b for a, b in taken if a == title.start and text.startswith(" and ", b, title.end)), None)
    if last is None or text[title.start : title.end] != title.name:
        return title
    start = last + len(" and ")
    return replace(title, name=text[start : title.end], start=start)


def _paragraph(doc: Doc, text: str, at: int) -> str:
    """Return the paragraph around text[at], and how the next one begins."""
    passage = passage_at(doc, at)
    return text[passage.start : passage.end + _NEXT]


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return sum(max(0, min(b, end) - max(a, start)) for a, b in taken) > 0.45 * (end - start)


@dataclass(frozen=True, slots=True)
class _Place:
    """A title where it stands, and what it may be."""

    title: Title
    known: Instrument | None
    reading: ownership.Reading
    jurisdiction: str | None  # that its title or the words around it name
    nation: str | None  # that its title names
    of_exchange: bool  # a stock exchange issued it
    key: str  # of an outside instrument; the company's documents keep their nation words


def _read(titles: TitleList, setting: Setting) -> Iterator[_Place]:
    owner = named_in(titles.titles[0].owner) or _owner_before(titles.left)
    countries = [owner or _default(t.head, setting) for t in titles.titles]
    titles.titles[0] = restored(titles.titles[0], titles.left, countries[0])
    titles.titles[-1] = completed(titles.titles[-1], titles.right, countries[-1])
    known = [known_as(t, country) for t, country in zip(titles.titles, countries, strict=True)]
    readings = ownership.read(titles, known, setting.company)
    for title, instrument, reading in zip(titles.titles, known, readings, strict=True):
        bare, nation = split_nation(title.name)
        where = nation or named_in(title.name) or named_in(title.owner) or owner or named_after(titles.right)
        key = _act_number(title) or title_key(_INSIDE.sub(r"\1", bare), setting)
        exchange = _EXCHANGE.search(title.name) or (title is titles.titles[-1] and _EXCHANGE.match(titles.right))
        yield _Place(title, instrument, reading, where, nation, bool(exchange), key)


def _verdicts(places: list[_Place], setting: Setting) -> Iterator[Mention]:
    """Yield the mentions that all places of one title together amount to.

    A phrase that keeps its capitals from place to place is a name, so each further place adds to what shows a document;
    not where the noun may well name a product ("System").
    """
    nations: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if place.nation:
            nations[place.key].add(place.nation)
    groups: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        several = len(nations[place.key]) > 1  # the Companies Acts of two countries
        groups[f"{place.key} {place.nation}" if several else place.key].append(place)
    for key, group in groups.items():
        # "Safety Production Law" is the known "Production Safety Law" if both stand in one report
        key = next((p.known.iri for p in group if p.known), key)
        again = _AGAIN * (len(group) - 1) if group[0].title.head.document >= 1 else 0.0
        document = max(p.reading.document for p in group) + min(1.0, again)
        if document < ownership.A_DOCUMENT:
            continue
        lean = sum(p.reading.lean for p in group) / len(group)
        for place in group:
            mention = _mention(place, key, ownership.Reading(lean, document), setting)
            if mention:
                yield mention


def _mention(place: _Place, key: str, verdict: ownership.Reading, setting: Setting) -> Mention | None:
    title, known, head = place.title, place.known, place.title.head
    # the number tells more than the adjective: "Italian Legislative Decree 231/2001"
    national = place.nation not in (None, "EU") and ACT_NUMBER.search(title.name)
    bare = split_nation(title.name)[0]
    name = bare if national and title.name.endswith(bare) else title.name
    # "Labour Law" stands in "Labour Law of the People's Republic of China", and others will call it so
    shorter = dict.fromkeys((bare, _LONGER.sub("", name))) if head.law else {bare: None}
    aliases = (*title.aliases, *(form for form in shorter if form != name and form in name))
    confidence = max(verdict.sureness, _KNOWN_CONFIDENCE) if known else verdict.sureness

    def mention(kind: str, subkind: str, key: str, where: str | None = None) -> Mention:
        return Mention(
            kind=kind, name=name, key=key, start=title.start, end=title.end, subkind=subkind,
            aliases=aliases, confidence=confidence, jurisdiction=where, instrument=known.iri if known else None,
        )  # fmt: skip

    if known and (verdict.lean > 0 or not head.policy):
        return mention("laws" if known.is_law else "standards", known.kind, key, known.jurisdiction)
    if verdict.lean <= 0 and head.policy:
        aliases = title.aliases
        return mention("policies", head.policy, title_key(title.name, setting))
    if not head.law:
        standard = head.policy == "standard"
        return mention("standards", "technical_standard", title_key(title.name, setting)) if standard else None
    if normalise(bare) == normalise(head.form) and not head.alone:
        return None  # "EU Directive"
    if head.national and (named_in(title.name) or named_in(title.owner) or "INT") == "INT":
        return None
    if place.of_exchange and _REPORTING.search(title.name):
        return mention("standards", "reporting_framework", title_key(_EXCHANGE.sub("", title.name), setting))
    private = _PRIVATE.match(title.name) and not named_in(title.name) and head.law == "government_guideline"
    if private or ownership.is_voluntary(title.name):
        return mention("standards", "technical_standard", title_key(title.name, setting))  # of an association
    return mention("laws", head.law, key, place.jurisdiction or _default(head, setting))


def _default(head: Head, setting: Setting) -> str | None:
    """Return whose law it most likely is when no word says so."""
    if head.law == "convention":
        return "INT"
    if head.law == "listing_rule":
        return setting.exchange
    if head.form in ("Directive", "Regulation") and setting.country in _EU_MEMBERS:
        return "EU"  # in the member states the names of acts of the Union
    return setting.country


def _owner_before(left: str) -> str | None:
    """Return the jurisdiction in whose name a list begins: "the EU's new …"."""
    m = re.search(r"([A-Z][\w.]*(?: [A-Z][\w.]*)*)[’']s? (?:[a-z]+ ){0,2}$", left)
    return named_in(m[1]) if m else None


def _is_part(title: Title, text: str, known: list[Found], cited: list[Citation]) -> bool:
    """Return whether `title` is only a part of the name of a known law, or two cited ones with what joins them.

    "Fair Trade Act" of "Monopoly Regulation and Fair Trade Act", "Decree 1/20 and Law 2/21 on …".
    """
    inside = sum(title.start <= c.start and c.end <= title.end for c in cited)
    return inside > 1 or any(
        (hit.start + 3 < title.start < hit.end)
        or (hit.start <= title.start and title.end <= hit.end and text.startswith(" and ", title.end, hit.end))
        for hit in known
    )


def _known_laws(
    text: str, known: list[Found], taken: list[tuple[int, int]], own: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Yield the known laws that stand outside titles: acronyms, and names that no head noun gives away.

    In the titles of documents of the company's own they stand in brackets: "Global Privacy Policy (GDPR)".
    """
    for start, end, instrument in known:
        around = next((span for span in own if span[0] < end and start < span[1]), None)
        if around and text.count("(", around[0], start) <= text.count(")", around[0], start):
            continue
        beside = text[max(0, start - 12) : start].rpartition("\n")[2] + text[end : end + 12].partition("\n")[0]
        shouted = re.search("[A-Z]", beside) and not re.search("[a-z]", beside)  # a heading: "IMPACT AND REACH"
        word = re.fullmatch(r"[A-Z][a-z]+", text[start:end])  # no name is a plain word
        if not shouted and not word and not any(a < end and start < b for a, b in taken):
            part = _NUMBERED_PART.match(text, end) if text[start:end].isupper() else None
            yield Mention(
                kind="laws", name=text[start:end], key=instrument.iri, start=start, end=end, subkind=instrument.kind,
                aliases=(text[start : part.end()],) if part else (),
                confidence=_KNOWN_CONFIDENCE, jurisdiction=instrument.jurisdiction, instrument=instrument.iri,
            )  # fmt: skip


def _asked_for(policies: list[Mention], country: str | None) -> Iterator[Mention]:
    """Yield the laws that documents of the company are called by: "Modern Slavery Act Statement"."""
    for policy in policies:
        act = _ACT_FIRST.match(policy.name)
        known = lookup(act[1], country) if act else None
        if act and known and known.is_law:
            yield Mention(
                kind="laws", name=act[1], key=known.iri, start=policy.start, end=policy.end, subkind=known.kind,
                confidence=_KNOWN_CONFIDENCE, jurisdiction=known.jurisdiction, instrument=known.iri,
            )  # fmt: skip


def _outside(act: PlainTitle, setting: Setting) -> Mention:
    known = lookup(act.name, setting.country)
    where = known.jurisdiction if known else named_in(act.name)
    where = where or ("INT" if act.kind == "convention" else setting.country)
    key = known.iri if known else title_key(act.name, setting)
    return Mention(
        kind="laws", name=act.name, key=key, start=act.start, end=act.end, subkind=act.kind,
        confidence=_PLAIN_CONFIDENCE, jurisdiction=where, instrument=known.iri if known else None,
    )  # fmt: skip


def _native(title: NativeTitle, setting: Setting, titled: list[Mention], bracketed: bool) -> Mention:
    """Return the mention of a law named in its own language; in parentheses it is another name of the law before."""
    host = next((m for m in titled if bracketed and m.end + 2 == title.start), None)
    known = lookup(title.name, title.home or setting.country)
    where = known.jurisdiction if known else title.home or setting.country
    return Mention(
        kind="laws", name=host.name if host else title.name,
        key=host.key if host else known.iri if known else title_key(title.name, setting),
        start=title.start, end=title.end, subkind=title.kind, aliases=(title.name,) if host else (),
        confidence=_NATIVE_CONFIDENCE, jurisdiction=host.jurisdiction if host else where,
        instrument=known.iri if known else None,
    )  # fmt: skip


def _document(plain: PlainTitle, setting: Setting, text: str) -> Mention:
    """Return the mention of a document whose place in `text` shows it to be one, with the short form behind it."""
    behind = _SHORT_FORM.match(text, plain.end)
    alias = behind and alias_in(behind[1])
    return Mention(
        kind="policies", name=plain.name, key=title_key(plain.name, setting), start=plain.start, end=plain.end,
        subkind=plain.kind, aliases=(alias,) if alias else (), confidence=_PLAIN_CONFIDENCE,
    )  # fmt: skip


def _plain(
    doc: Doc, text: str, setting: Setting, taken: list[tuple[int, int]], found: dict[str, list[Mention]]
) -> Iterator[Mention]:
    """Yield documents and laws that the text names in lower case, beside those `found`."""
    titled = {m.key for m in found["policies"]}
    laws = {m.name: m for m in found["laws"]}
    voluntary = [(m.start, m.end) for m in mentions(doc, "standards")]
    for start, end in sentences(doc):
        item = item_title(text, start, end) if passage_at(doc, start).block.kind is BlockKind.ITEM else None
        inside = chain(*(find(text, start, end) for find in (plain_titles, body_rules, inline_documents)))
        for plain in longest(inside) if item is None else (item,):
            if plain.outside and any(a < plain.end and plain.start < b for a, b in voluntary):
                continue  # "UN Global Compact principles"
            known = lookup(plain.name, setting.country) if plain.outside else None
            key = known.iri if known else title_key(plain.name, setting)
            if plain.kind == "government_guideline" and plain.outside:
                key = short_for(plain.name, laws) or key
            # "our code of conduct" beside a titled "Example Code of Conduct" is the same
            if _overlaps(plain.start, plain.end, taken) or any(set(key.split()) < set(t.split()) for t in titled):
                continue
            where = (named_in(plain.name) or setting.country) if plain.outside else None
            kind = "laws" if plain.outside else "policies"
            yield Mention(
                kind=kind, name=plain.name, key=key, start=plain.start, end=plain.end, subkind=plain.kind,
                aliases=(plain.alias,) if plain.alias else (), confidence=_PLAIN_CONFIDENCE, jurisdiction=where,
                instrument=known.iri if known else None,
            )  # fmt: skip


def _act_number(title: Title) -> str | None:
    """Return the identity of an act that has a number: its kind and number, whatever adjectives stand before it."""
    convention = _CONVENTION_NUMBER.search(title.name) if title.head.law == "convention" else None
    if convention:
        return f"{title.head.form} {convention[1]}"
    number = ACT_NUMBER.search(title.name)
    if not number or title.head.lean < 0.4:
        return None
    return identity(title.head.form, number[0])
