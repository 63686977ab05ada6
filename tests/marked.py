"""Text with its bodies and posts marked, so that tests of relations do not depend on how those are found.

"The [Audit Committee] reports to the [Board]." marks two bodies, "{CFO}" a post, "[the committee=Audit Committee]" a short
form of a body.
"""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc

from esggraph.extraction.mentions import Mention, add_mentions, statements
from esggraph.extraction.relations.component import RelationFinder
from esggraph.extraction.sentences import SentenceSplitter
from esggraph.names import normalise

_MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]|\{([^}]+)\}")
_KINDS = (
    ("general meeting", "shareholders_meeting"),
    ("supervisory board", "supervisory_board"),
    ("board of supervisors", "supervisory_board"),
    ("board", "board"),
    ("subcommittee", "subcommittee"),
    ("committee", "committee"),
    ("council", "committee"),
    ("working group", "working_group"),
    ("office", "office"),
    ("department", "department"),
    ("team", "team"),
    ("management", "management"),
)


def marked(text: str, board_committees: tuple[str, ...] = ()) -> Doc:
    """Return the Doc of `text` without its marks, with sentences, mentions and the statements found in it."""
    plain, found, at = [], [], 0
    for mark in _MARK.finditer(text):
        plain.append(text[at : mark.start()])
        at = mark.end()
        printed = mark[1] or mark[3]
        start = sum(map(len, plain))
        name = mark[2] or printed
        plain.append(printed)
        found.append(
            Mention(
                kind="posts" if mark[3] else "bodies",
                name=name,
                key=normalise(name),
                start=start,
                end=start + len(printed),
                subkind="" if mark[3] else "board_committee" if name in board_committees else _kind(name),
                anaphor=bool(mark[2]),
            )
        )
    plain.append(text[at:])
    doc = SentenceSplitter()(spacy.blank("en")("".join(plain)))
    for kind in ("bodies", "posts"):
        add_mentions(doc, kind, [m for m in found if m.kind == kind])
    return RelationFinder()(doc)


def triples(text: str, *predicates: str, board_committees: tuple[str, ...] = ()) -> set[str]:
    """Return the statements of marked `text` as "subject predicate object"; of `predicates` only, where given."""
    return {
        f"{s.subject.name} {s.predicate} {s.object if isinstance(s.object, str) else s.object.name}"
        for s in statements(marked(text, board_committees))
        if (s.predicate in predicates if predicates else s.predicate != "responsibleFor")
    }


def _kind(name: str) -> str:
    return next((kind for words, kind in _KINDS if words in name.lower()), "other")


def hierarchy(text: str) -> set[str]:
    """Return those of the `triples` that place one actor above another."""
    return {t for t in triples(text) if any(f" {p} " in t for p in ("reportsTo", "subUnitOf", "oversees"))}
