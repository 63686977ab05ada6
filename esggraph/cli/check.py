"""The command that checks what a company's reports disclose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from esggraph.checks.rules import Framework, rules_of
from esggraph.cli.app import OUT, CompanyArgument, GraphOption, app
from esggraph.cli.output import Format, FormatOption, plain, show

if TYPE_CHECKING:
    from esggraph.checks.disclosures import Disclosure, Looked

_COLUMNS = ("paragraph", "disclosure", "result", "evidence")
_QUOTED = 160  # characters of a quote in a table; JSON has it whole
_NOTE = (
    "What was found in the text of the reports, as far as a graph can show it. A paragraph may ask for more, and what\n"
    "was not found may still be there; this says nothing about compliance."
)


@app.command()
def check(
    company: CompanyArgument,
    framework: Annotated[Framework | None, typer.Option("--framework", help="Only this one; default: all.")] = None,
    graph: GraphOption = OUT,
    format: FormatOption = Format.TABLE,
) -> None:
    """Check which governance disclosures of HKEX, GRI and TCFD the reports of COMPANY show, with the words that do."""
    from esggraph.checks.disclosures import check as disclosures_of
    from esggraph.graph.lookup import open_graph

    opened = open_graph(graph)
    found = opened.find_company(company)
    frameworks = [framework] if framework else list(Framework)
    checked = {one: disclosures_of(opened, found, one) for one in frameworks}
    if format is Format.TABLE:
        for one, disclosures in checked.items():
            _show_table(f"{found.name}: {rules_of(one).name}", disclosures)
        print(_NOTE)
    else:
        as_record = _full if format is Format.JSON else _short
        records = [as_record(disclosure) for disclosures in checked.values() for disclosure in disclosures]
        show(("framework", *_COLUMNS, "not_found"), records, format)


def _show_table(title: str, disclosures: Sequence[Disclosure]) -> None:
    results = Counter(disclosure.result for disclosure in disclosures)
    counts = ", ".join(f"{results[result]} {result.value}" for result in type(disclosures[0].result) if results[result])
    records = [_short(disclosure) for disclosure in disclosures]
    for record in records:
        if record["not_found"]:
            record["evidence"] += f"{chr(10) if record['evidence'] else ''}Looked for: {plain(record['not_found'])}"
    show(_COLUMNS, records, Format.TABLE, f"{title}: {counts}")


def _short(disclosure: Disclosure) -> dict[str, Any]:
    return {
        "framework": disclosure.framework.value,
        "paragraph": disclosure.paragraph,
        "disclosure": disclosure.title,
        "result": disclosure.result.value,
        "evidence": "\n".join(map(_best, disclosure.found)),
        "not_found": disclosure.not_found,
    }


def _best(looked: Looked) -> str:
    """Return the surest evidence in one line, and how much more there is."""
    best = looked.shown[0]
    quote = best.by.quote if len(best.by.quote) <= _QUOTED else f"{best.by.quote[:_QUOTED].rsplit(' ', 1)[0]} …"
    more = f" (+{len(looked.shown) - 1} more)" if len(looked.shown) > 1 else ""
    return f"{best.what}{more}: {best.by.place}: “{quote}”"


def _full(disclosure: Disclosure) -> dict[str, Any]:
    return {
        "framework": disclosure.framework.value,
        "paragraph": disclosure.paragraph,
        "disclosure": disclosure.title,
        "result": disclosure.result.value,
        "looked_for": [
            {
                "element": looked.looked_for,
                "found": [
                    {
                        "what": one.what,
                        "iri": one.by.iri,
                        "confidence": one.by.confidence,
                        "place": one.by.place,
                        "quote": one.by.quote,
                    }
                    for one in looked.shown
                ],
            }
            for looked in disclosure.looked
        ],
    }
