"""Who reports: the company's legal name, its other names and its stock codes, from the report's text.

The reporter is the company whose name a report uses most by itself ("Example has …", "Example's …"), and whose full
name it explains or prints on its cover; assurance firms, exchanges and partners are named, but seldom spoken of.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import Levenshtein

from esggraph.jurisdictions import nation_words
from esggraph.reading.legal_names import DEFINITION, FullName, company_words, full_names, misread
from esggraph.report import Company

_COVER = 40  # lines at the start and at the end of a report that name its company
_NEARLY = 0.85  # share of the commonest short name's uses from which a longer one is preferred
_LONG = 15  # characters of a name from which a letter more or less is a slip
_SLIP = 8  # characters of a short name from which that holds too
_BESIDE = 15  # characters between a company's name and the exchange of its shares
_ENOUGH = 20  # times that a full name is printed, after which more say nothing
_OFTEN = 0.3  # share of its uses from which another is an alias
_SUBJECT = re.compile(
    r"(?:^|\n|[a-z,.;:(] )([A-Z][\w&]+(?: [A-Z][\w&]+){0,2})(?=['’]s |"
    r" (?:has|is|will|was|had|continues|aims|believes|supports|established|operates|recognizes|recognises) )"
)
_RUN = re.compile(r"(?<![\w’'&-])[^\W\d_a-z][\w&-]*+(?: (?:(?:of|and|&) )?[^\W\d_a-z][\w&-]*+)*+")
_STANDS_ALONE = re.compile(r"(?:['’]s?)?(?:[.,;:)”\"’']| [a-z(–—]|\n|$)")  # no further part of the name follows
_QUOTED = re.compile(r"(?:\bthe )?[“\"‘']([^“”\"‘’]{2,60}?)[”\"’'](?!\w)", re.I)
_QUOTES = re.compile(r"[“”\"]|(?<!\w)['‘’]|['‘’](?!\w)")
_PARTS = re.compile(r"[(),/]| or | and ")
_DASHED = re.compile(r" [–—-] ([A-Z]\w{2,})\b")
_CODE = re.compile(r"(?:[A-Z]{1,5}|\d{3,6})(?:\.[A-Z]{1,2})?(?![\w.]*\d)(?!\w)")


@dataclass(slots=True)
class _Candidate:
    """A company that the text names in full."""

    core: str  # the name without its legal form
    forms: Counter[str] = field(default_factory=Counter)  # full names as printed
    defined: Counter[str] = field(default_factory=Counter)  # short forms that the text defines for it
    weak: bool = True  # no form of the name has a legal form
    score: float = 0.0
    short: str = ""  # what the text mostly calls it


def find_company(lines: list[str], text: str) -> Company:
    """Return the company that a report with these lines (as printed) and this running text is about.

    The name is "" where the text names no company.
    """
    printed = "\n".join(lines)
    usage = _Usage(printed)
    spoken_of = _most_spoken_of(printed)
    candidates = _candidates(printed, text)
    cover = "\n".join((*lines[:_COVER], *lines[-_COVER:]))
    for candidate in candidates:
        _weigh(candidate, cover, usage)
    best = max(candidates, key=lambda c: c.score, default=None)
    if best is None or best.score < usage(spoken_of):
        return Company(spoken_of, (), tuple(_stock_codes(printed, [spoken_of])))
    formal = next((c for c in candidates if best.forms.keys() & c.defined.keys()), _with_legal_form(best, candidates))
    name = _full_name(formal, printed, text)
    aliases = _aliases(formal, best, usage, candidates)
    repaired = [_repaired(form, text) for form in (name, *aliases)]
    forms = tuple(dict.fromkeys((*repaired[1:], name, *aliases)))
    return Company(repaired[0], tuple(f for f in forms if f != repaired[0]), tuple(_stock_codes(printed, forms)))


def _candidates(printed: str, text: str) -> list[_Candidate]:
    """Return the companies named in full; the running text adds the names that lines break."""
    found: dict[str, _Candidate] = {}
    for broken, where in ((False, printed), (True, text)):
        for named in full_names(where):
            candidate = found.setdefault(named.key, _Candidate(named.core))
            if not broken or named.form not in candidate.forms:
                candidate.forms[named.form] += 1
            candidate.weak &= named.weak
            candidate.defined.update(_definitions(where, named))
    merged: dict[str, _Candidate] = {}
    for key, candidate in found.items():
        like = next((k for k in merged if len(k) > _LONG and Levenshtein.distance(k, key, score_cutoff=1) < 2), key)
        if like in merged:
            merged[like].forms += candidate.forms
            merged[like].defined += candidate.defined
        else:
            merged[key] = candidate
    for candidate in merged.values():
        mixed = [form for form, _ in candidate.forms.most_common() if not form.isupper()]
        if candidate.core.isupper() and mixed:
            candidate.core = mixed[0][: len(candidate.core)]
    return [c for c in merged.values() if not (c.weak and any(map(_is_body, c.forms)))]


def _definitions(text: str, named: FullName) -> list[str]:
    """Return the short forms that the words after a full name define: (“Example” or the “Company”), (EXA), – Exa."""
    found: list[str] = []
    if m := DEFINITION.match(text, named.end, named.end + 400):
        found += [_QUOTES.sub("", q.group()).strip("'‘’ ") for q in _QUOTED.finditer(m.group())]
        parts = [part.strip() for part in _PARTS.split(m.group())]
        found += [part for part in parts if part in company_words()["roles"] or _abbreviates(part, named.core)]
    if (m := _DASHED.match(text, named.end, named.end + 60)) and _abbreviates(m.group(1), named.core):
        found.append(m.group(1))
    return found


def _abbreviates(short: str, name: str) -> bool:
    """Return whether the letters of a short form stand in the name in their order, the first one first."""
    if not (short[:1].isupper() and len(short) > 1 and short.isalnum()):
        return False
    letters = iter(unicodedata.normalize("NFKD", name).lower())
    return name[0] == short[0] and all(c in letters for c in short.lower() if c.isalnum())


class _Usage:
    """How often a text speaks of a name by itself, not as a part of a longer name."""

    def __init__(self, text: str) -> None:
        self.names: Counter[str] = Counter()
        for m in _RUN.finditer(text):
            if not _STANDS_ALONE.match(text, m.end()):
                continue
            words = m.group().split()
            while len(words) > 1 and words[0].lower() in _FUNCTION:
                del words[0]
            self.names[" ".join(words)] += 1

    def __call__(self, name: str) -> int:
        """Return the number of uses of `name`."""
        return self.names[name]


def _most_spoken_of(printed: str) -> str:
    """Return the name that most often is the subject of a sentence or owns something."""
    subjects = Counter(m.group(1) for m in _SUBJECT.finditer(printed))
    names = (
        (name, n)
        for name, n in subjects.items()
        if _is_distinct(name) and not (name.startswith("The ") or _is_body(name))
    )
    return max(names, key=lambda item: item[1], default=("", 0))[0]


@cache
def _generic() -> frozenset[str]:
    words = (
        *company_words()["generic"],
        *company_words()["weak_forms"],
        *company_words()["not_names"],
        *nation_words(),
    )
    return frozenset(word.lower() for word in words) | _FUNCTION | frozenset(company_words()["roles"])


_FUNCTION = frozenset({"the", "a", "this", "it", "in", "of", "and", "&", "there", "these", "that", "what", "he", "she"})


def _is_distinct(name: str) -> bool:
    """Return whether the name holds a word that can name a company by itself."""
    return any(word.lower() not in _generic() and len(word) > 1 and word[0].isalpha() for word in name.split())


def _is_body(name: str) -> bool:
    """Return whether the last words of the name are those of a committee, a team or a unit beside its group's."""
    return name.endswith((*company_words()["bodies"], ", Group"))  # "Head of Legal, Group"


def _short_names(candidate: _Candidate) -> list[str]:
    """Return what a text may call the company by itself: runs of words of its name, and what the text defines."""
    name = candidate.forms.most_common(1)[0][0] if candidate.weak else candidate.core
    words = name.replace(",", "").split()
    runs = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    ends = {words[0], *words}
    named = [
        run
        for i, run in enumerate(runs)
        if (_is_distinct(run) or (i < len(words) and len(run.split()) > 1))
        and all(word in ends and word.lower() not in _FUNCTION for word in (run.split()[0], run.split()[-1]))
    ]
    return list(
        dict.fromkeys((*named, *(name for name in candidate.defined if name[0].isupper() and _is_distinct(name))))
    )


def _weigh(candidate: _Candidate, cover: str, usage: _Usage) -> None:
    """Set what the text calls the company, and how surely it is the reporter."""
    shorts = _short_names(candidate)
    if not shorts:
        return
    most = max(usage(short) for short in shorts)
    candidate.short = max((s for s in shorts if usage(s) >= _NEARLY * most), key=len)
    core = re.sub(r" (?:Group|Holdings?)$", "", candidate.core)
    share = 1.0
    share += not candidate.weak
    share += 0.5 * (core.lower() == candidate.short.lower())
    share += 1.5 * any(_role(name) for name in candidate.defined)
    share += 0.3 * any(form in cover for form in candidate.forms)
    before, found, _ = candidate.core.partition(candidate.short)
    if found and candidate.core not in candidate.forms and re.search(r" (?:of|and|&) ", before):
        share /= 3  # "Articles of Example Group"
    candidate.score = share * most + min(sum(candidate.forms.values()), _ENOUGH)


def _role(name: str) -> bool:
    return name.lower().removeprefix("the ") in company_words()["roles"]


def _with_legal_form(best: _Candidate, candidates: list[_Candidate]) -> _Candidate:
    """Return the company that the text also names with its legal form: "Example AG" for "Example Group"."""
    if not best.weak:
        return best
    named = [c for c in candidates if not c.weak and c.core in (best.core, f"{best.core} Group", best.short)]
    return max(named, key=lambda c: c.score, default=best)


def _full_name(candidate: _Candidate, printed: str, text: str) -> str:
    """Return the full name as it is mostly printed, best one that is neither in capitals nor misread."""
    forms = [form for form, _ in candidate.forms.most_common()]
    mixed = [form for form in forms if not form.isupper()] or forms
    name = next((form for form in mixed if _repaired(form, text) != form), mixed[0])
    with_article = re.search(rf"(?<=[a-z,] )The {re.escape(name)}", printed)
    return f"The {name}" if with_article else name


def _aliases(formal: _Candidate, spoken: _Candidate, usage: _Usage, candidates: list[_Candidate]) -> list[str]:
    """Return the company's other names, the commonest short name first.

    `formal` is the company under its legal name, `spoken` under the name that the text uses: mostly the same.
    """
    cores = [core for c in (formal, spoken) for core in (c.core, re.sub(r" (?:Group|Holdings?)$", "", c.core))]
    same = [c for c in candidates if c.weak and c.core in (spoken.short, *cores)]  # "Example Group"
    defined = {name: None for c in (formal, spoken) for name, _ in c.defined.most_common()}
    found = [
        spoken.short,
        *(name for name in defined if _is_distinct(name) or (_role(name) and name.lower().startswith("the "))),
        *(name for name in _short_names(spoken) if usage(name) >= _OFTEN * usage(spoken.short) > 0),
        *(core for core in cores if usage(core)),
        *(form for c in (formal, spoken, *same) for form, _ in c.forms.most_common()),
        *(form for form in (spoken.short.upper(),) if usage(form)),
        *(name for name in usage.names if _is_slip(name, spoken.short)),
    ]
    return [name for name in dict.fromkeys(found) if name]


def _is_slip(name: str, right: str) -> bool:
    """Return whether a name is another one with a letter misread, lost or doubled."""
    if len(right) < _SLIP or name == right or abs(len(name) - len(right)) > 1 or name[0] != right[0]:
        return False
    return Levenshtein.distance(misread(name), misread(right), score_cutoff=1) < 2


def _repaired(name: str, text: str) -> str:
    """Return the name with a small l that was read for a capital I put right: "Alnnovation", for "innovation" is a word
    of the report and "lnnovation" is none."""

    def right(m: re.Match[str]) -> str:
        rest = m.group(2)
        is_word = re.search(rf"(?<!\w)i{re.escape(rest)}(?!\w)", text) is not None
        return f"{m.group(1)}I{rest}" if is_word else m.group()

    return re.sub(r"\b([A-Z]{1,3})l([a-z]{4,})\b", right, name)


def _stock_codes(printed: str, names: Iterable[str]) -> list[str]:
    """Return the codes printed after an exchange's name, on a line of their own or beside the company's name."""
    found: dict[str, None] = {}
    for m in _exchange().finditer(printed):
        line_start = printed.rfind("\n", 0, m.start()) + 1
        line_end = printed.find("\n", m.end())
        before = printed[max(line_start, m.start() - 120) : m.start()]
        after = printed[m.end() : line_end if line_end >= 0 else None][:40]
        alone = len(before) < 30 and len(after) < 40
        if not alone and not any(name and name in before[-len(name) - _BESIDE :] for name in names):
            continue
        for part in re.split(r"[,/;]| and |\(.*?\)", after):
            if code := _CODE.match(part.strip(" :：.-")):
                found[code.group()] = None
            elif part.strip(" :：)"):
                break
    return list(found)


@cache
def _exchange() -> re.Pattern[str]:
    names = sorted(company_words()["exchanges"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:\)|\b)\s*[:：.]\s*")
