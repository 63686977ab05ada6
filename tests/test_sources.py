"""Which files are read, and what sidecars say about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from esggraph.errors import EsggraphError
from esggraph.reading.sources import Overrides, find_sources, overrides_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/er/c.pdf", "deep/d.HTML", "e.docx", "README.md", ".hidden/f.txt", "g.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def names(paths: list[Path | str]) -> list[str]:
    return [source.path.name for source in find_sources(paths)]


def test_a_folder_gives_the_reports_in_it_and_below(folder):
    assert names([folder]) == ["a.md", "b.txt", "d.HTML", "c.pdf"]


def test_a_file_is_taken_whatever_its_suffix(folder):
    assert names([folder / "e.docx", folder / "README.md"]) == ["e.docx", "README.md"]


@pytest.mark.parametrize(
    ("pattern", "found"), [("*.txt", ["b.txt"]), ("**/*.pdf", ["c.pdf"]), ("d*", ["d.HTML", "c.pdf"])]
)
def test_globs(folder, pattern, found):
    assert names([f"{folder}/{pattern}"]) == found


def test_each_file_is_read_once(folder):
    assert names([folder / "b.txt", folder, folder / "a.md"]) == ["b.txt", "a.md", "d.HTML", "c.pdf"]


@pytest.mark.parametrize("path", ["nothing", "*.xyz", ".hidden/nothing.txt"])
def test_a_path_that_leads_nowhere_is_named(folder, path):
    with pytest.raises(EsggraphError, match=r"no report there; give a \.txt, \.md"):
        find_sources([folder / path])


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a" * 300 + "*"])
def test_a_path_that_cannot_be_looked_up_is_named(folder, name):
    with pytest.raises(EsggraphError) as caught:
        find_sources([folder / name])
    assert str(caught.value).startswith(f"{folder / name}: ")
    assert "\n" not in str(caught.value)


def test_a_name_too_long_for_a_sidecar_is_named(folder):
    path = folder / ("a" * 251 + ".txt")
    path.write_text("", encoding="utf-8")
    with pytest.raises(EsggraphError, match="File name too long; check the path and its permissions"):
        overrides_of(path)


def test_a_sidecar_stands_before_the_manifest(folder):
    (folder / "b.toml").write_text('company = "Example Inc."\naliases = ["Ex"]\n', encoding="utf-8")
    (folder / "manifest.toml").write_text('["b.txt"]\ncompany = "Other"\n["a.md"]\ntitle = "T"\n', encoding="utf-8")
    assert overrides_of(folder / "b.txt") == Overrides(company="Example Inc.", aliases=("Ex",))
    assert overrides_of(folder / "a.md") == Overrides(title="T")
    assert overrides_of(folder / "deep/d.HTML") == Overrides()


def test_a_manifest_can_name_reports_by_their_stem(folder):
    (folder / "manifest.toml").write_text('[b]\nperiod = "2023-01-01/2023-12-31"\n', encoding="utf-8")
    assert overrides_of(folder / "b.txt").period == "2023-01-01/2023-12-31"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("company = ", "no TOML"),
        ('compny = "Example"', "unknown key 'compny'"),
        ("company = 3", "company must be a string"),
        ('aliases = "Ex"', "aliases must be a list of strings"),
        ('period = "2023"', "period must be two days"),
        ('period = "2023-99-99/2023-12-31"', "period must be two days"),
        ('period = "2023-12-31/2023-01-01"', "period must be two days"),
    ],
)
def test_sidecars_that_cannot_be_understood_are_named(folder, text, reason):
    (folder / "b.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EsggraphError, match=reason) as caught:
        find_sources([folder / "b.txt"])
    assert "b.toml" in str(caught.value)
    assert "\n" not in str(caught.value)
