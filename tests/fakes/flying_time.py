"""A loop on which waiting costs nothing: where everybody waits, its clock goes on to whoever waits shortest."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any


class _Sleepless(selectors.DefaultSelector):
    """Waits for nothing; `ahead_s` is what it would have waited."""

    ahead_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0 if timeout else timeout)
        if not found and timeout:
            self.ahead_s += timeout
        return found


class FlyingTime(asyncio.SelectorEventLoop):
    """For work without sockets or threads. Its clock stands while anything runs, however slow the machine."""

    def __init__(self) -> None:
        self._sleepless = _Sleepless()
        super().__init__(self._sleepless)

    def time(self) -> float:
        return self._sleepless.ahead_s


def in_no_time[T](work: Coroutine[Any, Any, T]) -> tuple[T, float]:
    """What the work returns, and how many seconds it would have taken by its waits alone."""

    async def timed() -> tuple[T, float]:
        loop = asyncio.get_running_loop()
        began = loop.time()
        return await work, loop.time() - began

    with asyncio.Runner(loop_factory=FlyingTime) as runner:
        return runner.run(timed())
