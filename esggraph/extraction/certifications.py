"""The component that finds certificates: standards that are certified, and certificates with titles of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.certificate_tables import graded_holders, judge_in_list
from esggraph.extraction.certificate_titles import find_titles
from esggraph.extraction.certification_frames import HEADING, Judgement, judge
from esggraph.extraction.certification_holders import holders
from esggraph.extraction.document import passage_at, passages
from esggraph.extraction.known_standards import family_of, grade_beside, levels_of, must_be_spoken_of
from esggraph.extraction.mentions import Mention, add_mentions, drop_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.standards import company_names
from esggraph.names import normalise

# what may stand between the members of a list of standards: "ISO 9001 (…), the ISO 14001 and our ISO 45001"
_LIST_GAP = re.compile(
    r"^[ ,;/&+()•·–-]*(?:(?:and|or|as well as|the|including|together with|its|also|both|with|standards?|certifications?"
    r"|certificates?|for|\d\))[ ,;/&+()•·–-]*){0,4}$"
)
# standards by which auditors and verifiers work: nobody is certified under them in a report
_ASSURANCE = re.compile(r"^(?:isae|isre|issa|ssae|aa|iso (?:14065|14066|17021|17029|14064-3)\b)")
_CERTIFICATE = ("Certification", "certification", "Certificate", "certificate")
_BEFORE_PRINTED = re.compile(
    r"(?:\b(?:certificates? of )?(?:registration|filing|record|certification|certificate|assessment|evaluation)"
    r" (?:for|of|on) (?:the )?)$",
    re.I,
)
_ISSUER = re.compile(r" of (?:the )?(?:[A-Z][\w’']*(?: (?:of|and|the|[A-Z][\w’']*))*[a-z](?![\w’]))")


@dataclass(frozen=True, slots=True)
class _Certificate:
    """A certificate in the text, before all that are the same are brought together."""

    start: int
    end: int
    key: str  # the standard's or scheme's key
    name: str
    level: str
    forms: tuple[str, ...]
    judgement: Judgement
    holder: str


@Language.factory("esg_certifications", assigns=["doc.spans"], requires=["doc._.esg_sentences", "doc.spans"])
def create_certifications(nlp: Language, name: str) -> CertificationFinder:
    """Make the component that finds certificates; it takes certified standards out of the standards."""
    return CertificationFinder()


class CertificationFinder:
    """Adds the mentions of kind "certifications" and removes the standards that are certified."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its certificates."""
        text = doc.text  # spaCy joins it anew at each access
        found = [*_certified(doc, text), *_listed(doc, text), *_titled(doc, text)]
        certificates = list(_mentions(found))
        certified: dict[str, Mention] = {}  # a standard's key to its first certificate
        for mention in certificates:
            certified.setdefault(mention.key.split("|")[0], mention)
        places = {(m.start, m.end) for m in certificates}
        further = [
            replace(certified[m.key], start=m.start, end=m.end, anaphor=True)
            for m in mentions(doc, "standards")
            if m.key in certified and (m.start, m.end) not in places
        ]
        add_mentions(doc, "certifications", [*certificates, *further])
        drop_mentions(doc, "standards", lambda m: m.key in certified or not _is_standard(m.key))
        return doc


def _is_standard(key: str) -> bool:
    family = family_of(key)
    return family is None or family.referred


def _certified(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the numbered standards and known schemes that are certified."""
    company = company_names(doc)
    certifiable = [m for m in mentions(doc, "standards") if _is_certifiable(m)]
    for group in _groups(doc, text, certifiable):
        start, end = sentence_at(doc, group[0].start)
        left, right = text[start : group[0].start], text[group[-1].end : end]
        if right.strip(" ).") == "":
            right = _run_on(doc, end)
        judgement = judge(
            left,
            right,
            spoken=must_be_spoken_of(group[0].key),
            named="certif" in text[group[-1].start : group[-1].end].lower(),
        ) or judge_in_list(doc, group[0].start)
        if judgement is None:
            continue
        for mention, level in zip(group, _grades(text, group), strict=True):
            for who in holders(left, right, company) or ("company",):
                yield _Certificate(
                    mention.start,
                    mention.end,
                    mention.key,
                    _printed_name(text, mention),
                    level,
                    mention.aliases,
                    judgement,
                    who,
                )


def _grades(text: str, group: Sequence[Mention]) -> list[str]:
    """Return the grade of each member of a list; a grade at the end is that of all: "LEED and WELL Gold"."""
    grades: list[str] = []
    for mention in reversed(group):
        pattern = levels_of(mention.key)
        found = grade_beside(pattern, text, mention.start, mention.end)
        grade = re.sub(r"[()]", "", found[0]).strip() if found else ""
        if not grade and grades and pattern and pattern.fullmatch(grades[-1]):
            grade = grades[-1]
        grades.append(grade)
    return grades[::-1]


def _listed(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the certificates of tables that list systems and their holders by grade."""
    for mention in mentions(doc, "standards"):
        family = family_of(mention.key)
        if family is None or not family.printed:
            continue
        name = _printed_name(text, mention)
        for holder in graded_holders(doc, text, mention.end):
            judgement = Judgement("held", 0.9)
            yield _Certificate(
                holder.start, holder.end, mention.key, name, holder.grade, mention.aliases, judgement, holder.holder
            )


def _is_certifiable(mention: Mention) -> bool:
    family = family_of(mention.key)
    return family.certified if family else not _ASSURANCE.match(mention.key)


def _run_on(doc: Doc, end: int) -> str:
    """Return how the next block begins where it carries on the name that ends a block: "Audit" "Certification"."""
    following = passage_at(doc, min(end + 1, len(doc) and doc[-1].idx))
    return f" {following.text[:100]}" if following.start == end + 1 and following.text.startswith(_CERTIFICATE) else ""


def _printed_name(text: str, mention: Mention) -> str:
    family = family_of(mention.key)
    if family is None or not family.printed:
        return mention.name
    before = _BEFORE_PRINTED.search(text, max(0, mention.start - 60), mention.start)
    issuer = _ISSUER.match(text, mention.end)
    start = before.start() if before else mention.start
    return text[start : issuer.end() if issuer else mention.end]


def _titled(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the certificates with titles of their own."""
    company = company_names(doc)
    known = sorted((m.start, m.end) for m in mentions(doc, "standards"))
    for passage in passages(doc):
        if "ertif" not in passage.text and "ccredit" not in passage.text:
            continue
        for start, end in {
            sentence_at(doc, passage.start + m.start()) for m in re.finditer("ertif|ccredit", passage.text)
        }:
            for title in find_titles(text, start, end):
                if any(a < title.end and (title.start < b or _is_grade(text[b : title.start])) for a, b in known):
                    continue
                judgement = judge(text[start : title.start], text[title.end : end], named=True)
                if judgement is None:
                    continue
                for who in holders(text[start : title.start], text[title.end : end], company) or ("company",):
                    key = f"titled {normalise(title.bare)}"
                    judged = replace(judgement, confidence=min(judgement.confidence, 0.8))
                    yield _Certificate(title.start, title.end, key, title.name, "", (title.bare,), judged, who)


def _is_grade(between: str) -> bool:
    """Whether a title directly behind a known name is but its grade: "TISAX (…) AL3 certification"."""
    return len(between) < 4 and not between.strip(' )”"')


def _mentions(found: Sequence[_Certificate]) -> Iterator[Mention]:
    """Yield the mentions of the certificates: one key for each standard, level and named holder."""
    entries: dict[str, list[_Certificate]] = defaultdict(list)
    for c in found:
        entries[c.key].append(c)
    for key, group in entries.items():
        stated = [c for c in group if c.judgement.confidence > HEADING or _part(c.holder)] or group
        for c in group:
            # a bare heading or table head is of a certificate that the report tells more about
            same = c if c in stated else next((x for x in stated if not c.level or c.level == x.level), stated[0])
            level = same.level or next(
                (x.level for x in stated if x.level and _part(x.holder) == _part(same.holder)), ""
            )
            name = max((x.name for x in group if x.level in ("", level)), key=len, default=c.name)
            yield Mention(
                kind="certifications",
                name=f"{name} {level}" if level and level.lower() not in name.lower() else name,
                key="|".join((key, level.lower(), _part(same.holder))),
                start=c.start,
                end=c.end,
                subkind="",
                aliases=(*c.forms, c.name),
                confidence=c.judgement.confidence,
                holder=same.holder,
                status=c.judgement.status,
            )


def _part(holder: str) -> str:
    """The holder as it tells certificates apart: bare counts ("25 subsidiaries") are the company's."""
    return "" if holder == "company" or not holder[0].isupper() else normalise(holder)


def _groups(doc: Doc, text: str, certifiable: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the lists of standards that one statement is made about."""
    group: list[Mention] = []
    for mention in certifiable:
        if group and not (
            mention.start >= group[-1].end
            and sentence_at(doc, mention.start) == sentence_at(doc, group[-1].start)
            and _LIST_GAP.match(text[group[-1].end : mention.start])
        ):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group
