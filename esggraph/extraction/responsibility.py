"""What a body or post is responsible for: the topics that its duties name.

Topics are a closed vocabulary (`data/relation_topics.toml`), so that the same duty has the same name in every report.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.clauses import statement
from esggraph.extraction.frames import Frame, alternatives
from esggraph.extraction.mentions import Statement
from esggraph.extraction.subjects import subject
from esggraph.resources import PACKAGE

_MOST = 3  # topics of one duty; what comes later in a long enumeration is detail


@cache
def _rules() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    data = tomllib.loads((PACKAGE / "data" / "relation_topics.toml").read_text(encoding="utf-8"))
    cue = re.compile(rf"\b{alternatives(data['duty']['cues'])}\b(?P<duty>[^.;]{{4,160}})", re.IGNORECASE)
    topics = tuple((name, re.compile("|".join(sources), re.IGNORECASE)) for name, sources in data["topics"].items())
    return cue, topics


def responsibilities(frame: Frame) -> Iterator[Statement]:
    """Yield responsibleFor statements of `frame`."""
    cue, topics = _rules()
    for match in cue.finditer(frame.text):
        found = subject(frame, match.start())
        if found is None:
            continue
        duty = match["duty"]
        places = sorted((m.start(), name) for name, pattern in topics if (m := pattern.search(duty)))
        for _, name in places[:_MOST]:
            for mention in found.group:
                yield statement(frame, mention, "responsibleFor", f"topic:{name}", 0.8 * found.confidence)
