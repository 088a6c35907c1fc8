"""What every task queue does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import grpc.aio
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from google.cloud import tasks_v2
from google.cloud.tasks_v2.services.cloud_tasks.transports.grpc_asyncio import CloudTasksGrpcAsyncIOTransport

from emulators.cloud_tasks.emulator import cloud_tasks
from emulators.cloud_tasks.table import queues_of_table
from emulators.identity_token import Signer
from emulators.ports import free_port
from future_finance.adapters.cloud_tasks import CloudTasksQueue
from future_finance.config import Settings, read
from future_finance.errors import Unavailable
from future_finance.usecases import trace
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue

QUEUE = "sync-connection"
PAYLOAD = {"uid": "asha", "jobId": "job-1", "connectionId": "fi-1"}


@dataclass(frozen=True, slots=True)
class QueueCase:
    """A queue that delivers nothing, and the payloads that wait in it."""

    port: InMemoryTaskQueue | CloudTasksQueue
    waiting: Callable[[], Awaitable[list[dict[str, str]]]]


@asynccontextmanager
async def in_memory() -> AsyncIterator[QueueCase]:
    queue = InMemoryTaskQueue()

    async def waiting() -> list[dict[str, str]]:
        return [dict(task.payload) for task in queue.tasks if task.queue == QUEUE]

    yield QueueCase(queue, waiting)


@dataclass(frozen=True, slots=True)
class RealQueue:
    """Our adapter and Google's client on a paused queue."""

    adapter: CloudTasksQueue
    client: tasks_v2.CloudTasksAsyncClient
    settings: Settings

    async def tasks(self) -> list[tasks_v2.Task]:
        parent = f"projects/demo-future-finance/locations/asia-south1/queues/{QUEUE}"
        request = tasks_v2.ListTasksRequest(parent=parent, response_view=tasks_v2.Task.View.FULL)
        return [task async for task in await self.client.list_tasks(request=request)]


def settings_for(port: int) -> Settings:
    return read(
        {
            "GOOGLE_CLOUD_PROJECT": "demo-future-finance",
            "FF_APP_URL": "http://localhost:5000",
            "FF_WORKER_URL": "http://127.0.0.1:7000/{name}",
            "FF_TASKS_EMULATOR_HOST": f"127.0.0.1:{port}",
        }
    )


@asynccontextmanager
async def real_queue() -> AsyncIterator[RealQueue]:
    queues = queues_of_table("demo-future-finance", "asia-south1")
    async with cloud_tasks(Signer(generate_private_key(65537, 2048)), queues) as ports:
        channel = grpc.aio.insecure_channel(f"127.0.0.1:{ports.grpc}")
        client = tasks_v2.CloudTasksAsyncClient(transport=CloudTasksGrpcAsyncIOTransport(channel=channel))
        for queue in queues:
            await client.pause_queue(name=queue.name)
        settings = settings_for(ports.grpc or 0)
        adapter = CloudTasksQueue(settings)
        yield RealQueue(adapter, client, settings)
        await adapter.aclose()
        await channel.close()


@asynccontextmanager
async def on_cloud_tasks() -> AsyncIterator[QueueCase]:
    async with real_queue() as real:

        async def waiting() -> list[dict[str, str]]:
            return [json.loads(task.http_request.body) for task in await real.tasks()]

        yield QueueCase(real.adapter, waiting)


@pytest.fixture(params=["in_memory", pytest.param("on_cloud_tasks", marks=pytest.mark.emulator)])
async def case(request: pytest.FixtureRequest) -> AsyncIterator[QueueCase]:
    async with {"in_memory": in_memory, "on_cloud_tasks": on_cloud_tasks}[request.param]() as case:
        yield case


@pytest.fixture
async def real() -> AsyncIterator[RealQueue]:
    async with real_queue() as real:
        yield real


async def test_what_is_enqueued_waits_with_its_payload(case: QueueCase) -> None:
    await case.port.enqueue(QUEUE, "job-1", PAYLOAD)
    assert await case.waiting() == [PAYLOAD]


async def test_the_same_id_is_enqueued_once_and_asking_again_is_fine(case: QueueCase) -> None:
    await case.port.enqueue(QUEUE, "job-1", PAYLOAD)
    await case.port.enqueue(QUEUE, "job-1", PAYLOAD)
    await case.port.enqueue(QUEUE, "job-2", PAYLOAD | {"jobId": "job-2"})
    assert sorted(payload["jobId"] for payload in await case.waiting()) == ["job-1", "job-2"]


@pytest.mark.emulator
async def test_a_task_is_named_by_a_hash_and_carries_the_functions_url_identity_and_time_limit(
    real: RealQueue,
) -> None:
    await real.adapter.enqueue(QUEUE, "job-1", PAYLOAD)
    (task,) = await real.tasks()
    url = "http://127.0.0.1:7000/sync-connection"
    assert task.name.endswith("/tasks/" + hashlib.sha256(b"job-1").hexdigest())
    assert task.http_request.url == url
    assert task.http_request.oidc_token.audience == url
    assert task.http_request.oidc_token.service_account_email == real.settings.tasks_invoker
    assert task.dispatch_deadline == timedelta(seconds=120)
    assert dict(task.http_request.headers) == {"Content-Type": "application/json"}


@pytest.mark.emulator
async def test_the_trace_of_the_request_is_carried_on_as_a_header(real: RealQueue) -> None:
    trace.begin("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
    await real.adapter.enqueue(QUEUE, "job-1", PAYLOAD)
    (task,) = await real.tasks()
    assert (
        task.http_request.headers["traceparent"] == "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    )


@pytest.mark.emulator
async def test_a_function_fills_the_queues_that_its_row_names_and_no_other(real: RealQueue) -> None:
    adapter = CloudTasksQueue(replace(real.settings, function="export"))
    await adapter.enqueue("build-export", "job-1", PAYLOAD)
    with pytest.raises(Unavailable):
        await adapter.enqueue(QUEUE, "job-1", PAYLOAD)
    assert await real.tasks() == []
    await adapter.aclose()


@pytest.mark.emulator
async def test_cloud_tasks_answers_a_ping(real: RealQueue) -> None:
    await real.adapter.ping()


@pytest.mark.emulator
async def test_cloud_tasks_that_does_not_answer_is_unavailable() -> None:
    adapter = CloudTasksQueue(settings_for(free_port()), timeout_s=0.5)
    with pytest.raises(Unavailable):
        await adapter.enqueue(QUEUE, "job-1", PAYLOAD)
    await adapter.aclose()
