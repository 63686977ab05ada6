"""What names say: "Chairman of the Audit Committee" leads it, "Control Team of the Audit Department" is part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from esggraph.extraction.mentions import Mention, Statement, weighed
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.signs import alternatives, words
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
_DESCRIBED = re.compile(r"\b(?:members?|consisting|composed|comprising|made up)\b", re.IGNORECASE)
_IN_CHARGE = re.compile(r" (?:in charge of|responsible for) ")  # a matter, which need not be a department's
_UNITS = {"Div": "Division", "Dept": "Department", "HQ": "Headquarters", "Ctr": "Center"}
_SHORT_UNIT = re.compile(rf"\b({'|'.join(_UNITS)})(?:\.|\b)")
_PART = re.compile(r"^(?P<part>\S.*?),?\s+(?:of|under|within)\s+(?:the\s+|our\s+|its\s+)?(?P<whole>\S.*)$")


@cache
def _head() -> re.Pattern[str]:
    chairs, heads = (alternatives(words()["nouns"][key]) for key in ("heading_chairs", "heads"))
    return re.compile(
        rf"^(?:(?P<chair>(?:co-?)?{chairs})|(?P<head>(?:[\w&-]+ )*?{heads}))"
        r"(?:,?\s+(?:of|for|in charge of|responsible for)|,|\s+[–—-])\s+"
        r"(?:the\s+|our\s+|its\s+)?(?P<whole>\S.*)$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """The other order: "Audit Committee Chair"."""
    chairs = alternatives(words()["nouns"]["heading_chairs"])
    return re.compile(rf"^(?P<whole>\S.*?)\s+(?P<chair>{chairs})(?P<head>(?!))?$", re.IGNORECASE)


@cache
def _deputy() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words()['nouns']['deputies'])}\b", re.IGNORECASE)


def forms_of_bodies(text: str, bodies: Iterable[Mention], company: tuple[str, ...]) -> dict[str, Mention]:
    """Return a mention of each of `bodies` for every normal form of its names. `text` is `doc.text`."""
    found: dict[str, Mention] = {}
    for m in bodies:
        if not m.anaphor:
            for form in (m.name, *m.aliases, text[m.start : m.end]):
                found.setdefault(normalise(form, company), m)
    return found


def heads(
    text: str, posts: Iterable[Mention], bodies: dict[str, Mention], company: tuple[str, ...]
) -> dict[str, Mention]:
    """Return the body that each of `posts` leads by its name, by the post's key.

    `bodies`: as `forms_of_bodies` gives them; `company`: the company's names, which make no difference between names.
    """
    led: dict[str, Mention] = {}
    for post in posts:
        for form in (post.name, text[post.start : post.end]):
            if body := led_unit(form, bodies, company):
                led.setdefault(post.key, body)
    return led


def led_unit(title: str, bodies: dict[str, Mention], company: tuple[str, ...]) -> Mention | None:
    """Return the body that `title` says its holder leads: "Head of Group Legal", "Audit Committee Chair"."""
    match = _head().match(title) or _behind().match(title)
    if match is None or _deputy().search(title):
        return None
    body = _unit(match["whole"], bodies, company)
    if body is None and not _IN_CHARGE.search(title):
        body = _unit(f"{match['whole']} department", bodies, company)
    return None if body is None or (match["head"] and body.subkind in _CHAIRED) else body


def _unit(name: str, bodies: dict[str, Mention], company: tuple[str, ...]) -> Mention | None:
    return bodies.get(normalise(_SHORT_UNIT.sub(lambda m: _UNITS[m.group(1)], name), company))


def named(
    doc: Doc,
    text: str,
    participants: Iterable[Mention],
    bodies: dict[str, Mention],
    led: dict[str, Mention],
    company: tuple[str, ...],
) -> Iterator[Statement]:
    """Yield ledBy and subUnitOf statements that the names of `participants` make. `led`: as `heads` gives it."""
    for m in participants:
        if m.anaphor:
            continue
        start, end = sentence_at(doc, m.start)
        if m.kind == "posts" and m.key in led:
            if any(led_unit(form, bodies, company) for form in (m.name, text[m.start : m.end])):
                yield _stated(led[m.key], "ledBy", m, start, end)
        elif m.kind == "bodies" and (whole := _within(m, text[m.start : m.end], bodies, company)):
            yield _stated(m, "subUnitOf", whole, start, end)


def _stated(subject: Mention, predicate: str, object_: Mention, start: int, end: int) -> Statement:
    confidence = weighed(0.85, subject, object_)
    return Statement(subject=subject, predicate=predicate, object=object_, start=start, end=end, confidence=confidence)


def _within(unit: Mention, printed: str, bodies: dict[str, Mention], company: tuple[str, ...]) -> Mention | None:
    for form in dict.fromkeys((unit.name, printed)):
        match = _PART.match(form)
        # "Board of Management" is one name; a part has a name of its own
        if match and match["part"].lower() != "board" and not _DESCRIBED.search(match["part"]):
            whole = bodies.get(normalise(match["whole"], company))
            if whole and whole.key != unit.key:
                return whole
    return None
