"""A worker killed between any two of its steps, then delivered again, ends as one that never was."""

from __future__ import annotations

import inspect
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from future_finance.adapters.firestore.account_erasure import FirestoreErasureStore
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.job import JobStatus
from future_finance.errors import Busy
from future_finance.usecases.erase_account import AskingForErasure
from future_finance.usecases.ports import Purpose, SignedInPerson
from future_finance.usecases.sync_connection import Delivery, Syncing, sync_connection
from future_finance.usecases.sync_requests import Requesting, request_sync
from tests.consenting import consent
from tests.emulator.store.conftest import Screens
from tests.emulator.store.syncing import link
from tests.fakes.clock import FixedClock
from tests.fakes.erasures import InMemoryGoogleGrants
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue
from tests.fakes.in_memory_vault import InMemoryVault
from tests.fakes.source import ScriptedSource

pytestmark = pytest.mark.emulator

LEASE = timedelta(minutes=3)


class Killed(BaseException):
    """The instance is gone: nothing of ours runs after this."""


class Countdown:
    """Kills at the n-th step; a step is a call into the outside, before and after it."""

    def __init__(self, steps: int | None) -> None:
        self.left = steps
        self.seen = 0

    def step(self) -> None:
        self.seen += 1
        if self.left is not None and self.seen > self.left:
            raise Killed


class Mortal:
    """Passes calls on, and may be killed around each."""

    def __init__(self, inner: object, countdown: Countdown) -> None:
        self._inner = inner
        self._countdown = countdown

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._around(found) if inspect.iscoroutinefunction(found) else found

    def _around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        async def mortal(*args: Any, **kwargs: Any) -> Any:
            self._countdown.step()
            result = await call(*args, **kwargs)
            self._countdown.step()
            return result

        return mortal


class OneSession:
    """A vault that always holds one session."""

    async def open(self, uid: str, connection_id: str, purpose: Purpose) -> Mapping[str, str]:
        return {"id": "session"}


class World:
    """One user's stores, with a job that was asked for."""

    def __init__(
        self, documents: Documents, clock: FixedClock, connections: FirestoreConnectionStore, uid: str
    ) -> None:
        self.documents = documents
        self.clock = clock
        self.connections = connections
        self.uid = uid
        self.jobs = FirestoreJobStore(documents, syncs_per_day=100)
        self.tasks = InMemoryTaskQueue()

    def syncing(self, countdown: Countdown) -> Syncing:
        def mortal(inner: object) -> Any:
            return Mortal(inner, countdown)

        return Syncing(
            jobs=mortal(self.jobs),
            syncs=mortal(FirestoreSyncStore(self.documents)),
            vault=mortal(OneSession()),
            source=mortal(ScriptedSource()),
            queue=mortal(self.tasks),
            clock=self.clock,
            erasing=lambda: AskingForErasure(
                FirestoreErasureStore(self.documents, timedelta(days=365)),
                InMemoryVault(),
                InMemoryGoogleGrants(),
                self.tasks,
            ),
            after_change=("generate-insights",),
        )

    async def ask(self) -> str:
        requesting = Requesting(self.connections, self.jobs, self.tasks)
        (job,) = await request_sync(requesting, self.uid, None, "key", self.clock.now())
        return job.id

    async def deliver(self, job_id: str, attempt: str, countdown: Countdown) -> str:
        return await sync_connection(
            self.syncing(countdown), Delivery(self.uid, job_id, attempt, last=False, lease_for=LEASE)
        )

    async def state(self, screens: Screens, job_id: str) -> dict[str, Any]:
        """Everything a second look may compare; times of the sync itself are left out."""
        body = await screens.overview(self.uid)
        job = await self.jobs.get_job(self.uid, job_id)
        assert job is not None
        return {
            "body": {key: value for key, value in body.items() if key != "connections"},
            "rows": await screens.ledger_rows(self.uid, "2026-11"),
            "trades": await screens.trade_rows(self.uid, 2025),
            "status": job.status,
            "owed": job.follow_ups,
            "tasks": len(self.tasks.tasks),
        }


@pytest.fixture
async def world(
    documents: Documents, clock: FixedClock, connections: FirestoreConnectionStore, uid: str
) -> World:
    await connections.put(uid, link(), expected=None)
    return World(documents, clock, connections, uid)


async def test_killed_anywhere_and_delivered_again_it_ends_the_same(
    world: World, clock: FixedClock, screens: Screens
) -> None:
    job_id = await world.ask()
    unhurt = Countdown(None)
    assert await world.deliver(job_id, "a0", unhurt) == "succeeded"
    expected = await world.state(screens, job_id)
    assert expected["status"] is JobStatus.SUCCEEDED
    assert expected["owed"] == ()
    assert expected["tasks"] == 2
    assert unhurt.seen >= 10

    for step in range(unhurt.seen):
        again = await _another(world)
        job_id = await again.ask()
        with pytest.raises(Killed):
            await again.deliver(job_id, "a1", Countdown(step))
        clock.forward(LEASE)  # the lease of the dead runs out, as the queue backs off
        await again.deliver(job_id, "a2", Countdown(None))
        await again.deliver(job_id, "a3", Countdown(None))  # and once more, late
        assert await again.state(screens, job_id) == expected, f"step {step}"


async def test_while_a_dead_workers_lease_lasts_the_next_delivery_waits(world: World) -> None:
    job_id = await world.ask()
    with pytest.raises(Killed):
        await world.deliver(job_id, "a1", Countdown(3))
    with pytest.raises(Busy):
        await world.deliver(job_id, "a2", Countdown(None))


async def _another(world: World) -> World:
    """A fresh user in the same world."""
    uid = f"u-{uuid.uuid4().hex}"
    now = world.clock.now()
    await FirestoreUserStore(world.documents).ensure(SignedInPerson(uid, None, None, None), now)
    await consent(world.documents, uid, now)
    await world.connections.put(uid, replace(link(), active_until=now + timedelta(hours=9)), expected=None)
    return World(world.documents, world.clock, world.connections, uid)
