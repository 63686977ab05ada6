"""The site that a build ends with: what stands in the folder, and every kind of page in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from drawn_pages import behind
from example_findings import holdings, works
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from esggraph.building import build
from esggraph.errors import EsggraphError, UnknownName
from esggraph.graph.lookup import open_graph
from esggraph.graph.store import store_of, write_graph
from esggraph.knowledge_graph import KnowledgeGraph
from esggraph.resources import folder
from esggraph.views import KINDS
from esggraph.views.site import write_site

OF_HOLDINGS = {
    f"example-holdings-co-ltd-{k}.html" for k in ("structure", "tiers", "defence", "laws", "policies", "certificates")
}
REPORTS = ("alibaba-pictures-2024.md", "ainnovation-2023.md", "sensetime-2023.md", "hikvision-2023.md")


@pytest.fixture(scope="module")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corpus")
    build([folder("corpus")], out)
    return out


@pytest.fixture(scope="module")
def real_site(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("real")
    build([reports / name for name in REPORTS], out)
    return out


def go(browser: Any, page: Path, hash: str = "") -> Any:
    """Open a page and wait until it is drawn."""
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get("about:blank")
    browser.get(page.as_uri() + hash)
    WebDriverWait(browser, 30).until(lambda b: b.execute_script("return document.body.dataset.ready"))
    return browser


def test_writes_an_index_and_the_pages_of_which_the_reports_say_something(tmp_path: Path) -> None:
    write_graph([holdings()], tmp_path)
    assert write_site(open_graph(tmp_path), tmp_path) == 8
    assert {page.name for page in tmp_path.glob("*.html")} == {"index.html", "whole-graph.html", *OF_HOLDINGS}


def test_takes_pages_of_companies_away_that_are_gone_and_no_other_file(tmp_path: Path) -> None:
    write_graph([holdings(), works()], tmp_path)
    write_site(open_graph(tmp_path), tmp_path)
    mine = tmp_path / "mine.html"
    mine.write_text("<p>Mine.</p>", encoding="utf-8")
    assert list(tmp_path.glob("sample-works*.html"))
    write_graph([holdings()], tmp_path)
    write_site(open_graph(tmp_path), tmp_path)
    left = {page.name for page in tmp_path.glob("*.html")}
    assert left == {"index.html", "whole-graph.html", "mine.html", *OF_HOLDINGS}


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = []
    for out in (tmp_path / "a", tmp_path / "b"):
        write_graph([holdings(), works()], out)
        write_site(open_graph(out), out)
        pages.append({page.name: page.read_bytes() for page in out.glob("*.html")})
    assert pages[0] == pages[1]


def test_a_build_without_pages_takes_the_old_ones_away(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("# Example Holdings Limited\n\n# ESG Report 2023\n\nThe Audit Committee reports to the Board.\n")
    assert build([report], tmp_path / "out").pages > 0
    assert build([report], tmp_path / "out", pages=False).pages == 0
    assert list((tmp_path / "out").glob("*.html")) == []


def test_a_page_that_is_not_ours_is_not_written_over(tmp_path: Path) -> None:
    write_graph([holdings()], tmp_path)
    mine = tmp_path / "index.html"
    mine.write_text("<p>Mine.</p>", encoding="utf-8")
    with pytest.raises(
        EsggraphError, match=r"index\.html: no page of esggraph, so no pages were written: move it away"
    ):
        write_site(open_graph(tmp_path), tmp_path)
    assert [page.name for page in tmp_path.glob("*.html")] == ["index.html"]
    assert mine.read_text(encoding="utf-8") == "<p>Mine.</p>"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    write_graph([holdings()], tmp_path / "graph")
    missing = tmp_path / "missing"
    with pytest.raises(EsggraphError, match=r"missing: the pages cannot be written \(No such file"):
        write_site(open_graph(tmp_path / "graph"), missing)


def test_our_own_pages_are_not_read_as_reports(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Example Holdings Limited\n\n# ESG Report 2023\n\nThe Board leads.\n")
    build([tmp_path], tmp_path)
    assert [f.report for f in build([tmp_path], tmp_path).findings] == ["report"]


def test_every_link_leads_to_a_page(corpus_site: Path) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in corpus_site.glob("*.html")}
    assert len(pages) == 25
    for name, html in pages.items():
        links = re.findall(r'href="([^"#]+)', html)
        assert links, name
        assert set(links) <= set(pages), name
    data = re.search(r'id="data">(.*?)</script>', pages["index.html"], re.S)
    assert data
    for title, _, _, href in json.loads(data[1]):
        page, node = href.split("#")
        assert json.dumps(unquote(node), ensure_ascii=False) in pages[page], title


def test_no_page_refers_to_anything_remote(corpus_site: Path) -> None:
    for page in corpus_site.glob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert not re.search(
            r"""(?:src|href)=["']?(?:https?:)?//|url\(["']?http|@import|<link|sourceMappingURL=""", html
        ), page


@pytest.mark.browser
def test_the_index_finds_what_any_page_shows(browser: Any, corpus_site: Path) -> None:
    go(browser, corpus_site / "index.html")
    browser.find_element(By.ID, "search").send_keys("audit committee sense")
    WebDriverWait(browser, 5).until(lambda b: b.find_element(By.ID, "said").text)
    link = browser.find_element(By.CSS_SELECTOR, "#hits a")
    assert link.text == "Audit Committee"
    link.click()
    WebDriverWait(browser, 20).until(lambda b: b.execute_script("return document.body.dataset.ready"))
    assert browser.find_element(By.TAG_NAME, "h1").text == "SenseTime Group Inc.: governance structure"
    assert browser.find_element(By.ID, "panel").text.split("\n")[1] == "Audit Committee"


@pytest.mark.browser
def test_the_matrix_tells_the_evidence_of_a_cell_and_narrows(browser: Any, corpus_site: Path) -> None:
    go(browser, corpus_site / "matrix.html")
    row = '//tr[th[normalize-space()="Data Security Law of the People\'s Republic of China"]]'
    browser.find_element(By.XPATH, f"{row}//button").click()
    panel = browser.find_element(By.ID, "panel").text.split("\n")
    assert panel[1] == "Alibaba Pictures Group Limited: Data Security Law of the People's Republic of China"
    assert panel[-1].startswith("alibaba-pictures-2024.md:")
    Select(browser.find_element(By.ID, "part")).select_by_visible_text("certificates")
    assert not browser.execute_script("return arguments[0].checkVisibility()", browser.find_element(By.XPATH, row))
    browser.find_element(By.ID, "search").send_keys("ISO 27001")
    visible = browser.execute_script(
        "return [...document.querySelectorAll('tr[data-shared]')].filter(r => r.checkVisibility()).map(r => r.cells[0].textContent)"
    )
    assert visible
    assert all("ISO 27001" in name for name in visible)


@pytest.mark.browser
def test_the_whole_graph_opens_in_groups(browser: Any, corpus_site: Path) -> None:
    go(browser, corpus_site / "whole-graph.html")
    kinds = "return [...new Set(nodes.get().map(n => n.kind))].sort()"
    assert browser.execute_script(kinds) == ["company", "group_of"]
    browser.find_element(By.ID, "search").send_keys("Audit Committee\n")
    assert "Audit Committee" in browser.execute_script("return nodes.get().map(n => n.name)")
    browser.find_element(By.ID, "close-all").click()
    assert browser.execute_script("return nodes.length") == 5  # the companies, and the laws and standards


@pytest.mark.browser
@pytest.mark.parametrize(
    "kind", ["structure", "tiers", "defence", "laws", "policies", "certificates", "citing", "whole"]
)
def test_every_kind_of_page_of_real_reports(browser: Any, real_site: Path, kind: str) -> None:
    file = {"citing": "who-cites-what", "whole": "whole-graph"}.get(kind, f"alibaba-pictures-group-limited-{kind}")
    go(browser, real_site / f"{file}.html")
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert all(url.startswith(("file:", "data:", "about:")) for url in asked)
    name, node = browser.execute_script(
        "const n = data.nodes.find(n => n.quotes.length && !hiddenKinds.has(n.kind)) || data.nodes[0]; return [n.name, n.id]"
    )
    browser.execute_script("document.getElementById('facts').open = true")  # a long table is folded
    browser.find_element(By.CSS_SELECTOR, "#facts [data-node]").click()
    assert browser.find_elements(By.CSS_SELECTOR, "#panel blockquote")
    search = browser.find_element(By.ID, "search")
    search.send_keys(name + "\n")
    assert browser.find_element(By.ID, "panel").text.split("\n")[1] == name
    assert browser.execute_script("return drawn.at.has(arguments[0])", node)
    overlapping = browser.execute_script(
        "const a = [...drawn.at], size = id => byId.get(id); return a.flatMap(([i, p], n) => a.slice(0, n)"
        ".filter(([j, q]) => Math.abs(p.x - q.x) < (size(i).w + size(j).w) / 2 && Math.abs(p.y - q.y) < (size(i).h + size(j).h) / 2))"
    )
    assert overlapping == []


@pytest.mark.browser
def test_arrows_of_a_real_structure_run_down_from_the_board(browser: Any, real_site: Path) -> None:
    go(browser, real_site / "hangzhou-hikvision-digital-technology-co-ltd-structure.html")
    steps = browser.execute_script(
        "return [...arrows.keys()].filter(e => shownParent(byId.get(e.to)) === e.from).map(e => [byId.get(e.from).name, drawn.at.get(e.to).y - drawn.at.get(e.from).y])"
    )
    assert any(name == "Board of Directors" for name, _ in steps)
    assert all(down > 0 for _, down in steps)
    assert browser.execute_script("return network.getScale()") >= 0.7  # so that labels can be read


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["structure", "defence", "tiers"])
def test_no_arrow_of_a_real_report_runs_behind_a_box(browser: Any, real_site: Path, kind: str) -> None:
    for page in sorted(real_site.glob(f"*-{kind}.html")):
        assert behind(go(browser, page)) == [], page.name


@pytest.fixture(scope="module")
def notebook() -> KnowledgeGraph:
    return KnowledgeGraph(store_of([holdings(), works()]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_notebook_shows_each_kind_in_place(notebook: KnowledgeGraph, kind: str) -> None:
    one = ("example holdings",) if kind in ("structure", "tiers", "defence", "laws", "policies", "certificates") else ()
    page = notebook.view(*one, kind)
    assert page._repr_html_().startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert "Example Holdings Co., Ltd." in page.html


def test_a_page_of_one_company_wants_one(notebook: KnowledgeGraph) -> None:
    with pytest.raises(
        EsggraphError, match="a page of the kind tiers shows one company, and 0 are named: name one before it"
    ):
        notebook.view("tiers")
    with pytest.raises(UnknownName, match="no page of the kind “tier”: name companies, then one of structure, tiers"):
        notebook.view("example holdings", "tier")
    with pytest.raises(EsggraphError, match="a matrix compares two companies or more"):
        notebook.view("example holdings", "matrix")


@pytest.mark.browser
def test_a_notebook_cell_draws_the_page(browser: Any, notebook: KnowledgeGraph, tmp_path: Path) -> None:
    cell = tmp_path / "cell.html"
    cell.write_text(
        f"<!doctype html><meta charset=utf-8>{notebook.view('example holdings', 'tiers')._repr_html_()}", "utf-8"
    )
    browser.get(cell.as_uri())
    browser.switch_to.frame(0)
    WebDriverWait(browser, 20).until(lambda b: b.execute_script("return document.body.dataset.ready"))
    assert browser.find_element(By.TAG_NAME, "h1").text == "Example Holdings Co., Ltd.: tiers of governance"
    browser.switch_to.default_content()
