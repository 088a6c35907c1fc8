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
