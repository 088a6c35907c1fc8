"""The source over real sockets, against the simulator and its faults on order."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2
import pytest

from emulators.fi_mcp.accounts import Accounts
from emulators.fi_mcp.clock import OffsetClock
from emulators.fi_mcp.faults import Fault, Faults, Mode
from emulators.fi_mcp.people.catalogue import BY_SLUG, DEMO_PEOPLE, DemoPerson
from emulators.fi_mcp.server import fi_mcp
from emulators.fi_mcp.sessions import Logins
from emulators.fi_mcp.simulator import Simulator
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
from future_finance.usecases.ports import FiSession

pytestmark = pytest.mark.emulator
TRAPS = BY_SLUG["kabir"]
EVERYTHING = BY_SLUG["meenakshi"]  # answers every tool
LIMITS = Limits(part_s=3, backoff_s=0.01)  # what hangs costs that; a machine that stalls stalls for less
OK = PartOutcome(PartStatus.OK)


class Fi:
    """A running simulator, and the source that speaks to it."""

    def __init__(self, origin: str, faults: Faults) -> None:
        self.origin = origin
        self.url = f"{origin}/mcp/stream"
        self.faults = faults
        self.source = FiFinancialSource(self.url, {"127.0.0.1"}, limits=LIMITS)

    async def log_in(self, session: FiSession, phone: str) -> None:
        """Fill in the login page, as the person would."""
        async with httpx2.AsyncClient() as browser:
            assert session.login_url is not None
            assert (await browser.get(session.login_url)).status_code == 200
            form = {"sessionId": session.id, "phoneNumber": phone, "otp": "123456"}
            assert (await browser.post(f"{self.origin}/login", data=form)).status_code == 200

    async def logged_in(self, phone: str) -> FiSession:
        session = await self.source.start()
        await self.log_in(session, phone)
        return session


@pytest.fixture
async def fi() -> AsyncIterator[Fi]:
    faults = Faults()
    simulator = Simulator(Accounts(OffsetClock(None)), Logins(), faults)
    async with fi_mcp(simulator) as ports:
        yield Fi(f"http://127.0.0.1:{ports.http}", faults)


async def unheard(_name: PartName, _outcome: PartOutcome) -> None:
    """For tests that do not follow the progress."""


async def test_a_person_logs_in_and_another_process_goes_on_with_the_session(fi: Fi) -> None:
    session = await fi.source.start()
    with pytest.raises(LoginPending):
        await fi.source.probe(session)
    await fi.log_in(session, EVERYTHING.phone)
    await fi.source.probe(session)

    elsewhere = FiFinancialSource(fi.url, set(), limits=LIMITS)
    snapshot = await elsewhere.fetch(FiSession(session.id), unheard)
    assert snapshot.outcomes[PartName.NET_WORTH] == OK


@pytest.mark.parametrize("person", DEMO_PEOPLE, ids=lambda person: person.slug)
async def test_every_part_of_every_demo_person_is_understood(fi: Fi, person: DemoPerson) -> None:
    snapshot = await fi.source.fetch(await fi.logged_in(person.phone), unheard)
    failed = {
        name: outcome for name, outcome in snapshot.outcomes.items() if outcome.status is PartStatus.FAILED
    }
    assert not failed
    assert ("duplicate_uan" in snapshot.warnings) is (person is TRAPS)


async def test_a_phone_number_nobody_has_is_refused(fi: Fi) -> None:
    with pytest.raises(LoginRefused):
        await fi.source.probe(await fi.logged_in("9000000999"))


@pytest.mark.parametrize("mode", [Mode.ERROR_503, Mode.HTML, Mode.HALF_JSON, Mode.HANG])
async def test_a_login_shows_although_one_tool_is_broken(fi: Fi, mode: Mode) -> None:
    fi.faults.add(Fault(mode=mode, tool=PartName.EPF, times=1000))
    session = await fi.source.start()
    with pytest.raises(LoginPending):
        await fi.source.probe(session)
    await fi.log_in(session, EVERYTHING.phone)
    await fi.source.probe(session)


@pytest.mark.parametrize(
    ("mode", "expected"), [(Mode.ERROR_503, SourceUnavailable), (Mode.HTML, SourceAnswerRefused)]
)
async def test_a_server_that_is_broken_altogether_shows_no_login(
    fi: Fi, mode: Mode, expected: type[Exception]
) -> None:
    session = await fi.logged_in(EVERYTHING.phone)
    fi.faults.add(Fault(mode=mode, times=1000))
    with pytest.raises(expected):
        await fi.source.probe(session)


async def test_an_invented_session_needs_a_login(fi: Fi) -> None:
    with pytest.raises(LoginRequired):
        await fi.source.probe(FiSession("not-a-session-of-fi-s"))


async def test_a_login_page_on_a_host_off_the_list_is_not_passed_on(fi: Fi) -> None:
    with pytest.raises(LoginUrlRefused):
        await FiFinancialSource(fi.url, {"fi.money"}, limits=LIMITS).start()


@pytest.mark.parametrize(
    ("mode", "times", "expected"),
    [
        (Mode.ERROR_500, 2, OK),
        (Mode.ERROR_503, 3, PartOutcome(PartStatus.FAILED, "unavailable")),
        (Mode.HANG, 1, PartOutcome(PartStatus.FAILED, "timeout")),
        (Mode.PROSE, 1, PartOutcome(PartStatus.NOT_AVAILABLE, "prose")),
        (Mode.HTML, 1, PartOutcome(PartStatus.FAILED, "html")),
        (Mode.HALF_JSON, 1, PartOutcome(PartStatus.FAILED, "malformed_json")),
        (Mode.WRONG_TOOL, 1, PartOutcome(PartStatus.FAILED, "wrong_tool")),
        (Mode.CHANGED_LAYOUT, 1, PartOutcome(PartStatus.FAILED, "layout_changed")),
        (Mode.LOGIN_PROMPT, 1, PartOutcome(PartStatus.LOGIN_REQUIRED)),
    ],
)
async def test_a_fault_is_its_own_part_s_outcome(
    fi: Fi, mode: Mode, times: int, expected: PartOutcome
) -> None:
    session = await fi.logged_in(EVERYTHING.phone)
    fi.faults.add(Fault(mode=mode, tool=PartName.BANK_TRANSACTIONS, times=times))
    snapshot = await fi.source.fetch(session, unheard)

    assert snapshot.outcomes[PartName.BANK_TRANSACTIONS] == expected
    assert snapshot.outcomes[PartName.NET_WORTH] == OK
    assert fi.faults.waiting() == []
