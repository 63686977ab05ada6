"""The rules of a framework, from `esggraph/data/checks_<framework>.toml`.

A rule stands for one paragraph. Its `elements` are what was looked for: all found, the paragraph is disclosed as far as
a graph can show it; some found, partly. Its `hints` are signs that show it in part only; a rule without elements can
never come out as more than partly. An element or hint is found when `any` of its patterns is. A pattern names a
`thing`:

* "policy", "law", "standard", "certification", "body", "post": one with a name or topic of the subject `about`, of one
  of `kinds` or none of `not_kinds`; a body or post also where it is responsible for the subject. With `responsible`
  only that counts; a post with `held` names who holds it.
* "line": a body or post as above that stands, directly or through others, below one of `above_kinds`; with `predicates`
  the first step up is one of these.
* "tier": a body of `kinds` on a tier of a structure whose name is about the subject.
* "line_of_defence": anything that stands on one.

Subjects are in `check_subjects.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from esggraph.resources import load_data


class Framework(StrEnum):
    """A reporting framework that there are rules for."""

    HKEX = "hkex"
    GRI = "gri"
    TCFD = "tcfd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a disclosure is about: topics, and words that names have and have not ("*" for the rest of a word)."""

    topics: tuple[str, ...]
    words: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What in a graph shows an element; see the module's text."""

    thing: str
    about: str | None = None
    responsible: str | None = None
    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    above_kinds: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something that is looked for, in words, and the patterns of which any shows it."""

    looked_for: str
    any: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What shows the disclosure that one paragraph asks for."""

    paragraph: str
    title: str
    elements: tuple[Element, ...] = ()
    hints: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules of a framework; `source` says which text the paragraphs are of."""

    name: str
    source: str
    rules: tuple[Rule, ...]


@cache
def subjects() -> dict[str, Subject]:
    """Return the subjects by name."""
    data = load_data("check_subjects.toml")
    return {name: Subject(**{key: tuple(values) for key, values in subject.items()}) for name, subject in data.items()}


@cache
def rules_of(framework: Framework) -> Rules:
    """Return the rules of `framework`, in the order of its text."""
    data = load_data(f"checks_{framework.value}.toml")
    return Rules(name=data["name"], source=data["source"], rules=tuple(_rule(rule) for rule in data["rules"]))


def _rule(data: dict[str, Any]) -> Rule:
    parts = {key: tuple(_element(element) for element in data.get(key, ())) for key in ("elements", "hints")}
    return Rule(paragraph=data["paragraph"], title=data["title"], **parts)


def _element(data: dict[str, Any]) -> Element:
    return Element(looked_for=data["looked_for"], any=tuple(_pattern(pattern) for pattern in data["any"]))


def _pattern(data: dict[str, Any]) -> Pattern:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return Pattern(**fields)
