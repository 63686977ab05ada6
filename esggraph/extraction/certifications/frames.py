"""Is a standard certified here, or only referred to: decided by the words around its name.

The words are data (`data/certification_cues.toml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from esggraph.resources import load_data

# words that start a statement of their own: what stands behind them is said of something else
_BREAK = (
    r"(?!(?:is|are|was|were|which|that|who|has|have|had|we|it|requires?|provides?|to|by|but|while|where|through|based"
    r"|compliant|aligned|standards? (?:and|is))\b)"
)
_FAR = 260  # characters: a list of certificates behind its verb is not longer
_LEAD = 160  # characters: what announces a list is not longer
# "the ISO 45001 audit is in progress"
_AUDIT = re.compile(
    r"(?: certification| recertification| stage[ -]\w+)? (?:audit|assessment|certification process) "
    r"(?:is|are|was|has been|being)? ?(?:currently |now |still )?"
    r"(?:in progress|under ?way|on-?going|scheduled|planned|pending|booked|set for|started|due)\b"
)
BRACKETED = re.compile(
    r" ?\((?P<said>[^()]{3,80}?\b(?:certif(?:ied|ications?|icates?)|accredit(?:ed|ation))[^()]{0,30})\)"
)
HEADING = 0.65  # the confidence of a certificate that is only named, as in a heading or a table head
_CERTIFICATE = re.compile(r"\b(?:certificat(?:ions?|es?)|certified|accreditations?)\b", re.I)
_HAD = re.compile(
    r"\b(?:obtained|acquired|achieved|received|passed|earned|attained|gained|held|maintained|was|were|been|awarded|has|have)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A certificate's status, one of CERTIFICATION_STATUSES, and how sure its frame is."""

    status: str
    confidence: float


@cache
def cues(name: str) -> tuple[str, ...]:
    """Return the list `name` of the cue file: regular expressions."""
    data = load_data("certification_cues.toml")
    return tuple(data[name])


@cache
def _any(name: str, limit: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cues(name))})(?!\w){limit}", re.I)


@cache
def _noun_right() -> re.Pattern[str]:
    """The noun in " and ISO 45001 management system certification" and in ", to which our sites are certified"."""
    noun = rf"(?:{'|'.join(cues('nouns'))})\b"
    near = rf"\W{{0,4}}(?:{_BREAK}[\w'’&/®™+.-]+[ ,)]+){{0,6}}?[(“\"]?{noun}{_no_other_sense()}"
    which = rf"[^.;\n]{{0,40}}?\b(?:to|against|under|for) which\b[^.;\n]{{0,70}}?\b{noun}"
    return re.compile(rf"(?:{near}|{which})", re.I)


@cache
def _noun_left() -> re.Pattern[str]:
    """The noun in "certified by a third party according to the international standard "."""
    verbs = r"\b(?:is|are|was|were|which|who|has|have|follows?|compl(?:y|ies)|refers?|adopt\w*|based)\b"
    noun = rf"\b(?:{'|'.join(cues('nouns'))})\b{_no_other_sense()}"
    return re.compile(rf"{noun}(?:(?!{verbs}|(?<!Ltd)(?<!Co)(?<!Inc)[.;] )[^\n]){{0,160}}$", re.I)


def _no_other_sense() -> str:
    return rf"(?!\s+(?:{'|'.join(cues('not_after_noun'))})\b)"


@cache
def _uncertified() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(cues('uncertified'))})\b", re.I)


@cache
def _getting_left() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cues('getting'))})\b(?:\W+[\w'’&/®™+-]+){{0,9}}\W*$", re.I)


def judge(left: str, right: str, spoken: bool = False, named: bool = False) -> Judgement | None:
    """Return the judgement on the name between `left` and `right`, the rest of its sentence; None: no certificate.

    `spoken`: only where a certificate is spoken of. `named`: the name itself says that it is one ("X Certification").
    """
    near_left, near_right = left[-200:], right[:120]
    if re.match(r" ?=", right) or _uncertified().match(right):  # a legend's entry, or what is only followed
        return None
    if _anothers(left, right) or re.match(r"-(?:based|compliant|aligned|equivalent)\b", right):
        return None
    if _any("attesting", r"(?: the| an?)? ?[“\"]?$").search(near_left):
        return Judgement("held", 0.8)
    if _any("attesting_soon", r"(?: the)? ?[“\"]?$").search(near_left):
        return Judgement("pursuing", 0.7)
    if not spoken and _any("seeking", r"(?: the| its| an?)? ?$").search(near_left):
        return Judgement("pursuing", 0.7)
    if told := BRACKETED.match(right):  # "ISO 37001 (Example AG is preparing for certification)"
        return Judgement("pursuing" if _any("pursuing").search(told["said"]) else "held", 0.7)
    if named and _any("shares", r" ?$").search(near_left):
        return None
    if _AUDIT.match(right):
        return Judgement("pursuing", 0.7)
    lead, colon, _ = left.partition(":")
    if colon and len(lead) < _LEAD and announces(lead):
        return Judgement("held", 0.85)
    noun_right = _noun_right().match(right)
    noun_left = _noun_left().search(near_left)
    getting = _getting_left().search(left[-140:]) or _any("given").match(right.lstrip(' ,”"’'))
    if not getting and named:
        getting = _any("given_named").match(right.lstrip(' ”"’'))
    if not getting and (noun_right or named):  # "obtained" stands before the first of a list
        getting = _any("getting").search(left[-_FAR:]) or _any("getting_spoken").search(left[-140:])
    if named and not (getting or noun_left or noun_right or _any("describing").search(left[-200:])):
        explained = not left.strip() and re.match(r"(?: ?\d\))? ?(?:[:•●▪–·‧]|for |by )", right)
        return Judgement("held", HEADING) if explained else None
    if not (noun_right or noun_left or named or (getting and not spoken)):
        return None
    if spoken and not (getting or re.search(r"certified", left[-60:] + right[:40], re.I)):
        return None
    if _any("referring", r"[^.;,\n]{0,45}$").search(near_left) and not (noun_left or named or (noun_right and getting)):
        stated = noun_right and re.search(r"certif|accredit", noun_right[0], re.I)
        if not stated or re.match(r"\W*(?:certification )?(?:requirements|standards)", right, re.I):
            return None
    if _any("not_certified", r"[^.;\n]{0,40}$").search(near_left) or re.match(
        r"[^.;\n]{0,30}\b(?:would|could) be\b", right
    ):
        return None
    given_up = _any("superseded", r"[^.;\n]{0,60}$").search(near_left)
    if _any("expired").search(near_right) or (given_up and not _any("getting").search(given_up[0])):
        return Judgement("expired", 0.8)
    if _planned(near_left, near_right):
        return Judgement("pursuing", 0.7)
    if getting or re.search(r"certified|accredited", left[-160:] + right[:50], re.I):
        return Judgement("held", 0.95 if noun_right or noun_left or named else 0.75)
    return Judgement("held", 0.85 if re.search(r"\d", right) else HEADING)


def announces(text: str) -> bool:
    """Return whether a heading, table head or lead-in ("We hold these certificates:") announces certificates."""
    return bool(_CERTIFICATE.search(text)) and not _anothers(text, "") and not _any("pursuing").search(text)


def of_others(text: str) -> bool:
    """Return whether a heading or table head says that the certificates below are those of suppliers or of people."""
    return bool(_any("others").search(text) or _any("people").search(text))


def of_bought(text: str) -> bool:
    """Return whether `text` speaks of goods that are bought: "copy paper"."""
    return bool(_any("bought").search(text))


def _anothers(left: str, right: str) -> bool:
    """Whether the certificate is a supplier's, a person's or an auditor's, or that of goods that are bought."""
    if _any("people").search(left[-90:]) or _any("people").match(right[:60].lstrip()):
        return True
    if _any("others").search(left[-200:]) or _any("others").search(right[:60]):
        return True
    if _any("bought").search(left[-300:]) or _any("bought").search(right[:45]):
        return True
    if _any("verifier").search(left[-200:]) or _any("verifier").search(right[:160]):
        return True
    # "…, a B Corp-certified company that …" is said of an outsider
    return bool(re.search(r",? \ban? $", left) and re.match(r"[- ]certified (?:company|firm|business|partner)", right))


def _planned(left: str, right: str) -> bool:
    planned = list(_any("pursuing").finditer(left[-130:]))
    if planned and not _HAD.search(left[-130:][planned[-1].end() :]):
        return True
    return bool(
        re.match(
            r"[^.;]{0,60}\b(?:is|are|being) (?:planned|under way|underway|in progress|expected|scheduled)\b",
            right,
            re.I,
        )
    )
