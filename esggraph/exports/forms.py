"""The forms of an export, and the endings that stand for them."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """What an export is written as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    NEO4J = "neo4j"


ENDINGS = {
    ".ttl": Form.TURTLE,
    ".trig": Form.TRIG,
    ".nq": Form.NQUADS,
    ".jsonld": Form.JSONLD,
    ".graphml": Form.GRAPHML,
    ".gexf": Form.GEXF,
}
"""Ending of a target -> the form that it stands for; the other forms are folders."""
