"""Consents, read with few imports: the map `consents` of users/{uid}."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.adapters.firestore.consent_document import consents_of, granted_by
from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.domain.consent import Consents, Granted, Purpose, Scope
from future_finance.errors import NotFound
from future_finance.usecases.consent_ports import Agreement, ConsentEvent, Receipt, Withdrawal

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

    async def events(self, uid: str) -> Sequence[ConsentEvent]:
        """A person changes their mind rarely: all are read, and no index is kept to put them in order."""
        await self._user(uid)
        found = await self._documents.query(self._documents.ref("users", uid).collection("consentEvents"))
        events = [_event(event_id, fields) for event_id, fields in found]
        return sorted(events, key=lambda event: event.consent_version, reverse=True)

    async def grant(self, uid: str, agreement: Agreement) -> Receipt:
        return await self._changing().grant(uid, agreement)

    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        return await self._changing().revoke(uid, scope, purposes, now)

    async def _user(self, uid: str) -> Fields:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        return user


def _event(event_id: str, fields: Fields) -> ConsentEvent:
    return ConsentEvent(
        id=event_id,
        action=fields["action"],
        at=fields["at"],
        consent_version=fields["consentVersion"],
        grants=tuple((Scope(each["scope"]), Purpose(each["purpose"])) for each in fields["grants"]),
        notice_version=fields.get("notice"),
        notice_sha256=fields.get("noticeSha256"),
        language=fields.get("language"),
        text=tuple(fields.get("text", ())),
    )
