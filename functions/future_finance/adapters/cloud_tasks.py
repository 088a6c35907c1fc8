"""Enqueues work: a named HTTP task for the function that serves the queue, with its OIDC token."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import grpc.aio
from google.api_core.exceptions import AlreadyExists, DeadlineExceeded, GoogleAPIError, ServiceUnavailable
from google.api_core.retry import AsyncRetry, if_exception_type
from google.auth.exceptions import GoogleAuthError
from google.cloud.tasks_v2.services.cloud_tasks.async_client import CloudTasksAsyncClient
from google.cloud.tasks_v2.services.cloud_tasks.transports.grpc_asyncio import CloudTasksGrpcAsyncIOTransport
from google.cloud.tasks_v2.types import CreateTaskRequest, HttpRequest, OidcToken, Task

from future_finance.config import Settings
from future_finance.endpoints import BY_ENTRY_POINT, ENDPOINTS, Endpoint, TaskQueue
from future_finance.errors import Unavailable
from future_finance.usecases.trace import traceparent

logger = logging.getLogger(__name__)

TIMEOUT_S = 10.0  # of a call with its retries
_IS_PASSING = if_exception_type(ServiceUnavailable, DeadlineExceeded)
_MIN_DEADLINE_S, _MAX_DEADLINE_S = 15, 1800  # what Cloud Tasks accepts
_BY_QUEUE = {
    endpoint.trigger.queue: endpoint for endpoint in ENDPOINTS if isinstance(endpoint.trigger, TaskQueue)
}


class CloudTasksQueue:
    """The queues of the endpoint table."""

    def __init__(self, settings: Settings, timeout_s: float = TIMEOUT_S) -> None:
        self._settings = settings
        # A named task is created once however often it is asked for, so that asking again is safe.
        self._patience: dict[str, Any] = {
            "timeout": timeout_s,
            "retry": AsyncRetry(_IS_PASSING, initial=0.1, maximum=1.0, timeout=timeout_s),
        }
        row = BY_ENTRY_POINT.get(settings.function or "")
        self._may_fill = row.enqueues if row else frozenset(_BY_QUEUE)  # of a script its account decides
        emulator = settings.tasks_emulator
        transport = (
            CloudTasksGrpcAsyncIOTransport(channel=grpc.aio.insecure_channel(emulator)) if emulator else None
        )
        self._client = CloudTasksAsyncClient(transport=transport)

    async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None:
        """Raises Unavailable, as for a queue that the function's row does not name: IAM would refuse it.

        The id is hashed: names that share a prefix slow a queue down.
        """
        if queue not in self._may_fill:
            logger.error("the row of %s does not name the queue %s", self._settings.function, queue)
            raise Unavailable
        parent = f"projects/{self._settings.project}/locations/{self._settings.region}/queues/{queue}"
        name = f"{parent}/tasks/{hashlib.sha256(task_id.encode()).hexdigest()}"
        request = CreateTaskRequest(parent=parent, task=self._task(name, _BY_QUEUE[queue], payload))
        try:
            await self._client.create_task(request=request, **self._patience)
        except AlreadyExists:
            return
        except (GoogleAPIError, GoogleAuthError) as error:
            logger.error("Cloud Tasks failed: %s", type(error).__name__)
            raise Unavailable from None

    async def ping(self) -> None:
        """Returns when Cloud Tasks answers for every queue of the table. Raises Unavailable."""
        for queue in _BY_QUEUE:
            name = f"projects/{self._settings.project}/locations/{self._settings.region}/queues/{queue}"
            try:
                await self._client.get_queue(name=name, **self._patience)
            except (GoogleAPIError, GoogleAuthError) as error:
                logger.error("Cloud Tasks failed: %s", type(error).__name__)
                raise Unavailable from None

    async def aclose(self) -> None:
        await self._client.transport.close()

    def _task(self, name: str, endpoint: Endpoint, payload: Mapping[str, str]) -> Task:
        url = self._settings.worker_url(endpoint.name)
        headers = {"Content-Type": "application/json"}
        if trace := traceparent():
            headers["traceparent"] = trace
        deadline_s = min(max(endpoint.timeout_s, _MIN_DEADLINE_S), _MAX_DEADLINE_S)
        return Task(
            name=name,
            dispatch_deadline=timedelta(seconds=deadline_s),
            http_request=HttpRequest(
                url=url,
                headers=headers,
                body=json.dumps(dict(payload)).encode(),
                oidc_token=OidcToken(service_account_email=self._settings.tasks_invoker, audience=url),
            ),
        )
