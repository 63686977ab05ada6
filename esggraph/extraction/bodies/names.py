"""The grammar of the names of governance bodies: where a name begins and ends, and the names that a list writes short.

A name is modifiers, a head ("Committee", "Department") and perhaps a complement ("on Corporate Governance"). Whether a
name is one of the company's bodies is not decided here. Offsets are characters of the text given, 0-based, ends
exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from esggraph.extraction.bodies.reach import complement_behind, is_dedicated, modifiers_before, shared_complement
from esggraph.extraction.bodies.words import generic, words
from esggraph.extraction.cues import load
from esggraph.extraction.title_runs import TOKEN

_WINDOW = 160  # characters looked at on either side of a head: longer names do not occur
_ACRONYM = re.compile(
    r"\s?\(\s?(?:the |“|\"|‘)*([A-Z][A-Za-z]{0,3}[A-Z&-][A-Za-z&-]{0,9}|[A-Z][a-z]+co(?:mm?)?)(?:”|\"|’)?\s?\)"
)
_DETERMINER = re.compile(r"(?:\b(the|a|an|our|its|their|this|that|such|each|any|all|other)|(['’]s?))\s+$", re.I)
_FOOTNOTE = re.compile(r"(?<=[a-z])[¹²³⁴-⁹]+(?= |$)")
_FIELD = r"(?:health|safety|environment|environmental|security|hygiene|welfare|wellbeing)"
_AND = re.compile(
    rf" (?:and|&) (?!{_FIELD}\b)|(?<!health)(?<!safety)(?<!security)(?<!nment)(?<!mental) (?:and|&) ", re.I
)


_ELEMENT = re.compile(
    r"\b(?!(?:and|or|for|at|in|on)\b)"
    r"(?:[A-Z][\w&-]*(?: (?:(?:&|of) )?[A-Z][\w&-]*)*|[a-z][a-z-]+(?: (?!and\b)[a-z-]+)?)"
)
_FURTHER = rf"(?:(?P=preposition) )?(?:the )?{_ELEMENT.pattern}"
_EACH = re.compile(
    rf" (?P<preposition>for|at|in|on) (?:the )?(?P<list>{_ELEMENT.pattern}(?:, {_FURTHER})*,? and {_FURTHER})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """One place where a body's name stands."""

    name: str  # written out, as printed
    start: int
    end: int
    head: str  # the head in the singular and lower case
    kind: str  # what the head says of its kind, one of BODY_KINDS
    organ: bool  # the head is that of a body that counts by its name; else of a unit
    modifiers: str  # what stands before the head
    complement: str = ""  # what stands behind it, with its preposition
    cased: bool = True  # modifiers (or, without any, complement) in title case
    plural: bool = False  # printed in the plural and not one of several names written together
    shared: bool = False  # written out of several names that share their head: "Audit and Risk Committees"
    determiner: str = ""  # the article before the name in lower case, "'s" for a possessive, or ""
    lead: int = -1  # where the list begins of which it is an element after the first; -1 for any other
    acronym: str = ""  # "ELC" in "Example Leadership Committee (ELC)", or ""


def find_names(text: str, known: frozenset[str] = frozenset()) -> Iterator[BodyName]:
    """Yield the names of bodies in `text`, in the order of their heads; bare heads ("the Committee") too.

    `known`: modifiers in lower case ("remuneration and appraisal") that some singular head of the text has: these are
    not taken apart where several names share a head. Names do not cross line ends.
    """
    for m in words().heads.finditer(text):
        name = _name_at(text, m)
        if name is not None:
            yield from _written_out(text, name, known)


def shared_modifiers(text: str) -> frozenset[str]:
    """Return the modifiers with an "and" that stand before a singular head in `text`, in lower case."""
    return frozenset(
        n.modifiers.lower().replace("&", "and")
        for n in find_names(text)
        if not n.plural and not n.shared and _AND.search(n.modifiers)
    )


def plain_name(name: BodyName) -> str:
    """Return the name without adjectives that tell nothing: "carbon team" of "dedicated carbon team"."""
    if not name.cased and name.complement.startswith("of ") and generic(name.modifiers):
        return name.name[name.name.lower().rindex(name.head, 0, -len(name.complement)) :]
    parts = name.name.split()
    kept = words().kept_adjectives
    while not name.cased and len(parts) > len(name.head.split()) + 1 and parts[0].lower() in words().adjectives:
        if parts[1].lower() in kept.get(parts[0].lower(), ()):
            break  # "internal audit team"
        parts.pop(0)
    return " ".join(parts)


def _name_at(text: str, m: re.Match[str]) -> BodyName | None:
    """Return the name whose head is `m`, or None where the head is part of another word or of another thing's name."""
    printed = m.group()
    head = re.sub(r"[ -]+", " ", m.group(1).lower()).replace("sub ", "sub-")
    line_start = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _WINDOW)
    line_end = text.find("\n", m.end(), m.end() + _WINDOW)
    line_end = min(m.end() + _WINDOW, len(text)) if line_end < 0 else line_end
    left = [(t.group(), t.start()) for t in TOKEN.finditer(text, line_start, m.start())]
    glued = left and left[-1][1] + len(left[-1][0]) == m.start() and left[-1][0][-1].isalnum()
    barred = (head in words().cased_heads and printed[0].islower()) or (head in words().single_heads and m.group(2))
    if glued or barred or _part_of_another(text, m, head, line_end):
        return None
    at, cased = modifiers_before(left, printed)
    start = left[at][1] if at < len(left) else m.start()
    needed = words().needs.get(head)
    if needed and not set(re.findall(r"[\w-]+", text[start : m.start()].lower())[-1:]) & needed:
        start = m.start()
        if head in words().weak_heads and not (printed.islower() and is_dedicated(text, m.end(), line_end)):
            return None
    modifiers = text[start : m.start()].strip()
    if head.startswith("management ") and not generic(modifiers.lower().replace("executive", "")):
        head = head.removeprefix("management ")  # "Crisis Management Team" is a team, not the one that runs the company
        modifiers += text[m.start() - 1 : m.end() - len(printed.split()[-1])].rstrip()
    complement, end = complement_behind(text, m.end(), line_end, printed, modifiers)
    name = text[start:end]
    if not complement and printed[0].islower() and generic(modifiers):
        complement = shared_complement(text, m.end(), line_end)
        name += complement
    before = _DETERMINER.search(text, max(line_start, start - 12), start)
    acronym = _ACRONYM.match(text, end)
    return BodyName(
        name=" ".join(_FOOTNOTE.sub("", name).split()),
        start=start,
        end=end,
        head=head,
        kind=words().organs.get(head) or words().units[head],
        organ=head in words().organs,
        modifiers=modifiers,
        complement=complement.strip(),
        cased=cased if modifiers else complement != "" and complement.split()[-1][0].isupper(),
        plural=m.group(2) != "",
        determiner=(before.group(1) or "'s").lower() if before else "",
        acronym=acronym.group(1) if acronym else "",
    )


def _part_of_another(text: str, m: re.Match[str], head: str, line_end: int) -> bool:
    """Return whether the word right behind the head makes it part of another name: "Board Secretary"."""
    behind = TOKEN.match(text, m.end() + 1, line_end)
    if behind is None or text[m.end()] != " " or behind.group().lower() not in words().behind:
        return False
    return m.group()[0].isupper() and (head == "board" or (head in words().units and behind.group()[0].isupper()))


def _written_out(text: str, name: BodyName, known: frozenset[str]) -> Iterator[BodyName]:
    """Yield `name`, or each of the several names that share its plural head."""
    parts = split_modifiers(name.modifiers, known) if name.plural else []
    levels = load("body_names.toml")["levels"]["words"]
    if (not name.organ and len(parts) == 2 and "&" in name.modifiers) or name.modifiers.split(" ")[0].lower() in levels:
        parts = []  # "our Law & Policy teams", "local ethics and safety committees"
    if len(parts) < 2 and name.plural and (purposes := list(_one_for_each(text, name))):
        yield from purposes
        return
    if len(parts) < 2:
        yield name
        return
    complement = f" {name.complement}" if name.complement else ""
    head = name.name.removesuffix(complement).split()[-len(name.head.split()) :]
    singular = " ".join(head).removesuffix("s").removesuffix("S")
    for number, part in enumerate(parts, 1):
        start = text.index(part, name.start)
        yield replace(
            name,
            name=f"{part} {singular}{complement}",
            start=start,
            end=name.end if number == len(parts) else start + len(part),
            modifiers=part,
            plural=False,
            shared=True,
            lead=name.start if number > 1 else -1,
            acronym="",
        )


def _one_for_each(text: str, name: BodyName) -> Iterator[BodyName]:
    """Yield the bodies that a plural names with what each is for, or where it is: "committees for A and for B"."""
    head_end = name.end - len(name.complement) - 1 if name.complement else name.end
    m = _EACH.match(text, head_end) if name.organ and name.kind != "union" else None
    if m is None:
        return
    preposition = m["preposition"]
    again = f" {preposition} " in m["list"]
    elements = list(_ELEMENT.finditer(text, *m.span("list")))
    plain = any(e.group()[0].islower() for e in elements)
    if preposition in ("in", "at"):
        if plain:
            return
    elif not again and len(elements) < 3:
        return  # "committees for health and safety"
    base = " ".join(text[name.start : head_end].split()).removesuffix("s")
    for number, e in enumerate(elements):
        yield replace(
            name,
            name=f"{base} {preposition} {e.group()}",
            start=name.start if number == 0 else e.start(),
            end=e.end(),
            complement=f"{preposition} {e.group()}",
            cased=name.cased,
            plural=False,
            shared=True,
            lead=name.start if number else -1,
        )


def split_modifiers(modifiers: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the modifiers of each of several names that share a plural head.

    >>> split_modifiers("Audit, Nomination and Remuneration")
    ['Audit', 'Nomination', 'Remuneration']
    >>> split_modifiers("Audit, and Remuneration and Appraisal", frozenset({"remuneration and appraisal"}))
    ['Audit', 'Remuneration and Appraisal']
    """

    def plain(part: str) -> str:
        return part.lower().replace("&", "and")

    if plain(modifiers) in known:
        return [modifiers]
    *pieces, last = (p.strip() for p in modifiers.split(","))
    if m := re.match(r"(?:and|&) ", last):
        return [p for p in (*pieces, last[m.end() :]) if p]
    joints = list(_AND.finditer(last))
    if not joints:
        return [p for p in (*pieces, last) if p]
    middle = joints[-1] if pieces else joints[len(joints) // 2]
    cut = next((m for m in joints if {plain(last[: m.start()]), plain(last[m.end() :])} & known), middle)
    return [p for p in (*pieces, last[: cut.start()], last[cut.end() :]) if p]
