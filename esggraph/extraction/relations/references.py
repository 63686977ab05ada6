"""What pronouns and missing nouns of a frame mean: "chairs it", "leads each of them", "its members", "In the chair".

A sentence about members or a chair leaves the body out when the sentence before, or the clause before, named it.
"""

from __future__ import annotations

import re

from esggraph.extraction.mentions import Mention
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.relations.subjects import main_subject
from esggraph.extraction.signs import NO_SIGN, Group, is_sign

_FAR = 1500  # characters between a body and a sentence that leaves it out
# seats and chairs are spoken of in these first, in boards only where the text is about the board
_SEATED = frozenset(("board_committee", "committee", "subcommittee", "working_group", "team", "office", "other"))
_IT = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:them|they|these|each|both|all)\b", re.IGNORECASE)
_UNREAD = re.compile(rf"(?:the|an?|our|this) [^{NO_SIGN};,]{{3,}}(?:[;,]|\band\b)", re.IGNORECASE)
PRONOUN = r"\b(?:it|them|(?:each|both|all)(?: of (?:it|them|these|(?:the |these )\w+(?: \w+)?))?)\b"
POSSESSIVE = r"\b(?:its|their|whose)\b"


def spoken_of_last(frame: Frame) -> Group:
    """Return the body of `frame` that a sentence behind it most likely leaves out."""
    about = _bodies(main_subject(frame))
    if any(m.subkind in _SEATED or m.subkind == "department" for m in about):
        return about
    seated = [m for m in frame.bodies if m.subkind in _SEATED]
    named = [m for m in seated if not _addressed(frame, m)]
    if not named and frame.setting.spoken and _IT.search(frame.text):
        return frame.setting.spoken  # "It reports to ①."
    return tuple(named or seated)[-1:] or about


def _addressed(frame: Frame, body: Mention) -> bool:
    """Return whether something only goes to `body`: "… are put to ①"."""
    tokens = frame.tokens
    return any(
        is_sign(token) and body in frame.group(token) and i > 0 and tokens[i - 1][0] == "to"
        for i, (token, _) in enumerate(tokens)
    )


def left_out(frame: Frame, at: int) -> Group:
    """Return the bodies that the text at character `at` speaks of without naming them."""
    signs = [token for token, position in frame.tokens if position < at and is_sign(token)]
    inside = tuple({m.key: m for sign in signs for m in _bodies(frame.group(sign))}.values())
    about = _bodies(main_subject(frame, at)) if inside else ()
    about = tuple(m for m in about if m in inside or m not in frame.bodies)  # nobody whom the text names only later
    if any(m.subkind in _SEATED for m in about):
        return about
    return tuple(m for m in inside if m.subkind in _SEATED)[-1:] or about or _spoken_of(frame) or inside[-1:]


def referent(frame: Frame, word: str, at: int, other: Group = (), *, seats: bool = True) -> Group:
    """Return what the pronoun `word` at character `at` means, which is nothing in `other`.

    `seats`: the sentence speaks of members or a chair, and so of a body that has such.
    """
    before = [frame.group(token) for token, position in frame.tokens if position < at and is_sign(token)][::-1]
    if _SEVERAL.match(word):
        several = next((bodies for group in before if len(bodies := _bodies(group)) > 1), ())
        return several or frame.setting.several
    if _UNREAD.match(frame.text, 0, at):
        return ()
    keys = {m.key for m in other}
    context = (_spoken_of(frame),) if seats else (frame.setting.topic, _spoken_of(frame))
    subjects = (main_subject(frame, at), _opening(frame, at))
    order = (*before, *subjects) if word.lower() == "whose" else (*subjects, *before)
    found = (_bodies(group) for group in (*order, *context))
    return next((bodies for bodies in found if bodies and keys.isdisjoint(m.key for m in bodies)), ())


def _opening(frame: Frame, at: int) -> Group:
    """Return what people sit in that opens the sentence before character `at`: "① advises ②; the CRO leads it"."""
    first = next((token for token, position in frame.tokens if position < at and is_sign(token)), "")
    opens_sentence = first and frame.text.lstrip().startswith(first)
    return tuple(m for m in frame.group(first) if m.subkind in _SEATED) if opens_sentence else ()


def _spoken_of(frame: Frame) -> Group:
    setting = frame.setting
    spoken = tuple(m for m in setting.spoken if frame.start - m.start < _FAR)
    return spoken or _bodies(setting.topic)


def _bodies(group: Group) -> Group:
    return tuple(m for m in group if m.kind == "bodies")
