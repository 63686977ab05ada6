"""Where the data that travels with the package lies: in the wheel, or at the top of a checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `name` ("ontology" or "corpus"): inside an installed package, else beside it in a checkout.

    Raises FileNotFoundError when neither holds it, which means a broken installation.
    """
    for candidate in (PACKAGE / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"{name}/ is missing from the esggraph installation: reinstall it")


def load_data(name: str) -> dict[str, Any]:
    """Return the TOML file `name` of the package's data: "body_names.toml"."""
    return tomllib.loads((PACKAGE / "data" / name).read_text(encoding="utf-8"))
