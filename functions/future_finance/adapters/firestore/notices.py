"""users/{uid}/notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from google.cloud.firestore_v1.async_query import AsyncQuery

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.personal_notice import NoticeKind, PersonalNotice
from future_finance.domain.retention import KEPT
from future_finance.errors import NotFound

MOST_SHOWN = 50


def to_document(notice: PersonalNotice) -> Fields:
    return {
        "kind": notice.kind.value,
        "at": notice.at,
        "about": dict(notice.about),
        "seenAt": notice.seen_at,
        "expireAt": (notice.seen_at or notice.at) + KEPT["notices"],
        "schemaVersion": SCHEMA_VERSION,
    }


def from_document(notice_id: str, fields: Fields) -> PersonalNotice:
    return PersonalNotice(
        notice_id, NoticeKind(fields["kind"]), fields["at"], fields["about"], fields["seenAt"]
    )


class FirestoreNoticeStore:
    """NoticeStore in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def stored(self, uid: str) -> Sequence[PersonalNotice]:
        home = self._documents.ref("users", uid).collection("notices")
        newest = home.order_by("at", direction=AsyncQuery.DESCENDING).limit(MOST_SHOWN)
        return [from_document(key, fields) for key, fields in await self._documents.query(newest)]

    async def get(self, uid: str, notice_id: str) -> PersonalNotice | None:
        fields = await self._documents.get("users", uid, "notices", notice_id)
        return None if fields is None else from_document(notice_id, fields)

    async def leave(self, uid: str, notice: PersonalNotice) -> bool:
        user_ref = self._documents.ref("users", uid)
        ref = user_ref.collection("notices").document(notice.id)

        async def work(transaction: Transaction) -> bool:
            user, known = await transaction.get_all([user_ref, ref])
            if user is None or user.get("erasing") or known is not None:
                return False
            transaction.set(ref, to_document(notice))
            return True

        return await self._documents.transact(work)

    async def mark_seen(self, uid: str, notice: PersonalNotice, now: datetime) -> None:
        user_ref = self._documents.ref("users", uid)
        ref = user_ref.collection("notices").document(notice.id)

        async def work(transaction: Transaction) -> None:
            user, known = await transaction.get_all([user_ref, ref])
            if user is None or user.get("erasing"):
                raise NotFound
            if known is None or known["seenAt"] is None:
                transaction.set(ref, to_document(replace(notice, seen_at=now)))

        await self._documents.transact(work)
