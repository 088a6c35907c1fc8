"""What happens at a tool call: faults, the login, the answer."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from urllib.parse import quote

from emulators.fi_mcp.accounts import Accounts, NoAnswer
from emulators.fi_mcp.distortion import distorted
from emulators.fi_mcp.faults import Fault, Faults, Mode
from emulators.fi_mcp.protocol import Json, Reply, plain_error, text_result
from emulators.fi_mcp.sessions import Logins

LOGIN_MESSAGE = (
    "Needs to login first by going to the login url.\nShow the login url as clickable link if client supports it. "
    "Otherwise display the URL for users to copy and paste into a browser.\nAsk users to come back and let you know "
    "once they are done with login in their browser"
)
HTML = "<!doctype html><html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>"


class Simulator:
    """The server without its HTTP. `closing` is set when it ends, so that nothing waits on."""

    def __init__(self, accounts: Accounts, logins: Logins, faults: Faults, latency_s: float = 0.0) -> None:
        self.accounts = accounts
        self.logins = logins
        self.faults = faults
        self.closing = asyncio.Event()
        self._latency_s = latency_s

    async def start_session(self) -> Reply | None:
        """None lets the session start; a reply is a fault in its place."""
        await self._wait(self._latency_s)
        fault = self.faults.take("initialize", None, None)
        return await self._instead(fault) if fault else None

    async def call_tool(self, session_id: str, tool: str, base_url: str) -> Json | Reply:
        await self._wait(self._latency_s)
        phone = self.logins.phone(session_id)
        fault = self.faults.take(tool, session_id, phone)
        if fault is not None and (reply := await self._instead(fault)) is not None:
            return reply
        if phone is None or (fault is not None and fault.mode is Mode.LOGIN_PROMPT):
            return text_result(login_required(base_url, session_id))
        if not self.accounts.knows(phone):
            return text_result("phone number is not allowed", is_error=True)
        try:
            if fault is not None:
                return text_result(
                    distorted(fault.mode, tool, lambda name: self.accounts.answer(phone, name))
                )
            return text_result(self.accounts.answer(phone, tool))
        except NoAnswer:
            return text_result("error reading test data file", is_error=True)

    async def _instead(self, fault: Fault) -> Reply | None:
        """The reply of a fault that leaves no result; a slow one only takes its time."""
        match fault.mode:
            case Mode.ERROR_500:
                return plain_error(500, "internal server error")
            case Mode.ERROR_503:
                return plain_error(503, "service unavailable")
            case Mode.HTML:
                return Reply(200, HTML, "text/html; charset=utf-8")
            case Mode.HANG:
                await self._wait(fault.seconds)
                return plain_error(504, "gateway timeout")
            case Mode.SLOW:
                await self._wait(fault.seconds)
        return None

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.closing.wait(), seconds)


def login_required(base_url: str, session_id: str) -> str:
    return json.dumps(
        {
            "status": "login_required",
            "login_url": f"{base_url}/mockWebPage?sessionId={quote(session_id)}",
            "message": LOGIN_MESSAGE,
        }
    )
