"""What screens read, kept in memory as syncs leave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from future_finance.adapters.firestore import parts
from future_finance.adapters.firestore.codec import dump
from future_finance.domain import fact_sheet, ledger, net_worth, overview, trades
from future_finance.domain.connection import Connection
from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import FactSheet
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.local_date import local_date
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.net_worth import Point
from future_finance.domain.overview_view import OverviewView
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio, absorb
from future_finance.domain.profile import Profile
from future_finance.domain.snapshot import Snapshot
from future_finance.domain.sync_state import Coverage, SyncState
from future_finance.domain.trades import Trade
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.profile import InMemoryProfileStore


@dataclass(slots=True)
class Kept:
    """One user's finances; rows by connection and bucket."""

    held: dict[str, ConnectionHoldings] = field(default_factory=dict)
    points: dict[date, Point] = field(default_factory=dict)
    syncs: dict[str, SyncState] = field(default_factory=dict)
    ledger: dict[str, dict[str, list[LedgerRow]]] = field(default_factory=dict)
    trades: dict[str, dict[int, list[Trade]]] = field(default_factory=dict)


class InMemoryPortfolioStore:
    """PortfolioStore, OverviewStore and FactStore. `of` holds what each user has; what they entered is in their profile."""

    def __init__(self, connections: InMemoryConnectionStore, profiles: InMemoryProfileStore) -> None:
        self._connections = connections
        self._profiles = profiles
        self.of: defaultdict[str, Kept] = defaultdict(Kept)

    def sync(self, uid: str, connection: Connection, snapshot: Snapshot, now: datetime) -> None:
        """Leave what a sync that succeeded leaves."""
        kept = self.of[uid]
        before = kept.held.get(connection.id, ConnectionHoldings(connection.id, connection.provider_id))
        kept.held[connection.id] = absorb(before, snapshot, local_date(now))
        kept.syncs[connection.id] = kept.syncs.get(connection.id, SyncState()).advanced(snapshot, now)
        kept.ledger[connection.id] = ledger.merge(
            kept.ledger.get(connection.id, {}), snapshot.statements or (), connection.id
        )
        bought = trades.merge(kept.trades.get(connection.id, {}), snapshot.mf_trades or (), "mf")
        kept.trades[connection.id] = trades.merge(bought, snapshot.stock_trades or (), "stock")
        today = local_date(now)
        rows = (row.on for buckets in kept.ledger.values() for rows in buckets.values() for row in rows)
        kept.points[today] = net_worth.measured(self._portfolio(uid), today, max(rows, default=None))

    async def overview(self, uid: str) -> OverviewView:
        kept = self.of[uid]
        months = {
            month: max(row.on for row in rows)
            for buckets in kept.ledger.values()
            for month, rows in buckets.items()
        }
        years = {year for buckets in kept.trades.values() for year in buckets}
        connections = tuple(await self._connections.list(uid))
        coverage = Coverage().with_ledger(months).with_trades(years)
        told = self._profiles.kept.get(uid)
        disputes = told.profile.disputes if told else ()
        return overview.build(self._portfolio(uid), connections, kept.syncs, coverage, disputes)

    async def sheet(self, uid: str, today: date) -> FactSheet:
        return fact_sheet.build(await self.dossier(uid, today))

    async def dossier(self, uid: str, today: date) -> Dossier:
        kept = self.of[uid]
        told = self._profiles.kept.get(uid)
        return Dossier(
            today=today,
            portfolio=self._portfolio(uid),
            rows=tuple(row for buckets in kept.ledger.values() for rows in buckets.values() for row in rows),
            trades=tuple(
                row for buckets in kept.trades.values() for rows in buckets.values() for row in rows
            ),
            points=tuple(kept.points[day] for day in sorted(kept.points)),
            profile=told.profile if told else Profile(),
        )

    async def asset_documents(self, uid: str) -> Sequence[Mapping[str, object]]:
        return self._documents(uid, "assets")

    async def liability_documents(self, uid: str) -> Sequence[Mapping[str, object]]:
        return self._documents(uid, "liabilities")

    async def manual_entries(self, uid: str) -> Sequence[ManualEntry]:
        return self._entered(uid)

    async def points(self, uid: str, since: date, until: date) -> Sequence[Point]:
        kept = self.of[uid].points
        return [kept[day] for day in sorted(kept) if since <= day <= until]

    async def ledger_rows(self, uid: str, month: str) -> Sequence[Mapping[str, object]]:
        return [dump(row) for buckets in self.of[uid].ledger.values() for row in buckets.get(month, ())]

    async def trade_rows(self, uid: str, year: int) -> Sequence[Mapping[str, object]]:
        return [dump(row) for buckets in self.of[uid].trades.values() for row in buckets.get(year, ())]

    def _portfolio(self, uid: str) -> Portfolio:
        return Portfolio(tuple(self.of[uid].held.values()), self._entered(uid))

    def _entered(self, uid: str) -> tuple[ManualEntry, ...]:
        told = self._profiles.kept.get(uid)
        return (*told.profile.assets, *told.profile.debts) if told else ()

    def _documents(self, uid: str, collection: str) -> list[Mapping[str, object]]:
        return [
            fields
            for held in self.of[uid].held.values()
            for (home, _), fields in sorted(parts.documents_of(held).items())
            if home == collection
        ]
