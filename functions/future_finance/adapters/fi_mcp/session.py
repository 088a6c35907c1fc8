"""Exchanges with Fi's MCP server through the official SDK.

A session lives at Fi, not here: a new one is minted by `initialize`, and any process that knows its id goes on
with it, without an `initialize` of its own, which would lose the login.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from ssl import SSLContext
from typing import Any

import anyio
import httpx2
from mcp_types import (
    INVALID_PARAMS,
    METHOD_NOT_FOUND,
    PARSE_ERROR,
    CallToolRequestParams,
    CallToolResult,
    ClientCapabilities,
    Implementation,
    InitializeRequestParams,
    InitializeResult,
)
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS
from pydantic import BaseModel, ValidationError

from future_finance.adapters.fi_mcp.guard import SESSION_HEADER, Guard
from future_finance.adapters.fi_mcp.refusal import PhoneRefused, Reason, Refused, SessionEnded, Unreachable
from future_finance.adapters.fi_mcp.sdk import JSONRPCDispatcher, MCPError, streamable_http_client

PROTOCOL = "2025-03-26"
_VERSION_HEADER = "MCP-Protocol-Version"
_CONNECT_TIMEOUT_S = 5.0
_CLIENT = Implementation(name="future-finance", version="1")
_REASONS = {
    PARSE_ERROR: Reason.MALFORMED_JSON,
    INVALID_PARAMS: Reason.UNKNOWN_TOOL,
    METHOD_NOT_FOUND: Reason.UNKNOWN_TOOL,
}
_BROKEN = (httpx2.HTTPError, anyio.BrokenResourceError, anyio.ClosedResourceError)
_KNOWN = (Refused, Unreachable, SessionEnded, PhoneRefused)


@cache
def _tls() -> SSLContext:
    """One for the whole instance: reading the trust store takes tens of milliseconds."""
    return httpx2.create_ssl_context()


def http_client(
    guard: Guard, session_id: str | None, timeout_s: float, transport: httpx2.AsyncBaseTransport | None
) -> httpx2.AsyncClient:
    """A client for one request of ours; with a session id, everything it sends belongs to that session."""
    headers = {"Accept-Encoding": "identity", _VERSION_HEADER: PROTOCOL}
    if session_id is not None:
        headers[SESSION_HEADER] = session_id
    return httpx2.AsyncClient(
        headers=headers,
        timeout=httpx2.Timeout(timeout_s, connect=min(timeout_s, _CONNECT_TIMEOUT_S)),
        event_hooks={"response": [guard]},
        verify=_tls(),
        transport=transport,
    )


class Exchange:
    """Requests over one open transport."""

    def __init__(self, peer: JSONRPCDispatcher) -> None:
        self._peer = peer

    async def initialize(self) -> None:
        """Mint a new session. Raises Refused."""
        params = InitializeRequestParams(
            protocol_version=PROTOCOL, capabilities=ClientCapabilities(), client_info=_CLIENT
        )
        result = await self._request("initialize", params, InitializeResult)
        if result.protocol_version not in HANDSHAKE_PROTOCOL_VERSIONS:
            raise Refused(Reason.UNKNOWN_SHAPE)
        await self._peer.notify("notifications/initialized", None)

    async def call(self, tool: str) -> CallToolResult:
        """Call a tool that takes no arguments. Raises Refused."""
        return await self._request("tools/call", CallToolRequestParams(name=tool), CallToolResult)

    async def _request[R: BaseModel](self, method: str, params: BaseModel, result: type[R]) -> R:
        dumped = params.model_dump(by_alias=True, mode="json", exclude_none=True)
        raw = await self._peer.send_raw_request(method, dumped, {"cancel_on_abandon": False})
        try:
            return result.model_validate(raw, by_name=False)
        except ValidationError:
            raise Refused(Reason.UNKNOWN_SHAPE) from None


@asynccontextmanager
async def exchange(url: str, http: httpx2.AsyncClient) -> AsyncIterator[Exchange]:
    """An open transport. Raises Refused, Unreachable, SessionEnded, whatever the SDK wraps them in."""
    try:
        async with (
            streamable_http_client(url, http_client=http, terminate_on_close=False) as (read, write),
            anyio.create_task_group() as tasks,
        ):
            peer = JSONRPCDispatcher(read, write)
            await tasks.start(peer.run, _refuse_request, _ignore_notification)
            yield Exchange(peer)
            tasks.cancel_scope.cancel()
    except BaseExceptionGroup as group:
        raise _cause(group) from None


def _cause(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The one exception that says what happened, without what Fi sent."""
    leaves = list(_leaves(group))
    known = next((leaf for leaf in leaves if isinstance(leaf, _KNOWN)), None)
    if known is not None:
        return known
    for leaf in leaves:
        if isinstance(leaf, MCPError):
            reason = _REASONS.get(leaf.code)
            return Refused(reason) if reason else Unreachable()
        if isinstance(leaf, _BROKEN):
            return Unreachable()
    return leaves[0]


def _leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    return [
        leaf
        for inner in group.exceptions
        for leaf in (_leaves(inner) if isinstance(inner, BaseExceptionGroup) else [inner])
    ]


async def _refuse_request(
    _context: object, _method: str, _params: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Fi may ask nothing of us: no sampling, no elicitation, no roots."""
    raise MCPError(METHOD_NOT_FOUND, "not supported")


async def _ignore_notification(_context: object, _method: str, _params: Mapping[str, Any] | None) -> None:
    """Fi's notifications change nothing here."""
