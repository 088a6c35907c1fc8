"""A provider that does what it is told."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from future_finance.domain.snapshot import PartName, Snapshot
from future_finance.errors import AppError
from future_finance.usecases.ports import EVERY_PART, FiSession, ProgressSink
from tests.fakes.person import SNAPSHOT


class ScriptedSource:
    """FinancialSource. `refusal`: what start and probe raise; `snapshot`: what a fetch brings."""

    def __init__(self, snapshot: Snapshot = SNAPSHOT) -> None:
        self.snapshot = snapshot
        self.refusal: AppError | None = None
        self.started = 0
        self.fetched: list[str] = []
        self.wanted = EVERY_PART
        self.probed: frozenset[PartName] = frozenset()

    async def start(self) -> FiSession:
        if self.refusal:
            raise self.refusal
        self.started += 1
        return FiSession(f"session-{self.started}", f"https://fi.example/login?s={self.started}")

    async def probe(self, session: FiSession, wanted: AbstractSet[PartName] = EVERY_PART) -> None:
        self.probed = frozenset(wanted)
        if self.refusal:
            raise self.refusal

    async def fetch(
        self, session: FiSession, on_part: ProgressSink, wanted: AbstractSet[PartName] = EVERY_PART
    ) -> Snapshot:
        self.fetched.append(session.id)
        self.wanted = frozenset(wanted)
        for part, outcome in self.snapshot.outcomes.items():
            await on_part(part, outcome)
        return self.snapshot
