"""The grammar of the titles of governance posts: where a title begins and ends, and which titles are one post.

The words are data (`data/post_names.toml`). Whether a post takes part in governance is not decided here.
Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.spans import Spans
from esggraph.extraction.title_runs import TOKEN, title_run
from esggraph.resources import PACKAGE

_WINDOW = 120  # characters of a field behind "Vice President –" at most
_RANK = r"(?:(?:Executive|Senior|Corporate|Group|First|Deputy|Global|Assistant|Associate|Regional) )*(?:Vice[- ]Presidents?|VP|EVP|SVP)"
_JOINED = (
    rf"(?:{_RANK}|President|Chairman|Chairperson|Chair|Managing Director|General Manager|Executive Director)"
)
_LINK = r"(?: and | & | – | - |/)"
_FIELD_LINK = re.compile(r"(?: of (?:the |our )?| for (?:the )?|, | – | — | - |(?<=VP) )(?=[A-Z])")
_ESG = re.compile(r"Environmental, Social,?(?: and| &)? Governance")  # one field, however its commas stand
_SITES = re.compile(r" (?:branch|plant|office|factory|site|store|mine|refinery)\b")
_PLAIN_FIELD = re.compile(
    r"(?:(?!(?:at|in|on|for|to|by|is|are|of|who|with|as|from|within|each|it|its|the)\b)[a-z][a-z-]+ ?){1,5}"
)
_ADVERB = re.compile(r" (?:respectively|also|and)?(?: [a-z]+ing)?$")


_WEAK_HEADS = frozenset(
    {
        "executive",
        "executives",
        "leader",
        "leaders",
        "coordinator",
        "coordinators",
        "specialist",
        "specialists",
    }
)
_RANKS = frozenset(
    {"executive", "senior", "deputy", "corporate", "general", "team", "assistant", "and", "operating"}
)  # of themselves no post
_CAP_BEHIND = re.compile(r" [A-Z]")


@dataclass(frozen=True, slots=True)
class PostName:
    """One place where a post's title stands."""

    name: str  # as printed
    start: int
    end: int
    core: str  # the part that tells the post: "Chief Risk Officer" of "Senior Vice President and Chief Risk Officer"
    kind: str  # one of: chief, chair, rank, director, head, charge, officer, representative
    plural: bool


@cache
def load_words() -> dict[str, dict[str, list[str]]]:
    """Return the words of `data/post_names.toml`, section by section."""
    return tomllib.loads((PACKAGE / "data" / "post_names.toml").read_text(encoding="utf-8"))


@cache
def acronyms() -> dict[str, str]:
    """Return the acronyms that mean the same post everywhere."""
    return dict(load_words()["acronyms"])  # type: ignore[arg-type]


@cache
def _ends() -> frozenset[str]:
    return frozenset(load_words()["ends"]["words"])


@cache
def governance_field() -> re.Pattern[str]:
    """Return the pattern of the fields of governance in a title."""
    stems = "|".join(map(re.escape, load_words()["fields"]["stems"]))
    return re.compile(rf"\b(?:{stems})", re.I)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    short = "|".join(acronyms())
    heads = "|".join(load_words()["heads"]["words"])
    body = (
        r"(?:[A-Z][\w&-]*,? |and |& ){0,8}(?:Committee|Subcommittee|Council|Board|BOD|BoD|Team|Group|Force)"
    )
    chief = (
        r"Chief(?: of (?:Operations|Staff|Sustainability|Compliance)| (?:[A-Z][\w’'&/-]*,? |and |& ){0,7}?"
        r"(?:Officers?|Counsel|Executive(?! Officer)|Scientist|Technologist|Economist|Actuary|Auditor|Accountant|Ethicist|Architect|Engineer))"
    )
    return (
        ("chief", re.compile(rf"\b(?:{_JOINED}{_LINK})?(?:Group |Deputy |Global |Acting |Interim )?{chief}\b|\bchief (?:[a-z&/-]+ ){{1,4}}?officers?\b|\bchief executive\b(?! officer)")),
        ("chief", re.compile(rf"(?<![\w/-])(?:{_JOINED}{_LINK})?(?:Group )?(?:{short})s?(?:/(?:COO|GM|President))?(?![\w-])")),
        ("chair", re.compile(
            rf"\b(?:(?:[Vv]ice|[Dd]eputy|[Hh]onorary|[Ll]ead|[Ii]ndependent|[Nn]on-[Ee]xecutive|[Ee]xecutive)[- ]|[Cc]o-)*(?:[Cc]hair(?:man|woman|person)|[Cc]hairs?(?= of the)|Chair)\b"
            rf"(?: of (?:the |our |its )?(?:[Cc]ompany[’']s )?(?:[Bb]oard of [Dd]irectors|Board of (?:Statutory Auditors|Supervisors|Management)|Supervisory Board|{body}))?"
        )),
        ("chair", re.compile(r"\b(?:Board|BOD|BoD) [Cc]hair(?:man|woman|person)?\b")),
        ("rank field", re.compile(rf"\b{_RANK}\b")),
        ("rank", re.compile(r"\b(?:(?:[Ee]xecutive|[Ss]enior|[Dd]eputy) )*[Vv]ice[- ][Pp]residents?\b(?!-)|(?<![Vv]ice[ -])\b[Pp]resident\b(?!-)")),
        ("director", re.compile(r"\b(?:(?:[Ii]ndependent|[Nn]on-?[Ee]xecutive|[Ee]xecutive|[Oo]utside|[Ee]xternal|[Ii]nternal|[Nn]on-independent|[Ii]nside),? ){1,4}[Dd]irectors?\b(?! of [A-Z])")),
        ("head field", re.compile(r"\b(?:[Hh]eads?|[Gg]eneral [Mm]anagers?|[Gg]eneral [Ee]xecutive [Dd]irector|[Mm]anaging [Dd]irector|[Dd]irector|[Gg]roup [Ee]xecutive)(?=,? (?:of|for) )")),
        ("charge field", re.compile(r"\b(?:[Ee]xecutives?|(?:[Tt]eam |[Dd]epartment )?[Ll]eaders?|[Pp]ersons?|[Mm]anagers?|[Dd]irectors?|[Ee]xecutive [Oo]fficers?|[Oo]fficers?)(?: responsible for| in charge of| in charge) ")),
        ("officer", re.compile(r"\b(?:[Gg]eneral [Cc]ounsel|Controller|Treasurer|[Ss]ecretary (?:[Gg]eneral )?(?:of|to) the [Bb]oard(?: of [Dd]irectors)?|Ombuds(?:man|person))\b")),
        ("officer walk", re.compile(rf"\b(?:{heads})s?\b", re.I)),
        ("representative", re.compile(r"\b(?:workers|employees?|staff|labou?r)[’']?s?[’']? representatives\b", re.I)),
    )  # fmt: skip


def find_posts(text: str) -> Iterator[PostName]:
    """Yield the titles of posts in `text`; a title inside another is not yielded."""
    taken = Spans()
    for kind, pattern in _patterns():
        for m in pattern.finditer(text):
            if taken.touches(m.start(), m.end()):
                continue
            span = _span(text, m, kind)
            if span is None or taken.touches(*span):
                continue
            taken.add(*span)
            name = " ".join(text[slice(*span)].split())
            yield PostName(
                name, *span, _core(name), kind.split()[0], name.endswith("s") and not name.endswith("ss")
            )


def _span(text: str, m: re.Match[str], kind: str) -> tuple[int, int] | None:
    """Return the span of the whole title that `m` begins or ends, or None if there is none."""
    if kind == "rank field":
        end = _field_end(text, m.end())
        return (m.start(), end) if end else None
    if kind == "head field":
        end = _field_end(text, m.end()) or _plain_field_end(text, m.end())
        return (m.start(), end) if end else None
    if kind == "charge field":
        tokens = list(
            TOKEN.finditer(text, m.end() + (4 if text.startswith("the ", m.end()) else 0), m.end() + _WINDOW)
        )
        if tokens and tokens[0].group()[0].isupper():
            return m.start(), title_run(tokens, _ends())
        plain = _PLAIN_FIELD.match(text, tokens[0].start() if tokens else m.end())
        if plain is None or not governance_field().search(plain.group()):
            return None
        return m.start(), plain.start() + len(_ADVERB.sub("", plain.group()).rstrip(" ,"))
    if kind == "officer walk":
        start = _left_end(text, m)
        return None if start is None else (start, m.end())
    return m.span()


def _field_end(text: str, at: int) -> int | None:
    """Return where the field behind a rank ends ("Senior Vice President – Fleet"), or None if there is none."""
    link = _FIELD_LINK.match(text, at)
    if link is None:
        return None
    line_end = text.find("\n", at, at + _WINDOW)
    if esg := _ESG.match(text, link.end()):
        return esg.end()
    tokens = list(TOKEN.finditer(text, link.end(), at + _WINDOW if line_end < 0 else line_end))
    if not tokens or tokens[0].group().lower() in _ends():
        return None
    end = title_run(tokens, _ends())
    if _SITES.match(text, end):
        return None
    # in a list ("Head of Germany, Group Risk Officer") a comma parts titles
    if (
        re.search(r"(?:Officer|Manager|Director|Head|Executive)s?$", text[link.end() : end])
        and "," in text[link.end() : end]
    ):
        end = link.end() + text[link.end() : end].index(",")
    return end


def _plain_field_end(text: str, at: int) -> int | None:
    m = re.compile(
        r" of (?:the )?(?:(?:all|each|major|relevant|various|business|functional) )*(?:divisions?|departments?|business units|units|functions)\b"
    ).match(text, at)
    return m.end() if m else None


def _left_end(text: str, m: re.Match[str]) -> int | None:
    """Return where the title that ends with the head `m` begins, or None if it names no post by itself."""
    line = max(text.rfind("\n", 0, m.start()) + 1, m.start() - 80)
    tokens = [(t.group(), line + t.start()) for t in TOKEN.finditer(text[line : m.start()])]
    words = load_words()
    cut = words["before"]["words"]
    plain = m.group()[0].islower()
    at = len(tokens)
    joined = False
    while at > 0 and len(tokens) - at < 9:
        word = tokens[at - 1][0]
        further = tokens[at - 2][0] if at > 1 else ""
        lower = word.lower()
        if (
            word[0].isalpha()
            and word[0].isupper() != plain
            and lower not in cut
            and lower not in _ends() - {"general", "executive", "deputy", "senior", "chief"}
            and not re.search(r"['’]s?$", word)
        ):
            if plain and (len(tokens) - at >= 4 or lower == "or"):
                break
            if plain and lower == "and" and not governance_field().match(further):
                break
            at -= 1
        elif (
            word in ("and", "&", "/")
            and at < len(tokens)
            and further
            and further[0].isupper()
            and not plain
            and further.lower() not in _ends()
        ):
            joined = True
            at -= 1
        elif word == "," and joined and further and further[0].isupper() and further.lower() not in _ends():
            at -= 1
        else:
            break
    while (
        at < len(tokens) and not tokens[at][0][0].isalpha() or at < len(tokens) and tokens[at][0] in ("and",)
    ):
        at += 1
    if at == len(tokens):
        return None
    title = text[tokens[at][1] : m.start()].lower()
    if set(re.findall(r"[\w-]+", title)) & set(words["elsewhere"]["words"]) and not governance_field().search(
        title
    ):
        return None
    if plain and (
        not governance_field().search(title)
        or m.group().rstrip("s") in ("executive", "leader")
        or title.startswith("people ")
    ):
        return None
    if m.group().lower() in _WEAK_HEADS and (
        not governance_field().search(title) or _CAP_BEHIND.match(text, m.end())
    ):
        return None
    if set(re.findall(r"[\w-]+", title)) <= _RANKS:
        return None
    return tokens[at][1]


def _core(name: str) -> str:
    if m := re.search(r"\b[Cc]hief .*", name):
        return m.group()
    for short, full in acronyms().items():
        if re.search(rf"\b{short}s?\b", name):
            return full
    return re.sub(r"^(?:Group|Global) ", "", name)
