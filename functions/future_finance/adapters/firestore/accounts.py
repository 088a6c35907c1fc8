"""Whether somebody has an account: users/{uid}; and when they were last here."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.domain.retention import SEEN_EVERY
from future_finance.errors import NotFound, Unavailable


class FirestoreAccounts:
    """Accounts in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def require(self, uid: str) -> None:
        _required(await self._documents.get("users", uid))

    async def visit(self, uid: str, now: datetime) -> None:
        user = _required(await self._documents.get("users", uid))
        if now - user["lastSeenAt"] >= SEEN_EVERY:
            with suppress(
                Unavailable
            ):  # no reason to keep from them what they came for: the next look is noted
                await self._documents.update_if_there({"lastSeenAt": now}, "users", uid)


def _required(user: Fields | None) -> Fields:
    if user is None or user.get("erasing"):
        raise NotFound
    return user
