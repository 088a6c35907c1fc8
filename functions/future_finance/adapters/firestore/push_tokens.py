"""users/{uid}/pushTokens: the browsers a person wants to be told in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.retention import KEPT
from future_finance.errors import NotFound
from future_finance.usecases.notice_ports import PushToken

MOST_TOKENS = 20  # of a person: the one brought longest ago makes room


class FirestorePushTokenStore:
    """PushTokenStore in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def keep(self, uid: str, token: str, now: datetime) -> None:
        user_ref = self._documents.ref("users", uid)
        home = user_ref.collection("pushTokens")
        token_id = _id_of(token)

        async def work(transaction: Transaction) -> None:
            (user,) = await transaction.get_all([user_ref])
            if user is None or user.get("erasing"):
                raise NotFound
            known = dict(await transaction.query(home))
            others = sorted((key for key in known if key != token_id), key=lambda key: known[key]["keptAt"])
            for oldest in others[: max(0, len(others) + 1 - MOST_TOKENS)]:
                transaction.delete(home.document(oldest))
            transaction.set(
                home.document(token_id),
                {
                    "token": token,
                    "keptAt": now,
                    "expireAt": now + KEPT["pushTokens"],
                    "schemaVersion": SCHEMA_VERSION,
                },
            )

        await self._documents.transact(work)

    async def forget(self, uid: str, token: str) -> None:
        ref = self._documents.ref("users", uid, "pushTokens", _id_of(token))

        async def work(transaction: Transaction) -> None:
            transaction.delete(ref)

        await self._documents.transact(work)

    async def tokens(self, uid: str) -> Sequence[PushToken]:
        found = await self._documents.query(self._documents.ref("users", uid).collection("pushTokens"))
        return [PushToken(key, fields["token"]) for key, fields in found]


def _id_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:32]
