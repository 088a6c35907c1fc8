"""Who is due, over all users: the only queries that the schedules make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from google.cloud.firestore_v1.async_query import AsyncQuery
from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore.consent_document import granted_by
from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.consent import Purpose
from future_finance.domain.shard_page import Cursor
from future_finance.usecases.due_ports import DueConnection, DueUser, Page

_NAME = "__name__"


class FirestoreDueStore:
    """DueStore. Sessions end without a write: the index is by when they end and when they are due, so that none
    that has ended, or has been synced, is read.

    `activeUntil` and `lastSeenAt` only grow, which is why nobody moves behind a page's cursor. A cursor is a position
    in that order whatever shards are read, so that one of several shards goes on in each of them.
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def connections(
        self, shards: range, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueConnection]:
        query = (
            self._documents.client.collection_group("connections")
            .where(filter=FieldFilter("status", "==", ConnectionStatus.ACTIVE.value))
            .where(filter=FieldFilter("shard", "in", list(shards)))
            .where(filter=FieldFilter("activeUntil", ">", now))
            .where(filter=FieldFilter("dueAt", "<=", now))
            .select(["activeUntil", "dueAt"])
        )
        read, following = await self._page(query, ("activeUntil", "dueAt"), after, limit)
        due = [path.split("/") for path, _ in read]
        uids = sorted({uid for _, uid, _, _ in due})
        users = await self._documents.get_all([self._documents.ref("users", uid) for uid in uids])
        willing = {
            uid
            for uid, user in zip(uids, users, strict=True)
            if user is not None and not user.get("erasing") and granted_by(user, Purpose.SYNC, now).scopes
        }
        return Page([DueConnection(uid, name) for _, uid, _, name in due if uid in willing], following)

    async def users(
        self, shards: range, seen_since: datetime, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueUser]:
        query = (
            self._documents.client.collection("users")
            .where(filter=FieldFilter("shard", "in", list(shards)))
            .where(filter=FieldFilter("lastSeenAt", ">=", seen_since))
        )
        read, following = await self._page(query, ("lastSeenAt",), after, limit)
        found = [
            DueUser(path.split("/")[1], bool(granted_by(user, Purpose.INSIGHTS, now).scopes))
            for path, user in read
            if not user.get("erasing")
        ]
        return Page(found, following)

    async def _page(
        self, query: AsyncQuery, order: Sequence[str], after: Cursor | None, limit: int
    ) -> tuple[Sequence[tuple[str, Fields]], Cursor | None]:
        """`order`: moments, the first one first."""
        for name in (*order, _NAME):
            query = query.order_by(name)
        query = query.limit(limit)
        if after is not None:
            *moments, path = after.split(" ")
            position = dict(zip(order, map(datetime.fromisoformat, moments), strict=True))
            query = query.start_after({**position, _NAME: self._documents.client.document(path)})
        read = await self._documents.query_by_path(query)
        if len(read) < limit:
            return read, None
        path, fields = read[-1]
        return read, " ".join([*(fields[name].isoformat() for name in order), path])
