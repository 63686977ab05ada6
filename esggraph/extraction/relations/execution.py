"""Who does the work of a highest body: units that "shoulder the specific work" of what a committee decides.

The body and its units stand in two sentences of one paragraph: "① is the highest decision-making body for fraud. … ②, ③
and ④ are responsible for the specific work." Neither sentence alone would say that ① directs ②.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from esggraph.extraction.mentions import Statement
from esggraph.extraction.relations.clauses import statement
from esggraph.extraction.relations.frames import Frame
from esggraph.extraction.signs import NO_SIGN, SIGN, Group, alternatives, words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    w = words()["execution"]
    highest, bodies, verbs, work = (alternatives(w[key]) for key in ("highest", "bodies", "verbs", "work"))
    return (
        re.compile(rf"({SIGN}),? (?:as|is) (?:the )?(?:[\w’']+ )?{highest}\b[^.;,{NO_SIGN}]{{0,60}}?\b{bodies}\b"),
        re.compile(
            rf"({SIGN}) (?:jointly )?{verbs}\b[^.;{NO_SIGN}]{{0,50}}?\b{work} (?:\w+ )?(?:work|tasks|matters|efforts)\b"
        ),
    )


def highest_body(frame: Frame) -> Group:
    """Return what `frame` calls the highest body of some matter; empty where it calls nothing so."""
    match = _patterns()[0].search(frame.text)
    return frame.group(match.group(1)) if match else ()


def at_work(frame: Frame) -> Iterator[Statement]:
    """Yield that the highest body, named before in the paragraph, oversees the units that do its specific work."""
    if not frame.setting.deciding:
        return
    for match in _patterns()[1].finditer(frame.text):
        for unit in frame.group(match.group(1)):
            if unit.subkind in words()["execution"]["units"]:
                for body in frame.setting.deciding:
                    yield statement(frame, body, "oversees", unit, 0.6)
