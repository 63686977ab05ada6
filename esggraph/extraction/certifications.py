"""The component that finds certificates: the standards that are certified here, and certificates with names of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.certification_frames import Judgement, judge
from esggraph.extraction.certification_holders import holder
from esggraph.extraction.known_standards import family_of
from esggraph.extraction.mentions import Mention, add_mentions, drop_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.names import normalise

# what may stand between the members of a list of standards: "ISO 9001 (…), the ISO 14001 and our ISO 45001"
_LIST_GAP = re.compile(
    r"^[\s,;/&+()•·–-]*(?:(?:and|or|as well as|the|including|together with|its|also|both|with|standards?|certifications?|certificates?|for"
    r"|\d\))[\s,;/&+()•·–-]*){0,4}$"
)


@Language.factory("esg_certifications", assigns=["doc.spans"], requires=["doc._.esg_sentences", "doc.spans"])
def create_certifications(nlp: Language, name: str) -> CertificationFinder:
    """Make the component that finds certificates; it takes certified standards out of the standards."""
    return CertificationFinder()


class CertificationFinder:
    """Adds the mentions of kind "certifications" and removes the standards that are certified."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its certificates."""
        found = list(_certified(doc))
        add_mentions(doc, "certifications", found)
        certified = {m.key.split("|")[0] for m in found}
        drop_mentions(doc, "standards", lambda m: m.key in certified or not _is_standard(m.key))
        return doc


def _is_standard(key: str) -> bool:
    family = family_of(key)
    return family is None or family.referred


def _is_certifiable(mention: Mention) -> bool:
    family = family_of(mention.key)
    return family is None or family.certified


def _certified(doc: Doc) -> Iterator[Mention]:
    text = doc.text
    company = _company_names(doc)
    found: list[tuple[Mention, str, Judgement, str]] = []
    for group in _groups(doc, [m for m in mentions(doc, "standards") if _is_certifiable(m)]):
        start, end = sentence_at(doc, group[0].start)
        left, right = text[start : group[0].start], text[group[-1].end : end]
        judgement = judge(left, right)
        if judgement is None:
            continue
        for mention in group:
            found.append((mention, _level(text, mention, end), judgement, holder(left, right, company)))
    names: dict[tuple[str, str], str] = {}
    for mention, level, _, _ in found:
        names[mention.key, level] = max(names.get((mention.key, level), ""), _name(mention, level), key=len)
    for mention, level, judgement, who in found:
        part = "company" if who == "company" or who[0].isdigit() or who[0].islower() else who
        yield Mention(
            kind="certifications",
            name=names[mention.key, level],
            key=f"{mention.key}|{level}|{normalise(part)}",
            start=mention.start,
            end=mention.end,
            subkind="",
            aliases=mention.aliases,
            confidence=judgement.confidence,
            holder=who,
            status=judgement.status,
        )


def _name(mention: Mention, level: str) -> str:
    return f"{mention.name} {level}".strip() if level else mention.name


def _level(text: str, mention: Mention, end: int) -> str:
    family = family_of(mention.key)
    if family is None or family.levels is None:
        return ""
    after = family.levels.search(text, mention.end, min(end, mention.end + 30))
    before = family.levels.search(text, max(0, mention.start - 22), mention.start)
    found = after or before
    return re.sub(r"[()]", "", found[0]).strip() if found else ""


def _groups(doc: Doc, certifiable: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the lists of standards that one statement is made about."""
    group: list[Mention] = []
    for mention in certifiable:
        if group and not (
            mention.start >= group[-1].end
            and sentence_at(doc, mention.start) == sentence_at(doc, group[-1].start)
            and _LIST_GAP.match(doc.text[group[-1].end : mention.start])
        ):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _company_names(doc: Doc) -> tuple[str, ...]:
    report = doc._.esg_report
    return (report.company.name, *report.company.aliases) if report else ()
