"""The graph on disk: the same bytes for the same input, never half a graph, clear words for one that cannot be read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from example_findings import DATA_SECURITY_LAW, holdings, works
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from esggraph.errors import UnreadableGraph
from esggraph.graph import store as store_module
from esggraph.graph.namespaces import ESG, term
from esggraph.graph.store import open_dataset, open_store, write_graph
from esggraph.report import Company


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_graph([holdings(), works()], tmp_path / "out")
    return tmp_path / "out"


def contents(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_order_of_the_reports_does_not_change_a_byte(out: Path, tmp_path: Path) -> None:
    write_graph([works(), holdings()], tmp_path / "other")
    assert (tmp_path / "other" / "graph.trig").read_bytes() == (out / "graph.trig").read_bytes()


def test_file_and_store_hold_the_same_quads(out: Path, tmp_path: Path) -> None:
    stored = [q for q in Store.read_only(str(out / "store")) if q.graph_name != DefaultGraph()]
    assert {*parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG)} == {*stored}
    assert write_graph([holdings(), works()], tmp_path / "again") == len(stored)


@pytest.mark.parametrize("name", ["store", "graph.trig"])
def test_the_default_graph_has_each_triple_of_all_graphs_once(out: Path, name: str) -> None:
    store = open_store(out / name)
    merged = [q.triple for q in store.quads_for_pattern(None, None, None, DefaultGraph())]
    assert {*merged} == {q.triple for q in store}
    (row,) = store.query(f"SELECT (COUNT(*) AS ?n) {{ <{DATA_SECURITY_LAW}> a <{ESG}Law> }}")
    assert row["n"].value == "1"  # though the vocabulary and both reports say so


def test_every_report_is_a_graph_beside_the_vocabularies(out: Path) -> None:
    assert {g.value for g in open_store(out).named_graphs()} == {
        ESG,
        f"{ESG}instrument/",
        f"{ESG}topic/",
        f"{ESG}disclosure/",
        f"{ESG}report/example-2023",
        f"{ESG}report/works-2022",
    }


def test_reports_with_equal_file_names_keep_apart(tmp_path: Path) -> None:
    same = [replace(works(), report="report"), replace(holdings(), report="report")]
    write_graph([*same, replace(works(), report="report", period="2023-01-01/2023-12-31")], tmp_path)
    graphs = {
        g.value.removeprefix(f"{ESG}report/") for g in open_store(tmp_path).named_graphs() if "/report/" in g.value
    }
    assert graphs == {"sample-works-inc-report", "sample-works-inc-report-2", "example-holdings-co-ltd-report"}


def test_a_new_build_replaces_the_old_graph(out: Path) -> None:
    write_graph([works()], out)
    assert NamedNode(f"{ESG}report/example-2023") not in [*open_store(out).named_graphs()]
    assert contents(out) == {"graph.trig", "store"}


def test_a_reader_keeps_the_graph_that_it_opened(out: Path) -> None:
    reader = open_store(out)
    write_graph([works()], out)
    assert [*reader.quads_for_pattern(None, term("dcterms:title"), None, NamedNode(f"{ESG}report/example-2023"))]


@pytest.mark.parametrize("step", ["serialize", "_write_store"])
def test_a_build_that_fails_leaves_the_old_graph_whole(out: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = (out / "graph.trig").read_bytes()
    monkeypatch.setattr(store_module, step, fail)
    with pytest.raises(UnreadableGraph, match=r"No space left on device"):
        write_graph([works()], out)
    assert (out / "graph.trig").read_bytes() == before
    assert {*open_store(out).named_graphs()} == {q.graph_name for q in parse(before, format=RdfFormat.TRIG)}
    assert contents(out) == {"graph.trig", "store"}


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(UnreadableGraph, match=r"cannot write the graph to .*out: "):
        write_graph([works()], tmp_path / "out")


def test_reading_changes_nothing_and_does_not_wait_for_other_readers(out: Path) -> None:
    before = {p.name: p.stat().st_mtime_ns for p in (out / "store").iterdir()}
    assert len(open_store(out)) == len(open_store(out)) > 0
    assert {p.name: p.stat().st_mtime_ns for p in (out / "store").iterdir()} == before


def test_a_store_that_another_process_has_locked_can_be_read(out: Path) -> None:
    locked = Store(str(out / "store"))
    assert len(open_store(out)) == len(locked)


def test_a_missing_graph_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGraph, match=r"^no graph in .*nowhere: run `esggraph build` first"):
        open_store(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("file", "content"), [("CURRENT", b"garbage"), ("CURRENT", b"MANIFEST-999999\n"), ("CURRENT", b"")]
)
def test_a_damaged_store_says_what_to_do(out: Path, file: str, content: bytes) -> None:
    (out / "store" / file).write_bytes(content)
    with pytest.raises(UnreadableGraph, match=r"^.*store is damaged: run `esggraph build` to make it anew$"):
        open_store(out)


def test_an_emptied_store_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with pytest.raises(UnreadableGraph, match=r"store is damaged: run `esggraph build`"):
        open_store(tmp_path)


def test_the_file_alone_is_enough(out: Path) -> None:
    expected = len(open_store(out))
    assert len(open_store(out / "graph.trig")) == expected
    (out / "store").rename(out.parent / "elsewhere")
    assert len(open_store(out)) == expected
    assert len(open_store(out.parent / "elsewhere")) == expected


def test_a_file_that_does_not_parse_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "edited.trig"
    path.write_text("@prefix esg: <https://w3id.org/esggraph/> .\nesg:a esg:b esg:c .\nesg:a esg:b .\n")
    with pytest.raises(UnreadableGraph, match=r"edited\.trig:3: "):
        open_store(path)


def test_a_file_of_no_rdf_format_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.xlsx").write_text("")
    with pytest.raises(UnreadableGraph, match=r"graph.xlsx is no RDF file by its ending"):
        open_store(tmp_path / "graph.xlsx")


def test_rdflib_asks_the_same_graph(out: Path) -> None:
    dataset = open_dataset(str(out))  # as the README writes it
    (row,) = dataset.query("SELECT (COUNT(*) AS ?n) WHERE { ?company <https://w3id.org/esggraph/cites> ?law }")
    assert int(row[0]) == 6  # Example Holdings cites two laws and a standard, Sample Works three laws
    assert len(dataset) == len({q.triple for q in open_store(out)})


def test_rdflib_reads_the_file(out: Path) -> None:
    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(out / "graph.trig", format="trig")
    assert len([*dataset.quads()]) == len([*parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG)])


def test_a_company_name_that_is_no_plain_word_can_be_stored(tmp_path: Path) -> None:
    write_graph([replace(works(), company=Company('"Ex\\ample" <Holdings>\x00\u200b / é 株式会社'))], tmp_path)
    labels = [q.object.value for q in open_store(tmp_path).quads_for_pattern(None, term("rdfs:label"), None)]
    assert '"Ex\\ample" <Holdings>\x00\u200b / é 株式会社' in labels


def test_the_wheel_carries_ontology_and_queries(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    root = Path(__file__).parent.parent
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {f"esggraph/ontology/{n}.ttl" for n in ("esggraph", "instruments", "topics")} <= {*names}
    assert {f"esggraph/queries/{p.name}" for p in (root / "esggraph" / "queries").glob("*.rq")} <= {*names}
