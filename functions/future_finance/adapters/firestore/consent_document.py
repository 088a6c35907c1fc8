"""The map `consents` of users/{uid} as a domain record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.consent import (
    Consent,
    Consents,
    ConsentStatus,
    Granted,
    Purpose,
    Scope,
    granted_scopes,
)


def granted_by(user: Mapping[str, Any], purpose: Purpose, now: datetime) -> Granted:
    """What the fields of users/{uid} allow at `now`; where nothing was decided, nothing."""
    return Granted(granted_scopes(consents_of(user), purpose, now), user.get("consentVersion", 0))


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


def to_document(consents: Consents) -> Fields:
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
