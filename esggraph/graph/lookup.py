"""Questions to a built graph, and their answers as rows. Loads neither spaCy nor rdflib, so it answers at once.

    graph = open_graph("out")
    for law in graph.laws("Example Holdings"):
        print(law.name, law.jurisdiction, law.place)

Wherever a method takes a company it takes a Company row or a text that `find_company` understands. The SPARQL behind
each question is the file of that name in `esggraph/queries`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import Store, Triple

from esggraph.errors import UnknownName, UnreadableGraph
from esggraph.graph import iris, sparql
from esggraph.graph.answers import (
    Body,
    Certification,
    Citation,
    Company,
    Defender,
    Law,
    Policy,
    Post,
    Quote,
    Relation,
    Sourced,
    Standard,
    Table,
    TierMember,
)
from esggraph.graph.matching import match, nearest_names
from esggraph.graph.namespaces import local_name, term
from esggraph.graph.sparql import Solution
from esggraph.graph.store import open_store
from esggraph.names import normalise

S = TypeVar("S", bound=Sourced)
T = TypeVar("T")
_NUMERIC_CODE = re.compile(r"(?:[A-Za-z]+[:\s]\s*)?0*(\d+)(?:[.\s][A-Za-z]{1,4})?")  # "HKEX: 00020", "0020.HK"
_PRESENCE = {
    term(name).value for name in ("org:hasUnit", "org:hasPost", "esg:hasPolicy", "esg:hasCertification", "esg:cites")
}
_IN_WORDS = {
    "reportsTo": ("reports to {}", "is reported to by {}"),
    "subUnitOf": ("is a sub-unit of {}", "has the sub-unit {}"),
    "oversees": ("oversees {}", "is overseen by {}"),
    "hasMember": ("has the member {}", "is a member of {}"),
    "ledBy": ("is led by {}", "leads {}"),
    "lineOfDefence": ("stands on the {}", "has on it {}"),
    "inTier": ("stands in {}", "has in it {}"),
    "responsibleFor": ("is responsible for {}", "is a responsibility of {}"),
}
"""Predicate -> how it reads with the object, and, read from the object's side, with the subject."""
_NAMED = "named"
_SOURCE = ("confidence", "file", "line", "page", "quote")


def open_graph(path: Path | str) -> Graph:
    """Open the graph in `path`: a folder that a build wrote, a store folder or an RDF file.

    Raises UnreadableGraph, with what to do, for one that is missing or damaged.
    """
    return Graph(open_store(Path(path)))


class Graph:
    """A built graph, open for reading. Several processes can read one graph at the same time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._labels: dict[str, str] = {}
        self._all_companies: list[Company] | None = None
        self._rows: dict[tuple[str, str], list[Any]] = {}  # (question, company) -> its rows; the store is read-only

    def query(self, text: str) -> Table | bool | list[Triple]:
        """Run a SPARQL query: a Table for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE.

        The prefixes of `namespaces.PREFIXES` need no declaration. Raises QueryError, in one line with the place, for a
        query that cannot be parsed or run.
        """
        return sparql.answer(self._store, text)

    # -------------------------------------------------------------- companies

    def companies(self) -> list[Company]:
        """Return all companies, by name."""
        if self._all_companies is None:
            self._all_companies = self._count_companies()
        return list(self._all_companies)

    def _count_companies(self) -> list[Company]:
        names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for s in self.select("company_names"):
            names[s["company"]][local_name(s["property"])].add(s["value"])
        reports: dict[str, list[Solution]] = defaultdict(list)
        for s in self.select("reports"):
            reports[s["company"]].append(s)
        counts: dict[str, dict[str, Any]] = {}
        for s in self.select("companies"):
            fields = counts.setdefault(s["company"], {"name": s["name"]})
            if s["counted"]:
                fields[s["counted"]] = s["number"]
        rows = [
            Company(
                iri=iri,
                aliases=_sorted((names[iri]["altLabel"] | names[iri]["label"]) - {fields["name"]}),
                stock_codes=_sorted(names[iri]["stockCode"]),
                period=next((f"{r['start']}/{r['end']}" for r in reports[iri] if r["end"]), ""),
                reports=tuple(r["file"] for r in reports[iri]),
                **fields,
            )
            for iri, fields in counts.items()
        ]
        return sorted(rows, key=lambda company: (company.name.casefold(), company.iri))

    def find_company(self, text: str) -> Company:
        """Return the company that `text` means: a name, short name, stock code, report id or IRI, or nearly one.

        Raises UnknownName when it means none or several; the message has the nearest names or the candidates.
        """
        rows = {company.iri: company for company in self.companies()}
        if text in rows:
            return rows[text]
        names = [(local_name(iri), iri) for iri in rows]
        for s in self.select("company_names"):
            names.append((s["value"], s["company"]))
            if code := _NUMERIC_CODE.fullmatch(s["value"]):
                names.append((code[1], s["company"]))
        result = match(text, names, iris.slug)
        if not result.found and (code := _NUMERIC_CODE.fullmatch(text.strip())):
            result = match(code[1], names, iris.slug)
        if len(result.found) == 1:
            return rows[result.found[0]]
        if result.found:
            candidates = ", ".join(sorted(rows[iri].name for iri in result.found))
            raise UnknownName(f"“{text}” fits several companies: {candidates} (give more of the name)")
        near = [rows[iri].name for iri in result.near]
        raise UnknownName(f"no company “{text}” in the graph{nearest_names(near)} (`esggraph companies` lists all)")

    def find_topic(self, text: str) -> str:
        """Return the IRI of the topic that `text` means: its name, one of its cue words, or nearly one.

        Raises UnknownName, with the nearest names, when it means none or several.
        """
        named = self.select("topics")
        names: list[tuple[str, str]] = [(s["name"], s["topic"]) for s in named if s["preferred"]]
        result = match(text, names, iris.slug)
        if not result.found:
            result = match(text, [*names, *((s["name"], s["topic"]) for s in named)], iris.slug)
        if len(result.found) == 1:
            return result.found[0]
        near = [self._label(topic) for topic in result.found or result.near]
        raise UnknownName(f"no topic “{text}” in the graph{nearest_names(near)}")

    def find_report(self, text: str) -> str:
        """Return the IRI of the report that `text` means: its file name, that name without the ending, or nearly one.

        Raises UnknownName, with the nearest names, when it means none or several.
        """
        files: dict[str, str] = {s["report"]: s["file"] for s in self.select("reports")}
        names = [(name, iri) for iri, file in files.items() for name in (file, Path(file).stem, local_name(iri))]
        exact = [iri for iri, file in files.items() if text in (iri, file)]
        result = match(text, names, iris.slug)
        found = exact or result.found
        if len(found) == 1:
            return found[0]
        if found:
            candidates = ", ".join(sorted(files[iri] for iri in found))
            raise UnknownName(f"“{text}” fits several reports: {candidates} (give the file name)")
        near = nearest_names(files[iri] for iri in result.near)
        raise UnknownName(f"no file and no report of the graph is called “{text}”{near}")

    def _company(self, company: Company | str) -> Company:
        return company if isinstance(company, Company) else self.find_company(company)

    # -------------------------------------------------------------- what a company has and cites

    def laws(self, company: Company | str) -> list[Law]:
        """Return the laws that `company` cites, by name."""
        return self._things(Law, "laws", "law", company)

    def standards(self, company: Company | str) -> list[Standard]:
        """Return the standards that `company` refers to, by name; those it is certified against are certifications."""
        return self._things(Standard, "standards", "standard", company)

    def policies(self, company: Company | str) -> list[Policy]:
        """Return the policies of `company`, by name."""
        return self._things(Policy, "policies", "policy", company)

    def certifications(self, company: Company | str) -> list[Certification]:
        """Return the certifications of `company` and its parts, by name."""
        return self._things(Certification, "certifications", "certification", company)

    def bodies(self, company: Company | str) -> list[Body]:
        """Return the bodies of `company`, by name."""
        return self._things(Body, "bodies", "body", company)

    def posts(self, company: Company | str) -> list[Post]:
        """Return the posts of `company`, by name."""
        return self._things(Post, "posts", "post", company)

    def _things(self, row_type: type[S], query: str, variable: str, company: Company | str) -> list[S]:
        iri = self._company(company).iri
        return self._once(query, iri, lambda: self._read_things(row_type, query, variable, iri))

    def _once(self, question: str, company_iri: str, read: Callable[[], list[T]]) -> list[T]:
        """Return the answer to `question`, read at its first asking."""
        if (question, company_iri) not in self._rows:
            self._rows[question, company_iri] = read()
        return list(self._rows[question, company_iri])

    def _read_things(self, row_type: type[S], query: str, variable: str, iri: str) -> list[S]:
        sources = {s["object"]: s for s in self._sources(iri) if s["predicate"] in _PRESENCE and s["subject"] == iri}
        rows = []
        for s in self.select(query, company=iri):
            thing = s.pop(variable)
            del s["company"]
            if "aliases" in s:
                s["aliases"] = _lines(s["aliases"], without=s["name"])
            if "holders" in s:
                s["holder"] = "; ".join(_lines(s.pop("holders"))) or None
            if "wording" in s:
                s["wording"] = _lines(s["wording"])
                s["name"] = s["name"] or s["wording"][0]  # an instrument that this version's vocabulary does not know
            rows.append(row_type(iri=thing, **s, **self._shown(_found(sources.get(thing), thing))))
        return sorted(rows, key=lambda row: (attrgetter("name")(row).casefold(), row.iri))

    def _sources(self, company_iri: str) -> list[Solution]:
        """Return the statements of a company's reports; of equal ones the newest is last."""
        return self._once("sources", company_iri, lambda: self.select("sources", company=company_iri)[::-1])

    # -------------------------------------------------------------- how they hang together

    def relations(self, company: Company | str, predicate: str | None = None) -> list[Relation]:
        """Return the relations stated for `company`, in the order of the report; with `predicate`, only those of it.

        `predicate` is one of `esggraph.findings.PREDICATES`; another gives no rows.
        """
        iri = self._company(company).iri
        rows = self._once("relations", iri, lambda: self._read_relations(iri))
        return [row for row in rows if predicate in (None, row.predicate)]

    def _read_relations(self, iri: str) -> list[Relation]:
        sources = {(s["subject"], s["predicate"], s["object"]): s for s in self._sources(iri)}
        rows = []
        for s in self.select("relations", company=iri):
            source = _found(sources.get((s["subject"], s["predicate"], s["object"])), s["subject"])
            rows.append(
                Relation(
                    iri=source["statement"],
                    subject=s["subject_name"],
                    predicate=local_name(s["predicate"]),
                    object=s["object_name"],
                    structure=s["structure"],
                    number=s["number"],
                    subject_iri=s["subject"],
                    object_iri=s["object"],
                    **self._shown(source),
                )
            )
        return sorted(rows, key=lambda row: (row.file, row.line, row.iri))

    def tiers(self, company: Company | str) -> list[TierMember]:
        """Return who stands on which tier of which structure of `company`, from the top."""
        rows = [
            TierMember(
                iri=r.subject_iri,
                structure=r.structure or "",
                tier=r.number or 0,
                name=r.subject,
                **_source(r),
            )
            for r in self.relations(company, "inTier")
        ]
        return sorted(rows, key=lambda row: (row.structure.casefold(), row.tier))

    def defence(self, company: Company | str) -> list[Defender]:
        """Return who stands on which line of defence of `company`, from the first."""
        rows = [
            Defender(iri=r.subject_iri, line_of_defence=r.number or 0, name=r.subject, **_source(r))
            for r in self.relations(company, "lineOfDefence")
        ]
        return sorted(rows, key=lambda row: row.line_of_defence)

    # -------------------------------------------------------------- across companies

    def who_cites(self, law: str) -> list[Citation]:
        """Return the companies that cite the law or standard meant by `law`, however either spells it.

        Official names, short names, acronyms, and every wording of any report are tried. A name that several
        jurisdictions use gives rows of each. Raises UnknownName, with the nearest names, when no report cites it.
        """
        result = match(law, ((s["name"], s["instrument"]) for s in self.select("cited_names")), _instrument_key)
        if not result.found:
            known = match(law, ((s["name"], s["instrument"]) for s in self.select("known_names")), _instrument_key)
            if known.found:
                raise UnknownName(f"no report in the graph cites “{law}”, a known instrument")
            raise UnknownName(f"no report in the graph cites “{law}”{nearest_names(result.near.values())}")
        rows: dict[tuple[str, str], Citation] = {}
        for instrument in result.found:
            for s in self.select("who_cites", instrument=instrument):
                key = instrument, s["company"]
                if key in rows:  # an older report of the same company
                    rows[key] = replace(rows[key], wording=_sorted({*rows[key].wording, *_lines(s["wording"])}))
                else:
                    rows[key] = Citation(
                        iri=instrument,
                        name=self._label(instrument),
                        jurisdiction=s["jurisdiction"],
                        company=self._label(s["company"]),
                        company_iri=s["company"],
                        wording=_lines(s["wording"]),
                        **self._shown(s),
                    )
        return sorted(rows.values(), key=lambda row: (row.company.casefold(), row.name.casefold(), row.iri))

    def evidence(self, name: str, company: Company | str | None = None) -> list[Quote]:
        """Return the quotes for the entities called `name` and for the statements about them.

        For each entity those that name it come first, then statement by statement, each with its best quote first.
        With `company`, only of its reports. Raises UnknownName, with the nearest names, when nothing is called so.
        """
        iri = self._company(company).iri if company is not None else None
        only = {} if iri is None else {"company": iri}
        names = ((s["name"], s["entity"]) for s in self.select("entity_names", **only))
        result = match(name, names, normalise)
        if not result.found:
            raise UnknownName(f"nothing called “{name}” in the graph{nearest_names(result.near.values())}")
        rows = [
            quote
            for entity in result.found
            for s in self.select("statements_about", entity=entity)
            if iri in (None, s["company"])
            for quote in self._quotes(s)
        ]
        return sorted(rows, key=lambda q: (q.company.casefold(), q.name, q.says != _NAMED, q.says, not q.best, q.start))

    def _quotes(self, statement: Solution) -> list[Quote]:
        """Return the quotes of a solution of `statements_about`."""
        entity = statement["entity"]
        says = _NAMED
        if statement["predicate"] not in _PRESENCE:
            forward = statement["subject"] == entity
            other = statement["object" if forward else "subject"]
            says = in_words(local_name(statement["predicate"]), self._label(other), forward=forward)
        return [
            Quote(
                iri=statement["statement"],
                company=self._label(statement["company"]),
                name=self._label(entity),
                says=says,
                best=s["annotation"] == statement["best"],
                start=s["start"],
                end=s["end"],
                **_source({**statement, **s}),
            )
            for s in self.select("evidence", thing=statement["statement"])
        ]

    def _shown(self, statement: Solution) -> dict[str, Any]:
        """Return confidence, place and words of the best quote of `statement`."""
        quotes = self.select("evidence", thing=statement["statement"])
        best = next((quote for quote in quotes if quote["annotation"] == statement["best"]), None)
        return _source({**_found(best, statement["statement"]), **statement})

    def _label(self, iri: str) -> str:
        if iri not in self._labels:
            self._labels[iri] = self.select("label", thing=iri)[0]["label"] or local_name(iri)
        return self._labels[iri]

    def select(self, name: str, **parameters: str) -> list[Solution]:
        """Run `esggraph/queries/<name>.rq` with each of its parameters set to an IRI; return variable -> value."""
        return sparql.select(self._store, name, **parameters)


def in_words(predicate: str, other: str, *, forward: bool = True) -> str:
    """Return how a relation reads, said of its subject with `other` as the object, or, not `forward`, the other way.

    >>> in_words("reportsTo", "Board of Directors"), in_words("ledBy", "Audit Committee", forward=False)
    ('reports to Board of Directors', 'leads Audit Committee')
    """
    return _IN_WORDS[predicate][not forward].format(other)


def _found(source: Solution | None, of: str) -> Solution:
    if source is None:  # a build never leaves that out
        raise UnreadableGraph(f"the graph has no evidence for <{of}>, so it was changed by hand: run `esggraph build`")
    return source


def _source(of: Solution | Sourced) -> dict[str, Any]:
    return {field: of[field] if isinstance(of, dict) else getattr(of, field) for field in _SOURCE}


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def _lines(joined: str | None, without: str | None = None) -> tuple[str, ...]:
    """Return the names that a query joined by newlines (None: none), in order."""
    return _sorted(set((joined or "").split("\n")) - {"", without})


def _instrument_key(name: str) -> str:
    return iris.slug(iris.law_name(name))
