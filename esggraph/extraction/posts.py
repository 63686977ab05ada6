"""Finds the governance posts of the reporting company: titles that take part, and who holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.bodies import company_names
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.post_names import PostName, acronyms, find_posts, load_words
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.spans import Spans
from esggraph.names import normalise

_INSTRUMENTS = ("policies", "laws", "standards", "certifications")
_PART_BEFORE = re.compile(
    r"\b(?:(?:chaired|led|headed|spearheaded|overseen|supervised|directed|approved|signed|coordinated|appointed|guided|managed|supported|co-chaired) by"
    r"|reports? (?:directly )?to|reporting (?:directly )?to|(?:comprise|consist|compos|includ|made up|member|such as)\w*|responsibility of|lies with|rests with|leadership of|direction of|guidance of|supervision of"
    r"|accountable to|appoint\w*|establish\w* (?:a|the)|delegated to|designat\w*|Membership|held by|submitted to|presented to|as (?:our|the|a))\b[^.]{0,300}$", re.I)  # fmt: skip
_PART_AFTER = re.compile(
    r"^[^.;]{0,40}\b(?:responsible|in charge|accountable|chairs?|leads?|heads?|oversees?|supervises?|reports? (?:directly )?to|serves? as|reviews?|approves?|signed|evaluates?|manages?|directs?|acts? as|monitors?|who is|members?|represents?)\b", re.I)  # fmt: skip
_PERSON = r"[A-Z][\w’'.-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|di|da) )?(?: [A-Z][\w’'-]+){1,2}"
_TITLED = re.compile(rf"(?:Mr|Mrs|Ms|Dr|Prof)\.? ((?:[A-Z][\w’'-]*\.? ?){{1,4}}?),? ?(?:(?:is|as|was|the|our|[A-Z]\w+[’']s) )*$")
_BEFORE = re.compile(rf"(?:^|[.;:,\n“(•] ?|\b(?:by|from|to|and|hired|appointed|with|of) )({_PERSON}),? ?(?:(?:the|our|as|as our|Male|Female|\w+[’']s|[A-Z]\w+) )?$")
_AFTER = re.compile(rf"^,? (?:(?:Mr|Mrs|Ms|Dr)\.? )?({_PERSON})(?=[,.;)]|\s|$)")


@dataclass(slots=True)
class _Candidate:
    names: list[tuple[PostName, str | None]] = field(default_factory=list)
    part: int = 0
    held: int = 0


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
    inside = Spans([(m.start, m.end) for kind in _INSTRUMENTS for m in mentions(doc, kind)])
    common = set(re.findall(r"\b[a-z]+\b", text))
    own = {w.lower() for n in company for w in n.split()}
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    for post in find_posts(text):
        if inside.covers(post.start, post.end) or _elsewhere(text, post, company):
            continue
        candidate = candidates[_key(post, company)]
        start, end = sentence_at(doc, post.start)
        before, after = text[max(start, post.start - 300) : post.start], text[post.end : min(end, post.end + 80)]
        holder = _holder(text, post, common, own)
        candidate.names.append((post, holder))
        candidate.part += _PART_BEFORE.search(before) is not None or _PART_AFTER.search(after) is not None
        candidate.held += holder is not None
    found = []
    for key, candidate in candidates.items():
        confidence = _confidence(key, candidate)
        if confidence > 0:
            found += [
                Mention(kind="posts", name=p.name, key=key, start=p.start, end=p.end, subkind="", confidence=confidence, holder=holder)
                for p, holder in candidate.names
            ]
    return sorted(found, key=lambda m: (m.start, m.end))


def _key(post: PostName, company: tuple[str, ...]) -> str:
    if post.kind == "chair" and not re.search(r" of |[Bb]oard|B[oO]D", post.name):
        return "chair" if "ice" not in post.name else "vice chair"
    if post.kind == "chair" and re.search(r"[Cc]hair\w* of (?:the |our )?(?:Board of Directors|B[oO]D|Board)$|^B", post.name):
        return "chair" if "ice" not in post.name else "vice chair"
    return normalise(post.core, company)


def _elsewhere(text: str, post: PostName, company: tuple[str, ...]) -> bool:
    after = text[post.end : post.end + 60]
    m = re.match(r",? (?:of|at|for) (?:the )?((?:[A-Z][\w&.-]*|and|of|for|&)(?: (?:[A-Z][\w&.-]*|and|of|for|&))*)", after)
    if not m:
        return False
    other = m.group(1)
    return not any(other.lower().startswith(n.lower()) or n.lower().startswith(other.lower()) for n in company) and not re.match(
        r"(?:Company|Group|Board|BOD|BoD|Corporation)\b", other
    )


def _holder(text: str, post: PostName, common: set[str], own: set[str]) -> str | None:
    line = text.rfind("\n", 0, post.start) + 1
    before = text[max(line, post.start - 80) : post.start]
    after = text[post.end : post.end + 60].split("\n")[0]
    for pattern, context in ((_TITLED, before), (_BEFORE, before), (_AFTER, after)):
        m = pattern.search(context)
        if m and _person(m.group(1), common, own):
            return m.group(1).strip()
    return None


def _person(name: str, common: set[str], own: set[str]) -> bool:
    words = [w.strip(".,") for w in name.split()]
    return len(words) >= 2 and all(
        w.lower() not in common and w.lower() not in own and not w.isupper() and not (set(w.lower().split("-")) & common == set(w.lower().split("-")))
        for w in words if len(w) > 2
    )  # fmt: skip


def _confidence(key: str, c: _Candidate) -> float:
    first = c.names[0][0]
    if key in ("chair", "vice chair", "chief executive officer"):
        return 0.9
    field = re.search("|".join(map(re.escape, load_words()["fields"]["stems"])), first.core.lower()) is not None
    if first.kind == "chair":
        return 0.7 if c.part or c.held else 0
    if first.kind == "director":
        return 0.6
    if field:
        return 0.8 if c.part or c.held else 0
    return 0.6 if c.part or (c.held and first.kind == "chief") else 0
