"""JSON-RPC over Streamable HTTP as Fi's server speaks it: plain JSON replies, no batches."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from emulators.fi_mcp.sessions import new_session_id, well_formed
from emulators.fi_mcp.tools import INSTRUCTIONS, PROTOCOL_VERSIONS, SERVER_INFO, TOOLS, listing

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
CONTENT_TYPE = "application/json"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer."""

    status: int
    body: str = ""
    content_type: str = CONTENT_TYPE
    headers: dict[str, str] = field(default_factory=dict)


def plain_error(status: int, text: str) -> Reply:
    return Reply(status, f"{text}\n", "text/plain; charset=utf-8", {"X-Content-Type-Options": "nosniff"})


def text_result(text: str, is_error: bool = False) -> Json:
    """A tool's result: one text block."""
    result: Json = {"content": [{"type": "text", "text": text}]}
    return {**result, "isError": True} if is_error else result


ToolCall = Callable[
    [str, str], Awaitable[Json | Reply]
]  # (session id, tool) -> result, or a reply that is none


class Protocol:
    """Answers one POST. Tools are called through `call_tool`, sessions started through `on_initialize`."""

    def __init__(self, call_tool: ToolCall, on_initialize: Callable[[], Awaitable[Reply | None]]) -> None:
        self._call_tool = call_tool
        self._on_initialize = on_initialize

    async def post(self, content_type: str, session_id: str, body: bytes) -> Reply:
        if content_type != CONTENT_TYPE:  # a charset parameter is refused too, as by Fi
            return plain_error(400, "Invalid content type: must be 'application/json'")
        try:
            message = json.loads(body)
        except ValueError:
            return _failure(None, PARSE_ERROR, "request body is not valid json", status=400)
        if not isinstance(message, dict):
            return _failure(None, PARSE_ERROR, "request body is not valid json", status=400)
        method = message.get("method")
        if method == "initialize":
            return await self._initialize(message)
        if not well_formed(session_id):
            return plain_error(400, "Invalid session ID")
        if message.get("jsonrpc") != "2.0" or not isinstance(method, str):
            return _failure(message.get("id"), INVALID_REQUEST, "Invalid JSON-RPC version or method")
        if "id" not in message:
            return Reply(202)
        return await self._request(message["id"], method, message.get("params"), session_id)

    async def _initialize(self, message: Json) -> Reply:
        """Always a new session, whatever id was sent: initialising again loses the login."""
        failed = await self._on_initialize()
        if failed is not None:
            return failed
        params = message.get("params")
        asked = params.get("protocolVersion") if isinstance(params, dict) else None
        result = {
            "protocolVersion": asked if asked in PROTOCOL_VERSIONS else PROTOCOL_VERSIONS[0],
            "capabilities": {"tools": {"listChanged": True}},
            "serverInfo": SERVER_INFO,
            "instructions": INSTRUCTIONS,
        }
        return _success(message.get("id"), result, {"Mcp-Session-Id": new_session_id()})

    async def _request(self, request_id: Any, method: str, params: Any, session_id: str) -> Reply:
        match method:
            case "ping":
                return _success(request_id, {})
            case "tools/list":
                return _success(request_id, {"tools": listing()})
            case "tools/call":
                name = params.get("name") if isinstance(params, dict) else None
                if name not in TOOLS:
                    return _failure(request_id, INVALID_PARAMS, f"tool '{name}' not found: tool not found")
                result = await self._call_tool(session_id, str(name))
                return result if isinstance(result, Reply) else _success(request_id, result)
            case _:
                return _failure(request_id, METHOD_NOT_FOUND, f"Method {method} not found")


def _success(request_id: Any, result: Json, headers: dict[str, str] | None = None) -> Reply:
    return Reply(200, _line({"jsonrpc": "2.0", "id": request_id, "result": result}), headers=headers or {})


def _failure(request_id: Any, code: int, message: str, status: int = 200) -> Reply:
    error = {"code": code, "message": message}
    return Reply(status, _line({"jsonrpc": "2.0", "id": request_id, "error": error}))


def _line(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
