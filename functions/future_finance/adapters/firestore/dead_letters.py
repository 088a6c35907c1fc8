"""deadLetters/{id}, for operators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.adapters.firestore import job_document
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.job import Job, JobStatus
from future_finance.domain.retention import KEPT
from future_finance.domain.schedule import FAN_OUT_QUEUE, ScheduleName
from future_finance.domain.shard_page import ShardPage, shards_of, text_of
from future_finance.usecases.dead_letters import DeadLetter, LostJob


def bury(
    documents: Documents, transaction: Transaction, job: Job, queue: str, error: str, now: datetime
) -> None:
    """One dead letter a job and queue."""
    transaction.set(
        documents.ref("deadLetters", f"{queue}_{job.uid}_{job.id}"),
        {"uid": job.uid, "jobId": job.id, "connectionId": job.connection_id, **_said(queue, error, now)},
    )


class FirestoreDeadLetterStore:
    """DeadLetterStore and LostPages in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def list(self, limit: int) -> Sequence[DeadLetter]:
        found = await self._documents.query(self._documents.client.collection("deadLetters").limit(limit))
        return [_letter(key, fields) for key, fields in found]

    async def get(self, letter_id: str) -> DeadLetter | None:
        fields = await self._documents.get("deadLetters", letter_id)
        return None if fields is None else _letter(letter_id, fields)

    async def reopen(self, letter_id: str, work: LostJob, now: datetime) -> Job | None:
        user_ref = self._documents.ref("users", work.uid)
        job_ref = user_ref.collection("jobs").document(work.job_id)

        async def written(transaction: Transaction) -> Job | None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                return None
            if fields["status"] == JobStatus.SUCCEEDED:  # done since then, by the sweeper
                return None
            job = replace(
                job_document.from_document(work.job_id, fields),
                status=JobStatus.QUEUED,
                created_at=now,
                started_at=None,
                finished_at=None,
                error=None,
            )
            transaction.update(job_ref, job_document.to_document(job))  # who replays may add no documents
            transaction.update(self._documents.ref("deadLetters", letter_id), {"replayedAt": now})
            return job

        return await self._documents.transact(written)

    async def mark_replayed(self, letter_id: str, now: datetime) -> None:
        await self._documents.update_if_there({"replayedAt": now}, "deadLetters", letter_id)

    async def bury(self, page: ShardPage, error: str, now: datetime) -> None:
        async def written(transaction: Transaction) -> None:
            transaction.set(
                self._documents.ref("deadLetters", _of_page(page)),
                {
                    "schedule": page.schedule.value,
                    "period": page.period,
                    "shards": text_of(page.shards),
                    **_said(FAN_OUT_QUEUE, error, now),
                },
            )

        await self._documents.transact(written)

    async def take_back(self, page: ShardPage) -> None:
        await self._documents.delete("deadLetters", _of_page(page))


def _of_page(page: ShardPage) -> str:
    return f"{FAN_OUT_QUEUE}_{page.task_id}"


def _said(queue: str, error: str, now: datetime) -> Fields:
    return {
        "queue": queue,
        "error": error,
        "at": now,
        "expireAt": now + KEPT["deadLetters"],
        "schemaVersion": SCHEMA_VERSION,
    }


def _letter(letter_id: str, fields: Fields) -> DeadLetter:
    work = _page(fields) if fields["queue"] == FAN_OUT_QUEUE else _job(fields)
    return DeadLetter(
        letter_id, fields["queue"], work, fields["error"], fields["at"], fields.get("replayedAt")
    )


def _job(fields: Fields) -> LostJob:
    return LostJob(fields["uid"], fields["jobId"], fields["connectionId"])


def _page(fields: Fields) -> ShardPage:
    return ShardPage(ScheduleName(fields["schedule"]), fields["period"], shards_of(fields["shards"]))
