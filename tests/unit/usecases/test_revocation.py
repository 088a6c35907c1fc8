"""When a session is looked up, and what happens when nobody answers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.domain.user import AccountState, User
from future_finance.errors import SessionRevoked, Unavailable
from future_finance.usecases.revocation import MOST_SESSIONS, REMEMBERED_S, RevocationCheck

SIGNED_IN = datetime(2026, 10, 1, tzinfo=UTC)
ASHA = User("asha", SIGNED_IN)


class Accounts:
    """AccountLookup with one answer, a gate, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.lookups = 0
        self.state: AccountState | None = AccountState(SIGNED_IN, disabled=False)
        self.down = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def account_state(self, uid: str) -> AccountState | None:
        self.lookups += 1
        await self.gate.wait()
        if self.down:
            raise Unavailable
        return self.state

    def check(self) -> RevocationCheck:
        return RevocationCheck(self, lambda: self.now_s)


async def test_a_session_found_good_is_trusted_for_five_minutes() -> None:
    accounts = Accounts()
    check = accounts.check()
    await check.require_lately(ASHA)
    accounts.now_s += REMEMBERED_S - 1
    await check.require_lately(ASHA)
    assert accounts.lookups == 1


async def test_no_look_up_is_left_behind_an_answer() -> None:
    accounts = Accounts()
    check = accounts.check()
    before = asyncio.all_tasks()
    for age_s in (0, 1, REMEMBERED_S - 2, REMEMBERED_S):
        accounts.now_s += age_s
        await check.require_lately(ASHA)
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == before
    assert accounts.lookups == 2


async def test_a_request_that_is_cut_off_takes_no_look_up_from_the_others() -> None:
    accounts = Accounts()
    check = accounts.check()
    accounts.gate.clear()
    cut_off, other = (asyncio.create_task(check.require_now(ASHA)) for _ in range(2))
    await asyncio.sleep(0)
    cut_off.cancel()
    await asyncio.sleep(0)
    accounts.gate.set()
    await other
    assert (cut_off.cancelled(), accounts.lookups) == (True, 1)


async def test_after_five_minutes_the_answer_is_waited_for() -> None:
    accounts = Accounts()
    check = accounts.check()
    await check.require_lately(ASHA)
    accounts.now_s += REMEMBERED_S
    accounts.state = None
    with pytest.raises(SessionRevoked):
        await check.require_lately(ASHA)


async def test_when_nobody_answers_a_read_goes_on_and_a_grave_step_does_not() -> None:
    accounts = Accounts()
    accounts.down = True
    check = accounts.check()
    await check.require_lately(ASHA)
    with pytest.raises(Unavailable):
        await check.require_now(ASHA)


async def test_an_unanswered_look_up_is_not_waited_for_again_at_once() -> None:
    accounts = Accounts()
    accounts.down = True
    check = accounts.check()
    await check.require_lately(ASHA)
    accounts.gate.clear()
    async with asyncio.timeout(1):
        await check.require_lately(ASHA)
    await check.aclose()


async def test_a_known_revoked_session_stays_refused_when_nobody_answers() -> None:
    accounts = Accounts()
    check = accounts.check()
    accounts.state = None
    with pytest.raises(SessionRevoked):
        await check.require_lately(ASHA)
    accounts.down = True
    for _ in range(3):
        accounts.now_s += REMEMBERED_S
        with pytest.raises(SessionRevoked):
            await check.require_lately(ASHA)


async def test_requests_at_once_share_a_look_up() -> None:
    accounts = Accounts()
    check = accounts.check()
    await asyncio.gather(*(check.require_now(ASHA) for _ in range(10)))
    assert accounts.lookups == 1


async def test_a_new_sign_in_of_a_revoked_person_is_good() -> None:
    accounts = Accounts()
    accounts.state = AccountState(SIGNED_IN + timedelta(hours=1), disabled=False)
    check = accounts.check()
    with pytest.raises(SessionRevoked):
        await check.require_lately(ASHA)
    await check.require_lately(User("asha", SIGNED_IN + timedelta(hours=1)))


async def test_memory_is_bounded() -> None:
    accounts = Accounts()
    check = accounts.check()
    for number in range(MOST_SESSIONS + 1):
        await check.require_lately(User(f"user-{number}", SIGNED_IN))
    await check.require_lately(User("user-0", SIGNED_IN))
    assert accounts.lookups == MOST_SESSIONS + 2
