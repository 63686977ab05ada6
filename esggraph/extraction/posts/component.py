"""Finds the governance posts of the reporting company: titles that take part in governance, and who holds them.

The way through: titles by their grammar (`post_names`), those of other organisations left out, what the words around
all places of a title say (`post_evidence`), the persons beside it (`holders`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.bodies.component import INSTRUMENTS, company_names
from esggraph.extraction.chart_labels import beside, label_blocks
from esggraph.extraction.document import passage_at, text_in_cells
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.naming import forms_of_bodies, led_unit
from esggraph.extraction.posts.chairs import chair_key, heads_column, said_of_officer, unwritten_chairs
from esggraph.extraction.posts.evidence import (
    Candidate,
    chairs_the_board,
    confidence,
    look,
    share_along_lists,
)
from esggraph.extraction.posts.holders import Persons
from esggraph.extraction.posts.layout import mark_members
from esggraph.extraction.posts.names import PostName, abbreviations, find_posts, names_function
from esggraph.extraction.posts.owners import elsewhere, of_subsidiary, other_meanings
from esggraph.extraction.posts.title_case import in_title_case
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.spans import Spans
from esggraph.names import normalise

_ESG = re.compile(r"Environmental,? Social,?(?: and| &)? Governance", re.I)
# words for kinds of director by what they are called here; "independent outside directors" are one kind
_DIRECTORS = {
    "outside": "outside",
    "external": "outside",
    "independent": "outside",
    "non-executive": "non-executive",
    "executive": "executive",
    "internal": "executive",
    "inside": "executive",
}
_ABBREVIATED = re.compile(r"\b(SEVP|SVP|EVP|AVP|VP|DGM|GM|MD|Sr)\b\.?")
_OF_COMPANY = re.compile(r"\b(?:the |our |its )?(?:[Cc]ompany|[Gg]roup)[’']s ")
_CHAIRS_APART = {"vice": "vice", "deputy": "vice", "honorary": "honorary"}
_OTHER_CHAIR = re.compile(rf"\b(?:{'|'.join(_CHAIRS_APART)})\b")
_SECRETARY_TOO = re.compile(r" (?:and|&) Secretary$")
_UNIT_BEHIND = re.compile(r"(?<= )(\S+) (?:division|department|directorate|function|unit|section)$")
_OWN_SEAT = re.compile(r"lead |senior |presiding ")  # one director among those of its kind
_TWO_OFFICES = re.compile(
    r"((?:Group )?(?:Managing Director|President|General Manager|General Counsel|(?:Company|Corporate) Secretary))"
    r"(?:,? and | & |,? cum |/)(?=[A-Z])"
)
_BODY_FIRST = re.compile(r"(?P<body>.* (?:committee|subcommittee|council)) (?P<chair>chair\w*)$")
_OF_BODY = re.compile(r"(?:It|Its|They|The (?:[Cc]ommittee|[Cc]ouncil|[Gg]roup|[Tt]eam|[Bb]oard|[Pp]anel))\b")
_CHAIR_IN_ROW = re.compile(
    r"((?:(?:[Vv]ice|[Dd]eputy)[- ]|[Cc]o-)*[Cc]hair(?:man|woman|person)?)[,:]? (?!of\b)([A-Z].*Committee)$"
)
_ACRONYM_OF_BODY = re.compile(r" (?:of (?:the )?)?([A-Z][A-Z&]{2,9})\b")
_NEVER_ALONE = (
    "Officer",
    "Manager",
    "Executive",
    "Lead",
    "Leader",
    "Coordinator",
    "Owner",
    "Specialist",
    "Head",
    "Counsellor",
    "Counselor",
    "Champion",
    "Ambassador",
    "Representative",
    "Agent",
    "Sponsor",
)
_ACRONYM_BEHIND = re.compile(r" ?\(\s?(?:the )?[“\"]?([A-Z]{2,6})[”\"]?\s?\)")
_ACRONYM_BEFORE = re.compile(r"(?<![\w-])([A-Z]{2,6}) ?\($")


@Language.factory("esg_posts", assigns=["doc._.esg_mentions", "doc.spans"])
def create_posts(nlp: Language, name: str) -> PostFinder:
    """Make the component that finds posts."""
    return PostFinder()


class PostFinder:
    """Adds the mentions of posts to `doc.spans["posts"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its posts."""
        add_mentions(doc, "posts", find_post_mentions(doc))
        return doc


def find_post_mentions(doc: Doc) -> list[Mention]:
    """Return the mentions of posts in `doc`, in the order of the text."""
    text = in_title_case(text_in_cells(doc))
    company = company_names(doc)
    bodies = [m for m in mentions(doc, "bodies") if not m.anaphor]
    persons = Persons(doc._.esg_report.text if doc._.esg_report else text, company)
    chairs = list(unwritten_chairs(doc, text, bodies, persons))
    written_out = {m.start for m in chairs}
    names = [n for n in _names(doc, text, bodies, persons, company) if n.start not in written_out]

    defined = _defined_acronyms(text, names, company)
    candidates: dict[str, Candidate] = defaultdict(Candidate)
    labels = _chart_labels(doc, [(n.start, n.end) for n in names], [(m.start, m.end) for m in bodies])
    with_body = {sentence_at(doc, m.start) for m in mentions(doc, "bodies")}
    joined = _joined(names, company)
    forms = forms_of_bodies(text, bodies, company)
    for post in names:
        sentence = sentence_at(doc, post.start)
        label = passage_at(doc, post.start).number in labels or _chair_in_row(post, text)
        place = look(
            post,
            text,
            sentence,
            _holder(doc, text, post, persons),
            with_body=sentence in with_body or _OF_BODY.match(text, sentence[0]) is not None,
            label=label,
        )
        key = defined.get(post.name) or _key(post, company)
        place.part = place.part or _leads_by_title(post, forms, company)
        candidates[joined.get(key, key)].places.append(place)
    mark_members(doc, text, [place for c in candidates.values() for place in c.places], bodies)
    share_along_lists(text, (place for c in candidates.values() for place in c.places))

    found = [
        Mention(
            kind="posts",
            name=place.post.name,
            key=key,
            start=place.post.start,
            end=place.post.end,
            subkind="",
            confidence=sure,
            holder=place.holder,
            aliases=_other_forms(place.post, text),
        )
        for key, c in candidates.items()
        if (sure := confidence(key, c)) > 0
        for place in c.places
    ]
    found += chairs
    found += _acronyms(text, defined, found)
    return sorted(found, key=lambda m: (m.start, m.end))


def _other_forms(post: PostName, text: str) -> tuple[str, ...]:
    """Return the shorter form that the title holds, or the form with an acronym that was written out in its name."""
    if post.kind == "chief" and post.core in post.name:
        return (post.core,)
    printed = " ".join(text[post.start : post.end].split())
    return (printed,) if post.kind == "chair" and printed != post.name and " of " in printed else ()


def _leads_by_title(post: PostName, bodies: dict[str, Mention], company: tuple[str, ...]) -> bool:
    """Return whether `post` is the title of who leads a unit; the heads of business groups govern nothing."""
    unit = led_unit(post.name, bodies, company) if post.kind == "head" and post.name[0].isupper() else None
    return unit is not None and not unit.name.lower().endswith(" group")


def _joined(names: list[PostName], company: tuple[str, ...]) -> dict[str, str]:
    """Return the keys of offices that the report joins to another one: of "Managing Director & CEO", the former's."""
    joined: dict[str, str] = {}
    for post in names:
        if m := _TWO_OFFICES.match(post.name):
            whole = _key(post, company)
            parts = (m.group(1), post.name[m.end() :])
            joined |= {normalise(part, company): whole for part in parts if normalise(part, company) != whole}
    return joined


def _names(
    doc: Doc, text: str, bodies: list[Mention], persons: Persons, company: tuple[str, ...]
) -> Iterator[PostName]:
    """Yield the titles in `text` that are not part of another name and not another organisation's."""
    covered = Spans((m.start, m.end) for kind in INSTRUMENTS for m in mentions(doc, kind))
    for m in bodies:
        covered.add(m.start, m.end)
    short_bodies = {alias: m for m in bodies for alias in m.aliases}
    words_for_others = other_meanings(text)
    meant = {m.end: m.name for m in mentions(doc, "bodies") if m.anaphor}
    titles = list(find_posts(text))
    officers = [p for p in titles if p.kind not in ("chair", "people")]
    starts, ends = {p.start for p in officers}, {p.end for p in officers}
    for found in titles:
        if found.name in words_for_others and found.kind == "chief":
            continue
        post = _without_person(found, text, persons)
        if post.kind == "chair" and post.end in meant and " of " in post.core:
            written = f"{post.core.split(' of ')[0]} of the {meant[post.end]}"
            post = replace(post, name=written, core=written)
        if short := _chair_of_acronym(post, text, short_bodies):
            post = short
        elif _chair_in_row(post, text):
            written = _CHAIR_IN_ROW.sub(r"\1 of the \2", post.name)
            post = replace(post, name=written, core=written)
        if post.kind == "chair" and said_of_officer(text, post, starts, ends):
            continue
        if post.kind == "chair" and " " not in post.name and heads_column(passage_at(doc, post.start)):
            continue
        if covered.covers(post.start, post.end) or post.name in short_bodies or elsewhere(text, post, company, persons):
            continue
        yield of_subsidiary(text, post, company)


def _chair_in_row(post: PostName, text: str) -> bool:
    """Return whether `post` is a chair as tables print it: "Chairperson, Audit Committee", "Chair Audit Committee"."""
    return post.kind == "chair" and _CHAIR_IN_ROW.match(text[post.start : post.end]) is not None


def _chair_of_acronym(post: PostName, text: str, bodies: dict[str, Mention]) -> PostName | None:
    """Return `post`, a bare chair before the acronym of one of `bodies`, written out: "Chair ARC", "Chair of ARC"."""
    m = _ACRONYM_OF_BODY.match(text, post.end) if post.kind == "chair" and " " not in post.core else None
    if m is None or m.group(1) not in bodies:
        return None
    written = f"{post.name} of the {bodies[m.group(1)].name}"
    return replace(post, name=written, core=written, end=m.end())


def _without_person(post: PostName, text: str, persons: Persons) -> PostName:
    """Return `post` without a person's name that runs on before or behind its title."""
    words = post.name.split()
    for n in (3, 2):
        rest_behind, rest_before = " ".join(words[n:]), " ".join(words[:-n])
        # "Designated Compliance and Risk Officers", "Material Topic Owners", "Money Laundering Reporting Officer"
        alone = len(words) == n + 1 and (post.kind == "role" or words[n].rstrip("s") in _NEVER_ALONE)
        whole = words[n:] and words[n] not in ("and", "&", "of", "for", "in", "on") and not alone
        if whole and persons.is_person(" ".join(words[:n]).rstrip(",")):
            kind = "seat" if rest_behind == "Director" else post.kind
            return replace(post, name=rest_behind, core=rest_behind, start=post.end - len(rest_behind), kind=kind)
        linked = len(words) > n and words[-n - 1] in ("of", "the", "for", "and", "&")  # "Head of Conduct Risk"
        linked = linked or names_function(" ".join(words[-n:]))  # "Executive Vice President – Network Technologies"
        if len(words) > n + 1 and not linked and persons.is_person(" ".join(words[-n:])):
            return replace(post, name=rest_before, core=rest_before, end=post.start + len(rest_before))
    return post


def _key(post: PostName, company: tuple[str, ...]) -> str:
    """Return the identity of the post within the report."""
    lower = post.core.lower().replace("nonexec", "non-exec")
    if post.kind == "chair" and chairs_the_board(post):
        apart = _OTHER_CHAIR.search(lower)
        return f"{_CHAIRS_APART[apart.group()]} chair" if apart else "chair"
    if post.kind == "director":
        sort = next((s for s in _DIRECTORS if re.search(rf"(?<!-)\b{s}", lower)), None)
        return f"{_DIRECTORS[sort]} director" if sort and not _OWN_SEAT.match(lower) else lower.removesuffix("s")
    if lower in ("chief executive", "group chief executive"):
        return "chief executive officer"
    if post.kind == "chair" and (behind := _BODY_FIRST.match(lower)):
        lower = f"{behind['chair']} of the {behind['body']}"
        return chair_key(normalise(lower, company))
    core = _SECRETARY_TOO.sub("", post.core) if post.kind == "chief" else post.core
    whole = _ABBREVIATED.sub(lambda m: abbreviations()[m.group(1)], core)
    key = chair_key(normalise(_OF_COMPANY.sub("", _ESG.sub("ESG", whole)), company))
    if post.kind not in ("rank", "head"):
        return key
    return _UNIT_BEHIND.sub(r"\1", re.sub(r"\b(?:of|for) ", "", key).replace("heads ", "head "))


def _holder(doc: Doc, text: str, post: PostName, persons: Persons) -> str | None:
    """Return the person named beside a title, or alone in the block above it."""
    passage = passage_at(doc, post.start)
    before = text[max(passage.start, post.start - 80) : post.start]
    holder = persons.beside(before, text[post.end : min(passage.end, post.end + 60)])
    report = doc._.esg_report
    if holder is None and report is not None and passage.number and post.start - passage.start <= 4:
        above: str = report.block_text(report.blocks[passage.number - 1])
        return above.strip() if persons.is_person(above) and len(above.split()) <= 4 else None
    return holder


def _chart_labels(doc: Doc, posts: list[tuple[int, int]], bodies: list[tuple[int, int]]) -> set[int]:
    """Return the numbers of the blocks of little but titles and bodies that have two others of their kind near."""
    labels = label_blocks(doc, [*posts, *bodies])
    return {number for number in labels if beside(number, labels) >= 2}


def _defined_acronyms(text: str, names: list[PostName], company: tuple[str, ...]) -> dict[str, str]:
    """Return the keys of the acronyms that the text defines: "Chief Compliance Officer (CCO)", "CSO (Chief …)"."""
    forms: dict[str, str] = {}
    for post in names:
        m = _ACRONYM_BEHIND.match(text, post.end) or _ACRONYM_BEFORE.search(text, max(0, post.start - 9), post.start)
        # "CFO (Chair)" and "one internal director (CEO)" define nothing
        if m and m.group(1) != post.name and post.kind not in ("chair", "director"):
            forms.setdefault(m.group(1), _key(post, company))
    return forms


def _acronyms(text: str, defined: dict[str, str], found: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions of `defined` acronyms, with their keys, where no title was found."""
    sure = {m.key: m.confidence for m in found}
    taken = Spans((m.start, m.end) for m in found)
    for form, key in defined.items():
        for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text) if key in sure else ():
            if not taken.touches(m.start(), m.end()):
                yield Mention(
                    kind="posts",
                    name=form,
                    key=key,
                    start=m.start(),
                    end=m.end(),
                    subkind="",
                    confidence=sure[key] - 0.05,
                )
