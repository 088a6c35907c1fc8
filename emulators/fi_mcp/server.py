"""The HTTP face of the simulator: the MCP endpoint, the login page, faults on order, health."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from emulators.fi_mcp.faults import Fault
from emulators.fi_mcp.login_page import logged_in_page, login_page
from emulators.fi_mcp.people.catalogue import DEMO_PEOPLE
from emulators.fi_mcp.protocol import Json, Protocol, Reply, plain_error
from emulators.fi_mcp.simulator import Simulator
from emulators.server import Ports, running
from emulators.waiting_faults import TooManyFaults

LARGEST_BODY = 1024 * 1024
QUIET_S = 15.0  # between the comments that keep an open GET stream alive


class Server:
    """Routes of one simulator. `public_url` replaces the request's host in login URLs."""

    def __init__(self, simulator: Simulator, public_url: str | None = None) -> None:
        self._simulator = simulator
        self._public_url = public_url.rstrip("/") if public_url else None

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/mcp/stream", self.stream, methods=["POST", "GET", "DELETE"]),
                Route("/mockWebPage", self.page),
                Route("/login", self.log_in, methods=["POST"]),
                Route("/__faults", self.order_faults, methods=["GET", "POST", "DELETE"]),
                Route("/healthz", self.healthz),
            ]
        )

    async def stream(self, request: Request) -> Response:
        if request.method == "DELETE":
            return Response()  # the session goes on: Fi does nothing here
        if request.method == "GET":
            return StreamingResponse(
                self._silence(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"}
            )
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return _response(plain_error(413, "request body is too large"))
        session_id = request.headers.get("mcp-session-id", "")
        base_url = self._public_url or f"{request.url.scheme}://{request.url.netloc}"

        async def call_tool(session: str, tool: str) -> Json | Reply:
            return await self._simulator.call_tool(session, tool, base_url)

        protocol = Protocol(call_tool, self._simulator.start_session)
        return _response(await protocol.post(request.headers.get("content-type", ""), session_id, body))

    async def _silence(self) -> AsyncIterator[bytes]:
        """Server-to-client messages: there never are any."""
        while not self._simulator.closing.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._simulator.closing.wait(), QUIET_S)
            yield b": quiet\n\n"

    async def page(self, request: Request) -> Response:
        session_id = request.query_params.get("sessionId", "")
        if not session_id:
            return PlainTextResponse("sessionId is required", 400)
        return HTMLResponse(login_page(session_id, DEMO_PEOPLE, self._simulator.accounts.recorded_phones()))

    async def log_in(self, request: Request) -> Response:
        """Any passcode will do; a phone number nobody has shows at the next call."""
        form = await request.form(max_files=0, max_fields=10)
        session_id, phone = str(form.get("sessionId", "")), str(form.get("phoneNumber", ""))
        if not session_id or not phone:
            return PlainTextResponse("sessionId and phoneNumber are required", 400)
        self._simulator.logins.log_in(session_id, phone)
        return HTMLResponse(logged_in_page())

    async def order_faults(self, request: Request) -> Response:
        faults = self._simulator.faults
        if request.method == "DELETE":
            faults.clear()
        if request.method == "POST":
            try:
                faults.add(Fault.model_validate_json(await request.body()))
            except (ValidationError, TooManyFaults) as refused:
                return JSONResponse({"error": str(refused)}, 400)
        return JSONResponse(
            {"faults": [fault.model_dump(mode="json", by_alias=True) for fault in faults.waiting()]}
        )

    async def healthz(self, _: Request) -> Response:
        return JSONResponse({"status": "ok"})


async def _body(request: Request) -> bytes | None:
    """None when it is larger than the server takes."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST_BODY:
            return None
    return bytes(content)


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, {**reply.headers, "Content-Type": reply.content_type})


@asynccontextmanager
async def fi_mcp(
    simulator: Simulator, *, port: int = 0, public_url: str | None = None
) -> AsyncIterator[Ports]:
    """Serve on the loopback address until the context ends."""
    async with running(Server(simulator, public_url).app(), http_port=port) as ports:
        try:
            yield ports
        finally:
            simulator.closing.set()
