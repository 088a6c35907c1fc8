"""Money: integer minor units (paise) with a currency; exact in, exact out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

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


def minor_of_text(text: str) -> int:
    """Minor units of a decimal text such as "12,345.67" or "-80"; Indian and Western grouping.

    Raises ValueError when the text is not a plain decimal number.
    """
    plain = text.strip().replace(",", "")
    if not plain or not plain.isascii() or any(c not in "+-.0123456789" for c in plain):
        raise ValueError("not a decimal amount")
    try:
        return minor_of(Decimal(plain))
    except InvalidOperation:
        raise ValueError("not a decimal amount") from None


def minor_of_units(units: str | int | None, nanos: int | None) -> int:
    """Minor units of google.type.Money's pair: units + nanos/1e9, sign on both; missing is 0.

    Raises ValueError when units is not a whole number, or the signs disagree.
    """
    whole = int(units or 0)
    parts = int(nanos or 0)
    if abs(parts) >= 10**9 or (whole and parts and (whole > 0) != (parts > 0)):
        raise ValueError("units and nanos do not agree")
    return minor_of(Decimal(whole) + Decimal(parts).scaleb(-9))
