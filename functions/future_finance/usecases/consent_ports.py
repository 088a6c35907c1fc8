"""What consents are kept in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.consent import Consents, Purpose, Scope
from future_finance.domain.job import Job


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a person agrees to, with the exact words. `text`: the lines shown, in `language`."""

    grants: tuple[tuple[Scope, Purpose], ...]
    notice_version: str
    notice_sha256: str
    language: str
    text: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of an agreement. `consent_version` counts the changes of all the person's consents."""

    id: str
    consent_version: int
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One change of consents. `action`: grant, revoke or expire; only a grant has a notice and its words."""

    id: str
    action: str
    at: datetime
    consent_version: int
    grants: tuple[tuple[Scope, Purpose], ...]
    notice_version: str | None = None
    notice_sha256: str | None = None
    language: str | None = None
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A consent taken back for `purposes`, and the job that deletes what it covered."""

    id: str
    consent_version: int
    scope: Scope
    purposes: tuple[Purpose, ...]
    at: datetime
    job: Job


class ConsentStore(Protocol):
    """users/{uid}.consents and consentEvents, which only grow."""

    async def consents(self, uid: str) -> tuple[Consents, int]:
        """All decisions, and their version. Raises NotFound when the user is gone or being erased."""
        ...

    async def events(self, uid: str) -> Sequence[ConsentEvent]:
        """All changes, the newest first. Raises NotFound as `consents` does."""
        ...

    async def grant(self, uid: str, agreement: Agreement) -> Receipt: ...
    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        """Revoking what is not granted changes nothing but that what is left of it is erased.

        Twice is the same as once: the consents' version names the job.
        """
        ...
