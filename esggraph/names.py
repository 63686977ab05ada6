"""Names as they compare: one normal form for the spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTES = re.compile(r"[\"“”«»《》*_]")
_PARENTHESES = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_ARTICLES = re.compile(r"\b(?:the|a|an|our|its|their)\b")
_SPELLING = {
    "defense": "defence",
    "organization": "organisation",
    "cyber security": "cybersecurity",
    "labor": "labour",
    "programme": "program",
    "centre": "center",
    "behavior": "behaviour",
}


def normalise(name: str, company_names: Iterable[str] = ()) -> str:
    """Return the form in which two spellings of one name are equal.

    Case, quotation marks, articles, parentheses, punctuation, British or American spelling, a plural at the end and the
    company's own names ("of Alibaba Pictures") make no difference.
    """
    s = name.lower().replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-").replace("&", " and ")
    s = _PARENTHESES.sub(" ", _QUOTES.sub("", s))
    s = re.sub(r"[^\w' ]", " ", s)
    for form in sorted(company_names, key=len, reverse=True):
        plain = re.sub(r"[^\w' ]", " ", form.lower()).strip()
        if len(plain) > 2:
            s = re.sub(rf"\b(?:of |for |by )?(?:the )?{re.escape(plain)}(?:'s?)?(?: group(?:'s)?)?(?!\w)", " ", s)
    s = re.sub(r"\bof the (?:group|company|corporation)\b|\b(?:group|company)'s\b", " ", s)
    s = _ARTICLES.sub(" ", s)
    for a, b in _SPELLING.items():
        s = s.replace(a, b)
    words = s.replace("'", "").split()
    if words and len(words[-1]) > 4 and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def initials(name: str) -> str:
    """Return the acronym a reader would make of `name`: the initials of its capitalised words."""
    return "".join(w[0] for w in re.findall(r"\b[A-Z][\w'’]*", name))
