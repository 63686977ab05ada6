"""Fixtures that several test files share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import spacy
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webdriver import WebDriver
from spacy.language import Language

from esggraph.building import build


@pytest.fixture(scope="session")
def reports() -> Path:
    """The folder of real reports, for tests that need them."""
    folder = os.environ.get("ESGGRAPH_REPORTS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("set ESGGRAPH_REPORTS to a folder of real reports to run this")
    return Path(folder)


@pytest.fixture(scope="session")
def built(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph that is built from all real reports."""
    out = tmp_path_factory.mktemp("built")
    done = build([reports], out, workers=os.cpu_count() or 1, pages=False)
    assert not [one.reason for one in done.left_out if "fault" in one.reason]
    return out


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """A headless Chromium that saves downloads to `browser.downloads`; it has no way to the network."""
    driver, binary = shutil.which("chromedriver"), shutil.which("chromium")
    if not driver or not binary:
        pytest.skip("install chromium and chromium-driver to run the browser tests")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    downloads = tmp_path_factory.mktemp("downloads")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--window-size=1400,1000", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-device-scale-factor=1", f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chromium = webdriver.Chrome(options=options, service=Service(driver))
    chromium.downloads = downloads  # type: ignore[attr-defined]
    yield chromium
    chromium.quit()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The part of the pipeline that finds standards and certifications."""
    pipeline = spacy.blank("en")
    for name in ("esg_sentences", "esg_standards", "esg_certifications"):
        pipeline.add_pipe(name)
    return pipeline


class Ran(NamedTuple):
    """How a run of the command line ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def esggraph(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command line in this process."""
    from esggraph.cli import main

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["esggraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return Ran(int(stopped.value.code or 0), captured.out, captured.err)

    return run
