"""Payments that come back every month, such as the instalments of a SIP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_SHORTEST_DAYS, _LONGEST_DAYS = 25, 35
_MOST_OFF = Decimal("0.10")  # a step-up of more is another mandate
_LAPSED_AFTER_DAYS = 45


@dataclass(frozen=True, slots=True)
class Mandate:
    """`amount_minor` is that of its latest payment."""

    amount_minor: int
    first: date
    last: date
    payments: int


def mandates_of(payments: Iterable[tuple[date, int]], until: date) -> list[Mandate]:
    """Of one payee's payments (day, paise), those that came at least twice and last at most 45 days before `until`."""
    running: list[Mandate] = []
    for on, amount_minor in sorted(payments):
        continued = next((m for m in running if _continues(m, on, amount_minor)), None)
        if continued is None:
            running.append(Mandate(amount_minor, on, on, 1))
        else:
            running.remove(continued)
            running.append(Mandate(amount_minor, continued.first, on, continued.payments + 1))
    return [m for m in running if m.payments >= 2 and (until - m.last).days <= _LAPSED_AFTER_DAYS]


def _continues(mandate: Mandate, on: date, amount_minor: int) -> bool:
    days = (on - mandate.last).days
    near = abs(amount_minor - mandate.amount_minor) <= _MOST_OFF * mandate.amount_minor
    return _SHORTEST_DAYS <= days <= _LONGEST_DAYS and near
