"""The grammar of the names of governance bodies: where a name begins and ends, and the names that a list writes short.

A name is modifiers, a head ("Committee", "Department") and perhaps a complement ("on Corporate Governance"). The words
are data (`data/body_names.toml`). Whether a name is one of the company's bodies is not decided here.
Offsets are characters of the text given, 0-based, ends exclusive.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from esggraph.extraction.title_runs import TOKEN, title_run
from esggraph.resources import PACKAGE

_WINDOW = 160  # characters looked at on either side of a head: longer names do not occur
_ACRONYM = re.compile(r"\s?\(\s?(?:the |“|\"|‘)*([A-Z][A-Za-z]{0,3}[A-Z&-][A-Za-z&-]{0,9})(?:”|\"|’)?\s?\)")
_COMPLEMENT = re.compile(r" (?P<preposition>on|of|for|in charge of) (?P<article>the )?")
_DETERMINER = re.compile(
    r"(?:\b(the|a|an|our|its|their|this|that|such|each|any|all|other)|(['’]s?))\s+$", re.I
)
_LOWER_WORDS = 6  # modifiers or complement words of a name in lower case


@dataclass(frozen=True, slots=True)
class BodyName:
    """One place where a body's name stands."""

    name: str  # written out, as printed
    start: int
    end: int
    head: str  # the head in the singular and lower case
    kind: str  # what the head says of its kind, one of BODY_KINDS
    organ: bool  # the head is that of a body that counts by its name; else of a unit
    modifiers: str  # what stands before the head
    complement: str  # what stands behind it, with its preposition
    cased: bool  # modifiers (or, without any, complement) in title case
    plural: bool  # printed in the plural and not one of several names written together
    shared: bool  # written out of several names that share their head: "Audit and Risk Committees"
    determiner: str  # the article or possessive before the name, lower case, or ""
    acronym: str  # "DLC" in "Delta Leadership Committee (DLC)", or ""


@dataclass(frozen=True, slots=True)
class _Words:
    heads: re.Pattern[str]
    organs: dict[str, str]
    units: dict[str, str]
    generic: frozenset[str]
    adjectives: frozenset[str]
    stop: frozenset[str]
    verbs: frozenset[str]
    plain_stop: frozenset[str]
    possessive: frozenset[str]
    needs: dict[str, frozenset[str]]
    behind: frozenset[str]


@cache
def _words() -> _Words:
    data = load_words()
    heads = sorted({**data["organs"], **data["units"]}, key=len, reverse=True)
    pattern = "|".join(re.escape(h).replace(r"\ ", r"[ -]") for h in heads)
    return _Words(
        heads=re.compile(rf"(?<![\w-])({pattern})(s?)(?![\w-])", re.I),
        organs=data["organs"],
        units=data["units"],
        generic=frozenset(data["generic"]["words"]),
        adjectives=frozenset(data["adjectives"]["words"]),
        stop=frozenset(data["stop"]["words"]),
        verbs=frozenset(data["verbs"]["words"]),
        plain_stop=frozenset(data["stop"]["words"] + data["verbs"]["words"]),
        possessive=frozenset(data["possessive"]["words"]),
        needs={head: frozenset(words) for head, words in data["needs"].items()},
        behind=frozenset(data["behind"]["words"]),
    )


@cache
def load_words() -> dict[str, dict[str, list[str]]]:
    """Return the words of `data/body_names.toml`, section by section."""
    return tomllib.loads((PACKAGE / "data" / "body_names.toml").read_text(encoding="utf-8"))


def generic(modifiers: str) -> bool:
    """Return whether `modifiers` distinguish no body: "Special", "various functional"."""
    words = re.findall(r"[\w'’-]+", modifiers.lower())
    return all(
        w in _words().generic or w in _words().stop or w.isdigit() or w.endswith("-related") for w in words
    )


def plain_name(name: BodyName) -> str:
    """Return the name without adjectives that tell nothing: "carbon trading team" of "dedicated carbon trading team"."""
    words = name.name.split()
    while not name.cased and len(words) > len(name.head.split()) + 1 and words[0].lower() in _words().adjectives:
        words.pop(0)
    return " ".join(words)


def find_names(text: str, known: frozenset[str] = frozenset()) -> Iterator[BodyName]:
    """Yield the names of bodies in `text`, in the order of their heads.

    `known`: modifiers in lower case ("remuneration and appraisal") that some singular head of the text has: these are
    not taken apart where several names share a head. Names do not cross line ends.
    """
    for m in _words().heads.finditer(text):
        yield from _names_at(text, m, known)


def shared_modifiers(text: str) -> frozenset[str]:
    """Return the modifiers with an "and" that stand before a singular head in `text`, in lower case."""
    return frozenset(
        n.modifiers.lower().replace("&", "and") for n in find_names(text)
        if not n.plural and not n.shared and re.search(r" (?:and|&) ", n.modifiers)
    )  # fmt: skip


def _names_at(text: str, m: re.Match[str], known: frozenset[str]) -> Iterator[BodyName]:
    head_text = m.group()
    head = re.sub(r"[ -]+", " ", m.group(1).lower()).replace("sub committee", "sub-committee")
    plural = m.group(2) != ""
    line_start = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _WINDOW)
    line_end = text.find("\n", m.end(), m.end() + _WINDOW)
    line_end = min(m.end() + _WINDOW, len(text)) if line_end < 0 else line_end
    left = [(t.group(), line_start + t.start()) for t in TOKEN.finditer(text[line_start : m.start()])]
    if left and _glued(left[-1], m.start()):
        return
    behind = TOKEN.match(text, m.end() + 1, line_end)
    if (
        behind
        and head_text[0].isupper()
        and text[m.end()] == " "
        and behind.group().lower() in _words().behind
    ):
        if head == "board" or (head in _words().units and behind.group()[0].isupper()):
            return
    at, cased = _walk_left(left, head_cased=head_text[0].isupper(), upper=head_text.isupper())
    start = left[at][1] if at < len(left) else m.start()
    modifiers = text[start : m.start()].strip()
    if modifiers and (needed := _words().needs.get(head)) and not _last_word(modifiers) & needed:
        start, modifiers = m.start(), ""
    complement, end = _complement(text, m.end(), line_end, head_text, modifiers)
    name = text[start:end]
    if not complement and head_text[0].islower() and generic(modifiers):
        complement = _shared_complement(text, m.end(), line_end)
        name += complement
    cased = cased if modifiers else complement != "" and complement.split()[-1][0].isupper()
    acronym = _ACRONYM.match(text, end)
    before = _DETERMINER.search(text, max(line_start, start - 12), start)
    common = {
        "head": head,
        "kind": _words().organs.get(head) or _words().units[head],
        "organ": head in _words().organs,
        "complement": complement.strip(),
        "cased": cased,
        "determiner": ((before.group(1) or "'s").lower() if before else ""),
    }
    parts = split_modifiers(modifiers, known) if plural else [modifiers]
    if len(parts) > 1:
        singular = head_text[: -len(m.group(2))]
        for part in parts:
            a = text.index(part, start)
            yield BodyName(
                name=f"{part} {singular}{complement}", start=a, end=end if part is parts[-1] else a + len(part),
                modifiers=part, plural=False, shared=True, acronym="", **common,
            )  # fmt: skip
        return
    yield BodyName(
        name=" ".join(name.split()), start=start, end=end, modifiers=modifiers, plural=plural, shared=False,
        acronym=acronym.group(1) if acronym else "", **common,
    )  # fmt: skip


def _last_word(modifiers: str) -> set[str]:
    return set(re.findall(r"[\w-]+", modifiers.lower())[-1:])


def _glued(token: tuple[str, int], head_at: int) -> bool:
    """Return whether the head is the second part of one written word."""
    return token[1] + len(token[0]) == head_at and token[0][-1].isalnum()


def _walk_left(tokens: list[tuple[str, int]], *, head_cased: bool, upper: bool) -> tuple[int, bool]:
    """Return the index of the first token of the name whose head follows `tokens`, and whether it is in title case.

    `upper`: the head is in capitals, and so must be the words before it.
    """
    last = tokens[-1][0] if tokens else ""
    within = len(tokens) > 1 and head_cased and _is_plain_word(last) and _is_title_word(tokens[-2][0]) and len(last) > 4
    if last and (last[0].isupper() or last in ")/&" or within):
        at = _walk(tokens, _is_upper_word if upper else _is_title_word, limit=12)
        if at < len(tokens):
            return _strip(tokens, at), True
    if last and last[0].islower():
        at = _walk(tokens, _is_plain_word, limit=_LOWER_WORDS)
        return _strip(tokens, at), False
    return len(tokens), False


def _walk(tokens: list[tuple[str, int]], is_word: object, limit: int) -> int:
    assert callable(is_word)
    at = k = len(tokens)
    joined = False
    while k > 0 and at > len(tokens) - 2 * limit:
        token = tokens[k - 1][0]
        token = "and" if token == "AND" else token
        further = tokens[k - 2][0] if k > 1 else ""
        if is_word(token) or (
            token.lower() == "director" and k < len(tokens) and further.lower() in _DIRECTORS
        ):
            if k < len(tokens) and tokens[k][0] in _JOINTS | {","} and _is_head(token):
                break
            k -= 1
            at = k
        elif is_word is _is_title_word and k == len(tokens) > 2 and _is_plain_word(token) and is_word(further) and token.isalpha():
            k -= 1  # "Corporate governance Committee"
        elif token == ")" and (opening := _opening(tokens, k - 1)) is not None:
            k = opening
        elif (
            token in _JOINTS
            and k < len(tokens)
            and (is_word(further) or (further == "," and k > 2 and is_word(tokens[k - 3][0])))
        ):
            joined = joined or token in ("and", "&")
            k -= 2 if further == "," else 1
        elif token == "," and joined and is_word(further):
            k -= 1
        else:
            break
    return at


_JOINTS = frozenset({"and", "&", "/", "–"})
_DIRECTORS = frozenset(
    {"independent", "outside", "external", "non-executive"}
)  # "Independent Director … Committee"
_NO_ADVERBS = frozenset({"supply", "family", "assembly", "monthly", "quarterly"})


def _opening(tokens: list[tuple[str, int]], closing: int) -> int | None:
    """Return the index of the parenthesis that opens at most six tokens before `closing`."""
    for k in range(closing - 1, max(-1, closing - 12), -1):
        if tokens[k][0] == "(":
            return k
    return None


def _is_head(token: str) -> bool:
    return _words().heads.fullmatch(token) is not None


def _is_title_word(token: str) -> bool:
    word = token.lower()
    if not (token[0].isupper() or (token[0].isdigit() and token[-1].isalpha())):
        return False
    if word in _words().stop or token.endswith("."):
        return False
    if _is_head(token) and word not in (
        "board",
        "team",
        "function",
        "union",
        "unit",
        "organization",
        "office",
    ):
        return False
    return not _foreign_possessive(word)


def _is_upper_word(token: str) -> bool:
    return token.upper() == token and _is_title_word(token)


def _is_plain_word(token: str) -> bool:
    word = token.lower()
    acronym = token[:2].isupper() and not _is_head(token)
    return (
        (token[0].islower() or acronym) and len(token) > 1 and word not in _words().plain_stop and not _is_head(token)
        and not _foreign_possessive(word) and not token.endswith(".") and (not word.endswith("ly") or word in _NO_ADVERBS)
    )  # fmt: skip


def _foreign_possessive(word: str) -> bool:
    m = re.fullmatch(r"(.+?)(?:['’]s|s['’])", word)
    return (
        m is not None
        and m.group(1) not in _words().possessive
        and m.group(1) + "s" not in _words().possessive
    )


def _strip(tokens: list[tuple[str, int]], at: int) -> int:
    """Return `at` moved right over joints, punctuation and a sentence's first verb, at which no name begins."""
    first = at
    while at < len(tokens):
        word = tokens[at][0]
        opens = at == first and (at == 0 or not re.search(r"[\w,(“\"'’‘&/)]$", tokens[at - 1][0]))
        if word in _JOINTS or not word[0].isalnum() or (opens and word.lower() in _words().verbs):
            at += 1
        else:
            break
    return at


def split_modifiers(modifiers: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the modifiers of each of several names that share a plural head.

    >>> split_modifiers("Audit, Nomination and Remuneration")
    ['Audit', 'Nomination', 'Remuneration']
    >>> split_modifiers("Audit, and Remuneration and Appraisal", frozenset({"remuneration and appraisal"}))
    ['Audit', 'Remuneration and Appraisal']
    """
    plain = modifiers.lower().replace("&", "and")
    if plain in known:
        return [modifiers]
    pieces = [p.strip() for p in modifiers.split(",")]
    last = pieces.pop()
    if m := re.match(r"(?:and|&) ", last):
        pieces.append(last[m.end() :])
        return [p for p in pieces if p]
    joints = [m for m in re.finditer(r" (?:and|&) ", last)]
    cut = None
    for m in joints:
        right = last[m.end() :].lower().replace("&", "and")
        left = last[: m.start()].lower().replace("&", "and")
        if right in known or left in known:
            cut = m
    if cut is None and joints:
        cut = joints[-1] if len(joints) == 1 or pieces else joints[len(joints) // 2]
    pieces += [last[: cut.start()], last[cut.end() :]] if cut else [last]
    return [p.strip() for p in pieces if p.strip()]


def _shared_complement(text: str, at: int, line_end: int) -> str:
    """Return the complement of the next name where it holds for this one too: "the leading and the working group for …"."""
    if m := re.compile(r" and (?:the |an? )?").match(text, at, line_end):
        if (head := _words().heads.match(text, m.end(), line_end)) and head.group()[0].islower():
            return _complement(text, head.end(), line_end, head.group(), "")[0]
    return ""


def _complement(text: str, at: int, line_end: int, head: str, modifiers: str) -> tuple[str, int]:
    """Return the complement behind a head that ends at `at`, with its leading space, and where the name ends.

    Where the modifiers distinguish the body, "of …" names its parent and "for …" its purpose: no part of the name.
    """
    bare = generic(modifiers)
    m = _COMPLEMENT.match(text, at, line_end)
    if m is None or (m["preposition"] == "of" and not bare):
        return "", at
    tokens = list(TOKEN.finditer(text, m.end(), line_end))
    if not tokens:
        return "", at
    if tokens[0].group()[0].isupper():
        if tokens[0].group().lower() in _words().stop:
            return "", at
        end = title_run(tokens)
        behind = next((t.group() for t in tokens if t.start() >= end), "")
        if not bare and end == tokens[0].end() and behind and _is_plain_word(behind):
            return "", at  # "the Committee on ESG matters": what it does something on
    elif bare and (
        head[0].islower() and not m["article"] or modifiers and m["article"] and m["preposition"] == "of"
    ):
        end = _plain_run(tokens)
    else:
        return "", at
    if end <= m.end() or re.search(r"['’]s?$", text[m.end() : end]):
        return "", at
    return text[at:end], end


def _plain_run(tokens: list[re.Match[str]]) -> int:
    """Return where the lower-case complement at the beginning of `tokens` ends."""
    end = tokens[0].start()
    for i, token in enumerate(tokens[: _LOWER_WORDS + 1]):
        word = token.group()
        if word == "and" and i > 0 and i + 1 < len(tokens) and _is_plain_word(tokens[i + 1].group()):
            continue
        if not _is_plain_word(word):
            break
        end = token.end()
    return end
