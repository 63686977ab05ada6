"""The yardstick: which names count as the same, and what the figures are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from esggraph.errors import EsggraphError
from esggraph.scoring import Counts, load, score

COMPANY = {"name": "Example Holdings Limited", "aliases": ["Example", "the Company"]}


def annotation(**lists: list[dict[str, Any]]) -> dict[str, Any]:
    return {"company": COMPANY, **lists}


def bodies(*names: str, prefix: str = "b") -> list[dict[str, Any]]:
    return [{"id": f"{prefix}{i}", "name": name, "aliases": [], "line": i} for i, name in enumerate(names)]


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ("Audit Committee", "the audit committee"),
        ("Audit & Risk Committee", "Audit and Risk Committee"),
        ("Labour Law of the People’s Republic of China", "Labor Law"),
        ("Code of Conduct of Example", "Code of Conduct"),
        ("Data Security Law (Trial)", "Data Security Law"),
        ("Quality Managment Committee", "Quality Management Committee"),  # similar enough
    ],
)
def test_names_that_are_the_same(gold: str, found: str) -> None:
    counts = score(annotation(bodies=bodies(gold)), annotation(bodies=bodies(found))).counts["bodies"]
    assert counts == Counts(matched=1, found=1, gold=1)


def test_names_that_differ_are_a_miss_and_an_extra() -> None:
    result = score(annotation(bodies=bodies("Audit Committee")), annotation(bodies=bodies("Risk Council")))
    assert result.counts["bodies"] == Counts(matched=0, found=1, gold=1)
    assert result.missed["bodies"] == ["Audit Committee  (line 0)"]
    assert result.extra["bodies"] == ["Risk Council  (line 0)"]


def test_an_alias_matches_too() -> None:
    gold = annotation(bodies=[{"id": "b1", "name": "Corporate Leadership Committee", "aliases": ["CLC"]}])
    assert score(gold, annotation(bodies=bodies("CLC"))).counts["bodies"].matched == 1


def test_certificates_must_agree_on_the_number_of_the_standard() -> None:
    gold = annotation(certifications=bodies("ISO 14001 Management System"))
    found = annotation(certifications=bodies("ISO 45001 Management System"))
    assert score(gold, found).counts["certifications"].matched == 0


def test_one_gold_entry_takes_one_found_entry() -> None:
    result = score(
        annotation(bodies=bodies("Audit Committee")), annotation(bodies=bodies("Audit Committee", "audit committee"))
    )
    assert result.counts["bodies"] == Counts(matched=1, found=2, gold=1)


def test_relations_compare_through_matched_entities_whatever_their_ids() -> None:
    gold = annotation(
        bodies=bodies("Board", "Audit Committee"),
        relations=[{"subject": "b1", "predicate": "reportsTo", "object": "b0"}],
    )
    found = annotation(
        bodies=bodies("Board", "Audit Committee", prefix="x"),
        relations=[{"subject": "x1", "predicate": "reportsTo", "object": "x0"}],
    )
    assert score(gold, found).counts["relations"] == Counts(1, 1, 1)


def test_hierarchy_takes_oversight_and_reporting_for_one_edge() -> None:
    gold = annotation(
        bodies=bodies("Board", "Audit Committee"),
        relations=[{"subject": "b1", "predicate": "reportsTo", "object": "b0"}],
    )
    found = annotation(
        bodies=bodies("Board", "Audit Committee"),
        relations=[{"subject": "b0", "predicate": "oversees", "object": "b1"}],
    )
    counts = score(gold, found).counts
    assert counts["relations"] == Counts(matched=0, found=1, gold=1)
    assert counts["hierarchy"] == Counts(matched=1, found=1, gold=1)


def test_topics_are_not_scored() -> None:
    gold = annotation(
        bodies=bodies("Board"), relations=[{"subject": "b0", "predicate": "responsibleFor", "object": "topic:risk"}]
    )
    assert score(gold, annotation(bodies=bodies("Board"))).counts["relations"] == Counts(0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "figures"),
    [
        (Counts(6, 8, 12), (0.75, 0.5, 0.6)),
        (Counts(0, 0, 0), (1.0, 1.0, 1.0)),
        (Counts(0, 0, 5), (0.0, 0.0, 0.0)),
        (Counts(0, 5, 0), (0.0, 1.0, 0.0)),
    ],
)
def test_figures(counts: Counts, figures: tuple[float, float, float]) -> None:
    assert (counts.precision, counts.recall, counts.f1) == pytest.approx(figures)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is not JSON (line 1: Expecting property name enclosed in double quotes)"),
        ('{"bodies": []}', "is not an annotation in the form of 'esggraph extract --format json': KeyError('company')"),
    ],
)
def test_a_file_that_is_no_annotation_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EsggraphError) as error:
        load(path)
    assert str(error.value) == f"{path}: {message}"


def test_load_gives_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(annotation(bodies=bodies("Board"))), encoding="utf-8")
    assert load(path)["bodies"][0]["name"] == "Board"
