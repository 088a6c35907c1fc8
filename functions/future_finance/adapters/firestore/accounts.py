"""Whether somebody has an account: users/{uid}; and when they were last here."""

from __future__ import annotations

from datetime import datetime

from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.retention import SEEN_EVERY
from future_finance.errors import NotFound


class FirestoreAccounts:
    """Accounts in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def require(self, uid: str) -> None:
        _required(await self._documents.get("users", uid))

    async def visit(self, uid: str, now: datetime) -> None:
        if now - _required(await self._documents.get("users", uid))["lastSeenAt"] < SEEN_EVERY:
            return
        ref = self._documents.ref("users", uid)

        async def work(transaction: Transaction) -> None:
            (user,) = await transaction.get_all([ref])
            if now - _required(user)["lastSeenAt"] >= SEEN_EVERY:
                transaction.update(ref, {"lastSeenAt": now})

        await self._documents.transact(work)


def _required(user: Fields | None) -> Fields:
    if user is None or user.get("erasing"):
        raise NotFound
    return user
