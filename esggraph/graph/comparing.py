"""Companies side by side: laws, standards, policies by topic, certificates and structures in one matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from esggraph.graph.answers import Certification, Company, Law, Policy, Sourced, Standard
from esggraph.graph.lookup import Graph

ASPECTS = ("structure", "laws", "standards", "policies", "certificates")
"""What a matrix has, in this order."""
_COUNTED_KINDS = ("board_committee", "committee", "working_group", "department")
_UNKNOWN_TOPIC = "(no topic)"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line of the matrix: what is compared, and what each company has of it, "" for nothing.

    A cell gives the place of a law or standard ("report.pdf, page 12"), the names of policies of a topic, the
    holder and status of certificates, and in words how a structure is.
    """

    aspect: str
    name: str
    cells: tuple[str, ...]  # in the order of the companies
    sources: tuple[tuple[Sourced, ...], ...] = field(default=(), compare=False, repr=False)  # what each cell is made of

    @property
    def shared(self) -> bool:
        """Whether every company has something of it."""
        return all(self.cells)


class _Cell(NamedTuple):
    text: str = ""
    sources: tuple[Sourced, ...] = ()


_Column = dict[str, _Cell]
_NOTHING = _Cell()


def compare(graph: Graph, companies: Sequence[Company], aspects: Iterable[str] = ASPECTS) -> list[ComparedRow]:
    """Return the matrix of `companies`: aspect by aspect, what most of them have first, then by name."""
    rows: list[ComparedRow] = []
    for aspect in aspects:
        columns = [_COLUMNS[aspect](graph, company) for company in companies]
        names = dict.fromkeys(name for column in columns for name in column)
        part = [_row(aspect, name, [column.get(name, _NOTHING) for column in columns]) for name in names]
        if aspect != "structure":  # whose lines have an order of their own
            part.sort(key=lambda row: (-sum(map(bool, row.cells)), row.name.casefold()))
        rows += part
    return rows


def _row(aspect: str, name: str, cells: Sequence[_Cell]) -> ComparedRow:
    return ComparedRow(aspect, name, tuple(cell.text for cell in cells), tuple(cell.sources for cell in cells))


def _structure(graph: Graph, company: Company) -> _Column:
    """Return the outlines of a company's governance, each in words."""
    column: _Column = {}
    bodies = graph.bodies(company)
    boards = {body.iri for body in bodies if body.kind in ("board", "supervisory_board")}
    of_board = {r.subject_iri for r in graph.relations(company, "subUnitOf") if r.object_iri in boards}
    kinds = {b.iri: "board_committee" if b.kind == "committee" and b.iri in of_board else b.kind for b in bodies}
    for kind in _COUNTED_KINDS:
        counted = [body for body in bodies if kinds[body.iri] == kind]
        names = "; ".join(body.name for body in counted)
        column[f"{kind.replace('_', ' ')}s"] = _Cell(f"{len(counted)}: {names}" if counted else "", tuple(counted))
    members = graph.tiers(company)
    tiers: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        tiers[member.structure][member.tier].append(member.name)
    outline = " | ".join(
        f"{structure}: " + " > ".join(", ".join(names) for _, names in sorted(levels.items()))
        for structure, levels in tiers.items()
    )
    column["tiers"] = _Cell(outline, tuple(members))
    for number in (1, 2, 3):
        line = [defender for defender in graph.defence(company) if defender.line_of_defence == number]
        column[f"line of defence {number}"] = _Cell("; ".join(defender.name for defender in line), tuple(line))
    return column


def _cited(rows: Iterable[Law | Standard]) -> _Column:
    return {row.name: _Cell(row.place, (row,)) for row in rows}


def _laws(graph: Graph, company: Company) -> _Column:
    return _cited(graph.laws(company))


def _standards(graph: Graph, company: Company) -> _Column:
    return _cited(graph.standards(company))


def _policies(graph: Graph, company: Company) -> _Column:
    by_topic: dict[str, list[Policy]] = defaultdict(list)
    for policy in graph.policies(company):
        by_topic[policy.topic or _UNKNOWN_TOPIC].append(policy)
    return {topic: _Cell("; ".join(policy.name for policy in some), tuple(some)) for topic, some in by_topic.items()}


def _certificates(graph: Graph, company: Company) -> _Column:
    by_standard: dict[str, list[Certification]] = defaultdict(list)
    for one in graph.certifications(company):
        by_standard[one.standard].append(one)
    return {
        standard: _Cell("; ".join(dict.fromkeys(_held(one, company) for one in some)), tuple(some))
        for standard, some in by_standard.items()
    }


def _held(one: Certification, company: Company) -> str:
    holder = "the company" if one.holder == company.name else one.holder
    return holder if one.status == "held" else f"{holder} ({one.status})"


_COLUMNS: dict[str, Callable[[Graph, Company], _Column]] = dict(
    zip(ASPECTS, (_structure, _laws, _standards, _policies, _certificates), strict=True)
)
