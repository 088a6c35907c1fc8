"""The outbox: work that a committed job still owes, enqueued by every delivery until it is done."""

from __future__ import annotations

from future_finance.domain.job import Job
from future_finance.usecases.ports import JobStore, TaskQueuePort


async def deliver(queue: TaskQueuePort, job: Job) -> None:
    """Enqueue the job's follow-ups; a name that exists already is fine."""
    for follow_up in job.follow_ups:
        await queue.enqueue(
            follow_up.queue,
            follow_up.id,
            {"uid": job.uid, "jobId": job.id, "connectionId": job.connection_id},
        )


async def deliver_and_clear(queue: TaskQueuePort, jobs: JobStore, job: Job) -> None:
    """Enqueue the follow-ups of a job that has ended, then strike them off."""
    if job.follow_ups:
        await deliver(queue, job)
        await jobs.clear_follow_ups(job.uid, job.id, job.follow_ups)
