"""Chairs that a report does not write out: "Jane Doe (Chair)" in a list, a column "Chair", "Its Chair, Ms Doe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from esggraph.extraction.document import Passage, passage_at, passages
from esggraph.extraction.mentions import Mention
from esggraph.extraction.posts.holders import CAPITAL, Persons
from esggraph.extraction.posts.names import PostName
from esggraph.extraction.sentences import sentence_at
from esggraph.names import normalise

_SEATED = ("board_committee", "committee", "subcommittee", "board", "supervisory_board", "working_group")
_COMMITTEES = _SEATED[:3]
_WORD = rf"{CAPITAL}[\w’'-]{{1,40}}"
_PARTICLES = r"(?:(?:de|da|do|dos|das|del|della|di|van|von|der|den|ten|ter|bin|binti|al|el|la|le|y|e) ){0,2}"
_INITIALS = r"(?:[A-Z](?:\. ?| )){1,3}"
_POLITE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dato|Shri|Smt|Tan Sri|Hon|Herr|Frau)\.?’? )+"
_NAME = rf"(?:{_POLITE})?(?:{_INITIALS}{_WORD}|{_WORD}(?: [A-Z]\.)?(?: {_PARTICLES}{_WORD}){{1,3}})"
_CHAIR = r"(?:Committee |Board )?(Chair(?:man|woman|person)?|Convenor|Convener)"
_IN_LIST = re.compile(rf"(?P<name>{_NAME}) ?(?:\({_CHAIR}(?:[;,/][^()]{{0,40}})?\)|[–-] {_CHAIR}\b(?! of))")
_ITS = re.compile(
    r"\b(?:[Ii]ts|[Tt]he (?:[Cc]ommittee|[Cc]ouncil)[’']s|whose) ([Cc]hair(?:man|woman|person)?)"
    rf"(?:,| is| \(| –) ?(?=(?P<name>{_POLITE}{_WORD}|{_NAME}))"
)
# its chair who is not named: "It reports through its chairperson"; "its chair is the CFO" says who that is
_UNNAMED = re.compile(
    r"(?<!\bas )(?<!eing )(?<!\bis )(?<!\bbe )(?<!\b[Ii]n )"
    r"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Tt]he (?:[Cc]ommittee|[Cc]ouncil)[’']s) (?:own |new )?"
    r"((?:(?:[Vv]ice|[Dd]eputy)[- ]|[Cc]o-)?[Cc]hair(?:man|woman|person)?|[Cc]onven[eo]r)\b"
    r"(?!(?:,| \(| –|:| (?:is|are|was|were|being)) (?!(?:elected|appointed|chosen|selected|one of|also)\b))"
)
# a chair who is named and not titled: "chaired by Ms Doe", "which Ms Doe chairs", "In the chair is Jane Doe"
_WHO = rf"(?:{_POLITE}{_WORD}(?: {_WORD}){{0,2}}|{_NAME})"
_BY = re.compile(
    rf"\b(?:chaired|presided over|convened) by (?P<by>{_WHO})(?=[.;)\n]|,? and |, (?!(?:the|our|an?|who)\b|[A-Z])|$)"
    rf"|(?:,|\bwhich|\bwhom) (?P<which>{_WHO}) (?:also |now )?chairs\b(?! (?:the|our|its|an?|it)\b)"
    rf"|\b[Ii]n the chair is (?P<chair>{_WHO})"
    rf"|(?<![\w&’] )(?:Committee |Board )?(?P<word>Chair(?:man|woman|person)?|Convenor|Convener)"
    rf"(?: of (?:the|this|our) (?:[Cc]ommittee|[Cc]ouncil|[Bb]oard))?: ?(?P<colon>{_WHO})(?=[.,;(\n]|$)"
)
# a person who chairs what is named behind: "Jane Doe, who also chairs the Audit Committee"
_CHAIRS = re.compile(r"\bchairs (?:the |our |its )?")
_WHO_CHAIRS = re.compile(rf"(?P<name>{_WHO})(?P<who>,? who)? (?:also |now |currently )?$")
_OPENS = re.compile(r"(?:^|[\n.;:,(])\s?$")  # before a subject
# what makes a chair the part of an officer: "the CEO serves as chair", "As chair, the CEO …", "the chair is the CEO"
_ADVERBS = r"(?:(?:also|currently|concurrently|now|always) )*"
_AS_CHAIR = re.compile(
    rf"\)?,?(?: who)? {_ADVERBS}(?:(?:(?:act|serv|function|work)(?:e|s|es|ing|ed)? |)as|is|are|was|being) "
    rf"{_ADVERBS}(?:the |its |an? )?$"
)
_OF_BOARD = re.compile(r"\b(?:of|the|our|its) (?:\w+ )?(?:[Bb]oard(?: of \w+)?|B[oO]D)$")
_FRONTED = re.compile(r"(?:^|[.;:\n] ?)(?:As|In (?:his|her|the) (?:role|capacity|function) as) (?:the |its )?$")
_HAS_AS = re.compile(r"\b(?:has|have|had|having|with) as (?:its |their |the )?$")  # "has as chair the CFO"
_IS_OFFICER = re.compile(
    rf"(?:,? and (?:of )?[^.;:,]{{3,50}})?(?: ?[:–—]| (?:is|are)|(?<=s),) {_ADVERBS}"
    r"(?:(?:held|taken|filled|assumed|occupied) by )?(?:the |our |an? )?"
)
_ARTICLE = re.compile(r",? (?:the |our |an? )?")
_THEN_OFFICER = re.compile(r"[^.;:,]{0,40}, (?:the |our |an? )?")
_OWNED = re.compile(r"\s+of\s+(?:the|our|its)\s+")  # between a committee and the board whose it is
_SORT = re.compile(r"^((?:vice |deputy |co )?chair)(?:man|woman|person)?\b")
_NAMES = 70  # characters in which a name and "who also" stand
_SHORT = 160  # characters between a body and the words on its chair
_COLUMN = re.compile(
    r"^(?=.{0,120}$)(?=.*\b(?:[Cc]ommittees?|[Nn]ame)\b)(?!.*[.;]\s).*\b(?P<chair>Chair(?:man|woman|person)?)\b"
)
_ROW = re.compile(rf" ?(?:\([\w& ]+\))?[ :|]*(?P<name>{_POLITE}{_INITIALS}?{_WORD}|{_NAME})")
_ROWS = 12  # rows of a table of committees at most
_FAR = 4  # blocks between a body's name and its list of members


def unwritten_chairs(doc: Doc, text: str, bodies: list[Mention], persons: Persons) -> Iterator[Mention]:
    """Yield the chairs, each written out with its body: those marked in lists, in tables, and "its" chair."""
    taken: set[int] = set()
    for chair in (
        *_marked(doc, text, bodies, persons),
        *_of_it(doc, text, bodies),
        *_by_name(doc, text, bodies, persons),
        *_in_column(doc, text, bodies, persons),
        *_who_chairs(text, bodies, persons),
        *_unnamed(doc, text, bodies),
    ):
        if chair.start not in taken:
            taken.add(chair.start)
            yield chair


def chair_key(title: str) -> str:
    """Return `title`, in normal form, as the key of a chair: chairman, chairwoman and chairperson are one post."""
    sort = _SORT.match(title)
    return title if sort is None else f"{sort.group(1)}{title[sort.end() :].replace(' of ', ' ')}"


def said_of_officer(text: str, chair: PostName, starts: set[int], ends: set[int]) -> bool:
    """Return whether the words for a chair say what an officer does, and name no post of its own, as a board's do.

    `starts`, `ends`: where the officers' titles in `text` begin and end.
    """
    if _OF_BOARD.search(chair.core):
        return False
    before = text[max(0, chair.start - 60) : chair.start]
    if re.search(r"\b(?:whose|[Ii]ts|[Tt]heir) (?:\w+ )?$", before) and " " not in chair.name:
        return True
    if text.startswith((" of which", " of whom"), chair.end):
        return True
    officer = _AS_CHAIR.search(before)
    if officer and chair.start - len(before) + officer.start() in ends:
        return True
    fronted = _FRONTED.search(before) and _THEN_OFFICER.match(text, chair.end)
    behind = fronted or (_HAS_AS.search(before) and _ARTICLE.match(text, chair.end))
    behind = behind or _IS_OFFICER.match(text, chair.end)
    return bool(behind and behind.end() in starts)


def heads_column(passage: Passage) -> bool:
    """Return whether `passage` is the head row of a table of committees with a column for their chairs."""
    return _COLUMN.match(passage.text) is not None


def _marked(doc: Doc, text: str, bodies: list[Mention], persons: Persons) -> Iterator[Mention]:
    for m in _IN_LIST.finditer(text):
        word = 2 if m.group(2) else 3
        body = _before(text, bodies, m.start())
        near = body and passage_at(doc, m.start()).number - passage_at(doc, body.start).number <= _FAR
        if body and near and _named(m["name"], persons):
            yield _chair(m.group(word), m["name"], body, m.start(word), m.end(word))


def _of_it(doc: Doc, text: str, bodies: list[Mention]) -> Iterator[Mention]:
    for m in _ITS.finditer(text):
        body = _before(text, bodies, m.start())
        if body and passage_at(doc, body.start) == passage_at(doc, m.start()) and m.start() - body.end < 300:
            yield _chair(m.group(1).capitalize(), m["name"], body, m.start(1), m.end(1))


def _unnamed(doc: Doc, text: str, bodies: list[Mention]) -> Iterator[Mention]:
    for m in _UNNAMED.finditer(text):
        start, _ = sentence_at(doc, m.start())
        named = [b for b in bodies if start <= b.start < m.start() and b.subkind in _SEATED]
        if not named and (before := _before(text, bodies, m.start())):
            named = [before] if passage_at(doc, before.start) == passage_at(doc, m.start()) else []
        body = next((b for b in (*named[:1], *named[-1:]) if b.subkind in _COMMITTEES), None)
        if body:
            yield _chair(m.group(1), None, body, m.start(1), m.end(1))


def _by_name(doc: Doc, text: str, bodies: list[Mention], persons: Persons) -> Iterator[Mention]:
    for m in _BY.finditer(text):
        labelled = m["colon"] is not None  # "Chairperson: Jane Doe", blocks below the committee's name
        body = _before(text, bodies, m.start())
        if body is None or not _named(m[m.lastgroup or 0], persons):
            continue
        blocks = passage_at(doc, m.start()).number - passage_at(doc, body.start).number
        if labelled and blocks <= _FAR:
            yield _chair(m["word"], m["colon"], body, m.start("word"), m.end("word"))
        elif not labelled and blocks <= 1 and m.start() - body.end < _SHORT:
            group = m.lastgroup or 0
            yield _chair("Chair", m[group], body, m.start(group), m.end(group))


def _who_chairs(text: str, bodies: list[Mention], persons: Persons) -> Iterator[Mention]:
    starts = {b.start: b for b in bodies if b.subkind in _COMMITTEES}
    for m in _CHAIRS.finditer(text):
        body = starts.get(m.end())
        who = body and _WHO_CHAIRS.search(text, max(0, m.start() - _NAMES), m.start())
        if not (body and who and _named(who["name"], persons)):
            continue
        if who["who"] or _OPENS.search(text[max(0, who.start() - 2) : who.start()]):
            yield _chair("Chair", who["name"], body, m.start(), m.start() + len("chairs"))


def _in_column(doc: Doc, text: str, bodies: list[Mention], persons: Persons) -> Iterator[Mention]:
    everything = passages(doc)
    for i, head in enumerate(everything):
        column = _COLUMN.match(head.text)
        if column is None or any(head.start <= b.start < head.end and b.subkind in _COMMITTEES for b in bodies):
            continue
        for row in everything[i + 1 : i + 1 + _ROWS]:
            if (found := _row(text, row, bodies, persons)) is None:
                break
            body, m = found
            yield _chair(column["chair"], m["name"], body, m.start("name"), m.end("name"))


def _row(text: str, row: Passage, bodies: list[Mention], persons: Persons) -> tuple[Mention, re.Match[str]] | None:
    """Return the committee that begins the row and the match of the person behind it."""
    body = next((b for b in bodies if row.start <= b.start < row.start + 60 and b.subkind in _COMMITTEES), None)
    if body is None or len(text[row.start : body.start].split()) > 2:
        return None
    m = _ROW.match(text, body.end, row.end)
    return (body, m) if m and _named(m["name"], persons) else None


def _before(text: str, bodies: list[Mention], at: int) -> Mention | None:
    """Return the nearest body that may have a chair before `at`; of "the X Committee of the Board" the committee."""
    seated = (b for b in reversed(bodies) if b.start < at and b.subkind in _SEATED)
    nearest, previous = next(seated, None), next(seated, None)
    if nearest and previous and _OWNED.fullmatch(text, previous.end, nearest.start):
        return previous
    return nearest


def _named(name: str, persons: Persons) -> bool:
    return bool(re.match(rf"{_POLITE}|{_INITIALS}{_WORD}$", name)) or persons.is_person(name)


def _chair(word: str, holder: str | None, body: Mention, start: int, end: int) -> Mention:
    name = f"{word} of the {body.name}"
    return Mention(
        kind="posts",
        name=name,
        key=chair_key(normalise(name)),
        start=start,
        end=end,
        subkind="",
        confidence=0.85,
        holder=holder and re.sub(rf"^{_POLITE}", "", holder),
        aliases=(word,),
    )
