"""The component that finds relations between bodies, posts, lines of defence, tiers and topics.

Sentence by sentence, the mentions make a frame (`frames`), whose verbs (`clauses`), lists of members (`membership`), lines
of defence (`defence`), tiers (`tiers`) and duties (`responsibility`) state relations. Names (`naming`), labelled fields and
tables (`fields`) and charts (`charts`) state some without a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.charts import charted
from esggraph.extraction.clauses import stated
from esggraph.extraction.defence import lines_of_defence, speaks_of_lines
from esggraph.extraction.document import Passage, passages
from esggraph.extraction.fields import described, labels, tabulated
from esggraph.extraction.frames import Frame, Group, make_frame
from esggraph.extraction.membership import memberships
from esggraph.extraction.mentions import Mention, Statement, add_statements, mentions
from esggraph.extraction.naming import named
from esggraph.extraction.responsibility import responsibilities
from esggraph.extraction.subjects import main_subject
from esggraph.extraction.tiers import tiers

_CONTEXT = 1500  # characters for which "lines of defence" is remembered, so that "the second line" means one


@Language.factory(
    "esg_relations", assigns=["doc._.esg_statements"], requires=["doc.spans", "doc._.esg_sentences"]
)
def create_relations(nlp: Language, name: str) -> RelationFinder:
    """Make the component that finds relations."""
    return RelationFinder()


class RelationFinder:
    """Reads the mentions of bodies and posts and adds the statements about them to the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its statements."""
        add_statements(doc, list(_statements(doc)))
        return doc


def _statements(doc: Doc) -> Iterator[Statement]:
    text = doc.text  # spaCy puts it together anew each time
    bodies = mentions(doc, "bodies")
    participants = sorted((*bodies, *mentions(doc, "posts")), key=lambda m: m.start)
    if not participants:
        return
    report = doc._.esg_report
    company = (report.company.name, *report.company.aliases) if report else ()
    everything = passages(doc)
    labelled = labels(text, everything, bodies)
    lines_at = -_CONTEXT
    for frame in _frames(doc, text, everything, participants, labelled):
        yield from stated(frame)
        yield from memberships(frame)
        yield from tiers(frame)
        yield from responsibilities(frame)
        yield from lines_of_defence(frame, in_context=frame.start - lines_at < _CONTEXT)
        if speaks_of_lines(frame.text):
            lines_at = frame.end
    yield from named(doc, text, participants, company)
    yield from described(text, everything, participants, labelled)
    yield from tabulated(text, everything, participants)
    if report:
        yield from charted(everything, report.blocks, [report.block_text(b) for b in report.blocks], bodies)


def _frames(
    doc: Doc, text: str, everything: tuple[Passage, ...], participants: list[Mention], labelled: list[Mention]
) -> Iterator[Frame]:
    """Yield the frames of the sentences that name a participant, or that go on about a heading's body."""
    starts = [m.start for m in participants]
    sentences = doc._.esg_sentences
    at = 0
    heading: Group = ()
    heading_number = -9
    label_starts = {m.start: m for m in labelled}
    for passage in everything:
        topic, is_label = (heading, True) if passage.number - heading_number <= 3 else ((), False)
        while at < len(sentences) and sentences[at][1] <= passage.end:
            start, end = sentences[at]
            at += 1
            inside = participants[bisect_left(starts, start) : bisect_left(starts, end)]
            if not inside and not topic:
                continue
            frame = make_frame(text, start, end, inside, topic, is_label, "".join(passage.block.section[-1:]))
            if frame is None:
                continue
            yield frame
            if about := main_subject(frame):
                topic, is_label = about, False
        inside = participants[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if inside and inside[0].start in label_starts and passage.end - passage.start < 120:
            heading, heading_number = (inside[0],), passage.number
