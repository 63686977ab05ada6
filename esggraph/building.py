"""From files to a graph on disk: the whole way, report by report, over several processes where there are many."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from esggraph.errors import EsggraphError, ExtractionFault, UnreadableReport
from esggraph.extraction import extract
from esggraph.findings import Findings
from esggraph.graph.lookup import open_graph
from esggraph.graph.store import write_graph
from esggraph.reading import DEFAULT_MAX_BYTES, read
from esggraph.reading.sources import Source, find_sources
from esggraph.views.site import remove_pages, write_site

PARALLEL_FROM = 4  # reports; starting a process costs as long as extracting two of them


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be read; `reason` is one line that names it and says what to do."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    findings: tuple[Findings, ...]
    left_out: tuple[LeftOut, ...]
    quads: int
    pages: int  # 0 where none were wanted


def build(
    paths: Iterable[Path],
    out: Path,
    *,
    company: str | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
    workers: int = 1,
    pages: bool = True,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Built:
    """Read, extract and describe all reports under `paths`; write the graph, and its site of pages, into `out`.

    `company` overrides the name of the reporting company; `workers` processes share the reading (a script that asks for
    more than one needs the usual `if __name__ == "__main__"`); `progress` is called with the number of files done and
    their total. Files that cannot be read are left out and named in the result. Raises EsggraphError where there is no
    file to read, or none could be read: then the graph that was in `out` stays as it was.
    """
    sources = find_sources(paths)
    findings: list[Findings] = []
    left_out: list[LeftOut] = []
    for done, (source, result) in enumerate(_extract_all(sources, company, max_bytes, workers), 1):
        if isinstance(result, Findings):
            findings.append(result)
        else:
            left_out.append(LeftOut(source.path, result))
        progress(done, len(sources))
    if not findings:
        reasons = "; ".join(one.reason for one in left_out)
        raise EsggraphError(f"no report could be read, so nothing was built: {reasons}")
    quads = write_graph(findings, out)
    if not pages:
        remove_pages(out)  # of the graph that was there before
    return Built(tuple(findings), tuple(left_out), quads, write_site(open_graph(out), out) if pages else 0)


def _extract_all(
    sources: list[Source], company: str | None, max_bytes: int, workers: int
) -> Iterable[tuple[Source, Findings | str]]:
    jobs = [(source, company, max_bytes) for source in sources]
    workers = min(workers, len(sources) // 2)
    if len(sources) < PARALLEL_FROM or workers < 2:
        yield from zip(sources, map(_extract_one, jobs), strict=True)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    try:
        yield from zip(sources, pool.map(_extract_one, jobs), strict=True)
    finally:  # also when the user interrupts: reports that are not begun are not waited for
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _extract_one(job: tuple[Source, str | None, int]) -> Findings | str:
    """Return the findings of one source, or the line that says why it cannot be read."""
    source, company, max_bytes = job
    try:
        return extract(read(source.path, overrides=source.overrides, company=company, max_bytes=max_bytes))
    except (UnreadableReport, ExtractionFault) as error:
        return str(error)
