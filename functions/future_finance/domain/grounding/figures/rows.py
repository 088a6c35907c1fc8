"""Rows of lists and tables: "- **TCS:** ₹80,000", which is no TCS's."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import KINDS, undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_MARKS = frozenset("-•*|–")
_HEADS = tuple(
    (re.compile(pattern(head)), re.compile(label))
    for head, label in (
        (r"(?:still )?(?:missing|lacking)|kami|कमी", r"\b(?:missing|short|shortfall|gap|needed|lack\w*)\b"),
        (r"short by|over by|shortfall", r"\b(?:short|shortfall|over|overspen\w*|deficit|missing|gap|left|surplus)\b"),
        (r"difference|farq|fark|अंतर|फर्क", r"\b(?:differ\w*|less|more|gap|saved?|saving|cheaper|costs?)\b"),
        (r"(?:you )?aim(?: for)?|(?:your )?target|goal|lakshya|लक्ष्य", r"\b(?:targets?|aim|goals?|needed)\b"),
        (r"(?:still )?left|room left|remaining|baaki|baki|बाकी", r"\b(?:left|remaining|room|unused|outstanding|still|available|missing|balance|owed?|due|surplus|debt)\b"),
    )
)  # fmt: skip
_SHORT = 6  # words of a name


def named_by_row(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The fact that the head of a row names, where those stated bear nothing of that name."""
    if claim.measure is not Measure.INR or text_at(reading.tokens, claim.first - 1) not in {":", "|"}:
        return None
    end = start = claim.first - 1
    while start and reading.tokens[start - 1].text != "\n":
        start -= 1
    if text_at(reading.tokens, start) not in _MARKS or not 1 < end - start <= _SHORT + 1:
        return None
    if any(start <= one.first < end for one in reading.claims):
        return None
    head = " ".join(token.text for token in reading.tokens[start + 1 : end])
    for words, label in _HEADS:
        if words.fullmatch(head) and not any(label.search(known.label.lower) for known in stated):
            meant = next((one for one in sheet.of(Measure.INR) if label.search(one.label.lower)), None)
            if meant is not None:
                return meant
    name = undated(reading.told(start, end) - KINDS)
    if not name or any(known.concepts & name for known in stated):
        return None
    return next(
        (
            other
            for other in sheet.of(Measure.INR)
            if name <= other.label.english and other.size != claim.value
        ),
        None,
    )
