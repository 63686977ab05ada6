"""The namespaces of the graph and the terms that several modules use."""

from __future__ import annotations

from pyoxigraph import NamedNode

ESG = "https://w3id.org/esggraph/"
PREFIXES = {
    "company": f"{ESG}company/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "esg": ESG,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "instrument": f"{ESG}instrument/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "report": f"{ESG}report/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "topic": f"{ESG}topic/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> namespace: in `graph.trig`, and predeclared in every query."""


def term(name: str) -> NamedNode:
    """Return the term written as `name`: a prefix, a colon, a local name. Raises KeyError for an unknown prefix.

    >>> term("esg:cites").value
    'https://w3id.org/esggraph/cites'
    """
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def local_name(iri: str) -> str:
    """Return what follows the last slash or hash of `iri`.

    >>> local_name("https://w3id.org/esggraph/reportsTo")
    'reportsTo'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
