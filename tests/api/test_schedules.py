"""The schedules' triggers and the pages they become, as Google calls them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.domain.job import JobType
from future_finance.domain.shard_page import ShardPage
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from future_finance.errors import Unavailable
from future_finance.usecases.due_ports import DueConnection, DueUser, Page
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances

TRIGGERS = ("daily-sync", "weekly-insights", "monthly-net-worth")


class Due:
    """DueStore, PointCarrier and LostPages: the same page for all shards."""

    def __init__(self) -> None:
        self.carried: list[str] = []
        self.buried: dict[str, str] = {}
        self.answers = True

    async def connections(
        self, shards: range, now: datetime, after: str | None, limit: int
    ) -> Page[DueConnection]:
        if not self.answers:
            raise Unavailable
        return Page([DueConnection("asha", "c1")], "further" if after is None else None)

    async def users(
        self, shards: range, seen_since: datetime, now: datetime, after: str | None, limit: int
    ) -> Page[DueUser]:
        return Page([DueUser("asha", insights=True), DueUser("bela", insights=False)], None)

    async def carry_point(self, uid: str, now: datetime) -> bool:
        self.carried.append(uid)
        return True

    async def bury(self, page: ShardPage, error: str, now: datetime) -> None:
        self.buried[page.task_id] = error

    async def take_back(self, page: ShardPage) -> None:
        del self.buried[page.task_id]


@pytest.fixture
def due(finances: Finances) -> Due:
    due = Due()
    bootstrap.replace(due_store=due, point_carrier=due, lost_pages=due)
    return due


@pytest.mark.parametrize("name", TRIGGERS)
async def test_a_trigger_becomes_a_task_for_each_few_shards_once_a_period(
    finances: Finances, name: str
) -> None:
    for _ in range(2):
        answer = await finances.worker(name)
        assert (answer.status_code, answer.json()) == (200, {"pages": 3})
    assert {task.queue for task in finances.queue.tasks} == {"fan-out"}
    assert [task.payload["shards"] for task in finances.queue.tasks] == ["0-21", "22-43", "44-63"]
    assert {task.payload["schedule"] for task in finances.queue.tasks} == {name}


async def test_a_queue_that_is_down_makes_scheduler_try_again(finances: Finances) -> None:
    finances.queue.available = False
    assert error_of(await finances.worker("daily-sync")) == (503, "unavailable")


@pytest.mark.parametrize("name", [*TRIGGERS, "fan-out"])
async def test_only_google_may_trigger_and_only_by_post(api: Api, finances: Finances, name: str) -> None:
    assert (await api.send(name, "POST", user="asha")).status_code == 401
    answer = await finances.worker(name, "GET")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def first_page(finances: Finances, name: str) -> dict[str, Any]:
    await finances.worker(name)
    page = dict(finances.queue.tasks[0].payload)
    finances.queue.tasks.clear()
    return page


async def test_a_page_of_the_daily_sync_becomes_tasks_of_jobs_yet_to_be_written(
    finances: Finances, due: Due
) -> None:
    page = await first_page(finances, "daily-sync")
    answer = await finances.worker("fan-out", json=page)
    assert (answer.status_code, answer.json()) == (200, {"due": 1, "more": 22})
    *following, sync = finances.queue.tasks
    assert [task.payload for task in following] == [
        page | {"shards": f"{shard}-{shard}", "number": "1", "after": "further"} for shard in range(22)
    ]
    assert sync.queue == "sync-connection"
    await finances.link("asha")
    ended = await finances.worker("sync-connection", json=dict(sync.payload))
    assert ended.json() == {"ended": "succeeded"}
    assert finances.jobs.jobs[sync.payload["jobId"]].type is JobType.INCREMENTAL
    again = await finances.worker("sync-connection", json=dict(sync.payload))
    assert again.json() == {"ended": "finished"}


async def test_weekly_insights_go_to_those_who_agreed(finances: Finances, due: Due) -> None:
    page = await first_page(finances, "weekly-insights")
    assert (await finances.worker("fan-out", json=page)).json() == {"due": 1, "more": 0}
    assert [(t.queue, t.payload["uid"]) for t in finances.queue.tasks] == [
        ("generate-weekly-insights", "asha")
    ]


async def test_the_months_points_are_written_for_all(finances: Finances, due: Due) -> None:
    page = await first_page(finances, "monthly-net-worth")
    assert (await finances.worker("fan-out", json=page)).json() == {"due": 2, "more": 0}
    assert due.carried == ["asha", "bela"]


@pytest.mark.parametrize(
    "changed",
    [
        {"shards": "x"},
        {"shards": None},
        {"shards": "21-0"},
        {"shards": "0-63"},
        {"shards": "64-64"},
        {"schedule": "hourly"},
        {"number": "-1"},
        {"period": "soon"},
    ],
)
async def test_a_page_that_can_never_be_read_is_done(
    finances: Finances, due: Due, changed: dict[str, Any]
) -> None:
    page = await first_page(finances, "daily-sync")
    answer = await finances.worker("fan-out", json=page | changed)
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})


async def test_a_page_that_fails_to_the_last_is_buried_and_one_that_comes_through_is_not(
    finances: Finances, due: Due
) -> None:
    page = await first_page(finances, "daily-sync")
    trigger = BY_ENTRY_POINT["fan_out"].trigger
    assert isinstance(trigger, TaskQueue)

    async def deliver(retries: int) -> tuple[int, Any]:
        headers = {"X-CloudTasks-TaskRetryCount": str(retries)}
        answer = await finances.worker("fan-out", json=page, headers=headers)
        return answer.status_code, answer.json()

    due.answers = False
    status, _ = await deliver(trigger.max_attempts - 2)
    assert (status, due.buried) == (503, {})
    assert await deliver(trigger.max_attempts - 1) == (200, {"due": 0, "more": 0, "buried": 1})
    assert list(due.buried.values()) == ["unavailable"]
    due.answers = True
    assert await deliver(trigger.max_attempts - 1) == (200, {"due": 1, "more": 22})
    assert due.buried == {}
