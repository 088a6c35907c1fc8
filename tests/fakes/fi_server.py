"""Fi's MCP server as its wire is, in memory: an HTTP transport for the client under test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from uuid import uuid4

import httpx2

from future_finance.domain.snapshot import PartName

URL = "https://fi.test/mcp/stream"
LOGIN_URL = "https://login.fi.test/wealth?token=abc"
PHONE_REFUSED = "phone number is not allowed"

type Reply = Callable[[object], Awaitable[httpx2.Response]]


def tool_text(text: str, *, is_error: bool = False) -> Reply:
    """A tool's result with one text block."""

    async def reply(request_id: object) -> httpx2.Response:
        result = {"content": [{"type": "text", "text": text}], "isError": is_error}
        return _json({"jsonrpc": "2.0", "id": request_id, "result": result})

    return reply


def tool_json(value: object) -> Reply:
    return tool_text(json.dumps(value))


def rpc_error(code: int) -> Reply:
    async def reply(request_id: object) -> httpx2.Response:
        return _json({"jsonrpc": "2.0", "id": request_id, "error": {"code": code, "message": "secret words"}})

    return reply


def status(code: int, body: str = "") -> Reply:
    async def reply(_request_id: object) -> httpx2.Response:
        return httpx2.Response(code, text=body)

    return reply


def raw(content: bytes, content_type: str = "application/json", **headers: str) -> Reply:
    """Any 200 response, however broken."""

    async def reply(_request_id: object) -> httpx2.Response:
        return _body(content, content_type, **headers)

    return reply


def event_stream(value: object) -> Reply:
    """The same result as one server-sent event."""

    async def reply(request_id: object) -> httpx2.Response:
        answer = await (await tool_json(value)(request_id)).aread()
        return _body(b"event: message\ndata: " + answer + b"\n\n", "text/event-stream")

    return reply


async def hang(_request_id: object) -> httpx2.Response:
    await asyncio.Event().wait()
    raise AssertionError("never answers")


async def broken_connection(_request_id: object) -> httpx2.Response:
    raise httpx2.ReadError("connection reset")


LOGIN_PROMPT = tool_json({"status": "login_required", "login_url": LOGIN_URL, "message": "Please log in"})


@dataclass
class FiServer:
    """Sessions and scripted answers. A tool's last reply repeats; without a script it answers `{}`."""

    logged_in: bool = True
    scripts: dict[PartName, list[Reply]] = field(default_factory=dict)
    sessions: set[str] = field(default_factory=set)
    calls: list[PartName] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    all_asked: asyncio.Event = field(default_factory=asyncio.Event)

    def on(self, name: PartName, *replies: Reply) -> None:
        self.scripts[name] = list(replies)

    def session(self) -> str:
        """A session as a person who has logged in left it."""
        session_id = f"mcp-session-{uuid4()}"
        self.sessions.add(session_id)
        return session_id

    def transport(self) -> httpx2.AsyncBaseTransport:
        return httpx2.MockTransport(self._handle)

    async def _handle(self, request: httpx2.Request) -> httpx2.Response:
        self.methods.append(request.method)
        if request.method == "DELETE":
            return httpx2.Response(200)
        if request.method != "POST":
            return httpx2.Response(405)
        if request.headers["content-type"] != "application/json":
            return httpx2.Response(400, text="Invalid content type")
        message = json.loads(request.content)
        if message["method"] == "initialize":
            info = {"name": "Fi MCP", "version": "0.1.0"}
            result = {"protocolVersion": "2025-03-26", "capabilities": {"tools": {}}, "serverInfo": info}
            answer = _json({"jsonrpc": "2.0", "id": message["id"], "result": result})
            answer.headers["Mcp-Session-Id"] = self.session()
            return answer
        if request.headers.get("mcp-session-id") not in self.sessions:
            return httpx2.Response(400, text="Invalid session ID")
        if "id" not in message:
            return httpx2.Response(202)
        return await self._call(message)

    async def _call(self, message: dict[str, object]) -> httpx2.Response:
        params = message["params"]
        assert isinstance(params, dict)
        name = PartName(params["name"])
        self.calls.append(name)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if set(self.calls) == set(PartName):
            self.all_asked.set()
        try:
            await asyncio.sleep(0)  # lets the other calls of a burst in
            script = self.scripts.get(name)
            if script:
                reply = script.pop(0) if len(script) > 1 else script[0]
            else:
                reply = tool_json({}) if self.logged_in else LOGIN_PROMPT
            return await reply(message["id"])
        finally:
            self.at_once -= 1


class _Chunks(httpx2.AsyncByteStream):
    """A body that comes in pieces, as over a socket."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._content), 4096):
            yield self._content[start : start + 4096]


def _body(content: bytes, content_type: str = "application/json", **headers: str) -> httpx2.Response:
    return httpx2.Response(200, stream=_Chunks(content), headers={"content-type": content_type, **headers})


def _json(value: object) -> httpx2.Response:
    return _body(json.dumps(value).encode())
