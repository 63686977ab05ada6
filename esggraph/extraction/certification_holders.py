"""Who or what holds a certificate: the company, or the parts of it that the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from esggraph.extraction.certification_frames import cues
from esggraph.names import normalise

_WORD = r"[A-Z][\w&'’®.-]*(?:\([^()\n]{1,30}\))?"
_NAME = rf"{_WORD}(?:(?: (?:of|de|del|the|and|&))? {_WORD}|, ?(?:Co\.?|Ltd\.?|Inc\.?|LLC|Limited)(?!\w)\.?)*"
_VERB = (
    r"(?:obtained|acquired|achieved|received|passed|earned|attained|gained|holds?|held|maintain(?:s|ed)|was|were|is|are|has|have|had"
    r"|renewed)"
)
_NUMBER = r"(?:\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)(?!\w))"


def _sites() -> str:
    return "|".join(cues("sites"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    head = rf"(?: (?:{_sites()}))?"
    subject = re.compile(
        rf"(?P<name>{_NAME}{head})(?: in [A-Z][\w, ]{{2,40}}?)?,? (?:(?:the latter of which|which|also|both|successfully|all|each) )*(?={_VERB}\b)"
    )
    after = re.compile(
        rf"[^.,;\n]{{0,45}}?\b(?:certifi\w+|registrations?|accreditation)[”\"’]? (?:of|for|at|acquired by|granted to|by|to|in) (?:the |our |its )?(?P<name>{_NAME}{head})"
    )
    counted = re.compile(
        rf"(?<![\d.])(?P<count>{_NUMBER}) (?:of (?:our|its|the) )?(?P<what>(?:[\w-]+ (?:of )?){{0,3}}?(?:{'|'.join(cues('countable'))}))\b[^.;\n]{{0,40}}?\b{_VERB}\b",
        re.I,
    )
    return subject, after, counted


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_sites()}|{'|'.join(cues('legal_forms'))})(?!\w)", re.I)


def holders(left: str, right: str, company: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the holders that the sentence names before (`left`) or after (`right`) the certificate; () for the company.

    `company`: the names of the reporting company, none of which is a part of it.
    """
    own = {normalise(name) for name in company}
    subject, after, counted = _patterns()
    if (m := after.match(right)) and (found := _parts(m["name"], own)):
        return found
    subjects = list(subject.finditer(left[-260:]))
    if subjects and (found := _parts(subjects[-1]["name"], own)):
        return found[-1:] if "the latter of which" in subjects[-1][0] else found
    if m := counted.search(left[-160:]):
        return (f"{m['count']} {m['what']}",)
    return ()


def _parts(names: str, own: set[str]) -> tuple[str, ...]:
    """The named parts of the company in "A Co., Ltd. and B Plant"; () when one of them is no part of it."""
    pieces = [
        re.sub(r"^(?:In|At|Both|The|As|Our|Its) ", "", p).strip(" ,&") for p in re.split(r" and (?=[A-Z])", names)
    ]
    kind = _kind()
    if len(pieces) > 1 and not any(kind.search(p) for p in pieces):
        pieces = [" and ".join(pieces)]
    if not all(kind.search(p) and p[0].isupper() and normalise(p) not in own for p in pieces):
        return ()
    return tuple(re.sub(r"(?:’s|'s)$", "", p) for p in pieces)
