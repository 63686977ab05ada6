"""Where a text speaks of three lines of defence: there "the second line" means one of them."""

from __future__ import annotations

import re

from esggraph.extraction.document import Passage

_MODEL = re.compile(
    r"\blines? of defen[cs]e|\bdefen[cs]e lines?|\bthree (?:levels? of )?defen[cs]es?\b"
    r"|\b(?:three|3)[ -]lines?[ -](?:of (?:accountability|control|assurance|responsibility)"
    r"|model|mechanism|framework|system|structure|approach|principle|concept)"
    r"|[“\"‘](?:three|3)[ -]lines?[”\"’]"
    r"|\b(?:first|second|third) (?:level )?defen[cs]e\b"
    r"|\b(?:three|3|four|4) lines\b(?:[^\n]{0,120}?\b(?:first|1st|line (?:1|one))\b|[ .:]*$)"
    r"|\b(?:three|3|four|4) lines of (?:the )?(?:COSO|IIA|Institute)\b"
    r"|\b(?:three|3) (?:circles|layers|levels) of (?:control|defen[cs]e|assurance)"
    r"|\blines of (?:responsibility|control|assurance)\b"
    r"|\b[123]LoD\b"
    r"|\b(?:first|second|third|1st|2nd|3rd)[ -]level (?:controls?|checks?|monitoring|assurance)\b"
    # the model is not named where its lines stand together
    r"|\b(first|second) line\b[^\n]{0,600}?\b(?!\1)(?:second|third) line\b",
    re.IGNORECASE | re.MULTILINE,
)


def speaks_of_lines(text: str) -> bool:
    """Return whether `text` speaks of lines of defence."""
    return bool(_MODEL.search(text))


def spoken_of(text: str, everything: tuple[Passage, ...]) -> list[int]:
    """Return where `text` or a heading over its passages speaks of lines of defence, in order.

    Soon after such a place, "the second line" means one of them.
    """
    headed = (p.start for p in everything if speaks_of_lines("".join(p.block.section[-1:])))
    return sorted({*(match.start() for match in _MODEL.finditer(text)), *headed})
