"""The interactive pages, in a real browser: what a reader sees, and that nothing leaves the machine."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from drawn_pages import behind
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from esggraph.views.page import render
from esggraph.views.picture import Edge, Layout, Node, Picture, Quote, Row, Statement

pytestmark = pytest.mark.browser

ATTACK = "<img src=x onerror=document.title='broken'></script><b>Board</b>"
BOARD = Quote("The Board decides.", "a.txt:3", 1.0)
AUDIT = Quote("The Committee reports to the Board.", "a.pdf, page 7", 0.9)
REPORTS = Edge("n1", "n2", "reportsTo", [Statement("Audit Committee reports to Board of Directors", [AUDIT])])
PICTURE = Picture(
    title="Example Holdings: governance structure",
    note="Who stands above whom.",
    file="example-structure",
    layout=Layout.TREE,
    nodes=[
        Node("n1", "Board of Directors", "board", details=[("Also called", "the Board")], quotes=[BOARD]),
        Node("n2", "Audit Committee", "committee", "n1", {"topic": ("finance",)}, quotes=[AUDIT]),
        Node("n3", ATTACK, "department", "n1", {"topic": ()}, quotes=[Quote(ATTACK, ATTACK, 0.5)]),
        Node("n4", "Chair of the Audit Committee", "seat", "n2", {"topic": ()}),
    ],
    edges=[REPORTS, Edge("n2", "n4", "ledBy", [Statement("Audit Committee is led by its chair")])],
    columns=("Body", "Where"),
    rows=[Row(("Board of Directors", "a.txt:3"), "n1"), Row((ATTACK, "=1+1"), "n3")],
    sources=("a.txt", "a.pdf"),
    facets={"topic": ("finance", "climate")},
    unticked=("seat",),
)  # fmt: skip
LAWS = Picture(
    title="Example Holdings: laws", note="Laws.", file="example-laws", layout=Layout.BANDS,
    nodes=[
        Node("l1", "Data Law", "law", facets={"topic": ("data",), "jurisdiction": ("China",)}),
        Node("l2", "Water Law", "law", facets={"topic": ("water",), "jurisdiction": ("China",)}),
        Node("s1", "ISO 99001", "standard", facets={"topic": ("water",), "jurisdiction": ("Technical standards",)}),
    ],
    edges=[], columns=("Law",), rows=[], sources=("a.txt",),
    facets={"topic": ("water", "data"), "jurisdiction": ("China", "Technical standards")},
    arranged_by=("topic", "jurisdiction"),
)  # fmt: skip


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Callable[[Picture], Any]:
    """Open the page of a picture and wait until it is drawn."""

    def open_page(picture: Picture) -> Any:
        file = tmp_path / "page.html"
        file.write_text(render(picture), encoding="utf-8")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(file.as_uri())
        WebDriverWait(browser, 20).until(lambda b: b.execute_script("return document.body.dataset.ready"))
        return browser

    return open_page


@pytest.fixture
def opened(page: Callable[[Picture], Any]) -> None:
    page(PICTURE)


def click_box(browser: Any, node: str) -> None:
    """Click a box where it is drawn on the canvas."""
    x, y = browser.execute_script("const p = network.canvasToDOM(nodes.get(arguments[0])); return [p.x, p.y]", node)
    click_at(browser, x, y)


def click_at(browser: Any, x: float, y: float) -> None:
    """Click at a point of the canvas, in pixels from its upper left corner."""
    canvas = browser.find_element(By.CSS_SELECTOR, "#picture canvas")
    left, top = -canvas.size["width"] / 2, -canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, left + x, top + y).click().perform()


def panel(browser: Any) -> str:
    return str(browser.find_element(By.ID, "panel").text)


def shown(browser: Any) -> list[str]:
    return sorted(browser.execute_script("return nodes.getIds()"))


def test_opens_without_an_error_and_asks_nobody_for_anything(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    requests = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    by_page = {r["request"]["url"].split(":")[0] for r in requests if r["documentURL"].startswith("file:")}
    assert by_page <= {"file", "data"}


def test_title_says_what_one_sees(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    assert browser.title == "Example Holdings: governance structure"
    assert browser.find_element(By.TAG_NAME, "h1").text == "Example Holdings: governance structure"


def test_legend_names_the_kinds_that_are_there_and_no_others(page: Callable[[Picture], Any]) -> None:
    legend = page(PICTURE).find_element(By.CLASS_NAME, "legend").text.split("\n")
    assert legend == [
        "Shown", "general meeting or board", "committee", "department or office", "post that only leads or sits in a body",
        "receives reports from", "is led by",
    ]  # fmt: skip


def test_click_on_a_box_shows_its_evidence(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    click_box(browser, "n2")
    WebDriverWait(browser, 5).until(lambda b: "Audit Committee" in panel(b))
    assert "“The Committee reports to the Board.”\na.pdf, page 7 · confidence 0.90" in panel(browser)
    assert "Audit Committee reports to Board of Directors" in panel(browser)


def test_click_on_an_arrow_shows_the_words_behind_it(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    x, y = browser.execute_script(
        "const [a, b] = [nodes.get('n1'), nodes.get('n2')];"
        "const p = network.canvasToDOM({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}); return [p.x, p.y]"
    )
    click_at(browser, x, y)
    WebDriverWait(browser, 5).until(lambda b: "reports to" in panel(b))
    assert "“The Committee reports to the Board.”" in panel(browser)


def test_leads_to_the_neighbours_of_a_box(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-node=n1]").send_keys("\n")
    browser.find_element(By.CSS_SELECTOR, "#panel summary").click()
    browser.find_element(By.CSS_SELECTOR, "#panel details button").click()
    assert panel(browser).split("\n")[1] == "Audit Committee"
    assert browser.execute_script("return network.getSelectedNodes()") == ["n2"]


def test_arrows_run_downwards_from_the_board(page: Callable[[Picture], Any]) -> None:
    drawn = page(PICTURE).execute_script("return [...arrows.keys()].map(e => nodes.get(e.from).y < nodes.get(e.to).y)")
    assert drawn == [True]


def test_posts_come_on_demand(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    assert shown(browser) == ["n1", "n2", "n3"]
    browser.find_element(By.CSS_SELECTOR, "[data-kind=seat]").click()
    assert shown(browser) == ["n1", "n2", "n3", "n4"]


def test_a_branch_closes_and_opens(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "close-all").click()
    assert shown(browser) == ["n1"]
    browser.find_element(By.ID, "open-all").click()
    assert shown(browser) == ["n1", "n2", "n3"]
    browser.find_element(By.CSS_SELECTOR, "[data-node=n1]").send_keys("\n")
    browser.find_element(By.XPATH, "//aside//button[text()='Hide the 2 below it']").click()
    assert shown(browser) == ["n1"]


def test_a_topic_shows_what_is_about_it_and_what_stands_above(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    Select(browser.find_element(By.CSS_SELECTOR, "[data-facet=topic]")).select_by_value("finance")
    assert shown(browser) == ["n1", "n2"]
    Select(browser.find_element(By.CSS_SELECTOR, "[data-facet=topic]")).select_by_value("climate")
    assert shown(browser) == []
    assert browser.find_element(By.ID, "said").text == "Nothing is left to show: tick a kind, or choose “all” again."


def test_strips_are_arranged_by_topic_or_by_jurisdiction(page: Callable[[Picture], Any]) -> None:
    browser = page(LAWS)
    labels = "return drawn.bands.map(b => b.label)"
    assert browser.execute_script(labels) == ["water", "data"]
    Select(browser.find_element(By.ID, "arrange")).select_by_value("jurisdiction")
    assert browser.execute_script(labels) == ["China", "Technical standards"]


def test_the_arrow_keys_go_from_box_to_box(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    picture = browser.find_element(By.ID, "picture")
    picture.send_keys(Keys.ARROW_DOWN)
    assert panel(browser).split("\n")[1] == "Board of Directors"
    picture.send_keys(Keys.ARROW_DOWN)
    assert browser.execute_script("return network.getSelectedNodes().length") == 1
    assert panel(browser).split("\n")[1] in ("Audit Committee", ATTACK)
    picture.send_keys(Keys.ESCAPE)
    assert panel(browser) == "Click a box or an arrow to read the words behind it."


def test_search_goes_to_the_box_and_offers_the_others(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "search").send_keys("audit\n")
    assert browser.find_element(By.ID, "said").text == "2 found, one is shown"
    assert panel(browser).split("\n")[1] == "Audit Committee"
    assert browser.execute_script("return network.getSelectedNodes()") == ["n2"]
    browser.find_element(By.XPATH, "//aside//button[text()='Chair of the Audit Committee']").click()
    assert shown(browser) == ["n1", "n2", "n3", "n4"]  # its kind is ticked now


def test_search_knows_other_names(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "search").send_keys("THE BOARD\n")
    assert browser.find_element(By.ID, "said").text == "1 found"
    assert panel(browser).split("\n")[1] == "Board of Directors"


def test_search_for_a_name_that_is_not_there_says_so(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "search").send_keys("nowhere\n")
    assert browser.find_element(By.ID, "said").text == "Nothing here has that name."


def test_a_kind_can_be_hidden_and_shown_again(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    box = browser.find_element(By.CSS_SELECTOR, "[data-kind=committee]")
    box.click()
    assert shown(browser) == ["n1", "n3"]
    box.click()
    assert shown(browser) == ["n1", "n2", "n3"]


def test_a_name_in_the_table_opens_its_box_by_keyboard(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-node=n1]").send_keys("\n")
    assert panel(browser).split("\n")[1] == "Board of Directors"
    assert "the Board" in panel(browser)


def test_text_of_a_report_is_shown_as_text_everywhere(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-node=n3]").click()
    assert panel(browser).split("\n")[1] == ATTACK
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert browser.title == "Example Holdings: governance structure"
    assert browser.get_log("browser") == []


def test_saves_the_table_as_csv_that_no_spreadsheet_runs(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "csv").click()
    file = browser.downloads / "example-structure.csv"
    WebDriverWait(browser, 10).until(lambda _: file.exists())
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ['"Body","Where"', '"Board of Directors","a.txt:3"']
    assert lines[2].endswith(',"\'=1+1"')


def test_saves_the_whole_picture_as_png(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "png").click()
    file = browser.downloads / "example-structure.png"
    WebDriverWait(browser, 10).until(lambda _: file.exists() and file.stat().st_size > 0)
    start = file.read_bytes()[:24]
    assert start[:8] == base64.b64decode("iVBORw0KGgo=")
    width, height = int.from_bytes(start[16:20]), int.from_bytes(start[20:24])
    drawn = browser.execute_script("return [svgPicture().width, svgPicture().height]")
    assert [width, height] == [int(2 * side) for side in drawn]
    assert drawn[1] > browser.execute_script("return drawn.height")


def test_saves_the_picture_as_svg_with_its_names_as_text(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "svg").click()
    file = browser.downloads / "example-structure.svg"
    WebDriverWait(browser, 10).until(lambda _: file.exists() and file.stat().st_size > 0)
    svg = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    texts = [e.text for e in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Board of Directors", "Audit Committee"} < set(texts)
    assert ATTACK.replace(" ", "") in "".join(map(str, texts)).replace(" ", "")
    assert {PICTURE.title, "committee", "receives reports from"} < set(texts)  # the title and the legend
    assert texts[-1] == "From a.txt, a.pdf, by esggraph. What is not shown was not found in the text."


def test_fits_a_phone(browser: Any, page: Callable[[Picture], Any]) -> None:
    phone = {"width": 400, "height": 850, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        page(PICTURE)
        assert not browser.find_element(By.ID, "search").is_displayed()  # until the reader asks for it
        browser.find_element(By.CSS_SELECTOR, "[data-node=n2], [data-node=n1]").send_keys("\n")
        assert browser.execute_script("return document.documentElement.scrollWidth") == 400
        assert browser.execute_script("return drawn.width") < 400
        top, bottom = browser.execute_script(
            "const r = document.getElementById('panel').getBoundingClientRect(); return [r.top, r.bottom]"
        )
        seen = browser.execute_script(
            "return picture.getBoundingClientRect().top + network.canvasToDOM(nodes.get('n1')).y"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert bottom == 850
    assert 0 < seen < top


FAR = Picture(
    title="Example Holdings: governance structure", note="Structure.", file="far", layout=Layout.TREE,
    nodes=[
        Node("b", "Board of Directors", "board"),
        *(Node(f"c{i}", f"Example Committee {i}", "committee", "b") for i in range(5)),
        Node("t", "Secretariat", "department", "c0"),
    ],
    edges=[
        *(Edge("b", f"c{i}", "subUnitOf", [Statement("stands under it", [BOARD])]) for i in range(5)),
        Edge("c0", "t", "subUnitOf", [Statement("stands under it", [BOARD])]),
        Edge("b", "t", "reportsTo", [Statement("reports to it", [BOARD])]),
        Edge("c0", "c4", "oversees", [Statement("oversees it", [BOARD])]),
    ],
    columns=("Body",), rows=[], sources=("a.txt",),
)  # fmt: skip


def test_no_arrow_runs_behind_a_box_that_it_has_nothing_to_do_with(page: Callable[[Picture], Any]) -> None:
    assert behind(page(FAR)) == []


def test_no_arrow_runs_behind_a_box_where_a_family_breaks_into_rows(page: Callable[[Picture], Any]) -> None:
    below = [Node(f"d{i}", f"Department of Example {i}", "department", "c0") for i in range(30)]
    arrows = [Edge("c0", n.id, "subUnitOf", [Statement("stands under it", [BOARD])]) for n in below]
    assert behind(page(replace(FAR, nodes=[*FAR.nodes, *below], edges=[*FAR.edges, *arrows]))) == []


def test_a_closed_root_is_not_called_unconnected(page: Callable[[Picture], Any]) -> None:
    browser = page(FAR)
    browser.find_element(By.ID, "close-all").click()
    assert browser.execute_script("return [shownNodes().map(n => n.id), drawn.bands.length]") == [["b"], 0]


def test_the_table_and_its_csv_follow_the_filters(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-kind=department]").click()
    assert [row.text for row in browser.find_elements(By.CSS_SELECTOR, "#facts tbody tr") if row.is_displayed()] == [
        "Board of Directors a.txt:3"
    ]


def test_prints_the_picture_and_the_table(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed[:5] == b"%PDF-"
    assert browser.execute_script("return document.querySelector('#printed img').naturalWidth") > 0
    assert browser.get_log("browser") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_two_boxes_overlap_in_any_layout(browser: Any, opened: None, data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.tuples(st.integers(84, 190), st.integers(31, 150)), min_size=1, max_size=40))
    boxes = [
        {
            "id": str(i),
            "parent": str(data.draw(st.integers(0, i - 1))) if i and data.draw(st.booleans()) else None,
            "zone": data.draw(st.integers(0, 1)),
            "kind": "company" if i % 3 == 0 else "law",
            "linked": data.draw(st.booleans()),
            "related": data.draw(st.booleans()),
            "w": w,
            "h": h,
        }
        for i, (w, h) in enumerate(sizes)
    ]
    for box in boxes:
        box["related"] = box["related"] or bool(box["parent"]) or any(b["parent"] == box["id"] for b in boxes)
    width = data.draw(st.sampled_from([372, 800, 1040]))
    crossing = browser.execute_script(
        """
        const [boxes, width] = arguments, wrong = [];
        const layouts = {
          tree: tree(boxes, width), outline: outline(boxes, width), flanks: flanks(boxes, width),
          bands: bands([["a", boxes.filter((b) => b.zone)], ["b", boxes.filter((b) => !b.zone)]].filter(([, b]) => b.length), width),
        };
        for (const [name, { at, width, height }] of Object.entries(layouts)) {
          if (at.size !== boxes.length) wrong.push(name + " lost a box");
          boxes.forEach((a, i) => boxes.slice(0, i).forEach((b) => {
            const p = at.get(a.id), q = at.get(b.id);
            if (Math.abs(p.x - q.x) < (a.w + b.w) / 2 && Math.abs(p.y - q.y) < (a.h + b.h) / 2) wrong.push([name, a.id, b.id]);
          }));
          for (const b of boxes) {
            const p = at.get(b.id);
            if (p.x - b.w / 2 < -1 || p.x + b.w / 2 > width + 1 || p.y - b.h / 2 < -1 || p.y + b.h / 2 > height + 1) wrong.push([name, b.id, "outside"]);
          }
        }
        return wrong;
        """,
        boxes,
        width,
    )
    assert crossing == []
