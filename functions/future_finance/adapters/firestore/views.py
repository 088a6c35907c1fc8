"""What screens read beside the overview: parts, net worth points, and rows of a month or a year.

Nothing is shown that may not be kept any more, also before it is deleted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore import buckets
from future_finance.adapters.firestore.consent_document import granted_by
from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.adapters.firestore.points import points_of
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.consented import is_whole
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.net_worth import Point
from future_finance.usecases.ports import Clock


class FirestorePortfolioStore:
    """PortfolioStore; each read in as few documents as it can be, and the account's consents beside them."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    async def asset_documents(self, uid: str) -> Sequence[Fields]:
        scopes, found = await asyncio.gather(self._scopes(uid), self._collection(uid, "assets"))
        if Scope.ASSETS not in scopes:
            return []
        return [fields for fields in found if Scope.EPF in scopes or fields["assetClass"] != AssetClass.EPF]

    async def liability_documents(self, uid: str) -> Sequence[Fields]:
        scopes, found = await asyncio.gather(self._scopes(uid), self._collection(uid, "liabilities"))
        return found if Scope.LIABILITIES in scopes else []

    async def manual_entries(self, uid: str) -> Sequence[ManualEntry]:
        return manual_entries(await self._documents.get("users", uid, "profile", "main"))

    async def points(self, uid: str, since: date, until: date) -> Sequence[Point]:
        scopes, years = await asyncio.gather(self._scopes(uid), self._years(uid, since, until))
        if not is_whole(scopes):
            return []
        points = [point for fields in years for point in points_of(fields)]
        return sorted((p for p in points if since <= p.on <= until), key=lambda point: point.on)

    async def _years(self, uid: str, since: date, until: date) -> list[Fields]:
        user_ref = self._documents.ref("users", uid)
        if since == date.min:
            return [fields for _, fields in await self._documents.query(user_ref.collection("netWorth"))]
        read = (
            self._documents.get("users", uid, "netWorth", str(year))
            for year in range(since.year, until.year + 1)
        )
        return [fields for fields in await asyncio.gather(*read) if fields is not None]

    async def ledger_rows(self, uid: str, month: str) -> Sequence[Mapping[str, object]]:
        return await self._rows(uid, "ledger", "month", month)

    async def trade_rows(self, uid: str, year: int) -> Sequence[Mapping[str, object]]:
        return await self._rows(uid, "trades", "year", year)

    async def _rows(
        self, uid: str, collection: str, field: str, value: str | int
    ) -> Sequence[Mapping[str, object]]:
        home = self._documents.ref("users", uid).collection(collection)
        scopes, found = await asyncio.gather(
            self._scopes(uid), self._documents.query(home.where(filter=FieldFilter(field, "==", value)))
        )
        if Scope.TRANSACTIONS not in scopes:
            return []
        return buckets.rows_of(fields for _, fields in found)

    async def _scopes(self, uid: str) -> frozenset[Scope]:
        user = await self._documents.get("users", uid)
        return granted_by(user or {}, Purpose.SYNC, self._clock.now()).scopes

    async def _collection(self, uid: str, name: str) -> Sequence[Fields]:
        found = await self._documents.query(self._documents.ref("users", uid).collection(name))
        return [fields for _, fields in found]
