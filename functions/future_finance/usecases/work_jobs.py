"""Jobs that are no syncs: asked for, begun, ended. The work itself is their worker's."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.errors import AppError, NotFound
from future_finance.usecases.event import Event, report
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.ports import Clock, LeaseRefusal, TaskQueuePort

CLICK_S = 10


class WorkJobStore(Protocol):
    """users/{uid}/jobs of other types than syncs."""

    async def create(self, job: Job) -> Job:
        """The job; one that exists is left and answered as it is.

        Raises NotFound (no such user), IdempotencyMismatch (same id, another request), QuotaSpent (so many
        of its type that day).
        """
        ...

    async def get(self, uid: str, job_id: str) -> Job | None: ...
    async def begin(self, job: Job, now: datetime) -> Job | LeaseRefusal:
        """Mark it running; one that nobody has written yet is written now, and an outstanding one begins
        anew. GONE, FINISHED."""
        ...

    async def end(self, job: Job, status: JobStatus, error: str | None, now: datetime) -> None:
        """End it, with the counts of `job`, unless it has ended."""
        ...

    async def bury(self, job: Job, error: str, now: datetime) -> None:
        """The same for work that is given up: it has failed, and a dead letter says so to operators."""
        ...


@dataclass(frozen=True, slots=True)
class AskingForWork:
    """What a request for work needs."""

    jobs: WorkJobStore
    queue: TaskQueuePort


async def ask_for_work(
    asking: AskingForWork,
    uid: str,
    job_type: JobType,
    request: dict[str, list[str]],
    idempotency_key: str | None,
    now: datetime,
) -> Job:
    """A queued job. The same key gives the same job; without one, so does the same wish within seconds.

    Raises NotFound, IdempotencyMismatch, QuotaSpent, Unavailable.
    """
    job = await _asked(asking.jobs, uid, job_type, request, idempotency_key, now)
    if not job.status.final:
        await deliver(asking.queue, job)
    return job


async def _asked(
    jobs: WorkJobStore,
    uid: str,
    job_type: JobType,
    request: dict[str, list[str]],
    idempotency_key: str | None,
    now: datetime,
) -> Job:
    """The job of a wish: without a key, one that was asked for in the ten seconds before and still runs, too."""
    wish = "\x1e".join(f"{name}={','.join(sorted(values))}" for name, values in sorted(request.items()))
    key = idempotency_key
    if key is None:
        moment = int(now.timestamp()) // CLICK_S
        before = await jobs.get(uid, hash_of(job_type.value, uid, f"{wish}\x1e{moment - 1}"))
        if before is not None and not before.status.final:
            return before
        key = f"{wish}\x1e{moment}"
    job_id = hash_of(job_type.value, uid, key)
    return await jobs.create(
        Job(
            id=job_id,
            uid=uid,
            connection_id="",
            type=job_type,
            status=JobStatus.QUEUED,
            created_at=now,
            follow_ups=(FollowUp(job_type.queue, job_id),),
            request_hash=hash_of("request", wish),
            request=request,
        )
    )


async def give_up(jobs: WorkJobStore, job: Job, error: str, now: datetime) -> None:
    """After the last attempt: operators find it, and may have it delivered again."""
    await jobs.bury(job, error, now)
    report(Event.DEAD_LETTER, queue=job.type.queue, error=error)


async def one_delivery(
    jobs: WorkJobStore, asked: Job, attempt: Callable[[], Awaitable[str]], clock: Clock, *, last: bool
) -> str:
    """One delivery of a job; answers how it ended, for the log.

    Raises an AppError when the task should be delivered again. The last delivery ends the job as failed, whatever
    went wrong.
    """
    error_code, settled = AppError.code, False
    try:
        ended = await attempt()
        settled = True
    except NotFound:  # the person is gone
        ended, settled = LeaseRefusal.GONE.value, True
    except AppError as error:
        error_code = error.code
        if not last:
            raise
        ended = JobStatus.FAILED.value
    finally:
        if last and not settled:
            await give_up(jobs, asked, error_code, clock.now())
    return ended


async def work_job(jobs: WorkJobStore, uid: str, job_type: JobType, job_id: str) -> Job:
    """The person's own job of that type. Raises NotFound."""
    job = await jobs.get(uid, job_id)
    if job is None or job.type is not job_type:
        raise NotFound
    return job


def hash_of(*parts: str) -> str:
    """A job id that says nothing and is the same for the same parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
