"""People who have not been here for long, and that they were told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.adapters.firestore.notices import to_document
from future_finance.domain.local_date import local_date
from future_finance.domain.personal_notice import NoticeKind, PersonalNotice
from future_finance.domain.retention import INACTIVE_AFTER
from future_finance.usecases.retention_ports import Absentee


class FirestoreAbsentees:
    """Absentees in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def absentees(self, shard: int, seen_before: datetime, limit: int) -> Sequence[Absentee]:
        query = (
            self._documents.client.collection("users")
            .where(filter=FieldFilter("shard", "==", shard))
            .where(filter=FieldFilter("lastSeenAt", "<=", seen_before))
            .order_by("lastSeenAt")
            .limit(limit)
        )
        return [
            Absentee(uid, user["lastSeenAt"], user.get("absenceToldAt"))
            for uid, user in await self._documents.query(query)
            if not user.get("erasing")
        ]

    async def tell(self, absentee: Absentee, now: datetime) -> str | None:
        user_ref = self._documents.ref("users", absentee.uid)
        seen_on = local_date(absentee.last_seen_at)
        leaves_on = local_date(absentee.last_seen_at + INACTIVE_AFTER)
        notice = PersonalNotice(
            f"absent-{seen_on}", NoticeKind.ACCOUNT_INACTIVE, now, {"erasedFrom": leaves_on.isoformat()}
        )

        async def work(transaction: Transaction) -> str | None:
            (user,) = await transaction.get_all([user_ref])
            if user is None or user.get("erasing") or user["lastSeenAt"] != absentee.last_seen_at:
                return None
            transaction.update(user_ref, {"absenceToldAt": now})
            transaction.set(user_ref.collection("notices").document(notice.id), to_document(notice))
            return notice.id

        return await self._documents.transact(work)
