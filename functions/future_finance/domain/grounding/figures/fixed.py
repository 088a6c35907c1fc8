"""What a figure's label fixes for the words beside it: the day it is due on, the age it reaches to."""

from __future__ import annotations

from collections.abc import Sequence

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_UP_TO = frozenset({"to", "age", "till", "until", "by", "at"})
_REACHING = frozenset({Measure.YEARS, Measure.BARE})


def fixed_otherwise(
    claim: Claim, reading: Reading, supports: Sequence[list[Known]], sheet: Sheet
) -> Known | None:
    """The figure of the clause whose label says another day, or another end, than this one."""
    if claim.measure is not Measure.DATE and not _reaches(claim, reading):
        return None
    if claim.measure is Measure.DATE:
        other = _day_of_another(claim, reading, supports, sheet)
        if other is not None:
            return other
    here = [one for one in reading.claims if one.clause == claim.clause]
    for one, facts in zip(reading.claims, supports, strict=True):
        if one is claim or one.on is not None or one.clause != claim.clause or not facts:
            continue
        if not all(known.label.numbered for known in facts):
            continue
        own = [_fixed(known, claim) for known in facts]
        if all(len(ends) == 1 for ends in own) and not any(
            _same(end, told) for ends in own for end in ends for told in here
        ):
            return facts[0]
    return None


def _day_of_another(
    claim: Claim, reading: Reading, supports: Sequence[list[Known]], sheet: Sheet
) -> Known | None:
    """ "You paid ₹61,200 on 28 October", where "paid on 28 October" is another figure's label."""
    if any(claim.on_day(known.value) or claim.on_day(known.fact.as_of) for known in sheet.facts):
        return None
    beside = [
        known
        for one, facts in zip(reading.claims, supports, strict=True)
        if one.sentence == claim.sentence and one.on is None
        for known in facts
    ]
    own = [
        known
        for known in sheet.facts
        if known.label.numbered and any(claim.on_day(one.on) for one in known.label.claims)
    ]
    if not beside or not own or any(known in own for known in beside):
        return None
    return own[0]


def _reaches(claim: Claim, reading: Reading) -> bool:
    return (
        claim.measure in _REACHING
        and text_at(reading.tokens, claim.first - 1) in _UP_TO
        and not claim.grouped
    )


def _fixed(known: Known, claim: Claim) -> list[Claim]:
    """The one day of a label, or the number that it ends with."""
    if claim.measure is Measure.DATE:
        return [one for one in known.label.claims if one.measure is Measure.DATE]
    ends = (one for one in known.label.claims if one.measure in _REACHING and not one.grouped)
    return [one for one in ends if known.label.text[: one.start].split()[-1:] in (["to"], ["age"])]


def _same(one: Claim, other: Claim) -> bool:
    if one.on is not None:
        return other.on_day(one.on)
    return other.on is None and one.value == other.value
