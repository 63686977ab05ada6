"""Which of the governance disclosures that a framework asks for does the graph show for a company?

    for disclosure in check(open_graph("out"), "Example Holdings", Framework.HKEX):
        print(disclosure.paragraph, disclosure.result)

A check is about what was found in the text, never about compliance: a graph shows only a part of what a paragraph asks
for, and what was not found may still be there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from esggraph.checks.evidence import Findings, Shown
from esggraph.checks.rules import Element, Framework, Rule, rules_of
from esggraph.graph.answers import Company
from esggraph.graph.lookup import Graph


class Result(StrEnum):
    """What a check comes to."""

    DISCLOSED = "disclosed"
    PARTLY = "partly"
    NOT_FOUND = "not found in the text"


@dataclass(frozen=True, slots=True)
class Looked:
    """Something that was looked for, and what shows it, the surest first; nothing where it was not found."""

    looked_for: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What the graph shows of one paragraph; `result` is DISCLOSED where all was found that a graph can show of it."""

    framework: Framework
    paragraph: str
    title: str
    result: Result
    looked: tuple[Looked, ...]

    @property
    def found(self) -> tuple[Looked, ...]:
        """What was found."""
        return tuple(one for one in self.looked if one.shown)

    @property
    def not_found(self) -> tuple[str, ...]:
        """What was looked for and not found."""
        return tuple(one.looked_for for one in self.looked if not one.shown)


def check(graph: Graph, company: Company | str, framework: Framework) -> list[Disclosure]:
    """Return for each rule of `framework`, in its order, what the reports of `company` show.

    Raises UnknownName for a company that the graph does not have.
    """
    row = company if isinstance(company, Company) else graph.find_company(company)
    findings = Findings(graph, row)
    return [_disclosure(framework, rule, findings) for rule in rules_of(framework).rules]


def _disclosure(framework: Framework, rule: Rule, findings: Findings) -> Disclosure:
    elements = [_look(element, findings) for element in rule.elements]
    complete = bool(elements) and all(one.shown for one in elements)
    hints = [] if complete else [_look(hint, findings) for hint in rule.hints]
    result = Result.NOT_FOUND
    if complete:
        result = Result.DISCLOSED
    elif any(one.shown for one in (*elements, *hints)):
        result = Result.PARTLY
    return Disclosure(
        framework=framework,
        paragraph=rule.paragraph,
        title=rule.title,
        result=result,
        looked=(*elements, *hints),
    )


def _look(element: Element, findings: Findings) -> Looked:
    """Return what shows an element, each thing once, that of the first pattern that finds any before the rest."""
    shown: dict[str, Shown] = {}
    for pattern in element.any:
        for one in findings.look_for(pattern):
            shown.setdefault(one.what, one)
    return Looked(element.looked_for, tuple(shown.values()))
