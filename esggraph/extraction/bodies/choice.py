"""Which of the bodies that a report names count as the company's governance bodies, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from esggraph.extraction.bodies.evidence import Candidate
from esggraph.extraction.bodies.words import generic
from esggraph.extraction.cues import load

_BOARD_OR_SECRETARY = re.compile(r"\b(?:Board|B[Oo]D|board|Secretary)\b")
_BOARD = re.compile(r"\b(?:Board|B[Oo]D|Directors|Secretary|Members?['’]?s?)\b")
_OFFICER = re.compile(r"^(?:Group )?(?:CEO|Chair\w*|President)['’]s$")
_CEO_OFFICE = ("ceo", "executive", "chairman", "president")
_EXPERTS = re.compile(r"^of .*\b(?:professionals|experts|specialists)$")
_FOR = re.compile(
    r"^(?:of [a-z -]{3,40} )?(?:to |(?:that|which) |(?:\w+ly )?(?:dedicated|speciali[sz]|focus))"
)  # what the body is for
_MAKE_A_UNIT = ("strong_duty", "setup", "ours", "placed", "acts")  # what makes a group a unit
_OF_EMPLOYEES = re.compile(r"works council$|\b(?:consultation|information|dialogue)\b.*\b(?:committee|council|forum)$")
_WORDS = re.compile(r"[\w&'-]+")


@cache
def _set(section: str, name: str = "words") -> frozenset[str]:
    return frozenset(load("body_names.toml")[section][name])


@cache
def _stems(section: str, name: str) -> re.Pattern[str]:
    stems = load("body_names.toml")[section][name]
    # a short one is a whole word: "HR", not "Hrubieszow"
    return re.compile(rf"\b(?:{'|'.join(re.escape(s) + (chr(92) + 'b' if len(s) < 4 else '') for s in stems)})", re.I)


def about_governance(words: str) -> bool:
    """Return whether `words` name a subject of governance: risk, safety, ethics, people, …"""
    return _stems("subjects", "stems").search(words) is not None


def sounds_outside(c: Candidate) -> bool:
    """Return whether the name itself, without the company's own name, is one that outside bodies have."""
    if _OF_EMPLOYEES.search(c.key):
        return False  # the European Works Council of a group is its own
    key = c.key
    if c.full.shared and c.full.complement:  # "ethics committees in Brazil and Mexico"
        key = key.split(f" {c.full.complement.split()[0]} ")[0]
    return any(w in _set("outside") for w in re.findall(r"[\w.'-]+", key))


def confidence(c: Candidate) -> float:
    """Return how sure it is that the name is a body of the company that counts; 0 for one that does not.

    The figures are shares of right findings on annotated reports, rounded to 0.05.
    """
    full = c.full
    if excluded(c):
        return 0
    officer = _OFFICER.search(full.modifiers) or full.modifiers.lower().removeprefix("group ") in _CEO_OFFICE
    if full.head == "office" and full.cased and officer:
        return 0.7  # "CEO's Office", "Executive Office"
    if full.head in ("office", "secretariat") and c.cased and not foreign(c) and _BOARD.search(full.modifiers):
        return 0.75  # "BOD Office"
    parented = full.plural and _BOARD_OR_SECRETARY.search(full.complement)
    if _runs_the_company(c) and not foreign(c):
        return 0.85
    if generic(full.modifiers) and (not full.complement or parented):
        return _generic_confidence(c)
    return _organ_confidence(c) if full.organ else _unit_confidence(c)


def excluded(c: Candidate) -> bool:
    """Return whether the name is one of outside bodies or none at all."""
    full = c.full
    own = any(c.says[what] for what in ("ours", "setup", "chart", "related")) or (
        full.determiner in ("a", "an") and c.cased
    )
    if _stems("outside", "names").search(full.name) or _run_together(full.modifiers):
        return True
    does = c.says["duty"] and full.complement and named_for_a_subject(c) and full.determiner == "the"
    if _stems("outside", "names_of_both").search(full.name) and not (own or does):
        return True
    if c.says["aside"] * 2 > len(c.names) or sum(w in _set("columns") for w in full.modifiers.lower().split()) > 1:
        return True  # "Category Gender Audit Committee": the cells of a table
    # nothing but the company's name before the head
    return c.key in (full.head, full.head + "s", full.head[:-1]) and not (c.says["chart"] or _runs_the_company(c))


def _runs_the_company(c: Candidate) -> bool:
    """Return whether the name is one of the team that runs the company: "Example Management Team"."""
    full = c.full
    if not full.cased or c.plural:
        return False
    *owner, last = full.modifiers.split() or [""]
    named = full.head == "team" and last == "Management" and len(owner) == 1 and not about_governance(owner[0])
    things = load("body_standing.toml")["words"]["managed_things"]
    if named and full.acronym and owner[0].lower() not in things:
        return True  # "Example Management Team (EMT)"
    return bool({c.key, full.head} & _set("top_teams"))


def _generic_confidence(c: Candidate) -> float:
    """Return the same for a name like "cross-functional working group": it counts only with a place of its own."""
    if c.full.head == "secretariat":
        return 0.8
    if c.full.organ and c.full.acronym and c.cased and (c.says["setup"] or c.says["strong_duty"]):
        return 0.7  # "an Internal Committee (IC) has been set up"
    collective = set(_WORDS.findall(c.full.modifiers.lower())) <= _set("collective")
    lone = c.full.modifiers.lower() in _set("lone_organs") and c.cased and not c.plural
    if lone and c.full.organ and (c.says["setup"] or c.says["board"]):
        return 0.6  # "Committees formed by the Board: Audit Committee, Standing Committee"
    if not c.full.organ or collective:
        return 0
    if c.says["chart"]:
        return 0.6
    return 0.55 if c.says["setup"] and c.says["strong_duty"] and not c.full.plural else 0


def _organ_confidence(c: Candidate) -> float:
    says, full = c.says, c.full
    made = says["ours"] or says["setup"] or says["board"]
    if foreign(c):
        return 0
    any_union = set(c.key.split()) <= _set("any_union") and not (full.determiner == "the" and "Union" in full.name)
    if full.head == "union" and (c.plural or not c.cased or any_union):
        own = says["ours"] or says["setup"] or (says["duty"] and not c.plural and full.determiner == "the")
        return 0.6 if own and (not c.plural or says["setup"]) else 0
    if c.plural and set(_WORDS.findall(full.modifiers.lower())) <= _set("collective") and not says["setup"]:
        return 0
    if c.plural and says["entry"] and not named_for_a_subject(c):
        return 0  # "Executive sub-committees: Safety, Risk"
    if c.plural and full.acronym and (c.cased or named_for_a_subject(c)):
        return 0.6  # "Internal Accident Prevention Committees (IAPCs)"
    if c.plural and c.cased and named_for_a_subject(c) and says["acts"]:
        return 0.6  # "Local Ethics Committees exist in all markets"
    if c.cased:
        lower_head = full.head in full.name
        if (
            full.kind == "working_group"
            and lower_head
            and not (named_for_a_subject(c) or made or says["chart"] or _acts(c))
        ):
            return 0  # of an industry's initiative
        if c.plural and not (made or says["chart"] or (says["strong_duty"] and named_for_a_subject(c))):
            return 0
        if made or says["strong_duty"]:
            return 0.95
        return 0.8 if says["duty"] or says["label"] else 0.7
    if c.plural:
        return 0.5 if says["setup"] and named_for_a_subject(c) else 0
    if full.acronym and named_for_a_subject(c):
        return 0.8  # "the group risk oversight committee (GROC)"
    governs = says["strong_duty"] or (says["duty"] and full.determiner in ("the", "our"))
    takes_part = says["duty"] or says["placed"] or says["member"]
    if takes_part and named_for_a_subject(c) and full.head in _set("sure_organs"):
        return 0.55
    belongs = says["board"] or says["related"]  # "a committee of the board"
    # "a project team to fetch the vaccine"
    for_a_while = not full.shared and (full.kind == "working_group" or generic(full.modifiers))
    if for_a_while and not (named_for_a_subject(c) or belongs or governs or says["reported_to"]):
        return 0
    return 0.6 if says["setup"] or says["having"] or says["reported_to"] or belongs or governs else 0


def _acts(c: Candidate) -> bool:
    return any(c.says[what] for what in ("strong_duty", "having", "related", "reported_to"))


def foreign(c: Candidate) -> bool:
    """Return whether a body with a committee-like head is more likely somebody else's."""
    says, full = c.says, c.full
    takes_part = says["duty"] or says["setup"] or says["related"] or says["reported_to"]
    working = full.kind == "working_group" or (full.head == "commission" and takes_part)
    # others' forums are printed in title case
    acted = says["strong_duty"] or says["related"] or says["setup"]
    plain = says["duty"] if full.head in full.name else acted and full.determiner == "the"
    told = working or plain or (says["entry"] and full.head != "commission")
    home = says["chart"] or (told and named_for_a_subject(c))
    by_head = full.head in _set("often_outside") and not home
    purposed = full.complement.startswith(("on ", "for ")) and full.head != "board"
    shown = says["chart"] and full.head in _set("purposed_organs")
    acts = says["strong_duty"] or (purposed and (says["setup"] or shown or (says["duty"] and named_for_a_subject(c))))
    by_name = sounds_outside(c) or by_head or (full.cased and not full.modifiers and not acts)
    by_place = says["company"] * 2 > len(c.names) or (says["elsewhere"] + says["listed_elsewhere"]) * 2 > len(c.names)
    if says["ours"] or (says["board"] and not sounds_outside(c)):
        return False
    return by_name or (by_place and not (says["setup"] and not says["elsewhere"]))


def _unit_confidence(c: Candidate) -> float:
    """Return the same for a department, team or office: it counts by what it has to do with governance."""
    says, full, about = c.says, c.full, named_for_a_subject(c)
    if sounds_outside(c) and not (says["ours"] and about):
        return 0
    if says["related"] and c.cased and full.modifiers and not (c.plural or trades(c) or says["elsewhere"]):
        return 0.7
    if full.head == "office" and not (about or says["contact"] or says["related"] or full.complement):
        return 0  # most are places
    if says["contact"] or (not full.modifiers and _BOARD_OR_SECRETARY.search(full.complement)):
        return 0.75
    if full.head == "office" and c.cased and full.complement.startswith("of ") and says["strong_duty"]:
        return 0.7  # "the Office of the Customer Advocate reviews"
    if says["roster"] and c.cased and about:
        return 0.7
    if says["chart"] and (by_place := _in_chart(c)):
        return by_place
    if says["run"] and c.cased and not c.plural and full.head in _set("chart_units"):
        return 0.6
    if c.plural and full.acronym and about and (says["ours"] or says["setup"] or says["placed"] or says["duty"]):
        return 0.6
    if full.complement.startswith("for ") and not (full.modifiers or says["ours"] or says["setup"]):
        return 0  # "Center for Process Safety": others' institutes
    if trades(c) or (
        not says["ours"]
        and (says["listed_elsewhere"] == len(c.names) or not (full.modifiers or says["setup"] or says["having"]))
    ):
        return 0
    if not c.cased and about and not c.plural and _by_complement(c):
        return 0.6
    if full.head == "group" and not (about and any(map(says.__getitem__, _MAKE_A_UNIT))):
        return 0
    if full.head in ("organization", "organisation") and about and not _governs(c):
        return 0
    if full.head == "headquarters" and not (about or says["strong_duty"]):
        return 0
    if full.complement.lower().startswith("of meas") or set(full.modifiers.lower().split()[-1:]) & _set("columns"):
        return 0
    if full.head == "unit" and not (says["duty"] or says["strong_duty"] or says["setup"] or says["organ_member"]):
        return 0
    if not c.cased:
        return _plain_unit_confidence(c)
    if about and ((not c.plural and (says["acts"] or says["entry"])) or _watches(c)):
        return 0.65
    if says["parent"] and c.cased and not c.plural:
        return 0.6
    if c.plural and not says["member"]:
        return 0.55 if about and says["ours"] and says["acts"] else 0
    if about and (says["strong_duty"] or says["setup"] or says["member"]):
        return 0.85
    own = says["ours"] or says["having"] or full.head in _set("sure_units")
    acting = full.head in _set("acting_units")
    if about and (
        says["placed"] or says["part"] or (own and (says["duty"] or says["label"])) or (acting and says["duty"])
    ):
        return 0.7
    if about and says["ours"]:
        return 0.6
    if says["part"] and says["placed"] and not c.plural and full.head in _set("sure_units") | {"headquarters"}:
        return 0.6
    listed = says["organ_member"] and full.head in _set("member_units")
    acts = says["strong_duty"] or (says["ours"] and says["duty"])
    return 0.6 if listed or (acts and says["subject"]) else 0


def _watches(c: Candidate) -> bool:
    """Return whether the name is that of those who watch over a company's security: "Security Operations Centre"."""
    return _stems("watching_units", "stems").search(c.key) is not None and not c.says["aside"]


def _governs(c: Candidate) -> bool:
    return any(c.says[what] for what in ("ours", "setup", "having", "duty", "strong_duty", "member", "reported_to"))


def _plain_unit_confidence(c: Candidate) -> float:
    """Return the same for a unit in lower case, which must have a subject of governance."""
    says = c.says
    if says["organ_member"] and says["strong_duty"] and not c.plural:
        return 0.55
    vague = c.plural or generic(c.full.modifiers) or c.full.head in _set("unsure_units")
    if says["related"] and c.full.modifiers and not vague:
        return 0.55
    if not named_for_a_subject(c):
        return 0
    if says["setup"] and c.full.head not in _set("unsure_units"):
        return 0.6
    if says["reported_to"] and c.full.modifiers and not c.plural:
        return 0.55
    acts = says["strong_duty"] or (says["ours"] and (says["duty"] or says["acts"]))
    return 0.55 if not c.plural and acts else 0


def _by_complement(c: Candidate) -> bool:
    """Return whether the words behind the head say what the unit is for, or of what experts it is."""
    has = bool(
        c.says["having"] or c.says["ours"] or c.says["setup"] or c.says["duty"] or "dedicated" in c.full.modifiers
    )
    return _FOR.search(c.full.complement) is not None or (has and _EXPERTS.search(c.full.complement) is not None)


def _in_chart(c: Candidate) -> float:
    if c.full.head == "headquarters" and c.says["ours"]:
        return 0.7
    governs = named_for_a_subject(c) or (c.full.head in _set("sure_units") and not _trade_words(c) - {"business"})
    return 0.75 if governs and not c.plural else 0


def named_for_a_subject(c: Candidate) -> bool:
    """Return whether the name says that the body deals with a subject of governance: "Risk Team"."""
    return about_governance(f"{c.full.modifiers} {c.full.complement}") or "IT" in c.full.modifiers.split()


def _run_together(modifiers: str) -> bool:
    """Return whether two words of `modifiers` stand twice: a running head or a table's cells before the name."""
    return sum(n > 1 for w, n in Counter(_WORDS.findall(modifiers)).items() if len(w) > 3) > 1


def _trade_words(c: Candidate) -> set[str]:
    return set(_WORDS.findall(c.full.modifiers.lower().replace("sustainable development", ""))) & _set("trade")


def trades(c: Candidate) -> bool:
    """Return whether the unit trades, makes or trains: "Sales Department", "Quality Research Center"."""
    last = c.full.modifiers.lower().split()[-1:]
    made_to_govern = c.says["setup"] and c.says["strong_duty"]
    words = _trade_words(c)
    return bool(words) and (not named_for_a_subject(c) or (last[0] in words and not made_to_govern))
