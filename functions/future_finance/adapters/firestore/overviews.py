"""users/{uid}/views/overview: the one document of the first paint, read with the fewest imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.overview_view import BUILT_BY, OverviewView

if TYPE_CHECKING:
    from future_finance.adapters.firestore.rebuild import OverviewRebuild
    from future_finance.usecases.ports import Clock


class FirestoreOverviewStore:
    """OverviewStore. `rebuilding` is asked for only where there is no fresh overview of the present model."""

    def __init__(self, documents: Documents, rebuilding: Callable[[], OverviewRebuild], clock: Clock) -> None:
        self._documents = documents
        self._rebuilding = rebuilding
        self._clock = clock

    async def overview(self, uid: str) -> OverviewView:
        fields = await self._documents.get("users", uid, "views", "overview")
        if fields is None:
            return self._rebuilding().empty()
        stale_at = fields.get("staleAt")
        run_out = stale_at is not None and stale_at <= self._clock.now()
        if run_out or fields.get("builtBy", 0) < BUILT_BY:
            return await self._rebuilding().rebuild(uid)
        return cast(OverviewView, fields["body"])
