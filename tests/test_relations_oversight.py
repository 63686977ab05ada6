"""Who watches over, directs or instructs whom, in verbs and nouns."""

from __future__ import annotations

import pytest
from marked import hierarchy

OVERSIGHT = [
    ("Its performance is appraised by the [Nomination Committee].", set()),
    ("The [Board] is in charge of supervising the [Executive Committee].", {"Board oversees Executive Committee"}),
    ("The [Executive Committee] works under the supervision of the [Board].", {"Board oversees Executive Committee"}),
    ("The [Board] directs and controls the [Executive Committee].", {"Board oversees Executive Committee"}),
    (
        "The [Supervisory Board] advises and monitors the [Management Board].",
        {"Supervisory Board oversees Management Board"},
    ),
    (
        "The [Management Board] is advised and supervised by the [Supervisory Board].",
        {"Supervisory Board oversees Management Board"},
    ),
    ("The {Compliance Officer} supervises the [Compliance Office].", {"Compliance Officer oversees Compliance Office"}),
    ("The [Risk Committee] is subject to the supervision of the [Board].", {"Board oversees Risk Committee"}),
    ("The [Board] exercises control over the [Executive Committee].", {"Board oversees Executive Committee"}),
    ("The [ESG Committee], which oversees the [ESG Team], meets monthly.", {"ESG Committee oversees ESG Team"}),
    ("The [Climate Team] takes its instructions from the [ESG Committee].", {"ESG Committee oversees Climate Team"}),
    ("The [Board] has delegated the daily running to the [Executive Committee].", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*OVERSIGHT])
def test_hierarchy(text: str, expected: set[str]) -> None:
    assert hierarchy(text) == expected
