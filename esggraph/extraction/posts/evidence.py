"""What a report says of the titles it prints: whether the post takes part in governance, and who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from esggraph.extraction.cues import frames
from esggraph.extraction.posts.names import PostName, governance_field

_NEAR = 80  # characters beside a title in which the words of its frame stand
_LABEL = re.compile(r" ?: ?\S")  # behind a title that opens a line: "Data Protection Officer: Jane Doe"
LIST_LINK = re.compile(  # between the titles of a list
    r"(?: \([^)]*\))?(?:[,;]|[,;]? and|,? or|,? as well as|; by)?(?: both| by| to| of| for)?(?: the| our| its| an?)? "
)
_ROW_LINKS = (", ", " and ", " & ", " / ")  # between the titles that one person holds
_CHAIR_OF_BOARD = re.compile(
    r"(?:of (?:the |our |its )?"
    r"(?:(?:[Cc]ompany[’']s )?(?:[Bb]oard of [Dd]irectors|[Bb]oard|B[oO]D)|Group|Company|Corporation)$"
    r"|^(?:[Bb]oard|B[oO]D)(?:[’']s)? )"
)
_CHAIR_BEHIND = re.compile(r"(?:[Cc]ommittee|[Ss]ubcommittee|[Cc]ouncil) [Cc]hair")
_CHAIR_OF_OTHER_BOARD = re.compile(r"(?:Supervisory Board|Statutory Auditors|Board of Management|of Supervisors)$")
_NO_BODY = re.compile(r" of (?:the )?(?:Committee|Council|Board|Team)$")
_SUSTAINABILITY = re.compile(r"Sustainab|ESG|CSR|Complian|Risk|Ethic|Privacy|Data Protection|Climate|Human Rights")
_NOT_BY_HOLDER = (
    "anager",
    "ambassador",
    "champion",
    "correspondent",
)  # titles that count by a part only, not by who has them
_COMPANY_HEAD = re.compile(
    r"(?:(?:Group|President(?: and)?) )?(?:Managing|President|Representative) Director"
    r"|Director General|Representative Executive Officer"
)
_TITLED = re.compile(r"(?!.*(?:ember|uditor))(?:[A-Z][\w-]* ?)+(?<!s)")  # one "General Manager", not all of them
_OF_OTHERS = re.compile(r"(?:senior |local )?representatives? (?:of|from|for)\b")
_BARE_RANK = re.compile(r"(?:(?:Executive|Senior|Deputy) )*Vice[- ]Presidents?", re.I)
_HEAD_OF_ORGAN = re.compile(
    r"^(?:[Hh]ead|[Ll]eader|[Dd]irector|[Mm]anager)\b.*\b(?:Committee|Council|Group|Force|Board)$"
)


@dataclass(slots=True)
class Place:
    """One place of a title, and what the words around it say."""

    post: PostName
    holder: str | None
    part: bool  # leads, is responsible, reports or is reported to, approves, is appointed
    leads: bool  # the same for sure: leads, is led by, is responsible
    member: bool  # stands in a list of members
    composes: bool  # of what "is composed of" it
    seated: bool  # right in the list of what "is composed of" it, and of a body
    label: bool  # stands alone in a chart
    appointed: bool
    acts: bool  # is the subject of a verb


@dataclass(slots=True)
class Candidate:
    """All places of one post."""

    places: list[Place] = field(default_factory=list)

    def any(self, what: str) -> bool:
        """Return whether some place says `what`, the name of a field of `Place`."""
        return any(getattr(place, what) for place in self.places)


def look(
    post: PostName, text: str, sentence: tuple[int, int], holder: str | None, *, with_body: bool, label: bool
) -> Place:
    """Return what the place of a title says.

    `sentence`: the span of the sentence in `text`; `with_body`: a body stands in it; `label`: it is a chart's label.
    """
    frame = frames("post_evidence.toml")
    before = text[sentence[0] : post.start]
    if holder and (who := re.search(rf"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?{re.escape(holder)},? ?(?:the |our )?$", before)):
        before = before[: who.start()]  # "signed by Jane Roe, Managing Director"
    near = before[-_NEAR:]
    after = text[post.end : sentence[1]][:_NEAR]
    seat = "ember" in post.name  # "is a member of the Board" gives a seat, not an office
    rest = text[post.end : sentence[1]][: 5 * _NEAR]
    labelled = not before.strip() and not post.name.isupper() and _LABEL.match(after) is not None
    closes = frame["seated_after"].search(rest) is not None
    composes = closes or frame["composition"].search(before) is not None
    return Place(
        post=post,
        holder=holder,
        part=bool(labelled or frame["part_before"].search(near) or frame["part_after"].search(after)),
        leads=bool((not seat and frame["office_before"].search(near)) or frame["office_after"].search(after)),
        member=composes or (with_body and frame["member"].search(before) is not None),
        composes=composes,
        seated=closes
        or frame["seats"].search(before) is not None
        or (with_body and frame["seated"].search(before) is not None),
        label=label and holder is None,
        appointed=frame["appointed"].search(before) is not None,
        acts=bool(frame["acts"].search(after) or frame["acts_before"].search(near)),
    )


def announces_members(text: str) -> bool:
    """Return whether the items below the passage `text` are members: "The council is composed of:"."""
    return text.rstrip().endswith(":") and frames("post_evidence.toml")["announced"].search(text) is not None


def share_along_lists(text: str, places: Iterable[Place]) -> None:
    """Let titles that follow each other in a list take the same part, and a row of titles have the same holder."""
    in_order = sorted(places, key=lambda p: p.post.start)
    for first, second in pairwise(in_order):
        between = text[first.post.end : second.post.start]
        if len(between) < 24 and LIST_LINK.fullmatch(between):
            for what in ("part", "leads", "member", "composes", "seated"):
                shared = getattr(first, what) or getattr(second, what)
                setattr(second, what, shared)
                setattr(first, what, shared)
    for second, first in pairwise(reversed(in_order)):
        if text[first.post.end : second.post.start] in _ROW_LINKS and first.holder is None:
            first.holder = second.holder


def chairs_the_board(post: PostName) -> bool:
    """Return whether a chair's title is that of the company's board, by its words or by naming no other body."""
    return _CHAIR_OF_BOARD.search(post.core) is not None or (
        " of " not in post.core and not _CHAIR_BEHIND.search(post.core)
    )


def confidence(key: str, c: Candidate) -> float:
    """Return how sure it is that the post with `key` counts; 0 for one that does not.

    The figures are shares of right findings on annotated reports, rounded to 0.05.
    """
    first = c.places[0].post
    cores = [p.post.core for p in c.places]
    member, part, held, label = c.any("member"), c.any("part") or c.any("leads"), c.any("holder"), c.any("label")
    if key == "chief executive officer":
        return 0.95
    if key in ("chair", "vice chair"):
        plain = any(_CHAIR_OF_BOARD.search(core) or core.endswith(("man", "person")) for core in cores)
        return 0.9 if plain or held or part else 0
    match first.kind:
        case "chair" if _CHAIR_OF_OTHER_BOARD.search(first.core):
            return 0.9
        case "chair":
            return 0 if _NO_BODY.search(first.core) and not held else 0.8 if member or part or held or label else 0.65
        case "named":
            return 0.6
        case "seat":
            return 0.7 if sum(p.holder is not None for p in c.places) > 1 or (held and part) else 0
        case "director":
            return 0.75
        case "representative":
            return 0.55 if c.any("composes") else 0
        case "office" if _COMPANY_HEAD.fullmatch(first.name) and (held or label):
            return 0.65
        case "office" | "role":
            titled = first.kind == "office" and _TITLED.fullmatch(first.name) is not None
            return 0.6 if c.any("leads") or c.any("seated") or (titled and (part or member)) else 0
        case "people":
            return 0.55 if c.any("seated") and not _no_post(first.core) else 0
        case "charge":
            return 0.6 if member or part or label or c.any("appointed") else 0
        case "head" if _HEAD_OF_ORGAN.search(first.core) and not held:
            return 0  # "serves as head of the … Committee": the body's ledBy, no post of its own
    if held and any(_COMPANY_HEAD.fullmatch(core) for core in cores):
        return 0.65
    if any(governance_field().search(core) for core in cores):
        if member or part or label:
            return 0.85
        if cores[0].lower().removesuffix("s").endswith(_NOT_BY_HOLDER):
            named = held and _SUSTAINABILITY.search(first.core)
            return 0.55 if first.name[0].isupper() and (named or c.any("acts")) else 0
        if held:
            return 0.75
        if first.kind == "chief":
            return 0.65
        return 0.7 if c.any("acts") and first.name[0].isupper() else 0
    if member or (label and not _BARE_RANK.fullmatch(first.core)):
        return 0.75
    return 0.65 if part or (held and first.kind == "chief") else 0


def _no_post(people: str) -> bool:
    """Return whether a list means by `people` no post: "business leaders", or departments by their representatives."""
    leaders = people.endswith("leaders") and not governance_field().search(people)
    return leaders or _OF_OTHERS.match(people) is not None
