"""A schedule's way from its trigger to each user, on Firestore and a queue that remembers names."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore import connection_document
from future_finance.adapters.firestore.carried_points import FirestorePointCarrier
from future_finance.adapters.firestore.dead_letters import FirestoreDeadLetterStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.due import FirestoreDueStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.schedule import ScheduleName, period_at
from future_finance.domain.shard_page import ShardPage
from future_finance.errors import Unavailable
from future_finance.usecases.fan_out import FanningOut, dispatch, fan_out
from future_finance.usecases.ports import SignedInPerson
from tests.consenting import consent
from tests.emulator.store.syncing import link
from tests.fakes.clock import FixedClock
from tests.fakes.in_memory_task_queue import EnqueuedTask, InMemoryTaskQueue

pytestmark = pytest.mark.emulator

AT_TWO = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)  # 02:00 in India, on the 25th
SMALL = 3  # documents a page


class Killed(BaseException):
    """The instance is gone."""


class MortalQueue:
    """Dies at the n-th enqueueing, before it or after it."""

    def __init__(self, inner: InMemoryTaskQueue, dies_at: int, *, after: bool) -> None:
        self._inner, self._left, self._after = inner, dies_at, after

    async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None:
        self._left -= 1
        if self._left == 0 and not self._after:
            raise Killed
        await self._inner.enqueue(queue, task_id, payload)
        if self._left == 0:
            raise Killed


class OneShard(FirestoreDueStore):
    """Pages are small, and everybody's shard is one that no other test uses."""

    async def connections(self, shards: range, now: datetime, after: str | None, limit: int) -> Any:
        return await super().connections(shards, now, after, min(limit, SMALL))

    async def users(
        self, shards: range, seen_since: datetime, now: datetime, after: str | None, limit: int
    ) -> Any:
        return await super().users(shards, seen_since, now, after, min(limit, SMALL))


class Crowd:
    """People of one shard of their own, or of several, in turn."""

    def __init__(self, documents: Documents, clock: FixedClock, shards: int = 1) -> None:
        self.shards = shards
        self.documents = documents
        self.clock = clock
        self.shard = 1_000 + uuid.uuid4().int % 10**9
        self.queue = InMemoryTaskQueue()

    async def add(self, count: int = 1, **connection: Any) -> list[str]:
        return [await self._one(number, connection) for number in range(count)]

    async def _one(self, number: int, connection: Mapping[str, Any]) -> str:
        uid, now = f"u-{uuid.uuid4().hex}", self.clock.now()
        seen_at = now - timedelta(days=1, minutes=number)
        await FirestoreUserStore(self.documents).ensure(SignedInPerson(uid, None, None, None), seen_at)
        await consent(self.documents, uid, now)
        shard = self.shard + number % self.shards
        await self.documents.ref("users", uid).update({"shard": shard})
        until = now + timedelta(hours=1, minutes=number)
        linked = replace(link(), **({"shard": shard, "active_until": until} | dict(connection)))
        ref = self.documents.ref("users", uid, "connections", linked.id)
        await ref.set(connection_document.to_document(linked))
        return uid

    def fanning(self, queue: Any = None) -> FanningOut:
        return FanningOut(
            OneShard(self.documents),
            FirestorePointCarrier(self.documents),
            queue or self.queue,
            FirestoreDeadLetterStore(self.documents),
            self.clock,
        )

    def first(self, schedule: ScheduleName = ScheduleName.DAILY_SYNC) -> ShardPage:
        return ShardPage(
            schedule, period_at(schedule, self.clock.now()), range(self.shard, self.shard + self.shards)
        )

    async def run(self, page: ShardPage) -> int:
        """The page and all that follow from it, each once; how many pages."""
        await fan_out(self.fanning(), page)
        done = 1
        while done <= len(self.pages()):
            await fan_out(self.fanning(), page_of(self.pages()[done - 1]))
            done += 1
        return done

    def pages(self) -> list[EnqueuedTask]:
        return [task for task in self.queue.tasks if task.queue == "fan-out"]

    def reached(self, queue: str = "sync-connection") -> list[str]:
        return [task.payload["uid"] for task in self.queue.tasks if task.queue == queue]


def page_of(task: EnqueuedTask) -> ShardPage:
    sent = task.payload
    return ShardPage(
        ScheduleName(sent["schedule"]),
        sent["period"],
        range(int(sent["shards"].split("-")[0]), int(sent["shards"].split("-")[1]) + 1),
        int(sent["number"]),
        sent.get("after"),
    )


@pytest.fixture
def crowd(documents: Documents) -> Crowd:
    return Crowd(documents, FixedClock(AT_TWO))


async def test_everybody_who_is_due_is_reached_once_over_several_pages(crowd: Crowd) -> None:
    uids = await crowd.add(8)
    assert await crowd.run(crowd.first()) == 3
    assert sorted(crowd.reached()) == sorted(uids)
    task = next(task for task in crowd.queue.tasks if task.queue == "sync-connection")
    assert task.payload == {
        "uid": task.payload["uid"],
        "jobId": task.id,
        "connectionId": "c1",
        "scheduled": "true",
    }


async def test_a_page_that_is_exactly_full_is_followed_by_an_empty_one(crowd: Crowd) -> None:
    uids = await crowd.add(2 * SMALL)
    assert await crowd.run(crowd.first()) == 3
    assert sorted(crowd.reached()) == sorted(uids)


async def test_shards_that_one_page_does_not_hold_go_on_side_by_side(documents: Documents) -> None:
    crowd = Crowd(documents, FixedClock(AT_TWO), shards=2)
    uids = await crowd.add(9)
    pages = await crowd.run(crowd.first())
    assert sorted(crowd.reached()) == sorted(uids)
    of_shards = Counter(task.payload["shards"] for task in crowd.pages())
    assert set(of_shards) == {f"{shard}-{shard}" for shard in (crowd.shard, crowd.shard + 1)}
    assert pages == 1 + len(crowd.pages())


async def test_shards_that_one_page_holds_are_one_page_however_empty_they_are(documents: Documents) -> None:
    crowd = Crowd(documents, FixedClock(AT_TWO), shards=22)
    (uid,) = await crowd.add()
    meter = metering.start()
    assert await crowd.run(crowd.first()) == 1
    assert crowd.reached() == [uid]
    assert meter.firestore_reads == 2


async def test_a_second_trigger_and_two_at_once_reach_nobody_twice(crowd: Crowd) -> None:
    uids = await crowd.add(7)
    await asyncio.gather(crowd.run(crowd.first()), crowd.run(crowd.first()))
    crowd.clock.forward(timedelta(hours=3))
    await crowd.run(crowd.first())
    assert sorted(crowd.reached()) == sorted(uids)


async def test_two_triggers_of_a_day_make_the_tasks_of_one(crowd: Crowd) -> None:
    now = crowd.clock.now()
    await asyncio.gather(*(dispatch(crowd.queue, ScheduleName.DAILY_SYNC, now) for _ in range(2)))
    assert await dispatch(crowd.queue, ScheduleName.DAILY_SYNC, now + timedelta(hours=1)) == 3
    assert len(crowd.queue.tasks) == 3
    await dispatch(crowd.queue, ScheduleName.DAILY_SYNC, now + timedelta(days=1))
    assert len(crowd.queue.tasks) == 6


@pytest.mark.parametrize("after", [False, True])
async def test_cut_off_at_any_task_and_run_again_it_reaches_the_same_people(
    documents: Documents, after: bool
) -> None:
    for step in range(1, SMALL + 2):
        crowd = Crowd(documents, FixedClock(AT_TWO))
        uids = await crowd.add(5)
        mortal = MortalQueue(crowd.queue, step, after=after)
        with pytest.raises(BaseException) as died:
            await fan_out(crowd.fanning(mortal), crowd.first())
        assert died.type is Killed or died.group_contains(Killed)
        crowd.clock.forward(timedelta(minutes=5))
        await crowd.run(crowd.first())
        await crowd.run(crowd.first())  # and delivered once more, late
        assert sorted(crowd.reached()) == sorted(uids), f"step {step}"


async def test_who_falls_out_between_two_tries_of_a_page_takes_nobody_along(crowd: Crowd) -> None:
    uids = await crowd.add(5)
    with pytest.raises(BaseException) as died:
        await fan_out(crowd.fanning(MortalQueue(crowd.queue, 1, after=True)), crowd.first())
    assert died.type is Killed or died.group_contains(Killed)
    crowd.clock.forward(timedelta(hours=1, seconds=90))  # the sessions of the first two have ended
    await crowd.run(crowd.first())
    assert sorted(crowd.reached()) == sorted(uids[2:])


async def test_one_who_cannot_be_reached_keeps_no_other_waiting(crowd: Crowd) -> None:
    uids = await crowd.add(5)

    class Poisoned(InMemoryTaskQueue):
        async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None:
            if payload.get("uid") == uids[0]:
                raise Unavailable
            await crowd.queue.enqueue(queue, task_id, payload)

    with pytest.raises(Unavailable):
        await fan_out(crowd.fanning(Poisoned()), crowd.first())
    for task in crowd.pages():
        await fan_out(crowd.fanning(Poisoned()), page_of(task))
    assert sorted(crowd.reached()) == sorted(uids[1:])


async def test_only_who_is_due_has_agreed_and_stays_is_reached(crowd: Crowd) -> None:
    now = crowd.clock.now()
    (due,) = await crowd.add(next_sync_due=now)
    await crowd.add(next_sync_due=now + timedelta(seconds=1))
    await crowd.add(active_until=now)
    await crowd.add(active_until=None)
    (silent,) = await crowd.add()
    await consent(crowd.documents, silent, now, [])
    (expired,) = await crowd.add()
    await consent(crowd.documents, expired, now - timedelta(days=366))
    (leaving,) = await crowd.add()
    await crowd.documents.ref("users", leaving).update({"erasing": True})
    (gone,) = await crowd.add()
    await crowd.documents.ref("users", gone).delete()
    await crowd.run(crowd.first())
    assert crowd.reached() == [due]


async def test_of_each_who_is_due_two_documents_are_read_and_of_all_others_none(crowd: Crowd) -> None:
    now = crowd.clock.now()
    synced_just_now = await crowd.add(5, next_sync_due=now + timedelta(hours=20))
    due = [*await crowd.add(), *await crowd.add(next_sync_due=now - timedelta(minutes=1))]
    meter = metering.start()
    await fan_out(crowd.fanning(), crowd.first())
    assert meter.firestore_reads == 2 * len(due)
    assert sorted(crowd.reached()) == sorted(due)
    assert not set(crowd.reached()) & set(synced_just_now)


async def test_insights_are_made_for_those_who_agreed_and_were_there_lately(crowd: Crowd) -> None:
    (wanting,) = await crowd.add()
    (refusing,) = await crowd.add()
    only_sync = [(scope, Purpose.SYNC) for scope in Scope]
    await consent(crowd.documents, refusing, crowd.clock.now(), only_sync)
    (absent,) = await crowd.add()
    long_ago = crowd.clock.now() - timedelta(days=91)
    await crowd.documents.ref("users", absent).update({"lastSeenAt": long_ago})
    await crowd.run(crowd.first(ScheduleName.WEEKLY_INSIGHTS))
    await crowd.run(crowd.first(ScheduleName.WEEKLY_INSIGHTS))
    assert crowd.reached("generate-weekly-insights") == [wanting]


async def test_a_page_that_comes_after_its_period_is_dropped(crowd: Crowd) -> None:
    await crowd.add()
    page = crowd.first()
    crowd.clock.forward(timedelta(hours=22))  # midnight in India
    assert await fan_out(crowd.fanning(), page) == {"due": 0, "more": 0}
    assert crowd.queue.tasks == []
