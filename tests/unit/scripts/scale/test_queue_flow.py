"""The reckoned queue drains as the emulated one does, whose rules are the service's."""

from __future__ import annotations

import heapq
import itertools

import pytest
from google.cloud import tasks_v2

from emulators.cloud_tasks.queue import LocalQueue
from emulators.cloud_tasks.table import queues_of_table
from emulators.cloud_tasks.task import HeldTask
from emulators.http_target import Answer
from future_finance.domain.job import INSIGHTS_QUEUE, SYNC_QUEUE
from scripts.scale.queue_flow import Batch, QueueFlow, drain, worker_of

DONE, FAILED = Answer(200), Answer(500)


def _replayed(queue_name: str, tasks: int, latency_s: float, fails_every: int) -> float:
    """Seconds until the emulated queue has done them all, one attempt after the other."""
    (asked,) = [q for q in queues_of_table("p", "r") if q.name.endswith(f"/{queue_name}")]
    queue = LocalQueue(asked, 0.0)
    for number in range(tasks):
        queue.add(tasks_v2.Task(name=f"{asked.name}/tasks/{number}"), 0.0)
    running: list[tuple[float, int, HeldTask]] = []
    order = itertools.count(1)
    now = 0.0
    while queue.tasks():
        for held in queue.take_due(now):
            heapq.heappush(running, (now + latency_s, next(order), held))
        wake = queue.next_wake(now)
        if running and (wake is None or running[0][0] <= wake):
            now, number, held = heapq.heappop(running)
            fails = fails_every and number % fails_every == 0
            queue.settle(held, FAILED if fails else DONE, now)
        else:
            assert wake is not None
            now = max(wake, now) + 1e-6
    return now


@pytest.mark.parametrize("queue", [SYNC_QUEUE, INSIGHTS_QUEUE])
@pytest.mark.parametrize("latency_s", [0.4, 1.53, 5.0])
def test_it_drains_as_fast_as_the_emulated_queue(queue: str, latency_s: float) -> None:
    flow = QueueFlow(worker_of(queue), latency_s)
    assert drain([Batch(0.0, 600, flow)]).done_at_s == pytest.approx(
        _replayed(queue, 600, latency_s, fails_every=0), rel=0.05
    )


def test_failures_take_their_share_of_the_queue() -> None:
    flow = QueueFlow(worker_of(SYNC_QUEUE), 1.5, failing=0.05)
    drained = drain([Batch(0.0, 1_000, flow)])
    assert drained.attempts == pytest.approx(1_053, abs=1)
    assert drained.done_at_s == pytest.approx(_replayed(SYNC_QUEUE, 1_000, 1.5, fails_every=20), rel=0.05)


def test_a_batch_waits_for_the_one_before_it() -> None:
    flow = QueueFlow(worker_of(SYNC_QUEUE), 1.0)
    bulk, person = Batch(0.0, 1_000, flow), Batch(10.0, 1, flow)
    behind = drain([bulk, person])
    assert behind.done_at_s - person.at_s == pytest.approx(1_000 / flow.tasks_per_s - 10 + 1, abs=0.2)
    assert behind.most_waiting == 1_000
    assert drain([person]).longest_wait_s == pytest.approx(1.1)


def test_nothing_takes_no_time() -> None:
    assert drain([]).done_at_s == 0
