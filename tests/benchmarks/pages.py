"""How long a page takes from opening to a settled picture in Chromium, for 50, 500 and 5,000 boxes.

    python tests/benchmarks/pages.py

prints, for an organisation chart and for the whole graph of invented companies, the milliseconds from the start of
navigation to the first drawn frame (median of five) and how many boxes are open at first. Nothing moves after that
frame, since physics is off.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from esggraph.views.page import render
from esggraph.views.picture import Edge, Layout, Node, Picture, Quote, Statement

SIZES = (50, 500, 5_000)
RUNS = 5
FAMILY = 6  # boxes below each box


def picture(size: int, layout: Layout) -> Picture:
    """Return a picture of `size` boxes in one tree, each with a quote, each but the first with an arrow to it."""
    said = [Quote("The Committee reports to the Board at least twice a year.", "example.pdf, page 7", 0.9)]
    nodes = [
        Node(str(i), f"Example Committee {i}", "committee", str((i - 1) // FAMILY) if i else None, quotes=said)
        for i in range(size)
    ]
    edges = [
        Edge(str((i - 1) // FAMILY), str(i), "reportsTo", [Statement(f"{i} reports to {(i - 1) // FAMILY}", said)])
        for i in range(1, size)
    ]
    return Picture("Example", "Example.", "example", layout, nodes, edges, ("Name",), (), ("example.pdf",))


def measured(browser: webdriver.Chrome, page: Path) -> Iterator[int]:
    for _ in range(RUNS):
        browser.get("about:blank")
        browser.get(page.as_uri())
        ready = WebDriverWait(browser, 60).until(lambda b: b.execute_script("return document.body.dataset.ready"))
        yield int(ready)


def main() -> None:
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    print("layout    boxes   open at first   ms to a settled picture")
    with tempfile.TemporaryDirectory() as folder:
        for layout in (Layout.TREE, Layout.OUTLINE):
            for size in SIZES:
                page = Path(folder) / "page.html"
                page.write_text(render(picture(size, layout)), encoding="utf-8")
                times = list(measured(browser, page))
                opened = browser.execute_script("return nodes.length")
                print(f"{layout.value:8}{size:7,}{opened:16,}{statistics.median(times):26,.0f}")
    browser.quit()


if __name__ == "__main__":
    main()
