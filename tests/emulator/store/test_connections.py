"""Links on Firestore, and what screens show of several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.profile_change import ProfileChange
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile
from future_finance.errors import (
    ConnectionChanged,
)
from tests.emulator.store.conftest import NOW, Screens
from tests.emulator.store.syncing import begin, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator


async def test_two_connections_add_up_in_one_overview(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await connections.put(uid, link("c2"), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    await syncs.commit(await begin(jobs, uid, "j2", "c2"), SNAPSHOT, (), NOW)
    body = await screens.overview(uid)
    assert body["netWorth"] is not None
    assert body["netWorth"]["net"]["amountMinor"] == 2 * 5_250_000
    assert len(await screens.ledger_rows(uid, "2026-11")) == 4

    await connections.delete(uid, "c2", with_data=True)
    body = await screens.overview(uid)
    assert body["netWorth"] is not None
    assert body["netWorth"]["net"]["amountMinor"] == 5_250_000
    assert [line["id"] for line in body["connections"]] == ["c1"]
    assert len(await screens.ledger_rows(uid, "2026-11")) == 2


async def test_a_link_that_ends_without_its_data_stays_as_revoked(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    await connections.delete(uid, "c1", with_data=False)
    body = await screens.overview(uid)
    assert body["netWorth"] is not None
    assert body["connections"][0]["status"] == "revoked"


async def test_an_overview_of_an_older_model_is_rebuilt_on_read(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    fresh = await screens.overview(uid)
    view = documents.ref("users", uid, "views", "overview")
    await view.update({"builtBy": 0, "body.netWorth": None, "body.coverage.ledgerMonths": []})
    assert await screens.overview(uid) == fresh
    assert await screens.overview(uid) == fresh


async def test_what_the_person_enters_is_on_every_screen_at_the_same_moment(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    flat = ManualEntry("m1", AssetClass.PROPERTY, "Flat", 400_000_000, NOW.date())
    loan = ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 10_000_000, NOW.date())
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    await profiles.replace(uid, Profile(assets=(flat,), debts=(loan,)), None, NOW)
    body = await screens.overview(uid)
    (point,) = await screens.points(uid, NOW.date(), NOW.date())
    assert body["netWorth"] is not None
    assert body["netWorth"]["net"]["amountMinor"] == point.net_minor == 5_250_000 + 390_000_000
    assert body["reconciliation"]["status"] == "ok"
    assert len(body["coverage"]["ledgerMonths"]) == 2
    await syncs.commit(await begin(jobs, uid, "j2"), SNAPSHOT, (), NOW)
    assert (await screens.overview(uid))["netWorth"] == body["netWorth"]


async def test_a_link_that_was_changed_meanwhile_is_not_overwritten(
    uid: str, connections: FirestoreConnectionStore
) -> None:
    await connections.put(uid, link(), expected=None)
    await connections.delete(uid, "c1", with_data=True)
    with pytest.raises(ConnectionChanged):
        await connections.put(uid, replace(link(), active_until=NOW), expected=link())
    assert await connections.get(uid, "c1") is None


async def test_deleting_the_last_data_takes_its_history_along(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await connections.put(uid, link("c2"), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    await syncs.commit(await begin(jobs, uid, "j2", "c2"), SNAPSHOT, (), NOW)
    await connections.delete(uid, "c1", with_data=True)
    (point,) = await screens.points(uid, date.min, NOW.date())
    assert point.net_minor == 5_250_000
    await connections.delete(uid, "c2", with_data=True)
    assert await screens.points(uid, date.min, NOW.date()) == []
    assert (await screens.overview(uid))["netWorth"] is None


async def test_what_the_person_takes_back_leaves_no_point(
    uid: str, documents: Documents, screens: Screens
) -> None:
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    gold = ManualEntry("m1", AssetClass.GOLD, "Ring", 5_000_000, NOW.date())
    await profiles.replace(uid, Profile(assets=(gold,)), None, NOW)
    assert len(await screens.points(uid, date.min, NOW.date())) == 1
    await profiles.replace(uid, Profile(), None, NOW)
    assert await screens.points(uid, date.min, NOW.date()) == []
    assert (await screens.overview(uid))["netWorth"] is None


async def test_with_the_last_connection_its_history_goes_and_what_was_entered_stays(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    yesterday = NOW - timedelta(days=1)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), yesterday)
    gold = ManualEntry("m1", AssetClass.GOLD, "Ring", 5_000_000, NOW.date())
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    await profiles.replace(uid, Profile(assets=(gold,)), None, NOW)
    await connections.delete(uid, "c1", with_data=True)
    (point,) = await screens.points(uid, date.min, NOW.date())
    assert (point.on, point.net_minor) == (NOW.date(), 5_000_000)
