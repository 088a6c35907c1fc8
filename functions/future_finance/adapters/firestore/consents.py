"""What a person has agreed to, from the map `consents` in users/{uid}: one read tells all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.consent import Granted, Purpose, Scope
from future_finance.errors import NotFound

GRANTED = "granted"


class FirestoreConsentReader:
    """ConsentReader in (default): `consents` is {scope: {purpose: {status, expireAt?}}}.

    Interim: an account without the field is from before consents were asked for, and grants everything.
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        user = await self._documents.get("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        version = int(user.get("consentVersion", 0))
        consents: Mapping[str, Mapping[str, Any]] | None = user.get("consents")
        if consents is None:
            return Granted(frozenset(Scope), version)
        scopes = {scope for scope in Scope if _holds((consents.get(scope) or {}).get(purpose), now)}
        return Granted(frozenset(scopes), version)


def _holds(consent: Mapping[str, Any] | None, now: datetime) -> bool:
    if consent is None or consent.get("status") != GRANTED:
        return False
    until: datetime | None = consent.get("expireAt")
    return until is None or now < until
