"""What names themselves say: "Chairman of the Audit Committee" leads it, "Control Team of the Audit Department" is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from esggraph.extraction.frames import alternatives, words
from esggraph.extraction.mentions import Mention, Statement
from esggraph.extraction.sentences import sentence_at
from esggraph.names import normalise

# committees and boards have chairs; a manager or director of one is only a member of it
_CHAIRED = frozenset(
    (
        "shareholders_meeting",
        "board",
        "supervisory_board",
        "board_committee",
        "committee",
        "subcommittee",
        "working_group",
    )
)
_PART = re.compile(r"^(?P<part>\S.*?),?\s+(?:of|under|within)\s+(?:the\s+|our\s+|its\s+)?(?P<whole>\S.*)$")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:(?P<chair>(?:co-?)?(?:chair|chairman|chairperson|chairwoman|leader|head|convenor|convener))|(?P<head>(?:[\w&-]+ )*?{alternatives(words()['nouns']['heads'])}))"
        r",?\s+(?:of|in charge of|responsible for)\s+(?:the\s+|our\s+|its\s+)?(?P<whole>\S.*)$",
        re.IGNORECASE,
    )


@cache
def _deputy() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words()['nouns']['deputies'])}\b", re.IGNORECASE)


def named(
    doc: Doc, text: str, participants: Iterable[Mention], company: tuple[str, ...]
) -> Iterator[Statement]:
    """Yield ledBy and subUnitOf statements that the names of `participants` make.

    `text` is `doc.text`; `company` are the company's names, which make no difference between two names.
    """
    found = [m for m in participants if not m.anaphor]
    bodies: dict[str, Mention] = {}
    for m in found:
        if m.kind == "bodies":
            for form in (m.name, *m.aliases, text[m.start : m.end]):
                bodies.setdefault(normalise(form, company), m)
    for m in found:
        for form in dict.fromkeys((m.name, text[m.start : m.end])):
            if m.kind == "posts":
                statement = _leads(m, form, bodies, company)
            else:
                statement = _within(m, form, bodies, company)
            if statement:
                subject, predicate, object_ = statement
                start, end = sentence_at(doc, m.start)
                yield Statement(
                    subject=subject,
                    predicate=predicate,
                    object=object_,
                    start=start,
                    end=end,
                    confidence=0.85,
                )
                break


def _leads(
    post: Mention, form: str, bodies: dict[str, Mention], company: tuple[str, ...]
) -> tuple[Mention, str, Mention] | None:
    match = _head().match(form)
    if match is None or _deputy().search(form):
        return None
    body = bodies.get(normalise(match["whole"], company))
    if body is None or (match["head"] and body.subkind in _CHAIRED):
        return None
    return body, "ledBy", post


def _within(
    unit: Mention, form: str, bodies: dict[str, Mention], company: tuple[str, ...]
) -> tuple[Mention, str, Mention] | None:
    match = _PART.match(form)
    if match is None:
        return None
    whole = bodies.get(normalise(match["whole"], company))
    if whole is None or whole.key == unit.key:
        return None
    return unit, "subUnitOf", whole
