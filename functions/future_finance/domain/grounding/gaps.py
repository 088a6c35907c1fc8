"""Differences told the wrong way round: "₹X lower than what we computed", where it is higher."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from future_finance.domain.grounding.claim import Claim
from future_finance.domain.grounding.known import Known
from future_finance.domain.grounding.reading import Reading
from future_finance.domain.grounding.sheet import Sheet
from future_finance.domain.grounding.surroundings import text_at


def turned_round(
    claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet, supports: Sequence[list[Known]]
) -> bool:
    """Whether the figure stated before stands the other way to the one that is a difference away."""
    gap = facts[0] if facts else None
    if gap is None or not gap.size or not gap.label.either_way or not claim.direction or gap.negative:
        return False
    if "than" not in {text_at(reading.tokens, claim.end + at) for at in (0, 1)}:
        return False
    before = [
        known[0]
        for one, known in zip(reading.claims, supports, strict=True)
        if known
        and one.sentence == claim.sentence
        and one.first < claim.first
        and known[0].measure is gap.measure
    ]
    subject = before[-1] if before else None
    if subject is None or not isinstance(subject.value, Decimal):
        return False
    apart = {
        other.value - subject.value
        for other in sheet.of(gap.measure)
        if isinstance(other.value, Decimal) and abs(other.value - subject.value) == gap.size
    }
    wrong = gap.size if claim.direction > 0 else -gap.size
    return apart == {wrong}
