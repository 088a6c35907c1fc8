"""Full months: calendar months that the ledger's rows show from end to end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from future_finance.domain.cash_flow.trust import QUIET_DAYS, Stretch
from future_finance.domain.ledger import month_of

ENOUGH_MONTHS = 3
SHOWN_TO_DAY = 20


def full_months(stretches: Iterable[Stretch], today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Full months, oldest first, and those among them that are not over yet.

    A month counts when a stretch of rows begins in its first week and goes on to the 20th at least: a quiet
    end of a month looks like one that is not shown. The month under way counts only while fewer than three
    others do, because its level is still to rise.
    """
    full: set[str] = set()
    under_way: set[str] = set()
    for stretch in stretches:
        for first in _month_starts(stretch):
            begun = stretch.first < first + timedelta(days=QUIET_DAYS)
            if begun and stretch.last >= first.replace(day=SHOWN_TO_DAY):
                (full if _next_month(first) <= today else under_way).add(month_of(first))
    if len(full) >= ENOUGH_MONTHS:
        under_way.clear()
    return tuple(sorted(full | under_way)), tuple(sorted(under_way))


def _month_starts(stretch: Stretch) -> Iterable[date]:
    first = stretch.first.replace(day=1)
    while first <= stretch.last:
        yield first
        first = _next_month(first)


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
