"""The committees of a board that a text counts first and names afterwards, one by one."""

from __future__ import annotations

import pytest
from marked import hierarchy

FOUR = {f"{name} Committee subUnitOf Board" for name in ("Audit", "Risk", "Pay", "Climate")}


@pytest.mark.parametrize(
    "text",
    [
        "The [Board] is involved through four committees. The [Audit Committee] reviews the accounts. The [Risk Committee] "
        "weighs risks. Pay is the concern of the [Pay Committee]; targets, of the [Climate Committee].",
        "The [Board] gives part of this to two of its four Board Committees. The [Audit Committee] reviews the accounts. "
        "The [Risk Committee] weighs risks. The others are the [Pay Committee] and the [Climate Committee].",
        "The [Board] meets monthly. There are four board committees, one of them new. The [Audit Committee] reviews it. The "
        "[Risk Committee], the [Pay Committee] and the [Climate Committee] meet twice.",
    ],
)
def test_as_many_committees_as_the_text_counts_are_the_boards(text: str) -> None:
    assert hierarchy(text) >= FOUR


@pytest.mark.parametrize(
    "text",
    [
        "The [Board] is involved through four committees. The [Audit Committee] reviews the accounts.",
        "The [Board] has three members. The [Audit Committee] and the [Risk Committee] meet.",
    ],
)
def test_fewer_committees_than_counted_may_be_others(text: str) -> None:
    assert hierarchy(text) == set()
