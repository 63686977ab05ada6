"""From findings to a graph that can be asked: RDF terms, the store, lookups, and a networkx view.

`describe` turns findings into quads, `store` keeps them, `lookup` answers questions, `network` draws conclusions from
the relations. Nothing is imported here, so that a lookup loads only what it needs.
"""
