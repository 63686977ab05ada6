"""From a report to its findings: rules over spaCy, with their cue words as data."""

from esggraph.extraction.pipeline import build_pipeline, extract, extract_raw

__all__ = ["build_pipeline", "extract", "extract_raw"]
