"""Who or what holds a certificate: the company, or the parts of it that the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from esggraph.extraction.certification_frames import cues
from esggraph.names import normalise

_WORD = r"(?![A-Z][A-Z/]+[ -]?\d{3})[A-Z][\w&'’®.-]*(?:\([^()\n]{1,30}\))?"
_NAME = rf"{_WORD}(?:(?: (?:of|de|del|the|and|&))? {_WORD}|, ?(?:Co\.?|Ltd\.?|Inc\.?|LLC|Limited)(?!\w)\.?)*"
_VERB = (
    r"(?:obtained|acquired|achieved|received|passed|earned|attained|gained|holds?|held|maintain(?:s|ed)|was|were|is|are|has|have|had"
    r"|renewed)"
)
_GETS = re.compile(
    r"(?:(?:has|have|had) )?(?:also |successfully |further )?(?:obtained|acquired|achieved|received|passed|earns?|earned|attained|gained|holds?)\b"
    r"|(?:was|were|is|are|has been|have been) (?:also )?(?:certified|awarded|granted|accredited)\b"
)
_END = re.compile(r"(?:’s|'s)$|(?<!Ltd)(?<!Co)(?<!Inc)(?<!S\.p\.A)(?<!S\.A)\.$")
_NUMBER = r"(?:(?!(?:19|20)\d\d\b)\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)(?!\w))"


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

    `company`: the names of the reporting company, none of which is a part of it. Where they are not known, only names
    of sites and of legal form ("Example Plant", "Example Co., Ltd.") are holders.
    """
    own = {_plain(name) for name in company}
    subject, after, counted = _patterns()
    if (m := after.match(right)) and (found := _parts(m["name"], own)):
        return found
    subjects = list(subject.finditer(left[-260:]))
    if subjects:
        last = subjects[-1]
        gets = bool(own) and _GETS.match(left[-260:], last.end()) is not None
        if found := _parts(last["name"], own, any_name=gets):
            return found[-1:] if "the latter of which" in last[0] else found
    if m := counted.search(left[-160:]):
        return (f"{m['count']} {m['what']}",)
    return ()


def _plain(name: str) -> str:
    legal = "|".join(cues("legal_forms"))
    return normalise(re.sub(rf",? (?:{legal})\.?(?!\w)", "", name))


def _is_own(name: str, own: set[str]) -> bool:
    """Whether all words of `name` are in one of the company's names: "Example" of "Example Group Holdings"."""
    words = set(_plain(name).split())
    return any(words <= set(form.split()) for form in own)


def _parts(names: str, own: set[str], any_name: bool = False) -> tuple[str, ...]:
    """Return the named parts of the company in "A Co., Ltd. and B Plant"; () when one of them is no part of it."""
    pieces = [
        re.sub(r"^(?:In|At|Both|The|As|Our|Its|After|When|While|Since|Also) ", "", p).strip(" ,&")
        for p in re.split(r" and (?=[A-Z])", names)
    ]
    kind = _kind()
    if len(pieces) > 1 and not any(kind.search(p) for p in pieces):
        pieces = [" and ".join(pieces)]
    determiner = re.compile(rf"(?:{'|'.join(cues('determiners'))})(?!\w)")
    for piece in pieces:
        if not piece[:1].isupper() or determiner.match(piece) or _is_own(piece, own):
            return ()
        if not (any_name or kind.search(piece)):
            return ()
    return tuple(_END.sub("", p) for p in pieces)
