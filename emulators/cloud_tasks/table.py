"""The queues of the endpoint table, as CreateQueue takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from google.cloud import tasks_v2

from future_finance.endpoints import ENDPOINTS, Endpoint, TaskQueue


def queues_of_table(
    project: str, region: str, endpoints: Iterable[Endpoint] = ENDPOINTS
) -> list[tasks_v2.Queue]:
    return [
        _queue(f"projects/{project}/locations/{region}/queues/{endpoint.trigger.queue}", endpoint.trigger)
        for endpoint in endpoints
        if isinstance(endpoint.trigger, TaskQueue)
    ]


def queues_of_file(path: Path) -> list[tasks_v2.Queue]:
    """`{"queues": [...]}`, each a Queue in the JSON form of the REST API."""
    found = json.loads(path.read_text())["queues"]
    return [tasks_v2.Queue.from_json(json.dumps(queue)) for queue in found]


def _queue(name: str, row: TaskQueue) -> tasks_v2.Queue:
    return tasks_v2.Queue(
        name=name,
        rate_limits=tasks_v2.RateLimits(
            max_dispatches_per_second=row.max_dispatches_per_s, max_concurrent_dispatches=row.max_concurrent
        ),
        retry_config=tasks_v2.RetryConfig(
            max_attempts=row.max_attempts,
            min_backoff=timedelta(seconds=row.min_backoff_s),
            max_backoff=timedelta(seconds=row.max_backoff_s),
            max_doublings=row.max_doublings,
        ),
    )
