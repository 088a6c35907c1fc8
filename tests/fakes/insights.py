"""Insights and their jobs kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.domain.insight import Insight
from future_finance.domain.job import Job, JobStatus
from future_finance.errors import AppError, Busy, IdempotencyMismatch, NotFound
from future_finance.usecases.insight_ports import ActionTaken, Reconcile, Run
from future_finance.usecases.ports import LeaseRefusal


class InMemoryWorkJobs:
    """Jobs by id. `refusal` is for a test to set."""

    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}
        self.refusal: AppError | None = None
        self.buried: list[tuple[str, str]] = []  # job and error

    async def create(self, job: Job) -> Job:
        if self.refusal is not None:
            raise self.refusal
        made = self.jobs.setdefault(job.id, job)
        if made.request_hash != job.request_hash:
            raise IdempotencyMismatch
        return made

    async def get(self, uid: str, job_id: str) -> Job | None:
        job = self.jobs.get(job_id)
        return job if job is not None and job.uid == uid else None

    async def begin(self, job: Job, now: datetime) -> Job | LeaseRefusal:
        known = self.jobs.setdefault(job.id, job)
        if known.status.final and not known.outstanding:
            return LeaseRefusal.FINISHED
        self.jobs[job.id] = replace(known, status=JobStatus.RUNNING, started_at=now)
        return self.jobs[job.id]

    async def end(self, job: Job, status: JobStatus, error: str | None, now: datetime) -> None:
        known = self.jobs.get(job.id)
        if known is not None and not known.status.final:
            self.jobs[job.id] = replace(
                known,
                status=status,
                error=error,
                finished_at=now,
                counts=job.counts or known.counts,
                follow_ups=(),
            )

    async def bury(self, job: Job, error: str, now: datetime) -> None:
        known = self.jobs.get(job.id)
        if known is not None and not known.status.final:
            await self.end(job, JobStatus.FAILED, error, now)
            self.buried.append((job.id, error))


class InMemoryInsights:
    """Insights by user and id. `data_version` is that of the stored data, `commit_error` a test's."""

    def __init__(self, jobs: InMemoryWorkJobs) -> None:
        self.jobs = jobs
        self.by_user: dict[str, dict[str, Insight]] = {}
        self.actions: list[ActionTaken] = []
        self.data_version = 0
        self.commit_error: Exception | None = None

    async def stored(self, uid: str) -> Mapping[str, Insight]:
        return dict(self.by_user.get(uid, {}))

    async def open(self, uid: str) -> Sequence[Insight]:
        return [insight for insight in self.by_user.get(uid, {}).values() if insight.state.open]

    async def get(self, uid: str, insight_id: str) -> Insight | None:
        return self.by_user.get(uid, {}).get(insight_id)

    async def change(self, uid: str, taken: ActionTaken, change: Callable[[Insight], Insight]) -> Insight:
        insight = await self.get(uid, taken.insight_id)
        if insight is None:
            raise NotFound
        self.by_user[uid][taken.insight_id] = change(insight)
        self.actions.append(taken)
        return self.by_user[uid][taken.insight_id]

    async def commit(self, run: Run, reconcile: Reconcile, now: datetime) -> Job:
        if self.commit_error is not None:
            raise self.commit_error
        job = self.jobs.jobs[run.job.id]
        if job.status.final:
            return job
        if run.data_version != self.data_version:
            raise Busy
        mine = self.by_user.setdefault(run.job.uid, {})
        mine |= reconcile(dict(mine))
        await self.jobs.end(job, JobStatus.SUCCEEDED, None, now)
        return self.jobs.jobs[run.job.id]
