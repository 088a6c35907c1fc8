"""A link, a job of it, and the lease: what every test of the stores begins with."""

from __future__ import annotations

from datetime import timedelta

from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.usecases.ports import LeaseTaken
from tests.emulator.store.conftest import NOW

UNTIL = NOW + timedelta(minutes=3)


def link(connection_id: str = "c1") -> Connection:
    return Connection(
        connection_id, "fi_money", ConnectionStatus.ACTIVE, 5, NOW, active_until=NOW + timedelta(minutes=30)
    )


def job(uid: str, job_id: str = "j1", connection_id: str = "c1") -> Job:
    return Job(job_id, uid, connection_id, JobType.MANUAL, JobStatus.QUEUED, NOW)


async def begin(
    jobs: FirestoreJobStore, uid: str, job_id: str = "j1", connection_id: str = "c1"
) -> LeaseTaken:
    await jobs.create_jobs([job(uid, job_id, connection_id)])
    taken = await jobs.take_lease(uid, job_id, f"attempt-{job_id}", NOW, UNTIL)
    assert isinstance(taken, LeaseTaken)
    return taken
