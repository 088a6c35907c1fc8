"""The overview made anew from what is stored, for a reader who finds none of the present model."""

from __future__ import annotations

from future_finance.adapters.firestore import portfolio
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain import overview
from future_finance.domain.overview_view import OverviewView
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.sync_state import Coverage
from future_finance.usecases.ports import Clock


class OverviewRebuild:
    """Rebuilds overviews."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    def empty(self) -> OverviewView:
        """Of someone who has nothing yet; nothing is written."""
        return overview.build(Portfolio(scopes=frozenset()), (), {}, Coverage())

    async def rebuild(self, uid: str) -> OverviewView:
        """From the stored parts, kept for the next reader. Raises NotFound for a user who is gone."""

        async def work(transaction: Transaction) -> OverviewView:
            stored = await portfolio.read(self._documents, transaction, uid)
            now = self._clock.now()
            coverage = await portfolio.coverage_of_documents(self._documents, transaction, uid)
            return portfolio.write_overview(transaction, stored, now, data_changed=False, coverage=coverage)

        return await self._documents.transact(work)
