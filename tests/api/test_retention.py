"""The retention function, as Cloud Scheduler calls it every night."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from future_finance.domain.job import Job, JobStatus, JobType
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances

ABANDONED = Job("j1", "asha", "c1", JobType.MANUAL, JobStatus.RUNNING, NOW - timedelta(hours=1))


def counts(**changed: int) -> dict[str, int]:
    return {"requeued": 0, "buried": 0, "paid": 0, "failed": 0} | changed


async def test_a_job_that_nobody_finishes_is_delivered_again_once_a_day(api: Api, finances: Finances) -> None:
    finances.jobs.jobs = {"j1": ABANDONED}
    for _ in range(2):
        answer = await finances.worker("retention")
        assert (answer.status_code, answer.json()) == (200, counts(requeued=1))
    (task,) = finances.queue.tasks
    assert task.payload == {"uid": "asha", "jobId": "j1", "connectionId": "c1"}


async def test_a_job_of_long_ago_is_buried(api: Api, finances: Finances) -> None:
    finances.jobs.jobs = {"j1": replace(ABANDONED, created_at=NOW - timedelta(hours=37))}
    assert (await finances.worker("retention")).json() == counts(buried=1)
    assert finances.jobs.buried == [("j1", "deadline_passed")]
    assert finances.queue.tasks == []


async def test_a_night_without_such_jobs_does_nothing(api: Api, finances: Finances) -> None:
    finances.jobs.jobs = {"j1": replace(ABANDONED, status=JobStatus.SUCCEEDED)}
    assert (await finances.worker("retention")).json() == counts()


async def test_a_queue_that_is_down_makes_scheduler_try_again(api: Api, finances: Finances) -> None:
    finances.jobs.jobs = {"j1": ABANDONED}
    finances.queue.available = False
    answer = await finances.worker("retention")
    assert (answer.status_code, answer.json()) == (503, counts(failed=1))


async def test_it_is_a_post_and_not_for_people(api: Api, finances: Finances) -> None:
    answer = await finances.worker("retention", "GET")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert (await api.send("retention", "POST", user="asha")).status_code == 401
