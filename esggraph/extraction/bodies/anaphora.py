"""Short forms of bodies, resolved to the body they mean: "the Committee", "(the “Ethics Committee”)", "DLC", "It"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.mentions import Mention
from esggraph.extraction.spans import Spans

_DEFINED = re.compile(
    r"\s?\(\s?(?:hereinafter |hereafter |collectively |the |referred to as |called |or |“|”|\"|‘|')*"
    r"([A-Z][\w&-]+(?: [A-Z][\w&-]+){0,4})(?:”|\"|’|')?\s?\)"
)
_CLIPPED = re.compile(r"[A-Z][a-z]+co(?:mm?)?")  # "Exco", "Remco"
_FAR = 2500  # characters between a short form in title case and the body it means
_NEAR = 700  # the same for a short form in lower case
_IT = re.compile(r"(?<=[.!?] )It\b(?! is (?:important|necessary|essential|also important|worth))")


def find_short_forms(text: str, found: list[Mention], bare: list[BodyName]) -> Iterator[Mention]:
    """Yield the anaphoric mentions of the bodies `found`.

    `bare`: heads without modifiers, as `find_names` gives them ("the Committee").
    """
    taken = Spans((m.start, m.end) for m in found)
    in_order = sorted(found, key=lambda m: m.start)
    starts = [m.start for m in in_order]
    for form, mention in _definitions(text, in_order).items():
        for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            if not taken.touches(m.start(), m.end()):
                taken.add(m.start(), m.end())
                yield _short(mention, m.start(), m.end(), 0.9)
    for name in bare:
        if name.plural or taken.touches(name.start, name.end) or name.determiner not in ("the", "this"):
            continue
        antecedent = _antecedent(in_order, starts, name)
        if antecedent is not None:
            taken.add(name.start, name.end)
            yield _short(antecedent, name.start, name.end, 0.7)
    for m in _IT.finditer(text):
        subject = _subject_before(text, in_order, starts, m.start())
        if subject is not None:
            yield _short(subject, m.start(), m.end(), 0.6)


def _short(meant: Mention, start: int, end: int, confidence: float) -> Mention:
    return Mention(
        kind=meant.kind, name=meant.name, key=meant.key, start=start, end=end, subkind=meant.subkind, anaphor=True,
        confidence=min(confidence, meant.confidence),
    )  # fmt: skip


def _definitions(text: str, found: list[Mention]) -> dict[str, Mention]:
    """Return the short forms that stand in parentheses behind a body, each with the body that it is short for."""
    forms: dict[str, Mention] = {}
    for mention in found:
        if (m := _DEFINED.match(text, mention.end)) and _short_for(m.group(1), mention.name):
            forms.setdefault(m.group(1), mention)
    return forms


def _short_for(form: str, name: str) -> bool:
    """Return whether `form` is an acronym that begins like a word of `name`, or ends with the name's head."""
    if " " in form:
        return form.split()[-1].lower() == name.split()[-1].lower()
    begins = {word[0].lower() for word in re.findall(r"\w+", name)}
    clipped = _CLIPPED.fullmatch(form) is not None
    return (clipped or sum(c.isupper() for c in form) > 1) and form[0].lower() in begins


def _antecedent(found: list[Mention], starts: list[int], name: BodyName) -> Mention | None:
    limit = _FAR if name.name[0].isupper() else _NEAR
    for i in range(bisect_left(starts, name.start) - 1, -1, -1):
        mention = found[i]
        if name.start - mention.end > limit:
            return None
        if re.search(rf"\b{name.head}s?\b", mention.name, re.I):
            return mention
    return None


_FRONTED = re.compile(r"(?:To|For|From|With|Within|Under|Below|Beside|Besides|In|At|On|By) (?:the |our |its )?")
_BEHIND_FRONTED = re.compile(r", (?:the|our|an?) ")


def _subject_before(text: str, found: list[Mention], starts: list[int], at: int) -> Mention | None:
    """Return the body that begins the sentence before the one that starts at `at`."""
    line = text.rfind("\n", 0, at) + 1
    previous = max(line, text.rfind(". ", line, at - 2) + 2 if text.rfind(". ", line, at - 2) >= 0 else line)
    i = bisect_left(starts, previous)
    if i < len(found) and found[i].end <= at and _FRONTED.fullmatch(text, previous, found[i].start):
        following = found[i + 1] if i + 1 < len(found) else None  # "To the Board, the Committee gives …"
        if following and following.end <= at and _BEHIND_FRONTED.fullmatch(text, found[i].end, following.start):
            return following
        return None
    if i < len(found) and found[i].start - previous <= 12 and found[i].end <= at:
        return found[i]
    return None
