"""Jobs other than syncs on Firestore: how many a day, and for whom nothing is done any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.adapters.firestore.dead_letters import FirestoreDeadLetterStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.insights import FirestoreInsightStore
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.domain.local_date import seconds_to_midnight
from future_finance.errors import Busy, NotFound, QuotaSpent
from future_finance.usecases.consents import erasure_job
from future_finance.usecases.dead_letters import replay
from future_finance.usecases.insight_ports import Run
from future_finance.usecases.ports import LeaseRefusal
from tests.emulator.store.conftest import NOW
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue

pytestmark = pytest.mark.emulator


@pytest.fixture
def work_jobs(documents: Documents) -> FirestoreWorkJobStore:
    return FirestoreWorkJobStore(documents, {JobType.INSIGHTS: 2})


def asked(uid: str, job_id: str) -> Job:
    return Job(
        job_id,
        uid,
        "",
        JobType.INSIGHTS,
        JobStatus.QUEUED,
        NOW,
        follow_ups=(FollowUp("generate-insights", job_id),),
    )


async def test_a_day_has_so_many_and_the_next_day_starts_afresh(
    work_jobs: FirestoreWorkJobStore, uid: str
) -> None:
    for job_id in ("a", "b", "a"):
        await work_jobs.create(asked(uid, job_id))
    with pytest.raises(QuotaSpent) as refused:
        await work_jobs.create(asked(uid, "c"))
    assert refused.value.retry_after_s == seconds_to_midnight(NOW)
    await work_jobs.create(replace(asked(uid, "d"), created_at=NOW + timedelta(days=1)))


async def test_who_is_gone_or_being_erased_gets_nothing(
    work_jobs: FirestoreWorkJobStore, documents: Documents, uid: str
) -> None:
    with pytest.raises(NotFound):
        await work_jobs.create(asked("nobody", "a"))
    assert await work_jobs.begin(asked("nobody", "a"), NOW) is LeaseRefusal.GONE
    running = await work_jobs.begin(asked(uid, "a"), NOW)
    assert isinstance(running, Job)
    await documents.ref("users", uid).update({"erasing": True})
    with pytest.raises(NotFound):
        await FirestoreInsightStore(documents).commit(Run(running, 0, 0), lambda stored: {}, NOW)
    await work_jobs.end(running, JobStatus.FAILED, "busy", NOW)
    job = await work_jobs.get(uid, "a")
    assert job is not None
    assert job.status is JobStatus.RUNNING


async def test_a_consent_that_changed_meanwhile_stores_nothing(
    work_jobs: FirestoreWorkJobStore, documents: Documents, uid: str
) -> None:
    running = await work_jobs.begin(asked(uid, "a"), NOW)
    assert isinstance(running, Job)
    await documents.ref("users", uid).update({"consentVersion": 3})
    with pytest.raises(Busy):
        await FirestoreInsightStore(documents).commit(Run(running, 0, 2), lambda stored: {}, NOW)


async def test_the_sweeper_finds_one_that_never_ended_and_buries_it(
    work_jobs: FirestoreWorkJobStore, documents: Documents, uid: str
) -> None:
    await work_jobs.create(asked(uid, "lost"))
    jobs = FirestoreJobStore(documents, syncs_per_day=5)
    overdue = await jobs.overdue_jobs(NOW + timedelta(hours=1), 1_000)
    assert [job.type.queue for job in overdue if job.uid == uid] == ["generate-insights"]
    await jobs.bury(uid, "lost", "generate-insights", "deadline_passed", NOW)
    job = await work_jobs.get(uid, "lost")
    assert job is not None
    assert (job.status, job.error) == (JobStatus.FAILED, "deadline_passed")
    assert await documents.get("deadLetters", f"generate-insights_{uid}_lost") is not None


async def test_work_that_is_given_up_leaves_one_letter_and_can_be_delivered_again(
    work_jobs: FirestoreWorkJobStore, documents: Documents, uid: str
) -> None:
    await work_jobs.create(asked(uid, "hard"))
    running = await work_jobs.begin(asked(uid, "hard"), NOW)
    assert isinstance(running, Job)
    for error in ("unavailable", "internal"):  # given up twice: the first one counts
        await work_jobs.bury(running, error, NOW)
    job = await work_jobs.get(uid, "hard")
    assert job is not None
    assert (job.status, job.error, job.follow_ups) == (JobStatus.FAILED, "unavailable", ())
    letters, queue = FirestoreDeadLetterStore(documents), InMemoryTaskQueue()
    letter_id = f"generate-insights_{uid}_hard"
    letter = await letters.get(letter_id)
    assert letter is not None
    assert (letter.queue, letter.error) == ("generate-insights", "unavailable")
    assert await replay(letters, queue, letter_id, NOW + timedelta(minutes=5))
    assert [(task.queue, task.payload["jobId"]) for task in queue.tasks] == [("generate-insights", "hard")]
    assert isinstance(await work_jobs.begin(asked(uid, "hard"), NOW), Job)


async def test_an_erasure_that_failed_is_found_by_the_sweeper_and_begins_anew_until_it_is_done(
    work_jobs: FirestoreWorkJobStore, documents: Documents, uid: str
) -> None:
    erasure = erasure_job(uid, Scope.EPF, [Purpose.SYNC], 2, NOW)
    jobs = FirestoreJobStore(documents, syncs_per_day=5)

    async def swept() -> list[str]:
        return [job.id for job in await jobs.overdue_jobs(NOW + timedelta(days=1), 1_000) if job.uid == uid]

    await work_jobs.begin(erasure, NOW)
    await work_jobs.bury(erasure, "unavailable", NOW)
    assert await swept() == [erasure.id]
    running = await work_jobs.begin(erasure, NOW + timedelta(days=1))
    assert isinstance(running, Job)
    await work_jobs.end(running, JobStatus.SUCCEEDED, None, NOW + timedelta(days=1))
    assert await swept() == []
    assert await work_jobs.begin(erasure, NOW + timedelta(days=2)) is LeaseRefusal.FINISHED
    letters, queue = FirestoreDeadLetterStore(documents), InMemoryTaskQueue()
    assert not await replay(letters, queue, f"erase-data_{uid}_{erasure.id}", NOW + timedelta(days=2))
    assert queue.tasks == []
