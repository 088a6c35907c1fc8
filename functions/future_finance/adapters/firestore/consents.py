"""Consents in the map `consents` of users/{uid}, which every commit reads anyway, and their events."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.consent import (
    Consent,
    Consents,
    ConsentStatus,
    Granted,
    Purpose,
    Scope,
    grant,
    granted_scopes,
    revoke,
)
from future_finance.errors import NotFound
from future_finance.usecases.consent_ports import Agreement, Receipt, Withdrawal


class FirestoreConsentStore:
    """ConsentReader and ConsentStore in (default).

    Interim: an account without the field is from before consents were asked for, and grants everything.
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        return granted_by(user, purpose, now)

    async def consents(self, uid: str) -> tuple[Consents, int]:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        return consents_of(user), user.get("consentVersion", 0)

    async def grant(self, uid: str, agreement: Agreement) -> Receipt:
        receipt_id = secrets.token_hex(12)

        def change(consents: Consents) -> Consents:
            return grant(consents, agreement.grants, agreement.notice_version, agreement.at)

        event = {
            "action": "grant",
            "grants": [
                {"scope": scope.value, "purpose": purpose.value} for scope, purpose in agreement.grants
            ],
            "notice": agreement.notice_version,
            "noticeSha256": agreement.notice_sha256,
            "language": agreement.language,
            "text": list(agreement.text),
        }
        version = await self._change(uid, receipt_id, event, change, agreement.at)
        return Receipt(receipt_id, version, agreement)

    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        event_id = secrets.token_hex(12)

        def change(consents: Consents) -> Consents:
            return revoke(consents, scope, purposes, now)

        event = {
            "action": "revoke",
            "grants": [{"scope": scope.value, "purpose": purpose.value} for purpose in purposes],
        }
        version = await self._change(uid, event_id, event, change, now)
        return Withdrawal(event_id, version, scope, tuple(purposes), now)

    async def _change(
        self, uid: str, event_id: str, event: Fields, change: Callable[[Consents], Consents], now: datetime
    ) -> int:
        """The version after the change; a change that changes nothing leaves no event."""
        user_ref = self._documents.ref("users", uid)
        event_ref = user_ref.collection("consentEvents").document(event_id)

        async def work(transaction: Transaction) -> int:
            (user,) = await transaction.get_all([user_ref])
            if user is None or user.get("erasing"):
                raise NotFound
            before = consents_of(user)
            after = change(before)
            version: int = user.get("consentVersion", 0)
            if after == before and "consents" in user:
                return version
            transaction.update(user_ref, {"consents": _to_document(after), "consentVersion": version + 1})
            transaction.set(
                event_ref,
                event | {"at": now, "consentVersion": version + 1, "schemaVersion": SCHEMA_VERSION},
            )
            return version + 1

        return await self._documents.transact(work)


def granted_by(user: Mapping[str, Any], purpose: Purpose, now: datetime) -> Granted:
    """What the fields of users/{uid} say."""
    version: int = user.get("consentVersion", 0)
    if user.get("consents") is None:
        return Granted(frozenset(Scope), version)
    return Granted(granted_scopes(consents_of(user), purpose, now), version)


def consents_of(user: Mapping[str, Any]) -> Consents:
    """Scopes and purposes that are not known any more are left out."""
    stored = user.get("consents") or {}
    return {
        scope: {
            purpose: Consent(
                ConsentStatus(fields["status"]),
                fields["at"],
                fields.get("expireAt"),
                fields.get("notice", ""),
            )
            for purpose in Purpose
            if (fields := stored[scope].get(purpose)) is not None
        }
        for scope in Scope
        if scope in stored
    }


def _to_document(consents: Consents) -> Fields:
    return {
        scope.value: {
            purpose.value: {
                "status": consent.status.value,
                "at": consent.at,
                "expireAt": consent.expire_at,
                "notice": consent.notice,
            }
            for purpose, consent in purposes.items()
        }
        for scope, purposes in consents.items()
    }
