"""anonymousCounts/{yyyy-mm}_{n}: how many people of a month are in each cell. Nothing leads back to anybody.

A count is raised in the transaction of a sync, so that nobody is counted twice; which of a month's documents it is
falls by lot. When the month is over, anonymousCounts/{yyyy-mm} takes their place, without the cells of few. Once the
copies of the sync itself are gone, nothing tells whose it was.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.transforms import Increment

from future_finance.adapters.firestore.consent_document import granted_by
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.anonymous_record import publishable, record_of
from future_finance.domain.consent import Purpose
from future_finance.domain.consented import portfolio_within
from future_finance.domain.portfolio import Portfolio

DOCUMENTS_A_MONTH = 8  # each takes about a write a second


def count_once_a_month(
    documents: Documents,
    transaction: Transaction,
    uid: str,
    user: Fields,
    profile: Fields | None,
    portfolio: Portfolio,
    today: date,
    now: datetime,
) -> None:
    """Count the person where they agreed to it, and were not counted this month."""
    scopes = granted_by(user, Purpose.ANALYTICS, now).scopes
    month = f"{today:%Y-%m}"
    if not scopes or user.get("countedIn") == month:
        return
    record = record_of(portfolio_within(portfolio, scopes), (profile or {}).get("birthYear"), today)
    transaction.set(
        documents.ref("anonymousCounts", f"{month}_{secrets.randbelow(DOCUMENTS_A_MONTH)}"),
        {"counts": {record.cell: Increment(1)}, "schemaVersion": SCHEMA_VERSION},
        merge=True,
    )
    transaction.update(documents.ref("users", uid), {"countedIn": month})


async def counts_of(documents: Documents, month: str) -> dict[str, int]:
    """People in each cell in a month, yyyy-mm. Not for publishing: small cells are in it."""
    return _sum(await documents.get_all(_of_month(documents, month)))


class FirestoreMonthCounts:
    """MonthCounts in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def settle(self, month: str) -> int:
        refs = _of_month(self._documents, month)

        async def work(transaction: Transaction) -> int:
            found = await transaction.get_all(refs)
            parts = [ref for ref, fields in zip(refs[1:], found[1:], strict=True) if fields is not None]
            if parts:
                transaction.set(
                    refs[0], {"counts": publishable(_sum(found)), "schemaVersion": SCHEMA_VERSION}
                )
            for ref in parts:
                transaction.delete(ref)
            return len(parts)

        return await self._documents.transact(work)


def _of_month(documents: Documents, month: str) -> list[AsyncDocumentReference]:
    """The one of a month that is over comes first."""
    names = [month, *(f"{month}_{n}" for n in range(DOCUMENTS_A_MONTH))]
    return [documents.ref("anonymousCounts", name) for name in names]


def _sum(found: Iterable[Fields | None]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for fields in found:
        counts.update((fields or {}).get("counts", {}))
    return dict(counts)
