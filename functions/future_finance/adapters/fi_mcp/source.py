"""Fi Money as a source of a person's finances."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

import httpx2

from future_finance.adapters.fi_mcp.answer import Answer, LoginPrompt, read_answer
from future_finance.adapters.fi_mcp.guard import Guard
from future_finance.adapters.fi_mcp.login_url import checked
from future_finance.adapters.fi_mcp.part import TOOLS, Part, failed, read_part
from future_finance.adapters.fi_mcp.refusal import PhoneRefused, Reason, Refused, SessionEnded, Unreachable
from future_finance.adapters.fi_mcp.session import exchange, http_client
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus, Snapshot
from future_finance.errors import (
    LoginPending,
    LoginRefused,
    LoginRequired,
    SourceAnswerRefused,
    SourceUnavailable,
)
from future_finance.usecases.ports import EVERY_PART, FiSession, ProgressSink

_SESSION_ID = re.compile(r"[!-~]{16,200}", re.ASCII)
_NOT_WANTED = Part(PartOutcome(PartStatus.NO_CONSENT))
_SMALLEST_FIRST = (  # by the size of their answers
    PartName.EPF,
    PartName.NET_WORTH,
    PartName.CREDIT_REPORT,
    PartName.STOCK_TRANSACTIONS,
    PartName.MF_TRANSACTIONS,
    PartName.BANK_TRANSACTIONS,
)
_PROBES = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how often Fi is asked. The time limit covers all tries of a part."""

    part_s: float = 20.0
    tries: int = 3
    backoff_s: float = 0.25  # before the second try; doubled before each further one
    max_bytes: int = 8 * 1024 * 1024


_DEFAULT_LIMITS = Limits()


class FiFinancialSource:
    """FinancialSource over Fi's MCP server at `url`. Holds no connection between calls."""

    def __init__(
        self,
        url: str,
        login_hosts: AbstractSet[str],
        *,
        limits: Limits = _DEFAULT_LIMITS,
        transport: httpx2.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._url = url
        self._login_hosts = login_hosts
        self._limits = limits
        self._transport = transport
        self._sleep = sleep
        self._chance = chance

    async def start(self) -> FiSession:
        """A new session, and where the person logs in to it. Raises LoginUrlRefused and what the port says."""
        session_id, answer = await self._foreground(self._begin, self._limits.part_s)
        if not isinstance(answer, LoginPrompt) or not _SESSION_ID.fullmatch(session_id):
            raise SourceAnswerRefused
        return FiSession(session_id, checked(answer.url, self._login_hosts, self._url))

    async def probe(self, session: FiSession, wanted: AbstractSet[PartName] = EVERY_PART) -> None:
        """Return when the person is logged in: when a tool answers with data or words.

        A tool that fails says nothing of the login, so another is asked before giving up, or the same again
        where there is no other.
        """
        probes = [part for part in _SMALLEST_FIRST if part in wanted][:_PROBES]
        async with self._client(session.id) as http:
            try:
                try:
                    answer = await self._probed(http, probes[0])
                except (SourceUnavailable, SourceAnswerRefused):
                    answer = await self._probed(http, probes[-1])
            except SessionEnded:
                raise LoginRequired from None
            except PhoneRefused:
                raise LoginRefused from None
        if isinstance(answer, LoginPrompt):
            raise LoginPending

    async def fetch(
        self, session: FiSession, on_part: ProgressSink, wanted: AbstractSet[PartName] = EVERY_PART
    ) -> Snapshot:
        """The wanted parts at once; `on_part` hears of each as it ends."""

        async def one(name: PartName) -> Part:
            part = await self._part(http, name) if name in wanted else _NOT_WANTED
            await on_part(name, part.outcome)
            return part

        try:
            async with self._client(session.id) as http, asyncio.TaskGroup() as group:
                tasks = {name: group.create_task(one(name)) for name in PartName}
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None
        return _snapshot({name: task.result() for name, task in tasks.items()})

    async def _part(self, http: httpx2.AsyncClient, name: PartName) -> Part:
        try:
            return read_part(name, await self._retried(lambda: self._ask(http, name), self._limits.part_s))
        except TimeoutError:
            return failed(Reason.TIMEOUT)
        except Unreachable:
            return failed(Reason.UNAVAILABLE)
        except Refused as refusal:
            return failed(refusal.reason)
        except SessionEnded:
            return Part(PartOutcome(PartStatus.LOGIN_REQUIRED, "session_ended"))
        except PhoneRefused:
            return Part(PartOutcome(PartStatus.LOGIN_REQUIRED, "phone_refused"))

    async def _begin(self) -> tuple[str, Answer]:
        guard = Guard(self._limits.max_bytes)
        try:
            async with (
                http_client(guard, None, self._limits.part_s, self._transport) as http,
                exchange(self._url, http) as fi,
            ):
                await fi.initialize()
                return guard.session_id or "", read_answer(await fi.call(PartName.NET_WORTH))
        except (SessionEnded, PhoneRefused):  # a session that Fi has just made
            raise Refused(Reason.UNKNOWN_SHAPE) from None

    async def _probed(self, http: httpx2.AsyncClient, name: PartName) -> Answer:
        share_s = self._limits.part_s / _PROBES  # the person waits for all of them
        return await self._foreground(lambda: self._ask(http, name), share_s)

    async def _ask(self, http: httpx2.AsyncClient, name: PartName) -> Answer:
        async with exchange(self._url, http) as fi:
            return read_answer(await fi.call(name))

    def _client(self, session_id: str) -> httpx2.AsyncClient:
        return http_client(Guard(self._limits.max_bytes), session_id, self._limits.part_s, self._transport)

    async def _foreground[T](self, operation: Callable[[], Awaitable[T]], limit_s: float) -> T:
        """For calls whose failure the person sees at once, as the port's errors."""
        try:
            return await self._retried(operation, limit_s)
        except (TimeoutError, Unreachable):
            raise SourceUnavailable from None
        except Refused:
            raise SourceAnswerRefused from None

    async def _retried[T](self, operation: Callable[[], Awaitable[T]], limit_s: float) -> T:
        """Try again what did not reach Fi, with exponential backoff and full jitter. Raises TimeoutError."""
        async with asyncio.timeout(limit_s):
            for attempt in range(self._limits.tries - 1):
                try:
                    return await operation()
                except Unreachable:
                    await self._sleep(self._limits.backoff_s * 2**attempt * self._chance())
            return await operation()


def _snapshot(parts: dict[PartName, Part]) -> Snapshot:
    contents: dict[str, Any] = {
        TOOLS[name].field: part.content for name, part in parts.items() if part.content is not None
    }
    return replace(
        Snapshot(outcomes={name: part.outcome for name, part in parts.items()}),
        **contents,
        warnings=tuple(sorted(frozenset().union(*(part.warnings for part in parts.values())))),
    )
