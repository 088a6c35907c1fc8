"""The fan-out in simulated time: a page of each few shards, then each shard a chain of its own, through a queue."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

from emulators.cloud_tasks.rate import Rate
from future_finance.domain.shard_page import TOGETHER
from future_finance.domain.user import SHARDS
from future_finance.endpoints import Endpoint, TaskQueue
from future_finance.usecases.fan_out import PAGE


@dataclass(frozen=True, slots=True)
class FannedOut:
    """`arrivals`: when the tasks of each page were named, and how many. Times in seconds since the trigger.
    `reads`: its documents, and one of each page that has none."""

    pages: int
    reads: int
    done_at_s: float
    arrivals: Sequence[tuple[float, float]]


def spread(items: int, shards: int = SHARDS) -> list[int]:
    """Items over the shards, as evenly as a hash spreads them."""
    each, left = divmod(items, shards)
    return [each + (shard < left) for shard in range(shards)]


def fan_out(row: Endpoint, seen: int, wanted_share: float, page_s: float) -> FannedOut:
    """A trigger's pages over `seen` documents, of which `wanted_share` get a task each.

    Shards without any are read all the same. A page names those that follow at its end.
    """
    trigger = row.trigger
    assert isinstance(trigger, TaskQueue)
    slots = min(trigger.max_concurrent, row.max_instances * row.concurrency)
    rate = Rate(trigger.max_dispatches_per_s, max(10, math.ceil(trigger.max_dispatches_per_s / 5)), 0.0)
    of_shards = spread(seen)
    ready = [(0.0, shards[0], [of_shards[shard] for shard in shards]) for shards in TOGETHER]
    heapq.heapify(ready)
    running: list[float] = []
    arrivals: list[tuple[float, float]] = []
    reads = 0
    now = 0.0
    while ready:
        at_s, first, left = heapq.heappop(ready)
        now = max(now, at_s)
        if len(running) >= slots:
            now = max(now, heapq.heappop(running))
        while not rate.take(now):
            now = rate.next_at(now) + 1e-9
        done_s = now + page_s
        heapq.heappush(running, done_s)
        read = min(sum(left), PAGE)
        reads += max(1, read)
        arrivals.append((done_s, read * wanted_share))
        if sum(left) > PAGE:
            taken = spread(PAGE, len(left))
            for shard, (there, gone) in enumerate(zip(left, taken, strict=True), first):
                heapq.heappush(ready, (done_s, shard, [there - gone]))
    arrivals.sort()
    return FannedOut(len(arrivals), reads, arrivals[-1][0], arrivals)
