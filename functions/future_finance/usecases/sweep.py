"""The sweeper: jobs that should have ended long ago are delivered again, or buried."""

from __future__ import annotations

from datetime import datetime, timedelta

from future_finance.usecases.ports import JobStore, TaskQueuePort
from future_finance.usecases.sync_requests import SYNC_QUEUE

MOST_AT_ONCE = 500
GIVE_UP_AFTER = timedelta(hours=36)  # the daily sweep sees a job once, then buries it


async def sweep_jobs(jobs: JobStore, queue: TaskQueuePort, now: datetime) -> dict[str, int]:
    """Counts of jobs delivered again and buried. Running it again the same day changes nothing."""
    counts = {"requeued": 0, "buried": 0}
    for job in await jobs.overdue_jobs(now, MOST_AT_ONCE):
        if now - job.created_at > GIVE_UP_AFTER:
            await jobs.bury(job.uid, job.id, SYNC_QUEUE, "deadline_passed", now)
            counts["buried"] += 1
        else:
            payload = {"uid": job.uid, "jobId": job.id, "connectionId": job.connection_id}
            await queue.enqueue(SYNC_QUEUE, f"{job.id}-sweep-{now:%Y%m%d}", payload)
            counts["requeued"] += 1
    return counts
