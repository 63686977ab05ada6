"""Laws, policies and titled standards: which of the titles in the text name what, and which name the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction import ownership
from esggraph.extraction.document import Passage, passages
from esggraph.extraction.jurisdiction import home, named_in
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.titles import Style, Title, titles_in
from esggraph.jurisdictions import split_nation
from esggraph.names import normalise
from esggraph.report import MarkKind, Report

_QUOTED = re.compile(r"[“\"‘<]([A-Z][^”\"’<>“]{5,200})[”\"’>]")
_DEFINING = re.compile(r"\w \((?:[a-z][\w.,]* ){0,4}$")
_BETWEEN = re.compile(
    r"^(?:\s|[,;“”\"'’‘*<>•()]|\([^()]*\)|\b(?:and|or|as well as|the|its|our|of|also|both|to|in addition to|along with|with|an?)\b)*$"
)
_SMALL = frozenset(
    ("of", "on", "for", "and", "in", "to", "by", "with", "or", "against", "from", "at", "under")
)
# words that come and go between the forms of one title: "Waste Measures", "Waste Management Measures"
_FILLERS = frozenset(("management", "administration", "administrative"))


@Language.factory("esg_instruments", assigns=["doc.spans"], requires=["doc._.esg_sentences"])
def create_instruments(nlp: Language, name: str) -> InstrumentFinder:
    """Make the component that finds laws, policies and titled standards."""
    return InstrumentFinder()


class InstrumentFinder:
    """Adds mentions of kind "laws", "policies" and "standards"."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the instruments that its sentences name."""
        report: Report | None = doc._.esg_report
        names = [report.company.name, *report.company.aliases] if report else []
        names = [
            n
            for n in names
            if len(n) > 2 and n.lower() not in ("the company", "the group", "company", "group")
        ]
        company = (
            re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names) + r")\b", re.I) if names else None
        )
        text = doc.text  # spaCy joins it anew at each access
        country = home(text)
        claimed = [(m.start, m.end) for k in ("standards", "certifications") for m in mentions(doc, k)]
        found: dict[str, list[Mention]] = {"laws": [], "policies": [], "standards": []}
        sentences = iter(doc._.esg_sentences)
        sentence = next(sentences, None)
        for passage in passages(doc):
            while sentence and sentence[0] < passage.end:
                for mention in _instruments(text, sentence, passage, names, company, country, claimed):
                    found[mention.kind].append(mention)
                sentence = next(sentences, None)
        for kind, new in found.items():
            add_mentions(doc, kind, new)
        return doc


def _instruments(
    text: str,
    sentence: tuple[int, int],
    passage: Passage,
    names: list[str],
    company: re.Pattern[str] | None,
    country: str | None,
    claimed: list[tuple[int, int]],
) -> Iterator[Mention]:
    start, end = sentence
    titles = [t for t in _titles(text, start, end, passage) if not _claimed(t, claimed)]
    for group in _lists(text, titles):
        left, right = text[start : group[0].start], text[group[-1].end : end]
        for title, reading in zip(group, ownership.read(group, left, right, company), strict=True):
            mention = _mention(title, reading, names, country, left, right)
            if mention:
                yield mention


def _claimed(title: Title, claimed: list[tuple[int, int]]) -> bool:
    size = title.end - title.start
    return any(min(b, title.end) - max(a, title.start) > 0.45 * size for a, b in claimed)


def _titles(text: str, start: int, end: int, passage: Passage) -> list[Title]:
    """Return the titles of a sentence: those in marks and quotation marks, and between them those in capitals."""
    stretches = [
        (m.start, m.end, Style.MARKED)
        for m in passage.marks
        if m.kind is not MarkKind.BOLD and start <= m.start < end
    ]
    for m in _QUOTED.finditer(text, start, end):
        if _DEFINING.search(text, max(start, m.start() - 60), m.start()):
            continue  # "(the “Code”)" is an alias of the title before it
        if not any(a < m.end() and m.start() < b for a, b, _ in stretches):
            stretches.append((m.start(1), m.end(1), Style.QUOTED))
    stretches.sort()
    found, at = [], start
    for a, b, style in stretches:
        inside = titles_in(text[a:b], a, style=style)
        if not inside:
            continue
        found += titles_in(text[at:a], at)
        found += inside
        at = b
    return found + titles_in(text[at:end], at)


def _lists(text: str, titles: list[Title]) -> Iterator[list[Title]]:
    """Yield the titles list by list: only commas, "and" and articles stand between the members of one."""
    group: list[Title] = []
    for title in titles:
        if group and not _BETWEEN.match(text[group[-1].end : title.start][:80]):
            yield group
            group = []
        group.append(title)
    if group:
        yield group


def _mention(
    title: Title, reading: ownership.Reading, names: list[str], country: str | None, left: str, right: str
) -> Mention | None:
    if reading.document < 3:
        return None
    head = title.head
    outside = reading.lean > 0 or not head.policy
    law = bool(head.law) and outside
    if outside and not law and head.policy != "standard":
        return None
    confidence = round(min(0.97, 0.6 + abs(reading.lean) / 15 + (reading.document - 3) / 20), 2)
    bare, nation = split_nation(title.name)
    if outside and not law:
        return Mention(
            kind="standards", name=title.name, key=_key(title.name, names), start=title.start, end=title.end,
            subkind="technical_standard", aliases=title.aliases, confidence=confidence,
        )  # fmt: skip
    if not law:
        return Mention(
            kind="policies", name=title.name, key=_key(title.name, names), start=title.start, end=title.end,
            subkind=head.policy, aliases=title.aliases, confidence=confidence,
        )  # fmt: skip
    where = nation or named_in(title.name) or named_in(title.owner) or named_in(right[:80]) or country
    return Mention(
        kind="laws", name=title.name, key=_key(bare, names), start=title.start, end=title.end,
        subkind=head.law, aliases=title.aliases, confidence=confidence, jurisdiction=where,
    )  # fmt: skip


def _key(name: str, names: list[str]) -> str:
    """Return the identity of a title: its words in alphabetical order, for "X Law" is the "Law on X"."""
    words = [w.rstrip("s") for w in normalise(name, names).split() if w not in _SMALL]
    telling = [w for w in words if w not in _FILLERS]
    return " ".join(sorted(telling if len(telling) > 2 else words))
