"""Companies side by side: laws, standards, policies by topic, certificates and structures in one matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from esggraph.graph.answers import Company, Sourced
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

    @property
    def shared(self) -> bool:
        """Whether every company has something of it."""
        return all(self.cells)


def compare(graph: Graph, companies: Sequence[Company], aspects: Iterable[str] = ASPECTS) -> list[ComparedRow]:
    """Return the matrix of `companies`: aspect by aspect, what most of them have first, then by name."""
    rows: list[ComparedRow] = []
    for aspect in aspects:
        columns = [_COLUMNS[aspect](graph, company) for company in companies]
        names = dict.fromkeys(name for column in columns for name in column)
        part = [ComparedRow(aspect, name, tuple(column.get(name, "") for column in columns)) for name in names]
        if aspect != "structure":  # whose lines have an order of their own
            part.sort(key=lambda row: (-sum(map(bool, row.cells)), row.name.casefold()))
        rows += part
    return rows


def _structure(graph: Graph, company: Company) -> dict[str, str]:
    """Return the outlines of a company's governance, each in words."""
    column: dict[str, str] = {}
    bodies = graph.bodies(company)
    boards = {body.iri for body in bodies if body.kind in ("board", "supervisory_board")}
    of_board = {r.subject_iri for r in graph.relations(company, "subUnitOf") if r.object_iri in boards}
    kinds = {b.iri: "board_committee" if b.kind == "committee" and b.iri in of_board else b.kind for b in bodies}
    for kind in _COUNTED_KINDS:
        names = [body.name for body in bodies if kinds[body.iri] == kind]
        column[f"{kind.replace('_', ' ')}s"] = _counted(names)
    tiers: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in graph.tiers(company):
        tiers[member.structure][member.tier].append(member.name)
    column["tiers"] = " | ".join(
        f"{structure}: " + " > ".join(", ".join(names) for _, names in sorted(levels.items()))
        for structure, levels in tiers.items()
    )
    lines: dict[int, list[str]] = defaultdict(list)
    for defender in graph.defence(company):
        lines[defender.line_of_defence].append(defender.name)
    for number in (1, 2, 3):
        column[f"line of defence {number}"] = "; ".join(lines[number])
    return column


def _counted(names: list[str]) -> str:
    return f"{len(names)}: {'; '.join(names)}" if names else ""


def _places(rows: Iterable[Sourced]) -> dict[str, str]:
    return {getattr(row, "name"): row.place for row in rows}  # noqa: B009 - laws and standards have names, Sourced not


def _laws(graph: Graph, company: Company) -> dict[str, str]:
    return _places(graph.laws(company))


def _standards(graph: Graph, company: Company) -> dict[str, str]:
    return _places(graph.standards(company))


def _policies(graph: Graph, company: Company) -> dict[str, str]:
    by_topic: dict[str, list[str]] = defaultdict(list)
    for policy in graph.policies(company):
        by_topic[policy.topic or _UNKNOWN_TOPIC].append(policy.name)
    return {topic: "; ".join(names) for topic, names in by_topic.items()}


def _certificates(graph: Graph, company: Company) -> dict[str, str]:
    by_standard: dict[str, list[str]] = defaultdict(list)
    for one in graph.certifications(company):
        holder = "the company" if one.holder == company.name else one.holder
        by_standard[one.standard].append(holder if one.status == "held" else f"{holder} ({one.status})")
    return {standard: "; ".join(dict.fromkeys(holders)) for standard, holders in by_standard.items()}


_COLUMNS: dict[str, Callable[[Graph, Company], dict[str, str]]] = dict(
    zip(ASPECTS, (_structure, _laws, _standards, _policies, _certificates), strict=True)
)
