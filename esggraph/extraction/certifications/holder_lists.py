"""Lists of names of parts of a company: "Example Co., Ltd., the Sample Plant and Example Wire GmbH".

Where such a list stands beside a certificate, each name holds one. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re

from esggraph.jurisdictions import nation_words

_LONGEST = 24  # names
_ARTICLE = re.compile(r"(?:the |our |its )")
_JOINT = re.compile(
    r"(?:,? and (?:by |of |for |at )?|, as well as |,? as well as |[,;] |/ ?)(?:the |our |its |of |by |for )?"
)
_JOINT_BEFORE = re.compile(r"(?:,? and |, as well as |, )(?:the |our |its )?$")
_NUMBERS = re.compile(r" \d{1,2}(?:(?:, | and |, and )\d{1,2})*(?!\w)")  # "Data Centres 1, 2 and 3"
_NOUN = re.compile(
    r"(?: (?!(?:and|or|as|in|at|on|by|to|for|of|which|that|is|are|was|were|with)\b)[a-z]{4,}){1,2}(?=[,;]| and )"
)  # "the Sampleton exchange, …"


def names_after(text: str, start: int, name: re.Pattern[str]) -> list[str]:
    """Return the names of the list that begins at text[start], an article aside; `name`: the pattern of one.

    The name of a country behind that of another thing belongs to it: "Example Bank Czechia and Slovakia".
    """
    found: list[str] = []
    article = _ARTICLE.match(text, start)
    at = article.end() if article else start
    while len(found) < _LONGEST and (m := name.match(text, at)):
        more = _NUMBERS.match(text, m.end()) or _NOUN.match(text, m.end())
        called = m[0] + (more[0] if more else "")
        if found and m[0] in nation_words() and found[-1] not in nation_words():
            found[-1] += f" and {called}"
        else:
            found.append(called)
        joint = _JOINT.match(text, more.end() if more else m.end())
        if not joint:
            break
        at = joint.end()
    return found


def list_start(text: str, start: int, name_at_end: re.Pattern[str]) -> int:
    """Return where the list begins that ends with the name at text[start]; `name_at_end`: a name before `$`."""
    for _ in range(_LONGEST):
        joint = _JOINT_BEFORE.search(text, 0, start)
        before = name_at_end.search(text, 0, joint.start()) if joint else None
        if not before:
            return start
        start = before.start()
    return start
