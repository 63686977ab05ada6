"""The `esggraph` command. Importing a command module adds its commands to the app."""

from esggraph.cli import ask, draw, make, measure  # noqa: F401
from esggraph.cli.app import app, main

__all__ = ["app", "main"]
