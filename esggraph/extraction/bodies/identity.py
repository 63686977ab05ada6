"""Which names of bodies are one body: defined short forms, names cut short, names cut in two by a line end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from esggraph.extraction.bodies.evidence import Candidate
from esggraph.extraction.bodies.names import BodyName
from esggraph.extraction.bodies.variants import compact, unit_words, variant_key
from esggraph.extraction.bodies.words import generic
from esggraph.extraction.cues import frames, load
from esggraph.names import normalise

_NEAR = 3000  # characters from a unit's full name to its short one
_DEFINED = re.compile(
    r"\s?\(\s?(?:hereinafter |hereafter |referred to as |collectively |the |“|\"|‘|')*"
    r"([^()“”\"]{3,60}?)(?:”|\"|’|')?\s?\)"
)
_RARE = 2  # places of a name that hardly ever stands
_ASIDE = 40  # characters before a name in which it is called the new or the old one
_SENTENCE = 200  # characters between two names in one sentence
_PARTED = re.compile(
    r"[.!?:]\s|\n|^\W*\(|\b(?:or|called|named|known as|formerly)\b"
)  # what parts sentences, or makes two names one
_INNER_ACRONYM = re.compile(r"\(([A-Z][\w&-]+)\) ?(.*)$")  # "Environmental Management System (EMS) Team"
_PART_OF = re.compile(
    r"\b(?:(?:sub-?)?(?:committees?|groups?)|councils?|units?|teams?|bod(?:y|ies)|organs?|forums?|part|task forces?)"
    r" (?:of|under|within|in) (?:the |our |its )?$",
    re.I,
)
_AND_IN_LIST = re.compile(r",? (?:and|&) |, ")


def merge(candidates: dict[str, Candidate], text: str, company: frozenset[str] = frozenset()) -> dict[str, Candidate]:
    """Return the candidates by key with every short form put into the one full name that it can stand for.

    `company`: the words of the company's names in lower case, which a short form leaves out.
    """
    into: dict[str, str] = {}
    for short, full in _same(candidates, text, company):
        while full in into:
            full = into[full]
        if full != short:
            into[short] = full
            candidates[full].absorb(candidates[short])
    return {key: c for key, c in candidates.items() if key not in into}


def _same(candidates: dict[str, Candidate], text: str, company: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys: a short form and the full name that it stands for."""
    by_head: dict[str, list[Candidate]] = defaultdict(list)
    twins: dict[frozenset[str], list[Candidate]] = defaultdict(
        list
    )  # "ESG Joint Working Group", "Joint ESG Task Force"
    for c in candidates.values():
        by_head[c.full.head].append(c)
        if c.full.kind == "working_group":
            twins[_twin_key(c)].append(c)
    defined = dict(_definitions(candidates, text))
    variants = _variants(candidates)
    for c in candidates.values():
        if (full := defined.get(c.key)) and full != c.key:
            yield c.key, full
            continue
        first = twins[_twin_key(c)][0] if c.full.kind == "working_group" else c
        if first is not c and not _in_one_sentence(c, first, text):
            yield c.key, first.key
            continue
        variant = variants.get(c.key)
        if variant and not (c.cased and candidates[variant].cased and _in_one_sentence(c, candidates[variant], text)):
            yield c.key, variant
            continue
        longer = [other for other in by_head[c.full.head] if other is not c and _shortens(c, other, text, company)]
        if len(longer) == 1:
            yield c.key, longer[0].key


def _variants(candidates: dict[str, Candidate]) -> dict[str, str]:
    """Return the keys of names that are variants of a name that stands oftener or, as often, earlier."""
    groups: dict[object, list[Candidate]] = defaultdict(list)
    for c in candidates.values():
        groups[compact(c.key)].append(c)
        vague = (generic(c.full.modifiers) and not c.full.complement) or (c.plural and not c.cased)
        if (words := variant_key(c.key)) and not vague:
            groups[words].append(c)
    into: dict[str, str] = {}
    units = [c for c in candidates.values() if not (c.full.organ or c.plural or generic(c.full.modifiers))]
    alike: dict[object, list[Candidate]] = defaultdict(list)
    for u in units:
        if u.cased:
            alike[unit_words(u.key)].append(u)
    for c in units:
        same = [u for u in alike[unit_words(c.key)] if u is not c]
        if not c.cased and len(same) == 1:
            into[c.key] = same[0].key  # "the legal team" is the Legal Department
        elif c.cased and len(same) == 1 and not ((_placed(c) and _placed(same[0])) or _structure(c, same[0])):
            first = max(c, same[0], key=lambda u: (len(u.names), u.key))
            if first is not c:
                into[c.key] = first.key
    for group in groups.values():
        first = max(group, key=lambda c: (c.cased, not c.plural, len(c.names)))
        into.update((c.key, first.key) for c in group if c is not first and into.get(first.key) != c.key)
    return into


def _definitions(candidates: dict[str, Candidate], text: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys where the words behind a name, or an acronym inside it, give its other form."""
    also, once = (frames("body_variants.toml")[frame] for frame in ("also", "once"))
    at = {name.start: c for c in candidates.values() for name in c.names}
    for c in candidates.values():
        for name in c.names:
            part = _PART_OF.search(text, max(0, name.start - 60), name.start)  # "a subcommittee of it called …"
            m = None if part else also.match(text, name.end)
            if m and (other := at.get(m.end())) and other.full.organ == c.full.organ:
                yield other.key, c.key
            if once.search(text, max(0, name.start - _ASIDE), name.start) and (older := _named_before(name, at, text)):
                yield c.key, older.key
            if m := _INNER_ACRONYM.search(name.modifiers):
                short = normalise(f"{m[1]} {m[2]} {name.head}")
                if short in candidates:
                    yield short, c.key
            if (m := _DEFINED.match(text, name.end)) and m[1].strip().lower() in candidates:
                yield m[1].strip().lower(), c.key


def _named_before(name: BodyName, at: dict[int, Candidate], text: str) -> Candidate | None:
    """Return the body that stands last before `name` in its line, with its head if one has it; None without any."""
    line = max(text.rfind("\n", 0, name.start) + 1, name.start - _SENTENCE)
    earlier = {start: c for start, c in at.items() if line <= start < name.start and c.cased and c.full.organ}
    alike = [start for start, c in earlier.items() if c.full.head == name.head]
    return at[max(alike or earlier)] if earlier and name.organ and name.cased else None


def _placed(c: Candidate) -> bool:
    """Return whether a chart or a list of people shows the unit, where units of like names are parts of each other."""
    return bool(c.says["label"] or c.says["roster"])


def _structure(*units: Candidate) -> bool:
    """Return whether the title of one speaks of the whole structure: "Risk Organization" above its teams."""
    return any(u.full.head in ("organization", "organisation") for u in units)


def _shortens(short: Candidate, full: Candidate, text: str, company: frozenset[str]) -> bool:
    """Return whether the name of `short` is that of `full` with words left out that do not matter."""
    a, b = _distinguishing(short), _distinguishing(full)
    if not a and _words(short.full.complement)[1:] == b != []:
        return True  # "Committee of AI Ethics" is the "AI Ethics Committee"
    if _initialled(short.full.modifiers.split(), b) or _clips(short, full, text):
        return True
    if generic(short.full.modifiers) or not a or len(a) >= len(b) or not set(a) <= set(b):
        return False
    fillers = {*load("body_names.toml")["fillers"]["words"], *company}
    if all(w in fillers for w in b if w not in a):
        in_charts = "executive" in b and short.says["chart"] and full.says["chart"]  # the board's and the managers'
        return not (in_charts or _in_one_sentence(short, full, text))
    parts = _AND_IN_LIST.split(full.full.modifiers.lower())
    if short.full.modifiers.lower() in parts:
        if not short.full.organ:
            return _follows(short, full)
        return len(parts) > 2 or (short.full.modifiers.lower() == parts[0] and not _told_apart(short, full, text))
    cut = " ".join(b[: -len(a)])
    return b[-len(a) :] == a and all(_line_above(text, name.start).endswith(cut) for name in short.names)


def _clips(short: Candidate, full: Candidate, text: str) -> bool:
    """Return whether `short`, which stands behind `full` or hardly ever, has the last words of its name."""
    a, b = _distinguishing(short), _distinguishing(full)
    joined = short.full.modifiers.lower() in _AND_IN_LIST.split(full.full.modifiers.lower())
    if not a or len(a) >= len(b) or b[-len(a) :] != a or joined or not short.full.organ:
        return False
    follows = _follows(short, full)
    if a in (["steering"], ["working"], ["leading"]):
        return short.cased and follows  # "Steering Council" is the "Climate Steering Council"
    data = load("body_names.toml")
    if {*a} <= {*data["collective"]["words"], *data["broad"]["words"]} or not {*b[: -len(a)]}.isdisjoint(
        data["levels"]["words"]
    ):
        return False
    rare = len(short.names) <= _RARE and not any(short.says[what] for what in ("setup", "board", "duty", "label"))
    return (follows or rare) and not _told_apart(short, full, text)


def _told_apart(one: Candidate, other: Candidate, text: str) -> bool:
    """Return whether the text shows the two side by side: in a sentence, or as labels."""
    return _in_one_sentence(one, other, text) or (_placed(one) and _placed(other))


def _in_one_sentence(one: Candidate, other: Candidate, text: str) -> bool:
    """Return whether a sentence names both in full, as it would not name one body: "the A Committee reports to …"."""
    for a in one.names:
        for b in other.names:
            first, second = sorted((a, b), key=lambda name: name.start)
            between = text[first.end : second.start]
            if first.end <= second.start < first.end + _SENTENCE and not _PARTED.search(between):
                return True
    return False


def _initialled(short: list[str], full: list[str]) -> bool:
    """Return whether `short` is `full` with words in capitals for the first letters of several: "RM Steering"."""
    if not short or len(short) >= len(full):
        return False
    at = 0
    for word in short:
        if word.isupper() and len(word) > 1 and [w[0] for w in full[at : at + len(word)]] == list(word.lower()):
            at += len(word)
        elif at < len(full) and word.lower() == full[at]:
            at += 1
        else:
            return False
    return at == len(full)


def _twin_key(c: Candidate) -> frozenset[str]:
    """Return what two names of one working group or task force share: the words before the head, in any order."""
    return frozenset(_words(c.full.modifiers) + _words(c.full.complement)) or frozenset({c.key})


def _follows(short: Candidate, full: Candidate) -> bool:
    """Return whether the name of `short` stands only where that of `full` stood shortly before."""
    return all(any(0 < s.start - f.start < _NEAR for f in full.names) for s in short.names)


def _line_above(text: str, at: int) -> str:
    """Return the end of the line above the one that begins at `at`, in lower case; "" inside a line."""
    return text[max(0, at - 60) : at - 1].lower() if text[at - 1 : at] == "\n" else ""


def _distinguishing(c: Candidate) -> list[str]:
    """Return the words that tell `c` from bodies with its head, without the company's name and idle adjectives."""
    if c.full.complement:
        return _words(c.full.modifiers)
    return [w for w in c.key.split()[: -len(c.full.head.split())] if w != "and"]


def _words(part: str) -> list[str]:
    return re.findall(r"[\w'’-]+", re.sub(r"\([^)]*\)| and | & ", " ", part.lower()))
