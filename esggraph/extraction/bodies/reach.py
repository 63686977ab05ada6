"""How far a body's name reaches to the left and to the right of its head."""

from __future__ import annotations

import re
from collections.abc import Callable

from esggraph.extraction.bodies.words import (
    generic,
    is_compounded,
    is_head,
    is_plain_word,
    is_title_word,
    is_upper_word,
    stands_inside,
    words,
)
from esggraph.extraction.cues import load
from esggraph.extraction.title_runs import TOKEN, title_run

Token = tuple[str, int]  # a word or sign, and its offset

_LONGEST = 24  # words and signs before a head in title case
_LONGEST_PLAIN = 6  # words before or behind a head in lower case
_SHORT_HEAD = 3  # letters of a head that is written in capitals everywhere: "TF"
_RUN_ON = frozenset(
    {"team", "office", "organization", "organisation"}
)  # heads inside names that, with words on both sides, end another name
_ORGANISATION = frozenset({"organization", "organisation"})  # a subject too: "Organisation and Talent Department"
_OFFICES = frozenset({"office", "secretariat"})
_FULL_BOARD = "Board of Directors"  # "Board of Directors Office"
_DETERMINERS = frozenset({"the", "our", "its", "a", "an"})
_JOINTS = frozenset({"and", "&", "/", "–"})
_DIRECTORS = frozenset({"independent", "outside", "external", "non-executive"})
_NUMBERS = frozenset({"four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
_COMPLEMENT = re.compile(r" (?P<preposition>on|of|for|in charge of) (?P<article>the )?")
_COMPLEMENT_IN_CAPITALS = re.compile(r" (?P<preposition>ON|OF|FOR) (?P<article>THE )?(?=[A-Z]{3})")
_AT_WORK = re.compile(r" at (?:[Ww]ork|[Ss]ea)\b")
_PURPOSE = re.compile(
    r" to (?:\w+ly )?(?:manage|handle|oversee|coordinate|promote|address|monitor|lead|supervise|support|control|prevent"
    r"|protect|review|investigate|assess|implement|comply with|respond to|deal with|prepare for|analy[sz]e|develop"
    r"|drive|advance|ensure|tackle|improve|reduce|prepare|study|examine|evaluate|guide|facilitate|strengthen|accelerate"
    r"|define|identify|align|deliver|enhance|achieve|mitigate|combat|command|track|steer|safeguard|maintain|enforce"
    r"|organi[sz]e|carry out|conduct|execute|verify|test|integrate)(?= [a-zA-Z])"
)
_PEOPLE = re.compile(
    r" of (?:[a-z-]+ ){0,2}(?:employees|people|experts|professionals|specialists|staff|colleagues|lawyers|engineers)"
    r"(?= )"
)
_ARTICLES = frozenset({"the", "our", "its", "a", "an", "all", "any", "their"})
_FIELD = re.compile(
    r" (?:(?:that|which) (?:is|are) )?(?:(?:solely|fully|specifically|exclusively) )?"
    r"(?:dedicated to|speciali[sz]ing in|speciali[sz]ed in|focused on|focusing on)(?: the)?(?= [a-zA-Z])"
)
_OWNER = re.compile(r" (?:of|within|under) the (?:[A-Z]\w* )*(?:Board|Committee|Council|Company|Group)\b")
_AND = re.compile(r" and (?:the |an? )?")


def modifiers_before(tokens: list[Token], head: str) -> tuple[int, bool]:
    """Return the index of the first of the `tokens` that belong to the name whose `head` follows them.

    Also return whether the name is in title case. An index of len(tokens): nothing before the head belongs to it.
    """
    last = tokens[-1][0] if tokens else ""
    if last and (last[0].isupper() or last in ")/&" or _slip(tokens, head)) and not _ends_in_capitals(tokens):
        at = _walk(
            tokens, is_upper_word if head.isupper() and len(head) > _SHORT_HEAD else is_title_word, _LONGEST, head=head
        )
        if at < len(tokens):
            return _strip(tokens, at), True
    if last and (last[0].islower() or _ends_in_capitals(tokens)):
        at = _walk(tokens, is_plain_word, 2 * _LONGEST_PLAIN)
        first = _sentence_case(tokens, at) if head.lower().removesuffix("s") in words().organs else None
        return (first, True) if first is not None else (_strip(tokens, at), False)
    return len(tokens), False


def _sentence_case(tokens: list[Token], at: int) -> int | None:
    """Return the index of the one word with a capital that begins the name before `at`: "Social, ethics and people"."""
    joint = tokens[at - 1][0] if 0 < at < len(tokens) else ""
    k = at - 2 if joint in _JOINTS or (joint == "," and any(t in ("and", "&") for t, _ in tokens[at:])) else at - 1
    if k < 0 or at == len(tokens):
        return None
    word = tokens[k][0]
    before = tokens[k - 1][0] if k else ""
    opened = not before or before.lower() in _DETERMINERS or not before[-1].isalnum() or before.endswith(".")
    if not opened or before in _JOINTS or not word[1:].islower() or word.endswith("ing") or not is_title_word(word):
        return None
    lower = word.lower()
    if lower in load("body_names.toml")["levels"]["words"] and not before:
        return k  # "Local ethics and compliance committees"
    return None if generic(word) or lower in words().verbs | words().adjectives | {"management", "setup"} else k


def _ends_in_capitals(tokens: list[Token]) -> bool:
    """Return whether the last element of a list in lower case is written in capitals: "legal, tax and HR"."""
    if len(tokens) < 3 or not (tokens[-1][0].isupper() and tokens[-2][0] in ("and", "&")):
        return False
    return tokens[-3][0].isalpha() and is_plain_word(tokens[-3][0]) and tokens[-3][0].islower()


def _slip(tokens: list[Token], head: str) -> bool:
    """Return whether the last word before a head in title case lost its capital: "Corporate governance Committee"."""
    return (
        len(tokens) > 1
        and head[0].isupper()
        and len(tokens[-1][0]) > 4
        and tokens[-1][0].isalpha()
        and is_plain_word(tokens[-1][0])
        and is_title_word(tokens[-2][0])
    )


def _walk(tokens: list[Token], is_word: Callable[[str], bool], longest: int, head: str = "") -> int:
    """Return the index down to which `tokens`, read from their end, are words of a name and what joins them."""
    end = len(tokens)
    at = k = end
    joined = False
    while k > 0 and at > end - longest:
        token = "and" if tokens[k - 1][0] == "AND" else tokens[k - 1][0]
        further = tokens[k - 2][0] if k > 1 else ""
        if is_word(token) or (token.lower() == "director" and k < end and further.lower() in _DIRECTORS):
            if k < end and tokens[k][0] in _JOINTS | {","} and is_head(token) and token.lower() not in _ORGANISATION:
                break  # "the Board and Audit Committee": two names
            if token.lower() in _RUN_ON and further and is_word(further) and _distinct(tokens[k:]):
                break  # "Safety Team Risk Team": the labels of a chart, run together
            at = k = k - 1
        elif (is_word is is_plain_word and is_compounded(token, further)) or _of_an_officer(token, head):
            at = k = k - 1
        elif k == end > 1 and head.lower() in _OFFICES and token == "Committee" and is_word(further):
            k -= 1  # "Audit Committee Office"
        elif k == end > 2 and head.lower() in _OFFICES and f"{tokens[k - 3][0]} {further} {token}" == _FULL_BOARD:
            at = k = k - 3
        elif k > 1 and is_word is is_title_word and is_word(further) and _goes_on(token, further, tokens[k:]):
            k -= 1
        elif token == ")" and (opening := _opening(tokens, k - 1)) is not None:
            k = opening
        elif token in _JOINTS and k < end and further == "," and k > 2 and is_word(tokens[k - 3][0]):
            joined = joined or token in ("and", "&")
            k -= 2
        elif token in _JOINTS and k > 2 and f"{tokens[k - 3][0]} {further}".lower() in words().organs:
            break  # "the ethics task force and safety task force": two names
        elif token in _JOINTS and k < end and further and is_word(further):
            if is_word is is_plain_word and token == "–":
                break  # "first line – business units"
            joined = joined or token in ("and", "&")
            k -= 1
        elif token == "," and joined and further != "Executive" and further and is_word(further):
            k -= 1
        else:
            break
    return at


def _goes_on(token: str, further: str, behind: list[Token]) -> bool:
    """Return whether a name in title case goes on to the left over `token`, which has no capital."""
    return stands_inside(token, further, behind[0][0]) if behind else is_plain_word(token)


def _of_an_officer(token: str, head: str) -> bool:
    """Return whether an officer's title begins with `token` that an office is named for: "Chief Risk Office"."""
    return head.lower() == "office" and token in ("CEO", "Chief")


def _distinct(tokens: list[Token]) -> bool:
    """Return whether the words between two heads tell one body from another."""
    between = " ".join(word for word, _ in tokens)
    return between != "" and not generic(between) and between.lower() not in load("body_names.toml")["fillers"]["words"]


def _opening(tokens: list[Token], closing: int) -> int | None:
    """Return the index of the parenthesis that opens shortly before `closing`."""
    for k in range(closing - 1, max(-1, closing - 12), -1):
        if tokens[k][0] == "(":
            return k
    return None


def _strip(tokens: list[Token], at: int) -> int:
    """Return `at` moved right over joints, signs and a sentence's first verb, at which no name begins."""
    first = at
    if 0 < at < len(tokens) and tokens[at - 1][0] == "Chief" and tokens[at][0] == "Executive":
        at += 1  # "the Chief Executive and Executive Committee"
    while at < len(tokens):
        word = tokens[at][0]
        opens = at == first and (at == 0 or not re.search(r"[\w,(“\"'’‘&/)]$", tokens[at - 1][0]))
        further = tokens[at + 1][0].lower() if at + 1 < len(tokens) else ""
        kept = word == "Responsible" or further in words().verbs_kept  # "Responsible Sourcing Team"
        verb = opens and word.lower() in words().verbs and not kept
        if word not in _JOINTS and word[0].isalnum() and not verb:
            break
        at += 1
    return at


def is_purposed(text: str, at: int, line_end: int) -> re.Match[str] | None:
    """Return the words behind a head without a name that say what the body is for: "team dedicated to"."""
    return _PURPOSE.match(text, at, line_end) or _FIELD.match(text, at, line_end)


def is_dedicated(text: str, at: int, line_end: int) -> bool:
    """Return whether the words behind a head say what its body is dedicated to: "area dedicated to privacy"."""
    return _FIELD.match(text, at, line_end) is not None


def complement_behind(text: str, at: int, line_end: int, head: str, modifiers: str) -> tuple[str, int]:
    """Return the complement behind a head that ends at `at`, with its leading space, and where the name ends.

    Where the modifiers distinguish the body, "of …" names its parent and "for …" its purpose: no part of the name.
    """
    bare = generic(modifiers)
    people = _PEOPLE.match(text, at, line_end) if bare else None  # "team of employees dedicated to"
    head_end = people.end() if people else at
    purpose = (
        (is_purposed(text, head_end, line_end) if modifiers else _FIELD.match(text, head_end, line_end))
        if bare
        else None
    )
    if purpose and head[0].islower():
        tokens = list(TOKEN.finditer(text, purpose.end(), line_end))
        while len(tokens) > 1 and (tokens[0].group().endswith(("ing", "ly")) or tokens[0].group() in _ARTICLES):
            tokens.pop(0)  # "dedicated to quickly managing our chemicals"
        if tokens and (end := _plain_run(tokens, purpose=True)) > tokens[0].start():
            return text[at:end], end  # "separate team to manage financial risks"
    m = (_COMPLEMENT_IN_CAPITALS if head.isupper() else _COMPLEMENT).match(text, at, line_end)
    if m is None or (m["preposition"].lower() == "of" and not bare):
        return "", at
    tokens = list(TOKEN.finditer(text, m.end(), line_end))
    if not tokens or tokens[0].group().lower() in words().stop | _NUMBERS:
        return "", at  # "a board of eleven"
    if tokens[0].group()[0].isupper():
        end = title_run(tokens)
        if (comma := text.find(", ", m.end(), end)) > 0 and _next_name(text, comma, end):
            end = comma  # "Vice Presidency of Risk, Compliance Department": two names
        if (head[0].islower() or modifiers) and m["article"] and _parent(text[m.end() : end]):
            return "", at  # "a sub-committee of the Risk Committee": its parent
        behind = next((t.group() for t in tokens if t.start() >= end), "")
        if not bare and end == tokens[0].end() and behind and is_plain_word(behind):
            return "", at  # "the Committee on ESG matters": what it works on
    elif bare and (not m["article"] if head[0].islower() else modifiers and m["article"] and m["preposition"] == "of"):
        end = _plain_run(tokens)
    else:
        return "", at
    if m["preposition"] != "of" and (owner := _OWNER.search(text, m.end(), end)):
        end = owner.start()  # "Committee for Ethics and Safety of the Board of Directors"
    if tail := _AT_WORK.match(text, end, line_end):
        end = tail.end()
    if end <= m.end() or re.search(r"['’]s?$", text[m.end() : end]):
        return "", at
    return text[at:end], end


def _next_name(text: str, start: int, end: int) -> bool:
    """Return whether the words behind a comma hold the name of a body, and not only of its parent."""
    heads = words().heads.finditer(text, start, end)
    return any(not text.endswith((", ", "the ", "of "), start, m.start()) for m in heads)


def _parent(words: str) -> bool:
    """Return whether the complement `words` of a bare head is the name of the body that it belongs to."""
    last = words.split()[-1]
    return last != "Board" and is_head(last)


def shared_complement(text: str, at: int, line_end: int) -> str:
    """Return the complement of the next name, where it is this one's too: "the leading and the working group for …"."""
    joint = _AND.match(text, at, line_end)
    head = words().heads.match(text, joint.end(), line_end) if joint else None
    if head is None or head.group()[0].isupper():
        return ""
    return complement_behind(text, head.end(), line_end, head.group(), "")[0]


def _plain_run(tokens: list[re.Match[str]], *, purpose: bool = False) -> int:
    """Return where the lower-case complement at the beginning of `tokens` ends.

    `purpose`: it begins behind a verb, so that its first word can be any: "to organise the work".
    """
    end = tokens[0].start()
    for i, token in enumerate(tokens[: _LONGEST_PLAIN + 1]):
        word = token.group()
        further = tokens[i + 1].group() if i + 1 < len(tokens) else ""
        if word == "and" and i > 0 and further and is_plain_word(further) and not further.endswith("ed"):
            continue
        if i > 0 and is_head(word):
            return token.end()  # "teams of business units"
        object_ = purpose and i == 0 and word.isalpha() and word.islower() and word not in words().stop
        if not (is_plain_word(word) or object_):
            break
        if i > 1 and word in words().deeds:
            break
        end = token.end()
    return end
