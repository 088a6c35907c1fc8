"""Jobs and the lease kept in memory, and a commit that only notes what came."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.domain.connection import Connection
from future_finance.domain.consent import Scope
from future_finance.domain.job import FollowUp, Job, JobStatus, Lease, ended_as
from future_finance.domain.snapshot import PartName, PartOutcome, Snapshot
from future_finance.errors import AppError, IdempotencyMismatch
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken


class InMemoryJobs:
    """JobStore and SyncStore of one connection. `scopes`, `refusal`, `commit_error` are for a test to set."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.scopes = frozenset(Scope)
        self.jobs: dict[str, Job] = {}
        self.refusal: LeaseRefusal | None = None
        self.commit_error: Exception | None = None
        self.create_error: AppError | None = None
        self.progress_error: AppError | None = None
        self.progress_may_end: asyncio.Event | None = None
        self.reports_ended = 0
        self.committed: list[Snapshot] = []
        self.released: list[Lease] = []
        self.buried: list[tuple[str, str]] = []
        self.progress: list[Mapping[PartName, PartOutcome]] = []
        self.progressed = asyncio.Event()

    async def create_jobs(self, jobs: Sequence[Job]) -> list[Job]:
        if self.create_error is not None:
            raise self.create_error
        made = [self.jobs.get(job.id, job) for job in jobs]
        if [job.request_hash for job in made] != [job.request_hash for job in jobs]:
            raise IdempotencyMismatch
        self.jobs |= {job.id: job for job in made}
        return made

    async def get_job(self, uid: str, job_id: str) -> Job | None:
        job = self.jobs.get(job_id)
        return job if job is not None and job.uid == uid else None

    async def take_lease(
        self,
        uid: str,
        job_id: str,
        attempt_id: str,
        now: datetime,
        until: datetime,
        scheduled: Job | None = None,
    ) -> LeaseTaken | LeaseRefusal:
        if self.refusal is not None:
            return self.refusal
        if scheduled is not None:
            self.jobs.setdefault(job_id, scheduled)
        job = await self.get_job(uid, job_id)
        if job is None:
            return LeaseRefusal.GONE
        if job.status.final:
            return LeaseRefusal.FINISHED
        return LeaseTaken(Lease(job_id, attempt_id, 1, until), job, self.connection, self.scopes)

    async def release_lease(self, uid: str, lease: Lease, error: str) -> None:
        self.released.append(lease)
        self.jobs[lease.job_id] = replace(self.jobs[lease.job_id], error=error)

    async def report_progress(self, job: Job, parts: Mapping[PartName, PartOutcome]) -> None:
        self.progress.append(parts)
        self.progressed.set()
        if self.progress_may_end is not None:
            await self.progress_may_end.wait()
        self.reports_ended += 1
        if self.progress_error is not None:
            raise self.progress_error

    async def clear_follow_ups(self, uid: str, job_id: str, done: Sequence[FollowUp]) -> None:
        job = self.jobs[job_id]
        self.jobs[job_id] = replace(job, follow_ups=tuple(f for f in job.follow_ups if f not in done))

    async def end_failed(
        self, job: Job, parts: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> None:
        self.jobs[job.id] = replace(job, status=JobStatus.FAILED, error=error, follow_ups=())

    async def bury(self, uid: str, job_id: str, queue: str, error: str, now: datetime) -> None:
        self.buried.append((job_id, error))

    async def overdue_jobs(self, now: datetime, limit: int) -> Sequence[Job]:
        open_ = [
            job for job in self.jobs.values() if not job.status.final or job.follow_ups or job.outstanding
        ]
        return open_[:limit]

    async def commit(
        self, taken: LeaseTaken, fetched: Snapshot, follow_ups: Sequence[FollowUp], now: datetime
    ) -> Job:
        if self.commit_error is not None:
            raise self.commit_error
        self.committed.append(fetched)
        ended = replace(
            taken.job,
            status=ended_as(fetched.outcomes),
            finished_at=now,
            parts=dict(fetched.outcomes),
            counts={"changedDocuments": 1, "newRows": 0, "newTrades": 0},
            follow_ups=tuple(follow_ups),
        )
        self.jobs[ended.id] = ended
        return ended

    async def end_needs_login(
        self, taken: LeaseTaken, outcomes: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> Job:
        ended = replace(
            taken.job,
            status=JobStatus.NEEDS_LOGIN,
            finished_at=now,
            parts=dict(outcomes),
            error=error,
            follow_ups=(),
        )
        self.jobs[ended.id] = ended
        return ended
