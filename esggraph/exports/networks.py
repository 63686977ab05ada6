"""The graph for network tools: as a networkx graph, and as GraphML 1.0 and GEXF 1.3 files, which Gephi opens.

GraphML: http://graphml.graphdrawing.org/specification.html. Identifiers there are NMTOKENs, which an IRI is not, so
nodes and edges are numbered and have their IRI as an attribute. GEXF: https://gexf.net/schema.html; identifiers there
are any text, and nodes keep their IRI. What networkx 3.6 writes as GEXF 1.3 differs from that schema (the namespace of
`schemaLocation`, a `name` of the graph) and repeats the key of every edge as an attribute; both are put right here.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from esggraph.exports.property_graph import Edge, Node, PropertyGraph

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def network(graph: PropertyGraph) -> nx.MultiDiGraph:
    """Return the graph for networkx: nodes are IRIs, the key of an edge its number.

    Node attributes: `label` (the name), `type` ("Body"), and those of Node that it has. Edge attributes: `label` (the
    predicate), and those of Edge that it has. All are text and numbers; several names are joined by "; ".
    """
    result = nx.MultiDiGraph()
    for node in graph.nodes:
        result.add_node(node.iri, **_node_attributes(node))
    for number, edge in enumerate(graph.edges):
        result.add_edge(edge.source, edge.target, key=number, **_edge_attributes(edge))
    return result


def _node_attributes(node: Node) -> dict[str, Any]:
    data = asdict(node)
    label, labels = data.pop("name"), data.pop("labels")
    return _plain({"label": label, "type": labels[0], **data})


def _edge_attributes(edge: Edge) -> dict[str, Any]:
    data = asdict(edge)
    del data["source"], data["target"]
    return _plain({"label": data.pop("predicate"), **data})


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes that have a value, as text that XML can hold, and numbers."""
    joined = {k: "; ".join(v) if isinstance(v, tuple) else v for k, v in data.items()}
    return {k: _NOT_XML.sub(" ", v) if isinstance(v, str) else v for k, v in joined.items() if v not in (None, "")}


def write_graphml(graph: PropertyGraph, path: Path) -> None:
    """Write the graph as GraphML."""
    whole = network(graph)
    numbers = {iri: f"n{number}" for number, iri in enumerate(whole)}
    numbered = nx.MultiDiGraph()
    numbered.add_nodes_from((numbers[iri], data) for iri, data in whole.nodes(data=True))
    for source, target, key, data in whole.edges(keys=True, data=True):
        numbered.add_edge(numbers[source], numbers[target], key=f"e{key}", **data)
    nx.write_graphml_xml(numbered, path, prettyprint=True)


def write_gexf(graph: PropertyGraph, path: Path) -> None:
    """Write the graph as GEXF."""
    whole = network(graph)
    for _, _, key, data in whole.edges(keys=True, data=True):
        data["id"] = str(key)
    xml = GEXFWriter(whole, version="1.3").xml
    _put_right(xml)
    ElementTree.indent(xml)
    ElementTree.ElementTree(xml).write(path, encoding="utf-8", xml_declaration=True)


def _put_right(xml: ElementTree.Element) -> None:
    """Make what networkx writes valid GEXF 1.3, give every edge its `kind`, and leave out the day it was written."""
    xml.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    meta, drawn = xml
    meta.attrib.pop("lastmodifieddate", None)
    drawn.attrib.pop("name", None)
    for edge in drawn.iterfind("edges/edge"):
        edge.set("kind", edge.get("label", ""))
    for attributes in drawn.findall("attributes[@class='edge']"):
        for attribute in attributes.findall("attribute[@title='networkx_key']"):
            attributes.remove(attribute)
            for values in drawn.iterfind("edges/edge/attvalues"):
                for value in values.findall(f"attvalue[@for='{attribute.get('id')}']"):
                    values.remove(value)
