"""Nothing of a session, a login or an answer reaches a log or an exception."""

from __future__ import annotations

import logging
import traceback

import pytest

from future_finance.adapters.fi_mcp.source import FiFinancialSource, Limits
from future_finance.domain.snapshot import PartName, PartOutcome
from future_finance.errors import AppError
from future_finance.usecases.ports import FiSession
from tests.fakes import fi_server as wire
from tests.fakes.fi_server import FiServer

SECRET = "RAVISHANKAR-98765"


async def ignore(_name: PartName, _outcome: PartOutcome) -> None: ...


@pytest.mark.parametrize(
    "reply",
    [
        wire.tool_json({"uanAccounts": [{"rawDetails": SECRET}]}),
        wire.tool_text(f'{{"uanAccounts": "{SECRET}'),
        wire.tool_text(SECRET, is_error=True),
        wire.raw(f'{{"jsonrpc": "2.0", "id": 1, "result": {{"{SECRET}'.encode()),
        wire.raw(f'{{"jsonrpc": "2.0", "id": 1, "result": {{"content": "{SECRET}"}}}}'.encode()),
        wire.raw(f"<html>{SECRET}".encode(), "text/html"),
        wire.status(500, SECRET),
        wire.status(400, SECRET),
        wire.broken_connection,
    ],
)
async def test_logs_at_debug_level_hold_no_session_and_no_data(
    reply: wire.Reply, caplog: pytest.LogCaptureFixture
) -> None:
    server = FiServer(logged_in=False)
    source = FiFinancialSource(
        wire.URL, {"login.fi.test"}, limits=Limits(backoff_s=0), transport=server.transport()
    )
    said = ""
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="future_finance"):
        logging.getLogger("future_finance").debug("listening")
        session = await source.start()
        server.on(PartName.EPF, reply)
        try:
            await source.probe(session)
        except AppError as error:
            said = "".join(traceback.format_exception(error))
        await source.fetch(FiSession(session.id), ignore)

    assert "listening" in caplog.text
    for hidden in (session.id, wire.LOGIN_URL, SECRET):
        assert hidden not in caplog.text
        assert hidden not in said
