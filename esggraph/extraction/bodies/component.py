"""Finds the governance bodies of the reporting company: which of the names in a report are its own bodies.

The way through: names by their grammar (`body_names`), what the words around all places of a name say
(`body_evidence`), names of one body put together (`body_identity`), the choice (`body_choice`). Bodies that every
company has (`standing_bodies`), units that go by their function (`functions`) and bodies without a name of
their own (`unnamed_units`) have ways of their own; short
forms and pronouns (`anaphora`) come last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.bodies.anaphora import find_short_forms
from esggraph.extraction.bodies.choice import about_governance, confidence, sounds_outside
from esggraph.extraction.bodies.company_kept import Company, confidence_among
from esggraph.extraction.bodies.evidence import Candidate, said_of
from esggraph.extraction.bodies.functions import find_functions
from esggraph.extraction.bodies.identity import merge
from esggraph.extraction.bodies.names import BodyName, find_names, plain_name, shared_modifiers
from esggraph.extraction.bodies.standing import find_standing
from esggraph.extraction.bodies.units_on_lines import find_on_lines
from esggraph.extraction.bodies.unnamed_units import (
    find_areas,
    find_counted,
    find_headless,
    find_labelled,
    find_represented,
    find_seated,
    may_be_unnamed,
    placed,
)
from esggraph.extraction.bodies.variants import unit_words
from esggraph.extraction.bodies.words import generic
from esggraph.extraction.chart_labels import beside, label_blocks, stretches
from esggraph.extraction.cues import load
from esggraph.extraction.defence_model import spoken_of
from esggraph.extraction.document import passage_at, passages, text_in_cells, text_of
from esggraph.extraction.mentions import Mention, add_mentions, mentions
from esggraph.extraction.sentences import sentence_at
from esggraph.extraction.spans import Spans
from esggraph.names import normalise

INSTRUMENTS = (
    "policies",
    "laws",
    "standards",
    "certifications",
)  # a name inside one of these names nothing else

_WORD_BEFORE = re.compile(r"\b([a-z-]+) $")
_POST = re.compile(
    r"\b(?:Executive|President|Manager|Director|Head|Officer)s?, (?:(?!the\b)[\w&., -])*$"
)  # "Director, Law Div."
_OF_A_BOARD = re.compile(r"\b(?:Board|Directors|Members?['’]?s?['’]?|Meeting)$")  # "Board of Directors Office"
_NEAR = 80  # characters behind a name in which the subject of its work stands
_CHART = 6  # blocks: the labels of a chart stand no farther apart
_RUN, _RUN_SHARE = 5, 0.3  # units that labels in a run name, and the share of them that govern
_OFFICER = re.compile(r"^.{0,40}\b(?:[Oo]fficer|[Pp]resident|[Mm]anager|[Dd]irector|[Cc]hair\w*|CEO)\b.{0,40}$", re.M)


@Language.factory("esg_bodies", assigns=["doc._.esg_mentions", "doc.spans"])
def create_bodies(nlp: Language, name: str) -> BodyFinder:
    """Make the component that finds bodies."""
    return BodyFinder()


class BodyFinder:
    """Adds the mentions of bodies to `doc.spans["bodies"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its bodies."""
        add_mentions(doc, "bodies", find_bodies(doc))
        return doc


def company_names(doc: Doc) -> tuple[str, ...]:
    """Return the company's names in the report of `doc`; none for a Doc without a report."""
    if doc._.esg_report is None:
        return ()
    company = doc._.esg_report.company
    pronouns = ("the company", "the group", "the bank", "company", "group", "we", "our", "us")
    names = (n for n in (company.name, *company.aliases) if n and n.lower() not in pronouns)
    # a name of such words only ("Group ESG", "BOD") is that of a report or a body, read for the company's
    return tuple(n for n in names if not all(generic(w) or about_governance(w) or w == "BOD" for w in n.split()))


def find_bodies(doc: Doc) -> list[Mention]:
    """Return the mentions of bodies in `doc`, in the order of the text."""
    text = text_of(doc)
    inside = Spans((m.start, m.end) for kind in INSTRUMENTS for m in mentions(doc, kind))
    standing = [m for m in find_standing(text) if not inside.covers(m.start, m.end)]
    names, bare = _names(text_in_cells(doc), inside, Spans((m.start, m.end) for m in standing))
    own_words = frozenset(" ".join(company_names(doc)).lower().split())
    candidates = merge(_candidates(doc, text, names, standing), text, own_words).values()
    offices = Spans((n.start, n.end) for n in names if n.head in ("office", "secretariat"))
    standing = [m for m in standing if not offices.covers(m.start, m.end)]
    found = list(standing)
    for c in candidates:
        if sure := confidence(c):
            found += [_mention(text, c, name, sure) for name in c.names]
    chosen = {m.key for m in found}
    company = Company(found, names)
    for c in candidates:
        if c.key not in chosen and (sure := confidence_among(c, text, company)):
            found += [_mention(text, c, name, sure) for name in c.names]
    found += [m for m in _unnamed(doc, text, [*names, *bare], found) if not inside.covers(m.start, m.end)]
    return sorted([*found, *find_short_forms(text, found, bare)], key=lambda m: (m.start, m.end))


def _names(text: str, inside: Spans, standing: Spans) -> tuple[list[BodyName], list[BodyName]]:
    """Return the names in `text` that are more than a head, and the bare heads."""
    names: list[BodyName] = []
    bare: list[BodyName] = []
    taken = Spans()
    every = [*find_names(text, shared_modifiers(text)), *find_headless(text)]
    for name in sorted(every, key=lambda n: (n.start, -n.end)):  # "Audit Committee Office" before "Audit Committee"
        if inside.covers(name.start, name.end) or taken.touches(name.start, name.end):
            continue
        # "Office of the Board": a standing body in the complement takes nothing away
        office = name.head in ("office", "secretariat") and _OF_A_BOARD.search(name.modifiers)
        if standing.touches(name.start, name.end - len(name.complement)) and not office:
            continue
        if name.modifiers or name.complement:
            names.append(name)
            taken.add(name.start, name.end)
        else:
            bare.append(name)
    return names, bare


def _candidates(doc: Doc, text: str, names: list[BodyName], standing: list[Mention]) -> dict[str, Candidate]:
    """Return what the places of `names` say, by the key of the name."""
    company = company_names(doc)
    keys = {name.name: _spelt_out(normalise(plain_name(name), company)) for name in names}
    known = set(keys.values())
    standing_spans = [(m.start, m.end) for m in standing]
    labels = label_blocks(doc, [*((n.start, n.end) for n in names), *standing_spans])
    charts = _charts(doc, text, labels, [*((n.start, n.end) for n in names if n.organ), *standing_spans])
    runs = _runs(doc, labels, names)
    candidates: dict[str, Candidate] = {}
    together: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for name in names:
        key = keys[name.name]
        before = _WORD_BEFORE.search(text, max(0, name.start - 24), name.start)
        if before and f"{before[1]} {key}" in known:
            key = f"{before[1]} {key}"  # "internal Audit Department"
        c = candidates.setdefault(key, Candidate(key))
        sentence = sentence_at(doc, name.start)
        passage = passage_at(doc, name.start)
        section = passage.block.section[-1] if passage.block.section else ""
        c.add(name, said_of(name, text, sentence, section, company))
        c.says["entry"] += _fills_a_cell(name, text, doc._.esg_text_in_cells or text)
        c.says["label"] += passage.number in labels and not _POST.search(text, max(0, name.start - 90), name.start)
        c.says["chart"] += passage.number in charts
        c.says["run"] += passage.number in runs
        c.says["subject"] += about_governance(text[name.end : min(sentence[1], name.end + _NEAR)])
        together[sentence].append(c)
    for group in together.values():
        if any(sounds_outside(c) for c in group):
            for c in group:
                c.says["company"] += 1
    return candidates


def _fills_a_cell(name: BodyName, text: str, in_cells: str) -> bool:
    """Return whether `name` is all that stands in the first cell of a row, which goes on to say what it does."""
    opens = name.start == 0 or text[name.start - 1] == "\n"
    return opens and in_cells[name.end : name.end + 1] == "\n" != text[name.end : name.end + 1]


def _spelt_out(key: str) -> str:
    """Return `key` with an abbreviated head written out: "Legal Affairs Div." is the "Legal Affairs Division"."""
    *modifiers, head = key.split() or [""]
    return " ".join([*modifiers, {"div": "division", "dept": "department"}.get(head, head)])


def _charts(doc: Doc, text: str, labels: set[int], organs: list[tuple[int, int]]) -> set[int]:
    """Return the numbers of the labels near which other labels and a committee, a board or an officer stand."""
    governing = label_blocks(doc, organs)
    governing |= {passage_at(doc, m.start()).number for m in _OFFICER.finditer(text)}
    return {n for n in labels if beside(n, labels) and (n in governing or beside(n, governing, _CHART))}


def _runs(doc: Doc, labels: set[int], names: list[BodyName]) -> set[int]:
    """Return the numbers of the labels in runs of labels, as charts have them, of which some govern."""
    inside: dict[int, set[str]] = defaultdict(set)
    for name in names:
        if (number := passage_at(doc, name.start).number) in labels and name.cased and not name.plural:
            inside[number].add(normalise(name.name))
    runs: set[int] = set()
    for run in stretches(inside):
        units = set().union(*(inside[number] for number in run))
        if len(units) >= _RUN and _RUN_SHARE * len(units) <= sum(map(about_governance, units)):
            runs.update(run)
    return runs


def _unnamed(doc: Doc, text: str, names: list[BodyName], found: list[Mention]) -> list[Mention]:
    """Return the units without a full name: those that have a place, of counted lists, and functions that act."""
    taken = Spans((m.start, m.end) for m in found)
    keys: dict[object, str] = {unit_words(m.key) or m.key: m.key for m in found}
    units = [n for n in names if may_be_unnamed(n) and placed(text[slice(*sentence_at(doc, n.start))])]
    mentioned = []
    lists = (find_labelled, find_counted, find_represented, find_seated, find_areas)
    in_cells = text_in_cells(doc)
    on_lines = find_on_lines(in_cells, passages(doc), spoken_of(text, passages(doc)))
    for n in chain(units, *(find(text) for find in lists), find_functions(in_cells), on_lines):
        if not taken.touches(n.start, n.end):
            taken.add(n.start, n.end)
            key = normalise(n.name)
            mentioned.append(
                Mention(
                    kind="bodies",
                    name=n.name,
                    key=keys.setdefault(key if n.plural else unit_words(key) or key, key),
                    start=n.start,
                    end=n.end,
                    subkind=n.kind,
                    confidence=0.6,
                    aliases=(n.modifiers,) if n.shared and n.modifiers != n.name else (),
                )
            )
    return mentioned


def _mention(text: str, c: Candidate, name: BodyName, sure: float) -> Mention:
    forms = (name.acronym, plain_name(name), _function(name), _with_scope(text, name))
    return Mention(
        kind="bodies",
        name=name.name,
        key=c.key,
        start=name.start,
        end=name.end,
        subkind=_kind(c),
        confidence=sure,
        aliases=tuple(form for form in forms if form and form != name.name),
    )


def _with_scope(text: str, name: BodyName) -> str:
    """Return the name with the word in lower case before it that may be a part of it: "our global Tax Team"."""
    before = _WORD_BEFORE.search(text, max(0, name.start - 24), name.start) if name.cased else None
    scopes = load("body_names.toml")["scopes"]["words"]
    return f"{before[1].title()} {name.name}" if before and before[1] in scopes and not name.shared else ""


def _function(name: BodyName) -> str:
    """Return what a unit is called without its head, where that is how functions go: "Group Risk Management"."""
    return name.modifiers if name.head == "function" and name.cased else ""


def _kind(c: Candidate) -> str:
    if c.full.kind != "committee":
        return c.full.kind
    match c.full.modifiers.lower().split():
        case [*_, "works"]:
            return "union"
        case ["supervisory"]:
            return "supervisory_board"  # as Chinese companies call it
    return "board_committee" if c.says["board"] else "committee"
