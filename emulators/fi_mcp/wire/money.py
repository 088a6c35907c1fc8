"""Fi's money object and its cousins for strings and instants."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

Json = dict[str, Any]

NANOS = 1_000_000_000


def money(amount: float, currency: str = "INR", decimals: int = 2) -> Json:
    """Units and nanos; zero parts are left out, and the sign stands on both."""
    scale = 10**decimals
    whole, part = divmod(abs(round(amount * scale)), scale)
    sign = -1 if amount < 0 else 1
    result: Json = {"currencyCode": currency}
    if whole:
        result["units"] = str(sign * whole)
    if part:
        result["nanos"] = sign * part * (NANOS // scale)
    return result


def paise(amount_minor: int) -> str:
    """A bank row's amount: rupees as text, decimals only where there are paise."""
    rupees, rest = divmod(abs(amount_minor), 100)
    sign = "-" if amount_minor < 0 else ""
    return f"{sign}{rupees}.{rest:02d}".rstrip("0").rstrip(".") if rest else f"{sign}{rupees}"


def indian_midnight(day: date) -> str:
    """Midnight in India as UTC, as Fi's production server writes a date."""
    return f"{datetime.combine(day, time()) - timedelta(hours=5, minutes=30):%Y-%m-%dT%H:%M:%SZ}"


def end_of_day(day: date) -> str:
    """The last second of a day in India, as UTC."""
    return f"{datetime.combine(day, time(18, 29, 59)):%Y-%m-%dT%H:%M:%SZ}"


def compact(day: date) -> str:
    return f"{day:%Y%m%d}"
