"""Tool calls: the login and its end, faults on order, recorded answers, the moved clock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from emulators.fi_mcp.accounts import Accounts
from emulators.fi_mcp.clock import OffsetClock
from emulators.fi_mcp.distortion import changed_layout
from emulators.fi_mcp.faults import Fault, Faults, Mode
from emulators.fi_mcp.login_page import login_page
from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.catalogue import DEMO_PEOPLE
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.protocol import Reply
from emulators.fi_mcp.sessions import LOGIN_S, MOST_LOGINS, Logins, new_session_id, well_formed
from emulators.fi_mcp.simulator import Simulator
from emulators.fi_mcp.tools import TOOLS
from emulators.fi_mcp.wire.answers import answer_text
from emulators.waiting_faults import MOST_FAULTS, TooManyFaults

SESSION = "mcp-session-594e48ea-fea1-40ef-8c52-7552dd9272af"
BASE = "http://127.0.0.1:8080"
PRIYA = "9000000002"
TODAY = date(2026, 11, 24)


@dataclass
class Stopwatch:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


class FixedClock:
    def view(self) -> View:
        return View.at(TODAY, TODAY)


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def simulator(watch: Stopwatch) -> Simulator:
    return Simulator(Accounts(FixedClock()), Logins(watch), Faults())


async def call(simulator: Simulator, tool: str = "fetch_net_worth") -> dict[str, Any]:
    result = await simulator.call_tool(SESSION, tool, BASE)
    assert not isinstance(result, Reply)
    return result


async def text(simulator: Simulator, tool: str = "fetch_net_worth") -> str:
    return str((await call(simulator, tool))["content"][0]["text"])


async def test_without_a_login_the_answer_asks_for_one_and_is_no_error(simulator: Simulator) -> None:
    result = await call(simulator)
    assert "isError" not in result
    [block] = result["content"]
    prompt = json.loads(block["text"])
    assert prompt["status"] == "login_required"
    assert prompt["login_url"] == f"{BASE}/mockWebPage?sessionId={SESSION}"
    assert prompt["message"]


async def test_a_login_lasts_thirty_minutes(simulator: Simulator, watch: Stopwatch) -> None:
    simulator.logins.log_in(SESSION, PRIYA)
    watch.now = LOGIN_S - 1
    assert "netWorthResponse" in await text(simulator)
    watch.now = LOGIN_S
    assert "login_required" in await text(simulator)


async def test_one_sessions_login_is_no_other_sessions(simulator: Simulator) -> None:
    simulator.logins.log_in(new_session_id(), PRIYA)
    assert "login_required" in await text(simulator)


async def test_an_unknown_phone_is_an_error_at_the_next_call(simulator: Simulator) -> None:
    simulator.logins.log_in(SESSION, "1234567890")
    result = await call(simulator)
    assert result["isError"] is True
    assert result["content"][0]["text"] == "phone number is not allowed"


def test_only_so_many_logins_are_remembered(watch: Stopwatch) -> None:
    logins = Logins(watch)
    for number in range(MOST_LOGINS + 1):
        logins.log_in(str(number), PRIYA)
    assert logins.phone("0") is None
    assert logins.phone(str(MOST_LOGINS)) == PRIYA


def test_a_minted_session_id_is_well_formed() -> None:
    assert well_formed(new_session_id())


@pytest.mark.parametrize(("mode", "status"), [(Mode.ERROR_500, 500), (Mode.ERROR_503, 503), (Mode.HTML, 200)])
async def test_some_faults_leave_no_result(simulator: Simulator, mode: Mode, status: int) -> None:
    simulator.logins.log_in(SESSION, PRIYA)
    simulator.faults.add(Fault(mode=mode))
    reply = await simulator.call_tool(SESSION, "fetch_net_worth", BASE)
    assert isinstance(reply, Reply)
    assert (reply.status, reply.content_type.split(";")[0] == "application/json") == (status, False)
    assert "netWorthResponse" in await text(simulator)


@pytest.mark.parametrize("mode", [Mode.HANG, Mode.SLOW])
async def test_a_server_that_closes_waits_for_nobody(simulator: Simulator, mode: Mode) -> None:
    simulator.logins.log_in(SESSION, PRIYA)
    simulator.faults.add(Fault(mode=mode, seconds=100))
    simulator.closing.set()
    reply = await simulator.call_tool(SESSION, "fetch_net_worth", BASE)
    assert isinstance(reply, Reply) is (mode is Mode.HANG)


async def test_prose_half_a_json_and_a_wrong_tools_answer(simulator: Simulator) -> None:
    simulator.logins.log_in(SESSION, PRIYA)
    whole = await text(simulator)
    for mode in (Mode.PROSE, Mode.HALF_JSON, Mode.WRONG_TOOL):
        simulator.faults.add(Fault(mode=mode, tool="fetch_net_worth"))
    assert not (await text(simulator)).startswith("{")
    half = await text(simulator)
    assert whole.startswith(half)
    with pytest.raises(json.JSONDecodeError):
        json.loads(half)
    assert "creditReports" in json.loads(await text(simulator))
    assert await text(simulator) == whole


async def test_a_login_prompt_in_a_burst_leaves_the_login(simulator: Simulator) -> None:
    simulator.logins.log_in(SESSION, PRIYA)
    simulator.faults.add(Fault(mode=Mode.LOGIN_PROMPT, tool="fetch_epf_details"))
    assert "login_required" in await text(simulator, "fetch_epf_details")
    assert "uanAccounts" in await text(simulator, "fetch_epf_details")


@pytest.mark.parametrize("tool", TOOLS)
def test_a_changed_layout_is_described_and_leaves_no_known_shape(tool: str) -> None:
    person = EVERYONE["9000000001" if tool != "fetch_mf_transactions" else PRIYA]
    right = answer_text(person, tool, FixedClock().view())
    changed = json.loads(changed_layout(tool, right))
    assert changed != json.loads(right) or right == "{}"
    if tool == "fetch_bank_transactions":
        assert (
            "schema: [transactionNarration, transactionAmount, transactionDate"
            in changed["schemaDescription"]
        )
        assert changed["bankTransactions"][0]["txns"][0][0].startswith("NEFT CR")
    if tool == "fetch_mf_transactions":
        assert "schema: [transactionDate, orderType(1 for BUY and 2 for SELL)" in changed["schemaDescription"]


def test_faults_count_down_and_meet_only_what_they_are_for() -> None:
    faults = Faults()
    faults.add(Fault(mode=Mode.PROSE, tool="fetch_net_worth", times=2, phone=PRIYA))
    assert faults.take("fetch_epf_details", SESSION, PRIYA) is None
    assert faults.take("fetch_net_worth", SESSION, "9000000001") is None
    assert faults.take("fetch_net_worth", SESSION, PRIYA) is not None
    assert [fault.times for fault in faults.waiting()] == [1]
    assert faults.take("fetch_net_worth", SESSION, PRIYA) is not None
    assert faults.take("fetch_net_worth", SESSION, PRIYA) is None


def test_a_fault_for_any_tool_leaves_initialize_alone() -> None:
    faults = Faults()
    faults.add(Fault(mode=Mode.ERROR_500))
    assert faults.take("initialize", None, None) is None
    faults.add(Fault(mode=Mode.ERROR_503, tool="initialize"))
    assert faults.take("initialize", None, None) is not None


@pytest.mark.parametrize(
    "order",
    [
        {"mode": "explode"},
        {"mode": "500", "tool": "rm"},
        {"mode": "500", "times": 0},
        {"mode": "hang", "seconds": 1e9},
        {},
    ],
)
def test_an_order_that_makes_no_sense_is_refused(order: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Fault.model_validate(order)


def test_only_so_many_faults_can_wait() -> None:
    faults = Faults()
    for _ in range(MOST_FAULTS):
        faults.add(Fault(mode=Mode.PROSE))
    with pytest.raises(TooManyFaults):
        faults.add(Fault(mode=Mode.PROSE))
    faults.clear()
    assert faults.waiting() == []


async def test_recorded_answers_are_served_word_for_word(tmp_path: Path, watch: Stopwatch) -> None:
    folder = tmp_path / "1111111111"
    folder.mkdir()
    recorded = '{ "bankTransactions" : [ ] }\n'
    (folder / "fetch_bank_transactions.json").write_text(recorded)
    accounts = Accounts(FixedClock(), tmp_path)
    simulator = Simulator(accounts, Logins(watch), Faults())
    simulator.logins.log_in(SESSION, "1111111111")
    assert await text(simulator, "fetch_bank_transactions") == recorded
    missing = await call(simulator, "fetch_net_worth")
    assert missing["isError"] is True
    assert accounts.recorded_phones() == ["1111111111"]


def test_the_clock_follows_its_file_at_each_question(tmp_path: Path) -> None:
    file = tmp_path / "offset"
    clock = OffsetClock(str(file))
    assert clock.today() == clock.real_today()
    file.write_text(str(-40 * 86_400))
    moved = clock.view()
    assert (clock.real_today() - moved.today).days == 40
    assert moved.window == View.at(clock.real_today(), clock.real_today()).window
    assert moved.last < 11
    file.write_text("")
    assert clock.today() == clock.real_today()


def test_the_login_page_lists_everyone_and_escapes_what_it_is_given() -> None:
    page = login_page('"><script>', DEMO_PEOPLE, ["1111111111"])
    assert all(f'value="{person.phone}"' in page and person.name in page for person in DEMO_PEOPLE)
    assert 'value="1111111111"' in page
    assert "<script>" not in page
    assert page.count('action="/login"') == 2


def test_the_catalogue_has_eight_people_with_an_address_each() -> None:
    assert [person.phone for person in DEMO_PEOPLE] == [f"900000000{n}" for n in range(1, 9)]
    assert len({person.email for person in DEMO_PEOPLE}) == 8
    assert all(person.email.endswith("@example.com") for person in DEMO_PEOPLE)
    assert {person.phone for person in DEMO_PEOPLE} == set(EVERYONE)
