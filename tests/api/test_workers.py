"""Every worker of a queue, by what they share: payloads that can never be read, and who may call."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import Request

from future_finance.endpoints import BY_ENTRY_POINT, ENDPOINTS, TaskQueue
from future_finance.entrypoints.delivery import Delivery
from tests.api.conftest import Api
from tests.api.finances import Finances

WORKERS = [row.name for row in ENDPOINTS if isinstance(row.trigger, TaskQueue)]
JSON = {"Content-Type": "application/json"}
POISON: list[dict[str, Any]] = [
    {"content": b""},
    {"content": b"{", "headers": JSON},
    {"json": []},
    {"json": {"uid": 5, "jobId": "j1", "erasureId": "e1", "noticeId": "n1", "connectionId": "c1"}},
    {"json": {"uid": "asha", "jobId": "../j1", "noticeId": "__n__", "shards": "0-63"}},
]


@pytest.mark.parametrize("name", WORKERS)
@pytest.mark.parametrize("poison", POISON, ids=str)
async def test_a_payload_that_can_never_be_read_is_done_and_nothing_happens(
    finances: Finances, name: str, poison: dict[str, Any]
) -> None:
    answer = await finances.worker(name, **poison)
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})
    assert finances.queue.tasks == []
    assert finances.jobs.jobs == {}


@pytest.mark.parametrize("name", WORKERS)
async def test_a_worker_takes_posts_of_the_queue_alone(api: Api, finances: Finances, name: str) -> None:
    assert (await api.send(name, "POST", user="asha", json={})).status_code == 401
    answer = await finances.worker(name, "GET")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("name", WORKERS)
def test_the_last_delivery_is_the_one_after_which_the_queue_gives_up(name: str) -> None:
    row = BY_ENTRY_POINT[name.replace("-", "_")]
    assert isinstance(row.trigger, TaskQueue)
    most = row.trigger.max_attempts

    def last(retries: str | None) -> bool:
        headers = [] if retries is None else [(b"x-cloudtasks-taskretrycount", retries.encode())]
        return Delivery(row, Request({"type": "http", "headers": headers})).last

    assert [last(str(retries)) for retries in (0, most - 2, most - 1, most)] == [False, False, True, True]
    assert [last(odd) for odd in (None, "", "-1", "many")] == [False] * 4
