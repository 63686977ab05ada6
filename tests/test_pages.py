"""The interactive pages, in a real browser: what a reader sees, and that nothing leaves the machine."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from esggraph.views.picture import Band, Edge, Node, Picture, Quote, Row, render

pytestmark = pytest.mark.browser

ATTACK = "<img src=x onerror=document.title='broken'></script><b>Board</b>"
BOARD = Quote("The Board decides.", "a.txt:3")
AUDIT = Quote("The Committee reports to the Board.", "a.pdf, page 7")
PICTURE = Picture(
    title="Example Holdings: governance structure",
    note="Who stands above whom.",
    file="example-structure",
    nodes=[
        Node("n1", "Board of Directors", "board", 0, 0, [("Also called", "the Board")], [BOARD]),
        Node("n2", "Audit Committee", "committee", -150, 160, [], [AUDIT]),
        Node("n3", ATTACK, "department", 150, 160, [], [Quote(ATTACK, ATTACK)]),
    ],
    edges=[Edge("n1", "n2", "reportsTo", "Audit Committee reports to Board of Directors", [AUDIT], 0.9)],
    columns=("Body", "Where"),
    rows=[Row(("Board of Directors", "a.txt:3"), "n1"), Row((ATTACK, "=1+1"), "n3")],
    sources=("a.txt", "a.pdf"),
    bands=[Band("First band", -300, -60, 600, 120)],
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
        WebDriverWait(browser, 20).until(lambda b: b.execute_script("return document.body.dataset.ready") == "true")
        return browser

    return open_page


def click_box(browser: Any, node: str) -> None:
    """Click a box where it is drawn on the canvas."""
    canvas = browser.find_element(By.CSS_SELECTOR, "#picture canvas")
    x, y = browser.execute_script(
        "const p = network.canvasToDOM(network.getPosition(arguments[0])); return [p.x, p.y]", node
    )
    left, top = -canvas.size["width"] / 2, -canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, left + x, top + y).click().perform()


def panel(browser: Any) -> str:
    return str(browser.find_element(By.ID, "panel").text)


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
        "Shown", "general meeting or board", "committee", "department or office", "reports to (from below)",
    ]  # fmt: skip


def test_click_on_a_box_shows_its_evidence(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    click_box(browser, "n2")
    WebDriverWait(browser, 5).until(lambda b: "Audit Committee" in panel(b))
    assert "“The Committee reports to the Board.”\na.pdf, page 7" in panel(browser)
    assert "Board of Directors → reports to (from below)" in panel(browser)


def test_arrows_run_downwards_from_the_board(page: Callable[[Picture], Any]) -> None:
    drawn = page(PICTURE).execute_script(
        "return edges.get().map(e => [network.getPosition(e.from).y, network.getPosition(e.to).y])"
    )
    assert drawn == [[0, 160]]


def test_search_goes_to_the_box(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "search").send_keys("audit\n")
    assert browser.find_element(By.ID, "said").text == "1 found"
    assert panel(browser).startswith("Audit Committee")
    assert browser.execute_script("return network.getSelectedNodes()") == ["n2"]


def test_search_for_a_name_that_is_not_there_says_so(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "search").send_keys("nowhere\n")
    assert browser.find_element(By.ID, "said").text == "Nothing here has that name."


def test_a_kind_can_be_hidden_and_shown_again(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    box = browser.find_element(By.CSS_SELECTOR, "[data-kind=committee]")
    box.click()
    assert browser.execute_script("return nodeView.getIds()") == ["n1", "n3"]
    box.click()
    assert sorted(browser.execute_script("return nodeView.getIds()")) == ["n1", "n2", "n3"]


def test_a_name_in_the_table_opens_its_box_by_keyboard(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-node=n1]").send_keys("\n")
    assert panel(browser).startswith("Board of Directors")
    assert "the Board" in panel(browser)


def test_text_of_a_report_is_shown_as_text_everywhere(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.CSS_SELECTOR, "[data-node=n3]").click()
    assert panel(browser).startswith(ATTACK)
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


def test_saves_the_picture_as_png(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.find_element(By.ID, "png").click()
    file = browser.downloads / "example-structure.png"
    WebDriverWait(browser, 10).until(lambda _: file.exists() and file.stat().st_size > 0)
    assert file.read_bytes()[:8] == base64.b64decode("iVBORw0KGgo=")


def test_fits_a_phone(page: Callable[[Picture], Any]) -> None:
    browser = page(PICTURE)
    browser.set_window_size(500, 900)  # the narrowest that Chromium's window goes
    try:
        browser.find_element(By.CSS_SELECTOR, "[data-node=n1]").send_keys("\n")
        wide = browser.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
        top = browser.execute_script("return document.getElementById('panel').getBoundingClientRect().top")
        bottom = browser.execute_script("return document.getElementById('picture').getBoundingClientRect().bottom")
    finally:
        browser.set_window_size(1400, 1000)
    assert wide[0] <= wide[1]
    assert top >= bottom - 1
