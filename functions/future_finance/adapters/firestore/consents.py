"""Consents, read with few imports: the map `consents` of users/{uid}."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.adapters.firestore.consent_document import consents_of, granted_by
from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.domain.consent import Consents, Granted, Purpose, Scope
from future_finance.errors import NotFound
from future_finance.usecases.consent_ports import Agreement, Receipt, Withdrawal

if TYPE_CHECKING:
    from future_finance.adapters.firestore.consent_change import ConsentChange


class FirestoreConsentStore:
    """ConsentReader and ConsentStore in (default). `changing` is asked for only when a consent changes."""

    def __init__(self, documents: Documents, changing: Callable[[], ConsentChange]) -> None:
        self._documents = documents
        self._changing = changing

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        return granted_by(await self._user(uid), purpose, now)

    async def consents(self, uid: str) -> tuple[Consents, int]:
        user = await self._user(uid)
        return consents_of(user), user.get("consentVersion", 0)

    async def grant(self, uid: str, agreement: Agreement) -> Receipt:
        return await self._changing().grant(uid, agreement)

    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        return await self._changing().revoke(uid, scope, purposes, now)

    async def _user(self, uid: str) -> Fields:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        return user
