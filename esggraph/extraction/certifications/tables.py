"""Certificates in tables and lists, where a head or lead-in says what the names are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from esggraph.extraction.certifications.frames import Judgement, announces
from esggraph.extraction.document import passage_at, passages
from esggraph.report import BlockKind

_REACH = 30  # blocks: no table or list of certificates is longer
_GRADE = r"(?:Level|Grade|Class|Tier)[ -]?(?:[1-5]|I{1,3}|IV)"
_LIST = re.compile(rf"(?P<grade>{_GRADE})[ \w]{{0,30}}: *(?P<list>[^\n]+?)(?= *(?:{_GRADE})[ \w]{{0,30}}:|$|\n)")
_COMMA = re.compile(r",(?! (?:Ltd|Inc|LLC|Limited)\b)|;")
_OF_COMPANY = re.compile(r"^(?P<what>.+?) of (?P<who>[A-Z][^,]*(?:, ?)?(?:Ltd|Inc|Limited|Corp|GmbH)\.?)$")


@dataclass(frozen=True, slots=True)
class GradedHolder:
    """A holder in a certificate table; offsets in characters of the Doc, end exclusive."""

    start: int
    end: int
    grade: str
    holder: str


def judge_in_list(doc: Doc, offset: int) -> Judgement | None:
    """Return the judgement on a standard's name at `offset` where it stands in a table or list of certificates."""
    passage = passage_at(doc, offset)
    report = doc._.esg_report
    if report is None or passage.block.kind not in (BlockKind.ROW, BlockKind.ITEM):
        return None
    head = lead = ""
    for block in reversed(report.blocks[max(0, passage.number - _REACH) : passage.number]):
        text = report.block_text(block)
        if block.kind is not passage.block.kind:
            lead = text if text.endswith(":") or block.kind is BlockKind.HEADING else ""
            break
        head = text if block.kind is BlockKind.ROW else ""  # of a table's rows the first is its head
    return Judgement("held", 0.75) if announces(head) or announces(lead[-200:]) else None


def graded_holders(doc: Doc, text: str, end: int) -> Iterator[GradedHolder]:
    """Yield the holders listed by grade behind a certificate's name that ends at `end`. `text`: the text of `doc`."""
    everything = passages(doc)
    passage = passage_at(doc, end - 1)
    at = everything.index(passage)
    rest = text[end : passage.end]
    if not _LIST.search(rest) and (len(rest) > 160 or ". " in rest):
        return
    yield from _listed(text, end, passage.end)
    for following in everything[at + 1 : at + 6]:
        if not _LIST.match(following.text):
            return
        yield from _listed(text, following.start, following.end)


def _listed(text: str, start: int, end: int) -> Iterator[GradedHolder]:
    for m in _LIST.finditer(text, start, end):
        at = m.start("list")
        for piece in _COMMA.split(m["list"]):
            name = piece.strip(" .") + ("." if piece.rstrip().endswith("Ltd.") else "")
            begin = text.index(piece.strip(" ."), at)
            at = begin + len(piece.strip(" ."))
            if owned := _OF_COMPANY.match(name):
                name = f"{owned['who']} ({owned['what']})"
            if 2 < len(name) < 160:
                yield GradedHolder(begin, at, m["grade"], name)
