"""A graph as JSON-LD that reads like JSON: short keys, IRIs as "company:…", parts inside the thing they belong to.

The short keys are those of `ontology/context.jsonld`, which every file carries in itself, so that it can be read
without a network.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from esggraph.exports.rdf import dataset
from esggraph.graph.namespaces import ESG, PREFIXES, term
from esggraph.resources import folder

_TYPE = term("rdf:type")
_STRING, _INTEGER, _LANGUAGE_STRING = (term(name).value for name in ("xsd:string", "xsd:integer", "rdf:langString"))
_PREFIXES = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


@dataclass(frozen=True, slots=True)
class _Key:
    """How a property is written: its key, the type its plain values have ("@id": IRIs), and whether always a list."""

    name: str
    type: str | None = None
    listed: bool = False


@cache
def context() -> dict[str, Any]:
    """Return the JSON-LD context of esggraph's graphs."""
    data: dict[str, Any] = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    terms: dict[str, Any] = data["@context"]
    return terms


def write_jsonld(store: Store, path: Path) -> None:
    """Write all graphs as JSON-LD: a list of graphs, each with its things."""
    graphs: list[dict[str, Any]] = []
    for name, quads in groupby(dataset(store), key=lambda quad: quad.graph_name):
        things = [*_things(list(quads))]
        if isinstance(name, DefaultGraph):
            graphs += things
        else:
            graphs.append({"id": _id(name), "@graph": things})
    with path.open("w", encoding="utf-8") as file:
        json.dump({"@context": context(), "@graph": graphs}, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _things(quads: list[Quad]) -> Iterator[dict[str, Any]]:
    """Yield the things that `quads` of one graph describe, those that are a part of another inside it."""
    about: dict[Any, list[Quad]] = defaultdict(list)
    for quad in quads:
        about[quad.subject].append(quad)
    mentions = Counter(quad.object for quad in quads)
    whole: dict[Any, Any] = {}  # part -> the thing that it is in
    for q in quads:
        if q.object in about and mentions[q.object] == 1 and _is_part(q) and q.object not in _chain(whole, q.subject):
            whole[q.object] = q.subject

    def thing(node: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"id": _id(node)}
        types = sorted((_class(q.object) for q in about[node] if _is_class(q)), key=lambda name: ":" in name)
        if types:
            found["type"] = types if len(types) > 1 else types[0]
        properties: dict[_Key, list[Any]] = defaultdict(list)
        for quad in about[node]:
            if not _is_class(quad):
                key = _key(quad.predicate.value)
                part = quad.object in whole
                properties[key].append(thing(quad.object) if part else _value(quad.object, key))
        for key, values in properties.items():
            found[key.name] = values if key.listed or len(values) > 1 else values[0]
        return found

    yield from (thing(node) for node in about if node not in whole)


def _is_class(quad: Quad) -> bool:
    return quad.predicate == _TYPE and not isinstance(quad.object, Literal)


def _is_part(quad: Quad) -> bool:
    """Whether the object of `quad` is a part of its subject, or of what that is a part of, by its IRI."""
    if quad.predicate == _TYPE or not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode):
        return False
    stem, subject = quad.object.value.rpartition("/")[0], quad.subject.value
    return stem in (subject, subject.rpartition("/")[0])


def _chain(whole: dict[Any, Any], node: Any) -> Iterator[Any]:
    """Yield `node` and all that it is a part of."""
    while node is not None:
        yield node
        node = whole.get(node)


def _id(node: Any) -> str:
    return f"_:{node.value}" if isinstance(node, BlankNode) else _compact(node.value)


def _compact(iri: str) -> str:
    for prefix, namespace in _PREFIXES:
        if iri.startswith(namespace) and iri != namespace and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _class(node: Any) -> str:
    local = node.value.removeprefix(ESG)
    own = isinstance(node, NamedNode) and local != node.value and local.isalnum()
    return local if own and local not in context() else _id(node)  # "label" is another vocabulary's


def _value(node: Any, key: _Key) -> Any:
    """Return a property's value as plain as its key allows."""
    if not isinstance(node, Literal):
        return _id(node) if key.type == "@id" else {"id": _id(node)}
    kind = node.datatype.value
    if kind == _LANGUAGE_STRING:
        return {"@value": node.value, "@language": node.language}
    if key.type is None and kind == _STRING:
        return node.value
    if key.type is None and kind == _INTEGER and _is_plain_integer(node.value):
        return int(node.value)
    if key.type is not None and key.type == _compact(kind):
        return node.value
    return {"@value": node.value} if kind == _STRING else {"@value": node.value, "@type": _compact(kind)}


def _is_plain_integer(text: str) -> bool:
    return text.lstrip("-").isdecimal() and text.isascii() and len(text) < 16 and str(int(text)) == text


@cache
def _keys() -> dict[str, _Key]:
    """Return for the IRI of each property of the context how it is written."""
    keys = {}
    for name, definition in context().items():
        detail = definition if isinstance(definition, dict) else {"@id": definition}
        if name.startswith("@") or name in PREFIXES or not isinstance(definition, dict | str):
            continue
        prefix, colon, local = detail.get("@id", name).partition(":")
        if colon:
            iri = PREFIXES[prefix] + local
            keys[iri] = _Key(name, detail.get("@type"), detail.get("@container") == "@set")
    return keys


def _key(iri: str) -> _Key:
    """Return how the property `iri` is written: by its key in the context, a name of our own, or its IRI."""
    known = _keys().get(iri)
    if known:
        return known
    local = iri.removeprefix(ESG)
    return _Key(local if local != iri and local.isalnum() and local not in context() else _compact(iri))
