"""One queue's rules with no clock and no network: what to dispatch now, and what an answer leads to."""

from __future__ import annotations

import heapq
import itertools
import math
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from google.cloud import tasks_v2

from emulators.backoff import interval_s
from emulators.cloud_tasks.names import short
from emulators.cloud_tasks.rate import Rate
from emulators.cloud_tasks.task import HeldTask
from emulators.http_target import Answer
from emulators.rpc import already_exists, not_found

NAME_RELEASED_AFTER_S = 24 * 3600.0  # a finished or deleted task's name stays taken this long
_SHOWN_ENDINGS = 100


@dataclass(frozen=True, slots=True)
class Ending:
    """A task that is no more."""

    task: str
    outcome: str  # succeeded | exhausted | deleted
    attempts: int
    at: float


class LocalQueue:
    """All times are epoch seconds, given by the caller."""

    def __init__(self, asked: tasks_v2.Queue, now: float) -> None:
        self.config = _with_defaults(asked)
        self.paused = False
        limits = self.config.rate_limits
        self._rate = Rate(limits.max_dispatches_per_second, limits.max_burst_size, now)
        self._tasks: dict[str, HeldTask] = {}
        self._taken_names: dict[str, float] = {}  # name -> when it is free again
        self._agenda: list[tuple[float, int, HeldTask]] = []
        self._order = itertools.count()
        self._running = 0
        self.endings: deque[Ending] = deque(maxlen=_SHOWN_ENDINGS)

    def view(self) -> tasks_v2.Queue:
        """The queue as the API shows it."""
        state = tasks_v2.Queue.State.PAUSED if self.paused else tasks_v2.Queue.State.RUNNING
        return tasks_v2.Queue(self.config, state=state)

    @property
    def slowed_to(self) -> float:
        """The share of the configured rate in force after overload, 0 to 1."""
        return self._rate.factor

    def tasks(self) -> list[HeldTask]:
        return [self._tasks[name] for name in sorted(self._tasks)]

    def get(self, name: str) -> HeldTask:
        if name not in self._tasks:
            gone = name in self._taken_names
            raise not_found("The task no longer exists." if gone else "Requested entity was not found.")
        return self._tasks[name]

    def add(self, asked: tasks_v2.Task, now: float) -> HeldTask:
        if asked.name in self._tasks or self._taken_names.get(asked.name, -math.inf) > now:
            raise already_exists("Requested entity already exists")
        due_at = max(now, asked.schedule_time.timestamp()) if asked.schedule_time else now
        held = HeldTask(asked=asked, created_at=now, due_at=due_at)
        self._tasks[held.name] = held
        self._put_on_agenda(held)
        return held

    def delete(self, name: str, now: float) -> None:
        self._end(self.get(name), "deleted", now)

    def purge(self, now: float) -> None:
        for held in list(self._tasks.values()):
            self._end(held, "deleted", now)
        self.config.purge_time = datetime.fromtimestamp(now, UTC)

    def force(self, name: str, now: float) -> HeldTask | None:
        """Start a task regardless of limits, pause and schedule; None when it is being attempted already."""
        held = self.get(name)
        if held.running:
            return None
        held.due_at = now
        self._begin(held, now)
        return held

    def take_due(self, now: float) -> list[HeldTask]:
        """The tasks to dispatch now. Each must come back through `settle`."""
        started: list[HeldTask] = []
        while not self.paused and self._drop_stale() and self._agenda[0][0] <= now:
            if self._running >= self.config.rate_limits.max_concurrent_dispatches or not self._rate.take(now):
                break
            held = heapq.heappop(self._agenda)[2]
            self._begin(held, now)
            started.append(held)
        return started

    def next_wake(self, now: float) -> float | None:
        """When `take_due` should be asked next; None until something changes."""
        full = self._running >= self.config.rate_limits.max_concurrent_dispatches
        if self.paused or full or not self._drop_stale():
            return None
        return max(self._agenda[0][0], self._rate.next_at(now))

    def settle(self, held: HeldTask, answer: Answer, now: float) -> None:
        """An attempt is over: done, given up, or to be tried again later."""
        self._running -= 1
        held.finish(answer, now)
        if answer.overloaded:
            self._rate.overloaded(now)
        elif answer.ok:
            self._rate.succeeded(now)
        if self._tasks.get(held.name) is not held:
            return  # deleted or purged meanwhile
        if answer.ok:
            self._end(held, "succeeded", now)
        elif self._exhausted(held, now):
            self._end(held, "exhausted", now)
        else:
            held.due_at = now + max(self._backoff_s(held), answer.retry_after_s)
            self._put_on_agenda(held)

    def _begin(self, held: HeldTask, now: float) -> None:
        held.start(now)
        self._running += 1

    def _put_on_agenda(self, held: HeldTask) -> None:
        heapq.heappush(self._agenda, (held.due_at, next(self._order), held))

    def _drop_stale(self) -> bool:
        """Remove entries of tasks that ended, run or were moved; whether any entry is left."""
        while self._agenda:
            due_at, _, held = self._agenda[0]
            if self._tasks.get(held.name) is held and not held.running and held.due_at == due_at:
                return True
            heapq.heappop(self._agenda)
        return False

    def _retry_config(self, held: HeldTask) -> tasks_v2.RetryConfig:
        return held.asked.retry_config if "retry_config" in held.asked else self.config.retry_config

    def _exhausted(self, held: HeldTask, now: float) -> bool:
        retry = self._retry_config(held)
        attempts_spent = retry.max_attempts != -1 and held.dispatches >= retry.max_attempts
        limit_s = retry.max_retry_duration.total_seconds() if retry.max_retry_duration else 0.0
        time_spent = limit_s == 0 or now - (held.first_dispatch_at or now) >= limit_s
        if retry.max_attempts == -1:
            return limit_s > 0 and time_spent
        return attempts_spent and time_spent

    def _backoff_s(self, held: HeldTask) -> float:
        retry = self._retry_config(held)
        return interval_s(
            held.dispatches - 1,
            min_s=retry.min_backoff.total_seconds(),
            max_s=retry.max_backoff.total_seconds(),
            doublings=retry.max_doublings,
        )

    def _end(self, held: HeldTask, outcome: str, now: float) -> None:
        del self._tasks[held.name]
        for name in [name for name, free_at in self._taken_names.items() if free_at <= now]:
            del self._taken_names[name]
        self._taken_names[held.name] = now + NAME_RELEASED_AFTER_S
        self.endings.appendleft(Ending(short(held.name), outcome, held.dispatches, now))


def _with_defaults(asked: tasks_v2.Queue) -> tasks_v2.Queue:
    """The queue with the service's defaults for what was left unset."""
    queue = tasks_v2.Queue(asked)
    limits, retry = queue.rate_limits, queue.retry_config
    limits.max_dispatches_per_second = limits.max_dispatches_per_second or 500.0
    limits.max_concurrent_dispatches = limits.max_concurrent_dispatches or 1000
    limits.max_burst_size = max(10, math.ceil(limits.max_dispatches_per_second / 5))
    retry.max_attempts = retry.max_attempts or 100
    retry.min_backoff = retry.min_backoff or timedelta(seconds=0.1)
    retry.max_backoff = retry.max_backoff or timedelta(hours=1)
    retry.max_doublings = retry.max_doublings or 16
    return queue
