"""From one trigger to every user that is due: shards, pages, and a named task each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from future_finance.domain.job import INSIGHTS_QUEUE, SYNC_QUEUE
from future_finance.domain.local_date import local_date
from future_finance.domain.schedule import FAN_OUT_QUEUE, ScheduleName, period_at
from future_finance.domain.user import SHARDS
from future_finance.usecases.ports import Clock, TaskQueuePort
from future_finance.usecases.work_jobs import hash_of

PAGE = 200  # users or connections of one task, so that one ends well within its time
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class DueConnection:
    """A connection whose session still holds. `cursor` is where the next page goes on."""

    uid: str
    connection_id: str
    cursor: str


@dataclass(frozen=True, slots=True)
class DueUser:
    """A user of a shard. `insights`: has agreed to be shown what was found."""

    uid: str
    insights: bool
    cursor: str


class DueStore(Protocol):
    """Who is due, a page of a shard at a time, in a fixed order; `after` is the cursor of the last one seen."""

    async def connections(
        self, shard: int, now: datetime, after: str | None, limit: int
    ) -> tuple[Sequence[DueConnection], str | None]:
        """Active ones past their next sync, and the cursor of the next page; None: this was the last."""
        ...

    async def users(self, shard: int, after: str | None, limit: int) -> tuple[Sequence[DueUser], str | None]:
        """Users that are there and are not being erased, and the cursor of the next page."""
        ...

    async def carry_point(self, uid: str, on: date) -> bool:
        """Write the net worth point of that day, marked carried, where there is a net worth and none was
        measured; whether one was written."""
        ...


@dataclass(frozen=True, slots=True)
class FanningOut:
    """What it needs."""

    due: DueStore
    queue: TaskQueuePort
    clock: Clock


@dataclass(frozen=True, slots=True)
class ShardPage:
    """One page of one shard, as its task names it."""

    schedule: ScheduleName
    period: str
    day: date
    shard: int
    number: int = 0
    after: str | None = None

    @property
    def task_id(self) -> str:
        return f"{self.schedule}-{self.period}-{self.shard}-{self.number}"

    def payload(self) -> dict[str, str]:
        named = {
            "schedule": self.schedule.value,
            "period": self.period,
            "day": self.day.isoformat(),
            "shard": str(self.shard),
            "number": str(self.number),
        }
        return named if self.after is None else named | {"after": self.after}


async def dispatch(queue: TaskQueuePort, schedule: ScheduleName, now: datetime) -> int:
    """A task for each shard; triggered again in the same period, the names are taken and nothing happens."""
    day = local_date(now)
    pages = [ShardPage(schedule, period_at(schedule, now), day, shard) for shard in range(SHARDS)]
    await _each(pages, lambda page: queue.enqueue(FAN_OUT_QUEUE, page.task_id, page.payload()))
    return len(pages)


async def fan_out(fanning: FanningOut, page: ShardPage) -> dict[str, int]:
    """One page: a task each, then the next page's task. Cut off anywhere, it is run again whole: names that
    are taken add nothing."""
    match page.schedule:
        case ScheduleName.DAILY_SYNC:
            found, following = await _syncs(fanning, page)
        case ScheduleName.WEEKLY_INSIGHTS:
            found, following = await _insights(fanning, page)
        case ScheduleName.MONTHLY_NET_WORTH:
            found, following = await _points(fanning, page)
    if following is not None:
        after = ShardPage(page.schedule, page.period, page.day, page.shard, page.number + 1, following)
        await fanning.queue.enqueue(FAN_OUT_QUEUE, after.task_id, after.payload())
    return {"due": found, "more": int(following is not None)}


async def _syncs(fanning: FanningOut, page: ShardPage) -> tuple[int, str | None]:
    found, following = await fanning.due.connections(page.shard, fanning.clock.now(), page.after, PAGE)

    async def one(due: DueConnection) -> None:
        job_id = scheduled_job_id(page.schedule, page.period, due.uid, due.connection_id)
        payload = {"uid": due.uid, "jobId": job_id, "connectionId": due.connection_id, "scheduled": "true"}
        await fanning.queue.enqueue(SYNC_QUEUE, job_id, payload)

    await _each(found, one)
    return len(found), following


async def _insights(fanning: FanningOut, page: ShardPage) -> tuple[int, str | None]:
    found, following = await fanning.due.users(page.shard, page.after, PAGE)
    wanting = [due for due in found if due.insights]

    async def one(due: DueUser) -> None:
        job_id = scheduled_job_id(page.schedule, page.period, due.uid)
        await fanning.queue.enqueue(INSIGHTS_QUEUE, job_id, {"uid": due.uid, "jobId": job_id})

    await _each(wanting, one)
    return len(wanting), following


async def _points(fanning: FanningOut, page: ShardPage) -> tuple[int, str | None]:
    found, following = await fanning.due.users(page.shard, page.after, PAGE)

    async def one(due: DueUser) -> None:
        await fanning.due.carry_point(due.uid, page.day)

    await _each(found, one)
    return len(found), following


def scheduled_job_id(schedule: ScheduleName, period: str, *of: str) -> str:
    """The same for every trigger of a period: whatever fires twice finds the job done."""
    return hash_of(schedule.value, period, *of)


async def _each[T](items: Sequence[T], work: Callable[[T], Awaitable[object]]) -> None:
    """`work` on each, a few at once. The first failure ends it, and the page is tried again."""
    slots = asyncio.Semaphore(_AT_ONCE)

    async def one(item: T) -> None:
        async with slots:
            await work(item)

    try:
        async with asyncio.TaskGroup() as group:
            for item in items:
                group.create_task(one(item))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
