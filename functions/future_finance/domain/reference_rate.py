"""Dated reference rates of currencies, to check what others state; never to convert with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

DOLLAR = "USD"
_LONGEST_DAYS = 370  # a rate says nothing of a time farther away


@dataclass(frozen=True, slots=True)
class ReferenceRate:
    """Rupees for one unit of the currency on a day. Source: FBIL reference rates, as published by the RBI."""

    currency: str
    on: date
    value: Decimal


_RATES = (
    ReferenceRate(DOLLAR, date(2022, 3, 31), Decimal("75.81")),
    ReferenceRate(DOLLAR, date(2023, 3, 31), Decimal("82.22")),
    ReferenceRate(DOLLAR, date(2024, 3, 28), Decimal("83.37")),
    ReferenceRate(DOLLAR, date(2025, 3, 28), Decimal("85.58")),
)


def rate_on(currency: str, day: date) -> ReferenceRate | None:
    """The rate nearest to `day`; None where none is within a year or so."""
    near = [rate for rate in _RATES if rate.currency == currency]
    nearest = min(near, key=lambda rate: abs((rate.on - day).days), default=None)
    return nearest if nearest is not None and abs((nearest.on - day).days) <= _LONGEST_DAYS else None
