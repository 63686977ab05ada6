"""Tiers that sentences go through one by one."""

from __future__ import annotations

import pytest
from marked import triples

THREE = {"Board inTier tier:1", "ESG Committee inTier tier:2", "ESG Team inTier tier:3"}


@pytest.mark.parametrize(
    "text",
    [
        "The first tier is the [Board], the second tier is the [ESG Committee] and the third tier is the [ESG Team].",
        "At the top is the [Board]. At the second level, the [ESG Committee] sets targets. At the third level, the [ESG Team] acts.",
        "The [Board] is the decision-making level. The [ESG Committee] is the management level. The [ESG Team] is the execution level.",
        "The highest level consists of the [Board]. The next is open. The second level comprises the [ESG Committee]. "
        "The [ESG Team] forms the third level.",
        "At the governance level, the [Board] decides. At the management level, the [ESG Committee] steers. At the working level, "
        "the [ESG Team] carries out the work.",
    ],
)
def test_sentences_that_go_through_the_tiers(text: str) -> None:
    assert {t for t in triples(text) if "inTier" in t} == THREE


@pytest.mark.parametrize(
    "text",
    [
        "The first tier is the [Board]. The third tier is the [ESG Team].",
        "The first level reports to the [Board]. The second level reports to the [ESG Committee]. The third level reports to the [ESG Team].",
        "Complaints go to the first level. They are handled by the [Board], the [ESG Committee] and the [ESG Team].",
        "The [Board] is the first line of defence, the [ESG Committee] the second and the [ESG Team] the third line of defence.",
    ],
)
def test_no_tiers_without_a_place_on_each(text: str) -> None:
    assert not {t for t in triples(text) if "inTier" in t}
