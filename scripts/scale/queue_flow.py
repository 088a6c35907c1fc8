"""A queue in simulated time: batches arrive, and drain as fast as its row and its worker allow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from future_finance.endpoints import ENDPOINTS, Endpoint, TaskQueue


@dataclass(frozen=True, slots=True)
class QueueFlow:
    """Tasks of one kind. `latency_s` of an attempt; `failing` is the share of attempts that come again."""

    row: Endpoint
    latency_s: float
    failing: float = 0.0

    @property
    def tasks_per_s(self) -> float:
        """Tasks that end in a second at most: the queue's rate, its slots, or its function's instances."""
        return min(self.limits().values()) * (1 - self.failing)

    def attempts(self, tasks: float) -> float:
        return tasks / (1 - self.failing)

    def limits(self) -> dict[str, float]:
        """Attempts a second that each limit allows."""
        trigger = self.row.trigger
        assert isinstance(trigger, TaskQueue)
        return {
            "max_dispatches_per_s": trigger.max_dispatches_per_s,
            "max_concurrent": trigger.max_concurrent / self.latency_s,
            "max_instances x concurrency": self.row.max_instances * self.row.concurrency / self.latency_s,
        }


@dataclass(frozen=True, slots=True)
class Batch:
    """Tasks that arrive together."""

    at_s: float
    tasks: float
    flow: QueueFlow


@dataclass(frozen=True, slots=True)
class Drained:
    """How a queue came through. Times in seconds since the first moment."""

    tasks: float
    attempts: float
    done_at_s: float
    longest_wait_s: float  # from the arrival of a batch to the end of its last task
    most_waiting: float


def drain(batches: Iterable[Batch]) -> Drained:
    """Batches in order of their time, first come, first served. What fails comes again at once."""
    tasks = attempts = done_at_s = free_at_s = longest_s = most = 0.0
    for batch in batches:
        if not batch.tasks:
            continue
        flow = batch.flow
        behind = max(0.0, free_at_s - batch.at_s) * flow.tasks_per_s
        free_at_s = max(free_at_s, batch.at_s) + batch.tasks / flow.tasks_per_s
        done_at_s = free_at_s + flow.latency_s
        tasks += batch.tasks
        attempts += flow.attempts(batch.tasks)
        longest_s = max(longest_s, done_at_s - batch.at_s)
        most = max(most, behind + batch.tasks)
    return Drained(tasks, attempts, done_at_s, longest_s, most)


def worker_of(queue: str) -> Endpoint:
    """The row whose function does the tasks of a queue."""
    return next(e for e in ENDPOINTS if isinstance(e.trigger, TaskQueue) and e.trigger.queue == queue)
