"""The title of a text that is a policy, a statement or a code itself: "Example Ltd – Modern Slavery Statement 2024".

Elsewhere a heading in capitals, or in lower case behind its first word, names a section; the first line names the
document. Offsets are 0-based, ends exclusive.
"""

from __future__ import annotations

import re
from functools import cache

from esggraph.extraction.instruments.plain_titles import PlainTitle
from esggraph.extraction.instruments.title_words import title_words
from esggraph.resources import load_data

_LINES = 3  # behind a logo and the company's name
_YEAR_LAST = re.compile(r"\d\d\.$")  # so a line ends that is a title and has a full stop
_LONGEST = 160  # characters of a line that is a title and what belongs to it


@cache
def _title() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_data("own_titles.toml")["nouns"], key=len, reverse=True))
    word = r"[\w&’'/-]{1,30}"
    return re.compile(
        rf"(?:[^:|–—]{{2,80}}?(?: [-–—|]|:|\.) )?(?P<name>(?:the )?(?:{word},? ){{0,9}}?(?P<noun>{nouns})"
        rf"(?: (?:on|for|against|regarding)(?! (?:the )?(?:financial|fiscal|year|\d))(?: {word},?){{1,8}}?)?"
        r"(?P<year> (?:19|20)\d\d(?:[-–/]\d{2,4})?)?)(?:,? (?:FY|Financial Year|Fiscal Year) ?[\d/–-]+)?\.?"
        r"(?: ?[(–—|:].*| (?:of|for|by) (?:the )?(?:[A-Z]|\d|financial|fiscal|year).*)?",
        re.I,
    )


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('own_titles.toml')['topics']['words'])})\b", re.I)


def own_title(text: str) -> PlainTitle | None:
    """Return the title that one of the first lines of `text` gives it, if that is one of a policy or statement."""
    start = 0
    for line in text.split("\n", _LINES)[:_LINES]:
        if "report" in line.lower():
            return None  # what follows are its sections
        m = _title().fullmatch(line) if len(line) <= _LONGEST else None
        sentence = line.endswith(".") and not _YEAR_LAST.search(line)
        if m and not sentence and _topic().search(m["name"]) and not title_words().never.search(m["name"]):
            kind = load_data("own_titles.toml")["nouns"][m["noun"].lower()]
            return PlainTitle(m["name"], start + m.start("name"), start + m.end("name"), kind)
        start += len(line) + 1
    return None
