"""Consents kept in memory, with their receipts and the jobs that erase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from future_finance.domain.consent import (
    Consents,
    Granted,
    Purpose,
    Scope,
    ended_with,
    grant,
    granted_scopes,
    revoke,
)
from future_finance.errors import NotFound
from future_finance.usecases.consent_ports import Agreement, ConsentEvent, Receipt, Withdrawal
from future_finance.usecases.consents import erasure_job
from tests.fakes.insights import InMemoryWorkJobs


class InMemoryConsentStore:
    """ConsentReader and ConsentStore. Who is in `gone` has no account."""

    def __init__(self, jobs: InMemoryWorkJobs) -> None:
        self._jobs = jobs
        self.of: dict[str, tuple[Consents, int]] = {}
        self.receipts: list[Receipt] = []
        self.changes: list[tuple[str, ConsentEvent]] = []
        self.gone: set[str] = set()

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        consents, version = await self.consents(uid)
        return Granted(granted_scopes(consents, purpose, now), version)

    async def consents(self, uid: str) -> tuple[Consents, int]:
        if uid in self.gone:
            raise NotFound
        return self.of.get(uid, ({}, 0))

    async def events(self, uid: str) -> Sequence[ConsentEvent]:
        await self.consents(uid)
        return [event for of, event in reversed(self.changes) if of == uid]

    async def grant(self, uid: str, agreement: Agreement) -> Receipt:
        consents, version = await self.consents(uid)
        after = grant(consents, agreement.grants, agreement.notice_version, agreement.at)
        self.of[uid] = after, version + 1
        self.receipts.append(Receipt(f"r{len(self.receipts)}", version + 1, agreement))
        self.changes.append(
            (
                uid,
                ConsentEvent(
                    self.receipts[-1].id,
                    "grant",
                    agreement.at,
                    version + 1,
                    agreement.grants,
                    agreement.notice_version,
                    agreement.notice_sha256,
                    agreement.language,
                    agreement.text,
                ),
            )
        )
        return self.receipts[-1]

    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        consents, version = await self.consents(uid)
        ended = tuple(purpose for purpose in Purpose if purpose in ended_with(purposes))
        after = revoke(consents, scope, ended, now)
        changed = after.get(scope, {}) != consents.get(scope, {})
        version += changed
        self.of[uid] = after, version
        if changed:
            pairs = tuple((scope, purpose) for purpose in ended)
            self.changes.append((uid, ConsentEvent(f"w{version}", "revoke", now, version, pairs)))
        job = erasure_job(uid, scope, ended, version, now)
        job = self._jobs.jobs.setdefault(job.id, job)
        return Withdrawal("w", version, scope, ended, now, job)
