"""Numbers that are told together: ranges, days of one month, years with months."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Bound, Claim
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Token
from future_finance.domain.grounding.reading.units import Measure

_DAYS_OF = (["-"], ["–"], ["to"], ["and"], ["se"], ["से"])  # "9 to 14 October"
_RANGE = frozenset({"-", "–", "to", "se", "से", "~"})
_SPREADS = frozenset({Measure.PERCENT, Measure.PERCENT_POINTS, Measure.MONTHS, Measure.YEARS, Measure.DAYS, Measure.INR,
                      Measure.TIMES, Measure.UNITS, Measure.POINTS})  # fmt: skip


def join_ranges(tokens: list[Token], claims: list[Claim]) -> None:
    """ "5-6 lakh", "516 to 1,240 a year", "between 6 and 7 lakh": both ends share what only one of them says."""
    for index, (low, high) in enumerate(itertools.pairwise(claims)):
        between = [token.text for token in tokens[low.end : high.first]]
        if high.measure is Measure.DATE and between in _DAYS_OF and _is_day(low):
            low.measure, low.on = Measure.DATE, _same_month(low, high)
            continue
        joined = (len(between) == 1 and between[0] in _RANGE) or (
            between == ["and"] and any(text_at(tokens, low.first - back) == "between" for back in (1, 2))
        )
        if not joined or low.on is not None or high.on is not None:
            continue
        low.partner = index + 1
        if low.measure is Measure.BARE and high.measure in _SPREADS:
            low.measure = high.measure
            _share_scale(low, high)
        elif high.measure is Measure.BARE and low.measure in _SPREADS:
            high.measure = low.measure
        elif low.measure is high.measure is Measure.INR:
            _share_scale(low, high)
        if low.per_tight is None:
            low.per_tight = high.per_tight
        if between[0] in {"-", "–"} and high.sign < 0:
            high.sign = 0
        high.bound = high.bound if high.bound is not Bound.NONE else low.bound


def _is_day(claim: Claim) -> bool:
    whole = claim.measure is Measure.BARE and claim.scale == 1 and claim.step == 1 and not claim.worded
    return whole and 1 <= claim.value <= 31


def _same_month(low: Claim, high: Claim) -> date | None:
    """The day of "9 to 14 October" that names no month."""
    try:
        return high.on.replace(day=int(low.value)) if high.on else None
    except ValueError:
        return None


def _share_scale(low: Claim, high: Claim) -> None:
    if high.scale > 1 and low.scale == 1 and not low.grouped and low.value < 1000:
        low.value, low.step, low.scale = low.value * high.scale, low.step * high.scale, high.scale


def join_years_and_months(tokens: list[Token], claims: list[Claim]) -> None:
    """ "18 years 7 months" and "1 साल और 3 महीने" are one length of time."""
    for index in range(len(claims) - 1, 0, -1):
        years, months = claims[index - 1], claims[index]
        between = [token.text for token in tokens[years.end : months.first]]
        if (
            years.measure is Measure.YEARS and months.measure is Measure.MONTHS and months.value < 12
            and (not between or (len(between) == 1 and between[0] in {"and", "aur", "और", ","}))
        ):  # fmt: skip
            years.value, years.measure, years.step = (
                years.value * 12 + months.value,
                Measure.MONTHS,
                Decimal(1),
            )
            years.end, years.stop = months.end, months.stop
            del claims[index]
            for claim in claims:
                if claim.partner is not None and claim.partner > index:
                    claim.partner -= 1
