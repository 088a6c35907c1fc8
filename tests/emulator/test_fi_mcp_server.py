"""The simulator over a real socket: raw HTTP, the official client, the app's own client, and the process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from emulators.fi_mcp.accounts import Accounts
from emulators.fi_mcp.clock import OffsetClock
from emulators.fi_mcp.faults import Faults
from emulators.fi_mcp.people.catalogue import DEMO_PEOPLE, DemoPerson
from emulators.fi_mcp.server import fi_mcp
from emulators.fi_mcp.sessions import Logins
from emulators.fi_mcp.simulator import Simulator
from emulators.fi_mcp.tools import TOOLS
from future_finance.adapters.fi_mcp.source import FiFinancialSource
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.errors import LoginPending, LoginRefused

pytestmark = pytest.mark.emulator

PRIYA = "9000000002"


@asynccontextmanager
async def running(clock_file: Path | None = None) -> AsyncIterator[str]:
    accounts = Accounts(OffsetClock(str(clock_file) if clock_file else None))
    async with fi_mcp(Simulator(accounts, Logins(), Faults())) as ports:
        yield f"http://127.0.0.1:{ports.http}"


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async with running() as address:
        yield address


@pytest.fixture
async def http(url: str) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(base_url=url, timeout=10) as client:
        yield client


def request(method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}


async def start(http: httpx2.AsyncClient) -> str:
    response = await http.post("/mcp/stream", json=request("initialize", protocolVersion="2025-03-26"))
    return response.headers["Mcp-Session-Id"]


async def call(http: httpx2.AsyncClient, session: str, tool: str = "fetch_epf_details") -> httpx2.Response:
    headers = {"Mcp-Session-Id": session}
    return await http.post(
        "/mcp/stream", json=request("tools/call", name=tool, arguments={}), headers=headers
    )


async def log_in(http: httpx2.AsyncClient, login_url: str, phone: str) -> None:
    """As a browser would: open the page, fill in its form, send it."""
    page = (await http.get(login_url)).text
    session = unescape(re.findall(r'name="sessionId" value="([^"]+)"', page)[0])
    answer = await http.post("/login", data={"sessionId": session, "phoneNumber": phone, "otp": "1234"})
    assert answer.status_code == 200


async def test_a_person_logs_in_on_the_page_and_gets_their_answers(
    http: httpx2.AsyncClient, url: str
) -> None:
    session = await start(http)
    prompt = (await call(http, session)).json()["result"]["content"][0]["text"]
    login_url = re.findall(r'"login_url": "([^"]+)"', prompt)[0]
    assert login_url.startswith(f"{url}/mockWebPage?sessionId=mcp-session-")
    await log_in(http, login_url, PRIYA)
    response = await call(http, session)
    assert response.headers["content-type"] == "application/json"
    assert "mcp-session-id" not in response.headers
    assert "uanAccounts" in response.json()["result"]["content"][0]["text"]


async def test_initialising_again_loses_the_login(http: httpx2.AsyncClient) -> None:
    session = await start(http)
    await log_in(http, f"/mockWebPage?sessionId={session}", PRIYA)
    again = await http.post("/mcp/stream", json=request("initialize"), headers={"Mcp-Session-Id": session})
    new = again.headers["Mcp-Session-Id"]
    assert new != session
    assert "login_required" in (await call(http, new)).text


async def test_a_delete_does_nothing(http: httpx2.AsyncClient) -> None:
    session = await start(http)
    await log_in(http, f"/mockWebPage?sessionId={session}", PRIYA)
    deleted = await http.delete("/mcp/stream", headers={"Mcp-Session-Id": session})
    assert deleted.status_code == 200
    assert "uanAccounts" in (await call(http, session)).text


async def test_a_charset_or_a_bad_session_is_refused_with_fis_words(http: httpx2.AsyncClient) -> None:
    charset = {"Content-Type": "application/json; charset=utf-8"}
    refused = await http.post("/mcp/stream", content=b"{}", headers=charset)
    assert (refused.status_code, refused.text) == (400, "Invalid content type: must be 'application/json'\n")
    response = await call(http, "mcp-session-1")
    assert (response.status_code, response.text.strip()) == (400, "Invalid session ID")


async def test_the_login_url_is_on_the_host_the_request_came_by(http: httpx2.AsyncClient) -> None:
    session = await start(http)
    body = request("tools/call", name=TOOLS[0], arguments={})
    headers = {"Mcp-Session-Id": session, "Host": "fi.localhost:9999"}
    answer = await http.post("/mcp/stream", json=body, headers=headers)
    assert "http://fi.localhost:9999/mockWebPage?" in answer.text


@pytest.mark.parametrize("form", [{}, {"sessionId": "x"}, {"phoneNumber": PRIYA}])
async def test_an_unfilled_login_form_is_refused(http: httpx2.AsyncClient, form: dict[str, str]) -> None:
    assert (await http.post("/login", data=form)).status_code == 400
    assert (await http.get("/mockWebPage")).status_code == 400


async def test_a_huge_body_is_refused(http: httpx2.AsyncClient) -> None:
    headers = {"Content-Type": "application/json"}
    assert (
        await http.post("/mcp/stream", content=b" " * (1024 * 1024 + 1), headers=headers)
    ).status_code == 413


async def test_faults_are_ordered_listed_and_cleared_over_http(http: httpx2.AsyncClient) -> None:
    session = await start(http)
    ordered = await http.post("/__faults", json={"tool": "fetch_epf_details", "mode": "503", "times": 2})
    assert [fault["mode"] for fault in ordered.json()["faults"]] == ["503"]
    assert (await call(http, session)).status_code == 503
    assert (await http.get("/__faults")).json()["faults"][0]["times"] == 1
    assert (await http.delete("/__faults")).json() == {"faults": []}
    assert (await call(http, session)).status_code == 200
    assert (await http.post("/__faults", json={"mode": "never heard of"})).status_code == 400


async def test_a_hang_ends_when_the_client_gives_up(http: httpx2.AsyncClient) -> None:
    session = await start(http)
    await http.post("/__faults", json={"mode": "hang", "seconds": 60})
    with pytest.raises(httpx2.ReadTimeout):
        await http.post(
            "/mcp/stream",
            json=request("tools/call", name=TOOLS[0], arguments={}),
            headers={"Mcp-Session-Id": session},
            timeout=0.2,
        )
    assert (await http.get("/healthz")).status_code == 200


async def test_the_official_client_starts_lists_and_calls(url: str, http: httpx2.AsyncClient) -> None:
    async with (
        streamable_http_client(f"{url}/mcp/stream") as (read, write),
        ClientSession(read, write) as session,
    ):
        started = await session.initialize()
        assert started.protocol_version == "2025-03-26"
        assert started.instructions
        assert [tool.name for tool in (await session.list_tools()).tools] == list(TOOLS)
        await session.send_ping()
        result = await session.call_tool("fetch_net_worth", {})
        assert not result.is_error
        assert "login_required" in str(result.content[0])


async def no_progress(name: PartName, outcome: PartOutcome) -> None:
    pass


@pytest.mark.parametrize("person", DEMO_PEOPLE, ids=lambda person: person.slug)
async def test_the_apps_own_client_reads_every_part_of_every_person(
    url: str, http: httpx2.AsyncClient, person: DemoPerson
) -> None:
    source = FiFinancialSource(f"{url}/mcp/stream", {"127.0.0.1"})
    session = await source.start()
    with pytest.raises(LoginPending):
        await source.probe(session)
    await log_in(http, session.login_url or "", person.phone)
    await source.probe(session)
    snapshot = await source.fetch(session, no_progress)
    ends = {outcome.status for outcome in snapshot.outcomes.values()}
    assert ends <= {PartStatus.OK, PartStatus.EMPTY, PartStatus.NOT_AVAILABLE}
    assert snapshot.net_worth is not None
    assert snapshot.statements
    prose = snapshot.outcomes[PartName.CREDIT_REPORT].status is PartStatus.NOT_AVAILABLE
    assert prose is (person.slug == "kabir")


async def test_the_apps_own_client_hears_that_a_phone_is_not_allowed(
    url: str, http: httpx2.AsyncClient
) -> None:
    source = FiFinancialSource(f"{url}/mcp/stream", {"127.0.0.1"})
    session = await source.start()
    await log_in(http, session.login_url or "", "1234567890")
    with pytest.raises(LoginRefused):
        await source.probe(session)


async def test_a_clock_moved_back_takes_the_ledger_back(tmp_path: Path) -> None:
    file = tmp_path / "offset"
    async with running(file) as url, httpx2.AsyncClient(base_url=url) as http:
        session = await start(http)
        await log_in(http, f"/mockWebPage?sessionId={session}", PRIYA)
        now = (await call(http, session, "fetch_bank_transactions")).text
        file.write_text(str(-120 * 86_400))
        before = (await call(http, session, "fetch_bank_transactions")).text
    newest = [max(re.findall(r"\d{4}-\d\d-\d\d", text)) for text in (now, before)]
    assert newest[0] > newest[1]
    assert newest[1] < datetime.now(UTC).date().isoformat()


def test_the_process_says_when_it_is_ready_and_ends_on_a_signal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "emulators.fi_mcp", "--port", "0", "--latency-ms", "1"]
    environment = {**os.environ, "FF_CLOCK_FILE": str(tmp_path / "offset")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            ready = process.stdout.readline()
            address = re.findall(r"http://127\.0\.0\.1:\d+", ready)[0]
            assert httpx2.get(f"{address}/healthz").status_code == 200
            with httpx2.stream("GET", f"{address}/mcp/stream") as listening:
                assert listening.headers["content-type"].startswith("text/event-stream")
                process.send_signal(signal.SIGTERM)
                assert process.wait(timeout=5) == 0
        finally:
            process.kill()
