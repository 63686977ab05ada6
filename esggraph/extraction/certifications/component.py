"""The component that finds certificates: standards that are certified, and certificates with titles of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.certifications.cells import field
from esggraph.extraction.certifications.clauses import clause_at, each_its_own, gapped_holder
from esggraph.extraction.certifications.columns import column_entries
from esggraph.extraction.certifications.frames import BRACKETED, HEADING, Judgement, judge
from esggraph.extraction.certifications.holders import before_bracket, holders, names_company
from esggraph.extraction.certifications.matrix import matrix_entries
from esggraph.extraction.certifications.parts import parts
from esggraph.extraction.certifications.rows import bracketed, row_entries
from esggraph.extraction.certifications.tables import graded_holders, judge_in_list
from esggraph.extraction.certifications.titles import find_titles, may_name
from esggraph.extraction.document import Passage, passage_at, passages, text_of
from esggraph.extraction.mentions import Mention, add_mentions, drop_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.standards.component import company_names
from esggraph.extraction.standards.known import grade_beside, levels_of, must_be_spoken_of, standard_of
from esggraph.extraction.standards.numbers import NUMBER
from esggraph.names import normalise

# what may stand between the members of a list of standards: "ISO 9001 (…), the ISO 14001 and our ISO 45001"
_LIST_GAP = re.compile(
    r"^[ ,;/&+()•·–-]*(?:(?:and|or|as well as|the|including|together with|its|also|both|with|standards?|certifications?"
    r"|certificates?|for|\d\))[ ,;/&+()•·–-]*){0,4}$"
)
# the number of a standard as printed
_NUMBER = re.compile(r"(?:[A-Z][A-Za-z]*[ /-]?){1,4}\d{3,5}(?:[A-D](?!\w))?(?:-\d{1,2})?(?: ?[:–-] ?(?:19|20)\d\d)?")
_CALLED = re.compile(r" (?:[Cc]ertifications?|[Cc]ertificates?|[Ll]abel)\b")
# what ends the title of a standard that is printed behind its number
_SUBJECT = re.compile(
    r"(?i)\b(?:systems?|management|requirements?|engineering|techniques|practices?|privacy|governance)$"
)
# standards by which auditors and verifiers work: nobody is certified under them in a report
_ASSURANCE = re.compile(r"^(?:isae|idw|csae|isre|isqm|issa|ssae|aa|iso (?:14065|14066|17021|17029|14064-3)\b)")
_INVENTORIES = f"{NUMBER}iso 14064"
_LEAD = 300  # characters before a sentence in which what it lists is announced
_VERIFIED = re.compile(r"(?i)\b(?:verif|assur|quantif|calculat|comput|prepared|inventor|reported)\w*")
_SITE = re.compile(r"(?<=\w) (?:facility|site|office)$")
_TABLE = 0.85  # the share of a table's entries that are right
_PRONOUN = re.compile(r"\s*(?:It|They)\b|[^,.;]{0,60}, (?:it|they) ")
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
    printed: bool = False  # the name is that of this entry, as a table's cell prints it


@Language.factory("esg_certifications", assigns=["doc._.esg_mentions", "doc.spans"])
def create_certifications(nlp: Language, name: str) -> CertificationFinder:
    """Make the component that finds certificates; it takes certified standards out of the standards."""
    return CertificationFinder()


class CertificationFinder:
    """Adds the mentions of kind "certifications" and removes the standards that are certified."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its certificates."""
        text = text_of(doc)
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
    standard = standard_of(key)
    return standard is None or standard.referred


def _certified(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the numbered standards and known schemes that are certified."""
    company = company_names(doc)
    certifiable = [m for m in mentions(doc, "standards") if _is_certifiable(m)]
    certifiable = [m for m in certifiable if not _explains(text, m, certifiable) and not _is_verified(doc, text, m)]
    told: set[int] = set()  # where a standard stands that a table or list tells of
    for mention, certificate in _tabulated(doc, text, certifiable, told):
        told.add(mention.start)
        yield certificate
    certifiable = [m for m in certifiable if m.start not in told]
    last_passage: Passage | None = None
    last_holders: tuple[str, ...] = ()
    before: tuple[int, Judgement] | None = None  # where the certificate before ends, and what was said of it
    for group in _groups(doc, text, certifiable):
        start, end = sentence_at(doc, group[0].start)
        first, last = clause_at(text, start, end, group[0].start)
        spoken = must_be_spoken_of(group[0].key)
        named = "certif" in text[group[-1].start : group[-1].end].lower()
        judgement = None
        for a, b in dict.fromkeys(((first, last), (start, end))):
            left, right = text[a : group[0].start], text[group[-1].end : b]
            if b == end and right.strip(" ).") == "":
                right = _run_on(doc, end)
            judgement = judgement or judge(left, right, spoken=spoken, named=named)
            if judgement:
                break
        judgement = judgement or judge_in_list(doc, group[0].start)
        gapped = gapped_holder(text[before[0] : group[0].start]) if before and before[0] > start else None
        if before and gapped and names_company(gapped, company):
            gapped = "company"
        judgement = judgement or (before[1] if before and gapped else None)
        within = before_bracket(left, company) if judgement is None and all(_grades(text, group)) else None
        if within:
            judgement = Judgement("held", 0.75)
        if judgement is None:
            continue
        before = group[-1].end, judgement
        found = (within,) if within else (gapped,) if gapped else holders(left, right, text[end : end + 300], company)
        if not found and _PRONOUN.match(left) and passage_at(doc, start) is last_passage:
            found = last_holders
        last_passage, last_holders = passage_at(doc, start), found
        paired = len(found) == len(group) > 1 and each_its_own(right)
        bracket = BRACKETED.match(right)
        if bracket and len(listed := parts(bracket["said"])) > 1:
            for m, level in zip(group, _grades(text, group), strict=True):
                one = _Certificate(m.start, m.end, m.key, _printed_name(text, m), level, m.aliases, judgement, "")
                for p in filter(lambda p: p.status, listed):
                    yield replace(one, holder=p.holder, judgement=replace(judgement, status=p.status))
            continue
        for n, (mention, level) in enumerate(zip(group, _grades(text, group), strict=True)):
            own = found[n : n + 1] if paired else bracketed(text, mention.end) or found
            for who in own or ("company",):
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


def _tabulated(
    doc: Doc, text: str, certifiable: Sequence[Mention], told: set[int]
) -> Iterator[tuple[Mention, _Certificate]]:
    """Yield the certificates of tables and lists, each with its standard's place.

    Adds to `told` where the standards stand of which a table says that nobody has them.
    """
    company = company_names(doc)
    columns = set()
    certifiable = [_without_foreign_title(text, m) for m in certifiable]
    for e in column_entries(doc, certifiable):
        columns.add(passage_at(doc, e.standard.start).start)
        if not e.status:  # the table says that nobody has it
            told.add(e.standard.start)
            continue
        entry = _entry(text, e.standard, e.start, e.end, e.holder, e.status, company)
        level = "" if e.name and entry.level.lower() not in e.name.lower() else entry.level
        yield e.standard, replace(entry, name=e.name or entry.name, level=level, printed=bool(e.name))
    certifiable = [m for m in certifiable if passage_at(doc, m.start).start not in columns]
    for e in matrix_entries(doc, text, certifiable):
        columns.add(passage_at(doc, e.standard.start).start)
        yield e.standard, _entry(text, e.standard, e.start, e.end, e.holder, e.status, company)
    for r in row_entries(doc, text, [m for m in certifiable if passage_at(doc, m.start).start not in columns]):
        entry = _entry(text, r.standard, r.standard.start, r.standard.end, r.holder, r.status, company)
        yield r.standard, replace(entry, level=entry.level if r.level is None else r.level)


def _explains(text: str, standard: Mention, others: Sequence[Mention]) -> bool:
    """Whether a name in brackets only says more about the one before it: "Tier IV (Uptime Institute)"."""
    bracketed = text[standard.start - 1 : standard.start] == "(" and text[standard.end : standard.end + 1] == ")"
    return bracketed and any(o.end == standard.start - 2 and o.key != standard.key for o in others)


def _is_verified(doc: Doc, text: str, standard: Mention) -> bool:
    """Whether it is told of a greenhouse-gas inventory that it was verified, which gives no certificate."""
    if standard.key != _INVENTORIES:
        return False
    start, end = sentence_at(doc, standard.start)
    return bool(_VERIFIED.search(text, start, end)) and not re.search(
        r"(?i)certif|accredit", text[max(0, start - _LEAD) : end]
    )


def _without_foreign_title(text: str, standard: Mention) -> Mention:
    """Return a numbered standard without what follows it in a row unless that says what it is about."""
    number = _NUMBER.match(text, standard.start) if standard.key.startswith(NUMBER) else None
    title = text[number.end() : standard.end].strip(" :–—-()") if number else ""
    if not number or not title or field().fullmatch(title):
        return standard
    if _SUBJECT.search(title) and any(field().fullmatch(word) and not _SUBJECT.search(word) for word in title.split()):
        return standard
    forms = tuple(form for form in standard.aliases if title not in form)
    return replace(standard, end=number.end(), aliases=forms or (number[0],))


def _entry(
    text: str, standard: Mention, start: int, end: int, holder: str, status: str, company: tuple[str, ...]
) -> _Certificate:
    (level,) = _grades(text, [standard])
    name, judgement = _printed_name(text, standard), Judgement(status, _TABLE)
    holder = "company" if names_company(holder, company) else holder
    noun = _CALLED.match(text, standard.end)
    forms = (*standard.aliases, name + noun[0]) if noun else standard.aliases
    return _Certificate(start, end, standard.key, name, level, forms, judgement, holder)


def _grades(text: str, group: Sequence[Mention]) -> list[str]:
    """Return the grade of each member of a list; a grade at the end is that of all: "LEED and WELL Gold"."""
    grades: list[str] = []
    for mention in reversed(group):
        pattern = levels_of(mention.key)
        inside = pattern.search(text, mention.start, mention.end) if pattern else None
        found = inside or grade_beside(pattern, text, mention.start, mention.end)
        grade = re.sub(r"[()]", "", found[0]).strip() if found else ""
        if not grade and grades and pattern and pattern.fullmatch(grades[-1]):
            grade = grades[-1]
        grades.append(grade)
    return grades[::-1]


def _listed(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the certificates of tables that list systems and their holders by grade."""
    for mention in mentions(doc, "standards"):
        standard = standard_of(mention.key)
        if standard is None or not standard.printed:
            continue
        name = _printed_name(text, mention)
        for holder in graded_holders(doc, text, mention.end):
            judgement = Judgement("held", 0.9)
            yield _Certificate(
                holder.start, holder.end, mention.key, name, holder.grade, mention.aliases, judgement, holder.holder
            )


def _is_certifiable(mention: Mention) -> bool:
    standard = standard_of(mention.key)
    if standard and standard.certified:
        return True
    return mention.key.startswith(NUMBER) and not _ASSURANCE.match(mention.key.removeprefix(NUMBER))


def _run_on(doc: Doc, end: int) -> str:
    """Return how the next block begins where it carries on the name that ends a block: "Audit" "Certification"."""
    following = passage_at(doc, min(end + 1, len(doc) and doc[-1].idx))
    return f" {following.text[:100]}" if following.start == end + 1 and following.text.startswith(_CERTIFICATE) else ""


def _printed_name(text: str, mention: Mention) -> str:
    standard = standard_of(mention.key)
    if standard is None:
        return mention.name
    if not standard.printed:
        return mention.aliases[0] if mention.key.startswith(NUMBER) else text[mention.start : mention.end]
    before = _BEFORE_PRINTED.search(text, max(0, mention.start - 60), mention.start)
    issuer = _ISSUER.match(text, mention.end)
    start = before.start() if before else mention.start
    return text[start : issuer.end() if issuer else mention.end]


def _titled(doc: Doc, text: str) -> Iterator[_Certificate]:
    """Yield the certificates with titles of their own."""
    company = company_names(doc)
    known = sorted((m.start, m.end) for m in mentions(doc, "standards"))
    for passage in passages(doc):
        for start, end in {sentence_at(doc, passage.start + m.start()) for m in may_name(passage.text)}:
            for title in find_titles(text, start, end):
                if any(a < title.end and (title.start < b or _is_grade(text[b : title.start])) for a, b in known):
                    continue
                if title.by_issuer and any(start <= a < end for a, _ in known):
                    continue
                if any(own in title.name for own in company):  # the company's own, for its people or shops
                    continue
                judgement = judge(text[start : title.start], text[title.end : end], named=True)
                if judgement is None:
                    continue
                left, right = text[start : title.start], text[title.end : end]
                for who in holders(left, right, "", company) or ("company",):
                    key = f"titled {normalise(title.bare)}"
                    judged = replace(judgement, confidence=min(judgement.confidence, 0.8))
                    yield _Certificate(title.start, title.end, key, title.name, "", title.forms, judged, who)


def _is_grade(between: str) -> bool:
    """Whether a title directly behind a known name is but its grade: "TISAX (…) AL3 certification"."""
    return len(between) < 4 and not between.strip(' )”"')


def _mentions(found: Sequence[_Certificate]) -> Iterator[Mention]:
    """Yield the mentions of the certificates: one key for each standard, level and named holder."""
    entries: dict[str, list[_Certificate]] = defaultdict(list)
    for c in found:
        entries[c.key].append(c)
    for key, group in entries.items():
        group = _of_one_holder(key, group)
        stated = [c for c in group if c.judgement.confidence > HEADING or _part(c.holder)] or group
        for c in group:
            # a bare heading or table head is of a certificate that the report tells more about
            same = c if c in stated else next((x for x in stated if not c.level or c.level == x.level), stated[0])
            level = same.level or next(
                (x.level for x in stated if x.level and _part(x.holder) == _part(same.holder)), ""
            )
            names = [x.name for x in stated if x.level in ("", level) and not x.printed] or [c.name]
            name = same.name if same.printed else _best_name(key, names)
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


def _of_one_holder(key: str, group: list[_Certificate]) -> list[_Certificate]:
    """Return the places of a certificate with a title of its own; where one holder is named, all are of it."""
    named = {c.holder for c in group if _part(c.holder)}
    if key.startswith(NUMBER) or standard_of(key) or len(named) != 1:
        return group
    return [replace(c, holder=next(iter(named))) for c in group]


def _best_name(key: str, names: list[str]) -> str:
    """Return the fullest of the names of a numbered standard or of a certificate named as printed, else the first."""
    standard = standard_of(key)
    return max(names, key=len) if key.startswith(NUMBER) or (standard and standard.printed) else names[0]


def _part(holder: str) -> str:
    """The holder as it tells certificates apart: "25 subsidiaries" are the company, "Exampleton" its site."""
    named = holder[0].isupper() or re.match(r"\d+ [A-Z]", holder)  # "12 Example Street"
    return _SITE.sub("", normalise(holder)) if named and holder != "company" else ""


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
