"""Cloud Run on one machine: a process a function, started at its first request and after an edit of its source."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from emulators import children
from emulators.children import ROOT, Child
from emulators.gateway.cost import CostLedger
from emulators.gateway.function_log import FunctionLog
from emulators.ports import LOOPBACK, free_port
from future_finance.endpoints import Endpoint

SOURCE = ROOT / "functions"
START_TIMEOUT_S = 30.0
SETTLE_TIMEOUT_S = 2.0
_POLL_S = 0.02
_READY_PATH = "/robots.txt"  # functions-framework answers this one itself, without calling the function


class FunctionUnavailable(Exception):
    """The process ended, or did not answer in time; the message holds what it printed last."""


@dataclass(frozen=True, slots=True)
class _Instance:
    child: Child
    url: str
    version: float


class FunctionPool:
    """Running functions by name."""

    def __init__(self, environ: Mapping[str, str], log: FunctionLog, costs: CostLedger) -> None:
        self._environ = {**environ, "FUNCTION_USE_ASGI": "true", "PYTHONUNBUFFERED": "1"}
        self._log = log
        self._costs = costs
        self._instances: dict[str, _Instance] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._in_flight = 0
        self._finished: Counter[str] = Counter()

    @asynccontextmanager
    async def request(self, endpoint: Endpoint) -> AsyncIterator[str]:
        """The function's address for one request. Raises FunctionUnavailable when it cannot be started."""
        self._in_flight += 1
        try:
            yield await self._address(endpoint)
            self._finished[endpoint.name] += 1
        finally:
            self._in_flight -= 1

    async def settled(self) -> None:
        """Wait, for a moment at most, until no request runs and each finished one has been logged."""
        deadline = time.monotonic() + SETTLE_TIMEOUT_S
        while time.monotonic() < deadline:
            logged = all(self._costs.requests(name) >= count for name, count in self._finished.items())
            if logged and self._in_flight == 0:
                return
            await asyncio.sleep(_POLL_S)

    def running(self) -> list[str]:
        return sorted(name for name, instance in self._instances.items() if instance.child.running)

    def close(self) -> None:
        """End every function."""
        children.stop(instance.child for instance in self._instances.values())
        self._instances.clear()

    async def _address(self, endpoint: Endpoint) -> str:
        async with self._locks.setdefault(endpoint.name, asyncio.Lock()):
            version = source_version(SOURCE)
            instance = self._instances.get(endpoint.name)
            if instance is not None and instance.child.running and instance.version == version:
                return instance.url
            if instance is not None:
                del self._instances[endpoint.name]
                await asyncio.to_thread(children.stop, [instance.child])
            self._instances[endpoint.name] = started = self._start(endpoint, version)
            await self._ready(started, self._log.follow(endpoint.name, started.child.output))
            return started.url

    def _start(self, endpoint: Endpoint, version: float) -> _Instance:
        port = free_port()
        command: list[str | Path] = [
            Path(sys.executable).with_name("functions-framework"),
            *("--target", endpoint.entry_point, "--source", SOURCE / "main.py"),
            *("--host", LOOPBACK, "--port", str(port)),
        ]
        child = children.start(endpoint.name, command, env=self._environ, log=None)
        return _Instance(child, f"http://{LOOPBACK}:{port}", version)

    async def _ready(self, instance: _Instance, recent: deque[str]) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not await asyncio.to_thread(children.answers, instance.url + _READY_PATH):
            if not instance.child.running or time.monotonic() > deadline:
                printed = "\n".join(recent)
                raise FunctionUnavailable(f"{instance.child.name} did not start; it printed:\n{printed}")
            await asyncio.sleep(_POLL_S)


def source_version(folder: Path) -> float:
    """The time of the latest change below `folder`."""
    return max(file.stat().st_mtime for file in folder.rglob("*.py"))
