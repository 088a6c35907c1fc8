"""The nightly clean-up: what has expired goes, consents that ran out are acted upon, absent people are told."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from future_finance.domain.anonymous_record import months_over
from future_finance.domain.job import ERASE_QUEUE
from future_finance.domain.local_date import local_date
from future_finance.domain.personal_notice import NoticeKind, PersonalNotice
from future_finance.domain.retention import INACTIVE_AFTER, KEPT, TOLD_BEFORE, to_be_erased, to_be_told
from future_finance.domain.user import SHARDS
from future_finance.errors import AppError, NotFound
from future_finance.usecases.erasure_ports import ErasureStore
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.notice_ports import NoticeStore
from future_finance.usecases.ports import TaskQueuePort
from future_finance.usecases.retention_ports import (
    Absentee,
    Absentees,
    ExpiredDocuments,
    LapsedConsents,
    MonthCounts,
)
from future_finance.usecases.tell import push

BATCH = 200  # documents of one transaction
MOST_BATCHES = 50  # of a collection and night; what is left is the next night's
MOST_PEOPLE = 500  # of a shard and night
MOST_LAPSED = 1_000
_AT_ONCE = 8

logger = logging.getLogger(__name__)

type Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Retaining:
    """What it needs. `patience`: how long after its expiry a document is left to the database's own TTL."""

    expired: ExpiredDocuments
    people: Absentees
    consents: LapsedConsents
    statistics: MonthCounts
    notices: NoticeStore
    erasures: ErasureStore
    queue: TaskQueuePort
    patience: timedelta


async def retain(retaining: Retaining, now: datetime) -> Counts:
    """Everything that is due, in bounded steps; counts by what was done, and "failed".

    Each step is complete in itself: a run that is cut off, or repeated, goes on where things stand.
    """
    counts: Counter[str] = Counter(told=0, lapsed=0, inactive=0, failed=0)
    await _each(KEPT, lambda name: _delete(retaining, name, now, counts), counts)
    try:
        lapsed = await retaining.consents.lapsed(now, MOST_LAPSED)
    except AppError as error:
        lapsed = _failed(counts, error)
    await _each(lapsed, lambda uid: _lapse(retaining, uid, now, counts), counts)
    await _each(months_over(local_date(now)), lambda month: _settle(retaining, month, counts), counts)
    await _each(range(SHARDS), lambda shard: _absentees(retaining, shard, now, counts), counts)
    return dict(counts)


async def _delete(retaining: Retaining, collection: str, now: datetime, counts: Counter[str]) -> None:
    before = now - retaining.patience
    for _ in range(MOST_BATCHES):
        deleted = await retaining.expired.delete_expired(collection, before, BATCH)
        if deleted:
            counts[collection] += deleted
        if deleted < BATCH:
            return


async def _lapse(retaining: Retaining, uid: str, now: datetime, counts: Counter[str]) -> None:
    """A job whose task could not be enqueued is overdue soon, and swept."""
    jobs = await retaining.consents.lapse(uid, now)
    if jobs:
        ended = PersonalNotice(f"consent-ended-{local_date(now)}", NoticeKind.CONSENT_ENDED, now)
        await retaining.notices.leave(uid, ended)
        await push(retaining.queue, uid, ended.id)
    for job in jobs:
        counts["lapsed"] += 1
        if not job.status.final:
            await deliver(retaining.queue, job)


async def _settle(retaining: Retaining, month: str, counts: Counter[str]) -> None:
    if settled := await retaining.statistics.settle(month):
        counts["anonymousCounts"] += settled


async def _absentees(retaining: Retaining, shard: int, now: datetime, counts: Counter[str]) -> None:
    seen_before = now - INACTIVE_AFTER + TOLD_BEFORE
    found = await retaining.people.absentees(shard, seen_before, MOST_PEOPLE)
    await _each(found, lambda absentee: _absentee(retaining, absentee, now, counts), counts)


async def _absentee(retaining: Retaining, absentee: Absentee, now: datetime, counts: Counter[str]) -> None:
    if to_be_told(absentee.last_seen_at, absentee.told_at, now):
        notice_id = await retaining.people.tell(absentee, now)
        if notice_id is not None:
            counts["told"] += 1
            await push(retaining.queue, absentee.uid, notice_id)
    elif to_be_erased(absentee.last_seen_at, absentee.told_at, now):
        # What Google granted has ended by itself: a refresh token that nobody uses for six months does.
        try:
            erasure = await retaining.erasures.begin(absentee.uid, now, absent_since=absentee.last_seen_at)
        except NotFound:
            return
        counts["inactive"] += 1
        payload = {"uid": absentee.uid, "erasureId": erasure.id}
        await retaining.queue.enqueue(ERASE_QUEUE, f"erasure-{erasure.id}", payload)


async def _each[T](items: Iterable[T], work: Callable[[T], Awaitable[None]], counts: Counter[str]) -> None:
    """`work` on each, a few at once. One's trouble is not another's."""
    slots = asyncio.Semaphore(_AT_ONCE)

    async def one(item: T) -> None:
        async with slots:
            try:
                await work(item)
            except AppError as error:
                _failed(counts, error)

    async with asyncio.TaskGroup() as group:
        for item in items:
            group.create_task(one(item))


def _failed(counts: Counter[str], error: AppError) -> list[str]:
    logger.warning("a step of the clean-up failed: %s", error.code)
    counts["failed"] += 1
    return []
