"""The default corpus: the manifest tells the truth about the digests, and the digests are fit to be shipped."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from esggraph.resources import folder

CORPUS = folder("corpus")
MANIFEST: dict[str, dict[str, Any]] = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))
DIGESTS = sorted(p for p in CORPUS.glob("*.md") if p.name != "README.md")

_MACHINE_PATH = re.compile(r"(?:^|[\s(`\"'])(?:/(?:home|root|tmp|usr|var|work|mnt|Users)/|[A-Z]:\\|file://|\.\./)")


def sections(digest: Path) -> list[str]:
    """Return the text under each second-level heading, with the heading."""
    return re.split(r"^## ", digest.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def test_manifest_lists_exactly_the_files_there_are() -> None:
    assert sorted(MANIFEST) == [p.name for p in DIGESTS]


def test_the_four_companies_are_there() -> None:
    assert {entry["company"] for entry in MANIFEST.values()} == {
        "Alibaba Pictures Group Limited",
        "Hangzhou Hikvision Digital Technology Co., Ltd.",
        "Qingdao AInnovation Technology Group Co., Ltd.",
        "SenseTime Group Inc.",
    }


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_entry_has_the_documented_keys_and_types(name: str) -> None:
    entry = MANIFEST[name]
    assert sorted(entry) == ["aliases", "company", "period", "stock_codes", "title"]
    assert all(isinstance(entry[key], str) and entry[key] for key in ("company", "title", "period"))
    assert all(isinstance(entry[key], list) and entry[key] for key in ("aliases", "stock_codes"))
    assert all(re.fullmatch(r"\d{4,6}", code) for code in entry["stock_codes"])
    assert entry["company"] not in entry["aliases"]


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_period_is_an_iso_interval_of_one_year(name: str) -> None:
    first, last = (date.fromisoformat(day) for day in MANIFEST[name]["period"].split("/"))
    assert last + timedelta(days=1) == first.replace(year=first.year + 1)


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda p: p.stem)
def test_digest_names_the_company_of_its_manifest_entry(digest: Path) -> None:
    entry = MANIFEST[digest.name]
    opening = digest.read_text(encoding="utf-8")[:1000]
    assert entry["company"] in opening
    assert entry["aliases"][0] in opening


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda p: p.stem)
def test_digest_starts_with_its_only_title_and_has_sections(digest: Path) -> None:
    headings = re.findall(r"^(#+) \S", digest.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert headings[0] == "#"
    assert headings.count("#") == 1
    assert headings.count("##") >= 8


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda p: p.stem)
def test_every_section_says_which_section_of_the_report_it_retells(digest: Path) -> None:
    unsourced = [s.splitlines()[0] for s in sections(digest) if not re.search(r"\bsections?\b", s, flags=re.I)]
    assert unsourced == []


@pytest.mark.parametrize("file", sorted(CORPUS.iterdir()), ids=lambda p: p.name)
def test_no_machine_paths_or_web_addresses(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert _MACHINE_PATH.search(text) is None
    assert "://" not in text


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda p: p.stem)
def test_markdown_is_well_formed(digest: Path) -> None:
    lines = digest.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("*") % 2] == []
    assert [line for line in lines if line.count("“") != line.count("”")] == []
    assert [line for line in lines if line != line.rstrip()] == []
