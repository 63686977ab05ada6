"""The documentation page of the ontology: up to date, complete, and one file."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import RdfFormat, parse

from esggraph.graph.namespaces import ESG, local_name, term
from esggraph.resources import folder
from esggraph.views.ontology_page import PAGE, ontology_page

ONTOLOGY = [*parse(path=str(folder("ontology") / "esggraph.ttl"), format=RdfFormat.TURTLE)]
TERMS = sorted({local_name(q.subject.value) for q in ONTOLOGY if q.subject.value.startswith(ESG)} - {""})  # type: ignore[union-attr]
CLASSES = [
    local_name(q.subject.value) for q in ONTOLOGY if q.object == term("owl:Class") and q.subject.value.startswith(ESG)
]  # type: ignore[union-attr]


class Page(HTMLParser):
    """The anchors and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                (self.links if tag == "a" else self.loaded).append(value or "")
            if name == "src":
                self.loaded.append(value or "")


@pytest.fixture(scope="module")
def html() -> str:
    return ontology_page()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_the_committed_page_is_up_to_date(html: str) -> None:
    committed = (folder("ontology") / PAGE).read_text(encoding="utf-8")
    assert committed == html, "run `python -m esggraph.views.ontology_page` and commit ontology/index.html"


def test_every_term_is_explained_once(page: Page) -> None:
    assert [one for one in TERMS if page.ids.count(one) != 1] == []


def test_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []


def test_the_page_loads_nothing(html: str, page: Page) -> None:
    assert page.loaded == []
    assert "<script" not in html


def test_the_picture_has_every_class_within_its_frame(html: str) -> None:
    picture = html[html.index("<svg") : html.index("</svg>")]
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', picture).groups())  # type: ignore[union-attr]
    boxes = re.findall(r'<a href="#(\w+)"><rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', picture)
    assert sorted(name for name, *_ in boxes) == sorted(CLASSES)
    places = [tuple(map(int, place)) for _, *place in boxes]
    assert all(x + w <= width and y + h <= height for x, y, w, h in places)
    for i, (x, y, w, h) in enumerate(places):
        assert not [1 for a, b, c, d in places[i + 1 :] if x < a + c and a < x + w and y < b + d and b < y + h]


def test_the_version_the_topics_and_the_evidence_pattern_are_on_it(html: str) -> None:
    assert "https://w3id.org/esggraph/0.1.0" in html
    assert '<td title="https://w3id.org/esggraph/topic/anti-corruption">anti-corruption</td>' in html
    assert "Aspect B7 Anti-corruption" in html
    assert "205-2 Communication and training about anti-corruption policies and procedures" in html
    assert "?annotation oa:hasBody ?thing" in html
