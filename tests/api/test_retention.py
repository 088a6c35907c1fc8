"""The retention function, as Cloud Scheduler calls it every night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from future_finance import bootstrap, leaving, upkeep
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.domain.retention import INACTIVE_AFTER
from future_finance.errors import Unavailable
from future_finance.usecases.retention_ports import Absentee
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances
from tests.fakes.erasures import InMemoryErasures
from tests.fakes.notices import InMemoryNotices

ABANDONED = Job("j1", "asha", "c1", JobType.MANUAL, JobStatus.RUNNING, NOW - timedelta(hours=1))


NOTHING_SWEPT = {"requeued": 0, "vault": 0, "failed": 0}
NOTHING_KEPT = {"told": 0, "lapsed": 0, "inactive": 0, "failed": 0}


def counts(**changed: int) -> dict[str, dict[str, int]]:
    jobs = {"requeued": 0, "buried": 0, "paid": 0, "failed": 0} | changed
    return {"jobs": jobs, "erasures": NOTHING_SWEPT, "kept": NOTHING_KEPT}


class Stale:
    """ExpiredDocuments, Absentees and LapsedConsents: what a test sets."""

    def __init__(self) -> None:
        self.expired: dict[str, int] = {}
        self.down: set[str] = set()
        self.people: dict[int, Absentee] = {}
        self.out: dict[str, list[Job]] = {}

    async def delete_expired(self, collection: str, before: datetime, limit: int) -> int:
        if collection in self.down:
            raise Unavailable
        deleted = min(limit, self.expired.get(collection, 0))
        self.expired[collection] = self.expired.get(collection, 0) - deleted
        return deleted

    async def absentees(self, shard: int, seen_before: datetime, limit: int) -> Sequence[Absentee]:
        return [self.people[shard]] if shard in self.people else []

    async def tell(self, absentee: Absentee, now: datetime) -> str | None:
        return "absent-1"

    async def lapsed(self, now: datetime, limit: int) -> Sequence[str]:
        return list(self.out)

    async def lapse(self, uid: str, now: datetime) -> Sequence[Job]:
        return self.out.pop(uid, [])


@pytest.fixture(autouse=True)
def stale(finances: Finances) -> Stale:
    stale = Stale()
    assert leaving.erasure_store
    assert upkeep.notice_store
    bootstrap.replace(
        expired_documents=stale,
        absentees=stale,
        lapsed_consents=stale,
        erasure_store=InMemoryErasures(asha=1),
        notice_store=InMemoryNotices(),
        ttl_patience=timedelta(0),
    )
    return stale


async def kept(finances: Finances) -> tuple[int, dict[str, Any]]:
    answer = await finances.worker("retention")
    return answer.status_code, {name: number for name, number in answer.json()["kept"].items() if number}


async def test_what_has_expired_goes_batch_by_batch(finances: Finances, stale: Stale) -> None:
    stale.expired = {"jobs": 450, "turns": 200}
    assert await kept(finances) == (200, {"jobs": 450, "turns": 200})
    assert await kept(finances) == (200, {})


async def test_one_nights_work_is_bounded_and_the_next_goes_on(finances: Finances, stale: Stale) -> None:
    stale.expired = {"jobs": 10_100}
    assert [await kept(finances) for _ in range(2)] == [(200, {"jobs": 10_000}), (200, {"jobs": 100})]


async def test_one_collections_trouble_is_not_anothers(finances: Finances, stale: Stale) -> None:
    stale.expired = {"jobs": 3, "turns": 2}
    stale.down = {"jobs"}
    assert await kept(finances) == (503, {"turns": 2, "failed": 1})


async def test_an_absentee_is_told_first_and_erased_when_that_was_long_enough_ago(
    finances: Finances, stale: Stale
) -> None:
    stale.people = {7: Absentee("asha", NOW - INACTIVE_AFTER, None)}
    assert await kept(finances) == (200, {"told": 1})
    stale.people = {7: Absentee("asha", NOW - INACTIVE_AFTER, NOW - timedelta(hours=47))}
    assert await kept(finances) == (200, {})
    stale.people = {7: Absentee("asha", NOW - INACTIVE_AFTER, NOW - timedelta(hours=48))}
    assert await kept(finances) == (200, {"inactive": 1})
    assert [(task.queue, task.payload["uid"]) for task in finances.queue.tasks] == [
        ("send-push", "asha"),
        ("erase-data", "asha"),
    ]


async def test_a_consent_that_ran_out_starts_its_erasure_and_is_told(
    finances: Finances, stale: Stale
) -> None:
    follow_up = FollowUp("erase-data", "e1")
    erasure = Job("e1", "asha", "", JobType.ERASE_SCOPE, JobStatus.QUEUED, NOW, follow_ups=(follow_up,))
    stale.out = {"asha": [erasure]}
    assert await kept(finances) == (200, {"lapsed": 1})
    assert [(task.queue, task.payload["uid"]) for task in finances.queue.tasks] == [
        ("send-push", "asha"),
        ("erase-data", "asha"),
    ]


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
