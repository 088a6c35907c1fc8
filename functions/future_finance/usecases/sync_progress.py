"""Progress of a running sync, written now and then while parts come in."""

from __future__ import annotations

import asyncio
import contextlib
from types import TracebackType
from typing import Self

from future_finance.domain.job import Job
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.errors import AppError
from future_finance.usecases.ports import JobStore


class ProgressReporter:
    """Writes the parts' states at most once every `pause_s`, first after `pause_s`.

    Reports are a courtesy: one that fails is left out. One under way when the block ends is awaited, never
    cut off, so that none outlives the block.
    """

    def __init__(self, jobs: JobStore, job: Job, pause_s: float) -> None:
        self._jobs = jobs
        self._job = job
        self._pause_s = pause_s
        self._parts = {part: PartOutcome(PartStatus.PENDING) for part in PartName}
        self._changed = True
        self._ended = asyncio.Event()
        self._reporting: asyncio.Task[None] | None = None

    async def part_ended(self, part: PartName, outcome: PartOutcome) -> None:
        self._parts[part] = outcome
        self._changed = True

    async def __aenter__(self) -> Self:
        self._reporting = asyncio.create_task(self._report())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._reporting is not None:
            await self._reporting

    async def _report(self) -> None:
        while not await self._ends_within(self._pause_s):
            if self._changed:
                self._changed = False
                with contextlib.suppress(AppError):
                    await self._jobs.report_progress(self._job, dict(self._parts))

    async def _ends_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._ended.wait()
        except TimeoutError:
            return False
