"""Whose law an instrument is: by the words of its title, those around it, and the country the company reports from."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache

from esggraph.jurisdictions import nation_words
from esggraph.resources import PACKAGE


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    data = tomllib.loads((PACKAGE / "data" / "instrument_issuers.toml").read_text(encoding="utf-8"))
    codes = dict(nation_words())
    codes.update((name, code) for code, names in data.items() for name in names)
    names = "|".join(re.escape(n).replace("'", "['’]") for n in sorted(codes, key=len, reverse=True))
    return codes, re.compile(rf"(?<![\w-])(?:{names})(?![\w])")


def named_in(text: str) -> str | None:
    """Return the jurisdiction whose nation or authority `text` names; the first one named, a nation before INT."""
    codes, pattern = _names()
    found = [codes[m.group().replace("’", "'")] for m in pattern.finditer(text)]
    return next((c for c in found if c != "INT"), found[0] if found else None)


def home(text: str) -> str | None:
    """Return the country that a report speaks of most, which is where its company is at home; None if it is not clear.

    EU and INT are no home.
    """
    nations = nation_words()
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(n) for n in sorted(nations, key=len, reverse=True)) + r")(?!\w)"
    )
    counts = Counter(nations[m] for m in pattern.findall(text))
    del counts["EU"], counts["INT"]
    most = counts.most_common(1)
    return most[0][0] if most and most[0][1] >= 3 else None
