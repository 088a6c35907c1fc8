"""The period that a text tells a figure for: "a month", "p.a.", "हर महीने", "each week"."""

from __future__ import annotations

from future_finance.domain.facts import Per
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Token
from future_finance.domain.grounding.reading.units import (
    EACH,
    MONTH_WORDS,
    PER_MONTH,
    PER_OTHER,
    PER_YEAR,
    YEAR_WORDS,
    Measure,
)

_AGO = frozenset({"ago", "before", "earlier", "back"})
_EVERY = frozenset({"each", "every", "per", "har", "हर", "प्रति"})


def period_after(tokens: list[Token], end: int, measure: Measure) -> tuple[Per | None, int]:
    """The period right behind a number ("a month", "/yr", "p.a.", "हर महीने"), and the token after it."""
    at = end
    if text_at(tokens, at) == "/" and text_at(tokens, at + 1) == "-":
        at += 2
    if text_at(tokens, at) in {"in", "for"} and text_at(tokens, at + 1) in {"a", "each", "every", "one"}:
        at += 1
    word, following = text_at(tokens, at), text_at(tokens, at + 1)
    if word == "p" and following == "." and text_at(tokens, at + 2) in {"a", "m"}:
        stop = at + 3 + (text_at(tokens, at + 3) == ".")
        return (Per.YEAR if text_at(tokens, at + 2) == "a" else Per.MONTH), stop
    if word in PER_MONTH:
        return Per.MONTH, at + 1
    if word in PER_YEAR:
        return Per.YEAR, at + 1
    if word in EACH and text_at(tokens, at + 2) not in _AGO:
        if following in MONTH_WORDS:
            return Per.MONTH, at + 2
        if following in YEAR_WORDS:
            return Per.YEAR, at + 2
    if measure in {Measure.INR, Measure.PERCENT}:
        if word in MONTH_WORDS and word not in {"months", "month"}:
            return Per.MONTH, at + 1
        if word in YEAR_WORDS and word not in {"years", "year"}:
            return Per.YEAR, at + 1
    return None, end


def other_period_after(tokens: list[Token], end: int) -> str:
    """ "a day", "per week", "हर दिन", "daily", right behind a number."""
    at = end + (text_at(tokens, end) in {"in", "for"})
    word, following = text_at(tokens, at), text_at(tokens, at + 1)
    if word in EACH and following in PER_OTHER:
        return following
    return word if word in PER_OTHER and word not in {"day", "week", "quarter", "hour", "din", "दिन"} else ""


def period_told_behind(tokens: list[Token], first: int, end: int) -> Per | None:
    """ "₹3.86 lakh of interest every year": the first period told by "every" in a stretch behind a number."""
    for at in range(first, min(first + _FEW, end - 1)):
        if tokens[at].text in _EVERY - {"per", "प्रति"}:
            if tokens[at + 1].text in MONTH_WORDS:
                return Per.MONTH
            if tokens[at + 1].text in YEAR_WORDS:
                return Per.YEAR
    return None


_FEW = 4  # words of what the figure is of
_COUNTED = 4  # words of what is counted


def other_period_in(tokens: list[Token], first: int, end: int) -> str:
    """ "₹24,500 is needed each week": a period told elsewhere in a clause."""
    for at in range(first, end - 1):
        if tokens[at].text in _EVERY and tokens[at + 1].text in PER_OTHER:
            return tokens[at + 1].text
    return ""


def within_period(tokens: list[Token], end: int) -> str:
    """ "143 payments in a week": a period right behind what is counted."""
    for at in range(end, min(end + _COUNTED, len(tokens) - 2)):
        if (tokens[at].text, tokens[at + 1].text) == ("in", "a") and tokens[at + 2].text in PER_OTHER:
            return tokens[at + 2].text
    return ""


def periods_in(tokens: list[Token], first: int, end: int, taken: set[int]) -> Per | None:
    """The one period a stretch of text speaks of, None where it speaks of none or of both."""
    month = year = False
    for at in range(first, end):
        if at in taken:
            continue
        word = tokens[at].text
        if word in PER_MONTH:
            month = True
        elif word in PER_YEAR and word != "pa":
            year = True
        elif word in MONTH_WORDS | YEAR_WORDS and _stands_for_period(tokens, at):
            month, year = month or word in MONTH_WORDS, year or word in YEAR_WORDS
    if month == year:
        return None
    return Per.MONTH if month else Per.YEAR


def _stands_for_period(tokens: list[Token], at: int) -> bool:
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if before in EACH and before not in {"/"}:
        return True
    if before in {"pichle", "is", "agle", "us", "पिछले", "इस", "अगले", "last", "this", "next"}:
        return False
    return (
        after in {"ka", "ki", "ke", "का", "की", "के", "mein", "me", "में", "bhar", "भर"} and not before.isdigit()
    )
