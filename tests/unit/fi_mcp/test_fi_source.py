"""The client against the wire: sessions, logins, retries, time limits and broken answers."""

from __future__ import annotations

import asyncio
import socket

import pytest

from future_finance.adapters.fi_mcp.source import FiFinancialSource, Limits
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.errors import (
    LoginPending,
    LoginRefused,
    LoginRequired,
    LoginUrlRefused,
    SourceAnswerRefused,
    SourceUnavailable,
)
from future_finance.usecases.ports import FinancialSource, FiSession
from tests.fakes import fi_answers as fi
from tests.fakes import fi_server as wire
from tests.fakes.fi_server import FiServer
from tests.fakes.flying_time import in_no_time

HOSTS = frozenset({"login.fi.test"})
LIMITS = Limits(part_s=20, tries=3, backoff_s=8, max_bytes=20_000)


class Pauses:
    """Stands in for sleep: remembers, and goes on at once."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


def source(server: FiServer, pauses: Pauses | None = None, *, limits: Limits = LIMITS) -> FinancialSource:
    return FiFinancialSource(
        wire.URL,
        HOSTS,
        limits=limits,
        transport=server.transport(),
        sleep=pauses or Pauses(),
        chance=lambda: 0.5,
    )


async def unheard(_name: PartName, _outcome: PartOutcome) -> None:
    """For tests that do not follow the progress."""


async def outcome_of(server: FiServer, name: PartName, pauses: Pauses | None = None) -> PartOutcome:
    snapshot = await source(server, pauses).fetch(FiSession(server.session()), unheard)
    others = {other: end for other, end in snapshot.outcomes.items() if other is not name}
    assert {end.status for end in others.values()} == {PartStatus.EMPTY}, "one part's failure is its own"
    return snapshot.outcomes[name]


async def test_a_start_brings_a_new_session_and_where_to_log_in() -> None:
    server = FiServer(logged_in=False)
    session = await source(server).start()

    assert session == FiSession(server.sessions.copy().pop(), wire.LOGIN_URL)
    assert "DELETE" not in server.methods


async def test_two_starts_never_share_a_session() -> None:
    server = FiServer(logged_in=False)
    fi_source = source(server)
    assert (await fi_source.start()).id != (await fi_source.start()).id


@pytest.mark.parametrize("url", ["https://evil.test/login", "http://login.fi.test/", ""])
async def test_a_login_page_elsewhere_is_not_passed_on(url: str) -> None:
    server = FiServer()
    server.on(PartName.NET_WORTH, wire.tool_json({"status": "login_required", "login_url": url}))
    with pytest.raises(LoginUrlRefused):
        await source(server).start()


@pytest.mark.parametrize(
    "reply", [wire.tool_json({}), wire.tool_text("Welcome"), wire.rpc_error(-32602), wire.status(400)]
)
async def test_a_new_session_that_does_not_ask_for_a_login_is_refused(reply: wire.Reply) -> None:
    server = FiServer()
    server.on(PartName.NET_WORTH, reply)
    with pytest.raises(SourceAnswerRefused):
        await source(server).start()


async def test_a_start_that_fi_cannot_answer_now_may_be_tried_again() -> None:
    server = FiServer()
    server.on(PartName.NET_WORTH, wire.status(503))
    with pytest.raises(SourceUnavailable):
        await source(server).start()


def test_a_start_that_hangs_may_be_tried_again() -> None:
    server = FiServer()
    server.on(PartName.NET_WORTH, wire.hang)
    with pytest.raises(SourceUnavailable):
        in_no_time(source(server).start())


async def test_nobody_listening_is_source_unavailable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    closed = FiFinancialSource(f"http://127.0.0.1:{port}/mcp/stream", HOSTS, limits=LIMITS, sleep=Pauses())
    with pytest.raises(SourceUnavailable):
        await closed.start()


async def test_a_probe_returns_once_the_person_is_logged_in() -> None:
    server = FiServer(logged_in=False)
    fi_source, session = source(server), FiSession(server.session())
    with pytest.raises(LoginPending):
        await fi_source.probe(session)

    server.logged_in = True
    await fi_source.probe(session)


@pytest.mark.parametrize("words", ["No EPF data available", "{}"])
async def test_a_probe_needs_no_data_to_see_the_login(words: str) -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.tool_text(words))
    await source(server).probe(FiSession(server.session()))


ONE_TOOL_FAILS = [
    wire.tool_text("no", is_error=True),
    wire.tool_text('{"uanAccounts": [{"rawDe'),
    wire.rpc_error(-32602),
    wire.rpc_error(-32603),
    wire.raw(b'{"jsonrpc": "2.0", "id": 1, "result": {"content": 5}}'),
    wire.raw(b"<html>", "text/html"),
    wire.tool_text("<html>"),
    wire.status(302),
    wire.status(503),
    wire.broken_connection,
    wire.hang,
]


@pytest.mark.parametrize("reply", ONE_TOOL_FAILS)
def test_a_probe_asks_a_second_tool_where_one_fails(reply: wire.Reply) -> None:
    server = FiServer()
    server.on(PartName.EPF, reply)
    in_no_time(source(server).probe(FiSession(server.session())))

    server.logged_in = False
    with pytest.raises(LoginPending):
        in_no_time(source(server).probe(FiSession(server.session())))


@pytest.mark.parametrize("reply", ONE_TOOL_FAILS)
def test_what_fails_at_every_tool_is_no_login(reply: wire.Reply) -> None:
    server = FiServer()
    server.on(PartName.EPF, reply)
    server.on(PartName.NET_WORTH, reply)

    async def probe() -> None:
        with pytest.raises((SourceUnavailable, SourceAnswerRefused)):
            await source(server).probe(FiSession(server.session()))

    _, waited_s = in_no_time(probe())
    assert waited_s <= LIMITS.part_s


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (wire.tool_text(wire.PHONE_REFUSED, is_error=True), LoginRefused),
        (wire.status(400, "Invalid session ID"), LoginRequired),
    ],
)
async def test_a_probe_s_second_tool_is_heard_in_full(second: wire.Reply, expected: type[Exception]) -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.tool_text("no", is_error=True))
    server.on(PartName.NET_WORTH, second)
    with pytest.raises(expected):
        await source(server).probe(FiSession(server.session()))


async def test_a_probe_that_is_answered_asks_one_tool_alone() -> None:
    server = FiServer()
    await source(server).probe(FiSession(server.session()))
    assert server.calls == [PartName.EPF]


async def test_a_probe_says_when_fi_refused_the_phone_number() -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.tool_text(wire.PHONE_REFUSED, is_error=True))
    with pytest.raises(LoginRefused):
        await source(server).probe(FiSession(server.session()))


@pytest.mark.parametrize("code", [400, 401, 404])
async def test_a_probe_of_a_session_that_fi_has_forgotten_needs_a_login(code: int) -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.status(code, "Invalid session ID"))
    with pytest.raises(LoginRequired):
        await source(server).probe(FiSession(server.session()))


async def test_an_unknown_session_needs_a_login_and_stays_as_it_is() -> None:
    server = FiServer()
    with pytest.raises(LoginRequired):
        await source(server).probe(FiSession("mcp-session-unknown"))
    assert not server.sessions


async def test_all_six_parts_come_at_once_and_each_is_reported() -> None:
    server = FiServer()
    server.on(PartName.NET_WORTH, wire.tool_json(fi.net_worth([fi.attribute("ASSET_TYPE_EPF", 5)])))
    server.on(PartName.CREDIT_REPORT, wire.tool_json(fi.credit_report(fi.tradeline())))
    server.on(PartName.EPF, wire.tool_json(fi.epf(fi.uan(fi.membership()), fi.uan(fi.membership()))))
    server.on(PartName.MF_TRANSACTIONS, wire.tool_json(fi.mf([1, "2026-01-01", 1.5, 1, 1])))
    server.on(PartName.BANK_TRANSACTIONS, wire.tool_json(fi.bank(("Lotus", []))))
    heard: dict[PartName, PartStatus] = {}

    async def hear(name: PartName, outcome: PartOutcome) -> None:
        heard[name] = outcome.status

    snapshot = await source(server).fetch(FiSession(server.session()), hear)

    assert server.most_at_once == len(PartName)
    assert heard == {name: outcome.status for name, outcome in snapshot.outcomes.items()}
    assert heard == dict.fromkeys(PartName, PartStatus.OK) | {PartName.STOCK_TRANSACTIONS: PartStatus.EMPTY}
    assert snapshot.net_worth
    assert snapshot.credit_report
    assert snapshot.epf
    assert snapshot.mf_trades
    assert snapshot.statements
    assert snapshot.stock_trades is None
    assert snapshot.warnings == ("duplicate_uan",)
    assert "initialize" not in server.methods


async def test_a_part_that_fails_twice_is_asked_three_times_with_growing_pauses() -> None:
    server, pauses = FiServer(), Pauses()
    server.on(
        PartName.EPF,
        wire.status(500),
        wire.broken_connection,
        wire.tool_json(fi.epf(fi.uan(fi.membership()))),
    )

    assert (await outcome_of(server, PartName.EPF, pauses)).status is PartStatus.OK
    assert server.calls.count(PartName.EPF) == 3
    assert pauses.taken == [4, 8]


@pytest.mark.parametrize(
    "reply", [wire.status(500), wire.status(429), wire.status(503, "<html>"), wire.broken_connection]
)
async def test_a_part_that_cannot_be_reached_is_given_up_after_three_tries(reply: wire.Reply) -> None:
    server = FiServer()
    server.on(PartName.EPF, reply)
    assert await outcome_of(server, PartName.EPF) == PartOutcome(PartStatus.FAILED, "unavailable")
    assert server.calls.count(PartName.EPF) == 3


def test_a_tool_that_hangs_costs_its_time_limit_and_no_more() -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.hang)

    outcome, waited_s = in_no_time(outcome_of(server, PartName.EPF))
    assert outcome == PartOutcome(PartStatus.FAILED, "timeout")
    assert waited_s == pytest.approx(LIMITS.part_s)


BAD_JSON_RPC = b'{"jsonrpc": "2.0", "id": 1, "result": {"content": [{"ty'


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (wire.tool_text('{"uanAccounts": [{"rawDe'), "malformed_json"),
        (wire.raw(BAD_JSON_RPC), "malformed_json"),
        (wire.raw(b"<html>", "text/html; charset=utf-8"), "html"),
        (wire.tool_text("<html>"), "html"),
        (wire.raw(b"words", "text/plain"), "unexpected_content_type"),
        (wire.raw(b"{}", **{"content-encoding": "gzip"}), "unexpected_content_type"),
        (wire.tool_json({"uanAccounts": "x" * 20_000}), "too_large"),
        (wire.tool_json(fi.credit_report()), "wrong_tool"),
        (wire.tool_json({"uanAccounts": {}}), "wrong_type"),
        (wire.tool_text("no", is_error=True), "tool_error"),
        (wire.rpc_error(-32602), "unknown_tool"),
        (wire.raw(b'{"jsonrpc": "2.0", "id": 1, "result": {"content": 5}}'), "unknown_shape"),
        (wire.status(302), "redirected"),
    ],
)
async def test_an_answer_that_cannot_be_used_is_asked_for_once_and_named(
    reply: wire.Reply, reason: str
) -> None:
    server = FiServer()
    server.on(PartName.EPF, reply)
    assert await outcome_of(server, PartName.EPF) == PartOutcome(PartStatus.FAILED, reason)
    assert server.calls.count(PartName.EPF) == 1


async def test_prose_is_not_available() -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.tool_text("No EPF data available"))
    assert (await outcome_of(server, PartName.EPF)).status is PartStatus.NOT_AVAILABLE


async def test_a_server_that_streams_its_answer_is_understood() -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.event_stream(fi.epf(fi.uan(fi.membership()))))
    assert (await outcome_of(server, PartName.EPF)).status is PartStatus.OK


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (wire.LOGIN_PROMPT, None),
        (wire.status(400, "Invalid session ID"), "session_ended"),
        (wire.tool_text(wire.PHONE_REFUSED, is_error=True), "phone_refused"),
    ],
)
async def test_a_login_prompt_in_the_middle_of_a_burst_is_that_part_s_outcome(
    reply: wire.Reply, reason: str | None
) -> None:
    server = FiServer()
    server.on(PartName.EPF, reply)
    assert await outcome_of(server, PartName.EPF) == PartOutcome(PartStatus.LOGIN_REQUIRED, reason)


async def test_a_listener_that_fails_ends_the_fetch_with_its_own_error() -> None:
    async def deaf(_name: PartName, _outcome: PartOutcome) -> None:
        raise LookupError("no job")

    server = FiServer()
    server.on(PartName.EPF, wire.hang)
    with pytest.raises(LookupError, match="no job"):
        await source(server, limits=Limits()).fetch(FiSession(server.session()), deaf)


async def test_a_fetch_that_is_cancelled_ends_at_once() -> None:
    server = FiServer()
    server.on(PartName.EPF, wire.hang)
    fetch = asyncio.ensure_future(source(server, limits=Limits()).fetch(FiSession(server.session()), unheard))
    await server.all_asked.wait()
    fetch.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetch
    assert server.at_once == 0
