"""What screens read beside the overview: parts, net worth points, and rows of a month or a year."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore import buckets
from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.adapters.firestore.points import points_of
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.net_worth import Point


class FirestorePortfolioStore:
    """PortfolioStore; each read in as few documents as it can be."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

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
        points = [point for fields in years for point in points_of(fields)]
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
