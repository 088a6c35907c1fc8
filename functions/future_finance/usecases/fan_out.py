"""From one trigger to every user that is due: shards, pages, and a named task each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from future_finance.domain.job import SYNC_QUEUE, WEEKLY_INSIGHTS_QUEUE
from future_finance.domain.schedule import (
    FAN_OUT_QUEUE,
    INSIGHTS_WHILE_SEEN_WITHIN,
    ScheduleName,
    period_at,
)
from future_finance.domain.shard_page import TOGETHER, Cursor, ShardPage
from future_finance.errors import AppError
from future_finance.usecases.due_ports import DueConnection, DueStore, DueUser, LostPages, PointCarrier
from future_finance.usecases.event import Event, report
from future_finance.usecases.ports import Clock, TaskQueuePort
from future_finance.usecases.work_jobs import hash_of

PAGE = 200  # documents of one task, so that one ends well within its time
_AT_ONCE = 16
EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FanningOut:
    """What it needs."""

    due: DueStore
    points: PointCarrier
    queue: TaskQueuePort
    letters: LostPages
    clock: Clock


async def dispatch(queue: TaskQueuePort, schedule: ScheduleName, now: datetime) -> int:
    """A task for each few shards, which go their own ways where one page does not hold those who are due;
    triggered again in the same period, the names are taken and nothing happens."""
    period = period_at(schedule, now)
    await _name(queue, [ShardPage(schedule, period, shards) for shards in TOGETHER])
    return len(TOGETHER)


async def fan_out(fanning: FanningOut, page: ShardPage, *, last: bool = False) -> dict[str, int]:
    """One page: the tasks of the pages that follow, then one for each who is due. Cut off anywhere, it is run
    again whole: names that are taken add nothing. What follows goes first, so that nobody waits for this page's
    trouble.

    Counts of those who were due, and of the pages that follow. A task that comes after its period is
    over is dropped: the next trigger has made tasks of its own. Raises an AppError when some could not be
    reached; all others were. The `last` time it is buried before it is begun, so that its letter is there
    wherever it dies.
    """
    now = fanning.clock.now()
    if page.period != period_at(page.schedule, now):
        return {"due": 0, "more": 0}
    if not last:
        return await _fanned_out(fanning, page)
    try:
        await fanning.letters.bury(page, "unfinished", now)
        counts = await _fanned_out(fanning, page)
    except AppError as error:
        report(Event.DEAD_LETTER, queue=FAN_OUT_QUEUE, error=error.code)
        await fanning.letters.bury(page, error.code, now)
        return {"due": 0, "more": 0, "buried": 1}
    await fanning.letters.take_back(page)
    return counts


async def _fanned_out(fanning: FanningOut, page: ShardPage) -> dict[str, int]:
    match page.schedule:
        case ScheduleName.DAILY_SYNC:
            return await _syncs(fanning, page)
        case ScheduleName.WEEKLY_INSIGHTS:
            return await _insights(fanning, page)
        case ScheduleName.MONTHLY_NET_WORTH:
            return await _points(fanning, page)


async def _syncs(fanning: FanningOut, page: ShardPage) -> dict[str, int]:
    async def one(due: DueConnection) -> None:
        job_id = scheduled_job_id(page.schedule, page.period, due.uid, due.connection_id)
        payload = {"uid": due.uid, "jobId": job_id, "connectionId": due.connection_id, "scheduled": "true"}
        await fanning.queue.enqueue(SYNC_QUEUE, job_id, payload)

    read = await fanning.due.connections(page.shards, fanning.clock.now(), page.after, PAGE)
    return await _spread(fanning, page, read.following, read.found, one)


async def _insights(fanning: FanningOut, page: ShardPage) -> dict[str, int]:
    async def one(due: DueUser) -> None:
        job_id = scheduled_job_id(page.schedule, page.period, due.uid)
        await fanning.queue.enqueue(WEEKLY_INSIGHTS_QUEUE, job_id, {"uid": due.uid, "jobId": job_id})

    now = fanning.clock.now()
    since = now - INSIGHTS_WHILE_SEEN_WITHIN
    read = await fanning.due.users(page.shards, since, now, page.after, PAGE)
    return await _spread(fanning, page, read.following, [due for due in read.found if due.insights], one)


async def _points(fanning: FanningOut, page: ShardPage) -> dict[str, int]:
    async def one(due: DueUser) -> None:
        await fanning.points.carry_point(due.uid, now)

    now = fanning.clock.now()
    read = await fanning.due.users(page.shards, EVER, now, page.after, PAGE)
    return await _spread(fanning, page, read.following, read.found, one)


async def _spread[T](
    fanning: FanningOut,
    page: ShardPage,
    following: Cursor | None,
    due: Sequence[T],
    one: Callable[[T], Awaitable[None]],
) -> dict[str, int]:
    pages = [] if following is None else page.followed_by(following)
    await _name(fanning.queue, pages)
    await _each(due, one)
    return {"due": len(due), "more": len(pages)}


async def _name(queue: TaskQueuePort, pages: Sequence[ShardPage]) -> None:
    await _each(pages, lambda page: queue.enqueue(FAN_OUT_QUEUE, page.task_id, page.payload()))


def scheduled_job_id(schedule: ScheduleName, period: str, *of: str) -> str:
    """The same for every trigger of a period: whatever fires twice finds the job done."""
    return hash_of(schedule.value, period, *of)


async def _each[T](items: Iterable[T], work: Callable[[T], Awaitable[object]]) -> None:
    """`work` on each, a few at once. Raises the first AppError once all have had their turn."""
    slots = asyncio.Semaphore(_AT_ONCE)
    errors: list[AppError] = []

    async def one(item: T) -> None:
        async with slots:
            try:
                await work(item)
            except AppError as error:
                errors.append(error)

    async with asyncio.TaskGroup() as group:
        for item in items:
            group.create_task(one(item))
    if errors:
        raise errors[0]
