"""How sure a finding is: the share of findings like it that were right on annotated reports.

The rules give each finding a raw confidence; how often a name stands in the report, how long it is and whether it is
known tell more. A logistic regression per kind puts them together, so that 0.9 means nine in ten. Its weights
(`data/calibration.toml`) are fitted by `python -m esggraph.calibrating`; with eight numbers a kind they can be read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from esggraph.findings import ENTITY_LISTS, Entity, Findings, Relation
from esggraph.resources import load_data

LONG, VERY_LONG = 7, 10  # words of a name from which it may have run on over its end
_LEAST, _MOST = 0.02, 0.99  # no finding is impossible, none certain


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells how sure a finding is: `raw` confidence, `places` where it stands, `words` of its name (0: none)."""

    raw: float
    places: int
    words: int = 0
    known: bool = False  # an instrument of the vocabulary
    named_otherwise: bool = False  # it has other names too

    def features(self) -> tuple[float, ...]:
        """Return the signs as numbers, as the weights weigh them."""
        raw = min(max(self.raw, _LEAST), 1 - _LEAST)
        return (
            math.log(raw / (1 - raw)),
            math.log(self.places),
            float(self.words == 1),
            float(self.words >= LONG),
            float(self.words >= VERY_LONG),
            float(self.known),
            float(self.named_otherwise),
        )


def signs(finding: Entity | Relation) -> Signs:
    """Return the signs of a finding that has its raw confidence."""
    if isinstance(finding, Relation):
        return Signs(finding.confidence, len(finding.evidence))
    return Signs(
        finding.confidence,
        len(finding.evidence),
        len(finding.name.split()),
        bool(getattr(finding, "instrument", None)),
        bool(finding.aliases),
    )


def calibrate(findings: Findings) -> Findings:
    """Return `findings`, which have their raw confidences, with calibrated ones."""
    kinds: dict[str, Any] = {
        kind: tuple(replace(f, confidence=sureness(_weights()[kind], signs(f))) for f in getattr(findings, kind))
        for kind in (*ENTITY_LISTS, "relations")
    }
    return replace(findings, **kinds)


def sureness(weights: Sequence[float], of: Signs) -> float:
    """Return the confidence, 0.02 to 0.99, that `weights`, the intercept first, give to a finding with these signs."""
    odds = weights[0] + sum(w * x for w, x in zip(weights[1:], of.features(), strict=True))
    return round(min(max(1 / (1 + math.exp(-odds)), _LEAST), _MOST), 2)


@cache
def _weights() -> dict[str, list[float]]:
    return load_data("calibration.toml")["weights"]  # type: ignore[no-any-return]
