"""The title of a report and the period it covers, from its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from esggraph.reading.legal_names import company_words

_COVER = 60  # lines at the start of a report that can print its title
_COVER_WEIGHT = 8  # uses elsewhere that a place on the cover stands for
_LONGEST = 100  # characters of a title
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})"
)
_YEARS = rf"{_YEAR}(?:\s?[-/–]\s?(?:{_YEAR}|\d\d))?"
_BEFORE_TITLE = re.compile(
    rf"(?<![\w’'])(?:[A-Z][\w’'&]* for )?(?P<year>{_YEARS} )?(?:(?!{_YEAR})[A-Z][\w’'&.]* ){{0,5}}(?:[-–] )?$"
)
_AFTER_TITLE = re.compile(rf"\s*[|–-]?\s*{_YEARS}(?!\w)")
_RANGE = re.compile(
    rf"({_DATE}),? (?:to|through|until|till|and|[-–—~])(?: the)? ({_DATE})|({_DATE})[-–—~]({_DATE})", re.I
)
_ENDED = re.compile(
    rf"(?:fiscal|financial|reporting)? ?year(?: {_YEAR})?,? (?:ended|ending|ends|that ended)(?: on| in)? ({_DATE})",
    re.I,
)
_ABOUT = re.compile(
    r"reporting period|period of|period covered|\bcovers|\breport\b[^.]{0,60}$|time ?frame|\bscope", re.I
)
_IN_YEAR = re.compile(rf"\b(?:in|during|for|of) ({_YEAR})\b", re.I)
_BEFORE, _AFTER = 200, 90  # characters around a range of dates in which the words stand that make it the report's
_DATED = re.compile(rf"(?i:{_MONTH}),? {_YEAR}|\d,? {_YEAR}|{_YEAR}[-./]\d")
_DATE_SPAN = 60  # characters before and after a dated year that a range of dates covers
_STATED = 4  # mentions that one beside such words is worth
_CALENDAR = 2  # mentions that the calendar year of the title is worth
_WEEKS = (52 * 7, 53 * 7)
_YEAR_DAYS = range(350, 381)


def find_title(lines: list[str]) -> str:
    """Return the report's title as its cover or its running headers print it; "" where there is none."""
    found: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for number, line in enumerate(lines):
        for title in _titles(line):
            key = " ".join(re.findall(r"\w+", title.lower()))
            forms[key] = title if key not in forms or forms[key].isupper() else forms[key]
            found[key] += _COVER_WEIGHT if number < _COVER else 1
    best = max(found, key=lambda key: (found[key], len(key)), default="")
    return forms.get(best, "")


@cache
def _subject_and_noun() -> re.Pattern[str]:
    """Return the pattern of "Sustainability Report" and its like, in title case or capitals."""

    def any_of(words: list[str]) -> str:
        forms = sorted({*words, *(w.upper() for w in words), *(w.capitalize() for w in words)}, key=len, reverse=True)
        return "|".join(re.escape(form) for form in forms)

    subject, noun = any_of(company_words()["title_subjects"]), any_of(company_words()["title_nouns"])
    return re.compile(
        rf"(?<!\w)(?:{subject})(?: (?:and|&|AND) (?:{subject}))? (?:{noun}|(?<=Sustainability )performance)(?!\w)"
    )


def _titles(line: str) -> Iterator[str]:
    """Yield the titles in a line: subject and noun with a year before or after, and the company's name before."""
    for m in _subject_and_noun().finditer(line):
        before = _BEFORE_TITLE.search(line, max(0, m.start() - _LONGEST), m.start())
        after = _AFTER_TITLE.match(line, m.end())
        if (before and before.group("year")) or after:
            start, end = before.start() if before else m.start(), after.end() if after else m.end()
            yield " ".join(line[start:end].replace("|", " ").split()).removeprefix("The ")


def find_period(text: str, title: str) -> str:
    """Return the period as an ISO 8601 interval, "2023-04-01/2024-03-31"; "" where neither dates nor years tell it.

    `text` is the running text. Dates beside words about the reporting period count most, then the year that a fiscal
    year ends, then the calendar year of the title, or the one before it where the text speaks of that year more.
    """
    spoken = Counter(int(year) for year in _IN_YEAR.findall(text))
    printed = [int(year) for year in re.findall(_YEAR, title)]
    years = [year for last in printed[-1:] for year in (last, last - 1)] or [y for y, _ in spoken.most_common(1)]
    votes: Counter[tuple[date, date]] = Counter()
    if years:
        year = max(years, key=lambda y: spoken[y])
        votes[date(year, 1, 1), date(year, 12, 31)] = _CALENDAR
    for start, end, where, fiscal in _intervals(text):
        if not years or end.year in years or start.year in years:
            stated = fiscal or _ABOUT.search(text, max(0, where - _BEFORE), where + _AFTER)
            votes[start, end] += _STATED if stated else 1
    if not votes:
        return ""
    start, end = max(votes, key=lambda interval: (votes[interval], interval))
    return f"{start}/{end}"


def _intervals(text: str) -> Iterator[tuple[date, date, int, bool]]:
    """Yield the periods of about a year that the text prints, where, and whether by the end of a fiscal year."""
    ended: list[tuple[date, int]] = []
    for low, high in _near_years(text):
        for m in _RANGE.finditer(text, low, high):
            end = _parse(m.group(2) or m.group(4), None)
            start = _parse(m.group(1) or m.group(3), end.year if end else None)
            if start and end and (end - start).days in _YEAR_DAYS:
                yield start, end, m.start(), False
        for m in _ENDED.finditer(text, low, high):
            if end := _parse(m.group(1), None):
                ended.append((end, m.start()))
    for end, where in ended:
        # of 52 or 53 weeks, where the year before ended on another day
        before = next((day for day, _ in ended if (end - day).days in _WEEKS), _year_before(end))
        yield before + timedelta(days=1), end, where, True


def _near_years(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text around years and words for years' ends, where dates can be."""
    low = high = 0
    for m in _DATED.finditer(text):
        if m.start() - _DATE_SPAN > high:
            yield low, high
            low = m.start() - _DATE_SPAN
        high = m.end() + _DATE_SPAN
    yield low, high


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _parse(words: str, year: int | None) -> date | None:
    """Return the date that the words name; `year` serves where they give none. A day first reads as in Europe."""
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    years = [n for n in numbers if n > 1900] or ([year] if year else [])
    days = [n for n in numbers if n <= 31]
    month = re.search(r"[a-z]{3,}", words.lower().replace("th", "").replace("of", ""))
    try:
        if month:
            return date(years[0], _MONTHS.index(month.group()[:3]) + 1, days[0])
        if numbers[0] > 1900:
            return date(*numbers[:3])
        return date(numbers[2], numbers[1], numbers[0])
    except (IndexError, ValueError):
        return None
