"""users/{uid}/jobs of other types than syncs, and how many of a type were asked for in a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from future_finance.adapters.firestore import dead_letters, job_document
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.local_date import local_date, seconds_to_midnight
from future_finance.domain.retention import KEPT
from future_finance.errors import IdempotencyMismatch, NotFound, QuotaSpent
from future_finance.usecases.ports import LeaseRefusal


class FirestoreWorkJobStore:
    """WorkJobStore. `per_day`: the most jobs of a type a person may ask for in a day; of others, any number."""

    def __init__(self, documents: Documents, per_day: Mapping[JobType, int]) -> None:
        self._documents = documents
        self._per_day = per_day

    async def create(self, job: Job) -> Job:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)
        quota_ref = self._documents.ref("quotas", f"{job.uid}_{local_date(job.created_at)}")

        async def work(transaction: Transaction) -> Job:
            user, fields, quota = await transaction.get_all([user_ref, job_ref, quota_ref])
            if user is None or user.get("erasing"):
                raise NotFound
            if fields is not None:
                made = job_document.from_document(job.id, fields)
                if made.request_hash != job.request_hash:
                    raise IdempotencyMismatch
                return made
            asked = (quota or {}).get("jobs", {}).get(job.type.value, 0)
            most = self._per_day.get(job.type)
            if most is not None and asked >= most:
                raise QuotaSpent(retry_after_s=seconds_to_midnight(job.created_at))
            transaction.set(job_ref, job_document.to_document(job))
            transaction.set(
                quota_ref,
                {
                    "uid": job.uid,
                    "jobs": {job.type.value: asked + 1},
                    "expireAt": job.created_at + KEPT["quotas"],
                    "schemaVersion": SCHEMA_VERSION,
                },
                merge=True,
            )
            return job

        return await self._documents.transact(work)

    async def get(self, uid: str, job_id: str) -> Job | None:
        fields = await self._documents.get("users", uid, "jobs", job_id)
        return None if fields is None else job_document.from_document(job_id, fields)

    async def begin(self, job: Job, now: datetime) -> Job | LeaseRefusal:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)

        async def work(transaction: Transaction) -> Job | LeaseRefusal:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing"):
                return LeaseRefusal.GONE
            known = job if fields is None else job_document.from_document(job.id, fields)
            if known.status.final and not known.outstanding:
                return LeaseRefusal.FINISHED
            running = replace(known, status=JobStatus.RUNNING, started_at=now, error=None)
            transaction.set(job_ref, job_document.to_document(running))
            return running

        return await self._documents.transact(work)

    async def end(self, job: Job, status: JobStatus, error: str | None, now: datetime) -> None:
        await self._end(job, status, error, now, buried=False)

    async def bury(self, job: Job, error: str, now: datetime) -> None:
        await self._end(job, JobStatus.FAILED, error, now, buried=True)

    async def _end(
        self, job: Job, status: JobStatus, error: str | None, now: datetime, *, buried: bool
    ) -> None:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                return
            known = job_document.from_document(job.id, fields)
            if not known.status.final:
                ended = replace(
                    known,
                    status=status,
                    error=error,
                    finished_at=now,
                    counts=job.counts or known.counts,
                    follow_ups=(),
                )
                transaction.set(job_ref, job_document.to_document(ended))
                if buried:
                    dead_letters.bury(self._documents, transaction, ended, ended.type.queue, error or "", now)

        await self._documents.transact(work)
