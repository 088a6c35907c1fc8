"""The month's net worth point of who did not sync: what is known, marked carried."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance.adapters.firestore.carried_points import FirestorePointCarrier
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from tests.emulator.store.conftest import NOW, Screens
from tests.emulator.store.syncing import begin, link
from tests.fakes.clock import FixedClock
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator

FIRST_AT_FOUR = datetime(2026, 11, 30, 22, 30, tzinfo=UTC)  # in India, 1 December; in UTC, November yet


@pytest.fixture
async def synced(
    jobs: FirestoreJobStore, syncs: FirestoreSyncStore, connections: FirestoreConnectionStore, uid: str
) -> str:
    """Someone with a sync in November."""
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, [], NOW)
    return uid


@pytest.fixture
def carrier(documents: Documents) -> FirestorePointCarrier:
    return FirestorePointCarrier(documents)


async def test_the_month_begins_with_what_is_known(
    carrier: FirestorePointCarrier, screens: Screens, clock: FixedClock, synced: str
) -> None:
    clock.forward(FIRST_AT_FOUR - NOW)
    assert await carrier.carry_point(synced, FIRST_AT_FOUR)
    measured, carried = await screens.points(synced, date(2026, 1, 1), date(2027, 1, 1))
    assert (measured.on, measured.carried) == (date(2026, 11, 24), False)
    assert (carried.on, carried.carried) == (date(2026, 12, 1), True)
    assert carried.net_minor == measured.net_minor
    overview = await screens.overview(synced)
    assert overview["netWorth"]["net"]["amountMinor"] == carried.net_minor  # type: ignore[index]


async def test_a_month_gets_one_point_however_often_it_is_asked_for(
    carrier: FirestorePointCarrier, screens: Screens, synced: str
) -> None:
    assert await carrier.carry_point(synced, FIRST_AT_FOUR)
    assert not await carrier.carry_point(synced, FIRST_AT_FOUR)
    assert not await carrier.carry_point(synced, FIRST_AT_FOUR + timedelta(days=3))
    assert len(await screens.points(synced, date(2026, 12, 1), date(2026, 12, 31))) == 1


async def test_a_month_with_a_measured_point_needs_none(carrier: FirestorePointCarrier, synced: str) -> None:
    assert not await carrier.carry_point(synced, NOW + timedelta(days=1))


async def test_facts_that_rest_on_points_are_built_anew(
    carrier: FirestorePointCarrier, documents: Documents, synced: str
) -> None:
    before = await documents.get("users", synced, "views", "overview")
    await carrier.carry_point(synced, FIRST_AT_FOUR)
    after = await documents.get("users", synced, "views", "overview")
    assert before is not None
    assert after is not None
    assert after["dataVersion"] == before["dataVersion"] + 1


async def test_who_has_no_net_worth_is_gone_or_going_gets_no_point(
    carrier: FirestorePointCarrier, documents: Documents, uid: str
) -> None:
    assert not await carrier.carry_point(uid, FIRST_AT_FOUR)
    assert not await carrier.carry_point("nobody", FIRST_AT_FOUR)
    await documents.ref("users", uid).update({"erasing": True})
    assert not await carrier.carry_point(uid, FIRST_AT_FOUR)
    assert await documents.get("users", uid, "netWorth", "2026") is None
