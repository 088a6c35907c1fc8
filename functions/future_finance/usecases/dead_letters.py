"""Work that was given up: looked at and delivered once more, by an operator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.job import Job
from future_finance.domain.shard_page import ShardPage
from future_finance.errors import NotFound
from future_finance.usecases.ports import TaskQueuePort


@dataclass(frozen=True, slots=True)
class LostJob:
    """A person's job, by its ids."""

    uid: str
    job_id: str
    connection_id: str


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """Ids, a stable code and moments: nothing of what the work was about. A page is kept as the first one of its
    shards: where it stood would say who stands there."""

    id: str
    queue: str
    work: LostJob | ShardPage
    error: str
    at: datetime
    replayed_at: datetime | None = None


class DeadLetterStore(Protocol):
    """deadLetters, which expire by themselves."""

    async def list(self, limit: int) -> Sequence[DeadLetter]:
        """In no order; each is there for 90 days."""
        ...

    async def get(self, letter_id: str) -> DeadLetter | None: ...
    async def reopen(self, letter_id: str, work: LostJob, now: datetime) -> Job | None:
        """The job as asked for just now, and the letter marked as replayed, in one transaction. None where
        the person or the job is gone, or the job has succeeded since."""
        ...

    async def mark_replayed(self, letter_id: str, now: datetime) -> None: ...


async def replay(letters: DeadLetterStore, queue: TaskQueuePort, letter_id: str, now: datetime) -> bool:
    """Deliver it again under a name that was never used. False where there is nobody any more to do it for, or it is done.

    Raises NotFound when there is no such letter, Unavailable (the job is open again: the sweeper takes it up).
    """
    letter = await letters.get(letter_id)
    if letter is None:
        raise NotFound
    match letter.work:
        case ShardPage() as page:
            again = page.from_the_start(f"replay-{now:%Y%m%dT%H%M%S}")
            await queue.enqueue(letter.queue, again.task_id, again.payload())
            await letters.mark_replayed(letter.id, now)
        case LostJob() as lost:
            job = await letters.reopen(letter.id, lost, now)
            if job is None:
                return False
            payload = {"uid": job.uid, "jobId": job.id, "connectionId": job.connection_id}
            await queue.enqueue(letter.queue, f"{job.id}-replay-{now.isoformat()}", payload)
    return True
