"""Consents whose year is over, found by the account's `consentsEndAt`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore.consent_change import ConsentChange
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.job import Job
from future_finance.errors import NotFound


class FirestoreLapsedConsents:
    """LapsedConsents in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._change = ConsentChange(documents)

    async def lapsed(self, now: datetime, limit: int) -> Sequence[str]:
        query = (
            self._documents.client.collection("users")
            .where(filter=FieldFilter("consentsEndAt", "<=", now))
            .select(["erasing"])
            .limit(limit)
        )
        found = await self._documents.query(query)
        return [uid for uid, user in found if not user.get("erasing")]

    async def lapse(self, uid: str, now: datetime) -> Sequence[Job]:
        try:
            return await self._change.lapse(uid, now)
        except NotFound:
            return []
