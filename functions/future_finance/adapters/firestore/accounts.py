"""Whether somebody has an account: users/{uid}."""

from __future__ import annotations

from future_finance.adapters.firestore.documents import Documents
from future_finance.errors import NotFound


class FirestoreAccounts:
    """Accounts in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def require(self, uid: str) -> None:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
