"""Bodies that every company has one of: the general meeting, the boards, the management, with all their wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from esggraph.extraction.bodies.choice import about_governance
from esggraph.extraction.cues import frames, load
from esggraph.extraction.mentions import Mention
from esggraph.extraction.spans import Spans

_ARTICLE = re.compile(r"(?:the|our) ", re.I)
_NAMED = re.compile(r"\b(?!(?:The|Our|Group|Company)\b)[A-Z][\w&]* $")  # "EMF Leadership Team": a team with a name
_WORD_BEFORE = re.compile(r"\b([a-z][a-z-]+) $")
_MANAGEMENT = re.compile(r"\b[Mm]anagement\b")
_NEAR = 50  # characters beside "management" in which the words stand that tell what it is
_PLAIN_BOARD = re.compile(
    r"\b(?:[Tt]he|[Oo]ur) (?:full |entire |unitary )?(?P<board>board)(?![\w-])"
    r"(?! of \w|(?: \w+){0,2} (?:committees?|members?|director)\b"
    r"| (?:secretar|charter|chair|level|room|meeting|polic|papers?|composition|diversity|evaluation|games?)\w*)"
)


@cache
def _wordings() -> tuple[tuple[str, str, re.Pattern[str], bool], ...]:
    """Return the key, the kind and the wordings of each body, and whether these are short forms; those come last."""
    bodies = load("body_standing.toml")["bodies"].items()
    return tuple(
        (key, body["kind"], re.compile(_whole(body[section]), re.I), section == "short_forms")
        for section in ("wordings", "short_forms")
        for key, body in bodies
        if section in body
    )


def _whole(wordings: list[str]) -> str:
    """Return the pattern of any of `wordings` as whole words, with any kind of apostrophe."""
    return rf"(?<![\w-])(?:{'|'.join(wordings)})(?![\w-])".replace("’", "['’]")


def find_standing(text: str) -> list[Mention]:
    """Return the mentions of standing bodies in `text`.

    The management counts only if some place gives it a part: a duty, a report, a line of defence.
    """
    found = list(_told_apart(list(_mentions(text))))
    found += _plain_board(text, found)
    found += _plain_management(text, found)
    managed = any(m.key == "management" and _takes_part(text, m) for m in found)
    return [m for m in found if m.key != "management" or managed]


def _mentions(text: str) -> Iterator[Mention]:
    taken = Spans()
    for key, kind, pattern, short in _wordings():
        for m in pattern.finditer(text):
            article = _ARTICLE.match(m.group())
            start = m.start() + (article.end() if article else 0)
            if text.startswith("Group ", start - 6) and start >= 6:
                start -= 6
            named = key == "management" and (
                _NAMED.search(text, max(0, start - 24), start) or _manages_a_thing(text, start, m.end())
            )
            if named or taken.touches(start, m.end()):
                continue
            if short and f"({m.group()})" in text:
                break  # the report says what it means by the short form
            taken.add(start, m.end())
            name = text[start : m.end()] if kind == "management" else _as_a_name(text[start : m.end()])
            # "Board of Directors" names the body better than "Board"
            sure = 0.8 if key == "management" else 0.95 if " " in name else 0.94
            yield Mention(kind="bodies", name=name, key=key, start=start, end=m.end(), subkind=kind, confidence=sure)


def _told_apart(found: list[Mention]) -> Iterator[Mention]:
    """Yield `found`, in which an executive board beside a management board has a key of its own."""
    names = {m.name.lower().removeprefix("group ") for m in found if m.key == "management-board"}
    two = {"executive board", "management board"} <= names
    for m in found:
        yield replace(m, key="executive board") if two and m.name.lower().endswith("executive board") else m


def _manages_a_thing(text: str, start: int, end: int) -> bool:
    """Return whether the word before "management team" says what it manages: "the privacy management team"."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before is None or not text[start:end].lower().startswith("management team"):
        return False
    return before[1] in load("body_standing.toml")["words"]["managed_things"] or about_governance(before[1])


def _plain_board(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield "the board" in lower case where the report never prints it with a capital and has one board only."""
    keys = {m.key for m in found}
    if keys & {"management-board", "supervisory-board"} or any(m.key == "board" and m.name == "Board" for m in found):
        return
    taken = Spans((m.start, m.end) for m in found)
    for m in _PLAIN_BOARD.finditer(text):
        if not taken.touches(m.start("board"), m.end()):
            yield Mention(
                kind="bodies", name="Board", key="board", start=m.start("board"), end=m.end(), subkind="board",
                confidence=0.9,
            )  # fmt: skip


def _plain_management(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield "management" alone where it stands for the managers, not for what is managed or how."""
    frame = frames("body_standing.toml")
    taken = Spans((m.start, m.end) for m in found)
    for m in _MANAGEMENT.finditer(text):
        before, after = text[max(0, m.start() - _NEAR) : m.start()], text[m.end() : m.end() + _NEAR]
        capital = m.group()[0] == "M" and before.endswith(("the ", "The "))
        alone = frame["by_management"].match(after) and (capital or frame["with_management"].search(before))
        beside = frame["not_managed"].match(after) and frame["beside_management"].search(before)
        if (alone or beside) and not taken.touches(m.start(), m.end()):
            yield Mention(
                kind="bodies", name=m.group(), key="management", start=m.start(), end=m.end(), subkind="management",
                confidence=0.7,
            )  # fmt: skip


def _as_a_name(wording: str) -> str:
    """Return the wording of a formal body in title case, as reports print it where they name it first."""
    return (
        re.sub(r"\b(?!of\b|the\b|and\b)[a-z]", lambda m: m.group().upper(), wording)
        .replace("’S", "’s")
        .replace("'S", "'s")
    )


def _takes_part(text: str, m: Mention) -> bool:
    """Return whether the management has a part at this place, or stands alone as a chart's label does."""
    frame = frames("body_standing.toml")
    line_start = text.rfind("\n", 0, m.start) + 1
    line_end = text.find("\n", m.end)
    before = text[max(line_start, m.start - 160) : m.start]
    after = text[m.end : line_end if line_end >= 0 else len(text)][:80]
    alone = not before and not after
    return (
        alone
        or any(frame[f].search(before) for f in ("told", "listed", "supervised", "done"))
        or frame["acts"].search(after) is not None
    )
