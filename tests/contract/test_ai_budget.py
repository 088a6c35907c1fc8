"""How much the model may be asked for: a person's day, turns in flight, and the stop for everybody."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.adapters.firestore.ai_budget import (
    MOST_TURNS,
    TOTAL_KEPT_S,
    TURN_LAPSES_AFTER,
    FirestoreAiBudget,
)
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.local_date import IST
from future_finance.errors import AiStopped, NotFound, QuotaSpent, TurnsInFlight
from future_finance.usecases.model import Usage

pytestmark = pytest.mark.emulator

PER_DAY = 1_000
A_THIRD = Usage(prompt=300, output=34)


@pytest.fixture
async def documents(firestore_emulator: str) -> AsyncIterator[Documents]:
    client = connect(firestore_emulator)
    yield Documents(client)
    await disconnect(client)


@pytest.fixture
def budget(documents: Documents) -> FirestoreAiBudget:
    return FirestoreAiBudget(documents, tokens_per_day=PER_DAY, global_tokens_per_day=10**12)


async def somebody(documents: Documents) -> str:
    """The uid of a new user."""
    uid = secrets.token_hex(8)
    await documents.ref("users", uid).set({"erasing": False})
    return uid


@pytest.fixture
async def uid(documents: Documents) -> str:
    return await somebody(documents)


@pytest.fixture
def noon() -> datetime:
    """Noon in India on a day of the test's own: the totals of a day belong to everybody."""
    return datetime(2030, 1, 1, 12, tzinfo=IST) + timedelta(days=secrets.randbelow(300_000))


async def test_a_turn_given_back_makes_room_for_the_next(
    budget: FirestoreAiBudget, uid: str, noon: datetime
) -> None:
    permits = [await budget.begin(uid, noon) for _ in range(MOST_TURNS)]
    with pytest.raises(TurnsInFlight) as refused:
        await budget.begin(uid, noon)
    assert refused.value.retry_after_s
    await budget.end(permits[0], Usage())
    assert (await budget.begin(uid, noon)).id != permits[0].id


async def test_of_many_at_once_no_more_than_two_run(
    budget: FirestoreAiBudget, uid: str, noon: datetime
) -> None:
    outcomes = await asyncio.gather(*(budget.begin(uid, noon) for _ in range(4)), return_exceptions=True)
    begun = [outcome for outcome in outcomes if not isinstance(outcome, BaseException)]
    assert 1 <= len(begun) <= MOST_TURNS
    await budget.end(begun[0], Usage())
    assert await budget.begin(uid, noon)


async def test_a_turn_that_nobody_ended_lapses(budget: FirestoreAiBudget, uid: str, noon: datetime) -> None:
    for _ in range(MOST_TURNS):
        await budget.begin(uid, noon)
    with pytest.raises(TurnsInFlight):
        await budget.begin(uid, noon + TURN_LAPSES_AFTER - timedelta(seconds=1))
    assert await budget.begin(uid, noon + TURN_LAPSES_AFTER)


async def test_tokens_add_up_until_the_day_is_spent_and_start_afresh_at_midnight_in_india(
    budget: FirestoreAiBudget, documents: Documents, uid: str, noon: datetime
) -> None:
    for _ in range(3):
        await budget.end(await budget.begin(uid, noon), A_THIRD)
    with pytest.raises(QuotaSpent) as refused:
        await budget.begin(uid, noon)
    assert refused.value.retry_after_s == 12 * 3600
    with pytest.raises(QuotaSpent):
        await budget.begin(uid, noon + timedelta(hours=11, minutes=59))
    assert await budget.begin(uid, noon + timedelta(hours=12))
    assert await budget.begin(await somebody(documents), noon)


async def test_two_turns_that_end_at_once_are_both_counted(
    budget: FirestoreAiBudget, documents: Documents, uid: str, noon: datetime
) -> None:
    permits = [await budget.begin(uid, noon) for _ in range(2)]
    await asyncio.gather(*(budget.end(permit, A_THIRD) for permit in permits))
    kept = await documents.get("quotas", f"{uid}_{permits[0].day}")
    assert kept is not None
    assert kept["tokens"] == 2 * A_THIRD.total
    assert kept["turns"] == {}
    assert noon.astimezone(UTC) < kept["expireAt"] < noon + timedelta(days=4)


async def test_what_a_turn_used_belongs_to_the_day_it_began_on(
    budget: FirestoreAiBudget, documents: Documents, uid: str, noon: datetime
) -> None:
    permit = await budget.begin(uid, noon)
    await budget.begin(uid, noon + timedelta(hours=13))
    await budget.end(permit, A_THIRD)
    first = await documents.get("quotas", f"{uid}_{permit.day}")
    assert first is not None
    assert first["tokens"] == A_THIRD.total


async def test_everybody_rests_when_all_together_have_used_the_days_tokens(
    documents: Documents, uid: str, noon: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    shared = FirestoreAiBudget(documents, tokens_per_day=10**9, global_tokens_per_day=PER_DAY)
    for _ in range(3):
        await shared.end(await shared.begin(await somebody(documents), noon), A_THIRD)
    with caplog.at_level(logging.INFO, "future_finance"), pytest.raises(AiStopped) as stopped:
        await shared.begin(uid, noon)
    assert [record.measures for record in caplog.records if getattr(record, "event", "") == "ai_stopped"] == [
        {"scope": "everyone"}
    ]
    assert stopped.value.retry_after_s == 12 * 3600
    assert await shared.begin(uid, noon + timedelta(hours=12))


async def test_another_instance_learns_of_the_stop_within_its_time(
    documents: Documents, uid: str, noon: datetime
) -> None:
    here, there = (
        FirestoreAiBudget(documents, tokens_per_day=10**9, global_tokens_per_day=PER_DAY) for _ in range(2)
    )
    permit = await there.begin(uid, noon)
    await here.end(await here.begin(uid, noon), Usage(prompt=PER_DAY))
    with pytest.raises(AiStopped):
        await there.begin(uid, noon + timedelta(seconds=TOTAL_KEPT_S))
    await there.end(permit, Usage())


async def test_a_turn_that_ends_after_its_person_was_erased_leaves_nothing_of_them(
    budget: FirestoreAiBudget, documents: Documents, uid: str, noon: datetime
) -> None:
    permit = await budget.begin(uid, noon)
    await documents.ref("quotas", f"{uid}_{permit.day}").delete()
    await budget.end(permit, A_THIRD)
    assert await documents.get("quotas", f"{uid}_{permit.day}") is None


async def test_who_is_gone_or_being_erased_begins_no_turn(
    budget: FirestoreAiBudget, documents: Documents, uid: str, noon: datetime
) -> None:
    await documents.ref("users", uid).update({"erasing": True})
    for nobody in (uid, secrets.token_hex(8)):
        with pytest.raises(NotFound):
            await budget.begin(nobody, noon)
        assert await documents.get("quotas", f"{nobody}_{noon.date()}") is None
