"""When each connection was last synced, how its parts ended, and which periods have rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from future_finance.domain.local_date import local_date
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus, Snapshot


@dataclass(frozen=True, slots=True)
class SyncState:
    """The latest sync of a connection. `fetched_at`: when a part last brought an answer."""

    last_sync_at: datetime | None = None
    parts: Mapping[PartName, PartOutcome] = field(default_factory=dict)
    fetched_at: Mapping[PartName, datetime] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()  # stable codes: what was odd in the answers

    def measured_on(self, day: date) -> bool:
        """Whether the provider stated the net worth on that local day."""
        at = self.fetched_at.get(PartName.NET_WORTH)
        return at is not None and local_date(at) == day

    def advanced(self, snapshot: Snapshot, now: datetime) -> SyncState:
        """After a sync that brought `snapshot` at `now`; a failed part keeps its earlier time."""
        outcomes = snapshot.outcomes
        brought = {
            part: now
            for part, outcome in outcomes.items()
            if outcome.status in {PartStatus.OK, PartStatus.EMPTY}
        }
        return replace(
            self,
            last_sync_at=now,
            parts=dict(outcomes),
            fetched_at={**self.fetched_at, **brought},
            warnings=snapshot.warnings,
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """Months (yyyy-mm) and years that have rows; `ledger_to` is the newest row's day."""

    ledger_months: frozenset[str] = frozenset()
    trade_years: frozenset[int] = frozenset()
    ledger_to: date | None = None

    def with_ledger(self, months: Mapping[str, date]) -> Coverage:
        """With months added, each with its newest row's day."""
        newest = max((*months.values(), self.ledger_to or date.min), default=date.min)
        return replace(
            self,
            ledger_months=self.ledger_months | months.keys(),
            ledger_to=newest if newest > date.min else None,
        )

    def with_trades(self, years: set[int]) -> Coverage:
        """With years added."""
        return replace(self, trade_years=self.trade_years | years)
