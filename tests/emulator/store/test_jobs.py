"""Jobs and the lease on Firestore."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.job import FollowUp, JobStatus
from future_finance.domain.local_date import seconds_to_midnight
from future_finance.errors import (
    IdempotencyMismatch,
    NotFound,
    QuotaSpent,
)
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken
from tests.emulator.store.conftest import NOW
from tests.emulator.store.syncing import UNTIL, begin, job, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator


async def test_a_lease_is_held_by_its_delivery_until_the_job_ends(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link(), expected=None)
    await connections.put(uid, link("c2"), expected=None)
    taken = await begin(jobs, uid)
    await jobs.create_jobs([job(uid, "j2", "c2")])
    assert await jobs.take_lease(uid, "j1", "duplicate", NOW, UNTIL) is LeaseRefusal.HELD
    assert await jobs.take_lease(uid, "j2", "other", NOW, UNTIL) is LeaseRefusal.HELD
    await syncs.commit(taken, SNAPSHOT, (), NOW)
    assert await jobs.take_lease(uid, "j1", "late", NOW, UNTIL) is LeaseRefusal.FINISHED
    assert isinstance(await jobs.take_lease(uid, "j2", "other", NOW, UNTIL), LeaseTaken)


async def test_the_same_key_gives_the_same_job_and_another_request_is_refused(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore
) -> None:
    await connections.put(uid, link(), expected=None)
    first = await jobs.create_jobs([job(uid)])
    assert await jobs.create_jobs([job(uid)]) == first
    with pytest.raises(IdempotencyMismatch):
        await jobs.create_jobs([replace(job(uid), request_hash="other")])
    with pytest.raises(NotFound):
        await jobs.create_jobs([job(uid, "j9", "no-such-link")])


async def test_the_jobs_of_one_request_are_made_all_or_none(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore
) -> None:
    await connections.put(uid, link(), expected=None)
    with pytest.raises(NotFound):
        await jobs.create_jobs([job(uid, "j1"), job(uid, "j2", "no-such-link")])
    assert await jobs.get_job(uid, "j1") is None


async def test_the_days_syncs_are_counted_and_end(
    uid: str, documents: Documents, connections: FirestoreConnectionStore, syncs: FirestoreSyncStore
) -> None:
    jobs = FirestoreJobStore(documents, syncs_per_day=1)
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    with pytest.raises(QuotaSpent) as refused:
        await jobs.create_jobs([job(uid, "j2")])
    assert refused.value.retry_after_s == seconds_to_midnight(NOW)
    tomorrow = replace(job(uid, "j2"), created_at=NOW + timedelta(days=1))
    assert [made.id for made in await jobs.create_jobs([tomorrow])] == ["j2"]


async def test_progress_never_reopens_a_job_that_ended(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await begin(jobs, uid)
    await jobs.report_progress(taken.job, SNAPSHOT.outcomes)
    running = await jobs.get_job(uid, "j1")
    assert running is not None
    assert running.status is JobStatus.RUNNING
    await syncs.commit(taken, SNAPSHOT, (), NOW)
    await jobs.report_progress(taken.job, {})
    ended = await jobs.get_job(uid, "j1")
    assert ended is not None
    assert (ended.status, len(ended.parts)) == (JobStatus.SUCCEEDED, 6)


async def test_only_jobs_that_did_not_end_are_overdue_and_burying_is_idempotent(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    await jobs.create_jobs([job(uid, "j2")])
    later = NOW + timedelta(hours=1)
    mine = [found.id for found in await jobs.overdue_jobs(later, 1000) if found.uid == uid]
    assert mine == ["j2"]
    for _ in range(2):
        await jobs.bury(uid, "j2", "sync-connection", "unavailable", later)
    buried = await jobs.get_job(uid, "j2")
    assert buried is not None
    assert (buried.status, buried.error) == (JobStatus.FAILED, "unavailable")
    letter = await documents.get("deadLetters", f"sync-connection_{uid}_j2")
    assert letter is not None
    assert letter["uid"] == uid
    assert [j.id for j in await jobs.overdue_jobs(later, 1000) if j.uid == uid] == []


async def test_a_job_whose_connection_is_gone_ends(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore
) -> None:
    await connections.put(uid, link(), expected=None)
    await jobs.create_jobs([job(uid)])
    await connections.delete(uid, "c1", with_data=True)
    assert await jobs.take_lease(uid, "j1", "a", NOW, UNTIL) is LeaseRefusal.GONE
    ended = await jobs.get_job(uid, "j1")
    assert ended is not None
    assert (ended.status, ended.error, ended.follow_ups) == (JobStatus.FAILED, "connection_gone", ())


async def test_another_try_of_one_job_is_not_another_sync_of_the_day(
    uid: str, documents: Documents, connections: FirestoreConnectionStore
) -> None:
    jobs = FirestoreJobStore(documents, syncs_per_day=2)
    await connections.put(uid, link(), expected=None)
    for number in ("j1", "j2", "j3"):
        await jobs.create_jobs([job(uid, number)])
    for job_id in ("j1", "j2", "j1", "j2"):  # they take turns while the provider is down
        taken = await jobs.take_lease(uid, job_id, "a", NOW, UNTIL)
        assert isinstance(taken, LeaseTaken)
        await jobs.release_lease(uid, taken.lease, "unavailable")
    assert await jobs.take_lease(uid, "j3", "a", NOW, UNTIL) is LeaseRefusal.FINISHED
    refused = await jobs.get_job(uid, "j3")
    assert refused is not None
    assert refused.error == "quota_spent"


async def test_a_finished_job_that_still_owes_work_is_found_by_the_sweeper(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link(), expected=None)
    owed = FollowUp("generate-insights", "f")
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (owed,), NOW)
    later = NOW + timedelta(hours=1)
    assert [j.id for j in await jobs.overdue_jobs(later, 1000) if j.uid == uid] == ["j1"]
    await jobs.clear_follow_ups(uid, "j1", [owed])
    assert [j.id for j in await jobs.overdue_jobs(later, 1000) if j.uid == uid] == []


async def test_between_two_deliveries_a_job_says_what_went_wrong(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await begin(jobs, uid)
    await jobs.release_lease(uid, taken.lease, "source_unavailable")
    waiting = await jobs.get_job(uid, "j1")
    assert waiting is not None
    assert (waiting.status.final, waiting.error) == (False, "source_unavailable")
    again = await jobs.take_lease(uid, "j1", "b", NOW, UNTIL)
    assert isinstance(again, LeaseTaken)
    assert (await syncs.commit(again, SNAPSHOT, (), NOW)).error is None
