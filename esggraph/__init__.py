"""esggraph: a knowledge graph of corporate governance from ESG reports, offline, with the evidence."""

__version__ = "0.1.0"
