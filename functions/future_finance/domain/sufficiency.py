"""How far a figure may be relied on: coverage x freshness x history, each 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from future_finance.domain.reconciliation import PartCheck

STALE_AFTER_DAYS = 45
_FRESH_DAYS, _OLD_DAYS, _OLD = 7, 180, 0.3


def freshness(as_of: date | None, today: date) -> float:
    """1 up to 7 days, then linear to 0.3 at 180 days and after; 0.3 of what has no date."""
    if as_of is None:
        return _OLD
    age = min(max((today - as_of).days, _FRESH_DAYS), _OLD_DAYS)
    return 1 - (1 - _OLD) * (age - _FRESH_DAYS) / (_OLD_DAYS - _FRESH_DAYS)


def history(have_months: int, needed_months: int) -> float:
    """The share of the months that are needed."""
    return min(1.0, have_months / needed_months)


def reconciled(checks: Iterable[PartCheck]) -> float:
    """The share of what classes state that their details bear out: 1 less the widest gap of each.

    A class that states nothing, or whose details are in another currency, bears out nothing. 1 without checks.
    """
    stated: dict[str, int] = {}
    gaps: dict[str, int] = {}
    for check in checks:
        whole = abs(check.stated_minor or 0)
        gap = whole if check.gap_minor is None else min(abs(check.gap_minor), whole)
        stated[check.part_class] = max(stated.get(check.part_class, 0), whole)
        gaps[check.part_class] = max(gaps.get(check.part_class, 0), gap)
    whole = sum(stated.values())
    return 1 - sum(gaps.values()) / whole if whole else 1.0


def stale(as_of: date | None, today: date) -> bool:
    """Older than 45 days."""
    return as_of is not None and (today - as_of).days > STALE_AFTER_DAYS


def age_caveats(as_of: date | None, today: date) -> tuple[str, ...]:
    """What a figure of that day is to be shown with."""
    return ("stale",) if stale(as_of, today) else ()
