"""The Cloud Tasks emulator through Google's client, delivering to a real HTTP server."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import grpc
import httpx2
import pytest
from google.api_core import exceptions
from google.cloud import tasks_v2

from tests.emulator.cloud.conftest import LOCATION, Tasks
from tests.fakes.http_worker import http_worker

pytestmark = pytest.mark.emulator


async def create(tasks: Tasks, url: str, task_id: str = "", **fields: Any) -> tasks_v2.Task:
    request = tasks_v2.HttpRequest(url=url, body=b'{"jobId":"j"}', headers={"traceparent": "00-1-2-01"})
    name = f"{tasks.queue}/tasks/{task_id}" if task_id else ""
    task = tasks_v2.Task(name=name, http_request=request, **fields)
    return await tasks.client.create_task(parent=tasks.queue, task=task)


async def page(tasks: Tasks, accept: str = "application/json") -> httpx2.Response:
    async with httpx2.AsyncClient(trust_env=False) as client:
        return await client.get(f"http://127.0.0.1:{tasks.ports.http}/", headers={"accept": accept})


async def test_a_task_arrives_as_an_http_request_with_the_documented_headers(tasks: Tasks) -> None:
    async with http_worker() as worker:
        await create(tasks, f"{worker.url}/sync?x=1", "t1")
        request = await worker.next()
    assert (request.method, request.path, request.body) == ("POST", "/sync?x=1", b'{"jobId":"j"}')
    assert request.headers["user-agent"] == "Google-Cloud-Tasks"
    assert request.headers["x-cloudtasks-queuename"] == "work"
    assert request.headers["x-cloudtasks-taskname"] == "t1"
    assert request.headers["x-cloudtasks-taskretrycount"] == "0"
    assert request.headers["x-cloudtasks-taskexecutioncount"] == "0"
    assert abs(float(request.headers["x-cloudtasks-tasketa"]) - datetime.now(UTC).timestamp()) < 10
    assert request.headers["traceparent"] == "00-1-2-01"


async def test_a_failing_task_is_retried_and_counts_up_until_its_attempts_are_spent(tasks: Tasks) -> None:
    async with http_worker(500, 404, 500) as worker:
        await create(tasks, worker.url, "t1")
        requests = [await worker.next() for _ in range(3)]
        assert [request.headers["x-cloudtasks-taskretrycount"] for request in requests] == ["0", "1", "2"]
        assert [request.headers["x-cloudtasks-taskexecutioncount"] for request in requests] == ["0", "0", "1"]
        assert requests[2].headers["x-cloudtasks-taskpreviousresponse"] == "404"
        async with http_worker() as later:  # once another task came through, the first one's end is settled
            await create(tasks, later.url)
            await later.next()
        ended = (await page(tasks)).json()["ended"]
    assert {"queue": "work", "task": "t1", "outcome": "exhausted", "attempts": 3} in ended
    assert worker.received.empty()


async def test_a_name_is_refused_while_it_waits_after_it_ran_and_after_it_was_deleted(tasks: Tasks) -> None:
    later = {"schedule_time": datetime.now(UTC) + timedelta(hours=1)}
    waiting = await create(tasks, "http://127.0.0.1:9/", "waiting", **later)
    with pytest.raises(exceptions.AlreadyExists):
        await create(tasks, "http://127.0.0.1:9/", "waiting", **later)
    await tasks.client.delete_task(name=waiting.name)
    with pytest.raises(exceptions.AlreadyExists):
        await create(tasks, "http://127.0.0.1:9/", "waiting", **later)
    async with http_worker() as worker:
        await create(tasks, worker.url, "done")
        await worker.next()
        with pytest.raises(exceptions.AlreadyExists):
            await create(tasks, worker.url, "done")


async def test_a_task_without_a_name_gets_one_each_time(tasks: Tasks) -> None:
    later = {"schedule_time": datetime.now(UTC) + timedelta(hours=1)}
    first = await create(tasks, "http://127.0.0.1:9/", **later)
    second = await create(tasks, "http://127.0.0.1:9/", **later)
    assert first.name != second.name


async def test_a_scheduled_task_runs_at_its_time_or_when_it_is_forced(tasks: Tasks) -> None:
    async with http_worker() as worker:
        task = await create(tasks, worker.url, schedule_time=datetime.now(UTC) + timedelta(hours=1))
        soon = datetime.now(UTC) + timedelta(seconds=0.3)
        await create(tasks, f"{worker.url}/soon", schedule_time=soon)
        assert (await worker.next()).path == "/soon"
        assert datetime.now(UTC) >= soon
        await tasks.client.run_task(name=task.name)
        assert (await worker.next()).path == "/"


async def test_a_paused_queue_delivers_once_it_is_resumed(tasks: Tasks) -> None:
    paused = await tasks.client.pause_queue(name=tasks.queue)
    assert paused.state == tasks_v2.Queue.State.PAUSED
    async with http_worker() as worker:
        task = await create(tasks, worker.url)
        listed = [found.name async for found in await tasks.client.list_tasks(parent=tasks.queue)]
        assert listed == [task.name]
        assert worker.received.empty()
        await tasks.client.resume_queue(name=tasks.queue)
        await worker.next()


async def test_an_unreachable_worker_is_an_attempt_without_an_answer(tasks: Tasks) -> None:
    async with http_worker() as worker:
        gone = worker.url
    request = tasks_v2.HttpRequest(url=gone)
    task = await tasks.client.create_task(parent=tasks.slow_queue, task=tasks_v2.Task(http_request=request))
    tried = await tasks.after_first_attempt(task.name)
    assert (tried.dispatch_count, tried.response_count) == (1, 0)
    assert tried.last_attempt.response_status.code == grpc.StatusCode.UNAVAILABLE.value[0]


async def test_a_task_of_another_queue_and_malformed_ones_are_refused(tasks: Tasks) -> None:
    refused = [
        tasks_v2.Task(name=f"{tasks.queue}/tasks/with space", http_request={"url": "http://a"}),
        tasks_v2.Task(name=f"{LOCATION}/queues/other/tasks/a", http_request={"url": "http://a"}),
        tasks_v2.Task(http_request={"url": "ftp://a"}),
        tasks_v2.Task(),
        tasks_v2.Task(http_request={"url": "http://a", "http_method": "GET", "body": b"x"}),
        tasks_v2.Task(http_request={"url": "http://a"}, dispatch_deadline=timedelta(seconds=14)),
        tasks_v2.Task(http_request={"url": "http://a"}, dispatch_deadline=timedelta(minutes=31)),
        tasks_v2.Task(http_request={"url": "http://a"}, schedule_time=datetime.now(UTC) + timedelta(days=31)),
        tasks_v2.Task(http_request={"url": "http://a", "body": b"x" * 102_400}),
    ]
    for task in refused:
        with pytest.raises(exceptions.InvalidArgument):
            await tasks.client.create_task(parent=tasks.queue, task=task)


async def test_a_missing_queue_is_not_found(tasks: Tasks) -> None:
    task = tasks_v2.Task(http_request={"url": "http://a"})
    with pytest.raises(exceptions.NotFound):
        await tasks.client.create_task(parent=f"{LOCATION}/queues/missing", task=task)


async def test_a_queue_can_be_made_and_deleted_and_its_name_is_not_free_soon(tasks: Tasks) -> None:
    name = f"{LOCATION}/queues/new"
    made = await tasks.client.create_queue(parent=LOCATION, queue=tasks_v2.Queue(name=name))
    assert made.rate_limits.max_dispatches_per_second == 500
    assert made.retry_config.max_attempts == 100
    with pytest.raises(exceptions.AlreadyExists):
        await tasks.client.create_queue(parent=LOCATION, queue=tasks_v2.Queue(name=name))
    await tasks.client.delete_queue(name=name)
    with pytest.raises(exceptions.NotFound):
        await tasks.client.get_queue(name=name)
    with pytest.raises(exceptions.FailedPrecondition):
        await tasks.client.create_queue(parent=LOCATION, queue=tasks_v2.Queue(name=name))


async def test_tasks_are_listed_page_by_page(tasks: Tasks) -> None:
    await tasks.client.pause_queue(name=tasks.queue)
    for task_id in ("c", "a", "b"):
        await create(tasks, "http://127.0.0.1:9/", task_id)
    request = tasks_v2.ListTasksRequest(parent=tasks.queue, page_size=2)
    pages = [
        [task.name[-1] for task in found.tasks]
        async for found in (await tasks.client.list_tasks(request=request)).pages
    ]
    assert pages == [["a", "b"], ["c"]]
    await tasks.client.purge_queue(name=tasks.queue)
    assert [task async for task in await tasks.client.list_tasks(parent=tasks.queue)] == []


async def test_the_page_shows_queues_and_tasks_without_what_they_carry(tasks: Tasks) -> None:
    await create(
        tasks, "http://127.0.0.1:9/secret-path", schedule_time=datetime.now(UTC) + timedelta(hours=1)
    )
    as_json, as_html = await page(tasks), await page(tasks, "text/html")
    assert as_json.json()["queues"][0]["queue"] == "work"
    assert len(as_json.json()["tasks"]) == 1
    assert "<h2>queues</h2>" in as_html.text
    for shown in (json.dumps(as_json.json()), as_html.text):
        assert "jobId" not in shown
        assert "secret-path" not in shown
