"""The name of a document that an item of a list holds, without what the item says of it, and what its noun tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from esggraph.extraction.instruments.jurisdiction import named_in
from esggraph.extraction.instruments.title_leads import lead_of
from esggraph.extraction.instruments.title_words import Head, heads, title_words
from esggraph.resources import load_data
from esggraph.vocabulary import lookup

_WORDS = 12  # of a name at most
_TITLE = 12  # of one that nothing announces
_TAIL = 8  # of one in sentence case that its noun begins
_PHRASE = 6  # of one in sentence case that its noun ends
_BULLET = re.compile(r"(?:[•·∙●▪■◆►➢✓→–—*>-]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|\d{1,2}(?= [A-Z]))\s*")
_END = re.compile(r"[ .;,]+$")
_NUMBERS = re.compile(r"\d[\d.,%]*")
_CELLS = re.compile(r" ?\|.*")
# what an item says of the document behind its name: "– in eight languages", ": who may sign", "(revised in 2022)"
_SAID = re.compile(r"\s+[–—-]\s|:\s|,? \(|, (?=[a-z])|\s?\.{4,}|,? (?:19|20)\d\d (?=[a-z\d-])")
_LABEL = re.compile(r"\b(?:polic(?:y|ies)|standards|codes|rules|procedures|documents|principles|guidelines):\s$")
_UNFINISHED = re.compile(r" (?:of|on|for|against|and|&|the|to|in)$")
_ARTICLES = frozenset(("The", "Our"))  # that begin names too
_JOINING = frozenset(("the", "a", "an", "our", "its", "in", "by", "with", "at", "from", "or", "as", "within", "under"))
_AFTER = frozenset(("on", "for", "against", "of", "and", "&", "to", "regarding", "concerning", "governing"))
# an organisation's acronym in front, not one that names a topic
_ORGANISATION = re.compile(
    r"(?!ESG|EHS|HSE|QHSE|SHE|HR|IT|AI|IP|BCP|BCM|CSR|AML|ABC|VOC|SOP|KYC|OHS|OSH|DEI|PII|GHG|CEO|CFO|ICT|CRM|IPR|ERM)"
    r"[A-Z]{3,}\b"
)
_STRONG = 2.0  # how surely a noun names a document from which a name in a list is one whatever the others are


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load_data('document_lists.toml')['words']['never'])})", re.I)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('document_lists.toml')['words']['verbs'])})\b", re.I)


def name_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where in text[start:end], a line or a short sentence, a name begins and ends; None if it holds none."""
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    name = _END.sub("", _CELLS.sub("", text[start:end]))
    for said in _SAID.finditer(name):
        if head_of(name[: said.start()]) and not _LABEL.search(name, 0, said.end()):
            name = name[: said.start()]
            break
    if not name[:1].isupper() or len(name.split()) > _WORDS or len(name) < 4 or "www." in name:
        return None
    if (":" in name and not head_of(name)) or _UNFINISHED.search(name):
        return None
    if name.split()[0] in title_words().starters - _ARTICLES:
        return None  # a sentence
    if ";" in name or sum(head_of(part.strip()) is not None for part in name.split(",")) > 1:
        return None  # several in one item
    if _verbs().search(name) or never_names(name) or len(_NUMBERS.findall(name)) > 1 or lead_of(name):
        return None
    return start, start + len(name)


def head_of(name: str) -> Head | None:
    """Return the noun that tells which document `name` is; None if it has none where such nouns stand."""
    words = name.lower().split()
    for n in (6, 5, 4, 3, 2, 1):
        head = heads().get(tuple(words[-n:])) if len(words) >= n else None
        if head and head.policy and (len(words) > n or head.alone):
            return head
    for at, word in enumerate(words[:-1]):
        head = heads().get((word,))
        if head and head.policy and words[at + 1] in _AFTER and (at or words[at + 1] not in ("and", "&")):
            return head
    return None


def is_strong(head: Head) -> bool:
    """Return whether a name with this noun is a company's document more surely than any list can tell."""
    return head.document >= _STRONG and head.lean < 0


def is_outside(name: str) -> bool:
    """Return whether `name` is an outside instrument's: it names a nation or an authority, or is a known one."""
    return named_in(name) is not None or lookup(name) is not None


def reads_as_title(name: str) -> bool:
    """Return whether `name` is written as a title is: in title case, or in sentence case with its noun at an edge."""
    words = name.split()
    if words[0] in title_words().openers or len(words) > _TITLE:
        return False
    small = sum(word[0].islower() and word not in _AFTER | _JOINING for word in words)
    if small and words[-1][0].isupper():
        return False  # a cell and the name after it
    last = any(heads().get(tuple(w.lower() for w in words[-n:])) for n in (1, 2, 3))
    first = any(heads().get(tuple(w.lower() for w in words[:n])) for n in (1, 2, 3))
    return 3 * small <= len(words) or (last and len(words) <= _PHRASE) or (first and len(words) <= _TAIL)


def is_others(name: str, beside: Iterable[str]) -> bool:
    """Return whether `name` begins with an organisation's acronym that no other of the names `beside` begins with."""
    acronym = _ORGANISATION.match(name)
    return acronym is not None and sum(other.startswith(acronym[0]) for other in beside) < 2


def never_names(name: str) -> bool:
    """Return whether `name` is a word of tables or a phrase that ends in a document's noun and is no document."""
    return bool(_never().fullmatch(name) or title_words().never.search(name))
