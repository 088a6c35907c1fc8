"""The nightly clean-up on Firestore: what goes, what stays, and that a second run changes nothing."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from google.cloud.firestore_v1.transforms import DELETE_FIELD

from future_finance.adapters.firestore.absentees import FirestoreAbsentees
from future_finance.adapters.firestore.account_erasure import FirestoreErasureStore
from future_finance.adapters.firestore.anonymous_counts import FirestoreMonthCounts, counts_of
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.expired import FirestoreExpiredDocuments
from future_finance.adapters.firestore.lapsed_consents import FirestoreLapsedConsents
from future_finance.adapters.firestore.notices import FirestoreNoticeStore
from future_finance.adapters.firestore.push_tokens import FirestorePushTokenStore
from future_finance.domain.consent import ConsentStatus, Scope
from future_finance.domain.personal_notice import NoticeKind, PersonalNotice
from future_finance.domain.retention import INACTIVE_AFTER, KEPT
from future_finance.errors import NotFound
from future_finance.usecases.retain import Retaining, retain
from future_finance.usecases.retention_ports import Absentee
from tests.emulator.store.conftest import NOW
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue

pytestmark = pytest.mark.emulator


def retaining(documents: Documents, queue: InMemoryTaskQueue) -> Retaining:
    return Retaining(
        expired=FirestoreExpiredDocuments(documents),
        people=FirestoreAbsentees(documents),
        consents=FirestoreLapsedConsents(documents),
        statistics=FirestoreMonthCounts(documents),
        notices=FirestoreNoticeStore(documents),
        erasures=FirestoreErasureStore(documents, timedelta(days=365)),
        queue=queue,
        patience=timedelta(0),
    )


@pytest.mark.parametrize("collection", KEPT)
async def test_what_has_expired_goes_in_batches_and_the_rest_stays(
    documents: Documents, uid: str, collection: str
) -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=NOW.tzinfo) + timedelta(seconds=uuid.uuid4().int % 10**6)
    home = documents.ref("users", uid, "of", "tests").collection(collection)
    for number in range(5):
        await home.document(f"old-{number}").set({"expireAt": long_ago})
    await home.document("young").set({"expireAt": NOW + timedelta(seconds=1)})
    await home.document("lasting").set({"expireAt": None})
    expired = FirestoreExpiredDocuments(documents)
    assert [await expired.delete_expired(collection, long_ago, 3) for _ in range(3)] == [3, 2, 0]
    assert {key for key, _ in await documents.query(home)} == {"young", "lasting"}


async def absent(documents: Documents, uid: str, days: timedelta) -> Absentee:
    seen_at = NOW - days
    await documents.ref("users", uid).update({"lastSeenAt": seen_at})
    return Absentee(uid, seen_at, None)


async def test_an_absentee_is_told_and_then_erased_unless_back(documents: Documents, uid: str) -> None:
    queue = InMemoryTaskQueue()
    await absent(documents, uid, INACTIVE_AFTER)

    def tasks() -> list[tuple[str, str]]:
        return [(task.queue, task.payload["uid"]) for task in queue.tasks if task.payload.get("uid") == uid]

    for _ in range(2):
        await retain(retaining(documents, queue), NOW)
    assert tasks() == [("send-push", uid)]
    (told,) = await FirestoreNoticeStore(documents).stored(uid)
    assert told.kind is NoticeKind.ACCOUNT_INACTIVE
    await retain(retaining(documents, queue), NOW + timedelta(hours=47))
    assert tasks() == [("send-push", uid)]
    for _ in range(2):
        await retain(retaining(documents, queue), NOW + timedelta(hours=48))
    assert tasks() == [("send-push", uid), ("erase-data", uid)]
    user = await documents.get("users", uid)
    assert user is not None
    assert user["erasing"] is True


async def test_who_comes_back_between_two_steps_is_neither_told_nor_erased(
    documents: Documents, uid: str
) -> None:
    known = await absent(documents, uid, INACTIVE_AFTER)
    await documents.ref("users", uid).update({"lastSeenAt": NOW})
    assert await FirestoreAbsentees(documents).tell(known, NOW) is None
    erasures = FirestoreErasureStore(documents, timedelta(days=365))
    with pytest.raises(NotFound):
        await erasures.begin(uid, NOW, absent_since=known.last_seen_at)
    assert await FirestoreNoticeStore(documents).stored(uid) == []


async def test_consents_that_ran_out_start_the_erasure_of_their_scopes_once(
    documents: Documents, uid: str
) -> None:
    later = NOW + timedelta(days=366)
    await documents.ref("users", uid).update({"consentsEndAt": NOW + timedelta(days=365)})
    lapsed = FirestoreLapsedConsents(documents)
    assert uid in await lapsed.lapsed(later, 10_000)
    jobs = await lapsed.lapse(uid, later)
    assert {job.request["scope"][0] for job in jobs} == set(Scope)
    assert await lapsed.lapse(uid, later) == []
    assert uid not in await lapsed.lapsed(later, 10_000)
    user = await documents.get("users", uid)
    assert user is not None
    statuses = {consent["status"] for purposes in user["consents"].values() for consent in purposes.values()}
    assert statuses == {ConsentStatus.EXPIRED}
    events = await documents.query(documents.ref("users", uid).collection("consentEvents"))
    assert [event["action"] for _, event in events] == ["expire"]


async def test_a_notice_is_left_once_and_seen_once(documents: Documents, uid: str) -> None:
    store = FirestoreNoticeStore(documents)
    ready = PersonalNotice("export-j1", NoticeKind.EXPORT_READY, NOW, {"jobId": "j1"})
    assert [await store.leave(uid, ready) for _ in range(2)] == [True, False]
    await store.mark_seen(uid, ready, NOW + timedelta(hours=1))
    await store.mark_seen(uid, ready, NOW + timedelta(hours=2))
    (seen,) = await store.stored(uid)
    assert seen.seen_at == NOW + timedelta(hours=1)
    assert not await store.leave("nobody", ready)
    with pytest.raises(NotFound):
        await store.mark_seen("nobody", ready, NOW)


async def test_a_browser_is_kept_once_and_the_oldest_of_too_many_makes_room(
    documents: Documents, uid: str
) -> None:
    store = FirestorePushTokenStore(documents)
    for number in range(22):
        await store.keep(uid, f"token-{number}", NOW + timedelta(minutes=number))
        await store.keep(uid, f"token-{number}", NOW + timedelta(minutes=number))
    kept = {each.token for each in await store.tokens(uid)}
    assert kept == {f"token-{number}" for number in range(2, 22)}
    await store.forget(uid, "token-5")
    await store.forget(uid, "token-5")
    assert len(await store.tokens(uid)) == 19
    with pytest.raises(NotFound):
        await store.keep("nobody", "token", NOW)


async def test_months_of_statistics_that_are_over_lose_their_cells_of_few(documents: Documents) -> None:
    for month in ("2026-09", "2026-10"):
        await documents.ref("anonymousCounts", f"{month}_3").set({"counts": {"cell": 1}, "schemaVersion": 1})
    going_on = documents.ref("anonymousCounts", "2026-11_3")
    await going_on.set({"counts": {"cell": 1}}, merge=True)
    done = await retain(retaining(documents, InMemoryTaskQueue()), NOW)
    assert done["anonymousCounts"] == 2
    assert [await counts_of(documents, month) for month in ("2026-09", "2026-10")] == [{}, {}]
    assert (await counts_of(documents, "2026-11"))["cell"] == 1
    assert "anonymousCounts" not in await retain(retaining(documents, InMemoryTaskQueue()), NOW)
    await going_on.update({"counts.cell": DELETE_FIELD})
