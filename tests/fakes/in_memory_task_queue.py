"""Cloud Tasks in memory: keeps what was enqueued, delivers nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from future_finance.errors import Unavailable


@dataclass(frozen=True, slots=True)
class EnqueuedTask:
    queue: str
    id: str
    payload: Mapping[str, str]


class InMemoryTaskQueue:
    """TaskQueuePort. A name is taken for good; `available` is for a test to set."""

    def __init__(self) -> None:
        self.available = True
        self.tasks: list[EnqueuedTask] = []

    async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None:
        if not self.available:
            raise Unavailable
        if all((task.queue, task.id) != (queue, task_id) for task in self.tasks):
            self.tasks.append(EnqueuedTask(queue, task_id, dict(payload)))
