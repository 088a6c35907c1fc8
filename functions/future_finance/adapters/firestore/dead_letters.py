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
from future_finance.usecases.dead_letters import DeadLetter


def bury(
    documents: Documents, transaction: Transaction, job: Job, queue: str, error: str, now: datetime
) -> None:
    """One dead letter a job and queue."""
    transaction.set(
        documents.ref("deadLetters", f"{queue}_{job.uid}_{job.id}"),
        {
            "uid": job.uid,
            "jobId": job.id,
            "connectionId": job.connection_id,
            "queue": queue,
            "error": error,
            "at": now,
            "expireAt": now + KEPT["deadLetters"],
            "schemaVersion": SCHEMA_VERSION,
        },
    )


class FirestoreDeadLetterStore:
    """DeadLetterStore in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def list(self, limit: int) -> Sequence[DeadLetter]:
        found = await self._documents.query(self._documents.client.collection("deadLetters").limit(limit))
        return [_letter(key, fields) for key, fields in found]

    async def get(self, letter_id: str) -> DeadLetter | None:
        fields = await self._documents.get("deadLetters", letter_id)
        return None if fields is None else _letter(letter_id, fields)

    async def reopen(self, letter: DeadLetter, now: datetime) -> Job | None:
        user_ref = self._documents.ref("users", letter.uid)
        job_ref = user_ref.collection("jobs").document(letter.job_id)

        async def work(transaction: Transaction) -> Job | None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                return None
            job = replace(
                job_document.from_document(letter.job_id, fields),
                status=JobStatus.QUEUED,
                created_at=now,
                started_at=None,
                finished_at=None,
                error=None,
            )
            transaction.set(job_ref, job_document.to_document(job))
            transaction.update(self._documents.ref("deadLetters", letter.id), {"replayedAt": now})
            return job

        return await self._documents.transact(work)


def _letter(letter_id: str, fields: Fields) -> DeadLetter:
    return DeadLetter(
        letter_id,
        fields["queue"],
        fields["uid"],
        fields["jobId"],
        fields["connectionId"],
        fields["error"],
        fields["at"],
        fields.get("replayedAt"),
    )
