"""The command that checks what a company's reports disclose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from esggraph.checks.rules import Framework, rules_of
from esggraph.cli.app import OUT, CompanyArgument, GraphOption, app
from esggraph.cli.output import Format, FormatOption, plain, show
from esggraph.graph.answers import record

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
    records = []
    for disclosure in disclosures:
        row = _short(disclosure)
        looked_for = [f"Looked for: {plain(disclosure.not_found)}"] if disclosure.not_found else []
        records.append({**row, "evidence": "\n".join([*map(_best, disclosure.found), *looked_for])})
    show(_COLUMNS, records, Format.TABLE, f"{title}: {counts}")


def _head(disclosure: Disclosure) -> dict[str, str]:
    """Return what every form says first of a disclosure."""
    return {
        "framework": disclosure.framework.value,
        "paragraph": disclosure.paragraph,
        "disclosure": disclosure.title,
        "result": disclosure.result.value,
    }


def _short(disclosure: Disclosure) -> dict[str, Any]:
    return {
        **_head(disclosure),
        "evidence": "\n".join(map(_best, disclosure.found)),
        "not_found": disclosure.not_found,
    }


def _best(looked: Looked) -> str:
    """Return the most telling evidence in one line, and how much more there is."""
    best = looked.shown[0]
    more = f" (+{len(looked.shown) - 1} more)" if len(looked.shown) > 1 else ""
    return f"{best.what}{more}: {'; '.join(f'{row.place}: “{_shortened(row.quote)}”' for row in best.by)}"


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rsplit(' ', 1)[0]} …"


def _full(disclosure: Disclosure) -> dict[str, Any]:
    return {
        **_head(disclosure),
        "looked_for": [
            {
                "element": looked.looked_for,
                "found": [
                    {"what": one.what, "evidence": [{**record(row), "place": row.place} for row in one.by]}
                    for one in looked.shown
                ],
            }
            for looked in disclosure.looked
        ],
    }
