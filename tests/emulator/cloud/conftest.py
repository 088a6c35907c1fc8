"""The emulators of Google's services, in this process, reached through Google's own clients."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import grpc.aio
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from google.cloud import tasks_v2
from google.cloud.tasks_v2.services.cloud_tasks.transports.grpc_asyncio import CloudTasksGrpcAsyncIOTransport

from emulators.cloud_tasks.emulator import cloud_tasks
from emulators.identity_token import Signer
from emulators.server import Ports

LOCATION = "projects/demo-future-finance/locations/asia-south1"


@dataclass(frozen=True, slots=True)
class Tasks:
    """Google's client, and a queue of the test's own."""

    client: tasks_v2.CloudTasksAsyncClient
    ports: Ports
    queue: str
    slow_queue: str  # keeps a failed task for ten minutes

    async def after_first_attempt(self, name: str) -> tasks_v2.Task:
        """The task once its first attempt is over. Raises TimeoutError."""
        async with asyncio.timeout(10):
            while True:
                task = await self.client.get_task(name=name)
                if task.last_attempt.response_status.code:
                    return task


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer(generate_private_key(65537, 2048))


@pytest.fixture
async def tasks(signer: Signer) -> AsyncIterator[Tasks]:
    retry = tasks_v2.RetryConfig(
        max_attempts=3, min_backoff=timedelta(seconds=0.05), max_backoff=timedelta(seconds=0.2)
    )
    queue = tasks_v2.Queue(name=f"{LOCATION}/queues/work", retry_config=retry)
    slow = tasks_v2.Queue(
        name=f"{LOCATION}/queues/slow", retry_config=tasks_v2.RetryConfig(min_backoff=timedelta(minutes=10))
    )
    async with cloud_tasks(signer, [queue, slow]) as ports, tasks_client(ports) as client:
        yield Tasks(client, ports, queue.name, slow.name)


@asynccontextmanager
async def tasks_client(ports: Ports) -> AsyncIterator[tasks_v2.CloudTasksAsyncClient]:
    channel = grpc.aio.insecure_channel(f"127.0.0.1:{ports.grpc}")
    client = tasks_v2.CloudTasksAsyncClient(transport=CloudTasksGrpcAsyncIOTransport(channel=channel))
    yield client
    await channel.close()
