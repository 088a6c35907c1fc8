"""A sync that the calendar asks for: its first delivery writes its job, where it may run at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken
from tests.consenting import consent
from tests.emulator.store.conftest import NOW
from tests.emulator.store.syncing import UNTIL, begin, link

pytestmark = pytest.mark.emulator


async def deliver(jobs: FirestoreJobStore, uid: str) -> LeaseTaken | LeaseRefusal:
    scheduled = Job("daily", uid, "c1", JobType.INCREMENTAL, JobStatus.QUEUED, NOW)
    return await jobs.take_lease(uid, "daily", "a1", NOW, UNTIL, scheduled)


async def test_the_first_delivery_writes_the_job_with_the_lease(
    jobs: FirestoreJobStore, connections: FirestoreConnectionStore, uid: str
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await deliver(jobs, uid)
    assert isinstance(taken, LeaseTaken)
    assert (taken.job.type, taken.job.connection_id) == (JobType.INCREMENTAL, "c1")
    assert await jobs.get_job(uid, "daily") is not None


async def test_a_second_delivery_finds_the_job_and_does_not_begin_it_anew(
    jobs: FirestoreJobStore, connections: FirestoreConnectionStore, uid: str
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await deliver(jobs, uid)
    assert isinstance(taken, LeaseTaken)
    assert await deliver(jobs, uid) is LeaseRefusal.HELD
    await jobs.end_failed(taken.job, {}, "source_answer_refused", NOW)
    assert await deliver(jobs, uid) is LeaseRefusal.FINISHED


@pytest.mark.parametrize(
    "connection",
    [
        None,
        replace(link(), status=ConnectionStatus.NEEDS_LOGIN, active_until=None),
        replace(link(), active_until=NOW),
        replace(link(), next_sync_due=NOW + timedelta(seconds=1)),
    ],
    ids=["gone", "needs login", "session over", "synced meanwhile"],
)
async def test_where_it_is_not_to_run_nothing_is_written(
    documents: Documents,
    jobs: FirestoreJobStore,
    connections: FirestoreConnectionStore,
    uid: str,
    connection: Connection | None,
) -> None:
    if connection is not None:
        await connections.put(uid, connection, expected=None)
    before = await documents.get("users", uid)
    assert await deliver(jobs, uid) is LeaseRefusal.NOT_DUE
    assert await jobs.get_job(uid, "daily") is None
    assert await documents.get("users", uid) == before


async def test_without_consent_it_does_not_run(
    documents: Documents, jobs: FirestoreJobStore, connections: FirestoreConnectionStore, uid: str
) -> None:
    await connections.put(uid, link(), expected=None)
    await consent(documents, uid, NOW, [])
    assert await deliver(jobs, uid) is LeaseRefusal.NOT_DUE


async def test_of_a_day_whose_syncs_are_spent_none_is_left_for_the_calendar(
    documents: Documents, connections: FirestoreConnectionStore, uid: str
) -> None:
    await connections.put(uid, link(), expected=None)
    jobs = FirestoreJobStore(documents, syncs_per_day=1)
    taken = await begin(jobs, uid)
    await jobs.end_failed(taken.job, {}, "source_answer_refused", NOW)
    assert await deliver(jobs, uid) is LeaseRefusal.NOT_DUE


async def test_while_another_sync_runs_it_waits_without_a_trace(
    jobs: FirestoreJobStore, connections: FirestoreConnectionStore, uid: str
) -> None:
    await connections.put(uid, link(), expected=None)
    await begin(jobs, uid)
    assert await deliver(jobs, uid) is LeaseRefusal.HELD
    assert await jobs.get_job(uid, "daily") is None
