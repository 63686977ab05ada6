"""Who or what holds a certificate: the company, or the parts of it that the sentence names.

The words are data (`data/certification_holders.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from esggraph.extraction.certifications.cells import field
from esggraph.extraction.certifications.holder_lists import list_start, names_after
from esggraph.jurisdictions import nation_words
from esggraph.names import normalise
from esggraph.resources import load_data

# a capitalised word that does not begin a standard's number
_WORD = r"(?![A-Z][A-Z/]{1,40}[ -]?\d{3})[A-Z][\w&'’®.-]{0,40}(?: ?\([A-Z][^()\n]{1,30}\))?"
_REACH = 260  # characters before the certificate in which its holder is looked for


@cache
def _words(name: str) -> str:
    data = load_data("certification_holders.toml")
    return "|".join(data[name])


@cache
def _name() -> str:
    legal = rf", ?(?:{_words('legal_forms')})(?!\w)\.?"
    return rf"(?P<name>{_WORD}(?:(?: (?:of|de|del|the|and|&))? {_WORD}|{legal})*(?: (?:{_words('sites')}))?)"


@cache
def _subject() -> re.Pattern[str]:
    """The subject of "Example Plant in Exampleton has obtained"."""
    between = r"(?: in [A-Z][\w, ]{2,40}?)?,? (?:(?:the latter of which|which|also|both|successfully|all|each) )*"
    return re.compile(rf"{_name()}{between}(?=(?:{_words('verbs')})\b)")


@cache
def _after() -> re.Pattern[str]:
    """What stands before a name in " certification of the Example Plant", and what the names are."""
    noun = r"[^.,;\n]{0,45}?\b(?:certifi\w+|registrations?|accreditation)[”\"’]?"
    held = (
        r"(?:(?:was|were|has been|have been|is|are) )?(?:also |now )?"
        r"(?:acquired|granted|awarded|held|obtained|achieved|issued|kept)"
    )
    reaching = (
        r"(?:(?:also |now )?(?:covers?|extends? to|includes?|applies to|comprises|encompasses|is valid for"
        r"|is in place at))"
    )
    deeds = "extended|given|transferred|confirmed|renewed|reissued|granted"
    given = rf"(?:was|were|has been|have been) (?:{deeds}) (?:to|for|at)"
    link = rf"(?:of|for|at|by|to|in|{reaching}|(?P<given>{given})|{held} (?:by|to|for|at))"
    heads = rf"(?P<head>{_words('site_plurals')}|subsidiaries|companies)"
    kind = rf"(?:(?:[a-z-]+ ){{0,4}}?{heads} (?:in|at|of|such as|including) )?"
    told = rf"(?:{noun} {link}|(?P<held>,? {held} by| {reaching}))"
    return re.compile(rf"{told} (?:the |our |its )?{kind}(?:the |our |its )?(?=[A-Z])")


@cache
def _one_name() -> re.Pattern[str]:
    """A name of a list, in which "and" joins names."""
    return re.compile(_name().replace("(?P<name>", "(?:").replace("the|and|&", "the|&"))


@cache
def _name_at_end() -> re.Pattern[str]:
    """A name, but not the first word of a sentence: "Both Example Plant and …"."""
    return re.compile(rf"(?<![\w’'.-])(?!(?:{_words('openers')}) )(?:{_one_name().pattern})$")


@cache
def _counted() -> re.Pattern[str]:
    """The subject of "12 plants of the Group have passed"."""
    number = rf"(?<![\d.])(?P<count>(?!(?:19|20)\d\d\b)\d[\d,]*|(?:{_words('numerals')})(?!\w))"
    things = rf"(?:of (?:our|its|the) )?(?P<what>(?:[\w-]+ (?:of )?){{0,3}}?(?:{_words('countable')}))"
    return re.compile(rf"{number} {things}\b[^.;\n]{{0,40}}?\b(?:{_words('verbs')})\b", re.I)


@cache
def finite_verb() -> re.Pattern[str]:
    """Return the pattern of the verbs that make a line a statement about a certificate."""
    return re.compile(rf"\b(?:{_words('verbs')})\b(?! (?:by|in|on) (?:\d|[A-Z]))")


@cache
def business_word() -> re.Pattern[str]:
    """Return the pattern of the words for what a part of a company does: "Oil", "Marketing"."""
    return re.compile(rf"\b(?:{_words('business_words')})\b", re.I)


@cache
def _gets() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('gets')})\b")


@cache
def _part_like() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('sites')}|{_words('legal_forms')})(?!\w)", re.I)


@cache
def _listed() -> re.Pattern[str]:
    """The names in "certified the systems of Example Co. Ltd., of Example Wire Ltd. and of Example AG"."""
    name = rf"(?:of |the )*{_name().replace('(?P<name>', '(?:')}"
    return re.compile(rf"\bcertif\w+ [^.;\n]{{0,70}}? of (?P<names>{name}(?:(?:, and |, | and ){name})+)")


@cache
def _next() -> re.Pattern[str]:
    """The names in a next sentence "These are Example Co. Ltd., Example Wire Ltd. and Example AG"."""
    name = _name().replace("(?P<name>", "(?:")
    return re.compile(rf"\s*(?:These|They) are:? (?P<names>{name}(?:(?:, and |, | and ){name})*)")


_PLACE = rf"(?:the |our )?{_WORD}(?: {_WORD})?"
_LINKED = r"(?: (?:also|both|all|each|now|since))* "
_PLACES = rf"(?P<places>{_PLACE}(?:, {_PLACE})*,? and {_PLACE})"


@cache
def _sites_of() -> re.Pattern[str]:
    """The places in "Our Exampleton, Sampleton and Testville plants"."""
    return re.compile(rf"{_PLACES} (?P<head>{_words('site_plurals')})\b")


@cache
def _sites_after() -> re.Pattern[str]:
    """The places in " certification for the plants in Exampleton, Sampleton and Testville"."""
    noun = r"[^.,;\n]{0,45}?\b(?:certifi\w+|registrations?|accreditation) "
    return re.compile(
        rf"{noun}(?:for|at|of|to|by|in) (?:[a-z]+ ){{0,4}}?(?P<head>{_words('site_plurals')}) (?:in|at|of) {_PLACES}"
    )


_CERTIFIED = re.compile(
    r" (?:certified|accredited|registered|certification): "
)  # "these sites are ISO 14001 certified: "
# "in the Czech Republic, Greece and Portugal", "In five local markets – Germany, Greece and Ireland – we have"
_COUNTRIES_AFTER = re.compile(rf"[^.,;\n]{{0,30}}? in {_PLACES}")
_COUNTRIES_BEFORE = re.compile(rf"\bIn (?:[\w ]{{3,40}} ?[–—:(-] ?)?{_PLACES}")
_FIELD = re.compile(r"\s*(?:For|In) (?:the |our |its )?(?P<field>(?:[\w-]+ ){1,4}(?:field|business|segment|sector)),")


# "Three offices hold LEED Gold: Exampleton, Sampleton and Testville"
_COLON = re.compile(r"(?: \(?[A-Z]\w+\)?)?(?: (?:certifi\w+|ratings?|labels?|status))?: (?=[A-Z])")
_PLURAL = re.compile(r"(?:(?:also|both|all|each|now) )*(?:hold|have|carry|keep|maintain|are|were)\b")
_LABEL = re.compile(r"[ •–—-]*(?P<name>[A-Z0-9][^:]{1,80}): (?:the |its |an? )?")


@cache
def _named_places() -> re.Pattern[str]:
    """What leads to the names in " certified at three plants: Exampleton, Sampleton and Testville"."""
    things = rf"(?:{_words('site_plurals')}|{_words('countable')})"
    return re.compile(rf"[^.,;:\n(]{{0,70}}?\b{things}(?:: |,? namely,? | \(| [–—-] )(?:the |our )?(?=[A-Z])", re.I)


def _is_unit(name: str, own: set[str]) -> bool:
    """Whether the label of a line is a part of the company: "Example Plant: …", "EXA: …"."""
    if field().fullmatch(name) or not _one_name().fullmatch(name) or _is_own(name, own):
        return False
    return is_part(name) or _is_named_part(name, own) or name in nation_words()


def holders(left: str, right: str, following: str = "", company: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the holders that a sentence names before (`left`) or after (`right`) a certificate; () for the company.

    `following`: the text after the sentence. `company`: the names of the reporting company, none of which is a part of
    it. Where they are not known, only names of sites and of legal form ("Example Plant", "Example Co., Ltd.") are
    holders.
    """
    own = {_plain(name) for name in company}
    if (m := _after().match(right)) and (found := _named_after(right, m, own)):
        return found
    if (m := _CERTIFIED.match(right)) and re.search(rf"\b(?:{_words('site_plurals')})\b", left[-90:]):
        return tuple(map(_clean, names_after(right, m.end(), _one_name())))
    for m in (_listed().search(left[-_REACH:]), _next().match(following)):
        if m and (found := _each(m["names"])):
            return found
    if found := _by_place(left, right):
        return found
    if (m := _named_places().match(right)) and len(
        found := tuple(map(_clean, names_after(right, m.end(), _one_name())))
    ) > 1:
        return found
    if (m := _LABEL.fullmatch(left)) and _is_unit(m["name"], own):
        return (m["name"],)
    if m := _FIELD.match(left):
        return (m["field"],)
    before = left[-_REACH:]
    counted, colon = _counted().search(before), _COLON.match(right)
    if counted and colon and len(names := names_after(right, colon.end(), _one_name())) > 1:
        return tuple(map(_clean, names))
    subjects = list(_subject().finditer(before))
    if subjects:
        last = subjects[-1]
        if "the latter of which" in last[0]:
            return _parts(last["name"].split(" and ")[-1], own)
        gets = bool(own) and _gets().match(before, last.end()) is not None
        first = list_start(before, last.start("name"), _name_at_end())
        listed = names_after(before, first, _one_name()) if " and " in before[first : last.end("name")] else []
        named = [name for name in listed if not _is_own(name, own)]
        several = len(listed) > 2 or all(" " not in name for name in listed) or _PLURAL.match(before, last.end())
        bare = gets and len(named) == len(listed) > 1 and several
        if listed and (bare or (len(listed) > 2 and all(_is_named_part(name, own) for name in listed))):
            return tuple(map(_clean, listed))
        if found := _parts(last["name"], own, any_name=gets):
            return found
    if counted:
        return (f"{counted['count']} {counted['what']}",)
    return ()


def before_bracket(left: str, company: Iterable[str] = ()) -> str | None:
    """Return the name before a bracket that opens at the end of `left`: "the Example Tower ("; None for no name."""
    m = re.search(rf"{_name()} ?\($", left[-_REACH:])
    if not m:
        return None
    name = re.split(r"\) and ", re.sub(rf"^(?:{_words('openers')}) ", "", m["name"]))[-1]
    return "company" if names_company(name, company) else name


def _named_after(right: str, m: re.Match[str], own: set[str]) -> tuple[str, ...]:
    """Return the names of parts of the company that stand behind `m`, the words that lead to them."""
    names = names_after(right, m.end(), _one_name())
    if (m["held"] or m["given"]) and len(names) > 1 and not any(_is_own(name, own) for name in names):
        return tuple(map(_clean, names))
    if len(names) > 1 and (m["head"] or all(_is_named_part(name, own) for name in names)):
        bare = m["head"] and not any(map(is_part, names))  # "the plants in Exampleton and Sampleton"
        return tuple(f"{_clean(name)} {_singular(m['head'])}" if bare else _clean(name) for name in names)
    return _parts(names[0], own) if names else ()


def _singular(noun: str) -> str:
    return re.sub(r"ies$", "y", noun).removesuffix("s")


def _is_named_part(name: str, own: set[str]) -> bool:
    """Whether `name` is called like a part of the company, or by its name and more: "Example Bank Austria"."""
    if _is_own(name, own):
        return False
    words = _plain(name).split()
    return is_part(name) or any(words[: len(form.split())] == form.split() for form in own if form)


@cache
def _sites_in() -> re.Pattern[str]:
    """The places in "our mills in Exampleton, Sampleton and Testville are"."""
    head = rf"\b(?P<head>{_words('site_plurals')}|those)"
    return re.compile(rf"{head} (?:in|at|of) {_PLACES},?{_LINKED}(?:{_words('verbs')})\b")


def _by_place(left: str, right: str) -> tuple[str, ...]:
    """Return the sites or countries of a list of places."""
    if inside := list(_sites_in().finditer(left[-_REACH:])):
        found = _places(inside[-1]["places"])
        if inside[-1]["head"] != "those" or set(found).isdisjoint(nation_words()):
            kind = "" if inside[-1]["head"] == "those" else f" {_singular(inside[-1]['head'])}"
            return tuple(place + kind for place in found)
    if sites := list(_sites_of().finditer(left[-_REACH:])):
        last = sites[-1]
        return tuple(f"{place} {_singular(last['head'])}" for place in _places(last["places"]))
    if m := _sites_after().match(right):
        return tuple(f"{place} {_singular(m['head'])}" for place in _places(m["places"]))
    for m in (_COUNTRIES_AFTER.match(right), _COUNTRIES_BEFORE.search(left[-_REACH:])):
        if m and not set(found := _places(m["places"])).isdisjoint(nation_words()):
            return found
    return ()


def _places(names: str) -> tuple[str, ...]:
    pieces = re.split(r",? and |, ", names)
    return tuple(re.sub(r"^(?:the|our|Our|The) |[.,]$", "", piece) for piece in pieces)


def _each(names: str) -> tuple[str, ...]:
    """Return the companies of a list of names that all have their legal form; () where one has not."""
    pieces = [re.sub(r"^(?:of |the )+", "", p) for p in re.split(r", and |, (?!(?:Ltd|Inc|LLC)\b)| and ", names)]
    legal = re.compile(rf"\b(?:{_words('legal_forms')})(?!\w)")
    return tuple(map(_clean, pieces)) if all(legal.search(p) for p in pieces) else ()


def _parts(names: str, own: set[str], any_name: bool = False) -> tuple[str, ...]:
    """Return the named parts of the company in "A Co., Ltd. and B Plant"; () when one of them is no part of it."""
    pieces = [re.sub(rf"^(?:{_words('openers')}) ", "", p).strip(" ,&") for p in re.split(r" and (?=[A-Z])", names)]
    if not all(_part_like().search(p) for p in pieces):
        pieces = [" and ".join(pieces)]
    for piece in pieces:
        if not piece[:1].isupper() or re.match(rf"(?:{_words('determiners')})(?!\w)", piece) or _is_own(piece, own):
            return ()
        if not (any_name or _part_like().search(piece)):
            return ()
    return tuple(_clean(piece) for piece in pieces)


def _clean(name: str) -> str:
    name = re.sub(r"(?:’s|'s)$", "", name)
    return name if re.search(r"\b(?:Ltd|Co|Inc|Corp|A)\.$", name) else name.rstrip(".")


def is_part(name: str) -> bool:
    """Return whether `name` is called like a site or a company: "Example Plant", "Example Co., Ltd."."""
    return _part_like().search(name) is not None


def names_company(name: str, company: Iterable[str]) -> bool:
    """Return whether `name` is one of the company's names, or a short form of one."""
    return _is_own(name, {_plain(own) for own in company})


def _plain(name: str) -> str:
    return normalise(re.sub(rf",? (?:{_words('legal_forms')})\.?(?!\w)", "", name))


def _is_own(name: str, own: set[str]) -> bool:
    """Whether all words of `name` are in one of the company's names: "Example" of "Example Group Holdings"."""
    words = set(_plain(name).split())
    return any(words <= set(form.split()) for form in own)
