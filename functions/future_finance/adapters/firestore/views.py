"""What screens read: the overview, parts, net worth points, and rows of a month or a year."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import cast

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore import buckets, portfolio
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.domain import overview
from future_finance.domain.local_date import local_date
from future_finance.domain.net_worth import Point
from future_finance.domain.overview_view import OverviewView
from future_finance.domain.portfolio import ManualEntry, Portfolio
from future_finance.domain.sync_state import Coverage
from future_finance.errors import NotFound
from future_finance.usecases.ports import Clock


class FirestorePortfolioStore:
    """Reads for screens; each in as few documents as it can be."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    async def overview(self, uid: str) -> OverviewView:
        fields = await self._documents.get("users", uid, "views", "overview")
        if fields is None:
            return overview.build(Portfolio(), (), {}, Coverage())
        if fields.get("builtBy") != overview.BUILT_BY:
            return await self._rebuild(uid)
        return cast(OverviewView, fields["body"])

    async def profile_changed(self, uid: str, now: datetime) -> None:
        today = local_date(now)
        year_ref = self._documents.ref("users", uid, "netWorth", str(today.year))

        async def work(transaction: Transaction) -> None:
            stored = await portfolio.read(self._documents, transaction, uid)
            (year,) = await transaction.get_all([year_ref])
            held = stored.held()
            whole = portfolio.write_overview(
                self._documents, transaction, uid, stored, held, stored.syncs(), stored.coverage(), now
            )
            if whole.manual or any(h.known for h in held):
                portfolio.write_point(self._documents, transaction, uid, year, whole, today)

        await self._documents.transact(work)

    async def asset_documents(self, uid: str) -> Sequence[Fields]:
        return await self._collection(uid, "assets")

    async def liability_documents(self, uid: str) -> Sequence[Fields]:
        return await self._collection(uid, "liabilities")

    async def manual_entries(self, uid: str) -> Sequence[ManualEntry]:
        return manual_entries(await self._documents.get("users", uid, "profile", "main"))

    async def points(self, uid: str, since: date, until: date) -> Sequence[Point]:
        user_ref = self._documents.ref("users", uid)
        if since == date.min:
            found = await self._documents.query(user_ref.collection("netWorth"))
            years = [fields for _, fields in found]
        else:
            read = (
                self._documents.get("users", uid, "netWorth", str(year))
                for year in range(since.year, until.year + 1)
            )
            years = [fields for fields in await asyncio.gather(*read) if fields is not None]
        points = [
            Point(date.fromisoformat(day), p["assetsMinor"], p["liabilitiesMinor"], p["carried"])
            for fields in years
            for day, p in fields["points"].items()
        ]
        return sorted((p for p in points if since <= p.on <= until), key=lambda point: point.on)

    async def ledger_rows(self, uid: str, month: str) -> Sequence[Mapping[str, object]]:
        return await self._rows(uid, "ledger", "month", month)

    async def trade_rows(self, uid: str, year: int) -> Sequence[Mapping[str, object]]:
        return await self._rows(uid, "trades", "year", year)

    async def _rows(
        self, uid: str, collection: str, field: str, value: str | int
    ) -> Sequence[Mapping[str, object]]:
        home = self._documents.ref("users", uid).collection(collection)
        found = await self._documents.query(home.where(filter=FieldFilter(field, "==", value)))
        return buckets.rows_of(fields for _, fields in found)

    async def _collection(self, uid: str, name: str) -> Sequence[Fields]:
        found = await self._documents.query(self._documents.ref("users", uid).collection(name))
        return [fields for _, fields in found]

    async def _rebuild(self, uid: str) -> OverviewView:
        async def work(transaction: Transaction) -> None:
            stored = await portfolio.read(self._documents, transaction, uid)
            coverage = await portfolio.coverage_of_documents(self._documents, transaction, uid)
            portfolio.write_overview(
                self._documents,
                transaction,
                uid,
                stored,
                stored.held(),
                stored.syncs(),
                coverage,
                self._clock.now(),
            )

        await self._documents.transact(work)
        fields = await self._documents.get("users", uid, "views", "overview")
        if fields is None:
            raise NotFound
        return cast(OverviewView, fields["body"])
