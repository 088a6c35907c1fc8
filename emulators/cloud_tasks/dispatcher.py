"""Delivers the tasks of all queues: real HTTP requests, at the time their queue says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from typing import Protocol

import httpx2
from google.cloud import tasks_v2

from emulators.cloud_tasks.names import short
from emulators.cloud_tasks.queue import LocalQueue
from emulators.cloud_tasks.task import HeldTask
from emulators.http_target import send
from emulators.identity_token import Signer

_REPLACED = ("x-cloudtasks-", "x-google-", "x-appengine-")
_COMPUTED = {"host", "content-length", "user-agent"}


class Queues(Protocol):
    def all(self) -> Iterable[LocalQueue]: ...


class Dispatcher:
    """Runs until cancelled. `wake` makes it look again at once."""

    def __init__(self, queues: Queues, signer: Signer) -> None:
        self._queues = queues
        self._signer = signer
        self._changed = asyncio.Event()
        self._forced: list[tuple[LocalQueue, HeldTask]] = []

    def wake(self) -> None:
        self._changed.set()

    def force(self, queue: LocalQueue, held: HeldTask) -> None:
        """Deliver a task that its queue has started already."""
        self._forced.append((queue, held))
        self.wake()

    async def run(self) -> None:
        async with (
            httpx2.AsyncClient(
                trust_env=False,
                follow_redirects=True,
                limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
            ) as client,
            asyncio.TaskGroup() as attempts,
        ):
            while True:
                self._changed.clear()
                now = time.time()
                for queue, held in self._take(now):
                    attempts.create_task(self._attempt(client, queue, held))
                wakes = [at for queue in self._queues.all() if (at := queue.next_wake(now)) is not None]
                try:
                    async with asyncio.timeout(max(0.0, min(wakes) - time.time()) if wakes else None):
                        await self._changed.wait()
                except TimeoutError:
                    continue

    def _take(self, now: float) -> list[tuple[LocalQueue, HeldTask]]:
        started = self._forced
        self._forced = []
        for queue in self._queues.all():
            started.extend((queue, held) for held in queue.take_due(now))
        return started

    async def _attempt(self, client: httpx2.AsyncClient, queue: LocalQueue, held: HeldTask) -> None:
        request = held.asked.http_request
        method = tasks_v2.HttpMethod(request.http_method or tasks_v2.HttpMethod.POST).name
        answer = await send(
            client, method, request.url, self._headers(queue, held), request.body, held.deadline_s
        )
        queue.settle(held, answer, time.time())
        self.wake()

    def _headers(self, queue: LocalQueue, held: HeldTask) -> dict[str, str]:
        request = held.asked.http_request
        headers = {
            name: value
            for name, value in request.headers.items()
            if name.lower() not in _COMPUTED and not name.lower().startswith(_REPLACED)
        }
        headers |= {
            "User-Agent": "Google-Cloud-Tasks",
            "X-CloudTasks-QueueName": short(queue.config.name),
            "X-CloudTasks-TaskName": short(held.name),
            "X-CloudTasks-TaskRetryCount": str(held.dispatches),
            "X-CloudTasks-TaskExecutionCount": str(held.executions),
            "X-CloudTasks-TaskETA": f"{held.attempt_due_at:.6f}",
        }
        if held.answer is not None and held.answer.status is not None:
            headers["X-CloudTasks-TaskPreviousResponse"] = str(held.answer.status)
        if email := request.oidc_token.service_account_email:
            audience = request.oidc_token.audience or request.url
            headers["Authorization"] = f"Bearer {self._signer.mint(email, audience)}"
        return headers
