"""The `esggraph` command. Importing a command module adds its commands to the app."""

from esggraph.cli import ask, check, check_graph, compare, draw, make, measure, query, share  # noqa: F401
from esggraph.cli.app import app, main

__all__ = ["app", "main"]
