"""Bodies that have no name of their own but a place: "business units" on a line of defence, "functional departments,
such as Human Resources and Legal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esggraph.extraction.body_names import BodyName

_PLACES = re.compile(
    r"\blines? of defen[cs]e|\b(?:first|second|third|1st|2nd|3rd) defen[cs]e|\b(?:two|three|four|five)[- ](?:tier|level|layer)|\bdefen[cs]e lines?",
    re.I,
)
_ELEMENT = r"[A-Z][\w&/-]*(?: (?:(?:and|&|of) )?[A-Z][\w&/-]*)*"
_HEADLESS = re.compile(
    rf"\b(?P<head>departments|divisions|functions|teams|committees|offices|units)(?:,)? ?\(?(?:such as|including|namely|like|e\.g\.|i\.e\.|:|-|–) ?(?:the )?"
    rf"(?P<list>{_ELEMENT}(?:, (?:and )?(?:the )?{_ELEMENT})+(?: and {_ELEMENT})?)"
)  # fmt: skip
_HEAD = re.compile(
    r"\b(?:Committees?|Departments?|Divisions?|Teams?|Offices?|Cent(?:er|re)s?|Functions?|Groups?|Units?|Boards?|Councils?)\b"
)


def find_headless(text: str) -> Iterator[BodyName]:
    """Yield the units of lists that leave out their head: "departments, such as Human Resources, Safety and Legal"."""
    for m in _HEADLESS.finditer(text):
        head = m["head"][:-1]
        at = m.start("list")
        for part in _elements(m["list"]):
            start = text.index(part, at)
            at = start + len(part)
            if not _HEAD.search(part):
                yield BodyName(
                    name=f"{part} {head.capitalize()}", start=start, end=at, head=head, kind="team" if head == "team" else "department",
                    organ=False, modifiers=part, complement="", cased=True, plural=False, shared=True, determiner="", acronym="",
                )  # fmt: skip


def _elements(words: str) -> list[str]:
    """Return the elements of a printed list; an "and" inside an element stays when commas part the others."""
    pieces = re.split(r", (?:and )?(?:the )?", words)
    if not re.search(r", and ", words) and (m := re.fullmatch(r"(.+) and (.+)", pieces[-1])):
        pieces[-1:] = [m.group(1), m.group(2)]
    return pieces


def may_be_unnamed(name: BodyName) -> bool:
    """Return whether `name` is a plural that can stand for a layer of the organisation: "business units"."""
    vague = set(name.modifiers.lower().split()) & {
        "respective",
        "relevant",
        "related",
        "independent",
        "various",
        "other",
        "all",
    }
    return (
        (name.plural or name.shared)
        and name.head in ("department", "division", "unit", "team", "office", "headquarters")
        and not vague
    )


def placed(sentence: str) -> bool:
    """Return whether `sentence` places bodies on lines of defence or on tiers, so that unnamed ones count too."""
    return _PLACES.search(sentence) is not None
