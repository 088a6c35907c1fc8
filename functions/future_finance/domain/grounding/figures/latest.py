"""Whether what is told of this week or month is its own figure, and not an earlier one's."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_THIS = re.compile(
    pattern(r"\bthis (?:week|month)\b|\bis (?:hafte|mahine|baar)\b|(?<![\w\u0900-\u097f])इस (?:हफ्ते|महीने|बार)")
)
_BEFORE = re.compile(r"\b(?:week|month) before\b|\b(?:last|previous) (?:week|month)\b")
_SO_FAR = frozenset({"sofar", "far"})
_OTHER = re.compile(
    pattern(r"\b(?:last|previous|before|than|against|from|pichh?l[aei]|vs|versus|usual)\b|पिछल")
)


def earlier_than_told(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> bool:
    """ "This week: ₹11,275 spent", where that was spent the week before."""
    own = _last_day(known)
    if own is None and (known.label.change or not _BEFORE.search(known.label.lower)):
        return False
    dated = [
        one.end
        for one in reading.claims
        if one.on and one.sentence == claim.sentence and one.end <= claim.first
    ]
    start = max(dated, default=reading.clauses.sentence.index(claim.sentence))
    words = " ".join(token.text for token in reading.tokens[start : claim.first])
    told = _THIS.search(words)
    if told and _OTHER.search(words, told.end()):
        return False
    if not told:
        _first, end = reading.clauses.near(claim.first)
        stop = min((one.first for one in reading.claims if claim.end <= one.first < end), default=end)
        words = " ".join(token.text for token in reading.tokens[claim.end : stop])
        if not _THIS.search(words) or _OTHER.search(words):
            return False
    if own is None:
        return True  # "is hafte ₹3,400", which the week before had
    name = undated(known.label.english)
    return any(
        (day := _last_day(other)) is not None and day > own
        for other in sheet.of(known.measure)
        if other is not known
        and other.per == known.per
        and _same(
            undated(other.label.english), name, months=known.label.of_a_month and other.label.of_a_month
        )
    )


def _same(one: frozenset[str], other: frozenset[str], *, months: bool) -> bool:
    """Whether two labels say the same, the month so far and a whole one alike."""
    return one == other or (months and one - _SO_FAR == other - _SO_FAR)


def _last_day(known: Known) -> tuple[int, int, int] | None:
    """The end of the days or the month that a label names."""
    if not known.label.dated:
        return None
    days = [
        (one.on.year, one.on.month, one.on.day if one.measure == "date" else 31)
        for one in known.label.claims
        if one.on
    ]
    days += [(year, month, 0) for year, month in known.label.months]
    return max(days, default=None)
