"""People's finances behind the API: links, jobs, figures, a provider and a queue, all in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx2

from future_finance import bootstrap, upkeep
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile
from future_finance.domain.snapshot import Snapshot
from future_finance.endpoints import BY_ENTRY_POINT
from future_finance.usecases.ports import Purpose
from tests.api.oidc import worker_token
from tests.fakes.ai import InMemoryConsents
from tests.fakes.clock import FixedClock
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue
from tests.fakes.jobs import InMemoryJobs
from tests.fakes.month_counts import InMemoryMonthCounts
from tests.fakes.notices import InMemoryNotices
from tests.fakes.person import SNAPSHOT
from tests.fakes.portfolio import InMemoryPortfolioStore
from tests.fakes.source import ScriptedSource

if TYPE_CHECKING:
    from tests.api.conftest import Api

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
ACTIVE = Connection("c1", "fi_money", ConnectionStatus.ACTIVE, 5, NOW, NOW + timedelta(minutes=30))


class Finances:
    """Wired into the app that `api` sends to. Everybody has agreed to everything. It is 24 November 2026, 9:30 in India."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.clock = FixedClock(NOW)
        self.connections = InMemoryConnectionStore()
        self.portfolios = InMemoryPortfolioStore(self.connections, api.profiles)
        self.jobs = InMemoryJobs(ACTIVE)
        self.queue = InMemoryTaskQueue()
        self.source = ScriptedSource()
        self.consents = InMemoryConsents()
        self.notices = InMemoryNotices()
        assert upkeep.notice_store  # part of the app as soon as its file is loaded
        bootstrap.replace(
            clock=self.clock,
            notice_store=self.notices,
            month_counts=InMemoryMonthCounts(),
            connection_store=self.connections,
            portfolio_store=self.portfolios,
            overview_store=self.portfolios,
            fact_store=self.portfolios,
            job_store=self.jobs,
            sync_store=self.jobs,
            task_queue=self.queue,
            fi_source=self.source,
            consents=self.consents,
        )

    async def link(self, uid: str, connection: Connection = ACTIVE) -> None:
        """A link whose session is sealed in the vault."""
        before = await self.connections.get(uid, connection.id)
        await self.connections.put(uid, connection, expected=before)
        await self._api.vault.seal(uid, connection.id, Purpose.FI_SESSION, {"id": f"session-of-{uid}"})

    async def synced(self, uid: str, snapshot: Snapshot = SNAPSHOT) -> None:
        """An active link, and what its first sync brought."""
        await self.link(uid)
        self.portfolios.sync(uid, ACTIVE, snapshot, self.clock.now())

    async def entered(self, uid: str, assets: Sequence[ManualEntry], debts: Sequence[ManualEntry]) -> None:
        """A profile with what the person entered."""
        profile = Profile(assets=tuple(assets), debts=tuple(debts))
        await self._api.profiles.replace(uid, profile, None, self.clock.now())

    async def worker(self, name: str, method: str = "POST", **content: Any) -> httpx2.Response:
        """A call by the account that the worker's row names."""
        token = worker_token(BY_ENTRY_POINT[name.replace("-", "_")])
        return await self._api.send(name, method, token=token, **content)
