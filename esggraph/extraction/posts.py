"""Finds the governance posts of the reporting company: titles that take part in governance, and who holds them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.bodies import company_names
from esggraph.extraction.document import Passage, passage_at, passages
from esggraph.extraction.holders import Persons
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.post_names import PostName, acronyms, find_posts, governance_field
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.spans import Spans
from esggraph.names import normalise
from esggraph.report import BlockKind
from esggraph.resources import PACKAGE

_INSTRUMENTS = ("policies", "laws", "standards", "certifications")
_OWN = re.compile(r"(?:Company|Group|Board|BOD|BoD|Corporation|Bank|Supervisory|Management|Directors)\b")
_OTHER_PLACE = re.compile(
    r",? (?:of|at|for) (?:the )?((?:[A-Z][\w&.-]*)(?: (?:and |of |for |& )?[A-Z][\w&.-]*)*)"
)
_OTHER_OWNER = re.compile(r"([\w&.-]+)[’']s? (?:then |former |current |new )?$")
_OTHER_BEHIND = re.compile(r"^, ([A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?=[.”\"]|$)")
_CHAIR_OF_BOARD = re.compile(
    r"(?:of (?:the |our |its )?(?:[Cc]ompany[’']s )?(?:[Bb]oard of [Dd]irectors|Board|B[oO]D)$|^(?:Board|B[oO]D) )"
)
_ESG = re.compile(r"Environmental,? Social,?(?: and| &)? Governance", re.I)
_NO_BODY = re.compile(r" of (?:the )?(?:Committee|Council|Board|Team|Group)$")
_ACTS = re.compile(r"(?: \([^)]*\))? (?:also |\w+ly )?(?!was\b|has\b|is\b)[a-z]{3,}s\b")
_ORGAN_HEAD = re.compile(r"\b(?:Committee|Council|Group|Force|Board)$")
_APPOINTED = re.compile(r"\b(?:appoint|designat|assign)\w*\b[^;]*$", re.I)
_LIST_LINK = re.compile(r"(?: \([^)]*\))?(?:,|,? and|,? or|, as well as)?(?: the| our| its| an?)? ")
_LABEL = 0.6  # the share of a block that titles and bodies must fill to make it a label


@dataclass(slots=True)
class _Place:
    """One place of a title, and what the words around it say."""

    post: PostName
    holder: str | None
    acts: bool  # is the subject of a verb
    part: bool  # leads, is responsible, reports or is reported to, approves, is appointed
    member: bool  # stands in a list of members
    composes: bool  # of what "is composed of" it
    label: bool  # stands alone in a chart
    appointed: bool


@dataclass(slots=True)
class _Candidate:
    """All places of one post."""

    places: list[_Place] = field(default_factory=list)

    def add(self, place: _Place) -> None:
        """Add a place."""
        self.places.append(place)

    def any(self, what: str) -> bool:
        """Return whether some place says `what`, the name of a field of `_Place`."""
        return any(getattr(place, what) for place in self.places)


@Language.factory("esg_posts", assigns=["doc.spans"], requires=["doc._.esg_sentences"])
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
    text = doc.text  # once: spaCy joins it anew at each access
    company = company_names(doc)
    bodies = [m for m in mentions(doc, "bodies") if not m.anaphor]
    inside = Spans((m.start, m.end) for kind in _INSTRUMENTS for m in mentions(doc, kind))
    in_body = Spans((m.start, m.end) for m in bodies)
    persons = Persons(doc._.esg_report.text if doc._.esg_report else text, company)
    names = [
        p
        for p in (_without_person(post, persons) for post in find_posts(text))
        if not (
            inside.covers(p.start, p.end) or in_body.covers(p.start, p.end) or _elsewhere(text, p, company)
        )
    ]
    with_body = {sentence_at(doc, m.start) for m in mentions(doc, "bodies")}
    labels = _labels(doc, names, bodies)
    defined = _defined_acronyms(text, names)
    body_forms = {alias for m in bodies for alias in m.aliases}
    names = [p for p in names if p.name not in body_forms]
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    places = [_look(doc, text, post, persons, with_body, labels) for post in names]
    _share_along_lists(text, places)
    for place in places:
        candidates[_key(place.post, company)].add(place)
    found = []
    for key, c in candidates.items():
        sure = _confidence(key, c)
        if sure > 0:
            found += [_mention(key, p.post, p.holder, sure) for p in c.places]
    found += _chairs_in_lists(doc, text, bodies, persons)
    found += _acronyms(text, found, defined, company)
    return sorted(found, key=lambda m: (m.start, m.end))


def _look(
    doc: Doc, text: str, post: PostName, persons: Persons, with_body: set[tuple[int, int]], labels: set[int]
) -> _Place:
    start, end = sentence_at(doc, post.start)
    before, after = text[start : post.start], text[post.end : end][:80]
    holder = _holder(doc, text, post, persons)
    composes = _frame("composition").search(before) is not None
    return _Place(
        post=post,
        holder=holder,
        acts=_ACTS.match(after) is not None,
        part=_frame("before").search(before[-80:]) is not None or _frame("after").search(after) is not None,
        member=composes or ((start, end) in with_body and _frame("members").search(before) is not None),
        composes=composes,
        label=holder is None and passage_at(doc, post.start).number in labels,
        appointed=_APPOINTED.search(before) is not None,
    )


def _share_along_lists(text: str, places: list[_Place]) -> None:
    """Let titles that follow each other in a list take the same part, and a row of titles have the same holder."""
    in_order = sorted(places, key=lambda p: p.post.start)
    for first, second in zip(in_order, in_order[1:], strict=False):
        between = text[first.post.end : second.post.start]
        if len(between) < 24 and _LIST_LINK.fullmatch(between):
            second.part = second.part or first.part
    for second, first in zip(reversed(in_order), list(reversed(in_order))[1:], strict=False):
        if text[first.post.end : second.post.start] in (", ", " and ", " & ", " / ") and first.holder is None:
            first.holder = second.holder


def _mention(key: str, post: PostName, holder: str | None, sure: float) -> Mention:
    return Mention(
        kind="posts",
        name=post.name,
        key=key,
        start=post.start,
        end=post.end,
        subkind="",
        confidence=sure,
        holder=holder,
    )


@cache
def _frame(name: str) -> re.Pattern[str]:
    data = tomllib.loads((PACKAGE / "data" / "post_evidence.toml").read_text(encoding="utf-8"))
    phrases = "|".join(data[name]["phrases"])
    match name:
        case "before":
            return re.compile(
                rf"\b(?:{phrases})(?: (?:the|our|its|an?|new|both|Company[’']s|Group[’']s|\w+[’']s|Group|[A-Z]\w+))* ?$",
                re.I,
            )
        case "after":
            return re.compile(
                rf"^(?:,? (?:who|which|also|\([^)]*\)|and the [A-Z][\w ]+))*,? (?:{phrases})\b", re.I
            )
        case _:
            return re.compile(rf"\b(?:{phrases})[^;]*$", re.I)


def _key(post: PostName, company: tuple[str, ...]) -> str:
    lower = post.core.lower()
    if post.kind == "chair" and (_CHAIR_OF_BOARD.search(post.core) or " of " not in lower):
        return "vice chair" if re.search(r"\b(?:vice|deputy)\b", lower) else "chair"
    if post.kind == "director":
        for sort in (
            "independent",
            "non-executive",
            "nonexecutive",
            "executive",
            "outside",
            "external",
            "internal",
            "inside",
        ):
            if sort in lower and not (sort == "independent" and "non-independent" in lower):
                return f"{sort.replace('nonexec', 'non-exec')} director"
    if lower == "chief executive":
        return "chief executive officer"
    key = normalise(_ESG.sub("ESG", post.core), company)
    return (
        re.sub(r"\b(?:of|for) ", "", key).replace("heads ", "head ") if post.kind in ("rank", "head") else key
    )


def _elsewhere(text: str, post: PostName, company: tuple[str, ...]) -> bool:
    """Return whether the words beside a title give it to another organisation."""
    after = text[post.end : post.end + 70].split("\n")[0]
    if post.kind == "chair" and after.startswith((" of the highest", " of highest")):
        return True
    if m := _OTHER_PLACE.match(after):
        return not _own(m.group(1), company)
    if (m := _OTHER_OWNER.search(text[max(0, post.start - 40) : post.start])) and m.group(1)[0].isupper():
        return not _own(m.group(1), company)
    if post.kind in ("chief", "rank") and (m := _OTHER_BEHIND.match(after)) and " " in m.group(1):
        return not _own(m.group(1), company) and not next(find_posts(m.group(1)), None)
    return False


def _own(name: str, company: tuple[str, ...]) -> bool:
    lower = name.lower()
    return _OWN.match(name) is not None or any(
        lower.startswith(n.lower()) or n.lower().startswith(lower) for n in company
    )


def _without_person(post: PostName, persons: Persons) -> PostName:
    """Return `post` without a person's name that runs on before or behind its title."""
    words = post.name.split()
    for n in (3, 2):
        if len(words) > n and persons.is_person(" ".join(words[:n])):
            cut = post.end - len(" ".join(words[n:]))
            return replace(post, name=" ".join(words[n:]), core=" ".join(words[n:]), start=cut)
        if len(words) > n + 1 and persons.is_person(" ".join(words[-n:])):
            rest = " ".join(words[:-n])
            return replace(post, name=rest, core=rest, end=post.start + len(rest))
    return post


def _holder(doc: Doc, text: str, post: PostName, persons: Persons) -> str | None:
    passage = passage_at(doc, post.start)
    before = text[max(passage.start, post.start - 80) : post.start]
    after = text[post.end : min(passage.end, post.end + 60)]
    holder = persons.beside(before, after)
    if holder is None and post.start - passage.start <= 4 and doc._.esg_report is not None:
        above = _block_text(doc, passage, -1)
        if len(above) < 40 and persons.is_person(above) and re.fullmatch(r"(?:[A-Z][\w.’'-]* ?){2,4}", above):
            return above.strip()
    return holder


def _block_text(doc: Doc, passage: Passage, step: int) -> str:
    blocks = doc._.esg_report.blocks
    number = passage.number + step
    return doc._.esg_report.block_text(blocks[number]) if 0 <= number < len(blocks) else ""


def _labels(doc: Doc, names: list[PostName], bodies: list[Mention]) -> set[int]:
    """Return the numbers of the chart labels: blocks of little but titles and bodies, beside others of their kind."""
    filled: dict[int, int] = defaultdict(int)
    by_number: dict[int, Passage] = {}
    for start, end in [(p.start, p.end) for p in names] + [(m.start, m.end) for m in bodies]:
        passage = passage_at(doc, start)
        filled[passage.number] += end - start
        by_number[passage.number] = passage
    full = {n for n, length in filled.items() if length >= _LABEL * (by_number[n].end - by_number[n].start)}
    return {
        n for n in full
        if by_number[n].block.kind in (BlockKind.LABELS, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ROW)
        and len(full & {n - 2, n - 1, n + 1, n + 2}) >= 2
    }  # fmt: skip


_CHAIR_IN_LIST = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,3}) ?\((Chair(?:man|woman|person)?)\)"
)


def _chairs_in_lists(doc: Doc, text: str, bodies: list[Mention], persons: Persons) -> list[Mention]:
    """Return the chairs that lists of members mark with "(Chairman)", each written out with its body."""
    found = []
    for m in _CHAIR_IN_LIST.finditer(text):
        here = passage_at(doc, m.start()).number
        body = next((b for b in reversed(bodies) if b.start < m.start() and b.subkind in _WITH_CHAIR), None)
        if body is None or here - passage_at(doc, body.start).number > 4 or not persons.is_person(m.group(1)):
            continue
        name = f"{m.group(2)} of the {body.name}"
        found.append(
            Mention(
                kind="posts",
                name=name,
                key=normalise(name),
                start=m.start(2),
                end=m.end(2),
                subkind="",
                confidence=0.85,
                holder=m.group(1),
                aliases=(m.group(2),),
            )  # fmt: skip
        )
    return found


_WITH_CHAIR = ("board_committee", "committee", "subcommittee", "board", "supervisory_board", "working_group")


def _defined_acronyms(text: str, names: list[PostName]) -> dict[str, PostName]:
    """Return the acronyms that the text defines behind a title, "Chief Compliance Officer (CCO)", or before it."""
    forms: dict[str, PostName] = {}
    for post in names:
        m = re.compile(r" ?\(\s?(?:the )?[“\"]?([A-Z][A-Za-z&]{1,6})[”\"]?\s?\)").match(text, post.end)
        m = m or re.compile(r"(?<![\w-])([A-Z]{2,6}) ?\($").search(text[max(0, post.start - 9) : post.start])
        if m and m.group(1).isupper() and m.group(1) not in acronyms():
            forms.setdefault(m.group(1), post)
    return forms


def _acronyms(
    text: str, found: list[Mention], defined: dict[str, PostName], company: tuple[str, ...]
) -> list[Mention]:
    keys = {m.key: m for m in found}
    taken = Spans((m.start, m.end) for m in found)
    extra = []
    for form, post in defined.items():
        meant = keys.get(_key(post, company))
        if meant is None:
            continue
        for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            if not taken.touches(m.start(), m.end()):
                extra.append(
                    Mention(
                        kind="posts",
                        name=form,
                        key=meant.key,
                        start=m.start(),
                        end=m.end(),
                        subkind="",
                        confidence=meant.confidence - 0.05,
                    )
                )
    return extra


def _confidence(key: str, c: _Candidate) -> float:
    """Return how sure it is that the post counts; 0 for one that does not."""
    first = c.places[0].post
    cores = [p.post.core for p in c.places]
    member, part, held = c.any("member"), c.any("part"), c.any("holder")
    if key == "chief executive officer":
        return 0.95
    if key in ("chair", "vice chair"):
        plain = any(
            _CHAIR_OF_BOARD.search(core) or re.search(r"Chair(?:man|woman|person)$", core) for core in cores
        )
        return 0.9 if plain or held or part else 0
    match first.kind:
        case "chair" if first.core.endswith(("Supervisory Board", "Statutory Auditors", "Board of Management", "of Supervisors")):
            return 0.9
        case "chair":
            return 0 if _NO_BODY.search(first.core) and not held else 0.8 if member or part or held else 0
        case "director":
            return 0.75
        case "representative":
            return 0.55 if c.any("composes") else 0
        case "charge":
            return 0.6 if member or part or c.any("label") or c.any("appointed") else 0
        case "head" if _ORGAN_HEAD.search(first.core) and not held:
            return 0  # "serves as head of the … Committee": the body's ledBy, no post of its own
    if any(governance_field().search(core) for core in cores):
        if member or part or c.any("label"):
            return 0.85
        return (
            0.75
            if held and not cores[0].endswith(("anager", "anagers"))
            else 0.7
            if c.any("acts") and first.name[0].isupper()
            else 0
        )
    if member or c.any("label"):
        return 0.75
    return 0.65 if part or (held and first.kind == "chief") else 0
