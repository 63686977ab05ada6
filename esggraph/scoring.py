"""How right an extraction is, measured against gold annotations: precision, recall and F1 per kind of finding.

Both sides have the JSON form of `Findings.to_json`. The rules are those of the annotation project's scorer, restated
here so that anyone can measure on annotations of their own:

- Entities match one to one: first where a normalised surface form (name or alias) of one equals one of the other, then
  the most alike names with a token-sort similarity of at least 90 %. Certifications also have to agree on the
  standard's number.
- Relations match when predicate, subject and object match; `responsibleFor` is left out: its topics are free text.
- `hierarchy` is the lenient score of who stands above whom: reportsTo, subUnitOf, inverse oversees and inverse
  hasMember between bodies count as one edge.

The normal form here is the yardstick's own, kept apart from `esggraph.names` so that tuning extraction cannot move it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from esggraph.errors import EsggraphError
from esggraph.findings import ENTITY_LISTS

Json = dict[str, Any]
Triple = tuple[str, ...]

SIMILAR = 90  # percent of token-sort similarity from which two names are one
_NATION = re.compile(r"\b(?:of|in) (?:the )?(?:people'?s republic of china|prc|china)\b|\b(?:prc|chinese)\b")
_SPELLING = (
    ("defense", "defence"),
    ("organization", "organisation"),
    ("cyber security", "cybersecurity"),
    ("labor", "labour"),
    ("programme", "program"),
    ("centre", "center"),
    ("behavior", "behaviour"),
)
_NOT_A_NAME = {"the company", "the group", "company", "group", "we", "our", "us"}
_LITERAL_OBJECT = re.compile(r"line\d|tier:|topic:")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings matched, were found, and are in the gold."""

    matched: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.matched + other.matched, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found and nothing is to be."""
        if not self.found:
            return 0.0 if self.gold else 1.0
        return self.matched / self.found

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there is none."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """The figures of one report, per kind, with what was missed and what was too much, in words."""

    counts: dict[str, Counts] = field(default_factory=dict)
    missed: dict[str, list[str]] = field(default_factory=dict)
    extra: dict[str, list[str]] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)  # the ids of found entities that match
    right_relations: set[int] = field(default_factory=set)  # the indices of found relations that match


def score(gold: Json, found: Json) -> Score:
    """Return how well `found` matches `gold`. Raises KeyError where a required key is missing."""
    company = _company_forms(gold)
    result = Score()
    to_gold: dict[str, str] = {}
    for kind in ENTITY_LISTS:
        wanted, got = gold.get(kind, []), found.get(kind, [])
        pairs = _pair_up(wanted, got, company, numbered=kind == "certifications")
        to_gold |= {f: g for g, f in pairs.items()}
        result.right |= set(pairs.values())
        result.counts[kind] = Counts(len(pairs), len(got), len(wanted))
        result.missed[kind] = [_entry(e) for e in wanted if e["id"] not in pairs]
        result.extra[kind] = [_entry(e) for e in got if e["id"] not in pairs.values()]
    _score_relations(gold, found, to_gold, result)
    return result


def _company_forms(gold: Json) -> tuple[str, ...]:
    company = gold["company"]
    forms = (f for f in [company["name"], *company.get("aliases", [])] if len(f) > 2 and f.lower() not in _NOT_A_NAME)
    plain = {re.sub(r"[^\w' ]", " ", f.lower()).strip() for f in forms}
    return tuple(sorted(plain, key=len, reverse=True))


def _normalise(name: str, company: Sequence[str]) -> str:
    s = name.lower().replace("’", "'").replace("–", "-").replace("—", "-").replace("&", " and ")
    s = re.sub(r"[\"“”«»《》*_]", "", s)
    s = re.sub(r"\((?:[^()]|\([^()]*\))*\)", " ", s)
    s = _NATION.sub(" ", re.sub(r"[^\w' ]", " ", s))
    for form in company:
        s = re.sub(rf"\b(?:of |for |by )?(?:the )?{re.escape(form)}(?:'s?)?(?: group(?:'s)?)?\b", " ", s)
    s = re.sub(r"\b(?:of the (?:group|company)|the|a|an|our|group's|company's)\b", " ", s)
    s = re.sub(r"\bof (?:the )?group\b$", " ", s)
    for one, other in _SPELLING:
        s = s.replace(one, other)
    words = s.replace("'", "").split()
    if words and len(words[-1]) > 4 and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def _forms(entity: Json, company: Sequence[str]) -> set[str]:
    return {n for n in (_normalise(f, company) for f in [entity["name"], *entity.get("aliases", [])]) if n}


def _standard_number(entity: Json) -> str:
    m = re.search(r"(?<!\d)(\d{4,5})(?!\d)", re.sub(r"[:\-–]\s*(?:19|20)\d\d\b", " ", entity["name"]))
    return m.group(1) if m else ""


def _pair_up(wanted: list[Json], got: list[Json], company: Sequence[str], *, numbered: bool) -> dict[str, str]:
    """Return gold id -> found id, one to one: equal forms first, then the most alike."""
    gold_forms = {e["id"]: _forms(e, company) for e in wanted}
    found_forms = {e["id"]: _forms(e, company) for e in got}

    def fits(g: Json, f: Json) -> bool:
        return not numbered or _standard_number(g) == _standard_number(f)

    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for g in wanted:
        for f in got:
            if f["id"] not in taken and gold_forms[g["id"]] & found_forms[f["id"]] and fits(g, f):
                pairs[g["id"]] = f["id"]
                taken.add(f["id"])
                break
    alike = [
        (_similarity(gold_forms[g["id"]], found_forms[f["id"]]), g["id"], f["id"])
        for g in wanted
        if g["id"] not in pairs
        for f in got
        if f["id"] not in taken and fits(g, f)
    ]
    for likeness, g_id, f_id in sorted(alike, reverse=True):
        if likeness < SIMILAR:
            break
        if g_id not in pairs and f_id not in taken:
            pairs[g_id] = f_id
            taken.add(f_id)
    return pairs


def _similarity(some: set[str], others: set[str]) -> float:
    return max((fuzz.token_sort_ratio(a, b) for a in some for b in others), default=0.0)


def _score_relations(gold: Json, found: Json, to_gold: dict[str, str], result: Score) -> None:
    def of_gold(id_: str) -> str:
        if _LITERAL_OBJECT.match(id_):
            return id_
        return to_gold.get(id_, "?" + id_)  # "?": an entity that the gold does not have

    wanted = [(r["subject"], r["predicate"], r["object"]) for r in gold.get("relations", [])]
    got = [(of_gold(r["subject"]), r["predicate"], of_gold(r["object"])) for r in found.get("relations", [])]
    result.right_relations = {number for number, triple in enumerate(got) if triple in wanted}
    wanted, got = (list(_without_topics(triples)) for triples in (wanted, got))
    bodies = {b["id"] for b in gold.get("bodies", [])}
    bodies |= {"?" + b["id"] for b in found.get("bodies", [])}
    groups: dict[str, tuple[set[Triple], set[Triple]]] = {"relations": (set(wanted), set(got))}
    for predicate in dict.fromkeys(p for _, p, _ in [*wanted, *got]):
        groups[predicate] = ({t for t in wanted if t[1] == predicate}, {t for t in got if t[1] == predicate})
    groups["hierarchy"] = (_hierarchy(wanted, bodies), _hierarchy(got, bodies))
    names = {"?" + e["id"]: e["name"] for kind in ENTITY_LISTS for e in found.get(kind, [])}
    names |= {e["id"]: e["name"] for kind in ENTITY_LISTS for e in gold.get(kind, [])}
    for kind, (a, b) in groups.items():
        result.counts[kind] = Counts(len(a & b), len(b), len(a))
        result.missed[kind] = [" -- ".join(names.get(x, x) for x in t) for t in sorted(a - b)]
        result.extra[kind] = [" -- ".join(names.get(x, x) for x in t) for t in sorted(b - a)]


def _without_topics(triples: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, str, str]]:
    return (t for t in triples if t[1] != "responsibleFor")


def _hierarchy(triples: Iterable[tuple[str, str, str]], bodies: set[str]) -> set[Triple]:
    edges: set[Triple] = set()
    for subject, predicate, object_ in triples:
        if predicate in ("reportsTo", "subUnitOf"):
            edges.add((subject, object_))
        elif predicate == "oversees" or (predicate == "hasMember" and {subject, object_} <= bodies):
            edges.add((object_, subject))
    return edges


def _entry(entity: Json) -> str:
    return f"{entity['name']}  (line {entity.get('line')})"


def load(path: Path) -> Json:
    """Return the findings in the JSON file `path`. Raises EsggraphError where it is not such a file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        score(data, data)
    except (OSError, UnicodeDecodeError) as error:
        raise EsggraphError(f"{path}: cannot be read: {error}") from None
    except json.JSONDecodeError as error:
        raise EsggraphError(f"{path}: is not JSON (line {error.lineno}: {error.msg})") from None
    except (KeyError, TypeError, AttributeError) as error:
        form = "the form of 'esggraph extract --format json'"
        raise EsggraphError(f"{path}: is not an annotation in {form}: {error!r}") from None
    return data  # type: ignore[no-any-return]
