"""users/{uid}/jobs: creating, reading, leasing and ending sync jobs."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore import connection_document, dead_letters, job_document, sync_lease
from future_finance.adapters.firestore.consent_document import granted_by
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.consent import Purpose
from future_finance.domain.job import FollowUp, Job, JobStatus, Lease
from future_finance.domain.local_date import local_date, seconds_to_midnight
from future_finance.domain.snapshot import PartName, PartOutcome
from future_finance.errors import ConsentMissing, IdempotencyMismatch, NotFound, QuotaSpent
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken

_LONG_AGO = datetime.fromtimestamp(0, UTC)


logger = logging.getLogger(__name__)


class FirestoreJobStore:
    """Jobs and the user's sync lease."""

    def __init__(self, documents: Documents, *, syncs_per_day: int) -> None:
        self._documents = documents
        self._syncs_per_day = syncs_per_day

    async def create_jobs(self, jobs: Sequence[Job]) -> list[Job]:
        user_ref = self._documents.ref("users", jobs[0].uid)
        job_refs = [user_ref.collection("jobs").document(job.id) for job in jobs]
        connection_refs = [user_ref.collection("connections").document(job.connection_id) for job in jobs]

        async def work(transaction: Transaction) -> list[Job]:
            user, *found = await transaction.get_all([user_ref, *job_refs, *connection_refs])
            existing, connections = found[: len(jobs)], found[len(jobs) :]
            if user is None or user.get("erasing") or None in connections:
                raise NotFound
            made = [
                job if fields is None else job_document.from_document(job.id, fields)
                for job, fields in zip(jobs, existing, strict=True)
            ]
            if [job.request_hash for job in made] != [job.request_hash for job in jobs]:
                raise IdempotencyMismatch
            if None not in existing:
                return made
            if not granted_by(user, Purpose.SYNC, jobs[0].created_at).scopes:
                raise ConsentMissing
            if sync_lease.syncs_on(user, local_date(jobs[0].created_at)) >= self._syncs_per_day:
                raise QuotaSpent(retry_after_s=seconds_to_midnight(jobs[0].created_at))
            for job, ref, fields in zip(jobs, job_refs, existing, strict=True):
                if fields is None:
                    transaction.set(ref, job_document.to_document(job))
            return made

        return await self._documents.transact(work)

    async def get_job(self, uid: str, job_id: str) -> Job | None:
        fields = await self._documents.get("users", uid, "jobs", job_id)
        return None if fields is None else job_document.from_document(job_id, fields)

    async def take_lease(
        self,
        uid: str,
        job_id: str,
        attempt_id: str,
        now: datetime,
        until: datetime,
        scheduled: Job | None = None,
    ) -> LeaseTaken | LeaseRefusal:
        user_ref = self._documents.ref("users", uid)
        job_ref = user_ref.collection("jobs").document(job_id)

        async def work(transaction: Transaction) -> LeaseTaken | LeaseRefusal:
            user, fields = await transaction.get_all([user_ref, job_ref])
            job = scheduled if fields is None else job_document.from_document(job_id, fields)
            if user is None or user.get("erasing") or job is None:
                return LeaseRefusal.GONE
            if job.status.final:
                return LeaseRefusal.FINISHED
            connection_ref = user_ref.collection("connections").document(job.connection_id)
            (found,) = await transaction.get_all([connection_ref])
            if fields is None and not self._is_due(user, job, found, now):
                return LeaseRefusal.NOT_DUE
            if found is None:
                self._end(transaction, job, JobStatus.FAILED, "connection_gone", now)
                return LeaseRefusal.GONE
            connection = connection_document.from_document(job.connection_id, found)
            if connection.status_at(now) is not ConnectionStatus.ACTIVE:
                self._end(transaction, job, JobStatus.NEEDS_LOGIN, "login_required", now)
                return LeaseRefusal.NOT_ACTIVE
            if await self._held(transaction, uid, user, now):
                return LeaseRefusal.HELD
            today = local_date(now)
            if sync_lease.spent(user, job_id, today, self._syncs_per_day):
                self._end(transaction, job, JobStatus.FAILED, QuotaSpent.code, now)
                return LeaseRefusal.FINISHED
            granted = granted_by(user, Purpose.SYNC, now)
            if not granted.scopes:
                self._end(transaction, job, JobStatus.FAILED, ConsentMissing.code, now)
                return LeaseRefusal.FINISHED
            lease = sync_lease.next_lease(user, job_id, attempt_id, until)
            if fields is None:
                transaction.set(job_ref, job_document.to_document(job))
            transaction.update(user_ref, sync_lease.to_fields(lease, user, today))
            running = replace(job, started_at=now, error=None)
            return LeaseTaken(lease, running, connection, granted.scopes, granted.version)

        return await self._documents.transact(work)

    def _is_due(self, user: Fields, job: Job, found: Fields | None, now: datetime) -> bool:
        """Whether a scheduled sync may begin. Of one that may not, nothing is written."""
        if found is None or not granted_by(user, Purpose.SYNC, now).scopes:
            return False
        connection = connection_document.from_document(job.connection_id, found)
        due = connection.next_sync_due is None or connection.next_sync_due <= now
        spent = sync_lease.spent(user, job.id, local_date(now), self._syncs_per_day)
        return due and not spent and connection.status_at(now) is ConnectionStatus.ACTIVE

    def _end(
        self, transaction: Transaction, job: Job, status: JobStatus, error: str | None, now: datetime
    ) -> None:
        """A job without a result owes nothing any more, its own task included."""
        ended = replace(job, status=status, finished_at=now, error=error, follow_ups=())
        ref = self._documents.ref("users", job.uid, "jobs", job.id)
        transaction.set(ref, job_document.to_document(ended))

    async def _held(self, transaction: Transaction, uid: str, user: Fields, now: datetime) -> bool:
        """A lease is held until it runs out or its job has ended: ending a job needs no release."""
        lease = sync_lease.lease_of(user)
        if lease is None or lease.until <= now:
            return False
        (holder,) = await transaction.get_all([self._documents.ref("users", uid, "jobs", lease.job_id)])
        return holder is not None and not JobStatus(holder["status"]).final

    async def release_lease(self, uid: str, lease: Lease, error: str) -> None:
        user_ref = self._documents.ref("users", uid)
        job_ref = user_ref.collection("jobs").document(lease.job_id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or sync_lease.lease_of(user) != lease:
                return
            transaction.update(user_ref, {"syncLease.until": _LONG_AGO})
            if fields is not None and not JobStatus(fields["status"]).final:
                transaction.update(job_ref, {"error": error})

        await self._documents.transact(work)

    async def report_progress(self, job: Job, parts: Mapping[PartName, PartOutcome]) -> None:
        job_ref = self._documents.ref("users", job.uid, "jobs", job.id)

        async def work(transaction: Transaction) -> None:
            (fields,) = await transaction.get_all([job_ref])
            if fields is not None and not JobStatus(fields["status"]).final:
                transaction.update(
                    job_ref,
                    {
                        "status": JobStatus.RUNNING.value,
                        "startedAt": job.started_at,
                        "parts": job_document.parts_to_document(parts),
                    },
                )

        await self._documents.transact(work)

    async def clear_follow_ups(self, uid: str, job_id: str, done: Sequence[FollowUp]) -> None:
        job_ref = self._documents.ref("users", uid, "jobs", job_id)

        async def work(transaction: Transaction) -> None:
            (fields,) = await transaction.get_all([job_ref])
            if fields is None:
                return
            job = job_document.from_document(job_id, fields)
            left = tuple(follow_up for follow_up in job.follow_ups if follow_up not in done)
            if left != job.follow_ups:
                transaction.set(job_ref, job_document.to_document(replace(job, follow_ups=left)))

        await self._documents.transact(work)

    async def end_failed(
        self, job: Job, parts: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> None:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                return
            if not JobStatus(fields["status"]).final:
                failed = replace(job, parts=dict(parts))
                self._end(transaction, failed, JobStatus.FAILED, error, now)

        await self._documents.transact(work)

    async def bury(self, uid: str, job_id: str, queue: str, error: str, now: datetime) -> None:
        """Idempotent: one dead letter a job and queue. A user who is gone leaves none."""
        user_ref = self._documents.ref("users", uid)
        job_ref = user_ref.collection("jobs").document(job_id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                return
            job = job_document.from_document(job_id, fields)
            if job.status.final:
                return
            self._end(transaction, job, JobStatus.FAILED, error, now)
            dead_letters.bury(self._documents, transaction, job, queue, error, now)

        await self._documents.transact(work)

    async def overdue_jobs(self, now: datetime, limit: int) -> Sequence[Job]:
        query = (
            self._documents.client.collection_group("jobs")
            .where(filter=FieldFilter("deadlineAt", "<=", now))
            .limit(limit)
        )
        jobs = []
        for job_id, fields in await self._documents.query(query):
            try:
                jobs.append(job_document.from_document(job_id, fields))
            except (KeyError, ValueError):
                logger.exception("a job document cannot be read: it is left out of the sweep")
        return jobs
