"""A change of consents: in the account, in the events that only grow, and on the first screen at the same moment."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from future_finance.adapters.firestore import job_document, portfolio
from future_finance.adapters.firestore.consent_document import consents_of, to_document
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.consent import (
    Consents,
    Purpose,
    Scope,
    consents_end_at,
    ended_with,
    grant,
    lapse,
    revoke,
)
from future_finance.domain.job import Job
from future_finance.usecases.consent_ports import Agreement, Receipt, Withdrawal
from future_finance.usecases.consents import erasure_job


class ConsentChange:
    """Gives consents and takes them back."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def grant(self, uid: str, agreement: Agreement) -> Receipt:
        event_id = secrets.token_hex(12)
        event = {
            "action": "grant",
            "grants": _pairs(agreement.grants),
            "notice": agreement.notice_version,
            "noticeSha256": agreement.notice_sha256,
            "language": agreement.language,
            "text": list(agreement.text),
        }

        async def work(transaction: Transaction) -> int:
            stored = await portfolio.read(self._documents, transaction, uid)
            after = grant(consents_of(stored.user), agreement.grants, agreement.notice_version, agreement.at)
            return await self._write(transaction, uid, stored, after, event_id, event, agreement.at)

        return Receipt(event_id, await self._documents.transact(work), agreement)

    async def revoke(self, uid: str, scope: Scope, purposes: Sequence[Purpose], now: datetime) -> Withdrawal:
        """The job that erases is written in the same transaction: a withdrawal cannot go without it."""
        event_id = secrets.token_hex(12)
        ended = tuple(purpose for purpose in Purpose if purpose in ended_with(purposes))
        event = {"action": "revoke", "grants": _pairs((scope, purpose) for purpose in ended)}

        async def work(transaction: Transaction) -> Withdrawal:
            stored = await portfolio.read(self._documents, transaction, uid)
            before = consents_of(stored.user)
            after = revoke(before, scope, ended, now)
            version: int = stored.user.get("consentVersion", 0)
            changed = after.get(scope, {}) != before.get(scope, {})
            job = erasure_job(uid, scope, ended, version + changed, now)
            job_ref = self._documents.ref("users", uid, "jobs", job.id)
            (known,) = await transaction.get_all([job_ref])
            if changed:
                await self._write(transaction, uid, stored, after, event_id, event, now)
            if known is None:
                transaction.set(job_ref, job_document.to_document(job))
            else:
                job = job_document.from_document(job.id, known)
            return Withdrawal(event_id, version + changed, scope, ended, now, job)

        return await self._documents.transact(work)

    async def lapse(self, uid: str, now: datetime) -> list[Job]:
        """Consents whose time is over end like ones taken back, but that they show as expired; the erasures'
        jobs. Again, it changes nothing. Raises NotFound when the user is gone or being erased."""
        event_id = secrets.token_hex(12)

        async def work(transaction: Transaction) -> list[Job]:
            stored = await portfolio.read(self._documents, transaction, uid)
            after, over = lapse(consents_of(stored.user), now)
            if not over:
                return []
            ended = [(scope, purpose) for scope in over for purpose in Purpose if purpose in over[scope]]
            event = {"action": "expire", "grants": _pairs(ended)}
            version = await self._write(transaction, uid, stored, after, event_id, event, now)
            jobs = [erasure_job(uid, scope, tuple(over[scope]), version, now) for scope in over]
            for job in jobs:
                ref = self._documents.ref("users", uid, "jobs", job.id)
                transaction.set(ref, job_document.to_document(job))
            return jobs

        return await self._documents.transact(work)

    async def _write(
        self,
        transaction: Transaction,
        uid: str,
        stored: portfolio.Stored,
        after: Consents,
        event_id: str,
        event: Fields,
        now: datetime,
    ) -> int:
        """The version after the change."""
        user_ref = self._documents.ref("users", uid)
        version: int = stored.user.get("consentVersion", 0) + 1
        coverage = await portfolio.coverage_of_documents(self._documents, transaction, uid)
        changed = {
            "consents": to_document(after),
            "consentsEndAt": consents_end_at(after),
            "consentVersion": version,
        }
        transaction.update(user_ref, changed)
        transaction.set(
            user_ref.collection("consentEvents").document(event_id),
            event | {"at": now, "consentVersion": version, "schemaVersion": SCHEMA_VERSION},
        )
        stored.user = {**stored.user, **changed}
        portfolio.write_overview(transaction, stored, now, data_changed=True, coverage=coverage)
        return version


def _pairs(grants: Iterable[tuple[Scope, Purpose]]) -> list[dict[str, str]]:
    return [{"scope": scope.value, "purpose": purpose.value} for scope, purpose in grants]
