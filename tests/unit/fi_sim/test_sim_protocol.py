"""JSON-RPC over HTTP as Fi speaks it, without a socket."""

from __future__ import annotations

import json
from typing import Any

import pytest

from emulators.fi_mcp.protocol import Json, Protocol, Reply, text_result
from emulators.fi_mcp.tools import TOOLS

SESSION = "mcp-session-594e48ea-fea1-40ef-8c52-7552dd9272af"
JSON = "application/json"


async def call_tool(session_id: str, tool: str) -> Json | Reply:
    return text_result(f"{tool} for {session_id}")


async def start() -> Reply | None:
    return None


PROTOCOL = Protocol(call_tool, start)


async def post(message: Any, session: str = SESSION, content_type: str = JSON) -> Reply:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return await PROTOCOL.post(content_type, session, body)


def request(method: str, params: Any = None, request_id: Any = 7) -> Json:
    return {"jsonrpc": "2.0", "id": request_id, "method": method, **({"params": params} if params else {})}


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "text/plain", ""])
async def test_only_the_exact_content_type_is_taken(content_type: str) -> None:
    reply = await post(request("ping"), content_type=content_type)
    assert (reply.status, reply.body) == (400, "Invalid content type: must be 'application/json'\n")


async def test_initialize_mints_a_session_and_ignores_the_one_sent() -> None:
    replies = [await post(request("initialize", {"protocolVersion": "2025-03-26"})) for _ in range(2)]
    ids = {reply.headers["Mcp-Session-Id"] for reply in replies}
    assert len(ids) == 2
    assert SESSION not in ids
    result = json.loads(replies[0].body)["result"]
    assert result["protocolVersion"] == "2025-03-26"
    assert result["instructions"]


async def test_a_version_fi_does_not_know_is_answered_with_its_own() -> None:
    reply = await post(request("initialize", {"protocolVersion": "2099-01-01"}), session="")
    assert json.loads(reply.body)["result"]["protocolVersion"] == "2025-03-26"


@pytest.mark.parametrize(
    "session", ["", "mcp-session-", "594e48ea-fea1-40ef-8c52-7552dd9272af", SESSION + "x"]
)
@pytest.mark.parametrize("method", ["ping", "tools/list", "notifications/initialized"])
async def test_a_missing_or_malformed_session_is_refused(session: str, method: str) -> None:
    reply = await post(request(method), session=session)
    assert (reply.status, reply.body) == (400, "Invalid session ID\n")


async def test_the_session_header_comes_with_initialize_only() -> None:
    reply = await post(request("ping"))
    assert (reply.status, reply.headers) == (200, {})
    assert json.loads(reply.body) == {"jsonrpc": "2.0", "id": 7, "result": {}}


async def test_a_notification_is_accepted_without_a_body() -> None:
    reply = await post({"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert (reply.status, reply.body) == (202, "")


async def test_six_tools_are_listed_with_annotations_and_no_arguments() -> None:
    tools = json.loads((await post(request("tools/list"))).body)["result"]["tools"]
    assert [tool["name"] for tool in tools] == list(TOOLS)
    assert len(tools) == 6
    assert all(tool["inputSchema"] == {"properties": {}, "type": "object"} for tool in tools)
    assert all(tool["annotations"] and tool["description"] for tool in tools)


async def test_a_tool_is_called_on_the_session_of_the_header() -> None:
    reply = await post(request("tools/call", {"name": "fetch_net_worth", "arguments": {}}, request_id="a"))
    assert json.loads(reply.body) == {
        "jsonrpc": "2.0",
        "id": "a",
        "result": {"content": [{"type": "text", "text": f"fetch_net_worth for {SESSION}"}]},
    }


@pytest.mark.parametrize("params", [{"name": "fetch_everything"}, {"name": None}, {}, []])
async def test_an_unknown_tool_is_a_parameter_error(params: Any) -> None:
    error = json.loads((await post(request("tools/call", params))).body)["error"]
    assert error["code"] == -32602


async def test_an_unknown_method_is_named() -> None:
    error = json.loads((await post(request("tools/forget"))).body)["error"]
    assert error == {"code": -32601, "message": "Method tools/forget not found"}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe"])
async def test_what_is_not_a_json_object_is_a_parse_error(body: bytes) -> None:
    reply = await post(body)
    assert reply.status == 400
    assert json.loads(reply.body)["error"]["code"] == -32700


@pytest.mark.parametrize("message", [{"id": 1, "method": "ping"}, {"jsonrpc": "2.0", "id": 1, "method": 5}])
async def test_what_is_not_json_rpc_is_an_invalid_request(message: Json) -> None:
    assert json.loads((await post(message)).body)["error"]["code"] == -32600


async def test_a_reply_in_place_of_a_result_goes_out_as_it_is() -> None:
    async def broken(session_id: str, tool: str) -> Json | Reply:
        return Reply(503, "gone")

    body = json.dumps(request("tools/call", {"name": TOOLS[0]})).encode()
    assert await Protocol(broken, start).post(JSON, SESSION, body) == Reply(503, "gone")
