"""The site of a graph: `index.html` and a page of each kind beside it, all of them whole in themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from esggraph.errors import EsggraphError, NothingToShow
from esggraph.graph.answers import Company, Sourced
from esggraph.graph.lookup import Graph
from esggraph.reading.sources import is_own_page
from esggraph.views.matrix import MATRIX, matrix
from esggraph.views.page import Link, document, render, script_data
from esggraph.views.picture import Picture
from esggraph.views.scenes import ACROSS, OF_A_COMPANY

INDEX = "index.html"
_LABELS = {
    "structure": "Structure",
    "tiers": "Tiers",
    "defence": "Lines of defence",
    "laws": "Laws",
    "policies": "Policies",
    "certificates": "Certificates",
    "citing": "Who cites what",
    "whole": "The whole graph",
    MATRIX: "Side by side",
}
"""Kind of page -> what a link to it is called."""
_ABOUT = {
    "citing": "which laws and standards several companies cite",
    "whole": "everything the graph has, opened group by group",
    MATRIX: "structure, laws, policies and certificates of all companies in one table",
}
_HOME = Link("All companies", INDEX)
_TOGETHER = 2  # companies, from which there is something to compare


def write_site(graph: Graph, folder: Path) -> int:
    """Write the site of `graph` into `folder`, in place of one that is there, and return how many pages it has.

    A kind of page of which a company's reports say nothing is left out. All pages are made before the first is put in
    place; then pages of companies that are gone are removed, and no other file. Raises EsggraphError when `folder`
    cannot be written, or has a file in the place of a page that esggraph did not write.
    """
    companies = graph.companies()
    try:
        with TemporaryDirectory(prefix=".pages-", dir=folder) as made:
            pages = _Pages(Path(made))
            for company in companies:
                pages.add_company(graph, company)
            pages.add_across(graph, companies)
            pages.add_index(graph, companies)
            for name in pages.names:
                if (folder / name).exists() and not is_own_page(folder / name):
                    raise EsggraphError(f"{folder / name}: no page of esggraph, so no pages were written: move it away")
            for name in pages.names:
                os.replace(Path(made) / name, folder / name)
        remove_pages(folder, but=pages.names)
    except OSError as error:
        raise EsggraphError(f"{folder}: the pages cannot be written ({error.strerror}): name another folder") from None
    return len(pages.names)


def remove_pages(folder: Path, but: Collection[str] = ()) -> None:
    """Remove the pages that esggraph wrote into `folder`, those named `but` apart. Raises OSError where it cannot."""
    for file in folder.glob("*.html"):
        if file.name not in but and is_own_page(file):
            file.unlink()


class _Pages:
    """The pages of a site in the making."""

    def __init__(self, folder: Path) -> None:
        self.names: list[str] = []  # of the files written so far
        self._folder = folder
        self._of_company: dict[str, dict[str, str]] = {}  # IRI -> kind -> file name
        self._across: dict[str, str] = {}  # kind -> file name

    def add_company(self, graph: Graph, company: Company) -> None:
        pictures = _possible({kind: partial(scene, graph, company) for kind, scene in OF_A_COMPANY.items()})
        files = {kind: f"{picture.file}.html" for kind, picture in pictures.items()}
        self._of_company[company.iri] = files
        for kind, picture in pictures.items():
            self._write(files[kind], render(picture, _links(files, kind)))

    def add_across(self, graph: Graph, companies: Sequence[Company]) -> None:
        pictures = _possible({kind: partial(scene, graph, companies) for kind, scene in ACROSS.items()})
        self._across = {kind: f"{picture.file}.html" for kind, picture in pictures.items()}
        if len(companies) >= _TOGETHER:
            self._across[MATRIX] = f"{MATRIX}.html"
            self._write(self._across[MATRIX], matrix(graph, companies, _links(self._across, MATRIX)))
        for kind, picture in pictures.items():
            self._write(self._across[kind], render(picture, _links(self._across, kind)))

    def add_index(self, graph: Graph, companies: Sequence[Company]) -> None:
        reports = [report for company in companies for report in company.reports]
        self._write(
            INDEX,
            document(
                "index.html.j2",
                title=f"Corporate governance in {len(reports)} report{'s' if len(reports) != 1 else ''}",
                note="What the reports say of boards and committees, of laws, policies and certificates, "
                "with the words behind every statement.",
                sources=reports,
                links=(),
                across=[(_LABELS[kind], name, _ABOUT[kind]) for kind, name in self._across.items()],
                companies=[(company, _links(self._of_company[company.iri])[1:]) for company in companies],
                data=script_data([entry for company in companies for entry in self._entries(graph, company)]),
            ),
        )

    def _entries(self, graph: Graph, company: Company) -> list[tuple[str, str, str, str]]:
        """Return what the search of the index knows of `company`: name, what it is, whose, and where it is shown."""
        pages = self._of_company[company.iri]
        whole = self._across["whole"]
        own = [
            (name, "company", company.name, f"{whole}#{quote(company.iri)}")
            for name in (company.name, *company.aliases)
        ]
        rows: list[tuple[str, str, Sequence[Sourced]]] = [
            ("body", pages.get("structure", whole), graph.bodies(company)),
            ("post", whole, graph.posts(company)),
            ("policy", pages.get("policies", whole), graph.policies(company)),
            ("law", pages.get("laws", whole), graph.laws(company)),
            ("standard", pages.get("laws", whole), graph.standards(company)),
            ("certificate", pages.get("certificates", whole), graph.certifications(company)),
        ]
        return own + [
            (name, what, company.name, f"{page}#{quote(one.iri)}")
            for what, page, things in rows
            for one in things
            for name in (getattr(one, "name"), *getattr(one, "aliases", ()))  # noqa: B009 - all six have one
        ]

    def _write(self, name: str, html: str) -> None:
        (self._folder / name).write_text(html, encoding="utf-8")
        self.names.append(name)


def _possible(scenes: dict[str, Callable[[], Picture]]) -> dict[str, Picture]:
    """Return the pictures of which the reports say something."""
    pictures = {}
    for kind, scene in scenes.items():
        try:
            pictures[kind] = scene()
        except NothingToShow:
            continue
    return pictures


def _links(files: dict[str, str], here: str | None = None) -> list[Link]:
    return [_HOME, *(Link(_LABELS[kind], name, kind == here) for kind, name in files.items())]
