"""Where exports go: whole or not at all, never over what was not meant; and graph files that do not parse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from example_findings import holdings, works

from esggraph.errors import ExportError, UnreadableGraph
from esggraph.exports import rdf
from esggraph.exports.forms import Form
from esggraph.exports.writing import export
from esggraph.graph.store import open_store, write_graph

FILES = {form: f"graph{ending}" for ending, form in {
    ".ttl": Form.TURTLE, ".trig": Form.TRIG, ".nq": Form.NQUADS, ".jsonld": Form.JSONLD,
    ".graphml": Form.GRAPHML, ".gexf": Form.GEXF, "-tables": Form.CSV, "-neo4j": Form.NEO4J,
}.items()}  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    write_graph([holdings(), works()], out)
    return out


@pytest.mark.parametrize("form", FILES)
def test_an_existing_target_is_kept_without_force_and_replaced_with_it(form: Form, out: Path, tmp_path: Path) -> None:
    target = tmp_path / FILES[form]
    export(out, target, form)
    with pytest.raises(
        ExportError, match=rf"{FILES[form]} exists: add --force to overwrite it, or name another target"
    ):
        export(out, target, form)
    export(out, target, form, force=True)
    assert [path.name for path in tmp_path.iterdir()] == [FILES[form]]


@pytest.mark.parametrize("name", ["out", "out.ttl"])
def test_a_file_is_not_written_over_a_folder(name: str, out: Path, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(ExportError, match=rf"{name} is a folder: name a file in it"):
        export(out, tmp_path / name, Form.TURTLE, force=True)


def test_force_does_not_replace_a_folder_of_other_files(out: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter-1.txt").write_text("")
    with pytest.raises(ExportError, match=r"thesis holds files that are not of such an export \(chapter-1\.txt\)"):
        export(out, tmp_path / "thesis", Form.CSV, force=True)
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter-1.txt"]


def test_a_folder_is_not_written_over_a_file(out: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(ExportError, match="tables is a file, and this form is a folder of files"):
        export(out, tmp_path / "tables", Form.CSV, force=True)
    assert (tmp_path / "tables").read_text() == "mine"


@pytest.mark.parametrize("name", ["graph", "graph.xlsx"])
def test_a_target_whose_form_is_not_clear_is_refused(name: str, out: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=rf"{name}: its ending names no form: end it in \.ttl, .* --format"):
        export(out, tmp_path / name)


def test_a_target_in_no_folder_is_refused(out: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nowhere/graph\.ttl cannot be written: No such file or directory"):
        export(out, tmp_path / "nowhere" / "graph.ttl")


@pytest.mark.parametrize("form", FILES)
def test_a_graph_that_cannot_be_read_leaves_no_target(form: Form, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("@prefix e: <http://example.org/> .\ne:a e:b .\n")
    with pytest.raises(UnreadableGraph, match=r"bad\.ttl:2: "):
        export(tmp_path / "bad.ttl", tmp_path / "new", form)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.ttl"]


@pytest.mark.parametrize(("form", "step"), [(Form.TRIG, "file"), (Form.CSV, "folder")])
def test_an_export_that_fails_leaves_the_old_one_whole(
    form: Form, step: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, *_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "old"
    export(out, target, form)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    monkeypatch.setattr(Path, "replace" if step == "file" else "rename", fail)
    with pytest.raises(ExportError, match="old cannot be written: No space left on device"):
        export(out, target, form, force=True)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_an_interrupted_export_leaves_nothing(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object, path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(rdf, "write_turtle", interrupt)
    with pytest.raises(KeyboardInterrupt):
        export(out, tmp_path / "graph.ttl")
    assert [*tmp_path.iterdir()] == []


# ------------------------------------------------------------------ files that do not parse, and the command


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "@prefix e: <http://example.org/> .\n\ne:a e:b .\n", 3),
        ("a.trig", "@prefix e: <http://example.org/> .\ne:g { e:a e:b }\n", 2),
        ("a.nq", "<http://e/a> <http://e/b> <http://e/c> .\n<http://e/a> b\n", 2),
        ("a.nt", "<http://e/a> <http://e/b> <http://e/c> .\n\n\noops\n", 4),
        ("a.rdf", '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a></b>\n', 3),
        ("a.jsonld", '{\n "@id": "http://e/a",\n oops\n}\n', 3),
    ],
)  # fmt: skip
def test_a_graph_file_that_does_not_parse_is_named_with_its_line(
    name: str, text: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(UnreadableGraph, match=rf"^{re.escape(str(tmp_path / name))}:{line}: ") as error:
        open_store(tmp_path / name)
    assert "\n" not in str(error.value)


def test_the_command_prints_the_target(
    out: Path, tmp_path: Path, esggraph: Callable[..., tuple[int, str, str]]
) -> None:
    target = tmp_path / "graph.gexf"
    assert esggraph("export", target, "-g", out) == (0, f"{target}\n", "")
    assert esggraph("export", target, "-g", out) == (
        1, "", f"esggraph: {target} exists: add --force to overwrite it, or name another target\n",
    )  # fmt: skip
    assert esggraph("export", target, "-g", out, "--force") == (0, f"{target}\n", "")


@pytest.mark.parametrize("form", FILES)
def test_the_same_graph_gives_the_same_bytes(form: Form, out: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(out, tmp_path / name, form)
    files = [
        sorted((tmp_path / name).iterdir()) if form in (Form.CSV, Form.NEO4J) else [tmp_path / name] for name in "ab"
    ]
    assert [p.read_bytes() for p in files[0]] == [p.read_bytes() for p in files[1]]
