"""Where a single title begins and ends: without the words that open its sentence, its possessor, issuer and date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from esggraph.extraction.instruments.title_shapes import POSSESSIVE, Shape, leads_on, nation_after, number_at
from esggraph.extraction.instruments.title_tokens import SMALL, Sort, Token, is_number_sign, printed, skip_parentheses
from esggraph.extraction.instruments.title_words import TitleWords, title_words

# footnotes, pages and amounts; a number of three digits may be that of a law
_SUBJECT = 7  # tokens of a dash and the subject behind it
_SMALL_FIGURE = re.compile(r"\d{1,2}|\d+\.\d+|\d[\d,]*,\d{3}")
_FIGURE = re.compile(r"\d{1,3}|\d+\.\d+|\d[\d,]*,\d{3}")


def within_dashes(
    tokens: Sequence[Token], first: int, last: int, shape: Shape, *, opens: bool = False
) -> tuple[int, int]:
    """Return tokens[first:last] cut at dashes that do not belong to a title.

    They do after a number ("No. 1 - Standardised Operation") and before the noun of a standard, whose title begins with
    its field ("Information Security Technology – Specification for …"). In running text what follows the noun of a
    company's document is its subject ("our Compliance Guidelines - Complaint Management, a …"); `opens`: the sentence
    begins with the title, so that the line before the dash may be a heading.
    """
    dashes, k = [], first
    while k < last:
        k = skip_parentheses(tokens, k, last)
        if k < last and tokens[k].sort is Sort.DASH:
            dashes.append(k)
        k += 1
    before = [t.text for t in tokens[first : shape.at]]
    if before and all(b in title_words().generic for b in before):
        return first, last  # "Global Regulation - Data Retention": what follows is the name
    for k in dashes:
        if k < shape.at and shape.head.policy not in ("standard", "other"):
            first = k + 1
        elif k > shape.at and not opens and _names_subject(shape, k, last):
            return first, last
        elif k > shape.at and tokens[k - 1].sort is not Sort.NUMBER:
            return first, k if shape.head.policy != "standard" else last
    return first, last


def _names_subject(shape: Shape, dash: int, last: int) -> bool:
    own = shape.head.lean < 0 and shape.head.document >= 3
    return own and dash == shape.after and last - dash <= _SUBJECT


def left_end(tokens: Sequence[Token], first: int, last: int, shape: Shape, *, opens: bool) -> tuple[int, str] | None:
    """Return where the title begins, without openers, parts of documents and possessors; and the possessor.

    `opens`: a sentence or a bullet begins with it. None if the words before the head noun make it the name of an
    institution.
    """
    words = title_words()
    first = _after_openers(tokens, first, shape, words, opens=opens)
    owner = ""
    for k in range(shape.at - 1, first - 1, -1):
        base = re.sub(r"[’']s?$", "", tokens[k].text)
        if (
            re.search(r"(?:[’']s|s[’'])$", tokens[k].text)
            and base.lower() not in words.possessors
            and not _rules_a_body(base, k, first, shape)
        ):
            owner = printed(tokens, first, k + 1).removesuffix(tokens[k].text) + base
            first = k + 1
            break
    numbered = number_at(tokens, shape, last) is not None
    activity = opens and tokens[first].text.endswith("ing") and first < shape.at  # "Improving … for … Rules"
    depth = 0
    for k in range(shape.at - 1, first, -1):
        depth += (tokens[k].sort is Sort.CLOSE) - (tokens[k].sort is Sort.OPEN)
        if depth or tokens[k].sort is not Sort.PREPOSITION:
            continue
        before, after = tokens[k - 1], tokens[k + 1]
        of = tokens[k].text in ("of", "for") and after.sort is Sort.CAPITAL
        if of and before.text in words.institutions:
            return None  # "School of Law"
        # a unit or a person before a preposition is not part of the name, but the "Board of Directors Regulations" is
        unit = before.text in words.owners and not re.match(r"(?:Directors|Supervisors)(?!\w)", after.text)
        deed = before.text in words.deeds and shape.head.lean >= 2
        article = after.sort is Sort.ARTICLE and not deed
        issued = numbered and tokens[k].text == "of"  # "Bank of Italy Circular no. 285"
        inner = tokens[k].text in words.inner or (tokens[k].text == "with" and before.text in words.persons)
        if unit or (numbered and not issued) or article or activity or not inner:
            first = k + 1
            break
    while first < shape.at and tokens[first].links:
        first += 1
    return first, owner


def _rules_a_body(owner: str, at: int, first: int, shape: Shape) -> bool:
    """Return whether the possessor at `at` is the body whose rules the title names: "Audit Committee's Charter"."""
    named = owner == "Board" or (owner in ("Committee", "Council", "Meeting") and at > first)
    return named and shape.head.policy in ("charter", "rules") and shape.at <= at + 2


def _after_openers(tokens: Sequence[Token], first: int, shape: Shape, words: TitleWords, *, opens: bool) -> int:
    while first < shape.at:
        token, following = tokens[first], tokens[first + 1]
        if token.text == "Implementing" and first + 1 == shape.at:
            break  # "Implementing Regulations of the … Law"
        nominal = token.text in words.nominal_openers
        if (
            token.links
            or token.text in words.starters
            or (nominal and following.sort is Sort.PREPOSITION)
            or (not nominal and opens and token.text in words.openers)
        ):
            first += 1
        elif token.text.endswith("ing") and following.text in ("to", "with", "by") and first + 2 <= shape.at:
            first += 2  # "Responding to", "Complying with"
        elif after := _document_part(tokens, first, shape.at):
            first = after
        else:
            break
    return first


def after_part(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the index after "Regulation 34 of the" and the like: nouns of instruments that, numbered, are parts."""
    for at in range(first, min(first + 4, last - 1)):
        if tokens[at].text in title_words().numbered_parts and tokens[at + 1].sort is Sort.NUMBER:
            after = skip_parentheses(tokens, at + 2, last)
            if (
                after + 1 < last
                and tokens[after].text in ("of", "to", "under")
                and tokens[after + 1].sort is Sort.ARTICLE
            ):
                return after + 2
    return first


def _document_part(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the index after "Article 9 of", "Appendix C2 to", "Chapter 7" if such words start at `first`."""
    if tokens[first].text not in title_words().parts:
        return None
    for k in range(first + 1, min(first + 5, end)):
        if tokens[k].text in ("of", "to"):
            return k + 1
        if tokens[k].sort in SMALL:
            return None
    return first + 2 if tokens[first + 1].sort is Sort.NUMBER and first + 2 < end else None


def right_end(tokens: Sequence[Token], first: int, shape: Shape, last: int) -> int:
    """Return where the title that begins at `first` ends: before who issued it, and before the day of its date."""
    words = title_words()
    while last > shape.after and tokens[last - 1].text in words.done:
        last -= 1
    if POSSESSIVE.search(tokens[shape.after - 1].text):
        return shape.after  # "the Code's requirements"
    for k in range(shape.after, last - 1):
        if tokens[k].sort is Sort.NUMBER and tokens[k + 1].text in words.statements and shape.head.law == "law":
            return k + 1  # "Modern Slavery Act 2015 Statement"
    after = skip_parentheses(tokens, shape.after, last)
    closed = not shape.open and after < last and tokens[after].sort is Sort.PREPOSITION
    if closed and (tokens[after].text not in words.opening or leads_on(tokens, shape, after)):
        return after
    number = number_at(tokens, shape, last)
    act = shape.head.law != "convention"  # "Convention No. 190 of the International Labour Organization"
    joined = number and number < last - 1 and tokens[number + 1].sort is Sort.PREPOSITION
    if act and number and joined and tokens[number + 1].text not in ("on", "to", "concerning"):
        # "Decree 231 of 2001", but "Directive 2014/95/EU of the Council"
        year = tokens[min(number + 2, last - 1)].sort is Sort.NUMBER
        return number + 3 if year else number + 1
    inside = 0  # of parentheses, which belong to the name as a whole or not at all
    for i in range(shape.after, last - 1):
        inside += (tokens[i].sort is Sort.OPEN) - (tokens[i].sort is Sort.CLOSE)
        if inside > 0:
            continue
        named = i > shape.after + 1 if shape.at < first + 2 else True
        if _adds_to_name(tokens, i, last, shape, words) or (named and _is_author(tokens, i, last, shape, words)):
            return i
    pattern = _FIGURE if shape.head.lean < 0.4 else _SMALL_FIGURE
    figure = tokens[last - 1].sort is Sort.NUMBER and pattern.fullmatch(tokens[last - 1].text)
    if figure and last - 1 >= shape.after and not is_number_sign(tokens[last - 2].text):
        return last - 1
    return last


def _adds_to_name(tokens: Sequence[Token], i: int, last: int, shape: Shape, words: TitleWords) -> bool:
    """Return whether a date, a place or an issuer begins at `i`: "of April 2", "in Italy", "by the Ministry of …"."""
    if tokens[i].text in ("of", "in", "on") and tokens[i + 1].text in words.months:
        return True
    if (
        shape.open
        and i > shape.after
        and tokens[i].text in ("For", "On", "With", "In")
        and tokens[shape.after].text.islower()
    ):
        return True  # the next heading goes on in capitals: "Policy for Directors For Directors …"
    if tokens[i].text == "in" and nation_after(tokens, i, last) == last:
        return True
    if tokens[i].text == "to" and tokens[i + 1].sort is Sort.ARTICLE:
        return any(t.text in words.owners for t in tokens[i + 2 : min(i + 4, last)])  # who is given it
    agent = i > shape.after and tokens[i].text in ("by", "from") and tokens[i + 1].sort is Sort.ARTICLE
    return agent and any(t.text in words.owners for t in tokens[i + 2 : min(i + 6, last)])


def _is_author(tokens: Sequence[Token], i: int, last: int, shape: Shape, words: TitleWords) -> bool:
    """Return whether all from `i` on says who made it: "… Action Plan for Clean Air of the State Council"."""
    if not shape.open or tokens[i].text not in ("of", "by") or tokens[i + 1].sort is not Sort.ARTICLE:
        return False
    end = next((k for k in range(i + 2, last) if tokens[k].sort is Sort.OPEN), last)
    plain = all(t.sort is Sort.CAPITAL or t.text in ("of", "the", "and") for t in tokens[i + 2 : end])
    return plain and i + 2 < end <= i + 10 and any(tokens[k].text in words.authorities for k in (i + 2, end - 1))
