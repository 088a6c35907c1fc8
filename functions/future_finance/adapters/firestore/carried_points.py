"""Net worth points that are carried over: a month without one gets the figure that is known."""

from __future__ import annotations

from datetime import datetime

from future_finance.adapters.firestore import portfolio
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.adapters.firestore.points import point_to_document
from future_finance.domain import net_worth
from future_finance.domain.local_date import local_date
from future_finance.errors import NotFound


class FirestorePointCarrier:
    """PointCarrier in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def carry_point(self, uid: str, now: datetime) -> bool:
        today = local_date(now)
        year_ref = self._documents.ref("users", uid, "netWorth", str(today.year))

        async def work(transaction: Transaction) -> bool:
            (year,) = await transaction.get_all([year_ref])
            month = f"{today:%Y-%m}"
            if any(day.startswith(month) for day in (year or {}).get("points", {})):
                return False
            stored = await portfolio.read(self._documents, transaction, uid)
            whole, coverage = stored.portfolio(now), stored.coverage()
            if not whole.known:
                return False
            point = net_worth.measured(whole, today, coverage.ledger_to, carried=True)
            transaction.set(
                year_ref,
                {
                    "schemaVersion": SCHEMA_VERSION,
                    "points": {today.isoformat(): point_to_document(point)},
                },
                merge=True,
            )
            portfolio.write_overview(transaction, stored, now, data_changed=True, whole=whole)
            return True

        try:
            return await self._documents.transact(work)
        except NotFound:
            return False  # gone, or going
