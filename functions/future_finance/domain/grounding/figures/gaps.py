"""Differences told the wrong way round: "₹X lower than what we computed", where it is higher."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_RISING = frozenset({"badhkar", "बढकर", "rising", "climbing", "growing"})
_FALLING = frozenset({"ghatkar", "घटकर", "girkar", "गिरकर", "falling", "dropping"})
_ROSE = frozenset(
    {"rose", "rises", "risen", "grew", "grows", "grown", "climbed", "increased", "jumped", "up", "rising"}
)
_FELL = frozenset(
    {"fell", "falls", "fallen", "dropped", "declined", "decreased", "shrank", "down", "falling"}
)
_UPWARD = _ROSE | {"rise", "grow", "increase", "climb", "jump"}
_DOWNWARD = _FELL | {"fall", "drop", "decline", "decrease", "shrink"}
_NOW = frozenset({"today", "now", "current", "currently", "present", "as", "the"})
_BEFORE_TO = 3  # words that tell the direction of "to"
_FROM_HINDI = frozenset({"se", "से"})
_FEW = 6  # words from what moved to "from"


def moved_other_way(claim: Claim, reading: Reading) -> bool:
    """ "rose from ₹1,86,400 to ₹1,62,900", by the two numbers themselves."""
    earlier = next(
        (
            one
            for one in reversed(reading.claims)
            if one.first < claim.first and one.sentence == claim.sentence and one.on is None
        ),
        None,
    )
    if earlier is None or earlier.measure is not claim.measure or earlier.value == claim.value:
        return False
    between = [token.text for token in reading.tokens[earlier.end : claim.first]]
    if len(between) == 2 and between[0] in _FROM_HINDI:
        up, down = between[1] in _RISING, between[1] in _FALLING
    elif between == ["to"] and text_at(reading.tokens, earlier.first - 1) == "from":
        begins = earlier.first - 1
        start = max(reading.clauses.sentence.index(claim.sentence), begins - _FEW)
        words = {reading.tokens[at].text for at in range(start, begins)}
        up, down = not words.isdisjoint(_ROSE), not words.isdisjoint(_FELL)
    else:
        return False
    return up != down and (claim.value > earlier.value) != up


def moved_from_now(claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet) -> bool:
    """ "would go up to ₹8,900", where the same is more today."""
    before = [reading.tokens[at].text for at in range(max(claim.first - _BEFORE_TO, 0), claim.first)]
    rising = before[-1:] == ["to"] and not _UPWARD.isdisjoint(before)
    falling = before[-1:] == ["to"] and not _DOWNWARD.isdisjoint(before)
    if before[-1:] and before[-1] in _RISING | _FALLING:
        rising, falling = before[-1] in _RISING, before[-1] in _FALLING
    if rising == falling or not facts:
        return False
    words = set(facts[0].label.lower.split())
    for other in sheet.of(facts[0].measure):
        own = set(other.label.lower.split())
        plain = own - _NOW
        if other in facts or own <= words or plain == own or not plain or not plain <= words:
            continue
        if isinstance(other.value, Decimal) and isinstance(facts[0].value, Decimal):
            return (facts[0].value > other.value) != rising
    return False


def turned_round(
    claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet, supports: Sequence[list[Known]]
) -> bool:
    """Whether the figure stated before stands the other way to the one that is a difference away."""
    gap = facts[0] if facts else None
    if gap is None or not gap.size or not gap.label.either_way or not claim.direction:
        return False
    than = "than" in {text_at(reading.tokens, claim.end + at) for at in (0, 1)}
    if not than and text_at(reading.tokens, claim.first - 1) not in _FROM_HINDI:
        return False  # "jo hamari ginti se ₹5,885 kam hai"
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
