"""The fan-out in simulated time: 64 shards, each a chain of pages, through the queue of its row."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

from emulators.cloud_tasks.rate import Rate
from future_finance.domain.user import SHARDS
from future_finance.endpoints import Endpoint, TaskQueue
from future_finance.usecases.fan_out import PAGE


@dataclass(frozen=True, slots=True)
class FannedOut:
    """`arrivals`: when the tasks of each page were named, and how many. Times in seconds since the trigger."""

    pages: int
    done_at_s: float
    arrivals: Sequence[tuple[float, float]]


def spread(items: int) -> list[int]:
    """Items over the shards, as evenly as a hash spreads them."""
    each, left = divmod(items, SHARDS)
    return [each + (shard < left) for shard in range(SHARDS)]


def fan_out(row: Endpoint, seen: int, wanted_share: float, page_s: float) -> FannedOut:
    """A trigger's pages over `seen` documents, of which `wanted_share` get a task each.

    A shard without any is a page all the same. A page names the next one at its end.
    """
    trigger = row.trigger
    assert isinstance(trigger, TaskQueue)
    slots = min(trigger.max_concurrent, row.max_instances * row.concurrency)
    rate = Rate(trigger.max_dispatches_per_s, max(10, math.ceil(trigger.max_dispatches_per_s / 5)), 0.0)
    ready = [(0.0, shard, left) for shard, left in enumerate(spread(seen))]
    heapq.heapify(ready)
    running: list[float] = []
    arrivals: list[tuple[float, float]] = []
    now = 0.0
    while ready:
        at_s, shard, left = heapq.heappop(ready)
        now = max(now, at_s)
        if len(running) >= slots:
            now = max(now, heapq.heappop(running))
        while not rate.take(now):
            now = rate.next_at(now) + 1e-9
        done_s = now + page_s
        heapq.heappush(running, done_s)
        arrivals.append((done_s, min(left, PAGE) * wanted_share))
        if left > PAGE:
            heapq.heappush(ready, (done_s, shard, left - PAGE))
    arrivals.sort()
    return FannedOut(len(arrivals), arrivals[-1][0], arrivals)
