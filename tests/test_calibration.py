"""Confidences mean what they say, and anyone can fit them again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_findings import holdings
from hypothesis import given
from hypothesis import strategies as st

from esggraph.calibrating import KINDS, Judged, fit, judge, read_sample
from esggraph.extraction.calibration import Signs, calibrate, signs, sureness
from esggraph.resources import load_data

# the reports of the annotation project; the others of the sample were annotated in one reading
GOLD = {
    "alibaba-pictures-2024", "delta-2021", "eni-2021", "geely-2021", "hikvision-2023", "korean-air-2021",
    "mastercard-2021", "nvidia-2022", "sinopec-2021", "vmware-2022",
}  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> list[Judged]:
    return read_sample()


def weights() -> dict[str, list[float]]:
    fitted: dict[str, list[float]] = load_data("calibration.toml")["weights"]
    return fitted


def test_the_weights_are_those_that_the_sample_gives(sample: list[Judged]) -> None:
    fitted = fit(sample)
    assert list(fitted) == list(KINDS)
    for kind in KINDS:
        assert weights()[kind] == pytest.approx(fitted[kind], abs=0.01)


def test_of_the_sure_findings_on_the_gold_at_least_95_in_100_are_right(sample: list[Judged]) -> None:
    sure = [row.right for row in sample if row.report in GOLD and sureness(weights()[row.kind], row.signs) >= 0.9]
    assert len(sure) > 500
    assert sum(sure) / len(sure) >= 0.95


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_that_is_surer_makes_a_finding_surer(kind: str) -> None:
    assert sureness(weights()[kind], Signs(0.95, 2, 3)) > sureness(weights()[kind], Signs(0.6, 2, 3))


@given(st.floats(0, 1), st.integers(1, 10_000), st.integers(0, 100), st.booleans(), st.booleans())
def test_every_finding_has_a_confidence(raw: float, places: int, words: int, known: bool, other: bool) -> None:
    for kind in KINDS:
        assert 0 < sureness(weights()[kind], Signs(raw, places, words, known, other)) < 1


def test_the_signs_of_a_finding() -> None:
    findings = holdings()
    assert signs(findings.bodies[1]) == Signs(0.9, places=2, words=2)
    assert signs(findings.laws[0]) == Signs(1.0, places=1, words=3, known=True, named_otherwise=True)
    assert signs(findings.relations[0]) == Signs(0.8, places=2)


def test_calibration_changes_confidences_and_nothing_else() -> None:
    before, after = holdings(), calibrate(holdings())
    assert after != before
    for kind in KINDS:
        pairs = zip(getattr(before, kind), getattr(after, kind), strict=True)
        assert all(replace(new, confidence=old.confidence) == old for old, new in pairs)


def test_a_finding_is_judged_by_the_annotation() -> None:
    findings = holdings()
    annotation = findings.to_json()
    annotation["bodies"] = annotation["bodies"][:4]
    annotation["relations"] = annotation["relations"][:1]
    judged = list(judge(annotation, findings))
    assert [row.right for row in judged if row.kind == "bodies"] == [True, True, True, True, False]
    relations = [row.right for row in judged if row.kind == "relations"]
    assert (relations[0], sum(relations), len(relations)) == (True, 1, len(findings.relations) - 1)
