"""Being counted in statistics on Firestore: by consent alone, once a month, and without a way back."""

from __future__ import annotations

import json
import uuid

import pytest

from future_finance.adapters.firestore.anonymous_counts import (
    DOCUMENTS_A_MONTH,
    FirestoreMonthCounts,
    counts_of,
)
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.consent import Purpose, Scope
from tests.consenting import EVERYTHING, consent
from tests.emulator.store.conftest import NOW
from tests.emulator.store.syncing import begin, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator

MONTH = "2026-11"
COUNTED = tuple((scope, Purpose.ANALYTICS) for scope in Scope)


async def synced(documents: Documents, uid: str, job_id: str) -> None:
    jobs = FirestoreJobStore(documents, syncs_per_day=20)
    await FirestoreSyncStore(documents).commit(await begin(jobs, uid, job_id), SNAPSHOT, (), NOW)


async def test_who_did_not_agree_is_not_counted(
    documents: Documents, uid: str, connections: FirestoreConnectionStore
) -> None:
    before = await counts_of(documents, MONTH)
    await connections.put(uid, link(), expected=None)
    await synced(documents, uid, "j1")
    assert await counts_of(documents, MONTH) == before


async def test_who_agreed_is_counted_once_a_month_and_nothing_of_them_is_in_it(
    documents: Documents, uid: str, connections: FirestoreConnectionStore
) -> None:
    before = await counts_of(documents, MONTH)
    await consent(documents, uid, NOW, [*EVERYTHING, *COUNTED])
    await connections.put(uid, link(), expected=None)
    for job_id in ("j1", "j2"):
        await synced(documents, uid, job_id)
    after = await counts_of(documents, MONTH)
    cell = "unknown__under_5_lakh__under_5_lakh"
    assert after == before | {cell: before.get(cell, 0) + 1}
    read = [await documents.get("anonymousCounts", f"{MONTH}_{n}") for n in range(DOCUMENTS_A_MONTH)]
    kept = [fields for fields in read if fields is not None]
    assert {name for fields in kept for name in fields} == {"counts", "schemaVersion"}
    told = json.dumps(kept)
    assert not [each for each in (uid, "a@example.com", "1500000", "5250000", "Sahyadri") if each in told]


async def test_a_scope_that_may_not_be_counted_is_unknown(
    documents: Documents, uid: str, connections: FirestoreConnectionStore
) -> None:
    before = await counts_of(documents, MONTH)
    await consent(documents, uid, NOW, [*EVERYTHING, (Scope.LIABILITIES, Purpose.ANALYTICS)])
    await connections.put(uid, link(), expected=None)
    await synced(documents, uid, "j1")
    cell = "unknown__unknown__under_5_lakh"
    assert await counts_of(documents, MONTH) == before | {cell: before.get(cell, 0) + 1}
    assert (await documents.get("users", uid) or {})["countedIn"] == MONTH


async def test_the_next_month_counts_anew(
    documents: Documents, uid: str, connections: FirestoreConnectionStore
) -> None:
    await consent(documents, uid, NOW, [*EVERYTHING, *COUNTED])
    await documents.ref("users", uid).update({"countedIn": "2026-10"})
    before = sum((await counts_of(documents, MONTH)).values())
    await connections.put(uid, link(), expected=None)
    await synced(documents, uid, "j1")
    assert sum((await counts_of(documents, MONTH)).values()) == before + 1


async def test_of_a_month_that_is_over_cells_of_few_go_and_nothing_tells_when_one_was_counted(
    documents: Documents,
) -> None:
    month = f"{1000 + uuid.uuid4().int % 1000}-07"  # no other test's
    for n, counts in enumerate([{"a": 12, "b": 1}, {"a": 9, "c": 25}, {"b": 2}]):
        await documents.ref("anonymousCounts", f"{month}_{n}").set({"counts": counts, "schemaVersion": 1})
    months = FirestoreMonthCounts(documents)
    assert await months.settle(month) == 3
    left = [await documents.get("anonymousCounts", f"{month}_{n}") for n in range(DOCUMENTS_A_MONTH)]
    assert [each for each in left if each is not None] == []
    assert await counts_of(documents, month) == {"a": 21, "c": 25}
    assert await months.settle(month) == 0

    late = {"counts": {"a": 1, "d": 1}, "schemaVersion": 1}  # by a sync that went over midnight
    await documents.ref("anonymousCounts", f"{month}_5").set(late)
    assert await months.settle(month) == 1
    assert await counts_of(documents, month) == {"a": 22, "c": 25}


async def test_of_a_month_with_few_people_nothing_is_kept(documents: Documents) -> None:
    month = f"{1000 + uuid.uuid4().int % 1000}-08"
    await documents.ref("anonymousCounts", f"{month}_0").set(
        {"counts": {"a": 10, "b": 9}, "schemaVersion": 1}
    )
    await FirestoreMonthCounts(documents).settle(month)
    assert await counts_of(documents, month) == {}
