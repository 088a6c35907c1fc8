"""Facts on Firestore: never of other data, another day or an older model, and built no oftener than that."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore import fact_build
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.adapters.firestore.fact_build import FactBuild
from future_finance.adapters.firestore.facts import FirestoreFactStore
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.profile_change import ProfileChange
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.facts import BUILT_BY
from future_finance.domain.local_date import local_date
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile
from future_finance.domain.snapshot import Snapshot
from future_finance.errors import NotFound
from tests.emulator.store.conftest import NOW
from tests.emulator.store.syncing import begin, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator

TODAY = local_date(NOW)
GOLD = Profile(assets=(ManualEntry("m1", AssetClass.GOLD, "Bangles", 2_000_000, TODAY),))

type Sync = Callable[..., Awaitable[None]]


@pytest.fixture
def facts(documents: Documents) -> FirestoreFactStore:
    return FirestoreFactStore(documents, lambda: FactBuild(documents))


@pytest.fixture
def sync(
    connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore, uid: str
) -> Sync:
    """One sync of a connection that is linked at its first."""

    async def syncing(job_id: str, snapshot: Snapshot = SNAPSHOT) -> None:
        if await connections.get(uid, "c1") is None:
            await connections.put(uid, link(), None)
        await syncs.commit(await begin(jobs, uid, job_id), snapshot, (), NOW)

    return syncing


async def stored(documents: Documents, uid: str, view: str = "facts") -> dict[str, Any]:
    return await documents.get("users", uid, "views", view) or {}


async def cost(work: Awaitable[object]) -> tuple[int, int]:
    """Billed reads and writes."""
    meter = metering.start()
    await work
    return meter.firestore_reads, meter.firestore_writes


async def test_the_first_reader_builds_what_the_next_one_reads(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    built = await facts.sheet(uid, TODAY)
    assert built.number("N01") is not None
    kept = await stored(documents, uid)
    assert (kept["builtBy"], kept["builtOn"], kept["dataVersion"]) == (BUILT_BY, "2026-11-24", 1)
    never = FirestoreFactStore(documents, lambda: pytest.fail("built again"))
    assert await never.sheet(uid, TODAY) == built


async def test_facts_say_what_the_overview_says(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    sheet = await facts.sheet(uid, TODAY)
    body = (await stored(documents, uid, "overview"))["body"]
    assert sheet.number("N01") == Decimal(body["netWorth"]["net"]["amountMinor"]) / 100
    assert {key: float(fact.number) for key, fact in sheet.keyed("N05").items()} == {
        line["class"]: line["sharePct"] for line in body["allocation"]
    }
    assert sheet.number("E01") == Decimal(body["epf"]["total"]["amountMinor"]) / 100


async def test_an_unchanged_sync_leaves_facts_fresh(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    await facts.sheet(uid, TODAY)
    await sync("j2")
    assert await cost(facts.sheet(uid, TODAY)) == (2, 0)


async def test_changed_data_makes_other_facts_at_once(
    facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    before = await facts.sheet(uid, TODAY)
    worth = SNAPSHOT.net_worth
    assert worth is not None
    part = worth.assets[0]
    richer = replace(part, stated_minor=(part.stated_minor or 0) + 100)
    await sync("j2", replace(SNAPSHOT, net_worth=replace(worth, assets=(richer, *worth.assets[1:]))))
    after = await facts.sheet(uid, TODAY)
    assert after.data_version == before.data_version + 1
    assert after.number("N01") == before.facts["N01"].number + 1


async def test_what_a_person_enters_makes_other_facts_at_once(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    before = (await facts.sheet(uid, TODAY)).facts["N01"].number
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    await profiles.replace(uid, GOLD, None, NOW)
    assert (await facts.sheet(uid, TODAY)).number("N01") == before + 20_000


async def test_a_link_that_only_changes_its_state_leaves_facts_fresh(
    connections: FirestoreConnectionStore, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    await facts.sheet(uid, TODAY)
    await connections.delete(uid, "c1", with_data=False)
    assert await cost(facts.sheet(uid, TODAY)) == (2, 0)


async def test_facts_of_yesterday_or_of_an_older_model_are_built_anew(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    await facts.sheet(uid, TODAY)
    tomorrow = TODAY + timedelta(days=1)
    sheet = await facts.sheet(uid, tomorrow)
    assert (sheet.built_on, (await stored(documents, uid))["builtOn"]) == (tomorrow, "2026-11-25")
    await documents.ref("users", uid, "views", "facts").update({"builtBy": BUILT_BY - 1, "body": "{}"})
    assert await facts.sheet(uid, tomorrow) == sheet
    assert (await stored(documents, uid))["builtBy"] == BUILT_BY


async def test_facts_of_a_newer_model_are_left_to_it(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    sheet = await facts.sheet(uid, TODAY)
    await documents.ref("users", uid, "views", "facts").update({"builtBy": BUILT_BY + 1, "body": "new"})
    assert await facts.sheet(uid, TODAY) == sheet
    assert (await stored(documents, uid))["body"] == "new"


async def test_disconnecting_with_the_data_takes_the_facts_along(
    documents: Documents,
    connections: FirestoreConnectionStore,
    facts: FirestoreFactStore,
    sync: Sync,
    uid: str,
) -> None:
    await sync("j1")
    await facts.sheet(uid, TODAY)
    await connections.delete(uid, "c1", with_data=True)
    assert await stored(documents, uid) == {}
    assert (await facts.sheet(uid, TODAY)).number("N01") is None


class Overtaken(Documents):
    """Documents whose data moves on as soon as it was read."""

    async def at_one_moment[T](self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        found = await super().at_one_moment(work)
        await self.moving()
        return found

    moving: Callable[[], Awaitable[object]]


async def test_a_sheet_is_not_kept_over_newer_data(documents: Documents, sync: Sync, uid: str) -> None:
    await sync("j1")
    overtaken = Overtaken(documents.client)
    overtaken.moving = lambda: FirestoreProfileStore(documents, lambda: ProfileChange(documents)).replace(
        uid, GOLD, None, NOW
    )
    facts = FirestoreFactStore(overtaken, lambda: FactBuild(overtaken))
    old = await facts.sheet(uid, TODAY)
    assert (old.data_version, await stored(documents, uid)) == (1, {})
    assert (await stored(documents, uid, "overview"))["dataVersion"] == 2


async def test_nothing_is_kept_for_who_went_meanwhile(documents: Documents, sync: Sync, uid: str) -> None:
    await sync("j1")
    overtaken = Overtaken(documents.client)
    overtaken.moving = documents.ref("users", uid).delete
    await FirestoreFactStore(overtaken, lambda: FactBuild(overtaken)).sheet(uid, TODAY)
    assert await stored(documents, uid) == {}


async def test_two_readers_at_once_get_the_same_facts(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    one, other = await asyncio.gather(facts.sheet(uid, TODAY), facts.sheet(uid, TODAY))
    assert one == other == await facts.sheet(uid, TODAY)
    assert (await stored(documents, uid))["dataVersion"] == one.data_version


async def test_facts_that_outgrow_a_document_are_not_kept(
    documents: Documents,
    facts: FirestoreFactStore,
    sync: Sync,
    uid: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await sync("j1")
    monkeypatch.setattr(fact_build, "MAX_BYTES", 10)
    assert (await facts.sheet(uid, TODAY)).number("N01") is not None
    assert await stored(documents, uid) == {}
    assert "outgrow" in caplog.text


async def test_who_is_gone_or_going_has_no_facts(
    documents: Documents, facts: FirestoreFactStore, uid: str
) -> None:
    with pytest.raises(NotFound):
        await facts.sheet("nobody", TODAY)
    await documents.ref("users", uid).update({"erasing": True})
    with pytest.raises(NotFound):
        await facts.sheet(uid, TODAY)
    assert await stored(documents, uid) == {}


async def test_who_has_nothing_yet_gets_reasons(facts: FirestoreFactStore, uid: str) -> None:
    sheet = await facts.sheet(uid, TODAY)
    assert sheet.missing["N01"].reason == "no_data"


async def test_the_dossier_holds_rows_trades_points_and_profile(
    documents: Documents, facts: FirestoreFactStore, sync: Sync, uid: str
) -> None:
    await sync("j1")
    await FirestoreProfileStore(documents, lambda: ProfileChange(documents)).replace(uid, GOLD, None, NOW)
    dossier = await facts.dossier(uid, TODAY)
    assert len(dossier.rows) == sum(len(statement.rows) for statement in SNAPSHOT.statements or ())
    assert len(dossier.trades) == len(SNAPSHOT.mf_trades or ()) + len(SNAPSHOT.stock_trades or ())
    assert [point.on for point in dossier.points] == [TODAY]
    assert dossier.profile == GOLD
