"""Full months: calendar months that the ledger's rows show from end to end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from future_finance.domain.cash_flow.trust import QUIET_DAYS, Stretch
from future_finance.domain.ledger import month_of

ENOUGH_MONTHS = 3
NEARLY_FULL_DAY = 20


def full_months(stretches: Iterable[Stretch], today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Full months, oldest first, and those among them that are only nearly full.

    A month is full when it is over and a stretch of rows begins in its first week and goes on to its last
    one: a quiet week looks like one that is not shown. An account known to rest longer may end earlier.
    While fewer than three months are full, one shown from its first week to the 20th counts too.
    """
    full: set[str] = set()
    nearly: set[str] = set()
    for stretch in stretches:
        for first in _month_starts(stretch):
            last = _next_month(first) - timedelta(days=1)
            if stretch.first > first + timedelta(days=QUIET_DAYS - 1):
                continue
            if last < today and stretch.last >= last - timedelta(days=stretch.rest_days):
                full.add(month_of(first))
            elif stretch.last >= first.replace(day=NEARLY_FULL_DAY):
                nearly.add(month_of(first))
    nearly = nearly - full if len(full) < ENOUGH_MONTHS else set()
    return tuple(sorted(full | nearly)), tuple(sorted(nearly))


def _month_starts(stretch: Stretch) -> Iterable[date]:
    first = stretch.first.replace(day=1)
    while first <= stretch.last:
        yield first
        first = _next_month(first)


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
