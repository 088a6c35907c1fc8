"""One user with one active link, on fakes: what tests of syncs begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.usecases.erase_account import AskingForErasure
from future_finance.usecases.ports import Purpose
from future_finance.usecases.sync_connection import Delivery, Syncing, sync_connection
from future_finance.usecases.sync_requests import Requesting, request_sync
from tests.fakes.clock import FixedClock
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.erasures import InMemoryErasures, InMemoryGoogleGrants
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue
from tests.fakes.in_memory_vault import InMemoryVault
from tests.fakes.jobs import InMemoryJobs
from tests.fakes.source import ScriptedSource

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
UID = "u1"
ACTIVE = Connection("c1", "fi_money", ConnectionStatus.ACTIVE, 5, NOW, NOW + timedelta(minutes=30))


class World:
    """One user with one active link."""

    def __init__(self) -> None:
        self.jobs = InMemoryJobs(ACTIVE)
        self.vault = InMemoryVault()
        self.source = ScriptedSource()
        self.queue = InMemoryTaskQueue()
        self.connections = InMemoryConnectionStore(ACTIVE)
        self.clock = FixedClock(NOW)
        self.erasures = InMemoryErasures(u1=1)
        self.syncing = Syncing(
            self.jobs,
            self.jobs,
            self.vault,
            self.source,
            self.queue,
            self.clock,
            lambda: AskingForErasure(self.erasures, self.vault, InMemoryGoogleGrants(), self.queue),
            ("generate-insights",),
        )
        self.requesting = Requesting(self.connections, self.jobs, self.queue)

    async def ask(self, key: str | None = None, ids: list[str] | None = None) -> list[Job]:
        return await request_sync(self.requesting, UID, ids, key, NOW)

    async def ready(self) -> World:
        """With a sealed session and the job j1, whose task is enqueued."""
        await self.vault.seal(UID, "c1", Purpose.FI_SESSION, {"id": "s1"})
        job = Job("j1", UID, "c1", JobType.FULL, JobStatus.QUEUED, NOW)
        await self.jobs.create_jobs([replace(job, follow_ups=(FollowUp("sync-connection", "j1"),))])
        await self.queue.enqueue("sync-connection", "j1", {})
        return self

    async def deliver(self, *, last: bool = False) -> str:
        return await sync_connection(self.syncing, Delivery(UID, "j1", "attempt", last, timedelta(minutes=3)))
