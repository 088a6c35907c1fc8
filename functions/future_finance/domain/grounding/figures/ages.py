"""Bare numbers that are ages: "you retire at 60", "the money lasts to 88", "63 tak"."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_BEFORE = frozenset(
    {
        "re",
        "are",
        "at",
        "turn",
        "turning",
        "turned",
        "be",
        "aged",
        "by",
        "from",
        "m",
        "till",
        "until",
        "to",
        "age",
    }
)
_BEING = frozenset({"re", "are", "m", "be", "aged", "turn", "turning", "turned"})
_BEHIND = frozenset({"tak", "तक", "par", "पर"})
_IN_LABEL = re.compile(
    r"\b(?:at|until|till|by|age|aged|retir\w+ at) (\d\d)\b(?! ?(?:%|percent|lakh|crore|months?|a month))"
)


def tells_age(claim: Claim, reading: Reading) -> bool:
    """ "You're 34 now", "stop working at 60"."""
    told = text_at(reading.tokens, claim.first - 1) in _BEFORE
    return (told or text_at(reading.tokens, claim.end) in _BEHIND) and not claim.bound


def named_age(claim: Claim, reading: Reading, sheet: Sheet) -> Known | None:
    """ "At 60 it is 38%", where a label tells of what is needed at 60."""
    if claim.measure not in {Measure.BARE, Measure.YEARS} or not tells_age(claim, reading):
        return None
    if text_at(reading.tokens, claim.first - 1) in _BEING:
        return None
    return next(
        (known for known in sheet.facts if str(claim.value) in _IN_LABEL.findall(known.label.lower)), None
    )
