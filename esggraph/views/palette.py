"""Colours and words of the pages: dark text on every fill has a contrast of at least 7 to 1, in light and dark mode."""

from __future__ import annotations

from typing import NamedTuple


class NodeStyle(NamedTuple):
    """How a kind of box looks and what the legend calls it."""

    label: str
    fill: str
    line: str


class EdgeStyle(NamedTuple):
    """How a kind of arrow looks and what the legend calls it, read in its direction: from the upper body down."""

    label: str
    colour: str
    in_dark: str  # the colour in dark mode
    dashed: bool


NODES = {
    "company": NodeStyle("company", "#e6e9ee", "#333a44"),
    "board": NodeStyle("general meeting or board", "#ffd9a8", "#a85b00"),
    "committee": NodeStyle("committee", "#cfe3ff", "#1d5fb3"),
    "group": NodeStyle("working group or team", "#d3f2dc", "#1c7c3c"),
    "department": NodeStyle("department or office", "#efe3ff", "#6b3fb0"),
    "management": NodeStyle("management", "#ffe0ea", "#a62a5b"),
    "other": NodeStyle("other body", "#e9edf2", "#5a6675"),
    "post": NodeStyle("post", "#fff7c2", "#8a7400"),
    "seat": NodeStyle("post that only leads or sits in a body", "#fff7c2", "#8a7400"),
    "law": NodeStyle("law", "#ffe2d6", "#b2451a"),
    "standard": NodeStyle("standard, framework or initiative", "#d5f5f3", "#127c77"),
    "policy": NodeStyle("policy", "#e6f1c9", "#577313"),
    "certificate": NodeStyle("certificate", "#f6daf1", "#8f2a7c"),
    "pursued": NodeStyle("certificate not held yet, or no more", "#ffffff", "#8f2a7c"),
    "group_of": NodeStyle("group, to be opened", "#f4f6f9", "#5a6675"),
    "open": NodeStyle("open: none found in the text", "#ffffff", "#8a94a3"),
}

EDGES = {
    "reportsTo": EdgeStyle("receives reports from", "#1d5fb3", "#7fb2f5", False),
    "subUnitOf": EdgeStyle("has under it", "#6a7686", "#a9b4c2", False),
    "oversees": EdgeStyle("oversees", "#a85b00", "#e8a14e", False),
    "hasMember": EdgeStyle("has as member", "#1c7c3c", "#6fcf8e", True),
    "ledBy": EdgeStyle("is led by", "#a62a5b", "#ec86ae", True),
    "cites": EdgeStyle("cites", "#8f98a5", "#8f98a5", False),
}
