"""Disclosure checks: what of the disclosures that a framework asks for the graph shows for a company."""
