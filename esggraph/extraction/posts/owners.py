"""Whose post a title names: the company's, a subsidiary's, or another organisation's; and acronyms that name no post.

`company` is always the company's names. Offsets are characters of the text given, 0-based.
"""

from __future__ import annotations

import re
from dataclasses import replace

from esggraph.extraction.posts.holders import Persons
from esggraph.extraction.posts.names import PostName, find_posts

_OWN = re.compile(r"(?:Company|Group|Board|BoD|BOD|Corporation|Bank|Supervisory|Management|Directors)\b")
_OTHER_PLACE = re.compile(r",? (?:of|at|for) (?:the )?([A-Z][\w&.-]*(?: (?:and |of |for |& )?[A-Z][\w&.-]*)*)")
_OTHER_OWNER = re.compile(r"([A-Z][\w&.-]*)[’']s? (?:then |former |current |new )?$")
_OTHER_BEHIND = re.compile(r"^, ([A-Z][\w&.-]*(?: (?:[A-Z(][\w&.()-]*|of|&|de|plc))+)(?=[.”\"]|$)")
_MONTH = r"(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*"
_BIOGRAPHY = re.compile(
    rf"(?:(?<![a-z\d] )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=[Uu]ntil ))(?:{_MONTH},? )?(?:19|20)\d\d ?[:–-] ?[^.]{{0,60}}$"
)
_CV_LINE = re.compile(
    rf"(?:{_MONTH}\.? )?(?:19|20)\d\d(?: ?[–-] ?(?:{_MONTH}\.? )?(?:19|20)\d\d)? ?:|(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d "
)
_CAREER = re.compile(
    r"\b(?:(?:[Pp]reviously|[Ff]ormerly) (?:served|worked|held|was|been|employed)|[Pp]rior to (?:joining|that|this)"
    r"|[Bb]efore (?:joining|that)|(?:began|started) (?:his|her) career|[Ff]rom (?:19|20)\d\d (?:to|until) (?:19|20)\d\d"
    r"|[Bb]etween (?:19|20)\d\d and (?:19|20)\d\d)\b[^.;]{0,120}$"
)
_HONOUR = re.compile(r"\b(?:honou?r\w*|award\w*|prizes?|conferred|named one)\b[^.;]{0,70}$", re.I)
# a field that is the name of an organisation which no company is
_OUTSIDE = re.compile(
    r" (?:of|at) (?:the )?((?:[A-Z][\w-]+ )*"
    r"(?:Institute|University|Ministry|Federation|Association|Hospital|Museum|Academy|Embassy))\b"
    r"(?! (?:Relations|Affairs|Partnerships|Cooperation))"
)
_OF_OTHERS = re.compile(
    r" (?:of|from|at) (?:[\w’'-]+ ){0,3}(?:leading|other|major|largest|top|European|international|world[’']s|listed) "
    r"(?:[\w-]+ ){0,4}(?:companies|banks|firms|corporations|businesses|enterprises|organi[sz]ations|insurers|peers)\b"
)
# what follows a company's name in its own name, and so makes no other company of it
_LEGAL = re.compile(
    r"(?:Group|Holdings?|Company|Co|Corporation|Corp|Inc|Ltd|Limited|plc|PLC|S\.?A|SE|AG|S\.?p\.?A|N\.?V|ASA|AB|Oyj|KGaA"
    r"|Berhad|Bhd|Tbk|K\.?K|LLC|L\.?P|Board|Foundation|Award|Management|[a-z].*)\b"
)
_SUBSIDIARY_OWNER = re.compile(r"(?<![\w’'-])((?:[A-Z][\w&.-]* ){1,4}[A-Z][\w&.-]*)[’']s? $")
_CODE = re.compile(r"[A-Z]{2,5}")
_ACRONYM = re.compile(r"(?<![\w-])(C[A-Z]{1,3}O|CAE|DPO)s?(?![\w-])")  # of offices, and of other things
_SPELT = 80  # characters in which an acronym's words stand
_OF_COMPANIES = ("chief", "office", "officer", "rank")  # kinds of post that each company of a group has
_OFFICE = re.compile(r"chief|officer|executive|president|counsel", re.I)


def of_subsidiary(text: str, post: PostName, company: tuple[str, ...]) -> PostName:
    """Return `post`, where it is a subsidiary's chief as its own post: "CEO of Example Austria", "Example UK’s CEO"."""
    if post.kind not in _OF_COMPANIES:
        return post
    if (m := _OTHER_PLACE.match(text, post.end)) and _subsidiary(m.group(1), company):
        whole = text[post.start : m.end()]
        return replace(post, name=whole, core=whole, end=m.end())
    if (m := _SUBSIDIARY_OWNER.search(text, max(0, post.start - 60), post.start)) and _subsidiary(m.group(1), company):
        whole = f"{m.group(1)}’s {post.name}"
        return replace(post, name=whole, core=whole, start=m.start(1))
    return post


def _subsidiary(name: str, company: tuple[str, ...]) -> bool:
    """Return whether `name` is that of a company of the group: its name, and more that is no legal form."""
    lower = name.lower()
    if any(full.lower().startswith(lower) for full in company):
        return False
    longest = max((own for own in company if lower.startswith(f"{own.lower()} ")), key=len, default="")
    return bool(longest) and not _LEGAL.match(name[len(longest) + 1 :])


def other_meanings(text: str) -> set[str]:
    """Return the acronyms that `text` defines as something else than an office: "(research organisations, CROs)"."""
    found: set[str] = set()
    for m in _ACRONYM.finditer(text):
        meaning = _meaning(text, m)
        initials = "".join(word[0] for word in meaning.split() if word[0].isalpha()).upper()
        if initials.endswith(m.group(1)) and not _OFFICE.search(" ".join(meaning.split()[-len(m.group(1)) :])):
            found |= {m.group(1), f"{m.group(1)}s"}
    return found


def _meaning(text: str, acronym: re.Match[str]) -> str:
    """Return the words that brackets beside `acronym` put to it, "" where none do."""
    start, end = acronym.span()
    if text.startswith(" (", end) and (close := text.find(")", end, end + _SPELT)) > 0:
        return text[end + 2 : close]
    if not text.startswith(")", end):
        return ""
    before = text[max(0, start - _SPELT) : start]
    if before.endswith("("):
        return before[:-1].rpartition("\n")[2]
    return before[:-2].rpartition("(")[2] if before.endswith(", ") and "(" in before else ""


def _among_codes(text: str, post: PostName) -> bool:
    """Return whether an acronym stands in a row of codes of countries or units: "HUN SVK CRO BIH"."""
    if _CODE.fullmatch(post.name) is None:
        return False
    before, behind = text[max(0, post.start - 15) : post.start].split(), text[post.end : post.end + 15].split()
    beside = [*before[-2:], *behind[:2]]
    others = [word for word in beside if _CODE.fullmatch(word) and not re.fullmatch(r"C[A-Z]{1,3}O|DPO|GC|GM|MD", word)]
    return len(others) > 2


def elsewhere(text: str, post: PostName, company: tuple[str, ...], persons: Persons) -> bool:
    """Return whether the words beside a title give it to another organisation."""
    after = text[post.end : post.end + 70].split("\n")[0]
    if post.kind == "chair" and after.startswith((" of the highest", " of highest")):
        return True  # a reporting standard's words
    if post.kind == "chief" and _HONOUR.search(text, max(0, post.start - 100), post.start):
        return True
    line = text.rfind("\n", 0, post.start) + 1
    if _BIOGRAPHY.search(text[max(line, post.start - 80) : post.start]):
        return True
    if (_CV_LINE.match(text, line) and "present" not in after) or _CAREER.search(
        text, max(line, post.start - 160), post.start
    ):
        return True
    if (m := _OUTSIDE.search(post.name)) and not _own(m.group(1), company):
        return True
    if _OF_OTHERS.match(text, post.end) or _among_codes(text, post):
        return True
    if m := _OTHER_PLACE.match(after):
        return not _own(m.group(1), company)
    if m := _OTHER_OWNER.search(text, max(0, post.start - 40), post.start):
        return not _own(m.group(1), company)
    if post.kind != "chair" and (m := _OTHER_BEHIND.match(after)) and not persons.is_person(m.group(1)):
        return not _own(m.group(1), company) and next(find_posts(m.group(1)), None) is None
    return False


def _own(name: str, company: tuple[str, ...]) -> bool:
    lower = name.lower()
    return _OWN.match(name) is not None or any(
        lower.startswith(n.lower()) or n.lower().startswith(lower) for n in company
    )
