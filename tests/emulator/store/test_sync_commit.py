"""The commit of a sync on Firestore: all or nothing, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile
from future_finance.domain.snapshot import PartName, PartStatus
from future_finance.errors import Busy, IdempotencyMismatch, NotFound, QuotaSpent
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken
from tests.emulator.store.conftest import NOW, Screens
from tests.fakes.person import CHAI, SNAPSHOT, with_failed

pytestmark = pytest.mark.emulator

UNTIL = NOW + timedelta(minutes=3)


def link(connection_id: str = "c1") -> Connection:
    return Connection(
        connection_id, "fi_money", ConnectionStatus.ACTIVE, 5, NOW, active_until=NOW + timedelta(minutes=30)
    )


def job(uid: str, job_id: str = "j1", connection_id: str = "c1") -> Job:
    return Job(job_id, uid, connection_id, JobType.MANUAL, JobStatus.QUEUED, NOW)


async def begin(
    jobs: FirestoreJobStore, uid: str, job_id: str = "j1", connection_id: str = "c1"
) -> LeaseTaken:
    await jobs.create_job(job(uid, job_id, connection_id), request_hash="r")
    taken = await jobs.take_lease(uid, job_id, f"attempt-{job_id}", NOW, UNTIL)
    assert isinstance(taken, LeaseTaken)
    return taken


async def test_a_first_sync_is_on_every_screen_and_costs_few_writes(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link())
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
    assert meter.firestore_reads == 1


async def test_an_unchanged_sync_writes_the_job_and_the_time_alone(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link())
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
    await connections.put(uid, link())
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
    [(PartStatus.FAILED, JobStatus.PARTIAL), (PartStatus.NOT_AVAILABLE, JobStatus.SUCCEEDED)],
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
    await connections.put(uid, link())
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
    await connections.put(uid, link())
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
    await connections.put(uid, link())
    taken = await begin(jobs, uid)
    await documents.ref("users", uid).update({"consentVersion": 1})
    with pytest.raises(Busy):
        await syncs.commit(taken, SNAPSHOT, (), NOW)


@pytest.mark.parametrize("fate", ["erasing", "gone", "disconnected"])
async def test_nobody_who_left_is_brought_back(
    fate: str,
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> None:
    await connections.put(uid, link())
    taken = await begin(jobs, uid)
    match fate:
        case "erasing":
            await documents.ref("users", uid).update({"erasing": True})
        case "gone":
            await documents.ref("users", uid).delete()
        case _:
            await connections.delete(uid, "c1", with_data=True)
    with pytest.raises(NotFound):
        await syncs.commit(taken, SNAPSHOT, (), NOW)
    assert await documents.get("users", uid, "assets", "c1_savings") is None


async def test_a_lease_is_held_by_its_delivery_until_the_job_ends(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link())
    await connections.put(uid, link("c2"))
    taken = await begin(jobs, uid)
    await jobs.create_job(job(uid, "j2", "c2"), request_hash="r")
    assert await jobs.take_lease(uid, "j1", "duplicate", NOW, UNTIL) is LeaseRefusal.HELD
    assert await jobs.take_lease(uid, "j2", "other", NOW, UNTIL) is LeaseRefusal.HELD
    await syncs.commit(taken, SNAPSHOT, (), NOW)
    assert await jobs.take_lease(uid, "j1", "late", NOW, UNTIL) is LeaseRefusal.FINISHED
    assert isinstance(await jobs.take_lease(uid, "j2", "other", NOW, UNTIL), LeaseTaken)


async def test_two_connections_add_up_in_one_overview(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link())
    await connections.put(uid, link("c2"))
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
    await connections.put(uid, link())
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
    await connections.put(uid, link())
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    fresh = await screens.overview(uid)
    view = documents.ref("users", uid, "views", "overview")
    await view.update({"builtBy": 0, "body.netWorth": None, "body.coverage.ledgerMonths": []})
    assert await screens.overview(uid) == fresh
    assert await screens.overview(uid) == fresh


async def test_the_same_key_gives_the_same_job_and_another_request_is_refused(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore
) -> None:
    await connections.put(uid, link())
    first = await jobs.create_job(job(uid), request_hash="r")
    assert await jobs.create_job(job(uid), request_hash="r") == first
    with pytest.raises(IdempotencyMismatch):
        await jobs.create_job(job(uid), request_hash="other")
    with pytest.raises(NotFound):
        await jobs.create_job(job(uid, "j9", "no-such-link"), request_hash="r")


async def test_the_days_syncs_are_counted_and_end(
    uid: str, documents: Documents, connections: FirestoreConnectionStore, syncs: FirestoreSyncStore
) -> None:
    jobs = FirestoreJobStore(documents, syncs_per_day=1)
    await connections.put(uid, link())
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    with pytest.raises(QuotaSpent):
        await jobs.create_job(job(uid, "j2"), request_hash="r")
    tomorrow = replace(job(uid, "j2"), created_at=NOW + timedelta(days=1))
    assert (await jobs.create_job(tomorrow, request_hash="r")).id == "j2"


async def test_a_login_that_ran_out_ends_the_job_and_touches_no_figure(
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link())
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    before = await screens.overview(uid)
    done = await syncs.end_needs_login(await begin(jobs, uid, "j2"), {}, NOW)
    after = await screens.overview(uid)
    assert done.status is JobStatus.NEEDS_LOGIN
    assert after["connections"][0]["status"] == "needs_login"
    assert {**after, "connections": []} == {**before, "connections": []}
    late = NOW + timedelta(minutes=31)
    await jobs.create_job(job(uid, "j3"), request_hash="r")
    assert await jobs.take_lease(uid, "j3", "a", late, late) is LeaseRefusal.NOT_ACTIVE


async def test_progress_never_reopens_a_job_that_ended(
    uid: str, connections: FirestoreConnectionStore, jobs: FirestoreJobStore, syncs: FirestoreSyncStore
) -> None:
    await connections.put(uid, link())
    taken = await begin(jobs, uid)
    await jobs.report_progress(uid, "j1", SNAPSHOT.outcomes)
    running = await jobs.get_job(uid, "j1")
    assert running is not None
    assert running.status is JobStatus.RUNNING
    await syncs.commit(taken, SNAPSHOT, (), NOW)
    await jobs.report_progress(uid, "j1", {})
    ended = await jobs.get_job(uid, "j1")
    assert ended is not None
    assert (ended.status, len(ended.parts)) == (JobStatus.SUCCEEDED, 6)


async def test_only_jobs_that_did_not_end_are_overdue_and_burying_is_idempotent(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> None:
    await connections.put(uid, link())
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    await jobs.create_job(job(uid, "j2"), request_hash="r")
    later = NOW + timedelta(hours=1)
    mine = [found.id for found in await jobs.overdue_jobs(later, 1000) if found.uid == uid]
    assert mine == ["j2"]
    for _ in range(2):
        await jobs.bury(uid, "j2", "sync-connection", "unavailable", later)
    buried = await jobs.get_job(uid, "j2")
    assert buried is not None
    assert (buried.status, buried.error) == (JobStatus.FAILED, "unavailable")
    letter = await documents.get("deadLetters", f"sync-connection_{uid}_j2")
    assert letter is not None
    assert letter["uid"] == uid
    assert [j.id for j in await jobs.overdue_jobs(later, 1000) if j.uid == uid] == []


async def test_what_the_person_enters_is_on_every_screen_at_the_same_moment(
    uid: str,
    documents: Documents,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
    screens: Screens,
) -> None:
    await connections.put(uid, link())
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    flat = ManualEntry("m1", AssetClass.PROPERTY, "Flat", 400_000_000, NOW.date())
    loan = ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 10_000_000, NOW.date())
    profiles = FirestoreProfileStore(documents)
    await profiles.replace(uid, Profile(assets=(flat,), debts=(loan,)), None, NOW)
    body = await screens.overview(uid)
    (point,) = await screens.points(uid, NOW.date(), NOW.date())
    assert body["netWorth"] is not None
    assert body["netWorth"]["net"]["amountMinor"] == point.net_minor == 5_250_000 + 390_000_000
    assert body["reconciliation"]["status"] == "ok"
    assert len(body["coverage"]["ledgerMonths"]) == 2
    await syncs.commit(await begin(jobs, uid, "j2"), SNAPSHOT, (), NOW)
    assert (await screens.overview(uid))["netWorth"] == body["netWorth"]
