"""The spaCy Doc of a report: its passages worth reading, tokenised, with the way back to `Report.text`.

Most of a report has nothing to find, so only blocks that hold a cue become passages; the cues are data
(`data/passage_cues.txt`). A Doc that was not made from a report (`nlp("some text")`) has a passage a paragraph, so the
components work on any text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import ahocorasick
from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.instruments.document_lists import ListedDocument, listed_documents
from esggraph.extraction.instruments.list_units import Line
from esggraph.report import Block, BlockKind, Mark, Report
from esggraph.resources import PACKAGE

Doc.set_extension("esg_report", default=None, force=True)
Doc.set_extension("esg_passages", default=None, force=True)
Doc.set_extension("esg_text", default=None, force=True)
Doc.set_extension("esg_text_in_cells", default=None, force=True)
Doc.set_extension("esg_listed", default=None, force=True)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the report as it stands in the Doc. Offsets are characters of `Doc.text`."""

    text: str
    start: int
    end: int
    block: Block  # its own offsets are those of Report.text
    marks: tuple[Mark, ...]  # in characters of Doc.text
    number: int  # the block's number in Report.blocks, so that neighbours in the report can be told


@cache
def _cues() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for line in (PACKAGE / "data" / "passage_cues.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            automaton.add_word(line.lower(), True)
    automaton.make_automaton()
    return automaton


# the last cells of a row of ticks, which a table's head gives their meaning
_TICKS = re.compile(r"(?: \|? ?(?:[✓✔√☑●○◯◎△■☓×✗–—-]|\(?[xXVvY]\)?|[Hh]eld|Yes|No|N/A)){2,}[ .|]*$")


def worth_reading(text: str) -> bool:
    """Return whether `text` holds any of the cues that every finding has near it, or is a table's row of ticks."""
    return next(_cues().iter(text.lower()), None) is not None or (len(text) < 150 and bool(_TICKS.search(text)))


def make_doc(nlp: Language, report: Report) -> Doc:
    """Return the Doc of the report's passages, one block a line, tokenised but not yet read by the components."""
    listed = tuple(listed_documents([_line(report.block_text(block), block) for block in report.blocks]))
    named = {document.block for document in listed}
    chosen = [
        (i, block)
        for i, block in enumerate(report.blocks)
        if i in named or (block.kind is not BlockKind.CONTENTS and worth_reading(report.block_text(block)))
    ]
    whole = "\n".join(report.block_text(block) for _, block in chosen)
    doc = nlp.make_doc(whole)
    passages, at = [], 0
    for i, block in chosen:
        shift = at - block.start
        marks = tuple(Mark(m.kind, m.start + shift, min(m.end, block.end) + shift) for m in report.marks_in(block))
        text = report.block_text(block)
        passages.append(Passage(text, at, at + len(text), block, marks, i))
        at += len(text) + 1
    doc._.esg_report = report
    doc._.esg_text = whole
    doc._.esg_passages = tuple(passages)
    doc._.esg_listed = listed
    return doc


def text_of(doc: Doc) -> str:
    """Return `doc.text`, which spaCy would put together anew from its tokens at each access."""
    if doc._.esg_text is None:
        doc._.esg_text = doc.text
    return doc._.esg_text  # type: ignore[no-any-return]


def text_in_cells(doc: Doc) -> str:
    """Return the text with line ends between the cells of rows, as long as `text_of(doc)`: no name goes on over one."""
    if doc._.esg_text_in_cells is None:
        text, at = text_of(doc), 0
        parts = []
        for passage in passages(doc):
            shift = passage.start - passage.block.start
            for _, end in passage.block.cells[:-1]:
                parts += [text[at : end + shift], "\n"]
                at = end + shift + 1
        doc._.esg_text_in_cells = "".join([*parts, text[at:]])
    return doc._.esg_text_in_cells  # type: ignore[no-any-return]


def passages(doc: Doc) -> tuple[Passage, ...]:
    """Return the passages of `doc`, in the order of the text."""
    if doc._.esg_passages is None:
        doc._.esg_passages = tuple(
            Passage(m.group(), m.start(), m.end(), Block(BlockKind.PARAGRAPH, m.start(), m.end()), (), i)
            for i, m in enumerate(re.finditer(r"[^\n]+", text_of(doc)))
        )
    return doc._.esg_passages  # type: ignore[no-any-return]


def documents_listed(doc: Doc) -> list[tuple[int, int, str]]:
    """Return what printed lists of documents name: spans in characters of `doc.text`, and which of POLICY_KINDS."""
    everything = passages(doc)
    listed: tuple[ListedDocument, ...] | None = doc._.esg_listed
    if listed is None:
        listed = tuple(listed_documents([_line(p.text, p.block) for p in everything]))
    starts = {p.number: p.start for p in everything}
    return [(starts[d.block] + d.start, starts[d.block] + d.end, d.kind) for d in listed]


def _line(text: str, block: Block) -> Line:
    return Line(text, block.kind, tuple((a - block.start, b - block.start) for a, b in block.cells))


def passage_at(doc: Doc, offset: int) -> Passage:
    """Return the passage that holds `doc.text[offset]`."""
    everything = passages(doc)
    return everything[bisect_right(everything, offset, key=lambda p: p.start) - 1]


def to_report(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the span of `Report.text` that `doc.text[start:end]` stands for; the span is cut at its passage's end."""
    passage = passage_at(doc, start)
    shift = passage.block.start - passage.start
    return start + shift, min(end, passage.end) + shift
