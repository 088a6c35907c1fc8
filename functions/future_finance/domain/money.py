"""Money: integer minor units (paise) with a currency; exact in, exact out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

INR = "INR"
_MAX_MINOR = 10**18  # Firestore integers are 64-bit


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of `currency` in its minor unit."""

    amount_minor: int
    currency: str = INR


def minor_of(amount: Decimal) -> int:
    """Minor units of a decimal amount of major units, rounded half to even.

    Raises ValueError for an amount that is not finite or beyond 64 bits.
    """
    if not amount.is_finite():
        raise ValueError("not a finite amount")
    minor = (
        (amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) if abs(amount) < _MAX_MINOR else None
    )
    if minor is None or abs(minor) >= _MAX_MINOR:
        raise ValueError("amount out of range")
    return int(minor)


def minor_of_units(units: str | int | None, nanos: int | None) -> int:
    """Minor units of google.type.Money's pair: units + nanos/1e9, sign on both; missing is 0.

    Raises ValueError when units is not a whole number, or the signs disagree.
    """
    whole = int(units or 0)
    parts = int(nanos or 0)
    if abs(parts) >= 10**9 or (whole and parts and (whole > 0) != (parts > 0)):
        raise ValueError("units and nanos do not agree")
    return minor_of(Decimal(whole) + Decimal(parts).scaleb(-9))
