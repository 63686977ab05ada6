"""Fixtures that several test files share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def reports() -> Path:
    """The folder of real reports, for tests that need them."""
    folder = os.environ.get("ESGGRAPH_REPORTS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("set ESGGRAPH_REPORTS to a folder of real reports to run this")
    return Path(folder)
