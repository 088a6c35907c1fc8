"""Cloud Run on one machine: a process a function, started at its first request and after an edit of its source."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from emulators import children
from emulators.children import Child
from emulators.gateway.cost import CostLedger
from emulators.gateway.function_log import FunctionLog
from emulators.ports import LOOPBACK, free_port, is_free
from future_finance.endpoints import Endpoint

START_TIMEOUT_S = 30.0
SETTLE_TIMEOUT_S = 2.0
_POLL_S = 0.02
_READY_PATH = "/robots.txt"  # functions-framework answers this one itself, without calling the function


class FunctionUnavailable(Exception):
    """The process ended, or did not answer in time; the message holds what it printed last."""


class PortTaken(FunctionUnavailable):
    """Another program took the port between its choice and its use."""


@dataclass(slots=True)
class _Instance:
    child: Child
    port: int
    version: float
    requests: int = 0
    retired: bool = False  # ends once its last request has

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"


class FunctionPool:
    """Running functions by name, of the code in `source`."""

    def __init__(
        self,
        source: Path,
        environ: Mapping[str, str],
        log: FunctionLog,
        costs: CostLedger,
        choose_port: Callable[[], int] = free_port,
    ) -> None:
        self._source = source
        self._environ = {**environ, "FUNCTION_USE_ASGI": "true", "PYTHONUNBUFFERED": "1"}
        self._log = log
        self._costs = costs
        self._choose_port = choose_port
        self._instances: dict[str, _Instance] = {}
        self._retiring: list[_Instance] = []
        self._locks: dict[str, asyncio.Lock] = {}
        self._finished: Counter[str] = Counter()

    @asynccontextmanager
    async def request(self, endpoint: Endpoint) -> AsyncIterator[str]:
        """The function's address for one request. Raises FunctionUnavailable when it cannot be started."""
        instance = await self._instance(endpoint)
        instance.requests += 1
        try:
            yield instance.url
            self._finished[endpoint.name] += 1
        finally:
            instance.requests -= 1
            await self._end_if_idle(instance)

    async def settled(self) -> None:
        """Wait, for a moment at most, until no request runs and each finished one has been logged."""
        deadline = time.monotonic() + SETTLE_TIMEOUT_S
        while time.monotonic() < deadline:
            logged = all(self._costs.requests(name) >= count for name, count in self._finished.items())
            if logged and not any(instance.requests for instance in self._all()):
                return
            await asyncio.sleep(_POLL_S)

    def running(self) -> list[str]:
        return sorted(name for name, instance in self._instances.items() if instance.child.running)

    def close(self) -> None:
        """End every function."""
        children.stop(instance.child for instance in self._all())
        self._instances.clear()
        self._retiring.clear()

    def _all(self) -> list[_Instance]:
        return [*self._instances.values(), *self._retiring]

    async def _instance(self, endpoint: Endpoint) -> _Instance:
        """The running instance of the present source, started if need be. One that has just been edited drains."""
        async with self._locks.setdefault(endpoint.name, asyncio.Lock()):
            version = source_version(self._source)
            present = self._instances.get(endpoint.name)
            if present is not None and present.child.running and present.version == version:
                return present
            if present is not None:
                del self._instances[endpoint.name]
                self._retiring.append(present)
                present.retired = True
                await self._end_if_idle(present)
            try:
                started = await self._start(endpoint, version)
            except PortTaken:
                started = await self._start(endpoint, version)
            self._instances[endpoint.name] = started
            return started

    async def _end_if_idle(self, instance: _Instance) -> None:
        if instance.retired and not instance.requests and instance in self._retiring:
            self._retiring.remove(instance)
            await asyncio.to_thread(children.stop, [instance.child])

    async def _start(self, endpoint: Endpoint, version: float) -> _Instance:
        port = self._choose_port()
        command: list[str | Path] = [
            Path(sys.executable).with_name("functions-framework"),
            *("--target", endpoint.entry_point, "--source", self._source / "main.py"),
            *("--host", LOOPBACK, "--port", str(port)),
        ]
        child = children.start(endpoint.name, command, env=self._environ, log=None)
        instance = _Instance(child, port, version)
        try:
            await self._ready(instance, self._log.follow(endpoint.name, child.output))
        except BaseException:
            children.stop([child])
            raise
        return instance

    async def _ready(self, instance: _Instance, recent: deque[str]) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while instance.child.running and time.monotonic() < deadline:
            if await asyncio.to_thread(children.answers, instance.url + _READY_PATH):
                return
            await asyncio.sleep(_POLL_S)
        ended = not instance.child.running
        what = PortTaken if ended and not is_free(instance.port) else FunctionUnavailable
        printed = "\n".join(recent)
        raise what(f"{instance.child.name} did not start; it printed:\n{printed}")


def source_version(folder: Path) -> float:
    """The time of the latest change below `folder`: of code, or of a prompt, which is read once, too."""
    files = (file for kind in ("*.py", "*.md") for file in folder.rglob(kind))
    return max((_changed_at(file) for file in files), default=0.0)


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # an editor replaced it just now
        return 0.0
