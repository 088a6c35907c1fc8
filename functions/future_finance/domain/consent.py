"""What a person agrees to: scopes of data, the purposes they are used for, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

LASTS = timedelta(days=365)


class Scope(StrEnum):
    """A kind of data that is agreed to on its own."""

    ASSETS = "assets"
    LIABILITIES = "liabilities"
    TRANSACTIONS = "transactions"
    CREDIT_SCORE = "credit_score"
    EPF = "epf"


class Purpose(StrEnum):
    """What the data is used for."""

    SYNC = "sync"  # fetched, stored and shown
    INSIGHTS = "insights"
    CHAT = "chat"
    PORTFOLIO_ANALYSIS = "portfolio_analysis"  # simulation
    ANALYTICS = "analytics"  # counted in numbers that name nobody; nothing depends on it


class ConsentStatus(StrEnum):
    """pending: never asked or never answered. An expired one was granted, and must be granted again."""

    PENDING = "pending"
    GRANTED = "granted"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Granted:
    """The scopes agreed to for one purpose now, and the version of all the person's consents."""

    scopes: frozenset[Scope]
    version: int


@dataclass(frozen=True, slots=True)
class Consent:
    """One scope for one purpose, as last decided. `notice`: the version of the text agreed to."""

    status: ConsentStatus
    at: datetime
    expire_at: datetime | None = None
    notice: str = ""

    def status_at(self, now: datetime) -> ConsentStatus:
        lapsed = self.expire_at is not None and self.expire_at <= now
        return ConsentStatus.EXPIRED if self.status is ConsentStatus.GRANTED and lapsed else self.status


type Consents = Mapping[Scope, Mapping[Purpose, Consent]]


def status_of(consents: Consents, scope: Scope, purpose: Purpose, now: datetime) -> ConsentStatus:
    """Where nothing was decided it is pending."""
    consent = consents.get(scope, {}).get(purpose)
    return ConsentStatus.PENDING if consent is None else consent.status_at(now)


def granted_scopes(consents: Consents, purpose: Purpose, now: datetime) -> frozenset[Scope]:
    """The scopes that may be used for `purpose` at `now`: what may not be kept may not be used either."""
    needed = {purpose, Purpose.SYNC}
    return frozenset(
        scope
        for scope in Scope
        if all(status_of(consents, scope, each, now) is ConsentStatus.GRANTED for each in needed)
    )


def kept_until(consents: Consents, now: datetime) -> datetime | None:
    """When the first scope that may be kept at `now` may be kept no more; None: there is none, or no end."""
    ends = [consents[scope][Purpose.SYNC].expire_at for scope in granted_scopes(consents, Purpose.SYNC, now)]
    return min((end for end in ends if end is not None), default=None)


def grant(
    consents: Consents, grants: Iterable[tuple[Scope, Purpose]], notice: str, now: datetime
) -> Consents:
    """With `grants` for a year from `now`; granting again begins the year anew."""
    changed = {scope: dict(purposes) for scope, purposes in consents.items()}
    for scope, purpose in grants:
        changed.setdefault(scope, {})[purpose] = Consent(ConsentStatus.GRANTED, now, now + LASTS, notice)
    return changed


def consents_end_at(consents: Consents) -> datetime | None:
    """When the first of all consents that are given runs out; None: none is given, or none has an end."""
    given = [consent for purposes in consents.values() for consent in purposes.values()]
    ends = [consent.expire_at for consent in given if consent.status is ConsentStatus.GRANTED]
    return min((end for end in ends if end is not None), default=None)


def lapse(consents: Consents, now: datetime) -> tuple[Consents, Mapping[Scope, frozenset[Purpose]]]:
    """With those whose time is over marked as expired, and what ends with them, by scope."""
    over = {
        scope: frozenset(
            purpose
            for purpose, consent in purposes.items()
            if consent.status is ConsentStatus.GRANTED and consent.status_at(now) is ConsentStatus.EXPIRED
        )
        for scope, purposes in consents.items()
    }
    after = {
        scope: {
            purpose: replace(consent, status=ConsentStatus.EXPIRED) if purpose in over[scope] else consent
            for purpose, consent in purposes.items()
        }
        for scope, purposes in consents.items()
    }
    return after, {scope: ended_with(purposes) for scope, purposes in over.items() if purposes}


def ended_with(purposes: Iterable[Purpose]) -> frozenset[Purpose]:
    """What ends with these purposes: what is stored serves every purpose, so that without sync none is left."""
    ended = frozenset(purposes)
    return frozenset(Purpose) if Purpose.SYNC in ended else ended


def revoke(consents: Consents, scope: Scope, purposes: Iterable[Purpose], now: datetime) -> Consents:
    """Without `scope` for `purposes`, and what ends with them.

    What is not granted stays as it is, so that revoking twice is the same as once.
    """
    ended = ended_with(purposes)
    before = consents.get(scope, {})
    after = {
        purpose: replace(consent, status=ConsentStatus.REVOKED, at=now, expire_at=None)
        if purpose in ended and consent.status is ConsentStatus.GRANTED
        else consent
        for purpose, consent in before.items()
    }
    return {**consents, scope: after}
