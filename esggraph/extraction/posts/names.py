"""The grammar of the titles of governance posts: where a title begins and ends, and which titles are one post.

The titles are data (`data/post_names.toml`). Whether a post takes part in governance is not decided here. Offsets are
characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.cues import load, with_any_apostrophe, with_words
from esggraph.extraction.posts.fields import plain_fields, plain_words
from esggraph.extraction.posts.people import description
from esggraph.extraction.spans import Spans
from esggraph.extraction.title_runs import TOKEN, title_run

_WINDOW = 120  # characters before or behind the telling part of a title at most
_FIELD_LINK = re.compile(r"(?: of (?:the |our )?| for (?:the )?|, | – | — | - |(?<=VP) )(?=[A-Z])")
_ESG = re.compile(r"Environmental, Social,?(?: and| &)? Governance")  # one field, however its commas stand
_SITES = re.compile(r" (?:branch|plant|office|factory|site|store|mine|refinery)\b")
_OF_NEXT_TITLE = re.compile(r" (?:Executive|Head|CEO|CFO|COO|Chief|General|Director|Manager|Vice)\b")
_NEXT_TITLE = re.compile(r",? (?:and|&) (?:(?:the|our|its) |(?:C[A-Z]{1,3}O|DPO|GC)\b)")
# in one hand with a rank: "SVP, Legal and General Counsel"
_SECOND_OFFICE = re.compile(
    r",? (?:and|&) (?:General Counsel|(?:Company|Corporate|General) Secretary|Treasurer|Controller)\b"
)
_NUMBER = re.compile(r" \d{1,2}\b(?! ?[%.,]\d)")  # "EVP, Region 12"
_PLURAL = re.compile(
    r"(?P<head>(?:[\w-]+ )*?(?:[Hh]ead|[Dd]irector|[Mm]anager|[Vv]ice[- ][Pp]resident|VP|SVP|EVP|Chief|[Ll]ead))s "
    r"(?P<link>of|for) (?:the )?"
)
_CHARGES = re.compile(
    r"(?P<who>(?:[\w-]+ )*?(?:[Pp]erson|[Oo]fficer|[Dd]irector|[Ee]xecutive|[Mm]anager))s "
    r"(?P<link>in charge of|responsible for) "
)
_UNIT = re.compile(
    r"the (?P<name>(?:[A-Z][\w&-]*,? |and |& ){0,6}"
    r"(?:Department|Division|Centre|Center|Office|Headquarters|Group|Team|Unit|Function)s?)\b"
)
_LIST_LINK = re.compile(r"(?:,? (?:and|as well as)|,) (?:the |of )?")
_DIVISIONS = re.compile(
    r" of (?:the )?"
    r"(?:(?:all|each|major|main|key|individual|relevant|various|business|functional|operating|production) )*"
    r"(?:divisions?|departments?|units|functions|(?<= of )function|areas"
    r"|lines|clusters|groups|segments|companies|subsidiaries|businesses"
    r"|regions|countries|sites|plants|bases|(?<=the )(?:base|plant|site|factory|mine|mill|hotel)"
    r"|(?<=each )(?:base|plant|site|factory))\b"
)
_OF_ANOTHER = re.compile(r" [Pp]rogram(?:me)?s?\b")  # "Ambassador program": a name that only contains a title
_NO_FIELD = (
    "at|in|on|for|to|by|is|are|of|who|with|as|from|within|each|it|its|the|also|has|have|will|shall|must|can|was|were|be"
    "|reports?|brings?|presides?|attends?|takes?|regularly|chairs?|leads?|heads?|oversees?|serves?|acts?|approves?"
    "|reviews?|supervises?|manages?|monitors?|ensures?|decides?|participates?|submits?"
)
_PLAIN_FIELD = re.compile(
    rf"(?:[a-z]+ing (?:the )?(?:(?:company|group)[’']s )?)?(?:(?!(?:{_NO_FIELD})\b)[a-z][a-z-]+ ?){{1,5}}"
)
_RANKED = re.compile(
    r"(?i:(?:\w+ )*?(?:vice[- ]president|executive officer|executive|director|commissioner|member of .*board))s?\b"
)
_ORGAN = re.compile(r"(?:Committee|Board|Council)$")  # behind a comma another seat, no field
_PLAIN_UNIT = re.compile(r" (?:division|department|directorate|function|unit|section)s?\b")
_OF_OWNER = re.compile(r" of (?:the )?(?:Company|Group|Corporation)(?:[’']s)?$")
_INITIAL = re.compile(r"[A-Z]\.")
_ADVERB = re.compile(r" (?:respectively|also|and)?(?: [a-z]+ing)?$")
_NOT_THE_FIRST = "(?:Deputy|Assistant|Associate|Vice|Divisional|Regional|[Ll]ocal(?: [Mm]arket)?|Country|Sector|Field)"
_TITLE_END = re.compile(r"(?:Officer|Manager|Director|Head|Executive)s?$")


@dataclass(frozen=True, slots=True)
class PostName:
    """One place where a post's title stands."""

    name: str  # as printed
    start: int
    end: int
    core: str  # the part that tells the post: "Chief Risk Officer" of "Senior Vice President and Chief Risk Officer"
    kind: str  # chief, chair, rank, director, head, charge, officer or representative

    @staticmethod
    def at(text: str, start: int, end: int, kind: str) -> PostName:
        """Return the title that `text[start:end]` is."""
        name = " ".join(text[start:end].split())
        return PostName(name, start, end, name if kind == "charge" else _core(name), kind)


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the lists of words of `data/post_names.toml`."""
    return frozenset(load("post_names.toml")["lists"][name])


@cache
def acronyms() -> dict[str, str]:
    """Return the acronyms that mean the same post everywhere."""
    return dict(load("post_names.toml")["acronyms"])


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations of ranks and what they stand for."""
    return dict(load("post_names.toml")["abbreviations"])


@cache
def governance_field() -> re.Pattern[str]:
    """Return the pattern of the fields of governance in a title."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words('fields'))))})", re.I)


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return kind, way to grow and pattern of each title, in the order in which they take text."""
    data = load("post_names.toml")
    lists = {**data["words"], "acronyms": list(data["acronyms"]), "nouns": load("post_people.toml")["nouns"]}

    def filled(pattern: str) -> str:
        return with_any_apostrophe(with_words(pattern, lists))

    return tuple(
        (title["kind"], title.get("grow", ""), re.compile(filled(pattern)))
        for title in data["title"]
        for pattern in title["patterns"]
    )


def find_posts(text: str) -> Iterator[PostName]:
    """Yield the titles of posts in `text`; a title inside another is not yielded."""
    taken = Spans()
    for kind, grow, pattern in _patterns():
        for m in pattern.finditer(text):
            if taken.touches(m.start(), m.end()):
                continue
            span = _span(text, m, grow)
            if span is not None and not taken.touches(*span):
                taken.add(*span)
                yield from _each(text, PostName.at(text, *span, kind))


def _each(text: str, post: PostName) -> Iterator[PostName]:
    """Yield the posts that a title in the plural names: "heads of Finance, Legal and IT" are three."""
    if post.kind == "director" and post.name.endswith("s") and re.search(r",| and | or ", post.name):
        kinds = list(_kinds_of_director().finditer(text, post.start, post.end))
        for i, kind in enumerate(kinds):
            end = post.end if kind is kinds[-1] else kind.end()
            name = f"{' '.join(kind.group().split())} directors"
            yield PostName(name, kind.start() if i else post.start, end, name, post.kind)
        return
    if post.kind == "charge" and (charge := _CHARGES.match(text, post.start, post.end)):
        yield from _charges(text, post, charge)
        return
    plural = _PLURAL.match(text, post.start, post.end)
    if plural is None or post.kind not in ("head", "rank"):
        yield post
        return
    plain = plain_fields(text, post.start + len(plural["head"]) + 1, several=True)
    if len(plain) > 1 and plain[-1][1] >= post.end:
        for i, (start, end) in enumerate(plain):
            name = " ".join(f"{plural['head']} {plural['link']} {text[start:end]}".split())
            yield PostName(name, start if i else post.start, end, _core(name), post.kind)
        return
    at, fields = plural.end(), []
    for link in (*_LIST_LINK.finditer(text, plural.end(), post.end), None):
        fields.append((at, link.start() if link else post.end))
        at = link.end() if link else at
    if len(fields) < 2 or not all(text[start].isupper() for start, _ in fields):
        yield post
        return
    for i, (start, end) in enumerate(fields):
        name = " ".join(f"{plural['head']} {plural['link']} {text[start:end]}".split())
        if text[start:end] not in acronyms():
            yield PostName(name, start if i else post.start, end, _core(name), post.kind)


def _charges(text: str, post: PostName, head: re.Match[str]) -> Iterator[PostName]:
    """Yield "person in charge of" each of the units listed behind `head`, or `post` where one or none is."""
    units = list(_UNIT.finditer(text, head.end(), head.end() + 2 * _WINDOW))
    if len(units) < 2 or units[0].start() != head.end():
        yield post
        return
    at = units[0].start()
    for i, unit in enumerate(units):
        if i and not _LIST_LINK.fullmatch(text, at, unit.start()):
            break
        at = unit.end()
        name = f"{head['who']} {head['link']} the {' '.join(unit['name'].split())}"
        yield PostName(name, unit.start() if i else post.start, unit.end(), name, post.kind)


def _span(text: str, m: re.Match[str], grow: str) -> tuple[int, int] | None:
    """Return the span of the whole title of which `m` is the telling part, or None if there is none."""
    start, end = m.span()
    match grow:
        case "field":
            titled = _field_end(text, end)
            plain = plain_fields(text, end, several=text[end - 1] == "s", behind=titled)
            found = plain[-1][1] if plain else titled
            if found is None and not m.group().startswith("manager"):  # which has its field before it
                found = _divisions_end(text, end)
            return (start, found) if found else None
        case "charge":
            found = _charge_end(text, end, any_field=_RANKED.match(m.group()) is not None)
            return (start, found) if found else None
        case "people":
            return description(text, start, end)
        case "left":
            found = _left_end(text, m)
            return None if found is None else (found, end)
    return start, end


def _field_end(text: str, at: int) -> int | None:
    """Return where the field behind a rank that ends at `at` ends ("Senior Vice President – Fleet"), or None."""
    link = _FIELD_LINK.match(text, at) or _functions().match(text, at)
    if link is None:
        return None
    if esg := _ESG.match(text, link.end()):
        return esg.end()
    line_end = text.find("\n", at, at + _WINDOW)
    tokens = list(TOKEN.finditer(text, link.end(), at + _WINDOW if line_end < 0 else line_end))
    if not tokens or tokens[0].group().lower() in words("ends"):
        return None
    end = title_run(tokens, words("ends"))
    if _SITES.match(text, end):
        return None
    if text.endswith(" Group", 0, end) and _OF_NEXT_TITLE.match(text, end):
        end -= len(" Group")
    if (other := _NEXT_TITLE.search(text, link.end(), end)) and not text.startswith("s", at - 1):
        end = other.start()
    second = _SECOND_OFFICE.search(text, link.end(), end + _WINDOW)
    if second is None or not second.start() <= end <= second.end():
        second = _NUMBER.match(text, end)
    if second and not text.startswith("s", at - 1):
        return second.end()
    field = text[link.end() : end]
    if field in ("Company", "Group", "Corporation", "Bank") or (link.group() == ", " and field == "Department"):
        return None
    if owned := _OF_OWNER.search(field):
        return link.end() + owned.start()
    if _ORGAN.search(field) and link.group() == ", ":
        return None
    if (unit := _PLAIN_UNIT.match(text, end)) and " of " in link.group():
        return unit.end()
    if "," in field and _TITLE_END.search(field):
        return link.end() + field.index(",")  # "Head of Germany, Group Risk Officer": the comma parts titles
    return end


@cache
def _kinds_of_director() -> re.Pattern[str]:
    """Kinds of director; "independent non-executive" is one."""
    kind = load("post_names.toml")["words"]["directors"][0]
    return re.compile(rf"{kind}(?: {kind})*")


def names_function(field: str) -> bool:
    """Return whether `field` begins with a function that companies have: "Network Technologies", "Human Resources"."""
    return _functions().match(f" {field}") is not None


@cache
def _functions() -> re.Pattern[str]:
    lists = load("post_names.toml")["words"]
    return re.compile(rf"(?::? | ?[–-] ?)(?={with_words(lists['functions'][0], lists)}\b)")


def _divisions_end(text: str, at: int) -> int | None:
    m = _DIVISIONS.match(text, at)
    return m.end() if m else None


def _charge_end(text: str, at: int, *, any_field: bool) -> int | None:
    """Return where the thing that somebody is in charge of ends, or None if it is no subject of governance.

    `any_field`: somebody of such a rank that every charge is one.
    """
    at += 4 if text.startswith("the ", at) else 0
    tokens = list(TOKEN.finditer(text, at, at + _WINDOW))
    if tokens and tokens[0].group()[0].isupper():
        end = title_run(tokens, words("ends"))
        return plain_words(text, end) if end == tokens[0].end() else end
    plain = _PLAIN_FIELD.match(text, at)
    if plain is None or not (any_field or governance_field().search(plain.group())):
        return None
    return plain.start() + len(_ADVERB.sub("", plain.group().rstrip()).rstrip(" ,"))


def _left_end(text: str, m: re.Match[str]) -> int | None:
    """Return where the title that ends with the head `m` begins, or None if it names no post by itself."""
    if _OF_ANOTHER.match(text, m.end()):
        return None
    plain = m.group()[0].islower()
    line = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _WINDOW)
    tokens = list(TOKEN.finditer(text, line, m.start()))
    at = _walk_left([t.group() for t in tokens], plain=plain)
    if plain and at == len(tokens) and at and tokens[-1].group()[0].isupper():
        titled = _walk_left([t.group() for t in tokens], plain=False)
        if titled < at and _functions().search(text, tokens[titled].start() - 1, m.start()):
            plain, at = False, titled  # "the Global Quality head"
    if at > 1 and _INITIAL.fullmatch(text[tokens[at - 2].start() : tokens[at - 1].end()]):
        at += 1  # "J. Doe Executive Officer"
    if plain and at and _first_of_title(tokens[at - 1].group()) and _begins(text, tokens[at - 1].start()):
        at -= 1
    if at >= len(tokens):
        return None
    start = tokens[at].start()
    title = text[start : m.start()].lower()
    parts = set(re.findall(r"[\w-]+", title))
    in_field = governance_field().search(title) is not None
    if parts <= words("ranks") or (not in_field and (plain or parts & words("elsewhere"))):
        return None
    weak = m.group().lower() in words("weak")
    if weak and (not in_field or re.match(r" [A-Z]", text[m.end() : m.end() + 2])):
        return None
    if plain and (m.group().rstrip("s") in ("executive", "leader") or title.startswith("people ")):
        return None
    return start


def _first_of_title(word: str) -> bool:
    """Return whether a title in lower case may open a sentence with `word`: "Risk owners", "Local managers"."""
    return word.lower() in words("first_words") or (word.istitle() and governance_field().match(f"{word} ") is not None)


def _begins(text: str, at: int) -> bool:
    """Return whether a sentence or an item begins at `at`."""
    return re.search(r"(?:^|[.:;\n•●▪■–-]) ?$", text[max(0, at - 2) : at]) is not None


def _walk_left(tokens: list[str], *, plain: bool) -> int:
    """Return the index of the first of the `tokens` before a head that belongs to its title."""
    at = len(tokens)
    joined = False
    while at > 0 and len(tokens) - at < 9:
        word = tokens[at - 1]
        further = tokens[at - 2] if at > 1 else ""
        titled = further[:1].isupper() and further.lower() not in words("ends") and not plain
        if _belongs(word, plain=plain):
            too_long = plain and (len(tokens) - at >= 4 or word == "or")
            if too_long or (plain and word == "and" and not governance_field().match(further)):
                break
        elif word in ("and", "&", "/") and at < len(tokens) and titled:
            joined = True
        elif not (word == "," and joined and titled):
            break
        at -= 1
    while at < len(tokens) and (not tokens[at][0].isalpha() or tokens[at] == "and"):
        at += 1
    return at


def _belongs(word: str, *, plain: bool) -> bool:
    lower = word.lower()
    acronym = plain and len(word) > 1 and word.isupper()
    if plain and lower.endswith("s") and not lower.endswith("ss") and lower not in words("in_s"):
        return False  # a verb or another list's noun: "evaluates directors", "names department heads"
    if not word[0].isalpha() or (word[0].isupper() == plain and not acronym) or re.search(r"['’]s?$", word):
        return False
    return lower not in words("before") and (lower not in words("ends") or lower in words("inside"))


def _core(name: str) -> str:
    if m := re.search(rf"\b(?:{_NOT_THE_FIRST} )?[Cc]hief .*", name):
        return m.group()
    for short, full in acronyms().items():
        if m := re.search(rf"\b({_NOT_THE_FIRST} )?{short}s?\b", name):
            return (m.group(1) or "") + full
    return re.sub(r"^(?:Group|Global) ", "", name)
