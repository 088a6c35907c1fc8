"""As-of dates: every figure has one; an undated part takes the newest date in the person's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from future_finance.domain.snapshot import AssetPart, LiabilityPart, NetWorth, Snapshot


def newest_date(snapshot: Snapshot, known: Iterable[date], fetched_on: date) -> date:
    """The newest date of a balance, a bank row or a report, in the fetch or `known` before it.

    Trades are left out: one may be younger than the balances. None is later than `fetched_on`, which it is
    where nothing carries a date.
    """
    days = (*_dates(snapshot), *known)
    return max((day for day in days if day <= fetched_on), default=fetched_on)


def dated(net_worth: NetWorth, newest: date) -> NetWorth:
    """With a date on every class, marked where the provider gave none."""
    return replace(
        net_worth,
        assets=tuple(_dated(part, newest) for part in net_worth.assets),
        liabilities=tuple(_dated(part, newest) for part in net_worth.liabilities),
    )


def _dated[P: (AssetPart, LiabilityPart)](part: P, newest: date) -> P:
    return part if part.as_of is not None else replace(part, as_of=newest, as_of_stated=False)


def _dates(snapshot: Snapshot) -> Iterator[date]:
    if snapshot.net_worth is not None:
        yield from (part.as_of for part in snapshot.net_worth.assets if part.as_of)
        yield from (part.as_of for part in snapshot.net_worth.liabilities if part.as_of)
    if snapshot.credit_report is not None:
        yield snapshot.credit_report.report_date
    for statement in snapshot.statements or ():
        yield from (row.on for row in statement.rows)
