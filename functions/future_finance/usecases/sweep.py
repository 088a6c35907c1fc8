"""The sweeper: jobs that should have ended long ago are delivered again, or buried; an erasure every night."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from future_finance.domain.job import Job, JobType
from future_finance.errors import AppError
from future_finance.usecases.event import Event, report
from future_finance.usecases.follow_ups import deliver_and_clear
from future_finance.usecases.ports import JobStore, TaskQueuePort

MOST_AT_ONCE = 5_000
GIVE_UP_AFTER = timedelta(hours=36)  # the daily sweep sees a job once or twice before

logger = logging.getLogger(__name__)


async def sweep_jobs(jobs: JobStore, queue: TaskQueuePort, now: datetime) -> dict[str, int]:
    """Counts by what was done: requeued, buried, paid (outstanding follow-ups of an ended job), failed.

    One job's trouble is not another's. Running it again the same day changes nothing.
    """
    counts = {"requeued": 0, "buried": 0, "paid": 0, "failed": 0}
    for job in await jobs.overdue_jobs(now, MOST_AT_ONCE):
        try:
            counts[await _sweep(jobs, queue, job, now)] += 1
        except AppError as error:
            logger.warning("a job could not be swept: %s", error.code)
            counts["failed"] += 1
    return counts


async def _sweep(jobs: JobStore, queue: TaskQueuePort, job: Job, now: datetime) -> str:
    if job.status.final and not job.outstanding:
        await deliver_and_clear(queue, jobs, job)
        return "paid"
    if now - job.created_at > GIVE_UP_AFTER and not job.status.final:
        await jobs.bury(job.uid, job.id, job.type.queue, "deadline_passed", now)
        report(Event.DEAD_LETTER, queue=job.type.queue, error="deadline_passed")
        if job.type is not JobType.ERASE_SCOPE:  # operators hear of it, and it goes on
            return "buried"
    payload = {"uid": job.uid, "jobId": job.id, "connectionId": job.connection_id}
    await queue.enqueue(job.type.queue, f"{job.id}-sweep-{now:%Y%m%d}", payload)
    return "requeued"
