"""The commit of a sync on Firestore: all or nothing, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.job import FollowUp, JobStatus
from future_finance.domain.snapshot import AssetPart, NetWorth, PartName, PartStatus
from future_finance.errors import (
    AppError,
    Busy,
    ConnectionChanged,
    IdentityUnchecked,
    NotFound,
    OtherPerson,
)
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken
from tests.emulator.store.conftest import NOW, Screens
from tests.emulator.store.syncing import UNTIL, begin, job, link
from tests.fakes.person import CHAI, SAVINGS, SNAPSHOT, with_failed

pytestmark = pytest.mark.emulator


async def test_a_first_sync_is_on_every_screen_and_costs_few_writes(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await begin(jobs, uid)
    meter = metering.start()
    done = await syncs.commit(taken, SNAPSHOT, (), NOW)
    assert (done.status, done.counts["newRows"], done.counts["newTrades"]) == (JobStatus.SUCCEEDED, 3, 3)
    assert (
        meter.firestore_writes == 13
    )  # 2 classes, debts, epf, score, 2 months, 2 years, link, view, point, job

    meter = metering.start()
    body = await screens.overview(uid)
    assert meter.firestore_reads == 1
    assert body["netWorth"] is not None
    assert body["netWorth"]["net"] == {"amountMinor": 5_250_000, "currency": "INR"}
    assert body["reconciliation"]["status"] == "ok"
    assert body["coverage"] == {
        "ledgerMonths": ["2026-10", "2026-11"],
        "tradeYears": [2025, 2026],
        "ledgerTo": "2026-11-03",
    }
    (point,) = await screens.points(uid, date(2026, 11, 1), date(2026, 11, 30))
    assert (point.on, point.net_minor) == (date(2026, 11, 24), 5_250_000)
    meter = metering.start()
    assert len(await screens.ledger_rows(uid, "2026-11")) == 2
    assert meter.firestore_reads == 2  # the month, and the consents


async def test_an_unchanged_sync_writes_the_job_and_the_time_alone(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link(), expected=None)
    follow_ups = (FollowUp("generate-insights", "f"),)
    first = await syncs.commit(await begin(jobs, uid), SNAPSHOT, follow_ups, NOW)
    assert first.follow_ups == follow_ups
    meter = metering.start()
    taken = await begin(jobs, uid, "j2")
    second = await syncs.commit(taken, SNAPSHOT, follow_ups, NOW + timedelta(minutes=1))
    assert meter.firestore_writes == 4  # job, lease, job, overview's time
    assert (second.counts, second.follow_ups) == ({"changedDocuments": 0, "newRows": 0, "newTrades": 0}, ())


async def test_a_new_row_writes_its_month_alone(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    assert SNAPSHOT.statements
    (statement,) = SNAPSHOT.statements
    more = replace(statement, rows=(*statement.rows, replace(CHAI, on=date(2026, 11, 19))))
    done = await syncs.commit(
        await begin(jobs, uid, "j2"), replace(SNAPSHOT, statements=(more,)), (), NOW + timedelta(minutes=1)
    )
    assert done.counts == {"changedDocuments": 1, "newRows": 1, "newTrades": 0}
    assert len(await screens.ledger_rows(uid, "2026-11")) == 3


@pytest.mark.parametrize(
    ("part_status", "job_status"),
    [(PartStatus.FAILED, JobStatus.PARTIAL), (PartStatus.NOT_AVAILABLE, JobStatus.PARTIAL)],
)
async def test_a_net_worth_not_brought_keeps_old_data_and_makes_no_point(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
    part_status: PartStatus,
    job_status: JobStatus,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    before = await screens.overview(uid)
    without = with_failed(PartName.NET_WORTH, status=part_status)
    done = await syncs.commit(await begin(jobs, uid, "j2"), without, (), NOW + timedelta(days=1))
    after = await screens.overview(uid)
    assert done.status is job_status
    assert after["netWorth"] == before["netWorth"]
    assert after["connections"][0]["parts"]["fetch_net_worth"]["fetchedAt"] == NOW.isoformat()
    assert [p.on for p in await screens.points(uid, date(2026, 11, 1), date(2026, 11, 30))] == [NOW.date()]


async def test_a_worker_whose_lease_was_taken_over_commits_nothing(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    slow = await begin(jobs, uid)
    later = await jobs.take_lease(uid, "j1", "other", UNTIL, UNTIL + timedelta(minutes=3))
    assert isinstance(later, LeaseTaken)
    assert later.lease.generation == slow.lease.generation + 1
    with pytest.raises(Busy):
        await syncs.commit(slow, SNAPSHOT, (), UNTIL)
    assert (await screens.overview(uid))["netWorth"] is None
    assert (await syncs.commit(later, SNAPSHOT, (), UNTIL)).status is JobStatus.SUCCEEDED


async def test_a_consent_that_changed_in_between_commits_nothing(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await begin(jobs, uid)
    await documents.ref("users", uid).update({"consentVersion": 1})
    with pytest.raises(Busy):
        await syncs.commit(taken, SNAPSHOT, (), NOW)


@pytest.mark.parametrize("fate", ["erasing", "gone", "disconnected", "logged in anew"])
async def test_nobody_who_left_is_brought_back(
    fate: str,
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> None:
    await connections.put(uid, link(), expected=None)
    taken = await begin(jobs, uid)
    error: type[AppError] = NotFound
    match fate:
        case "erasing":
            await documents.ref("users", uid).update({"erasing": True})
        case "gone":
            await documents.ref("users", uid).delete()
        case "disconnected":
            await connections.delete(uid, "c1", with_data=True)
            error = ConnectionChanged
        case _:
            again = replace(link(), active_until=NOW + timedelta(minutes=40))
            await connections.put(uid, again, expected=link())
            error = ConnectionChanged
    with pytest.raises(error):
        await syncs.commit(taken, SNAPSHOT, (), NOW)
    assert await documents.get("users", uid, "assets", "c1_savings") is None


async def test_a_login_that_ran_out_ends_the_job_and_touches_no_figure(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    before = await screens.overview(uid)
    done = await syncs.end_needs_login(await begin(jobs, uid, "j2"), {}, "login_required", NOW)
    after = await screens.overview(uid)
    assert done.status is JobStatus.NEEDS_LOGIN
    assert after["connections"][0]["status"] == "needs_login"
    assert {**after, "connections": []} == {**before, "connections": []}
    late = NOW + timedelta(minutes=31)
    await jobs.create_jobs([job(uid, "j3")])
    assert await jobs.take_lease(uid, "j3", "a", late, late) is LeaseRefusal.NOT_ACTIVE


async def test_another_persons_accounts_are_not_mixed_in(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    before = await screens.overview(uid)
    assert SNAPSHOT.net_worth is not None
    theirs = AssetPart(AssetClass.SAVINGS, 9, (), (replace(SAVINGS, id="another"),), NOW.date())
    other = replace(SNAPSHOT, net_worth=NetWorth((theirs,), (), 9), epf=None)
    with pytest.raises(OtherPerson):  # the same link, logged in to once more
        await syncs.commit(await begin(jobs, uid, "j0"), other, (), NOW)
    await jobs.bury(uid, "j0", "sync-connection", "x", NOW)
    anew = replace(link(), login_started_at=NOW + timedelta(minutes=1))
    stored = await connections.get(uid, "c1")
    await connections.put(uid, anew, expected=stored)
    later = NOW + timedelta(minutes=2)
    with pytest.raises(OtherPerson):
        await syncs.commit(await begin(jobs, uid, "j2"), other, (), later)
    assert await screens.overview(uid) == before
    unknown = replace(other, net_worth=None, outcomes=with_failed(PartName.NET_WORTH).outcomes)
    await jobs.bury(uid, "j2", "sync-connection", "x", NOW)
    with pytest.raises(IdentityUnchecked):
        await syncs.commit(await begin(jobs, uid, "j3"), unknown, (), later)
    assert await screens.overview(uid) == before


async def test_a_point_with_another_connections_older_part_is_marked_carried(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link(), expected=None)
    await connections.put(uid, link("c2"), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    tomorrow = NOW + timedelta(days=1)
    await syncs.commit(await begin(jobs, uid, "j2", "c2"), SNAPSHOT, (), tomorrow)
    points = await screens.points(uid, date.min, tomorrow.date())
    assert [(point.on.day, point.carried) for point in points] == [(24, False), (25, True)]
