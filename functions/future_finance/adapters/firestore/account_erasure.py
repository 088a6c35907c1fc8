"""erasures/{id}, and deleting everything that (default) holds of a user."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from google.cloud.firestore_v1.async_collection import AsyncCollectionReference
from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.async_query import AsyncQuery
from google.cloud.firestore_v1.base_query import FieldFilter
from google.cloud.firestore_v1.transforms import DELETE_FIELD, Increment

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.erasure import (
    ERASURE_DEADLINE,
    RECEIPT_RETENTION,
    Erasure,
    ErasureState,
    one_way_id,
)
from future_finance.errors import NotFound

BATCH = 300  # deletes of one transaction, with room for what is counted


class FirestoreErasureStore:
    """ErasureStore. `log_retention`: how long the processing log is kept."""

    def __init__(self, documents: Documents, log_retention: timedelta) -> None:
        self._documents = documents
        self._log_retention = log_retention

    async def begin(self, uid: str, now: datetime, *, absent_since: datetime | None = None) -> Erasure:
        user_ref = self._documents.ref("users", uid)
        erasure_id = secrets.token_hex(16)

        async def work(transaction: Transaction) -> str:
            (user,) = await transaction.get_all([user_ref])
            if user is None or (absent_since is not None and user["lastSeenAt"] > absent_since):
                raise NotFound
            if known := user.get("erasureId"):
                return str(known)
            transaction.update(user_ref, {"erasing": True, "isActive": False, "erasureId": erasure_id})
            transaction.set(
                self._documents.ref("erasures", erasure_id),
                {
                    "uid": uid,
                    "state": ErasureState.RUNNING.value,
                    "requestedAt": now,
                    "deadlineAt": now + ERASURE_DEADLINE,
                    "counts": {},
                    "schemaVersion": SCHEMA_VERSION,
                },
            )
            return erasure_id

        begun = await self._documents.transact(work)
        erasure = await self.get(begun)
        if erasure is None:
            raise NotFound
        return erasure

    async def get(self, erasure_id: str) -> Erasure | None:
        fields = await self._documents.get("erasures", erasure_id)
        return None if fields is None else _erasure(erasure_id, fields)

    async def write_processing_log(self, uid: str, now: datetime) -> None:
        user_ref = self._documents.ref("users", uid)
        log_ref = self._documents.ref("processingLog", one_way_id(uid))
        user, log = await self._documents.get_all([user_ref, log_ref])
        if log is not None or user is None:
            return
        events = await self._documents.query(user_ref.collection("consentEvents"))
        sends = await self._documents.query(user_ref.collection("aiAccess").select(["purpose"]))
        jobs = await self._documents.query(user_ref.collection("jobs").select(["type"]))
        entry = {
            "since": user["createdAt"],
            "erasureRequestedAt": now,
            "consents": [
                {
                    "action": fields["action"],
                    "grants": fields["grants"],
                    "notice": fields.get("notice"),
                    "at": fields["at"],
                }
                for _, fields in sorted(events, key=lambda event: event[1]["at"])
            ],
            "sendsByPurpose": dict(Counter(fields["purpose"] for _, fields in sends)),
            "jobsByType": dict(Counter(fields["type"] for _, fields in jobs)),
            "expireAt": now + self._log_retention,
            "schemaVersion": SCHEMA_VERSION,
        }

        async def work(transaction: Transaction) -> None:
            transaction.set(log_ref, entry)

        await self._documents.transact(work)

    async def delete_documents(self, erasure: Erasure) -> None:
        if erasure.uid is None:
            return
        for name, collection in await self._homes(erasure.uid):
            if name == "conversations":
                async for conversation in collection.list_documents():
                    await self._empty(erasure, "turns", conversation.collection("turns"))
            await self._empty(erasure, name, collection)
        for name, query in self._elsewhere(erasure.uid):
            await self._empty_of(erasure, name, query)

    async def count_left(self, uid: str) -> int:
        left = 0
        for name, collection in await self._homes(uid):
            left += len(await self._documents.query(collection.select([]).limit(BATCH)))
            if name == "conversations":
                async for conversation in collection.list_documents():
                    left += len(
                        await self._documents.query(conversation.collection("turns").select([]).limit(BATCH))
                    )
        for _, query in self._elsewhere(uid):
            found = await self._documents.query(query.select(["uid"]).limit(BATCH))
            left += sum(fields["uid"] == uid for _, fields in found)
        return left

    async def add_counts(self, erasure: Erasure, counts: Mapping[str, int]) -> None:
        if not any(counts.values()):
            return

        async def work(transaction: Transaction) -> None:
            transaction.update(self._documents.ref("erasures", erasure.id), _added(counts))

        await self._documents.transact(work)

    async def finish(self, erasure: Erasure, left: int, now: datetime) -> None:
        if erasure.uid is None:
            return
        user_ref = self._documents.ref("users", erasure.uid)

        async def work(transaction: Transaction) -> None:
            (user,) = await transaction.get_all([user_ref])
            if user is not None and user.get("erasureId") == erasure.id:
                transaction.delete(user_ref)
            transaction.update(
                self._documents.ref("erasures", erasure.id),
                {
                    "uid": DELETE_FIELD,
                    "deadlineAt": DELETE_FIELD,
                    "state": ErasureState.ERASED.value,
                    "finishedAt": now,
                    "left": left,
                    "expireAt": now + RECEIPT_RETENTION,
                    **_added({"users": 1}),
                },
            )

        await self._documents.transact(work)

    async def overdue(self, now: datetime, limit: int) -> Sequence[Erasure]:
        query = (
            self._documents.client.collection("erasures")
            .where(filter=FieldFilter("deadlineAt", "<=", now))
            .limit(limit)
        )
        return [_erasure(erasure_id, fields) for erasure_id, fields in await self._documents.query(query)]

    async def unknown(self, uids: Sequence[str]) -> Sequence[str]:
        if not uids:
            return []
        found = await self._documents.get_all([self._documents.ref("users", uid) for uid in uids])
        return [uid for uid, user in zip(uids, found, strict=True) if user is None]

    async def _homes(self, uid: str) -> list[tuple[str, AsyncCollectionReference]]:
        """Every collection that there is below the user, so that none can be forgotten."""
        found = self._documents.ref("users", uid).collections()
        return [(collection.id, collection) async for collection in found]

    def _elsewhere(self, uid: str) -> list[tuple[str, AsyncQuery]]:
        """Documents that name the user in other places."""
        quotas = self._documents.client.collection("quotas")
        letters = self._documents.client.collection("deadLetters")
        return [
            (
                "quotas",
                quotas.order_by("__name__")
                .start_at({"__name__": quotas.document(f"{uid}_0")})
                .end_at({"__name__": quotas.document(f"{uid}_9999")}),
            ),
            ("deadLetters", letters.where(filter=FieldFilter("uid", "==", uid))),
        ]

    async def _empty(self, erasure: Erasure, name: str, home: AsyncCollectionReference) -> None:
        """Delete a collection, batch by batch; each is counted in the transaction that deletes it."""

        async def work(transaction: Transaction) -> int:
            found = await transaction.query(home.select([]).limit(BATCH))
            self._delete(transaction, erasure, name, [home.document(key) for key, _ in found])
            return len(found)

        while await self._documents.transact(work) == BATCH:
            pass

    async def _empty_of(self, erasure: Erasure, name: str, query: AsyncQuery) -> None:
        """Delete what a query finds of this user: ids that begin alike may be another's."""
        home = self._documents.client.collection(name)

        async def work(transaction: Transaction) -> int:
            found = await transaction.query(query.select(["uid"]).limit(BATCH))
            own = [home.document(key) for key, fields in found if fields["uid"] == erasure.uid]
            self._delete(transaction, erasure, name, own)
            return len(own)

        while await self._documents.transact(work) == BATCH:
            pass

    def _delete(
        self, transaction: Transaction, erasure: Erasure, name: str, refs: Sequence[AsyncDocumentReference]
    ) -> None:
        for ref in refs:
            transaction.delete(ref)
        if refs:
            transaction.update(self._documents.ref("erasures", erasure.id), _added({name: len(refs)}))


def _added(counts: Mapping[str, int]) -> Fields:
    return {f"counts.{name}": Increment(count) for name, count in counts.items() if count}


def _erasure(erasure_id: str, fields: Mapping[str, Any]) -> Erasure:
    return Erasure(
        id=erasure_id,
        state=ErasureState(fields["state"]),
        requested_at=fields["requestedAt"],
        uid=fields.get("uid"),
        finished_at=fields.get("finishedAt"),
        counts=dict(fields.get("counts", {})),
        left=fields.get("left", 0),
    )
