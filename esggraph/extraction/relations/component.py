"""The component that finds relations between bodies, posts, lines of defence, tiers and topics.

Sentence by sentence, the mentions make a frame (`frames`), whose verbs (`clauses`), lists of members
(`membership`), lines of defence (`defence`), tiers (`tiers`) and duties (`responsibility`) state relations. Names
(`naming`), labelled fields and tables (`fields`) and charts (`charts`) state some without a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from esggraph.extraction.defence_model import spoken_of
from esggraph.extraction.document import Passage, passages, text_in_cells, text_of
from esggraph.extraction.mentions import Mention, Statement, add_statements, mentions
from esggraph.extraction.naming import forms_of_bodies, heads, named
from esggraph.extraction.relations.announced import announced_parts
from esggraph.extraction.relations.board_committees import (
    called_committees,
    committees_by_field,
    counted_committees,
    listed_committees,
)
from esggraph.extraction.relations.board_composition import counted_directors
from esggraph.extraction.relations.charts import charted
from esggraph.extraction.relations.clauses import stated
from esggraph.extraction.relations.defence import lines_of_defence
from esggraph.extraction.relations.execution import at_work, highest_body
from esggraph.extraction.relations.fields import described, labels, tabulated
from esggraph.extraction.relations.frames import Frame, Setting, make_frame
from esggraph.extraction.relations.items_below import announces_items, items_below
from esggraph.extraction.relations.levels import levels
from esggraph.extraction.relations.membership import memberships
from esggraph.extraction.relations.numbered_steps import numbered_steps
from esggraph.extraction.relations.placed_on_lines import placed_on_lines
from esggraph.extraction.relations.possessives import possessed
from esggraph.extraction.relations.printed_charts import printed_charts
from esggraph.extraction.relations.references import spoken_of_last
from esggraph.extraction.relations.responsibility import responsibilities
from esggraph.extraction.relations.rosters import rosters
from esggraph.extraction.relations.subjects import main_subject
from esggraph.extraction.relations.tier_sentences import tier_sentences
from esggraph.extraction.relations.tiers import tiers
from esggraph.extraction.relations.trees import parts_in_trees
from esggraph.extraction.relations.units_below import units_below
from esggraph.extraction.sentences import sentences
from esggraph.extraction.signs import Group
from esggraph.report import BlockKind

_UNDER_LABEL = 3  # blocks after a label that go on about its body
_LABEL = 120  # characters of a block that can be a label
_MOST_COMMITTEES = 10  # a board with more has been misread
_CONTEXT = 1500  # characters for which "lines of defence" is remembered, so that "the second line" means one


@Language.factory("esg_relations", assigns=["doc._.esg_statements"], requires=["doc._.esg_mentions"])
def create_relations(nlp: Language, name: str) -> RelationFinder:
    """Make the component that finds relations."""
    return RelationFinder()


class RelationFinder:
    """Reads the mentions of bodies and posts and adds the statements about them to the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its statements."""
        add_statements(doc, list(_of_own_chairs(list(_statements(doc)))))
        return doc


def _of_own_chairs(statements: list[Statement]) -> Iterator[Statement]:
    """Yield `statements` without those by which the chair of one of several bodies in a row leads the others too."""
    own = {
        s.object.start
        for s in statements
        if isinstance(s.object, Mention)
        and s.predicate == "ledBy"
        and _names_its_body(s.subject, s.object)
        and s.subject.subkind not in ("board", "supervisory_board")  # whose chairs lead other bodies too
    }
    for s in statements:
        led = s.predicate == "ledBy" and isinstance(s.object, Mention) and s.object.start in own
        if not led or _names_its_body(s.subject, s.object):
            yield s


def _names_its_body(body: Mention, post: Mention | str) -> bool:
    return isinstance(post, Mention) and any(post.name == f"{chair} of the {body.name}" for chair in post.aliases)


def _statements(doc: Doc) -> Iterator[Statement]:
    text = text_of(doc)
    bodies, posts = mentions(doc, "bodies"), mentions(doc, "posts")
    titles = {(m.start, m.end) for m in posts}
    bodies = [m for m in bodies if (m.start, m.end) not in titles]  # "heads of Legal, Finance and Tax" are three posts
    participants = sorted((*bodies, *posts), key=lambda m: m.start)
    report = doc._.esg_report
    company = (report.company.name, *report.company.aliases) if report else ()
    everything = passages(doc)
    labelled = labels(text, everything, bodies)
    forms = forms_of_bodies(text, bodies, company)
    led = heads(text, posts, forms, company)
    celled = text_in_cells(doc)
    listed = list(listed_committees(celled, everything, bodies, labelled))
    yield from listed
    yield from counted_committees(text, everything, bodies)
    yield from called_committees(text, bodies)
    yield from committees_by_field(text, bodies)
    of_board = [*(m for m in bodies if m.subkind == "board_committee" and not m.anaphor), *(s.subject for s in listed)]
    committees = tuple({m.key: m for m in of_board}.values())
    setting = Setting(committees=committees[:_MOST_COMMITTEES], heads=led)
    lines_at = spoken_of(text, everything)
    for frame in _frames(doc, text, everything, participants, labelled, setting):
        yield from stated(frame)
        yield from announced_parts(frame)
        yield from memberships(frame)
        yield from tiers(frame)
        yield from at_work(frame)
        yield from responsibilities(frame)
        yield from lines_of_defence(frame, in_context=_soon_after(lines_at, frame.end))
    yield from named(doc, text, participants, forms, led, company)
    yield from possessed(text, sentences(doc), bodies)
    yield from counted_directors(text, sentences(doc), participants)
    yield from described(text, everything, participants, labelled)
    yield from tabulated(text, everything, participants)
    yield from rosters(text, everything, participants, labelled)
    yield from parts_in_trees(everything, bodies)
    yield from numbered_steps(celled, participants, lines_at)
    yield from placed_on_lines(celled, everything, participants, lines_at)
    yield from tier_sentences(text, participants)
    yield from levels(report, celled, everything, participants)
    if report:
        drawn, blocks = printed_charts(report, everything, participants)
        yield from drawn
        yield from charted(
            report, tuple(p for p in everything if p.number not in blocks), participants, setting.committees
        )


def _frames(
    doc: Doc,
    text: str,
    everything: tuple[Passage, ...],
    participants: list[Mention],
    labelled: list[Mention],
    setting: Setting,
) -> Iterator[Frame]:
    """Yield the frames of the sentences that name a participant, or that go on about a heading's body."""
    celled = text_in_cells(doc)
    starts = [m.start for m in participants]
    label_starts = {m.start for m in labelled}
    spans = sentences(doc)
    at = 0
    heading: Group = ()
    heading_number = last_under = -9
    bodies = [m for m in participants if m.kind == "bodies"]
    here = setting
    previous: Passage | None = None
    for number, passage in enumerate(everything):
        if passage.block.kind is BlockKind.ITEM and passage.number == heading_number + 1:
            heading_number += 1  # the items of a list under a label all go on about its body
        goes_on = passage.block.kind is BlockKind.ITEM and passage.number == last_under + 1
        under_label = goes_on or passage.number - heading_number <= _UNDER_LABEL
        if under_label:
            last_under = passage.number
        follows = previous is not None and previous.block.section == passage.block.section
        here = replace(
            setting,
            spoken=here.spoken if follows else (),
            topic=heading if under_label else (),
            labelled=under_label,
            heading="".join(passage.block.section[-1:]),
        )
        while at < len(spans) and spans[at][1] <= passage.end:
            start, end = spans[at]
            at += 1
            inside = participants[bisect_left(starts, start) : bisect_left(starts, end)]
            last = end >= passage.end - 1 and announces_items(text[start:end])
            items = items_below(text, everything, number, participants) if last else []
            if not items and end >= passage.end - 1:
                items = units_below(celled, everything, number, text[start:end], bodies)
            if not (inside or items or here.topic):
                continue
            frame = make_frame(text, start, end, inside, here, items)
            if frame is None:
                continue
            yield frame
            deciding = highest_body(frame) or here.deciding
            here = replace(
                here,
                before=text[start:end],
                named=frame.bodies,
                posts=frame.posts,
                several=frame.several or here.several,
                spoken=spoken_of_last(frame) if frame.bodies else here.spoken,
                deciding=deciding,
            )
            if about := main_subject(frame):
                here = replace(here, topic=about, labelled=False)
        inside = participants[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if inside and inside[0].start in label_starts and passage.end - passage.start < _LABEL:
            heading, heading_number = (inside[0],), passage.number
            here = replace(here, spoken=heading)
        previous = passage


def _soon_after(places: list[int], at: int) -> bool:
    i = bisect_left(places, at) - 1
    return i >= 0 and at - places[i] < _CONTEXT
