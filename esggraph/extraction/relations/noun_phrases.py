"""Noun phrases of a sentence in signs: what stands around names is dropped, coordinations become one group.

What a phrase itself says of its parts is kept: "the A Team of the B Department" and "the Board's C Committee" give
pairs of part and whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from esggraph.extraction.mentions import Mention
from esggraph.extraction.signs import (
    NO_SIGN,
    POST_SIGN,
    SIGN,
    Group,
    alternatives,
    is_sign,
    number,
    same_kind,
    sign,
    words,
)

Pair = tuple[Mention, Mention]  # part and whole

_NAME = r"[A-Z][\w&.-]*"
_WHOLE = r"\s*,?\s*(?:of|under|within|inside)\s+"
_OWNER = r"[’']s?\s+"
_NOT_UNDER = rf"(?!(?<=under ){POST_SIGN})"  # "① under the CFO" is no noun phrase but a place
_ITEM = re.compile(rf"{SIGN}(?:(?:{_WHOLE}|{_OWNER}){_NOT_UNDER}{SIGN})*")
_STEP = re.compile(rf"({_WHOLE}|{_OWNER}){_NOT_UNDER}({SIGN})")
_AND = r"(?:\band/or|\band|\bor|&|\bbut also|\bas well as|\balong with|\btogether with)"
_CONJUNCTION = (
    rf"\s*(?:[,;/、]?\s*{_AND}|[,;/、])\s+(?:(?:also|by|to|of|from|the|its|our|(?!namely)[a-z]+ly)\s+){{0,3}}"
    r"|\s*[/&、]\s*|\s*[;,]?\s*[>•●▪■]\s*"
)
_RUN = re.compile(rf"{_ITEM.pattern}(?:(?:{_CONJUNCTION}){_ITEM.pattern})*")
_SHORT_FORM = re.compile(rf"({SIGN})\s*\([^(){NO_SIGN}]{{0,30}}({SIGN})[^(){NO_SIGN}]{{0,30}}\)")
_UNITS_OF = re.compile(r"\b(?:committees|teams|units|departments|groups|divisions|offices) of $", re.IGNORECASE)
_HEADED = re.compile(r"\b(?:chair\w*|head|leader|secretary) of $", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"\b(?:members|majority|all|each|both|most|half|directors) (?:of|on) $", re.IGNORECASE)
_SUBORDINATE = re.compile(r"(?:^|[.;] )(?:before|after|when|once|if|although|while|whenever)\b[^,;.]*$", re.IGNORECASE)
_TO_WHICH = re.compile(r"\b(?:which|whom|where) $")
_BY = re.compile(r"\bby (?:the |an? |our )?$", re.IGNORECASE)
_AS = re.compile(r"\bas (?:the |its )?$", re.IGNORECASE)
_AS_TOO = re.compile(r" as (?:the|its|an?|vice|deputy|secretary|members?)\b", re.IGNORECASE)
_INSERTION_OPENS = re.compile(r", (?:which|who|whose|[\w-]+(?:ed|ing|led|un)\b|with|under|made up)[^,;.:]*$")
_CLAUSE_OPENS = re.compile(r"(?:^|[,;:•–]|\b(?:while|and|that|where|when|whereas|both))\s*$")


# "has 3 ①, 1 other ② and 5 ③", but not "Level 3 ①"
_COUNT = re.compile(
    r"(?:(?<=has )|(?<=have )|(?<=, )|(?<=: )|(?<= and )|(?<= of )|(?<= with )|(?<=omprises )|(?<=omprising )"
    rf"|(?<=ncludes )|(?<=ncluding ))\d\d?(?: \(\d+%\))? (?=(?:other )?{SIGN})"
)


@cache
def _tidying() -> tuple[re.Pattern[str], ...]:
    phrase = words()["noun_phrase"]
    before = alternatives((*phrase["determiners"], *phrase["modifiers"], *phrase["numbers"]))
    articles = alternatives(phrase["articles"])
    # what stands between an article and a name and describes the name is no noun or verb of its own
    noun = alternatives((*words()["nouns"]["in_chair"], *phrase["no_modifiers"], *phrase["determiners"]))
    plain = rf"(?!{noun}\b)[a-z][a-z-]+(?<!ly)(?<!s)"
    owner = alternatives(phrase["owners"])
    others = alternatives(phrase["others"])
    telling = "|".join(phrase["telling_parentheses"])
    return (
        # "[GRI 2-9] ①"
        re.compile(rf"^\s*(?:[\[(](?=[^\[\]()]*\d)[A-Z][^\[\](){NO_SIGN}]{{1,60}}[\])]\s*)+"),
        re.compile(r"[“”\"«»*_]"),
        _COUNT,
        # "not only ①, but also ②"
        re.compile(r"\bnot only (?=[^.;]*\bbut also\b)", re.IGNORECASE),
        # "the Company's", "Example Holdings'"
        re.compile(rf"(?:\b(?i:the) )?\b(?:{owner}|{_NAME}(?: {_NAME}){{0,3}})[’']s?\s+(?={SIGN})"),
        # "to the Example ①", but not "The Legal ①" that begins a sentence
        re.compile(rf"(?<= )(?:the|our) {_NAME}(?: {_NAME}){{0,2}} (?={SIGN})"),
        # "(1) ①, (2) ②"
        re.compile(rf"\(?\b(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\)\s*(?={SIGN})|(?<=[,:;] )\(?\d\)?\.?\s+(?={SIGN})"),
        # "a managerial ①", "its inter-company, voluntary ①"
        re.compile(rf"\b(?i:{articles})\s+(?:{plain},?\s+){{0,2}}{plain}\s+(?={SIGN})"),
        re.compile(rf"(?:\b(?i:{before})\s+)+(?={SIGN})"),
        # "① (“short form”)", but not "① (Chairman)"
        re.compile(rf"(?<={SIGN})\s*[(\[](?!(?i:(?:the )?(?:{telling})))[^()\[\]{NO_SIGN}]{{0,160}}[)\]]"),
        # "… of the Company", "… of Example Holdings"
        re.compile(
            rf"(?<={SIGN}) of (?:(?i:the )?{owner}|(?:the )?{_NAME}(?: (?:{_NAME}|of)){{0,3}})\b(?:\.(?=,? [a-z]))?"
        ),
        re.compile(rf",\s+(?:{'|'.join(words()['clause']['asides'])}),", re.IGNORECASE),
        # "① and other departments"
        re.compile(
            rf"(?<={SIGN}),? (?:and|or|as well as) (?:any |all |its )?(?:other|relevant|related) (?:[\w-]+ )?{others}\b"
        ),
    )


def tidy(text: str, mentions: list[Mention]) -> str:
    """Return `text` without what stands around its signs and tells nothing: articles, owners, short forms.

    The signs of `text` are the numbers of `mentions`.
    """
    for pattern in _tidying():
        text = pattern.sub("", text)

    def same(match: re.Match[str]) -> str:
        outer, inner = (mentions[number(s)] for s in match.groups())
        return match.group(1) if outer.key == inner.key else match.group()

    return _SHORT_FORM.sub(same, text)


def coordinate(text: str, mentions: list[Mention]) -> tuple[str, list[Group], list[Pair]]:
    """Return `text` with each coordination as one sign, the groups by their signs' numbers, and the part-whole pairs.

    The signs of `text` are the numbers of `mentions`.
    """
    groups: list[Group] = []
    pairs: list[Pair] = []

    def merge(match: re.Match[str]) -> str:
        out = []
        for stretch in _stretches(text, match):
            if is_sign(stretch[0]):
                group, inside = _coordination(stretch, mentions)
                pairs.extend(inside)
                out.append(sign(group, len(groups)))
                groups.append(group)
            else:
                out.append(stretch)
        return "".join(out)

    return _RUN.sub(merge, text), groups, pairs


def starts_clause(after: str) -> bool:
    """Return whether `after`, the text behind a sign, shows that the sign is the subject of a new clause."""
    return bool(_new_clause().match(after))


@cache
def _new_clause() -> re.Pattern[str]:
    leads = alternatives(words()["nouns"]["leading"])
    return re.compile(
        rf",?\s+(?:(?:{alternatives(words()['clause']['finite_verbs'])}|\w+ly)\b"
        rf"|{leads} (?:the |its |our )?(?:{SIGN}|it\b|each\b|both\b|them\b|meetings\b))"
    )


@cache
def _fronted() -> re.Pattern[str]:
    phrases = alternatives(words()["clause"]["fronted"])
    return re.compile(rf"(?:^|[;:•]\s*|,\s+|\b(?:and|while)\s+)(?i:{phrases}|\w+ed(?: \w+)? by)\b[^,;{NO_SIGN}]*$")


def _stretches(text: str, run: re.Match[str]) -> list[str]:
    """Return the run of items, cut where an item is no coordination with the next.

    Groups and what stands between them alternate in the result.
    """
    items = list(_ITEM.finditer(run.group()))
    last = 1 if len(items) > 1 and _cut(text, run, items) else _new_subject(text, run, items)
    if not last:
        return [run.group()]
    first, second = items[last - 1].end(), items[last].start()
    return [run.group()[:first], run.group()[first:second], run.group()[second:]]


def _new_subject(text: str, run: re.Match[str], items: list[re.Match[str]]) -> int:
    """Return which of `items` begins a clause of its own: "its head is ①; ② and ③ are members"; 0 where none does."""
    if not text[: run.start()].strip() or not starts_clause(text[run.end() : run.end() + 60]):
        return 0
    gaps = [run.group()[a.end() : b.start()].strip() for a, b in pairwise(items)]
    breaks = [i for i, gap in enumerate(gaps, 1) if gap.startswith(";")]
    if not breaks and gaps[-1:] == ["and"] and ", and" in gaps[:-1]:  # after its last comma a list goes no further
        breaks = [len(gaps) - 1 - gaps[-2::-1].index(", and")]
    return breaks[-1] if breaks else 0


def _cut(text: str, run: re.Match[str], items: list[re.Match[str]]) -> bool:
    before = text[max(0, run.start() - 90) : run.start()]
    gap = run.group()[items[0].end() : items[1].start()].strip()
    if gap == "," and _UNITS_OF.search(before):
        return True  # "both teams of ①, ② and ③, …"
    if (
        gap == ","
        and not _TO_WHICH.search(before)
        and (_fronted().search(before) or _SUBORDINATE.search(before))
        and text[run.end() :].strip(" .")
    ):
        return True  # "Under ①, ② and ③ …", "Led by ①, ② …"
    if gap.endswith((" with", ",with")) and not same_kind(items[0].group()[0], items[1].group()[0]):
        return True  # "… sits on ① together with ②"
    if _BY.search(before) and text.startswith(" by ", run.end()):
        return True  # "chaired by ①, ② by the CFO"
    if _AS.search(before) and _AS_TOO.match(text, run.end()):
        return True  # "… acts as ①, and ② as its deputy"
    if _HEADED.search(before) and not same_kind(items[0].group()[0], items[1].group()[0]):
        return True  # "chairperson of ①, and ②"
    if text.startswith(",", run.end()) and _INSERTION_OPENS.search(before):
        return False  # "…, chaired by ① and ②, approves …"
    # "… reports to ①, and ② is …"
    clause_follows = len(items) == 2 and "and" in gap and starts_clause(text[run.end() : run.end() + 60])
    return clause_follows and bool(before.strip()) and not (_CLAUSE_OPENS.search(before) or _MEMBERS_OF.search(before))


def _coordination(run: str, mentions: list[Mention]) -> tuple[Group, list[Pair]]:
    """Return the heads of the items of `run`, and the pairs between the signs of the items."""
    heads: list[Mention] = []
    wholes: list[Mention | None] = []
    pairs: list[Pair] = []
    for item in _ITEM.finditer(run):
        head = below = mentions[number(item.group()[0])]
        whole: Mention | None = None
        for step in _STEP.finditer(item.group(), 1):
            other = mentions[number(step.group(2))]
            if re.fullmatch(_OWNER, step.group(1)):  # "the Board's Audit Committee": the head comes last
                pairs.append((other, head))
                whole, head = head, other
            else:
                pairs.append((below, other))
                whole = whole or other
            below = other
        heads.append(head)
        wholes.append(whole)
    pairs.extend(_shared_whole(heads, wholes))
    return tuple(heads), pairs


def _shared_whole(heads: list[Mention], wholes: list[Mention | None]) -> Iterator[Pair]:
    """Yield the pairs of items before the last with its whole: "the A Team and the B Team of the C Office".

    Only neighbours with the same head noun share it: "the Finance Department and the B Team of the C Office" does not
    put the department into the office.
    """
    last, whole = heads[-1], wholes[-1]
    if whole is None or any(wholes[:-1]) or _noun(whole) == _noun(last):
        return
    for head in reversed(heads[:-1]):
        if _noun(head) != _noun(last):
            return
        yield head, whole


def _noun(mention: Mention) -> str:
    name = re.sub(r"\s+\(.*", "", mention.name).lower()
    return name.split(" of ")[0].split()[-1].rstrip("s")
